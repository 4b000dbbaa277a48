"""The language of an article, as ISO 639-1: what the page declares, checked against its text."""

from __future__ import annotations

import re
import tomllib
from collections import Counter
from importlib.resources import files

from pipeline.html import Document
from pipeline.metadata import Metadata

SAMPLE_CHARS = 2000
"""Characters of text that decide; py3langid is right on all of 225 pages with so many."""

MIN_CHARS = 40
"""A shorter text decides nothing against a declaration."""

_OLD_CODES = {"iw": "he", "in": "id", "ji": "yi", "nb": "no", "nn": "no", "fil": "tl", "ckb": "ku",
              "kmr": "ku", "prs": "fa", "arb": "ar", "zho": "zh", "deu": "de", "ger": "de",
              "eng": "en",
              "fra": "fr", "fre": "fr", "ara": "ar", "spa": "es", "per": "fa", "fas": "fa",
              "urd": "ur",
              "tur": "tr", "cmn": "zh", "pus": "ps", "kur": "ku"}  # fmt: skip
_BY_NAME = {"arabic": "ar", "english": "en", "german": "de", "deutsch": "de", "french": "fr",
            "français": "fr", "spanish": "es", "español": "es", "turkish": "tr", "persian": "fa",
            "العربية": "ar", "فارسی": "fa"}  # fmt: skip

# Letters that one language of the Arabic script writes and the others do not.
_URDU = "ٹڈڑںےھۓ"
_PASHTO = "ټډړښځڅږڼېۍ"
_KURDISH = "ێۆڕڵەڤ"
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


_OF_ONE_SCRIPT = _OF_SCRIPT["arabic script"] | {code for _, _, code in _SCRIPTS} - {
    "cyrillic script",
    "ja",
}


def needs_model(language: str | None) -> bool:
    """Whether the articles of a source in this language (None: not known) are told by a model of 70
    MB, and not by their letters."""
    return language not in _OF_ONE_SCRIPT


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
        return _of_arabic_script(sample, declared)
    if script and script not in _OF_SCRIPT:
        return script
    allowed = _OF_SCRIPT.get(script or "")
    if allowed is not None and declared in allowed:
        return declared
    if allowed is not None and script in ("hi", "bn", "he"):
        return script
    if len(sample) < MIN_CHARS:
        return declared
    if declared and _is_full_of_words(sample, declared):
        return declared
    ranked = _rank(sample)
    if allowed is not None:
        ranked = [pair for pair in ranked if pair[0] in allowed] or ranked
    if not ranked:
        return declared
    best, _ = ranked[0]
    if declared is None or best == declared:
        return best
    # The model does not know every language, and near relatives change places.
    places = [language for language, _ in ranked[:3]]
    if declared in places or declared not in {language for language, _ in ranked}:
        return declared if len(text) < 400 or declared not in _MODEL_MAJOR else best
    return best


_MODEL_MAJOR = frozenset({"en", "de", "fr", "es", "it", "pt", "nl", "tr", "pl", "sv", "ru", "id"})
"""Languages of which the model is sure enough to overrule a page's declaration."""


_COMMON = {
    language: frozenset(words.split())
    for language, words in tomllib.loads(
        (files("pipeline.rules") / "common_words.toml").read_text(encoding="utf-8")
    ).items()
}
_WORD = re.compile(r"[^\W\d_]+")
_FULL = 0.2
"""Share of common words above which a text is of their language. On 306 pages the language's own
words make up a quarter to a half, those of the nearest relative less than that."""


def _is_full_of_words(sample: str, declared: str) -> bool:
    """Whether a text is full of the declared language's common words, and of no other's so much."""
    own = _COMMON.get(declared)
    words = _WORD.findall(sample.lower())
    if own is None or len(words) < 30:
        return False
    times = Counter(words)
    shares = {
        language: sum(times[word] for word in times.keys() & common) / len(words)
        for language, common in _COMMON.items()
    }
    share = shares.pop(declared)
    return share >= _FULL and share > 1.15 * max(shares.values())


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


def _of_arabic_script(sample: str, declared: str | None) -> str:
    counts = {
        "ur": sum(sample.count(c) for c in _URDU),
        "ps": sum(sample.count(c) for c in _PASHTO),
        "ku": sum(sample.count(c) for c in _KURDISH),
    }
    size = max(1, len(sample))
    code, count = max(counts.items(), key=lambda item: item[1])
    if count > 0.008 * size:
        return code
    if declared in ("ug", "sd"):
        return declared
    persian = sum(sample.count(c) for c in _PERSIAN)
    arabic = sum(sample.count(c) for c in _ARABIC)
    if persian > arabic and persian > 0.02 * size:
        return "fa"
    return "ar"


def _rank(sample: str) -> list[tuple[str, float]]:
    import py3langid  # brings NumPy: not for the process that only asks `needs_model`

    ranked = py3langid.rank(sample)
    return [(_OLD_CODES.get(code, code), float(score)) for code, score in ranked]
