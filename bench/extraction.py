"""Measures extraction against ground truth: `python bench/extraction.py DIR… [--peers NAMES]`.

DIR holds `truth.jsonl` and `<id>.html.gz`; one line of the truth has `id`, `url`, `charset` and
what is known: `body`, `title`, `authors`, `date`. Without a folder the goldens are measured.

The measures:
- body: precision and recall of 4-word shingles with multiplicity, averaged over pages; F1 of the
  two averages;
- title: equal after white space; authors: F1 of the two sets of names, over pages whose truth has
  authors; date: the same day, in the page's own zone or in UTC;
- CPU milliseconds a page, the median of a page's turns; deviations by bootstrap over pages.

About a hundredth of hand-made truths is itself wrong or incomplete: a lost list, quote or
sub-heading, a standfirst counted or not. Such a page is no reason to change a rule.
"""

from __future__ import annotations

import argparse
import gzip
import json
import random
import re
import statistics
import sys
import time
import unicodedata
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from pipeline.errors import Rejected  # noqa: E402
from pipeline.extract import extract_article  # noqa: E402
from pipeline.memory import EMPTY  # noqa: E402
from pipeline.records import Page  # noqa: E402

FLOORS = ROOT / "bench" / "floors.json"
GOLDENS = ROOT / "tests" / "goldens"
NOW = datetime(2026, 11, 25, tzinfo=UTC)
SHINGLE = 4
ROUNDS = 400
WARMING = 20
_IGNORED = re.compile(
    "[\u0640\u200c\u200d\u200e\u200f\u00ad\u0610-\u061a\u064b-\u065f\u0670\u06d6-\u06ed]"
)
_WORD = re.compile(
    "[\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\u0e00-\u0e7f\u1780-\u17ff\u1000-\u109f]"
    "|[^\\W_\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\u0e00-\u0e7f\u1780-\u17ff\u1000-\u109f]+"
)


@dataclass(frozen=True)
class Case:
    """One page with what is known of it; a key that the truth does not have is not measured."""

    id: str
    page: Page
    truth: dict[str, Any]
    group: str


@dataclass(frozen=True)
class Answer:
    """What one extractor said of one page, and the CPU time it took, in milliseconds."""

    text: str = ""
    title: str | None = None
    authors: tuple[str, ...] = ()
    published: date | datetime | None = None
    note: str = ""
    blocks: tuple[str, ...] = ()
    cpu_ms: float = 0.0


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
    wrong: list[tuple[int, str]] = field(default_factory=list)
    missing: list[tuple[int, str]] = field(default_factory=list)


def words(text: str) -> list[str]:
    """Runs of letters and digits; a script without spaces gives one word a character."""
    return _WORD.findall(_IGNORED.sub("", unicodedata.normalize("NFC", text)))


def shingles(text: str) -> Counter[tuple[str, ...]]:
    """All runs of four words, with multiplicity; a shorter text is one run."""
    found = words(text)
    if not found:
        return Counter()
    if len(found) < SHINGLE:
        return Counter([tuple(found)])
    return Counter(zip(*(found[i:] for i in range(SHINGLE)), strict=False))


def overlap(predicted: str, true: str) -> tuple[float, float]:
    """Precision and recall of shingles; two empty texts agree."""
    ours, theirs = shingles(predicted), shingles(true)
    if not ours and not theirs:
        return 1.0, 1.0
    common = sum((ours & theirs).values())
    return (
        common / ours.total() if ours else 0.0,
        common / theirs.total() if theirs else 0.0,
    )


def costly(blocks: Iterable[str], other: str) -> list[tuple[int, str]]:
    """The blocks of which at least half of the shingles are not in `other`, with that number."""
    there = shingles(other)
    found = []
    for block in blocks:
        ours = shingles(block)
        lost = (ours - there).total()
        if lost and lost * 2 >= ours.total():
            found.append((lost, block))
    return found


def same_title(ours: str | None, theirs: str) -> bool:
    return " ".join((ours or "").split()) == " ".join(theirs.split())


def author_f1(ours: Iterable[str], theirs: Iterable[str]) -> float:
    a = {" ".join(name.split()).casefold() for name in ours}
    b = {" ".join(name.split()).casefold() for name in theirs}
    common = len(a & b)
    return 2 * common / (len(a) + len(b)) if a or b else 1.0


def same_day(ours: date | datetime | None, theirs: str) -> bool:
    """The same day, in the zone that either side writes, or in UTC."""
    if ours is None:
        return False
    known = datetime.fromisoformat(theirs) if "T" in theirs or " " in theirs else None
    days = {theirs[:10]}
    if known is not None and known.tzinfo is not None:
        days.add(known.astimezone(UTC).date().isoformat())
    said = {ours.isoformat()[:10]}
    if isinstance(ours, datetime) and ours.tzinfo is not None:
        said.add(ours.astimezone(UTC).date().isoformat())
    return bool(days & said)


def judge(case: Case, answer: Answer) -> Score:
    truth = case.truth
    precision, recall = overlap(answer.text, truth["body"])
    score = Score(case, answer, precision, recall)
    if truth.get("title"):
        score.title = same_title(answer.title, truth["title"])
    if truth.get("authors"):
        score.authors = author_f1(answer.authors, truth["authors"])
    if truth.get("date"):
        score.date = same_day(answer.published, truth["date"])
    score.wrong = costly(answer.blocks, truth["body"])
    score.missing = costly(re.split(r"\n+", truth["body"]), answer.text)
    return score


# --- what is measured ----------------------------------------------------------------------------


