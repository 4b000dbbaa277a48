"""Topics that a house lists below a text for readers to follow, and who wrote it above."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest
from lxml.html import fromstring

from pipeline.extract import extract_article
from pipeline.lines.set_apart import set_apart
from pipeline.memory import EMPTY
from pipeline.page.pieces import Extracted
from pipeline.records import Article, Block, BlockKind, Page
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


CITED = "<li>Staff. “<a href='https://w.example/{0}'>Harbour {0} opens</a>” — The Bell, 4 May</li>"
SOURCES = "<ul>" + "".join(map(CITED.format, (1, 2))) + "</ul>"


def test_what_a_label_below_a_text_lists_goes_with_it() -> None:
    assert below(f"<h2>Read also</h2>{SOURCES}")[-1] == "The works take two years."
    assert "The Bell" in below(f"<h2>What the papers wrote</h2>{SOURCES}")[-1]
    told = "The log of the lock names two ships that passed it in the night."
    items = f"<ul><li>{told}</li><li>{told[:-1]} of May.</li></ul>"
    assert told in below(f"<h2>Sources</h2>{items}")[-1]


JAPANESE = (
    "市は24日、商店街の空き店舗を若者の工房に変えると発表した。店主は喜んでいる。",
    "店主には3年間、家賃の半分を支援し、管理費も補う。市は期限を来月とした。",
    "だが近くの市場で1年を超えた若者は4人だけだった。理由はまだ分からない。",
)


@pytest.mark.parametrize(
    ("line", "goes"), [("■同じ朝の二つの話", False), ("次のページで詳しく読める仕組み", True)]
)
def test_a_head_behind_a_sign_is_one_though_it_is_set_as_nothing_else(
    line: str, goes: bool
) -> None:
    texts = (*JAPANESE[:2], line, JAPANESE[2])
    box = fromstring("<div><p></p><p></p><p class=ko></p><p></p></div>")
    blocks = [Block(BlockKind.PARAGRAPH, text) for text in texts]
    found = [Extracted(b, element=each) for b, each in zip(blocks, box, strict=True)]
    assert (blocks[2] in set_apart(blocks, found)) is goes
