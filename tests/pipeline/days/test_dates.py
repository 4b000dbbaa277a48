"""Dates: written forms from the case table, and the choice among a page's candidates."""

from __future__ import annotations

import json
import tomllib
from datetime import UTC, date, datetime, timedelta, timezone
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.days.dates import Dates, extract_dates
from pipeline.days.words import speaks_of_other
from pipeline.days.written import parse_stamp, parse_written
from pipeline.declared.metadata import read_metadata
from pipeline.page.html import parse_text
from pipeline.records import Link, ListingKind, Origin

NOW = datetime(2026, 11, 25, 12, tzinfo=UTC)
CASES: dict[str, dict[str, Any]] = tomllib.loads(
    (Path(__file__).parent / "cases" / "dates.toml").read_text(encoding="utf-8")
)


@pytest.mark.parametrize("name", CASES)
def test_written_date(name: str) -> None:
    case = CASES[name]
    other = speaks_of_other(case["text"])
    value = None if other else parse_written(case["text"], NOW, case["language"])
    assert (value.isoformat() if value else "") == case["value"]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("2026-11-20T10:00:00+03:00", "2026-11-20T10:00:00+03:00"),
        ("2026-11-20T10:00:00.123Z", "2026-11-20T10:00:00+00:00"),
        ("2026-11-20 10:00:00", "2026-11-20T10:00:00"),
        ("2026-11-20T00:00:00", "2026-11-20"),
        ("2024-04-30 16:00:34 +02:00", "2024-04-30T16:00:34+02:00"),
        ("20261120", "2026-11-20"),
        ("20261120T101112Z", "2026-11-20T10:11:12+00:00"),
        ("1700000000", "2023-11-14T22:13:20+00:00"),
        ("1700000000000", "2023-11-14T22:13:20+00:00"),
        ("Fri, 20 Nov 2026 10:00:00 +0100", "2026-11-20T10:00:00+01:00"),
        ("2026-11-20T25:61:00Z", "2026-11-20"),
        ("2026-11-20T10:00:00+99:00", "2026-11-20T10:00:00"),
        ("0001-01-01T00:00:00", None),
        ("0001-01-01T00:00:00+03:00", None),
        ("Mon, 01 Jan 0001 00:00:00 +0000", None),
        ("Mon, 24 Nov 26 10:00:00 +0300", "2026-11-24T10:00:00+03:00"),
        ("2033-01-01", None),
        ("", None),
        ("yes", None),
    ],
)
def test_stamp(text: str, value: str | None) -> None:
    found = parse_stamp(text, NOW)
    assert (found.isoformat() if found else None) == value


@given(st.text(max_size=120))
def test_any_text_is_read_without_error(text: str) -> None:
    for value in (parse_written(text, NOW, "ar"), parse_stamp(text, NOW, "fa")):
        assert value is None or isinstance(value, date)


def _dates(html: str, link: Link | None = None, zone: str | None = None) -> Dates:
    doc = parse_text(html, "https://news.example/story")
    return extract_dates(doc, read_metadata(doc), link, NOW, zone)


def test_json_ld_wins_and_keeps_its_zone() -> None:
    dates = _dates(
        '<meta property="article:published_time" content="2026-11-19T01:00:00Z">'
        '<script type="application/ld+json">{"@type":"NewsArticle","headline":"A story of note",'
        '"datePublished":"2026-11-20T10:00:00+03:00","dateModified":"2026-11-21T10:00:00+03:00"}'
        "</script><h1>A story of note</h1><p>Text.</p>"
    )
    assert dates.published is not None
    assert dates.published.isoformat() == "2026-11-20T10:00:00+03:00"
    assert dates.published.origin is Origin.JSON_LD
    assert dates.modified is not None
    assert dates.modified.isoformat() == "2026-11-21T10:00:00+03:00"


def test_the_change_that_the_page_s_node_names_is_the_article_s() -> None:
    dates = _dates(
        '<script type="application/ld+json">[{"@type":"NewsArticle","headline":"A story of note",'
        '"datePublished":"2026-11-20T10:00:00Z"},{"@type":"WebPage","name":"A story of note",'
        '"dateModified":"2026-11-21T10:00:00Z"}]</script><h1>A story of note</h1><p>Text.</p>'
    )
    assert dates.modified is not None
    assert dates.modified.isoformat() == "2026-11-21T10:00:00+00:00"


