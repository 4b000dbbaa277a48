"""Forms in which newspapers sign every day, each with what only looks so."""

from __future__ import annotations

import pytest
from lxml.html import fromstring

from pipeline.people.datelines import persons_in_dateline
from pipeline.people.fact_parts import persons_among_facts
from pipeline.people.given_names import begins_with_given_name
from pipeline.people.house_parts import without_house
from pipeline.people.lone_person import lone_person
from pipeline.people.placed import house_of_place, placed_names, without_place
from pipeline.people.told_names import names_of
from tests.pipeline.people.story_page import TITLE, authors, read

NOBODY: frozenset[str] = frozenset()


def test_two_persons_write_from_two_places() -> None:
    line = "بيروت – الصادق قرنداشي ودمشق – سارة أحمد"
    assert placed_names(line) == ("الصادق قرنداشي", "سارة أحمد")
    assert placed_names("بيروت – ودمشق – سارة أحمد") != ("سارة أحمد", "سارة أحمد")
    assert placed_names("مباحثات بين بيروت ودمشق – سارة أحمد") == ()


def test_a_house_that_writes_from_a_place_is_told_without_the_colon_behind_it() -> None:
    assert house_of_place("الرياض - واس:") == "واس"
    assert house_of_place("الرياض - د ب أ") == "د ب أ"


@pytest.mark.parametrize(
    ("line", "names"),
    [
        ("مراسلنا في تونس باسم قرنداشي", ("باسم قرنداشي",)),
        ("مراسلنا في تونس سارة أحمد", ("سارة أحمد",)),
        # what only looks so
        ("مراسلنا في الميناء باسم الهيئة", ()),
        ("في تونس باسم قرنداشي", ()),
    ],
)
def test_a_role_and_a_town_tell_whatever_name_follows(line: str, names: tuple[str, ...]) -> None:
    assert persons_among_facts(line, NOBODY) == names


@pytest.mark.parametrize(
    ("line", "names"),
    [
        ("١٥ نوفمبر ٢٠٢٦ الكاتب: ميهار قرنداشي عدد القراءات: 324", ("ميهار قرنداشي",)),
        ("15 نوفمبر 2026 الكاتب: ميهار قرنداشي مشاهدات: 324", ("ميهار قرنداشي",)),
        ("15 November 2026 Author: Zrinka Aquin Number of views: 1,204", ("Zrinka Aquin",)),
        ("15 November 2026 Author: Zrinka Aquin", ("Zrinka Aquin",)),
        # what only looks so
        ("15 November 2026 عدد القراءات: 324", ()),
    ],
)
def test_a_count_behind_a_name_has_a_label_of_its_own(line: str, names: tuple[str, ...]) -> None:
    assert authors(f"<div class='bar'>{line}</div>") == names


def test_a_picture_and_a_name_lead_to_the_same_page() -> None:
    box = (
        "<div class='top'><a href='{0}'><img src='u.jpg'></a><h3><a href='{1}'>{2}</a></h3>"
        "<span>15 نوفمبر 2026</span></div>"
    )
    assert authors(box.format("/opinion/97", "/opinion/97", "سارة أحمد")) == ("سارة أحمد",)
    assert authors(box.format("/tag/97", "/tag/97", "سارة أحمد")) == ()
    assert authors(box.format("/opinion/97", "/opinion/97", "سفن جديدة")) == ()


def test_the_heading_of_a_box_of_columnists_is_nobody() -> None:
    box = (
        "<div class='writers-box'><h3>{}</h3><div><img src='1.jpg' alt='{}'>"
        "<a href='/opinion/11'>{}</a><a href='/story/77'>أسئلة الربيع المؤجلة</a></div></div>"
    )
    assert authors(after=box.format("كتّاب الرأي", "عزيز الحور", "عزيز الحور")) == ()
    profile = "<div class='writer-box'><h3>ميهار قرنداشي</h3><p>كاتبة وباحثة من تونس</p></div>"
    assert authors(after=profile) == ("ميهار قرنداشي",)


def test_a_line_above_a_headline_in_a_box_of_its_own_signs() -> None:
    box = f"<div><p class='pen'>بقلم/ ميهار قرنداشي</p><div class='t'><h1>{TITLE}</h1></div></div>"
    assert authors(above=box) == ("ميهار قرنداشي",)


