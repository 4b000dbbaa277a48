"""Bodies that editors keep as lists of blocks in JSON: Editor.js, Draft.js, rich text trees.

Such a list holds objects with a type each; what an object says stands in it as text, as HTML, or
as spans further down. Names of types and keys are those of the editors, never a publisher's own.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from html import unescape
from typing import Any

from pipeline.records import Block, BlockKind
from pipeline.text import count_words, normalise

MAX_BLOCKS = 2_000
MAX_DEPTH = 12

_TYPE_KEYS = ("type", "_type", "nodeType", "blockType", "kind", "__typename", "__component", "name")
_TEXT_KEYS = ("text", "content", "html", "value", "code", "paragraph", "body", "data")
_INNER_KEYS = ("data", "children", "content", "items", "attrs", "attributes", "blocks", "value")
_TEXT_TYPE = re.compile(
    r"(?:paragraph|text|block|unstyled|normal|header|heading|head|h[1-6]|title|sub-?head(?:ing|line)?|list|"
    r"(?:un)?ordered-?list(?:-?item)?|bullet-?list|list-?item|li|ul|ol|(?:block|pull)?-?quote|code"
    r"(?:-?block)?|table|raw_html|html|p|"
    r"(?:\w+\.)?rich-?text|"
    r"head(?:er|ing)-(?:one|two|three|four|five|six|[1-6])|core/(?:paragraph|heading|list|quote|table|code))",
    re.IGNORECASE,
)
_HEADING = re.compile(r"head|^h[1-6]$|title|subhead", re.IGNORECASE)
_NOT_PROSE = re.compile(r"pull-?quote", re.IGNORECASE)
_TAGS = re.compile(r"<[^<>]{1,2000}>")
_BREAK = re.compile(r"<br\s*/?>", re.IGNORECASE)


def blocks_of(value: Any) -> list[tuple[Block, float]]:
    """The blocks of a list of typed objects, each with the share of it that is a link; [] where
    the value is no such list."""
    if not isinstance(value, Sequence) or isinstance(value, str):
        return []
    if said := _sentences(value):
        return [block for text in said for block in _made(text, BlockKind.PARAGRAPH, None)]
    typed = [item for item in value[:MAX_BLOCKS] if isinstance(item, Mapping) and _type_of(item)]
    if not typed or len(typed) * 4 < len(value[:MAX_BLOCKS]) * 3:
        return []
    return [block for item in typed for block in _read(item)]


def _sentences(value: Sequence[Any]) -> list[str]:
    """The texts of a list of nothing but texts, where most are as long as sentences."""
    texts = [text for text in value[:MAX_BLOCKS] if isinstance(text, str) and text.strip()]
    long = sum(count_words(text) >= LEAST_WORDS for text in texts)
    return texts if len(texts) == len(value) > 1 and long * 2 > len(texts) else []


LEAST_WORDS = 6


def _type_of(item: Mapping[str, Any]) -> str:
    for key in _TYPE_KEYS:
        named = item.get(key)
        if isinstance(named, str) and named:
            return named
    return ""


def _read(item: Mapping[str, Any]) -> Iterator[tuple[Block, float]]:
    kind = _type_of(item)
    style = item.get("style")
    if kind == "block" and isinstance(style, str):
        kind = "list-item" if item.get("listItem") else style
    if not _TEXT_TYPE.fullmatch(kind) or _NOT_PROSE.search(kind):
        return
    held = item.get("data")
    data: Mapping[str, Any] = held if isinstance(held, Mapping) else item
    if ("list" in kind.lower() and "item" not in kind.lower()) or kind in ("ul", "ol"):
        for entry in _entries(data):
            yield from _made(entry, BlockKind.LIST_ITEM, None)
    elif "table" in kind.lower():
        for row in _rows(data):
            yield from _made(" | ".join(filter(None, row)), BlockKind.TABLE_ROW, None)
    else:
        for part in _TABLE.split(_text_of(data, 0)):
            if "</td" in part or "</th" in part:
                rows = map(_CELL.findall, part.split("</tr"))
                yield from (row for cells in rows for row in _made(" | ".join(cells), *_ROW))
                continue
            for text in _paragraphs(part):
                yield from _made(text, *_kind_of(kind, data))


_TABLE = re.compile(r"(?=<table\b)|(?<=</table>)")
_CELL = re.compile(r"<t[dh]\b[^<>]*>(.*?)</t[dh]", re.DOTALL)
_ROW = (BlockKind.TABLE_ROW, None)


def _paragraphs(text: str) -> list[str]:
    """A text's paragraphs, be they in HTML or parted by blank lines."""
    return _BETWEEN.split(text) if "</p>" in text or "\n\n" in text else [text]


_BETWEEN = re.compile(r"</p>|\n\s*\n")


def _kind_of(kind: str, data: Mapping[str, Any]) -> tuple[BlockKind, int | None]:
    low = kind.lower()
    if _HEADING.search(low):
        level = data.get("level")
        return BlockKind.HEADING, level if isinstance(level, int) and 1 <= level <= 6 else 2
    if "quote" in low:
        return BlockKind.QUOTE, None
    if "code" in low:
        return BlockKind.CODE, None
    return (BlockKind.LIST_ITEM if "item" in low else BlockKind.PARAGRAPH), None


def _made(text: str, kind: BlockKind, level: int | None) -> Iterator[tuple[Block, float]]:
    linked = sum(len(_TAGS.sub("", m)) for m in re.findall(r"<a\b.{0,2000}?</a>", text, re.S))
    if kind is BlockKind.CODE:
        plain = text.strip("\n")
    else:
        plain = normalise(unescape(_TAGS.sub("", _BREAK.sub(" ", text))).replace("\n", " "))
    if plain:
        yield Block(kind, plain, level), min(1.0, linked / len(plain))


def _text_of(value: Any, depth: int) -> str:
    """The text of an object, or of what lies below it, in order."""
    if depth > MAX_DEPTH:
        return ""
    if isinstance(value, str):
        return value
    if isinstance(value, Mapping):
        for key in _TEXT_KEYS:
            if isinstance(value.get(key), str):
                return str(value[key])
        for key in _INNER_KEYS:
            if isinstance(value.get(key), (Mapping, list, str)):
                return _text_of(value[key], depth + 1)
        return ""
    return "".join(_text_of(each, depth + 1) for each in value) if isinstance(value, list) else ""


def _entries(data: Mapping[str, Any]) -> list[str]:
    for key in ("items", "content", "children", "values"):
        if isinstance(data.get(key), list):
            return [_text_of(entry, 0) for entry in data[key]]
    return [_text_of(data, 0)]


def _rows(data: Mapping[str, Any]) -> list[list[str]]:
    for key in ("content", "rows", "children", "body"):
        if isinstance(data.get(key), list):
            return [
                [_text_of(cell, 0) for cell in (row if isinstance(row, list) else _cells(row))]
                for row in data[key]
            ]
    return []


def _cells(row: Any) -> list[Any]:
    if isinstance(row, Mapping):
        for key in ("cells", "content", "children", "columns"):
            if isinstance(row.get(key), list):
                return list(row[key])
    return []
