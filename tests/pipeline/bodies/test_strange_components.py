"""Components of another name amid those of which a text is made."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from pipeline.extract import extract_article
from pipeline.memory import EMPTY
from pipeline.records import Article, Page

NOW = datetime(2026, 11, 29, tzinfo=UTC)
URL = "https://courier.example/harbour/1"
LINES = [
    "The ferry between the two towns ran again on Monday, four weeks after it had hit the quay.",
    "Its owner paid for the repair himself, since no insurer covers damage below the waterline.",
    "Passengers who had taken the long way round the bay said that they would take it no more.",
    "The harbour master wants two lights on the mole before the storms of the winter set in.",
    "A second pier was built for the steamers of the last century and has stood empty since.",
    "Whoever owns the pier must clear it of weeds by May, as the two towns agreed last week.",
]
HEAD = "Marmalade, on paper"
NOTE = f"<div class='k-form'><h3>{HEAD}</h3><p>Sundays at nine: jars, spoons and toast.</p></div>"


def text_of(between: str, kind: str = "k-text", inner: str = "{}") -> str:
    parts = [f"<div class='{kind}'>{inner.format(f'<p>{line}</p>')}</div>" for line in LINES]
    parts.insert(3, between)
    page = (
        "<html lang='en'><head><title>The ferry runs again</title></head><body><main>"
        f"<h1>The ferry runs again</h1><div class='all'>{''.join(parts)}</div></main></body></html>"
    )
    found = extract_article(Page(URL, URL, page.encode(), NOW, charset="utf-8"), EMPTY, NOW)
    assert isinstance(found, Article)
    return found.text


@pytest.mark.parametrize("inner", ["{}", "<div class='formatted'>{}</div>"])
def test_a_headed_component_of_another_name_that_tells_of_other_things_goes(inner: str) -> None:
    assert text_of(NOTE, inner=inner) == "\n\n".join(LINES)


@pytest.mark.parametrize(
    "between",
    [
        NOTE + NOTE.replace(HEAD, "Marmalade, on air"),
        f"<div class='k-head'><h3>{HEAD}</h3><p>The mole of the harbour has no lights.</p></div>",
        f"<div class='k-list'><h3>{HEAD}</h3><ul><li>Jars</li><li>Spoons</li></ul></div>",
        f"<div class='k-text'><h3>{HEAD}</h3><p>Sundays at nine: jars and toast.</p></div>",
        "<div class='k-end'><h3>Verdict</h3><p>Sundays at nine: jars and toast.</p></div>",
    ],
)
def test_entries_lists_parts_and_verdicts_stay(between: str) -> None:
    told = text_of(between)
    assert HEAD in told or "Verdict" in told
    assert all(line in told for line in LINES)
