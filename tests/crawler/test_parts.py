"""An article's pages as one article."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from crawler.pages import is_part_of, join_parts
from pipeline.extract import extract_article
from pipeline.memory import EMPTY
from pipeline.records import Article, Page

NOW = datetime(2026, 11, 25, tzinfo=UTC)
LEAD = "What the town expects of the bridge, and what it fears."
LINES = tuple(
    f"{first} and told the town how long the work on the bridge across the river would take."
    for first in ("The mayor came", "A builder spoke", "The council sat", "Two schools wrote")
)


def part(*lines: str) -> Article:
    text = "".join(f"<p>{line}</p>" for line in lines)
    html = (
        f"<article><h1>A bridge</h1><h2>{LEAD}</h2><div class=article-body>{text}</div></article>"
    )
    url = "https://news.example/bridge"
    found = extract_article(Page(url, url, html.encode(), NOW, charset="utf-8"), EMPTY, NOW)
    assert isinstance(found, Article)
    return found


def test_a_standfirst_on_each_page_stands_once_in_the_article() -> None:
    whole = join_parts([part(*LINES[:2]), part(*LINES[2:])])
    assert [block.text for block in whole.blocks] == [LEAD, *LINES]
    assert [line.text for line in whole.removed if line.rule == "line:repeated"] == [LEAD]
    places = [line.index for line in whole.removed]
    assert places == sorted(set(places))
    assert max(places) < len(whole.blocks) + len(whole.removed)


def test_an_article_on_one_page_stays_as_it_is() -> None:
    one = part(*LINES[:2])
    assert join_parts([one]) == one


@pytest.mark.parametrize(
    ("first", "further", "same"),
    [
        ("A bridge for the town", "A bridge for the town", True),
        ("A bridge for the town", "A bridge for the town – page 2 of 3", True),
        ("جسر جديد للمدينة", "جسر جديد للمدينة | الصفحة 2", True),
        ("Ten bridges of the coast (1/3)", "Ten bridges of the coast (2/3)", True),
        ("A bridge for the town", "A bridge for the town falls", False),
        ("A bridge for the town", "A bridge for the town and for 3 of its oldest schools", False),
        ("The first bridge of 2025", "The last bridge of 2026", False),
        ("A bridge", "Two schools", False),
    ],
)
def test_a_further_page_may_number_its_headline(first: str, further: str, same: bool) -> None:
    one = part(*LINES[:2])
    assert is_part_of(replace(one, title=first), replace(one, title=further)) is same
