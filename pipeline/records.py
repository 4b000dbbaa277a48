"""The frozen records that travel through Rasid: Source, Link, Page, Article, Block, Removed.

Every room speaks in these. They hold values only: no I/O, no clock, no behaviour beyond what a
value can say of itself.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import UTC, date, datetime
from enum import StrEnum
from typing import Final


class BlockKind(StrEnum):
    """What a block of the body is."""

    PARAGRAPH = "paragraph"
    HEADING = "heading"
    LIST_ITEM = "list-item"
    QUOTE = "quote"
    TABLE_ROW = "table-row"
    CODE = "code"
    CAPTION = "caption"


class Origin(StrEnum):
    """Where on the page, or beside it, a value was read."""

    JSON_LD = "json-ld"
    OPENGRAPH = "opengraph"
    META = "meta"
    MICRODATA = "microdata"
    TIME_ELEMENT = "time-element"
    PAGE_DATA = "page-data"
    TEXT = "text"
    URL = "url"
    FEED = "feed"
    LISTING = "listing"
    RULE = "rule"


class ListingKind(StrEnum):
    """The forms in which a site lists its articles."""

    SECTION = "section"
    FEED = "feed"
    SITEMAP = "sitemap"
    WORDPRESS = "wordpress"


@dataclass(frozen=True, slots=True)
class Moment:
    """When something happened, as exactly as the page says and no more exactly.

    `value` is an aware datetime where the page gives a time and a zone, a naive datetime where it
    gives a time of unknown zone, and a date where it gives no time.
    """

    value: datetime | date
    origin: Origin

    def isoformat(self) -> str:
        """ISO 8601: with offset if known, a bare date if the page gives no time."""
        return self.value.isoformat()

    @property
    def has_time(self) -> bool:
        return isinstance(self.value, datetime)

    @property
    def utc(self) -> datetime:
        """The moment in UTC; an unknown zone counts as UTC, a missing time as midnight."""
        if not isinstance(self.value, datetime):
            return datetime(self.value.year, self.value.month, self.value.day, tzinfo=UTC)
        if self.value.tzinfo is None:
            return self.value.replace(tzinfo=UTC)
        return self.value.astimezone(UTC)


@dataclass(frozen=True, slots=True)
class FieldRule:
    """A CSS selector that a source file gives for one field, and the day until which it holds."""

    css: str
    until: date | None = None

    def holds(self, today: date) -> bool:
        """True while the rule is to be used: up to and including its last day."""
        return self.until is None or today <= self.until


@dataclass(frozen=True, slots=True)
class LinkRules:
    """What a source file says of its links, where finding them fails.

    `article` is a CSS selector, or a regular expression between slashes that an article's URL
    matches; `next` is a CSS selector of the link to the next listing page.
    """

    article: str | None = None
    next: str | None = None


@dataclass(frozen=True, slots=True)
class Source:
    """One watched section of one site: what a source file says, and defaults for the rest.

    `every_s` is in seconds, `delay_s` (seconds between two requests to one host) is None where the
    file leaves it to the settings, `max_pages` likewise, and `quiet` too: the hours of the day, by
    the clock of `timezone`, in which the service does not visit it ("23:00-06:00"). `fields` maps
    a field's name ("body", "title", "drop", …) to its rules, in order.
    """

    id: str
    name: str
    section: str | None = None
    language: str | None = None
    enabled: bool = True
    every_s: float | None = None
    cron: str | None = None
    timezone: str | None = None
    quiet: str | None = None
    feeds: tuple[str, ...] = ()
    sitemaps: tuple[str, ...] = ()
    wordpress: tuple[str, ...] = ()
    max_pages: int | None = None
    delay_s: float | None = None
    private_hosts: frozenset[str] = frozenset()
    respect_tdm: bool = True
    agency_sign_offs: bool = False
    verify_tls: bool = True
    render: bool = False
    links: LinkRules = LinkRules()
    fields: Mapping[str, tuple[FieldRule, ...]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Link:
    """One URL that a listing names, with what the listing says of it.

    `url` is canonical (see `pipeline.urls.canonical_url`); `found_in` is the listing's URL. What a
    feed says of title, authors and date is a candidate for extraction, never taken unchecked.
    """

    url: str
    found_in: str
    kind: ListingKind = ListingKind.SECTION
    title: str | None = None
    authors: tuple[str, ...] = ()
    published: datetime | date | None = None
    tags: tuple[str, ...] = ()
    section: str | None = None
    certain: bool = True
    """False where the listing is not of the section alone: the page itself must then say that it
    belongs (breadcrumb, category link, articleSection)."""


@dataclass(frozen=True, slots=True)
class Page:
    """The bytes of one page as a server sent them, and how they were come by.

    `body` is after content decoding (gzip, br), before character decoding. `charset` is what the
    HTTP header said, or None. `headers` has lower-case names; repeated headers repeat. `link` is
    the link that led here, None for a page given by hand.
    """

    requested_url: str
    final_url: str
    body: bytes
    fetched_at: datetime
    status: int = 200
    headers: tuple[tuple[str, str], ...] = ()
    charset: str | None = None
    source: Source | None = None
    link: Link | None = None


@dataclass(frozen=True, slots=True)
class Block:
    """One block of an article's body. `level` is a heading's (1 to 6), else None."""

    kind: BlockKind
    text: str
    level: int | None = None


LINE_KINDS: Final = frozenset({BlockKind.PARAGRAPH, BlockKind.LIST_ITEM})
"""Kinds of blocks that are a line of text and no more: no heading, no quote, no code."""


@dataclass(frozen=True, slots=True)
class Removed:
    """One line that was extracted and then removed, with the rule that removed it.

    `index` is the block's place in the extraction, so that the kept blocks and the ledger together
    give back the extraction exactly.
    """

    text: str
    rule: str
    index: int
    kind: BlockKind = BlockKind.PARAGRAPH
    level: int | None = None


@dataclass(frozen=True, slots=True)
class Policy:
    """Opt-out signals seen on a page: each as it was written, None where it was not.

    `robots_meta` and `x_robots_tag` are lower-case directives; `tdm_reservation` is True where the
    page reserves text and data mining (W3C TDM Reservation Protocol).
    """

    robots_meta: tuple[str, ...] = ()
    x_robots_tag: tuple[str, ...] = ()
    tdm_reservation: bool | None = None
    tdm_policy: str | None = None
    content_signal: tuple[str, ...] = ()
    """What the host's robots.txt says of use, as in "ai-train=no"."""
    robots_ai: tuple[str, ...] = ()
    """Robots of AI that the host's robots.txt names and keeps from this page."""

    @property
    def withheld(self) -> bool:
        """True where the page's text may not be kept: it reserves text and data mining, or says
        noarchive. What else it says is of use, not of keeping."""
        return bool(self.tdm_reservation) or "noarchive" in {*self.robots_meta, *self.x_robots_tag}

    @property
    def opted_out(self) -> bool:
        """True where the page is of no dataset: it reserves text and data mining, or says noai or
        noarchive.

        What robots.txt says to other robots is recorded, and decides nothing here.
        """
        words = {*self.robots_meta, *self.x_robots_tag}
        return bool(self.tdm_reservation) or not words.isdisjoint(
            {"noai", "noimageai", "noarchive", "none"}
        )


