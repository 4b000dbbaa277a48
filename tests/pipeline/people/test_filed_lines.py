"""Lines of facts of blogs: a day, who signs, and under what the text is filed."""

from __future__ import annotations

import pytest

from pipeline.declared.metadata import read_metadata
from pipeline.page.html import parse_text
from pipeline.people.authors import extract_authors

TITLE = "Die alte Brücke am Hafen wird erneuert"
TEXT = "<p>Die alte Brücke ist seit Jahren zu schmal, sagt das Bauamt, und wird erneuert.</p>" * 3


def _authors(line: str) -> tuple[str, ...]:
    html = f"<title>{TITLE}</title><div><h1>{TITLE}</h1>{line}<div>{TEXT}</div></div>"
    doc = parse_text(html, "https://blog.example.de/alte-bruecke")
    return extract_authors(doc, read_metadata(doc), None, TITLE)


@pytest.mark.parametrize("rel", ["tag", "category tag"])
def test_who_signs_beside_the_link_of_a_category(rel: str) -> None:
    link = f'<a href="/hafen" rel="{rel}">Hafen</a>'
    line = f"<p>14. Juni 2026 | 15:49 von Jana Roth in {link}</p>"
    assert _authors(line) == ("Jana Roth",)
    assert _authors(f"<p>Posted in {link} by Jana Roth on 14 June 2026</p>") == ("Jana Roth",)
    assert _authors(f"<p>14. Juni 2026 | 15:49 von {link}</p>") == ()


def test_what_a_text_is_filed_under_behind_a_sign_signs_nothing() -> None:
    links = (f'<a href="/{word}" rel="category tag">{word}</a>' for word in ("Hafen", "Wege"))
    line = f'<div class="postmeta">Von Jana Roth / 12 Kommentare / {", ".join(links)}</div>'
    assert _authors(line) == ("Jana Roth",)


@pytest.mark.parametrize(
    "line",
    [
        "11.09.2026, 16:20 von hafenjana",
        "Am 11. September 2026 von hafenjana",
        "von hafenjana am 11. September 2026",
        "Soumis par hafenjana le ven, 11/09/2026 - 18:55",
        "Submitted by hafenjana on Fri, 09/11/2026 - 18:55",
    ],
)
def test_an_account_beside_a_day_signs(line: str) -> None:
    assert _authors(f"<small>{line}</small>") == ("hafenjana",)


@pytest.mark.parametrize(
    "line",
    [
        "September 11, 2026 by Martha Kimbell",
        "September 11th, 2026 By Martha Kimbell — <a href='#r'>Leave a Comment</a>",
        "Eingestellt von Martha Kimbell am 11. September 2026",
    ],
)
def test_who_signs_in_a_line_that_begins_with_a_day_or_a_post(line: str) -> None:
    assert _authors(f"<p>{line}</p>") == ("Martha Kimbell",)


@pytest.mark.parametrize(
    "line",
    [
        "<p>von hafenjana</p>",  # words of anything
        "<p>11.09.2026, 16:20 von hafen jana</p>",
        "<p>11.09.2026 von admin</p>",
    ],
)
def test_no_other_small_word_signs(line: str) -> None:
    assert _authors(line) == ()
