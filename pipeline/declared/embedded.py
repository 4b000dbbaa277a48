"""The data that a page's scripts and attributes hold, decoded: JSON, objects as scripts write them,
and the forms of frameworks: Next.js, Nuxt, SvelteKit, Angular, Astro, Apollo, Inertia."""

from __future__ import annotations

import json
import re
from collections.abc import Collection, Iterable, Iterator
from itertools import islice

from lxml.html import HtmlElement

from pipeline.declared.flight import MARK, pushed_by, rows_of
from pipeline.declared.literals import begins_literal, read_literal
from pipeline.page.html import Document

MAX_SCRIPT_CHARS = 2_000_000
"""A longer script is not read: that of 306 real pages which holds most data has 1.4 million."""
MAX_DEPTH = 30
MAX_REVIVED = 50_000
"""Depth and values of one flattened document that are put together again."""

_ASSIGNED = re.compile(
    r"(?:(?:window|self|globalThis)\b|(?:var|let|const)\s)[\w.$\[\]\"' ]{1,80}=\s*"
    r"(?=[{\[(]|JSON\.parse\(|[\"'](?:%7|eyJ|W3si))"
)
"""What stands before the data in a script that keeps it under a name."""
_KEPT = re.compile(
    r"(?:^|[;\s])[A-Za-z_$][\w$]*\.[\w$.]+\s*=\s*(?=[{\[][\"{\[])"
    r"|[;{\s](?:const|let|var)\s+data\s*=\s*(?=[{\[])"
)
_KEPT_SIGNS = ('={"', '= {"', "=[{", "= [{", "data=[", "data = [", "data={", "data = {")
"""What stands in a script that keeps data amid its statements."""
_SAID = re.compile(r"\b(?:var|let|const|window\.|self\.)\s*([A-Za-z_$][\w$]*)\s*=\s*(?=[\"'`])")
_PARAGRAPHS = ("<p", "\\u003cp", "\\u003Cp")
MAX_KEPT = 20
"""Names of one script that are looked at."""
MAX_ROWS = 2_000
"""Rows of a stream that is pushed in pieces."""
_IN_ATTRIBUTES = (
    "(//@*[starts-with(normalize-space(), '[{') or starts-with(normalize-space(), '{\"')]"
    "[string-length() > $shortest])[position() <= 60]"
)
"""Data that components are given in their attributes, as pages of Vue and its like do."""
_QUOTED_SIGNS = ("{&quot;", "{&#34;", "{&#x22;", '{"')
SHORT_CHARS = 200
"""Shorter data in an attribute are a button's."""
_STARTED = re.compile(r"\bkit\.start\(\s*[\w.$]+\s*,\s*[\w.$]+\s*,\s*(?=\{)")
"""The call by which SvelteKit begins, with the page's data."""
_CACHE_ROOT = "ROOT_QUERY"
"""Under this name Apollo's cache keeps what was asked."""
MAX_CACHES = 200
"""Objects of one script's data that are looked at for such a cache."""
_DECODER = json.JSONDecoder()


def embedded_data(
    document: Document,
    needles: Collection[str] = (),
    scripts: Iterable[HtmlElement] | None = None,
    shortest: int = SHORT_CHARS,
) -> Iterator[object]:
    """The data of each script that holds some (of these `scripts` alone), in the page's order, then
    of attributes with more than `shortest` characters and of what scripts push; with `needles`,
    only of those in which one of them stands."""
    for script in document.all_of("script") if scripts is None else scripts:
        text = (script.text or "").strip()
        if len(text) <= MAX_SCRIPT_CHARS and _has_one(text, needles):
            yield from script_data(text)
    held = any(sign in document.text for sign in _QUOTED_SIGNS)
    for text in document.tree.xpath(_IN_ATTRIBUTES, shortest=shortest) if held else ():
        if len(text) <= MAX_SCRIPT_CHARS and _has_one(text, needles):
            data = _decoded(text.strip(), 0)
            yield _unpaired(data) if text.getparent().tag == "astro-island" else data
    pushed = pushed_by(s.text for s in document.all_of("script") if s.text and MARK in s.text)
    if pushed and _has_one(pushed, needles):
        yield from islice(rows_of(pushed), MAX_ROWS)


def _has_one(text: str, needles: Collection[str]) -> bool:
    return not needles or any(needle in text for needle in needles)


def script_data(text: str) -> Iterator[object]:
    """The data that one script holds."""
    if text.startswith("{&q;"):
        text = _unescaped(text)
    started = _STARTED.search(text) if "kit.start" in text else None
    data = read_literal(text, started.end()) if started else None
    if data is not None:
        yield data
        return
    start = assigned.end() if (assigned := _ASSIGNED.match(text)) else 0
    if not begins_literal(text, start):
        yield from _kept_amid(text)
        return
    data = _written(text, start)
    if isinstance(data, list) and is_flat(data):
        yield _Revived(data).value(0)
        return
    if data is None and not assigned:  # a block of statements begins as an object does
        yield from _kept_amid(text)
        return
    yield data
    if _CACHE_ROOT in text:
        yield from _looked_up(data)


def is_flat(data: list[object]) -> bool:
    """Whether data are a list of values that name each other by their places, as Nuxt sends."""
    if len(data) < LEAST_FLAT or not isinstance(data[0], (list, dict)):
        return False
    first = data[0].values() if isinstance(data[0], dict) else data[0]
    named = data[1].values() if isinstance(data[1], dict) else [None]
    return all(isinstance(v, (int, str)) for v in first) and all(isinstance(v, int) for v in named)


LEAST_FLAT = 3


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
    """Data that a script keeps amid other statements, under names with a dot: "App.state = {…}";
    and its texts in HTML with what else it says, each under the name that it has."""
    keeps = any(sign in text for sign in _KEPT_SIGNS)
    for found in islice(_KEPT.finditer(text), MAX_KEPT) if keeps else ():
        data = _written(text, found.end())
        if data:
            yield data
    if any(sign in text for sign in _PARAGRAPHS):
        yield {
            found[1]: read_literal(text, found.end())
            for found in islice(_SAID.finditer(text), MAX_KEPT)
        }


def _written(text: str, start: int) -> object:
    """A value in JSON, or as scripts write it."""
    data = _decoded(text, start)
    # A text alone may be JSON under a code.
    return read_literal(text, start) if data is None or isinstance(data, str) else data


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
