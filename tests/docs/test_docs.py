"""The docs are whole: every reason, column, record key, command and setting is explained."""

from __future__ import annotations

import re
from dataclasses import Field, fields
from importlib import import_module
from pathlib import Path

import pytest
from typer.main import get_command

from cli.main import VERBS, module_of
from crawler.settings import Settings
from db.export.rows import KEYS
from db.models import Base
from db.rows import removed_values
from pipeline.errors import Reason
from pipeline.records import BlockKind, Origin, Removed

COMPLETION = ("--install-completion", "--show-completion")
ROOT = Path(__file__).parents[2]
DOCS = ROOT / "docs"


@pytest.mark.parametrize("reason", list(Reason))
def test_every_reason_is_explained(reason: Reason) -> None:
    rows = re.findall(r"^\| `([a-z0-9-]+)` \|", (DOCS / "reasons.md").read_text("utf-8"), re.M)
    assert reason.value in rows


def test_no_reason_is_explained_that_does_not_exist() -> None:
    page = (DOCS / "reasons.md").read_text("utf-8")
    rows = re.findall(r"^\| `([a-z0-9-]+)` \|", page.partition("## Reasons that a page")[2], re.M)
    assert set(rows) == {reason.value for reason in Reason}


@pytest.mark.parametrize(
    ("table", "column"),
    [(t.name, c.name) for t in Base.metadata.sorted_tables for c in t.columns],
)
def test_every_column_is_explained(table: str, column: str) -> None:
    page = (DOCS / "fields.md").read_text("utf-8")
    section = re.search(rf"^### [\w, ]*\b{table}\b[^:\n]*:.*?(?=^##)", page, re.M | re.S)
    assert section is not None, f"docs/fields.md has no section for {table}"
    assert re.search(rf"^\| `(?:{table}\.)?{column}` \|", section[0], re.M)


def rows_of(name: str) -> list[str]:
    """The rows of docs/fields.md of a column or key of this name."""
    return re.findall(rf"^\| `{name}` \|.*$", (DOCS / "fields.md").read_text("utf-8"), re.M)


@pytest.mark.parametrize("key", KEYS)
def test_every_key_of_the_record_is_explained(key: str) -> None:
    record = (DOCS / "fields.md").read_text("utf-8").partition("## The article record")[2]
    assert re.search(rf"^\| `{key}` \|", record, re.M)


@pytest.mark.parametrize("origin", list(Origin))
def test_every_origin_of_a_date_is_named_for_the_column_and_the_key(origin: Origin) -> None:
    column, key = rows_of("published_at_origin")
    assert f"`{origin}`" in column
    assert f"`{origin}`" in key


def test_every_key_of_the_ledger_is_named_for_the_column_and_the_key() -> None:
    line = removed_values(Removed("A heading", "comment-form", 3, BlockKind.HEADING, 2))
    for row in rows_of("removed"):
        assert all(re.search(rf"\b{key}\b", row) for key in line)


@pytest.mark.parametrize(
    "page", sorted(ROOT.glob("*.md")) + sorted(DOCS.rglob("*.md")), ids=lambda p: p.name
)
def test_links_between_pages_lead_somewhere(page: Path) -> None:
    for target in re.findall(r"\]\((?!https?:|#)([^)#]+)", page.read_text("utf-8")):
        assert (page.parent / target).exists(), f"{page.name} links to {target}"


@pytest.mark.parametrize("setting", fields(Settings), ids=lambda setting: setting.name)
def test_every_setting_is_explained(setting: Field[object]) -> None:
    page = (DOCS / "settings.md").read_text("utf-8")
    row = re.search(rf"^\| `{setting.name}` \|.*$", page, re.M)
    assert row is not None
    assert setting.metadata["help"] in row[0]
    shown = "none" if setting.default is None else str(setting.default)
    assert row[0].split(" | ")[1].strip('`"').replace("_", "") == shown


@pytest.mark.parametrize("verb", VERBS)
def test_every_command_and_option_is_explained(verb: str) -> None:
    page = (DOCS / "commands.md").read_text("utf-8")
    rows = "\n".join(re.findall(rf"^\| `rasid {verb}\b.*$", page, re.M))
    assert rows
    command = get_command(import_module(module_of(verb)).app)
    for name in getattr(command, "commands", {}):
        assert f"rasid {verb} {name}" in rows
    for option in command.params:
        long = max(option.opts, key=len)
        if long.startswith("--") and long not in ("--help", *COMPLETION):
            assert long in rows, f"docs/commands.md does not name {long} of rasid {verb}"
