"""The pictures that a page shows with its article, for pages that name none in their data."""

from __future__ import annotations

import re
from collections.abc import Iterator

from lxml.html import HtmlElement

from pipeline.declared.metadata import Metadata
from pipeline.page.html import Document
from pipeline.page.within import in_card, in_comments, in_other_region, regions_between
from pipeline.titles.surroundings import Surroundings, surroundings
from pipeline.titles.title import extract_title
from pipeline.urls import absolute, split_url

_TAGS = ("img", "amp-img", "video")
_LAZY = ("data-src", "data-lazy-src", "data-original", "data-lazy", "data-full-src", "data-url",
         "data-echo", "data-ezsrc", "data-cfsrc", "data-img-src", "data-orig-file")  # fmt: skip
"""Where scripts that load pictures late find their addresses."""
_SETS = ("data-srcset", "data-lazy-srcset", "srcset")
_SMALL = 90
"""Pixels: what is narrower or lower is a portrait, an icon, a count."""
_PIXELS = re.compile(r"\s*(\d+)(?:px)?\s*(?:;|$)")
_STYLED = re.compile(r"(?:^|[;\s])(?:width|height)\s*:\s*(\d+)px")
_OTHERS = frozenset({"author-box", "share", "navigation", "footer", "teaser"})
_DRAWN = re.compile(
    r"logo|(?:^|[^a-z])(?:icons?|buttons?|btn|arrow|qr|qrcode|ewm|erweima|weixin|wechat|banner|flags?"
    r"|background|bg|slogan|slogen|badge|rating|stars?|spacer|blank|track(?:ing|er)?|counter|utm|ads?"
    r"|advert|avatar|signature|divider|bullet|loading|loader)(?:[^a-z]|$)|background",
    re.IGNORECASE,
)
"""Words of files' names that are of a site's make, not of a story."""
_DESIGN = re.compile(
    r"/(?:templates?|themes?|css|skins?|plugins|flags|site_images|buttons?|banners?|ads?|pubdbimages)/",
    re.IGNORECASE,
)
BRIEF_NAME = 12
_FILE = re.compile(r"\.(?:jpe?g|png|webp|gif|avif)$", re.IGNORECASE)
_FOLDER_OF_HOSTS = ("googleusercontent.com", "blogspot.com")
ABOVE = 40
"""Elements above the headline among which the picture over it stands."""
MUCH_TEXT = 300
TRIED = 60
"""Pictures that are looked at."""


def shown_pictures(doc: Document, meta: Metadata, title: str | None) -> Iterator[str]:
    """The addresses of the pictures in an article's box, the first to be seen first."""
    around = surroundings(doc, title or extract_title(doc, meta))
    box = _box_of(around.headline) if around.headline is not None else _article(doc)
    if box is None:
        return
    begin = around.places[around.headline] - ABOVE if around.headline is not None else 0
    inside = [e for e in doc.any_of(*_TAGS) if box in e.iterancestors()]
    for picture in [e for e in inside if begin <= around.places[e] < around.ends][:TRIED]:
        address = _address_of(picture)
        if not address or _is_drawn(picture, address):
            continue
        if not _is_beside(doc, picture, around, box):
            yield address


def _article(doc: Document) -> HtmlElement | None:
    return next(iter((*doc.all_of("article"), *doc.all_of("main"))), None)


def _box_of(headline: HtmlElement) -> HtmlElement:
    """What holds the headline and its text: the nearest box with some paragraphs, or the body."""
    box = headline
    for box in headline.iterancestors():
        if box.tag == "body" or sum(len(p.text_content()) for p in box.iter("p")) >= MUCH_TEXT:
            break
    return box


def _is_beside(doc: Document, picture: HtmlElement, around: Surroundings, box: HtmlElement) -> bool:
    """Whether a picture is of something beside the article: another article's card, a portrait, a
    box of the site's, or too small."""
    if _is_small(picture) or _leads_to_page(picture, doc):
        return True
    regions = regions_between(picture, frozenset({box, *around.top}))
    if not _OTHERS.isdisjoint(regions) or in_comments(picture) or in_card(doc, picture, around.top):
        return True
    is_of_head = next(picture.iterancestors("figure"), None) is not None
    is_of_head = is_of_head and around.distance(picture) < around.text_begins
    return not is_of_head and in_other_region(picture)


def _is_drawn(picture: HtmlElement, address: str) -> bool:
    """Whether a picture is one of those that a site is built of, by the words of its file's name,
    its folder, or what it is: one that moves or one that is drawn, of no size that is given."""
    path = split_url(address).path
    stem = path.rstrip("/").rpartition("/")[2]
    if _DESIGN.search(path) or _DRAWN.search(stem) or path.lower().endswith((".gif", ".php")):
        return True
    named = stem.rpartition(".")[0]
    is_brief = len(named) < BRIEF_NAME and not re.search(r"\d", named)
    return path.lower().endswith(".png") and is_brief and not picture.get("width")


def _is_small(picture: HtmlElement) -> bool:
    sizes = [_PIXELS.match(picture.get(side) or "") for side in ("width", "height")]
    given = [int(size[1]) for size in sizes if size]
    given += [int(size) for size in _STYLED.findall(picture.get("style") or "")]
    return any(size < _SMALL for size in given)


def _leads_to_page(picture: HtmlElement, doc: Document) -> bool:
    """Whether a picture is a link to another page, and not to itself in full or to its own page."""
    link = next(picture.iterancestors("a"), None)
    href = (link.get("href") or "").strip() if link is not None else ""
    if not href or href.startswith(("#", "javascript:")):
        return False
    parts = split_url(absolute(href, doc.base))
    if _FILE.search(parts.path) or (parts.hostname or "").endswith(_FOLDER_OF_HOSTS):
        return False
    return parts.path.rstrip("/") != split_url(doc.url).path.rstrip("/")


def _address_of(picture: HtmlElement) -> str | None:
    """Where a picture is loaded from: what scripts put in first, then the largest of a set."""
    if picture.tag == "video":
        return str(picture.get("poster") or "") or None
    for name in _LAZY:
        if value := picture.get(name):
            return str(value)
    parent = picture.getparent()
    sources = parent.iter("source") if parent is not None and parent.tag == "picture" else ()
    sets = [picture.get(name) for name in _SETS]
    sets += [source.get(name) for source in sources for name in _SETS]
    src = picture.get("src") or ""
    if src and not src.startswith("data:") and not (picture.get("data-srcset") or sets[1]):
        return str(src)
    return next((_largest(value) for value in sets if value), None)


def _largest(srcset: str) -> str:
    """The address in a srcset that is said to be the widest, or the densest."""
    best: tuple[float, str] = (-1.0, "")
    for candidate in re.split(r",\s+|,(?=https?:|/)", srcset.strip()):
        address, _, size = candidate.strip().partition(" ")
        number = re.match(r"[\d.]+", size.strip())
        best = max(best, (float(number[0].rstrip(".") or 0) if number else 0.0, address))
    return best[1].rstrip(",")
