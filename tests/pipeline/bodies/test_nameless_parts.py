"""Texts in nameless boxes, which an editor of blocks sets above and below code and tables."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import UTC, datetime

from pipeline.extract import extract_article
from pipeline.memory import EMPTY
from pipeline.records import Article, Page

NOW = datetime(2026, 11, 25, tzinfo=UTC)
SAID = (
    "The ferry between the two towns ran again on Monday, four weeks after it had hit the quay.",
    "Its owner paid for the repair himself, since no insurer covers damage below the waterline.",
    "Passengers who had taken the long way round the bay said that they would take it no more.",
    "The harbour office counted nine hundred of them on the first day, more than in all of May.",
    "Schools on the far side had moved their first lesson to ten, and will go back to eight now.",
    "The quay itself will be rebuilt in spring, when the water is low, for a sum nobody named.",
    "A second ferry stands by until the new engine has run for a month, the office said on Friday.",
)


def _set_in_blocks(parts: str) -> str:
    html = f"<title>Ferry runs again</title><div><div><h1>Ferry runs again</h1></div>{parts}</div>"
    page = Page("https://a.example/1", "https://a.example/1", html.encode(), NOW, charset="utf-8")
    found = extract_article(page, EMPTY, NOW)
    assert isinstance(found, Article)
    return found.text


def _boxes(texts: Iterable[str]) -> str:
    return "<div>" + "".join(f"<div>{text}</div>" for text in texts) + "</div>"


def test_parts_of_a_text_in_nameless_boxes_above_and_below_code_are_one() -> None:
    parts = f"{_boxes(SAID[:2])}<div><pre><code>ferry --run</code></pre></div>{_boxes(SAID[2:])}"
    text = _set_in_blocks(parts)
    assert all(said in text for said in SAID)
    assert "ferry --run" in text


def test_a_nameless_box_of_linked_or_single_texts_is_no_part() -> None:
    linked = [f"{said} <a href='/2'>The bay freezes over for days</a>" for said in SAID[:2]]
    assert "bay freezes" not in _set_in_blocks(_boxes(SAID) + _boxes(linked))
