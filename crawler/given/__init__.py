"""Pages that were given, not fetched: imported, or read again from the archive."""
