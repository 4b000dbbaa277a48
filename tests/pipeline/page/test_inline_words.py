"""Words amid a sentence that are called like a part beside the article."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from pipeline.extract import extract_article
from pipeline.memory import EMPTY
from pipeline.records import Article, Page

NOW = datetime(2026, 11, 25, tzinfo=UTC)
URL = "https://news.example/town/bridge"
TITLE = "The old bridge stays shut for the whole winter"
PROSE = (
    "The council voted on Tuesday to close the bridge for repairs, which will last about a year."
)


def _text(paragraph: str) -> str:
    html = (
        f"<html><head><title>{TITLE}</title></head><body><main><article><h1>{TITLE}</h1>"
        f"<p>1. {PROSE}</p><p>{paragraph}</p><p>2. {PROSE}</p></article></main></body></html>"
    )
    found = extract_article(Page(URL, URL, html.encode(), NOW, charset="utf-8"), EMPTY, NOW)
    assert isinstance(found, Article)
    return found.text


@pytest.mark.parametrize(
    ("paragraph", "said"),
    [
        (
            "At <span class='ticker'>Bridge & Sons</span>, the firm that built it in 1931, nobody "
            "had heard of the cracks.",
            "At Bridge & Sons, the firm",
        ),
        (
            "Since the death of <a class='entity js-teaser' href='/t'>Jane Doe</a> (1966-2019)"
            " nobody had looked after it, her colleagues say.",
            "death of Jane Doe (1966-2019) nobody",
        ),
        (
            "Traffic has been led over the <a class='internal-link' href='/r'>ring road</a> since "
            "the morning, the police said.",
            "over the ring road since",
        ),
        (
            "The last one to cross it was a bus of the <a class='keyword' href='/k'>city's line "
            "four</a>, whose driver had not heard of it.",
            "the city's line four, whose",
        ),
        (
            "<a class='internal-link' href='/d'>Jane Doe</a> said that the old one would stay "
            "where it is until the summer at least.",
            "Jane Doe said that",
        ),
        (
            "The engineers had warned of it for years, \"<a class='internal-link' href='/w'>in "
            'writing</a>", as their head told the council.',
            '"in writing", as',
        ),
        (
            "市議会は<span id=k1><a class='keyword' href='/h'>港の橋</a></span><span id=q1></span>"
            "を閉じることを決め、<a class='keyword' href='/k'>県</a>、<a class='keyword' href='/t'>"
            "市</a>と島の人々が費用を分けるという。",
            "市議会は港の橋を閉じることを決め、県、市と島の人々が",
        ),
        (
            "<a class='keyword' href='/h'>港の橋</a>は冬の間ずっと閉じられたままになると市議会が"
            "火曜日の会議で決めた。",
            "港の橋は冬の間ずっと",
        ),
        (
            "Nobody had thought of the cracks that the engineers found in both of its <a "
            "class='popup' href='#n1'>elderly pillars.</a>",
            "both of its elderly pillars.",
        ),
    ],
)
def test_words_of_a_sentence_stay_in_it(paragraph: str, said: str) -> None:
    assert said in _text(paragraph)


@pytest.mark.parametrize(
    "paragraph",
    [
        "The bridge was built in 1931 and was the first of its kind in the country. <a "
        "class='related-link internal-link' href='/x'>How the bridge was built</a>",
        "<a class='internal-link' href='/x'>How the bridge was built</a>",
    ],
)
def test_a_link_behind_a_text_is_none_of_it(paragraph: str) -> None:
    assert "How the bridge" not in _text(paragraph)


LEAD = "The bridge over the upper river, shut for a year, is to open again. What has changed?"


@pytest.mark.parametrize(
    ("name", "said", "goes"),
    [
        ("top__date", "Monday, 6 January 2020", True),
        ("top__date", "6 January", False),
        ("mark", "Monday, 6 January 2020", False),
    ],
)
def test_a_day_behind_the_last_sentence_of_a_standfirst_is_none_of_it(
    name: str, said: str, goes: bool
) -> None:
    text = _text(f"{LEAD}<span class='{name}'>{said}</span>")
    assert "What has changed?" in text
    assert (said not in text) is goes


def test_a_day_with_which_a_sentence_ends_is_the_sentences() -> None:
    lead = LEAD.removesuffix("What has changed?")
    assert "open on 6 May 2027" in _text(
        f"{lead} It is to open on <span class='top__date'>6 May 2027</span>"
    )
    assert "6 May 2027" in _text(
        f"{LEAD} <span class='top__date'>6 May 2027</span> is the day, he said."
    )
