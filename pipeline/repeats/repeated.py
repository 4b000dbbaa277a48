"""Lines that a source repeats, taken out of an article at once or long after it was stored."""

from __future__ import annotations

from collections.abc import Container, Iterable, Iterator, Sequence
from dataclasses import replace
from typing import TypeVar

from pipeline.fingerprints import skeleton
from pipeline.ledger import REPEATED, Cleaned, parted, rebuild
from pipeline.lines.bullets import beside_titles, rows_of_the_site
from pipeline.lines.credits import is_sign_off
from pipeline.lines.hanging_headings import take_hanging_headings
from pipeline.lines.house_lines import house_lines
from pipeline.lines.tails import TAILED, take_tail
from pipeline.page.pieces import Extracted
from pipeline.records import Block, BlockKind, Removed
from pipeline.repeats.counted_sentences import is_counted, known_counted
from pipeline.repeats.filled_lines import SLOT, own_phrases
from pipeline.repeats.head_keys import (
    heading_on_all,
    heads_amid,
    is_known_head,
    items_amid,
    labels_above,
)
from pipeline.repeats.house_keys import OF_HOUSE, house_key, tells_nothing_of
from pipeline.repeats.last_sentences import added_key, parted_at_last
from pipeline.repeats.line_keys import (
    ADDRESS,
    DATED,
    FRAME,
    LONG,
    MAX_FILLED_CHARS,
    ON_ALL,
    address_line,
    as_spoken,
    dated_line,
    filled_line,
    framed_ends,
    long_line,
)
from pipeline.repeats.number_keys import (
    ALONE,
    COUNTER,
    COUNTER_BELOW,
    LABELLED,
    numbered_alone,
    numbered_line,
    numbered_on_all,
)
from pipeline.repeats.other_titles import key_of_line, label_of_other
from pipeline.repeats.own_lines import (
    STOPS,
    asked_in_interview,
    heads_own,
    is_background,
    is_in_own_list,
    may_be_own,
)
from pipeline.repeats.question_keys import ASKED, asked_lines
from pipeline.repeats.short_lines import placed, rows_of
from pipeline.repeats.small_parts import is_small_part
from pipeline.repeats.templates import is_key, of_templates

_Item = TypeVar("_Item")

OTHER_ARTICLE = "other-article"
"""The ledger's rule for lines that announce another article of the source."""

EDGE_LINES = 6
"""How many lines from the start, or from the end, count as the start or the end of a text."""


def clean_again(
    kept: Sequence[Block],
    removed: Sequence[Removed],
    repeated: frozenset[str],
    own: Sequence[str] = (),
    titles: frozenset[str] = frozenset(),
    language: str | None = None,
    sites: frozenset[str] = frozenset(),
) -> Cleaned | None:
    """An article that was cleaned before its source's `repeated` lines and the `titles` of its
    others were known, without them.

    `own` are the article's title, authors and topics, the title first. None where it holds none of
    the lines. A line that names agencies was kept because the source's file asks for it. In what is
    left the house is looked for again, as in a page that is read with them known: of the
    article's `language`, and the folded names of its `sites`.
    """
    repeated -= {skeleton(block.text) for block in kept if is_sign_off(block.text)}
    in_rows = [row for block in kept for row in in_known_rows(block, repeated, own)]
    among = _repeated_among(in_rows, repeated, own)
    known = {item.index: item.rule for item in removed}
    whole = rebuild(kept, removed)
    labelled = _known_labels(whole, [known.get(i) for i in range(len(whole))], repeated)
    tailed = TAILED in repeated
    if not (tailed or among or labelled or _announcing(in_rows, repeated, own, titles)):
        return None
    lines: list[Extracted] = []
    rules: list[str | None] = []
    for i, block in enumerate(whole):
        rows = [block] if i in known else in_known_rows(block, repeated, own)
        lines += [Extracted(row, bold=True) for row in rows]  # as an interviewer's may have been
        rules += [known.get(i)] * len(rows)
    take_repeated(lines, rules, repeated, own, titles)
    take_tail([line.block for line in lines], rules, TAILED in repeated)
    if sum(rule is not None for rule in rules) > len(removed):
        left = {i: lines[i].block for i, rule in enumerate(rules) if rule is None}
        house = house_lines([*left.values()], language, sites, own[0] if own else "")
        for i, block in left.items():
            rules[i] = house.get(block)
    take_hanging_headings(lines, rules)
    cleaned = parted(lines, rules)
    return cleaned if len(cleaned.removed) > len(removed) else None


