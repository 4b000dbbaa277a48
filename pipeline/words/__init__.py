"""One form for all the ways in which a word is written: what search finds words by."""