def test_a_day_is_said_more_exactly_elsewhere() -> None:
    dates = _dates(
        '<meta name="date" content="2026-11-20">'
        '<meta property="article:published_time" content="2026-11-20T09:30:00+02:00"><h1>T</h1>'
    )
    assert dates.published is not None
    assert dates.published.isoformat() == "2026-11-20T09:30:00+02:00"


def test_a_footer_year_is_no_date() -> None:
    dates = _dates(
        "<title>خبر</title><article><h1>عنوان الخبر الأول</h1><p class='date'>5 آذار 2025</p>"
        "<p>نص الخبر.</p></article><footer>© 2019 الموقع</footer>"
    )
    assert dates.published is not None
    assert dates.published.value == date(2025, 3, 5)
    assert dates.published.origin is Origin.TEXT


@pytest.mark.parametrize(
    ("language", "others", "value"),
    [
        ("ar", "11/20/2026", date(2026, 11, 7)),
        ("ar", "20/11/2026", date(2026, 7, 11)),
        ("ar", "", date(2026, 7, 11)),
        ("en-US", "20/11/2026", date(2026, 7, 11)),
        ("en-US", "", date(2026, 11, 7)),
        ("en", "11/20/2026 and 21/11/2026", date(2026, 11, 7)),
    ],
)
def test_days_in_numbers_are_meant_as_others_of_the_page(
    language: str, others: str, value: date
) -> None:
    dates = _dates(
        f'<html lang="{language}"><body><article><h1>A story of note</h1>'
        f'<p class="date">11/07/2026</p><p>Text.</p></article><footer>{others}</footer></body>'
    )
    assert dates.published is not None
    assert dates.published.value == value


@pytest.mark.parametrize(
    ("others", "address", "value"),
    [
        ("11-20-2026", "https://news.example/item/7", date(2026, 11, 7)),
        ("20-11-2026", "https://news.example/item/7", date(2026, 7, 11)),
        ("", "https://news.example/2026/11/7411", date(2026, 11, 7)),
        ("", "https://news.example/2026/07/7411", date(2026, 7, 11)),
        ("", "https://news.example/2025/11/7411", date(2026, 7, 11)),
        ("", "https://news.example/2026/02/7411", date(2026, 7, 11)),
    ],
)
def test_days_with_dashes_are_meant_as_others_or_the_address_tell(
    others: str, address: str, value: date
) -> None:
    html = (
        '<html lang="ar"><body><article><h1>A story of note</h1><p class="date">11-07-2026</p>'
        f"<p>Text.</p></article><footer>{others}</footer></body>"
    )
    doc = parse_text(html, address)
    found = extract_dates(doc, read_metadata(doc), None, NOW)
    assert found.published is not None
    assert found.published.value == value


def test_only_a_footer_year_gives_none() -> None:
    assert _dates("<h1>A story</h1><p>Text.</p><footer>© 2019 Site</footer>") == Dates()


def test_dates_of_other_articles_are_never_taken() -> None:
    card = (
        '<div class="card"><h3><a href="/other">Another story</a></h3>'
        '<time datetime="2026-11-0{}">x</time></div>'
    )
    html = "<article><h1>A story</h1><p>Text.</p></article>" + card.format(1) + card.format(2)
    assert _dates(html) == Dates()


def test_dates_of_comments_are_never_taken() -> None:
    html = (
        "<article><h1>A story</h1><p>Text.</p></article><ol class='comment-list'><li>"
        '<time datetime="2026-11-01T10:00:00Z">1 November 2026</time> Nice.</li></ol>'
    )
    assert _dates(html) == Dates()


def test_an_update_is_no_publication() -> None:
    dates = _dates(
        "<article><h1>A story</h1><p class='date'>Updated: 3 November 2026</p><p>T.</p></article>"
    )
    assert dates.published is None
    assert dates.modified is not None
    assert dates.modified.value == date(2026, 11, 3)


