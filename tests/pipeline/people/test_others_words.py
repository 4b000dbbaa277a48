"""Other articles' headlines, readers and buttons that look like those who sign."""

from __future__ import annotations

import pytest
from story_page import authors, read

from pipeline.people.fact_persons import is_person
from pipeline.people.no_names import is_no_name

OPINION = "رأي: لا تصدقوا كل ما تقوله المدينة"


@pytest.mark.parametrize(
    "line",
    [
        f"<p><a href='/48210'>{OPINION}</a></p>",
        f"<p>📌 <a href='/48210'><strong>{OPINION}</strong></a></p>",
        f"<div><a href='/48210'><h3>{OPINION}</h3></a></div>",
    ],
)
def test_the_headline_of_another_article_signs_nothing(line: str) -> None:
    byline = "<div>3 أيار 2026 <span>كريم بلحاج</span></div>"
    assert authors(byline, end=line) == ("كريم بلحاج",)


def test_an_opinion_is_linked_by_whose_it_is() -> None:
    assert authors(behind="<p><a href='/48210'>بقلم: سارة أحمد</a></p>") == ("سارة أحمد",)


@pytest.mark.parametrize("label", ["Kommentar von", "Reactie van", "Comment by"])
def test_a_reader_below_a_text_signs_nothing(label: str) -> None:
    said = f"<div><p>{label} Bernd Kohl</p><p>Well said, and about time too.</p></div>"
    assert authors(behind=said, lang="en") == ()


def test_whose_comment_a_text_is_signs_it() -> None:
    assert authors("<p>Kommentar von Bernd Kohl</p>", lang="de") == ("Bernd Kohl",)


HOUSE = (
    '<script type="application/ld+json">{"@type": "NewsArticle", "headline": "المجلس يقر خطة النقل '
    'العام بعد عام من الجدل", "author": {"@type": "Organization", "name": "المدار"}}</script>'
)


def test_where_to_share_it_is_told_in_no_line_of_facts() -> None:
    line = "<div class='k'><time>3 أيار 2026</time><div class='a2a_kit'>وزّع الخبر</div></div>"
    assert read(line, head=HOUSE).authors == ("المدار",)


@pytest.mark.parametrize(
    "label", ["شاركها الآن", "وقت القراءة", "احفظ الخبر", "تابعنا هنا", "قائمة الاستماع"]
)
def test_what_a_site_offers_beside_the_day_signs_nothing(label: str) -> None:
    line = f"<div><span>3 أيار 2026</span><span>{label}</span></div>"
    assert read(line, head=HOUSE).authors == ("المدار",)


@pytest.mark.parametrize("name", ["وضاح خنفر", "باسم العجارمة", "أمير تاج السر"])
def test_who_stands_beside_the_day_signs_whatever_the_name(name: str) -> None:
    line = f"<div><span>3 أيار 2026</span><span>{name}</span></div>"
    assert read(line, head=HOUSE).authors == (name,)


@pytest.mark.parametrize("text", ["ع+ ع-", "A+ A-", "ع+ ع"])
def test_sizes_of_letters_are_no_person(text: str) -> None:
    assert not is_person(text)


@pytest.mark.parametrize("label", ["محفوظ کریں", "सेव करें"])
def test_what_asks_readers_in_urdu_and_hindi_names_nobody(label: str) -> None:
    assert is_no_name(label, [], several=False)


@pytest.mark.parametrize(
    "head",
    ["<h2>{}</h2>", "<header><h2>{}</h2></header>", "<div class='t'><div><h3>{}</h3></div></div>"],
)
@pytest.mark.parametrize(
    ("lang", "heading", "reader"),
    [
        ("fa", "نظرات", "رضا کاظمی"),
        ("ar", "التعليقات", "سالم الغريب"),
        ("en", "Comments", "Jane Doe"),
    ],
)
def test_a_reader_below_a_heading_of_comments_signs_nothing(
    head: str, lang: str, heading: str, reader: str
) -> None:
    said = f"<li><span class='author'>{reader}</span><p>Well said, and about time too.</p></li>"
    box = f"<section>{head.format(heading)}<ul>{said}</ul></section>"
    assert authors(after=box, lang=lang) == ()


@pytest.mark.parametrize("name", ["ناشناس", "Anónimo", "Аноним", "익명", "匿名", "زائر", "Gość"])
def test_who_gives_no_name_is_nobody(name: str) -> None:
    assert authors(f"<span class='author'>{name}</span>") == ()


@pytest.mark.parametrize(
    ("line", "told"),
    [
        ("پخش زنده نشست خبری", "عضو شدن در ستاد بحران برای هیچ‌کس آسان نبود."),
        ("شاهد البث المباشر هنا", "صحفي من المدينة كان أول من وصل إلى الجسر بعد الحادث."),
    ],
)
def test_a_link_to_no_author_above_a_line_that_begins_with_a_job_signs_nothing(
    line: str, told: str
) -> None:
    assert authors(end=f"<div><a href='/live/1'>{line}</a></div><p>{told}</p>", lang="fa") == ()
