"""News made up for measuring: as many articles as wanted, the same for the same seed.

Words are Arabic roots in common patterns, drawn with the frequencies of a natural text (Zipf);
stock phrases recur as they do in news, so that unrelated articles share runs of words. What must
not be joined is in it too: reports that quote an earlier one's background paragraph.
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
    """One article; `group` is equal for copies of one article, and its own for others."""

    group: int
    kind: str
    paragraphs: list[str] = field(default_factory=list)

    @property
    def text(self) -> str:
        return "\n\n".join(self.paragraphs)


class Newsroom:
    """Writes articles, and copies as other newsrooms make them."""

    def __init__(self, seed: int = 7) -> None:
        self.random = random.Random(seed)
        pick = self.random.choice
        made: dict[str, None] = dict.fromkeys(_GLUE)
        while len(made) < _VOCABULARY:
            root = self.random.sample(_LETTERS, 3)
            made[pick(_PREFIXES) + pick(_PATTERNS).format(*root)] = None
        self.words = list(made)
        self._weights = list(accumulate(1 / (rank + 2) for rank in range(len(self.words))))
        self._phrases = [self._draw(self.random.randint(3, 7)) for _ in range(_STOCK)]
        self._phrase_weights = list(accumulate(1 / (rank + 5) for rank in range(_STOCK)))
        self._recent: list[Made] = []

    def articles(self, number: int) -> Iterator[Made]:
        """New articles, none a copy of another."""
        for group in range(number):
            made = Made(group, "original", [self._paragraph() for _ in range(self._length())])
            if self._recent and self.random.random() < _BACKGROUND:
                old = self.random.choice(self._recent)
                room = sum(len(p) for p in made.paragraphs) // 4
                made.paragraphs.append(old.paragraphs[-1][:room].rsplit(" ", 1)[0])
            if self.random.random() < 0.1:
                self._recent = [*self._recent[-400:], made]
            yield made

    def copy(self, original: Made, kind: str) -> Made:
        """A copy of one kind of KINDS."""
        paragraphs = list(original.paragraphs)
        for step in kind.split("+"):
            paragraphs = self._changed(paragraphs, step)
        return Made(original.group, kind, paragraphs)

    def _changed(self, paragraphs: list[str], step: str) -> list[str]:
        name, _, amount = step.partition(" ")
        if name == "halved":
            words = " \n ".join(paragraphs).split(" ")
            cut = " ".join(words[: len(words) // 2])
            return [part.strip() for part in cut.split("\n") if part.strip()]
        if name == "lead":
            return [self._paragraph(), *paragraphs[1:]] if len(paragraphs) > 2 else paragraphs
        if name == "dropped":
            kept = [p for p in paragraphs if self.random.random() > 0.3]
            return kept if len(kept) * 2 >= len(paragraphs) else paragraphs[::2]
        if name == "reordered":
            return self.random.sample(paragraphs, len(paragraphs))
        if name == "words":
            share = int(amount) / 100
            return [self._reworded(paragraph, share) for paragraph in paragraphs]
        assert name == "boilerplate", name
        return [self._draw(18), *paragraphs, self._draw(25), self._draw(12)]

    def _reworded(self, paragraph: str, share: float) -> str:
        words = paragraph.split(" ")
        for at in range(len(words)):
            if self.random.random() < share:
                words[at] = self._word()
        return " ".join(words)

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

    def _word(self) -> str:
        return self.random.choices(self.words, cum_weights=self._weights)[0]

    def _draw(self, number: int) -> str:
        return " ".join(self.random.choices(self.words, cum_weights=self._weights, k=number))


KINDS = (
    "halved",
    "lead",
    "dropped",
    "reordered",
    "words 5",
    "words 10",
    "words 20",
    "boilerplate",
    "halved+boilerplate",
    "lead+words 10",
    "dropped+reordered+boilerplate",
    "halved+words 10",
    "halved+words 20+boilerplate",
)
