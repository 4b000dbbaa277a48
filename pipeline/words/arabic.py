"""Stems of words in Arabic script: what is left of a word without what is written onto it.

Arabic writes «and», «with», «for», «as», «the» and the possessive pronouns onto the word itself.
`stem` takes off the article with the particles before it, or particles alone, then the endings, by
Snowball's Arabic stemmer and rules for what it misses in news. Whether a first letter is a particle
or the word's own («وزير», «كتاب») no rule can tell: `rules/own_letters.txt` lists the words that
could be mistaken.

Measured beside Snowball alone and the light stemmer of Lucene by `python -m bench.word_forms`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache, lru_cache
from itertools import chain

import Stemmer

from pipeline.patterns.rule_files import rule_lines
from pipeline.words.other_forms import is_listed, listed, related, with_other_g, written
from pipeline.words.own_endings import stem_with_ending, stems_with_endings
from pipeline.words.spelling import LAST_LETTERS, letters
from pipeline.words.verbs import verb_forms, verb_pasts

_SNOWBALL = Stemmer.Stemmer("arabic")
_WORD = re.compile(r"[\u0621-\u064a\u066e-\u06d3\u06fa-\u06ff]+")

# The article with the particles that are written onto it: وبال، فال، كال، لل … A word must keep
# three letters, or «والد» would lose its first ones.
_ARTICLE = re.compile(r"^(?:[وف]?(?:[بك]?ال|لل))(?=\w{3})")
# Too short for the index to take the article off; «الله» has none.
_SHORT_WITH_ARTICLE = re.compile(r"[وف]?(?:[بك]?ال|لل)(?!له)(\w{2})")
_LAM_TWICE = re.compile(r"^[وف]?لل(?=\w{2})")
# Pronouns that are written onto a word, with the letters that must be left of it: «مساهم» ends in
# its own letters.
_PRONOUN = re.compile(r"(?<=\w{3})ها$|(?<=\w{4})(?:هما|هم|هن|كم|نا)$|(?<=\w{2}اء)ه$")
# Ta marbuta is written ت before a pronoun: «بطاريته» is «بطارية». Not after alef or waw, where the
# ت is the plural's («بياناتها») or the root's («بيوتها»).
_FEMININE_OWNED = re.compile(r"(?<=\w{2}[^\Wاو])ت(?:ه|ها|هما|هم|هن|كم|نا)$")
_PLURAL_OWNED = re.compile(r"(?<=\w{2}ات)ه$")
# The Persian plurals, and what is written onto them: «بیمارستان‌های», «بازیکنانش».
_PERSIAN_PLURAL = re.compile(r"(?<=\w{3})ها(?:ي{1,2}|يي?ش|يشان|يمان)?$")
_PERSIAN_OWNED = re.compile(r"(?<=\w{3}ان)(?:ش|شان|مان)$")
# Taken off before Snowball, which takes one ending only: «فيضانات» is «فيضان», and that «فيض».
_PLURAL = re.compile(r"(?<=\w{3})ات$")
# «مستخدمو»: the plural of a participle before its noun.
_PLURAL_BEFORE_NOUN = re.compile(r"^(م\w{3,})و$")
_FEMININE = re.compile(r"(?<=\w{2})(?:ة|ات)$")
_LAST_HAMZA = re.compile(r"(?<=\w{2}ا)[يوء]$")

_CONJUNCTIONS, _PREPOSITIONS = "وف", "بلك"
_WRITTEN_ON = ("و", "ف", "ب", "ل", "ك", "وب", "ول", "فب", "فل", "وك")
_ARTICLES = ("ال", "وال", "فال", "بال", "كال", "وبال", "فبال", "وكال", "لل", "ولل", "فلل")
_LEAST, _LONG = 4, 7
"""Letters, endings apart or in all, of a word that may lose its first: «بحث» and «بحثها» do not."""


@lru_cache(maxsize=65_536)
def stem(word: str) -> str:
    """The stem of a folded word in Arabic script whose ta marbuta is not folded yet.

    «الذكاء», «بالذكاء», «وبذكائه» and «ذكاء» have one; so have the plurals that keep the word.
    """
    return _last(_core(_bare(word)))


def is_arabic(word: str) -> bool:
    """Whether a word is written in Arabic letters only."""
    return _WORD.fullmatch(word) is not None


@lru_cache(maxsize=65_536)
def stems_of_query(word: str) -> tuple[str, ...]:
    """The stems under which a text may hold a word: its own first.

    A word with the article may stand without it in a text, where its first letter is taken for a
    particle unless it is known; and the other way round. Nor has it one stem in all its forms
    (`pipeline.words.other_forms`).
    """
    without = without_article(word)
    both = _core(without), _core(_without_particles(without))
    whole = listed(word, _core)  # «ألوان» has no article
    bare = _bare(word)
    verb = () if is_listed(bare, _core) else verb_forms(bare)  # «كتب» is books first
    persian = chain.from_iterable(map(_of_persian, (word, *whole)))
    others = map(stem, chain(whole, related(bare, _core), verb, persian, with_other_g(word)))
    return tuple(dict.fromkeys((stem(word), *map(_last, both), *others)))


def _of_persian(word: str) -> Iterator[str]:
    """«شرکت» and «شرکت‌ها», which would be «her company» in Arabic."""
    if len(word) >= _LEAST and word.endswith("ت"):
        yield word + "ها"
    if len(word) >= _LONG - 1 and word.endswith("تها"):
        yield word.removesuffix("ها")


def forms_of_query(word: str) -> tuple[str, ...]:
    """The forms of a word that are to be looked for beside its stems, as they are."""
    return tuple(written(_bare(word), _core))


def with_particles(word: str) -> tuple[str, ...]:
    """A folded word with each of the particles that Arabic writes onto it, itself not included.

    Empty where a word takes none: too short, not Arabic, or with its article already. Words that
    begin so by themselves («وزير» for «زير») are left out.
    """
    if not is_arabic(word) or len(word) < 2 or without_article(word) != word:
        return ()
    if len(word) == 2:  # «بخط» is of «خط», «ورد» not of «رد»; «باب» not of «أب»
        particles = "وبل" if word[0] != "ا" else ""
        alone = [on + word for on in particles]
        alone = [
            found for found in alone if not begins_with_its_own(found) and not listed(found, _core)
        ]
        return (*(article + word for article in _ARTICLES), *alone)
    return tuple(found for on in _WRITTEN_ON if not begins_with_its_own(found := on + word))


def with_article(word: str) -> tuple[str, ...]:
    """A folded word that has the Arabic article, with each particle before it; else empty."""
    if not is_arabic(word):
        return ()
    if found := _SHORT_WITH_ARTICLE.fullmatch(word):
        return (found[1], *(form for on in _ARTICLES if (form := on + found[1]) != word))
    if (bare := without_article(word)) == word:
        return ()
    return tuple(article + bare for article in _ARTICLES if article + bare != word)


def without_article(word: str) -> str:
    """A word without the article and the particles before it; itself where it has none."""
    if begins_with_its_own(word):
        return word
    match = _ARTICLE.match(word)
    lam = _LAM_TWICE.match(word)
    if lam and begins_with_its_own("ل" + word[lam.end() :]):  # «للعبة» is «لعبة» with «for the»
        return "ل" + word[lam.end() :]
    return word[match.end() :] if match else word


def _bare(word: str) -> str:
    """A word without the article and particles: a particle never follows the article."""
    without = without_article(word)
    return without if without != word else _without_particles(word)


def _without_particles(word: str) -> str:
    for particles in (_CONJUNCTIONS, _PREPOSITIONS):
        if word[0] not in particles:
            continue
        long = len(word) >= _LONG or len(_core(word)) >= _LEAST or stem_with_ending(word[1:])
        if long and not begins_with_its_own(word):
            word = word[1:]
    return word


@lru_cache(maxsize=65_536)
def begins_with_its_own(word: str) -> bool:
    """Whether the first letter is known to be the word's own."""
    return word[0] in _CONJUNCTIONS + _PREPOSITIONS and _last(_core(word)) in _own_letters()


