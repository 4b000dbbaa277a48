"""Which pictures are a house's own: its logo, and what stands in where an article has no picture.

They are told by the page first: what it gives as its publisher's logo or as its icon, what links to
its home. Else by their file's name, all of whose words speak of a site and none of a story.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cached_property, lru_cache
from itertools import islice, pairwise
from typing import Any
from urllib.parse import unquote

from pipeline.declared.jsonld import types_of
from pipeline.declared.metadata import Metadata
from pipeline.page.html import Document
from pipeline.titles.headings import is_home
from pipeline.titles.site_names import site_keys
from pipeline.urls import absolute, split_url, word_set

_TELLING = word_set(
    """
    logo logos default defaults og ogimage opengraph share sharing shared social socialshare
    fbshare blank spacer transparent noimage nophoto nopic noimg nopicture favicon icon icons
    avatar sprite preload loading fallback generic missing dummy androidchrome mstile
    """
)
"""Words of which one names a picture of no story."""
_BESIDE = word_set(
    """
    image images img imgs picture pic photo thumb thumbnail thumbs graph open card cards preview
    featured feature article articles post posts news story site website web app page home main
    header banner cover bg background meta brand branding touch tile android chrome
    precomposed small medium large big full hd xl square round wide rectangle white black dark light
    color colour transparent no not available none the for with en ar fr de es fa tr ur ru new old
    final v px x bak copy url print link amp mobile desktop retina lazy lazyload standard base seo
    smo
    """
)
"""Words that may stand beside these and still name no story."""
_STANDS_IN = re.compile(
    r"/(?:placeholders?|fallbacks?|defaults|favicons?|logos?|icons?|iconos|avatars?|blavatar|emoji)/",
    re.IGNORECASE,
)
"""Folders of pictures that are of no story."""
_WORD = re.compile(r"[^\W\d_]+")
_HUMPS = re.compile(r"(?<=[a-z])(?=[A-Z])")
_OWN_FOLDER = re.compile(
    r"/[^/]*(?:\d{5}|(?=[^/]*\d)[\da-f]{8}|(?=[^/]*\d)(?=[^/]*[A-Z])[\w-]{9})[^/]*/[^/]*$"
)
"""A folder of one article, by its number or key: what it holds may be called anything."""
_DIGIT = re.compile(r"\d")
_NUMBER = re.compile(r"\d{4}")
_NAMED_LOGO = re.compile(r"(?:^|[\W_])\w*logo\d*(?:[\W_]|$)", re.IGNORECASE)
_NOT_PHOTOS = (".svg", ".ico")
FIRST_PICTURES = 12
"""Pictures of a page among which its house's logo stands."""


class HousePictures:
    """The pictures of a page's house."""

    def __init__(self, doc: Document, meta: Metadata) -> None:
        self._doc, self._meta = doc, meta

    def is_one(self, url: str) -> bool:
        """Whether the address is one of the house's pictures."""
        parts = split_url(url)
        path = unquote(parts.path)
        if path.lower().endswith(_NOT_PHOTOS) or _STANDS_IN.search(path):
            return True
        return _is_named_so(path, self._names) or self._is_given(url)

    @cached_property
    def _names(self) -> frozenset[str]:
        return site_keys(self._doc, self._meta)

    def _is_given(self, url: str) -> bool:
        """Whether the page itself calls an address that of a logo, an icon, or a portrait."""
        address = _bare(url)
        file = address.rpartition("/")[2]  # relative addresses end alike: few are joined
        may_be = (given for given in self._given if file in given)
        return any(_bare(absolute(given, self._doc.base)) == address for given in may_be)

    @cached_property
    def _given(self) -> tuple[str, ...]:
        """The addresses of logos, icons, and portraits, as the page writes them."""
        return (*self._logos(), *self._icons(), *self._linked_home())

    def _logos(self) -> Iterator[str]:
        for node in (self._meta.article, *self._meta.nodes):
            for holder in (node.get("publisher"), node.get("author"), node.get("creator")):
                for each in holder if isinstance(holder, list) else [holder]:
                    if isinstance(each, dict):
                        yield from _pictures_of(each)
            if not _HOUSES.isdisjoint(types_of(node)):
                yield from _pictures_of(node)

    def _icons(self) -> Iterator[str]:
        for link in self._doc.all_of("link"):
            if "icon" in (link.get("rel") or "").lower() and link.get("href"):
                yield str(link.get("href"))

    def _linked_home(self) -> Iterator[str]:
        for image in islice(self._doc.all_of("img"), FIRST_PICTURES):
            link = next(image.iterancestors("a"), None)
            if image.get("src") and link is not None and is_home(link.get("href"), self._doc.url):
                yield str(image.get("src"))


_HOUSES = frozenset({"Organization", "NewsMediaOrganization", "WebSite", "Person", "Corporation"})


def _pictures_of(node: Any) -> Iterator[str]:
    for key in ("logo", "image"):
        value = node.get(key)
        for each in value if isinstance(value, list) else [value]:
            found = (each.get("url") or each.get("contentUrl")) if isinstance(each, dict) else each
            if isinstance(found, str) and found:
                yield found


def _bare(url: str) -> str:
    return url.partition("#")[0].partition("?")[0].partition("://")[2]


@lru_cache(maxsize=2_000)
def _is_named_so(path: str, names: frozenset[str]) -> bool:
    """Whether a path is of a picture whose file is called like a site's: «og-default.jpg». Within a
    folder of one article that tells nothing, but for a logo; and where no number is in the path
    a «…logo» is one whatever stands beside it, for it lies among what a site is built of."""
    stem = path.rstrip("/").rpartition("/")[2]
    stem = stem.rpartition(".")[0] or stem
    if _ALWAYS.search(stem):
        return True
    if _NAMED_LOGO.search(stem) and not _NUMBER.search(path):
        return True
    if not _DIGIT.search(stem) and names.issuperset(_readings(stem)[1] or ("",)):
        return True  # «computerworld.gif»
    if not any(_says_nothing(words, names) for words in _readings(stem)):
        return False
    words = _readings(stem)[0]
    if not _MAKERS.isdisjoint(words) and "touch" not in words and _NUMBER.search(path):
        return _MARKS.isdisjoint(words)  # «twitter-logo.jpg» among pictures of a year: of a story
    return not _MARKS.isdisjoint(words) or not _OWN_FOLDER.search(path)


def _readings(stem: str) -> tuple[list[str], list[str]]:
    """The words of a file's name, parted where capitals begin, and as they stand."""
    parted = [word.lower() for word in _WORD.findall(_HUMPS.sub(" ", stem))]
    return parted, [word.lower() for word in _WORD.findall(stem)]


def _says_nothing(words: list[str], names: frozenset[str]) -> bool:
    """Whether a file's words speak of a site and none of a story: «no-photo», «gazette-share»."""
    pairs = {first + second for first, second in pairwise(words)}
    if _TELLING.isdisjoint({*words, *pairs}):
        return False
    return not set(words) - _TELLING - _BESIDE - _MAKERS - names


_ALWAYS = re.compile(
    r"placeholder|^(?:1x1|transparent|tracking|clear)?[-_.]?pixel[-_.]?(?:1x1)?$", re.I
)
_MARKS = frozenset({"logo", "logos", "icon", "icons", "favicon"})
_MAKERS = frozenset({"facebook", "twitter", "apple", "android", "chrome", "windows", "fb"})
"""Whose pictures for sharing a site makes, and of whom its stories are."""
