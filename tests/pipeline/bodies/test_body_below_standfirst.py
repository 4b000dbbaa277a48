"""A named body of few words below a standfirst, beside longer house texts and boxes of settings."""

from __future__ import annotations

import pytest

from pipeline.bodies.body import extract_blocks
from pipeline.declared.metadata import read_metadata
from pipeline.page.html import parse_text

URL = "https://news.example/town/1"
TITLE = "Boathouse burns at Lillwick"
LEAD = "A boathouse at Lillwick burned down in the night. Nobody was hurt."
REST = ("The police opened an inquiry.", "The pier is closed")
HOUSE = (
    "Our news stands for facts and fairness. What we print shall be true and matter to those who "
    "read it, and where we cannot yet be sure of something we say what we know and what we do not."
)
SETTINGS = (
    '<div class="k_x"><div>Text settings</div><ul><li>Size: Small, Standard, Large</li>'
    "<li>Width: Standard, Wide, Widest of all</li></ul></div>"
)
PROSE = (
    "The ferry has crossed the sound for six hundred years, in every weather that the sky has.",
    "Its timetable is printed by the bus office, which asks all passengers to wait at the kerb.",
    "The pilot keeps each of those timetables in a biscuit tin below the bench of her wheelhouse.",
)
BODY = "".join(f"<p>{line}</p>" for line in REST)


def kept(html: str) -> list[str]:
    doc = parse_text(f"<html><head><title>x</title></head><body>{html}</body></html>", URL)
    blocks = extract_blocks(doc, read_metadata(doc), TITLE)
    return [line.block.text for line in blocks if line.rule is None and line.block.text != TITLE]


@pytest.mark.parametrize("called", ["article-body", "TextArticle__body___x1", "post-content"])
@pytest.mark.parametrize("between", ["", SETTINGS])
def test_the_named_body_and_its_standfirst(called: str, between: str) -> None:
    house = f'<div class="f_x"><h2>How we work</h2><p>{HOUSE}</p></div>'
    head = f"<h1>{TITLE}</h1><p>{LEAD}</p>{between}"
    html = f'<article class="a_x">{head}<div class="{called}">{BODY}</div>{house}</article>'
    assert kept(html) == [LEAD, *REST]


def test_a_standfirst_that_is_called_a_paragraph_is_no_body() -> None:
    button = "<div><a href='/by/jo'>Jo Marsh</a><button>Follow</button></div>"
    head = f'<div class="s_x"><h1>{TITLE}</h1><h2 class="pw-subtitle-paragraph">{LEAD}</h2>{button}'
    text = "".join(f'<p class="pw-post-body-paragraph">{line}</p>' for line in (*PROSE, *REST))
    found = kept(f"<article><div><div>{head}</div>{text}</div></div></article>")
    assert [line for line in found if "Jo Marsh" not in line] == [LEAD, *PROSE, *REST]


def test_prose_right_below_a_named_part_is_text_too() -> None:
    parts = f'<div class="article-body"><p>{REST[0]}</p></div><div class="t_x"><p>{HOUSE}</p></div>'
    assert HOUSE in kept(f"<article><h1>{TITLE}</h1><p>{LEAD}</p>{parts}</article>")


@pytest.mark.parametrize(
    ("called", "told"),
    [
        ("news-content readingTime", True),
        ("article-text word-count", True),
        ("reading-time", False),
        ("news-content-readingtime", False),
    ],
)
def test_a_body_whose_reading_is_timed_is_no_line_of_facts(called: str, told: bool) -> None:
    text = f'<h2>{LEAD}</h2><div class="{called}"><p>{REST[0]}</p></div>'
    assert (REST[0] in kept(f"<article><h1>{TITLE}</h1>{text}</article>")) == told


@pytest.mark.parametrize(
    "called", ["article-body-commercial-selector article-body-viewer", "article-body-ad-slot"]
)
def test_where_a_script_may_put_an_advertisement(called: str) -> None:
    text = f'<p>{LEAD}</p><div class="{called}">{BODY}</div>'
    found = kept(f"<article><h1>{TITLE}</h1>{text}</article>")
    assert (REST[0] in found) == ("selector" in called)


def test_the_only_linked_line_of_a_brief_text_leads_elsewhere() -> None:
    link = '<p><a href="/2">The bell of Orrick rings again</a></p>'
    html = f'<h1>{TITLE}</h1><p>{LEAD}</p><div class="article-body">{link}{BODY}</div>'
    assert kept(f"<article>{html}</article>") == [LEAD, *REST]


def test_short_links_of_settings_in_an_upper_deck_are_no_standfirst() -> None:
    more = '<div class="upper-deck"><div><a href="/help">Learn more</a> of all settings</div></div>'
    html = f'<h1>{TITLE}</h1><p>{LEAD}</p>{more}<div class="article-body">{BODY}</div>'
    assert kept(f"<article>{html}</article>") == [LEAD, *REST]


SAID = "There is no kerb. There has never been a kerb in all these years."


@pytest.mark.parametrize(
    ("said", "stays"), [(SAID, True), (PROSE[1].removeprefix("Its timetable is "), False)]
)
def test_a_pull_quote_of_paragraphs_stays_where_it_is_said_there_alone(
    said: str, stays: bool
) -> None:
    lines = [f"<p>{line}</p>" for line in PROSE]
    text = "".join((*lines[:2], f'<div class="pullquote"><p>{said}</p></div>', lines[2]))
    found = kept(f'<article><h1>{TITLE}</h1><div class="entry-content">{text}</div></article>')
    assert (said in found) == stays
    assert [line for line in found if line != said] == list(PROSE)


def test_the_last_sentence_between_breaks_stays_below_an_advertisement() -> None:
    text = "<br><br>".join(PROSE) + '<br><br><div class="ad">Ad</div>Then ring the bell.<br><br>'
    assert kept(f'<h1>{TITLE}</h1><div class="x_x">{text}</div>') == [*PROSE, "Then ring the bell."]


def test_a_film_s_title_that_stands_twice_between_paragraphs_goes() -> None:
    film = "<div class='v_x'><h4>Ferry stuck in the fog</h4><p>Ferry stuck in the fog</p></div>"
    lines = [f"<p>{line}</p>" for line in PROSE]
    text = "".join((*lines[:2], film, lines[2]))
    html = f'<article><h1>{TITLE}</h1><div class="entry-content">{text}</div></article>'
    assert kept(html) == list(PROSE)