@cache
def _own_letters() -> frozenset[str]:
    lines = rule_lines("own_letters.txt")
    words = chain(verb_pasts(), (word for line in lines for word in letters(line)))
    return frozenset(_last(_core(word)) for word in words)


@lru_cache(maxsize=65_536)
def _core(bare: str) -> str:
    """A word without its endings. Snowball is given every word with the article, because it takes
    the first letter of a bare «وزير» or «بيانات» for a particle."""
    singular = _PERSIAN_PLURAL.sub("", bare)
    own = stem_with_ending(bare)
    if own or (singular != bare and (own := stem_with_ending(singular))):
        return own
    bare = _PERSIAN_OWNED.sub("", _PERSIAN_PLURAL.sub("", _FEMININE_OWNED.sub("ة", bare)))
    bare = _PLURAL_BEFORE_NOUN.sub(r"\1", bare)
    bare = _PLURAL.sub("", _PRONOUN.sub("", _PLURAL_OWNED.sub("", bare)))
    if len(bare) < 3:
        return bare.translate(LAST_LETTERS)
    if bare.endswith("ه"):  # «تقنيه» is how many write «تقنية»
        bare = bare[:-1] + "ة"
    found = _snowball(bare)
    # Two letters are more often a particle than what is left of a noun: «هيئة» is not «هي».
    return found if len(found) > 2 else _FEMININE.sub("", bare).removesuffix("ء")


def _last(core: str) -> str:
    """The ending that stays where there were two: «قانون» is «قان» to Snowball, «قانونه» is not."""
    if len(core) < 4 or core in stems_with_endings():
        return core
    found = _snowball(core)
    return found if len(found) > 2 else core


def _snowball(bare: str) -> str:
    found = str(_SNOWBALL.stemWord("ال" + bare)).removeprefix("ال")
    found = found.replace("وو", "و").translate(LAST_LETTERS)
    return _LAST_HAMZA.sub("", found.removesuffix("ء"))
