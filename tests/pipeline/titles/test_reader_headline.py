"""The headline that readers see, beside titles for sharing and for search engines."""

from __future__ import annotations

import pytest

from pipeline.declared.metadata import read_metadata
from pipeline.page.html import parse_text
from pipeline.titles.title import extract_title

SHARED = "Cycling in the harbour town"
SHOWN = "Harbour town – cycling along the quays"
OG = f"<meta property='og:title' content='{SHARED}'><title>{SHARED} | Example Gazette</title>"


def _title(html: str, name: str = "story") -> str | None:
    doc = parse_text(html, f"https://www.gazette.example/{name}")
    return extract_title(doc, read_metadata(doc))


def _ld(title: str, more: str = "") -> str:
    return (
        '<script type="application/ld+json">{"@type":"NewsArticle","datePublished":"2026-11-01",'
        f'{more}"headline":"{title}"}}</script>'
    )


def test_the_first_heading_beats_a_title_for_sharing_in_other_words() -> None:
    assert _title(f"{OG}<article><h1>{SHOWN}</h1><p>Text.</p></article>") == SHOWN


def test_it_does_where_the_address_has_its_words() -> None:
    heading = "Never without my own bell"
    html = f"{OG}<article><h1>{heading}</h1><p>Text.</p></article>"
    assert _title(html, "never-without-my-own-bell/") == heading
    assert _title(html) == SHARED


def test_it_does_where_the_tab_begins_with_it() -> None:
    tab = "<title>Ferries, bells and boards? The quays take sides - Example Gazette</title>"
    shared = "<meta property='og:title' content='Column: the sides of a quay'>"
    heading = "Ferries, bells and boards?"
    assert _title(f"{shared}{tab}<h1>{heading}</h1><p>Text.</p>") == heading


@pytest.mark.parametrize(
    "head",
    [
        pytest.param("<h1>Latest stories of the quays</h1>", id="of-another-thing"),
        pytest.param("<h1>Cycling</h1>", id="a-section"),
        pytest.param("<h1><span>Harbour town</span><span>Cycling is new</span></h1>", id="parts"),
        pytest.param("<h1>Cycling in the harbor town</h1>", id="one-word-otherwise"),
        pytest.param(f"<h1>{SHOWN}</h1><div>{SHARED}</div>", id="shown-elsewhere"),
        pytest.param(f"<h1>{SHOWN}, {SHOWN}, and {SHOWN}</h1>", id="a-standfirst"),
        pytest.param(f"<aside class='related'><h1>{SHOWN}</h1></aside>", id="beside-the-article"),
    ],
)
def test_it_does_not_where_it_may_be_anything_else(head: str) -> None:
    assert _title(f"{OG}<article>{head}<p>Text.</p></article>") == SHARED


def test_data_of_the_article_that_the_page_shows_beat_a_tab_for_search() -> None:
    assert _title(f"{OG}{_ld(SHOWN)}<h1>{SHOWN}</h1><p>Text.</p>") == SHOWN


def test_data_with_the_site_s_name_are_the_tab_s() -> None:
    head = f"<meta property='og:title' content='{SHOWN}'><title>{SHARED} - Example Gazette</title>"
    site = "<meta property='og:site_name' content='Example Gazette'>"
    told = _ld(f"{SHARED} - Example Gazette")
    assert _title(f"{head}{site}{told}<h1>{SHOWN}</h1><p>Text.</p>") == SHOWN


def test_a_label_within_the_heading_that_the_tab_has_a_part_of() -> None:
    tab = "<title>Gazette | Bridges of the harbour town</title>"
    label = "<span class='category'><span class='aural'>Topic </span>Roads</span>"
    first = "<h1 class='aural'>Ministry of Roads</h1>"
    heading = f"<h1>{label}More bridges of the harbour town</h1>"
    assert _title(f"{tab}{first}{heading}<p>Text.</p>") == "More bridges of the harbour town"


def test_a_day_in_the_tab_ends_the_headline() -> None:
    assert _title("<title>Letters - 26 October 2010 - Blog - Pictures and more!</title>") == (
        "Letters"
    )
    whole = "12 May 2010 - a day in the harbour"
    assert _title(f"<title>{whole}</title>") == whole


HEADLINE = "Harbour town: why we cycle along the quays"


@pytest.mark.parametrize(
    ("declared", "head", "title"),
    [
        ("Opinion | {}", "<p>Opinion</p><h1>{}</h1>", HEADLINE),
        ("Opinion | {}", "<h1>{}</h1>", HEADLINE),
        ("Opinion: {}", "<p>Opinion</p><h1>{}</h1>", HEADLINE),
        ("Opinion: {}", "<a>Opinion</a><div><h1>{}</h1></div>", HEADLINE),
        # a part of the headline
        ("The big bell: {}", "<p>The big bell</p><h1>{}</h1>", f"The big bell: {HEADLINE}"),
        ("Opinion | {}", "<h1>Opinion | {}</h1>", f"Opinion | {HEADLINE}"),
    ],
)
def test_what_a_text_is_called_is_no_part_of_the_headline(
    declared: str, head: str, title: str
) -> None:
    told = declared.format(HEADLINE)
    shared = f"<meta property='og:title' content='{told}'><title>{told} - Gazette</title>"
    page = f"{_ld(told)}{shared}<article>{head.format(HEADLINE)}<p>Text.</p></article>"
    assert _title(page) == title


def test_words_for_who_searches_that_the_page_shows_nowhere_go_before_a_colon() -> None:
    shared = "Everything you need to know: The ferry crosses again"
    tab = f"<meta property='og:title' content='{shared}'><title>{shared}</title>"
    heading = "<h1>The ferry crosses again</h1><p>Text.</p>"
    assert _title(f"{tab}<article>{heading}</article>") == "The ferry crosses again"
    kicker = "<p>Everything you need to know</p>"
    assert _title(f"{tab}<article>{kicker}{heading}</article>") == shared


def test_a_standfirst_in_the_heading_right_behind_the_title_is_none_of_it() -> None:
    title = "The ferry of the harbour town crosses the bay again"
    tab = f"<meta property='og:title' content='{title}'><title>{title} - Example Gazette</title>"
    heading = f"<h1>{title}<span class='sub'>After a year the boats are back.</span></h1>"
    assert _title(f"{tab}<article>{heading}<p>Text.</p></article>") == title


def test_the_same_number_makes_no_title_for_sharing_one_of_the_headline() -> None:
    tab = "<title>昆明港212天后重新开放 - 海港网</title>"
    shared = "<meta property='og:title' content='官方数据显示，上半年投资额达到212亿元'>"
    heading = "<h1>昆明港212天后重新开放</h1><p>…</p>"
    assert _title(f"{shared}{tab}<article>{heading}</article>") == "昆明港212天后重新开放"
