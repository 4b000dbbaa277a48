"""The description: what a page says of its article in brief."""

from __future__ import annotations

import re
from collections.abc import Iterator

from pipeline.declared.article_node import strings
from pipeline.declared.jsonld import types_of
from pipeline.declared.metadata import Metadata
from pipeline.page.elements import letters
from pipeline.page.html import Document
from pipeline.text import normalise
from pipeline.titles.site_names import site_keys
from pipeline.urls import is_unfilled

_HOUSES = frozenset({"WebSite", "Organization", "NewsMediaOrganization", "Corporation", "Blog"})
_CODES = re.compile(
    r"\[/?[a-z]+(?:_[_a-z0-9-]*(?:\s[^\[\]]{0,300})?|\s[^\[\]=]{1,40}=[^\[\]]{0,300})\]"
)
"""Of WordPress, where a text that a builder of pages made was cut for a description."""
_STYLES = re.compile(r"^(?:\s*[.#@]?[\w\s.#>,:-]{1,80}\{[^{}]{0,400}\})+\s*")
_WORDS = re.compile(r"[^\W\d_]+")
_DENSE = re.compile("[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff]+")
STEM = 5
"""Letters of a word that are compared: endings are left out."""
BRIEF_WORD = 4
"""Words of fewer letters tell nothing of a story."""
MUCH = 400
WHOLE = 0.8
"""A longer description that is so much of the text is no summary of it."""
FOREIGN = 0.25
"""Share of a description's words in title and text below which it is of something else, where it
names its house: of those of 782 real pages four are so, each what a house says of itself."""
LESS = 0.5
"""So much less than the best of all is of something else too."""
KEYWORDS = 6
KEYWORD_WORDS = 3


def extract_description(doc: Document, meta: Metadata, title: str, text: str) -> str | None:
    """What the page says of its article in brief, the fullest of what it says; None where it says
    nothing, or only what the house says of itself."""
    found = [*dict.fromkeys(filter(None, map(_tidy, (c.value for c in meta.descriptions))))]
    slogans = {letters(said) for said in _of_house(meta)}
    found = [said for said in found if letters(said) not in slogans and not _is_whole(said, text)]
    if not found:
        return None
    sites = [name for name in site_keys(doc, meta) if len(name) >= BRIEF_WORD]
    if len(found) == 1 and not any(name in letters(found[0]) for name in sites):
        return found[0]
    known = _stems(f"{title} {text}")
    shares = {said: _share(said, known) for said in found}
    least = max(shares.values()) * LESS
    own = [
        said
        for said in found
        if shares[said] >= least
        and not (shares[said] < FOREIGN and any(name in letters(said) for name in sites))
    ]
    fuller = [said for said in own if not _is_title(said, title) and not _is_keywords(said)]
    return max(fuller or own, key=len, default=None)


def _tidy(said: str) -> str | None:
    """A description without what its system's codes are; None for what is no words."""
    said = normalise(_STYLES.sub("", _CODES.sub("", said)) if said[:1] in "[.#@" else said)
    return None if is_unfilled(said) or not letters(said) else said


def _of_house(meta: Metadata) -> Iterator[str]:
    """What nodes of the site and its publisher say of themselves."""
    for node in meta.nodes:
        if not _HOUSES.isdisjoint(types_of(node)):
            yield from strings(node.get("description"))
            yield from strings(node.get("slogan"))


def _is_whole(said: str, text: str) -> bool:
    """Whether a description is the article's text, or most of it."""
    return len(said) > MUCH and len(said) >= WHOLE * len(text)


def _stems(text: str) -> frozenset[str]:
    """The beginnings of a text's words; of scripts that part no words, its pairs of signs."""
    found = {word[:STEM].lower() for word in _WORDS.findall(text) if len(word) >= BRIEF_WORD}
    for run in _DENSE.findall(text):
        found.update(run[at : at + 2] for at in range(len(run) - 1))
    return frozenset(found)


def _share(said: str, known: frozenset[str]) -> float:
    stems = _stems(said)
    return len(stems & known) / len(stems) if stems else 1.0


def _is_title(said: str, title: str) -> bool:
    """Whether a description begins with the title: another one says more."""
    return letters(said).startswith(letters(title))


def _is_keywords(said: str) -> bool:
    """Whether a description is a row of search words."""
    parts = re.split("[,،、，]", said)
    brief = sum(len(part.split()) <= KEYWORD_WORDS for part in parts)
    return len(parts) >= KEYWORDS and brief == len(parts)
