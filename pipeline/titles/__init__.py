"""The title of an article, and the headings of its page."""
