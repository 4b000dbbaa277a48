"""Rows of links that are an article's tags."""

from __future__ import annotations

import pytest

from pipeline.declared.metadata import read_metadata
from pipeline.page.html import parse_text
from pipeline.tags import extract_tags

TITLE = "Genf wird zur Drehscheibe für Spione"
PROSE = "<p>Russland nutzt Genf, und die Schweiz schaut nach Ansicht vieler tatenlos zu.</p>"
NAMES = ("Genf", "Schweiz", "Russland")
HOME = "<li><a href='https://news.example/'>Titelseite</a></li>"


def _tags(after: str, head: str = "", before: str = "", above: str = "") -> tuple[str, ...]:
    doc = parse_text(
        f"<html><head>{head}</head><body>{before}"
        f"<main><h1>{TITLE}</h1>{above}{PROSE * 3 * ('<p>' not in above)}{after}</main>"
        "<footer><a href='/thema/wetter/'>Wetter</a></footer></body></html>",
        "https://news.example/a/story",
    )
    return extract_tags(doc, read_metadata(doc), title=TITLE)


def _row(path: str, names: tuple[str, ...] = NAMES, box: str = "ul", item: str = "li") -> str:
    links = "".join(f"<{item}><a href='{path}{n.lower()}'>{n}</a></{item}>" for n in names)
    return f"<{box}>{links}</{box}>"


@pytest.mark.parametrize(
    "row",
    [
        _row("/politik/thema/"),
        _row("/topics/", box="nav", item="span"),
        _row("/tagg/organization/"),
        f"<div class='article-topics'>{_row('/x/', box='div', item='div')}</div>",
        "".join(f"<a href='/list/{n}'><span class='tag-like'>{n}</span></a> " for n in NAMES).join(
            ("<div>", "</div>")
        ),
        _row("/category/"),
        f"<aside role='complementary'><div><h2>Themen</h2></div>{_row('/topics/')}</aside>",
    ],
)
def test_a_row_of_brief_linked_names_that_the_text_tells(row: str) -> None:
    assert _tags(row) == NAMES


@pytest.mark.parametrize(
    "row",
    [
        _row("/politik/"),  # nothing says that they are topics
        _row("/thema/", ("Wetter", "Reise", "Börse")),  # a menu: the text tells none of them
        _row("https://other.example/thema/"),
        f"<aside>{_row('/thema/')}</aside>",
        f"<aside><h2>Themen</h2>{_row('/thema/')}<p>Das lesen andere Leser gerade bei uns, und "
        "mehr</p></aside>",
        _row("/thema/", tuple(f"{n} wird zur Drehscheibe für Spione im Winter" for n in NAMES)),
        f"<p>Über {_row('/thema/', box='span', item='b')} schreibt die Zeitung am Freitag.</p>",
        _row("/category/", NAMES[:2]),  # its sections
    ],
)
def test_rows_that_are_no_tags(row: str) -> None:
    assert _tags(row) == ()


UNTOLD = ("Wetter", "Reise")
DAY = "<li><time datetime='2026-11-22'>22. November 2026</time></li>"


@pytest.mark.parametrize(
    "row",
    [
        f"<ul>{DAY}{_row('/tags/', UNTOLD)[4:]}",
        f"<ul>{DAY}<li><a href='/jane'>Jane Doe</a></li>{_row('/tags/', UNTOLD)[4:]}",
        _row("/tags/", UNTOLD),
    ],
)
def test_a_row_between_headline_and_text_needs_not_be_told(row: str) -> None:
    assert _tags("", above=row) == UNTOLD


@pytest.mark.parametrize(
    "row",
    [
        f"<div><b>Schlagwörter:</b>{_row('/tags/', UNTOLD)}</div>",
        f"<div>标签：{_row('/tags/', UNTOLD)}</div>",
        "<div>Tags: <a href='/tags/wetter'>Wetter</a>, <a href='/tags/reise'>Reise</a></div>",
    ],
)
def test_a_row_that_is_labelled_as_tags_needs_not_be_told(row: str) -> None:
    assert _tags(row) == UNTOLD


