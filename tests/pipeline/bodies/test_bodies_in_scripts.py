"""Bodies that a page shows only once its scripts have run: what they hold is read instead."""

from __future__ import annotations

import base64
import json
from datetime import UTC, datetime
from html import escape
from typing import Any
from urllib.parse import quote

import pytest

from pipeline.errors import Reason, Rejected
from pipeline.extract import extract_article
from pipeline.memory import EMPTY
from pipeline.records import Article, BlockKind, Page

NOW = datetime(2026, 11, 25, 12, tzinfo=UTC)
URL = "https://news.example/ferry"
TITLE = "The island gets its ferry back"
LINES = [
    "The ferry to the island will sail again from Friday, ten months after its engine burned out.",
    "Its new engine runs on batteries that are charged at the quay while passengers come aboard.",
    "«We had forgotten how far away the town is», said Runa Vell, who keeps the island's one shop.",
    "جربت البلدية السفينة أسبوعين كاملين، وقالت إن الرحلة صارت أهدأ وأقصر بثلاث دقائق من ذي قبل.",
    "The fare stays as it was until the summer, when the council will vote on the next budget.",
]
HTML = "".join(f"<p>{line}</p>" for line in LINES)
STORY = {"id": 7, "title": TITLE, "body": HTML, "tags": ["sea"]}
FRAME = "<div id=app></div>"


def _js(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False)


def _read(body: str) -> Any:
    html = f"<title>{TITLE} | Post</title><body><nav><a href='/'>Post</a></nav>{body}"
    return extract_article(Page(URL, URL, html.encode(), NOW, charset="utf-8"), EMPTY, NOW)


def _state(value: str) -> str:
    return f"{FRAME}<script>window.__STATE__ = {value};</script>"


def _data(value: Any) -> str:
    return f"{FRAME}<script type='application/json' id='page-data'>{_js(value)}</script>"


def _pushed(row: Any) -> str:
    stream = f"4:{_js(row)}\n"
    halves = stream[:120], stream[120:]
    pushes = (f"<script>self.__next_f.push([1,{_js(half)}])</script>" for half in halves)
    return FRAME + "".join(pushes)


def _angular(value: Any) -> str:
    coded = _js(value)
    for sign, name in (("&", "a"), ('"', "q"), ("<", "l"), (">", "g"), ("'", "s")):
        coded = coded.replace(sign, f"&{name};")
    return f"<app-root></app-root><script id=state type='application/json'>{coded}</script>"


DRAWN = ["$", "article", None, {"children": [
    ["$", "h1", None, {"children": TITLE}],
    *(["$", "p", str(n), {"className": "x", "children": line}] for n, line in enumerate(LINES)),
]}]  # fmt: skip
CACHE = {
    "ROOT_QUERY": {"story": {"__ref": "Story:7"}},
    "Story:7": {
        "__typename": "Story",
        "title": TITLE,
        "bodyParts": [{"__ref": f"Part:{n}"} for n in range(len(LINES))],
    },
    **{
        f"Part:{n}": {"__typename": "Paragraph", "html": f"<p>{line}</p>"}
        for n, line in enumerate(LINES)
    },
}
RICH = {"type": "doc", "content": [
    {"type": "paragraph", "content": [{"type": "text", "text": line}]} for line in LINES
]}  # fmt: skip
GIVEN = f"{_js(TITLE)},{_js(HTML)}"
CALLED = f"(function(a,b){{return {{data:[{{story:{{title:a,html:b,hits:3}}}}]}}}}({GIVEN}))"
KIT = f"""<script>{{
  const element = document.currentScript.parentElement;
  const data = [null,{{data:{{post:{{title:{_js(TITLE)},html:{_js(HTML)}}}}},uses:{{}}}}];
}}</script>"""


