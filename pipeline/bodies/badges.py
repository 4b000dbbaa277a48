"""Boxes of links that are pictures alone: of networks below «Follow us», of shops for apps below
what the house says of its own."""

from __future__ import annotations

import re
from collections.abc import Iterator

from lxml.html import HtmlElement

from pipeline.bodies.spans import SENTENCE_END
from pipeline.page.elements import text_of_element
from pipeline.page.pieces import Piece
from pipeline.punctuation import COLONS

MAX_LABEL_CHARS, MAX_OFFER_CHARS = 60, 160
MAX_LINES = 2
LEAST_LINKS = 2


def shows_badges(box: HtmlElement, pieces: list[Piece]) -> bool:
    """Whether a box holds a label, or a few words, and beside them links without words to two
    networks, or to two shops for apps: what is sold or told there is the house's own."""
    if len(pieces) > MAX_LINES or any(piece.linked for piece in pieces):
        return False
    size = sum(len(piece.text) for piece in pieces)
    if size > MAX_OFFER_CHARS:
        return False
    hosts = [link.rpartition(".")[0] or link for link in _wordless_links(box)]
    if len(set(hosts)) < LEAST_LINKS:
        return False
    if all(map(_SHOP.search, hosts)):
        return True
    label = len(pieces) == 1 and size <= MAX_LABEL_CHARS
    told = pieces[0].text[-1] in SENTENCE_END and pieces[0].text[-1] not in COLONS
    return label and not told and all(map(_NETWORK.search, hosts))


def _wordless_links(box: HtmlElement) -> Iterator[str]:
    """The hosts that a box's links without words lead to."""
    for link in box.iter("a"):
        if not text_of_element(link) and (host := _HOST.match(link.get("href") or "")):
            yield host[1].lower()


_HOST = re.compile(r"(?:https?:)?//(?:www\.|m\.)?([^/?#:]+)", re.IGNORECASE)
_SHOP = re.compile(
    r"^(?:(?:apps|itunes)\.apple|play\.google|appgallery\.huawei|(?:apps|www)\.microsoft|"
    r"galaxystore\.samsung|f-droid|cafebazaar|myket)(?:\.|\Z)"
)
_NETWORK = re.compile(
    r"(?:^|\.)(?:facebook|twitter|x|t|telegram|wa|whatsapp|linkedin|instagram|youtube|tiktok|"
    r"pinterest|reddit|threads|bsky|vk|ok|weibo|line|viber|snapchat|flipboard|news\.google|"
    r"mastodon|tumblr|nabd)\Z"
)