@pytest.mark.parametrize(
    "row",
    [
        f"<div><h3>Tags</h3>{_row('/tags/', UNTOLD)}</div>",  # a cloud of the site's
        f"<div>Beliebt: {_row('/tags/', UNTOLD)}</div>",
        f"<ul>{DAY}{_row('/tags/', UNTOLD)[4:]}",  # of another article
    ],
)
def test_rows_below_the_text_that_nothing_says_to_be_the_article_s(row: str) -> None:
    assert _tags(row) == ()


def test_a_menu_below_a_brief_text_is_none() -> None:
    menu = f"<div>{_row('/topics/', UNTOLD)}</div><p>Die Zeitung erscheint seit 1921 in Genf.</p>"
    assert _tags("", above=f"<p>Russland nutzt Genf.</p>{menu}") == ()


def test_rows_above_the_headline_are_of_the_site() -> None:
    assert _tags("", before=f"<div>{_row('/thema/')}</div>") == ()


def test_what_leads_to_all_topics_is_none() -> None:
    assert _tags(_row("/thema/", (*NAMES, "Alle Themen"))) == NAMES


def test_a_row_with_all_that_is_declared_and_more_stands_for_it() -> None:
    assert _tags(_row("/thema/"), "<meta name='keywords' content='Genf'>") == NAMES
    other = "<meta name='keywords' content='Genf, Spionage'>"
    assert _tags(_row("/thema/"), other) == ("Genf", "Spionage")


def test_words_by_which_a_site_wants_to_be_found_give_way_to_tags_that_it_shows() -> None:
    head = "<meta name='keywords' content='Nachrichten, Zeitung, Abo, Wetter'>"
    assert _tags(_row("/thema/"), head) == NAMES
    assert _tags("", head) == ("Nachrichten", "Zeitung", "Abo", "Wetter")


def test_lists_with_notes_of_programs_give_way_to_others() -> None:
    noted = (
        "<meta property='article:tag' content='_commerce'><meta property='article:tag' content='x'>"
    )
    assert _tags("", f"{noted}<meta name='keywords' content='Genf'>") == ("Genf",)
    assert _tags("", noted) == ("x",)


def test_sentences_that_are_linked_are_no_tags() -> None:
    link = "<a rel='tag' href='/tag/x'>Nachrichten der Berliner Zeitung finden Sie hier</a>"
    assert _tags(link) == ()


def test_places_in_a_list_and_kinds_before_names_go() -> None:
    head = "<meta name='keywords' content='(1) Genf, NLP Entity Tokens: Schweiz, Technik/Hardware'>"
    assert _tags("", head) == ("Genf", "Schweiz", "Technik/Hardware")


def test_names_and_addresses_in_several_lines() -> None:
    links = "".join(f"<a class='\n  a-tag\n  item' href='\n/{n}\n'>{n}</a> " for n in NAMES)
    assert _tags(f"<div>{links}</div>") == NAMES
    paths = "".join(f"<a href='/thema/\n{n}'>{n}</a> " for n in NAMES)
    assert _tags(f"<div>{paths}</div>") == NAMES


def test_a_keyword_that_a_theme_brings_gives_way_to_tags_that_a_page_shows_or_declares() -> None:
    head = "<meta name='keywords' content='Hexo Theme Pebble'>"
    assert _tags(_row("/tags/"), head) == NAMES
    declared = "".join(f"<meta property='article:tag' content='{name}'>" for name in NAMES[:2])
    assert _tags("", head + declared) == NAMES[:2]
    assert _tags(_row("/tags/", NAMES[:1]), head) == NAMES[:1]
    assert _tags("", head) == ("Hexo Theme Pebble",)


