"""Learns what words and places say for a line of the house's own, and writes it down.

    python bench/line_judge/train.py [--check] [--judge FOLDER…]

`lines/xx.txt` beside this file holds lines of one language each: `B` begins what houses print
among their texts, `L` what texts tell that looks like it. Their places are drawn. From these lines
alone is learned, so that they give the same weights everywhere; the table names their digest. With
--check it is only told whether the weights are those of the lines. Each FOLDER holds pages with
ground truth (`bench/pages.py`), of which nothing is learned: with --judge nothing is written, and
what would go of their texts is printed.
"""

from __future__ import annotations

import argparse
import hashlib
import math
import random
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from bench.pages import NOW, read_folder
from pipeline.declared.metadata import read_metadata
from pipeline.extract import extract_article
from pipeline.ledger import rebuild
from pipeline.lines.bars import NEVER, Where, bar_of, form_of_line
from pipeline.lines.judged import LANGUAGES, may_be_judged
from pipeline.lines.line_weights import form_of, names_house, place_of, speaking_of
from pipeline.lines.offer_words import is_telling
from pipeline.lines.stems import is_of_its_own, shared_stems, stems_of, telling_stems
from pipeline.memory import EMPTY
from pipeline.page.html import parse_page
from pipeline.records import Article, Block, BlockKind, Page
from pipeline.titles.site_names import names_in_tab, site_keys
from pipeline.words.careful_spelling import carefully_spelled

LINES = Path(__file__).resolve().parent / "lines"
OUT = Path("pipeline/rules/line_judge.toml")
ROUNDS, RATE = 40, 0.25
TRUST = 20.0
"""What the examples count for beside the wish for small weights: C of a logistic regression."""
LEAST_TENTHS = 10
"""Of a word that weighs less nothing is written down."""
DRAWN = 4
"""How many places are drawn for each line of the files."""
BELOW = (0, 0, 1, 2, 3, 4, 4)
SHARED = {True: (0, 0, 0, 1), False: (0, 0, 1, 2)}
"""How many stems a house's line, and a text's, has in common with the rest, measured likewise."""
NAMED = {True: 0.25, False: 0.01}
"""The shares of a house's lines, and of a text's, in which the house is named and nowhere else: as
measured on the sites of which the first come, and on pages."""


class Example(NamedTuple):
    """A line as it is learned from."""

    text: str
    features: dict[str, float]
    is_house: bool


def features_of(block: Block, names: Sequence[str]) -> dict[str, float]:
    """How much each of a line's words, and of what its form and place are called, counts."""
    stems = sorted(stems_of(block.text))  # sums of fractions differ by their order
    return dict.fromkeys(stems, 1 / max(1, len(stems)) ** 0.5) | dict.fromkeys(names, 1.0)


def examples_of_files() -> Iterator[Example]:
    for file in sorted(LINES.glob("*.txt")):
        for line in file.read_text(encoding="utf-8").splitlines():
            drawn = random.Random(line)  # as long as a line stays, so do its places
            for time in range(DRAWN):
                text = carefully_spelled(line[2:], file.stem)  # as it is judged
                open_text = text.rstrip(".!。۔।")
                block = Block(BlockKind.PARAGRAPH, open_text if time % 2 else text)
                block = block if may_be_judged(block) else Block(BlockKind.PARAGRAPH, text)
                is_house = line[0] == "B"
                place = [f"#shared{drawn.choice(SHARED[is_house])}", f"#below{drawn.choice(BELOW)}"]
                forms = form_of(block, drawn.random() < NAMED[is_house])
                forms += speaking_of(block.text, file.stem)
                yield Example(block.text, features_of(block, [*forms, *place]), is_house)


def examples_of_pages(folders: Sequence[Path]) -> Iterator[tuple[str, Example]]:
    """The lines of the pages' texts that the judge would be asked about, with their page."""
    for folder in folders:
        for case in read_folder(folder):
            article = extract_article(case.page, EMPTY, NOW)
            if not isinstance(article, Article) or not case.truth.get("body"):
                continue
            gone = {each.index for each in article.removed if each.rule != "line:judged"}
            lines = rebuild(article.blocks, article.removed)
            kept = [block for at, block in enumerate(lines) if at not in gone]
            truth = _letters(case.truth["body"])
            names = _names(case.page, article.title)
            known = (article.language or "")[:2]
            for at in range(1, len(kept)) if known in LANGUAGES else ():
                if not may_be_judged(kept[at]) or _letters(kept[at].text) not in truth:
                    continue
                telling = telling_stems(stems_of(kept[at].text))
                shared = len(shared_stems(kept, at, telling))
                if is_of_its_own(shared, telling):
                    forms = form_of(kept[at], names_house(kept, at, names))
                    forms += speaking_of(kept[at].text, known)
                    features = features_of(kept[at], [*forms, *place_of(kept, at, shared)])
                    yield case.id, Example(kept[at].text, features, False)


