"""Lines of Arabic script as careful writers spell them, to be held against rules so written; and
lines of traditional Chinese in simplified letters, and of Spanish as they are said to «tú».

Many sites leave the hamza of an alef out, «اشعارات», or set one where none is, «إضغط»; write «ى»
for «ي», as Egypt does, or the other way, «علي تلغرام»; «ه» for «ة»; vowel signs on some words; and
in Persian and Urdu the letters of an Arabic keyboard.
"""

from __future__ import annotations

import re
from functools import cache, lru_cache

from pipeline.patterns.rule_files import rule_lines
from pipeline.words.arabic import begins_with_its_own
from pipeline.words.vos import said_to_tu

_SCRIPT = re.compile("[\u0621-\u064a]")
_ARABIC = frozenset({"", "ar"})
_KEYBOARDS = {
    **dict.fromkeys(("fa", "ckb", "ku"), str.maketrans("يىك", "ییک")),
    "ur": str.maketrans("يىكه", "ییکہ"),
}
"""By language, the letters of an Arabic keyboard and those meant by them."""
_VOWELS = re.compile("[\u064c-\u0652]+")
"""Vowel signs but for the ending «ًا», which careful writers set."""
_WORD = re.compile("[\u0621-\u064a]{2,}")
_ARTICLE = re.compile("[وف]?(?:[بكل]?ال|لل)(?=...)")
_PARTICLES = "وفبكل"
_FOLDED = str.maketrans("أإآى", "اااي")
_LEAST_BEGINNING = 5
"""Letters of a listed word by which longer ones are known: «إعلان» of «اعلاناتنا»."""


def carefully_spelled(text: str, language: str | None) -> str:
    """A line in careful spelling; the line itself where nothing in it is to be spelled otherwise.
    `language` is that of the page. One of Spanish is said to «tú»."""
    if text.isascii() or not _SCRIPT.search(text):
        return said_to_tu(text, language)
    code = (language or "").partition("-")[0].lower()
    if code in _KEYBOARDS:
        return text.translate(_KEYBOARDS[code])
    if code not in _ARABIC:
        return text
    return _WORD.sub(_respelled, _VOWELS.sub("", text))


def in_simplified_letters(text: str, language: str | None) -> str:
    """A brief line of a Chinese page in simplified letters, as most rules are written."""
    if text.isascii() or len(text) > _LONGEST_CHINESE or (language or "")[:2].lower() != "zh":
        return text
    return text.translate(_simplified())


def _respelled(found: re.Match[str]) -> str:
    return _word(found[0])


@lru_cache(maxsize=20_000)
def _word(word: str) -> str:
    """A word as it is spelled with care, with what is written onto it."""
    if "آ" in word:  # «آلي», which is no «إلى»; the careless do not write it
        return word
    article = _ARTICLE.match(word)
    place = article.end() if article else 0
    known = _known(word[place:])
    cut = known is None and not place and len(word) > 3 and word[0] in _PARTICLES
    if cut and not begins_with_its_own(word):  # «كانت» is no «أنت» with «as»
        place, known = 1, _known(word[1:])
    if known is None:
        return _with_own_end(word, article is not None)
    return word[:place] + known


def _with_own_end(word: str, has_article: bool) -> str:
    """A word that is not listed with «ة» or «ي» for a last «ه» or «ى» that stands for it: behind an
    article no pronoun follows, and «يه» hardly ends a long word."""
    if len(word) >= _LONG:
        if word[-1] == "ه" and (has_article or word[-2] == "ي"):
            return word[:-1] + "ة"
        if word[-1] == "ى" and has_article:
            return word[:-1] + "ي"
    return word


_LONG = 5
"""Letters of a word that is no «فيه» or «وجه»."""


def _known(word: str) -> str | None:
    """The spelling of a listed word, or of one that begins like it."""
    whole, beginnings = _spellings()
    folded = _fold(word)
    if found := whole.get(folded):
        return found
    for size in range(len(word) - 1, _LEAST_BEGINNING - 1, -1):
        if found := beginnings.get(folded[:size]):
            return found + word[size:]
    return None


def _fold(word: str) -> str:
    word = word.translate(_FOLDED)
    return word[:-1] + "ه" if word[-1] == "ة" else word


_LONGEST_CHINESE = 120
"""Letters of a line beyond which it is a paragraph: only what a house says is shorter."""


@cache
def _simplified() -> dict[int, str]:
    """The letters of traditional Chinese, each with the simplified one."""
    lines = rule_lines("chinese_letters.txt")
    return {ord(pair[0]): pair[1] for line in lines for pair in line.split()}


@cache
def _spellings() -> tuple[dict[str, str], dict[str, str]]:
    """The listed words by their letters, and of these those that others begin with."""
    lines = rule_lines("arabic_spellings.txt")
    whole = {_fold(word): word for line in lines for word in line.split()}
    long = {key: word for key, word in whole.items() if len(word) >= _LEAST_BEGINNING}
    return whole, {key: word for key, word in long.items() if word[-1] not in "ةى"}
