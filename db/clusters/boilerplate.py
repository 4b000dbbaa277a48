"""Blocks of a text that are its site's: what stands in many articles and makes none a copy."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations

from sqlalchemy import select
from sqlalchemy.orm import Session

from db.models import ArticleRow, RevisionRow
from pipeline.alignment import align
from pipeline.copies import RUN, SEED, Sampled, Words, words_of

OF_A_SOURCE, SURE = 2, 4
"""Other articles of one source from which on a run may be its boilerplate, and from which on it may
be most of an article: before that each must have _OWN of its own."""
_OWN = 0.36
"""More than a lead: of a copy with a lead of its own, two thirds are the original's."""
NEWLY = 5
"""Articles more than OF_A_SOURCE up to which a run has newly become boilerplate: those that were
joined by it before are then looked at again."""
_ANYWHERE = 50
_STORIES = 12
"""Stories over which a run of _ANYWHERE articles is spread where it is boilerplate: those of one
report are in one."""
_TOGETHER = 3
"""Runs of the sample in a row that make a block: a lone one is a phrase."""
_APART = 40
"""Words between two runs of one block, at most."""
_ASKED = 3
"""Articles with a block that are laid beside each other."""
_REST, _ALIKE_REST = 8, 0.2
"""Words that two articles have besides a block, at least, and the share of them that may be equal,
where the block does not make them copies."""
_END = -1


@dataclass(frozen=True, slots=True)
class Boilerplate:
    """The runs of a text that are in blocks of boilerplate, and the articles of the same source
    that have them, and were joined to others before it was known for boilerplate."""

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
    newly: set[int] = set()
    for each in often:
        found = [holder for holder in holders[each.value] if holder in known]
        own = [holder for holder in found if known[holder][0] == source_id]
        spread = len({known[holder][1] for holder in found})
        if len(own) >= OF_A_SOURCE:
            common[each.at] = frozenset(own)
            if len(own) <= OF_A_SOURCE + NEWLY:
                newly |= {holder for holder in own if known[holder][1] > 0}
        elif len(found) >= _ANYWHERE and spread >= _STORIES:
            common[each.at] = frozenset(found)
    held = {each.at: frozenset(holders.get(each.value, ())) for each in sampled}
    blocks = list(_blocks(held, common))
    if not blocks:
        return NONE
    articles = _having(common[at] for block in blocks for at in block)
    others = _newest(s, articles)
    runs = _runs(words, blocks, others)
    if not _makes_no_copies([words, *others], runs, _OWN if len(articles) < SURE else 0):
        return NONE
    return Boilerplate(runs, frozenset(articles & newly))


def _having(held: Iterable[frozenset[int]]) -> set[int]:
    """The articles that have most runs of the blocks, not one by chance."""
    counts = Counter(holder for holders in held for holder in holders)
    most = max(counts.values())
    return {holder for holder, count in counts.items() if count * 2 >= most}


def _newest(s: Session, articles: Collection[int]) -> list[Words]:
    bodies = s.scalars(
        select(RevisionRow.text)
        .join(ArticleRow, ArticleRow.current_revision_id == RevisionRow.id)
        .where(ArticleRow.id.in_(sorted(articles)[-_ASKED:]))
    )
    return [words_of(body) for body in bodies]


def _runs(words: Words, blocks: Sequence[Sequence[int]], others: Sequence[Words]) -> frozenset[str]:
    """The runs of blocks, each as far as all others have it: a sample misses its edges."""
    shared = frozenset.intersection(*(align(words, other).covered for other in others))
    found: set[str] = set()
    for block in blocks:
        first, end = block[0], block[-1] + RUN
        while first - 1 in shared:
            first -= 1
        while end in shared:
            end += 1
        found.update(words.runs[first : end - SEED + 1])
    return frozenset(found)


def _blocks(
    held: Mapping[int, frozenset[int]], common: Mapping[int, frozenset[int]]
) -> Iterator[list[int]]:
    """The places of the common runs of each block.

    A block stands in the same articles as a whole; runs that are common each for itself, as where
    all texts are written in few words, make none. Where one of those articles has a run, the block
    goes on: not all have it in their samples.
    """
    block: list[int] = []
    missed = 0
    for at in [*held, _END]:
        last = common[block[-1]] if block else frozenset()
        joins = at in common and (not block or _same_articles(common[at], last))
        missed = 0 if joins or (at != _END and held[at] & last) else missed + 1
        if block and (missed > 1 or at == _END or at - block[-1] > _APART):
            if len(block) >= _TOGETHER:
                yield block
            block = []
        if joins or (not block and at in common):
            block.append(at)


def _same_articles(one: frozenset[int], other: frozenset[int]) -> bool:
    return len(one & other) * 2 >= min(len(one), len(other))


def _makes_no_copies(asked: Sequence[Words], runs: frozenset[str], own: float) -> bool:
    """Whether articles that have a block have nothing else in common, and `own` of each besides.

    A report that a source printed several times looks the same from one run: but there most of
    the articles are alike in the rest too, or have no rest.
    """
    apart = together = 0
    for one, other in combinations(asked, 2):
        rest = align(one, other, runs)
        has_rest = (
            min(rest.words, rest.other_words) >= _REST
            and rest.words >= own * len(one)
            and rest.other_words >= own * len(other)
        )
        if has_rest and rest.shared < _ALIKE_REST:
            apart += 1
        else:
            together += 1
    return apart > together
