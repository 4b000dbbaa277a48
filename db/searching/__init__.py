"""What a search is made of: its language, what engines are asked, order, snippets, index."""
