"""Metadata: JSON-LD with its repairs, OpenGraph, microdata, meta elements."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.declared.jsonld import MAX_CHARS, MAX_PARTS, parse, read_nodes
from pipeline.declared.metadata import Metadata, read_metadata
from pipeline.page.html import parse_text
from pipeline.records import Origin


def _meta(html: str) -> Metadata:
    return read_metadata(parse_text(html, "https://news.example/story?id=1"))


def _script(json: str) -> str:
    return f'<script type="application/ld+json">{json}</script>'


@pytest.mark.parametrize(
    "json",
    [
        pytest.param('{"@type":"NewsArticle","headline":"Title"}', id="plain"),
        pytest.param('[{"@type":"NewsArticle","headline":"Title"}]', id="array"),
        pytest.param('{"@graph":[{"@type":"NewsArticle","headline":"Title"}]}', id="graph"),
        pytest.param('{"@type":"NewsArticle","headline":"Title",}', id="trailing-comma"),
        pytest.param('{"@type":"NewsArticle","headline":"Title"};', id="semicolon"),
        pytest.param('<!-- {"@type":"NewsArticle","headline":"Title"} -->', id="in-a-comment"),
        pytest.param(
            '//<![CDATA[\n{"@type":"NewsArticle","headline":"Title"}\n//]]>', id="in-cdata"
        ),
        pytest.param(
            '{"@type":"NewsArticle","description":"a\nb","headline":"Title"}', id="raw-newline"
        ),
        pytest.param(
            '{"@type":"NewsArticle","description":"the "best" one","headline":"Title"}',
            id="inner-quotes",
        ),
        pytest.param(
            '{"@type":"NewsArticle","author":{"name":"A"},"x":["b"],"headline":"Title",'
            '"description":"the "best" one"}',
            id="inner-quotes-behind-nodes",
        ),
        pytest.param('{"@type":"NewsArticle","x":"\\a","headline":"Title"}', id="bad-escape"),
        pytest.param('{"@type":"A"}{"@type":"NewsArticle","headline":"Title"}', id="two-values"),
        pytest.param('{"@type":"NewsArticle","headline":"Title","x":{"y":"z"', id="cut-off"),
        pytest.param('{"@type":"NewsArticle","headline":"Title"}\n}', id="closed-twice"),
        pytest.param('{"@type":["Thing","NewsArticle"],"headline":"Title"}', id="several-types"),
        pytest.param(
            '{"@type":"WebPage","mainEntity":{"@type":"Article","headline":"Title"}}', id="nested"
        ),
    ],
)
def test_json_ld_is_read_and_repaired(json: str) -> None:
    titles = [c.value for c in _meta(_script(json)).titles if c.key == "headline"]
    assert titles == ["Title"]


def test_the_node_of_the_page_says_the_article_s_day_more_exactly() -> None:
    meta = _meta(
        _script('{"@type":"NewsArticle","headline":"Title","datePublished":"2026-11-20"}')
        + _script('{"@type":"WebPage","datePublished":"2026-11-20T10:00:00+03:00"}')
        + _script('{"@type":"WebPage","datePublished":"2026-11-21T10:00:00+03:00"}')
    )
    assert [c.value for c in meta.published] == ["2026-11-20", "2026-11-20T10:00:00+03:00"]


@given(st.text(alphabet='{}[]":,\\abc\n @type', max_size=80))
def test_no_json_ld_raises(text: str) -> None:
    parse(text)


def test_a_script_over_its_limit_is_not_read() -> None:
    script = '{"@type": "NewsArticle", "headline": "T"}'
    assert read_nodes([script])
    assert read_nodes([script + " " * MAX_CHARS]) == ()


def test_a_script_of_very_many_objects_is_not_read() -> None:
    few = '[{"@type":"Thing"},' + "{}," * (MAX_PARTS - 100) + "1]"
    assert read_nodes([few])
    assert read_nodes([few.replace("1]", "{}," * 200 + "1]")]) == ()
    assert read_nodes(['{"@type":"Thing","name":"%s"}' % ("[" * 9 + "x" * MAX_PARTS)])


def test_the_node_of_this_page_wins() -> None:
    html = _script(
        '[{"@type":"NewsArticle","headline":"Other","datePublished":"2026-01-01","author":"A B",'
        '"image":"x","url":"https://news.example/other"},'
        '{"@type":"NewsArticle","headline":"This","mainEntityOfPage":'
        '{"@id":"https://www.news.example/story"}}]'
    )
    assert _meta(html).article["headline"] == "This"


@pytest.mark.parametrize(
    "address", ["https://[site/story#top", "https://[site]/story#top", "//[#", "#"]
)
def test_an_address_that_is_none_costs_no_article(address: str) -> None:
    node = f'{{"@type":"NewsArticle","headline":"Title","url":"{address}"}}'
    assert _meta(_script(node)).article.get("headline") == "Title"


def test_related_articles_are_not_the_article() -> None:
    html = _script('{"@type":"ItemList","itemListElement":[{"@type":"Article","headline":"X"}]}')
    assert _meta(html).article == {}


def test_opengraph_and_meta() -> None:
    meta = _meta(
        "<meta property='og:title' content='A &amp;amp; B'><meta name='AUTHOR' content=' Jane '>"
        "<meta property='article:tag' content='one'><meta property='article:tag' content='two'>"
        "<link rel='canonical' href='/story'>"
    )
    assert meta.titles[0].value == "A & B"
    assert meta.titles[0].origin is Origin.OPENGRAPH
    assert meta.authors[0].name == "Jane"
    assert [tag.value for tag in meta.tags] == ["one", "two"]
    assert meta.canonical == "https://news.example/story"


def test_microdata_of_the_article_only() -> None:
    meta = _meta(
        "<article itemscope itemtype='https://schema.org/NewsArticle'>"
        "<h1 itemprop='headline'>Title</h1><time itemprop='datePublished' datetime='2026-11-01'>"
        "</time></article><div itemscope itemtype='https://schema.org/Comment'>"
        "<time itemprop='datePublished' datetime='2026-11-02'></time></div>"
    )
    assert [c.value for c in meta.titles] == ["Title"]
    assert [c.value for c in meta.published] == ["2026-11-01"]


OTHERS = ", ".join(
    f'{{"@type": "NewsArticle", "headline": "Another story {n}", "author": "Nobody Number {n}",'
    ' "datePublished": "2020-01-01", "articleBody": "x", "image": "y"}'
    for n in range(4)
)


def test_articles_of_others_alone_are_none_of_the_page() -> None:
    head = f"<title>A headline | Gazette</title>{_script(f'[{OTHERS}]')}"
    meta = _meta(f"<html><head>{head}</head><body><h1>A headline</h1></body></html>")
    assert meta.article == {}
    assert meta.authors == ()


def test_the_article_with_the_pages_headline_goes_before_those_that_say_more() -> None:
    own = '{"@type": "NewsArticle", "headline": "A headline: what it means", "author": "Anna Berg"}'
    head = f"<title>A headline — what it means | Gazette</title>{_script(f'[{OTHERS}, {own}]')}"
    meta = _meta(f"<html><head>{head}</head><body></body></html>")
    assert [author.name for author in meta.authors] == ["Anna Berg"]


def test_an_article_that_says_another_headline_than_the_page_is_its_own_still() -> None:
    own = '{"@type": "NewsArticle", "headline": "For machines", "author": "Anna Berg"}'
    meta = _meta(f"<html><head>{_script(own)}</head><body><h1>For people</h1></body></html>")
    assert meta.article["headline"] == "For machines"


@pytest.mark.parametrize(
    ("written", "title"),
    [
        ("A &lt;i&gt;new&lt;/i&gt; chip", "A new chip"),
        ("How &lt;dialog&gt; replaced our windows", "How <dialog> replaced our windows"),
        (
            "&lt;script&gt;alert(1)&lt;/script&gt; is no name",
            "<script>alert(1)</script> is no name",
        ),
    ],
)
def test_tags_that_dress_words_are_none_of_a_title_and_those_it_speaks_of_are(
    written: str, title: str
) -> None:
    found = _meta(f'<meta property="og:title" content="{written}">')
    assert [each.value for each in found.titles] == [title]


@pytest.mark.parametrize(
    "name",
    ["shareaholic:article_author_name", "mrf:authors", "article:author_name", "vr:author"],
)
def test_authors_by_names_of_services(name: str) -> None:
    meta = _meta(f'<meta property="{name}" content="Jane Doe">')
    assert [person.name for person in meta.authors] == ["Jane Doe"]


@pytest.mark.parametrize(
    "name",
    [
        "shareaholic:article_published_time", "bytedance:published_time", "published_time",
        "weibo:article:create_at", "mediator_published_time", "DCSext.articleFirstPublished",
    ],
)  # fmt: skip
def test_days_by_names_of_services(name: str) -> None:
    meta = _meta(f'<meta name="{name}" content="2026-11-20T10:00:00Z">')
    assert [said.value for said in meta.published] == ["2026-11-20T10:00:00Z"]


@pytest.mark.parametrize(
    "signed",
    [
        '"creator":["Jane Doe"]',
        '"creator":{"@type":"Person","name":"Jane Doe"}',
        '"author":[],"creator":"Jane Doe"',
        '"author":{"@type":"Role","author":{"@type":"Person","name":"Jane Doe"}}',
    ],
)
def test_a_creator_or_a_role_signs(signed: str) -> None:
    meta = _meta(_script(f'{{"@type":"NewsArticle","headline":"Title",{signed}}}'))
    assert [(person.name, person.key) for person in meta.authors] == [("Jane Doe", "author")]


@pytest.mark.parametrize(
    ("written", "name"),
    [
        ("Doe, Jane", "Jane Doe"),
        ("Doe, Jane R. B.", "Jane R. B. Doe"),
        ("Jane Doe, Amina Ali", "Jane Doe, Amina Ali"),
    ],
)
def test_a_catalogue_has_the_family_first(written: str, name: str) -> None:
    meta = _meta(f'<meta name="citation_author" content="{written}">')
    assert [person.name for person in meta.authors] == [name]


def test_the_author_signs_before_the_creator() -> None:
    node = '{"@type":"NewsArticle","headline":"Title","author":"Jane Doe","creator":"cms-user"}'
    assert [person.name for person in _meta(_script(node)).authors] == ["Jane Doe"]
