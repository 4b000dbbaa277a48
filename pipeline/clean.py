"""Boilerplate out, line by line, each removal with the rule that made it.

Rules are data (`pipeline.lines.rulebook`). What was extracted is kept or removed, never changed:
`pipeline.ledger` gives it back.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from functools import partial

from pipeline.ledger import Cleaned, parted
from pipeline.lines.above_text import part_opening
from pipeline.lines.announced import take_announced
from pipeline.lines.bullets import parts_rows
from pipeline.lines.contacts import take_contacts
from pipeline.lines.contents import take_contents
from pipeline.lines.credits import is_sign_off
from pipeline.lines.dressed import plainly_written
from pipeline.lines.emptied_boxes import take_heads_of_emptied
from pipeline.lines.entry_heads import give_figures_back, give_heads_back, give_marks_back
from pipeline.lines.given_back import give_items_back
from pipeline.lines.hanging_headings import take_hanging_headings, take_heads_of_links
from pipeline.lines.labelled_points import give_points_back
from pipeline.lines.paid_lines import take_paid_lines
from pipeline.lines.restated import take_restated
from pipeline.lines.rulebook import Place
from pipeline.lines.rules_to_try import Patterns, patterns_of
from pipeline.lines.run_on import without_run_on
from pipeline.lines.standing_rules import StandingRules
from pipeline.lines.star_notes import ends_in_note
from pipeline.lines.steps import give_asked_back
from pipeline.lines.tails import TAILED, take_tail
from pipeline.lines.telling import tells
from pipeline.lines.watermarks import (
    give_digests_back,
    is_digest,
    is_place,
    split_at_watermark,
    take_addresses,
)
from pipeline.page.pieces import Extracted
from pipeline.page.selectors import selectors_of
from pipeline.patterns.rule_words import folded_line
from pipeline.punctuation import SENTENCE_ENDS
from pipeline.records import BlockKind
from pipeline.repeats.house_elements import is_selector, take_house_elements
from pipeline.repeats.repeated import EDGE_LINES, in_known_rows, take_repeated
from pipeline.rule_of_line import rule_of


def clean_blocks(
    extracted: Sequence[Extracted],
    repeated: frozenset[str] = frozenset(),
    options: frozenset[str] = frozenset(),
    language: str | None = None,
    own: Sequence[str] = (),
    titles: frozenset[str] = frozenset(),
) -> Cleaned:
    """Take boilerplate out of an extraction.

    `repeated` holds the skeletons of lines that the source is known to repeat; `options` names
    optional rules to use (for instance "agency-sign-off"). `language` is what the page says of
    itself, with which patterns of other languages of the same script are left out; None tries all.
    `own` are the article's title, authors and topics, the title first, with which a repeated line
    may be filled; `titles` are those of the source's other articles.
    """
    patterns = patterns_of(language, options)
    lines = list(_with_known_rows(separate(extracted, patterns), repeated, own))
    rules = [line.rule for line in lines]
    _take_ruled(lines, rules, patterns)
    give_heads_back(lines, rules, language)
    give_marks_back(lines, rules)
    give_points_back(lines, rules)
    give_figures_back(lines, rules)
    give_digests_back(lines, rules)
    give_items_back(lines, rules, own[0] if own else "")
    give_asked_back(lines, rules, own[0] if own else "", language)
    take_addresses(lines, rules)
    if take_contacts(lines, rules):
        _take_at_end(lines, rules, patterns)
    _take_places(lines, rules)
    take_announced(lines, rules)
    take_contents([line.block for line in lines], rules)
    take_restated([line.block for line in lines], rules)
    take_paid_lines(lines, rules)
    take_repeated(lines, rules, repeated, own, titles)
    if any(map(is_selector, repeated)):
        take_house_elements(lines, rules, selectors_of(lines), repeated)
    closings = patterns_of(language, options, last=True)
    _take_last(lines, rules, closings)
    if SIGN_OFFS_STAY in options:
        _give_sign_offs_back(lines, rules)
    left = rules.count(None)
    take_tail([line.block for line in lines], rules, TAILED in repeated, language)
    if rules.count(None) < left:  # what stood above a template's line is the last
        _take_last(lines, rules, closings)
    take_heads_of_emptied(lines, rules)
    take_heads_of_links(lines, rules)
    take_hanging_headings(lines, rules)
    return parted(lines, rules)


def _take_ruled(lines: Sequence[Extracted], rules: list[str | None], patterns: Patterns) -> None:
    """Give each line the rule that knows it. Lines that come to stand at the end, as those below
    them went, are read once more."""
    left = [i for i, rule in enumerate(rules) if rule is None]
    read = set(left[-EDGE_LINES:])
    for place, i in enumerate(left):
        at = Place(place < EDGE_LINES, i in read, place < TOP_LINES)
        rules[i] = rule_of(lines[i], at, patterns)
    _take_at_end(lines, rules, patterns, read)


def _take_at_end(
    lines: Sequence[Extracted],
    rules: list[str | None],
    patterns: Patterns,
    read: Iterable[int] = (),
) -> None:
    """Give lines at the end the rule that knows them there, but those that were `read` so."""
    known = set(read)
    while True:
        left = [i for i, rule in enumerate(rules) if rule is None]
        ending = [i for i in left[-EDGE_LINES:] if i not in known]
        if not ending:
            return
        known.update(ending)
        for i in ending:
            rules[i] = rule_of(lines[i], Place(False, True, False), patterns)


TOP_LINES = 2
"""Lines above a text of which some say what others say below it."""
SIGN_OFFS_STAY = "keep-agency-sign-offs"
SIGNING_LINES = 2
"""Lines right below a text that may name its agencies."""


def _give_sign_offs_back(lines: Sequence[Extracted], rules: list[str | None]) -> None:
    """Lines that only name agencies, right below the text, stay whatever rule knows them."""
    last = max((i for i, rule in enumerate(rules) if rule is None), default=len(lines))
    for i in range(last + 1, min(last + 1 + SIGNING_LINES, len(lines))):
        if is_sign_off(lines[i].block.text):
            rules[i] = None


def _take_last(lines: Sequence[Extracted], rules: list[str | None], patterns: Patterns) -> None:
    """What asks readers for their opinion below the text's last line."""
    for i in range(len(lines) - 1, 0, -1):
        if rules[i] is not None:
            continue
        text = lines[i].block.text
        spelled = plainly_written(text, patterns.language)
        low = folded_line(spelled)
        asked = (
            rule
            for rule in patterns.of(text)
            if len(text) <= rule.max_chars
            and (rule.matches_folded(spelled, low) or (spelled != text and rule.matches(text)))
            and not tells(text, rule.language, rule.kind, lines[i].linked)
        )
        rule = next(asked, None)
        if rule is None:
            return
        rules[i] = rule.name


