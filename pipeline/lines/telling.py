"""What tells that a line which fits a rule of cleaning is prose all the same, by its words."""

from __future__ import annotations

import re
from functools import cache

from pipeline.patterns.compiling import compiled
from pipeline.patterns.rule_files import read_rules

_STEPS = frozenset({"follow-us", "share", "sign-up"})
_TITLED = frozenset({"read-also", "licence"})
"""Kinds whose lines may name an article."""
_READERS = (
    _STEPS
    | _TITLED
    | {"comment-form", "subscribers", "consent", "ask-readers", "report-error", "donate"}
    | {"disclaimer", "comment-button", "get-app"}
)
"""Kinds of lines that speak to readers, of which prose may begin with the same words."""
_NAMES = frozenset({"licence", "photo-credit", "byline", "source-line", "ask-readers"})
_LEADS = 0.3
"""The share of a line in links from which on it leads on by one: a word or two of a sentence that
lead to what the site has on them are less."""
_OTHERS = "en"
"""Whose words hold for rules of all languages: where a page says nothing of its own, rules of
others know its lines too."""
_ANY = "any"
_LABEL = re.compile(r"[^.!?؟]{0,60}[:：|»>]")
_ADDRESS = re.compile(r"[@/]")


def tells(text: str, language: str, kind: str, linked: float) -> bool:
    """Whether a line that a rule of a language and kind knows reports what somebody says, instructs
    step by step, or keeps a source's name back. What follows a label, or leads on by a link, does
    not: a headline reports too."""
    if kind in _NAMES and _found("unnamed", language, text):
        return True
    if kind in _READERS and _found("mentioned", language, text):
        return True
    if linked > _LEADS:
        return False
    if kind in _STEPS and _found("steps", language, text) and not _ADDRESS.search(text):
        return True
    if kind not in _READERS or (kind in _TITLED and _LABEL.match(text)):
        return False
    return _found("reported", language, text)


def reports(text: str, language: str) -> bool:
    """Whether a line reports what somebody says or did not answer, instructs step by step, tells of
    a phrase, or says how who wrote it tried a thing and what they think of it, what it explains,
    or that they have seen what it tells of."""
    return any(_found(what, language, text) for what in _TOLD)


def goes_on(text: str, language: str) -> bool:
    """Whether a line begins as a sentence does that goes on from the one above, «But the council
    …», «وتراجع السعر …», or is told plainly where houses speak politely, «…했다.»"""
    words = _words("goes_on", language)
    return words is not None and words.match(text) is not None


_TOLD = ("reported", "unanswered", "steps", "mentioned", "advised", "explained", "tried", "seen")


def _found(what: str, language: str, text: str) -> bool:
    if language == _ANY:  # a rule for all languages does not say whose words may tell
        every = read_rules("telling.toml")[what]
        return any(w is not None and w.search(text) for w in (_words(what, of) for of in every))
    both = (_words(what, language), _words(what, _OTHERS))
    return any(words is not None and words.search(text) is not None for words in both)


@cache
def _words(what: str, language: str) -> re.Pattern[str] | None:
    pattern = read_rules("telling.toml")[what].get(language)
    return None if pattern is None else compiled(pattern, re.IGNORECASE)
