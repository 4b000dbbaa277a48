"""When an article was published and changed: candidates with origins, then a choice.

The order of trust: JSON-LD, OpenGraph, meta, microdata, time elements, written dates beside the
headline, the listing, the URL. A date of a related article, of a comment or of the page's foot is
never taken; where the page names none, there is none.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

from lxml.html import HtmlElement

from pipeline.days.exactness import day_of, exactness
from pipeline.days.locales import locale_of_days
from pipeline.days.of_titles import day_of_titles
from pipeline.days.seen import days_seen
from pipeline.days.written import EARLIEST, parse_stamp
from pipeline.days.yearless import day_without_year
from pipeline.declared.analytics import counted_date
from pipeline.declared.metadata import Candidate, Metadata
from pipeline.declared.page_data import article_data
from pipeline.page.elements import letters, text_of_element
from pipeline.page.html import Document
from pipeline.records import Link, ListingKind, Moment, Origin
from pipeline.titles.headings import day_beside_words
from pipeline.titles.site_names import SEPARATOR, house_keys
from pipeline.titles.surroundings import Surroundings, surroundings
from pipeline.titles.title import extract_title
from pipeline.url_shapes import url_date

_LESS_SURE = frozenset({"dateCreated", "uploadDate", "datecreated", "date", "created", "dc.date",
                        "dcterms.date", "dcterms.created", "dc.date.created"})  # fmt: skip

_OF_FILES = frozenset({"dateCreated", "datecreated", "created", "dcterms.created",
                       "dc.date.created"})  # fmt: skip
"""Days of which some are those of a site's template or of a file."""


@dataclass(frozen=True, slots=True)
class Dates:
    """The moments of publication and of the last change, each None where the page names none."""

    published: Moment | None = None
    modified: Moment | None = None


def extract_dates(
    doc: Document,
    meta: Metadata,
    link: Link | None,
    now: datetime,
    timezone: str | None = None,
    title: str | None = None,
    ruled: str | None = None,
) -> Dates:
    """The dates of an article.

    `now` (aware) is when the page was read, for relative times and against dates in the future;
    `timezone` is the source's zone (IANA name) for times that carry none. `title` is the article's
    title where it is known already; `ruled` is what the source's own rule selects, which wins.
    """
    language = _language_of_stamps(doc, meta)
    ours = _is_ours(doc, meta, title or extract_title(doc, meta, link))
    named = [Candidate(ruled, Origin.RULE, "published")] if ruled else []
    published = _exact(_moments(named, now, language))
    published = published or _declared(doc, meta, link, now, title, ours, language)
    modified = _exact(_moments((c for c in meta.modified if ours(c)), now, language))
    if published is None and title:
        published = _of_script(article_data(doc, title).published, now, language)
    published = published or _exact(_moments(meta.called_published, now, language))
    if published is None:
        doubted = any(not ours(c) for c in meta.published)
        spoken = locale_of_days(doc)
        around = surroundings(doc, title or extract_title(doc, meta, link))
        seen = list(days_seen(doc, around, now, spoken, only_above=doubted))
        published = next((moment for moment, changed in seen if not changed), None)
        published = _of_headline(doc, around.headline, published, now, spoken or language)
        modified = modified or next((moment for moment, changed in seen if changed), None)
        published = published and _or_named(published, doc, meta, around, now)
        published = published or day_of_titles(doc, meta, now, language)
    if published is None:
        published = _exact(_moments(meta.published, now, language))
        modified = modified or _exact(_moments(meta.modified, now, language))
    if published is None or _is_counted_back(published, now):
        told = _of_script(counted_date(doc), now, language)
        # «Yesterday» in a page that was kept is counted from the day on which it was.
        if told and (published is None or day_of(told) <= day_of(published)):
            published = told
    listed = _of_link(link, now)
    if published and listed and published.origin is Origin.TEXT and not published.has_time:
        # A written day may be counted back from today; the listing says the same more exactly.
        published = listed if _says_the_same(listed, published) else published
    if published is None:
        published = _outside(listed, _of_url(doc, meta, now))
    if published is None:
        around = surroundings(doc, title or extract_title(doc, meta, link))
        published = day_without_year(doc, around, now, locale_of_days(doc))
    if published and modified and modified.utc < published.utc - timedelta(days=1):
        modified = None
    zone = _zone_of(timezone)
    return Dates(_in_zone(published, zone), _in_zone(modified, zone))


