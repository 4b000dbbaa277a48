"""What a framework's data in scripts say of the article."""

from __future__ import annotations

import json
from typing import Any

import pytest

from pipeline.declared.page_data import ArticleData, article_data, page_data
from pipeline.page.html import Document, parse_text

TITLE = "Harbour gets a second plant"
BODY = "<p>The company said on Monday that it would open a second plant near the harbour.</p>" * 5


def document(script: str) -> Document:
    html = f"<html><head><title>x</title></head><body><h1>{TITLE}</h1>{script}</body></html>"
    return parse_text(html, "https://news.example/a/story")


def next_data(value: Any) -> Document:
    text = json.dumps(value)
    return document(f'<script id="__NEXT_DATA__" type="application/json">{text}</script>')


@pytest.mark.parametrize(
    "article",
    [
        {"publishedAt": "2026-11-20T10:00:00Z", "author": {"name": "Jane Doe"}},
        {
            "published_at": "2026-11-20T10:00:00Z",
            "authors": [{"firstName": "Jane", "lastName": "Doe"}],
        },
        {"date": "2026-11-20T10:00:00Z", "updatedAt": "2026-11-21T10:00:00Z", "byline": "Jane Doe"},
    ],
)
def test_date_and_author_beside_the_title(article: dict[str, Any]) -> None:
    related = {"title": "Another", "publishedAt": "2020-01-01", "author": {"name": "John Roe"}}
    doc = next_data(
        {"page": {"related": [related], "news": {"title": TITLE, "html": BODY, **article}}}
    )
    assert article_data(doc, TITLE) == ArticleData("2026-11-20T10:00:00Z", ("Jane Doe",))


def test_data_of_other_articles_say_nothing() -> None:
    other = {"title": "Another", "publishedAt": "2020-01-01", "html": BODY}
    assert article_data(next_data({"news": other}), TITLE) == ArticleData()


def test_a_flat_list_whose_values_name_each_other_by_place() -> None:
    flat = [
        ["Reactive", 1],
        {"data": 2},
        {"title": 3, "published": 4, "tags": 5},
        TITLE,
        BODY,
        [6],
        "a",
    ]
    doc = document(
        f'<script id="__NUXT_DATA__" type="application/json">{json.dumps(flat)}</script>'
    )
    assert next(page_data(doc)) == {"data": {"title": TITLE, "published": BODY, "tags": ["a"]}}


def test_a_flat_list_that_names_itself_ends() -> None:
    flat = [["Reactive", 1], {"data": 1, "text": 2}, "x" * 400]
    doc = document(
        f'<script id="__NUXT_DATA__" type="application/json">{json.dumps(flat)}</script>'
    )
    assert next(page_data(doc))["text"] == "x" * 400


def test_data_assigned_to_a_name_of_the_window() -> None:
    state = json.dumps({"news": {"title": TITLE, "html": BODY, "date": "2026-11-20"}})
    doc = document(f"<script>window.__STATE__ = {state};window.x=1;</script>")
    assert article_data(doc, TITLE).published == "2026-11-20"


def test_an_object_as_scripts_write_it() -> None:
    doc = document(f"<script>window.x = {{a: '{'y' * 400}'}}</script>")
    assert list(page_data(doc)) == [{"a": "y" * 400}]


def test_a_script_that_is_no_data_is_left_alone() -> None:
    assert list(page_data(document(f"<script>window.x = run('{'y' * 400}')</script>"))) == []


STORY = {"title": TITLE, "html": BODY, "date": "2026-11-20"}


@pytest.mark.parametrize(
    "script",
    [
        "<script>App=window.App||{{}};App.site='x';App.content={};App.more={{}};</script>",
        "<script>var pageState = {};</script>",
        "<script>window.__STATE__ = JSON.parse({quoted});</script>",
        "<script>window.__STATE__ = JSON.parse({single});</script>",
    ],
)
def test_data_that_a_script_keeps_in_any_form(script: str) -> None:
    state = json.dumps(STORY | {"note": 'it\'s "said"'})
    escaped = state.replace("\\", "\\\\").replace("'", "\\'")
    doc = document(script.format(state, quoted=json.dumps(state), single=f"'{escaped}'"))
    assert article_data(doc, TITLE).published == "2026-11-20"


def test_a_title_that_is_an_object_and_credits() -> None:
    story = {
        "headlines": {"basic": TITLE, "mobile": ""},
        "display_date": "2026-11-20T10:00:00Z",
        "credits": {"by": [{"type": "author", "name": "Jane Doe"}]},
        "content_elements": [{"type": "text", "content": BODY}],
    }
    found = article_data(next_data({"story": story}), TITLE)
    assert found == ArticleData("2026-11-20T10:00:00Z", ("Jane Doe",))


def test_data_that_server_components_push_in_pieces() -> None:
    text = f"<p>{'مدينة ' * 60}</p>"
    story = ["$", "$L8", None, {"article": STORY | {"html": "$a"}}]
    row = json.dumps(story, ensure_ascii=False)
    stream = f'1:HL["/x.css"]\na:T{len(text.encode()):x},{text}5:{row}\n'
    pushed = (stream[:40], stream[40:200], stream[200:])
    scripts = "".join(
        f"<script>self.__next_f.push({json.dumps([1, piece])})</script>" for piece in pushed
    )
    doc = document(f"<script>(self.__next_f=self.__next_f||[]).push([0])</script>{scripts}")
    assert article_data(doc, TITLE).published == "2026-11-20"
    assert [data["article"]["html"] for data in page_data(doc)] == [text]
    broken = document('<script>self.__next_f.push([1,"5:[\\n6:T10</script>')
    assert list(page_data(broken)) == []
