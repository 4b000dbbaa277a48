"""What React's server components send a page in pieces: rows of JSON, and long texts beside them.

Next.js pushes the stream as strings, `self.__next_f.push([1, "5:[…]\\n6:T1a4,…"])`; a row begins
anywhere in them. A text (`T` and its bytes in hexadecimal) is named by «$» and its row elsewhere.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

MARK = "__next_f"
_PUSHED = re.compile(r"__next_f\.push\(\s*(?=\[)")
_ROW = re.compile(rb"([0-9a-f]+):(?:T([0-9a-f]+),)?")
_DECODER = json.JSONDecoder()


def pushed_by(sources: Iterable[str]) -> str:
    """The stream that scripts push in pieces."""
    return "".join(_pieces(sources))


def rows_of(pushed: str) -> Iterator[Any]:
    """The values of all rows of a stream, with the texts that they name, and each element that is
    drawn of them, `["$", "p", key, {"children": …}]`, as an object with its tag for a type."""
    stream = pushed.encode("utf-8", "replace")
    rows: list[bytes] = []
    texts: dict[str, str] = {}
    at = 0
    while at < len(stream):
        row = _ROW.match(stream, at)
        if row is not None and row[2]:
            at = row.end() + int(row[2], 16)
            texts["$" + row[1].decode()] = stream[row.end() : at].decode("utf-8", "replace")
            continue
        end = stream.find(b"\n", at)
        end = len(stream) if end < 0 else end
        if row is not None and stream[row.end() : row.end() + 1] in (b"[", b"{"):
            rows.append(stream[row.end() : end])
        at = end + 1
    for line in rows:
        try:
            yield _read(json.loads(line), texts)
        except (ValueError, RecursionError):
            continue


def _pieces(sources: Iterable[str]) -> Iterator[str]:
    for source in sources:
        for pushed in _PUSHED.finditer(source):
            try:
                entry = _DECODER.raw_decode(source, pushed.end())[0]
            except (ValueError, RecursionError):
                continue
            if len(entry) > 1 and isinstance(entry[1], str):
                yield entry[1]


def _read(value: Any, texts: Mapping[str, str]) -> Any:
    if isinstance(value, str):
        return texts.get(value, value)
    if isinstance(value, list):
        if len(value) >= PARTS and value[0] == "$" and isinstance(value[1], str):
            held = value[3] if isinstance(value[3], dict) else {}
            value = {**held, "type": value[1]}
        else:
            return [_read(inner, texts) for inner in value]
    if isinstance(value, dict):
        return {key: _read(inner, texts) for key, inner in value.items()}
    return value


PARTS = 4
"""An element's sign, tag, key and properties."""
