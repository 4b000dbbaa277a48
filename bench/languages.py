"""Words made up by the patterns of five languages, as many as a newsroom uses, with the small words
that a natural text is full of. The same words for the same seed."""

from __future__ import annotations

import random
from collections.abc import Callable
from dataclasses import dataclass

VOCABULARY = 40_000
"""Word forms of a language in news; the thousand most frequent make two thirds of a text."""


@dataclass(frozen=True, slots=True)
class Language:
    """A language's small words, its words by falling frequency, and names."""

    code: str
    small: tuple[str, ...]
    words: tuple[str, ...]
    names: tuple[str, ...]


_SEMITIC = (
    "{}{}{}", "{}ا{}{}", "م{}{}و{}", "ت{}{}ي{}", "ا{}ت{}ا{}", "{}{}ي{}", "م{}{}{}ة", "{}{}ا{}ات",
    "ي{}{}{}", "ت{}{}{}", "است{}{}ا{}", "م{}ا{}{}", "{}{}ا{}ية", "م{}{}{}ون", "ان{}{}ا{}",
)  # fmt: skip
_SMALL = {
    "ar": "في من على إلى عن أن التي الذي هذا هذه مع بعد قبل وقد كما لا ما بين كان إن أو ثم حيث خلال"
    " منذ حتى لم قال وقال أكد كل غير نحو عبر لدى ذلك",
    "fa": "در از به که را با این آن برای است بود شد می و یا هم تا بر اما نیز هر خود پس باید کرد"
    " کرده شده بین دارد گفت نمی روی بی پیش",
    "ur": "کے میں کی ہے اور سے کا کو اس کہ پر نے ہیں یہ ایک بھی نہیں جو تھا تو ہو کر گیا وہ لیے"
    " تک ان بعد کہا اپنے رہا گی ساتھ دیا",
    "en": "the of and to in a is that for on with as was at by it from are be an this has have not"
    " but its he they said will which were been more than after their who about",
    "fr": "de la le et les des en un une du à est que pour dans qui sur par au avec ne pas plus il"
    " se ce sont a été aux mais son cette ou ses leur après selon",
}
_LETTERS = {
    "ar": "بتجحخدذرزسشصطعغفقكلمنهوي",
    "fa": "بپتجچحخدرزسشصطعغفقکگلمنهوی",
    "ur": "بپتٹجچحخدڈرڑزسشصطعغفقکگلمنہوی",
}
_LATIN = {
    "en": (
        "b bl br c ch cl cr d dr f fl g gr h j k l m n p pl pr qu r s sh st str t th tr v w",
        "a e i o u ea ou ai ee oo",
        "n r s t l m d ng ck st nd rt",
        ("", "", "s", "ed", "ing", "er", "ly", "tion", "ment", "ness", "al"),
    ),
    "fr": (
        "b bl br c ch cl cr d dr f fl g gr j l m n p pl pr qu r s t tr v",
        "a e i o u é è ai ou eau eu oi",
        "n r s t l m d x nt rt",
        ("", "", "s", "e", "es", "er", "é", "ée", "tion", "ment", "eux", "al"),
    ),
}
_AFFIXES = {
    "ar": (("", "", "", "ال", "ال", "و", "ب", "لل", "وال"), ("", "", "", "ه", "ها", "هم")),
    "fa": (("", "", "", "می", "نا"), ("", "", "ها", "های", "ی", "ان", "تر")),
    "ur": (("", "", "", "بے", "نا"), ("", "", "وں", "یں", "ی", "ات", "ے")),
}


def languages(seed: int) -> dict[str, Language]:
    """The languages by their codes."""
    found = {}
    for code in _SMALL:
        draw = random.Random(f"{seed} {code}")
        word = _latin(draw, code) if code in _LATIN else _semitic(draw, code)
        small = tuple(_SMALL[code].split())
        words = _distinct(word, VOCABULARY, set(small))
        names = _distinct(word, 6_000, set(words))
        found[code] = Language(code, small, words, tuple(n.title() for n in names))
    return found


def _distinct(make: Callable[[], str], number: int, others: set[str]) -> tuple[str, ...]:
    made: dict[str, None] = {}
    while len(made) < number:
        word = make()
        if word not in others:
            made[word] = None
    return tuple(made)


def _semitic(draw: random.Random, code: str) -> Callable[[], str]:
    letters, (before, behind) = _LETTERS[code], _AFFIXES[code]

    def word() -> str:
        root = draw.sample(letters, 3)
        return draw.choice(before) + draw.choice(_SEMITIC).format(*root) + draw.choice(behind)

    return word


def _latin(draw: random.Random, code: str) -> Callable[[], str]:
    first, vowels, last, endings = _LATIN[code]
    onsets, nuclei, codas = first.split(), vowels.split(), last.split()

    def word() -> str:
        syllables = [
            draw.choice(onsets) + draw.choice(nuclei) for _ in range(draw.choice((1, 1, 2, 2, 3)))
        ]
        return "".join(syllables) + draw.choice(codas) + draw.choice(endings)

    return word
