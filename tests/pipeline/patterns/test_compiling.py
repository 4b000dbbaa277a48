"""A pattern that was compiled by an earlier process is the pattern that `re` compiles."""

from __future__ import annotations

import re
import sys
from pathlib import Path

import pytest

from pipeline.lines.rulebook import rule_book
from pipeline.patterns import compiling
from pipeline.patterns.kept import Kept

PATTERNS = [
    (r"a+(?P<b>b)(?:c|d)?(?P=b)", 0),
    (r"^read\b.*", re.IGNORECASE | re.DOTALL),
    (r"(?i)(اقرأ) (?P<too>أيضا)|(?s:x.)", re.MULTILINE),
    (r"[\u4e00-\u9fff]{2,4}记者(?<=者)(?!们)", 0),
    ("\ud800|\U0001f600", 0),
]


@pytest.fixture
def keeping(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Each time it is asked anew what a file of this test keeps, as by another process."""
    monkeypatch.setattr(compiling, "kept", lambda: Kept(tmp_path / "rules.sqlite"))


@pytest.mark.usefixtures("keeping")
@pytest.mark.parametrize(("source", "flags"), PATTERNS)
def test_a_kept_pattern_is_what_re_compiles(
    source: str, flags: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    first = compiling.compiled(source, flags)
    monkeypatch.setattr(compiling, "parts_of", None)  # what is kept is not made again
    for pattern in (first, compiling.compiled(source, flags)):
        plain = re.compile(source, flags)
        assert pattern == plain
        assert (pattern.groups, pattern.groupindex) == (plain.groups, plain.groupindex)
        assert (pattern.flags, pattern.pattern) == (plain.flags, plain.pattern)


@pytest.mark.usefixtures("keeping")
def test_a_pattern_that_is_none_is_told_as_re_tells_it() -> None:
    with pytest.raises(re.error, match="missing"):
        compiling.compiled("(a")


def test_what_this_python_does_not_take_is_compiled_as_ever(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    kept = Kept(tmp_path / "rules.sqlite")
    monkeypatch.setattr(kept, "value", lambda *_: (0, [2**31], 0, {}, (None,)))
    monkeypatch.setattr(compiling, "kept", lambda: kept)
    assert compiling.compiled("a+").fullmatch("aaa")


def test_another_python_compiles_as_ever(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(compiling, "_sre", None)
    assert compiling.compiled("a+", re.IGNORECASE) == re.compile("a+", re.IGNORECASE)


@pytest.mark.skipif(sys.implementation.name != "cpython", reason="patterns of CPython are kept")
def test_patterns_of_the_rules_are_what_re_compiles() -> None:
    patterns = [pattern for rule in rule_book().patterns for pattern in rule.patterns]
    for pattern in patterns[::40]:
        assert pattern.compiled == re.compile(pattern.source, pattern.compiled.flags)