@pytest.mark.parametrize(
    "body",
    [
        pytest.param(_data({"page": {"story": STORY}}), id="json"),
        pytest.param(_state(_js({"story": STORY})), id="assigned"),
        pytest.param(_state(f"{{story:{{title:{_js(TITLE)},body:{_js(HTML)}}}}}"), id="literal"),
        pytest.param(_state(f"JSON.parse({_js(_js(STORY))})"), id="parsed"),
        pytest.param(_state(f'"{quote(_js(STORY))}"'), id="percent"),
        pytest.param(
            _state(f'JSON.parse(decodeURIComponent("{quote(_js(STORY))}"))'), id="percent-parsed"
        ),
        pytest.param(
            _state(f'JSON.parse(atob("{base64.b64encode(_js(STORY).encode()).decode()}"))'),
            id="base64",
        ),
        pytest.param(_state(CALLED), id="function"),
        pytest.param(
            f"{FRAME}<script>postHouse.story = {_js({'headline': TITLE, 'richText': HTML})};\n"
            "postHouse.page = {};</script>",
            id="first-statement",
        ),
        pytest.param(_data({"nota": {"titulo": TITLE, "cuerpo": HTML}}), id="key-in-spanish"),
        pytest.param(FRAME + KIT, id="statements"),
        pytest.param(_angular({"7": {"body": {"title": TITLE, "details": HTML}}}), id="angular"),
        pytest.param(_pushed(["$", "main", None, {"story": STORY}]), id="server-components"),
        pytest.param(_pushed(DRAWN), id="elements"),
        pytest.param(_state(_js(CACHE)), id="graphql"),
        pytest.param(_data({"story": {"title": TITLE, "doc": RICH}}), id="rich-text"),
        pytest.param(_data({"story": {"title": TITLE, "paragraphs": LINES}}), id="sentences"),
        pytest.param(
            _data({"post": {"title": TITLE, "markdown": "\n\n".join(LINES)}}), id="markdown"
        ),
        pytest.param(
            _state(_js([{"title": {"rendered": TITLE}, "content": {"rendered": HTML}}])),
            id="answer",
        ),
        pytest.param(
            _data({"post": {"title": TITLE, "body": _js({"root": RICH})}}), id="json-in-it"
        ),
        pytest.param(
            _data(
                {
                    "post": {
                        "title": TITLE,
                        "blocks": [
                            {"name": "core/paragraph", "attributes": {"content": line}}
                            for line in LINES
                        ],
                    }
                }
            ),
            id="gutenberg",
        ),
        pytest.param(
            _data(
                {
                    "post": {
                        "title": TITLE,
                        "sections": [
                            {"__component": "shared.rich-text", "body": "\n\n".join(LINES[:3])},
                            {"__component": "shared.media", "file": "/quay.jpg"},
                            {"__component": "shared.rich-text", "body": "\n\n".join(LINES[3:])},
                        ],
                    }
                }
            ),
            id="components",
        ),
        pytest.param(
            f"{FRAME}<script>var newsTitle = {_js(TITLE)}; var newsBody = {_js(HTML)};</script>",
            id="texts-under-names",
        ),
        pytest.param(
            f"<div id=app data-page='{escape(_js({'props': {'story': STORY}}))}'></div>", id="frame"
        ),
    ],
)
def test_a_text_that_scripts_hold_is_read(body: str) -> None:
    result = _read(body)
    assert isinstance(result, Article), result
    assert result.text.split("\n\n") == LINES
    assert result.title == TITLE


@pytest.mark.parametrize(
    "held",
    [
        f"<script type='text/template'>{HTML}</script>",
        f"<textarea hidden>{escape(HTML)}</textarea>",
        f'<x-story html="{escape(HTML)}"></x-story>',
    ],
)
def test_a_text_that_a_page_holds_as_html_is_read(held: str) -> None:
    assert _read(FRAME + held).text.split("\n\n") == LINES


def test_a_template_that_is_still_to_be_filled_is_no_text() -> None:
    held = f"<script type='text/template'>{HTML}<p>{{{{name}}}}</p></script>"
    assert isinstance(_read(FRAME + held), Rejected)


def test_what_markdown_marks_is_what_it_is() -> None:
    text = f"{LINES[0]}\n\n## At the quay\n\n- **Two** boats\n- One [crane](https://c.example)\n\n"
    result = _read(_data({"post": {"title": TITLE, "content": text + LINES[4]}}))
    kinds = [(block.kind, block.text) for block in result.blocks]
    assert kinds == [
        (BlockKind.PARAGRAPH, LINES[0]),
        (BlockKind.HEADING, "At the quay"),
        (BlockKind.LIST_ITEM, "Two boats"),
        (BlockKind.LIST_ITEM, "One crane"),
        (BlockKind.PARAGRAPH, LINES[4]),
    ]


@pytest.mark.parametrize(
    "told",
    [
        {"consent": "We and our partners keep data on your device, to show you what may interest "
                    "you and to count who reads which page, for as long as you let us do that."},
        {"menu": ["Home", "Sport", "Island"], "key": "x" * 400},
    ],
)  # fmt: skip
def test_a_frame_whose_data_hold_no_article_needs_its_scripts(told: Any) -> None:
    result = _read(_data({**told, "build": "4" * 300}) + "<script src=/app.js></script>")
    assert isinstance(result, Rejected)
    assert result.reason is Reason.NEEDS_JAVASCRIPT


def test_a_list_of_labels_is_no_text() -> None:
    result = _read(_data({"story": {"title": TITLE, "content": ["Sea", "Ships", "Island"] * 40}}))
    assert isinstance(result, Rejected)


def test_an_article_within_another_ones_data_is_not_that_one() -> None:
    mill = [{"type": "paragraph", "text": line.replace("island", "mill") * 3} for line in LINES]
    other = {"headline": "The mill becomes a school", "body": mill}
    linked = {"title": "The mill becomes a school", "url": "/mill", "body": mill}
    for data in ({**STORY, "related": [other]}, {**STORY, "more": linked}):
        article = _read(_data(data))
        assert isinstance(article, Article)
        assert [block.text for block in article.blocks] == LINES


def test_a_text_that_json_ld_has_whole_goes_on_where_the_page_breaks_off() -> None:
    lines = [
        f"The council voted {n} times on the bridge, and each vote ended alike."
        for n in range(2, 14)
    ]
    above = "Nobody knows when the bridge will open, not even the council that has closed it."
    data = json.dumps({"@type": "NewsArticle", "headline": TITLE, "articleBody": " ".join(lines)})
    html = (
        f"<html><head><title>{TITLE}</title><script type='application/ld+json'>{data}</script>"
        f"</head><body><div><h1>{TITLE}</h1><p>{above}</p><p>{lines[0]} {lines[1]} …</p></div>"
    )
    assert _read(html).text == f"{above}\n\n{' '.join(lines)}"
