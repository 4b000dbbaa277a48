"""A person behind a label that no list of labels holds: «Köşe yazısı: …», «نقلها إلينا: …».

Right under a headline whoever a label names signs, unless the label is one of those who wrote
nothing or of a thing, or the page speaks of that person.
"""

from __future__ import annotations

import re

from pipeline.page.elements import letters
from pipeline.page.html import Document
from pipeline.people.byline_words import KNOWN_PLACES, SILENT
from pipeline.people.credit_lines import is_credit_line
from pipeline.people.filed import is_filed, tells_with_whom
from pipeline.people.given_names import persons_in
from pipeline.people.labels import is_editors_label
from pipeline.people.name_shapes import speaks_of
from pipeline.people.second_names import has_second_name
from pipeline.people.subjects import is_unspoken

_WORD = r"(?:[^\W\d_\u0900-\u0dff]|[\u0900-\u0dff])+"
"""Vowels of the scripts of India are signs of their own. No letter fits both halves: else a
long word is tried in all ways."""
_LABELLED = re.compile(rf"({_WORD}(?:\s{_WORD}){{0,3}})\s?[:：]\s?([^\W\d_][^:：|/\d]{{3,50}})")


def behind_any_label(doc: Document, text: str, subject: str) -> tuple[str, ...]:
    """The persons, told by common names, of a line of them behind any label of one word to four;
    empty where the `subject`, a headline, or a paragraph speaks of one."""
    line = _LABELLED.fullmatch(text) if ":" in text or "：" in text else None
    if line is None or SILENT.match(text) or is_editors_label(text) or is_credit_line(text):
        return ()
    *written, last = line[1].split()
    if written and (SILENT.fullmatch(last) or is_editors_label(f"{last}:")):
        return ()  # «Jane Doe photos: John Roe», in two lines
    if tells_with_whom(text) or is_filed(line[1]) or letters(line[1]) in KNOWN_PLACES:
        return ()
    names = persons_in(line[2]) or ((line[2],) if has_second_name(line[2]) else ())
    if len(names) > 1:
        return ()  # hosts, a cast, a team
    told = any(speaks_of(name, (subject,)) for name in names)
    return () if told or not all(is_unspoken(doc, name, text) for name in names) else names
