"""What tells that a row of tags is the article's, where its text tells none of them."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice

from lxml.html import HtmlElement

from pipeline.page.elements import letters, own_chars
from pipeline.page.html import Document
from pipeline.page.texts import own_texts
from pipeline.patterns.rule_files import read_rules
from pipeline.titles.surroundings import Surroundings

_LABELS = frozenset(map(letters, read_rules("tag_labels.toml")["words"]))
MAX_LABEL_CHARS = 30
"""Of a label."""


def is_in_head(doc: Document, box: HtmlElement, around: Surroundings) -> bool:
    """Whether a row stands between the headline and the text, or a standfirst and the text, beside
    one day at most."""
    place = around.distance(box)
    if not 0 < place < around.text_begins or len([*islice(box.iter("time"), 2)]) > 1:
        return False
    prose = [*filter(is_prose, doc.all_of("p"))]
    above = sum(0 < around.distance(p) < place for p in prose)
    below = sum(around.distance(p) > place for p in prose)
    # Where a text is brief its end is not told from its beginning by length.
    return below >= (PROSE_BELOW if above else 1) and above < 2


def is_prose(paragraph: HtmlElement) -> bool:
    """Whether a paragraph has words of its own, beside those of its links."""
    return own_chars(paragraph) >= MIN_PROSE_CHARS


MIN_PROSE_CHARS = 20
"""Letters of a paragraph that are of none of its elements: one of links has none."""
PROSE_BELOW = 3
"""Paragraphs of a text below its standfirst."""


def is_labelled(box: HtmlElement) -> bool:
    """Whether a row is labelled as tags with a colon, in itself or right before it: «<b>Tags:</b>
    <ul>…». A cloud of all of a site's tags has a heading."""
    return any(map(_is_label, _said_before(box)))


def _is_label(said: str) -> bool:
    words = said.strip()
    return words.endswith((":", "：")) and letters(words) in _LABELS


def _said_before(box: HtmlElement) -> Iterator[str]:
    """What may be the label of a row: its first words, or the words right before it."""
    yield box.text or ""
    if len(box):
        yield _brief(box[0])
    before, around = box.getprevious(), box.getparent()
    if before is not None:
        yield (before.tail or "").strip() or _brief(before)
    elif around is not None:
        yield around.text or ""


def _brief(element: HtmlElement) -> str:
    """The words of an element that is no longer than a label, with what is said right behind it."""
    words = "".join(islice(element.itertext(), 4)).strip()
    return f"{words}{(element.tail or '').strip()}" if len(words) <= MAX_LABEL_CHARS else ""


def labelled_rows(doc: Document) -> Iterator[HtmlElement]:
    """The elements that such a label begins, or that stand right behind one: whatever the paths of
    their links are called."""
    for text, element in own_texts(doc):
        if len(text) > MAX_LABEL_CHARS or not _is_label(text):
            continue
        behind = element.getnext()
        if len(element) or behind is None:
            yield element
        elif behind.tag == "a":
            parent = element.getparent()
            yield element if parent is None else parent
        else:
            yield behind
