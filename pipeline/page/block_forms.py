"""What an element's form says of its block: a permalink, a column, the level of a heading."""

from __future__ import annotations

from lxml.html import HtmlElement

_PERMALINK = frozenset("¶#§🔗∞⚓")


def is_permalink(element: HtmlElement) -> bool:
    """Whether a link is the sign with which a heading links to itself."""
    if not (element.get("href") or "").startswith("#"):
        return False
    text = element.text_content().strip(" \u200b\ufe0f")
    return len(text) <= 2 and all(
        sign in _PERMALINK or "\ue000" <= sign <= "\uf8ff" for sign in text
    )


def aria_level(element: HtmlElement) -> int:
    level = element.get("aria-level") or ""
    return min(6, max(1, int(level[:9]))) if level.isdecimal() else 2
