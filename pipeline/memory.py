"""What is learned of one source: the lines that it repeats, and the shapes of its articles' URLs.

A memory is a frozen value: learning gives a new one. Lines are kept as skeletons (letters and
digits), so that spacing and punctuation do not hide a repetition. Counts fade: when as many
articles as a window holds have been learned from, all counts are halved, so that what a source
stopped repeating is forgotten.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date, timedelta
from itertools import chain

from pipeline.fingerprints import skeleton
from pipeline.ledger import REPEATED, rebuild
from pipeline.lines.among_house import AMONG
from pipeline.lines.house_lines import HOUSE_RULES
from pipeline.lines.plain_lines import AS_HEAD, MARKED
from pipeline.lines.speaking import points_here
from pipeline.lines.tails import TAILED, is_tailed
from pipeline.lines.units import UNIT
from pipeline.records import Article, Block, BlockKind, LineCount, Memory
from pipeline.repeats.counted_sentences import counted_keys
from pipeline.repeats.evidence import Least, least_of
from pipeline.repeats.filled_lines import fillings, own_phrases
from pipeline.repeats.head_keys import (
    heading_on_all,
    heads_amid,
    items_amid,
    keys_of_head,
    labels_above,
)
from pipeline.repeats.house_elements import (
    NOT_KNOWN_BY,
    held_in_house,
    is_of_house,
    is_selector,
    lines_of_elements,
)
from pipeline.repeats.house_keys import house_key, house_keys
from pipeline.repeats.last_sentences import added_key, parted_at_last
from pipeline.repeats.line_keys import (
    ADDRESS,
    SPOKEN,
    address_line,
    dated_line,
    filled_line,
    framed_ends,
    long_line,
    spoken_lines,
)
from pipeline.repeats.number_keys import numbered_alone, numbered_line, numbered_on_all
from pipeline.repeats.other_titles import label_key, label_of_other, title_keys
from pipeline.repeats.question_keys import ANSWERED, asked_lines, said_behind
from pipeline.repeats.repeated import OTHER_ARTICLE, at_edges
from pipeline.repeats.short_lines import rows_of, short_lines
from pipeline.repeats.small_parts import small_parts
from pipeline.repeats.template_marks import TOLD
from pipeline.repeats.templates import RECENT_ARTICLES, articles_of, is_key, is_told, templates
from pipeline.url_shapes import url_shape

EMPTY = Memory()

LEAST_ARTICLES = 3
"""A line seen in fewer distinct articles is not called repeated."""

LAST_LINES = 4
"""Lines at a text's end that may be a template's, one below the other. Lines of figures may be an
article's own, and are learned as the last alone."""

WINDOW = 200
"""Articles after which all counts are halved."""

COPY_SHARE = 0.5
"""An article of which so large a share of lines is known already is a copy, and teaches nothing."""

EDGE_LINES = 500
"""Of an article of more than twice as many lines its first and its last teach: what a source
repeats stands there, and one article must not drive out what all others taught."""

MAX_LINE_CHARS = 300
MIN_LINE_CHARS = 4
MAX_LINES = 5_000
MAX_TITLES = 1_000
"""Titles that a memory holds: it goes with each page to another process."""
FORGET_AFTER = timedelta(days=30)


def learn(memory: Memory, article: Article, today: date) -> Memory:
    """The memory after one more article; the same memory where the article is a copy."""
    looks = replace(article.looks, plain=_surely_plain(article, memory))
    article = replace(article, looks=looks)
    several = _known_already(article, memory)
    short = short_lines(article.blocks, article.removed, looks, several)
    lines = _teaching_lines(article) | _labels(article, memory.titles)
    lines |= {*looks.signed}
    lines |= templates(short, memory.recent, article.title, article.language)
    lines |= lines_of_elements(article, memory.lines) | small_parts(article, memory.lines)
    whole = [line for line in lines if line.isalnum()]  # no frame of a template
    known = [line for line in whole if line in memory.lines]
    fresh = [line for line in known if memory.lines[line].articles < LEAST_ARTICLES]
    if len(whole) >= LEAST_ARTICLES and len(fresh) >= len(whole) * COPY_SHARE:
        return memory
    counts = dict(memory.lines)
    for line in lines:
        before = counts.get(line)
        is_new = before is None and is_key(line) and not line.endswith(TOLD)
        first = articles_of(line, memory.recent) if is_new else 0
        counts[line] = LineCount((before.articles if before else first) + 1, today)
    shapes = dict(memory.shapes)
    shape = url_shape(article.url)
    shapes[shape] = shapes.get(shape, 0) + 1
    titles = memory.titles
    if len(titles) < MAX_TITLES:
        titles |= title_keys([article.title])
    learned = replace(
        memory,
        lines=counts,
        shapes=shapes,
        titles=titles,
        recent=(short, *memory.recent[: RECENT_ARTICLES - 1]),
        articles=memory.articles + 1,
    )
    return _bounded(learned, today)