@pytest.mark.parametrize(
    ("line", "day"),
    [
        ("Stand: 20.01.2026, 08:00 Uhr | Veröffentlicht: 19.01.2026", date(2026, 1, 19)),
        ("آخر تحديث: 2026/01/20 | نُشر: 2026/01/19", date(2026, 1, 19)),
        ("更新: 2026/01/20 16:35 | 公開: 2026/01/19 16:35", datetime(2026, 1, 19, 16, 35)),
        ("更新时间: 2026年1月20日 | 发布时间: 2026年1月19日", date(2026, 1, 19)),
        (
            "Stand: 20.01.2026 09:10 Uhr | Erstveröffentlichung: 19.01.2026, 18:40 Uhr",
            datetime(2026, 1, 19, 18, 40),
        ),
        ("16 марта, 10:00", datetime(2026, 3, 16, 10, 0)),
        ("11月05日 18:40", datetime(2026, 11, 5, 18, 40)),
        ("07/10/2026 آخر تحديث: ٩ تشرين الأول ٢٠٢٦", date(2026, 10, 7)),
        ("قبل 4 ساعات - 3 دقائق قراءة", NOW - timedelta(hours=4)),
        ("4 hours ago · 3 min read", NOW - timedelta(hours=4)),
    ],
)
def test_the_day_of_a_line_under_the_headline(line: str, day: date | datetime) -> None:
    dates = _dates(f"<article><h1>A story</h1><div>{line}</div><p>T.</p></article>")
    assert dates.published is not None
    assert dates.published.value == day


def test_a_hidden_day_of_change_in_the_line_is_no_publication() -> None:
    dates = _dates(
        "<article><h1>A story</h1><p>T.</p><div class='meta-info'><div>By Jane Doe <span "
        "class='updated hidden'>2026-11-10T08:00:00+04:00</span><span>November 7, 2026</span></div>"
        "</div></article>"
    )
    assert dates.published is not None
    assert dates.published.value == date(2026, 11, 7)


def test_a_day_beside_that_of_a_change_is_of_publication_though_only_readers_see_it() -> None:
    dates = _dates(
        "<article><h1>A story</h1><p>T.</p><div class='date'><span class=day>25 May 2026</span>"
        "</div><time class='modification-date' datetime='2026-05-26T21:57:44+02:00'>Updated "
        "26/05/2026</time></article>"
    )
    assert dates.published is not None
    assert dates.published.value == date(2026, 5, 25)


def test_a_day_that_its_agency_is_written_together_with() -> None:
    dates = _dates("<article><h1>Liman</h1><p>AA25 Mayıs 2026 06:33 - Güncelleme:</p></article>")
    assert dates.published is not None
    assert str(dates.published.value).startswith("2026-05-25")


@pytest.mark.parametrize("until", ["Verfügbar bis 06.10.2026", "Disponible hasta 6 octubre 2026"])
def test_until_when_a_film_can_be_seen_is_no_day_of_publication(until: str) -> None:
    dates = _dates(
        f"<article><h1>A story</h1><p class=info>02:57 Min. {until}</p>"
        "<p class=stand>Stand: 22.04.2026, 06:00 Uhr</p><p>T.</p></article>"
    )
    assert dates.published is not None
    assert dates.published.value == datetime(2026, 4, 22, 6)


def test_a_day_behind_one_link_that_names_two_who_wrote_is_the_article_s() -> None:
    dates = _dates(
        "<article><h1>A story</h1><div>Von <a href='/team'>Jonas Wiedemann und Frauke Petersen</a>"
        " · <time datetime='2026-11-03T10:00:00+01:00'>3. November 2026</time></div></article>"
    )
    assert dates.published is not None
    assert dates.published.origin is Origin.TIME_ELEMENT


def test_time_element_under_the_headline() -> None:
    dates = _dates(
        "<article><h1>A story</h1><time datetime='2026-11-03T10:00:00+01:00'>3 Nov</time></article>"
    )
    assert dates.published is not None
    assert dates.published.origin is Origin.TIME_ELEMENT


