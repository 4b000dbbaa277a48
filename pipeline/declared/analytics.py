"""Whom the scripts that count readers name as a page's author: «'articleAuthor': 'Jane Doe'»."""

from __future__ import annotations

import re

from pipeline.page.elements import letters, tidy
from pipeline.page.html import Document

_OF_ARTICLE = re.compile(
    r"""(?:article|post|page|content|story|news)[_-]?authors?(?:[_-]?names?)?["'\]]*\s*[:=]\s*"""
    r"""(?:\{\s*["']name["']\s*:\s*)?(["'])((?:(?!\1)[^\\<>{}\[\]]|\\u[0-9a-f]{4}){2,80})\1""",
    re.IGNORECASE,
)
_COUNTS = re.compile(r"dataLayer|utag_data|digitalData|_sf_async_config|_satellite|chartbeat")
_OF_PAGE = re.compile(
    r"""(?:["']|\.|_)(?:authors?|byline)["']?\s*[:=]\s*"""
    r"""(["'])((?:(?!\1)[^\\<>{}\[\]]|\\u[0-9a-f]{4}){2,80})\1""",
    re.IGNORECASE,
)
"""The same in a script that does nothing but count."""
_ESCAPED = re.compile(r"\\u([0-9a-fA-F]{4})")
LEAST_CHARS = 3
"""Letters of a name, unless each stands for a word: «刘洋»."""
MAX_SCRIPT_CHARS = 20_000
"""A longer script is a program."""


def counted_author(doc: Document) -> str | None:
    """The one name that such scripts give the author of the page; None where they give none, or
    several, as of a list of articles."""
    found: dict[str, str] = {}
    for script in doc.all_of("script"):
        source = script.text or ""
        if "uthor" not in source or len(source) > MAX_SCRIPT_CHARS:
            continue
        named = _OF_ARTICLE.findall(source)
        if not named and _COUNTS.search(source):
            named = _OF_PAGE.findall(source)
        for _, said in named:
            name = tidy(_ESCAPED.sub(lambda match: chr(int(match[1], 16)), said))
            if len(name) >= LEAST_CHARS or not name.isascii():
                found.setdefault(letters(name), name)
    return next(iter(found.values())) if len(found) == 1 else None
