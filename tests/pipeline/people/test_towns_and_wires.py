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


@pytest.mark.parametrize(
    ("line", "names"),
    [
        ("<div>AA - İSTANBUL</div>", ("AA",)),
        ("<div>Reuters, London</div>", ("Reuters",)),
        # no agency's line
        ("<div>Ana Sayfa - İSTANBUL</div>", ("The Northern Herald",)),
        ("<div>AA - Günün Haberleri</div>", ("The Northern Herald",)),
    ],
)
def test_an_agency_before_a_town_goes_before_the_house(line: str, names: tuple[str, ...]) -> None:
    found = authors(line, lang="en", head=BY_HOUSE, site="The Northern Herald")
    assert found == names


@pytest.mark.parametrize(
    ("line", "lang", "names"),
    [
        ("سارا احمدی | خبرنگار اقتصادی", "fa", ("سارا احمدی",)),
        ("3 آبان 1405 | خبرنگار: سارا احمدی", "fa", ("سارا احمدی",)),
        ("سرویس اقتصادی - سارا احمدی", "fa", ("سارا احمدی",)),
        ("گروه جامعه", "fa", ("گروه جامعه",)),
        ("به گزارش ایسنا", "fa", ()),
        ("Szöveg és fotó: Nagy Anna", "hu", ("Nagy Anna",)),
        ("Text și foto: Ana Popa", "ro", ("Ana Popa",)),
        ("Текст и снимки: Ралица Стоева", "bg", ("Ралица Стоева",)),
        ("Κείμενο - Φωτογραφίες: Ναταλία Βούλγαρη", "el", ("Ναταλία Βούλγαρη",)),
        ("Фото и видео: Ралица Стоева", "bg", ()),
        ("Аутор: Јелена Марковић", "sr", ("Јелена Марковић",)),
        ("Пише: Јелена Марковић", "sr", ("Јелена Марковић",)),
        ("เรื่องและภาพ: ธีรยุทธ์ มั่นคง", "th", ("ธีรยุทธ์ มั่นคง",)),
        ("สุภาพร จันทร์ดี รายงาน", "th", ("สุภาพร จันทร์ดี",)),
    ],
)
def test_jobs_desks_and_pictures_beside_who_wrote(
    line: str, lang: str, names: tuple[str, ...]
) -> None:
    assert authors(f"<p class='author'>{line}</p>", lang=lang) == names


def test_of_two_whom_a_marked_byline_shows_metadata_may_name_the_first() -> None:
    named = json.dumps({"@type": "NewsArticle", "author": {"@type": "Person", "name": "Zuva Moyo"}})
    head = f"<script type='application/ld+json'>{named}</script>"
    marked = "<p><span class='author'>Zuva Moyo, Tapfuma Ncube</span></p>"
    assert authors(marked, lang="en", head=head) == ("Zuva Moyo", "Tapfuma Ncube")


def test_whom_a_quote_names_twice_wrote_nothing() -> None:
    first = "<blockquote><p>«The town waits.»</p><cite>Ebba Lindskog</cite></blockquote>"
    after = "<section><div><b>Ebba Lindskog</b><p>Thanks a lot.</p></div></section>"
    assert authors(lang="en", first=first, after=after) == ()


def test_the_label_of_a_korean_day_beside_an_empty_portrait_is_no_name() -> None:
    day = "<p>기사입력 2026-08-15 오후 5:27</p>"
    box = f"<div><img class='rounded' src='/a.jpg' alt=''><div><p></p>{day}</div></div>"
    assert authors(box, lang="ko") == ()


def test_who_wrote_another_thai_article_below_a_brief_text_wrote_not_this() -> None:
    story = "<p>เกษตรกรกังวลปีที่ยากลำบากหลังภัยแล้งและราคาน้ำมันที่สูงขึ้นทุกเดือน</p>"
    card = (
        "<div><h3><a href='/9'>ห้องสมุดเมืองเก่ากลับมาเปิด</a></h3><div><span class='post-author-name'>"
        "<a href='/author/a'>ธนวัฒน์ แก้วมณี</a></span></div></div>"
    )
    after = f"<section class='related'><h3>ข่าวที่เกี่ยวข้อง</h3>{card}</section>"
    text = "เกษตรกรกังวลปีที่ยากลำบากหลังภัยแล้ง "
    assert authors(lang="th", first=story, after=after, text=text) == ()


