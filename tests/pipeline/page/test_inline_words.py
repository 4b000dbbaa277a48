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
        (
            "\"Keeper, this is <a class='popup' href='javascript:void(0)'>a friend;</a> you will "
            'find him useful."',
            "this is a friend; you will",
        ),
        (
            "The firm <a class='stock-ticker' href='/b'>Bridge & Sons</a> <span>(+2.4 %)</span> "
            "has built more of them this year than in all of the last.",
            "The firm Bridge & Sons (+2.4 %) has built",
        ),
        (
            "The firm <span class='popup-company'>Bridge & Sons<span class='popup-company__card'>"
            "<b>Bridge & Sons</b> 400 people</span></span> has never built one so long.",
            "The firm Bridge & Sons has never",
        ),
        (
            "It has <span class='tooltip'>money<span class='tooltiptext' role='tooltip'>What is "
            "paid</span></span> for the repairs until the end of the year.",
            "It has money for the repairs",
        ),
        (
            "Below it stands a <button class='tooltip-trigger' aria-describedby='t'>caisson"
            "</button><span role='tooltip' id='t'>A box of steel</span> that has to be renewed.",
            "stands a caisson that has",
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


@pytest.mark.parametrize(
    ("paragraph", "gone"),
    [
        ("Hear all of it in our <span class='popup'>Play the podcast</span>", "Play"),
        (
            "The old bridge was closed by the council.<button aria-expanded='false'>More</button>",
            "More",
        ),
        (
            "It is the <span class='popup'><b>Follow us</b></span> oldest of all the bridges.",
            "Follow",
        ),
        (
            "The code of the gate was <button>Copy</button> changed after the day of the fire.",
            "Copy",
        ),
    ],
)
def test_what_only_opens_something_is_no_word_of_a_sentence(paragraph: str, gone: str) -> None:
    assert gone not in _text(paragraph)


LARGE = "he bridge was to be closed for a week, and stays so for the whole of the winter."


@pytest.mark.parametrize(
    "paragraph",
    [
        f'<span aria-hidden="true">T</span><span class="sr-only">The</span>{LARGE}',
        f'<span class="visually-hidden">The</span><b aria-hidden="true">T</b>{LARGE}',
        f'<span aria-hidden="true"><i>T</i>he</span><span class="sr-only">The</span>{LARGE[2:]}',
        f'<span aria-hidden="true">★</span><span class="sr-only">Tip</span>T{LARGE}',
        f'<span aria-hidden="true">Tip</span>T{LARGE}',
    ],
)
def test_a_large_first_letter_that_is_heard_otherwise_is_read_once(paragraph: str) -> None:
    assert f"\nT{LARGE}\n" in _text(paragraph)


def test_what_a_paragraphs_label_tells_is_seen() -> None:
    parts = '<i aria-hidden="true">T</i><i aria-hidden="true">he</i>'
    text = _text(f'{parts}{LARGE[2:]}</p><p aria-label="The bridge">{parts}{LARGE[2:]}')
    assert text.count("The" + LARGE[2:]) == 1


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


@pytest.mark.parametrize(
    "place",
    [
        "<span class='dateline'>LEEDS</span> — ",
        "<strong class='article-dateline'>Leeds</strong> <span class='agency'>ada</span> | ",
        "<span class='dateline'>Leeds</span> <span class='agency'>ada</span> | ",
    ],
)
def test_the_place_of_a_report_belongs_to_its_first_sentence(place: str) -> None:
    said = "At the firm that built it in 1931, nobody had heard of the cracks in its two pillars."
    assert "L" in _text(f"{place}{said}").split(said)[0].split("\n\n")[-1]


@pytest.mark.parametrize("day", ["Feb. 11, 2026", "Monday"])
def test_the_day_before_a_sentence_is_none_of_it(day: str) -> None:
    said = "At the firm that built it in 1931, nobody had heard of the cracks in its two pillars."
    assert day not in _text(f"<span class='dateline'>{day}</span> {said}")


AROUND = (
    "The keeper of the bridge called it <{0}>an old friend</{1}> of the town and went on with his "
    "work on the day after."
)


@pytest.mark.parametrize(
    "called",
    [
        "affiliate-link", "ad-link", "sponsored", "comment-link", "video", "author", "photo",
        "hashtag", "topic", "popup", "poll",
    ],
)  # fmt: skip
def test_words_between_others_are_of_their_sentence_whatever_they_are_called(called: str) -> None:
    paid = called in ("affiliate-link", "ad-link", "sponsored")
    for tag in (f"a href='/x' class='{called}'", f"em class='{called}'")[: 1 if paid else 2]:
        assert "called it an old friend of the town" in _text(AROUND.format(tag, tag.split()[0]))
    said = "called it an old friend of the town" in _text(
        AROUND.format(f"span class='{called}'", "span")
    )
    assert said is (called in ("author", "photo", "hashtag", "topic", "popup"))


@pytest.mark.parametrize(
    ("paragraph", "gone"),
    [
        (AROUND.format("a href='/x' class='sr-only'", "a"), "an old friend"),
        ("By <span class='author'>Jane Doe</span> and <span class='author'>John Roe</span> for "
         "the Harbour Post", "Jane Doe"),
        (f"{PROSE} <a class='comments-link' href='#c'>12 comments</a>", "12 comments"),
        (f"{PROSE} <a class='video' href='/v'>Watch it fall</a> Nobody was hurt.", "Watch it"),
        (f"{PROSE} See <a class='ad' href='/v'>our offers</a> Nobody was hurt.", "our offers"),
        (f"{PROSE} Advertisement <a class='ad-link' href='/v'>Buy boats now</a>.", "Buy boats"),
        (AROUND.format("b class='advert'", "b").replace("an old", "Advertised"), "Advertised"),
        ("<span class='dateline'>Jane Doe</span> — The council closed the bridge on Tuesday for "
         "repairs, which will last about a year.", "Jane Doe"),
    ],
)  # fmt: skip
def test_what_is_called_otherwise_and_stands_in_no_sentence_goes(paragraph: str, gone: str) -> None:
    assert gone not in _text(paragraph)
