"""Lines of facts above a text of which each stands in an element of its own."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from pipeline.extract import extract_article
from pipeline.memory import EMPTY
from pipeline.records import Article, Page

NOW = datetime(2026, 11, 25, tzinfo=UTC)
TEXT = (
    "The council closed the old bridge on Monday after engineers had found cracks in two pillars.",
    "Ferries will carry commuters across the river until the repairs are finished, it said.",
    "Shopkeepers on the northern bank expect to lose a third of their customers this winter.",
)


def read(facts: str) -> Article:
    lines = "".join(f"<p>{line}</p>" for line in TEXT)
    html = f"<title>Bridge closed</title><main><h1>Bridge closed</h1>{facts}{lines}</main>"
    page = Page("https://a.example/1", "https://a.example/1", html.encode(), NOW, charset="utf-8")
    found = extract_article(page, EMPTY, NOW)
    assert isinstance(found, Article)
    return found


TIME = "<time datetime='2026-11-20T07:35:00+01:00'>20.11.2026, 07:35</time>"


@pytest.mark.parametrize(
    "facts",
    [
        f"<p>{TIME} by Jane Doe and Dr. John Roe <span>(8 comments)</span> "
        "<span>takes you ca. 9 min.</span></p>",
        "<div><span>20 ноября 2026, 13:30</span> <span>413 раз</span> "
        "<span>Прочтёте за 8 мин.</span></div>",
        "<div><img src='/a.png'><span>Тимур Гайсин</span> <span>•</span> "
        "<span>20 ноября 2026 г.</span></div>",
        "<p><span>宮園紗英</span><span>|</span><span>2026年11月20日</span></p>",
        "<div><b>٢٠ تشرين الثاني ٢٠٢٦</b> <span>12 زائرا</span> <span>٣ دقائق فقط.</span></div>",
    ],
)
def test_facts_in_elements_of_their_own_are_no_text(facts: str) -> None:
    assert read(facts).text == "\n\n".join(TEXT)


@pytest.mark.parametrize(
    "line",
    [
        "On <b>20.11.2026</b> it was <b>the town</b> that shut <b>2 bridges</b>, and its ferry.",
        "<b>20 November 2026</b> <i>was the day on which both bridges of the town shut.</i>",
        "<b>Two</b> <i>bridges are shut,</i> <b>3 of them.</b>",
        "<b>Two bridges</b> <i>—</i> shut <b>20 November 2026</b> at noon.",
    ],
)
def test_a_sentence_with_bold_words_is_text(line: str) -> None:
    assert read(f"<p>{line}</p>").text.count("\n\n") == len(TEXT)


def test_who_wrote_it_is_read_before_a_number_of_comments() -> None:
    facts = (
        f"<p class='k1'>{TIME} von Jane Doe und Dr. John Roe <span>(8 Kommentare)</span> "
        "<span>Lesedauer ca. 9 Min.</span></p>"
    )
    found = read(facts)
    assert found.authors == ("Jane Doe", "Dr. John Roe")
    assert found.published is not None
    assert found.published.isoformat() == "2026-11-20T07:35:00+01:00"


def test_below_such_facts_a_standfirst_may_be_called_a_teaser() -> None:
    facts = (
        f"<p class='info'>{TIME} by Jane Doe-Smythe and Dr. John Roe <span>(12 comments)</span> "
        "<span>takes you ca. 9 min.</span></p>"
    )
    lead = "Two pillars of the old bridge are cracked, and nobody may cross the river this winter."
    found = read(f"{facts}<p class='teaser'><strong>{lead}</strong></p>")
    assert found.text == "\n\n".join((lead, *TEXT))
