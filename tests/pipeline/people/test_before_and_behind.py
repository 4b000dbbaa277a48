"""Authors told by what stands before or behind a name in its line, dateline or box; each with what
only looks so."""

from __future__ import annotations

import pytest

from pipeline.page.elements import letters
from pipeline.page.html import parse_text
from pipeline.people.byline_names import strength_of_names
from pipeline.people.fact_parts import persons_among_facts
from pipeline.people.labels import cut_before
from pipeline.people.names import clean_names
from pipeline.people.opening_verbs import person_before_verb
from pipeline.people.placed import placed_names
from pipeline.people.second_names import has_second_name
from pipeline.people.signing_lines import names_in_line
from pipeline.titles.surroundings import surroundings
from tests.pipeline.people.story_page import authors, read

NOBODY = frozenset[str]()


@pytest.mark.parametrize(
    ("line", "names"),
    [
        ("كتم – تقرير: ميهار قرنداشي", ("ميهار قرنداشي",)),
        ("كتم - من: ميهار قرنداشي", ("ميهار قرنداشي",)),
        # what only looks so
        ("كتم – تصوير: ميهار قرنداشي", ()),
        ("كتم - من المسؤول عن الحادث", ()),
    ],
)
def test_a_label_behind_any_place_tells_whoever_follows_it(
    line: str, names: tuple[str, ...]
) -> None:
    assert persons_among_facts(line, NOBODY) == names


@pytest.mark.parametrize(
    ("line", "names"),
    [
        ("ميهار قرنداشي (بيروت) - كاوين حوراني (دمشق)", ("ميهار قرنداشي", "كاوين حوراني")),
        ("ميهار قرنداشي (بيروت)، كاوين حوراني (دمشق)", ("ميهار قرنداشي", "كاوين حوراني")),
        ("ميهار قرنداشي (المدير) - كاوين حوراني (دمشق)", ()),
        ("بيروت-المرفأ-ميهار قرنداشي", ("ميهار قرنداشي",)),
        ("بيروت - جان-بول قرنداشي", ("جان-بول قرنداشي",)),
    ],
)
def test_a_person_writes_from_a_place(line: str, names: tuple[str, ...]) -> None:
    assert placed_names(line) == names


def test_whence_a_person_writes_is_no_part_of_the_name() -> None:
    assert clean_names("سارة قرنداشي من الرفاع") == ("سارة قرنداشي",)
    assert clean_names("صوت الشباب من الرفاع") == ("صوت الشباب من الرفاع",)


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("الرياض: سارة قرنداشي كشفت الشركة عن خطتها.", ("سارة قرنداشي",)),
        ("القاهرة - سارة أحمد قرنداشي أعلن المجلس الخطة.", ("سارة أحمد قرنداشي",)),
        ("بيروت ـ سارة قرنداشي يعتزم المجلس بحث الخطة.", ("سارة قرنداشي",)),
        # what only looks so
        ("الرياض: سارة قرنداشي كشفت عن خطتها. وقالت قرنداشي إنها جاهزة.", ()),
        ("الرياض: وزير النقل كشفت وزارته عن الخطة.", ()),
        ("الخطة: سارة قرنداشي كشفت الشركة عن خطتها.", ()),
    ],
)
def test_a_person_stands_between_the_place_and_the_first_verb(
    text: str, names: tuple[str, ...]
) -> None:
    assert person_before_verb(text, ["أقر المجلس الخطة"]) == names
    assert person_before_verb(text, ["تقول سارة قرنداشي إن الخطة جاهزة"]) == ()


def test_such_a_dateline_signs_the_article_of_a_house() -> None:
    house = (
        '<script type="application/ld+json">{"@type":"NewsArticle","author":'
        '{"@type":"Organization","name":"الأفق"}}</script>'
    )
    lead = "الرياض: سارة قرنداشي "
    assert authors(lead=lead, head=house, site="الأفق") == ("سارة قرنداشي",)


def test_an_account_and_how_long_ago_stand_behind_a_name() -> None:
    assert authors("<div>سارة قرنداشي @sara682 منذ 8 أيام</div>") == ("سارة قرنداشي",)


