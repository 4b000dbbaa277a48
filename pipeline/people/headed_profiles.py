"""The part of a text below a heading that names its author: «About Jane Doe», and who that is."""

from __future__ import annotations

from collections.abc import Sequence

from pipeline.page.elements import letters
from pipeline.people.given_names import begins_with_given_name
from pipeline.records import Block, BlockKind

MAX_HEAD_CHARS, MAX_HEAD_WORDS = 60, 4
"""A heading's length, and its words beside the name."""
MAX_LINES, MAX_LINE_CHARS = 6, 900
"""Lines below it, and their length."""


def headed_profile(kept: Sequence[Block], authors: Sequence[str]) -> Sequence[Block]:
    """The last lines of a text from a line on that names one of its authors among few words, in a
    heading or a line of its own, and whom nothing above names; empty where there is none. What
    stands below begins with a line that speaks of them, and is shorter than what stands above. Who
    has no given name that is known may be no person: «GRUB 2»."""
    names = [name for name in authors if " " in name and begins_with_given_name(name)]
    for at in range(len(kept) - 2, max(len(kept) - MAX_LINES - 2, 0), -1):
        line = kept[at]
        name = next((name for name in names if _heads(line, name)), None)
        below = kept[at + 1 :]
        if name is not None:
            above = " ".join(block.text for block in kept[:at])
            told = any(part in below[0].text.split() for part in name.split())
            told = told and name not in above
            return kept[at:] if told and sum(len(b.text) for b in below) < len(above) else ()
        if len(line.text) > MAX_LINE_CHARS:
            break
    return ()


def _heads(line: Block, name: str) -> bool:
    """Whether a line has a name and few words beside it, and tells nothing of it."""
    text = line.text
    if name not in text or len(text) > MAX_HEAD_CHARS or letters(text) == letters(name):
        return False
    if text[0].isdigit():
        return False  # a chapter
    if text.startswith(name) and text[len(name) :].lstrip()[:1] in (":", "："):
        return False  # what is said in a talk: «Jane Doe: Who was asked?»
    if line.kind is not BlockKind.HEADING and (
        line.kind is not BlockKind.PARAGRAPH or text[-1] not in f":?؟{name[-1]}"
    ):
        return False
    return len(text.replace(name, " ").split()) <= MAX_HEAD_WORDS
