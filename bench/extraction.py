"""Measures extraction against ground truth: `python bench/extraction.py DIR… [--peers NAMES]`.

DIR holds `truth.jsonl` and `<id>.html.gz`; one line of the truth has `id`, `url`, `charset` and
what is known: `body`, `title`, `authors`, `date`, `topics`. Without a folder the goldens are
measured.

The measures:
- body: precision and recall of 4-word shingles with multiplicity, averaged over pages; F1 of the
  two averages;
- title: equal after white space; authors: F1 of the two sets of names, over pages whose truth has
  authors; date: the same day, in the page's own zone or in UTC; tags: F1 of the two sets, over
  pages whose truth has topics;
- CPU milliseconds a page, the median of a page's turns; deviations by bootstrap over pages.

About a hundredth of hand-made truths is itself wrong or incomplete: a lost list, quote or
sub-heading, a standfirst counted or not. Such a page is no reason to change a rule.
"""

from __future__ import annotations

import argparse
import json
import random
import re
import statistics
import sys
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from bench.measures import costly, name_f1, overlap, same_day, same_title, shingles  # noqa: E402
from bench.pages import GOLDENS, Case, read_folder, read_goldens  # noqa: E402
from bench.peers import PEERS, Answer, Extractor, rasid, timed  # noqa: E402
from bench.weakened import WAYS, weakened  # noqa: E402

FLOORS = ROOT / "bench" / "floors.json"
ROUNDS = 400
WARMING = 20


@dataclass
class Score:
    """The measures of one page; None where the truth says nothing."""

    case: Case
    answer: Answer
    precision: float
    recall: float
    title: bool | None = None
    authors: float | None = None
    date: bool | None = None
    tags: float | None = None
    wrong: list[tuple[int, str]] = field(default_factory=list)
    missing: list[tuple[int, str]] = field(default_factory=list)


def judge(case: Case, answer: Answer) -> Score:
    truth = case.truth
    precision, recall = overlap(answer.text, truth["body"])
    score = Score(case, answer, precision, recall)
    if truth.get("title"):
        score.title = same_title(answer.title, truth["title"])
    if truth.get("authors"):
        score.authors = name_f1(answer.authors, truth["authors"])
    if truth.get("date"):
        score.date = same_day(answer.published, truth["date"])
    if truth.get("topics"):
        score.tags = name_f1(answer.tags, truth["topics"])
    score.wrong = costly(answer.blocks, truth["body"])
    score.missing = costly(re.split(r"\n+", truth["body"]), answer.text)
    return score


def _mean(values: Iterable[float]) -> float | None:
    found = list(values)
    return sum(found) / len(found) if found else None


def _body_f1(scores: list[Score]) -> float:
    precision = _mean(s.precision for s in scores) or 0.0
    recall = _mean(s.recall for s in scores) or 0.0
    return 2 * precision * recall / (precision + recall) if precision + recall else 0.0


MEASURES: dict[str, Callable[[list[Score]], float | None]] = {
    "precision": lambda s: _mean(x.precision for x in s),
    "recall": lambda s: _mean(x.recall for x in s),
    "body_f1": _body_f1,
    "title": lambda s: _mean(float(x.title) for x in s if x.title is not None),
    "authors": lambda s: _mean(x.authors for x in s if x.authors is not None),
    "date": lambda s: _mean(float(x.date) for x in s if x.date is not None),
    "tags": lambda s: _mean(x.tags for x in s if x.tags is not None),
    "cpu_ms": lambda s: _mean(x.answer.cpu_ms for x in s),
}


def summarise(scores: list[Score], rounds: int = ROUNDS) -> dict[str, dict[str, float | None]]:
    """Each measure with its bootstrap deviation over pages."""
    chance = random.Random(20261125)
    samples = [[chance.choice(scores) for _ in scores] for _ in range(rounds)]
    table: dict[str, dict[str, float | None]] = {}
    for name, measure in MEASURES.items():
        value = measure(scores)
        drawn = [v for v in map(measure, samples) if v is not None] if value is not None else []
        table[name] = {
            "value": value,
            "deviation": statistics.pstdev(drawn) if len(drawn) > 1 else None,
        }
    return table


def print_table(results: dict[str, dict[str, list[Score]]]) -> None:
    print(f"{'':39}" + "".join(f"{name:>16}" for name in MEASURES))
    for group, by_extractor in results.items():
        for extractor, scores in by_extractor.items():
            cells = []
            for value in summarise(scores).values():
                if value["value"] is None:
                    cells.append(f"{'–':>16}")
                else:
                    cells.append(f"{value['value']:9.4f} ±{value['deviation'] or 0:5.3f}")
            print(f"{group[:27]:27} {extractor[:11]:11}" + "".join(f"{c:>16}" for c in cells))


def cpu_shares(results: dict[str, dict[str, list[Score]]]) -> dict[str, float]:
    """Of each group Rasid's CPU time as a share of trafilatura's in the same run; only where both
    were measured. Unlike milliseconds it says the same on a busy machine and on another one."""
    shares = {}
    for group, by_extractor in results.items():
        spent = {name: _mean(s.answer.cpu_ms for s in all_) for name, all_ in by_extractor.items()}
        ours, theirs = spent["rasid"], spent.get("trafilatura")
        if ours and theirs:
            shares[group] = ours / theirs
    return shares


