"""The cleaned text of a page, and who signs it.

A signature is a line of the text until it is told from it, and what a house says of itself another:
each is looked for in what those before it have left.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import NamedTuple

from pipeline.bodies.body import extract_blocks
from pipeline.bodies.described import OF_WORDS, OPENING, described_by
from pipeline.bodies.scripted import scripted_body
from pipeline.clean import SIGN_OFFS_STAY, clean_blocks, separate
from pipeline.declared.metadata import Metadata
from pipeline.fingerprints import skeleton
from pipeline.language import language_of_rules
from pipeline.ledger import Cleaned, rebuild
from pipeline.lines.above_text import ABOVE_TEXT, lines_above
from pipeline.lines.amid_facts import amid_facts
from pipeline.lines.among_house import AMONG, among_house, rules_of
from pipeline.lines.bullets import LONE_ROW, lone_rows
from pipeline.lines.credits import is_agency
from pipeline.lines.excerpts import EXCERPT, cut_reports, excerpts
from pipeline.lines.fact_rows import fact_rows
from pipeline.lines.given_back import bold_answers, bold_questions
from pipeline.lines.house_lines import house_lines, with_last_rows
from pipeline.lines.left_in_boxes import LEFT, left_in_boxes
from pipeline.lines.listed_below import LISTED, listed_below
from pipeline.lines.parted_facts import parted_facts
from pipeline.lines.rows_of_boxes import told_in_rows
from pipeline.lines.rules_to_try import patterns_of
from pipeline.lines.set_apart import SET_APART, set_apart
from pipeline.lines.tails import TAIL, open_tail
from pipeline.lines.tickers import TICKER, ticker_lines
from pipeline.lines.units import UNIT, house_units
from pipeline.page.elements import letters
from pipeline.page.html import Document
from pipeline.page.pieces import Extracted
from pipeline.people.boxes_below import told_in_box
from pipeline.people.codes import part_code
from pipeline.people.contacted import without_contacts
from pipeline.people.datelines import persons_in_dateline
from pipeline.people.dense_lines import is_paper
from pipeline.people.dense_reporters import (
    reporters_at_end,
    reporters_in_dateline,
    reporters_labelled_at_end,
)
from pipeline.people.desks import posts_for_others, who_signs
from pipeline.people.houses import is_site
from pipeline.people.labels_here import is_source_here
from pipeline.people.named_below import named_below, told_below_link
from pipeline.people.opening_verbs import person_before_verb
from pipeline.people.signatures import NO_TITLE_CASE, find_signatures, opens_text
from pipeline.people.signed_in_removed import only_edited, signed_in_removed
from pipeline.people.signing_places import END
from pipeline.people.who_wrote import are_with_house, who_wrote, without_said
from pipeline.people.written_lines import is_written
from pipeline.records import Block, Page, Source
from pipeline.repeats.house_elements import with_selectors
from pipeline.source_rules import dropped, selected
from pipeline.titles.site_names import house_keys

POOR_CHARS = 600
"""A visible text so short is looked for in the page's scripts too: a page may show no more of its
article than the standfirst."""
SAMPLE_LINES = 12
"""Lines of a text by which the language of its rules is told."""
SIGNATURE = "line:signature"
"""The ledger's rule for the lines that sign a text."""


class Known(NamedTuple):
    """What an extraction knows of a page's source."""

    lines: frozenset[str]
    """What the lines that it repeats, and the places at which it signs, are known by."""
    titles: frozenset[str]