@pytest.mark.parametrize(
    ("lang", "line", "names"),
    [
        ("sw", "<p>Na Zrinka Aquin, Dodoma</p>", ("Zrinka Aquin",)),
        ("sw-TZ", "<div class='by'>Na Zrinka Aquin</div>", ("Zrinka Aquin",)),
        ("is", "<p>Eftir Zrinka Aquin</p>", ("Zrinka Aquin",)),
        # what only looks so
        ("sw", "<p>Na mabasi arobaini</p>", ()),
        ("en", "<div class='by'>Na Yeong Aquin</div>", ("Na Yeong Aquin",)),
    ],
)
def test_a_word_means_by_on_the_pages_of_its_language(
    lang: str, line: str, names: tuple[str, ...]
) -> None:
    assert authors(line, lang=lang) == names


def test_a_japanese_name_alone_beside_a_day_signs_against_the_house() -> None:
    data = '{"@type": "NewsArticle", "author": {"@type": "Person", "name": "海岸日報"}}'
    head = f"<script type='application/ld+json'>{data}</script>"
    line = "<div><strong>{}</strong><em>2026年11月15日 9時42分</em></div>"

    def signs(name: str) -> tuple[str, ...]:
        return authors(line.format(name), head=head, lang="ja", site="海岸日報")

    assert signs("大野晴香") == ("大野晴香",)
    assert signs("大野市議会") == ("海岸日報",)
    assert signs("山口県") == ("海岸日報",)


@pytest.mark.parametrize(
    ("box", "names"),
    [
        ("<div class='about-writer'><b>Sarah Aquin</b> <a href='mailto:x6@n.example'>x6@n.example"
         "</a></div>", ("Sarah Aquin",)),
        ("<div class='credit-author'><span>Zrinka Aquin</span></div>", ("Zrinka Aquin",)),
        # what only looks so
        ("<div class='author-role'><span>Chief Reporter</span></div>", ()),
        ("<div class='photo-credit-author'><span>Zrinka Aquin</span></div>", ()),
        ("<div class='about-author'><span>About The Author</span></div>", ()),
    ],
)  # fmt: skip
def test_a_box_about_the_author_that_holds_a_name_alone_signs(
    box: str, names: tuple[str, ...]
) -> None:
    assert authors(behind=box, lang="en") == names


@pytest.mark.parametrize(
    ("line", "names"),
    [
        ("كتب / ميهار قرنداشي تصوير / سارة أحمد", ("ميهار قرنداشي",)),
        ("تونس – الشروق الدولي – من مراسلتنا: ميهار قرنداشي", ("ميهار قرنداشي",)),
        ("المصدر: سارة أحمد (دبي)", ("سارة أحمد",)),
        ("ميهار قرنداشي، صابرين الهمامي - أبوظبي", ("ميهار قرنداشي", "صابرين الهمامي")),
        ("أبوظبي - ميهار قرنداشي وصابرين الهمامي", ("ميهار قرنداشي", "صابرين الهمامي")),
        # what only looks so
        ("المصدر: وكالة الأنباء (دبي)", ()),
        ("المصدر: سارة أحمد", ()),
        ("تونس – الشروق الدولي – من المصادر: بيان الوزارة", ()),
        ("الماء، الكهرباء - أبوظبي", ()),
    ],
)
def test_more_lines_with_places_and_labels(line: str, names: tuple[str, ...]) -> None:
    assert authors(f"<p class='rep'>{line}</p>") == names


@pytest.mark.parametrize(
    ("name", "told"),
    [
        ("قرنداش بن زايد", True),
        ("مكفولة بنت إبراهيم", True),
        ("معاوية ولد محمد", True),
        # what only looks so
        ("مطار بن غوريون", False),
        ("قضية بن لادن", False),
        ("زواج بنت صغيرة", False),
        ("السجل بن عمر", False),
    ],
)
def test_only_persons_are_called_by_their_father(name: str, told: bool) -> None:
    assert begins_with_given_name(name) is told


def test_topics_below_a_short_text_are_no_authors() -> None:
    line = "<p class='x'><a href='/tag/1'>서민아</a> <a href='/tag/2'>마을일보</a></p>"
    assert authors(line, lang="ko", site="마을일보") == ()
    assert authors(line.replace("/tag/", "/staff/"), lang="ko", site="마을일보") == ("서민아",)


def test_a_language_calls_a_report_by_what_is_a_label_elsewhere() -> None:
    assert authors("<p>Laporan Laras Ayu Pertiwi</p><p>15/11/2026</p>", lang="id") == (
        "Laras Ayu Pertiwi",
    )