def test_the_source_s_zone_is_for_times_that_carry_none() -> None:
    html = "<article><h1>A story</h1><p class='date'>3 November 2026 10:00</p></article>"
    dates = _dates(html, zone="Asia/Dubai")
    assert dates.published is not None
    assert dates.published.isoformat() == "2026-11-03T10:00:00+04:00"


@pytest.mark.parametrize(
    ("kind", "origin"),
    [(ListingKind.FEED, Origin.FEED), (ListingKind.SECTION, Origin.LISTING)],
)
def test_the_listing_speaks_where_the_page_is_silent(kind: ListingKind, origin: Origin) -> None:
    link = Link("https://news.example/story", "https://news.example/list", kind, published=NOW)
    dates = _dates("<h1>A story</h1><p>Text.</p>", link)
    assert dates.published is not None
    assert dates.published.origin is origin


@pytest.mark.parametrize("day", [(1, 1, 1), (1970, 1, 1), (2027, 2, 1), (9999, 12, 31)])
@pytest.mark.parametrize("hours", [-5, 0, 3])
def test_a_listing_s_time_that_cannot_be_is_none(day: tuple[int, int, int], hours: int) -> None:
    time = datetime(*day, tzinfo=timezone(timedelta(hours=hours)))
    link = Link("https://news.example/story", "https://news.example/feed", published=time)
    assert _dates("<h1>A story</h1><p>Text.</p>", link).published is None


@pytest.mark.parametrize(
    ("day", "taken"), [("2026-11-03", "2026-11-03T21:30:00+03:00"), ("2026-11-02", "2026-11-02")]
)
def test_a_section_s_list_tells_the_time_of_a_written_day_and_no_other_day(
    day: str, taken: str
) -> None:
    time = datetime(2026, 11, 3, 21, 30, tzinfo=timezone(timedelta(hours=3)))
    link = Link("https://news.example/story", "https://news.example/tech/", published=time)
    html = f"<article><h1>A story</h1><p class='date'>{day}</p><p>Text.</p></article>"
    dates = _dates(html, link)
    assert dates.published is not None
    assert dates.published.isoformat() == taken


def test_a_day_of_which_the_text_tells_is_not_the_article_s() -> None:
    said = "The firm showed a chip that runs models on small devices, its engineers said. "
    text = f"<p>{said * 3}</p>" * 4
    html = f"<h1>A chip for small devices</h1>{text}<p>{{}}</p>"
    told = "In a film of May 23, 2015, he called it a toy for towns."
    assert _dates(html.format(told)) == Dates()
    line = "This entry was posted on May 23, 2015, and is filed under Chips."
    found = _dates(html.format(line)).published
    assert found is not None
    assert found.value == date(2015, 5, 23)


def test_years_of_two_digits_come_first_in_chinese() -> None:
    html = "<h1>新的浏览器今天发布</h1><p class='date'>发布时间：18-03-08</p>"
    found = _dates(f"{html}<p>正文在这里。</p>").published
    assert found is not None
    assert found.value == date(2018, 3, 8)


def test_the_clock_above_the_headline_is_no_date() -> None:
    html = "<p class='date'>25 November 2026</p><article><h1>A story</h1><p>Text.</p></article>"
    assert _dates(html) == Dates()


@pytest.mark.parametrize("day", ["24 November 2026 10:05", "25 November 2026 10:05"])
def test_a_bar_of_facts_above_the_headline_may_be_called_a_navigation(day: str) -> None:
    bar = f"<div class='item-nav'><ul><li>Published: <span>{day}</span></li></ul></div>"
    linked = f"<div class='nav'><span>{day}</span> | <a href='/s'>Science and medicine</a></div>"
    menu = "<nav><p class='date'>23 November 2026</p></nav>"
    for facts in (bar, linked):
        dates = _dates(f"{menu}<article>{facts}<h1>A story</h1><p>Text.</p></article>")
        assert dates.published is not None
        assert dates.published.isoformat()[8:16] == f"{day[:2]}T10:05"


