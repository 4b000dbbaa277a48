"""Endless lists: the address that a script asks for each further page, with its number."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Mapping
from itertools import islice, pairwise
from urllib.parse import unquote, urlencode

from lxml.html import HtmlElement

from crawler.listings.pagination import place_of, says_from_where
from pipeline.url_shapes import is_file
from pipeline.urls import canonical_url, host_port, path_segments

MAX_SCRIPT = 100_000
"""Letters of an inline script beyond which it is a program, not a page's data."""

_COUNTER = (
    r"(?:page|paged|pg|p|page[_-]?(?:no|num|number|index)|current[_-]?page"
    r"|sayfa|pagina|seite|strona|strana|sida|side|sivu|halaman|trang|safha)"
)
_HOLE = re.compile(
    r"\{\{#\}\}|\{\{?\s*\w*page\w*\s*\}?\}|\$\{[^}]{1,40}\}|:page\b|%d|__page__|\[page\]|%7bpage%7d",
    re.I,
)
_OPEN_END = re.compile(rf"[?&]{_COUNTER}=$|/{_COUNTER}/$", re.IGNORECASE)
_IN_SCRIPT = re.compile(
    rf"""["'`](?P<url>(?:https?://[^"'`\s<>/]{{1,100}})?/[^"'`\s<>]{{0,300}}?"""
    rf"""(?:[?&]{_COUNTER}=|/{_COUNTER}/))(?:["']\s*\+|\$\{{)""",
    re.IGNORECASE,
)
_IN_LIBRARY = re.compile(r"""["'`](?P<url>/[^"'`\s<>]{0,300}\{\{#\}\}[^"'`\s<>]{0,100})["'`]""")
"""A page's address as the library Infinite Scroll is told it."""
_NAMED_IN_SCRIPT = re.compile(
    r"""["']?\b(?:next_?(?:page)?_?(?:url|link|href)?|(?:load_?more|more|infinite|ajax)_?"""
    r"""(?:posts?|page)?_?(?:url|link|href|endpoint))["']?\s*[:=]\s*["'](?P<url>(?:https?:)?"""
    r"""\\?/[^"'\s<>]{1,500}|\?[^"'\s<>]{1,200})["']""",
    re.IGNORECASE,
)
_MAY_NAME = re.compile(r"(?:[Nn]ext|[Mm]ore|[Ii]nfinite|[Aa]jax)[\w\\]*[\"']?\s*[:=]")
_OFFSET = re.compile(r"[?&](?:offset|start|skip|from|begin|first)=(\d{1,6})(?=&|$)", re.IGNORECASE)
_SIZE = re.compile(
    r"[?&](?:limit|size|count|take|rows|num|n|per_?page|page_?size)=(\d{1,3})(?=&|$)", re.IGNORECASE
)
_LAST_NUMBER = re.compile(r"^[^?#]*/(\d{1,4})(?:\.json|\.html?)?/?(?=\?|$)")
_COUNTS = re.compile(
    r"(?:current-?|next-?)?(?:page|paged|pg|sayfa|pagina|seite|strona|page-?(?:no|num|number|index))"
)
_PLAIN = re.compile(r"^(?:current|next)-?")
_TOKEN = re.compile(r"(?:next-?)?(?:page-?)?(?:token|cursor)|continuation(?:-token)?")
_CAMEL = re.compile(r"[?&][a-z]+[A-Z]")
MAX_TOKEN = 200
"""Letters of a token or a cursor at most."""
_SKIPS = re.compile(r"offset|skip|start|from")
_FIELD = re.compile(r"[\w.-]{1,60}")
_NO_FIELD = re.compile(
    r"^(?:bs|v|toggle|target|id$|text|loading|label|total|max|last|pages|container|selector|parent"
    r"|dismiss|reactid|testid|track|ga|gtm|event|aos|animation)"
)
"""Names of an element's data that choose nothing of a list: looks, limits, counters of clicks."""
MAX_GAP = 200
"""Pages left out between two numbers of a pager, at most, that are put in."""
MIN_ENTRIES, MAX_ENTRIES = 5, 100
"""Entries that one page of a list shows, at least and at most."""
_PRESENT = re.compile(r"data-(?:current-?)?(?:page|paged|page-?(?:no|num|number))")


