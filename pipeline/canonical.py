"""What a page calls its own address."""

from __future__ import annotations

from collections.abc import Iterator

from lxml.html import HtmlElement

from pipeline.declared.metadata import Metadata
from pipeline.front_pages import is_home
from pipeline.page.html import Document
from pipeline.twins import is_twin, plain_address
from pipeline.url_shapes import article_likeness, is_script_alone
from pipeline.urls import (
    archived_url,
    canonical_url,
    is_unfilled,
    leads_inside,
    path_segments,
    same_site,
    split_url,
)

_IN_TEXT = ("article", "p", "li", "blockquote", "form")
"""Elements in which a link element is what somebody wrote, and not the page's own: one that stands
in the body alone may be of a head that was cut short."""
_LIKE_ONE = 0.6


def extract_canonical(doc: Document, meta: Metadata) -> str | None:
    """The canonical form of the address that a page calls its own; None where it names none.

    What templates write by mistake is none: the home page, the page's section, a script without the
    article's number, a host of the machine that the page was made on, a place that nobody filled.
    Where no link says it, OpenGraph may, of the page's own site and of an article.
    """
    own = canonical_url(doc.url) or doc.url
    for url in _named(doc):
        if _may_be(url, own):
            return _of_twin(url, own)
    for value in meta.meta.get("og:url", ()):
        shared = _canonical(value, doc)
        if shared and same_site(shared, own) and _may_be(shared, own) and _is_of_one(shared, own):
            return shared
    return None


def _named(doc: Document) -> Iterator[str]:
    """The addresses of the page's canonical links, in their canonical form."""
    for element in doc.all_of("link"):
        if "canonical" in (element.get("rel") or "").lower().split() and not _in_text(element):
            url = _canonical(str(element.get("href") or ""), doc)
            if url:
                yield url


def _in_text(element: HtmlElement) -> bool:
    return next(element.iterancestors(*_IN_TEXT), None) is not None


def _canonical(value: str, doc: Document) -> str | None:
    value = value.strip()
    if not value or is_unfilled(value):
        return None
    host = split_url(doc.url).hostname or "/"
    return canonical_url(f"//{value}" if value.lower().startswith(f"{host}/") else value, doc.base)


def _may_be(url: str, own: str) -> bool:
    """Whether an address may be the page's own."""
    if url == own or is_home(own):
        return True
    if is_home(url) or is_script_alone(url, own):
        return False
    return not leads_inside(url, own) and not _holds(url, own)


def _holds(url: str, own: str) -> bool:
    """Whether an address is of the folder that the page stands in: «/tech/» of «/tech/a-story»,
    and not «/a-story/» of «/a-story/2»."""
    segments, below = path_segments(url), path_segments(own)
    if not segments or "?" in url or below[: len(segments)] != segments or not same_site(url, own):
        return False
    return len(below) > len(segments) and article_likeness(own) > _LIKE_ONE > article_likeness(url)


def _of_twin(url: str, own: str) -> str:
    """An address; where a page calls its twin for phones its own, and is none, that without what
    makes it a twin's."""
    if not is_twin(url) or is_twin(archived_url(own)):
        return url
    plain = plain_address(url)
    return own if plain.rstrip("/") == own.rstrip("/") else plain


def _is_of_one(shared: str, own: str) -> bool:
    """Whether two addresses of a site are of one article: the same but for what is before, or
    behind, the path's last part."""
    last, other = path_segments(shared)[-1:], path_segments(own)[-1:]
    return shared == own or (last == other and article_likeness(shared) > _LIKE_ONE)
