"""Other forms of a query's word in Latin script, and of numbers: what no stem tells.

English writes a compound as two words, with a hyphen, or as one («start up», «start-up»,
«startup»), and many words in a British and an American way; numbers have separators or none. All
this is asked for, and costs the index nothing.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from functools import cache

from pipeline.patterns.rule_files import rule_lines

# British and American spelling: of the endings, either for the other. What comes of a word that is
# spelled in one way only («doctour») is found in no text. Four letters stand before what short
# words have as well («four», «for»; «letter»).
_SPELLINGS = tuple(
    (re.compile(pattern), other)
    for pattern, other in (
        (r"(\w{3,}[iy])s(e|ed|es|ing|er|ers|ation|ations|ational)", r"\1z\2"),
        (r"(\w{3,}[iy])z(e|ed|es|ing|er|ers|ation|ations|ational)", r"\1s\2"),
        (r"(\w{3,})our(s|ed|ing|ite|ites|able|ful|al|er|ers|hood|hoods)?", r"\1or\2"),
        (r"(\w{3,})or(s|ed|ing|ite|ites|able|ful|al|er|ers|hood|hoods)?", r"\1our\2"),
        (r"(\w{2,}[^aeiou])re(s|d)?", r"\1er\2"),
        (r"(\w{2,}[bt])er(s)?", r"\1re\2"),
        (r"(\w{3,})ence(s)?", r"\1ense\2"),
        (r"(\w{3,})ense(s)?", r"\1ence\2"),
        (r"(\w{3,})ogue(s)?", r"\1og\2"),
        (r"(\w{3,}al)og(s)?", r"\1ogue\2"),
        (r"(\w{3,})ll(ed|ing|er|ers)", r"\1l\2"),
        (r"(\w{3,}[^l])l(ed|ing|er|ers)", r"\1ll\2"),
        (r"(\w{3,})amme(s)?", r"\1am\2"),
    )
)

_LEAST_FIRST, _LEAST_SECOND = 3, 2
"""Letters of the parts into which a word is taken apart."""
_LONGEST_COMPOUND = 16
_SHORT_LAST = ("in", "up")
"""Two letters that follow three: «log-in», «set-up»; others follow four or more."""
# No first part of a compound: «forget» is not «for get», nor «notable» «not able».
_NO_FIRST_PART = re.compile(
    "all|and|any|are|but|can|did|for|get|had|has|her|him|his|how|its|may|not|one|our|out|own|per"
    "|saw|see|she|the|was|who|why|you|came|from|have|here|into|that|them|then|they|this|were|when"
    "|where|which|while|will|with|your|their|there|these|those"
)
_LETTERS_BESIDE_DIGITS = re.compile(r"(?<=[^\W\d_])(?=\d)|(?<=\d)(?=[^\W\d_])")
_MOST_CUTS = 3
"""Of letters beside digits in a name: «gpt4o», «r2d2»; more are in keys and hashes."""
_THOUSANDS = re.compile(r"\d{4,12}")
# «AlphaGo», «iPhone»: where a word as it was typed goes on with a capital.
_CAPITAL = re.compile(r"(?<=[a-z])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])")


def latin(word: str) -> Iterator[str]:
    """Plurals that the English stemmer does not know: «GPUs», «menus», «PCs»."""
    if re.fullmatch("[a-z]{2,}u|[b-df-hj-np-tv-xz]{2,}", word):
        yield word + "s"
    if re.fullmatch("[a-z]{2,}us|[b-df-hj-np-tv-xz]{2,}s", word):
        yield word[:-1]


def spellings(word: str) -> Iterator[str]:
    """The British or American spellings of a folded word, and the plurals and pasts that the
    English stemmer does not take for the same word: «children», «written»."""
    yield from _irregular().get(word, ())
    if word.isascii():
        for pattern, other in _SPELLINGS:
            if found := pattern.fullmatch(word):
                yield found.expand(other)


def apart(typed: str, folded: str) -> Iterator[tuple[str, ...]]:
    """The words as which a word may be written: «startup», «covid19», «gpt4o», «OpenAI», «1500»."""
    if not folded.isascii():
        return
    if _THOUSANDS.fullmatch(folded):
        first = len(folded) % 3 or 3
        yield folded[:first], *(folded[at : at + 3] for at in range(first, len(folded), 3))
    cuts = [found.start() for found in _LETTERS_BESIDE_DIGITS.finditer(folded)]
    if len(cuts) <= _MOST_CUTS and folded.isalnum():
        yield from ((folded[:at], folded[at:]) for at in cuts)
    if not folded.isalpha():
        return
    humps = tuple(_CAPITAL.sub(" ", typed).lower().split())
    if len(humps) > 1 and "".join(humps) == folded:
        yield humps
    if folded.startswith("e") and len(folded) > 4:  # «ecommerce», «email»
        yield "e", folded[1:]
    if len(folded) <= _LONGEST_COMPOUND:
        for at in range(_LEAST_FIRST, len(folded) - _LEAST_SECOND + 1):
            short = len(folded) - at < _LEAST_FIRST and at == _LEAST_FIRST
            if (not short or folded[at:] in _SHORT_LAST) and not _NO_FIRST_PART.fullmatch(
                folded, 0, at
            ):
                yield folded[:at], folded[at:]


@cache
def own_stems() -> dict[str, str]:
    """The stems of the words of rules/english_stems.txt."""
    lines = map(str.split, rule_lines("english_stems.txt"))
    return {word: words[0] for words in lines for word in words}


@cache
def _irregular() -> dict[str, list[str]]:
    """The words of rules/irregular_plurals.txt and irregular_verbs.txt: by each, the others of its
    line; not by those with a star."""
    found: defaultdict[str, list[str]] = defaultdict(list)
    for name in ("irregular_plurals.txt", "irregular_verbs.txt"):
        for words in map(str.split, rule_lines(name)):
            forms = [word.rstrip("*") for word in words]
            for word, form in zip(words, forms, strict=True):
                found[form] += (other for other in forms if other != form and word == form)
    return found