def test_a_town_behind_a_comma_is_no_second_person_where_a_label_stands_before() -> None:
    line = "<p class=by>रिपोर्ट: पल्लवी रावत, पिथौरागढ़</p>"
    assert authors(line, lang="hi") == ("पल्लवी रावत",)


def test_a_job_beside_a_linked_name_tells_the_person() -> None:
    line = '<div><a href="/av/20">Elsa Bergkvist</a> Reporter</div>'
    assert authors(line, lang="sv") == ("Elsa Bergkvist",)
    assert authors(line.replace("Reporter", "Riksdagen"), lang="sv") == ()


BOX = (
    "<section><h5>{name}</h5><p>{told}</p>"
    '<a href="{link}">كل مقالاته</a></section>'
)  # fmt: skip


def test_a_box_whose_only_link_leads_to_an_authors_page_is_headed_by_the_author() -> None:
    told = "مهووس بالهواتف والحوسبة، وهو يتابع أخبارها منذ عشر سنوات."
    box = BOX.format(name="ميهار قرنداشي", told=told, link="/author/25")
    assert authors(behind=box) == ("ميهار قرنداشي",)
    assert authors(behind=box.replace("/author/25", "/topics/25")) == ()
    assert clean_names("كل مقالاته") == ()


def test_a_line_that_goes_on_with_a_verb_tells_of_the_name_above_it() -> None:
    box = "<div><b>Sanne Terpstra</b><p>is regioverslaggever en schrijft over verkeer.</p></div>"
    assert authors(after=box, lang="nl") == ("Sanne Terpstra",)
    other = box.replace("is regioverslaggever", "Gemeente")
    assert authors(after=other, lang="nl") == ()


def test_what_a_member_of_a_forum_has_below_each_message_signs_no_article() -> None:
    assert strength_of_names("message-signature") == strength_of_names("userSig") == 0
    assert strength_of_names("signature sig12") == 0
    assert strength_of_names("article-signature") == 2
    replied = (
        '<div class="message"><div>Great piece.</div>'
        '<div class="message-signature">Maeve Corrigan, Leeds</div></div>'
    )
    more = "<p>The drivers of the town welcomed what the council had decided.</p>" * 6
    assert authors(end=more, after=replied, lang="en") == ()


def test_an_editor_with_a_telephone_is_the_house_s() -> None:
    assert authors(after="<div>Editor: Maeve Corrigan | 0135-256037</div>", lang="en") == ()
    assert authors(after="<div>Editor: Maeve Corrigan</div>", lang="en") == ("Maeve Corrigan",)


@pytest.mark.parametrize(
    ("name", "told"),
    [
        ("زويا أيوب", True),
        ("أفراح ناصر سيف", True),
        ("بهيس الفرطوسي", True),
        # what only looks so
        ("طقس معتدل", False),
        ("حلم جميل", False),
        ("مقابلة سارة أحمد", False),
        ("البنك المركزي", False),
        ("وزير سعيد بالنتائج", False),
    ],
)
def test_a_father_s_or_a_family_s_name_tells_a_person_with_a_rare_given_name(
    name: str, told: bool
) -> None:
    assert has_second_name(name) is told


def test_such_a_name_stands_behind_the_day_against_the_house() -> None:
    line = "<table><tr><td>20 نوفمبر 2026</td><td>أفراح ناصر سيف</td></tr></table>"
    assert authors(line) == ("أفراح ناصر سيف",)
    assert authors("<div>زويا أيوب</div>", site="الأفق") == ("زويا أيوب",)


@pytest.mark.parametrize(
    ("line", "names"),
    [
        ("مراسلة خاصة/ ميهار قرنداشي", ("ميهار قرنداشي",)),
        ("تجربة وتصوير: ميهار قرنداشي", ("ميهار قرنداشي",)),
        ("تدوينة ضيف بقلم ميهار قرنداشي", ("ميهار قرنداشي",)),
        ("بعثة الأفق إلى أسوان: سارة قرنداشي", ("سارة قرنداشي",)),
        ("تطاوين - ميهار قرنداشي - الأفق", ("ميهار قرنداشي",)),
        # what only looks so
        ("تصوير - ميهار قرنداشي - الأفق", ()),
        ("رسالة كتبت بقلم رصاص مكسور", ()),
        ("لجنة الأفق في البرلمان: لا تراجع", ()),
    ],
)
def test_a_line_signs_by_a_task_a_kind_of_text_or_the_house_in_it(
    line: str, names: tuple[str, ...]
) -> None:
    assert names_in_line(line, frozenset({"الافق", "الأفق"})) == names


