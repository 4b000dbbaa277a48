"""The sentence with which a paragraph ends: what a house adds to each article may stand there, in
the text's own paragraph."""

from __future__ import annotations

from dataclasses import replace

from pipeline.fingerprints import skeleton
from pipeline.lines.run_on import MIN_BEFORE_CHARS, MIN_BEFORE_SIGNS
from pipeline.punctuation import STOPS, gap_behind
from pipeline.records import Block, BlockKind
from pipeline.writing import is_as_long

_SENTENCE = gap_behind(STOPS)
MAX_CHARS, MIN_WORDS = 160, 2


ADDED = "{"
"""The mark of such a sentence: a house adds it to most articles; what they tell ends few."""


def added_key(block: Block) -> str:
    """What a sentence is known by that stands at the end of a paragraph, or was taken from it."""
    return f"{skeleton(block.text)}{ADDED}"


def parted_at_last(block: Block) -> tuple[Block, Block] | None:
    """A paragraph without its last sentence, and that sentence; None where it has no other."""
    text = block.text
    if block.kind is not BlockKind.PARAGRAPH or "\n" in text:
        return None
    *_, last = [None, *_SENTENCE.finditer(text, MIN_BEFORE_SIGNS)]
    if last is None or last.end() == len(text):
        return None
    before, said = text[: last.end()].rstrip(), text[last.end() :]
    if len(said) > MAX_CHARS or not is_as_long(before, MIN_BEFORE_CHARS, MIN_BEFORE_SIGNS):
        return None
    if said.isascii() and len(said.split()) < MIN_WORDS:
        return None
    return replace(block, text=before), replace(block, text=said)
