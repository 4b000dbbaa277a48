"""Tags."""

from __future__ import annotations

import pytest

from pipeline.declared.metadata import Metadata, read_metadata
from pipeline.page.html import Document, parse_text
from pipeline.records import Link
from pipeline.tags import extract_tags


def _read(html: str) -> tuple[Document, Metadata]:
    doc = parse_text(html, "https://news.example/story")
    return doc, read_metadata(doc)


def test_tags_are_split_cleaned_and_said_once() -> None:
    doc, meta = _read(
        "<meta name='keywords' content='تقنية، هواتف, Phones ,phones,12, type:article'>"
        "<meta property='article:tag' content='#AI'>"
    )
    assert extract_tags(doc, meta) == ("AI", "تقنية", "هواتف", "Phones")


def test_tag_links_of_the_page() -> None:
    doc, meta = _read("<h1>T</h1><a rel='tag' href='/tag/phones/'>Phones</a>")
    assert extract_tags(doc, meta) == ("Phones",)


def test_tags_in_a_box_of_their_own_beside_the_article() -> None:
    box = "<nav class='article-tags'><a href='/tag/{0}.html'>{0}</a></nav>"
    html = "<h1>A story</h1><article><p>Text.</p></article>" + box.format("phones")
    assert extract_tags(*_read(html)) == ("phones",)
    assert extract_tags(*_read(html + box.format("chips"))) == ()


def test_tags_of_the_feed_where_the_page_has_none() -> None:
    link = Link("https://x/a", "https://x/feed", tags=("هواتف", "#AI"))
    assert extract_tags(*_read("<h1>T</h1>"), link) == ("هواتف", "AI")
    assert extract_tags(*_read("<meta name='keywords' content='Chips'>"), link) == ("Chips",)


def test_what_programs_note_for_each_other_is_no_tag() -> None:
    doc, meta = _read(
        "<meta name='keywords' content='Category: Moon, topic/chips, @front-river, type_news, "
        "8f507083-bac4-423a-9015-2eb31e1bce50, jar-lifter, C++'>"
    )
    assert extract_tags(doc, meta) == ("Moon", "chips", "jar-lifter", "C++")


def test_the_title_and_its_words_are_no_tags() -> None:
    title = "A new chip runs language models at home"
    doc, meta = _read(
        f"<meta property='article:tag' content='{title}'><meta property='article:tag' content='AI'>"
        "<meta name='keywords' content='chip,runs,language,models,home,laptops'>"
    )
    assert extract_tags(doc, meta, None, title) == ("AI",)
    few = _read("<meta name='keywords' content='chip,language models,laptops,batteries'>")
    assert extract_tags(*few, None, title) == ("chip", "language models", "laptops", "batteries")


def test_blanks_part_keywords_in_chinese() -> None:
    doc, meta = _read("<meta name='keywords' content='深空探测 探月工程 加勒比国家'>")
    assert extract_tags(doc, meta) == ("深空探测", "探月工程", "加勒比国家")


def test_a_link_of_a_sentence_is_no_tag() -> None:
    link = "<a href='/tags/chelsea/'>Chelsea</a>"
    told = f"<p>The club will meet {link} next, and nobody knows who will play in the goal.</p>"
    assert extract_tags(*_read(f"<article><h1>T</h1>{told}</article>")) == ()
    assert extract_tags(*_read(f"<article><h1>T</h1><p>Tags: {link}</p></article>")) == ("Chelsea",)


IN_BOX = "<a href='/c/17'>Ferries</a> <a href='/c/23'>الموانئ</a>"


@pytest.mark.parametrize("name", ["tags", "field--name-field-tags", "post-labels", "etiketler"])
def test_tags_in_the_only_box_that_is_called_so(name: str) -> None:
    doc, meta = _read(f"<main><h1>A story</h1><div class='{name}'>{IN_BOX}</div></main>")
    assert extract_tags(doc, meta) == ("Ferries", "الموانئ")


@pytest.mark.parametrize("name", ["theme-container sidebar-open", "has-sidebar", "page no-sidebar"])
def test_a_page_that_has_a_column_beside_it_is_none(name: str) -> None:
    box = f"<div class='tags'>{IN_BOX}</div>"
    doc, meta = _read(f"<div class='{name}'><main><h1>A story</h1>{box}</main></div>")
    assert extract_tags(doc, meta) == ("Ferries", "الموانئ")


@pytest.mark.parametrize(
    "html",
    [
        f"<div class='tags'>{IN_BOX}</div><div class='card'><p class='tags'>{IN_BOX}</p></div>",
        f"<aside><div class='tags'>{IN_BOX}</div></aside>",
        f"<div class='widget'><div class='tags'>{IN_BOX}</div></div>",
        f"<div class='sidebar sidebar-right'><div class='tags'>{IN_BOX}</div></div>",
        f"<div class='tags'><a href='/'>Home</a> {IN_BOX}</div>",
        f"<div class='tagged'>{IN_BOX}</div>",
        f"<div class='tags'>{IN_BOX * 11}</div>",
    ],
    ids=["cards", "aside", "widget", "sidebar", "trail", "other-name", "many"],
)
def test_links_in_what_is_no_box_of_the_article_s_tags(html: str) -> None:
    doc, meta = _read(f"<main><h1>A story</h1><p>Text.</p></main>{html}")
    assert extract_tags(doc, meta) == ()


FILED = (
    "<div class='entry-utility'>本条目发布在<a href='/category/power' rel='category tag'>能源</a>"
    "分类目录,贴了<a href='/tag/sheep' rel='tag'>牧区</a>, <a href='/tag/wind' rel='tag'>风电</a>"
    "标签。将<a href='/8.html' rel='bookmark'>固定链接</a>加入收藏夹。</div>"
)


def test_where_an_article_is_filed_is_none_of_its_tags() -> None:
    text = "<p>能源、牧区与风电的固定链接,都在这里说到了,而且还有许多别的事情要慢慢地讲。</p>"
    html = f"<div class='post tag-sheep'><h1>风电与牧区</h1><div>{text}</div>{FILED}</div>"
    assert extract_tags(*_read(html), None, "风电与牧区") == ("牧区", "风电")


def test_a_site_s_tags_in_a_column_of_another_element() -> None:
    own = "<p>Tags: <a href='/tag/cells' rel='tag'>cells</a></p>"
    cloud = "".join(f"<a href='/tag/{name}'>{name}</a> " for name in ("cells", "wind", "sheep"))
    html = (
        "<article><h1>Cells and wind</h1><p>The cells are made where the wind blows.</p>"
        f"{own}</article><div role='complementary'><div class='tagcloud'>{cloud}</div></div>"
    )
    assert extract_tags(*_read(html)) == ("cells",)


def _in_column(told: str) -> str:
    links = "".join(f"<li><a rel='tag' href='?mot{n}'>{n}</a></li>" for n in ("trains", "cells"))
    return f"<h1>{told}</h1><p>All of the {told}, it says.</p><aside><ul>{links}</ul></aside>"


def test_tags_in_the_only_list_that_calls_itself_so() -> None:
    assert extract_tags(*_read(_in_column("trains"))) == ("trains", "cells")
    assert extract_tags(*_read(_in_column("ships"))) == ()
