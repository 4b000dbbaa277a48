"""One spelling for all the ways in which a word is written: the first step of folding."""

from __future__ import annotations

import re
import unicodedata

from pipeline.patterns.late_patterns import late_pattern
from pipeline.text import without_piles

# Marks that only help the reader: Arabic vowels and Quranic signs, Hebrew points, and the accents
# of Latin, Greek and Cyrillic. The vowel signs of Indic scripts are letters and stay.
_MARKS = (
    r"\u0300-\u036f\u0483-\u0487\u0591-\u05bd\u05bf\u05c1\u05c2\u05c4\u05c5\u05c7"
    r"\u0610-\u061a\u064b-\u065f\u0670\u06d6-\u06dc\u06df-\u06e4\u06e7\u06e8\u06ea-\u06ed"
    r"\u0898-\u089f\u08ca-\u08e1\u08e3-\u08ff\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff"
)
# Signs that join or direct letters and are no letters: tatweel, soft hyphen, zero-width
# characters, bidirectional controls, variation selectors, the byte order mark.
_JOINERS = (
    r"\u00ad\u034f\u061c\u0640\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufe00-\ufe0f\ufeff"
)

_NO_LETTERS = re.compile(f"[{_MARKS}{_JOINERS}]+")
_ACCENTED = re.compile(r"[\u00c0-\u024f\u0370-\u03ff\u1e00-\u1fff]")
_VOWEL_SIGNS = r"\u0900-\u0963\u0980-\u0d7f\u0e31-\u0e4e\u0eb1-\u0ece\u102b-\u103e\u17b4-\u17d3"
_WORD = re.compile(rf"[\w{_VOWEL_SIGNS}]+")

# Names that punctuation is part of, and initials: «C++», «C#», «.NET», «A.I.», «U.S.»; no domain.
_CODE_NAMES = {"c++": "cpp", "c#": "csharp", "f#": "fsharp", ".net": "dotnet"}
_NAME = r"(?<!\w)(?:c\+\+|(?:[cf]\#|\.net)(?!\w))"
_INITIALS = r"(?<![\w.])(?:[a-z]\.){2,}(?!\w)"
_SIGNED = re.compile(f"{_NAME}|{_INITIALS}")
_DOTTED = re.compile(r"\.[a-z]\.")
_LETTER = rf"[\w{_VOWEL_SIGNS}{_MARKS}{_JOINERS}]"
# What could follow is looked at first: most words are neither a name nor initials.
RUN = late_pattern(rf"(?=[cCfF.])(?i:{_NAME})|(?=.\.)(?i:{_INITIALS})|{_LETTER}+")

# Letters with more than one common spelling, before stemming. The stemmer knows ta marbuta, so
# that one is folded after it.
_LETTERS = str.maketrans(
    {
        "أ": "ا",
        "إ": "ا",
        "آ": "ا",
        "ٱ": "ا",
        "ٲ": "ا",
        "ٳ": "ا",
        "ؤ": "و",
        "ٶ": "و",
        "ئ": "ي",
        "ى": "ي",
        "ی": "ي",
        "ې": "ي",
        "ے": "ي",
        "ۓ": "ي",
        "ٸ": "ي",
        "ک": "ك",
        "ڪ": "ك",
        "ڤ": "ف",
        "ڥ": "ف",
        "ڨ": "ق",
        "ڭ": "ك",
        "ݣ": "ك",
        "ں": "ن",
        "ہ": "ه",
        "ھ": "ه",
        "ە": "ه",
        "ۀ": "ه",
        "ۂ": "ه",
        "ۃ": "ة",
        "ı": "i",
        "æ": "ae",
        "œ": "oe",
        "ø": "o",
        "đ": "d",
        "ð": "d",
        "þ": "th",
        "ł": "l",
        "ħ": "h",
        "ς": "σ",
    }
)
# «مسئول», «مسؤول» and «مسوول» are one word, whichever letter carries its hamza.
_HAMZA_BEFORE_WAW = re.compile("[ئؤ]و")
# «مئتا» and «مائتا» (two hundred) are one word; without its hamza it would be «ميتا» (Meta).
_HUNDRED = re.compile(r"مئ(?=(?:ة|ات|تا|تان|تي|تين)(?!\w))")
_DIGIT = re.compile(r"(?![0-9])\d")
LAST_LETTERS = str.maketrans({"ة": "ه"})


def letters(text: str) -> list[str]:
    """The words of a text without marks, tatweel, case and accents; the forms of alef, ya, kaf, ha,
    hamza and of digits are unified. Ta marbuta stays, which stemmers know: `LAST_LETTERS` folds
    it after them."""
    return _WORD.findall(unified(text))


def unified(text: str) -> str:
    """A text whose words are in that one spelling. Line breaks stay, so that many words can be
    unified at once, for less than one by one."""
    if text.isascii():
        return _without_signs(text.lower()).replace("_", " ")
    text = unicodedata.normalize("NFKC", without_piles(text)).casefold()
    if _ACCENTED.search(text):
        text = _ACCENTED.sub(lambda match: unicodedata.normalize("NFD", match.group()), text)
    text = _HAMZA_BEFORE_WAW.sub("وو", _NO_LETTERS.sub("", text))
    if "مئ" in text:
        text = _HUNDRED.sub("مائ", text)
    if _DIGIT.search(text):
        text = _DIGIT.sub(lambda found: str(unicodedata.decimal(found[0])), text)
    return _without_signs(text.translate(_LETTERS)).replace("_", " ")


def _without_signs(text: str) -> str:
    """A text in small letters with «cpp» for «c++» and «ai» for «a.i.»."""
    if "++" in text or "#" in text or ".net" in text or _DOTTED.search(text):
        return _SIGNED.sub(_spelled_out, text)
    return text


def _spelled_out(found: re.Match[str]) -> str:
    return (_CODE_NAMES.get(found[0]) or found[0].replace(".", "")) + " "
