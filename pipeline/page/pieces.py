"""The pieces of a page that was read: each one block, with what the page tells of it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field, replace

from lxml.html import HtmlElement

from pipeline.records import Block, BlockKind


@dataclass(slots=True)
class Piece:
    """One block as the page shows it.

    `linked` is how many of its characters stand in links; `region` names the region that it lies
    in, None in what may be the article; `element` holds it; `bold` where all of it is.
    """

    kind: BlockKind
    text: str
    level: int | None
    element: HtmlElement
    linked: int
    region: str | None
    bold: bool = False
    link: HtmlElement | None = None
    """The link with which the line ends, None where other words follow the last one."""

    @property
    def block(self) -> Block:
        """What it is as a block of a text."""
        return Block(self.kind, self.text, self.level)

    @property
    def link_share(self) -> float:
        if not self.linked or not self.text:
            return 0.0
        return min(1.0, self.linked / len(self.text))


def give_region(pieces: Iterable[Piece], region: str) -> None:
    """Give pieces a region, but for those that have one already."""
    for piece in pieces:
        piece.region = piece.region or region


def is_region(rule: str | None) -> bool:
    """Whether what takes a line out is the region of the page that it stands in."""
    return rule is not None and rule.startswith("region:")


@dataclass(frozen=True, slots=True)
class Extracted:
    """One block as it was extracted, with what cleaning wants to know of it.

    `linked` is the share of its characters that stand in links, `rule` the rule that already
    takes it out (a region's name), or None.
    """

    block: Block
    linked: float = 0.0
    rule: str | None = None
    bold: bool = False
    signed: bool = False
    """Whether it has the look of a signature; said of a text's first and last lines only."""
    inset: bool = False
    """Whether it is short and stands in a box of its own between paragraphs that have none."""
    element: HtmlElement | None = None
    """What holds it, None where it is of no element of the page's."""
    in_row: bool = False
    """Whether it stands in one of several boxes of one form side by side, which are the text's."""

    def with_text(self, text: str) -> Extracted:
        """A line of another text in the place of this one."""
        return replace(self, block=replace(self.block, text=text))


@dataclass(slots=True)
class Reading:
    """A page's pieces, and the span of pieces that each container holds, in document order."""

    pieces: list[Piece] = field(default_factory=list)
    spans: list[tuple[HtmlElement, int, int, str | None]] = field(default_factory=list)