def take_repeated(
    lines: Sequence[Extracted],
    rules: list[str | None],
    repeated: frozenset[str],
    own: Sequence[str] = (),
    titles: frozenset[str] = frozenset(),
) -> None:
    """Lines that the source repeats or that announce its other articles, unless they would be more
    than a third of the article.

    `own` are the article's title, authors and topics, the title first, with which a repeated line
    may be filled; `titles` are those of other articles.
    """
    left = [i for i, rule in enumerate(rules) if rule is None]
    blocks = [lines[i].block for i in left]
    among = _repeated_among(blocks, repeated, own)
    others = {left[place] for place in _announcing(blocks, repeated, own, titles)}
    labels = _known_labels([line.block for line in lines], rules, repeated)
    if not among and not others and not labels:
        return
    known = {left[place] for place in among}
    edges = {*left[:EDGE_LINES], *left[-EDGE_LINES:]}
    items = items_amid(blocks)
    asked = asked_in_interview(lines, rules, known)
    found = [
        i
        for i in sorted(known)
        if (i in edges or not is_background(lines[i]) or _is_spoken(lines[i], repeated))
        and not (i != left[0] and heads_own(lines, rules, i, known, repeated))
        and not (may_be_own(lines, i, edges, known) and is_in_own_list(lines, rules, i, known))
        and not (lines[i].block in items and items[lines[i].block] not in repeated)
        and i not in asked
    ]
    gone = dict.fromkeys(others, OTHER_ARTICLE) | dict.fromkeys((*labels, *found), REPEATED)
    # No article's own paragraph of that length stands in others too.
    left = [i for i in left if not (i in gone and long_line(lines[i].block) in repeated)] or left
    long = {i: REPEATED for i in found if i not in left}
    if not leaves_text(lines, left, gone.keys() - long):
        small = {i: REPEATED for i in found if is_small_part(lines[i].block.text, repeated)}
        gone = {i: rule for i, rule in gone.items() if lines[i].block.text[-1] not in STOPS} | long
        gone |= small
        left = [i for i in left if i not in small]
        own_lines = [i for i in left if i not in gone and lines[i].block.text[-1] in STOPS]
        if not own_lines or _chars(lines, own_lines) * 3 < _chars(lines, left):
            return
    for i, rule in gone.items():
        rules[i] = rule


def _known_labels(
    lines: Sequence[Block], rules: Sequence[str | None], repeated: frozenset[str]
) -> list[int]:
    """The places of the labels above links to other articles that the source repeats, and that no
    rule took yet."""
    above = labels_above(lines, rules)
    return [i for i, keys in above.items() if rules[i] is None and not repeated.isdisjoint(keys)]


def _chars(lines: Sequence[Extracted], which: Iterable[int]) -> int:
    return sum(len(lines[i].block.text) for i in which)


def leaves_text(lines: Sequence[Extracted], left: Sequence[int], gone: Iterable[int]) -> bool:
    """Whether no more than a third of an article would go. More may where sentences, a third of
    the article and more, are left of a flash that is set among a template's lines."""
    return _chars(lines, gone) * 3 <= _chars(lines, left)


def _announcing(
    blocks: Sequence[Block], repeated: frozenset[str], own: Sequence[str], titles: frozenset[str]
) -> set[int]:
    """The places of the blocks that announce another article, by its title or by a label that has
    stood before such titles."""
    labels = frozenset(line for line in repeated if line.endswith(":"))
    if not titles and not labels:
        return set()
    title = skeleton(own[0]) if own else ""
    found = {
        i
        for i, block in enumerate(blocks)
        if block.kind is not BlockKind.HEADING
        and len(block.text) <= MAX_FILLED_CHARS
        and (
            label_of_other(block.text, titles, title) is not None
            or (labels and key_of_line(block.text) in labels)
        )
    }
    return found | beside_titles(blocks, found)


