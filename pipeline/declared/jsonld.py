"""JSON-LD of a page: scripts to nodes, with the repairs that real pages need.

Decoding is faithful: nodes stay plain dictionaries. `pipeline.declared.metadata` reads fields from
them.
"""

from __future__ import annotations

import html
import json
import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

import orjson

Node = Mapping[str, Any]

MAX_SCRIPTS = 60
MAX_CHARS = 2_000_000
"""A longer script is not read: the longest of 306 real pages has 841,049 characters, the second
longest 34,623. Each of its objects takes fifty times the memory of its text."""
MAX_PARTS = 30_000
"""Objects and lists of one script: the most of 306 real pages has 5,425 objects. Each takes some
500 bytes, and the library that reads them ends the process where it gets none."""
MAX_NODES = 2000
MAX_NESTING = 12
"""Bounds on what is read from one page; none of 306 real pages comes near them."""

_COMMENT = re.compile(r"^\s*(?:<!--|//\s*<!\[CDATA\[|/\*\s*<!\[CDATA\[\s*\*/|<!\[CDATA\[)+")
_COMMENT_END = re.compile(r"(?:-->|//\s*\]\]>|/\*\s*\]\]>\s*\*/|\]\]>)+\s*$")
_TRAILING_COMMA = re.compile(r",(\s*[}\]])")
_BAD_ESCAPE = re.compile(r"\\(?![\"\\/bfnrtu])")
_MISSING_COMMA = re.compile(r"([}\]\"])(\s*\n\s*)(?=[\"{])")

# Of these keys the values are other things, not the page's own: their nodes are not read.
_FOREIGN_KEYS = frozenset(
    {
        "relatedlink", "comment", "comments", "review", "reviews", "itemlistelement", "citation",
        "isbasedon", "mentions",
        "significantlink", "offers", "recommendations", "haspart", "video", "image", "publisher",
        "author", "creator", "ispartof", "logo", "speakable", "potentialaction", "about",
        "liveblogupdate", "blogpost", "contributor", "editor", "copyrightholder",
        "sourceorganization",
        "subjectof", "sameas", "thumbnail", "associatedmedia",
    }
)  # fmt: skip


def read_nodes(scripts: Iterable[str]) -> tuple[Node, ...]:
    """All top-level nodes of JSON-LD scripts, in page order, `@graph` and arrays opened."""
    found: list[Node] = []
    for number, script in enumerate(scripts):
        if number >= MAX_SCRIPTS:
            break
        for value in parse(script) if _is_readable(script) else ():
            found.extend(_open(value, 0))
            if len(found) > MAX_NODES:
                return tuple(found[:MAX_NODES])
    return tuple(found)


def _is_readable(script: str) -> bool:
    if len(script) > MAX_CHARS:
        return False
    return len(script) < MAX_PARTS or script.count("{") + script.count("[") <= MAX_PARTS


def by_id(nodes: Iterable[Node]) -> dict[str, Node]:
    """The nodes that others may refer to by their `@id`: those that say more than it."""
    return {str(node["@id"]): node for node in nodes if "@id" in node and len(node) > 1}


def types_of(node: Node) -> tuple[str, ...]:
    """The types of a node, without the vocabulary's address."""
    value = node.get("@type") or node.get("type")
    values = value if isinstance(value, list) else [value]
    names = [item for item in values if isinstance(item, str)]
    return tuple([re.split("[/:#]", name)[-1] for name in names])


def parse(script: str) -> list[Any]:
    """The JSON values in one script; broken JSON is repaired where the repair is plain."""
    text = script.strip().lstrip("\ufeff").strip()
    if not text:
        return []
    try:
        return [orjson.loads(text)]
    except orjson.JSONDecodeError:
        pass
    text = _COMMENT_END.sub("", _COMMENT.sub("", text)).strip().rstrip(";").strip()
    if "&quot;" in text and '"' not in text:
        text = html.unescape(text)
    for repaired in _repairs(text):
        values = _all_values(repaired)
        if values:
            return values
    return []


def _repairs(text: str) -> Iterator[str]:
    """The text, then ever bolder repairs of it."""
    yield text
    text = _TRAILING_COMMA.sub(r"\1", text)
    yield text
    text = _BAD_ESCAPE.sub(r"\\\\", text)
    yield text
    yield _MISSING_COMMA.sub(r"\1,\2", text)
    yield _escape_inner_quotes(text)
    yield _close(text)


def _all_values(text: str) -> list[Any]:
    """The values that stand one after the other; empty if any part is broken."""
    decoder = json.JSONDecoder(strict=False)
    values: list[Any] = []
    position = 0
    while position < len(text):
        try:
            value, end = decoder.raw_decode(text, position)
        except (ValueError, RecursionError):
            return []
        values.append(value)
        position = end
        while position < len(text) and text[position] in " \t\r\n,;":
            position += 1
        if not text[position : position + MAX_CLOSED].strip(_CLOSES):
            break  # brackets that close what is closed already
    return values


MAX_CLOSED = 20
_CLOSES = "]} \t\r\n,;"


_ENDS_VALUE = r'\s*(?:,\s*(?:["{}\[\]]|$)|[}\]]\s*(?:[",{}\[\]]|$)|$|:)'
_INNER = re.compile(rf'(:\s*")((?:[^"\\]|\\.|"(?!{_ENDS_VALUE}))*)"', re.S)


def _escape_inner_quotes(text: str) -> str:
    """Quotes inside values escaped: a quote ends a value only before , } ] and what follows."""
    if len(text) > 200_000:
        return text

    def escape(match: re.Match[str]) -> str:
        inner = re.sub(r'(?<!\\)"', r'\\"', match.group(2))
        return f'{match.group(1)}{inner}"'

    return _INNER.sub(escape, text)


def _close(text: str) -> str:
    """A text that was cut off, its open brackets closed."""
    stack: list[str] = []
    in_string = escaped = False
    for char in text:
        if escaped:
            escaped = False
        elif char == "\\":
            escaped = in_string
        elif char == '"':
            in_string = not in_string
        elif in_string:
            continue
        elif char in "{[":
            stack.append("}" if char == "{" else "]")
        elif char in "}]" and stack:
            stack.pop()
    return text + ('"' if in_string else "") + "".join(reversed(stack))


def _open(value: Any, depth: int) -> Iterator[Node]:
    """The nodes of a value: the value itself, and those that it holds as its own."""
    if depth > MAX_NESTING:
        return
    if isinstance(value, list):
        for item in value:
            yield from _open(item, depth + 1)
    elif isinstance(value, dict):
        if "@type" in value or "type" in value or "@id" in value:
            yield value
        for key, item in value.items():
            if isinstance(item, dict | list) and key.lower() not in _FOREIGN_KEYS:
                yield from _open(item, depth + 1)
