"""Patterns that are compiled when they are first asked.

`re` looks at each letter of a class: «any Chinese sign» takes as long to compile as ten thousand
lines to match, and a list of words likewise. Most pages ask few of these, and a process that reads
one site's pages is to begin at once.
"""

from __future__ import annotations

import re
from typing import Any, cast

from pipeline.patterns.compiling import compiled

_ASKED = ("match", "fullmatch", "search", "finditer", "findall", "split", "sub", "subn", "groups")


def late_pattern(source: str, flags: int = 0) -> re.Pattern[str]:
    """What is asked like a pattern of `re`, and is none before."""
    return cast(re.Pattern[str], _Late(source, flags))


def asked_as(pattern: re.Pattern[str]) -> dict[str, Any]:
    """How a pattern is asked, by the names of its methods: whoever has them as its own attributes
    is asked as fast as the pattern."""
    return {name: getattr(pattern, name) for name in _ASKED}


class _Late:
    def __init__(self, source: str, flags: int) -> None:
        self.pattern = source
        self._flags = flags

    def __getattr__(self, name: str) -> Any:
        """Only what was not asked before comes here: the methods are its own from then on."""
        pattern = compiled(self.pattern, self._flags)
        vars(self).update(asked_as(pattern))
        return getattr(pattern, name)
