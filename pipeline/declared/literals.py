"""Objects as scripts write them, beyond JSON: bare names, single quotes, a function's values."""

from __future__ import annotations

import base64
import json
import re
from collections.abc import Mapping
from urllib.parse import unquote

MAX_LITERAL_CHARS = 500_000
"""A longer script is not read: half a million characters take a fifth of a second."""
MAX_DEPTH = 40

_TOKEN = re.compile(
    r"""\s*+(?:(?P<text>"[^"\\]*+(?:\\.[^"\\]*+)*+"|'[^'\\]*+(?:\\.[^'\\]*+)*+'|`[^`\\$]*+`)"""
    r"""|(?P<number>-?(?:\d++\.?\d*+|\.\d++)(?:[eE][+-]?\d++)?)|(?P<sign>[{}\[\]:,])"""
    r"""|(?P<made>new\s+Date\()|(?P<constant>![01]|void\s0)|(?P<name>[A-Za-z_$][\w$]*+))""",
    re.DOTALL,
)
_FUNCTION = re.compile(r"\(\s*function\s*\((?P<names>[\w$,\s]*+)\)\s*\{")
_PARSED = re.compile(
    r"JSON\.parse\(\s*(?P<percent>(?:decodeURIComponent|unescape)\(\s*)?(?:escape\(\s*)?"
    r"(?:(?:window\.)?(?P<base64>atob)\(\s*)?(?=[\"'`])"
)
_CODED = re.compile(r"[\"'](?:(?P<percent>%(?:7B|5B))|(?P<base64>eyJ|W3si))", re.IGNORECASE)
"""How a text in quotes begins that is JSON under another code: «%7B%22», «eyJ»."""
_RETURNED = re.compile(r"\breturn\s*(?=\{)")
_ESCAPED = re.compile(r"""\\x(?P<hex>[0-9a-fA-F]{2})|\\(?P<sign>.)|(?P<quote>")""", re.DOTALL)
_CONSTANTS: Mapping[str, object] = {
    "true": True, "false": False, "null": None, "undefined": None, "!0": True, "!1": False,
    "NaN": None, "Infinity": None,
}  # fmt: skip


def read_literal(text: str, start: int) -> object:
    """The object, list or value that a script writes there, be it what a function returns that is
    called at once; None where only running the script would tell."""
    if len(text) - start > MAX_LITERAL_CHARS:
        return None
    try:
        if parsed := _PARSED.match(text, start):
            return _uncoded(text, parsed.end(), parsed)
        if coded := _CODED.match(text, start):
            return _uncoded(text, start, coded)
        called = _FUNCTION.match(text, start)
        if called is None:
            return _Reader(text, start, {}).value()
        returned = _RETURNED.search(text, called.end())
        given = text.rfind("}(")
        if returned is None or given < returned.end():
            return None
        names = [name.strip() for name in called["names"].split(",")]
        values = _Reader(text, given + 2, {}).values()
        return _Reader(text, returned.end(), dict(zip(names, values, strict=False))).value()
    except (ValueError, RecursionError):
        return None


def _uncoded(text: str, start: int, code: re.Match[str]) -> object:
    """The value of the JSON that a text in quotes holds, under the code that was found."""
    written = str(_Reader(text, start, {}).value())
    if code["base64"]:
        written = base64.b64decode(written + "=" * (-len(written) % 4)).decode("utf-8")
    return json.loads(unquote(written) if code["percent"] and not code["base64"] else written)


def begins_literal(text: str, start: int) -> bool:
    """True where a script writes an object or a list there, or a call or a code that gives one."""
    return (
        text.startswith(("{", "["), start)
        or _PARSED.match(text, start) is not None
        or _CODED.match(text, start) is not None
        or _FUNCTION.match(text, start) is not None
    )


class _Reader:
    """Reads values one after another; what it does not know raises ValueError."""

    def __init__(self, text: str, at: int, names: Mapping[str, object]) -> None:
        self.text = text
        self.at = at
        self.names = names

    def value(self, depth: int = 0) -> object:
        kind, word = self._next()
        if kind == "text":
            return unquoted(word)
        if kind == "number":
            return float(word) if set(word) & set(".eE") else int(word)
        if kind == "made":
            value = self.value(depth + 1) if depth < MAX_DEPTH else None
            self.at = self.text.index(")", self.at) + 1
            return value
        if word == "{" and depth < MAX_DEPTH:
            return self._object(depth)
        if word == "[" and depth < MAX_DEPTH:
            return self._list(depth)
        if kind == "constant" or word in _CONSTANTS:
            return _CONSTANTS.get(word)
        if kind == "name" and word in self.names:
            return self.names[word]
        raise ValueError(word)

    def values(self) -> list[object]:
        """The values that stand between commas, up to what is none."""
        found: list[object] = []
        while True:
            found.append(self.value())
            word = _TOKEN.match(self.text, self.at)
            if word is None or word["sign"] != ",":
                return found
            self.at = word.end()

    def _object(self, depth: int) -> dict[str, object]:
        found: dict[str, object] = {}
        while True:
            kind, word = self._next()
            if word == "}":
                return found
            name = unquoted(word) if kind == "text" else word
            if kind == "sign" or self._next()[1] != ":":
                raise ValueError(word)
            found[name] = self.value(depth + 1)
            if self._next_sign() == "}":
                return found

    def _list(self, depth: int) -> list[object]:
        found: list[object] = []
        while True:
            word = _TOKEN.match(self.text, self.at)
            if word is not None and word["sign"] == "]":
                self.at = word.end()
                return found
            found.append(self.value(depth + 1))
            if self._next_sign() == "]":
                return found

    def _next(self) -> tuple[str, str]:
        word = _TOKEN.match(self.text, self.at)
        if word is None or word.lastgroup is None:
            raise ValueError(self.text[self.at : self.at + 20])
        self.at = word.end()
        return word.lastgroup, word[word.lastgroup]

    def _next_sign(self) -> str:
        kind, word = self._next()
        if kind != "sign" or word in "{[:":
            raise ValueError(word)
        return word


def unquoted(written: str) -> str:
    inner = written[1:-1]
    if "\\" not in inner and '"' not in inner:
        return inner
    return str(json.loads(f'"{_ESCAPED.sub(_as_json, inner)}"', strict=False))


def _as_json(found: re.Match[str]) -> str:
    if found["quote"]:
        return '\\"'
    if found["hex"]:
        return f"\\u00{found['hex']}"
    return found[0] if found["sign"] in '"\\/bfnrtu' else found["sign"]
