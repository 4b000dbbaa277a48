"""Bylines as content systems mark them, with what they set beside the name."""

from __future__ import annotations

import pytest

from pipeline.declared.metadata import read_metadata
from pipeline.page.html import parse_text
from pipeline.people.authors import extract_authors
from pipeline.people.told_names import names_of

TEXT = f"<p>{'Text of it goes on to its end here. ' * 9}</p>" * 2
HOUSE = '{"@type":"Organization","name":"Harbour Courier"}'
AGENCY = '{"@type":"Person","name":"Reuters"}'


def _authors(byline: str, author: str | None = None) -> tuple[str, ...]:
    data = f'{{"@type":"NewsArticle","author":{author},"publisher":{HOUSE}}}'
    head = f'<script type="application/ld+json">{data}</script>' if author else ""
    html = f"<head>{head}</head><main><h1>A story of note</h1>{byline}<div>{TEXT}</div></main>"
    doc = parse_text(html, "https://news.example/story")
    return extract_authors(doc, read_metadata(doc), title="A story of note")


@pytest.mark.parametrize(
    ("byline", "names"),
    [
        ("<h4 class='writer'>Harbour Courier- Jana Roth</h4>", ("Jana Roth",)),
        ("<h4 class='writer'>Harbour Courier: Jana Roth</h4>", ("Jana Roth",)),
        ("<h5><a href='/kottab/u1'>مي عاشور</a></h5>", ("مي عاشور",)),
        ("<div data-author='Jana Roth'></div>", ("Jana Roth",)),
        ("<table><tr><td>Yazan</td><td>Jale Baran</td></tr></table>", ("Jale Baran",)),
        ("<td>الكاتب: مي عاشور &nbsp; التاريخ: 27/11/2026 &nbsp; القراء: 90</td>", ("مي عاشور",)),
        ("<p>By: Jana Roth Posted: 27/11/2026</p>", ("Jana Roth",)),
        ("<p class='author'>صاغها أحمد بوشاح</p>", ("أحمد بوشاح",)),
        ("<p class='author'>مها أحمد بوشاح</p>", ("مها أحمد بوشاح",)),
        # what only looks like one
        ("<div data-author='Harbour Courier'></div>", ("Harbour Courier",)),
        ("<blockquote><p>So it is.</p><cite>Jana Roth</cite></blockquote>", ("Harbour Courier",)),
    ],
)
def test_marks_of_a_person_beside_the_house(byline: str, names: tuple[str, ...]) -> None:
    assert _authors(byline, HOUSE) == names


def test_the_section_in_the_line_of_a_person_is_no_second_one() -> None:
    line = "<p class='entry-meta'>17/11/2026 / <i>بقلم</i> <span class='name'>{}</span> / {}</p>"
    section, second = "<a href='/category/x'>اقتصاد</a>", "<a href='/author/2'>هدى سالم</a>"
    assert _authors(line.format("مي عاشور", section)) == ("مي عاشور",)
    assert _authors(line.format("مي عاشور", second)) == ("مي عاشور", "هدى سالم")


def test_a_name_of_one_word_in_an_element_that_a_script_draws() -> None:
    assert _authors("<news-byline name='高翔'></news-byline>") == ("高翔",)
    assert _authors("<news-byline name='Redaktion'></news-byline>") == ()


def test_an_agency_in_metadata_gives_way_to_who_signs_the_page() -> None:
    link = "<em class='story__author'>By <a rel='author' href='/a/1'>Jana Roth</a></em>"
    assert _authors(link, AGENCY) == ("Jana Roth",)
    assert _authors("<div class='byline'>Reuters</div>", AGENCY) == ("Reuters",)
    assert _authors("<p class='credit'>Photo: Jana Roth</p>", AGENCY) == ("Reuters",)


def test_the_widget_of_a_page_builders_editor_is_no_byline() -> None:
    line = "<p>Recevez chaque matin notre sélection d'articles dans votre boîte mail</p>"
    assert (
        _authors(f"<div class='elementor-widget elementor-widget-text-editor'>{line}</div>") == ()
    )
    assert _authors("<div class='story-editor'>Jana Roth</div>") == ("Jana Roth",)


def test_a_label_in_bold_names_the_author_though_it_heads_boxes_about_authors_elsewhere() -> None:
    (line,) = parse_text(
        "<p><strong>本文作者：</strong>周若彤</p>", "https://news.example/"
    ).tree.iter("p")
    assert names_of(line, "本文作者：周若彤", 2, labelled=True) == ("周若彤",)


@pytest.mark.parametrize(
    ("href", "said", "names"),
    [
        ("/section/technology", "Technology", ()),
        ("/tech", "تكنولوجيا", ()),
        ("/author/technology", "Technology", ("Technology",)),  # a desk's own page
        ("/tech", "Jana Roth", ("Jana Roth",)),
        ("/tech", "شركات المهدي", ("شركات المهدي",)),  # like a section by its form alone
    ],
)
def test_a_section_whose_link_is_marked_as_an_author(
    href: str, said: str, names: tuple[str, ...]
) -> None:
    assert _authors(f"<p><a rel='author' href='{href}'>{said}</a> · 20 May 2026</p>") == names


@pytest.mark.parametrize("tag", ["span", "b", "div"])
def test_who_took_the_pictures_behind_a_label_of_their_own(tag: str) -> None:
    row = ("Words by", "Jana Roth", "Photos by", "Omar Daher")
    said = " ".join(f"<{tag}>{each}</{tag}>" for each in row)
    assert _authors(f"<div class='byline'>{said}</div>") == ("Jana Roth",)


@pytest.mark.parametrize(
    ("name", "word", "signs"),
    [
        ("Jane Roth", "Photographer", ("Jane Roth",)),
        ("Jane Roth", "Co-founder", ("Jane Roth",)),
        ("Jane Roth", "Leeds", ("Jane Roth",)),
        # words of the name, and who signs beside it
        ("Jane", "Roth", ("Jane Roth",)),
        ("Jane Roth", "Reuters", ("Jane Roth", "Reuters")),
    ],
)
def test_a_word_of_its_own_behind_a_whole_name(
    name: str, word: str, signs: tuple[str, ...]
) -> None:
    assert _authors(f"<div class='byline'><b>{name}</b> <b>{word}</b></div>") == signs


def test_a_word_behind_a_whole_name_that_nothing_calls_a_byline() -> None:
    assert _authors("<div><b>Jane Roth</b> <b>Photographer</b></div>") == ("Jane Roth",)
    assert _authors("<div><b>Mary Ann</b> <b>Smith</b></div>") == ("Mary Ann Smith",)


def test_an_agency_lists_who_may_be_asked_about_a_story() -> None:
    line = "<p>To contact the reporter on this story: Jana Roth in London at jroth@news.example</p>"
    html = f"<main><h1>A story of note</h1><div>{TEXT}{line}</div></main>"
    doc = parse_text(html, "https://news.example/story")
    assert extract_authors(doc, read_metadata(doc), title="A story of note") == ("Jana Roth",)