def _surely_plain(article: Article, memory: Memory) -> tuple[str, ...]:
    """The plain lines of an article that are no heads: its others are marked, or the source's are,
    or they stand above all of its text. A line that is marked in another article is a head."""
    marked = memory.lines.get(MARKED)
    all_are = article.looks.marked or (
        marked is not None and marked.articles >= _least(MARKING, memory)
    )
    return tuple(
        text
        for text in article.looks.plain
        if (all_are or text == article.blocks[0].text)
        and f"{skeleton(text)}{AS_HEAD}" not in memory.lines
    )


MARKING: Least = (3, 0.25)
"""Of articles with heads that are marked, of a source that marks them."""
KNOWN: Least = (3, 0.1)
"""Of lines that a source will repeat, though it may not yet have been seen to."""


def _least(needed: Least, memory: Memory) -> float:
    """On how many of the source's articles something must be."""
    few, share = needed
    return max(few, share * memory.articles)


def _known_already(article: Article, memory: Memory) -> frozenset[str]:
    """The skeletons of an article's lines that several others have."""
    least = _least(KNOWN, memory)
    lines = {skeleton(block.text) for block in article.blocks if len(block.text) <= MAX_LINE_CHARS}
    counts = ((line, memory.lines.get(line)) for line in lines)
    return frozenset(line for line, count in counts if count and count.articles >= least)


def repeated_lines(memory: Memory) -> frozenset[str]:
    """What the lines are known by that the source repeats: their skeletons, the frames that it
    fills, and the labels behind which titles of other articles stood, however seldom."""
    # A crawl that was killed had stored articles of which it had not learned yet.
    compared = max(memory.articles, len(memory.recent))

    def articles_with(line: str) -> int:
        count = memory.lines.get(line)
        return count.articles if count else 0

    def is_repeated(line: str, articles: int) -> bool:
        if is_selector(line):
            return is_of_house(line, memory.lines)
        if line[-1] in NOT_KNOWN_BY:
            return False
        few, share = least_of(line)
        by_comparison = is_key(line)
        if by_comparison and is_told(line, articles, articles_with):
            return False
        return articles >= max(few, share * (compared if by_comparison else memory.articles))

    return frozenset(
        line
        for line, count in memory.lines.items()
        if count.articles > 1 and is_repeated(line, count.articles)
    )


def known_later(memory: Memory) -> frozenset[str]:
    """The same for articles that are stored, of which nobody knows what elements held their lines:
    what these are told by, too."""
    known = repeated_lines(memory)
    return known | held_in_house(known, memory.lines)


def for_extraction(memory: Memory) -> Memory:
    """What extraction asks of a memory: all else need not go to another process."""
    lines = {line: memory.lines[line] for line in repeated_lines(memory)}
    articles = min(memory.articles, LEAST_ARTICLES)
    return replace(memory, lines=lines, shapes={}, recent=(), articles=articles)


def for_listings(memory: Memory) -> Memory:
    """What a listing asks of a memory: the shapes of addresses."""
    return Memory(shapes=memory.shapes, articles=memory.articles)


def _labels(article: Article, titles: frozenset[str]) -> set[str]:
    """The labels before the titles of other articles in an article's lines."""
    if not titles:
        return set()
    own = skeleton(article.title)
    texts = [block.text for block in article.blocks if len(block.text) <= MAX_LINE_CHARS]
    texts += [r.text for r in article.removed if r.rule in (REPEATED, OTHER_ARTICLE)]
    labels = (label_of_other(text, titles, own) for text in texts)
    return {key for label in labels if label and (key := label_key(label))}