def _of_headline(
    doc: Document,
    headline: HtmlElement | None,
    seen: Moment | None,
    now: datetime,
    language: str | None,
) -> Moment | None:
    """The day that begins the headline in an element of its own, as diaries set it; the one `seen`
    elsewhere, where there is one and the address has not that of the headline: a headline may tell
    of a day that changed the town."""
    part = day_beside_words(doc, headline) if headline is not None else None
    told = parse_stamp(text_of_element(part), now, language) if part is not None else None
    if told is None:
        return seen
    moment = Moment(told, Origin.TEXT)
    addressed = day_of(moment).strftime("%Y%m%d") in re.sub(r"\D", "", doc.url)
    return moment if seen is None or addressed else seen


COUNTED = timedelta(days=7)
"""How long ago a day is that pages tell by counting back: «3 days ago», «yesterday»."""


def _is_counted_back(moment: Moment, now: datetime) -> bool:
    """Whether a day without a time that a page shows may be counted back from when it is read."""
    shown = moment.origin is Origin.TEXT and not moment.has_time
    return shown and now.date() - day_of(moment) <= COUNTED


def _of_script(stamp: str | None, now: datetime, language: str | None) -> Moment | None:
    """The moment that a page's scripts give in writing, None where it can be none."""
    told = parse_stamp(stamp, now, language) if stamp else None
    return Moment(told, Origin.PAGE_DATA) if told else None


_IN_NUMBERS = re.compile(r"\s*\d{1,2}[/-]\d{1,2}[/-]20\d\d(?!\d)")


def _language_of_stamps(doc: Document, meta: Metadata) -> str | None:
    """The page's language, with a land whose order of day and month its metadata follow where they
    write days in numbers: «11/06/2026 09:17:00 AM» below /2026/11/."""
    stamps = [c.value for c in (*meta.published, *meta.modified) if _IN_NUMBERS.match(c.value)]
    return locale_of_days(doc, stamps) if stamps else doc.html_language


def _declared(
    doc: Document,
    meta: Metadata,
    link: Link | None,
    now: datetime,
    title: str | None,
    ours: Callable[[Candidate], bool],
    language: str | None,
) -> Moment | None:
    """When metadata say that the article was published, or the earlier day that stands beside its
    headline where they give the time of reading, as templates write it; or the later one where
    they give a day that may be the file's or the site's, or is an empty field's, and one that is
    much earlier."""
    told = _moments((c for c in meta.published if ours(c)), now, language)
    told = [each for each in told if not _begins_year(each[0])] or told
    published = _exact(told)
    if published is None:
        return None
    of_reading = _is_of_reading(published, now)
    doubted = of_reading or _begins_year(published)
    sure = not doubted and any(key not in _OF_FILES for _, key in told)
    if sure and exactness(published):
        return published
    around = surroundings(doc, title or extract_title(doc, meta, link))
    seen = days_seen(doc, around, now, locale_of_days(doc), only_above=True)
    shown = next((moment for moment, changed in seen if not changed), None)
    if sure:
        better = shown and (_is_declared_in_utc(shown, published) or _is_timed(shown, published))
        return shown if better else published
    if shown is None:
        return published
    later = (day_of(shown) - day_of(published)).days
    if of_reading:
        return shown if later < -1 else published
    return shown if later > 1 or later < -MOVED_DAYS else published


def _or_named(
    shown: Moment, doc: Document, meta: Metadata, around: Surroundings, now: datetime
) -> Moment:
    """A day that a reader sees, or the one in the page's address where that is far from it and none
    like it stands above the text: one of which the text tells, or another article's."""
    named = _of_url(doc, meta, now)
    if named is None or abs((day_of(shown) - day_of(named)).days) <= MOVED_DAYS:
        return shown
    above = days_seen(doc, around, now, locale_of_days(doc), only_above=True)
    return shown if any(told == shown for told, _ in above) else named


def _is_declared_in_utc(shown: Moment, declared: Moment) -> bool:
    """Whether the declared day is the one in UTC of a moment that the page shows with its zone: of
    an evening in New York the next."""
    if exactness(shown) < 2 or day_of(shown) == day_of(declared):
        return False
    return shown.utc.date() == day_of(declared)


def _is_timed(shown: Moment, declared: Moment) -> bool:
    """Whether the page shows the time too on the day that it declares."""
    return exactness(shown) > exactness(declared) and day_of(shown) == day_of(declared)