def test_a_stroke_of_letters_parts_a_name_from_its_place() -> None:
    assert placed_names("سارة قرنداشي ـــ دبي") == ("سارة قرنداشي",)
    assert placed_names("الموجز العربي ـ سارة قرنداشي ـ جدة") == ()  # the site may be the first


def test_a_day_with_slashes_stands_behind_a_name() -> None:
    assert authors("<div>سارة قرنداشي منشور في 29/08/2020</div>") == ("سارة قرنداشي",)


def test_a_linked_account_stands_below_a_name_of_its_own_element() -> None:
    line = '<div><b>{}</b><br><a href="https://x.com/w16">@w16</a></div>'
    assert authors(line.format("ميهار قرنداشي")) == ("ميهار قرنداشي",)
    assert authors(line.format("تابعنا على")) == ()


def test_who_supervised_stands_behind_who_prepared_a_text() -> None:
    lines = "<div>إشراف: سارة قرنداشي</div><div>شارك في الإعداد: منى حوراني، هدى سالم</div>"
    assert authors(lines) == ("منى حوراني", "هدى سالم")


def test_a_name_with_a_colon_above_a_text_signs_it() -> None:
    assert authors(first="<p>سارة قرنداشي:</p>") == ("سارة قرنداشي",)
    spoken = "<p>قالت سارة قرنداشي إن الخطة جاهزة منذ العام الماضي.</p>"
    assert authors(first="<p>سارة قرنداشي:</p>", end=spoken) == ()


def test_a_box_about_the_author_begins_with_the_author() -> None:
    box = "<div><h4>عن الكاتب</h4><p><b>كوكب حناحنة</b> مهندس برمجيات يكتب عن الأمن.</p></div>"
    assert authors(behind=box) == ("كوكب حناحنة",)
    assert authors(behind=box.replace("عن الكاتب", "عن المدينة")) == ()


def test_who_wrote_a_book_did_not_write_its_review() -> None:
    text = "<p>The drivers of the town welcomed what the council had decided on Wednesday.</p>" * 2
    table = (
        "<table><tr><th>Author</th><td>Maeve Corrigan</td></tr>"
        "<tr><th>{}</th><td>Harbour Press</td></tr></table>"
    )
    assert authors(end=table.format("Publisher") + text, lang="en") == ()
    lines = "<p>الكتاب: سيرة نهر<br>المؤلف: سارة قرنداشي<br>الناشر: دار المرايا</p>"
    assert authors(end=lines + "<p>وتقام ندوة مفتوحة للجمهور مساء الخميس في القصر.</p>") == ()


def test_names_of_families_go_first_in_vietnam() -> None:
    line = "<div>Đặng Thu Hà - 01/11/2026 09:42</div>"
    assert authors(line, lang="vi") == ("Đặng Thu Hà",)


def test_a_heading_below_a_picture_and_a_line_below_a_caption_are_no_captions() -> None:
    assert authors('<div><img src="1.jpg"><h5>سرحان الشيخاوي</h5></div>') == ("سرحان الشيخاوي",)
    figure = '<figure><img src="1.jpg"><figcaption>صورة من المكان</figcaption></figure>'
    assert authors(f"{figure}<div>سارة قرنداشي</div>") == ("سارة قرنداشي",)
    assert authors('<div><img src="1.jpg"><span>سارة قرنداشي</span></div>') == ()


def test_a_job_in_a_line_of_facts_is_no_second_person() -> None:
    line = "<div>ميهار الفضيل · محرر الهواتف · الأحد 22 فبراير 2026</div>"
    assert authors(line) == ("ميهار الفضيل",)


