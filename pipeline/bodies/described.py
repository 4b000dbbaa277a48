"""What a page says that its text tells: its descriptions, and what it calls a standfirst."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import islice

from lxml.html import HtmlElement

from pipeline.declared.metadata import Metadata
from pipeline.fingerprints import skeleton
from pipeline.page.pieces import Extracted
from pipeline.page.region_names import is_standfirst_name, named_region, names_of

OPENING = 3
"""Lines at a text's beginning that its page may call a standfirst, or be described by."""
OF_WORDS = frozenset({"line:own-offer", "line:judged", "line:aside"})
"""Rules that tell the house's lines by their words, which such a line may have too."""
_AROUND = ("body", "article", "main")


def described_by(meta: Metadata, extracted: Sequence[Extracted]) -> frozenset[str]:
    """The skeletons of the lines by which a page describes its text."""
    kept = islice((line for line in extracted if line.rule is None), OPENING)
    called = (line.block.text for line in kept if _is_called_standfirst(line.element))
    return frozenset(map(skeleton, (*(told.value for told in meta.descriptions), *called)))


def _is_called_standfirst(element: HtmlElement | None) -> bool:
    """Whether an element, or the box right around it, is called a standfirst and nothing else."""
    for box in (element, None if element is None else element.getparent()):
        if box is None or box.tag in _AROUND:
            return False
        names = names_of(box)
        if names and is_standfirst_name(names):
            return named_region(names) is None
    return False
