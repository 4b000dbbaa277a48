"""Days that stand beside others: of a change and of publication in one line, above a headline."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest

from pipeline.days.written import parse_line
from pipeline.extract import extract_article
from pipeline.memory import EMPTY
from pipeline.records import Article, Page
from tests.pipeline.people.story_page import read

NOW = datetime(2026, 11, 25, tzinfo=UTC)


@pytest.mark.parametrize(
    ("line", "language", "day"),
    [
        ("Updated 23 October 2023 | Published 20/10/2023", "en-gb", date(2023, 10, 20)),
        ("Aggiornato il 3 gennaio 2021 | Pubblicato il 02.01.2021", "it", date(2021, 1, 2)),
        ("Mis à jour le 3 mars 2024 | Mis en ligne le 01/03/2024", "fr", date(2024, 3, 1)),
        ("تم التحديث: 10 آب 2021 | نشر في: ٢٠٢١/٠٨/٠٧", "ar", date(2021, 8, 7)),
        ("Inserito: 12 gennaio 2021 | Modificato: 13 gennaio 2021", "it", date(2021, 1, 12)),
        ("Eklenme: 12.09.2024 | Güncellenme: 1 Kasım 2024", "tr", date(2024, 9, 12)),
    ],
)
def test_the_day_of_publication_behind_that_of_a_change(
    line: str, language: str, day: date
) -> None:
    found = parse_line(line, NOW, language)
    assert [value for value, changed in found if not changed] == [day]


@pytest.mark.parametrize(
    ("published", "changed"),
    [("Published", "Updated"), ("نشر في", "آخر تحديث"), ("公開日：", "更新日："), ("입력", "수정")],
)
def test_labels_in_elements_of_their_own_are_of_the_days_behind_them(
    published: str, changed: str
) -> None:
    line = "<div><span>{}</span> <span>{}</span></div>"
    lines = line.format(changed, "2026-03-21 10:00") + line.format(published, "2026-03-12 10:00")
    assert str(read(lines).published.value)[:10] == "2026-03-12"
    box = f"<li class=time-of-publication><i>{changed}</i> <time>2026-03-21</time></li>"
    assert str(read(f"<ul>{box}</ul>").published.value)[:10] == "2026-03-21"


def test_numbers_behind_the_day_of_a_change_are_no_day_without_a_label() -> None:
    found = parse_line("Updated 23 October 2023 | 20/10/2023", NOW, "en-gb")
    assert [changed for _, changed in found] == [True]


@pytest.mark.parametrize(
    "line",
    [
        "<div><span><a href='/p/7'>Xochi Barragan</a></span> <span>4 March 2026</span></div>",
        "<address>Published 4 March 2026 by Xochi Barragan</address>",
    ],
)
def test_a_day_above_the_headline_in_its_box(line: str) -> None:
    published = read(above=line, lang="en").published
    assert published is not None
    assert published.value == date(2026, 3, 4)


def test_the_day_of_a_headline_that_leads_elsewhere_is_no_article_s() -> None:
    line = "<div><a href='/b'>Another story of the town</a> <span>4 March 2026</span></div>"
    assert read(above=line, lang="en").published is None


def test_who_updated_a_text_says_nothing_of_the_day_below() -> None:
    page = read("<p>تحديث: مرهف دويدري</p><span>11 أغسطس 2026</span>", lang="ar")
    assert page.published is not None
    assert page.published.value == date(2026, 8, 11)


@pytest.mark.parametrize("href", ["#", "https://news.example/a/story-of-buses-0"])
def test_days_of_publication_and_change_in_one_link_to_the_article(href: str) -> None:
    below = (
        f"<span><a href='{href}' rel='bookmark'>"
        "<time class='published' datetime='2026-10-24T10:00:00+00:00'>24 October 2026</time>"
        "<time class='updated' datetime='2026-10-26T10:00:00+00:00'>26 October 2026</time>"
        "</a></span>"
    )
    published = read(below, lang="en").published
    assert published is not None
    assert published.utc.day == 24


def test_the_day_of_a_reader_s_comment_is_no_article_s() -> None:
    after = (
        "<div class='rx'><h3>Comments</h3><article><b>Jane Roe</b><i>20 October 2026</i>"
        "<p>I grew up there.</p></article></div>"
    )
    assert read(after=after, lang="en").published is None


def test_a_day_right_behind_a_long_headline_that_links_itself() -> None:
    """The box that holds both is above the headline in the page's order, and holds the link."""
    headline = (
        "The ferry between the two towns runs again after four weeks of repair, and all are glad"
    )
    text = "<p>The ferry ran again on Monday, and its owner paid for the repair himself.</p>" * 5
    page = (
        f"<title>{headline}</title><section><div><h1><a href='/a/1'>{headline}</a></h1>"
        f"3 May 2026</div></section>{text}"
    )
    url = "https://courier.example/a/1"
    found = extract_article(Page(url, url, page.encode(), NOW), EMPTY, NOW)
    assert isinstance(found, Article)
    assert found.title == headline
    assert "ran again on Monday" in found.text


