"""Signs, buttons and capitals around the names of a byline."""

from __future__ import annotations

import pytest

from pipeline.people.datelines import persons_in_dateline
from pipeline.people.dense_reporters import reporters_by_role
from pipeline.people.fact_persons import is_person
from pipeline.people.given_names import begins_with_given_name
from pipeline.people.labels_inside import label_inside
from pipeline.titles.for_sharing import tells_of_another
from tests.pipeline.people.story_page import authors, read

FACTS = "<ul><li>{}</li><li><i class='icofont-calendar'></i> 20/11/2026</li><li>0</li></ul>"
LD = '<script type="application/ld+json">{"@type":"NewsArticle","author":%s}</script>'


@pytest.mark.parametrize(
    "sign",
    [
        "<i class='icofont-pencil'></i>",
        "<i class='ri-user-3-line'></i>",
        "<i class='feather icon-user'></i>",
        "<i data-feather='user'></i>",
        "<span class='icon-user1'></span>",
    ],
)
def test_a_sign_of_a_person_names_the_author(sign: str) -> None:
    line = FACTS.format(f"{sign} <a href='/a/7'>Lovisa Hakans</a>")
    assert authors(line, lang="en") == ("Lovisa Hakans",)


def test_a_sign_stands_before_several() -> None:
    names = "<a href='/a/1'>سارة أحمد</a> و<a href='/a/2'>علي حسن</a>"
    assert authors(FACTS.format(f"<i class='icofont-pencil'></i> {names}")) == (
        "سارة أحمد",
        "علي حسن",
    )


def test_a_box_below_tells_of_one_of_several() -> None:
    line = "<div><div><p>سارة أحمد وعلي حسن</p></div><div><p>20 نوفمبر 2026</p></div></div>"
    box = "<div><p>عن الكاتب</p><p>سارة أحمد</p></div>"
    assert read(line, after=box).authors == ("سارة أحمد", "علي حسن")


def test_a_sign_of_another_thing_names_nobody() -> None:
    sign = "<i class='feather icon-tag'></i>"
    assert authors(FACTS.format(f"{sign} <a href='/t/1'>Kite Surfing</a>"), lang="en") == ()


@pytest.mark.parametrize("sign", ["fa fa-edit", "ri-user-add-line", "mdi mdi-account"])
@pytest.mark.parametrize(
    ("button", "language"), [("Edit Post", "en"), ("My Account", "en"), ("Личный Кабинет", "ru")]
)
def test_a_button_behind_a_sign_of_a_person_or_a_pen_names_nobody(
    sign: str, button: str, language: str
) -> None:
    line = FACTS.format(f"<i class='{sign}'></i> <a href='/a/7'>{button}</a>")
    assert authors(line, lang=language) == ()


def test_buttons_that_make_letters_larger_are_of_no_name() -> None:
    line = "<div><p>باريس – سارة أحمد</p><div><a href='#'>A+</a><a href='#'>A-</a></div></div>"
    assert authors(line) == ("سارة أحمد",)


def test_two_in_bold_in_the_line_of_the_day_wrote_what_a_house_signs() -> None:
    head = LD % '{"@type":"Organization","name":"الأفق"}'
    line = "<p><strong>سارة أحمد</strong> و<strong>علي حسن</strong> - 20/11/2026</p>"
    assert read(line, head=head, site="الأفق").authors == ("سارة أحمد", "علي حسن")


def test_what_a_house_calls_its_own_is_no_author_beside_a_person() -> None:
    head = LD % '{"@type":"Person","name":"سارة أحمد"}'
    line = "<div class='author-name'>خاص الأفق – <a href='/author/1'>سارة أحمد</a></div>"
    assert read(line, head=head, site="الأفق").authors == ("سارة أحمد",)


def test_a_line_of_its_own_below_a_name_is_none_of_it() -> None:
    box = "<div class='byline'><span>רועי זוהר</span><div>כתב כלכלי</div></div>"
    assert authors(box, lang="en") == ("רועי זוהר",)


def test_a_heading_of_an_author_s_box_is_no_name() -> None:
    person = "<div class='author-info'><h3>{}</h3><div><strong>{}</strong><p>{}</p></div></div>"
    german = person.format("Zur Person", "Julia von Bülow", "Korrespondentin")
    assert read(after=german, lang="en").authors == ("Julia von Bülow",)
    arabic = person.format("نبذة عن الكاتب", "نورا المغربي", "كاتبة أردنية")
    assert read(after=arabic).authors == ("نورا المغربي",)


def test_capitals_are_small_letters_of_the_language() -> None:
    assert begins_with_given_name("NAZLI GÜLER")
    assert begins_with_given_name("İBRAHİM GÜLER")
    assert begins_with_given_name("عبدالرحمٰن جعفری")
    assert not begins_with_given_name("NATO IRAK")