MOVED_DAYS = 31
"""Days by which a file is younger than the day that its article shows, from which on it was made
again, as a site had moved; and by which a day amid a text is not the one in its address."""


def _is_of_reading(moment: Moment, now: datetime) -> bool:
    """Whether a moment is when the page was read."""
    if isinstance(moment.value, datetime):
        return abs(moment.utc - now) < READING
    return moment.value == now.date()


READING = timedelta(minutes=10)


def _begins_year(moment: Moment) -> bool:
    """Whether a moment is the first of a year to the second, as systems write a day of which they
    know the year alone, or nothing."""
    value = moment.value
    return isinstance(value, datetime) and value.timetuple()[1:6] == (1, 1, 0, 0, 0)


def _is_ours(doc: Document, meta: Metadata, title: str | None) -> Callable[[Candidate], bool]:
    """Whether a date of metadata is this article's: none of JSON-LD is where its headline is the
    site's name with other words, and the article's title is not among them."""
    named = {c.key: c.value for c in reversed(meta.titles) if c.origin is Origin.JSON_LD}
    headline = named.get("headline") or named.get("name") or ""
    key, sites = letters(title or ""), house_keys(doc, meta, title)
    parts = [letters(part) for part in SEPARATOR.split(headline)]
    foreign = key and any(part in sites for part in parts) and key not in letters(headline)
    return lambda candidate: not (foreign and candidate.origin is Origin.JSON_LD)


def _moments(
    candidates: Iterable[Candidate], now: datetime, language: str | None
) -> list[tuple[Moment, str]]:
    found: list[tuple[Moment, str]] = []
    for candidate in candidates:
        value = parse_stamp(candidate.value, now, language)
        if value is not None:
            found.append((Moment(value, candidate.origin), candidate.key))
    return found


def _exact(moments: list[tuple[Moment, str]]) -> Moment | None:
    """The first moment, or the same day said more exactly further on."""
    sure = [moment for moment, key in moments if key not in _LESS_SURE]
    ordered = sure or [moment for moment, _ in moments]
    if not ordered:
        return None
    first = ordered[0]
    if exactness(first) == 2:
        return first
    day = day_of(first)
    for other in ordered[1:]:
        if exactness(other) > exactness(first) and day in (day_of(other), other.utc.date()):
            return other
    return first


def _of_link(link: Link | None, now: datetime) -> Moment | None:
    """What the listing says, if it can be true."""
    if link is None or link.published is None:
        return None
    shown = link.kind is ListingKind.SECTION
    moment = Moment(link.published, Origin.LISTING if shown else Origin.FEED)
    day = day_of(moment)
    if not EARLIEST <= day <= now.date() + timedelta(days=2):  # before what may be out of all zones
        return None
    return moment if moment.utc <= now.astimezone(UTC) + timedelta(days=1) else None


def _says_the_same(listed: Moment, written: Moment) -> bool:
    """Whether a listing's time may be that of a written day; a feed's may be in another zone."""
    if listed.origin is Origin.LISTING:
        return day_of(listed) == day_of(written)
    return abs(written.utc - listed.utc) < timedelta(days=2)


def _outside(listed: Moment | None, named: Moment | None) -> Moment | None:
    """When an article appeared whose page shows no date: by its listing, else by its address. The
    time in a section's list may be of a change: it has to agree with the day in the address."""
    if listed is None or named is None or listed.origin is not Origin.LISTING:
        return listed or named
    return listed if abs(listed.utc - named.utc) < timedelta(days=2) else named


def _of_url(doc: Document, meta: Metadata, now: datetime) -> Moment | None:
    for url in (doc.url, meta.canonical or ""):
        day = url_date(url) if url else None
        if day and day <= now.date() + timedelta(days=1):
            return Moment(day, Origin.URL)
    return None


def _zone_of(name: str | None) -> ZoneInfo | None:
    if not name:
        return None
    try:
        return ZoneInfo(name)
    except (KeyError, ValueError, OSError):
        return None


def _in_zone(moment: Moment | None, zone: ZoneInfo | None) -> Moment | None:
    """A time that carries no zone, in the source's zone."""
    if moment is None or zone is None or exactness(moment) != 1:
        return moment
    assert isinstance(moment.value, datetime)
    return Moment(moment.value.replace(tzinfo=zone), moment.origin)
