"""Links that a section's page hides from readers without scripts: in attributes that a script
follows, and in the data that a script builds the list from.

Looked for only where the page has no list of plain links: a menu or a share button may carry such
attributes too.
"""

from __future__ import annotations

import json
import re
from collections import defaultdict
from collections.abc import Callable, Collection, Iterator
from dataclasses import dataclass
from itertools import islice

from lxml.html import HtmlElement

from crawler.listings.anchors import MAX_ANCHORS, squeeze
from crawler.listings.answers import MORE_NAMES, NEXT_NAMES, entry_of, values_of
from crawler.listings.scripted import MOVES
from pipeline.page.html import Document
from pipeline.url_shapes import article_likeness

MIN_ENTRIES = 3
"""Entries of a list in a page's data, at least: of fewer it is no list."""
MIN_WORDS = 3
"""Words of the middle title of such a list, at least: menus have one or two."""
SAME_LIST = 0.8
"""The share of a page's articles that a list in its data must hold to be the same list."""
LIKE_ARTICLE = 0.5
"""`article_likeness` from which an address without a name may be an article's."""
MAX_SCRIPT_CHARS = 2_000_000
"""A longer script is not read: that of 306 real pages which holds most data has 1.4 million."""
_ASSIGNED = re.compile(
    r"(?:(?:window|self|globalThis)\b|(?:var|let|const)\s)[\w.$\[\]\"' ]{1,80}=\s*(?=[{\[])"
)
"""What stands before the data in a script that keeps it under a name."""
_PAGES = frozenset(
    {"totalpages", "pagecount", "pages", "lastpage", "maxpage", "maxpages", "numpages"}
)
_TOTALS = frozenset({"total", "totalcount", "totalitems", "totalresults", "totalhits", "count"})
_NOTED = NEXT_NAMES | MORE_NAMES | _PAGES | _TOTALS
"""Names of what data says beside a list, lower case and without underscores."""
_BESIDE = ("pagination", "paging", "links", "_links", "meta", "pageInfo", "page_info", "pager")
"""What holds such notes beside a list, not above it."""
_ADDRESSES = ("data-href", "data-url", "data-link", "data-permalink")
_NO_CARDS = frozenset({"script", "style", "button", "form", "iframe", "video", "body"})


def show_links(document: Document) -> bool:
    """Make plain links of what a script would follow, in the document's own tree. False where there
    is none. The document is changed: nobody else may hold it."""
    body = document.tree.find(".//body")
    found = [] if body is None else list(islice(_hidden(body), MAX_ANCHORS))
    for element, address in found:
        element.tag = "a"
        element.set("href", address)
    return bool(found)


def _hidden(body: HtmlElement) -> Iterator[tuple[HtmlElement, str]]:
    for element in body.iter():
        href = (element.get("href") or "#").strip().lower()
        if element.tag in _NO_CARDS or not href.startswith(("#", "javascript:")):
            continue
        address = next(filter(None, map(element.get, _ADDRESSES)), None)
        if address is None and (found := MOVES.search((element.get("onclick") or "")[:4000])):
            address = found[1]
        if address and "/" in address:
            yield element, address


def listed_in_data(document: Document) -> list[tuple[str, str]]:
    """Addresses as written, with their titles, of the largest list of titled entries in the data
    that scripts of the page hold (JSON-LD's ItemList, Next.js and the like)."""
    long = _lists_in_data(document)
    return list(max(long.values(), key=len).items()) if long else []


@dataclass(frozen=True, slots=True)
class Rest:
    """What a page's data says of the list that the page shows. `entries` are addresses as written,
    with titles, `following` addresses of what comes after them; `goes_on` is True where the data
    counts more than it holds."""

    entries: tuple[tuple[str, str], ...] = ()
    following: tuple[str, ...] = ()
    goes_on: bool = False


