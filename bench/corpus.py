"""News made up for measuring: as many articles as wanted, the same for the same seed.

Words are Arabic roots in common patterns, drawn with the frequencies of a natural text (Zipf);
stock phrases recur as they do in news, so that unrelated articles share runs of words. Some quote
an earlier one's background paragraph. Copies and look-alikes are made by `bench.planting`.
"""

from __future__ import annotations

import random
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import accumulate

_LETTERS = "بتجحخدذرزسشصطعغفقكلمنهوي"
_PATTERNS = (
    "{}{}{}",
    "{}ا{}{}",
    "م{}{}و{}",
    "ت{}{}ي{}",
    "ا{}ت{}ا{}",
    "{}{}ي{}",
    "م{}{}{}ة",
    "{}{}ا{}ات",
)
_PREFIXES = ("", "", "", "ال", "ال", "و", "ب", "لل")
_GLUE = ("في", "من", "على", "إلى", "عن", "أن", "التي", "الذي", "هذا", "مع", "بعد", "قبل", "وقد")
_VOCABULARY = 30_000
_STOCK = 800
_BACKGROUND = 0.03
"""Share of the articles that quote a paragraph of an earlier one."""


@dataclass(slots=True)
class Made:
    """One article."""

    paragraphs: list[str] = field(default_factory=list)

    @property
    def text(self) -> str:
        return "\n\n".join(self.paragraphs)


class Newsroom:
    """Writes articles."""

    def __init__(self, seed: int = 7) -> None:
        self.random = random.Random(seed)
        pick = self.random.choice
        made: dict[str, None] = dict.fromkeys(_GLUE)
        while len(made) < _VOCABULARY:
            root = self.random.sample(_LETTERS, 3)
            made[pick(_PREFIXES) + pick(_PATTERNS).format(*root)] = None
        self.words = self._drawn = list(made)
        self._weights = list(accumulate(1 / (rank + 2) for rank in range(len(self.words))))
        self._phrases = [self._draw(self.random.randint(3, 7)) for _ in range(_STOCK)]
        self._phrase_weights = list(accumulate(1 / (rank + 5) for rank in range(_STOCK)))
        self._recent: list[Made] = []

    def articles(self, number: int) -> Iterator[Made]:
        """New articles, none a copy of another."""
        for _ in range(number):
            made = Made([self._paragraph() for _ in range(self._length())])
            if self._recent and self.random.random() < _BACKGROUND:
                old = self.random.choice(self._recent)
                room = sum(len(p) for p in made.paragraphs) // 4
                made.paragraphs.append(old.paragraphs[-1][:room].rsplit(" ", 1)[0])
            if self.random.random() < 0.1:
                self._recent = [*self._recent[-400:], made]
            yield made

    def _length(self) -> int:
        return min(14, max(3, round(self.random.lognormvariate(1.8, 0.4))))

    def _paragraph(self) -> str:
        parts = []
        for _ in range(self.random.randint(2, 4)):
            parts.append(self._draw(self.random.randint(8, 22)))
            if self.random.random() < 0.3:
                parts.append(self._stock())
        return " ".join(parts)

    def _stock(self) -> str:
        return self.random.choices(self._phrases, cum_weights=self._phrase_weights)[0]

    def _draw(self, number: int) -> str:
        return " ".join(self.random.choices(self._drawn, cum_weights=self._weights, k=number))


class UnspacedNewsroom(Newsroom):
    """Writes the same articles in the manner of Chinese: words of one to three Han letters, and no
    blanks between them."""

    def __init__(self, seed: int = 7) -> None:
        super().__init__(seed)
        letters = [chr(_FIRST_HAN + number) for number in range(_HAN)]
        weights = list(accumulate(1 / (rank + 20) for rank in range(_HAN)))
        made: dict[str, None] = {}
        while len(made) < len(self.words):
            size = self.random.choices((1, 2, 3), (1, 12, 5))[0]
            made["".join(self.random.choices(letters, cum_weights=weights, k=size))] = None
        self._of_word = dict(zip(self._drawn, made, strict=True))
        self.words = list(made)

    def articles(self, number: int) -> Iterator[Made]:
        for made in super().articles(number):
            yield Made([self._written(paragraph.split()) for paragraph in made.paragraphs])

    def _written(self, words: list[str]) -> str:
        clauses = (words[at : at + _CLAUSE] for at in range(0, len(words), _CLAUSE))
        return "，".join("".join(map(self._han, clause)) for clause in clauses) + "。"

    def _han(self, word: str) -> str:
        return self._of_word.get(word, "")


_FIRST_HAN, _HAN = 0x4E00, 3_000
_CLAUSE = 9
"""Words between two commas."""