def _teaching_lines(article: Article) -> set[str]:
    """The lines that may be boilerplate: no headings but those above what was taken out, not the
    title, nothing long."""
    title = skeleton(article.title)
    blocks = [block for block in article.blocks if block.kind is not BlockKind.HEADING]
    if len(blocks) > 2 * EDGE_LINES:
        blocks = blocks[:EDGE_LINES] + blocks[-EDGE_LINES:]
    gone = [Block(r.kind, r.text) for r in article.removed if r.rule in _BY_PLACE]
    blocks += gone
    whole = rebuild(article.blocks, article.removed)
    gone_by = {removed.index: removed.rule for removed in article.removed}
    blocks += _headings_of(whole, gone_by)
    blocks += [row for block in blocks if "\n" in block.text for row in rows_of(block)]
    heads = {
        head: places
        for head, places in heads_amid([*chain(*map(rows_of, article.blocks))]).items()
        if head.text not in (*article.looks.insets, *article.looks.plain)
    }
    items = items_amid(article.blocks)
    plain = (b for b in blocks if b not in heads and b not in items)
    lines = {skeleton(b.text) for b in plain if len(b.text) <= MAX_LINE_CHARS}
    parted = parted_at_last(article.blocks[-1]) if article.blocks else None
    lines |= {added_key(block) for block in (*(parted or ())[1:], *gone)}
    lines |= {*items.values()}
    lines |= {line for head, places in heads.items() for line in keys_of_head(head, places)}
    ends = (*(rows_of(block)[-1] for block in article.blocks[-LAST_LINES:]), *gone)
    edges = (*article.blocks[:1], *ends[-len(gone) - 1 :])
    lines |= {line for block in edges if (line := numbered_line(block))}
    few = (*(row for block in at_edges(article.blocks) for row in rows_of(block)), *gone)
    lines |= {line for block in few if (line := numbered_on_all(block))}
    lines |= {line for b in (*article.blocks, *gone) if (line := heading_on_all(b))}
    lines |= {*chain(*labels_above(whole, [gone_by.get(i) for i in range(len(whole))]).values())}
    lines |= {line for block in (*article.blocks, *gone) if (line := dated_line(block))}
    lines |= {TAILED} if is_tailed(whole, gone_by) else set()
    lines |= {f"{skeleton(text)}{AS_HEAD}" for text in article.looks.marked}
    lines |= {MARKED} if article.looks.marked else set()
    lines |= {ADDRESS} if address_line((*article.blocks, *gone)) else set()
    lines |= numbered_alone((*article.blocks, *gone)).keys()
    lines |= {*counted_keys(article.blocks, gone, article.language)}
    lines |= _asked((*article.blocks, *gone), article.language)
    lines |= spoken_lines((*article.blocks, *gone), article.language)
    lines |= {line for block in ends for line in framed_ends(block)}
    lines |= {line for block in (*article.blocks[-2:], *gone) if (line := long_line(block))}
    phrases = own_phrases(own_values(article))
    lines |= {line for block in blocks if (line := filled_line(block, phrases))}
    lines |= {*house_keys(article.blocks, phrases, article.language)}
    said = (Block(r.kind, r.text) for r in article.removed if r.rule in HOUSE_RULES)
    lines |= {line for block in (*gone, *said) if (line := house_key(block, phrases))}
    return {line for line in lines if len(line) >= MIN_LINE_CHARS and line.rstrip(SPOKEN) != title}


_BY_PLACE = frozenset({REPEATED, AMONG, UNIT})
"""Rules of lines that teach as those that stay do: elsewhere they stand beside no others."""


def _asked(blocks: Sequence[Block], language: str | None) -> set[str]:
    """What the lines that ask something are known by. What one says behind that in a sentence is a
    text's, but where it speaks of what is the site's: «Seen something? Our inbox is open.»"""
    return {
        key
        for key, block in asked_lines(blocks).items()
        if not key.endswith(ANSWERED) or points_here(said_behind(block.text), language)
    }


def _headings_of(lines: Sequence[Block], gone: Mapping[int, str]) -> list[Block]:
    """The headings right above a line that was taken out: of a box, perhaps, that stands in all
    articles of the source."""
    return [
        block
        for i, block in enumerate(lines)
        if block.kind is BlockKind.HEADING and i not in gone and i + 1 in gone
    ]


def own_values(article: Article) -> tuple[str, ...]:
    """What a template may fill an article's lines with."""
    return fillings(article.title, article.authors, article.section, article.tags)


def _bounded(memory: Memory, today: date) -> Memory:
    """Halve the counts at the window's end, and forget what was seen once and long ago."""
    lines: Mapping[str, LineCount] = memory.lines
    articles = memory.articles
    if articles >= WINDOW:
        articles //= 2
        lines = {
            line: LineCount(count.articles // 2, count.last_seen)
            for line, count in lines.items()
            if count.articles >= 2
        }
    if len(lines) > MAX_LINES:
        lines = {
            line: count
            for line, count in lines.items()
            if count.articles > 1 or today - count.last_seen < FORGET_AFTER
        }
    if len(lines) > MAX_LINES:
        order = sorted(lines.items(), key=lambda item: (item[1].articles, item[1].last_seen))
        lines = dict(order[-MAX_LINES * 3 // 4 :])
    return replace(memory, lines=lines, articles=articles)
