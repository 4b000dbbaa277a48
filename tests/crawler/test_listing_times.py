"""The time beside each link of a section's list."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest

from crawler.listings.section import read_section
from pipeline.records import Memory, Page, Source

SECTION = "http://news.example/tech/"


def listed(*records: str) -> dict[str, datetime | date | None]:
    html = f"<html lang=en><body><main><h1>Tech</h1>{''.join(records)}</main></body></html>"
    page = Page(
        requested_url=SECTION,
        final_url=SECTION,
        body=html.encode(),
        fetched_at=datetime(2026, 11, 25, tzinfo=UTC),
    )
    listing = read_section(page, Source(id="x", name="x", section=SECTION), Memory())
    return {link.url.rsplit("/", 1)[1]: link.published for link in listing.links}


def record(n: int, beside: str) -> str:
    return (
        f'<article><h2><a href="/tech/story-{n}">Engineers explain what story {n} means</a></h2>'
        f'{beside}<a href="/tech/story-{n}">Read more</a></article>'
    )


def test_each_record_has_its_own() -> None:
    found = listed(*(record(n, f'<time datetime="2026-11-0{n}T10:00:00+03:00">') for n in (1, 2)))
    assert [str(found[f"story-{n}"]) for n in (1, 2)] == [
        "2026-11-01 10:00:00+03:00",
        "2026-11-02 10:00:00+03:00",
    ]


@pytest.mark.parametrize(
    ("beside", "time"),
    [
        ('<time datetime="2026-11-03">3 November</time>', date(2026, 11, 3)),
        (
            '<time class="published" datetime="2026-11-03">3rd</time>'
            '<time class="updated" datetime="2026-11-09">9th</time>',
            date(2026, 11, 3),
        ),
        (
            '<time datetime="2026-11-09">9th</time>'
            '<time datetime="2026-11-03"><a href="/tech/story-1">3rd</a></time>',
            date(2026, 11, 3),
        ),
        (
            '<time datetime="2026-11-03">3rd</time> till <time datetime="2026-11-09">9th</time>',
            None,
        ),
        ("<time>3 November 2026</time>", date(2026, 11, 3)),
        ('<p class="date"><span>03. November 2026</span></p>', date(2026, 11, 3)),
        ('<span class="post-date">Posted on Nov 3, 2026</span>', date(2026, 11, 3)),
        ('<span class="date">2026年11月3日</span>', date(2026, 11, 3)),
        ('<span class="date">3/11/2026</span>', None),
        ('<span class="date">3 November</span>', None),
        ('<span class="date">3 days ago</span>', None),
        ('<span class="date updated">3 November 2026</span>', None),
        ('<span class="date">1 November 2026</span><b class="date">3 November 2026</b>', None),
        ("<i>3 November 2026</i>", date(2026, 11, 3)),
        ("<span>Tech</span><small>Tuesday, 3 November 2026</small>", date(2026, 11, 3)),
        ("<i>3 November 2026</i><i>5 November 2026</i>", None),
        ('<i><a href="/x">3 November 2026</a></i>', None),
        ("<p>On 3 November 2026 the whole work began.</p>", None),
        ("<p>On 3 November 2026 it began.</p>", None),
        ('<time datetime="yesterday">yesterday</time>', None),
        ("", None),
    ],
)
def test_only_what_is_written_for_machines_or_a_whole_day_and_said_once(
    beside: str, time: date | None
) -> None:
    found = listed(record(1, beside), record(2, '<time datetime="2026-11-02">'))
    assert found["story-1"] == time
    assert found["story-2"] == date(2026, 11, 2)


def test_a_time_that_leads_to_its_article_is_told_though_the_record_names_other_articles() -> None:
    text = '<p>An earlier one: <a href="/tech/story-2">Engineers explain what story 2 means</a></p>'
    dated = '<p><time datetime="2026-11-03"><a href="/tech/story-1">3rd</a></time></p>'
    found = listed(record(1, text + dated), record(2, '<time datetime="2026-11-02">'))
    assert found["story-1"] == date(2026, 11, 3)


def test_a_list_of_one_has_no_records() -> None:
    assert listed(record(1, '<time datetime="2026-11-03">'))["story-1"] is None
