"""The further pages of a listing: numbered, offset, labelled, and named in "load more" buttons."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from urllib.parse import parse_qsl, unquote

from crawler.listings.more_labels import asks_for_more, reads_on
from crawler.listings.page_labels import BOTH_WAYS, NEXT_LABELS, SECTION_ARCHIVES, WHOLE_LABELS
from pipeline.patterns.late_patterns import late_pattern
from pipeline.urls import FRONT_FILE, canonical_url, host_port, split_url

MAX_NEXT_URLS = 200
"""Further pages taken from one listing page; a listing that numbers all its pages has few more."""

_PARAMETER = late_pattern(
    r"page|paged|pg|pagenum|page[_-]?no|page[_-]?number|page[_-]?index|page[_-]?num|pagina|seite|sayfa|strona|strana|halaman|trang|start|limitstart|offset"
    r"|debut(?:_\w+)?|currentpage|p|fd_page|npage|pnum|cur_page|safha|صفحة|صفحه"
)
_WORDS = (
    r"page|pages|p|pg|pag|seite|pagina|página|sayfa|strona|strana|stranica|sida|side|sivu|halaman"
    r"|hal|trang|safha|safhe|safheh|oldal|صفحة|صفحه|الصفحة"
)
_PATH_PAGE = re.compile(
    rf"(?P<stem>.*?)[/._-](?:{_WORDS})[/._:=,-]?(?P<number>\d{{1,6}})(?:\.\w{{2,5}})?/?",
    re.IGNORECASE,
)
_LOOSE = re.compile(r"(?P<stem>.*?)[/_,-]?(?P<number>\d{1,4})(?P<end>\.\w{2,5})?/?")
INDEX = re.compile(rf"/{FRONT_FILE}$|\.(?:html?|php|aspx?)$", re.IGNORECASE)
_IS_ONE = re.compile(r"[/,_-]1(?:\.\w{2,5})?/?$")

_POINT = re.compile(
    r"before|cursor|after|older|until|to|till|max_?id|last_?id|before_?(?:id|date|time)|updated-max"
    r"|page_?token|next_?token|continuation|start_?after|from_?id|olderthan|older_?than"
)
_WHOLE_PATHS = frozenset({"archive", "archives", "all", "latest", "أرشيف", "الأرشيف"})
_NUMBER = re.compile(r"[^=]+=\d{1,6}")
_NAME_AND_NUMBER = re.compile(r"[^\W\d_][^/]*?[-_]?(?<!\d)(\d{1,4})(?:\.\w{2,5})?")
_NAME_THEN_NUMBER = re.compile(r"/[^\W\d_][^/\d]*/\d{1,3}/?$")
_LETTERS = re.compile(r"[^\W\d_]")
_WORD_AND_NUMBER = re.compile(r"[^\W\d_]{2,12}\s?(\d{1,4})")
_LETTERS_RUN = re.compile(r"[^\W\d_]+")
_PAGE_WORD = re.compile(
    rf"(?:{_WORDS}|seite|página|stranica|стр\.?)\s*:?\s*\d{{1,5}}(?:\s*(?:/|of|من|از)\s*\d+)?"
)
_EDGES = re.compile(r"^[\s«»<>‹›←→…\-–—|]+|[\s«»<>‹›←→…\-–—|]+$")


_TWO_LANGUAGES = re.compile(r"\s+[·|/•–—]\s+")
_COUNT = re.compile(r"\s*[\d٠-٩۰-۹]{1,3}\s*(?:件|条|篇|개)?")
MAX_LABEL = 40
"""Letters of a label that tells the way to another page."""


@dataclass(frozen=True, slots=True)
class Place:
    """An address split in the listing it belongs to and its page's number (None: the first)."""

    key: str
    number: int | None


@lru_cache(maxsize=8192)
def place_of(url: str) -> Place:
    """The listing that a canonical URL belongs to, and its page where the address says it."""
    parts = split_url(url)
    number: int | None = None
    kept: list[str] = []
    given = parse_qsl(parts.query, keep_blank_values=True)
    for name, value in given:
        is_page = _PARAMETER.fullmatch(name.lower()) and value.isdecimal()
        is_post = name == "p" and parts.path in {"", "/"} and len(given) == 1  # of WordPress
        if is_page and not is_post:
            number = int(value)
        else:
            kept.append(f"{name}={value}")
    path = unquote(parts.path)
    found = _PATH_PAGE.fullmatch(path)
    if found and number is None:
        path, number = found["stem"], int(found["number"])
    return Place(_key(url, path, kept), number)


