"""Rasid as a Python library: the articles of a database, with filters, and as data frames.

import rasid
with rasid.open("rasid.db") as db:
    for article in db.articles(language="ar", since="2026-11-01"):
        print(article["title"])
    frame = db.articles(source="mine", dedupe="story").to_pandas()
"""

from __future__ import annotations

from db.engine import BadDatabase
from db.search import Hit
from db.searching.faults import BadQuery
from db.stories import Member
from rasid.articles import Articles
from rasid.database import Database, open  # noqa: A004  # rasid.open, as gzip.open

__all__ = ["Articles", "BadDatabase", "BadQuery", "Database", "Hit", "Member", "open"]
