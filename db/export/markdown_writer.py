"""Markdown: a folder with a file an article, front matter first."""

from __future__ import annotations

import re
from collections.abc import Sequence
from pathlib import Path
from typing import Any, ClassVar

import orjson

from db.export.rows import Row, as_record
from db.export.writer import Target, keys_of

_FRONT = (
    "id",
    "url",
    "source",
    "section",
    "authors",
    "tags",
    "published_at",
    "modified_at",
    "language",
    "image_url",
    "word_count",
    "content_hash",
    "revision",
    "gone_at",
)
_PER_FOLDER = 1_000
"""Files a folder: more are slow to list."""
_SPECIAL = re.compile(r"([\\`*_\[\]<>|])")
_LINE_START = re.compile(r"^(\s*)([#+=~-]|\d+[.)])", re.MULTILINE)


class MarkdownWriter:
    """`0000001-0001000/0000017.md`, by id."""

    name: ClassVar[str] = "markdown"
    endings: ClassVar[tuple[str, ...]] = ()
    folder: ClassVar[bool] = True
    text_as_json: ClassVar[bool] = False

    def __init__(self, target: Target, *, with_removed: bool) -> None:
        assert isinstance(target, Path)
        self._folder = target
        self._with_removed = with_removed
        self.keys = keys_of(with_removed=with_removed)
        target.mkdir()

    def write(self, rows: Sequence[Row]) -> None:
        for row in rows:
            self._write(as_record(self.keys, row))

    def _write(self, record: dict[str, Any]) -> None:
        first = (record["id"] - 1) // _PER_FOLDER * _PER_FOLDER + 1
        folder = self._folder / f"{first:07}-{first + _PER_FOLDER - 1:07}"
        folder.mkdir(exist_ok=True)
        path = folder / f"{record['id']:07}.md"
        path.write_text(markdown(record, with_removed=self._with_removed), encoding="utf-8")

    def close(self) -> None:
        """Nothing is open."""

    def sha256(self) -> None:
        """A folder has no hash of its own."""


def markdown(record: dict[str, Any], *, with_removed: bool = False) -> str:
    """An article as Markdown. The front matter is YAML; its values are written as JSON, which
    YAML contains, so that no title can break it."""
    keys = (*_FRONT, "removed") if with_removed else _FRONT
    front = [f"title: {_json(record['title'])}"]
    front += [f"{key}: {_json(record[key])}" for key in keys if record[key] not in (None, [])]
    body = [f"# {_plain(record['title'])}"]
    in_list = False
    for block in record["blocks"]:
        text, is_item = _block(block), block["kind"] in ("list-item", "table-row")
        body.append(text if in_list and is_item else f"\n{text}")
        in_list = is_item
    return "---\n" + "\n".join(front) + "\n---\n\n" + "\n".join(body) + "\n"


def _block(block: dict[str, Any]) -> str:
    text, kind = block["text"], block["kind"]
    if kind == "code":
        fence = "```"
        while fence in text:
            fence += "`"
        return f"{fence}\n{text}\n{fence}"
    text = _plain(text)
    if kind == "heading":
        return f"{'#' * max(2, min(6, block.get('level') or 2))} {' '.join(text.split())}"
    if kind in ("list-item", "table-row"):
        return f"- {' '.join(text.split())}"
    if kind == "quote":
        return "\n".join(f"> {line}" for line in text.splitlines())
    if kind == "caption":
        return f"*{' '.join(text.split())}*"
    return text


def _plain(text: str) -> str:
    return _LINE_START.sub(r"\1\\\2", _SPECIAL.sub(r"\\\1", text))


def _json(value: Any) -> str:
    return orjson.dumps(value).decode()
