"""Lists in the data of a page's scripts, in the forms in which frameworks write it."""

from __future__ import annotations

import json
from datetime import UTC, datetime

import pytest

from crawler.listings.section import read_section
from pipeline.declared.literals import read_literal
from pipeline.records import Memory, Page, Source

SITE = "http://news.example"


def certain(body: str) -> list[str]:
    """The certain articles of a section's page with this body."""
    html = f"<html><head><title>Tech</title></head><body>{body}</body></html>"
    url = f"{SITE}/tech/"
    page = Page(url, url, html.encode(), datetime(2026, 11, 25, tzinfo=UTC))
    listing = read_section(page, Source(id="x", name="x", section=url), Memory())
    return [link.url.removeprefix(SITE) for link in listing.links if link.certain]


def address(number: int) -> str:
    return f"/story/{number}/a-story-of-today"


def cards(*numbers: int) -> str:
    return "".join(
        f'<article><h3><a href="{address(n)}">The long story number {n} of today</a></h3></article>'
        for n in numbers
    )


@pytest.mark.parametrize(
    ("written", "value"),
    [
        ("{a:1,'b':[!0,null,],\"c\":{}}", {"a": 1, "b": [True, None], "c": {}}),
        (r"""{a:'it\'s "so"',b:"\u002Fx\x2Fy\'"}""", {"a": 'it\'s "so"', "b": "/x/y'"}),
        ("(function(a,b){a.x=1;return {y:a,z:b}}(1,void 0))", {"y": 1, "z": None}),
        (r"""JSON.parse('{"a":"\\"b\\""}')""", {"a": '"b"'}),
        ('JSON.parse(decodeURIComponent("%7B%22a%22%3A1%7D"))', {"a": 1}),
        ("{a:new Date(17),b:[new Date('2026')]}", {"a": 17, "b": ["2026"]}),
        ("{a:new Date(17", None),
        ("{a:load(1)}", None),
        ("{a:1", None),
        ("[" * 5000, None),
    ],
)  # fmt: skip
def test_objects_as_scripts_write_them(written: str, value: object) -> None:
    assert read_literal(written, 0) == value


def test_the_state_that_a_function_gives_holds_the_rest_of_the_list() -> None:
    items = ",".join(
        f'{{id:{n},title:"The long story number {n}",path:"{address(n)}",free:a}}'.replace(
            "/", "\\u002F"
        )
        for n in range(1, 7)
    )
    script = (
        f"window.__NUXT__=(function(a,b){{return {{data:[{{list:[{items}]}}],e:b}}}}(true,null));"
    )
    assert certain(f"<main>{cards(1, 2, 3)}</main><script>{script}</script>") == [
        address(n) for n in range(1, 7)
    ]


def test_a_cache_of_answers_is_read_as_it_was_asked() -> None:
    posts = {
        f"Post:{n}": {"title": f"The long story number {n}", "mediumUrl": SITE + address(n)}
        for n in range(1, 12)
    }
    asked = {
        'tagFeed({"slug":"tech.all"})': [{"__ref": f"Post:{n}"} for n in range(1, 7)],
        "trending": [{"__ref": f"Post:{n}"} for n in range(7, 12)],
    }
    state = json.dumps({"ROOT_QUERY": asked, **posts})
    body = f"<main>{cards(1, 2, 3)}</main><script>window.__APOLLO_STATE__ = {state}</script>"
    assert certain(body) == [address(n) for n in range(1, 7)]


def _escaped(data: object) -> str:
    text = json.dumps(data)
    for name, sign in (("a", "&"), ("q", '"'), ("s", "'"), ("l", "<"), ("g", ">")):
        text = text.replace(sign, f"&{name};")
    return f'<script id="serverApp-state" type="application/json">{text}</script>'


def _paired(value: object) -> object:
    if isinstance(value, list):
        return [1, [_paired(inner) for inner in value]]
    if isinstance(value, dict):
        return [0, {name: _paired(inner) for name, inner in value.items()}]
    return [0, value]


ITEMS = [{"title": f"The long story number {n} of all", "url": address(n)} for n in range(1, 7)]
STARTED = ",".join(
    f'{{title:"The long story number {n}",url:"{address(n)}",at:new Date({n})}}'
    for n in range(1, 7)
)
STATES = {
    "Angular": _escaped({"list": {"items": ITEMS}}),
    "Astro": "<astro-island client=only props='"
    + json.dumps({"posts": _paired(ITEMS)})
    + "'></astro-island>",
    "SvelteKit": "<script>{ Promise.all([]).then(([kit, app]) => { kit.start(app, element, {"
    f'node_ids: [0], data: [null, {{type:"data",data:{{posts:[{STARTED}]}}}}], error: null}});'
    "}); }</script>",
    "SvelteKit 2": "<script>{ const element = document.currentScript.parentElement; const data = "
    f'[null, {{type:"data",data:{{posts:[{STARTED}]}}}}]; Promise.all([]).then(([kit, app]) => {{ '
    "kit.start(app, element, {node_ids: [0], data, error: null}); }); }</script>",
}


@pytest.mark.parametrize("framework", STATES)
def test_the_states_of_frameworks(framework: str) -> None:
    assert certain(f"<main>{STATES[framework]}</main>") == [address(n) for n in range(1, 7)]


@pytest.mark.parametrize("title", ["titulo", "titre", "judul", "subject"])
def test_titles_under_the_names_of_other_languages(title: str) -> None:
    items = [{title: f"La larga historia número {n}", "url": address(n)} for n in (1, 2, 3)]
    data = json.dumps({"props": {"items": items}})
    body = f"<main></main><script type=application/json>{data}</script>"
    assert certain(body) == [address(n) for n in (1, 2, 3)]
