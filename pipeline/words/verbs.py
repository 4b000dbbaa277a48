"""Arabic verbs: the forms of one that differ by what stands before it.

«أعلن», «أعلنت», «يعلن», «ستعلن» and «إعلان» are one verb, and have as many stems: what makes a
present of a past is written before it and changes it inside. A query asks for them all
(`rules/verbs.txt`); endings are left to the stem.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from functools import cache

from pipeline.patterns.rule_files import rule_lines
from pipeline.words.spelling import letters

_PRESENT = ("ي", "ت", "ن", "سي", "ست")
"""He, she, we; he will, she will."""
_PRONOUNS = ("هما", "هم", "ها", "نا", "ه")


def verb_forms(word: str) -> tuple[str, ...]:
    """The other forms of a verb that stands folded, without particles, ta marbuta not folded;
    empty for what is no known form of one."""
    known = _forms()
    if found := known.get(word):
        return found
    for pronoun in _PRONOUNS:  # «أعلنها»
        if word.endswith(pronoun) and (found := known.get(word.removesuffix(pronoun))):
            return found
    return ()


@cache
def _forms() -> dict[str, tuple[str, ...]]:
    """By each form of each verb, its other forms; those of all verbs that share it."""
    found: defaultdict[str, dict[str, None]] = defaultdict(dict)
    for past, present, *deeds in _verbs():
        accusatives = (deed + "ا" for deed in deeds if deed[-1] not in "ةاءي")
        forms = dict.fromkeys((*_conjugated(past, present), *deeds, *accusatives))
        for form in forms:
            found[form].update(forms)
    return {form: tuple(others) for form, others in found.items()}


def verb_pasts() -> Iterator[str]:
    """All pasts: their first letter is no particle («واجهت», «فاوضوا»)."""
    for past, present, *_ in _verbs():
        yield from _pasts(past, present)


def _verbs() -> Iterator[list[str]]:
    return map(letters, rule_lines("verbs.txt"))


def _pasts(past: str, present: str) -> Iterator[str]:
    base = past[:-1] if past[-1] in "اي" and present[-1] in "اوي" else past  # «نفى», «نفت»
    yield from (past, base + "ت", base + "وا")


def _conjugated(past: str, present: str) -> Iterator[str]:
    """The forms of a verb that are more than an ending away from each other."""
    yield from _pasts(past, present)
    root = present[1:]
    base = root[:-1] if root[-1] in "اوي" else root
    for before in _PRESENT:
        yield before + root
        if before != "ن":
            yield from (before + base + "ون", before + base + "وا")
