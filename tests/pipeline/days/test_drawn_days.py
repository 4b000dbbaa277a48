"""Days that scripts draw, and days that a page says to who hears it or points at them."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest

from pipeline.days.dates import extract_dates
from pipeline.declared.metadata import read_metadata
from pipeline.page.html import parse_text
from pipeline.records import Moment

NOW = datetime(2026, 11, 25, 12, tzinfo=UTC)
TEXT = "<p>The council voted to close the bridge, and nobody knows for how long.</p>" * 3


def _published(day: str) -> Moment | None:
    doc = parse_text(f"<h1>A story</h1>{day}{TEXT}", "https://news.example/story")
    return extract_dates(doc, read_metadata(doc), None, NOW).published


@pytest.mark.parametrize(
    "day",
    [
        "<time-ago datetime='2026-11-20T10:00:00+00:00'>ages ago</time-ago>",
        "<relative-time datetime='2026-11-20T10:00:00Z'>on Nov 20</relative-time>",
        "<span class='date' aria-label='Published on November 20, 2026'>a while ago</span>",
        "<span class='post-date' title='November 20, 2026 10:30'>8 months ago</span>",
        "<span class='date' title='Friday, 20 November 2026 at 10:00'>a while ago</span>",
        "<span class='js-date' data-timestamp='1795168800'></span>",
        "<x-time data-timestamp='1795168800000'><span>Posted</span></x-time>",
        "<span title='Friday, 20 November 2026'>a while ago</span>",
        "<span title='20 نوفمبر 2026 10:20'>منذ مدة</span>",
        "<span class='dt' data-ts='1795168800000'></span>",
        "<span data-published='2026-11-20T10:00:00Z'>5 h</span>",
        "<div class='cal'><b>20</b><i>نوفمبر</i><u>2026</u></div>",
        "<span property='dc:date dc:created' content='2026-11-20T10:00:00+03:00'>lately</span>",
        "<span property='schema:dateCreated' content='2026-11-20T10:00:00+00:00'>lately</span>",
    ],
)
def test_a_day_that_a_script_draws(day: str) -> None:
    found = _published(day)
    assert found is not None
    assert found.utc.date() == date(2026, 11, 20)


def test_a_node_promoted_to_the_front_page_is_no_advertisement() -> None:
    found = _published(
        "<div class='node node-promoted'><div>By ana on 11/20/2026 - 10:30</div></div>"
    )
    assert found is not None
    assert found.utc.date() == date(2026, 11, 20)


@pytest.mark.parametrize(
    "called", ["tanggal", "data-publicacao", "ngay-dang", "publisert", "waktu"]
)
def test_what_a_day_s_element_is_called_in_many_languages(called: str) -> None:
    label = f"<span class='{called}' title='20 November 2026'>baru saja</span>"
    found = _published(label)
    assert found is not None
    assert found.value == date(2026, 11, 20)


@pytest.mark.parametrize(
    "day",
    [
        "<span class='date' data-date='17951'></span>",
        "<span class='date' title='All of the year 2026'>a while ago</span>",
        "<span title='The fair opens on 20 November 2026'>a while ago</span>",
        "<a href='/fair' title='Fair, 20 November 2026'>a while ago</a>",
        "<span data-published='yes'>a while ago</span>",
        "<span data-expires='2026-11-20T10:00:00Z'>a while ago</span>",
    ],
)
def test_what_tells_no_day(day: str) -> None:
    assert _published(day) is None


@pytest.mark.parametrize(
    ("told", "day"),
    [
        ("منذ ساعتين", date(2026, 11, 25)),
        ("نشر منذ 3 أيام", date(2026, 11, 22)),
        ("أمس", date(2026, 11, 24)),
        ("3 hours ago", date(2026, 11, 25)),
        ("a day ago", date(2026, 11, 24)),
        ("Yesterday, 10:15", date(2026, 11, 24)),
        ("vor 3 Stunden", date(2026, 11, 25)),
        ("for 3 timer siden", date(2026, 11, 25)),
        ("3 घंटे पहले", date(2026, 11, 25)),
        ("πριν 3 ώρες", date(2026, 11, 25)),
        ("eilen", date(2026, 11, 24)),
        ("hôm qua", date(2026, 11, 24)),
        ("pre 2 sata", date(2026, 11, 25)),
        ("نُشر في: أمس 10:00", date(2026, 11, 24)),
        ("Published: yesterday at 5:10 pm", date(2026, 11, 24)),
        ("Posted on yesterday", date(2026, 11, 24)),
        ("Publié : hier à 10:15", date(2026, 11, 24)),
    ],
)
def test_a_line_of_its_own_counts_back_from_the_present(told: str, day: date) -> None:
    found = _published(f"<p>{told}</p>")
    assert found is not None
    assert found.utc.date() == day


@pytest.mark.parametrize(
    "line",
    [
        "Today's top stories",
        "Published in yesterday's edition",
        "Posted at yesterday's fair in Basra",
        "Heute im Rathaus",
        "اليوم السابع",
        "Two died 3 hours ago in Hama",
        "5 min",
    ],
)
def test_a_line_that_says_more_counts_nothing_back(line: str) -> None:
    assert _published(f"<p>{line}</p>") is None


def test_a_day_right_above_the_headline_is_nearer_than_one_below_the_text() -> None:
    said = "The council voted to close the bridge, and nobody knows for how long it is to be shut."
    paragraph = f"<p>{said}</p>"
    html = (
        "<div><div class='news-meta'>20.11.2026</div><h1>A story of note</h1><div>"
        f"{paragraph * 3}</div></div><div class='side'><h2>On tour</h2><ul><li>24.11.2026 Erfurt, "
        "Haus am Ring</li></ul></div>"
    )
    doc = parse_text(html, "https://news.example/story")
    found = extract_dates(doc, read_metadata(doc), None, NOW, title="A story of note").published
    assert found is not None
    assert found.value == date(2026, 11, 20)


@pytest.mark.parametrize(
    "line",
    [
        "Posted on 20 November 2026 by Jane Doe",
        "<br>20.11.2026 | Jane Doe<br><br>",
        "<dl><dd>News</dd></dl> 기사입력 :[ 2026-11-20 15:24 ]",
        "<div>20 November 2026",
    ],
)
def test_a_day_in_no_element_of_its_own(line: str) -> None:
    found = _published(line)
    assert found is not None
    assert found.utc.date() == date(2026, 11, 20)


def test_a_day_in_bare_text_that_is_a_sentence_is_the_story_s() -> None:
    assert _published("The bridge was closed on 20 November 2026 by the council.") is None


def test_a_day_that_is_called_posted_goes_before_one_in_a_side_column() -> None:
    aside = "<aside><time datetime='2026-11-22'>Nov 22, 2026</time></aside>"
    found = _published("<p>Event: April 9, 2026</p><p>Posted on November 20, 2026</p>" + aside)
    assert found is not None
    assert found.utc.date() == date(2026, 11, 20)


def test_a_day_of_publication_in_a_class_of_changes() -> None:
    line = "<div class='updated-time'>{} at : November {}, 2026</div>"
    found = _published(line.format("Published", 20) + line.format("Updated", 21))
    assert found is not None
    assert found.utc.date() == date(2026, 11, 20)


def test_the_land_that_opengraph_tells() -> None:
    html = f"<html lang='en'><head>{{}}</head><h1>A story</h1><p>04/03/2026 10:30</p>{TEXT}</html>"
    for land, day in (("en_GB", date(2026, 3, 4)), ("en_US", date(2026, 4, 3))):
        head = f"<meta property='og:locale' content='{land}'>"
        doc = parse_text(html.format(head), "https://news.example/story")
        found = extract_dates(doc, read_metadata(doc), None, NOW).published
        assert found is not None
        assert found.utc.date() == day


def test_a_day_beside_a_change_told_from_the_present() -> None:
    found = _published(
        "<div>Published date: 20 November 2026 10:30 GMT | Updated 2 hours ago</div>"
    )
    assert found is not None
    assert found.utc.date() == date(2026, 11, 20)


def test_the_day_of_a_change_that_style_hides() -> None:
    hidden = "<span class='updated' style='display:none'>2026-11-22T08:00:00+00:00</span>"
    found = _published(
        f"<div class='meta-info'>By Ana|{hidden}<span>November 20, 2026</span></div>"
    )
    assert found is not None
    assert found.utc.date() == date(2026, 11, 20)


def test_the_word_for_a_change_is_of_the_day_behind_it() -> None:
    line = "<p class='byline'>By Ana Roth Updated November 22, 2026 at 9:00 a.m.</p>"
    found = _published(f"{line}<p>November 20, 2026</p>")
    assert found is not None
    assert found.utc.date() == date(2026, 11, 20)


@pytest.mark.parametrize(
    ("above", "changed"),
    [
        ("<h3>تحديث جديد للنظام يصل</h3>", False),
        ("<div>هيئة الاتصالات تحذر من رسائل تحديث العنوان الوطني الوهمية</div>", False),
        ("<h4>آخر تحديث</h4>", True),
        ("<span>آخر تحديث:</span>", True),
    ],
)
def test_a_headline_that_tells_of_an_update_is_no_label_of_the_day(
    above: str, changed: bool
) -> None:
    line = "<div>كتب: مروان - الخميس، 5 نوفمبر 2026</div>"
    html = f"<html lang=ar><h1>قصة</h1><div>{above}{line}</div>{TEXT}"
    doc = parse_text(html, "https://news.example/story")
    found = extract_dates(doc, read_metadata(doc), None, NOW)
    assert (found.published is None) is changed
    told = found.modified if changed else found.published
    assert told is not None
    assert told.value == date(2026, 11, 5)


@pytest.mark.parametrize("label", ["Posted on", "Geplaatst op", "Опубликовано", "نُشر في"])
def test_a_line_s_day_is_as_exact_as_the_element_within_it(label: str) -> None:
    stamp = "<time class='entry-date' datetime='2026-11-20T10:00:00+01:00'>20.11.2026</time>"
    found = _published(f"<span class='posted-on'>{label} <a rel='bookmark'>{stamp}</a></span>")
    assert found is not None
    assert found.value == datetime(2026, 11, 20, 9, tzinfo=UTC)


@pytest.mark.parametrize("half", ["a. m.", "a.\xa0m.", "p. m.", "a.m."])
def test_the_stop_of_the_half_of_a_day_ends_no_sentence(half: str) -> None:
    day = f"<time datetime='2026-11-08T09:15:00-03:00'>8 de noviembre de 2026 09:15 {half}</time>"
    doc = parse_text(f"{day}<h1>A story</h1>{TEXT}", "https://news.example/story")
    found = extract_dates(doc, read_metadata(doc), None, NOW).published
    assert found is not None
    assert found.utc == datetime(2026, 11, 8, 12, 15, tzinfo=UTC)


def test_a_sentence_that_ends_with_an_hour_is_of_its_own_day() -> None:
    said = "La reunión sobre el puente empezó el 8 de noviembre de 2026 a las 9:15 a. m."
    doc = parse_text(f"<p>{said}</p><h1>A story</h1>{TEXT}", "https://news.example/story")
    assert extract_dates(doc, read_metadata(doc), None, NOW).published is None


def test_a_day_in_brackets_behind_words_is_of_what_they_tell() -> None:
    caption = (
        "<div><b>Ferdi Uran</b> <i>Nelayan menurunkan ikan di Lamalera, Rabu (4/11/2026)</i></div>"
    )
    found = _published(f"{caption}<div>Oleh Jane Doe<div>11 November 2026 06.30</div></div>")
    assert found is not None
    assert found.utc.date() == date(2026, 11, 11)


def test_a_day_in_brackets_alone_is_the_articles() -> None:
    found = _published("<div>A story of the coast and its boats (4/11/2026)</div>")
    assert found is not None
    assert found.utc.date() == date(2026, 11, 4)
