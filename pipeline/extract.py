"""The way of a page to an article: what is done, in which order.

Each step is a module of its own and pure; this one owns the order. Bytes, what is known of the
source and the time of reading come in; an `Article` or a `Rejected` goes out.
"""

from __future__ import annotations

import logging
from dataclasses import replace
from datetime import date, datetime

from pipeline import collector
from pipeline.access import check_is_no_notice, check_usable, extract_policy, serves_site
from pipeline.belonging import belongs_to_section, next_page_url
from pipeline.called_lists import check_is_not_called_list
from pipeline.canonical import extract_canonical
from pipeline.days.dates import Dates, extract_dates
from pipeline.declared.metadata import Metadata, read_metadata
from pipeline.description import extract_description
from pipeline.errors import Reason, Rejected, UnusablePage
from pipeline.fingerprints import content_hash
from pipeline.front_pages import check_heads_itself, check_is_no_front_page
from pipeline.images import extract_image
from pipeline.language import extract_language
from pipeline.ledger import Cleaned
from pipeline.limits import limits
from pipeline.live_blog import is_live_blog
from pipeline.matter import (
    check_is_as_listed,
    check_is_no_list,
    check_is_no_named_topic,
    check_is_no_topic,
    check_is_text,
    check_tells,
)
from pipeline.memory import repeated_lines
from pipeline.page.html import SAID_WITHOUT_MEMORY, Document, parse_page
from pipeline.paywall import is_paywalled
from pipeline.people.authors import extract_authors
from pipeline.people.desks import posts_for_others
from pipeline.people.houses import is_site
from pipeline.people.makers import are_unseen
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
from pipeline.posts_listed import (
    check_is_no_index,
    check_is_no_list_of_links,
    check_is_no_list_of_posts,
    check_is_no_topic_of_posts,
)
from pipeline.records import Article, Memory, Moment, Origin, Page
from pipeline.repeats.filled_lines import fillings
from pipeline.section import extract_section
from pipeline.signed_text import Known, read_text
from pipeline.source_rules import selected_names, selected_stamp, selected_text, unmatched
from pipeline.tags import extract_tags
from pipeline.text import count_words, normalise, normalise_title, text_of
from pipeline.titles.site_names import house_keys
from pipeline.titles.title import extract_title
from pipeline.urls import canonical_url

log = logging.getLogger(__name__)

EXTRACTOR = "rasid/0.1"
"""Name and version of this extraction, stored with each article; raised when its answers change."""

_SHOWN = frozenset({Origin.TIME_ELEMENT, Origin.TEXT})
"""Where a reader sees the day of an article."""
_OF_LISTS = frozenset({Origin.FEED, Origin.LISTING})
"""Origins of a date that the page itself does not give."""
_OF_DATA = frozenset({Origin.JSON_LD, Origin.OPENGRAPH, Origin.META, Origin.MICRODATA, Origin.RULE})
"""Origins of a date that a page gives as its article's own; front pages are dated in their text."""
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
        said = f"{type(error).__name__}: {error}"
        if not said.startswith(SAID_WITHOUT_MEMORY):
            log.exception("extraction failed on %s", page.final_url)
        return Rejected(Reason.EXTRACTION_ERROR, said)


