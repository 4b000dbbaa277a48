"""Search folding: one form for all the ways in which a word is written.

The search index and the query go through the same two functions, so that a word is found however
it was typed. `fold` keeps words apart that a reader keeps apart; `stem_fold` also joins the forms
of a word. Both give plain words with single blanks between them. Of scripts that put no blanks
between words the index holds pairs of letters (`pipeline.words.unspaced`): `index_folds` and
`query_words` give them.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache, partial

import Stemmer

from pipeline.words import arabic, latin_forms, other_forms, stems_of_languages, unspaced
from pipeline.words.spelling import LAST_LETTERS, RUN, letters

VERSION = 6
"""Raised when either function gives other words than before: the search index is then rebuilt."""

# Snowball's stemmers for the scripts that are not Arabic.
_ENGLISH_STEMMER = Stemmer.Stemmer("english")
_RUSSIAN_STEMMER = Stemmer.Stemmer("russian")


def fold(text: str) -> str:
    """The words of a text, each in one spelling, with single blanks between them.

    Without marks, tatweel, case and accents; alef, ya, kaf, ha, hamza and digit forms unified;
    punctuation dropped. Idempotent.
    """
    return " ".join(letters(text)).translate(LAST_LETTERS)


def stem_fold(text: str) -> str:
    """The stems of the words of a text, in order, one for each word of `fold`.

    Words in Arabic script lose what is written onto them (`pipeline.words.arabic`). Latin words go
    through Snowball's English stemmer and Cyrillic ones through its Russian one; for texts of other
    languages see `stem_of_text`.
    """
    return " ".join(map(stem, letters(text)))


def index_folds(text: str, language: str | None = None) -> tuple[str, list[str]]:
    """A text as the index holds it: its words with single blanks between them, and of each its
    stem in the text's language (ISO 639-1), which is empty for letters of scripts that put no
    blanks between words."""
    found = letters(text)
    has_own = stems_of_languages.has_stems(language)
    stem_of = partial(stem_of_text, language=language) if has_own else stem
    if unspaced.has_unspaced(text):
        found = [piece for word in found for piece in unspaced.in_index(word)]
        stems = ["" if unspaced.has_unspaced(word) else stem_of(word) for word in found]
    else:
        stems = list(map(stem_of, found))
    return " ".join(found).translate(LAST_LETTERS), stems


def query_words(text: str) -> tuple[str, ...]:
    """The words of a query, which are looked for side by side, as the index holds them."""
    found = _folded_words(text)
    if not unspaced.has_unspaced(text):
        return tuple(found)
    last = len(found) - 1
    pieces = (unspaced.in_index(word, may_go_on=at == last) for at, word in enumerate(found))
    return tuple(word for words in pieces for word in words)


def runs(text: str) -> list[str]:
    """The stretches of a text that hold words, in order, for marking what a search found; of
    scripts that put no blanks between words each letter is one."""
    if not unspaced.has_unspaced(text):
        return RUN.findall(text)
    return [text[start:end] for start, end in places_of_runs(text)]


def places_of_runs(text: str) -> Iterator[tuple[int, int]]:
    """Where each of them begins and ends, as it is asked for."""
    if not unspaced.has_unspaced(text):
        return (run.span() for run in RUN.finditer(text))
    return (
        (run.start() + start, run.start() + end)
        for run in RUN.finditer(text)
        for start, end in unspaced.places(run[0])
    )


def query_stems(text: str) -> tuple[tuple[str, ...], ...]:
    """For each word of a query, the stems under which a text may hold it, its own first."""
    found = tuple(
        arabic.stems_of_query(word) if arabic.is_arabic(word) else _stems_of_other(word)
        for word in letters(text)
    )
    base = other_forms.without_alef(text)
    return (found[0] + query_stems(base)[0],) if base and len(found) == 1 else found


def spelled_apart(typed: str) -> tuple[tuple[str, ...], ...]:
    """The several words as which one word of a query, as it was typed, may be written; folded."""
    word, *more = letters(typed) or ("",)
    if more:
        return ()
    name = other_forms.name_apart(word)
    return (*((name,) if name else ()), *latin_forms.apart(typed, word))


def query_forms(word: str) -> tuple[str, ...]:
    """The folded forms of one word of a query, as it was typed, beside those of its stems."""
    found = [folded for form in other_forms.urdu(word) for folded in _folded_words(form)]
    for folded in letters(word):
        if arabic.is_arabic(folded):
            found += [form.translate(LAST_LETTERS) for form in arabic.forms_of_query(folded)]
        else:
            found += latin_forms.latin(folded)
    return tuple(dict.fromkeys(found))


def _stems_of_other(word: str) -> tuple[str, ...]:
    spelled = map(stem, (word, *latin_forms.spellings(word)))
    return tuple(dict.fromkeys((*spelled, *stems_of_languages.stems_in_all(word))))


def _folded_words(text: str) -> list[str]:
    return [word.translate(LAST_LETTERS) for word in letters(text)]


def stem_of_text(word: str, language: str | None) -> str:
    """The stem of one word of a text in a language (ISO 639-1)."""
    return (language and stems_of_languages.stem_in(word, language)) or stem(word)


@lru_cache(maxsize=65_536)
def stem(word: str) -> str:
    """The stem of one word, in the spelling from which `fold` takes its last step."""
    if word.isascii():
        own = latin_forms.own_stems().get(word)
        return own or (str(_ENGLISH_STEMMER.stemWord(word)) if word.isalpha() else word)
    if arabic.is_arabic(word):
        return arabic.stem(word)
    if "\u0400" <= word[0] <= "\u04ff":
        return str(_RUSSIAN_STEMMER.stemWord(word))
    return word.translate(LAST_LETTERS)
