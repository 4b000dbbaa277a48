"""Elements of a site's own making."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from pipeline.extract import extract_article
from pipeline.memory import EMPTY
from pipeline.page.custom_elements import is_custom
from pipeline.page.html import parse_text
from pipeline.records import Article, Page

NOW = datetime(2026, 11, 25, 12, tzinfo=UTC)
TEXT = (
    "The ferry to Holm carried its last sheep on Tuesday, and the captain wrote their names down.",
    "Nobody had counted them since the pier was rebuilt, so the council asked him for the list.",
    "He gave it back with a note that three of them had jumped ashore before the rope was tied.",
    "A committee will decide in spring whether sheep that jump must pay for the whole crossing.",
)


def _text_of(*boxes: str) -> str:
    lines = [f"<p>{line}</p>" for line in TEXT]
    lines[2:2] = boxes
    html = f"""<html lang="en"><body><site-top><a href="/">Holm</a></site-top><story-page>
        <h1>The last sheep</h1><story-words>{"".join(lines)}</story-words></story-page>
        </body></html>"""
    url = "https://holm.example/sheep"
    article = extract_article(Page(url, url, html.encode(), NOW, charset="utf-8"), EMPTY, NOW)
    assert isinstance(article, Article)
    return article.text


@pytest.mark.parametrize(
    "box",
    [
        "<story-donate><p>Two thousand islanders pay for these pages.</p></story-donate>",
        "<story-related><a href='/1'>The pier that moved</a> and what came after</story-related>",
        "<x-card><p>The log is easier to leaf through aboard</p><x-button>Open</x-button></x-card>",
        "<story-cta><h3>Rather hear it?</h3><p>Each Friday it is read aloud.</p></story-cta>",
    ],
)
def test_a_box_of_a_sites_own_making_is_what_its_tag_or_its_form_tells(box: str) -> None:
    assert _text_of(box) == "\n\n".join(TEXT)


def test_words_in_such_an_element_amid_a_sentence_stay_in_it() -> None:
    line = "A lamb pays <fare-price>four crowns</fare-price>, says the <x-term>log</x-term>."
    told = "A lamb pays four crowns, says the log."
    assert told in _text_of(f"<p>{line}</p>").split("\n\n")


def test_a_button_of_a_sites_own_that_holds_paragraphs_is_none() -> None:
    line = "The captain asked for a second list, and then for a third one, until spring came."
    assert line in _text_of(f"<expand-button><p>{line}</p></expand-button>")


@pytest.mark.parametrize(
    ("tag", "custom"),
    [("story-text", True), ("p", False), ('span"data-x', False), ("amp-img", False)],
)
def test_a_tag_of_a_sites_own_has_a_hyphen_and_no_other_sign(tag: str, custom: bool) -> None:
    assert is_custom(tag) is custom


def test_a_page_finds_them_by_the_tags_that_they_are_given() -> None:
    html = "<video><source src=a><p>x</p></video><news-text><p>y</p></news-text>"
    doc = parse_text(f"<body>{html}</body>", "https://a.example/b")
    assert doc.elements == tuple(doc.tree.iter())
    assert [element.tag for element in doc.all_of("div")] == ["div"]
    assert doc.all_of("news-text") == ()