def test_a_long_house_may_stand_in_a_dateline() -> None:
    text = "القدس المحتلة ـ “المنارة الجديدة” ـ رضوى السويدي: أعلنت السلطات المحلية"
    assert persons_in_dateline(text) == ("رضوى السويدي",)


def test_reporters_behind_a_stroke_or_with_a_blank_in_their_name() -> None:
    assert reporters_by_role("/류보람 기자") == ("류보람",)
    assert reporters_by_role("佐々木 亜希子記者") == ("佐々木 亜希子",)
    assert reporters_by_role("本紙の取材班記者") == ()
    for nobody in ("本紙 取材班記者", "経済 担当記者", "同社 広報担当記者"):
        assert reporters_by_role(nobody) == ()


def test_the_writer_stands_before_the_editor_of_a_line() -> None:
    line = "1405/04/01 نویسنده : پریسا جعفرزاده | دبیر: محسن یزدانی"
    assert (label_inside(line) or "").startswith("پریسا جعفرزاده")
    assert label_inside("3 May 2026 | Edited by Jane Doe") == "Jane Doe"


def test_the_word_before_a_day_is_no_person() -> None:
    assert not is_person("פורסם יום שלישי")
    assert is_person("רועי זוהר")


def test_the_commonest_words_make_no_two_titles_one() -> None:
    assert tells_of_another("جامعه: موزه‌ای که پس از ده سال باز شد", "افزایش بهای نان از فردا")
    assert not tells_of_another("بهای نان باز بالا رفت", "افزایش بهای نان از فردا")


@pytest.mark.parametrize(
    ("line", "names"),
    [
        ("<p class='byline'>Chronique de Estelle Rousset<small>il y a 2 jours</small></p>",
         ("Estelle Rousset",)),
        ("<p class='byline'>Максим Пономарёв специально для Уральский обозреватель</p>",
         ("Максим Пономарёв",)),
        ("<p class='byline'>רויטרס וגלעד אזולאי</p>", ("רויטרס", "גלעד אזולאי")),
        ("<p class='byline'>חגי דהן וסוכנויות הידיעות</p>", ("חגי דהן",)),
        ("<p>כתב כלכלי: ענבר שטרן</p>", ("ענבר שטרן",)),
        ("<p class='byline'>כתבת ספורט רונית שטרן</p>", ("רונית שטרן",)),
        ("<p class='byline'>लेखक: ज्योति वाजपेयी<small>2 दिन पहले</small></p>", ("ज्योति वाजपेयी",)),
        ("<p>تحليل | صلاح الدين عبد الحميد</p>", ("صلاح الدين عبد الحميد",)),
        ("<p>Dodane przez: Szymon Górski</p>", ("Szymon Górski",)),
        ("<p>Bài, ảnh: Đỗ Phương Linh - 20/11/2026</p>", ("Đỗ Phương Linh",)),
        # what only looks so
        ("<p>מחקר וגלריות: חיפה</p>", ()),
    ],
)  # fmt: skip
def test_words_and_days_around_a_name_are_none_of_it(line: str, names: tuple[str, ...]) -> None:
    assert authors(line, lang="en") == names


def test_a_line_below_a_text_says_who_its_author_is() -> None:
    box = "<div><p>作者簡介</p><p>林立新</p></div>"
    assert read(after=box, lang="ja").authors == ("林立新",)
    assert read(after="<div><p>相關新聞</p><p>林立新</p></div>", lang="ja").authors == ()
    hebrew = read(end="<p>לילך שטרן היא כתבת כלכלית</p>", lang="en")
    assert hebrew.authors == ("לילך שטרן",)


def test_two_words_of_a_japanese_beside_the_day_sign_what_an_account_posts() -> None:
    head = LD % '{"@type":"Person","name":"s.omar"}'
    line = "<table><tr><td>2026-11-20 - {}</td></tr></table>"
    assert authors(line.format("大西 恵子"), head=head, lang="ja") == ("大西 恵子",)
    assert authors(line.format("地域 経済"), head=head, lang="ja") == ("s.omar",)


def test_a_house_before_a_korean_name_is_none_of_it() -> None:
    head = LD % '{"@type":"Person","name":"webteam"}'
    line = "<p class='author'>중앙산업신문 최종민 기자</p>"
    assert authors(line, head=head, lang="ko", site="중앙산업신문") == ("최종민",)