def read_text(
    page: Page,
    doc: Document,
    meta: Metadata,
    title: str,
    known: Known,
    today: date,
    authors: tuple[str, ...],
    own_values: tuple[str, ...],
) -> tuple[Cleaned, tuple[str, ...]]:
    """The cleaned text, and the authors, whom a line of it may tell that the page says nowhere.

    `own_values` are what the site's templates may fill their lines with.
    """
    read = _read(page, doc, meta, title, known, today, own_values)
    cleaned, language = read.cleaned, read.cleaning.language
    sites = house_keys(doc, meta, title)
    own = tuple(n for n in authors if not (is_site(n, sites) or is_paper(n)))
    whole = rebuild(cleaned.kept, cleaned.removed)
    own = who_signs(own, signed_in_removed(without_said(whole, cleaned.removed)))
    found = house_lines(with_last_rows(cleaned.kept), language, sites, title)
    described = described_by(meta, read.extracted)
    for block in bold_answers(cleaned.kept, found, read.extracted):
        del found[block]
    for block in bold_questions(cleaned.kept, found, read.extracted):
        del found[block]
    for block in cleaned.kept[:OPENING]:
        if found.get(block) in OF_WORDS and skeleton(block.text) in described:
            del found[block]  # it is what the page says that it tells of
    found |= dict.fromkeys(house_units(whole, cleaned.removed, found, authors, language), UNIT)
    text = [block for block in cleaned.kept if block not in found]
    signatures, signers = _signatures(read, text, doc, meta, own, sites, ends_so=END in known.lines)
    dated = _in_dateline(cleaned, signers or own, sites, title)
    dated = () if {*dated} < {*signers} else dated  # a line that signs may read like one
    house, authors = authors, dated or signers or authors
    left = [block for block in text if block not in signatures]
    signatures |= named_below(left, own, title, language)
    signatures |= told_below_link(read.extracted, left, own)
    signatures |= told_in_box(read.extracted, left, own)
    found |= dict.fromkeys(signatures, SIGNATURE)
    left = [block for block in text if block not in signatures]
    found |= _unruled_lines(left, found, read, title, described)
    found |= dict.fromkeys(cut_reports([b for b in left if b not in found], sites), EXCERPT)
    among = among_house(whole, cleaned.removed, found, language, read.extracted)
    found |= dict.fromkeys(among, AMONG)
    found |= dict.fromkeys(left_in_boxes(read.extracted, whole, cleaned.removed, found), LEFT)
    for block in told_in_rows(read.extracted, found):
        del found[block]
    found |= dict.fromkeys(listed_below(whole, cleaned.removed, found), LISTED)
    found |= dict.fromkeys(fact_rows(whole, cleaned.removed, found), ABOVE_TEXT)
    found |= dict.fromkeys(amid_facts(whole, cleaned.removed, found), ABOVE_TEXT)
    cleaned = read.without(found) if found else cleaned
    persons = who_wrote(doc, title, cleaned, whole, authors, sites)
    persons = house if are_with_house(persons, cleaned.removed, house, sites) else persons
    persons = without_contacts(doc, meta, title, persons, cleaned)
    rules = rules_of([line.block for line in cleaned.lines], cleaned.removed, {})
    looks = with_selectors(cleaned.looks, cleaned.lines, rules)
    return replace(cleaned, looks=looks), persons


@dataclass(frozen=True, slots=True)
class _Cleaning:
    """What the lines of one page are cleaned by."""

    language: str | None
    options: frozenset[str]
    repeated: frozenset[str]
    own_values: tuple[str, ...]
    titles: frozenset[str]

    def clean(self, extracted: Sequence[Extracted]) -> Cleaned:
        return clean_blocks(
            extracted, self.repeated, self.options, self.language, self.own_values, self.titles
        )


@dataclass(frozen=True, slots=True)
class _Read:
    """The lines of a page, and what cleaning leaves of them."""

    extracted: Sequence[Extracted]
    cleaning: _Cleaning
    cleaned: Cleaned

    def without(self, found: Mapping[Block, str]) -> Cleaned:
        """What cleaning leaves of the lines without those `found`, each by its rule; a row that is
        `found` alone is parted from the others of its block."""
        kept = frozenset(self.cleaned.kept)
        if kept and self.cleaned.kept[-1] in found:  # whole, whatever some of its rows are
            found = {block: rule for block, rule in found.items() if block in kept}
        rows = frozenset(block.text for block in found if block not in kept)
        patterns = patterns_of(self.cleaning.language, self.cleaning.options)
        return self.cleaning.clean(
            [
                replace(line, rule=line.rule or found[line.block]) if line.block in found else line
                for line in separate(self.extracted, patterns, rows)
            ]
        )


def _read(
    page: Page,
    doc: Document,
    meta: Metadata,
    title: str,
    known: Known,
    today: date,
    own_values: tuple[str, ...],
) -> _Read:
    """The lines of a page cleaned by its rules, from its scripts where it shows too few."""
    extracted: Sequence[Extracted] = extract_blocks(
        doc,
        meta,
        title,
        containers=selected(doc, page.source, "body", today),
        dropped=dropped(doc, page.source, today),
    )
    cleaning = _cleaning(page.source, doc, known, own_values, extracted)
    cleaned = cleaning.clean(extracted)
    if sum(len(block.text) for block in cleaned.kept) < POOR_CHARS:
        scripted = scripted_body(doc, meta, title, cleaned.kept)
        if scripted:
            cleaning = replace(cleaning, language=_language(doc, scripted))
            extracted, cleaned = scripted, cleaning.clean(scripted)
    parted_code = part_code(extracted, cleaned.kept[-1]) if cleaned.kept else None
    if parted_code:
        extracted, cleaned = parted_code, cleaning.clean(parted_code)
    return _Read(extracted, cleaning, cleaned)


