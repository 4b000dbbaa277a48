"""How a page's scripts write the address of an article that they add to its list."""

from __future__ import annotations

import re
from collections.abc import Collection
from itertools import islice

from crawler.listings.onward.endless import MAX_SCRIPT
from pipeline.page.html import Document
from pipeline.urls import canonical_url

MIN_ALIKE = 2
"""Articles that the page shows, at least, whose addresses are written so."""

_JOINED = re.compile(r"""(["'])\s*\+\s*([\w.$]{1,60})\s*\+\s*\1""")
_JOINED_LAST = re.compile(r"""(["'])\s*\+\s*([\w.$]{1,60})(?=\s*[;,)\n}])""")
_ADDRESS = re.compile(
    r"""\bhref\\?["']?\s*[=:,]\s*\\?["'`]"""
    r"""(?P<url>(?:[^"'`<>\s\\$]|\\/|\$\{[\w.$ ]{1,60}\}){2,300})"""
)
_HOLE = re.compile(r"\$\{\s*(?:[\w$]+\.)*(\w+)\s*\}")
_HOLES = {
    **dict.fromkeys(("slug", "seo_slug", "url_slug", "alias"), "{slug}"),
    **dict.fromkeys(("id", "_id", "nid", "newsid", "articleid", "article_id", "postid"), "{id}"),
    **dict.fromkeys(("url", "link", "href", "permalink", "path", "uri"), "{url}"),
}
MAX_TEMPLATES = 40
"""Addresses of one script that are looked at."""


def made_in_scripts(document: Document, shown: Collection[str], base: str) -> str | None:
    """How an address is made of an entry's slug, number or address ("\u2026/story/{slug}"), where
    several of the articles `shown` have such a one; None where no inline script says so."""
    for script in document.all_of("script"):
        text = script.text or ""
        if script.get("src") or len(text) > MAX_SCRIPT or "href" not in text:
            continue
        text = _JOINED_LAST.sub(r"${\2}\1", _JOINED.sub(r"${\2}", text))
        for written in islice(_ADDRESS.finditer(text), MAX_TEMPLATES):
            made = _form(written["url"].replace("\\/", "/"), base)
            if made and sum(_is_made(url, made) for url in shown) >= MIN_ALIKE:
                return made
    return None


def _form(written: str, base: str) -> str | None:
    """A template with holes for what is known of an entry; None where it has none, or others."""
    names = [name.lower() for name in _HOLE.findall(written)]
    if not names or not all(name in _HOLES for name in names):
        return None
    marks = {f"hole{at}": _HOLES[name] for at, name in enumerate(names)}
    left = iter(marks)
    url = canonical_url(_HOLE.sub(lambda _: next(left), written), base)
    for mark, hole in marks.items():
        url = url.replace(mark, hole, 1) if url else None
    return url


def _is_made(url: str, made: str) -> bool:
    pattern = re.escape(made)
    for hole, held in ((r"\{slug\}", r"[^?#]+"), (r"\{id\}", r"[^/?#]+"), (r"\{url\}", r".+")):
        pattern = pattern.replace(hole, held)
    return re.fullmatch(pattern, url) is not None
