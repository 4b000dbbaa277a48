"""The body of an article: where it stands in its page, and what in it is not its text."""
