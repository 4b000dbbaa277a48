"""News made up for measuring stories: articles of several languages, the same for the same seed.

Words are drawn with the frequencies of a natural text (Zipf). An article is of a topic, whose words
it draws on, and of an event, whose names and numbers it has: unrelated articles of one topic share
much of their vocabulary, and stock phrases recur in all. `bench.planting` makes copies of them, and
`bench.lookalikes` what must not be taken for copies.
"""

from __future__ import annotations

import random
from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import accumulate

from bench.languages import Language, languages

SHARES = {"ar": 0.45, "en": 0.3, "fa": 0.1, "ur": 0.05, "fr": 0.1}
TOPICS = 60
"""Of a language."""
SOURCES = 40
_STOCK = 900
_TOPICAL = 700
_TOGETHER = 200
_LENGTHS = {"short": (40, 119), "medium": (120, 499), "long": (500, 1_200)}


@dataclass(slots=True)
class Made:
    """One article; `group` is equal for copies of one article, and its own for all others.

    `like` is the group of the article that a look-alike was made after, else its own.
    """

    group: int
    kind: str
    language: str
    source: int
    paragraphs: list[str] = field(default_factory=list)
    like: int = -1
    title: str = ""

    @property
    def text(self) -> str:
        return "\n\n".join(self.paragraphs)

    @property
    def length(self) -> str:
        """short, medium or long."""
        number = sum(paragraph.count(" ") + 1 for paragraph in self.paragraphs)
        return "short" if number < 120 else "medium" if number < 500 else "long"


class Writer:
    """Writes the sentences of one language."""

    def __init__(self, language: Language, draw: random.Random) -> None:
        self.language = language
        self.draw = draw
        self._small = _Zipf(language.small, 1)
        self._words = _Zipf(language.words, 20)
        self._topics = [_Zipf(draw.sample(language.words, _TOPICAL), 10) for _ in range(TOPICS)]
        self._stock = _Zipf([self._phrase() for _ in range(_STOCK)], 5)

    def topic(self) -> int:
        return self.draw.randrange(TOPICS)

    def names(self) -> list[str]:
        """The names of an event."""
        return self.draw.sample(self.language.names, 8)

    def word(self, topic: int | None = None) -> str:
        """A word as often as it is used, of a topic or of the language."""
        if topic is not None and self.draw.random() < 0.5:
            return self._topics[topic].word(self.draw)
        return self._words.word(self.draw)

    def sentence(self, number: int, topic: int, names: Sequence[str]) -> str:
        """So many words or a few more."""
        draw, found = self.draw, list[str]()
        while len(found) < number:
            chance = draw.random()
            if chance < 0.36:
                found.append(self._small.word(draw))
            elif chance < 0.40:
                found.append(draw.choice(names))
            elif chance < 0.42:
                found.append(str(draw.choice((draw.randint(1, 99), draw.randint(100, 2030)))))
            elif chance < 0.44:
                found.append(self._stock.word(draw))
            else:
                found.append(self.word(topic))
        return " ".join(found) + "."

    def paragraph(self, number: int, topic: int, names: Sequence[str]) -> str:
        """A paragraph of so many words in sentences of about 20."""
        count = max(1, round(number / 20))
        return " ".join(self.sentence(number // count, topic, names) for _ in range(count))

    def body(self, number: int, topic: int, names: Sequence[str]) -> list[str]:
        """Paragraphs of about `number` words together."""
        found, left = list[str](), number
        while left > 0:
            size = min(left, self.draw.randint(22, 60)) if left > 30 else left
            found.append(self.paragraph(size, topic, names))
            left -= size
        return found

    def _phrase(self) -> str:
        draw = self.draw
        parts = [
            self._small.word(draw) if draw.random() < 0.4 else self._words.word(draw)
            for _ in range(draw.randint(3, 7))
        ]
        return " ".join(parts)


class Newsroom:
    """Writes articles of all languages, none a copy of another."""

    def __init__(self, seed: int) -> None:
        self.draw = random.Random(seed)
        self.writers = {
            code: Writer(language, self.draw) for code, language in languages(seed).items()
        }
        self._codes = list(SHARES)
        self._shares = list(SHARES.values())
        self._groups = 0
        self.recent: dict[str, list[Made]] = {code: [] for code in SHARES}

    def group(self) -> int:
        self._groups += 1
        return self._groups

    def code(self) -> str:
        return self.draw.choices(self._codes, self._shares)[0]

    def article(self, length: str | None = None, code: str | None = None) -> Made:
        """An article of a new event."""
        code = code or self.code()
        writer, topic = self.writers[code], self.writers[code].topic()
        length = length or self.draw.choices(list(_LENGTHS), (0.25, 0.6, 0.15))[0]
        names = writer.names()
        body = writer.body(self.draw.randint(*_LENGTHS[length]), topic, names)
        title = writer.sentence(8, topic, names)
        group = self.group()
        made = Made(group, "original", code, self.draw.randrange(SOURCES), body, group, title)
        if self.draw.random() < 0.05:
            self.recent[code] = [*self.recent[code][-200:], made]
        return made


class _Zipf:
    """Words whose frequency falls with their rank: 1 / (rank + flat)."""

    def __init__(self, words: Sequence[str], flat: int) -> None:
        self._words = list(words)
        self._weights = list(accumulate(1 / (rank + flat) for rank in range(len(words))))
        self._drawn: list[str] = []

    def word(self, draw: random.Random) -> str:
        if not self._drawn:
            self._drawn = draw.choices(self._words, cum_weights=self._weights, k=_TOGETHER)
        return self._drawn.pop()
