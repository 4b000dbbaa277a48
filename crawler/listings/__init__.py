"""Bytes of a listing in, links out: section pages, feeds, sitemaps, WordPress's own listing.

Nothing here fetches, reads a clock or knows Scrapy. What is sure to be of the section is
`certain`; what only may be is left to the article's own page to say.
"""

from crawler.listings.records import Listing

__all__ = ["Listing"]