@dataclass(frozen=True, slots=True)
class Looks:
    """How the short lines of a text look on its page. Known where a page was just read, and not
    stored."""

    insets: tuple[str, ...] = ()
    """Those in boxes of their own between paragraphs that have none: no heads."""
    plain: tuple[str, ...] = ()
    """Those that are not marked as heads are (`pipeline.lines.plain_lines`)."""
    marked: tuple[str, ...] = ()
    """The heads that are."""
    signed: tuple[str, ...] = ()
    """The places at which its author stands (`pipeline.people.signing_places`)."""
    selectors: tuple[str | None, ...] = ()
    """What holds each line that stays (`pipeline.page.selectors`)."""
    taken: tuple[str, ...] = ()
    """What held those that rules took."""


NO_LOOKS = Looks()


@dataclass(frozen=True, slots=True)
class Article:
    """One article, as one page told it."""

    url: str
    canonical_url: str | None
    title: str
    blocks: tuple[Block, ...]
    text: str
    language: str | None
    content_hash: str
    """SHA-256 (hex) of the folded title and text: equal where a reader sees the same article."""
    word_count: int
    source: str | None = None
    section: str | None = None
    description: str | None = None
    authors: tuple[str, ...] = ()
    tags: tuple[str, ...] = ()
    published: Moment | None = None
    modified: Moment | None = None
    image_url: str | None = None
    paywalled: bool | None = None
    live_blog: bool | None = None
    policy: Policy = Policy()
    removed: tuple[Removed, ...] = ()
    extractor: str = ""
    """Name and version of the extraction, so that old rows can be found and repaired."""
    belongs: bool | None = None
    """Whether the page itself says it belongs to its source's section; None where it says
    nothing."""
    next_page_url: str | None = None
    """The URL of the article's next page, for an article that is split over several."""
    looks: Looks = NO_LOOKS
    unmatched: frozenset[str] = frozenset()
    """The fields whose rules in the source's file hold, and found nothing in the page."""


@dataclass(frozen=True, slots=True)
class LineCount:
    """How often one line was seen in a source: in how many articles, and when last (day)."""

    articles: int
    last_seen: date


@dataclass(frozen=True, slots=True)
class ShortLine:
    """A short line as it is compared with those of other articles (`repeats.templates`): the
    skeletons of its words, what kind of line it is, at which edge of its text, whether it is set
    apart by a picture or brackets, which of its words its article has nowhere else, whether it
    is a question, whether it is an item of a list, whether no sentence stands below it, whether it
    stood in a box of its own, and whether it is not marked as the heads of its text are."""

    words: tuple[str, ...]
    mark: str
    place: str = ""
    apart: bool = False
    foreign: frozenset[str] = frozenset()
    asks: bool = False
    in_list: bool = False
    below: bool = False
    boxed: bool = False
    plain: bool = False


@dataclass(frozen=True, slots=True)
class Memory:
    """What is learned of one source. Frozen: learning gives a new memory.

    `lines` maps a folded line to its count; `wrapper` is the path of the element that usually
    holds the body; `articles` is how many articles were learned from; `shapes` counts the URL
    shapes (`pipeline.urls.url_shape`) of accepted articles; `titles` are those of its newest
    articles, as `pipeline.repeats.other_titles.title_keys` gives them; `recent` are the short
    lines of a few of these.
    """

    lines: Mapping[str, LineCount] = field(default_factory=dict)
    wrapper: str | None = None
    articles: int = 0
    shapes: Mapping[str, int] = field(default_factory=dict)
    titles: frozenset[str] = frozenset()
    recent: tuple[tuple[ShortLine, ...], ...] = ()
    version: int = 1
