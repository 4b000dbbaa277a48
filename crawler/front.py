"""What the front page of a section or site says of itself, read in a worker process."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import islice
from urllib.parse import urlsplit

from crawler.listings.choice.regions import names_of
from crawler.listings.pagination import listing_key, place_of
from crawler.listings.records import Listing, SectionLink
from crawler.listings.section import read_section
from crawler.listings.sections import find_sections
from crawler.listings.subject import is_of_technology, is_one_list
from pipeline.access import check_usable
from pipeline.declared.metadata import read_metadata
from pipeline.errors import Reason, Rejected, UnusablePage
from pipeline.page.elements import text_of_element
from pipeline.page.html import Document, parse_page
from pipeline.records import Memory, Page, Source
from pipeline.urls import canonical_url, is_front_file, path_segments, same_site

_LOGO = re.compile(r"-(?:logo|brand|site-title|site-logo|navbar-brand)-")
_BARS = re.compile(r"\s+[|\-–—·»«•]\s+")

MAX_LINKS = 3_000
"""Links of a page among which that to its list's first page is looked for."""
FIRST_LINKS = 40
"""Links of a page among which one that the site's name is written in is looked for."""

_WALLS = frozenset(
    {
        Reason.LOGIN_WALL, Reason.PASSWORD_PROTECTED, Reason.CONSENT_WALL, Reason.BOT_CHALLENGE,
        Reason.SOFT_404, Reason.ERROR_PAGE,
    }
)  # fmt: skip

ZONES = {
    "ae": "Asia/Dubai", "bh": "Asia/Bahrain", "dz": "Africa/Algiers", "eg": "Africa/Cairo",
    "iq": "Asia/Baghdad", "jo": "Asia/Amman", "kw": "Asia/Kuwait", "lb": "Asia/Beirut",
    "ly": "Africa/Tripoli", "ma": "Africa/Casablanca", "mr": "Africa/Nouakchott",
    "om": "Asia/Muscat", "ps": "Asia/Hebron", "qa": "Asia/Qatar", "sa": "Asia/Riyadh",
    "sd": "Africa/Khartoum", "so": "Africa/Mogadishu", "sy": "Asia/Damascus",
    "tn": "Africa/Tunis", "ye": "Asia/Aden", "ir": "Asia/Tehran", "tr": "Europe/Istanbul",
    "pk": "Asia/Karachi", "af": "Asia/Kabul", "de": "Europe/Berlin", "at": "Europe/Vienna",
    "ch": "Europe/Zurich", "fr": "Europe/Paris", "be": "Europe/Brussels", "uk": "Europe/London",
    "ie": "Europe/Dublin", "es": "Europe/Madrid", "it": "Europe/Rome", "nl": "Europe/Amsterdam",
}  # fmt: skip
"""Time zones of countries that have one, by the end of a host's name: the zone's name in the IANA
database (zone1970.tab). Proposed for dates that carry none."""


@dataclass(frozen=True, slots=True)
class Front:
    """One front page. `is_home` is True where its address names no section; `site_name` is None
    where the page gives none. `of_technology` is True of a home page that says that all of its site
    is of technology, `is_one_list` of one that lists all that the site has and names no sections of
    a paper. `first` is the address of the list's first page where this is a further one and leads
    there."""

    listing: Listing
    sections: tuple[SectionLink, ...]
    is_home: bool
    site_name: str | None
    first: str | None = None
    of_technology: bool = False
    is_one_list: bool = False


def read_front(page: Page, source: Source) -> Front | Rejected:
    """Read a page both as a section's and as a home page, for what it is may be unclear. One that
    leads nowhere may say why."""
    try:
        document = parse_page(page)
        listing = read_section(page, source, Memory())
        further = set(listing.next_urls)
        sections = tuple(each for each in find_sections(page) if each.url not in further)
        _check_front(document, page, listing, sections)
        told = read_metadata(document)
        names = [name.value for name in told.site_names if name.key != "copyright"]
        is_home = _is_home(page, document, listing, sections)
        section = None if is_home else listing.name
        texts = [*names, *_title_parts(document, None), told.description]
        return Front(
            listing=listing,
            sections=sections,
            is_home=is_home,
            site_name=_called(document, page, names or _title_parts(document, section), is_home),
            first=_first_page(document, page),
            of_technology=is_home and is_of_technology(sections, texts),
            is_one_list=is_home and is_one_list(sections, goes_on=bool(listing.next_urls)),
        )
    except UnusablePage as unusable:
        return unusable.rejected


