"""Persons in kickers, in lists and on lines of one box, and agencies that only took a picture."""

from __future__ import annotations

import pytest

from tests.pipeline.people.story_page import authors, read

SARA, ZAHRA = "سارة أحمد", "الهام رضوی"


def test_a_person_in_a_kicker_of_whom_nobody_speaks_wrote() -> None:
    kicker = f"<div class='kicker'>{SARA}</div>"
    assert read(above=kicker).authors == (SARA,)
    assert read(above="<div class='kicker'>ملف خاص</div>").authors == ()
    assert read(above=kicker, lead="قالت الوزيرة سارة أحمد إن الخطة بدأت. ").authors == ()
    assert read(above=f"<div class='kicker photo'>{SARA}</div>").authors == ()


def test_an_item_of_a_list_is_all_of_a_name() -> None:
    items = f"<li><span>نویسنده, </span><span>{ZAHRA}</span></li>"
    items += "<li><span>شغل, </span><span>پژوهشگر</span></li>"
    assert authors(f"<ul class='byline'>{items}</ul>", lang="fa") == (ZAHRA,)


def test_a_break_parts_the_names_of_a_box() -> None:
    box = "<div class='signature'><strong class='signature__author'>{}<br>{}</strong></div>"
    names = ("Mariana Sá Carneiro", "Joana Bragança")
    assert authors(box.format(*names), lang="pt") == names


@pytest.mark.parametrize(
    ("line", "names"),
    [
        ("岩田さくら 宮崎彩香", ("岩田さくら", "宮崎彩香")),
        ("新井浩二 岩田美穂", ("新井浩二", "岩田美穂")),
        ("長谷川 さくら", ("長谷川 さくら",)),
        ("大久保 拓也", ("大久保 拓也",)),
        ("藤本健一 : 経済評論家", ("藤本健一",)),
        ("執筆 : 藤本健一", ("藤本健一",)),
    ],
)
def test_japanese_in_one_byline(line: str, names: tuple[str, ...]) -> None:
    assert authors(f"<div class='byline'>{line}</div>", lang="ja") == names


@pytest.mark.parametrize(
    ("line", "names"),
    [
        ("김민준 이하은 기자", ("김민준", "이하은")),
        ("사회부 김지훈 기자", ("김지훈",)),
        ("서울 김지훈 기자", ("김지훈",)),
    ],
)
def test_koreans_before_one_job(line: str, names: tuple[str, ...]) -> None:
    assert read(end=f"<p>{line} abc@paper.example</p>", lang="ko").authors == names


def test_who_drew_pictures_wrote_nothing() -> None:
    assert authors(f"<div class='by'>تحقيق {SARA}، رسومات ليلى مراد</div>") == (SARA,)


def test_an_agency_in_a_caption_signs_no_text() -> None:
    house = "<span class='author'>صحيفة الضفاف</span>{}القاهرة (رويترز){}"
    site = "صحيفة الضفاف"
    assert authors(house.format("<p>", "</p>"), site=site) == ("رويترز",)
    caption = house.format("<figure><img src=a.jpg><figcaption>", "</figcaption></figure>")
    assert authors(caption, site=site) == (site,)


def test_the_line_that_unfolds_when_a_text_changed_tells_its_day() -> None:
    days = "<details><summary>14 May 2026</summary>Last modified on 16 May 2026</details>"
    told = read(f"<p>{days}</p>", lang="en").published
    assert told is not None
    assert told.value.isoformat()[:10] == "2026-05-14"
