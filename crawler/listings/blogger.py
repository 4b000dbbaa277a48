"""Blogger, which forbids the pages of its labels to all robots, and gives their feeds."""

from __future__ import annotations

import re
from urllib.parse import urlsplit

_LABEL = re.compile(r"/search/label/([^/]+)/?")


def label_feed(url: str) -> str | None:
    """The feed of the label whose page an address is; None for all others."""
    parts = urlsplit(url)
    label = _LABEL.fullmatch(parts.path)
    return f"{parts.scheme}://{parts.netloc}/feeds/posts/default/-/{label[1]}" if label else None
