"""Labels that a full stop closes: «Photo: Jane Doe.». Rules know most of them without one."""

from __future__ import annotations

from pipeline.lines.own_by_form import names_nobody
from pipeline.punctuation import COLONS, STOPS

MAX_STOPPED_CHARS, MAX_STOPPED_WORDS = 60, 5
"""Of a longer line a full stop tells a sentence."""
_PARTING = (". ", "! ", "… ", "۔ ", "। ", "。")
_TOLD_BY_STOPS = frozenset({"credit-line", "licence", "read-also", "share"})
"""Kinds of rules whose words begin sentences too, of a few words: «Share the room with us.»"""


def without_stop(text: str) -> str:
    """A line of a few words without the full stop that closes it; empty of any other line."""
    if len(text) > MAX_STOPPED_CHARS or text[-1] not in STOPS:
        return ""
    bare = text.rstrip(f"{STOPS} ")
    parted = any(sign in bare for sign in _PARTING)
    return bare if not parted and 0 < bare.count(" ") < MAX_STOPPED_WORDS else ""


def ends_as_sentence(text: str, kind: str) -> bool:
    """Whether a line that a full stop closes is none of a kind of rule's, though it would be one
    without: it tells something. Who wrote is told in sentences too, but for those with a label."""
    told = kind in _TOLD_BY_STOPS or (kind == "byline" and not any(map(text.count, COLONS)))
    return told or names_nobody(text)
