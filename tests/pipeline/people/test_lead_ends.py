"""Who wrote by the end of a standfirst, for which house, and by data of other articles."""

from __future__ import annotations

import json

import pytest

from tests.pipeline.people.story_page import TITLE, authors, read

SARA = "سارة أحمد"
LEAD = "The decision is expected before the end of the year."


@pytest.mark.parametrize(
    ("lang", "line", "names"),
    [
        ("en", f"{LEAD} By Jane Okafor", ("Jane Okafor",)),
        ("de", "Die Entscheidung fällt noch in diesem Jahr. Von Annegret Demir",
         ("Annegret Demir",)),
        ("nl", "Het besluit valt nog dit jaar, zegt de raad. Door Pieter Brouwer",
         ("Pieter Brouwer",)),
        ("ar", f"تقرير يرصد آخر المستجدات قبل نهاية العام. <b>{SARA}</b>", (SARA,)),
        # no word and no bold, who edited, a place, no person
        ("ar", f"تقرير يرصد آخر المستجدات قبل نهاية العام. {SARA}", ()),
        ("en", f"{LEAD} Translated by Jane Okafor", ()),
        ("en", f"{LEAD} By the river", ()),
        ("en", f"{LEAD} Jane Okafor", ()),
    ],
)  # fmt: skip
def test_who_ends_a_standfirst(lang: str, line: str, names: tuple[str, ...]) -> None:
    assert authors(f"<p class=lead>{line}</p>", lang=lang) == names


def test_whom_the_text_speaks_of_ends_no_standfirst() -> None:
    lead = f"<p class=lead>تقرير يرصد آخر المستجدات قبل نهاية العام. <b>{SARA}</b></p>"
    assert authors(lead, lead=f"قالت الوزيرة {SARA} إن الخطة بدأت. ") == ()


def test_for_which_house_a_person_wrote() -> None:
    line = "<p>يزن الوادعي لـ«الشراع نيوز»</p>"
    assert read(end=line, site="الشراع نيوز").authors == ("يزن الوادعي",)
    special = "<p>Ярослав Верещагин специально для «Вестник Поволжья»</p>"
    assert authors(special, lang="ru") == ("Ярослав Верещагин",)


def test_a_given_name_of_two_words() -> None:
    assert authors("<div>نور الهدى برهومة</div><div>20 نوفمبر 2026</div>") == ("نور الهدى برهومة",)


def _data(*headlines: str) -> str:
    nodes = [
        {"@type": "NewsArticle", "headline": line, "author": {"@type": "Person", "name": name}}
        for line, name in zip(headlines, ("ليلى مراد", "علي حسن"), strict=False)
    ]
    return f'<script type="application/ld+json">{json.dumps(nodes)}</script>'


def test_data_of_two_articles_that_the_page_does_not_show_are_of_others() -> None:
    others = "افتتاح جسر جديد في الميناء", "مزارعون يطالبون بتسعيرة جديدة"
    assert read(head=_data(*others)).authors == ()
    assert read(head=_data(TITLE, others[1])).authors == ("ليلى مراد",)
    # one article in two nodes has a headline for searching
    assert read(head=_data(others[0], others[0])).authors == ("ليلى مراد",)
    assert read(head=_data(others[0])).authors == ("ليلى مراد",)


def test_who_put_a_text_into_chinese_signs_nothing() -> None:
    assert authors("<div>编译：唐静</div>", lang="zh") == ()
    assert authors("<div>记者：唐静</div>", lang="zh") == ("唐静",)


def test_a_sentence_below_a_text_s_beginning_does_not_go_before_the_byline() -> None:
    byline = f"<h4>{SARA}</h4><time datetime=2026-11-20>20 نوفمبر 2026</time>"
    checked = "<p><em>حررتها ليلى مراد، وراجع وقائعها علي حسن.</em></p>"
    head = f"<meta name=author content='{SARA}'>"
    assert read(byline, end=checked, head=head).authors == (SARA,)


def test_a_name_of_a_server_s_element_tells_who_wrote() -> None:
    line = "<span id='ctl00_Main_lbl{}'>رلى الجبالي</span>"
    assert authors(line.format("Writer")) == ("رلى الجبالي",)
    assert authors("<span id='ctl00_Main_lblCity'>عين العرب</span>") == ()