def _read_article(page: Page, memory: Memory, now: datetime) -> Article:
    doc = parse_page(page)
    check_usable(doc, page)
    no_match = unmatched(doc, page.source, now.date())
    meta = read_metadata(doc)
    check_is_not_called_list(doc, meta)
    title = _title(page, doc, meta, now.date())
    authors = extract_authors(doc, meta, page.link, title)
    section = extract_section(doc, meta, page.link, title, authors)
    tags = extract_tags(doc, meta, page.link, title)
    own = fillings(title, authors, section, tags)
    known = Known(repeated_lines(memory), memory.titles)
    body, authors = read_text(page, doc, meta, title, known, now.date(), authors, own)
    sites = house_keys(doc, meta, title)
    authors = _at_known_place(doc, title, authors, body, known.lines, sites)
    authors = selected_names(doc, page.source, now.date()) or authors
    places = signing_places(doc, title, authors, sites)
    places += (END,) if ends_signed(body.removed, authors) else ()
    places += (BEGINNING,) if begins_signed(body.kept, authors, sites) else ()
    looks = replace(body.looks, signed=places)
    text = text_of(body.kept)
    words = _counted(page, doc, meta, body, text, authors)
    dates = _dates(page, doc, meta, now, title)
    _check_is_article(page, doc, meta, title, body, text, authors, dates.published)
    if dates.published is None and are_unseen(doc, meta, authors):
        authors = ()
    return Article(
        url=canonical_url(page.final_url) or page.final_url,
        canonical_url=extract_canonical(doc, meta),
        title=normalise_title(title),
        blocks=body.kept,
        text=text,
        language=extract_language(doc, meta, text),
        content_hash=content_hash(title, text),
        word_count=words,
        source=page.source.id if page.source else None,
        section=normalise(section or "") or None,
        description=extract_description(doc, meta, title, text),
        authors=tuple(dict.fromkeys(map(normalise, authors))),
        tags=tuple(dict.fromkeys(map(normalise, tags))),
        published=dates.published,
        modified=dates.modified,
        image_url=extract_image(doc, meta, title),
        paywalled=is_paywalled(doc, meta, title),
        live_blog=is_live_blog(doc, meta),
        policy=extract_policy(doc, page),
        removed=body.removed,
        extractor=EXTRACTOR,
        belongs=belongs_to_section(
            doc, meta, page.source, page.link, title, dated=_is_shown(dates)
        ),
        next_page_url=next_page_url(doc),
        looks=looks,
        unmatched=no_match,
    )


def _check_is_article(
    page: Page,
    doc: Document,
    meta: Metadata,
    title: str,
    body: Cleaned,
    text: str,
    authors: tuple[str, ...],
    published: Moment | None,
) -> None:
    """Raise `UnusablePage` for what is no article by all that was read of the page."""
    if published is None or published.origin not in _OF_DATA:
        check_is_no_front_page(page.final_url, meta, body)
        check_is_no_named_topic(doc, meta, title, body)
    unsigned = not authors and not meta.article
    if unsigned or serves_site(page.final_url, meta.types):
        check_is_no_notice(doc, title)
    if unsigned:
        check_is_no_list_of_links(doc, meta, body)
    if published is None:
        check_is_no_index(doc, meta, body)
    check_is_no_list_of_posts(doc, meta, title)
    check_is_no_topic_of_posts(doc, meta, title, body)
    check_heads_itself(doc, meta, title, (page.link and page.link.title) or "")
    if not authors and (published is None or published.origin in _OF_LISTS):
        check_is_no_list(meta, body)
        check_tells(meta, body)
        if page.link and page.link.title:
            check_is_as_listed(doc, meta, page.link.title, text)
        else:
            check_is_no_topic(doc, meta, title, text)


def _is_shown(dates: Dates) -> bool:
    """Whether a reader sees when the article was published."""
    return dates.published is not None and dates.published.origin in _SHOWN


def _counted(
    page: Page, doc: Document, meta: Metadata, body: Cleaned, text: str, authors: tuple[str, ...]
) -> int:
    """The words of an article's text; raises UnusablePage where it is no article's by its size."""
    if len(text) > limits().max_text:
        raise UnusablePage(Reason.TOO_LARGE, f"a text of {len(text)} characters")
    words = count_words(text)
    if words < MIN_WORDS:
        check_usable(doc, page, by_data=False)
        if not authors:
            check_is_no_list(meta, body)
        raise UnusablePage(Reason.TOO_SHORT if words else Reason.NO_BODY, f"{words} words")
    check_is_text(meta, words)
    return words


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


def _dates(page: Page, doc: Document, meta: Metadata, now: datetime, title: str) -> Dates:
    timezone = page.source.timezone if page.source else None
    ruled = selected_stamp(doc, page.source, now.date())
    return extract_dates(doc, meta, page.link, now, timezone, title, ruled)
