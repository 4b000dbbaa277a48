"""The blocks of an article as a page shows them: list items and table rows in groups."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from itertools import groupby
from typing import Any

from pipeline.records import BlockKind

_TOGETHER = frozenset({BlockKind.LIST_ITEM, BlockKind.TABLE_ROW, BlockKind.QUOTE})


@dataclass(frozen=True, slots=True)
class Group:
    """One element of the page: a block, or neighbours of one kind. `level` is a heading's place
    on the page, where the title is 1 and headings of the body are 2 to 4."""

    kind: str
    texts: tuple[str, ...]
    level: int = 0


def groups(blocks: Iterable[Mapping[str, Any]]) -> list[Group]:
    """The blocks in order, those of one kind that belong together in one group."""
    found: list[Group] = []
    for kind, run in groupby(blocks, key=lambda block: str(block["kind"])):
        if kind in _TOGETHER:
            found.append(Group(kind, tuple(str(block["text"]) for block in run)))
            continue
        for block in run:
            level = max(2, min(4, block.get("level") or 2)) if kind == BlockKind.HEADING else 0
            found.append(Group(kind, (str(block["text"]),), level))
    return found


@dataclass(frozen=True, slots=True)
class RuleLines:
    """What one rule removed."""

    rule: str
    texts: tuple[str, ...]


def by_rule(removed: Iterable[Mapping[str, Any]]) -> list[RuleLines]:
    """The ledger by rule, in the order in which the rules first took something."""
    found: dict[str, list[str]] = {}
    for line in removed:
        found.setdefault(str(line["rule"]), []).append(str(line["text"]))
    return [RuleLines(rule, tuple(texts)) for rule, texts in found.items()]
