"""Questions whose answers a reader unfolds, in the markup of systems."""

from __future__ import annotations

import pytest

from tests.pipeline import satellite_page
from tests.pipeline.satellite_page import TEXT, paragraphs

ASKED = ("When will it be launched?", "Who is to be served first?")


def lines_of(inside: str) -> list[str]:
    return satellite_page.texts_of(paragraphs(*TEXT[:2]) + inside + paragraphs(*TEXT[4:]), "en")


@pytest.mark.parametrize(
    "entry",
    [
        "<dl><dt><button aria-expanded=false>{0}</button></dt><dd>{1}</dd></dl>",
        "<div role=button aria-expanded=false>{0}</div><div><p>{1}</p></div>",
        "<input type=checkbox><label>{0}</label><div><p>{1}</p></div>",
        "<div><button>{0}</button></div><div><p>{1}</p></div>",
    ],
)
def test_several_questions_above_their_answers_are_text(entry: str) -> None:
    inside = "".join(entry.format(q, a) for q, a in zip(ASKED, TEXT[2:4], strict=True))
    assert lines_of(inside) == [*TEXT[:2], ASKED[0], TEXT[2], ASKED[1], *TEXT[3:]]


def test_one_question_in_a_box_between_paragraphs_is_the_houses() -> None:
    assert "Would you ride it?" not in lines_of(
        f"<div class=a>Would you ride it?</div><p>{TEXT[2]}</p>"
    )


@pytest.mark.parametrize("name", ["toggle-card", "et_accordion", "faq-item"])
def test_one_entry_that_is_called_so_is_text(name: str) -> None:
    box = f"<div class={name}><h4>{ASKED[0]}</h4><div><p>{TEXT[2]}</p></div></div>"
    assert lines_of(box + paragraphs(TEXT[3])) == [*TEXT[:2], ASKED[0], *TEXT[2:]]


@pytest.mark.parametrize(
    ("name", "button", "stays"),
    [
        ("toggle-card", "<button aria-label='Expand'><svg></svg></button>", True),
        ("toggle-card", "<button>Subscribe</button>", False),
        ("letter-card", "<button aria-label='Send'><svg></svg></button>", False),
    ],
)
def test_an_entry_beside_whose_head_an_arrow_stands_is_text(
    name: str, button: str, stays: bool
) -> None:
    brief = "The base is sixty metres long."
    box = f"<div class={name}><div class={name}-head><h4>{ASKED[0]}</h4>{button}</div>"
    found = lines_of(f"{box}<div><p>{brief}</p></div></div>{paragraphs(*TEXT[2:4])}")
    assert (ASKED[0] in found and brief in found) is stays


def test_a_line_in_italics_below_a_film_is_its_caption() -> None:
    film = '<iframe src="https://films.example/1"></iframe><p><em>The base in March</em></p>'
    assert lines_of(film + paragraphs(*TEXT[2:4])) == [*TEXT]
    said = f"<iframe src='https://films.example/1'></iframe><p><em>{TEXT[2]}</em></p>"
    assert lines_of(said + paragraphs(TEXT[3])) == [*TEXT]
