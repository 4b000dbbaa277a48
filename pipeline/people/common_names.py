"""The commonest given names of persons, as rules/given_names.toml lists them."""

from __future__ import annotations

from functools import cache
from unicodedata import combining, normalize

from pipeline.patterns.rule_files import read_rules


@cache
def given_names() -> frozenset[str]:
    """All of them, each as it is written, with a capital where its script has capitals."""
    rules = read_rules("given_names.toml").values()
    names = {name for names in rules for name in names.split()}
    return frozenset(names | set(map(without_marks, names)))


def has_article(text: str) -> bool:
    """Whether Arabic words begin with a given name that has the article, as many of Sudan and the
    Maghreb have: «الطيب إبراهيم». Before another article or an "and" it is a word, «الأمين
    العام», unless it is listed with its article, as «المنجي» is."""
    first, _, rest = text.partition(" ")
    if rest and first in given_names():
        return not rest.startswith("وال")
    if not first.startswith("ال") or rest.startswith(("ال", "و", "لل", "بال")):
        return False
    return len(rest.partition(" ")[0]) >= LEAST_SECOND and first[2:] in given_names()


LEAST_SECOND = 3
"""Letters of the word behind such a name."""


def without_marks(name: str) -> str:
    """A name of Latin letters without their marks, as many write it: «José», «Jose»; any other as
    it is."""
    if name[:1] > "\u024f":
        return name
    return "".join(char for char in normalize("NFKD", name) if not combining(char))
