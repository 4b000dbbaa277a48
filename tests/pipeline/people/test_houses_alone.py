"""Pages that an agency, the house or a desk signs alone, and accounts that no reader sees."""

from __future__ import annotations

import json

import pytest

from tests.pipeline.people.story_page import authors


def _signed(kind: str, name: str) -> str:
    data = {"@type": "NewsArticle", "author": {"@type": kind, "name": name}}
    return f"<script type='application/ld+json'>{json.dumps(data)}</script>"


ACCOUNT = _signed("Person", "kuriron7")
HOUSE = _signed("Organization", "الأفق")


@pytest.mark.parametrize(
    ("line", "names"),
    [
        ("<p><strong>عمّان - الأفق</strong></p>", ("الأفق",)),
        ("<p><strong>تطاوين / الأفق</strong></p>", ("الأفق",)),
        ("<p><strong>عمّان - (الأناضول)</strong></p>", ("الأناضول",)),
        ("<div class='author'>المصدر: دبي - رويترز</div>", ("رويترز",)),
        ("<div class='author'>إدارة الإعلام</div>", ("إدارة الإعلام",)),
        ("<div class='author'>طرابلس - الأفق (ترجمة: سامي الجابري)</div>", ("الأفق",)),
        # a section, and a town: nobody
        ("<p>ثقافة - الأفق</p>", ("kuriron7",)),
        ("<div class='author'>تطاوين</div>", ("kuriron7",)),
    ],
)
def test_a_line_of_a_house_or_an_agency_signs_what_an_account_posted(
    line: str, names: tuple[str, ...]
) -> None:
    assert authors(line, head=ACCOUNT, site="الأفق") == names


def test_an_agency_that_signs_goes_before_the_house_of_metadata() -> None:
    line = "<div class='author'>المصدر: الأناضول</div>"
    assert authors(line, head=HOUSE, site="الأفق") == ("الأناضول",)
    assert authors("", head=HOUSE, site="الأفق") == ("الأفق",)


def test_a_desk_that_signs_goes_before_an_account_that_no_reader_sees() -> None:
    desk = "<div class='post-author-name'><i>Par</i> <a href='/author/x'>La rédaction</a> - </div>"
    assert authors(desk, head=ACCOUNT, lang="fr") == ("La rédaction",)


def test_what_stands_behind_an_element_called_a_name_is_no_part_of_it() -> None:
    line = (
        "<div class='m-author'><span>نص:</span><a class='m-author__name' href='/ar/a'>طارق حسين</a>"
        "<span class='sr'>إعلان</span></div>"
    )
    assert authors(line) == ("طارق حسين",)


def test_of_several_behind_a_source_or_a_stroke_one_may_have_a_rare_given_name() -> None:
    line = "<span class='author'>المصدر: دبي - عمر الشريف - هدى السعدي</span>"
    assert authors(line, head=HOUSE, site="الأفق") == ("عمر الشريف", "هدى السعدي")
    two = "<div class='meta'><b>هدى السعدي / سارة الشريف</b> <span>11 مارس 2026</span></div>"
    assert authors(two) == ("هدى السعدي", "سارة الشريف")


def test_who_writes_behind_the_agency_of_a_dateline() -> None:
    wire = "<div class='author'>بترا</div>"
    for between in ("من هدى السعدي -", "هدى السعدي -"):
        assert authors(wire, lead=f"القاهرة 23 نيسان (بترا) {between} ") == ("هدى السعدي",)
    assert authors(wire, lead="القاهرة 23 نيسان (بترا) - ") == ("بترا",)


def test_who_edited_by_a_label_below_the_name_is_no_author_beside_who_wrote() -> None:
    head = _signed("Person", "Maya Kusuma")
    line = (
        "<div class='credit'><span id='penulis'><a href='/author/maya'>Maya Kusuma</a></span>"
        "<div>Penulis</div><span id='editor'><a href='/author/bambang'>Bambang Hartono</a></span>"
        "<div>Editor</div></div>"
    )
    assert authors(line, head=head, lang="id") == ("Maya Kusuma",)


def test_a_house_ends_where_its_element_does() -> None:
    line = (
        "<div class='author-date'><span class='by-author'>بواسطة <a>ساعة 24</a></span>"
        "<span class='date'>الأربعاء، 11 مارس 2026</span></div>"
    )
    assert authors(line, site="ساعة 24") == ("ساعة 24",)


@pytest.mark.parametrize(
    ("line", "lang", "names"),
    [
        ("<p class='byline'>By Jane Doe More by this Author</p>", "en", ("Jane Doe",)),
        ("<p class='byline'>Javier Quiroga Especial para Kourier</p>", "es", ("Javier Quiroga",)),
        ("<div>নিজস্ব প্রতিবেদক</div><div>3 March 2026</div>", "bn", ("নিজস্ব প্রতিবেদক",)),
        (
            "<div><span>Kourier Team</span> <b>3 March 2026</b></div>",
            "en",
            ("Kourier Team",),
        ),
        ("<div><span>Meet the Team</span> <b>3 March 2026</b></div>", "en", ()),
    ],
)
def test_what_follows_a_name_and_desks_in_more_words(
    line: str, lang: str, names: tuple[str, ...]
) -> None:
    assert authors(line, lang=lang, site="Kourier") == names


@pytest.mark.parametrize(
    ("line", "names"),
    [
        ("<div class='m'><span>الأفق</span><span>الأربعاء، 11 مارس 2026</span></div>", ("الأفق",)),
        ("<div class='m'><span>الأفق – رويترز</span> <b>11 مارس 2026</b></div>", ("رويترز",)),
        # what else stands beside the day is no house's
        ("<div class='m'><span>ثقافة</span><span>11 مارس 2026</span></div>", ("kuriron7",)),
    ],
)
def test_a_house_beside_the_day_signs_what_an_account_posted(
    line: str, names: tuple[str, ...]
) -> None:
    assert authors(line, head=ACCOUNT, site="الأفق") == names


def test_a_desk_of_one_word_signs_in_scripts_that_part_none() -> None:
    assert authors("<p>編集部</p><p>2026年3月11日</p>", lang="ja") == ("編集部",)
    assert authors("<p>社会</p><p>2026年3月11日</p>", lang="ja") == ()


def test_a_guest_signs_beside_what_guests_are_called() -> None:
    line = "<ul><li>Published March 11, 2026</li><li>Ottokar Vint, guest columnist</li></ul>"
    assert authors(line, lang="en") == ("Ottokar Vint",)


@pytest.mark.parametrize(
    ("line", "lang"),
    [
        ("<div><b>سياسة / الأفق</b></div>", "ar"),
        ("<p class='photo-credit'>غزة - الأناضول</p>", "ar"),
        ("<img src=a.jpg><p>غزة - الأناضول</p>", "ar"),
        ("<p>Join the الأفق team</p><div>3 March 2026</div>", "en"),
        ("<p>Photo: Reuters</p><div>3 March 2026</div>", "en"),
    ],
)
def test_ways_credits_and_offers_of_a_house_sign_nothing(line: str, lang: str) -> None:
    assert authors(line, lang=lang, site="الأفق") == ()
