"""Other articles' headlines, readers and buttons that look like those who sign."""

from __future__ import annotations

import pytest
from story_page import authors, read

from pipeline.people.fact_persons import is_person

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


def test_where_to_share_it_is_told_in_no_line_of_facts() -> None:
    meta = (
        '<script type="application/ld+json">{"@type": "NewsArticle", "headline": "المجلس يقر خطة '
        'النقل العام بعد عام من الجدل", "author": {"@type": "Organization", "name": "المدار"}}'
        "</script>"
    )
    line = "<div class='k'><time>3 أيار 2026</time><div class='a2a_kit'>وزّع الخبر</div></div>"
    assert read(line, head=meta).authors == ("المدار",)


@pytest.mark.parametrize("text", ["ع+ ع-", "A+ A-", "ع+ ع"])
def test_sizes_of_letters_are_no_person(text: str) -> None:
    assert not is_person(text)
