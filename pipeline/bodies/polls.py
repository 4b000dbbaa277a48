"""Polls: a question to readers, and answers of which they mark one."""

from __future__ import annotations

from collections.abc import Container, Iterator, Sequence
from functools import partial
from itertools import takewhile

from lxml.etree import XPath
from lxml.html import HtmlElement

from pipeline.bodies.spans import SENTENCE_END
from pipeline.lines.known_lines import is_known_line
from pipeline.page.elements import text_of_element
from pipeline.page.pieces import Piece
from pipeline.patterns.late_patterns import late_pattern
from pipeline.punctuation import QUESTION_MARK, QUESTION_MARKS
from pipeline.text import spoken_words

MOST_POLL_PIECES = 8
LEAST_ANSWERS = 2
MAX_ANSWER_WORDS, MAX_ANSWER_CHARS = 4, 30
"""Lines of a poll, and the words and letters of an answer or a button."""


def is_poll(pieces: Sequence[Piece]) -> bool:
    """Whether a box asks one question, below a label perhaps, and ends with answers of a few words:
    «Yes», «No», «Vote». An interview's answers are sentences."""
    if not LEAST_ANSWERS < len(pieces) <= MOST_POLL_PIECES:
        return False
    asked = [i for i, piece in enumerate(pieces) if piece.text.endswith(tuple(QUESTION_MARKS))]
    if len(asked) != 1 or asked[0] > 1:
        return False
    answers = pieces[asked[0] + 1 :]
    said = answers and all(
        len(p.text) <= MAX_YES_CHARS and _YES_OR_NO.match(p.text.lower()) for p in answers
    )
    if said and not asked[0] and len(answers) >= LEAST_ANSWERS:
        return True
    return len(answers) >= LEAST_ANSWERS and all(
        len(p.text) <= MAX_ANSWER_CHARS
        and spoken_words(p.text) <= MAX_ANSWER_WORDS
        and p.text[-1] not in SENTENCE_END
        for p in (*pieces[: asked[0]], *answers)
    )


MAX_YES_CHARS = 60
_YES_OR_NO = late_pattern(
    r"(?:yes|no|ja|nein|nee|nej|oui|non|sí|si|sì|sim|não|nie|tak|evet|hayır|ya|tidak|да|нет|"
    r"بله|خیر|ہاں|نہیں|はい|いいえ|예|네|아니요?|是的?|不是|会|不会)\b|(?:نعم|لا)(?=[،,.]|$)"
)
"""How answers of a poll begin, «Yes, since May», «No, and I want none», however long."""


_CHOICES = XPath("count(.//input[@type='radio']) > 1")
_CHOICE = XPath("boolean(self::input[@type='radio'] | .//input[@type='radio'])")


def has_choices(box: HtmlElement) -> bool:
    """Whether readers mark one of several answers in a box, or it has labels of fields for them
    that a script draws."""
    if _CHOICES(box):
        return True
    labels = [text_of_element(label) for label in box.iter("label")]
    brief = all(len(label) <= MAX_YES_CHARS for label in labels)
    return len(labels) >= LEAST_ANSWERS and brief and not any(map(QUESTION_MARK.search, labels))


def polls_without_box(pieces: Sequence[Piece]) -> Iterator[Piece]:
    """The questions right below which answers may be marked, and those answers."""
    for at, piece in enumerate(pieces):
        if _asks_above_choices(piece):
            around = frozenset(piece.element.iterancestors())
            yield piece
            yield from takewhile(partial(_is_choice, around), pieces[at + 1 :])


def _is_choice(around: Container[HtmlElement], below: Piece) -> bool:
    """Whether a piece may be marked by itself: `around` the question others stand loose."""
    return below.element not in around and bool(_CHOICE(below.element))


def _asks_above_choices(piece: Piece) -> bool:
    if piece.region is not None or not piece.text.endswith(tuple(QUESTION_MARKS)):
        return False
    below = piece.element.getnext()
    if below is None:
        return False
    if piece.level != 1 and _are_answers(below):
        return True
    if not _CHOICE(below):
        return False
    choices = sum(1 for field in below.iter("input") if field.get("type") == "radio")
    return len(text_of_element(below)) <= MAX_CHOICE_CHARS * choices


def _are_answers(below: HtmlElement) -> bool:
    """Whether an element, or it and those behind it, are buttons of a few words and nothing else,
    and none of them is one that sites have below a head: «Share»."""
    loose = takewhile(lambda e: e.tag == "button", (below, *below.itersiblings()))
    buttons = list(loose) if below.tag == "button" else list(below.iter("button"))
    if len(buttons) < LEAST_ANSWERS:
        return False
    said = [text_of_element(button) for button in buttons]
    told = sum(map(len, said))
    if below.tag != "button" and len("".join(below.text_content().split())) > told:
        return False
    return all(
        text and spoken_words(text) <= MAX_ANSWER_WORDS and not is_known_line(text) for text in said
    )


MAX_CHOICE_CHARS = 80
"""Letters of an answer that is marked: what opens where such a field is clicked on is longer."""
