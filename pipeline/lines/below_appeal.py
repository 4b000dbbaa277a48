"""What stands below a line in which a house asks for support, down to where it says how."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from pipeline.lines.among_house import OFFERING, name_of
from pipeline.lines.quoted import quotes_somebody
from pipeline.lines.unit_places import LINKS
from pipeline.records import Block, BlockKind

APPEALS = frozenset({"donate", "subscribers"})
MAX_LINES, MAX_CHARS = 10, 400
"""Lines of an appeal, and letters of one that no rule knows."""
LEAST_KNOWN = 2
"""Lines below the first that are known to be the house's, of which one ends the appeal."""


def below_appeal(
    whole: Sequence[Block], rules: Sequence[str | None]
) -> Iterator[tuple[list[int], bool]]:
    """The paragraphs between the first line of an appeal and its last that no rule knows, no more
    than of those that one does, and whether each stands right between two that ask for support.
    Below it no text goes on."""
    for at in range(max(1, len(whole) - MAX_LINES), len(whole) - LEAST_KNOWN):
        if not _asks(rules[at]):
            continue
        known = [i for i in range(at + 1, len(whole)) if _is_house(rules[i])]
        if len(known) < LEAST_KNOWN:
            return
        left = [i for i in range(at + 1, len(whole)) if rules[i] is None]
        if left and left[-1] < known[-1] and len(left) <= len(known) and _may_be(whole, left):
            yield left, all(_asks(rules[i - 1]) and _asks(rules[i + 1]) for i in left)
        return


def _asks(rule: str | None) -> bool:
    return name_of(rule) in APPEALS


def _is_house(rule: str | None) -> bool:
    return rule == LINKS or name_of(rule) in OFFERING


def _may_be(whole: Sequence[Block], places: Sequence[int]) -> bool:
    """Whether some lines are paragraphs that quote nobody."""
    return all(
        whole[i].kind is BlockKind.PARAGRAPH
        and len(whole[i].text) <= MAX_CHARS
        and not quotes_somebody(whole[i].text)
        for i in places
    )
