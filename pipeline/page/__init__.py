"""A page from bytes to a tree, its regions, and the row of blocks that a reader sees."""
