"""Blocks of a text that are its site's: what stands in many articles and makes none a copy."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from sqlalchemy import select
from sqlalchemy.orm import Session

from db.models import ArticleRow
from pipeline.copies import RUN, SEED, Sampled, Words

OF_A_SOURCE = 8
"""Articles of one source in which a run is its boilerplate: no newsroom prints one report so
often."""
NEWLY = 3
"""Articles more than OF_A_SOURCE up to which a run has newly become boilerplate: those that were
joined by it before are then looked at again."""
_ANYWHERE = 33
_STORIES = 12
"""Stories over which a run of _ANYWHERE articles is spread where it is boilerplate: those of one
report are in one."""
_TOGETHER = 3
"""Runs of the sample in a row that make a block: a lone one is a phrase."""
_APART = 40
"""Words between two runs of one block, at most."""


@dataclass(frozen=True, slots=True)
class Boilerplate:
    """The runs of a text that are in blocks of boilerplate, and the articles of the same source
    that have them and were stored before it was known for boilerplate."""

    runs: frozenset[str]
    known_since: frozenset[int]


NONE = Boilerplate(frozenset(), frozenset())


def boilerplate_of(
    s: Session,
    source_id: str,
    words: Words,
    sampled: Sequence[Sampled],
    holders: Mapping[int, Sequence[int]],
) -> Boilerplate:
    """What of a text is boilerplate, by the other holders of its sample."""
    often = [each for each in sampled if len(holders.get(each.value, ())) >= OF_A_SOURCE]
    if len(often) < _TOGETHER:
        return NONE
    ids = {holder for each in often for holder in holders[each.value]}
    known = {
        row.id: (row.source_id, row.story_id or -row.id)
        for row in s.execute(
            select(ArticleRow.id, ArticleRow.source_id, ArticleRow.story_id).where(
                ArticleRow.id.in_(ids)
            )
        )
    }
    common: dict[int, frozenset[int]] = {}
    before: set[int] = set()
    for each in often:
        found = [holder for holder in holders[each.value] if holder in known]
        own = {holder for holder in found if known[holder][0] == source_id}
        spread = len({known[holder][1] for holder in found})
        if len(own) >= OF_A_SOURCE or (len(found) >= _ANYWHERE and spread >= _STORIES):
            common[each.at] = frozenset(found)
        if OF_A_SOURCE <= len(own) <= OF_A_SOURCE + NEWLY:
            before |= own
    runs = _runs_of_blocks(words, [each.at for each in sampled], common)
    return Boilerplate(runs, frozenset(before)) if runs else NONE


def _runs_of_blocks(
    words: Words, places: Sequence[int], common: Mapping[int, frozenset[int]]
) -> frozenset[str]:
    """The runs from the first to the last common run of each block.

    A block stands in the same articles as a whole; runs that are common each for itself, as where
    all texts are written in few words, make none.
    """
    found: set[str] = set()
    block: list[int] = []
    for at in [*places, len(words) + _APART + RUN]:
        goes_on = (
            at in common
            and block
            and at - block[-1] <= _APART
            and _same_articles(common[at], common[block[-1]])
        )
        if not goes_on:
            if len(block) >= _TOGETHER:
                found.update(words.runs[block[0] : block[-1] + RUN - SEED + 1])
            block = []
        if at in common:
            block.append(at)
    return frozenset(found)


def _same_articles(one: frozenset[int], other: frozenset[int]) -> bool:
    return len(one & other) * 2 >= min(len(one), len(other))
