"""Rules of a source's file that its site does not know any more: they match nothing."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from pipeline.records import Source

Looks = Mapping[str, Sequence[int]]
"""Of one visit, by the rule's name: how often it matched, and how many pages were looked at."""

LEAST_PAGES = {"article": 1}
"""Pages on which a rule must have matched nothing before it is said to. What one page of a list
names is many links."""

_TOLD = {"article": "[links] article matches no link of its lists"}


def rule_faults(source: Source, visits: Iterable[Looks]) -> list[str]:
    """One line for each rule that matched nothing on the pages of the last visits, which begin with
    the newest."""
    looked: dict[str, int] = {}
    matched: set[str] = set()
    for visit in visits:
        for name, (matches, pages) in visit.items():
            if name not in matched and looked.get(name, 0) < LEAST_PAGES[name]:
                looked[name] = looked.get(name, 0) + pages
                matched |= {name} if matches else set()
    return [
        f"{told}; mend it in {source.id}.toml, or take it out"
        for name, told in _TOLD.items()
        if name not in matched and _has(source, name) and looked.get(name, 0) >= LEAST_PAGES[name]
    ]


def _has(source: Source, name: str) -> bool:
    return bool(source.links.article)
