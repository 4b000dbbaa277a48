"""The pictures of a page: which are its house's, and which it shows with its article."""
