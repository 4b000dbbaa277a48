"""When an article was published and changed: written dates to values, and the choice among them."""
