"""Lists of other articles whose items are links in part, at a text's end or below a known label."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from pipeline.extract import extract_article
from pipeline.memory import EMPTY
from pipeline.records import Article, Page
from tests.pipeline.bodies.test_lone_cards import TEXT, text_with

NOW = datetime(2026, 11, 29, tzinfo=UTC)
URL = "https://courier.example/harbour/1"
OTHERS = [
    ("How the town", "pays for its second pier", "/harbour/12"),
    ("The last steamer", "and who kept her afloat", "/harbour/17?from=below"),
    ("Where the gulls went:", "a count of forty years", "/harbour/19"),
    ("Torn between two boats? Here is", "what the smaller one costs", "/harbour/23"),
]


def listed(items: list[tuple[str, str, str]] = OTHERS, end: str = "") -> str:
    lines = (f"<li>{before} <a href='{to}'>{linked}</a>{end}</li>" for before, linked, to in items)
    return f"<ul>{''.join(lines)}</ul>"


def text_before(box: str) -> str:
    """The text of an article that ends with a box."""
    told = "".join(f"<p>{text}</p>" for text in TEXT)
    page = (
        "<html lang='en'><head><title>The ferry runs again</title></head><body>"
        f"<article><h1>The ferry runs again</h1>{told}{box}</article></body></html>"
    )
    article = extract_article(Page(URL, URL, page.encode(), NOW, charset="utf-8"), EMPTY, NOW)
    assert isinstance(article, Article)
    return article.text


@pytest.mark.parametrize("label", ["<h3>{}</h3>", "<div class='b7'>{}</div>", "<p>{}</p>"])
@pytest.mark.parametrize("words", ["More Great Courier Stories", "Out of the old net"])
def test_a_list_of_headlines_at_the_end_goes_with_its_label(label: str, words: str) -> None:
    text = text_before(label.format(words) + listed())
    assert text == "\n\n".join(TEXT)


@pytest.mark.parametrize("words", ["Related stories", "Related stories:", "Read also"])
def test_below_a_known_label_it_goes_amid_a_text(words: str) -> None:
    assert "pays for" not in text_with(f"<h3>{words}</h3>{listed()}")


@pytest.mark.parametrize(
    "box",
    [
        "<p>The master names what the lights are for:</p>" + listed(),
        "<h3>What is known of the lights</h3>" + listed(end=" told its readers on Monday."),
        "<h3>What is known of the lights</h3>" + listed(end=", as the board said"),
        "<h3>Who lent the ferry</h3>"
        + listed([(a, b, f"https://pier.example{c}") for a, b, c in OTHERS]),
        "<h3>Who lent the ferry</h3>"
        + listed([(a, b, f"/ships/{n}/log") for n, (a, b, _) in enumerate(OTHERS)]),
        "<h3>Who lent the ferry</h3>" + listed(OTHERS[:2]),
    ],
)
def test_a_list_of_the_text_s_own_stays(box: str) -> None:
    assert "pays for its second pier" in text_before(box)


def test_amid_a_text_a_list_below_an_unknown_label_stays() -> None:
    assert "pays for its second pier" in text_with(f"<h3>Out of the old net</h3>{listed()}")
