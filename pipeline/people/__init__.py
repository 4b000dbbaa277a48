"""Who signed an article: bylines, names, desks, agencies."""
