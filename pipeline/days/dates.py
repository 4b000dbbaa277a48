"""When an article was published and changed: candidates with origins, then a choice.

The order of trust: JSON-LD, OpenGraph, meta, microdata, time elements, written dates beside the
headline, the listing, the URL. A date of a related article, of a comment or of the page's foot is
never taken; where the page names none, there is none.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

from lxml.html import HtmlElement

from pipeline.days.bare import bare_days
from pipeline.days.labels import labelled_otherwise
from pipeline.days.locales import locale_of_days
from pipeline.days.places import (
    LONG_SENTENCE_WORDS,
    SENTENCE_WORDS,
    is_beside,
    is_of_another,
    regions_of_day,
    tells_of_day,
)
from pipeline.days.relative import is_relative
from pipeline.days.stamps import is_near_date, stamps_of
from pipeline.days.words import plain, speaks_of_publication
from pipeline.days.written import parse_stamp
from pipeline.declared.analytics import counted_date
from pipeline.declared.metadata import Candidate, Metadata
from pipeline.declared.page_data import article_data
from pipeline.page.elements import letters, text_of_element
from pipeline.page.html import Document
from pipeline.records import Link, ListingKind, Moment, Origin
from pipeline.titles.site_names import SEPARATOR, names_in_tab, site_keys
from pipeline.titles.surroundings import CROWN, FAR_ABOVE, surroundings
from pipeline.titles.title import extract_title
from pipeline.url_shapes import url_date

FAR_BELOW = 100
"""Elements below the day of an article's last change, where no other day stands beside the
headline, beyond which a day is another article's."""

LABELLED = 100
"""Elements by which a day with a label of its own, «Released: 14 September», stands farther off
than one that stands alone."""

BELOW_TEXT = 40
"""Elements that a day below the text's beginning stands farther off than it does: one right above
the headline is nearer."""

_FOREIGN = frozenset(
    {"comments", "related", "newsletter", "dialog", "advertisement", "navigation", "hidden",
     "caption", "embed", "footer"}
)  # fmt: skip
_NEVER = frozenset({"comments", "related", "dialog", "advertisement", "hidden", "footer"})
_LESS_SURE = frozenset({"dateCreated", "uploadDate", "datecreated", "date", "created", "dc.date",
                        "dcterms.date", "dcterms.created", "dc.date.created"})  # fmt: skip


_TAGS = frozenset({
    "time", "abbr", "span", "p", "div", "li", "small", "em", "a", "td", "h2", "h3", "h4", "h5",
    "h6", "i", "b", "strong", "header", "footer", "dd", "section", "font", "center",
})  # fmt: skip
"""Elements that may tell the day; pages draw it in elements of their own names too."""


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
    language = doc.html_language
    ours = _is_ours(doc, meta, title or extract_title(doc, meta, link))
    named = [Candidate(ruled, Origin.RULE, "published")] if ruled else []
    published = _exact(_moments(named, now, language))
    published = published or _exact(_moments((c for c in meta.published if ours(c)), now, language))
    modified = _exact(_moments((c for c in meta.modified if ours(c)), now, language))
    if published is None and title:
        stamp = article_data(doc, title).published
        told = parse_stamp(stamp, now, language) if stamp else None
        published = Moment(told, Origin.PAGE_DATA) if told else None
    published = published or _exact(_moments(meta.called_published, now, language))
    if published is None:
        doubted = any(not ours(c) for c in meta.published)
        spoken = locale_of_days(doc)
        seen = list(_seen(doc, meta, link, now, spoken, title, only_above=doubted))
        published = next((moment for moment, changed in seen if not changed), None)
        modified = modified or next((moment for moment, changed in seen if changed), None)
    if published is None:
        published = _exact(_moments(meta.published, now, language))
        modified = modified or _exact(_moments(meta.modified, now, language))
    if published is None and (stamp := counted_date(doc)):
        told = parse_stamp(stamp, now, language)
        published = Moment(told, Origin.PAGE_DATA) if told else None
    listed = _of_link(link, now)
    if published and listed and published.origin is Origin.TEXT and not published.has_time:
        # A written day may be counted back from today; the listing says the same more exactly.
        published = listed if _says_the_same(listed, published) else published
    if published is None:
        published = _outside(listed, _of_url(doc, meta, now))
    if published and modified and modified.utc < published.utc - timedelta(days=1):
        modified = None
    zone = _zone_of(timezone)
    return Dates(_in_zone(published, zone), _in_zone(modified, zone))


