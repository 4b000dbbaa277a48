"""What runs on in a paragraph behind a sentence, and is no part of its text: a button, a label, a
link to another article.

`<p>… last year. <a href="…">Read more</a></p>`, `<p>… last year. <b>Read also: …</b></p>`: editors
and systems set it in the text's own paragraph, in an element of its own or without one. Such words
are told by the rules of lines, as if they stood alone.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace

from lxml.html import HtmlElement

from pipeline.fingerprints import skeleton
from pipeline.lines.rulebook import rule_book
from pipeline.page.elements import text_of_element
from pipeline.page.pieces import Extracted
from pipeline.patterns.late_patterns import late_pattern
from pipeline.punctuation import (
    CLOSING,
    OPENING_QUOTES,
    SENTENCE_ENDS,
    SINGLE_QUOTES,
    STOPS,
    gap_behind,
)
from pipeline.records import LINE_KINDS
from pipeline.writing import is_as_long

KINDS = frozenset(
    {
        "advertisement", "back-to-top", "comment-button", "comment-form", "donate", "follow-us",
        "get-app", "goes-on-below", "newsletter", "page-controls", "player", "read-also",
        "report-error", "row-of-labels", "share", "shortcode", "sign-up", "subscribers",
    }
)  # fmt: skip
"""Kinds of rules whose lines are no sentence's end: an agency or who took a picture may be."""
_CREDITS = frozenset({"photo-credit", "licence", "source-line", "credit-line", "follow-us"})
"""Kinds of lines that say who took a picture, or whom a text is from: behind a sentence they are
told by their label."""
_LABELLED = re.compile(r"[\s()\[\]|–—-]{0,3}(?:[^\W\d_]+[\s.’'-]?){1,3}\s?[:：]\s?\S|[(\[]?[©ⓒ]")
_BRACKETS = ")]）】"
MAX_CREDIT_CHARS = 60
MAX_CHARS = 160
MIN_BEFORE_CHARS, MIN_BEFORE_SIGNS = 60, 25
"""What is shorter may be the house's own words; the same of scripts whose signs are syllables or
words."""
MAX_LABEL_CHARS = 40
"""What stands before a link that is told with it: «Read also: <a>…</a>»."""
MOST = 100
"""Buttons that are looked for in one paragraph: a page that has more is made to take long."""
MAX_DEPTH = 3
"""Elements around all of a paragraph's text."""
_INLINE = frozenset({"a", "b", "em", "font", "i", "mark", "small", "span", "strong", "u"})
_SENTENCE = gap_behind(SENTENCE_ENDS)
_QUOTES = frozenset(OPENING_QUOTES + SINGLE_QUOTES)
_OPENING, _AROUND = "([", " ()[]|•·–—-"
"""What may stand around such words."""

Known = Callable[[Extracted], str | None]
"""The name of the rule that knows a line; None where none does."""


def without_run_on(line: Extracted, known: Known, *, ends: bool = False) -> Iterator[Extracted]:
    """A paragraph as it is, or parted into its text and what runs on in it, with its rule. `ends`
    is true of a text's last lines: of these each last sentence is asked."""
    parts = [*_elements_in(line)] if line.block.kind in LINE_KINDS else []
    label = _label_before(line, parts) if parts else None
    if label is not None:
        end, rule = label
        text = line.block.text
        yield replace(line.with_text(text[:end].strip()), rule=rule)
        cut = len(text) - len(text[end:].lstrip(_BEHIND_LABEL))
        line = line.with_text(text[cut:])
        parts = [(part, at - cut, to - cut) for part, at, to in parts if at >= cut]
    marked = _end_mark(line, known) if ends else None
    if marked is not None:
        yield from without_run_on(marked[0], known, ends=True)
        yield marked[1]
        return
    for _ in range(MOST):
        found = _run_on(line, parts, known, ends)
        if found is None:
            break
        start, end, rule = found
        text = line.block.text
        before = line.with_text(text[:start].rstrip())
        if known(line) or known(before):  # the house's words, all of it
            break
        yield before
        yield replace(line.with_text(text[start:end].strip()), rule=rule)
        behind = text[end:].strip()
        if not behind:
            return
        cut = text.index(behind, end)
        line = line.with_text(behind)
        parts = [(part, at - cut, to - cut) for part, at, to in parts if at >= cut]
    yield line


_Part = tuple[HtmlElement, int, int]
"""An element in a paragraph, and where its words begin and end in the paragraph's text."""


def _label_before(line: Extracted, parts: Sequence[_Part]) -> tuple[int, str] | None:
    """Where a label of the house's ends that stands in an element of its own before a paragraph,
    and the rule that knows it: «<b>Advertisement</b> The minister said …». A sentence may begin
    with such a word too, so what follows begins another, or the word is glued to it."""
    part, start, end = parts[0]
    text = line.block.text
    told = text[start:end].strip(_BEHIND_LABEL)
    if text[:start].strip(_AROUND) or not told or len(told) > MAX_BEFORE_CHARS:
        return None
    behind = text[end:].lstrip(_BEHIND_LABEL)
    if not is_as_long(behind, MIN_BEFORE_CHARS, MIN_BEFORE_SIGNS):
        return None
    alone = len(parts) == 1 and part.tag in _UNMARKED
    caseless = told[0].upper() == told[0].lower() and behind[0].isalpha()
    if not (behind[0].isupper() or (caseless and (alone or "\u0620" <= text[end] <= "\u06d3"))):
        return None
    rules = rule_book().lines.get(skeleton(told), ())
    return next(((end, rule.name) for rule in rules if rule.kind == _LABELS), None)


