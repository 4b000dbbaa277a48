"""The measures of extraction, from their definitions; see bench/extraction.py."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable
from datetime import UTC, date, datetime

SHINGLE = 4
"""Words of a run."""

_IGNORED = re.compile(
    "[\u0640\u200c\u200d\u200e\u200f\u00ad\u0610-\u061a\u064b-\u065f\u0670\u06d6-\u06ed]"
)
_WORD = re.compile(
    "[\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\u0e00-\u0e7f\u1780-\u17ff\u1000-\u109f]"
    "|[^\\W_\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\u0e00-\u0e7f\u1780-\u17ff\u1000-\u109f]+"
)


def words(text: str) -> list[str]:
    """Runs of letters and digits; a script without spaces gives one word a character."""
    return _WORD.findall(_IGNORED.sub("", unicodedata.normalize("NFC", text)))


def shingles(text: str) -> Counter[tuple[str, ...]]:
    """All runs of four words, with multiplicity; a shorter text is one run."""
    found = words(text)
    if not found:
        return Counter()
    if len(found) < SHINGLE:
        return Counter([tuple(found)])
    return Counter(zip(*(found[i:] for i in range(SHINGLE)), strict=False))


def overlap(predicted: str, true: str) -> tuple[float, float]:
    """Precision and recall of shingles; two empty texts agree."""
    ours, theirs = shingles(predicted), shingles(true)
    if not ours and not theirs:
        return 1.0, 1.0
    common = sum((ours & theirs).values())
    return (
        common / ours.total() if ours else 0.0,
        common / theirs.total() if theirs else 0.0,
    )


def costly(blocks: Iterable[str], other: str) -> list[tuple[int, str]]:
    """The blocks of which at least half of the shingles are not in `other`, with that number."""
    there = shingles(other)
    found = []
    for block in blocks:
        ours = shingles(block)
        lost = (ours - there).total()
        if lost and lost * 2 >= ours.total():
            found.append((lost, block))
    return found


def same_title(ours: str | None, theirs: str) -> bool:
    return " ".join((ours or "").split()) == " ".join(theirs.split())


def name_f1(ours: Iterable[str], theirs: Iterable[str]) -> float:
    """F1 of two sets of names, of authors or of tags; capitals do not count."""
    a = {" ".join(name.split()).casefold() for name in ours}
    b = {" ".join(name.split()).casefold() for name in theirs}
    common = len(a & b)
    return 2 * common / (len(a) + len(b)) if a or b else 1.0


def same_day(ours: date | datetime | None, theirs: str) -> bool:
    """The same day, in the zone that either side writes, or in UTC."""
    if ours is None:
        return False
    known = datetime.fromisoformat(theirs) if "T" in theirs or " " in theirs else None
    days = {theirs[:10]}
    if known is not None and known.tzinfo is not None:
        days.add(known.astimezone(UTC).date().isoformat())
    said = {ours.isoformat()[:10]}
    if isinstance(ours, datetime) and ours.tzinfo is not None:
        said.add(ours.astimezone(UTC).date().isoformat())
    return bool(days & said)
