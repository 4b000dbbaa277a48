"""A card alone amid a text: the headline of another article and its sentence."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from pipeline.extract import extract_article
from pipeline.memory import EMPTY
from pipeline.records import Article, Page

NOW = datetime(2026, 11, 29, tzinfo=UTC)
URL = "https://courier.example/harbour/1"
TEXT = [
    "The ferry between the two towns ran again on Monday, four weeks after it had hit the quay.",
    "Its owner paid for the repair himself, since no insurer covers damage below the waterline.",
    "The harbour master wants two lights on the mole before the storms of the winter set in.",
    "A second pier was built for the steamers of the last century and has stood empty since.",
]


def text_with(box: str) -> str:
    told = ("".join(f"<p>{text}</p>" for text in part) for part in (TEXT[:2], TEXT[2:]))
    above, below = (f"<div class='part'>{part}</div>" for part in told)
    page = (
        "<html lang='en'><head><title>The ferry runs again</title></head><body>"
        f"<article><h1>The ferry runs again</h1>{above}{box}{below}</article></body></html>"
    )
    article = extract_article(Page(URL, URL, page.encode(), NOW, charset="utf-8"), EMPTY, NOW)
    assert isinstance(article, Article)
    assert all(text in article.text for text in TEXT)
    return article.text


SENTENCE = "Why it took nine years to lay forty miles of it in the shallows of the sound."


def card(href: str, head: str = "A cable for the far isles", told: str = SENTENCE) -> str:
    return f"<div class='b7'><a href='{href}'><h3>{head}</h3></a><p>{told}</p></div>"


@pytest.mark.parametrize("href", ["/isles/7", "https://courier.example/isles/7"])
def test_a_card_alone_goes_with_its_sentence(href: str) -> None:
    assert "forty miles" not in text_with(card(href))


@pytest.mark.parametrize(
    "box",
    [
        card("https://pier.example/about"),
        card("/topics/pier", head="The pier"),
        card("#pier"),
        card(URL),
        card("/isles/7").replace("<a href='/isles/7'><h3>", "<h3><a href='/isles/7'>"),
        card("/isles/7", told=" ".join([SENTENCE, *(text.upper() for text in TEXT[:3])])),
    ],
)
def test_a_section_whose_heading_leads_to_what_it_tells_of_stays(box: str) -> None:
    assert "forty miles" in text_with(box)


BRIEF = (
    "<html lang='en'><head><title>The ferry runs again</title></head><body><div>"
    "<div><h2>The ferry runs again</h2></div><div><p>{}</p><p>{}</p>"
    "<div><a href='/isles/7'><span>Travel</span><h3>A cable for the far isles</h3></a></div>"
    "<p>{}</p></div>"
    "<div><h2>More news</h2><div><a href='/pier/9'><h3>A pier for steamers only</h3></a></div>"
    "</div></div></body></html>"
)


def test_a_brief_text_with_a_card_is_no_card_in_a_row_of_them() -> None:
    page = BRIEF.format(*TEXT[:3])
    article = extract_article(Page(URL, URL, page.encode(), NOW, charset="utf-8"), EMPTY, NOW)
    assert isinstance(article, Article)
    assert article.text.split("\n\n") == TEXT[:3]
