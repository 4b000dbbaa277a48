"""Lines in which a Korean or Japanese text that is written plainly turns to its readers politely.

Korean news end their sentences plainly, «-다»; who speaks to somebody ends them politely, «-니다»,
«-세요», as Japanese does with «ます» and «ください». A line of a plain text that does, and quotes
nobody, is the house's, in whatever words.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from pipeline.lines.instructions import instructs, is_step
from pipeline.lines.line_weights import weight_of_words, weights_of_words
from pipeline.lines.notice_words import is_of_house, names_others
from pipeline.lines.quoted import MARKS, without_names
from pipeline.lines.stems import stems_of
from pipeline.patterns.late_patterns import late_pattern
from pipeline.punctuation import QUESTION_MARKS
from pipeline.records import Block, BlockKind

MAX_CHARS = 120
MIN_PLAIN, MIN_PLAIN_CHARS = 3, 20
"""Sentences that show how a text ends them, and their length."""
MAX_LINES = 4
"""A text with more such lines is written politely."""
_POLITE = late_pattern(r"(?:니다|세요|시오|시죠|어요|아요|해요|예요|까요|나요)[.!?~\s]*$")
_PLAIN = re.compile(r"다\.$")
_POLITE_JAPANESE = late_pattern(
    r"(?:ます|です|ました|でした|ません|ましょう|ください|下さい|ませ|でしょう)(?:か|よ|ね)?"
    r"(?=[。！？!?）)」\s]|$)"
)
_SPEAKER = re.compile(r"[\[<〈【(]([^\]>〉】)]{1,12})[\]>〉】)]")
"""A line that names who speaks below it; two of a text's show a conversation."""
_QUOTED = frozenset("'‘’")


def polite_lines(kept: Sequence[Block], language: str | None) -> frozenset[Block]:
    """The lines of a plainly written text that speak politely; none of other languages'."""
    if (language or "")[:2] == "ja":
        return _polite_japanese([b for b in kept if b.kind is BlockKind.PARAGRAPH])
    if (language or "")[:2] != "ko":
        return frozenset()
    prose = [b for b in kept if b.kind is BlockKind.PARAGRAPH]
    spoken = _spoken(kept) | _answered(kept)
    found = [block for block in prose if _is_polite(block) and block not in spoken]
    plain = sum(len(b.text) >= MIN_PLAIN_CHARS and _is_plain(b.text) for b in prose)
    if not 0 < len(found) <= MAX_LINES or plain < max(MIN_PLAIN, 2 * len(found)):
        return frozenset()
    return frozenset(block for block in found if _says_house(block.text, "ko"))


LEAST_SAID, LEAST_ASKING = 4, 25
"""What the words of a line weigh for the house that has none for it, and those of a question: of
100 lines of houses in both languages 4 weigh less, of 13 in which a text advises or asks 9."""


def _says_house(text: str, language: str) -> bool:
    """Whether a polite line speaks for a house by its words: «窓を閉めてください。» does not,
    nor does a step."""
    if is_of_house(text, language):
        return True
    if is_step(text, language):
        return False
    least = LEAST_ASKING if text.endswith(_QUESTIONS) else LEAST_SAID
    return weight_of_words(stems_of(text), weights_of_words()) >= least


def _polite_japanese(prose: Sequence[Block]) -> frozenset[Block]:
    """The same of Japanese, where no polite line is a question above its answer."""
    speak = [
        block.text[:1] not in _ASKING_DASHES
        and _POLITE_JAPANESE.search(without_names(block.text)) is not None
        for block in prose
    ]
    found = [at for at, polite in enumerate(speak) if polite]
    heads = [
        at
        for at in found
        if prose[at].text.endswith(_ASKING)
        and any(len(below.text) >= MIN_ANSWER_CHARS for below in prose[at + 1 : at + 3])
    ]
    if len(heads) >= LEAST_ASKED:  # an interview's, whose answers are written plainly
        found = [at for at in found if at not in heads]
    asked = any(prose[at].text.endswith(_ASKING) and any(speak[at + 1 : at + 2]) for at in found)
    rest = [block.text for block, polite in zip(prose, speak, strict=True) if not polite]
    asked = asked or instructs(rest, "ja")
    plain = sum(text.endswith(_FULL_STOP) for text in rest)
    if not 0 < len(found) <= MAX_LINES or asked or plain < max(MIN_PLAIN, 2 * len(found)):
        return frozenset()
    said = (prose[at] for at in found if _says_house(prose[at].text, "ja"))
    taken = [block for block in said if not names_others(block.text, "ja")]
    if any(len(b.text) > MAX_JAPANESE_CHARS or not MARKS.isdisjoint(b.text) for b in taken):
        return frozenset()
    return frozenset(taken)


_ASKING_DASHES = frozenset("―—─–")
"""Behind which interviews ask their guests: «――きっかけは何ですか。»."""
_FULL_STOP = "。"
_QUESTIONS = tuple(QUESTION_MARKS)
_ASKING = ("か。", "？", "?", "か")
MAX_JAPANESE_CHARS = 70


def _spoken(kept: Sequence[Block]) -> frozenset[Block]:
    """The lines below a speaker's name, where several speak."""
    speakers = {match[1] for b in kept if (match := _SPEAKER.fullmatch(b.text.strip()))}
    if len(speakers) < 2:
        return frozenset()
    found, speaks = [], False
    for block in kept:
        if _SPEAKER.fullmatch(block.text.strip()):
            speaks = True
        elif speaks := speaks and _is_polite(block):
            found.append(block)
    return frozenset(found)


LEAST_ASKED, MIN_ANSWER_CHARS = 2, 25


def _answered(kept: Sequence[Block]) -> frozenset[Block]:
    """The questions right above a longer line, or one line above it, where a text has several: an
    interview's."""
    asked = [
        block
        for at, block in enumerate(kept)
        if block.text.endswith("?")
        and any(len(below.text) >= MIN_ANSWER_CHARS for below in kept[at + 1 : at + 3])
        and _is_polite(block)
    ]
    return frozenset(asked) if len(asked) >= LEAST_ASKED else frozenset()


def _is_plain(text: str) -> bool:
    return _PLAIN.search(text) is not None and _POLITE.search(text) is None


def _is_polite(block: Block) -> bool:
    text = without_names(block.text)
    said = not MARKS.isdisjoint(text) or block.text[0] in _QUOTED
    return len(text) <= MAX_CHARS and not said and _POLITE.search(text) is not None