def _cleaning(
    source: Source | None,
    doc: Document,
    known: Known,
    own_values: tuple[str, ...],
    extracted: Sequence[Extracted],
) -> _Cleaning:
    keep = source is not None and source.agency_sign_offs
    return _Cleaning(
        _language(doc, extracted),
        frozenset({SIGN_OFFS_STAY}) if keep else frozenset(),
        known.lines,
        own_values,
        known.titles,
    )


def _language(doc: Document, extracted: Sequence[Extracted]) -> str | None:
    """The language by whose rules an extraction is cleaned."""
    sample = " ".join(line.block.text for line in extracted[:SAMPLE_LINES] if line.rule is None)
    return language_of_rules(doc.html_language, sample)


def _signatures(
    read: _Read,
    text: Sequence[Block],
    doc: Document,
    meta: Metadata,
    own: tuple[str, ...],
    sites: frozenset[str],
    *,
    ends_so: bool,
) -> tuple[frozenset[Block], tuple[str, ...]]:
    """The lines that sign a text, and who signs; whom metadata name there may only have edited."""
    editors = own if only_edited(own, read.cleaned.removed) else ()
    if own and opens_text(text) and not any(is_written(doc, name) for name in own):
        editors = own  # who posts it all, of whom no reader sees a word
    signatures, signers = find_signatures(
        text,
        frozenset(line.block for line in read.extracted if line.signed),
        () if editors else own,
        sites,
        frozenset(letters(said.value) for said in meta.sections) - {""},
        title_case=doc.html_language not in NO_TITLE_CASE,
        ends_so=ends_so,
    )
    signers = tuple(name for name in signers if not is_source_here(doc, name))
    return signatures, signers or editors


def _unruled_lines(
    text: Sequence[Block],
    found: Collection[Block],
    read: _Read,
    title: str,
    described: frozenset[str],
) -> dict[Block, str]:
    """The lines of a text that no rule knows and none signs, told by where they stand and what is
    beside them, each with the ledger's rule for it; of its last rows those are `found` already."""
    rows = [block for block in with_last_rows(text) if block not in found]
    told = dict.fromkeys(open_tail(rows, read.cleaning.language), TAIL)
    told |= dict.fromkeys(lone_rows(text), LONE_ROW)
    told |= dict.fromkeys(tickers := ticker_lines(text), TICKER)
    left = [block for block in text if block not in tickers]
    told |= dict.fromkeys(facts := parted_facts(left, read.extracted), ABOVE_TEXT)
    left = [block for block in left if block not in facts]
    told |= dict.fromkeys(lines_above(left, read.extracted, title, described), ABOVE_TEXT)
    told |= dict.fromkeys(set_apart(left, read.extracted), SET_APART)
    return told | dict.fromkeys(excerpts(left), EXCERPT)


def _in_dateline(
    cleaned: Cleaned, known: tuple[str, ...], sites: frozenset[str], title: str
) -> tuple[str, ...]:
    """Who reports by a text's dateline: metadata name who posted or edited it then. Where nobody is
    known, the brackets behind the last sentence tell it too."""
    if not cleaned.kept:
        return ()
    first = [block.text for block in cleaned.kept[:DATED]]
    reporters = next(filter(None, map(reporters_in_dateline, first)), ())
    reporters = reporters or reporters_labelled_at_end(cleaned.kept[-1].text)
    by_desk = bool(known) and all(posts_for_others(name) or is_agency(name) for name in known)
    if reporters or (known and not by_desk):
        return reporters
    persons = next(filter(None, (persons_in_dateline(text, sites) for text in first)), ())
    persons = persons or person_before_verb(
        first[0], [title, *(block.text for block in cleaned.kept[1:])]
    )
    return persons or (() if by_desk else reporters_at_end(cleaned.kept[-1].text))


DATED = 2
"""Lines of a text of which the first with a place may be one: a standfirst may go before."""
