"""Text and ledger together are the extraction, on made pages of any shape and on the goldens."""

from __future__ import annotations

import base64
import json
from datetime import UTC, datetime
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from pipeline.bodies.body import extract_blocks
from pipeline.clean import clean_blocks, separate
from pipeline.declared.metadata import read_metadata
from pipeline.errors import Rejected
from pipeline.extract import extract_article
from pipeline.ledger import rebuild
from pipeline.lines.rules_to_try import patterns_of
from pipeline.memory import EMPTY
from pipeline.page.html import Document, decode, parse_text
from pipeline.records import Page
from pipeline.text import normalise, text_of
from pipeline.titles.title import extract_title

GOLDENS = Path(__file__).parent.parent / "goldens"
NOW = datetime(2026, 11, 25, 12, tzinfo=UTC)
URL = "https://news.example/2026/11/24/story"
MARK = base64.b64encode(b"ip: 192.0.2.44 ").decode()

PROSE = st.sampled_from(
    [
        "أعلنت الشركة أنها ستطرح الجهاز الجديد في الأسواق خلال الشهر المقبل، بحسب بيان رسمي.",
        "The council voted on Tuesday to close the bridge for repairs, which will last a year.",
        "Der Stadtrat hat am Dienstag beschlossen, die Brücke für ein Jahr zu sperren.",
        f"وأضاف أن المشروع سيكتمل العام المقبل. {MARK} جزيرة NL",
        "این شرکت می\u200cخواهد دستگاه تازه\u200cای را ماه آینده به بازار بفرستد.",
        "Short.",
        "一行だけの短い文章がここにあります。",
    ]
)
LINES = st.sampled_from(
    ["Share", "اترك تعليقاً", "Read also: <a href='/x'>another story</a>", "3 min read", MARK,
     "Back to top", "Related articles", "A story of note", "By Jane Doe", "a<br>Share<br>b",
     "زر الذهاب إلى الأعلى", "&nbsp;", "Photo: Reuters", "<b>Bold</b> line", "© 2026 Example"]
)  # fmt: skip
NAMES = st.sampled_from(
    ["", "class='entry-content'", "class='share'", "id='comments'", "class='related-posts'",
     "style='display:none'", "itemprop='articleBody'", "class='newsletter'", "role='complementary'"]
)  # fmt: skip
TAGS = st.sampled_from(["p", "p", "h2", "li", "blockquote", "figcaption", "div", "span", "td"])


def _element(inside: str, tag: str, names: str) -> str:
    return f"<{tag} {names}>{inside}</{tag}>"


LEAVES = st.builds(_element, st.one_of(PROSE, PROSE, LINES), TAGS, NAMES)
NODES = st.recursive(
    LEAVES,
    lambda inner: st.builds(
        _element,
        st.lists(inner, min_size=1, max_size=5).map("".join),
        st.sampled_from(["div", "section", "article", "main", "aside", "ul", "table"]),
        NAMES,
    ),
    max_leaves=14,
)
PAGES = st.lists(NODES, min_size=1, max_size=4).map(
    lambda parts: (
        "<html><head><title>A story of note</title></head><body><h1>A story of note</h1>"
        + "".join(parts)
        + "</body></html>"
    )
)


def _check(doc: Document) -> None:
    meta = read_metadata(doc)
    extracted = extract_blocks(doc, meta, extract_title(doc, meta, None))
    cleaned = clean_blocks(extracted, language=doc.html_language)
    parted = separate(extracted, patterns_of(doc.html_language, frozenset()))
    assert rebuild(cleaned.kept, cleaned.removed) == tuple(line.block for line in parted)
    assert text_of(cleaned.kept) == normalise_blocks(text_of(cleaned.kept))


def normalise_blocks(text: str) -> str:
    return "\n\n".join(normalise(part) for part in text.split("\n\n"))


@settings(max_examples=150, suppress_health_check=[HealthCheck.too_slow], deadline=None)
@given(PAGES)
def test_of_any_page(html: str) -> None:
    _check(parse_text(html, URL))
    page = Page(URL, URL, html.encode(), NOW)
    article = extract_article(page, EMPTY, NOW)
    if isinstance(article, Rejected):
        assert article.reason != "extraction-error"
        return
    indexes = [removed.index for removed in article.removed]
    assert indexes == sorted(set(indexes))
    assert all(i < len(article.blocks) + len(article.removed) for i in indexes)
    assert article.text == text_of(article.blocks)
    assert MARK not in article.text


@pytest.mark.parametrize(
    "case", sorted(folder.name for folder in GOLDENS.iterdir() if (folder / "meta.json").exists())
)
def test_of_the_goldens(case: str) -> None:
    meta = json.loads((GOLDENS / case / "meta.json").read_text(encoding="utf-8"))
    text, _ = decode((GOLDENS / case / "input.html").read_bytes(), meta["charset"])
    _check(parse_text(text, meta["url"]))