def rasid(page: Page) -> Answer:
    found = extract_article(page, EMPTY, NOW)
    if isinstance(found, Rejected):
        return Answer(note=f"{found.reason} {found.detail}".strip())
    return Answer(
        text=found.text,
        title=found.title,
        authors=found.authors,
        published=found.published.value if found.published else None,
        blocks=tuple(block.text for block in found.blocks),
    )


def _trafilatura(**options: Any) -> Callable[[Page], Answer]:
    import trafilatura  # an optional peer

    def run(page: Page) -> Answer:
        found = trafilatura.bare_extraction(
            page.body, url=page.final_url, with_metadata=True, include_comments=False, **options
        )
        if found is None:
            return Answer(note="none")
        if isinstance(found, dict):  # an old form of the answer
            return Answer(note="none")
        text = found.text or ""
        names = tuple(n for n in (found.author or "").split("; ") if n)
        day = date.fromisoformat(found.date) if found.date else None
        return Answer(text, found.title, names, day, blocks=tuple(text.split("\n")))

    return run


def _newspaper() -> Callable[[Page], Answer]:
    import newspaper  # type: ignore[import-not-found]  # an optional peer

    def run(page: Page) -> Answer:
        found = newspaper.Article(page.final_url)
        found.download(input_html=page.body.decode(page.charset or "utf-8", "replace"))
        found.parse()
        day = found.publish_date
        return Answer(
            found.text, found.title, tuple(found.authors), day, blocks=tuple(found.text.split("\n"))
        )

    return run


def _readability() -> Callable[[Page], Answer]:
    import lxml.html
    import readability  # type: ignore[import-not-found]  # an optional peer

    def run(page: Page) -> Answer:
        found = readability.Document(page.body)
        text = lxml.html.fromstring(found.summary()).text_content()
        return Answer(text, found.short_title(), blocks=tuple(text.split("\n")))

    return run


PEERS: dict[str, Callable[[], Callable[[Page], Answer]]] = {
    "trafilatura": lambda: _trafilatura(),
    "trafilatura-precision": lambda: _trafilatura(favor_precision=True),
    "newspaper4k": _newspaper,
    "readability": _readability,
}


def timed(run: Callable[[Page], Answer], page: Page, turns: int) -> Answer:
    """The answer, with the median CPU time of `turns` runs. An exception is an empty answer."""
    spent = []
    answer = Answer()
    for _ in range(turns):
        start = time.process_time()
        try:
            answer = run(page)
        except Exception as error:  # noqa: BLE001  # a peer's failure is a result
            answer = Answer(note=repr(error))
        spent.append((time.process_time() - start) * 1000)
    return Answer(**{**answer.__dict__, "cpu_ms": statistics.median(spent)})


# --- pages ---------------------------------------------------------------------------------------


def _page(url: str, body: bytes, charset: str | None) -> Page:
    return Page(url, url, body, NOW, charset=charset)


def read_folder(folder: Path) -> Iterator[Case]:
    """The cases of a folder of truth.jsonl and gzipped pages."""
    for line in (folder / "truth.jsonl").read_text(encoding="utf-8").splitlines():
        truth = json.loads(line)
        body = gzip.decompress((folder / f"{truth['id']}.html.gz").read_bytes())
        yield Case(truth["id"], _page(truth["url"], body, truth.get("charset")), truth, folder.name)


def read_goldens(folder: Path) -> Iterator[Case]:
    """The project's goldens as cases."""
    for case in sorted(folder.iterdir()):
        if not (case / "input.html").exists():
            continue
        meta = json.loads((case / "meta.json").read_text(encoding="utf-8"))
        expected = json.loads((case / "expected.json").read_text(encoding="utf-8"))
        if "text" not in expected:
            continue
        truth = {
            "body": expected["text"],
            "title": expected.get("title"),
            "authors": expected.get("authors"),
            "date": expected.get("published_at"),
        }
        page = _page(meta["url"], (case / "input.html").read_bytes(), meta.get("charset"))
        yield Case(case.name, page, truth, "goldens")


# --- the table -----------------------------------------------------------------------------------


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
    print(f"{'':34}" + "".join(f"{name:>16}" for name in MEASURES))
    for group, by_extractor in results.items():
        for extractor, scores in by_extractor.items():
            cells = []
            for value in summarise(scores).values():
                if value["value"] is None:
                    cells.append(f"{'–':>16}")
                else:
                    cells.append(f"{value['value']:9.4f} ±{value['deviation'] or 0:5.3f}")
            print(f"{group[:12]:12} {extractor[:21]:21}" + "".join(f"{c:>16}" for c in cells))


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


def main(arguments: list[str] | None = None) -> int:
    parser = argparse.ArgumentParser(description="Measure extraction against ground truth.")
    parser.add_argument("folders", nargs="*", type=Path)
    parser.add_argument("--peers", default="", help=f"comma-separated, of {', '.join(PEERS)}")
    parser.add_argument("--only", help="a regular expression that a page's id matches")
    parser.add_argument("--turns", type=int, default=1, help="runs a page, for steadier times")
    parser.add_argument("--losses", type=int, default=0, help="list so many costliest blocks")
    parser.add_argument("--json", type=Path, help="write all results to this file")
    options = parser.parse_args(arguments)

    cases = [c for folder in options.folders for c in read_folder(folder)] or list(
        read_goldens(GOLDENS)
    )
    if options.only:
        cases = [c for c in cases if re.search(options.only, c.id)]
    if not cases:
        print("no page to measure", file=sys.stderr)
        return 2
    extractors: dict[str, Callable[[Page], Answer]] = {"rasid": rasid}
    for name in filter(None, options.peers.split(",")):
        extractors[name] = PEERS[name]()

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
