"""Persons in rows, in boxes with their day, in lines that say what a text is, and below a text."""

from __future__ import annotations

import pytest

from pipeline.extract import extract_article
from pipeline.memory import EMPTY
from pipeline.people.alone_below import persons_below
from pipeline.people.dense_persons import is_japanese_by_given
from pipeline.people.piece_lines import whose_piece, without_piece
from pipeline.people.second_names import is_called_as_person
from pipeline.records import Article, Block, BlockKind, Page, Removed
from tests.pipeline.people.story_page import NOW, authors

NOBODY: frozenset[str] = frozenset()
JANE, TUESDAY = "Jane Okafor", "<span>27 May 2026</span>"
TEXT = "The council voted for the plan, and the first trams will run before the winter comes."


@pytest.mark.parametrize(
    ("day", "names"),
    [
        ("Yesterday", (JANE,)),
        ("vor 2 Tagen", (JANE,)),
        ("Published: 27 May 2026", (JANE,)),
        # no day
        ("Zrinka Aquin", (JANE, "Zrinka Aquin")),
    ],
)
def test_a_day_in_an_element_of_its_own_ends_the_names(day: str, names: tuple[str, ...]) -> None:
    box = f"<div class='gh-byline'><div>By {JANE},</div><div class='d'>{day}</div></div>"
    assert authors(box, lang="en") == names


def test_a_box_that_holds_a_day_alone_names_nobody() -> None:
    assert authors("<div class='byline'><span>Yesterday</span></div>", lang="en") == ()
    assert authors("<div class='byline'><span>Terbit: 27 Mei 2026</span></div>", lang="id") == ()


@pytest.mark.parametrize(
    ("row", "names"),
    [
        ("<div><div><span>Jane Okafor</span><span>Zrinka Aquin</span></div></div>",
         (JANE, "Zrinka Aquin")),
        ("<p>Jane Okafor<br>Zrinka Aquin</p>", (JANE, "Zrinka Aquin")),
        ("<ul><li><a href='/team/1'>Jane Okafor</a></li><li><a href='/team/2'>Zrinka Aquin</a></li>"
         "</ul>", (JANE, "Zrinka Aquin")),
        ("<div><p>Zrinka Aquin<br><small>Reporter</small></p><p>Tvrtko Aquin<br>"
         "<small>Columnist</small></p></div>", ("Zrinka Aquin", "Tvrtko Aquin")),
        # a town, a section of the page's menu
        ("<div><span>Jane Okafor</span><span>New Delhi</span></div>", (JANE,)),
    ],
)  # fmt: skip
def test_persons_in_a_row(row: str, names: tuple[str, ...]) -> None:
    assert authors(row, lang="en") == names


def test_a_section_of_the_menu_in_a_row_is_nobody() -> None:
    menu = "<nav><a href='/c/1'>Rhine Walks</a><a href='/c/2'>Home</a></nav>"
    row = "<div><span>Jane Okafor</span><span>Rhine Walks</span></div>"
    assert "Rhine Walks" not in authors(row, lang="en", above=menu)


@pytest.mark.parametrize(
    ("line", "names"),
    [
        ("رأي | سارة أحمد", ("سارة أحمد",)),
        ("عمود سارة أحمد", ("سارة أحمد",)),
        ("تحقيق سارة أحمد وعلي حسن", ("سارة أحمد", "علي حسن")),
        ("یادداشت سارا احمدی", ("سارا احمدی",)),
        ("Opinion | Jane Okafor", (JANE,)),
        # what only looks so
        ("رأي | مدن ذكية", ()),
        ("Opinion | Rhine Walks", ()),
        ("Opinion Jane Okafor", ()),
    ],
)
def test_a_line_that_says_what_a_text_is_and_whose(line: str, names: tuple[str, ...]) -> None:
    assert whose_piece(line) == names


def test_what_a_text_is_called_is_no_part_of_a_name() -> None:
    assert without_piece("زاوية ميهار قرنداشي") == "ميهار قرنداشي"
    assert without_piece("سارة أحمد") == "سارة أحمد"


def test_whom_a_conversation_was_with_wrote_nothing() -> None:
    assert authors("<p>حوار مع سارة أحمد</p>") == ()
    assert authors("<p>حوار: سارة أحمد</p>") == ("سارة أحمد",)
    assert authors("<p>للإعلان والاشتراك: سارة أحمد</p>") == ()


def test_a_picture_beside_the_day_shows_nobody_who_wrote() -> None:
    box = "<div class='info'><div>27 May 2026</div><figure><img src='/q.jpg'>{}</figure></div>"
    assert authors(box.format("<figcaption>Jane Okafor</figcaption>"), lang="en") == ()