def listing_key(url: str) -> str:
    """One name for all pages of a listing and all forms of its address (slash, index.html)."""
    return place_of(url).key


def loose_place(url: str) -> Place | None:
    """As `place_of`, for forms as «tech2.html», «tech/2/» and «index-1.html», which an article's
    address may have too; None where the path ends in no number."""
    parts = split_url(url)
    found = _LOOSE.fullmatch(unquote(parts.path))
    if not found:
        return None
    query = [f"{name}={value}" for name, value in parse_qsl(parts.query, keep_blank_values=True)]
    return Place(_key(url, found["stem"] + (found["end"] or ""), query), int(found["number"]))


def first_page_key(url: str) -> frozenset[str]:
    """The name of the listing of which an address is page 1: "/tech/1", "/tech,1.html"."""
    loose = loose_place(url)
    is_first = loose is not None and _IS_ONE.search(split_url(url).path)
    return frozenset({loose.key} if loose and is_first else ())


def counts_below(url: str, keys: frozenset[str], number: int) -> bool:
    """True for an address right below a listing in `keys` whose last part is a name that ends in
    that number: «/tech/news-list-2.htm». A number alone may be an article's, or a day."""
    above, _, name = place_of(url).key.partition("?")[0].rpartition("/")
    counted = _NAME_AND_NUMBER.fullmatch(name)
    return counted is not None and int(counted[1]) == number and f"{above}?" in keys


def ended_key(url: str) -> frozenset[str]:
    """The name of the listing of which a further page's address ends in its number alone:
    «/news/tech/1/», whose next is «/news/tech/2/»."""
    path = unquote(split_url(url).path)
    found = _NAME_THEN_NUMBER.search(path)
    loose = loose_place(url) if found else None
    return frozenset({loose.key} if loose else ())


def is_numbered_view(url: str, keys: frozenset[str]) -> bool:
    """True for the address of a listing in `keys` with one more parameter, whatever its name, and
    that a number: what a link labelled with a number then leads to is a page of it."""
    return number_of_view(url, keys) is not None


def number_of_view(url: str, keys: frozenset[str]) -> int | None:
    """That number; None for all other addresses."""
    path, _, query = place_of(url).key.partition("?")
    given = set(query.split("&")) - {""}
    for key in keys:
        own, _, wanted = key.partition("?")
        wanted_query = set(wanted.split("&")) - {""}
        more = given - wanted_query
        if path == own and wanted_query <= given and len(more) == 1:
            name_and_number = next(iter(more))
            if _NUMBER.fullmatch(name_and_number):
                return int(name_and_number.partition("=")[2])
    return None


def is_view_called(url: str, keys: frozenset[str], text: str) -> bool:
    """True for such an address where the link's text says its number behind one word, which may be
    for those alone who hear the page: «Seite2» leads to "?e-page-4f2a=2"."""
    called = _WORD_AND_NUMBER.fullmatch(text)
    return called is not None and (
        split_url(url).query.endswith(f"={called[1]}") and is_numbered_view(url, keys)
    )


def is_from_point(url: str, keys: frozenset[str]) -> bool:
    """True for the address of a listing in `keys` that says from which article or moment it goes
    on: "?before=1764000000", "?cursor=bzo4", "/after/30456"."""
    path, _, query = place_of(url).key.partition("?")
    above, name, value = [*path.rsplit("/", 2), "", ""][:3]
    if value and _POINT.fullmatch(name) and f"{above}?{query}" in keys:
        return True
    given = set(query.split("&")) - {""}
    for key in keys:
        own, _, wanted = key.partition("?")
        more = given - set(wanted.split("&"))
        if path == own and len(more) == 1 and set(wanted.split("&")) - {""} <= given:
            name, _, value = next(iter(more)).partition("=")
            if value and _POINT.fullmatch(name.lower()):
                return True
    return False


def says_from_where(url: str) -> bool:
    """True where a parameter says from which article or moment on more is asked for."""
    return any(_POINT.fullmatch(name.lower()) for name, _ in parse_qsl(split_url(url).query))