def test_where_a_person_wrote_and_several_roles_are_no_part_of_the_name() -> None:
    assert clean_names("كتبت سارة قرنداشي في «سطر أول»") == ("سارة قرنداشي",)
    assert clean_names("بقلم الكاتبة والباحثة سارة قرنداشي") == ("سارة قرنداشي",)
    lead = "<p>كتبت سارة قرنداشي في «الأفق»:</p>"
    assert authors(first=lead, site="الأفق") == ("سارة قرنداشي",)


def test_who_is_told_with_a_position_amid_a_text_does_not_sign_it() -> None:
    end = "<p><b>سارة قرنداشي - مديرة المشروع</b></p><p>«نحتاج إلى وقت أطول قبل الحكم».</p>"
    assert authors(first="<p>أقر المجلس الخطة.</p>", end=end) == ()


@pytest.mark.parametrize(
    ("line", "language", "names"),
    [
        ("Ann Roe and Jane Okafor are reporters at The Courier.", "en", ("Ann Roe", "Jane Okafor")),
        ("The author, Jane Okafor, is a journalist.", "en", ("Jane Okafor",)),
        ("הכותבת, שירה קדם, היא עיתונאית.", "he", ("שירה קדם",)),
        ("The mayor, Jane Okafor, is a journalist.", "en", ()),
    ],
)
def test_last_lines_tell_who_wrote(line: str, language: str, names: tuple[str, ...]) -> None:
    assert authors(end=f"<p><em>{line}</em></p>", lang=language, site="The Courier") == names


def test_a_heading_of_a_list_names_nobody() -> None:
    side = "<div><h3>Penulis Populer</h3><p>Ratna Puspita</p><p>Hendra Wijaya</p></div>"
    more = "<p>The drivers of the town welcomed what the council had decided.</p>" * 6
    assert authors(end=more, after=side, lang="id") == ()


def test_a_person_stands_behind_the_house_and_what_they_do_for_it() -> None:
    sites = frozenset({letters("पर्वत समाचार")})
    assert names_in_line("पर्वत समाचार संवाददाता सौरभ त्रिपाठी", sites) == ("सौरभ त्रिपाठी",)
    assert names_in_line("पर्वत समाचार संवाददाता सौरभ त्रिपाठी", frozenset()) == ()


def test_a_profile_may_begin_with_its_verb() -> None:
    box = (
        "<section><p><strong>Mei-Ling Tan</strong></p>"
        "<p>Covers transport and the islands. Got a tip?</p></section>"
    )
    assert authors(after=box, lang="en") == ("Mei-Ling Tan",)


def test_texts_and_pictures_have_labels_in_greek() -> None:
    line = "<p>Κείμενο: Σπύρος Βλάχος Φωτογραφίες: Κατερίνα Ρούσσου</p>"
    assert authors(line, lang="el") == ("Σπύρος Βλάχος",)


@pytest.mark.parametrize(
    ("line", "language", "names"),
    [
        ("* خالد سرور: كاتب فلسطيني", "ar", ("خالد سرور",)),
        ("* Andrés Otero es economista y profesora universitaria.", "es", ("Andrés Otero",)),
        ("Jamal Whitfield can be reached at jamal@paper.example", "en", ("Jamal Whitfield",)),
    ],
)
def test_notes_below_a_text_tell_who_wrote_it(
    line: str, language: str, names: tuple[str, ...]
) -> None:
    assert authors(end=f"<p>{line}</p>", lang=language) == names


@pytest.mark.parametrize(
    ("line", "names"),
    [
        ("القاهرة - من سارة قرنداشي ومنى حوراني", ("سارة قرنداشي", "منى حوراني")),
        ("ملف من إعداد سارة قرنداشي", ("سارة قرنداشي",)),
        ("سارة قرنداشي (ترجمة: منى حوراني)", ("سارة قرنداشي",)),
        ("سارة قرنداشي (الصورة: منى حوراني)", ("سارة قرنداشي",)),
        # what only looks so
        ("سارة قرنداشي (المدينة: بيروت)", ()),
        ("ملف من إعداد المجلس", ()),
        ("إعداد الفواتير بنقرة واحدة", ()),
        ("كتابة الرسائل بضغطة زر", ()),
    ],
)
def test_small_words_and_brackets_stand_beside_who_signs(line: str, names: tuple[str, ...]) -> None:
    assert names_in_line(line, NOBODY) == names


