"""Words and patterns as data: how they are read from files, what is told of them before they are
compiled, and when that is."""
