"""Pages of diaries: the day stands in the headline, each line has a sign that leads to itself, and
the tab says the site's name and the day."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest

from pipeline.errors import Reason, Rejected
from pipeline.extract import extract_article
from pipeline.memory import EMPTY
from pipeline.records import Article, Page

NOW = datetime(2026, 11, 25, tzinfo=UTC)
SITE = "https://notes.example/"
OWN = "?date=20261019"
TITLE = "The ferry over the Leen runs again"
FIRST = (
    "The ferry over the Leen runs again since Monday, after four years on land.",
    "Nine people waited for it at seven, one of them with a cake.",
)
MORE = (
    "The owner had looked for an engine since the flood, and found one in a mill that was closed "
    "in the same year. It took two winters to mend it, and a third to learn how it is stopped.",
    "The town pays for the fuel until the summer, when the council will count how many people the "
    "ferry took over and how many cars have stayed at home for it.",
    "A bridge was planned at the same place in 1974, and again in 1998. Both plans lie in a drawer "
    "of the town hall, and nobody there remembers which of them was the cheaper one.",
)


def _line(text: str, number: int, sign: str = "_") -> str:
    own = f"p0{number}"
    return f'<p><a name="{own}" href="./{OWN}#{own}"><span>{sign}</span></a> {text}</p>'


def _page(
    day: str = f'<span><a href="./{OWN}">Oct 19, 2026</a></span>',
    tab: str = "North Notes(2026-10-19)",
    tag: str = "p",
    sign: str = "_",
    url: str = SITE + OWN,
) -> Article | Rejected:
    first = _line(FIRST[0], 1, sign) + f"<p>{FIRST[1]}</p>"
    more = "".join(f"<p>{text}</p>" for text in MORE)
    head = f'<h3><a name="p02" href="./{OWN}#p02"><span>{sign}</span></a> The engine</h3>'
    body = f"<div><div>{first}</div><div>{head}{more}</div></div>".replace("<p>", f"<{tag}>")
    html = (
        f"<html lang=en><head><title>{tab}</title>"
        '<meta property="og:site_name" content="North Notes">'
        f'<meta property="og:title" content="{tab}"></head><body><div>'
        '<span><a href="./?date=20261104">Next(Nov 4, 2026)</a></span></div><h1>North Notes</h1>'
        f"<div><h2>{day} <span>{TITLE}</span></h2>{body.replace('</p>', f'</{tag}>')}</div>"
        "<ul><li><a href='./?date=20261104'>Nov 4, 2026</a></li></ul></body></html>"
    )
    return extract_article(Page(url, url, html.encode(), NOW, charset="utf-8"), EMPTY, NOW)


@pytest.mark.parametrize("tag", ["p", "div"])
@pytest.mark.parametrize("shown", ["Oct 19, 2026", "2026-10-19", "19 October 2026", "19.10.2026"])
def test_the_day_in_a_headline_is_no_word_of_it(shown: str, tag: str) -> None:
    found = _page(f'<span><a href="./{OWN}">{shown}</a></span>', tag=tag)
    assert isinstance(found, Article)
    assert found.title == TITLE
    assert found.published is not None
    assert found.published.value == date(2026, 10, 19)
    assert found.text.split("\n\n") == [*FIRST, "The engine", *MORE]


def test_what_begins_a_headline_and_is_no_day_stays() -> None:
    found = _page("<span>1998 and after:</span>", tab=f"1998 and after: {TITLE} | North Notes")
    assert isinstance(found, Article)
    assert found.title == f"1998 and after: {TITLE}"


def test_a_day_that_the_tab_says_too_is_a_word_of_the_headline() -> None:
    found = _page("<span>11 September 2001</span>", tab=f"11 September 2001 {TITLE} | North Notes")
    assert isinstance(found, Article)
    assert found.title == f"11 September 2001 {TITLE}"


@pytest.mark.parametrize("sign", ["#", "_", "¶", "⚓", "»"])
def test_a_sign_that_leads_to_its_own_place_is_no_text(sign: str) -> None:
    found = _page(sign=sign)
    assert isinstance(found, Article)
    assert found.text.startswith(FIRST[0])


def test_a_number_that_leads_to_its_own_place_is_text() -> None:
    found = _page(sign="1.")
    assert isinstance(found, Article)
    assert found.text.startswith(f"1. {FIRST[0]}")


def test_the_first_of_many_days_is_no_page_of_its_own() -> None:
    found = _page(url=SITE)
    assert isinstance(found, Rejected)
    assert found.reason is Reason.LISTING_PAGE