def test_a_caption_or_a_button_joins_no_name() -> None:
    box = "<div><div><p>{} (Lagos) – Jane Okafor</p></div><div><button>Share</button></div></div>"
    assert authors(box.format("The Harbour Post"), lang="en", site="The Harbour Post") == (JANE,)


@pytest.mark.parametrize(
    ("lines", "names"),
    [
        (["Zrinka Aquin"], ("Zrinka Aquin",)),
        (["Zrinka Aquin", "Jane Okafor"], ("Zrinka Aquin", JANE)),
        (["Jane Okafor, reporter"], (JANE,)),
        (["Jane Okafor / The Harbour Post"], (JANE,)),
        (["وئام القلعاوي"], ("وئام القلعاوي",)),
        # what only looks so: a house, words that the text writes small, behind a site's own line
        (["Evening Courier"], ()),
        (["Council Plan"], ()),
        (["Share this", "Jane Okafor"], ()),
        (["مواعيد قريبة"], ()),
    ],
)
def test_names_in_the_lines_right_below_a_text(lines: list[str], names: tuple[str, ...]) -> None:
    kept = [Block(BlockKind.PARAGRAPH, f"{n}. {TEXT}") for n in range(3)]
    removed = [Removed(line, "line:tail", len(kept) + at) for at, line in enumerate(lines)]
    sites = frozenset({"theharbourpost"})
    assert persons_below(kept, removed, sites) == names
    assert persons_below(kept, [Removed(line, "line:tail", 1) for line in lines], sites) == ()


@pytest.mark.parametrize(
    ("text", "is_name"),
    [
        ("御手洗由紀", True),
        ("柊木あかね", True),
        ("高校女子", False),
        ("新刊紹介", False),
        ("東京めぐり", False),
        ("経済産業", False),
    ],
)
def test_japanese_names_by_how_they_end(text: str, is_name: bool) -> None:
    assert is_japanese_by_given(text) is is_name


def test_a_name_of_one_word_above_a_job() -> None:
    box = "<div><div>Suparno</div><div>{}</div></div><div>27 Mei 2026</div>"
    assert authors(box.format("Jurnalis"), lang="id") == ("Suparno",)
    assert authors(box.format("Surabaya"), lang="id") == ()
    assert authors(box.format("Jurnalis"), lang="en") == ()


def test_a_heading_of_its_own_names_the_author_below_another() -> None:
    box = (
        "<aside><h3>{}</h3><h4>Zrinka Aquin</h4><p>covers ports and has lived by them.</p></aside>"
    )
    assert authors(after=box.format("About the author"), lang="en") == ("Zrinka Aquin",)
    assert authors(after=box.format("In the news"), lang="en") == ()


def test_who_wrote_for_a_house_is_told_by_that() -> None:
    line = "<p>Жбанка Окоронко, специально для «Новый маяк»</p>"
    assert authors(line, lang="ru") == ("Жбанка Окоронко",)
    assert authors("<p>Zrinka Aquin, special to The Harbour Post</p>", lang="en") == (
        "Zrinka Aquin",
    )


def test_who_pictured_is_told_in_hindi_too() -> None:
    assert authors("<p>रिपोर्ट: ममता कालिया, फोटो: विनोद दुआ</p>", lang="hi") == ("ममता कालिया",)
    assert authors("<p>फोटो: विनोद दुआ</p>", lang="hi") == ()
    assert authors("<p>लेखन: तृप्ति चौहान</p>", lang="hi") == ("तृप्ति चौहान",)


def test_a_picture_may_stand_between_a_heading_and_the_author() -> None:
    box = "<section><h3>{}</h3><img src='/k.jpg' alt=''><p>Zrinka Aquin</p></section>"
    assert authors(after=box.format("About the author"), lang="en") == ("Zrinka Aquin",)
    assert authors(after=box.format("About the bridge"), lang="en") == ()


def test_a_job_alone_below_a_heading_tells_who_wrote() -> None:
    box = "<div class='q'><h3>Zrinka Aquin</h3><p>{}</p></div>"
    assert authors(behind=box.format("Columnist"), lang="en") == ("Zrinka Aquin",)
    assert authors(behind=box.format("Guitarist"), lang="en") == ()


def test_a_columnist_above_the_headline_has_a_picture_and_a_role() -> None:
    box = "<div><img src='/u.jpg' alt=''><b>Zrinka Aquin</b><span>{}</span></div>"
    assert authors(above=box.format("Columnist"), lang="en") == ("Zrinka Aquin",)
    assert authors(above=box.format("Guitarist"), lang="en") == ()
    assert authors(above="<div><b>Zrinka Aquin</b><span>Columnist</span></div>", lang="en") == ()


def test_a_weekday_is_nobody() -> None:
    day = "<div class='byline'><span>Friday, December 19, 2025 19:12 GMT</span></div>"
    assert authors(day, lang="en") == ()
    box = "<div class='byline'>Jane Okafor<span>Friday, December 19, 2025</span></div>"
    assert authors(box, lang="en") == (JANE,)


