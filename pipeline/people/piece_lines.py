"""Lines that call a text what it is and say whose: «رأي | سارة أحمد», «تقرير سارة أحمد»."""

from __future__ import annotations

import re

from pipeline.patterns.word_patterns import WordPattern
from pipeline.people.byline_words import ROLE_FIRST, SILENT, any_of, words
from pipeline.people.given_names import persons_in
from pipeline.people.labels import cut_before, is_editors_label
from pipeline.people.lone_person import lone_person
from pipeline.people.names import clean_names
from pipeline.people.second_names import is_called_as_person

_OPINION = WordPattern(
    rf"(?:{any_of([*words('opinions'), *words('pieces')])})"
    r"\s?(?:[:：|/–—]\s?|\s-\s|(?<=\s)-\s)(\S.{3,50})",
    re.IGNORECASE,
)
_PIECE = WordPattern(rf"(?:{any_of([*words('opinions'), *words('pieces')])})\s(\S.{{3,60}})")
"""Where a noun stands before whose it is, as in Arabic letters, no sign need be between."""
_LABELS = {word for kind in ("kinds", "labels", "pieces") for word in words(kind)}
_LABELLED = WordPattern(
    rf"(?:{any_of(sorted(_LABELS.difference(words('opinions'))))})\s(\S.{{3,60}})",
    re.IGNORECASE,
)
"""A label of authors without its sign in a line of its own: «Haastattelu Anni Mäkinen»."""
_ARABIC = re.compile("[\u0621-\u06d5]")


def without_piece(name: str) -> str:
    """A name in Arabic letters without what a text is called before it, where a person's is left:
    «زاوية سارة أحمد»."""
    piece = _PIECE.fullmatch(name) if " " in name and _ARABIC.match(name) else None
    return piece[1] if piece and lone_person(piece[1]) == piece[1] else name


def whose_piece(text: str, *, marked: bool = False) -> tuple[str, ...]:
    """The persons, told by common names, of a line that begins with what their text is called;
    else empty: a series may be called so too. `marked`: the line is called a byline, so that no
    sign need stand between; elsewhere «Interview Jane Doe» may tell who answered."""
    line = _PIECE.fullmatch(text) if _ARABIC.match(text) else None
    line = line or _OPINION.fullmatch(text)
    if line is None and marked and not SILENT.match(text) and not is_editors_label(text):
        line = _LABELLED.fullmatch(text)
        if line and cut_before(line[1]) is not None:
            return ()  # «Comment by Jane Doe»
    if line is None:
        return ()
    role = ROLE_FIRST.match(text)
    if role and role.end() > line.start(1):
        return ()  # «کالم نگار» is who writes a «کالم»
    name = line[1].strip()
    if lone_person(name) == name:
        return (name,) if is_called_as_person(name) else ()
    names = persons_in(name) or clean_names(name)
    return names if all(map(is_called_as_person, names)) else ()
