"""Consent walls: a page that asks for consent to cookies, and tells nothing else.

It is told by what it is made of, not by a title: most of its text speaks of cookies, partners and
personal data, and it has a control to accept. An article on a page with such a dialog has its own
text beside it, and is marked as an article besides.
"""

from __future__ import annotations

from collections.abc import Iterable

from pipeline.days.words import plain
from pipeline.page.elements import text_of_element
from pipeline.page.html import Document
from pipeline.patterns.rule_files import read_rules

MOST_CHARS = 6000
"""A page with more text in paragraphs is no wall: those of the largest vendors hold some 2,000."""
SPEAKING_SHARE = 0.5
"""Of the text of a wall at least so much stands in paragraphs with a word of consent."""

_WORDS = read_rules("walls.toml")["consent"]
_SPEAKS = tuple(plain(word) for word in _WORDS["speaks"])
_ACCEPTS = tuple(plain(word) for word in _WORDS["accepts"])
_CONTROLS = (
    "//button | //input[@type='submit' or @type='button'] | //*[@role='button'] | //form//a[@href]"
)


def asks_consent(doc: Document, paragraphs: Iterable[str]) -> str | None:
    """The control to accept of a page that only asks for consent; None for any other page.

    `paragraphs` are the texts of the page, in order; no more of them are read than decide.
    """
    if _is_article(doc):
        return None
    accepts = _accepting(doc)
    if accepts is None:
        return None
    size = speaking = 0
    for text in paragraphs:
        size += len(text)
        if size > MOST_CHARS:
            return None
        if speaks_of_consent(text):
            speaking += len(text)
    return accepts if size and speaking >= size * SPEAKING_SHARE else None


def speaks_of_consent(text: str) -> bool:
    """Whether a text has a word of consent, of cookies or of personal data."""
    said = plain(text)
    return any(word in said for word in _SPEAKS)


def _is_article(doc: Document) -> bool:
    """Whether the page is marked as an article: the quick ways first."""
    if doc.all_of("article"):
        return True
    if any(meta.get("property") == "article:published_time" for meta in doc.all_of("meta")):
        return True
    return any("articleBody" in names for names in doc.with_microdata.values())


def _accepting(doc: Document) -> str | None:
    """What the first control says that accepts; None where none does."""
    for control in doc.tree.xpath(_CONTROLS)[:50]:
        said = plain(control.get("value") or text_of_element(control))
        if len(said) <= 60 and said.startswith(_ACCEPTS):
            return said
    return None
