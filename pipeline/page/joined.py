"""Many short texts of a page, of which those that hold a part are found in all of them at once."""

from __future__ import annotations

from collections.abc import Collection
from functools import cached_property

_BETWEEN = "\0"
"""What no attribute holds: names of classes have line breaks between them too."""


class Joined:
    """Texts as one, in small letters: to find a part in it takes a small share of the time of a
    pattern on each, and less than to ask for what is kept of each."""

    def __init__(self, texts: Collection[str]) -> None:
        self._texts = texts

    @cached_property
    def _whole(self) -> str:
        return _BETWEEN.join(self._texts)

    @cached_property
    def _low(self) -> str:
        return self._whole.lower()

    def that_hold(self, *parts: str) -> list[str]:
        """Those of the texts, each once, that hold one of several parts of words; the parts are in
        small letters, the texts in whatever ones."""
        whole, low = self._whole, self._low
        if len(low) != len(whole):  # a few capitals are longer in small letters
            return [text for text in self._texts if any(part in text.lower() for part in parts)]
        found: dict[str, None] = {}
        for part in parts:
            at = low.find(part)
            while at >= 0:
                end = low.find(_BETWEEN, at)
                end = end if end >= 0 else len(low)
                found[whole[low.rfind(_BETWEEN, 0, at) + 1 : end]] = None
                at = low.find(part, end)
        return [*found]