def test_the_date_of_a_json_ld_of_the_site_gives_way_to_the_articles() -> None:
    node = '{"@type":"NewsArticle","headline":"Courier » News","datePublished":"2019-01-01"}'
    head = f'<title>A story of note » Courier</title><script type="application/ld+json">{node}'
    html = f"{head}</script><article><h1>A story of note</h1><p>3 June 2026</p><p>T.</p></article>"
    dates = _dates(html)
    assert dates.published is not None
    assert dates.published.value == date(2026, 6, 3)
    dates = _dates(html.replace("<p>3 June 2026</p>", ""))
    assert dates.published is not None
    assert dates.published.value == date(2019, 1, 1)


def test_the_day_in_a_card_that_is_one_link_is_another_articles() -> None:
    card = "<a href='/1'><div>Gold price steadies at the close again</div><i>2 May 2019</i></a>"
    assert _dates(f"<h1>A story</h1><p>T.</p>{card}").published is None


@pytest.mark.parametrize(
    ("line", "day"),
    [
        ("تاريخ النشر:05.03.2026 | 10:00 GMT | علوم", date(2026, 3, 5)),
        (
            "<span class='screen-reader-text'>Published On 21/5/2026</span><span aria-hidden="
            "'true'>21/5/2026</span><i>Updated: 22/5/2026</i>",
            date(2026, 5, 21),
        ),
        ("<b>Edited by: Jane Doe</b><span>Published: 25 May 2026</span>", date(2026, 5, 25)),
    ],
    ids=["behind a colon", "for ears and eyes", "beside an editor"],
)
def test_a_day_that_stands_in_an_odd_place(line: str, day: date) -> None:
    dates = _dates(f"<article><h1>A story</h1><div>{line}</div><p>T.</p></article>")
    assert dates.published is not None
    assert str(dates.published.value).startswith(day.isoformat())


def test_a_row_of_cards_has_no_day_of_this_article() -> None:
    card = "<div><h3><a href='/1'>Gold price up</a></h3><i>2 May 2019</i></div>"
    assert _dates(f"<h1>A story</h1><p>T.</p><div class='row'>{card}{card}</div>").published is None


def test_a_heading_with_a_tool_beside_its_words_makes_no_card() -> None:
    heading = "<h3>What it all costs<span>[<a href='/edit?section=1'>edit</a>]</span></h3>"
    text = f"<div><p><b>Tuesday, 3 March 2026</b></p><p>T.</p>{heading}<p>T.</p></div>"
    dates = _dates(f"<article><h1>A story</h1>{text}</article>")
    assert dates.published is not None
    assert dates.published.value == date(2026, 3, 3)


@pytest.mark.parametrize(
    ("line", "day"),
    [
        ("20 ноября, 10:15 / <a href='/r/nauka'>Наука и техника</a>", date(2026, 11, 20)),
        ("Вчера, 10:15 / <a href='/r/nauka'>Наука и техника</a>", date(2026, 11, 24)),
        ("20 ноября", None),
    ],
)
def test_a_day_without_a_year_above_the_headline(line: str, day: date | None) -> None:
    html = f"<div><div class='d'>{line}</div><h1>Новый завод открыт</h1><p>Текст.</p></div>"
    published = _dates(f"<html lang='ru'>{html}").published
    assert (published.isoformat()[:10] if published else None) == (day and day.isoformat())


def test_yesterday_in_a_readers_comment_is_no_date_of_the_article() -> None:
    text = "".join(f"<p>Абзац {n}.</p>" for n in range(12))
    comment = "<div class='c'><b>Пётр</b> <i>Вчера, 09:11</i><div>Отлично.</div></div>"
    html = f"<html lang='ru'><div><h1>Новый завод открыт</h1>{text}</div><div>{comment}</div>"
    assert _dates(html).published is None


def test_when_a_portal_published_an_article_stands_in_its_own_field() -> None:
    found = _dates('<meta name="apub:time" content="2026-9-7 21:30:50"><h1>T</h1><p>Text.</p>')
    assert found.published is not None
    assert found.published.isoformat() == "2026-09-07T21:30:50"


STORY = "<p>The council voted to close the bridge, and nobody knows for how long it is to stay.</p>"


def _day(html: str) -> date | None:
    published = _dates(f"<h1>A story of note</h1>{html}").published
    return published.utc.date() if published else None


