"""What a page declares of itself for machines: JSON-LD, OpenGraph, microdata, meta, page data."""
