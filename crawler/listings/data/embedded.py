"""The data that a page's scripts hold, decoded: JSON, and the forms of two frameworks."""

from __future__ import annotations

import json
import re
from collections.abc import Collection, Iterator
from itertools import islice

from crawler.listings.data.literals import begins_literal, read_literal
from pipeline.page.html import Document

MAX_SCRIPT_CHARS = 2_000_000
"""A longer script is not read: that of 306 real pages which holds most data has 1.4 million."""
MAX_DEPTH = 30
MAX_REVIVED = 50_000
"""Depth and values of one flattened document that are put together again."""

_ASSIGNED = re.compile(
    r"(?:(?:window|self|globalThis)\b|(?:var|let|const)\s)[\w.$\[\]\"' ]{1,80}=\s*"
    r"(?=[{\[(]|JSON\.parse\()"
)
"""What stands before the data in a script that keeps it under a name."""
_KEPT = re.compile(r"[;\s][A-Za-z_$][\w$]*\.[\w$.]+\s*=\s*(?=[{\[][\"{\[])")
MAX_KEPT = 20
"""Names of one script that are looked at."""
_PUSHED = re.compile(r"\bself\.__next_f\.push\(\s*(?=\[)")
_ROW = re.compile(r"^[0-9a-f]{1,6}:(?=[\[{])", re.MULTILINE)
_IN_ATTRIBUTES = (
    "(//@*[starts-with(., '[{') or starts-with(., '{\"')][string-length() > 200])[position() <= 50]"
)
"""Data that components are given in their attributes, as pages of Vue and its like do."""
_STARTED = re.compile(r"\bkit\.start\(\s*[\w.$]+\s*,\s*[\w.$]+\s*,\s*(?=\{)")
"""The call by which SvelteKit begins, with the page's data."""
_CACHE_ROOT = "ROOT_QUERY"
"""Under this name Apollo's cache keeps what was asked."""
MAX_CACHES = 200
"""Objects of one script's data that are looked at for such a cache."""
_DECODER = json.JSONDecoder()


def embedded_data(document: Document, needles: Collection[str] = ()) -> Iterator[object]:
    """The data of each script that holds some, in the page's order; with `needles`, only of those
    in which one of them stands."""
    pushed: list[str] = []
    for script in document.all_of("script"):
        text = (script.text or "").strip()
        if len(text) > MAX_SCRIPT_CHARS:
            continue
        for found in islice(_PUSHED.finditer(text), 200):
            piece = _decoded(text, found.end())
            if isinstance(piece, list) and piece[1:] and isinstance(piece[1], str):
                pushed.append(piece[1])
        if needles and not any(needle in text for needle in needles):
            continue
        if text.startswith("{&q;"):
            text = _unescaped(text)
        if started := _STARTED.search(text):
            yield read_literal(text, started.end())
            continue
        start = assigned.end() if (assigned := _ASSIGNED.match(text)) else 0
        if not begins_literal(text, start):
            yield from _kept_amid(text)
            continue
        data = _decoded(text, start)
        if data is None:
            data = read_literal(text, start)
        flat = script.get("id") == "__NUXT_DATA__" and isinstance(data, list)
        yield _Revived(data).value(0) if flat and isinstance(data, list) else data
        if _CACHE_ROOT in text:
            yield from _looked_up(data)
    for text in document.tree.xpath(_IN_ATTRIBUTES):
        if len(text) <= MAX_SCRIPT_CHARS and (
            not needles or any(needle in text for needle in needles)
        ):
            data = _decoded(text, 0)
            yield _unpaired(data) if text.getparent().tag == "astro-island" else data
    stream = "".join(pushed)
    if needles and not any(needle in stream for needle in needles):
        return
    for row in islice(_ROW.finditer(stream), 2000):
        yield _decoded(stream, row.end())


def _unescaped(text: str) -> str:
    """A state as Angular writes it into a page: quotes and brackets under names of its own."""
    for name, sign in (("q", '"'), ("s", "'"), ("l", "<"), ("g", ">"), ("a", "&")):
        text = text.replace(f"&{name};", sign)
    return text


def _unpaired(value: object, depth: int = 0) -> object:
    """What Astro gives to a part of a page: each value stands in a pair, behind its kind."""
    if depth > MAX_DEPTH:
        return None
    if isinstance(value, dict):
        return {name: _unpaired(inner, depth + 1) for name, inner in value.items()}
    if not (isinstance(value, list) and len(value) == 2 and isinstance(value[0], int)):
        return value
    if value[0] == 1 and isinstance(value[1], list):
        return [_unpaired(inner, depth + 1) for inner in value[1]]
    return _unpaired(value[1], depth + 1) if isinstance(value[1], dict) else value[1]


def _looked_up(data: object) -> Iterator[object]:
    """What was asked of each cache of GraphQL's answers in the data, put together again."""
    waiting = [data]
    for _ in range(MAX_CACHES):
        found = waiting.pop(0) if waiting else None
        if isinstance(found, dict) and isinstance(root := found.get(_CACHE_ROOT), dict):
            yield _Referred(found).value(root)
        elif isinstance(found, dict):
            waiting += [inner for inner in found.values() if isinstance(inner, dict)]


def _kept_amid(text: str) -> Iterator[object]:
    """Data that a script keeps amid other statements, under names with a dot: "App.state = {…}"."""
    for found in islice(_KEPT.finditer(text), MAX_KEPT):
        data = _decoded(text, found.end())
        if data:
            yield data


def _decoded(text: str, start: int) -> object:
    try:
        return _DECODER.raw_decode(text, start)[0]
    except (ValueError, RecursionError):
        return None


class _Referred:
    """Apollo's cache: objects stand under a name of their own, and refer to each other by it."""

    def __init__(self, cache: dict[str, object]) -> None:
        self.cache = cache
        self.left = MAX_REVIVED

    def value(self, found: object, depth: int = 0) -> object:
        """A value with what it refers to in it; None beyond the limits."""
        self.left -= 1
        if depth > MAX_DEPTH or self.left < 0:
            return None
        if isinstance(found, list):
            return [self.value(inner, depth + 1) for inner in found]
        if not isinstance(found, dict):
            return found
        name = found.get("__ref") or (found.get("id") if found.get("type") == "id" else None)
        if isinstance(name, str) and name in self.cache:
            found = self.cache[name]
            if not isinstance(found, dict):
                return None
        return {key.replace(".", "_"): self.value(inner, depth + 1) for key, inner in found.items()}


class _Revived:
    """Nuxt's form: a list of values in which objects and lists name their parts by number."""

    def __init__(self, flat: list[object]) -> None:
        self.flat = flat
        self.left = MAX_REVIVED

    def value(self, at: object, depth: int = 0) -> object:
        """The value with this number, its parts put together; None beyond the limits."""
        self.left -= 1
        if not isinstance(at, int) or not 0 <= at < len(self.flat):
            return None
        if depth > MAX_DEPTH or self.left < 0:
            return None
        found = self.flat[at]
        if isinstance(found, dict):
            return {name: self.value(inner, depth + 1) for name, inner in found.items()}
        if isinstance(found, list):
            if found and isinstance(found[0], str):  # ["Reactive", 3] and the like
                return self.value(found[-1], depth + 1)
            return [self.value(inner, depth + 1) for inner in found]
        return found
