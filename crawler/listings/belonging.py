"""Whether an entry of a list for the whole site is of one section, by what the list itself says."""

from __future__ import annotations

import re
from collections.abc import Iterable
from urllib.parse import urlsplit

from crawler.listings.pagination import listing_key, place_of
from pipeline.urls import path_segments
from pipeline.words.folding import fold

_EXTENSION = re.compile(r"\.\w{2,5}$")


def section_names(section: str | None, name: str | None = None) -> frozenset[str]:
    """What the section may be called, folded: the name given and the last part of its address."""
    names = {fold(name)} if name else set()
    if section:
        own = path_segments(section)
        slug = _EXTENSION.sub("", own[-1]) if own else ""
        names.add(fold(re.sub(r"[-_+]", " ", slug)))
    return frozenset(names - {""})


def names_section(categories: Iterable[str], names: frozenset[str]) -> bool:
    """True where one of the categories is the section by its name; see `section_names`."""
    return any(fold(category) in names for category in categories)


def is_whole_site(section: str | None) -> bool:
    """True where no section is watched but all of a site: there is none, or it is the root."""
    return section is None or not (path_segments(section) or "?" in section)


def is_below(url: str, section: str | None) -> bool:
    """True where the address lies below the section's own and is no page of its listing. Where a
    query names the section, all sections have one path."""
    stem, _, query = listing_key(section).partition("?") if section else ("", "", "")
    if not section or query:
        return False
    place = place_of(url)
    own = place.key.partition("?")[0]
    if place.number is not None or not urlsplit(section).path.strip("/"):
        return False
    return own.startswith(f"{stem}/") and len(own) > len(stem) + 1


def addresses_above(address: str) -> list[str]:
    """The addresses above a canonical URL or a listing's key, without the host's own."""
    path = address.partition("?")[0]
    start = path.find("/", path.find("://") + 3)
    return [path[:at] for at in range(start + 1, len(path) - 1) if path[at] == "/"]