@pytest.mark.parametrize(
    ("line", "names"),
    [
        ("<div>ميهار قرنداشي<br>كاتب وأكاديمي</div>", ("ميهار قرنداشي",)),
        ("<div>ميهار قرنداشي ـ كاتب عماني</div>", ("ميهار قرنداشي",)),
        ("<div>يكتبها اليوم: ميهار قرنداشي</div>", ("ميهار قرنداشي",)),
        ("<div>من سارة أحمد</div>", ("سارة أحمد",)),
        ("<div>مقال لـ سارة أحمد</div>", ("سارة أحمد",)),
        ("<div><span>رأي</span> <span>ميهار قرنداشي</span></div>", ("ميهار قرنداشي",)),
        ("<div>سارة أحمد | صامطة</div>", ("سارة أحمد",)),
        # what only looks so
        ("<div>السوق القديم<br>وسط المدينة</div>", ()),
        ("<div>من السوق القديم</div>", ()),
        ("<div>تقرير لـ منظمة دولية</div>", ()),
        ("<div><span>رأي</span> <span>ارتفاع الأسعار</span></div>", ()),
        ("<div>رأي: المدينة التي تخجل من أنهارها</div>", ()),
        ("<div>المجلس البلدي | صامطة</div>", ()),
    ],
)
def test_lines_below_a_headline_with_one_word_more(line: str, names: tuple[str, ...]) -> None:
    assert authors(line) == names


def test_a_person_of_whom_the_text_speaks_is_no_author_beside_a_word() -> None:
    spoken = "<p>وقالت سارة أحمد إن الخطة ناقصة.</p>"
    assert authors("<div>سارة أحمد | صامطة</div>", end=spoken) == ()


def test_a_desk_that_begins_with_its_word_is_no_second_author() -> None:
    line = "<p>Von Jana Aquin, Redaktion Lokales</p>"
    assert authors(line, lang="en") == ("Jana Aquin",)
    assert authors("<p>Von Jana Aquin, Renate Lokal</p>", lang="en") == (
        "Jana Aquin",
        "Renate Lokal",
    )


def test_given_names_are_known_with_their_marks_and_without() -> None:
    assert begins_with_given_name("Iván Tamayo")
    assert begins_with_given_name("Jose Tamayo")
    assert not begins_with_given_name("Zürich Tamayo")
    assert not begins_with_given_name("Élan Vital")


def test_a_name_in_emphasis_behind_the_last_sentence_signs_and_is_no_text() -> None:
    last = "<p>The work begins in April, and the first of the buses will run in May. {}</p>"
    found = read(end=last.format("<strong>Zrinka Aquin</strong>"), lang="en")
    assert found.authors == ("Zrinka Aquin",)
    assert found.text.endswith("will run in May.")
    # what only looks so
    for other in ("<strong>Sources Listed Below</strong> are public.", "<b>Read on</b>"):
        assert read(end=last.format(other), lang="en").authors == ()
    said = "<p>“The work begins in April, and the first of the buses will run.” <b>Jane Doe</b></p>"
    assert read(end=said, lang="en").authors == ()
    assert "Jane Doe" in read(end=said, lang="en").text


def test_for_whom_a_person_wrote_may_be_written_together_with_the_preposition() -> None:
    sites = frozenset({"بيانبريس"})
    assert without_house("ميهار ولد أبنو لبيان بريس", sites) == "ميهار ولد أبنو"
    assert without_house("ميهار ولد أبنو لـ بيان بريس", sites) == "ميهار ولد أبنو"
    assert without_house("ميهار أحمد لطفي", sites) == "ميهار أحمد لطفي"


def test_of_a_place_with_a_house_or_an_agency_these_sign() -> None:
    sites = frozenset({"بيانبريس"})
    assert without_house("واشنطن - بيان بريس", sites) == "بيان بريس"
    assert without_house("سارة - بيان بريس", sites) != "بيان بريس"
    assert without_place(("دبي", "أ.ف.ب"), "دبي - أ.ف.ب") == ("أ.ف.ب",)
    assert without_place(("سارة أحمد", "أ.ف.ب"), "سارة أحمد - أ.ف.ب") == ("سارة أحمد", "أ.ف.ب")


@pytest.mark.parametrize(
    ("name", "told"),
    [
        ("الحسين قرنداشي", True),
        ("البشير قرنداشي", True),
        # what only looks so
        ("الأمين العام", False),
        ("الصادق والكاذب", False),
        ("السوق قديم", False),
    ],
)
def test_given_names_may_have_the_article(name: str, told: bool) -> None:
    assert begins_with_given_name(name) is told
    assert (lone_person(name) == name) is told


