"""The files of pipeline/rules/: words and patterns as data."""

from __future__ import annotations

import tomllib
from functools import cache
from importlib.resources import files
from typing import Any, cast

from pipeline.patterns.kept import kept


@cache
def read_rules(name: str) -> dict[str, Any]:
    """One of the files as it is, read once for all who ask; not to be changed."""
    return parsed(files("pipeline").joinpath("rules", name).read_text("utf-8"))


def rule_lines(name: str) -> list[str]:
    """The lines of a file of words, without its remarks."""
    text = files("pipeline").joinpath("rules", name).read_text("utf-8")
    return [line for line in text.splitlines() if not line.startswith("#")]


def parsed(source: str) -> dict[str, Any]:
    """What the text of a file says, parsed once for all processes."""
    return cast(dict[str, Any], kept().value("toml", source, lambda: tomllib.loads(source)))
