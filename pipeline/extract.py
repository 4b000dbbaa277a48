"""The way of a page to an article: what is done, in which order.

Each step is a module of its own and pure; this one owns the order. Bytes, what is known of the
source and the time of reading come in; an `Article` or a `Rejected` goes out.
"""

from __future__ import annotations

import logging
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import NamedTuple

from pipeline import collector
from pipeline.access import check_usable, extract_policy, is_live_blog, is_paywalled
from pipeline.belonging import belongs_to_section, next_page_url
from pipeline.bodies.body import extract_blocks
from pipeline.bodies.scripted import scripted_body
from pipeline.clean import SIGN_OFFS_STAY, clean_blocks, separate
from pipeline.days.dates import Dates, extract_dates
from pipeline.declared.metadata import Metadata, read_metadata
from pipeline.errors import Reason, Rejected, UnusablePage
from pipeline.fingerprints import content_hash
from pipeline.images import extract_image
from pipeline.language import extract_language, language_of_rules
from pipeline.ledger import Cleaned
from pipeline.limits import limits
from pipeline.lines.above_text import ABOVE_TEXT, lines_above
from pipeline.lines.bullets import LONE_ROW, lone_rows
from pipeline.lines.excerpts import EXCERPT, excerpts
from pipeline.lines.house_lines import house_lines, with_last_rows
from pipeline.lines.rulebook import patterns_of
from pipeline.lines.tails import TAIL, open_tail
from pipeline.lines.tickers import TICKER, ticker_lines
from pipeline.matter import check_is_as_listed, check_is_no_list, check_is_text
from pipeline.memory import repeated_lines
from pipeline.page.elements import letters
from pipeline.page.html import Document, parse_page
from pipeline.page.pieces import Extracted
from pipeline.people.authors import extract_authors
from pipeline.people.codes import part_code
from pipeline.people.credit_lines import only_edited, signed_in_removed
from pipeline.people.datelines import (
    persons_in_dateline,
    reporters_at_end,
    reporters_in_dateline,
)
from pipeline.people.desks import posts_for_others, who_signs
from pipeline.people.houses import is_site
from pipeline.people.named_below import named_below, told_below_link
from pipeline.people.opening_verbs import person_before_verb
from pipeline.people.signatures import NO_TITLE_CASE, find_signatures
from pipeline.people.signing_places import (
    BEGINNING,
    END,
    begins_signed,
    ends_signed,
    names_at,
    names_at_beginning,
    names_at_end,
    signing_places,
)
from pipeline.people.told_at_end import told_at_end
from pipeline.records import Article, Memory, Origin, Page, Source
from pipeline.repeats.filled_lines import fillings
from pipeline.source_rules import (
    dropped,
    selected,
    selected_names,
    selected_stamp,
    selected_text,
)
from pipeline.tags import extract_section, extract_tags
from pipeline.text import count_words, normalise, normalise_title, text_of
from pipeline.titles.site_names import names_in_tab, site_keys
from pipeline.titles.title import extract_title

log = logging.getLogger(__name__)

EXTRACTOR = "rasid/0.1"
"""Name and version of this extraction, stored with each article; raised when its answers change."""

POOR_CHARS = 600
"""A visible text so short is looked for in the page's scripts too: a page may show no more of its
article than the standfirst."""

_OF_LISTS = frozenset({Origin.FEED, Origin.LISTING})
"""Origins of a date that the page itself does not give."""
SAMPLE_LINES = 12
"""Lines of a text by which the language of its rules is told."""
MIN_WORDS = 5
"""A text of fewer words is no article. The shortest of 1,801 articles on test sites has 26."""


def extract_article(page: Page, memory: Memory, now: datetime) -> Article | Rejected:
    """The article of a page, or why it is none.

    `memory` is what is known of the page's source, `now` the time at which the page is read
    (aware). Never raises: a page on which a step fails is rejected as an extraction error, and
    the traceback is logged, unless it is the page that is too much for this process.
    """
    try:
        with collector.at_rest():
            return _read_article(page, memory, now)
    except UnusablePage as unusable:
        return unusable.rejected
    except MemoryError:
        return Rejected(Reason.EXTRACTION_ERROR, "MemoryError")
    except Exception as error:  # the page boundary: one page must not end a run
        log.exception("extraction failed on %s", page.final_url)
        return Rejected(Reason.EXTRACTION_ERROR, f"{type(error).__name__}: {error}")


