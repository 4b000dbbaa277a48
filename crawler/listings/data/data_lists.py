"""Lists of articles in the data that a page's scripts hold, and what is said beside them."""

from __future__ import annotations

import json
import re
from collections import Counter, defaultdict
from collections.abc import Callable, Collection, Iterable
from dataclasses import dataclass, field
from itertools import islice
from urllib.parse import quote, unquote

from crawler.listings.choice.anchors import squeeze
from crawler.listings.data.answers import (
    MORE_NAMES,
    NEXT_NAMES,
    Parts,
    entry_of,
    parts_of,
    values_of,
    way_of,
)
from crawler.listings.labels import words_in
from pipeline.declared.embedded import embedded_data
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
_PAGES = frozenset(
    {"totalpages", "pagecount", "pages", "lastpage", "maxpage", "maxpages", "numpages"}
)
_TOTALS = frozenset({"total", "totalcount", "totalitems", "totalresults", "totalhits", "count"})
_NOTED = NEXT_NAMES | MORE_NAMES | _PAGES | _TOTALS
"""Names of what data says beside a list, lower case and without underscores."""
_BESIDE = (
    "pagination",
    "paging",
    "links",
    "_links",
    "meta",
    "pageInfo",
    "page_info",
    "pager",
    "loadMore",
)
"""What holds such notes beside a list, not above it."""


@dataclass(slots=True)
class DataList:
    """One list. `entries` are addresses as written with titles, `parts` what the addresses of
    entries without one may be made of, `said` the notes beside the list, by their folded names."""

    entries: dict[str, str] = field(default_factory=dict)
    parts: dict[Parts, str] = field(default_factory=dict)
    said: dict[str, object] = field(default_factory=dict)

    @property
    def following(self) -> tuple[str, ...]:
        """Addresses of what comes after the list."""
        named = (value for name, value in self.said.items() if name in NEXT_NAMES)
        return tuple(value for value in named if isinstance(value, str) and "/" in value)

    @property
    def goes_on(self) -> bool:
        """True where the data counts more than it holds."""
        held = len(self.entries) + len(self.parts)
        return any(_says_more(name, value, held) for name, value in self.said.items())

    def is_list(self, least: int) -> bool:
        """Whether it holds enough titles of enough words."""
        titles = [*self.entries.values(), *self.parts.values()]
        if len(titles) < least:
            return False
        words = sorted(words_in(title) for title in titles)
        return words[len(words) // 2] >= MIN_WORDS or not any(titles)


def _says_more(name: str, value: object, held: int) -> bool:
    """True for a note beside a list by which more of it is to come."""
    if value is True:
        return name in MORE_NAMES
    if isinstance(value, bool) or not isinstance(value, int):
        return False
    return (name in _PAGES and value > 1) or (name in _TOTALS and value > held)


def lists_in_data(
    document: Document, needles: Collection[str] = (), least: int = MIN_ENTRIES
) -> list[DataList]:
    """The lists of `least` titled entries in the page's data (JSON-LD's ItemList, Next.js and the
    like); with `needles`, of data in which one of them stands."""
    lists: defaultdict[tuple[int, str], DataList] = defaultdict(DataList)
    notes: defaultdict[tuple[int, str], dict[str, object]] = defaultdict(dict)
    for place, data in enumerate(embedded_data(document, needles)):
        for path, value in values_of(data, paths=True):
            above, _, name = path.rpartition(".")
            folded = name.lower().replace("_", "")
            if not isinstance(value, dict):
                if value and folded in _NOTED:
                    notes[place, above][folded] = value
            elif way := way_of(folded, value):
                notes[place, above][folded] = way
            elif entry := entry_of(name, value):
                lists[place, path].entries.setdefault(entry[0], squeeze(entry[1]))
            elif made := parts_of(name, value):
                lists[place, path].parts.setdefault(made[0], squeeze(made[1]))
            elif value.get("@type") == "ItemList":
                lists[place, f"{path}.ItemList"].entries.update(_addresses_of(value))
    for (place, path), found in lists.items():
        above = path.rpartition(".")[0]
        found.said |= notes.get((place, above), {})
        for name in _BESIDE:
            found.said |= notes.get((place, f"{above}.{name}"), {})
    return [found for found in lists.values() if found.is_list(least)]


def same_list(
    document: Document, shown: Collection[str], url_of: Callable[[str], str | None]
) -> tuple[DataList, str | None, bool] | None:
    """The list that the page shows, with how an address is made of an entry's parts, where it has
    none, and whether it holds nearly all that is shown; None where the data holds no such list.
    `url_of` makes an address of one as written."""
    if len(shown) < MIN_ENTRIES:
        return None
    best: tuple[DataList, str | None, bool] | None = None
    for found in lists_in_data(document, _needles(shown)):
        made = how_made(found.parts, shown)
        written = [*found.entries, *(filled(made, parts) for parts in found.parts if made)]
        urls = {url_of(address) for address in written}
        common = len(urls & set(shown))
        if common < max(MIN_ENTRIES, SAME_LIST * min(len(shown), len(urls))):
            continue
        if made:
            found.entries |= {filled(made, p): title for p, title in found.parts.items()}
            found.parts = {}
        if best is None or _worth(found) > _worth(best[0]):
            best = found, made, common >= SAME_LIST * len(shown)
    return best


def _needles(shown: Collection[str]) -> list[str]:
    """The ends of some of the addresses as data may write them, to pass over data without them."""
    found: dict[str, None] = {}
    for url in islice(shown, 6):
        end = url.rstrip("/").rsplit("/", 1)[-1].rsplit("=", 1)[-1]
        decoded = unquote(end)
        found |= dict.fromkeys((end, decoded, json.dumps(decoded)[1:-1], decoded.partition(".")[0]))
    return list(found)


def _worth(found: DataList) -> tuple[bool, int, bool]:
    return bool(found.following), len(found.entries), found.goes_on


def how_made(parts: Iterable[Parts], shown: Collection[str]) -> str | None:
    """How addresses are made of the parts of entries ("…/news/{id}/{slug}"), learned of those that
    the page shows; None where fewer than three are made alike."""
    forms: Counter[str] = Counter()
    for parts_of_one in parts:
        made = max((_form(url, parts_of_one) for url in shown), key=lambda form: form.count("{"))
        if "{" in made:
            forms[made] += 1
    form, times = forms.most_common(1)[0] if forms else ("", 0)
    return form if times >= MIN_ENTRIES else None


def _form(url: str, parts: Parts) -> str:
    """An address with the parts that stand in its path or query as holes."""
    slug, number = parts
    site, path = unquote(url).split("://", 1)[0], unquote(url).split("://", 1)[1]
    host, _, path = path.partition("/")
    if slug:
        path = path.replace(slug, "{slug}", 1)
    if number and len(number) < 40:
        path = re.sub(rf"(?<![\w]){re.escape(number)}(?![\w])", "{id}", path, count=1)
    return f"{site}://{host}/{path}"


def filled(form: str | None, parts: Parts) -> str:
    """The address of an entry, by `how_made`."""
    slug, number = parts
    return (form or "").replace("{slug}", quote(slug or "", safe="/")).replace("{id}", number or "")


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
