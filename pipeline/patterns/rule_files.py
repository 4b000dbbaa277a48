"""The files of pipeline/rules/: words and patterns as data."""

from __future__ import annotations

import tomllib
from functools import cache
from importlib.resources import files
from typing import Any


@cache
def read_rules(name: str) -> dict[str, Any]:
    """One of the files as it is, read once for all who ask; not to be changed."""
    return tomllib.loads(files("pipeline").joinpath("rules", name).read_text("utf-8"))