def _read_article(page: Page, memory: Memory, now: datetime) -> Article:
    doc = parse_page(page)
    check_usable(doc, page)
    meta = read_metadata(doc)
    title = _title(page, doc, meta, now.date())
    authors = extract_authors(doc, meta, page.link, title)
    section = extract_section(doc, meta, page.link, title)
    tags = extract_tags(doc, meta, page.link, title)
    own = fillings(title, authors, section, tags)
    known = _Known(repeated_lines(memory), memory.titles)
    body, authors = _body(page, doc, meta, title, known, now.date(), authors, own)
    sites = site_keys(doc, meta) | names_in_tab(doc, title)
    authors = _at_known_place(doc, title, authors, body, known.lines, sites)
    authors = selected_names(doc, page.source, now.date()) or authors
    places = signing_places(doc, title, authors, sites)
    places += (END,) if ends_signed(body.removed, authors) else ()
    places += (BEGINNING,) if begins_signed(body.kept, authors, sites) else ()
    looks = replace(body.looks, signed=places)
    text = text_of(body.kept)
    if len(text) > limits().max_text:
        raise UnusablePage(Reason.TOO_LARGE, f"a text of {len(text)} characters")
    words = count_words(text)
    if words < MIN_WORDS:
        check_usable(doc, page, by_data=False)
        raise UnusablePage(Reason.TOO_SHORT if words else Reason.NO_BODY, f"{words} words")
    check_is_text(meta, words)
    dates = _dates(page, doc, meta, now, title)
    if not authors and (dates.published is None or dates.published.origin in _OF_LISTS):
        check_is_no_list(meta, body)
        if page.link and page.link.title:
            check_is_as_listed(doc, meta, page.link.title, text)
    return Article(
        url=page.final_url,
        canonical_url=meta.canonical,
        title=normalise_title(title),
        blocks=body.kept,
        text=text,
        language=extract_language(doc, meta, text),
        content_hash=content_hash(title, text),
        word_count=words,
        source=page.source.id if page.source else None,
        section=normalise(section or "") or None,
        description=normalise(meta.description) if meta.description else None,
        authors=tuple(dict.fromkeys(map(normalise, authors))),
        tags=tuple(dict.fromkeys(map(normalise, tags))),
        published=dates.published,
        modified=dates.modified,
        image_url=extract_image(doc, meta),
        paywalled=is_paywalled(doc, meta),
        live_blog=is_live_blog(doc, meta),
        policy=extract_policy(doc, page),
        removed=body.removed,
        extractor=EXTRACTOR,
        belongs=belongs_to_section(doc, meta, page.source, page.link, title),
        next_page_url=next_page_url(doc),
        looks=looks,
    )


class _Known(NamedTuple):
    """What an extraction knows of a page's source."""

    lines: frozenset[str]
    """What the lines that it repeats, and the places at which it signs, are known by."""
    titles: frozenset[str]


def _at_known_place(
    doc: Document,
    title: str,
    authors: tuple[str, ...],
    body: Cleaned,
    known: frozenset[str],
    sites: frozenset[str],
) -> tuple[str, ...]:
    """The authors, or where these are the house or its desk alone who stands where the source is
    known to sign."""
    if not all(is_site(name, sites) or posts_for_others(name) for name in authors):
        return authors
    house, authors = authors, names_at(doc, title, known, sites)
    authors = authors or (names_at_end(body.removed, sites) if END in known else ())
    authors = authors or (names_at_beginning(body.kept, sites) if BEGINNING in known else ())
    return authors or house


def _title(page: Page, doc: Document, meta: Metadata, today: date) -> str:
    title = selected_text(doc, page.source, "title", today)
    title = title or extract_title(doc, meta, page.link)
    if not title:
        raise UnusablePage(Reason.NO_TITLE, "no title in the page or its listing")
    return title


