"""Processes that extract: pages and listings are read where they can be killed."""
