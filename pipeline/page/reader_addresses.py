"""The addresses of what readers write below a text, as WordPress, SPIP, Drupal and Movable Type
have them in all languages: with a number, or with the sum that some systems reckon from it."""

from __future__ import annotations

import re

from lxml.html import HtmlElement

_OF_READER = re.compile(
    r"#(?:comment(?:aire|ario|o)?|kommentar|yorum|forum|cmt|reply)[_-]?"
    r"(?:\d+|[\da-f]{8,}(?:-[\da-f]{4,})*)$|[?&]replytocom=\d+",
    re.IGNORECASE,
)
"""What such an address ends with, or holds where it is to answer."""


def is_reader_s(link: HtmlElement) -> bool:
    """Whether a link is the address of what a reader wrote, or to answer it: «#comment-12»,
    «?replytocom=12»."""
    return _OF_READER.search(link.get("href") or "") is not None
