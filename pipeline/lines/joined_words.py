"""Words with what languages write onto them: Arabic and Hebrew «and», «to», «the», Kurdish and
Pashto endings, and whose it is."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping

from pipeline.lines.site_word_kinds import DEVICES, POINTS, TEXTS, THINGS, YOURS

_ENDINGS = ("كم", "نا", "ها", "وا", "هم", "ني", "ك", "ه", "ي", "ا")
_WHOSE = {"نا": POINTS, "كم": YOURS, "ك": YOURS}
_LookUp = Callable[[str], int]


def kind_of_joined(word: str, look_up: _LookUp, language: str) -> int:
    """What a word is without what is written onto it, by what `look_up` knows of bare words; 0
    where it is not known, or the language writes nothing onto its words."""
    if language == "ar":
        for bare in _without_arabic(word):
            kind = look_up(bare) or kind_of_owned(bare, look_up)
            if kind:
                return kind
    if language in _ENDED:
        return _kind_without_endings(word, look_up, _ENDED[language])
    if language == "he":
        return next(filter(None, map(look_up, _without_hebrew(word))), 0)
    return _kind_of_compound(word, look_up) if language in _COMPOUNDING else 0


def _kind_without_endings(word: str, look_up: _LookUp, endings: Mapping[str, int]) -> int:
    """What a word is without one of some endings, or two, with what they say of whose it is."""
    for first, own in endings.items():
        stem = word.removesuffix(first)
        if stem == word or len(stem) < MIN_ENDED:
            continue
        if kind := look_up(stem) or look_up(f"{stem}ه"):
            return kind | own
        for second, of in endings.items():
            bare = stem.removesuffix(second)
            if bare != stem and len(bare) >= MIN_ENDED and (kind := look_up(bare)):
                return kind | own | of
    return 0


MIN_ENDED = 3
"""Letters of a word without its endings."""
_ENDED: dict[str, dict[str, int]] = {
    "ku": {
        **dict.fromkeys(("مان", "ماندا", "مانهوه", "شمان"), POINTS),
        **dict.fromkeys(("تان", "تاندا", "ت", "تدا", "تهوه"), YOURS),
        **dict.fromkeys(("هكه", "هكان", "هكاني", "هكهي", "كه", "كان", "كاني", "هوه", "دا", "ش"), 0),
        **dict.fromkeys(("ێك", "يهك", "يان", "ان", "اني", "هي", "ي", "ه"), 0),
    },
    "ps": dict.fromkeys(("ونه", "ونو", "ګاني", "ګانو", "انو", "ان", "يو", "و", "ي", "ه"), 0),
}
"""Endings as they are folded, the longer ones first where one ends another."""


def _kind_of_compound(word: str, look_up: _LookUp) -> int:
    """What the last part of a word is, be it of the site's things, that is written together with
    another word that is known: «nieuwsvideo»."""
    for cut in range(MIN_PART, len(word) - MIN_PART + 1):
        kind = look_up(word[cut:])
        if kind & (THINGS | DEVICES | TEXTS):
            before = word[:cut]
            if look_up(before) or (before[-1] == "s" and look_up(before[:-1])):
                return kind
    return 0


_COMPOUNDING = frozenset({"de", "nl", "sv", "fi"})
"""Languages that write such words together."""
MIN_PART = 5
"""Letters of each part; shorter ones begin or end words of all kinds."""


def kind_of_owned(word: str, look_up: _LookUp) -> int:
    """What an Arabic word is without whose it is, «your», «our», and that; 0 where it is not
    known."""
    for ending in _ENDINGS:
        stem = word.removesuffix(ending)
        if stem == word or len(stem) < 3:
            continue
        feminine = stem[:-1] + "ة" if stem.endswith("ت") else stem
        kind = look_up(stem) or look_up(feminine)
        if kind:
            return kind | _WHOSE.get(ending, 0)
    return 0


def _without_arabic(word: str) -> Iterator[str]:
    """An Arabic word, and what is left of it without «and», «to», «by», «the»."""
    yield word
    bare = word[1:] if word[0] in "وف" and len(word) > 4 else word
    if bare != word:
        yield bare
    if bare.startswith("لل") and len(bare) > 4:
        yield "ال" + bare[2:]
        yield bare[2:]
    for before in ("بال", "كال", "ال", "ل", "ب", "ك"):
        if bare.startswith(before) and len(bare) > len(before) + 2:
            yield bare[len(before) :]


MIN_HEBREW = 3
"""Letters that are left of a Hebrew word without what stands before it."""


def _without_hebrew(word: str) -> Iterator[str]:
    """What is left of a Hebrew word without «and», «that», «in», «to», «from», «the»."""
    for before in ("ו", "ש"):
        bare = word.removeprefix(before)
        if bare != word and len(bare) >= MIN_HEBREW:
            yield bare
            word = bare
    for before in ("ב", "ל", "מ", "כ", "ה"):
        bare = word.removeprefix(before)
        if bare != word and len(bare) >= MIN_HEBREW:
            yield bare
            if bare.startswith("ה") and len(bare) > MIN_HEBREW:
                yield bare[1:]
