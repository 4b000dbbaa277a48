"""Who wrote by forms of themes and newsrooms: persons before pictures' credits, in brackets,
behind a town with no sign, beside editors; each with what only looks so."""

from __future__ import annotations

import pytest

from pipeline.people.beside_pictures import who_wrote_beside_pictures
from pipeline.people.datelines import persons_in_dateline
from pipeline.people.dense_reporters import reporters_at_end, reporters_in_dateline
from pipeline.people.given_names import begins_with_given_name, persons_in
from pipeline.people.names import clean_names
from pipeline.people.placed import placed_names
from tests.pipeline.people.story_page import TITLE, authors, read

URDU = "چالیس برس سے کشتی چلانے والے کہتے ہیں"


@pytest.mark.parametrize(
    ("line", "names"),
    [
        (
            "Игорь Дубинин, Дарья Пшеничная | Фото: Пётр Заломов",
            ("Игорь Дубинин", "Дарья Пшеничная"),
        ),
        ("Jane Doe and John Roe, photos Ann Poe", ("Jane Doe", "John Roe")),
        ("سارة أحمد وعلي حسن | تصوير: هبة سالم", ("سارة أحمد", "علي حسن")),
        # what only looks so
        ("Leeds, Norwich | Photos: Ann Poe", ()),
        ("Council and mayor | Photo: Ann Poe", ()),
    ],
)
def test_several_wrote_beside_who_pictured(line: str, names: tuple[str, ...]) -> None:
    assert who_wrote_beside_pictures(line) == names


@pytest.mark.parametrize(
    ("line", "names"),
    [
        ("（東海林 誠、真鍋由紀）", ("東海林 誠", "真鍋由紀")),
        ("再開するという。（東海林 誠、長谷部純一）", ("東海林 誠", "長谷部純一")),
        # what only looks so
        ("（関連記事、写真あり）", ()),
        ("（東京本社、大阪支社）", ()),
        ("（社会部、政治部）", ()),
    ],
)
def test_several_sign_in_brackets(line: str, names: tuple[str, ...]) -> None:
    assert reporters_at_end(line) == names


@pytest.mark.parametrize(
    ("head", "names"),
    [
        ("لاہور (نادیہ مرتضیٰ)", ("نادیہ مرتضیٰ",)),
        ("کراچی: (ارشد محمود راجا)", ("ارشد محمود راجا",)),
        # what only looks so
        ("لاہور (اسٹاف رپورٹر)", ()),
        ("لاہور (مانیٹرنگ ڈیسک)", ()),
        ("لاہور (آواز دوراں)", ()),
    ],
)
def test_a_town_and_a_person_run_on_to_the_text(head: str, names: tuple[str, ...]) -> None:
    assert persons_in_dateline(f"{head} {URDU}") == names


def test_no_town_runs_on_to_the_text() -> None:
    assert persons_in_dateline("محافظة بغداد (محمد شياع) أعلنت خطة جديدة") == ()


def test_a_linked_reporter_below_a_text_is_no_card() -> None:
    crew = (
        '<div class="item-reporter"><ul>'
        '<li><span>خبرنگار</span> <a href="/r/1">رضا شاه‌ملکی</a></li>'
        '<li><span>دبیر</span> <a href="/r/2">الهام باقری</a></li></ul></div>'
    )
    assert authors(behind=crew, lang="fa") == ("رضا شاه‌ملکی",)
    other = f'<li><a href="/n/7">{TITLE} من جديد</a><p class="author"><a href="/r/1">رضا شاه</a>'
    assert authors(behind=f"<ul>{other}</li></ul>") == ()


def test_the_sign_of_a_mailbox_is_nobody() -> None:
    mail = (
        '<a href="mailto:a@site.example" class="author-email-link">'
        '<span class="screen-reader-text">{}</span></a>'
    )
    line = (
        '<div class="post-meta"><span class="author-meta"><a href="/author/1" '
        'class="author-name">{}</a>{}</span><span class="date">20 نوفمبر، 2026</span></div>'
    )
    sign = mail.format("أرسل بريدا إلكترونيا")
    assert authors(line.format("بوابة السدر", sign), site="بوابة السدر") == ("بوابة السدر",)
    assert authors(line.format("سارة أحمد", sign), site="بوابة السدر") == ("سارة أحمد",)


def test_japanese_names_with_blanks_sign_below_the_headline() -> None:
    line = "<p><strong>{}</strong></p><p>2026.11.20</p>"
    assert authors(line.format("能登谷 亜美、諸星 大地"), lang="ja") == ("能登谷 亜美", "諸星 大地")
    assert authors(line.format("交通 計画"), lang="ja") == ()


def test_parts_that_style_alone_sets_apart_are_read_apart() -> None:
    row = "<div><span>2026-11-20 08:47</span><span>图/诸葛晴</span><span>文/{}</span></div>"
    assert authors(row.format("南屿日报"), lang="zh", site="南屿日报") in ((), ("南屿日报",))
    assert authors(row.format("柳依然"), lang="zh", site="南屿日报") == ("柳依然",)


@pytest.mark.parametrize(
    ("name", "called"),
    [("چوہدری منور بھٹی", True), ("فہیم اختر ندوی", True), ("آواز دوراں", False)],
)
def test_how_names_of_urdu_begin(name: str, called: bool) -> None:
    assert begins_with_given_name(name) is called


@pytest.mark.parametrize(
    ("line", "names"),
    [
        ("（作者：贺晓岚，系江岸新报评论员）", ("贺晓岚",)),
        ("（作者为江岸新报评论员）", ()),
        ("作者：贺晓岚，现任江岸大学教授", ("贺晓岚",)),
        ("作者：贺晓岚、尹相宜", ("贺晓岚", "尹相宜")),
    ],
)
def test_what_a_chinese_author_is_names_nobody(line: str, names: tuple[str, ...]) -> None:
    assert clean_names(line) == names


def test_a_given_name_like_an_adjective_stands_beside_another_person() -> None:
    assert persons_in("Лев Осколков | Валерий Орлов") == ("Лев Осколков", "Валерий Орлов")
    assert persons_in("Нижний Новгород | Великий Устюг") == ()


@pytest.mark.parametrize(
    ("line", "names"),
    [
        ("محمد سالم ولد الطالب - طرابلس", ("محمد سالم ولد الطالب",)),
        ("سارة علي وهبي المصري - بيروت", ("سارة علي وهبي المصري",)),
        ("سارة أحمد وعلي حسن - بيروت", ("سارة أحمد", "علي حسن")),
    ],
)
def test_a_letter_of_a_name_is_no_and_before_a_town(line: str, names: tuple[str, ...]) -> None:
    assert placed_names(line) == names


def test_a_house_on_line_has_reporters_too() -> None:
    assert reporters_in_dateline("北原在线记者 范思哲 成都报道 上月发布的报告") == ("范思哲",)
    assert reporters_in_dateline("北原在线 范思哲 成都报道 上月发布的报告") == ()
    assert reporters_in_dateline("北原社2月3日电（记者胡喆 实习生李可）") == ("胡喆", "李可")


def test_a_break_behind_a_byline_that_opens_the_text_is_no_line() -> None:
    page = read(lead="<b>كتب: ميهار قرنداشي</b><br>")
    assert page.authors == ("ميهار قرنداشي",)
    assert "ميهار" not in page.text
