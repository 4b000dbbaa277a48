"""Lists of blocks as the editors of content systems keep them in JSON."""

from __future__ import annotations

from typing import Any

import pytest

from pipeline.bodies.block_json import blocks_of

WANTED = [
    ("heading", "What changes"),
    ("paragraph", "A plant opens & works."),
    ("list-item", "One"),
    ("list-item", "Two"),
    ("quote", "It is good."),
]
EDITOR_JS = [
    {"type": "header", "data": {"text": "What changes", "level": 3}},
    {"type": "paragraph", "data": {"text": "A <b>plant</b> opens &amp; works."}},
    {"type": "image", "data": {"file": {"url": "/1.jpg"}, "caption": "A picture"}},
    {"type": "list", "data": {"style": "ordered", "items": ["One", {"content": "Two"}]}},
    {"type": "quote", "data": {"text": "It is good.", "caption": ""}},
]
PORTABLE = [
    {"_type": "block", "style": "h2", "children": [{"_type": "span", "text": "What changes"}]},
    {
        "_type": "block",
        "style": "normal",
        "children": [{"_type": "span", "text": "A plant "}, {"text": "opens & works."}],
    },
    {"_type": "block", "style": "normal", "listItem": "bullet", "children": [{"text": "One"}]},
    {"_type": "block", "style": "normal", "listItem": "bullet", "children": [{"text": "Two"}]},
    {"_type": "block", "style": "blockquote", "children": [{"text": "It is good."}]},
    {"_type": "advert", "children": [{"text": "Buy"}]},
]
RICH_TEXT = [
    {"nodeType": "heading-2", "content": [{"nodeType": "text", "value": "What changes"}]},
    {"nodeType": "paragraph", "content": [{"nodeType": "text", "value": "A plant opens & works."}]},
    {
        "nodeType": "unordered-list",
        "content": [
            {"nodeType": "list-item", "content": [{"content": [{"value": "One"}]}]},
            {"nodeType": "list-item", "content": [{"content": [{"value": "Two"}]}]},
        ],
    },
    {"nodeType": "blockquote", "content": [{"content": [{"value": "It is good."}]}]},
]
DRAFT = [
    {"type": "header-two", "text": "What changes"},
    {"type": "unstyled", "text": "A plant opens & works."},
    {"type": "unordered-list-item", "text": "One"},
    {"type": "unordered-list-item", "text": "Two"},
    {"type": "blockquote", "text": "It is good."},
]


@pytest.mark.parametrize("value", [EDITOR_JS, PORTABLE, RICH_TEXT, DRAFT])
def test_blocks_of_known_editors(value: list[dict[str, Any]]) -> None:
    assert [(block.kind.value, block.text) for block, _ in blocks_of(value)] == WANTED


def test_rows_and_links() -> None:
    table = {"type": "table", "data": {"content": [["Year", "Jobs"], ["2025", "40"]]}}
    link = {"type": "paragraph", "data": {"text": 'More: <a href="/2">Another story</a>'}}
    found = blocks_of([table, link])
    assert [block.text for block, _ in found] == ["Year | Jobs", "2025 | 40", "More: Another story"]
    assert found[-1][1] > 0.6


def test_trees_of_html_parsers() -> None:
    """Bodies as trees of a parser: elements with children, texts under «data»."""
    bold = {"type": "strong", "children": [{"type": "text", "data": "works"}]}
    paragraph = {"type": "p", "children": [{"type": "text", "data": "A plant "}, bold]}
    picture = {"type": "img", "attribs": {"src": "/1.jpg", "alt": "A picture"}}
    assert [block.text for block, _ in blocks_of([paragraph, picture, paragraph])] == [
        "A plant works",
        "A plant works",
    ]


@pytest.mark.parametrize(
    "value", [None, "text", [], ["a", "b"], [{"title": "A"}], [{"type": "ad"}, {"type": "video"}]]
)
def test_what_is_no_list_of_blocks(value: object) -> None:
    assert blocks_of(value) == []


def test_a_table_in_html_among_blocks_is_read_by_its_rows() -> None:
    html = "<table><tr><th>Pier</th><th>Depth</th></tr><tr><td>North</td><td>7 m</td></tr></table>"
    value = [{"type": "html", "html": html}, {"type": "paragraph", "text": "All are closed."}]
    found = [(block.kind.value, block.text) for block, _ in blocks_of(value)]
    rows = [("table-row", "Pier | Depth"), ("table-row", "North | 7 m")]
    assert found == [*rows, ("paragraph", "All are closed.")]