def test_how_many_texts_a_person_wrote_stands_below_the_name() -> None:
    box = "<div><img src=u.png><b>ميهار قرنداشي</b><small>{}</small></div>"
    assert authors(box.format("عدد المقالات: 34")) == ("ميهار قرنداشي",)
    assert authors(box.format("عدد الطلاب: 34")) == ()


def test_a_desk_s_account_posts_what_the_person_beside_the_headline_wrote() -> None:
    head = (
        '<script type="application/ld+json">{"@type":"NewsArticle","author":'
        '{"@type":"Person","name":"newsroom"}}</script>'
    )
    assert authors("<span>سارة قرنداشي</span>", head=head) == ("سارة قرنداشي",)
    assert authors("<span>شاركوا برأيكم</span>", head=head) == ("newsroom",)


def test_a_label_below_another_article_s_headline_signs_that_one() -> None:
    card = '<div><div><a href="/n/71">صيف بلا كهرباء</a><p>بقلم: سارة قرنداشي</p></div></div>'
    more = "<p>ورحب السائقون بما قرره المجلس مساء الأربعاء بعد عام من الجدل الطويل.</p>" * 6
    assert authors(end=more, behind=card) == ()
    plain = "<div><p>بقلم: سارة قرنداشي</p></div>"
    assert authors(end=more, behind=plain) == ("سارة قرنداشي",)


def test_two_tasks_and_by_are_a_label_whatever_the_words() -> None:
    assert authors("<p>Testo e foto di Federica Bassi</p>", lang="it") == ("Federica Bassi",)
    assert authors("<p>Pane e rose di Federica Bassi</p>", lang="it") == ()


@pytest.mark.parametrize(
    ("line", "names"),
    [
        ("بعدسة وقلم: ميهار قرنداشي", ("ميهار قرنداشي",)),
        ("تحليل إخباري/ سارة قرنداشي", ("سارة قرنداشي",)),
        ("للكاتب: ميهار قرنداشي", ("ميهار قرنداشي",)),
        ("سارة قرنداشي ــ ثقافة وفنون", ("سارة قرنداشي",)),
        ("بهيس الفرطوسي / كاتب صحفي", ("بهيس الفرطوسي",)),
        # what only looks so
        ("تحليل إخباري/ أسعار النفط", ()),
        ("سارة قرنداشي ــ رئيسة الهيئة", ()),
    ],
)
def test_sections_kinds_and_tasks_stand_beside_who_signs(line: str, names: tuple[str, ...]) -> None:
    found = names_in_line(line, NOBODY) or tuple(clean_names(cut_before(line) or ""))
    assert found == names


def test_a_town_of_two_words_stands_before_a_person() -> None:
    assert authors("<p>ذي سمار / سارة قرنداشي</p>") == ("سارة قرنداشي",)
    spoken = "<p>وقالت قرنداشي إن الخطة جاهزة منذ العام الماضي.</p>"
    assert authors("<p>ذي سمار / سارة قرنداشي</p>", end=spoken) == ()


def test_a_picture_may_draw_the_sign_of_a_pen() -> None:
    assert authors('<p><img src="/i/pen.svg" alt=""> ميهار قرنداشي</p>') == ("ميهار قرنداشي",)
    assert authors('<p><img src="/i/pending.svg" alt=""> ميهار قرنداشي</p>') == ()


def test_a_portrait_below_a_heading_of_another_thing_is_of_nobody_here() -> None:
    box = '<div><h3>{}</h3><img src="/b.jpg" alt="سارة قرنداشي"><p>سارة قرنداشي</p></div>'
    more = "<p>ورحب السائقون بما قرره المجلس مساء الأربعاء بعد عام من الجدل الطويل.</p>" * 6
    assert authors(end=more, behind=box.format("كتب الشهر")) == ()
    assert authors(end=more, behind=box.format("الكاتبة")) == ("سارة قرنداشي",)


