"""Which links of a section's page are its articles: how they stand, repeat and are surrounded."""
