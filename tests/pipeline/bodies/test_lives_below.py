"""Who the author is, below a heading that says so in the same element as the text."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from pipeline.extract import extract_article
from pipeline.memory import EMPTY
from pipeline.records import Article, Page
from tests.pipeline.ferry_text import LINES as FERRY
from tests.pipeline.ferry_text import TOLD

NOW = datetime(2026, 11, 25, tzinfo=UTC)
URL = "https://courier.example/harbour/1"
LINES = FERRY[:4]


def _lines(*parts: str) -> list[str]:
    text = "".join(part if part.startswith("<") else f"<p>{part}</p>" for part in parts)
    html = f"<html lang=en><title>Ferry</title><article><h1>Ferry</h1>{text}</article></html>"
    result = extract_article(Page(URL, URL, html.encode(), NOW), EMPTY, NOW)
    assert isinstance(result, Article)
    return result.text.split("\n\n")


@pytest.mark.parametrize("head", ["About the author", "About our correspondent", "The author"])
@pytest.mark.parametrize("form", ["<h3>{}</h3>", "<p><b>{}</b></p>"])
def test_a_life_in_several_paragraphs_is_no_text(head: str, form: str) -> None:
    assert _lines(*LINES, form.format(head), *TOLD) == LINES


def test_the_text_goes_on_below_a_life() -> None:
    assert _lines(*LINES[:3], "<h3>About the author</h3>", TOLD[0], "<h3>In winter</h3>", LINES[3])[
        -2:
    ] == ["In winter", LINES[3]]
    more = [f"On day {n} the ferry ran with {n}0 guests, and nobody was late." for n in range(2, 8)]
    assert _lines(*LINES, "<h3>The author</h3>", *more)[-6:] == more


def test_a_life_that_is_longer_than_the_text_is_one() -> None:
    assert _lines(LINES[0], "<h3>About the author</h3>", *TOLD[1:], LINES[1])[-1] == LINES[1]