def print_losses(scores: list[Score], limit: int) -> None:
    """The pages and blocks that cost most, weighed by their share of the page."""
    print("\nworst pages")
    for s in sorted(scores, key=lambda s: min(s.precision, s.recall))[:limit]:
        print(f"  {s.case.group}/{s.case.id}  P {s.precision:.3f} R {s.recall:.3f} {s.answer.note}")
    for title, kind in (("wrong blocks", "wrong"), ("missing blocks", "missing")):
        rows = [
            (
                n
                / max(
                    1, shingles(s.answer.text if kind == "wrong" else s.case.truth["body"]).total()
                ),
                t,
                s,
            )
            for s in scores
            for n, t in getattr(s, kind)
        ]
        print(f"\ncostliest {title}")
        for share, text, s in sorted(rows, key=lambda r: -r[0])[:limit]:
            print(f"  {share:.3f} {s.case.group}/{s.case.id}: {text[:150]}")


CPU_CEILING = "most_cpu_of_trafilatura"
"""The key under which the file of floors holds the largest allowed share of CPU time."""


def below_floors(results: dict[str, dict[str, list[Score]]]) -> list[str]:
    """What is below its floor; floors are named group.measure, and only rise."""
    floors = json.loads(FLOORS.read_text(encoding="utf-8")) if FLOORS.exists() else {}
    low = []
    for group, by_extractor in results.items():
        table = {name: measure(by_extractor["rasid"]) for name, measure in MEASURES.items()}
        for name, floor in floors.get(group, {}).items():
            value = table.get(name)
            if value is not None and value < floor:
                low.append(f"{group} {name} {value:.4f} is below its floor {floor}")
    for group, share in cpu_shares(results).items():
        ceiling = floors.get(group, {}).get(CPU_CEILING)
        if ceiling is not None and share > ceiling:
            low.append(f"{group} takes {share:.2f} of trafilatura's CPU time, more than {ceiling}")
    return low


def as_json(results: dict[str, dict[str, list[Score]]]) -> dict[str, Any]:
    return {
        group: {
            extractor: {
                "pages": len(scores),
                "measures": summarise(scores),
                "by_page": {
                    s.case.id: {
                        "precision": s.precision,
                        "recall": s.recall,
                        "title": s.title,
                        "authors": s.authors,
                        "date": s.date,
                        "tags": s.tags,
                        "cpu_ms": s.answer.cpu_ms,
                        "note": s.answer.note,
                    }
                    for s in scores
                },
            }
            for extractor, scores in by_extractor.items()
        }
        for group, by_extractor in results.items()
    }


def _peers(names: str) -> dict[str, Extractor]:
    """The peers of these comma-separated names; `all` stands for those that are installed."""
    found = {}
    for name in PEERS if names == "all" else filter(None, names.split(",")):
        if name not in PEERS:
            sys.exit(f"no peer {name}; known are {', '.join(PEERS)}")
        try:
            found[name] = PEERS[name]()
        except ImportError as error:
            print(f"{name} is not measured: {error}", file=sys.stderr)
    return found


def _pattern(text: str) -> re.Pattern[str]:
    try:
        return re.compile(text)
    except re.error as wrong:
        raise argparse.ArgumentTypeError(f"no regular expression: {wrong}") from None


def main(arguments: list[str] | None = None) -> int:
    parser = argparse.ArgumentParser(description="Measure extraction against ground truth.")
    parser.add_argument("folders", nargs="*", type=Path)
    parser.add_argument("--peers", default="", help=f"all, or some of {', '.join(PEERS)}")
    parser.add_argument("--without", choices=WAYS, help="read the pages without what this names")
    parser.add_argument("--only", type=_pattern, help="a regular expression for the pages' ids")
    parser.add_argument("--turns", type=int, default=1, help="runs a page, for steadier times")
    parser.add_argument("--losses", type=int, default=0, help="list so many costliest blocks")
    parser.add_argument("--json", type=Path, help="write all results to this file")
    options = parser.parse_args(arguments)
    for folder in options.folders:
        if not (folder / "truth.jsonl").is_file():
            parser.error(f"{folder}: no truth.jsonl there; a folder of pages has one")

    cases = [c for folder in options.folders for c in read_folder(folder)] or list(
        read_goldens(GOLDENS)
    )
    if options.without:
        cases = [weakened(c, options.without) for c in cases]
    if options.only:
        cases = [c for c in cases if options.only.search(c.id)]
    if not cases:
        print("no page to measure", file=sys.stderr)
        return 2
    extractors = {"rasid": rasid, **_peers(options.peers)}

    for run in extractors.values():  # models and patterns load once, before the clock runs
        for case in cases[:: max(1, len(cases) // WARMING)]:
            timed(run, case.page, 1)
    results: dict[str, dict[str, list[Score]]] = {}
    for case in cases:
        for name, run in extractors.items():
            score = judge(case, timed(run, case.page, options.turns))
            results.setdefault(case.group, {}).setdefault(name, []).append(score)
    print_table(results)
    for group, share in cpu_shares(results).items():
        print(f"{group}: {share:.2f} of trafilatura's CPU time")
    if options.losses:
        print_losses([s for group in results.values() for s in group["rasid"]], options.losses)
    if options.json:
        options.json.write_text(
            json.dumps(as_json(results), ensure_ascii=False, indent=1), encoding="utf-8"
        )
    low = [] if options.only else below_floors(results)
    print(*low, sep="\n", file=sys.stderr)
    return 1 if low else 0


if __name__ == "__main__":
    sys.exit(main())
