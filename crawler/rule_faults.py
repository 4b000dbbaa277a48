"""Rules of a source's file that its site does not know any more: they match nothing, or the day has
passed until which they hold."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date

from pipeline.records import Source

Looks = Mapping[str, Sequence[int]]
"""Of one visit, by the rule's name: how often it matched, and how many pages were looked at."""

LEAST_PAGES = {"article": 1, "title": 5, "body": 5, "published": 5, "authors": 12, "drop": 12}
"""Pages on which a rule must have matched nothing before it is said to. What one page of a list
names is many links; not every article is signed, or has what is to be dropped."""


def rule_faults(source: Source, visits: Iterable[Looks], today: date) -> list[str]:
    """One line for each rule that holds no more, or that matched nothing on the pages of the last
    visits, which begin with the newest."""
    looked: dict[str, int] = {}
    matched: set[str] = set()
    for visit in visits:
        for name, (matches, pages) in visit.items():
            if name not in matched and looked.get(name, 0) < LEAST_PAGES[name]:
                looked[name] = looked.get(name, 0) + pages
                matched |= {name} if matches else set()
    faults = [
        f"[links] article matches no link of its lists; mend it in {source.id}.toml, or take it out"
        for name in ["article"] * bool(source.links.article)
        if name not in matched and looked.get(name, 0) >= LEAST_PAGES[name]
    ]
    for name, rules in source.fields.items():
        for rule in rules:
            if not rule.holds(today):
                faults.append(
                    f"[fields] {name} = {rule.css!r} held until {rule.until}; set another until in "
                    f"{source.id}.toml, or take it out"
                )
        if name not in matched and looked.get(name, 0) >= LEAST_PAGES[name]:
            faults.append(
                f"[fields] {name} matched nothing in the last {looked[name]} articles; mend it in "
                f"{source.id}.toml, or take it out"
            )
    return faults
