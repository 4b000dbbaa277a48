"""The rule of a source's file that says which links are articles."""

from __future__ import annotations

import re
from urllib.parse import unquote


def pattern_of(rule: str | None) -> re.Pattern[str] | None:
    """The regular expression between slashes that an article's address matches; None where the rule
    is a CSS selector, or there is none."""
    if rule and len(rule) > 2 and rule.startswith("/") and rule.endswith("/"):
        return re.compile(rule[1:-1])
    return None


def chooses(pattern: re.Pattern[str], url: str) -> bool:
    """Whether the expression matches an address: as it is, or with its letters in their own
    script, as a person reads and writes them."""
    return bool(pattern.search(url) or ("%" in url and pattern.search(unquote(url))))