def rest_in_data(
    document: Document, shown: Collection[str], url_of: Callable[[str], str | None]
) -> Rest:
    """What the data says of the list that begins with what the page shows already: some sites
    write only the first of it as links, and a script the others. `url_of` makes an address of one
    as written. Nothing where no list in the data holds nearly all that is shown, or is nearly all
    shown."""
    if len(shown) < MIN_ENTRIES:
        return Rest()
    notes: dict[tuple[int, str], dict[str, object]] = defaultdict(dict)
    best = Rest()
    for (place, path), entries in _lists_in_data(document, notes).items():
        urls = {url_of(address) for address in entries}
        common = len(urls & set(shown))
        if common < SAME_LIST * min(len(shown), len(urls)) or common < MIN_ENTRIES:
            continue
        above = path.rpartition(".")[0]
        said = dict(notes[place, above])
        for name in _BESIDE:
            said |= notes.get((place, f"{above}.{name}"), {})
        whole = common >= SAME_LIST * len(shown)
        found = Rest(
            tuple(entries.items()) if whole and len(urls) > len(shown) else (),
            tuple(
                v for k, v in said.items() if k in NEXT_NAMES and isinstance(v, str) and "/" in v
            ),
            any(_says_more(name, value, len(urls)) for name, value in said.items()),
        )
        best = max(
            best, found, key=lambda rest: (bool(rest.following), len(rest.entries), rest.goes_on)
        )
    return best


def _says_more(name: str, value: object, held: int) -> bool:
    """True for a note beside a list by which more of it is to come."""
    if value is True:
        return name in MORE_NAMES
    if isinstance(value, bool) or not isinstance(value, int):
        return False
    return (name in _PAGES and value > 1) or (name in _TOTALS and value > held)


def _lists_in_data(
    document: Document, notes: dict[tuple[int, str], dict[str, object]] | None = None
) -> dict[tuple[int, str], dict[str, str]]:
    """The lists of titled entries in the page's data, by script and place in it: addresses as
    written, with titles. What is noted beside them goes to `notes`, by the place of its holder."""
    lists: defaultdict[tuple[int, str], dict[str, str]] = defaultdict(dict)
    for place, script in enumerate(document.all_of("script")):
        text = _unassigned((script.text or "").strip())
        if not text.startswith(("{", "[")) or len(text) > MAX_SCRIPT_CHARS:
            continue
        try:
            data, _ = json.JSONDecoder().raw_decode(text)
        except (ValueError, RecursionError):
            continue
        for path, value in values_of(data, paths=True):
            if not isinstance(value, dict):
                if notes is not None and (name := _folded(path)) in _NOTED and value:
                    notes[place, path.rpartition(".")[0]][name] = value
                continue
            if entry := entry_of(path.rpartition(".")[2], value):
                lists[place, path].setdefault(entry[0], squeeze(entry[1]))
            elif value.get("@type") == "ItemList":
                lists[place, f"{path}.ItemList"].update(_addresses_of(value))
    return {place: entries for place, entries in lists.items() if _is_list(entries)}


def _folded(path: str) -> str:
    return path.rpartition(".")[2].lower().replace("_", "")


def _unassigned(script: str) -> str:
    """The script from where its data begins, if it only keeps data under a name."""
    found = _ASSIGNED.match(script)
    return script[found.end() :] if found else script


def _addresses_of(item_list: dict[str, object]) -> dict[str, str]:
    """The addresses of a schema.org ItemList that gives no names, as search engines ask for them
    on a page of links; each stands for its own title."""
    items = item_list.get("itemListElement")
    found: dict[str, str] = {}
    for item in items if isinstance(items, list) else []:
        if not isinstance(item, dict) or item.get("@type") != "ListItem" or "name" in item:
            continue
        address = item.get("url", item.get("item"))
        if isinstance(address, dict):
            address = address.get("@id")
        if isinstance(address, str) and article_likeness(address) >= LIKE_ARTICLE:
            found[address] = ""
    return found


def _is_list(entries: dict[str, str]) -> bool:
    if not any(entries.values()):
        return len(entries) >= MIN_ENTRIES
    words = sorted(len(title.split()) for title in entries.values())
    return len(entries) >= MIN_ENTRIES and words[len(words) // 2] >= MIN_WORDS