@pytest.mark.parametrize(
    ("line", "lang", "names"),
    [
        ("نویسنده پریسا کاظمی | دیروز ساعت 09:15", "fa", ("پریسا کاظمی",)),
        ("By Jane Doe · Yesterday at 09:15", "en", ("Jane Doe",)),
        ("By Jane Doe and Mark Gestern", "en", ("Jane Doe", "Mark Gestern")),
    ],
)
def test_a_word_for_a_day_behind_a_person_is_no_name(
    line: str, lang: str, names: tuple[str, ...]
) -> None:
    assert authors(f"<p>{line}</p>", lang=lang) == names


@pytest.mark.parametrize(
    ("line", "lang", "names"),
    [
        ("<p>Afonso dos Reis | De Porto</p>", "pt", ("Afonso dos Reis",)),
        ("<p>ライター：大河内亮 | 公開日時 2026/7/11 07:14</p>", "ja", ("大河内亮",)),
        ("<p>文：大河内亮 · 昨日 09:15</p>", "ja", ("大河内亮",)),
        ("<p class='author'>ثریا صافي او حکمت کاکړ</p>", "ps", ("ثریا صافي", "حکمت کاکړ")),
    ],
)
def test_what_stands_behind_a_person_in_a_line_of_facts(
    line: str, lang: str, names: tuple[str, ...]
) -> None:
    assert authors(line, lang=lang) == names


def test_a_reporter_in_a_town_is_nobody() -> None:
    assert authors("<p class='author'>প্রতিনিধি, বগুড়া</p>", lang="bn") == ()
    assert authors("<p class='author'>প্রতিনিধি, বাসস</p>", lang="bn") == ("বাসস",)
    signed = authors("<p class='author'>নাজমুন নাহার, প্রতিনিধি</p>", lang="bn")
    assert signed == ("নাজমুন নাহার",)


@pytest.mark.parametrize(
    ("line", "lang", "names"),
    [
        ("<p class='author'><b>Rui Sá Pinto</b> Do NH, em Porto</p>", "pt", ("Rui Sá Pinto",)),
        ("<p>Reporter <a href='/r'>Jane Doe</a></p><p>Editor <a href='/e'>Ann Roe</a></p>", "id",
         ("Jane Doe",)),
        ("<p>Editor <a href='/e'>Jane Doe</a></p>", "id", ("Jane Doe",)),
        ("<p><b>ข่าวโดย กมลวรรณ ทองดี</b></p>", "th", ("กมลวรรณ ทองดี",)),
        ("<p class='author'>القاهرة: «الشرق الأدنى»</p>", "ar", ("الشرق الأدنى",)),
        ("<p><a href='/a'>Οδυσσέας Ρήγας</a> • <i>13 Αυγούστου 2026</i></p>", "el",
         ("Οδυσσέας Ρήγας",)),
    ],
)  # fmt: skip
def test_lines_of_newsrooms(line: str, lang: str, names: tuple[str, ...]) -> None:
    head = "<meta property='og:site_name' content='NH'>"
    assert authors(line, lang=lang, head=head) == names


@pytest.mark.parametrize(
    "line",
    [
        "الأفق- خاص: أوقفت بابل مشروعا مشابها قبل 24 شهرا بسبب صعوبات كثيرة.",
        "الأفق | بغداد - أوقفت أوراكل مشروعا مشابها قبل 17 شهرا في الشمال.",
        "رويترز- باعت سوني جهازا جديدا منذ 3 أشهر في البصرة.",
    ],
)
def test_a_report_that_tells_how_long_ago_something_was_signs_nothing(line: str) -> None:
    assert authors(f"<p>{line}</p>", site="الأفق", lang="ar") == ()


def test_a_sentence_about_a_year_to_come_is_no_line_of_facts() -> None:
    line = "ئەگەر ئەم پێشبینییانە ڕاست بن، بازاڕ تا ساڵی 2032 دەگۆڕێت."
    assert authors(f"<p>{line}</p>", lang="ckb") == ()


@pytest.mark.parametrize("agency", ["dpa", "epd", "AFP"])
def test_an_agency_that_writes_itself_small_signs_behind_a_label(agency: str) -> None:
    line = f"<div>Von {agency} · <time>27. November 2026, 03:03 Uhr</time></div>"
    assert authors(line, lang="de") == (agency,)
