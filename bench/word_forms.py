"""Measures which words find each other: `python -m bench.word_forms [--list]`.

Judged pairs of Arabic, Persian and Urdu words (tests/pipeline/cases/word_forms.toml): forms of one
word should find each other, false friends should not. Printed for the ways that were compared:
folding alone, Snowball's Arabic stemmer, the light stemmer of Lucene (Larkey, Ballesteros and
Connell 2002), and ours. `--list` names the pairs that ours has wrong.
"""

from __future__ import annotations

import sys
import tomllib
from collections.abc import Callable, Iterator
from itertools import permutations
from pathlib import Path
from typing import Any

import Stemmer

from db.searching.query import parse_query
from db.searching.snippets import Wanted
from pipeline.words.folding import fold

CASES = Path(__file__).parents[1] / "tests" / "pipeline" / "cases" / "word_forms.toml"
FLOORS = {"recall": 0.97, "precision": 0.99}

_ARTICLES = ("ال", "وال", "فال", "بال", "كال", "وبال", "وكال", "لل", "ولل", "فلل")
_PARTICLES = ("", "و", "ف", "ب", "ل", "ك", "وب", "ول")
_BEFORE_OWNED = ("", "و", "ب", "ل", "وب")
_PRONOUNS = ("ه", "ها", "هم")

Finds = Callable[[str, str], bool]


def main(arguments: list[str]) -> int:
    """Prints the measurements; 1 where ours is below a floor."""
    alike, apart = read_pairs()
    print(f"{len(alike):,} pairs of one word, {len(apart):,} false friends")
    snowball = Stemmer.Stemmer("arabic")
    ways: dict[str, Finds] = {
        "folding alone": lambda one, other: fold(one) == fold(other),
        "Snowball": lambda one, other: snowball.stemWord(one) == snowball.stemWord(other),
        "Lucene's light stemmer": lambda one, other: _lucene(one) == _lucene(other),
        "ours": finds,
    }
    recall = precision = 0.0
    for name, way in ways.items():
        right = sum(way(*pair) for pair in alike)
        wrong = sum(way(*pair) for pair in apart)
        recall, precision = right / len(alike), 1 - wrong / len(apart)
        print(
            f"{name:<24} found {recall:.3f} of the forms, kept {precision:.3f} of the others apart"
        )
    if "--list" in arguments:
        print("\n".join(f"{one} does not find {other}" for one, other in missed(alike)))
        print("\n".join(f"{one} finds {other}" for one, other in apart if finds(one, other)))
    return int(recall < FLOORS["recall"] or precision < FLOORS["precision"])


def read_pairs() -> tuple[list[tuple[str, str]], list[tuple[str, str]]]:
    """The pairs (query, word of a text) that find each other, and those that do not."""
    cases: dict[str, Any] = tomllib.loads(CASES.read_text("utf-8"))
    alike: dict[tuple[str, str], None] = {}
    for group in (*cases["forms"], *map(list, map(written, cases["particles"]))):
        alike.update(dict.fromkeys(permutations(group, 2)))
    apart = [pair for group in cases["apart"] for pair in permutations(group, 2)]
    return list(alike), apart


def written(noun: str) -> Iterator[str]:
    """A noun with what Arabic writes onto it, by the rules of its spelling."""
    lam = noun.startswith("ل")
    for article in _ARTICLES:
        yield article + (noun[1:] if lam and article.endswith("لل") else noun)
    for particle in _PARTICLES:
        if not (lam and particle.endswith("ل")):
            yield particle + noun
    before_pronoun = noun.removesuffix("ة") + "ت" if noun.endswith("ة") else noun
    for particle in _BEFORE_OWNED:
        if not (lam and particle.endswith("ل")):
            yield from (particle + before_pronoun + pronoun for pronoun in _PRONOUNS)


def finds(query: str, word: str) -> bool:
    """Whether a search for one word finds another: what a snippet would mark."""
    return any(Wanted(parse_query(query)).stems_in([word]))


def missed(alike: list[tuple[str, str]]) -> list[tuple[str, str]]:
    return [pair for pair in alike if not finds(*pair)]


def _lucene(word: str) -> str:
    """The stem of Lucene's ArabicStemFilter after its ArabicNormalizationFilter."""
    word = word.translate(str.maketrans("أإآىة", "ااايه"))
    for prefix in ("ال", "وال", "بال", "كال", "فال", "لل", "و"):
        least = 4 if len(prefix) == 1 else len(prefix) + 2
        if word.startswith(prefix) and len(word) >= least:
            word = word[len(prefix) :]
            break
    for suffix in ("ها", "ان", "ات", "ون", "ين", "يه", "ية", "ه", "ة", "ي"):
        if word.endswith(suffix) and len(word) >= len(suffix) + 2:
            word = word[: -len(suffix)]
    return word


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
