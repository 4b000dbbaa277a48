"""Topics that a house lists below a text for readers to follow, and who wrote it above."""

from __future__ import annotations

from datetime import UTC, datetime

from pipeline.extract import extract_article
from pipeline.memory import EMPTY
from pipeline.records import Article, Page
from tests.pipeline.bodies.nameless_page import TEXT as PARAGRAPHS
from tests.pipeline.bodies.nameless_page import TITLE, URL

TEXT = "".join(f"<p>{told}</p>" for told in (*PARAGRAPHS, "The works take two years."))
TOPICS = "<ul><li>Cranes</li><li>Harbours</li></ul>"
NOW = datetime(2026, 11, 25, 12, tzinfo=UTC)


def lines_of(body: str, head: str = "") -> list[str]:
    page = f"<html lang=en><head><title>{TITLE}</title>{head}</head><body>{body}</body></html>"
    article = extract_article(Page(URL, URL, page.encode(), NOW), EMPTY, NOW)
    assert isinstance(article, Article)
    return article.text.split("\n\n")


def below(box: str) -> list[str]:
    return lines_of(f"<main><h1>{TITLE}</h1>{TEXT}{box}</main>")


def test_topics_go_with_the_line_that_offers_them() -> None:
    offer = "<p>Follow topics and authors from this story to see more like this.</p>"
    assert below(offer + TOPICS)[-1] == "The works take two years."


def test_a_list_that_a_text_ends_with_stays() -> None:
    told = "<p>Two things stay as they are in the old town:</p>"
    assert below(told + TOPICS)[-1].split("\n")[-1] == "Harbours"


def test_a_head_with_a_list_of_authors_and_buttons_is_no_gate() -> None:
    standfirst = "The works begin in spring, and not all welcome them."
    head = (
        f"<div><div><h1>{TITLE}</h1><p>{standfirst}</p><ul><li>Jane Doe</li><li>Mary Roe</li></ul>"
        "<div><button>Share</button><button>Save</button></div></div></div>"
    )
    more = (
        "Other people spoke of the bridge and what it would cost to widen it in the autumn, and of "
        "the works that would follow.",
        "Nobody could tell on Tuesday how many berths the second plant would need, or who pays.",
        "In the end the council put off its vote until the new year, when the figures are known.",
    )
    text = TEXT + "".join(f"<p>{told}</p>" for told in more)
    said = f'<meta name=description content="{standfirst}">'
    assert standfirst in lines_of(f"<article>{head}<div>{text}</div></article>", said)
