"""Days that metadata give and nobody meant, and days without a year, beside what a reader sees."""

from __future__ import annotations

import json
from datetime import UTC, date, datetime

import pytest

from pipeline.days.dates import extract_dates
from pipeline.declared.metadata import read_metadata
from pipeline.page.html import parse_text

NOW = datetime(2026, 11, 25, 12, tzinfo=UTC)
TEXT = "<p>The council voted to close the bridge, and nobody knows for how long it is to stay.</p>"


def _day(
    below: str = "", *, above: str = "", head: str = "", lang: str = "en", url: str = "story"
) -> date | None:
    html = f"<html lang='{lang}'><head>{head}</head><body><div>{above}<h1>A story</h1>{below}"
    doc = parse_text(f"{html}</div>{TEXT * 2}", f"https://news.example/{url}")
    found = extract_dates(doc, read_metadata(doc), None, NOW).published
    return found.utc.date() if found else None


def _news(day: str) -> str:
    node = {"@type": "NewsArticle", "headline": "A story", "datePublished": day}
    return f"<script type='application/ld+json'>{json.dumps(node)}</script>"


@pytest.mark.parametrize(
    ("told", "day"),
    [
        ("2019-01-01T00:00:00Z", date(2026, 9, 14)),
        ("2026-01-01T00:00:00+03:00", date(2026, 9, 14)),
        # no empty field's
        ("2019-01-01T08:30:00Z", date(2019, 1, 1)),
        ("2019-01-02T00:00:00Z", date(2019, 1, 2)),
        ("2026-09-15T00:00:00Z", date(2026, 9, 15)),
    ],
)
def test_the_first_second_of_a_year_is_an_empty_fields(told: str, day: date) -> None:
    assert _day("<p class='d'>14 September 2026</p>", head=_news(told)) == day


def test_the_first_second_of_a_year_stays_where_the_page_shows_no_other_day() -> None:
    assert _day(head=_news("2019-01-01T00:00:00Z")) == date(2019, 1, 1)
    shown = "<p class='d'>1 January 2019</p>"
    assert _day(shown, head=_news("2019-01-01T00:00:00Z")) == date(2019, 1, 1)
    changed = "<p class='d'>Updated: 14 September 2026</p>"
    assert _day(changed, head=_news("2019-01-01T00:00:00Z")) == date(2019, 1, 1)


def test_another_field_goes_before_an_empty_one() -> None:
    meta = "<meta property='article:published_time' content='2026-09-14T07:00:00Z'>"
    assert _day(head=_news("2019-01-01T00:00:00Z") + meta) == date(2026, 9, 14)


def test_a_day_right_above_the_headline_goes_before_the_time_of_reading() -> None:
    reading = f"<meta property='article:published_time' content='{NOW.isoformat()}'>"
    assert _day(above="<p>14 September 2026</p>", head=reading) == date(2026, 9, 14)
    assert _day(head=reading) == NOW.date()


@pytest.mark.parametrize(
    ("line", "lang", "day"),
    [
        ("<p><b>Jane Doe</b> <i>|</i> 15 April</p>", "en", date(2026, 4, 15)),
        ("<p><span>10 سبتمبر</span></p>", "ar", date(2026, 9, 10)),
        ("<p><span>24 декабря</span></p>", "ru", date(2025, 12, 24)),
        ("<p><span>7월 18일</span></p>", "ko", date(2026, 7, 18)),
        ("<p><span>5 tháng 4</span></p>", "vi", date(2026, 4, 5)),
        ("<p><span>10月18日</span></p>", "ja", date(2026, 10, 18)),
        # what only looks so
        ("<p><a href='/t/may'>15 April</a></p>", "en", None),
        ("<p><span>15 April: the day of the flood</span></p>", "en", None),
        ("<aside><p>15 April</p></aside>", "en", None),
        ("<p><span>10月18日の地震</span></p>", "ja", None),
    ],
)
def test_a_day_without_a_year_alone_below_the_headline(
    line: str, lang: str, day: date | None
) -> None:
    assert _day(line, lang=lang) == day


def test_a_whole_day_goes_before_one_without_a_year() -> None:
    line = "<p><span>15 April</span></p>"
    assert _day(line, url="2026/04/17/story") == date(2026, 4, 17)
    assert _day(f"{line}<p>Published: 16 April 2025</p>") == date(2025, 4, 16)


@pytest.mark.parametrize(
    ("line", "day"),
    [
        ("<p>10·09·2026 | 12:59</p>", date(2026, 9, 10)),
        ("<p>Leeds · 10·11·26 | 10:14</p>", date(2026, 11, 10)),
        ("<p>3·5 million</p>", None),
    ],
)
def test_a_day_in_numbers_with_raised_dots(line: str, day: date | None) -> None:
    assert _day(line, lang="es") == day


def test_a_day_alone_in_a_line_goes_before_one_of_which_the_standfirst_tells() -> None:
    lead = (
        "<p>The engineer said that the bridge had to be closed for a year after the flood of last "
        "autumn (8 September 2025)</p>"
    )
    assert _day(f"{lead}<p>13 October 2026</p>") == date(2026, 10, 13)
    assert _day(f"<div><p>13 October 2026</p>{lead}</div>") == date(2026, 10, 13)
    both = "<div><p>13 October 2026 - 16.03</p><p>Upd.: 15 October 2026 - 21.18</p></div>"
    assert _day(both) == date(2026, 10, 13)


def test_a_day_without_a_year_may_be_of_the_persian_calendar() -> None:
    assert _day("<p><span>۲۶ شهریور</span></p>", lang="fa") == date(2026, 9, 17)
    assert _day("<p><span>۲۰ دی</span></p>", lang="fa") == date(2026, 1, 10)


def test_a_day_amid_the_text_gives_way_to_another_year_s_in_the_address() -> None:
    told, url = "<p>January 22, 2014</p>", "2010/08/13/story"
    assert _day(TEXT * 2 + told, url=url) == date(2010, 8, 13)
    assert _day(TEXT * 2 + told) == date(2014, 1, 22)
    assert _day(told + TEXT * 2, url=url) == date(2014, 1, 22)  # below the headline
    assert _day(TEXT * 2 + "<p>August 16, 2010</p>", url=url) == date(2010, 8, 16)