def _is_ours(doc: Document, meta: Metadata, title: str | None) -> Callable[[Candidate], bool]:
    """Whether a date of metadata is this article's: none of JSON-LD is where its headline is the
    site's name with other words, and the article's title is not among them."""
    headline = next((c.value for c in meta.titles if c.key == "headline"), "")
    key, sites = letters(title or ""), site_keys(doc, meta) | names_in_tab(doc, title)
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
    if _exactness(first) == 2:
        return first
    day = _day(first)
    for other in ordered[1:]:
        if _exactness(other) > _exactness(first) and day in (_day(other), other.utc.date()):
            return other
    return first


def _exactness(moment: Moment) -> int:
    """0 for a day, 1 for a time of unknown zone, 2 for a time with its zone."""
    if not isinstance(moment.value, datetime):
        return 0
    return 1 if moment.value.tzinfo is None else 2


def _day(moment: Moment) -> date:
    return moment.value.date() if isinstance(moment.value, datetime) else moment.value


def _seen(
    doc: Document,
    meta: Metadata,
    link: Link | None,
    now: datetime,
    language: str | None,
    title: str | None,
    only_above: bool = False,
) -> Iterator[tuple[Moment, bool]]:
    """The dates that a reader sees near the headline, each with whether it is of a change.

    `only_above`: none but those between the headline and the text.
    """
    around = surroundings(doc, title or extract_title(doc, meta, link))
    top = around.top
    stamps: list[tuple[int, int, Moment, bool]] = []
    others: list[tuple[Moment, bool]] = []
    for element in doc.elements:
        if element.tag not in _TAGS and "-" not in element.tag:
            continue
        place = around.distance(element) if around.headline is not None else -FAR_ABOVE
        if only_above and not 0 < place < around.text_begins:
            continue
        crowning = -CROWN <= place < 0 and element in around.crown
        found = stamps_of(element, now, language, place, crowning)
        amid = not 0 < place < around.text_begins
        if not found or tells_of_day(element, SENTENCE_WORDS if amid else LONG_SENTENCE_WORDS):
            continue
        above = 0 < place < around.text_begins
        regions = regions_of_day(element, place, above, top)
        if not _NEVER.isdisjoint(regions) or is_of_another(doc, element, place, around):
            continue
        # The day of reading above the headline is the page's clock, not the article's date.
        first = found[0][0]
        clock = (
            place < 0
            and _day(first) == now.date()
            and first.origin is Origin.TEXT
            and not (crowning and is_relative(text_of_element(element)))
            and not is_beside(element, top)
        )
        if not _FOREIGN.isdisjoint(regions) or clock or not is_near_date(element, place):
            others += found
        else:
            rank = _rank(element, place, first, above)
            below = BELOW_TEXT if place > around.text_begins else 0
            stamps += [(rank + below, abs(place), moment, changed) for moment, changed in found]
    stamps.sort(key=lambda item: item[0])
    for _, far, moment, changed in stamps:
        # Far below the day of the last change another article's day stands.
        if changed or not stamps[0][3] or far <= stamps[0][1] + FAR_BELOW:
            yield moment, changed
    if not stamps:
        yield from bare_days(around, now, language)
        yield from _only_day(others, now)


def _only_day(found: list[tuple[Moment, bool]], now: datetime) -> Iterator[tuple[Moment, bool]]:
    """The date in a side column, where the whole page names that one day only."""
    days = {_day(moment) for moment, _ in found}
    if len(days) == 1 and max(days) < now.date():
        yield max(found, key=lambda item: _exactness(item[0]))


def _rank(element: HtmlElement, place: int, moment: Moment, above: bool) -> int:
    """The order of trust: what the page marks up as its date, or `above` its text calls the day of
    publication, then what is nearer."""
    marked = "datepublished" in (element.get("itemprop") or "").lower() or element.get("pubdate")
    distance = place if place >= 0 else -place * 2 + 20
    base = 0 if marked else 1000
    if moment.origin is Origin.TEXT and not (
        above and speaks_of_publication(plain(element.text or ""))
    ):
        base += 200
        base += LABELLED if labelled_otherwise(text_of_element(element)) else 0
    return base + min(distance, 5000)


def _of_link(link: Link | None, now: datetime) -> Moment | None:
    """What the listing says, if it can be true."""
    if link is None or link.published is None:
        return None
    shown = link.kind is ListingKind.SECTION
    moment = Moment(link.published, Origin.LISTING if shown else Origin.FEED)
    return moment if moment.utc <= now.astimezone(UTC) + timedelta(days=1) else None


def _says_the_same(listed: Moment, written: Moment) -> bool:
    """Whether a listing's time may be that of a written day; a feed's may be in another zone."""
    if listed.origin is Origin.LISTING:
        return _day(listed) == _day(written)
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
    if moment is None or zone is None or _exactness(moment) != 1:
        return moment
    assert isinstance(moment.value, datetime)
    return Moment(moment.value.replace(tzinfo=zone), moment.origin)
