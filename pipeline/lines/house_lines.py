"""The lines of a text in which its house speaks, told by what stands around them."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import replace
from itertools import groupby

from pipeline.lines.about_house import about_house
from pipeline.lines.above_text import named_titles
from pipeline.lines.appeals import appeals
from pipeline.lines.asides import asides
from pipeline.lines.dressed import unbracketed
from pipeline.lines.given_back import is_signed
from pipeline.lines.judged import judged
from pipeline.lines.notices import notices
from pipeline.lines.offers import own_offers
from pipeline.lines.polite import polite_lines
from pipeline.lines.rates import RATES, rate_lines
from pipeline.lines.service_signs import own_mailboxes, service_lines
from pipeline.lines.site_words import site_lines
from pipeline.lines.spoken_texts import FOOT
from pipeline.lines.star_notes import star_notes
from pipeline.lines.steps import numbered_rows
from pipeline.punctuation import COLONS, SEMICOLONS
from pipeline.records import Block, BlockKind
from pipeline.words.careful_spelling import carefully_spelled

HOUSE_RULES = frozenset(
    f"line:{said}"
    for said in (
        "appeal", "own-offer", "notice", "service-sign", "site-words", "star-note", "polite",
        "aside", "judged", "about-house", "rates",
    )
)  # fmt: skip
"""The ledger's rules for lines in which a house speaks."""


def house_lines(
    kept: Sequence[Block], language: str | None, sites: frozenset[str], title: str
) -> dict[Block, str]:
    """The blocks of a cleaned text in which its house speaks, each with the ledger's rule for it.

    `sites` are the folded names of the site. Asides, and lines that no rule knows, are looked for
    in what the others left. What stands in a list of its own alone is read as a paragraph.
    """
    read = _as_read(kept, language)
    told_as = _TOLD_AS.get((language or "").partition("-")[0], language)
    found = _house_lines(read, told_as, sites, title)
    return {kept[at]: found[block] for at, block in enumerate(read) if block in found}


def _as_read(kept: Sequence[Block], language: str | None) -> list[Block]:
    """A text's blocks in careful spelling and out of brackets; what a list holds alone is a
    paragraph."""
    alone = _alone_in_lists(kept)
    read = [alone.get(at, block) for at, block in enumerate(kept)]
    spelled = [carefully_spelled(unbracketed(block.text), language) for block in read]
    return [
        block if block.text == text else replace(block, text=text)
        for block, text in zip(read, spelled, strict=True)
    ]


def _house_lines(
    kept: Sequence[Block], language: str | None, sites: frozenset[str], title: str
) -> dict[Block, str]:
    found = dict.fromkeys(appeals(kept, language, sites), "line:appeal")
    found |= dict.fromkeys(own_offers(kept, sites, language, title), "line:own-offer")
    found |= dict.fromkeys(notices(kept, language), "line:notice")
    signs = service_lines(kept) | own_mailboxes(kept, sites)
    found |= dict.fromkeys(signs, "line:service-sign")
    found |= dict.fromkeys(site_lines(kept, language, sites, title), "line:site-words")
    found |= dict.fromkeys(star_notes(kept), "line:star-note")
    found |= dict.fromkeys(polite_lines(kept, language), "line:polite")
    found |= dict.fromkeys(about_house(kept, sites, title), "line:about-house")
    found |= dict.fromkeys(rate_lines(kept, language, title), RATES)
    left = [block for block in kept if block not in found]
    found |= dict.fromkeys(asides(left, language, sites), "line:aside")
    left = [block for block in left if block not in found]
    if found:  # what stands above others of the house is at the text's edge without them
        found |= dict.fromkeys(notices(left, language), "line:notice")
        found |= dict.fromkeys(star_notes(left), "line:star-note")
        left = [block for block in left if block not in found]
    found |= dict.fromkeys(named_titles(left, title, sites), "line:headline")
    below = sum(block in found for block in kept[-FOOT:])
    found |= dict.fromkeys(judged(left, sites, language, title, below), "line:judged")
    steps = _numbered(kept, found) if found else frozenset()
    return {
        block: rule
        for block, rule in found.items()
        if block.text[-1] not in SEMICOLONS and block not in steps
    }


def _numbered(kept: Sequence[Block], found: Collection[Block]) -> frozenset[Block]:
    """The lines of rows of numbers that are not of the house as a whole, and of rows behind signs
    those above one that is not, or all that a line of the text announces: steps of the text's."""
    own: set[int] = set()
    for row in numbered_rows([block.text for block in kept]):
        own.update(() if all(kept[at] in found for at in row) else row)
    for row in _signed_rows(kept):
        above = row[0] - 1
        announced = above >= 0 and kept[above].text.endswith(_ANNOUNCE) and kept[above] not in found
        last = max((at for at in row if announced or kept[at] not in found), default=-1)
        own.update(at for at in row if at < last or announced)
    return frozenset(kept[at] for at in own)


def _signed_rows(kept: Sequence[Block]) -> Iterator[list[int]]:
    """The places of paragraphs that one sign begins, one below another, each row of them."""
    for sign, row in groupby(range(len(kept)), lambda at: is_signed(kept[at]) and kept[at].text[0]):
        places = [*row]
        if sign and len(places) >= LEAST_SIGNED:
            yield places


LEAST_SIGNED = 3
_ANNOUNCE = tuple(COLONS)


_TOLD_AS = {"ckb": "ku"}
"""The language by whose words the lines of another are told."""


def _alone_in_lists(kept: Sequence[Block]) -> dict[int, Block]:
    """The items that no other stands beside, as paragraphs, by their places."""
    items = {at for at, block in enumerate(kept) if block.kind is BlockKind.LIST_ITEM}
    alone = [at for at in items if items.isdisjoint((at - 1, at + 1))]
    return {at: replace(kept[at], kind=BlockKind.PARAGRAPH) for at in alone}


def with_last_rows(kept: Sequence[Block]) -> list[Block]:
    """A text with the rows of its last block, where breaks part a few, as blocks of their own: a
    page may write its last sentence and what its house says below it in one."""
    if len(kept) < LEAST_BEFORE or kept[-1].kind is not BlockKind.PARAGRAPH:
        return list(kept)
    rows = kept[-1].text.split("\n")
    if len(rows) > MAX_ROWS:
        return list(kept)
    return [*kept[:-1], *(replace(kept[-1], text=row) for row in rows)]


LEAST_BEFORE = 4
MAX_ROWS = 4
"""More rows are verse."""
