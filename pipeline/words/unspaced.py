"""Words in scripts that put no blanks between them: Chinese, Japanese, Thai, Lao, Khmer and
Burmese; and Korean, which writes particles onto words and compounds as one.

A dictionary cuts a word in a query otherwise than in a text, and then it is not found. So the
index holds each two letters that stand side by side, as Lucene's CJKAnalyzer does: letters in a row
are found wherever they stand. The last letter of such a stretch stands in the index alone too, so
that one letter is found as the beginning of what is there.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

_SCRIPTS = (
    r"\u0e01-\u0e4f\u0e80-\u0ecf\u0edc-\u0eff\u1000-\u103f\u1050-\u108f\u109a-\u109f"
    r"\u1780-\u17df\ua9e0-\ua9ef\uaa60-\uaa7f"
    r"\u1100-\u11ff\u3130-\u318f\ua960-\ua97f\uac00-\ud7ff"
    r"\u3005-\u3007\u3031-\u3035\u3041-\u3096\u3099-\u309f\u30a1-\u30fa\u30fc-\u30ff"
    r"\u31f0-\u31ff\uff66-\uff9f"
    r"\u2e80-\u2fdf\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U000323af"
)
"""Thai to Khmer; Hangul; Kana; Han."""

_LETTER = re.compile(f"[{_SCRIPTS}]")
_PART = re.compile(f"[{_SCRIPTS}]|[^{_SCRIPTS}]+")
_PIECE = re.compile(f"[{_SCRIPTS}]+|[^{_SCRIPTS}]+")


def has_unspaced(text: str) -> bool:
    """Whether a text has a letter of such a script."""
    return not text.isascii() and _LETTER.search(text) is not None


def in_index(word: str, *, may_go_on: bool = False) -> Iterator[str]:
    """A folded word as the index holds it: «处理器» as 处理, 理器 and 器; another is itself.

    Where a word of a query `may_go_on` in a text, behind its last letter, that letter is not asked
    for alone.
    """
    pieces = _PIECE.findall(word)
    for number, piece in enumerate(pieces, start=1):
        if len(piece) == 1 or not has_unspaced(piece):
            yield piece
            continue
        yield from map("".join, pairwise(piece))
        if not (may_go_on and number == len(pieces)):
            yield piece[-1]


def is_one_letter(word: str) -> bool:
    """Whether a word of the index is a single letter of such a script."""
    return _LETTER.fullmatch(word) is not None


def places(run: str) -> Iterator[tuple[int, int]]:
    """Where each letter of such scripts, and what stands between them, begins and ends in a stretch
    of text."""
    return (part.span() for part in _PART.finditer(run))