def _body(
    page: Page,
    doc: Document,
    meta: Metadata,
    title: str,
    known: _Known,
    today: date,
    authors: tuple[str, ...],
    own_values: tuple[str, ...],
) -> tuple[Cleaned, tuple[str, ...]]:
    """The cleaned text, and the authors, whom a line of it may tell that the page says nowhere.

    `own_values` are what the site's templates may fill their lines with.
    """
    extracted = extract_blocks(
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
        extracted = parted_code
        cleaned = cleaning.clean(extracted)
    signed = frozenset(line.block for line in extracted if line.signed)
    sites = site_keys(doc, meta) | names_in_tab(doc, title)
    own = tuple(name for name in authors if not is_site(name, sites))
    own = who_signs(own, signed_in_removed(cleaned.removed))
    editors = own if only_edited(own, cleaned.removed) else ()
    sections = frozenset(letters(said.value) for said in meta.sections) - {""}
    found = house_lines(with_last_rows(cleaned.kept), cleaning.language, sites, title)
    text = [block for block in cleaned.kept if block not in found]
    signatures, signers = find_signatures(
        text,
        signed,
        () if editors else own,
        sites,
        sections,
        title_case=doc.html_language not in NO_TITLE_CASE,
        ends_so=END in known.lines,
    )
    signers = signers or editors
    authors = _in_dateline(cleaned, signers or own, sites, title) or signers or authors
    left = [block for block in text if block not in signatures]
    signatures |= named_below(left, own, title, cleaning.language)
    signatures |= told_below_link(extracted, left, own)
    found |= dict.fromkeys(signatures, "line:signature")
    unsigned = [block for block in text if block not in signatures]
    rowed = [block for block in with_last_rows(unsigned) if block not in found]
    found |= dict.fromkeys(open_tail(rowed, cleaning.language), TAIL)
    found |= dict.fromkeys(lone_rows(unsigned), LONE_ROW)
    found |= dict.fromkeys(tickers := ticker_lines(unsigned), TICKER)
    unsigned = [block for block in unsigned if block not in tickers]
    found |= dict.fromkeys(lines_above(unsigned, extracted, title), ABOVE_TEXT)
    found |= dict.fromkeys(excerpts(unsigned), EXCERPT)
    if found:
        rows = frozenset(block.text for block in found if block not in cleaned.kept)
        extracted = tuple(
            replace(line, rule=line.rule or found[line.block]) if line.block in found else line
            for line in separate(extracted, patterns_of(cleaning.language, cleaning.options), rows)
        )
        cleaned = cleaning.clean(extracted)
    authors = authors or signed_in_removed(cleaned.removed)
    return cleaned, authors or told_at_end(cleaned.kept, cleaned.removed, sites)


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


def _cleaning(
    source: Source | None,
    doc: Document,
    known: _Known,
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


def _in_dateline(
    cleaned: Cleaned, known: tuple[str, ...], sites: frozenset[str], title: str
) -> tuple[str, ...]:
    """Who reports by a text's dateline: metadata name who posted or edited it then. Where nobody is
    known, the brackets behind the last sentence tell it too."""
    if not cleaned.kept:
        return ()
    first = [block.text for block in cleaned.kept[:DATED]]
    reporters = next(filter(None, map(reporters_in_dateline, first)), ())
    by_desk = bool(known) and all(map(posts_for_others, known))
    if reporters or (known and not by_desk):
        return reporters
    persons = next(filter(None, (persons_in_dateline(text, sites) for text in first)), ())
    persons = persons or person_before_verb(
        first[0], [title, *(block.text for block in cleaned.kept[1:])]
    )
    return persons or (() if by_desk else reporters_at_end(cleaned.kept[-1].text))


DATED = 2
"""Lines of a text of which the first with a place may be one: a standfirst may go before."""


def _dates(page: Page, doc: Document, meta: Metadata, now: datetime, title: str) -> Dates:
    timezone = page.source.timezone if page.source else None
    ruled = selected_stamp(doc, page.source, now.date())
    return extract_dates(doc, meta, page.link, now, timezone, title, ruled)
