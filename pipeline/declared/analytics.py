"""What the scripts that count readers say of a page: «'articleAuthor': 'Jane Doe'», and its day."""

from __future__ import annotations

import re

from pipeline.page.elements import letters, tidy
from pipeline.page.html import Document

_OF_ARTICLE = re.compile(
    r"""(?:article|post|page|content|story|news)[_-]?authors?(?:[_-]?names?)?["'\]]*\s*[:=]\s*"""
    r"""(?:\{\s*["']name["']\s*:\s*)?(["'])((?:(?!\1)[^\\<>{}\[\]]|\\u[0-9a-f]{4}){2,80})\1""",
    re.IGNORECASE,
)
_COUNTS = re.compile(
    r"dataLayer|gtag\s*\(|utag_data|digitalData|_sf_async_config|_satellite|chartbeat"
)
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


_DAY = re.compile(
    r"""(?:publi(?:sh(?:ed)?|cation|e)?[_-]?(?:date|time|at|on)|pub[_-]?(?:date|time)|"""
    r"""date[_-]?publi(?:sh(?:ed)?|cation|e)|(?:fecha|data|date)[_-]?(?:de[_-])?publica\w*)"""
    r"""["'\]]*\s*[:=]\s*["']?((?:[a-z]{3}, )?\d[\w:.+/ -]{7,30})""",
    re.IGNORECASE,
)
DAY_CHARS = 10
_OF_MESSAGE = re.compile(
    r"""\bvar (?:ct|create_?time) ?= ?["'](\d{10}|\d{4}-[\d :-]{6,14})["']""", re.I
)


def _days_of_message(source: str) -> list[str]:
    """When a channel sent a page to its readers, as WeChat's script says before it writes it."""
    return _OF_MESSAGE.findall(source) if "var msg_title" in source else []


def counted_date(doc: Document) -> str | None:
    """The one day, as it is written, that such scripts give as that of publication; None where
    they give none, or several, as of a list of articles."""
    found = [
        day.strip()
        for script in doc.all_of("script")
        if (source := script.text or "") and len(source) <= MAX_SCRIPT_CHARS
        for day in (_DAY.findall(source) if _COUNTS.search(source) else _days_of_message(source))
    ]
    return found[0] if len({day[:DAY_CHARS] for day in found}) == 1 else None