def filled(address: str, attributes: Mapping[str, str], number: int = 1) -> str:
    """An address of an element's data with the number of the page after the present one, where it
    has a hole for it («…?page=», «…/{page}») or the element counts beside it; else the address as
    it is. `number` is that of the page read: an element that counts further names the next."""
    hole = _HOLE.search(address)
    if hole is None and not _OPEN_END.search(address):
        return _counted(address, attributes)
    named = next(((k, v) for k, v in attributes.items() if _PRESENT.fullmatch(k)), ("", "1"))
    counted = int(named[1]) if named[1].isdecimal() and len(named[1]) < 6 else 1
    is_next = counted > number and "current" not in named[0]
    following = str(counted if is_next else counted + 1)
    return _HOLE.sub(following, address) if hole else address + following


def _counted(address: str, attributes: Mapping[str, str]) -> str:
    """An address without a page's number, with what the element counts and chooses as parameters:
    "/more" beside data-page="2" and data-category="5"."""
    if "/" not in address or place_of(address).number is not None or _OFFSET.search(address):
        return address
    data = {name[5:]: value for name, value in attributes.items() if name.startswith("data-")}
    fields: dict[str, str] = {}
    counts = False
    for name, value in data.items():
        if value.isdecimal() and len(value) < 7 and _COUNTS.fullmatch(name):
            counts = True
            number = int(value)
            fields[_PLAIN.sub("", name)] = str(number if number > 1 else number + 1)
        elif value.isdecimal() and _SKIPS.fullmatch(name) and int(value):
            counts = True
            fields[name] = value
        elif _TOKEN.fullmatch(name) and 0 < len(value) <= MAX_TOKEN and " " not in value:
            counts = True
            fields[_as_written(name, address)] = value
        elif _FIELD.fullmatch(value) and not _NO_FIELD.search(name):
            fields[name.replace("-", "_")] = value
    if not counts:
        return address
    return f"{address}{'&' if '?' in address else '?'}{urlencode(fields)}"


def _as_written(name: str, address: str) -> str:
    """A parameter of an element's data name, written as the address writes its own."""
    if _CAMEL.search(address):
        return re.sub(r"-(\w)", lambda m: m[1].upper(), name)
    return name.replace("-", "_")


def counted_in_scripts(root: HtmlElement, base: str, section: str) -> list[str]:
    """The second page of addresses to which inline scripts join a counter, where they name the
    section as its own address does: a script may count the pages of other lists too."""
    found: list[str] = []
    for script in root.iter("script"):
        text = script.text or ""
        if script.get("src") or len(text) > MAX_SCRIPT:
            continue
        named = [f"{match['url']}2" for match in islice(_IN_SCRIPT.finditer(text), 20)]
        if "{{#}}" in text:
            named += [filled(match["url"], {}) for match in islice(_IN_LIBRARY.finditer(text), 20)]
        for address in named:
            url = canonical_url(address, base)
            if url and names_own(url, section) and host_port(url) == host_port(base):
                found.append(url)
    return found


_WRITTEN = re.compile(
    r"createPageHTML\w*\(\s*[\"']?(?P<pages>\d{1,4})[\"']?\s*,\s*[\"']?\d{1,4}[\"']?\s*,"
    r"\s*[\"'](?P<name>[\w-]{1,40})[\"']\s*,\s*[\"'](?P<end>s?html?)[\"']"
)
"""The pager that TRS, the system of most of China's papers and offices, has a script write: how
many pages there are, which one this is, and what their files are called, «index_1.html» the
second."""


def written_by_scripts(root: HtmlElement, base: str) -> list[str]:
    """The further pages whose links such a script writes, in order."""
    for script in root.iter("script"):
        match = _WRITTEN.search((script.text or "")[:MAX_SCRIPT])
        if match:
            numbers = range(1, min(int(match["pages"]), MAX_GAP))
            urls = (canonical_url(f"{match['name']}_{n}.{match['end']}", base) for n in numbers)
            return [url for url in urls if url]
    return []


