"""Who signs with a town or with an agency, in scripts without capitals and beside pictures."""

from __future__ import annotations

import json

import pytest

from tests.pipeline.people.story_page import authors

HOUSE = json.dumps(
    {"@type": "NewsArticle", "author": {"@type": "Organization", "name": "The Northern Herald"}}
)
BY_HOUSE = f"<script type='application/ld+json'>{HOUSE}</script>"


@pytest.mark.parametrize(
    ("line", "lang", "names"),
    [
        ("<p class='byline'>तनुश्री बोरा, कोटा</p>", "hi", ("तनुश्री बोरा",)),
        ("<p class='byline'>নাজমুন নাহার, বগুড়া</p>", "bn", ("নাজমুন নাহার",)),
        ("<p class='byline'>লেখক: রুবিনা খাতুন - বগুড়া</p>", "bn", ("রুবিনা খাতুন",)),
        ("<p class='byline'>מאת מיכאל לוינסון - דימונה</p>", "he", ("מיכאל לוינסון",)),
        ("<p class='byline'>زرمینہ خٹک -- نامہ نگار</p>", "ur", ("زرمینہ خٹک",)),
        # who signs too
        ("<p class='byline'>तनुश्री बोरा, पीटीआई</p>", "hi", ("तनुश्री बोरा", "पीटीआई")),
        ("<p class='byline'>तनुश्री बोरा, अमरनाथ तिवारी</p>", "hi", ("तनुश्री बोरा", "अमरनाथ तिवारी")),
        ("<p class='byline'>নাজমুন নাহার, বাসস</p>", "bn", ("নাজমুন নাহার", "বাসস")),
    ],
)
def test_a_town_behind_a_person_in_a_script_without_capitals(
    line: str, lang: str, names: tuple[str, ...]
) -> None:
    assert authors(line, lang=lang) == names


@pytest.mark.parametrize(
    ("line", "names"),
    [
        ("<p><b>กมลวรรณ ทองดี</b> <i>1 ตุลาคม 2569</i></p>", ("กมลวรรณ ทองดี",)),
        ("<p><b>ผู้สื่อข่าว กมลวรรณ ทองดี</b> <i>1 ตุลาคม 2569</i></p>", ("กมลวรรณ ทองดี",)),
        # no person
        ("<p><b>ข่าวเด่น วันนี้</b> <i>1 ตุลาคม 2569</i></p>", ()),
        ("<p><b>สังคม สิ่งแวดล้อม</b> <i>1 ตุลาคม 2569</i></p>", ()),
    ],
)
def test_a_thai_person_is_told_by_the_given_name(line: str, names: tuple[str, ...]) -> None:
    assert authors(line, lang="th") == names


def test_a_group_of_reporters_signs_by_all_its_words() -> None:
    assert authors("<p class='author'>Nhóm phóng viên</p>", lang="vi") == ("Nhóm phóng viên",)
    assert authors("<p class='author'>Trần Bảo, phóng viên</p>", lang="vi") == ("Trần Bảo",)


@pytest.mark.parametrize(
    "line", ["<p>رويترز <i>|</i> 20 نوفمبر 2026</p>", "<p><b>20 نوفمبر 2026</b><br>رويترز</p>"]
)
def test_an_agency_beside_the_day_goes_before_the_house_that_signs_all_pages(line: str) -> None:
    assert authors(line, head=BY_HOUSE, site="The Northern Herald") == ("رويترز",)


def test_an_agency_over_a_picture_has_its_rights_alone() -> None:
    box = "<div><picture><img src='/p.jpg'></picture><div class='x'>Reuters</div></div>"
    assert authors(box, lang="en") == ()
    assert authors(f"{box}<div><p>AFP</p></div>", lang="en") == ("AFP",)


def test_a_second_person_in_a_line_that_only_style_parts_from_the_day() -> None:
    named = json.dumps({"@type": "NewsArticle", "author": {"@type": "Person", "name": "Jane Doe"}})
    line = "<div><span>By Jane Doe and Mark Roe</span><span>5 April 2026</span></div>"
    head = f"<script type='application/ld+json'>{named}</script>"
    assert authors(line, lang="en", head=head) == ("Jane Doe", "Mark Roe")
