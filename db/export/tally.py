"""Counts what an export holds, as it goes by: for the dataset card."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from db.export.rows import Row

_BAR = "█"
_BAR_WIDTH = 30


class Tally:
    """Counts by source, language, month and split. Its size grows with these, not with articles."""

    def __init__(self, keys: Sequence[str]) -> None:
        self._at = {
            key: keys.index(key)
            for key in (
                *("source", "language", "published_at", "word_count", "paywalled", "story"),
                "fetched_at",
            )
        }
        self.sources: Counter[str] = Counter()
        self.languages: Counter[str] = Counter()
        self.months: Counter[str] = Counter()
        self.splits: Counter[str] = Counter()
        self.words = self.paywalled = self.undated = self.in_stories = self.rows = 0
        self.first: str | None = None
        self.last: str | None = None
        self.fetched = ""
        """The day on which the last of them was fetched; "" for none."""

    def count(self, row: Row, split: str) -> None:
        at = self._at
        self.rows += 1
        self.splits[split] += 1
        self.sources[row[at["source"]]] += 1
        self.languages[row[at["language"]] or ""] += 1
        self.words += row[at["word_count"]]
        self.paywalled += row[at["paywalled"]] is True
        self.in_stories += row[at["story"]] is not None
        self.fetched = max(self.fetched, (row[at["fetched_at"]] or "")[:10])
        if not (published := row[at["published_at"]]):
            self.undated += 1
            return
        day = published[:10]
        self.months[day[:7]] += 1
        self.first = min(self.first or day, day)
        self.last = max(self.last or day, day)


def chart(counts: Counter[str], *, by_count: bool, limit: int = 24) -> str:
    """Bars of text: the most frequent, or the last in order; "" for none."""
    ranked = sorted(counts.items(), key=lambda item: (-item[1], item[0]))
    shown = ranked[:limit] if by_count else sorted(counts.items())[-limit:]
    if not shown:
        return ""
    most, width = max(count for _, count in shown), max(len(name) for name, _ in shown)
    lines = []
    for name, count in shown:
        bar = _BAR * max(1, round(_BAR_WIDTH * count / most))
        lines.append(f"{name:{width}} {bar} {count:,}")
    if len(counts) > len(shown):
        lines.append(f"and {len(counts) - len(shown):,} more")
    return "\n".join(lines)