def named_in_scripts(root: HtmlElement, base: str) -> list[str]:
    """Addresses that inline scripts keep under a name such as "nextPage" or "loadMoreUrl"."""
    found: list[str] = []
    for script in root.iter("script"):
        text = script.text or ""
        if script.get("src") or len(text) > MAX_SCRIPT or not _MAY_NAME.search(text):
            continue
        if "__next_f" in text:  # data within a text of a script
            text = text.replace('\\"', '"')
        for match in islice(_NAMED_IN_SCRIPT.finditer(text), 20):
            url = canonical_url(match["url"].replace("\\/", "/"), base)
            if url and host_port(url) == host_port(base):
                found.append(url)
    return found


def may_answer(url: str) -> bool:
    """True for an address that may give a part of a list: a page's, or that of JSON."""
    return not is_file(url) or url.partition("?")[0].lower().endswith(".json")


def names_own(url: str, section: str) -> bool:
    """True where an address names the section as the section's own does, wherever it stands."""
    own = [part.lower() for part in path_segments(section)[-1:]]
    parts = re.split(r"[/?&=#\"',:}\]]", unquote(url).lower())
    return bool(own) and own[0] in (*parts, *(part.removesuffix(".json") for part in parts))


def is_further_page(url: str, section: str) -> bool:
    """True for an address with the number of a page after the first, or that says from where it
    goes on, which names the section."""
    further = (place_of(url).number or 0) > 0 or says_from_where(url)
    return further and names_own(url, section)


def entries_a_page(told: Iterable[tuple[int, int]]) -> int:
    """What a pager's addresses count by, of the numbers that its links show and lead to: one where
    they count pages, so many entries where they say how many go
    before ("2" or "10" leads to start=10)."""
    told = list(told)
    if len(set(told)) > 1 and all(shown == number for shown, number in told):
        apart = min(after - before for (before, _), (after, _) in pairwise(sorted(set(told))))
        return apart if MIN_ENTRIES <= apart <= MAX_ENTRIES else 1  # «0 | 12 | 24»
    steps = {
        (number - first) // (shown - 1)
        for shown, number in told
        for first in (0, 1)
        if shown > 1 and number > shown and (number - first) % (shown - 1) == 0
    }
    return max((step for step in steps if MIN_ENTRIES <= step <= MAX_ENTRIES), default=1)


def with_gaps_filled(numbered: Iterable[tuple[int, str]], step: int = 1) -> list[tuple[int, str]]:
    """Pages by their numbers, in order, with those between two that a pager leaves out, where the
    two addresses differ in the number alone: "1 2 … 6 7". `step` is what they count by."""
    known = sorted(set(numbered))
    found = known[:1]
    for (low, url), (high, other) in pairwise(known):
        head, mark, tail = url.rpartition(str(low))
        if mark and MAX_GAP * step > high - low > step and f"{head}{high}{tail}" == other:
            found += [(n, f"{head}{n}{tail}") for n in range(low + step, high, step)]
        found.append((high, other))
    return found


def page_after(url: str, count: int = 0, own: Collection[str] = ()) -> str | None:
    """The address of what follows an answer, as far as its own says where it began: the page's
    number in the query or at the path's end, or how many entries went before. `count` is how many
    the answer held, for addresses that name no such number themselves; `own` are the numbers that
    tell the section, which count nothing."""
    number = place_of(url).number
    if number is not None and "?" in url:
        counter = re.compile(rf"([?&]{_COUNTER}=){number}(?=&|$)", re.IGNORECASE)
        following, times = counter.subn(rf"\g<1>{number + 1}", url)
        if times == 1:
            return following
    if offset := _OFFSET.search(url):
        size = _SIZE.search(url)
        step = int(size[1]) if size else count
        return (
            f"{url[: offset.start(1)]}{int(offset[1]) + step}{url[offset.end(1) :]}"
            if step
            else None
        )
    if (last := _LAST_NUMBER.search(url)) and last[1] not in own:
        return f"{url[: last.start(1)]}{int(last[1]) + 1}{url[last.end(1) :]}"
    return None
