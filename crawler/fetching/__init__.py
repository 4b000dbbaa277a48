"""How pages are asked for: the guard, the manners, the limits, and what failures mean."""
