"""Days of events, of offers and of tables are none of publication; a dateline's day is."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest

from pipeline.days.dates import Dates, extract_dates
from pipeline.days.spans import tells_span
from pipeline.declared.metadata import read_metadata
from pipeline.page.html import parse_text

NOW = datetime(2026, 11, 25, 12, tzinfo=UTC)
LONG = "The ferry will run again between both towns, the owners said when they met the mayors."
TEXT = f"<p>{LONG}</p><p>{LONG}</p>"


def _dates(body: str, head: str = "", title: str = "The ferry is back") -> Dates:
    html = f"<html><head><title>The ferry is back</title>{head}</head><body>"
    html += f"<main>{title and f'<h1>{title}</h1>'}{body}</main></body></html>"
    doc = parse_text(html, "https://news.example/s")
    return extract_dates(doc, read_metadata(doc), None, NOW)


def _day(body: str, head: str = "", title: str = "The ferry is back") -> date | None:
    published = _dates(body, head, title).published
    if published is None:
        return None
    return published.value.date() if isinstance(published.value, datetime) else published.value


@pytest.mark.parametrize(
    "line",
    [
        "Closed from 24 April to 2 October 2026",
        "Die Brücke ist vom 24. April bis 2. Oktober 2026 gesperrt",
        "Samstag, 12. Mai 2026, 14:45 Uhr bis 15:45 Uhr, Kiel",
        "12 May 2026, 10:00–11:30",
        "Entries are taken through May 9, 2026",
        "Se aceptan trabajos hasta el 25 de mayo de 2026",
        "Inscriptions jusqu'au 12 mai 2026",
        "May 4, 2026 – May 20, 2026",
        "04.05.2026 – 20.05.2026",
        "Del 12 al 25 de mayo de 2026",
        "12–14 May 2026",
    ],
)
def test_the_days_of_a_time_that_is_told_are_none_of_publication(line: str) -> None:
    assert tells_span(line)
    assert _day(f"<p class='when'>{line}</p><p>{LONG}</p><p>{LONG}</p>") is None


@pytest.mark.parametrize(
    "line",
    [
        "12 May 2026 | Open until 14 June 2026",
        "Published 12 May 2026 - 14:30",
        "Published: 12 May 2026 to 14 June 2026",
        "12 May 2026 10:15 - By Jane Doe",
        "12 May 2026 - 12 May 2026",
        "12 May 2026 - Updated 14 May 2026",
        "12 de mayo de 2026 – Actualizado 14 de mayo de 2026",
        "Updated 14 May 2026 - Published 12 May 2026",
        "2026-05-12T10:15:00-05:00",
        "السبت 12 مايو 2026 - 25 ذو القعدة 1447",
        "5 min - 12 May 2026",
    ],
)
def test_what_stands_beside_a_day_of_publication_makes_no_time_of_it(line: str) -> None:
    assert not tells_span(line)
    assert _day(f"<p class='when'>{line}</p><p>{LONG}</p><p>{LONG}</p>") == date(2026, 5, 12)


def test_both_days_of_a_time_may_stand_in_elements_of_their_own() -> None:
    days = "<td><span>May 4, 2026</span> – <span>May 20, 2026</span></td>"
    assert _day(f"<table><tr>{days}</tr></table><p>{LONG}</p><p>{LONG}</p>") is None
    alone = "<td><span>May 4, 2026</span> – <span>Harbour</span></td>"
    assert _day(f"<table><tr>{alone}</tr></table><p>{LONG}</p><p>{LONG}</p>") == date(2026, 5, 4)


@pytest.mark.parametrize("name", ["dtstart", "event-start", "tribe-event-date-start", "event-time"])
def test_a_day_that_is_called_an_events_is_none_of_publication(name: str) -> None:
    assert _day(f"<dl><dd class='{name}'>12 May 2026 11:00</dd></dl>{TEXT}") is None
    meta = "<meta itemprop='x' content='y'>"
    assert _day(f"<dl><dd class='{name}'>{meta}12 May 2026 11:00</dd></dl>{TEXT}") is None
    assert _day(f"<p class='eventful'>12 May 2026 11:00</p>{TEXT}") == date(2026, 5, 12)


def test_a_table_of_days_has_none_of_the_article() -> None:
    row = "<tr><td>file{0}.md</td><td><time datetime='2026-05-{0}'>May {0}, 2026</time></td></tr>"
    rows = "".join(row.format(day) for day in (11, 12, 13))
    assert _day(f"<table>{rows}</table><p>{LONG}</p><p>{LONG}</p>") is None
    facts = "<tr><td>Published</td><td>May 11, 2026</td></tr><tr><td>Topic</td><td>Sea</td></tr>"
    assert _day(f"<table>{facts}</table><p>{LONG}</p><p>{LONG}</p>") == date(2026, 5, 11)


@pytest.mark.parametrize(
    "begin",
    [
        "DUBLIN, May 12, 2026 — ",
        "DUBLIN, May 12, 2026 (WIRE OF THE COAST) -- ",
        "May 12, 2026 -- ",
        "Kiel, 12. Mai 2026 – ",
        "KIEL 12 mai 2026 (Agence) - ",
        "(12.05.2026) ",
        "(12 May 2026) ",
    ],
)
@pytest.mark.parametrize("title", ["The ferry is back", ""])
def test_a_dateline_tells_the_day(begin: str, title: str) -> None:
    text = f"<p>Both towns are glad</p><p>{begin}{LONG}</p><p>{LONG}</p><p>{LONG}</p>"
    assert _day(text, title=title) == date(2026, 5, 12)


@pytest.mark.parametrize(
    "text",
    [
        f"<p>On May 12, 2026 – {LONG}</p><p>{LONG}</p>",
        f"<p>May 12, 2026: {LONG}</p><p>{LONG}</p>",
        f"<p>May 12, 2026 – {LONG}</p><p>May 14, 2026 – {LONG}</p>",  # a diary
    ],
)
def test_a_day_that_the_text_tells_of_is_no_dateline(text: str) -> None:
    assert _day(text) is None


def test_a_day_in_utc_is_of_the_evening_before_that_the_page_shows() -> None:
    head = "<meta name='date' content='2026-05-13'>"
    shown = "<time datetime='2026-05-12T20:08:00-04:00'>May 12, 2026 08:08 pm</time>"
    assert _day(shown + TEXT, head) == date(2026, 5, 12)
    assert _day(shown.replace("T20", "T10") + TEXT, head) == date(2026, 5, 13)
    marked = shown.replace("<time ", "<time class='updated' pubdate ")
    assert _day(marked + TEXT, head) == date(2026, 5, 12)


def test_a_last_revision_is_a_change() -> None:
    dates = _dates(f"<p>Date of Last Revision: May 12, 2026</p><p>{LONG}</p><p>{LONG}</p>")
    assert dates.published is None
    assert dates.modified is not None


def test_the_only_day_may_be_called_updated_as_hatom_asks() -> None:
    assert _day(f"<p><span class='date updated'>12 May 2026</span></p>{TEXT}") == date(2026, 5, 12)
    labelled = "<dl><dt>Updated:</dt><dd><span class='date updated'>12 May 2026</span></dd></dl>"
    assert _day(labelled + TEXT) is None
    assert _day(f"<p class='last-updated'>12 May 2026</p>{TEXT}") is None
    far = "".join(f"<p>{n}. {LONG} <b>{n}</b> <i>{n}</i></p>" for n in range(60))
    assert _day(f"{far}<p><span class='date updated'>12 May 2026</span></p>") is None


def test_a_label_tells_the_day_where_no_headline_stands() -> None:
    line = "<td>来源: | 发布时间: 2026-05-12 | 浏览次数: <span>2168</span></td>"
    assert _day(f"<table><tr>{line}</tr></table>{TEXT}", title="") == date(2026, 5, 12)


def test_a_link_in_a_menu_has_no_day_of_the_article() -> None:
    items = "".join(f"<li><a href='/{n}'>Topic {n}</a></li>" for n in range(40))
    menu = f"<ul><li><a href='/chat'>Chat with members on 12.05.2026</a></li>{items}</ul>"
    html = f"<body><div>{menu}</div><h1>The ferry is back</h1><p>{LONG}</p><p>{LONG}</p></body>"
    doc = parse_text(html, "https://news.example/s")
    assert extract_dates(doc, read_metadata(doc), None, NOW).published is None


def test_what_is_called_the_day_of_publication_stands_before_a_calendar() -> None:
    day = "<li><span><time datetime='2026-05-{0}T00:00:00+01:00'>{0}.05.2026</time></span></li>"
    calendar = f"<div><ul>{day.format(20)}</ul><ul>{day.format(22)}</ul></div>"
    told = "<div class='about'><b>Source</b><br> PUBLISHED ON 12.05.2026 <b>Topics</b></div>"
    assert _day(f"{TEXT}{told}{calendar}") == date(2026, 5, 12)
    assert _day(f"{TEXT}{calendar}{told}") == date(2026, 5, 12)


@pytest.mark.parametrize(
    "line",
    [
        "When: Saturday, May 12, 2026 at 7pm",
        "Wann? 12. Mai 2026 um 19 Uhr",
        "Anmeldeschluss ist der 12.05.2026",
        "Date limite : 12 mai 2026",
        "Fecha del evento: 12 de mayo de 2026",
        "Scadenza: 12 maggio 2026",
        "Son başvuru: 12 Mayıs 2026",
        "Начало: 12 мая 2026",
        "آخر موعد: 12 مايو 2026",
        "開催日：2026年5月12日",
        "截止日期：2026-05-12",
        "마감일: 2026년 5월 12일",
    ],
)
def test_a_label_tells_that_something_else_happens_on_a_day(line: str) -> None:
    assert _day(f"<p class='info'>{line}</p>{TEXT}") is None
    assert _day(f"{TEXT}<p>{line}</p>") is None
    assert _day(f"<b>The ferry</b> {line}<br>{TEXT}") is None


def test_such_a_label_may_stand_in_an_element_of_its_own() -> None:
    for label, day in (("When", None), ("Deadline:", None), ("Date", date(2026, 5, 12))):
        assert _day(f"<dl><dt>{label}</dt><dd>12 May 2026</dd></dl>{TEXT}") == day
        assert _day(f"<p><b>{label}</b> <span>12 May 2026</span></p>{TEXT}") == day
        time = "<time datetime='2026-05-12'>12 May</time>"
        assert _day(f"<h3>{label}</h3><p>{time}</p>{TEXT}") == day


@pytest.mark.parametrize(
    "line",
    [
        "The poll closes on 12 May 2026",
        "Offer ends May 12, 2026",
        "Das Angebot endet am 12. Mai 2026",
        "L'offre se termine le 12 mai 2026",
        "Голосование заканчивается 12 мая 2026",
        "— Anna (@anna) May 12, 2026",
        "The ferry on 12 May 2026. Photo: Anna Quill",
        "* 12 May 1996 in Leeds",
        "Start: 12 May 2026",
    ],
)
def test_ends_posts_pictures_and_lives_have_other_days(line: str) -> None:
    assert _day(f"<p>{line}</p>{TEXT}") is None
    assert _day(f"{TEXT}<p>{line}</p>") is None


def test_the_days_of_a_diary_are_none_of_publication() -> None:
    diary = f"<p><b>12 May 2026</b></p><p>{LONG}</p><p><b>14 May 2026</b></p><p>{LONG}</p>"
    assert _day(f"<p>{LONG}</p>{diary}") is None
    assert _day(f"<p>{LONG}</p>{diary.replace('14', '12')}") == date(2026, 5, 12)
    assert _day(f"<p class='date'>2 May 2026</p><p>{LONG}</p>{diary}") == date(2026, 5, 2)


@pytest.mark.parametrize(
    "html",
    [
        "<table><tr><td><h1>The ferry is back</h1></td></tr><tr><td>2 May 2026</td></tr>"
        f"<tr><td>{LONG} {LONG}</td></tr><tr><td>3 May 2026</td></tr><tr><td>5 May 2026</td></tr>"
        "</table>",
        f"<h1>The ferry is back</h1><div><p><b>2 May 2026</b></p><p>{LONG} {LONG}</p>"
        "<p><b>3 May 2026</b></p><p>Good.</p><p><b>5 May 2026</b></p><p>It is late.</p></div>",
    ],
    ids=["table-as-frame", "thread"],
)
def test_the_day_above_the_text_is_none_of_those_below_it(html: str) -> None:
    assert _day(html, title="") == date(2026, 5, 2)
