"""What a line is known by that asks readers something, by what it says beside its question."""

from __future__ import annotations

import re
from collections.abc import Sequence

from pipeline.fingerprints import skeleton
from pipeline.punctuation import FULL_STOPS, QUESTION_MARK
from pipeline.records import Block, BlockKind
from pipeline.writing import UNSPACED_SCRIPTS, script_of

ASKED = "}"
"""Ends what a line is known by that asks something, and what it says behind or before that."""
ANSWERED = f".{ASKED}"
"""Ends what a line is known by that says a whole sentence behind its question."""
MAX_BESIDE_WORDS = 6
MIN_BESIDE_LETTERS = 4
_LABEL = re.compile(r"([^:：?؟？]{3,40})[:：]\s?[^:：]*[?؟？]")


def asked_lines(blocks: Sequence[Block]) -> dict[str, Block]:
    """The lines that ask something, each by what it says behind its question without a full stop,
    «Is the Heron worth it? Cast your vote», or by the label before it, «Question of the day: …?».
    Of an interview, where one label stands before many questions, there are none."""
    found: dict[str, Block] = {}
    twice: set[str] = set()
    for block in blocks:
        key = _beside_question(block)
        if key is not None:
            twice |= {key} & found.keys()
            found[key] = block
    return {key: block for key, block in found.items() if key not in twice}


def said_behind(text: str) -> list[str]:
    """The words behind a line's last question."""
    return [skeleton(word) for word in QUESTION_MARK.split(text)[-1].split()]


def _beside_question(block: Block) -> str | None:
    text = block.text
    if (
        block.kind is BlockKind.HEADING
        or len(text) > MAX_ASKED_CHARS
        or not QUESTION_MARK.search(text)
    ):
        return None
    behind = QUESTION_MARK.split(text)[-1].strip()
    if behind and behind[-1] not in _NO_CALL_ENDS and len(behind.split()) <= MAX_BESIDE_WORDS:
        bare = skeleton(behind)
        is_call = len(behind.split()) > 1 or (bare and script_of(bare) in UNSPACED_SCRIPTS)
        return f">{bare}{ASKED}" if is_call and len(bare) >= MIN_BESIDE_LETTERS else None
    if behind and behind[-1] in FULL_STOPS and len(behind.split()) <= MAX_BESIDE_WORDS:
        return f">{skeleton(behind)}{ANSWERED}"
    label = _LABEL.match(text) if not behind or len(behind.split()) <= MAX_BESIDE_WORDS else None
    if label is None or len(label[1].split()) < 2:
        return None
    return f"{skeleton(label[1])}<{ASKED}"


MAX_ASKED_CHARS = 200
_NO_CALL_ENDS = '.。।۔"”»)）】』」'