_NO_RULES = StandingRules(())
_NO_PATTERNS = Patterns((), lambda _: _NO_RULES)


LAST_LINES = 2
"""Lines at a text's end whose last sentences a house may have added."""


def separate(
    extracted: Sequence[Extracted],
    patterns: Patterns = _NO_PATTERNS,
    known: frozenset[str] = frozenset(),
) -> Iterator[Extracted]:
    """The extraction with marks that stand at the end of a paragraph as lines of their own.

    A block of several lines is taken apart where one of them is boilerplate, or `known` to be.
    """
    lines = [*part_opening(extracted)]
    last = [i for i, line in enumerate(lines) if line.rule is None][-LAST_LINES:]
    known_as = partial(rule_of, at=Place(False, True), patterns=patterns)
    for i, line in enumerate(lines):
        text = line.block.text
        if line.rule is not None or line.block.kind is BlockKind.CODE:
            yield line
            continue
        is_row = line.block.kind is BlockKind.TABLE_ROW
        parts = [text] if is_row else split_at_watermark(text)
        if "\n" in text:
            rows = [row for part in parts for row in part.split("\n")]
            listed = is_row or sum(map(is_digest, rows)) > 1
            if (
                ends_in_note(rows)
                or not known.isdisjoint(rows)
                or parts_rows(rows)
                or any(
                    rule_of(line.with_text(row), Place(True, True), patterns)
                    for row in rows
                    if not (listed and is_digest(row))
                )
            ):
                parts = rows
        for part in parts:
            whole = line if len(parts) == 1 else line.with_text(part)
            yield from without_run_on(whole, known_as, ends=i in last)


def _with_known_rows(
    lines: Iterable[Extracted], repeated: frozenset[str], own: Sequence[str]
) -> Iterator[Extracted]:
    """The lines, and in place of a block those of its lines where the source repeats one."""
    for line in lines:
        if line.rule is not None or not repeated:
            yield line
        else:
            rows = in_known_rows(line.block, repeated, own)
            yield from (replace(line, block=row) for row in rows)


MAX_PLACE_CHARS = 30
"""A last line after a watermark, or one between two, that is no longer is the reader's place,
whatever its form."""


def _take_places(lines: Sequence[Extracted], rules: list[str | None]) -> None:
    """The place of the reader («… NL») that follows a watermark on a line of its own."""
    for i in range(1, len(lines)):
        text = lines[i].block.text
        if rules[i] is not None or rules[i - 1] != "watermark":
            continue
        last = text[-1] not in SENTENCE_ENDS and all(rules[i + 1 :])
        set_apart = last or rules[i + 1 : i + 2] == ["watermark"]
        if is_place(text) or (set_apart and len(text) < MAX_PLACE_CHARS and len(text.split()) < 4):
            rules[i] = "watermark-place"
