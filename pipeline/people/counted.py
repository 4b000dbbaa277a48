"""Numbers of comments behind a name in a line of facts, «Jane Doe (5 comments) takes 3 min.»."""

from __future__ import annotations

import re

_COUNTED = re.compile(r"\s*\(\d{1,5}\s[^\W\d_]{3,20}\)(?:\s+[^,،;]*\d[^,،;]*)?$")
"""A number and its word in brackets, and another fact in figures behind it; behind a comma another
person's age may follow."""


def without_count(line: str) -> str:
    """A line without such a number at its end and the fact behind it."""
    return _COUNTED.sub("", line) if "(" in line else line
