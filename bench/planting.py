"""Copies as newsrooms make them."""

from __future__ import annotations

import random

from bench.newsroom import SOURCES, Made, Newsroom, Writer

KINDS = (
    "exact",
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
    "lead+boilerplate",
    "lead+words 20+boilerplate",
    "dropped+reordered+boilerplate",
    "dropped+words 20",
    "halved+lead",
    "halved+words 10",
    "halved+words 20",
    "halved+words 20+boilerplate",
    "lead+dropped+reordered+words 10+boilerplate",
    "edits 10",
)
"""`words N`: N of a hundred words changed; `edits N`: also left out and put in."""


class Planter:
    """Makes copies of a newsroom's articles."""

    def __init__(self, newsroom: Newsroom) -> None:
        self._newsroom = newsroom
        self._draw = newsroom.draw
        self._boilerplate = {
            code: [
                [writer.paragraph(self._draw.randint(8, 25), writer.topic(), writer.names())
                 for _ in range(3)]
                for _ in range(SOURCES)
            ]
            for code, writer in newsroom.writers.items()
        }  # fmt: skip

    def copy(self, original: Made, kind: str) -> Made:
        """A copy of one kind of KINDS, in another source."""
        writer, source = self._newsroom.writers[original.language], self._draw.randrange(SOURCES)
        paragraphs = list(original.paragraphs)
        for step in kind.split("+"):
            name, _, amount = step.partition(" ")
            if name == "boilerplate":
                before, *behind = self._boilerplate[original.language][source]
                paragraphs = [before, *paragraphs, *behind]
            else:
                paragraphs = changed(paragraphs, name, int(amount or 0) / 100, writer, self._draw)
        title = writer.sentence(8, writer.topic(), writer.names())
        return Made(
            original.group, kind, original.language, source, paragraphs, original.group, title
        )


def changed(
    paragraphs: list[str], name: str, share: float, writer: Writer, draw: random.Random
) -> list[str]:
    """The paragraphs after one step of a kind."""
    if name == "halved":
        return first_half(paragraphs)
    if name == "lead":
        return _with_lead(paragraphs, writer)
    if name == "dropped":
        kept = [paragraph for paragraph in paragraphs if draw.random() > 0.3]
        return kept if len(kept) * 2 >= len(paragraphs) else paragraphs[::2]
    if name == "reordered":
        return draw.sample(paragraphs, len(paragraphs))
    if name in ("words", "edits"):
        return [_reworded(each, share, name == "edits", writer, draw) for each in paragraphs]
    return paragraphs


def _with_lead(paragraphs: list[str], writer: Writer) -> list[str]:
    """With a first paragraph in other words; of a short text no more than a third."""
    total = sum(paragraph.count(" ") + 1 for paragraph in paragraphs)
    words = paragraphs[0].split(" ")
    size = min(len(words), total // 3)
    lead = writer.paragraph(max(size, 5), writer.topic(), writer.names())
    rest = [" ".join(words[size:])] if size < len(words) else []
    return [lead, *rest, *paragraphs[1:]]


def first_half(paragraphs: list[str]) -> list[str]:
    """The first half of the words, cut within a paragraph where it falls so."""
    left = sum(paragraph.count(" ") + 1 for paragraph in paragraphs) // 2
    found = []
    for paragraph in paragraphs:
        words = paragraph.split(" ")[:left]
        found.append(" ".join(words))
        left -= len(words)
        if left <= 0:
            break
    return found


def _reworded(
    paragraph: str, share: float, edits: bool, writer: Writer, draw: random.Random
) -> str:
    found = []
    for word in paragraph.split(" "):
        if draw.random() >= share:
            found.append(word)
            continue
        how = draw.random() if edits else 0.0
        if how < 0.5:
            found.append(writer.word())
        elif how < 0.75:
            found += [word, writer.word()]
    return " ".join(found)
