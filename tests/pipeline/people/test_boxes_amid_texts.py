"""Persons in boxes between the paragraphs of a text: it quotes them, or tells of them."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from pipeline.extract import extract_article
from pipeline.memory import EMPTY
from pipeline.records import Article, Page

NOW = datetime(2026, 11, 30, tzinfo=UTC)
TEXT = (
    "The council closed the old bridge on Monday after engineers had found cracks in two pillars.",
    "Ferries will carry commuters across the river until the repairs are finished, it said.",
    "Shopkeepers on the northern bank expect to lose a third of their customers this winter.",
)
SAID = "The river takes what it wants, and the council only learns of it in the morning."


def _authors(box: str, at: int) -> tuple[str, ...]:
    lines = [f"<p>{line}</p>" for line in TEXT]
    lines.insert(at, box)
    html = (
        "<html lang=en><title>Bridge closed</title><article class=post><h1>Bridge closed</h1>"
        f"<div class=entry-content>{''.join(lines)}</div></article>"
    )
    page = Page("https://a.example/1", "https://a.example/1", html.encode(), NOW, charset="utf-8")
    found = extract_article(page, EMPTY, NOW)
    assert isinstance(found, Article)
    return found.authors


PROFILE = f"<div class=profile><h3>Rita Holm</h3><p>Rita Holm is a reporter. {SAID}</p></div>"


@pytest.mark.parametrize(
    "box",
    [
        f"<div class=quote><p>{SAID}</p><span class=quote-author>Rita Holm</span></div>",
        f"<div class=pullQuote><p>{SAID}</p><div class=pullQuote__author>Rita Holm</div></div>",
        PROFILE,
    ],
)
def test_who_stands_between_two_paragraphs_did_not_write_them(box: str) -> None:
    assert _authors(box, 2) == ()


def test_who_is_quoted_last_wrote_nothing() -> None:
    quote = f"<div class=quote><p>{SAID}</p><span class=quote-author>Rita Holm</span></div>"
    assert _authors(quote, len(TEXT)) == ()


def test_who_is_told_of_below_a_text_wrote_it() -> None:
    assert _authors(PROFILE, len(TEXT)) == ("Rita Holm",)
