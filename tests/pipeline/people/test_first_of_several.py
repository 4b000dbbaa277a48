"""Metadata that name the first of several authors, or a house by a part of its name."""

from __future__ import annotations

import json

import pytest

from pipeline.people.given_names import begins_with_given_name
from tests.pipeline.people.story_page import authors

JANE, JOHN, ZRINKA = "Jane Okafor", "John Aquin", "Zrinka Aquin"


def said(name: str, kind: str = "Person") -> str:
    story = {"@type": "NewsArticle", "author": {"@type": kind, "name": name}}
    data = json.dumps(story, ensure_ascii=False)
    return f"<script type='application/ld+json'>{data}</script>"


@pytest.mark.parametrize(
    ("boxes", "names"),
    [
        ("<div class='cards'><div class='card-name'><a href='/author/1'>Jane Okafor</a></div>"
         "<div class='card-name'><a href='/author/2'>John Aquin</a></div></div>", (JANE, JOHN)),
        ("<div><p>By <a class='author'>Jane Okafor</a></p><p>By <a class='author'>John Aquin</a>"
         "</p></div>", (JANE, JOHN)),
        # a sentence, who edited, who took the pictures, what is no person's
        ("<div><p itemprop='author'>By <span itemprop='name'>Jane Okafor</span></p>"
         "<p>Jane Okafor reported from Nairobi.</p></div>", (JANE,)),
        ("<div><p>By <a class='author'>Jane Okafor</a></p><p>Edited by <a class='author'>"
         "John Aquin</a></p></div>", (JANE,)),
        ("<div><div class='author'><a href='/author/1'>Jane Okafor</a></div>"
         "<div class='author'><a href='/author/2'>John Aquin</a><i>Photographer</i></div></div>",
         (JANE,)),
        ("<div><span class='fact'>Jane Okafor</span><span class='fact'>New Delhi</span></div>",
         (JANE,)),
    ],
)  # fmt: skip
def test_boxes_of_one_form_name_the_others(boxes: str, names: tuple[str, ...]) -> None:
    assert authors(boxes, head=said(JANE), lang="en") == names


def test_boxes_below_the_text_name_none() -> None:
    cards = "".join(
        f"<div class='card-name'><a href='/author/{name[0]}'>{name}</a></div>"
        for name in (JANE, JOHN)
    )
    assert authors(behind=f"<div>{cards}</div>", head=said(JANE), lang="en") == (JANE,)


@pytest.mark.parametrize(
    ("line", "site", "names"),
    [
        ("الأفق - سارة أحمد - علي حسن - منى سالم", "الأفق", ("سارة أحمد", "علي حسن", "منى سالم")),
        ("سارة أحمد او علي حسن او منى سالم", "", ("سارة أحمد", "علي حسن", "منى سالم")),
        ("سارة أحمد - مستشفى الأفق", "الأفق", ("سارة أحمد",)),
    ],
)
def test_a_line_names_the_others(line: str, site: str, names: tuple[str, ...]) -> None:
    byline = f"<p class='byline'>{line}</p>"
    assert authors(byline, head=said("سارة أحمد"), site=site) == names


def test_a_house_is_no_part_of_the_first_name() -> None:
    line = "<div class='signature'>Nord-Herald <span>Jane Okafor and John Aquin</span></div>"
    head = said("Nord-Herald", "Organization")
    assert authors(line, head=head, lang="en", site="Nord-Herald") == (JANE, JOHN)


@pytest.mark.parametrize(
    ("name", "site", "line"),
    [
        ("24 Minutes with AFP", "24 Minutes", "24 Minutes with AFP"),
        ("الأفق اليوم", "الأفق اليوم", "كتب: الأفق اليوم الأحد 03-05-2026"),
    ],
)
def test_a_house_keeps_the_words_of_a_time(name: str, site: str, line: str) -> None:
    head = said(name, "Organization") + f"<meta name='author' content='{name}'>"
    lang = "en" if name.isascii() else "ar"
    assert authors(f"<p class='author'>{line}</p>", head=head, site=site, lang=lang) == (name,)


def test_the_town_before_an_agency_is_nobody() -> None:
    line = "Burak Şen / ANKARA, (DHA)"
    byline = f"<span class='author'>{line}</span>"
    assert authors(byline, head=said(line), lang="tr") == ("Burak Şen",)


def test_the_town_before_the_house_is_no_part_of_it() -> None:
    line = "<div class='author-name'><span>عمّان</span> <a href='/a/1'>الأفق</a></div>"
    assert authors(line, head=said("الأفق", "Organization"), site="الأفق") == ("الأفق",)


def test_figures_behind_a_desk_are_its_house_s() -> None:
    line = "<span class='author'>Redacția Canal24</span>"
    assert authors(line, lang="ro") == ("Redacția Canal24",)


def test_who_took_the_house_s_picture_wrote_nothing() -> None:
    line = "<p>Photo : Nord-Herald / Jane Okafor</p><p class='author'>Nord-Herald</p>"
    head = said("Nord-Herald", "Organization")
    assert authors(line, head=head, lang="fr", site="Nord-Herald") == ("Nord-Herald",)


def test_what_a_section_is_called_is_no_name() -> None:
    box = (
        "<section aria-labelledby='byline-1' class='own-byline'>"
        "<strong class='visually-hidden' id='byline-1'>Article Information</strong>"
        "<ul><li><span class='visually-hidden'>Author, </span><span>سارة أحمد</span></li>"
        "<li><span>Role, </span><span>مراسلة الشؤون الاقتصادية</span></li></ul></section>"
    )
    assert authors(box, head=said("الأفق", "Organization"), site="الأفق") == ("سارة أحمد",)


@pytest.mark.parametrize("name", ["Георги Петров", "রফিকুল ইসলাম", "Nemanja Roth", "دانة سالم"])
def test_common_given_names_are_known(name: str) -> None:
    assert begins_with_given_name(name)
