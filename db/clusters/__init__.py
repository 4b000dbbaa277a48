"""What makes a cluster of copies: texts that are alike, blocks that are their site's, the first."""
