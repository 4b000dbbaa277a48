"""Stories of real texts: `python -m bench.story_texts DIR…`, folders as bench/extraction.py takes.

Makes three copies of each text of a folder's truth.jsonl, of kinds drawn by lot, and holds each
against its candidates, in memory: no boilerplate is known and no story kept.
"""

from __future__ import annotations

import json
import random
import sys
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path

from bench.newsroom import Made, Newsroom
from bench.planting import KINDS, Planter
from db.clusters.likeness import READ, candidates_of, compare
from pipeline.copies import sample, words_of

_COPIES = 3
_SHORTEST = 60
"""Words of a text that is copied, at least."""


def main(folders: list[str]) -> int:
    """Prints recall (copies that are like their original) and precision (pairs that are copies)."""
    newsroom = Newsroom(3)
    planter, draw = Planter(newsroom), random.Random(1)
    made: list[Made] = []
    for group, (language, paragraphs) in enumerate(_texts(folders)):
        known = language if language in newsroom.writers else "en"
        original = Made(group, "original", known, 0, paragraphs)
        kinds = draw.sample(KINDS, _COPIES)
        made += [original, *(planter.copy(original, kind) for kind in kinds)]
    samples = [[each.value for each in sample(words_of(each_.text))] for each_ in made]
    having: dict[int, list[int]] = defaultdict(list)
    for at, values in enumerate(samples):
        for value in values:
            having[value].append(at)
    right = wrong = caught = 0
    for at, (each, values) in enumerate(zip(made, samples, strict=True)):
        others = {value: [o for o in having[value] if o != at][-READ:] for value in values}
        held = {value: found for value, found in others.items() if found}
        is_caught = False
        for other in candidates_of(held):
            if compare(words_of(each.text), words_of(made[other].text)) is not None:
                same = made[other].group == each.group
                right, wrong = right + same, wrong + (not same)
                is_caught |= same and made[other].kind == "original"
        caught += is_caught and each.kind != "original"
    copies = len(made) * _COPIES // (_COPIES + 1)
    pairs = max(1, right + wrong)
    print(f"recall {caught / max(1, copies):.4f} of {copies:,} copies")
    print(f"precision {right / pairs:.4f} of {pairs:,} pairs")
    return 0


def _texts(folders: list[str]) -> Iterator[tuple[str, list[str]]]:
    for folder in folders:
        for line in Path(folder, "truth.jsonl").read_text("utf-8").splitlines():
            truth = json.loads(line)
            body = truth.get("body") or ""
            text = "\n".join(body) if isinstance(body, list) else body
            paragraphs = [part.strip() for part in text.splitlines() if part.strip()]
            if len(text.split()) > _SHORTEST:
                yield truth.get("language") or "en", paragraphs


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
