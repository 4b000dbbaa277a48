"""Who wrote a text, when all that signs it is known: persons first, its house where nobody else
does."""

from __future__ import annotations

from collections.abc import Sequence

from pipeline.ledger import Cleaned
from pipeline.lines.credits import agency_of
from pipeline.page.elements import letters
from pipeline.page.html import Document
from pipeline.people.alone_below import agencies_below
from pipeline.people.below_box import signed_below_box
from pipeline.people.brackets_at_end import signed_in_brackets
from pipeline.people.dated_below import signed_beside_day
from pipeline.people.desks import is_shared_account
from pipeline.people.houses import is_site
from pipeline.people.signed_in_removed import signed_in_removed
from pipeline.people.told_at_end import told_at_end
from pipeline.records import Block, BlockKind, Removed


def who_wrote(
    doc: Document,
    title: str,
    cleaned: Cleaned,
    whole: Sequence[Block],
    authors: tuple[str, ...],
    sites: frozenset[str],
) -> tuple[str, ...]:
    """The persons among the `authors`; else whom what went of a text's `whole` lines, or what is
    left of them, tells; else the authors, as the house signs what nobody else does; else the
    agencies that the text is from."""
    persons = tuple(name for name in authors if not is_site(name, sites))
    persons = () if all(map(is_shared_account, persons)) else persons
    persons = (
        persons
        or signed_in_removed(without_said(whole, cleaned.removed))
        or told_at_end(cleaned.kept, cleaned.removed, sites)
        or signed_in_brackets(cleaned.kept)
        or signed_below_box(doc, title, cleaned.kept, sites)
        or signed_beside_day(doc, title, cleaned.kept, sites)
        or authors
        or agencies_below(cleaned.kept, cleaned.removed)
    )
    return authors if [*map(letters, persons)] == [*map(letters, authors)] else persons


def are_with_house(
    persons: Sequence[str],
    removed: Sequence[Removed],
    authors: Sequence[str],
    sites: frozenset[str],
) -> bool:
    """Whether those who sign below a text are agencies without a name in a line with the house that
    signs above it: «المسار – وكالات» names nobody besides."""
    if not persons or not authors or not all(agency_of(name) == "agencies" for name in persons):
        return False
    names = [*authors, *persons]
    lines = (letters(line.text) for line in removed if len(line.text) <= MAX_WIRED_CHARS)
    return all(is_site(name, sites) for name in authors) and any(
        all(letters(name) in line for name in names) for line in lines
    )


MAX_WIRED_CHARS = 60


def without_said(whole: Sequence[Block], removed: Sequence[Removed]) -> list[Removed]:
    """What was taken out of a `whole` text, without who said a quotation: a dash begins the line
    below it."""
    return [
        line
        for line in removed
        if line.text[:1] not in _DASHES
        or not line.index
        or whole[line.index - 1].kind is not BlockKind.QUOTE
    ]


_DASHES = ("-", "–", "—")