@pytest.mark.parametrize(
    ("line", "names"),
    [
        ("باسم قرنداشي<br>الكويت", ("باسم قرنداشي",)),
        ("<strong>باسم قرنداشي - المنامة:</strong> أقر المجلس خطة.", ("باسم قرنداشي",)),
        ("<strong>عمّان – باسم قرنداشي –</strong> أقر المجلس خطة.", ("باسم قرنداشي",)),
        ("رسالة قرنداش: سارة أحمد", ("سارة أحمد",)),
        ("عمود: سارة أحمد", ("سارة أحمد",)),
        ("قرنداش ميهار - سارة أحمد - ضيبة نزار", ("قرنداش ميهار", "سارة أحمد", "ضيبة نزار")),
        ("الحسين قرنداشي – مراسل الاقتصاد", ("الحسين قرنداشي",)),
        # what only looks so
        ("رسالة مفتوحة: أزمة النقل", ()),
        ("عمود: أزمة النقل", ()),
        ("أزمة النقل - خطة الحافلات - خطوط المدينة", ()),
    ],
)
def test_lines_of_the_house_beside_persons(line: str, names: tuple[str, ...]) -> None:
    data = '{"@type": "NewsArticle", "author": {"@type": "Person", "name": "جريدة الميزان"}}'
    head = f"<script type='application/ld+json'>{data}</script>"
    found = authors(f"<div class='z3'>{line}</div>", head=head, site="جريدة الميزان")
    assert found == (names or ("جريدة الميزان",))


def test_a_woman_who_wrote_is_labelled_in_ukrainian() -> None:
    assert authors("<p>Авторка: Zrinka Aquin</p>", lang="uk") == ("Zrinka Aquin",)


def test_a_button_of_a_site_is_no_person() -> None:
    assert lone_person("اطبع الخبر") is None
    assert lone_person("منير الصبري") == "منير الصبري"


@pytest.mark.parametrize(
    ("line", "names"),
    [("از همین دست:", ()), ("از رضا توکلی", ("رضا توکلی",)), ("By Jane Doe:", ("Jane Doe",))],
)
def test_a_preposition_above_a_list_signs_nothing(line: str, names: tuple[str, ...]) -> None:
    assert names_of(fromstring(f"<p>{line}</p>"), line, 1, False) == names


def test_a_line_of_a_bar_and_a_day_alone_breaks_no_page() -> None:
    assert authors("<div class='entry-meta'> | November 10, 2026</div>", lang="en") == ()


def test_a_colon_may_stand_right_before_the_first_word_of_a_text() -> None:
    house = frozenset({"الأفقاليوم"})
    line = "الأفق اليوم ـ سارة أحمد :صرح عضو المجلس البلدي"
    assert persons_in_dateline(line, house) == ("سارة أحمد",)
    assert persons_in_dateline("قال المدير إن الخطة :تسيير أربعين حافلة") == ()


def test_a_desk_and_a_reporter_have_a_dash_between_them_in_persian() -> None:
    assert persons_among_facts("گروه اجتماعی- مرضیه صاحبی", NOBODY) == ("مرضیه صاحبی",)
    assert persons_among_facts("همایش علمی- پژوهشی", NOBODY) == ()


def test_a_letter_that_stands_twice_is_a_button_on_pages_of_another_script() -> None:
    assert authors("<p>TT</p>") == ()
    assert authors("<p>TT</p>", lang="en") == ("TT",)


def test_given_names_of_afghanistan() -> None:
    assert begins_with_given_name("زرغونه احمدزۍ")
    assert not begins_with_given_name("هیله احمدزۍ")


def test_who_heads_the_house_above_the_headline_wrote_nothing() -> None:
    assert authors(above="<p>رئيس التحرير</p><p>سارة أحمد</p>") == ()
    assert authors(above="<p>سارة أحمد</p>") == ("سارة أحمد",)


def test_below_a_label_that_names_nobody_stands_a_button() -> None:
    assert authors(end="<p>Escrito por:</p><p>Compartilhe:</p>", lang="pt") == ()
    assert authors(end="<p>Escrito por:</p><p>Sara Almeida</p>", lang="pt") == ("Sara Almeida",)


@pytest.mark.parametrize(
    ("line", "name"),
    [
        ("Door onze techredacteur Zrinka Aquin", "Zrinka Aquin"),
        ("Door onze economieverslaggever Zrinka Aquin", "Zrinka Aquin"),
        ("Door onze redacteur Zrinka Aquin", "Zrinka Aquin"),
    ],
)
def test_a_job_in_one_word_behind_what_a_house_calls_its_own(line: str, name: str) -> None:
    assert authors(f"<div class='byline'>{line}</div>") == (name,)


def test_where_a_chinese_reporter_writes_from_is_no_name() -> None:
    line = "<span>周晓雨</span> <span>发自 深圳</span><span>·</span>2026年11月14日 19:40"
    below = "<p>（责任编辑：王伟）</p>"
    assert authors(f"<div class='bar'>{line}</div>{below}") == ("周晓雨",)


def test_what_a_chinese_reporter_is_still_learning_to_be_is_no_name() -> None:
    assert authors("<div class='bar'>记者 陈立群 实习生 周若彤</div>") == ("陈立群", "周若彤")
