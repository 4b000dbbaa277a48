"""Patterns that are compiled when they are first asked."""

from __future__ import annotations

import re

import pytest

from pipeline.patterns.late_patterns import late_pattern


def test_a_late_pattern_answers_as_one_of_re() -> None:
    late, at_once = late_pattern("(a|b)c", re.IGNORECASE), re.compile("(a|b)c", re.IGNORECASE)
    text = "xAC bc ab"
    for _ in range(2):  # when first asked, and later
        assert [found[0] for found in late.finditer(text)] == ["AC", "bc"]
        assert late.findall(text) == at_once.findall(text)
        assert late.split(text) == at_once.split(text)
        assert late.sub("-", text) == at_once.sub("-", text)
        assert (late.match(text), late.fullmatch(text)) == (None, None)
        assert late.search(text, 4) is not None
    assert (late.pattern, late.flags) == (at_once.pattern, at_once.flags)


def test_it_is_compiled_when_it_is_first_asked() -> None:
    late = late_pattern("(")
    with pytest.raises(re.error):
        late.search("(")