@pytest.mark.parametrize(
    ("line", "day"),
    [
        ("<div>Thaïs Quémener · 2 days ago · 4 min read</div>", "2026-11-22"),
        ("<div class='item-nav'><span>18 September 2022</span> <b>No. 4</b></div>", "2022-09-18"),
        # what only looks so
        ("<div>Thaïs Quémener · two years ago today</div>", "None"),
        (
            "<div class='item-nav'><a href='/2022/a'>The bridge that nobody crossed</a> "
            "<span>18 September 2022</span></div>",
            "None",
        ),
    ],
)
def test_lines_of_facts_below_a_headline_tell_the_day(line: str, day: str) -> None:
    published = read(line, lang="en").published
    assert str(published and published.value)[:10] == day


def test_a_day_in_the_name_of_a_file_is_no_day_of_publication() -> None:
    name = "WhatsApp Image 2025-09-28 at 2.37.11 PM"
    assert read(f"<p>{name}.jpeg</p>").published is None
    assert str(read(f"<p>{name}</p>").published.value)[:10] == "2025-09-28"


def test_how_long_ago_stands_below_a_portrait_and_a_name() -> None:
    name = "<div><div><a href='/@x'><img src='/i.png'></a></div><div><div><a href='/@x'>Ada Roe</a>"
    facts = "<span>·</span><a href='#'>Share</a></div><div><span>4 min</span><span>·</span>"
    line = f"{name}{facts}<span>2 days ago</span></div></div></div>"
    assert str(read(line, lang="en").published.value)[:10] == "2026-11-22"
    other = "<div><a href='/n/7'><h4>The bridge that nobody crossed</h4></a>"
    card = f"{other}<b>4 min</b><span>·</span><span>2 days ago</span></div>"
    assert read(card, lang="en").published is None


@pytest.mark.parametrize("above", [True, False])
def test_the_second_of_two_times_side_by_side_is_that_of_the_change(above: bool) -> None:
    times = "<div><time datetime={}>x</time> <time datetime={}>y</time></div>"
    line = times.format("2025-03-22T05:41", "2025-05-01T05:41")
    page = read(above=line) if above else read(line)
    assert str(page.published.value)[:10] == "2025-03-22"
    lone = times.format("2025-05-01T05:41", "2025-03-22T05:41")
    assert str(read(lone).published.value)[:10] == "2025-05-01"


def test_the_day_of_a_change_in_two_calendars_is_that_of_no_publication() -> None:
    line = "نشر في 2024/8/10 | تم التحديث: الأحد 7 صفر 1446 هـ - 11 أغسطس 2024 م"
    assert parse_line(line.partition(" | ")[2], NOW, "ar") == [(date(2024, 8, 11), True)]
    assert parse_line(line, NOW, "ar")[0] == (date(2024, 8, 10), False)


def test_a_day_that_begins_a_sentence_gives_way_to_one_above_the_headline() -> None:
    ends = "– the council meets again, all who live here may come and speak."
    text = f"<p><strong>22 August 2026</strong> {ends}</p>"
    above = "<div><span>8 July 2026</span></div>"
    assert str(read(text, above=above, lang="en").published.value)[:10] == "2026-07-08"
    assert str(read(text, lang="en").published.value)[:10] == "2026-08-22"


def test_a_hungarian_word_for_a_length_of_time_that_is_past() -> None:
    told = read("<p>2 days ago</p>", lang="en").published
    assert read("<p>2 napja</p>", lang="hu").published == told is not None
    assert read("<p>2 nap</p>", lang="hu").published is None


def test_what_stands_before_the_day_of_a_change_in_more_languages() -> None:
    for label in ("تاريخ التعديل", "Modificato il", "Yenilənib", "Ændret", "Última", "Upraveno"):
        found = parse_line(f"{label}: 03.03.2023", NOW, "it")
        assert [changed for _, changed in found] == [label != "Última"]


def test_years_of_two_digits_stand_first_in_korean_and_years_of_the_republic() -> None:
    assert parse_line("25.11.12", NOW, "ko") == [(date(2025, 11, 12), False)]
    assert parse_line("25.11.12", NOW, "de") == [(date(2012, 11, 25), False)]
    assert parse_line("民國115年7月9日", NOW, "zh") == [(date(2026, 7, 9), False)]
    assert parse_line("令和5年(2023年)9月24日", NOW, "ja") == [(date(2023, 9, 24), False)]


