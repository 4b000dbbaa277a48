"""Names that programs make of classes: the letters of a hash, which may be those of a word by
chance, «sc-hPtgAD kXyBy», «Card__o2vAd», «_byTLK»."""

from __future__ import annotations

import re

_OF_COMPONENTS = re.compile(r"(?:^|[\s-])sc-(?=[\dA-Za-z]{5,8}(?:-\d+)?(?:\s|$))")
"""How styled-components begin the name of a component; beside it stands the hash of its style."""
_COMPONENT = re.compile(r"sc-[\dA-Za-z]{5,8}(?:-\d+)?")
_STYLE = re.compile(r"(?=[a-zA-Z]*[A-Z])[a-zA-Z]{5,7}")
_BEHIND_NAME = re.compile(r"(?<=[^_\s]__)(?=[\w-]*[A-Z\d])[\w-]{5}$")
"""What the modules of style sheets set behind a component and a part of it: «Card_head__o2vAd»."""
_ALONE = re.compile(r"_(?=[\da-z]*[A-Z\d])[\dA-Za-z]{5,6}")
_BY_HAND = re.compile(r"(?:[a-z]{2,}|[A-Z][a-z]{2,})(?:[A-Z][a-z]+)*\d{0,2}")
"""How words are joined by hand: «adBox», «Name1»."""


def without_made_names(names: str) -> str:
    """The names of an element without those, or the parts of those, that a program made."""
    if names.islower() or not names:
        return names
    if _OF_COMPONENTS.search(names):
        return " ".join(n for n in names.split() if not _is_of_component(n))
    if "_" not in names:
        return names
    return " ".join(filter(None, map(_without_hash, names.split())))


def _is_of_component(name: str) -> bool:
    return bool(_COMPONENT.fullmatch(name) or _STYLE.fullmatch(name))


def _without_hash(name: str) -> str:
    found = _ALONE.fullmatch(name) or _BEHIND_NAME.search(name)
    if found is None or _BY_HAND.fullmatch(found[0].lstrip("_")):
        return name
    return name[: found.start()]
