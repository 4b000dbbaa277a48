"""How sources stand on the health page, and that what it says can be read."""

from __future__ import annotations

import re
from datetime import UTC, datetime
from pathlib import Path

import pytest
from asking import Served, ask

from db.models import RunRow, SourceRow
from db.source_health import SourceHealth
from web.health import Standing, standing

NOW = datetime(2026, 11, 20, 12, tzinfo=UTC)
STYLE = Path(__file__).parents[2] / "web" / "static" / "style.css"
PAIRS = (
    *(("good", "good-soft"), ("bad", "bad-soft"), ("warn", "warn-soft")),
    *(("accent", "accent-soft"), ("ink", "line"), ("ink", "mark"), ("dim", "paper")),
    *((name, "card") for name in ("dim", "accent", "good", "bad", "warn")),
)
"""Letters and what is behind them."""


@pytest.mark.parametrize(
    ("state", "error", "stands"),
    [
        ("finished", None, Standing.WELL),
        ("failed", "no such host", Standing.FAILING),
        ("interrupted", None, Standing.WELL),
        ("interrupted", "its process died", Standing.FAILING),
    ],
    ids=["finished", "failed", "told to stop", "killed"],
)
def test_who_was_told_to_stop_does_not_fail(
    state: str, error: str | None, stands: Standing
) -> None:
    source = SourceRow(id="tech", name="Tech", enabled=True, paused=False)
    run = RunRow(source_id="tech", started_at=NOW, state=state, error=error)
    health = SourceHealth(source, 1, 1, {}, run, NOW, ())
    assert standing(health, NOW) is stands


def test_the_page_says_that_no_service_runs(served: Served) -> None:
    told = ask(served.url, "/").body
    assert "No service runs" in told
    assert "of them today (UTC)" in told


def test_letters_stand_out_from_what_is_behind_them() -> None:
    """4.5 is the least contrast that WCAG 2 allows for text of this size (1.4.3)."""
    blocks = re.findall(r":root \{(.*?)\}", STYLE.read_text("utf-8"), re.S)
    assert len(blocks) == 2
    for block in blocks:
        colours = dict(re.findall(r"--([\w-]+): #(\w+);", block))
        for letters, behind in PAIRS:
            assert contrast(colours[letters], colours[behind]) >= 4.5, (letters, behind)


def contrast(one: str, other: str) -> float:
    """The contrast of two colours, by WCAG 2."""
    darker, lighter = sorted((luminance(one), luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)


def luminance(colour: str) -> float:
    whole = colour if len(colour) == 6 else "".join(letter * 2 for letter in colour)
    parts = [int(whole[at : at + 2], 16) / 255 for at in (0, 2, 4)]
    red, green, blue = (
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
