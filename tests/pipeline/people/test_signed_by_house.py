"""A house that signs with its name alone beside the day."""

from __future__ import annotations

import pytest
from story_page import TEXT, authors

NAME = "<meta property='og:site_name' content='The Courier'>"
DAY = "<time datetime='2026-11-20'>20 November 2026</time>"


@pytest.mark.parametrize(
    "below",
    [
        f"<div><div><b>The Courier</b></div>{DAY}</div>",
        "<div><span>20 November 2026</span> <span>The Courier</span></div>",
        f"<div>The Courier</div><div>{DAY}</div>",
    ],
)
def test_a_house_alone_beside_the_day_signs(below: str) -> None:
    assert authors(below, head=NAME, lang="en") == ("The Courier",)


@pytest.mark.parametrize(
    "below",
    [
        f"<div><a href='/'>The Courier</a> {DAY}</div>",
        f"<div><span>The Courier Weekend Guide</span> {DAY}</div>",
        DAY,
    ],
)
def test_a_link_to_its_first_page_signs_nothing(below: str) -> None:
    assert authors(below, head=NAME, lang="en") == ()


def test_a_person_beside_it_signs_alone() -> None:
    below = f"<div><span>The Courier</span> {DAY} <span>By Jane Doe</span></div>"
    assert authors(below, head=NAME, lang="en") == ("Jane Doe",)


def test_agencies_without_a_name_beside_a_house_name_nobody_besides() -> None:
    head = (
        '<script type="application/ld+json">{"@type": "NewsArticle", "headline": "المجلس يقر خطة '
        'النقل العام بعد عام من الجدل", "author": {"@type": "Organization", "name": "المسار"}, '
        '"publisher": {"@type": "Organization", "name": "المسار"}}</script>'
    )
    byline = "<div class='author-meta'><a href='/author/1' class='author-name'>المسار</a></div>"
    more = "".join(f"<p>{n}. {TEXT}</p>" for n in range(40))
    end = f"{more}<p>المسار – وكالات</p>"
    assert authors(byline, head=head, end=end) == ("المسار",)