def test_a_day_in_the_articles_own_foot_stands_before_one_at_the_texts_end() -> None:
    story = "The council passed a plan that puts forty buses on the roads of the town. " * 2
    prose = "".join(f"<p>{n}. {story}</p>" for n in range(3))
    event = "<div class='event-info'><p>24 November 2026, Leeds</p></div>"
    page = (
        f"<html lang='en'><head><title>Council passes a plan</title></head><body><article>"
        f"<h1>Council passes a plan</h1><div>{prose}{event}</div><footer><div>3 May 2026</div>"
        "</footer></article></body></html>"
    )
    url = "https://paper.example/a/3"
    article = extract_article(Page(url, url, page.encode(), NOW), EMPTY, NOW)
    assert isinstance(article, Article)
    assert article.published is not None
    assert article.published.value == date(2026, 5, 3)


def test_months_in_roman_numbers_and_moments_that_a_script_keeps_alive() -> None:
    assert parse_line("3 IX 2024", NOW, "pl") == [(date(2024, 9, 3), False)]
    assert parse_line("3 XIV 2024", NOW, "pl") == []
    assert parse_line("Windows 10 X 2020", NOW, "de") == []
    alive = "<span data-livestamp='1736062380'></span>"
    assert str(read(f"<p>{alive}</p>").published.value)[:10] == "2025-01-05"


def test_a_day_right_above_the_headline_stands_before_one_at_the_end_of_a_brief_text() -> None:
    towns = ("Leeds", "York", "Hull", "Ripon", "Wells", "Truro")
    prose = "".join(f"<p>Of all that was planned, {t} has seen the least</p>" for t in towns)
    event = "<div class='event-info'><p>24 November 2026, Leeds</p></div>"
    page = (
        "<html lang='en'><head><title>Council passes a plan</title></head><body><div>"
        f"<p>3 May 2026</p><h1>Council passes a plan</h1><div>{prose}{event}</div>"
        "</div></body></html>"
    )
    url = "https://paper.example/a/4"
    article = extract_article(Page(url, url, page.encode(), NOW), EMPTY, NOW)
    assert isinstance(article, Article)
    assert article.published is not None
    assert article.published.value == date(2026, 5, 3)


FACTS = (
    "<nav><a href='/blog/'>واپس جائیں</a><ul><li><b>Facts</b><nav><ul><li><div>"
    "<time datetime='2026-11-18'>18 نومبر، 2026</time></div></li>{}"
    "<li>میں <a href='/category/ai'>مصنوعی ذہانت</a></li></ul></nav></li></ul></nav>"
)
CHANGE = "<li><div><time datetime='2026-11-20'>20 نومبر، 2026</time></div></li>"


@pytest.mark.parametrize("change", ["", CHANGE])
def test_a_list_of_facts_in_a_side_column_tells_the_days_of_its_article(change: str) -> None:
    text = "<p>The council passed a plan that puts forty buses on the roads of the town.</p>" * 3
    html = f"<body>{FACTS.format(change)}<article><h1>Forty buses more</h1>{text}</article>"
    url = "https://news.example/forty-buses-more"
    found = extract_article(Page(url, url, html.encode(), NOW, charset="utf-8"), EMPTY, NOW)
    assert isinstance(found, Article)
    assert str(found.published and found.published.value)[:10] == "2026-11-18"


@pytest.mark.parametrize(
    ("label", "names"),
    [
        ("上次更新于", ""),
        ("最后编辑于:", ""),
        ("Последнее обновление:", ""),
        ("Остання зміна", ""),
        ("Última modificación:", ""),
        ("Senaste uppdatering:", ""),
        ("", "last-updated"),
        ("Mwisho:", "VPLastUpdated"),
    ],
)
def test_the_day_of_the_last_change_is_told_by_its_label_or_its_box(label: str, names: str) -> None:
    day = '<time datetime="2026-11-23T10:03:45.000Z"></time>'
    below = f"<div class='{names}'><p>{label} {day}</p></div>"
    article = read(below=below, lang="en")
    assert article.published is None
    assert str(article.modified.value)[:10] == "2026-11-23"


def test_a_box_of_the_last_change_that_tells_of_publication_too() -> None:
    line = "<p class='last-updated'>Published <time datetime='2026-03-04'>4 March 2026</time></p>"
    assert read(line, lang="en").published.value == date(2026, 3, 4)
