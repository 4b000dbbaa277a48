"""Brackets in a query: around words with OR between them they say what is meant anyway.

`(a OR b) c` and `a OR b c` are one query, since OR binds closer. Brackets that would change the
meaning, as in `(a b) OR c` or `-(a OR b)`, are refused: a search that finds something else than was
asked for tells nobody so. Brackets without their other half are punctuation, as in a pasted title.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from db.searching.faults import BadQuery

_CHUNK = re.compile(r'"[^"]*"?|[^\s"]+')
_PARTS = re.compile(
    r"(?P<sign>-?(?:[A-Za-z]+:)?)(?P<opens>\(*)(?P<inner>.*?)(?P<closes>\)*)[.,;:!?،؛؟]*", re.S
)


class _Token(NamedTuple):
    kind: str
    """"(", ")", "OR", "NOT" or "word"; a bracket with what stands before it, as in "-("."""
    at: int


def without_brackets(text: str) -> str:
    """A query with a blank for each bracket that has its other half, so that all stays in its
    place. Raises BadQuery for brackets that change the meaning."""
    if "(" not in text:
        return text
    tokens = list(_tokens(text))
    letters = list(text)
    opened: list[int] = []
    for number, token in enumerate(tokens):
        if token.kind.endswith("("):
            opened.append(number)
        elif token.kind == ")" and opened:
            first = opened.pop()
            sign = tokens[first].kind[:-1]
            _check(tokens, first, number)
            if not sign:  # «title:(word)» is read with its brackets, which are punctuation there
                letters[tokens[first].at] = letters[token.at] = " "
    return "".join(letters)


def _check(tokens: list[_Token], first: int, last: int) -> None:
    inside = [token.kind for token in tokens[first + 1 : last]]
    sign, at = tokens[first].kind[:-1], tokens[first].at
    before = tokens[first - 1].kind if first else ""
    after = tokens[last + 1].kind if last + 1 < len(tokens) else ""
    words = inside.count("word")
    if words > 1 and (sign.startswith("-") or before == "NOT"):
        raise BadQuery("write - before each word that is excluded, not before a bracket", at)
    if words > 1 and sign:
        raise BadQuery(f"write {sign} before each word, or a phrase in quotation marks", at)
    if words - inside.count("OR") > 1 and "OR" in (before, after):
        raise BadQuery(
            "OR stands between words, not beside several in brackets:"
            " put them in quotation marks, or search twice",
            at,
        )


def _tokens(text: str) -> Iterator[_Token]:
    for chunk in _CHUNK.finditer(text):
        at, parts = chunk.start(), _PARTS.fullmatch(chunk[0])
        if chunk[0][0] == '"' or parts is None:
            yield _Token("word", at)
            continue
        sign, inner = parts["sign"], parts["inner"]
        for place in range(*parts.span("opens")):
            yield _Token((sign if place == parts.start("opens") else "") + "(", at + place)
        if inner in ("OR", "|", "NOT") and not sign:
            yield _Token("NOT" if inner == "NOT" else "OR", at)
        elif inner != "AND" and re.search(r"\w", inner):
            yield _Token("word", at)
        own = inner.count("(")  # «f(x)»
        for place in range(parts.start("closes") + own, parts.end("closes")):
            yield _Token(")", at + place)