def _repeated_among(
    blocks: Sequence[Block], repeated: frozenset[str], own: Sequence[str]
) -> set[int]:
    """The places of the blocks that the source repeats: in the same words, filled with what is the
    article's own or with whatever a template is filled, or at the start or the end with another
    number."""
    if not repeated:
        return set()
    heads = heads_amid(blocks)
    items = items_amid(blocks)
    found = {
        i
        for i, block in enumerate(blocks)
        if skeleton(block.text) in repeated
        or as_spoken(block.text) in repeated
        or added_key(block) in repeated
        or (block in heads and is_known_head(block, heads[block], repeated))
        or (block in items and items[block] in repeated)
    }
    if any(SLOT in line for line in repeated):
        phrases = own_phrases(own)
        found |= {i for i, block in enumerate(blocks) if filled_line(block, phrases) in repeated}
    if any(line.endswith(OF_HOUSE) for line in repeated):
        found |= set(_of_house(blocks, repeated, own))
    if any(line.endswith(LONG) for line in repeated):
        ends = range(max(0, len(blocks) - 2), len(blocks))
        found |= {i for i in ends if long_line(blocks[i]) in repeated}
    found |= _from_the_edges(blocks, repeated, found)
    found |= _signed_below(blocks, found, own)
    if any(line.endswith(ON_ALL) for line in repeated):
        edges = at_edges(range(len(blocks)))
        found |= {i for i in edges if numbered_on_all(blocks[i]) in repeated}
        found |= {i for i, block in enumerate(blocks) if heading_on_all(block) in repeated}
    if any(line.endswith(DATED) for line in repeated):
        found |= {i for i, block in enumerate(blocks) if dated_line(block) in repeated}
    if ADDRESS in repeated:
        found |= {i for i, block in enumerate(blocks) if block == address_line(blocks)}
    if any(line.endswith(ASKED) for line in repeated):
        asked = {block for line, block in asked_lines(blocks).items() if line in repeated}
        found |= {i for i, block in enumerate(blocks) if block in asked}
    if any(line.endswith((ALONE, LABELLED, COUNTER, COUNTER_BELOW)) for line in repeated):
        alone = {block for line, block in numbered_alone(blocks).items() if line in repeated}
        found |= {i for i, block in enumerate(blocks) if block in alone}
    if any(map(is_counted, repeated)):
        counted = known_counted(blocks, repeated)
        found |= {i for i, block in enumerate(blocks) if block in counted}
    keys = [line for line in repeated if is_key(line)]
    if not keys:
        return found | rows_of_the_site(blocks, found)
    found |= of_templates(placed(blocks, found), keys, own[0] if own else "")
    found |= _from_the_edges(blocks, repeated, found)
    return found | rows_of_the_site(blocks, found)


def _of_house(
    blocks: Sequence[Block], repeated: frozenset[str], own: Sequence[str]
) -> Iterator[int]:
    """The places of the lines that another article has too, and that tell nothing of theirs."""
    phrases = own_phrases(own)
    for i, block in enumerate(blocks):
        if house_key(block, phrases) in repeated and tells_nothing_of(blocks, i, phrases):
            yield i


def _signed_below(blocks: Sequence[Block], found: Container[int], own: Sequence[str]) -> set[int]:
    """The last place where it holds nothing but who wrote the article, below a line that the source
    repeats: «Until next Sunday,» and then a name."""
    last = len(blocks) - 1
    if last < 1 or last in found or last - 1 not in found:
        return set()
    text = skeleton(blocks[last].text)
    return {last} if any(text == skeleton(name) for name in own[1:]) else set()


def _from_the_edges(
    blocks: Sequence[Block], repeated: frozenset[str], found: Container[int]
) -> set[int]:
    """The places of the last lines, and of the first, up to one of which nothing is known."""
    framed = any(FRAME in line for line in repeated)
    edges: set[int] = set()
    for i in range(len(blocks) - 1, -1, -1):
        known = i in found or numbered_line(blocks[i]) in repeated
        if not known and not (framed and not repeated.isdisjoint(framed_ends(blocks[i]))):
            break
        edges.add(i)
    for i, block in enumerate(blocks):
        if i not in found and numbered_line(block) not in repeated:
            break
        edges.add(i)
    return edges


def at_edges(items: Sequence[_Item]) -> list[_Item]:
    """The first and the last few."""
    if len(items) <= 2 * EDGE_LINES:
        return list(items)
    return [*items[:EDGE_LINES], *items[-EDGE_LINES:]]


def in_known_rows(block: Block, repeated: frozenset[str], own: Sequence[str]) -> list[Block]:
    """A block taken apart into its lines where the source repeats one of them, or the sentence with
    which it ends."""
    rows = rows_of(block)
    if len(rows) == 1:
        parted = parted_at_last(block)
        added = parted is not None and added_key(parted[1]) in repeated
        return [*parted] if parted and added and skeleton(block.text) not in repeated else [block]
    phrases = own_phrases(own)
    known = any(skeleton(r.text) in repeated or filled_line(r, phrases) in repeated for r in rows)
    last = (*framed_ends(rows[-1]), numbered_line(rows[-1]))
    if known or not repeated.isdisjoint(last):
        return rows
    keys = [line for line in repeated if is_key(line)]
    if not keys:
        return [block]
    lines = {i: replace(line, below=True) for i, line in placed(rows).items()}
    return rows if of_templates(lines, keys, own[0] if own else "") else [block]


def _is_spoken(line: Extracted, repeated: frozenset[str]) -> bool:
    return (
        as_spoken(line.block.text) in repeated or skeleton(line.block.text) + OF_HOUSE in repeated
    )
