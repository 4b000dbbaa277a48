"""Lines that look signed: aside, in italics, in brackets, with a place, or called so."""

from __future__ import annotations

import re
from dataclasses import replace

from lxml.html import HtmlElement

from pipeline.lines.credits import is_agency
from pipeline.page.author_pages import is_author_page
from pipeline.page.elements import text_of_element
from pipeline.page.pieces import Piece
from pipeline.page.region_names import names_quoted
from pipeline.patterns.late_patterns import late_pattern
from pipeline.people.given_names import begins_with_given_name
from pipeline.people.labels import cut_before
from pipeline.people.lone_person import lone_person
from pipeline.people.names import clean_names
from pipeline.people.placed import WITH_PLACE, placed_names
from pipeline.people.profiles import MAX_PROFILE_CHARS
from pipeline.punctuation import FULL_STOPS, SENTENCE_ENDS
from pipeline.records import Block, BlockKind

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


def is_said_by(line: str, above: Block) -> bool:
    """Whether a line below a quotation tells behind a dash who said it, and no author."""
    return above.kind is BlockKind.QUOTE and line.startswith(DASHES)


DASHES = ("-", "–", "—")


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
    called = element.get("class") or ""
    if _NAMED.search(called) and not names_quoted(called.lower()):
        return True
    inner = element[0] if len(element) == 1 and not (element.text or "").strip() else None
    if inner is None or (inner.tail or "").strip():
        return False
    # In a script without capitals a bold line may as well be a heading.
    bold = inner.tag in ("b", "strong")
    named = text[0].isupper() or (last and not _OPENS.match(text)) or _heads_with_name(text)
    return inner.tag in ("i", "em") or (bold and named)


def _heads_with_name(text: str) -> bool:
    """Whether a line is a person by a common given name and a colon, or what they do: «سارا
    احمدی:», «سارا احمدی . روزنامه‌نگار»."""
    bare = text.rstrip(" :")
    name = clean_names(bare)
    told = len(name) == 1 and begins_with_given_name(name[0]) and lone_person(name[0]) == name[0]
    return told and bare.startswith(name[0]) and text != name[0]


def part_name(last: Piece) -> tuple[Piece, ...]:
    """A text's last piece as two, where a person's name stands behind its last sentence, in
    emphasis, in brackets or behind a label of authors, and nothing behind that: «… ends here. <b>
    Jane Doe</b>», «… ends here. By Jane Doe»; else as it is. Behind words in quotation marks it
    tells who said them."""
    if last.kind is not BlockKind.PARAGRAPH:
        return (last,)
    if parted := _in_dated_brackets(last):
        return parted
    element = last.element
    ends = element[-1] if len(element) else None
    emphasised = ends is not None and not len(ends) and _stands_out(ends)
    found = _BEHIND_SENTENCE.search(last.text)
    if ends is not None and emphasised and not (ends.tail or "").strip():
        name = text_of_element(ends)
    elif found:
        name, ends = found[1], None
    else:
        return (last,)
    before = last.text.removesuffix(name).rstrip() if name else last.text
    if before == last.text or len(before) < 2 * len(name) or before[-1] not in SENTENCE_ENDS:
        return (last,)
    bare = name if ends is not None else name.strip("()（）-–— ")
    named = (ends is not None or bare != name) and lone_person(bare) == bare
    named = named and (ends is not None or " " in bare or len(bare) > MAX_AGENCY_SIGNS)
    if len(name) > MAX_CHARS or not (named or is_byline(name)):
        return (last,)
    signs = element if ends is None else ends
    bold = last.bold or ends is not None
    return (
        replace(last, text=before),
        replace(last, text=name, element=signs, bold=bold, linked=0),
    )


def _in_dated_brackets(last: Piece) -> tuple[Piece, ...]:
    """The same where the day stands with the names in brackets: «… ends here. (Jane Doe,
    3.5.2026)»."""
    signed = _DATED_BRACKETS.search(last.text) if last.text.endswith(")") else None
    before = last.text[: signed.start()].rstrip() if signed else ""
    if signed is None or before[-1:] not in SENTENCE_ENDS:
        return ()
    names = clean_names(signed[1])
    if not names or any(lone_person(name) != name and not is_agency(name) for name in names):
        return ()
    name = last.text[signed.start() :].lstrip()
    return (replace(last, text=before), replace(last, text=name, bold=True, linked=0))


_DATED_BRACKETS = re.compile(r"\s\(([^\W\d_][^()\d]{2,80}), \d{1,2}\.\s?\d{1,2}\.\s?\d{4}\)$")
MAX_AGENCY_SIGNS = 2
"""Signs of an agency's brief name in brackets, in a script without blanks: «（共同）»."""
_BEHIND_SENTENCE = re.compile(rf"[{FULL_STOPS}!?؟]\s?([^\s.!?؟。۔][^.!?؟。۔]{{2,69}})$")


def part_opening_name(first: Piece) -> tuple[Piece, ...]:
    """A text's first piece as two, where it begins with a byline in emphasis: «<b>By Jane Doe</b>
    The ministry …»; else as it is. A name without a label may be whom the text tells of."""
    element = first.element
    opens = element[0] if len(element) and first.kind is BlockKind.PARAGRAPH else None
    if opens is None or opens.tag not in _INLINE or len(opens) or (element.text or "").strip():
        return (first,)
    name = text_of_element(opens)
    behind = first.text.removeprefix(name).lstrip(" \n-–—:") if name else first.text
    if behind == first.text or len(behind) < 2 * len(name) or behind[0].islower():
        return (first,)
    if len(name) > MAX_CHARS or not is_byline(name):
        return (first,)
    return (replace(first, text=name, element=opens, bold=True), replace(first, text=behind))


def _stands_out(element: HtmlElement) -> bool:
    """Whether an element is emphasis, or a link to an author's page."""
    if element.tag == "a":
        return "author" in (element.get("rel") or "") or is_author_page(element.get("href"))
    return element.tag in _EMPHASIS


def is_byline(text: str) -> bool:
    """Whether words are a label of authors and one person's name behind it."""
    name = cut_before(text)
    said = name.strip(" :：/·・-–—") if name else ""
    return said != "" and lone_person(said) == said


_EMPHASIS = frozenset({"b", "strong", "em", "i"})
_INLINE = _EMPHASIS | {"a", "span", "font", "small", "u"}


def _is_in_italics(element: HtmlElement) -> bool:
    inner = element[0] if len(element) == 1 and not (element.text or "").strip() else None
    return inner is not None and inner.tag in ("i", "em") and not (inner.tail or "").strip()


_CASED = "[^\\W\\d_a-zà-ÿа-я]\\w+"
_WITH_TOWN = late_pattern(f"{_CASED}(?:[ -]{_CASED}){{1,3}}, {_CASED}(?:[ -]\\w+)?\\.")
"""A person and a town with a full stop: «Анна Иванова, Омск.»."""


def without_stop(text: str) -> str:
    """A line without the full stop behind a person's name and a town."""
    return text[:-1] if text[-1:] == "." and _WITH_TOWN.fullmatch(text) else text