def test_a_sign_that_a_font_draws_from_a_word_is_no_word() -> None:
    line = FACTS.format("<i class='material-icons'>{}</i> Dóra Oláh")
    assert authors(line.format("person"), lang="hu") == ("Dóra Oláh",)
    byline = "<p class='byline'><span class='material-symbols-outlined'>{}</span>Dóra Oláh</p>"
    assert authors(byline.format("edit_note"), lang="hu") == ("Dóra Oláh",)
    used = "<svg><use href='#icon-user'></use></svg> Dóra Oláh"
    assert authors(FACTS.format(used), lang="hu") == ("Dóra Oláh",)
    read_whole = read(text="The council <i class='material-icons'>east</i> met, and passed it. ")
    assert "east" not in read_whole.text


@pytest.mark.parametrize(
    ("line", "name"),
    [
        ("<p class='byline'><span>כותב</span><span>רועי קליין</span></p>", "רועי קליין"),
        ("<p class='byline'><span>लेखक</span><span>विवेक वाजपेयी</span></p>", "विवेक वाजपेयी"),
        ("<p class='byline'>Eleanor Lindqvist <a href='#'>+</a></p>", "Eleanor Lindqvist"),
        ("<p class='byline'>Forfatter:Lærke Lauritsen | Foto:Trine Jensen</p>", "Lærke Lauritsen"),
        ("<p class='byline'>Tác giả : Đinh Hải Yến<br>Biên tập : Lý Linh</p>", "Đinh Hải Yến"),
        ("<div><b>عمرو الخطيب</b><br>تصوير : نجلاء صوان</div>", "عمرو الخطيب"),
    ],
)
def test_labels_and_buttons_that_style_sets_apart(line: str, name: str) -> None:
    assert authors(line, lang="en") == (name,)


@pytest.mark.parametrize(
    ("first", "names"),
    [
        ("خاص – باريس – أحمد عبد الحميد<br>", ("أحمد عبد الحميد",)),
        ("كتب: نادين كنعان..<br>", ("نادين كنعان",)),
        ("تحرير: نادين كنعان..<br>", ()),
    ],
)
def test_the_first_line_of_a_text_names_who_wrote(first: str, names: tuple[str, ...]) -> None:
    body = f"{first}أقر المجلس مساء الأربعاء خطة جديدة للنقل تشمل تسيير أربعين حافلة في المدينة."
    assert persons_in_dateline(body.replace("<br>", "\n")) == names


def test_a_dateline_names_no_one_whom_its_text_quotes() -> None:
    head = LD % '{"@type":"Person","name":"سارة أحمد"}'
    said = "وقال علي حسن، رئيس اللجنة المشرفة على المشروع، إن التمويل متوافر."
    first = f"<p>الأفق - سارة أحمد: {said}</p>"
    assert read(first=first, head=head, site="الأفق").authors == ("سارة أحمد",)


def test_a_house_in_an_element_beside_a_name_is_none_of_it() -> None:
    box = "<div class='writer-data'><span>רועי בן דוד</span><span>הכרמל</span></div>"
    assert authors(box, lang="en", site="הכרמל") == ("רועי בן דוד",)


def test_an_aside_that_is_called_the_facts_of_a_text_names_its_author() -> None:
    box = "<aside class='{}'><div class='credit'>Caroline Prescott, reporter</div></aside>"
    assert authors(box.format("meta-col"), lang="en") == ("Caroline Prescott",)
    assert authors(box.format("sidebar"), lang="en") == ()


def test_how_long_ago_and_what_a_text_is_called_are_no_names() -> None:
    line = "<p class='byline'>{}</p>"
    assert authors(line.format("منذ يومين - سارة أحمد وعلي حسن")) == ("سارة أحمد", "علي حسن")
    assert authors(line.format("דעה | סיון וייס"), lang="en") == ("סיון וייס",)
    japanese = "<div><a href='/t/1'>吉田 慎吾</a>, <a href='/t/2'>村上 彩花</a></div>"
    assert authors(japanese, lang="ja") == ("吉田 慎吾", "村上 彩花")


@pytest.mark.parametrize(
    "line",
    [
        "<div class='author'>By<span></span>Jane Doe</div>",
        "<div>By<span class='gap'></span>Jane Doe</div>",
        "<div class='author'>Par<i class='icon'></i>Jane Doe</div>",
        "<div class='author'>By<span></span>سارة أحمد</div>",
        "<div class='byline'>By<span>Jane Doe</span></div>",
        "<p>By<strong>Jane Doe</strong></p>",
    ],
)
def test_style_alone_parts_a_label_from_a_name(line: str) -> None:
    assert authors(line, lang="en") in (("Jane Doe",), ("سارة أحمد",))


def test_a_name_that_begins_as_a_label_does_is_whole() -> None:
    assert authors("<div class='author'>Byron<span></span> Doe</div>", lang="en") == ("Byron Doe",)
