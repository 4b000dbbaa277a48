"""Why an address that was given to `rasid add` makes no source, and what to give instead."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

SHOWN_IN_LINE = 5
"""Sections that are named to who gave an article's address."""

BY_SCRIPT = "; if the site builds its pages in the browser, add --render"


def no_section(found: Mapping[str, Any]) -> str:
    """What the address leads to instead of a section's page, and what to give."""
    url, kind = found["url"], found["kind"]
    if kind == "further":
        return f"{url}: not the first page of its list; give that one"
    if kind == "text":
        return f"{url}: a page of text that lists no article; {_one_of(found['sections'])}"
    if kind == "empty":
        others = "what it links to is of other sections"
        return (
            f"{url}: no article of its own is listed there, {others}; {_one_of(found['sections'])}"
        )
    (article,) = found["articles"]
    give = _one_of(_sections_of(found, article))
    return f"{url}: an article, «{article['title']}», not a section's page; {give}"


def leads_home(section: str, found: Mapping[str, Any]) -> str:
    """Why a section of a home page cannot be watched that leads back to a home page, `found`."""
    others = [each for each in found["sections"] if each["url"] != section]
    return f"{section}: leads to the home page, {found['url']}; {_one_of(others)}"


def _one_of(sections: Sequence[Mapping[str, Any]]) -> str:
    named = "; ".join(f"{each['name']} {each['url']}" for each in sections[:SHOWN_IN_LINE])
    return f"give one of: {named}" if named else "give the page of its section"


def _sections_of(found: Mapping[str, Any], article: Mapping[str, Any]) -> list[Mapping[str, Any]]:
    """The sections that an article's page names, those first of which it is: it lies below their
    address, or says their name."""
    name = (article["section"] or "").casefold()

    def is_its_own(section: Mapping[str, Any]) -> bool:
        below = str(found["url"]).startswith(f"{section['url'].rstrip('/')}/")
        return below or str(section["name"]).casefold() == name

    return sorted(found["sections"], key=lambda each: not is_its_own(each))


def nothing(found: Mapping[str, Any], *, rendered: bool) -> str:
    """Why there is nothing to watch, and what may help."""
    why = "; ".join(found["problems"][:3]) or "its links do not look like articles"
    problems = [problem for problem in found["problems"] if problem.startswith(f"{found['url']}: ")]
    unread = any("needs-javascript" not in p and "no articles" not in p for p in problems)
    hint = "" if rendered or unread else BY_SCRIPT
    what = "cannot be looked at" if unread and not found["requests"] > 1 else "no articles found"
    return f"{found['url']}: {what} ({why}){hint}"