def test_a_field_and_a_role_stand_behind_a_rare_name() -> None:
    line = "<p>Bethany Crosswell <i>{}</i></p>"
    assert authors(line.format("Rural affairs editor"), lang="en") == ("Bethany Crosswell",)
    assert authors(line.format("Rural affairs weekly"), lang="en") == ()


def test_titles_of_letters_and_labels_of_other_tongues() -> None:
    assert clean_names("بقلم الأديب سارة قرنداشي") == ("سارة قرنداشي",)
    assert authors("<p>Από: Σοφία Αντωνίου</p>", lang="el") == ("Σοφία Αντωνίου",)
    assert authors("<p>Na Mwandishi Wetu Grace Mushi</p>", lang="sw") == ("Grace Mushi",)


def test_brief_paragraphs_side_by_side_are_the_text() -> None:
    text = "".join(f"<p>{n}. The buses of the town run again today.</p>" for n in range(4))
    page = (
        f"<html><body><div><h1>Buses run again</h1><p>Oslo</p>{text}<p>Ads</p></div></body></html>"
    )
    around = surroundings(parse_text(page, "https://news.example/a"), "Buses run again")
    assert around.headline is not None
    assert around.text_begins == 4


def test_the_day_of_reading_in_a_footer_gives_way_to_the_day_beside_the_headline() -> None:
    line = "<p>정유미 기자 승인 2026.11.14. 09:42</p>"
    found = read(line, lang="ko", after="<div>2026.11.25. 09:42 마을일보</div>")
    assert found.published is not None
    assert str(found.published.value)[:10] == "2026-11-14"


@pytest.mark.parametrize(
    ("line", "lang", "names"),
    [
        ("작성자 정유미 작성일 2026-11-14 09:42 댓글 0", "ko", ("정유미",)),
        ("▲ 항구 전경 /연합뉴스", "ko", ()),
        ("Posted on Author Jane Doe", "en", ("Jane Doe",)),
        ("残り1114文字(全文:1326文字)", "ja", ()),
    ],
)
def test_lines_of_systems_below_a_headline(line: str, lang: str, names: tuple[str, ...]) -> None:
    assert authors(f"<p>{line}</p>", lang=lang) == names


def test_any_town_and_a_colon_stand_before_a_person_of_whom_the_text_is_silent() -> None:
    assert authors("<p>كبكابية: سارة قرنداشي</p>") == ("سارة قرنداشي",)
    assert authors("<p>تصوير: سارة قرنداشي</p>") == ()
    spoken = "<p>وقالت قرنداشي إن الخطة جاهزة منذ العام الماضي.</p>"
    assert authors("<p>كبكابية: سارة قرنداشي</p>", end=spoken) == ()


def test_a_verb_of_writing_alone_is_a_label() -> None:
    assert names_in_line("يكتب: سارة قرنداشي", NOBODY) == ("سارة قرنداشي",)
    assert names_in_line("يكتب: المدن القديمة", NOBODY) == ()


def test_a_name_follows_the_day_and_the_time_with_no_sign_between() -> None:
    line = "<p>18.10.2024 09:42 Наталья Громова</p>"
    house = (
        '<script type="application/ld+json">{"@type":"NewsArticle","author":'
        '{"@type":"Organization","name":"Север"}}</script>'
    )
    assert authors(line, lang="ru", head=house, site="Север") == ("Наталья Громова",)


def test_an_agency_with_whose_help_a_house_writes_signs() -> None:
    assert clean_names("Avec AFP") == ("AFP",)
    assert clean_names("With Courage") == ("With Courage",)


def test_given_names_of_india_stand_beside_the_day() -> None:
    assert authors("<p>मनीष पटेल 12 अक्टूबर 2026</p>", lang="hi") == ("मनीष पटेल",)


@pytest.mark.parametrize("line", ["", " ", "| |", ", am 20. Mai 2026", ", le 20 mai 2026"])
def test_what_is_left_of_a_line_without_a_name_signs_nothing(line: str) -> None:
    assert names_in_line(line, frozenset()) == ()
