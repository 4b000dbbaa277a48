"""Patterns compiled once for all processes.

`re` compiles in Python, a list of five hundred words in the time of a page; what it compiles them
to is a list of numbers. That list is kept, and what `re` does last, handing it to the part of it
that is written in C, is done again. That part checks the numbers that it is given; where a Python
does all this in another way its patterns are compiled as ever.
"""

from __future__ import annotations

import re
from typing import Any, cast

from pipeline.patterns.kept import kept

try:
    import _sre  # type: ignore[import-not-found]
    from re import _compiler, _parser  # type: ignore[attr-defined]
except ImportError:  # another Python than CPython
    _sre = None


def compiled(source: str, flags: int = 0) -> re.Pattern[str]:
    """The same as `re.compile`, in a hundredth of the time where an earlier process did it."""
    if _sre is None:
        return re.compile(source, flags)
    flags = int(flags)
    what = f"{_sre.MAGIC} {flags} {source}"
    parts = kept().value("pattern", what, lambda: parts_of(source, flags))
    try:
        return cast(re.Pattern[str], _sre.compile(source, *parts))
    except (TypeError, ValueError, RuntimeError):
        return re.compile(source, flags)


def parts_of(source: str, flags: int) -> tuple[Any, ...]:
    """What `re` gives to its part in C: flags, code, the number of groups, and their names."""
    parsed = _parser.parse(source, flags)
    names = parsed.state.groupdict
    by_number: list[str | None] = [None] * parsed.state.groups
    for name, number in names.items():
        by_number[number] = name
    code = [*map(int, _compiler._code(parsed, flags))]  # plain numbers: some have names in `re`
    return flags | parsed.state.flags, code, parsed.state.groups - 1, names, tuple(by_number)
