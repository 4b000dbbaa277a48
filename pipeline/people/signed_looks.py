"""Lines that look signed: aside, in italics, in brackets, with a place, or called so."""

from __future__ import annotations

import re
from dataclasses import replace

from lxml.html import HtmlElement

from pipeline.page.elements import text_of_element
from pipeline.page.pieces import Piece
from pipeline.patterns.late_patterns import late_pattern
from pipeline.people.lone_person import lone_person
from pipeline.people.placed import WITH_PLACE, placed_names
from pipeline.people.profiles import MAX_PROFILE_CHARS
from pipeline.punctuation import SENTENCE_ENDS
from pipeline.records import BlockKind

MAX_CHARS = 70
"""Letters of a line that signs, at most."""

IN_BRACKETS = re.compile(r"[(（\[【]([^()（）\[\]【】]{2,40})[)）\]】]")
_WITH_CODE = re.compile(r"[^\W\d_]\S*(?:\s[^\W\d_]\S*){1,3}\s\([a-z]{2,4}\)")
"""A name and an editor's letters: «Jana Roth (gp)»."""
_ASIDE = re.compile(r"text-align\s*:\s*(?:right|left|end)", re.IGNORECASE)
_NAMED = re.compile(
    r"(?:^|[\s_-])(?:sign(?:ed|ature)?|signoff|sign-off|author|byline|rteright|"
    r"(?:text|align|ql-align|has-text-align)-?(?:right|end))(?:$|[\s_-])",
    re.IGNORECASE,
)
_OPENS = re.compile("(?:ال|والله|و )")
"""How a bold last line begins that is no name: «والله ولي التوفيق»."""


def looks_signed(piece: Piece, last: bool = False) -> bool:
    """Whether a line has the look of a signature: aside, in italics, in brackets, with a place, or
    called so; the `last` line may be bold in any script."""
    text = piece.text
    if piece.kind is not BlockKind.PARAGRAPH or len(text) > MAX_PROFILE_CHARS:
        return False
    if len(text) > MAX_CHARS or piece.linked:
        return _is_in_italics(piece.element)  # a profile
    if any(form.fullmatch(text) for form in (IN_BRACKETS, WITH_PLACE, _WITH_CODE)):
        return True
    if placed_names(text):
        return True
    element = piece.element
    if _ASIDE.search(element.get("style") or "") or element.get("align") in ("right", "left"):
        return True
    if _NAMED.search(element.get("class") or ""):
        return True
    inner = element[0] if len(element) == 1 and not (element.text or "").strip() else None
    if inner is None or (inner.tail or "").strip():
        return False
    # In a script without capitals a bold line may as well be a heading.
    bold = inner.tag in ("b", "strong") and (text[0].isupper() or (last and not _OPENS.match(text)))
    return inner.tag in ("i", "em") or bold


def part_name(last: Piece) -> tuple[Piece, ...]:
    """A text's last piece as two, where a person's name in emphasis stands behind its last
    sentence, and nothing behind that: «… ends here. <b>Jane Doe</b>»; else as it is. Behind words
    in quotation marks it tells who said them."""
    element = last.element
    ends = element[-1] if len(element) and last.kind is BlockKind.PARAGRAPH else None
    if ends is None or ends.tag not in _EMPHASIS or len(ends) or (ends.tail or "").strip():
        return (last,)
    name = text_of_element(ends)
    before = last.text.removesuffix(name).rstrip() if name else last.text
    if before == last.text or len(before) < 2 * len(name) or before[-1] not in SENTENCE_ENDS:
        return (last,)
    if len(name) > MAX_CHARS or lone_person(name) != name:
        return (last,)
    return (replace(last, text=before), replace(last, text=name, element=ends, bold=True, linked=0))


_EMPHASIS = frozenset({"b", "strong", "em", "i"})


def _is_in_italics(element: HtmlElement) -> bool:
    inner = element[0] if len(element) == 1 and not (element.text or "").strip() else None
    return inner is not None and inner.tag in ("i", "em") and not (inner.tail or "").strip()


_CASED = "[^\\W\\d_a-zà-ÿа-я]\\w+"
_WITH_TOWN = late_pattern(f"{_CASED}(?:[ -]{_CASED}){{1,3}}, {_CASED}(?:[ -]\\w+)?\\.")
"""A person and a town with a full stop: «Анна Иванова, Омск.»."""


def without_stop(text: str) -> str:
    """A line without the full stop behind a person's name and a town."""
    return text[:-1] if text[-1:] == "." and _WITH_TOWN.fullmatch(text) else text
