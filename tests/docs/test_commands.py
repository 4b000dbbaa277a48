"""The docs name every verb and every setting."""

from __future__ import annotations

import re
from dataclasses import fields
from pathlib import Path

import pytest

from cli.main import VERBS
from crawler.settings import Settings

DOCS = Path(__file__).parents[2] / "docs"


def rows(page: str) -> dict[str, str]:
    """The rows of a page's tables, by the word that each begins with."""
    text = (DOCS / page).read_text("utf-8")
    return dict(re.findall(r"^\| `([\w-]+)` \| (.*) \|$", text, re.MULTILINE))


@pytest.mark.parametrize("verb", VERBS)
def test_every_verb_is_documented(verb: str) -> None:
    assert verb in rows("commands.md")


@pytest.mark.parametrize("setting", fields(Settings), ids=lambda setting: setting.name)
def test_every_setting_is_documented_as_it_is(setting: object) -> None:
    row = rows("settings.md")[setting.name]  # type: ignore[attr-defined]
    default = setting.default  # type: ignore[attr-defined]
    assert setting.metadata["help"] in row  # type: ignore[attr-defined]
    assert row.endswith("—" if default is None else f"`{default}`")
