"""Answers that are scripts, as Rails gives them to a "load more" link: what they add to a page."""

from __future__ import annotations

import re
from contextlib import suppress
from dataclasses import replace

from pipeline.declared.literals import unquoted
from pipeline.page.html import decode
from pipeline.records import Page

MAX_SCRIPT_BYTES = 2_000_000
"""Of a longer script nothing is read."""

_QUOTED = re.compile(
    r"""[(,]\s*("[^"\\]*+(?:\\.[^"\\]*+)*+"|'[^'\\]*+(?:\\.[^'\\]*+)*+')""", re.DOTALL
)
"""What a script hands to a function, between quotes."""


def without_script(page: Page) -> Page:
    """A page; in place of a script what it hands, as markup with links, to whatever adds it."""
    begins = page.body[:200].lstrip(b"\xef\xbb\xbf \t\r\n")
    if begins.startswith((b"<", b"{", b"[")) or len(page.body) > MAX_SCRIPT_BYTES:
        return page
    script = decode(page.body, page.charset or "utf-8")[0]
    pieces: list[str] = []
    for found in _QUOTED.finditer(script):
        if "<a" in found[1]:
            with suppress(ValueError):  # an escape that is none
                pieces.append(unquoted(found[1]))
    if not pieces:
        return page
    return replace(page, body="".join(pieces).encode(), charset="utf-8")