MAX_BEFORE_CHARS = 30
_LABELS = "advertisement"
"""The kind of rules whose lines label what others pay for."""
_BEHIND_LABEL = " :：|•·–—-"
_UNMARKED = frozenset({"small", "span", "font"})
"""Elements that stress nothing: a word of the text in one of them is none that matters."""


def _run_on(
    line: Extracted, parts: Sequence[_Part], known: Known, ends: bool
) -> tuple[int, int, str] | None:
    """Where it begins and ends, and the rule that knows it."""
    text = line.block.text
    for start, end, linked in _spans(line, parts, ends):
        told = text[start:end].strip(_AROUND)
        if not told or end - start > MAX_CHARS or not _is_told(text[:start].rstrip()):
            continue
        rule = known(replace(line.with_text(told), linked=linked))
        if rule is None and text[start] == "[":  # «[gallery ids="1,2"]»
            rule = known(line.with_text(text[start:end].strip()))
        if rule is not None and _may_run_on(rule.rpartition(":")[2], text[start:end].rstrip()):
            return start, end, rule
    return None


_END_MARK = late_pattern(r"(?<=[.!?…。)\]\"”»])\s+([(\[]?[^\W\d_]{2,8}[)\]]?\W{0,2})$")


def _end_mark(line: Extracted, known: Known) -> tuple[Extracted, Extracted] | None:
    """A text's last line without the word with which a house or an agency ends it, «… on Monday.
    Enditem», «(By Jane Doe) ENDS», and that word; None where none is there."""
    found = _END_MARK.search(line.block.text) if line.block.kind in LINE_KINDS else None
    if found is None:
        return None
    mark = line.with_text(found[1])
    rule = known(mark)
    if rule is None or rule.rpartition(":")[2] != "end-mark":
        return None
    return line.with_text(line.block.text[: found.start()]), replace(mark, rule=rule)


def _may_run_on(kind: str, said: str) -> bool:
    """Whether a line of such a kind is no sentence's end: «Read our review of it.», with a full
    stop, is an editor's own word, that a link makes no button."""
    if kind in _CREDITS and len(said) <= MAX_CREDIT_CHARS and _LABELLED.match(said):
        return said[-1] not in SENTENCE_ENDS
    return kind in KINDS and not (kind == "read-also" and said[-1] in SENTENCE_ENDS)


def _spans(line: Extracted, parts: Sequence[_Part], ends: bool) -> Iterator[tuple[int, int, float]]:
    """Where such words may stand in a text, and how much of them is a link: behind a sentence, in
    an element of their own or to the paragraph's end."""
    text = line.block.text
    is_open = ends or text[-1] in _BRACKETS or text[-1] not in SENTENCE_ENDS + CLOSING
    if line.block.kind not in LINE_KINDS or not (parts or is_open):  # as most paragraphs
        return
    starts = [found.end() for found in _SENTENCE.finditer(text, MIN_BEFORE_SIGNS)]
    if not (starts or parts):
        return
    last = starts[-1] if starts else 0
    for part, start, end in parts:
        place = bisect_right(starts, start)
        begins = starts[place - 1] if place else 0
        if start and text[start - 1] in SENTENCE_ENDS:  # «… so far.<b>Advertisement</b> The …»
            begins = start
        before = text[begins:start].strip(_OPENING)
        linked = (end - start) / (len(text) - begins) if part.tag == "a" or _is_linked(part) else 0
        if behind := text[end:].strip(_AROUND + SENTENCE_ENDS):
            goes_on = behind[0] in _QUOTES or (behind[0].isalpha() and not behind[0].islower())
            if goes_on and not before:
                yield begins, _closed(text, end), float(linked > 0)
            elif not before and begins >= last:  # «<a>Follow us on Twitter</a> @orbit.»
                yield begins, len(text), linked
        elif len(before) <= MAX_LABEL_CHARS:
            yield begins, len(text), linked
    if is_open and starts:
        yield last, len(text), 0.0


def _is_told(before: str) -> bool:
    """Whether what stands before such words may be a text: a house asks, and says little."""
    told = before.rstrip(CLOSING)[-1:] in STOPS and before != ""
    return told and is_as_long(before, MIN_BEFORE_CHARS, MIN_BEFORE_SIGNS)


def _closed(text: str, end: int) -> int:
    """The place behind a bracket that closes there."""
    return end + 1 if text[end : end + 1] in (")", "]") else end


def _is_linked(part: HtmlElement) -> bool:
    return next(part.iter("a"), None) is not None


def _elements_in(line: Extracted) -> Iterator[_Part]:
    """The brief inline elements of a paragraph, and where their words stand in its text."""
    text, element = line.block.text, line.element
    if element is None or not len(element):
        return
    for _ in range(MAX_DEPTH):
        around = len(element) == 1 and not (element.text or "").strip()
        if not (around and element[0].tag in _INLINE and not (element[0].tail or "").strip()):
            break
        element = element[0]
    at = 0
    for part in element:
        said = text_of_element(part) if part.tag in _INLINE else ""
        if not said or len(said) > MAX_CHARS or not (part.text or len(part)):
            continue
        found = text.find(said, at)
        if found >= 0:
            at = found + len(said)
            yield part, found, at
