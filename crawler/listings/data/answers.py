"""JSON that a "load more" button fetches: entries with an address, or pieces of HTML."""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from html import unescape

from crawler.listings.choice.anchors import squeeze
from pipeline.page.html import decode
from pipeline.records import Page

MAX_VALUES = 50_000
"""Values of one answer that are looked at."""

_ADDRESS = ("url", "link", "href", "permalink", "canonical_url", "canonicalUrl", "path", "uri")
_MORE_ADDRESS = re.compile(
    r"(?:web|share|article|news|story|post|item|detail|details|full|page|seo|link|friendly|public"
    r"|canonical|absolute|relative|medium|target|content)(?:url|uri|path)|enlace|ruta|lien"
)
"""What else addresses are called, folded, where an entry has none of the plain names."""
_SIGN_OF_ADDRESS = re.compile(r"[\d._?=-]|^[a-z]+$")
"""What a bare part of an address holds, or is: no word with a capital, nor one of letters alone
that are not ASCII."""
_IDS = ("id", "_id", "nid", "newsId", "news_id", "articleId", "article_id", "postId", "ID")
_MORE_IDS = re.compile(r"(?:item|content|story|doc|document|post|entry)id")
_TITLE = ("title", "headline", "headlines", "name", "heading")
_MORE_TITLE = re.compile(
    r"(?!(?:sub|meta|seo|og|social|section|category|author|site|page|image|img|photo|alt|job|short|tag)"
    r"title)\w*(?:title|headline)"
    r"|titulo|título|titular|titre|titel|titolo|tytul|baslik|başlık|judul|tieude|subject"
)
"""Titles as interfaces of other languages call them."""
_NOT_ENTRIES = frozenset({"author", "authors", "category", "categories", "tag", "tags", "section"})
NEXT_NAMES = frozenset(
    """
    next nextpage nexturl nextpageurl nextlink nexthref more moreurl loadmore loadmoreurl
    """.split()  # noqa: SIM905
)
_CURSORS = (
    *("endcursor", "nextcursor", "nextpagetoken", "nexttoken", "continuation", "cursor", "after"),
    *("lastid", "next"),
)
"""Names of what the next question is to begin after, the surest first; folded."""
_CURSOR_OF_PIECE = re.compile(r'\sdata-(?:next-?|end-?)?cursor="([^"<>]{1,200})"')
_ENDS = re.compile(r'\sdata-has-?(?:next|more)(?:-?page)?="(?:false|0)"')
"""A piece of HTML says in its data where what follows it begins, or that nothing does."""
MORE_NAMES = frozenset({"more", "hasmore", "hasnext", "hasnextpage", "morepages"})


Parts = tuple[str | None, str | None]
"""The slug and the number of an entry, either None, of which its address may be made."""


@dataclass(frozen=True, slots=True)
class Answer:
    """What one answer holds. `entries` are addresses as written with their titles, `parts` what
    those of entries that give none may be made of; `is_last` is True where it says itself that
    nothing follows."""

    entries: tuple[tuple[str, str], ...]
    parts: tuple[tuple[Parts, str], ...]
    next_urls: tuple[str, ...]
    html: str
    is_last: bool = False
    cursor: str | None = None
    """What the next question is to begin after, where the answer says it apart."""
    said: Mapping[str, str] = field(default_factory=dict)
    """What it says once only, by its name: a parameter of the next question may be among it."""


