"""A rule's pattern: how its lines begin and what they hold is told before it is compiled.

There are some four thousand patterns, and a page needs few of them: most are never compiled.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache, cached_property
from importlib.resources import files

from pipeline.patterns.compiling import compiled
from pipeline.patterns.kept import kept
from pipeline.patterns.pattern_source import with_any_joint
from pipeline.patterns.rule_starts import beginnings
from pipeline.patterns.rule_words import words_of_pattern


class LinePattern:
    """A pattern of whole lines, whatever their case; `of_source` makes each only once."""

    def __init__(self, source: str) -> None:
        self.source = with_any_joint(source)

    @cached_property
    def begins(self) -> frozenset[str] | None:
        """The folded beginnings of all lines that match; None where a line may begin anyhow."""
        return beginnings(self.source)

    @cached_property
    def words(self) -> tuple[str, ...]:
        """Of these each matching line holds one, in the form of `folded_line`; empty where nothing
        is sure."""
        return tuple(words_of_pattern(self.source))

    @cached_property
    def compiled(self) -> re.Pattern[str]:
        return compiled(self.source, self.flags)

    @property
    def flags(self) -> re.RegexFlag:
        """How the pattern is compiled."""
        return re.DOTALL if self._is_caseless() else re.IGNORECASE | re.DOTALL

    def _is_caseless(self) -> bool:
        """Whether no letter of the pattern has a case: to look for that of each letter of «any
        Chinese sign» takes longer than to compile the rest."""
        plain = _ESCAPED.sub(_sign_of, self.source)
        return plain.lower() == plain.upper()

    def matches(self, text: str, low: str) -> bool:
        """Whether a line matches; `low` is the same line in the form of `folded_line`."""
        if self.words:
            for word in self.words:  # a generator would take longer than the words
                if word in low:
                    break
            else:
                return False
        return self.compiled.fullmatch(text) is not None


_ESCAPED = re.compile(r"\\(?:x([0-9a-fA-F]{2})|u([0-9a-fA-F]{4})|.)", re.DOTALL)


def _sign_of(escaped: re.Match[str]) -> str:
    """The sign that an escape tells by its number; that of a class, as of all digits, is none."""
    number = escaped[1] or escaped[2]
    return chr(int(number, 16)) if number else ""


of_source = cache(LinePattern)


def tell(patterns: Iterable[LinePattern]) -> None:
    """Have patterns know how their lines begin and what they hold, all at once: to read that from
    four thousand sources takes as long as ten pages, so that it is kept. Where nothing is, each
    is read when it is asked."""
    if not kept().keeps:
        return
    untold = list(dict.fromkeys(patterns))
    what = "\0".join([_readers(), *(pattern.source for pattern in untold)])
    told = kept().value("told", what, lambda: [(p.begins, p.words) for p in untold])
    for pattern, (begins, words) in zip(untold, told, strict=True):
        vars(pattern).update(begins=begins, words=words)


def _readers() -> str:
    """The modules by which patterns are read: what they told before they were changed is no more
    than a memory of it."""
    folder = files("pipeline.patterns")
    modules = ("pattern_source.py", "rule_starts.py", "rule_words.py")
    return "\0".join(folder.joinpath(module).read_text("utf-8") for module in modules)
