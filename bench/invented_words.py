"""Pages on which all that is no text of the article is said in words that nobody knows.

Rules know what sites print by its words. What is told by where it stands and how it looks alone is
measured where each word that is not of the article is replaced by an invented one, the same by the
same: links, boxes, classes, digits and punctuation stay.
"""

from __future__ import annotations

import hashlib
import re
import unicodedata
from functools import lru_cache

import lxml.html
from lxml import etree

from bench.measures import words
from bench.pages import Case

_WORD = re.compile(r"[^\W\d_]+")
_UNSEEN = frozenset({"script", "style", "title", "time", "noscript", "template", "head"})
_VOWELS, _CONSONANTS = "aeiou", "bdfgklmnprstvz"
_LETTERS = {
    "ARABIC": "بتجدرسشطعفقكلمنهوي",
    "CYRILLIC": "абвгдезиклмнопрстув",
    "GREEK": "αβγδεικλμνοπρστ",
    "HEBREW": "אבגדהוזחטילמנסעפקרש",
    "HIRAGANA": "あいうえおかきくけこさしすせそたちつてと",
    "KATAKANA": "アイウエオカキクケコサシスセソタチツテト",
}
_RANGES = {"CJK": (0x4E00, 3000), "HANGUL": (0xAC00, 5000)}
"""Where the signs of a script begin of which one is taken, and how many there are to take from."""


def in_invented_words(case: Case) -> bytes:
    """The page of a case, in UTF-8, with an invented word for each that its truth does not have."""
    text = case.page.body.decode(case.page.charset or "utf-8", "replace")
    tree = lxml.html.document_fromstring(
        text.encode(), parser=lxml.html.HTMLParser(encoding="utf-8", huge_tree=True)
    )
    truth = case.truth
    own = _key("\n".join([truth["body"], truth.get("title") or "", *(truth.get("authors") or ())]))
    for element in tree.iter(etree.Element):
        around = element.getparent()
        if element.text and element.tag not in _UNSEEN:
            element.text = _invented(element.text, own)
        if element.tail and around is not None and around.tag not in _UNSEEN:
            element.tail = _invented(element.tail, own)
    page: bytes = etree.tostring(tree, encoding="utf-8", method="html", doctype="<!DOCTYPE html>")
    return page


def _key(text: str) -> str:
    return f" {' '.join(words(text))} "


def _invented(text: str, own: str) -> str:
    return text if _key(text) in own else _WORD.sub(lambda word: invented(word[0]), text)


@lru_cache(maxsize=100_000)
def invented(word: str) -> str:
    """A word as long and in the same letters as another, that is none."""
    number = int(hashlib.sha256(word.casefold().encode()).hexdigest(), 16)
    letters = []
    for place, letter in enumerate(word):
        number, at = divmod(number, 1009)
        made = _letter(letter, at, place)
        letters.append(made.upper() if letter.isupper() else made)
    return "".join(letters)


def _letter(letter: str, at: int, place: int) -> str:
    script = unicodedata.name(letter, "").partition(" ")[0]
    if script in _RANGES:
        first, size = _RANGES[script]
        return chr(first + at * 31 % size)
    some = _LETTERS.get(script) or (
        "" if script != "LATIN" else _CONSONANTS if place % 2 == 0 else _VOWELS
    )
    return some[at % len(some)] if some else letter
