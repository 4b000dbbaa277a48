"""Lists of articles in a page's scripts and in the answers to them."""