def _names(page: Page, title: str) -> list[str]:
    """The folded names of a page's house."""
    doc = parse_page(page)
    return [*filter(is_telling, site_keys(doc, read_metadata(doc)) | names_in_tab(doc, title))]


def _letters(text: str) -> str:
    return "".join(filter(str.isalnum, text.casefold()))


def learn(examples: Sequence[Example]) -> dict[str, float]:
    """The weights of a logistic regression, by descent with a rate for each feature."""
    weights: dict[str, float] = {}
    often = Counter(name for each in examples for name in each.features)
    steps: dict[str, float] = {}
    order = list(range(len(examples)))
    shuffled = random.Random(5)
    for _ in range(ROUNDS):
        shuffled.shuffle(order)
        for at in order:
            _, features, is_house = examples[at]
            odds = sum(weights.get(name, 0.0) * value for name, value in features.items())
            odds = max(-30.0, min(30.0, odds))
            wrong = 1 / (1 + math.exp(-odds)) - is_house
            for name, value in features.items():
                slope = wrong * value + weights.get(name, 0.0) / (TRUST * often[name])
                steps[name] = steps.get(name, 1e-3) + slope * slope
                weights[name] = weights.get(name, 0.0) - RATE * slope / math.sqrt(steps[name])
    return weights


def written(weights: dict[str, float]) -> str:
    """The table of weights as TOML: of words those alike in a row."""
    tenths = {name: round(value * 10) for name, value in weights.items()}
    rows: dict[int, list[str]] = {}
    for name, value in sorted(tenths.items()):
        if name[0] != "#" and abs(value) >= LEAST_TENTHS:
            rows.setdefault(value, []).append(name)
    places = sorted((name[1:], value) for name, value in tenths.items() if name[0] == "#")
    head = "# Learned by bench/line_judge/train.py; not to be changed by hand. In tenths of the\n"
    head += (
        "# logarithm of the odds; the words of a line are parted by the root of their number.\n\n"
    )
    head += f'lines = "{digest_of_lines()}"\n\n'
    text = head + "[places]\n" + "".join(f"{name} = {value}\n" for name, value in places)
    text += "\n[words]\n"
    return text + "".join(f'"{value}" = "{" ".join(rows[value])}"\n' for value in sorted(rows))


def odds_of(example: Example, weights: dict[str, float]) -> float:
    return 10 * sum(weights.get(name, 0.0) * value for name, value in example.features.items())


def digest_of_lines() -> str:
    """What tells whether a table was learned from the lines as they are."""
    digest = hashlib.sha256()
    for file in sorted(LINES.glob("*.txt")):
        digest.update(file.read_bytes())
    return digest.hexdigest()[:16]


def judge(folders: Sequence[Path], weights: dict[str, float]) -> None:
    """Print what of the pages' texts would go."""
    asked = [example for _, example in examples_of_pages(folders)]
    taken = [each for each in asked if odds_of(each, weights) >= _bar_of(each)]
    print(f"{len(taken)} of {len(asked)} lines of texts would go")
    for each in taken:
        print(f"   {odds_of(each, weights):.0f}  {each.text[:100]}")


def _bar_of(example: Example) -> int:
    """What the weights of a line amid a text sum up to at least."""
    form = form_of_line(Block(BlockKind.PARAGRAPH, example.text))
    speaks = not {"#we", "#you", "#here"}.isdisjoint(example.features)
    return NEVER if form is None else bar_of(example.text, form, Where.AMID, speaks)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--check", action="store_true")
    parser.add_argument("--judge", nargs="+", type=Path, default=[], metavar="FOLDER")
    args = parser.parse_args()
    weights = learn(list(examples_of_files()))
    if args.judge:
        judge(args.judge, weights)
    elif args.check:
        same = written(weights) == OUT.read_text(encoding="utf-8")
        print("the weights are those of the lines" if same else "the weights are of other lines")
        raise SystemExit(not same)
    else:
        OUT.write_text(written(weights), encoding="utf-8")


if __name__ == "__main__":
    main()