@lru_cache(maxsize=4096)
def is_next_label(text: str) -> bool:
    """True where a link's text says "next", "older" or "more", in any of the known languages."""
    folded = " ".join(text.lower().split())
    if len(folded) > MAX_LABEL:
        return False
    bare = _EDGES.sub("", folded)
    if folded in NEXT_LABELS or bare in NEXT_LABELS or asks_for_more(bare):
        return True
    if _TWO_LANGUAGES.search(bare):
        return any(part in NEXT_LABELS for part in _TWO_LANGUAGES.split(bare))
    counted = _COUNT.sub(" ", bare)  # "next 10", "load 10 more", "次の10件"
    return counted != bare and _EDGES.sub("", " ".join(counted.split())) in NEXT_LABELS


def is_sure_next_label(text: str) -> bool:
    """True for a label of two words or more: "older articles", "next page"."""
    return is_next_label(text) and len(_LETTERS_RUN.findall(text)) > 1


def begins_as_next(text: str) -> bool:
    """True for a label that says more than such a label of two words or three, which it begins
    with: "older stories from this section"."""
    words = text[: 2 * MAX_LABEL].lower().split()
    if len(text) > 2 * MAX_LABEL or len(words) > 8 or reads_on(text):
        return False
    return any(" ".join(words[:count]) in NEXT_LABELS for count in (2, 3) if count < len(words))


@lru_cache(maxsize=4096)
def is_page_label(text: str) -> bool:
    """True where a link's text is a page's number, signs without letters, none at all, or a label
    that goes forward or back."""
    folded = " ".join(text.lower().split())
    if len(folded) > 40:
        return False
    return not _LETTERS.search(folded) or bool(
        _PAGE_WORD.fullmatch(folded) or is_next_label(folded) or is_way_label(folded)
    )


def is_way_label(text: str) -> bool:
    """True where a link's text says "previous", "first" or the like: which way that is, the
    site's order of pages decides."""
    folded = " ".join(text.lower().split())
    return len(folded) <= 40 and _EDGES.sub("", folded) in BOTH_WAYS


def is_whole_label(text: str) -> bool:
    """True where a link's text says that all of something, or more of it, is listed there."""
    words = " ".join(text.lower().split())
    return is_next_label(text) or _EDGES.sub("", words) in WHOLE_LABELS


def is_of_whole_section(text: str) -> bool:
    """True where a link's text says that it leads to the archive of this very section."""
    return _EDGES.sub("", " ".join(text.lower().split())) in SECTION_ARCHIVES


def is_whole_below(url: str, section: str, text: str) -> bool:
    """True where the address, below the section's own, is said to list all of it: an archive."""
    base, own = place_of(section).key.partition("?")[0], place_of(url).key.partition("?")[0]
    if "/" not in base or not own.startswith(f"{base}/"):
        return False
    name = own[len(base) + 1 :]
    words = " ".join(_EDGES.sub("", text.lower()).split())
    return "/" not in name and (name in _WHOLE_PATHS or words in WHOLE_LABELS)


def is_whole_list(url: str) -> bool:
    """True for an address whose last part says that all of something is listed there."""
    return place_of(url).key.partition("?")[0].rpartition("/")[2] in _WHOLE_PATHS


def urls_in_attributes(attributes: dict[str, str], base: str) -> tuple[str, ...]:
    """The addresses that a "load more" element names in its data, htmx or href attributes."""
    found: list[str] = []
    for name, value in attributes.items():
        named = name in {"hx-get", "href", "formaction", "ic-get-from"} or (
            name.startswith("data-")
        )
        if named and value and value[0] in "/?h" and " " not in value and len(value) > 1:
            if value[0] == "h" and not value.startswith(("http://", "https://")):
                continue
            url = canonical_url(value, base)
            if url and host_port(url) == host_port(base):
                found.append(url)
    return tuple(found)


def _key(url: str, path: str, query: list[str]) -> str:
    path = INDEX.sub("", path).rstrip("/-_")  # «/-Sciences-» goes on as «/-Sciences-p2»
    host = host_port(url).removeprefix("www.")
    return f"{host}{path.lower()}?{'&'.join(sorted(query))}"
