"""Signs that a font draws from words, which no reader sees: «<i class="material-icons">person</i>».

Google's sets of icons are written so (https://developers.google.com/fonts/docs/material_icons).
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from lxml.html import HtmlElement

_CLASS = re.compile(r"(?:^|\s)material-(?:icons|symbols)(?:[\s-]|$)")
_WORD = re.compile(r"\s*([a-z0-9_]{2,40})\s*")


def take_drawn_words(by_class: Mapping[str, Sequence[HtmlElement]]) -> None:
    """Make of the word of each such element the name of its sign, in `data-icon`, in place."""
    for names, elements in by_class.items():
        if "material-" not in names or not _CLASS.search(names):
            continue
        for element in elements:
            word = _WORD.fullmatch(element.text or "") if not len(element) else None
            if word:
                element.set("data-icon", word[1])
                element.text = None