def test_a_day_that_a_time_element_calls_that_of_publication_goes_before_its_stamp() -> None:
    stamp = '<time datetime="2026-11-13T10:18:46Z">{}</time>'
    assert _day(stamp.format("Publié le 9 novembre 2026") + STORY) == date(2026, 11, 9)
    assert _day(stamp.format("Publié le 12 novembre 2026") + STORY) == date(2026, 11, 13)  # a zone
    assert _day(stamp.format("9 novembre 2026") + STORY) == date(2026, 11, 13)


def test_days_that_a_list_marks_as_those_of_publication_are_none_of_the_article() -> None:
    listed = '<li><time pubdate="pubdate" datetime="2026-11-20T10:00:00Z">20/11</time></li>' * 2
    own = '<p class="day"><time datetime="2026-11-09T10:00:00Z">9 novembre 2026</time></p>'
    between = "<div><span></span></div>" * 100
    assert _day(f"{own}{STORY * 3}{between}<ul>{listed}</ul>") == date(2026, 11, 9)


@pytest.mark.parametrize(
    ("line", "day"),
    [
        ("<li><strong>Date</strong> 09.11.2026</li>", date(2026, 11, 9)),
        ("<li><b>Datum:</b> 9. November 2026</li>", date(2026, 11, 9)),
        ("<li><strong>Opens</strong> 09.11.2026</li>", None),
        ("<div>This entry was posted on 9 November 2026 at 14:48 by <a>Ann</a> and is filed under "
         "<a>Bridges</a>, <a>Rivers and their towns</a>. You can follow all replies to it through "
         "the feed of this entry.</div>", date(2026, 11, 9)),
        ("<div>This bridge was closed on 9 November 2026 at 14:48 by <a>Ann</a> and is kept under "
         "<a>guard</a>, <a>lock and key</a>. You can follow all that goes on there through the "
         "window of the town hall.</div>", None),
    ],
)  # fmt: skip
def test_a_line_far_below_that_says_what_day_it_tells(line: str, day: date | None) -> None:
    between = "<div><span></span></div>" * 100
    others = "".join(f"<p><i>{n}.10.2026</i></p>" for n in (3, 4))
    assert _day(f"{STORY * 3}{between}<ul>{line}</ul>{between}{others}") == day


def test_a_day_in_brackets_before_the_first_sentence() -> None:
    assert _day(f"<p><strong>(09.11.2026) {STORY[3:]}") == date(2026, 11, 9)
    assert _day(f"<p><strong>(9 of 11) {STORY[3:]}") is None


def test_a_file_that_is_years_younger_than_the_day_shown_was_made_again() -> None:
    made = '<meta itemprop="dateCreated" content="2026-05-07T17:00:52+02:00">'
    shown = "<p class='time'>12.10.2022, 19:16 Uhr</p>"
    assert _day(f"{made}{shown}{STORY}") == date(2022, 10, 12)
    assert _day(f"{made}<p class='time'>30.04.2026, 19:16 Uhr</p>{STORY}") == date(2026, 5, 7)


def test_a_day_in_the_page_s_head_is_no_nearer_than_a_line_below_the_headline() -> None:
    ticker = (
        "<header><div class='breaking'><span>24 November 2026</span> <a>Rain</a></div></header>"
    )
    page = ticker + "<article><h1>Story</h1><div>By Jane Doe<br>5 March 2024</div></article>"
    published = _dates(f"{page}<p>The council met.</p>").published
    assert published is not None
    assert published.value == date(2024, 3, 5)


def test_a_page_s_node_of_the_article_s_name_tells_its_day() -> None:
    article = {"@type": "BlogPosting", "headline": "Two towns share a bridge"}
    page = {
        "@type": "WebPage",
        "name": "Two towns share a bridge - T",
        "datePublished": "2024-03-05",
    }
    for name, day in ((page["name"], date(2024, 3, 5)), ("Contact", None)):
        graph = json.dumps({"@graph": [article, {**page, "name": name}]})
        found = _dates(f'<script type="application/ld+json">{graph}</script><h1>Two towns</h1>')
        assert (found.published.value if found.published else None) == day
