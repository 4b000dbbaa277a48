"""Arabic words whose last letters look like an ending and are their own.

Without its ending «شرطة» (police) is «شرط» (condition), and «لبنان» (Lebanon) «لبن» (milk): those
words of `rules/own_endings.txt` keep it in their stem, whatever else is written behind them.
"""

from __future__ import annotations

import re
from functools import cache

from pipeline.patterns.rule_files import rule_lines
from pipeline.words.spelling import LAST_LETTERS, letters

_OWNED = "هما|هم|هن|ها|ه|كم|نا"
# «عملات», «عملتها», «العملتين»: of a word with ta marbuta.
_FEMININE = re.compile(rf"(?<=\w)(?:ة|ه|ات(?:{_OWNED}|ي)?|ت(?:ين|ان|ي|{_OWNED}))$")
# «وفاته», «حياتهم»: of one in «اة», where «ات» is no plural's.
_FEMININE_IN_ALEF = re.compile(rf"(?<=\wا)ت(?:ين|ان|ي|{_OWNED})$")
# «لبنانيين», «زيتونها», «عنوانا»: of any other.
_ENDING = re.compile(rf"(?<=\w{{3}})(?:ات|ين|ان|ون|ا|ي|{_OWNED})$")


def stem_with_ending(bare: str) -> str | None:
    """The stem of such a word, folded and without article and particles; None for all others."""
    known = _known()
    if bare[:2] not in _beginnings():
        return None
    if found := known.get(bare):
        return found
    for ending in (_FEMININE, _FEMININE_IN_ALEF):
        if (match := ending.search(bare)) and (found := known.get(bare[: match.start()] + "ة")):
            return found
    if match := _ENDING.search(bare):
        return known.get(bare[: match.start()])
    return None


@cache
def _known() -> dict[str, str]:
    """Each word of the list and the stem of its line."""
    found: dict[str, str] = {}
    for line in rule_lines("own_endings.txt"):
        first, *others = letters(line)
        for word in (first, *others):
            found[word] = first.translate(LAST_LETTERS)
    return found


@cache
def _beginnings() -> frozenset[str]:
    """The first letters of these words: most others are told by them."""
    return frozenset(word[:2] for word in _known())


@cache
def stems_with_endings() -> frozenset[str]:
    """The stems that `stem_with_ending` gives."""
    return frozenset(_known().values())
