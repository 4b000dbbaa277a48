"""How good stories are: recall and precision of what was planted."""

from __future__ import annotations

import json
from collections import Counter, defaultdict
from collections.abc import Sequence
from pathlib import Path

from sqlalchemy import select
from sqlalchemy.orm import Session

from bench.bulk import number_of
from bench.newsroom import Made
from bench.planting import KINDS
from db.models import ArticleRow

FLOORS = Path(__file__).with_name("floors.json")


def judge(s: Session, articles: Sequence[Made]) -> int:
    """Prints recall and precision; 1 where one is below its floor."""
    rows = s.execute(select(ArticleRow.url, ArticleRow.story_id)).all()
    found = {number_of(row.url): row.story_id for row in rows}
    made = {number: each for number, each in enumerate(articles, 1) if number in found}
    recall = _recall(made, found)
    precision = _precision(made, found)
    floors = json.loads(FLOORS.read_text("utf-8"))["stories"]
    failed = [
        name
        for name, value in {"recall": recall, **precision}.items()
        if value < floors.get(name, 0)
    ]
    for name in failed:
        print(f"{name} is below its floor of {floors[name]}")
    return int(bool(failed))


def _recall(made: dict[int, Made], found: dict[int, int | None]) -> float:
    originals = {each.group: id_ for id_, each in made.items() if each.kind == "original"}
    counts: dict[str, Counter[tuple[str, bool]]] = defaultdict(Counter)
    caught = planted_ = 0
    for article_id, each in made.items():
        if each.kind not in KINDS or each.group not in originals:
            continue
        original = originals[each.group]
        hit = found[article_id] is not None and found[article_id] == found[original]
        for name, value in (
            ("kind", each.kind),
            ("language", each.language),
            ("length", made[original].length),
        ):
            counts[name][value, hit] += 1
        planted_ += 1
        caught += hit
    for name, by_value in counts.items():
        for value in sorted({value for value, _ in by_value}):
            right, wrong = by_value[value, True], by_value[value, False]
            print(f"{name:<9} {value:<46} {right / (right + wrong):.4f} of {right + wrong:,}")
    recall = caught / planted_ if planted_ else 1.0
    print(f"recall {recall:.4f} of {planted_:,} copies")
    return recall


def _precision(made: dict[int, Made], found: dict[int, int | None]) -> dict[str, float]:
    stories: dict[int, list[int]] = defaultdict(list)
    for article_id, story in found.items():
        if story is not None and made[article_id].kind != "digest":
            stories[story].append(article_id)
    pairs = right = mixed = bridged = 0
    wrong: Counter[str] = Counter()
    for articles in stories.values():
        groups = Counter(made[id_].group for id_ in articles)
        pairs += _pairs(len(articles))
        right += sum(map(_pairs, groups.values()))
        mixed += len(groups) > 1
        bridged += sum(count > 1 for count in groups.values()) > 1
        if len(groups) > 1:
            kinds = sorted({made[id_].kind for id_ in articles if made[id_].kind not in KINDS})
            wrong[" + ".join(kinds)] += _pairs(len(articles)) - sum(map(_pairs, groups.values()))
    for kinds_, number in wrong.most_common(12):
        print(f"joined wrongly: {number:>5,} pairs of {kinds_}")
    looks = Counter(each.kind for each in made.values() if each.kind not in (*KINDS, "original"))
    print("look-alikes: " + ", ".join(f"{n:,} {kind}" for kind, n in looks.most_common()))
    held = len([1 for articles in stories.values() if len(articles) > 1])
    by_pair = right / pairs if pairs else 1.0
    by_story = 1 - mixed / held if held else 1.0
    print(f"precision {by_pair:.4f} of {pairs:,} pairs")
    print(f"{by_story:.4f} of {held:,} stories are of one article, {bridged} join two stories")
    return {"precision": by_pair, "stories_of_one": by_story}


def _pairs(number: int) -> int:
    return number * (number - 1) // 2