def read_answer(page: Page) -> Answer | None:
    """The answer, or None where the bytes are no JSON object or list."""
    if not page.body[:64].lstrip(b"\xef\xbb\xbf \t\r\n").startswith((b"{", b"[")):
        return None
    try:
        data = json.loads(decode(page.body, "utf-8")[0])
    except (ValueError, RecursionError):
        return None
    entries: dict[str, str] = {}
    parts: dict[Parts, str] = {}
    following: list[str] = []
    pieces: list[str] = []
    cursors: dict[str, str] = {}
    is_last = False
    said: dict[str, str] = {}
    times: Counter[str] = Counter()
    for name, value in values_of(data):
        folded = name.lower().replace("_", "")
        is_last |= (folded in NEXT_NAMES and value is None) or (
            folded in MORE_NAMES and value in (False, 0, "0", "false")
        )
        if isinstance(value, int | str) and not isinstance(value, bool):
            times[name] += 1
            said[name] = str(value)
        if isinstance(value, dict):
            if way := way_of(folded, value):
                following.append(way)
            elif entry := entry_of(name, value):
                entries.setdefault(entry[0], squeeze(entry[1]))
            elif made := parts_of(name, value):
                parts.setdefault(made[0], squeeze(made[1]))
        elif isinstance(value, str) and "<a " in value:
            pieces.append(value)
            is_last |= bool(_ENDS.search(value))
            if cursor := _CURSOR_OF_PIECE.search(value):
                cursors.setdefault("cursor", unescape(cursor[1]))
        elif isinstance(value, str) and folded in NEXT_NAMES and "/" in value:
            following.append(value)
        elif folded in _CURSORS and isinstance(value, int | str) and not isinstance(value, bool):
            cursors.setdefault(folded, str(value))
    return Answer(
        entries=tuple(entries.items()),
        parts=tuple(parts.items()),
        next_urls=tuple(following),
        html="\n".join(pieces),
        is_last=is_last,
        cursor=next((cursors[name] for name in _CURSORS if cursors.get(name)), None),
        said={name: value for name, value in said.items() if value and times[name] == 1},
    )


_WAYS = ("url", "href", "path", "link", "endpoint", "api", "apiUrl", "api_url", "src")


def way_of(folded: str, value: dict[str, object]) -> str | None:
    """The address in an object that is called what comes next: {"next": {"href": "/list?p=2"}}."""
    way = _first(value, _WAYS) if folded in NEXT_NAMES else None
    return way if way and "/" in way and " " not in way else None


def entry_of(name: str, value: dict[str, object]) -> tuple[str, str] | None:
    """The address, as written, and the title of an object that may be of an article."""
    title = _first(value, _TITLE) or _called(value, _MORE_TITLE)
    address = _first(value, _ADDRESS) or _called(value, _MORE_ADDRESS) if title else None
    slug = value.get("slug")
    if title and not address and isinstance(slug, str) and slug.startswith(("/", "http")):
        address = slug  # the whole address, not its last part
    if not address or not title or name.lower() in _NOT_ENTRIES or not is_address(address):
        return None
    return address, title


def is_address(text: str) -> bool:
    """Whether a text may be an address, be it one of a single part, and is no label of words: what
    a page's script is to print, «Link to the original», is called a link there too."""
    return "/" in text or (" " not in text and _SIGN_OF_ADDRESS.search(text) is not None)


def parts_of(name: str, value: dict[str, object]) -> tuple[Parts, str] | None:
    """What the address of an entry that gives none may be made of, and its title."""
    title = _first(value, _TITLE) or _called(value, _MORE_TITLE)
    if not title or name.lower() in _NOT_ENTRIES:
        return None
    slug = _first(value, ("slug", "seo_slug", "url_slug", "alias"))
    number = next((str(value[key]) for key in _IDS if isinstance(value.get(key), int | str)), None)
    number = number or _called(value, _MORE_IDS)
    return ((slug, number), title) if slug or number else None


def values_of(data: object, *, paths: bool = False) -> Iterator[tuple[str, object]]:
    """All values with their names, in the document's order, at most `MAX_VALUES`; with `paths`,
    their names after those of all that holds them, with dots between."""
    waiting: list[tuple[str, object]] = [("", data)]
    for _ in range(MAX_VALUES):
        if not waiting:
            return
        name, value = waiting.pop()
        yield name, value
        if isinstance(value, dict):
            above = f"{name}." if paths else ""
            waiting.extend((f"{above}{key}", inner) for key, inner in reversed(value.items()))
        elif isinstance(value, list):
            waiting.extend((name, inner) for inner in reversed(value))


def _called(entry: Mapping[str, object], names: re.Pattern[str]) -> str | None:
    """The first text or number of an entry whose name, folded, is one of these."""
    for name, value in entry.items():
        said = str(value).strip() if isinstance(value, int | str) else ""
        if said and not isinstance(value, bool) and names.fullmatch(_folded(name)):
            return said
    return None


def _folded(name: str) -> str:
    return name.lower().replace("_", "").replace("-", "")


def _first(entry: dict[str, object], names: tuple[str, ...]) -> str | None:
    for name in names:
        value = entry.get(name)
        if isinstance(value, dict):
            value = value.get("rendered") or value.get("basic")
        if isinstance(value, str) and value.strip():
            return value.strip()
    return None
