"""What a look at a section or a home page found."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any


@dataclass
class Findings:
    """What a probe found, as `rasid add --json` gives it."""

    url: str
    kind: str = "section"
    """"home" where its sections are to be chosen from, "further" where it is a further page of the
    list that begins at `first`; "feed", "sitemap" and "wordpress" may be watched by themselves;
    "article" and "text" are no pages of sections; "empty" is a page without an article of its own.
    """
    first: str | None = None
    name: str | None = None
    site_name: str | None = None
    language: str | None = None
    timezone: str | None = None
    of_technology: bool = False
    """True of a home page that says that its whole site is of technology."""
    is_one_list: bool = False
    """True of a home page that is a list of all that its site has, as a blog's is, and that names
    no section of technology."""
    sections: list[dict[str, Any]] = field(default_factory=list)
    links: int = 0
    feeds: list[str] = field(default_factory=list)
    site_feeds: list[str] = field(default_factory=list)
    """Feeds of the whole site that name articles of the section. A visit finds them by itself and
    filters them; a source's file would say that they are the section's own."""
    sitemaps: list[str] = field(default_factory=list)
    wordpress: list[str] = field(default_factory=list)
    next_pages: list[str] = field(default_factory=list)
    tried_for_more: list[str] = field(default_factory=list)
    """Addresses to which a visit turns for more of the list where no further page is named."""
    articles: list[dict[str, Any]] = field(default_factory=list)
    problems: list[str] = field(default_factory=list)
    requests: int = 0