def _check_front(
    document: Document, page: Page, listing: Listing, sections: tuple[SectionLink, ...]
) -> None:
    """Raise `UnusablePage` for a page that leads nowhere and is plainly no list, and for one that
    asks for a log-in or says that it is not there, whatever its menus lead to."""
    leads = any(link.certain for link in listing.links) or listing.next_urls or listing.wordpress
    if leads:
        return
    try:
        check_usable(document, page)
    except UnusablePage as unusable:
        if unusable.rejected.reason in _WALLS or not (listing.leads_on or sections):
            raise


def _first_page(document: Document, page: Page) -> str | None:
    """Where a further page of a list leads to the first: the same address without a number, or
    with the lowest."""
    own = place_of(page.final_url)
    if not own.number:
        return None
    firsts = {None, 0, 1} if own.number > 1 else {None, 0}
    found: dict[int, str] = {}
    for link in islice(document.tree.iter("a"), MAX_LINKS):
        href = link.get("href")
        url = canonical_url(href, page.final_url) if href else None
        place = place_of(url) if url and same_site(url, page.final_url) else None
        if url and place and place.key == own.key and place.number in firsts:
            found.setdefault(place.number or 0, url)
    return found[min(found)] if found else None


def _is_home(
    page: Page, document: Document, listing: Listing, sections: tuple[SectionLink, ...]
) -> bool:
    """True for the root and its other names: "/index.php", "/ar" in that language. Where another
    page of the site is called technology, also for what the root redirects to, and for a page
    whose own logo leads to itself."""
    parts = [part for part in path_segments(page.final_url) if not is_front_file(part)]
    if urlsplit(page.final_url).query:
        return False
    if not parts:
        return True
    if len(parts) == 1 and re.split("[-_]", parts[0].lower())[0] == listing.language:
        return True
    own = listing_key(page.final_url)
    if not any(link.technology and listing_key(link.url) != own for link in sections):
        return False
    asked = urlsplit(page.requested_url)
    return (asked.path in {"", "/"} and not asked.query) or own in _logo_keys(document, page)


def _logo_keys(document: Document, page: Page) -> frozenset[str]:
    """The listing keys of the links that are called the way home, or the site's logo."""
    links = document.tree.xpath("(.//a[@href])[position() <= 40]")
    return frozenset(
        listing_key(url)
        for link in links
        if "home" in (link.get("rel") or "").split() or _LOGO.search(names_of(link))
        if (url := canonical_url(link.get("href"), page.final_url))
    )


def _title_parts(document: Document, section: str | None) -> list[str]:
    """The parts of the page's title that do not name its section, the last first: the site's name
    mostly ends it. One that holds the section's name as a word («Technology news») names it too,
    but where another part is that name."""
    title = document.tree.find(".//title")
    parts = _BARS.split(title.text_content().strip()) if title is not None else []
    parts = [part for part in reversed(parts) if part]
    if not section:
        return parts
    named = re.compile(rf"(?<!\w){re.escape(section)}(?!\w)")
    others = [part for part in parts if not named.search(part)]
    if others or section not in parts:
        return others
    return [part for part in parts if part != section]


def _called(document: Document, page: Page, names: Sequence[str], is_home: bool) -> str | None:
    """Which of the names, or of their parts, a link to the site's root is called by, or a home
    page's own heading, else the first name: a motto stands beside many a site's name, «The Desk –
    Notes on machines»."""
    parts = [part for name in names for part in _BARS.split(name)]
    if len(parts) < 2:
        return next(iter(names), None)
    called = {
        text_of_element(link)
        for link, href in document.links[:FIRST_LINKS]
        if (url := canonical_url(href, page.final_url))
        if same_site(url, page.final_url) and not path_segments(url)
    }
    if is_home:
        called |= {text_of_element(head) for head in document.all_of("h1")}
    return next((part for part in parts if part in called), names[0])


def zone_of(url: str) -> str | None:
    """The time zone of the country that the host's name ends in, None for any other end."""
    host = urlsplit(url).hostname or ""
    return ZONES.get(host.rpartition(".")[2])
