"""Addresses that inline scripts put together of pieces: a path, what they keep of the list, and the
number of the next page. They are read as they are written; nothing is run."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from itertools import islice
from urllib.parse import parse_qsl, unquote, urlsplit

from lxml.html import HtmlElement

from crawler.listings.data.script_data import kept_in
from crawler.listings.onward.endless import MAX_SCRIPT, names_own
from pipeline.url_shapes import is_file
from pipeline.urls import canonical_url, host_port

MAX_JOINED = 10
"""Such addresses of one page that are looked at."""

_COUNTER = r"(?:page|paged|pg|p|page_?(?:no|num|number|index)|current_?page|sayfa|pagina|seite)"
_MAY_JOIN = re.compile(
    rf"[?&/](?:{_COUNTER}|offset|start|skip|from)(?:=|/)(?:[\"']\s*\+|\$\{{)"
    rf"|[/_-](?:[\"']\s*\+\s*\(?|\$\{{)\s*(?:[\w$]+\.)*{_COUNTER}\b",
    re.I,
)
_BEGIN = re.compile(r"[\"'`](?=(?:https?:/)?/[^\"'`\s<>/])")
_PIECE = re.compile(
    r"\s*\+\s*(?:\"([^\"\n<>]{0,200})\"|'([^'\n<>]{0,200})'|\(?\s*([\w.$]{1,60})(?:\s*\+\s*1)?\s*\)?)"
)
_TEXT = re.compile(r"\"([^\"\n<>]{0,300})\"|'([^'\n<>]{0,300})'|`([^`\n<>]{0,300})`")
_HOLE = re.compile(r"\$\{\s*([\w.$]{1,60})[^}]{0,20}\}")
_PAGE_NEXT = re.compile(rf"(?:[?&]{_COUNTER}=|/{_COUNTER}/)$", re.IGNORECASE)
_OFFSET_NEXT = re.compile(r"[?&](?:offset|start|skip|from)=$", re.IGNORECASE)
_COUNTS = re.compile(rf"(?:.*\.)?{_COUNTER}", re.IGNORECASE)
_CHOOSES = re.compile(
    r"(?:.*[_-])?(?:cat|categor[a-z]*|kategor[a-z]*|section|sectionid|rubri[a-z]*|ressort|channel|topic"
    r"|tag|term|taxonomy|zone|seccion|secao|sezione|bolum|dept|node|menu|column)s?(?:[_-]?(?:id|slug|name))?",
    re.IGNORECASE,
)
_CAMEL = re.compile(r"(?<=[a-z0-9])(?=[A-Z])")
_CHANGES = re.compile(r"comment|subscri|login|vote|like|rating|track|stat|views|share|cart", re.I)


def joined_in_scripts(
    root: HtmlElement, base: str, section: str, shown: Sequence[str]
) -> tuple[str, ...]:
    """The address of the second page of the one list that the page's scripts ask for by a section
    or the like, or by what the section's address calls it; none where they ask so for several.
    `shown` are the articles of the page."""
    scripts = [
        script.text
        for script in root.iter("script")
        if script.text and not script.get("src") and len(script.text) < MAX_SCRIPT
    ]
    if not any(_MAY_JOIN.search(text) for text in scripts):
        return ()
    kept = kept_in(scripts)
    found: dict[str, None] = {}
    for text in scripts:
        for written in islice(_written(text), MAX_JOINED):
            address = _address(written, kept, len(shown))
            url = canonical_url(address, base) if address else None
            told = any(is_name and _chooses(piece) for piece, is_name in written)
            told = told or (url is not None and names_own(url, section))
            if url and host_port(url) == host_port(base) and _is_of_a_section(url, told=told):
                found.setdefault(url)
    return tuple(found) if len(found) == 1 else ()


def _written(text: str) -> Iterator[list[tuple[str, bool]]]:
    """Each address of a script with a counter in it, as its pieces: what is written, and True for a
    name whose value is put there."""
    for begin in _BEGIN.finditer(text):
        first = _TEXT.match(text, begin.start())
        if first is None:
            continue
        if first[3] is not None:
            named = _HOLE.split(first[3])
            pieces = [(piece, at % 2 == 1) for at, piece in enumerate(named)]
        else:
            pieces = [(first[1] or first[2] or "", False)]
        at = first.end()
        while (piece := _PIECE.match(text, at)) and len(pieces) < 12:
            is_name = piece[3] is not None
            pieces.append((piece[3] if is_name else piece[1] or piece[2] or "", is_name))
            at = piece.end()
        if any(is_name for _, is_name in pieces):
            yield pieces


def _address(pieces: list[tuple[str, bool]], kept: Mapping[str, str], shown: int) -> str | None:
    """The address with the next page's number where a counter is put; None where it has none, or
    something else in it is not known."""
    address, counts = "", False
    for piece, is_name in pieces:
        if not is_name:
            address += piece
        elif _PAGE_NEXT.search(address):
            address, counts = f"{address}2", True
        elif _OFFSET_NEXT.search(address):
            address, counts = f"{address}{shown}", True
        elif not counts and address.endswith(("/", "-", "_")) and _COUNTS.fullmatch(piece):
            address, counts = f"{address}2", True
        elif (value := kept.get(piece) or kept.get(piece.removeprefix("window."))) is not None:
            address += value
        else:
            return None
    return address if counts else None


def _is_of_a_section(url: str, *, told: bool) -> bool:
    """Whether an address chooses a section by a parameter, a part of its path, or, as `told`, what
    the script calls a part of it."""
    parts = urlsplit(url)
    if is_file(url) or _CHANGES.search(parts.path):
        return False
    path = [part for part in unquote(parts.path).split("/") if part]
    names = [name for name, value in parse_qsl(parts.query) if value] + path[:-1]
    return told or any(map(_chooses, names))


def _chooses(name: str) -> bool:
    return _CHOOSES.fullmatch(_CAMEL.sub("_", name.rpartition(".")[2])) is not None