def test_the_same_tags_shown_twice_are_one_row() -> None:
    links = "".join(f"<li><a href='/tags/{n}/'>{n}</a></li>" for n in NAMES)
    box = f"<div class='{{}}'><ul class='post-tags-box'>{links}</ul></div>"
    other = links.replace("Genf", "Zug")
    assert _tags(box.format("a") + box.format("b")) == NAMES
    cards = f"<ul class='post-tags'>{links}</ul><ul class='post-tags'>{other}</ul>"
    assert "Zug" not in _tags(f"<section>{cards}</section>")


def test_tags_that_lead_nowhere() -> None:
    names = "".join(f"<span class='md-tag'>{name}</span>" for name in NAMES)
    nav = f"<nav class='md-tags'>{names}</nav>"
    assert _tags(f"<article>{nav}</article>") == NAMES
    assert _tags(f"<article>{nav}{nav}</article>") == ()  # of several articles
    assert _tags(f"<article><nav class='md-tags'>{names}<b>Abo</b></nav></article>") == ()


def test_names_of_meta_elements_that_are_called_tags() -> None:
    head = "".join(f"<meta name='tags' content='{name}'>" for name in NAMES)
    assert _tags("", head) == NAMES


def test_what_templates_print_for_names_that_they_lack_is_none() -> None:
    assert _tags("", "<meta name='keywords' content='Genf, undefined, Spionage'>") == (
        "Genf",
        "Spionage",
    )


FOREIGN = ("Spionage", "Diplomatie")
"""Tags that the text does not tell of."""


@pytest.mark.parametrize("name", ["blog_sidebar", "Sidebar"])
def test_categories_in_a_sidebar_are_the_sites(name: str) -> None:
    assert _tags(f"<div class='{name}'>{_row('/category/')}</div>") == ()
    assert _tags(f"<div class='x'>{_row('/category/')}</div>") == NAMES


def test_the_search_for_a_subject_is_the_page_of_a_tag() -> None:
    row = _row("/@@search?Subject%3Alist=", FOREIGN)
    doc = parse_text(
        f"<html><body><article><h1>{TITLE}</h1>{PROSE * 3}{row}</article></body></html>",
        "https://news.example/a/story",
    )
    assert extract_tags(doc, read_metadata(doc), title=TITLE) == FOREIGN
    assert _tags(_row("/@@search?Subject%3Alist=")) == NAMES


@pytest.mark.parametrize(
    "row",
    [
        f"<div><h4>Filed under:</h4>{_row('/x/')}</div>",
        f"<div><span>Tags:</span>{_row('/x/', box='div', item='b')}</div>",
        f"<nav><h4>Schlagworte:</h4>{_row('/suche?q=')}</nav>",
        f"<div><h4>Tags:</h4>{_row('/x/').replace('<ul>', f'<ul>{HOME}')}</div>",
    ],
)
def test_a_labelled_row_is_read_wherever_its_links_lead(row: str) -> None:
    assert _tags(f"<article>{row}</article>" if "<nav>" in row else row) == NAMES


@pytest.mark.parametrize(
    "row",
    [
        f"<div><h4>Mehr:</h4>{_row('/x/')}</div>",
        f"<div><h4>Filed under</h4>{_row('/x/')}</div>",  # a section of the site may be headed so
        f"<div><h4>Filed under:</h4>{_row('/x/', ('Wetter', 'Reise', 'Börse'))}</div>",
        f"<aside><h4>Tags:</h4>{_row('/x/')}<p>Das lesen andere Leser gerade bei uns</p></aside>",
    ],
)
def test_a_row_without_such_a_label_or_of_which_the_text_tells_nothing_is_none(row: str) -> None:
    assert _tags(row) == ()


def test_a_text_in_boxes_without_paragraphs_tells_of_its_tags() -> None:
    text = PROSE.replace("<p>", "<div>").replace("</p>", "</div>")
    html = (
        f"<div><h1>{TITLE}</h1><div>{text * 3}</div><div>{_row('/thema/', box='div')}</div></div>"
    )
    doc = parse_text(f"<html><body>{html}</body></html>", "https://news.example/a/story")
    assert extract_tags(doc, read_metadata(doc), title=TITLE) == NAMES