def test_whom_tags_name_in_a_box_of_facts_wrote_nothing() -> None:
    box = "<div class='byline'><a href='/{0}/1'>Jane Okafor</a><a href='/{0}/2'>Amy Rowe</a></div>"
    assert authors(box.format("tag"), lang="en") == ()
    assert authors(box.format("author"), lang="en") == (JANE, "Amy Rowe")


def test_a_label_before_persons_in_elements_of_their_own() -> None:
    row = "<div><span>بقلم/ </span><span>سارة أحمد</span><span>علي حسن</span></div>"
    assert authors(row) == ("سارة أحمد", "علي حسن")


def test_who_is_featured_wrote_nothing() -> None:
    assert authors("<p>Featuring Jane Okafor</p>", lang="en") == ()
    assert authors("<p>Hosted by Jane Okafor</p>", lang="en") == ()


def test_a_job_behind_a_colon_is_no_part_of_the_name() -> None:
    assert authors("<p>سارة أحمد: كاتبة صحفية</p>") == ("سارة أحمد",)
    box = "<div class='byline'><p>سارة أحمد: كاتبة صحفية</p><div>27 نوفمبر 2025</div></div>"
    assert authors(box) == ("سارة أحمد",)


def test_a_house_with_its_town_before_the_person() -> None:
    line = "<p>The Harbour Post London – Zrinka Aquin</p>"
    assert authors(line, lang="en", site="The Harbour Post") == ("Zrinka Aquin",)


@pytest.mark.parametrize(
    ("line", "lang", "names"),
    [
        ("Zrinka Aquin", "fr", ("Zrinka Aquin",)),
        # nouns or labels may be written so; a section of the page, a house, a word of the text
        ("Zrinka Aquin", "de", ()),
        ("Old Town", "en", ()),
        ("Rhine Walks", "fr", ()),
        ("Le Courier", "fr", ()),
        ("Council Aquin", "fr", ()),
        ("Zrinka Aquin arrive", "fr", ()),
    ],
)
def test_a_name_that_no_list_holds_alone_below_a_headline(
    line: str, lang: str, names: tuple[str, ...]
) -> None:
    menu = "<nav><a href='/c/1'>Rhine Walks</a><a href='/c/2'>Home</a></nav>"
    assert authors(f"<div class='x'>{line}</div>", lang=lang, above=menu) == names


def test_a_part_of_a_headline_signs_nothing() -> None:
    headline = "<h1><span>خاص</span> <span>{}: نصف السكان بلا مياه نظيفة</span></h1>"
    text = "".join(f"<p>{n}. أقر المجلس مساء الأربعاء خطة جديدة للمياه.</p>" for n in range(6))
    for label in ("تقرير", "تحقيق"):
        html = f"<html lang=ar><body><main>{headline.format(label)}{text}</main></body></html>"
        page = Page("https://n.example/a/1", "https://n.example/a/1", html.encode(), NOW)
        story = extract_article(page, EMPTY, NOW)
        assert isinstance(story, Article)
        assert story.authors == ()


def test_who_is_told_below_a_heading_in_other_scripts() -> None:
    box = "<div><h4>{}</h4><p>{}</p></div>"
    hindi = box.format("लेखक के बारे में", "ममता कालिया शहर पर लिखती हैं।")
    assert authors(after=hindi, lang="hi") == ("ममता कालिया",)
    arabic = box.format("عن الكاتبة", "نور الدين قرنداشي صحفية مقيمة في تونس.")
    assert authors(after=arabic) == ("نور الدين قرنداشي",)
    korean = box.format("필자 소개", "조아라 도시와 교통을 취재한다.")
    assert authors(after=korean, lang="ko") == ("조아라",)


@pytest.mark.parametrize(
    ("name", "is_called"),
    [
        ("Hyun-woo Cho", True),
        ("Long-term Plan", False),
        ("High-speed Rail", False),
        ("اردلان عطارپور", True),
        ("بهرام دبیری‌نژاد", True),
        ("سفر سنگاپور", False),
        ("آخر دنیا", False),
    ],
)
def test_names_by_how_families_are_called(name: str, is_called: bool) -> None:
    assert is_called_as_person(name) is is_called


def test_a_name_of_one_word_in_a_box_called_an_authors() -> None:
    box = "<div class='{}'><img src='/a.jpg' alt='{}'><h4>{}</h4><p>covers the ports.</p></div>"
    assert authors(behind=box.format("author-box", "Mulyono", "Mulyono"), lang="id") == ("Mulyono",)
    assert authors(behind=box.format("promo", "Mulyono", "Mulyono"), lang="id") == ()
