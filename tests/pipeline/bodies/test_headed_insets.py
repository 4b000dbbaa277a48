"""Boxes with a heading and sentences amid a text are none of it; its own sections stay."""

from __future__ import annotations

import pytest

from tests.pipeline.bodies.test_plain_bodies import FIRST, OTHERS, SECOND, TITLE, kept

LINES = [FIRST, SECOND, *OTHERS]
HEAD = "A word on ferries"
TOLD = "A ferry carries cars and people over a river where no bridge can stand for long."
BOX = f"<h3>{HEAD}</h3><p>{TOLD}</p>"


ENTRIES = "".join(
    f"<h3>{head}</h3><p>{told}</p>"
    for head, told in (
        (HEAD, "Automobiles disembark beforehand."),
        ("Keel", "Shallow throughout its length."),
        ("Crew", "Volunteers throughout the winter."),
    )
)


def _page(inside: str, at: int = 2) -> str:
    lines = [f"<p>{line}</p>" for line in LINES]
    lines.insert(at, inside)
    return f"<div><h1>{TITLE}</h1><div>{''.join(lines)}</div></div>"


@pytest.mark.parametrize("around", ["<div>{}</div>", "<section class=q7>{}</section>"])
def test_a_headed_box_between_paragraphs_that_stand_in_none_goes(around: str) -> None:
    assert kept(_page(around.format(BOX))) == LINES


@pytest.mark.parametrize(
    ("inside", "at"),
    [
        (BOX, 2),
        (f"<div>{BOX}</div>", len(LINES)),
        (f"<div>{BOX}</div>", 1),
        (f"<div class=e>{BOX}</div><div class=e>{BOX}</div>", 2),
        (f"<div class=wp-block-group>{BOX}</div>", 2),
        (f"<div>{BOX}<p>{TOLD} {TOLD}</p><p>{TOLD} {TOLD}</p></div>", 2),
        (f"<div><h3>{HEAD}</h3><table><tr><td>Cars</td><td>12</td></tr></table></div>", 2),
        (f"<div><h3>How it came about</h3><p>{TOLD}</p>{BOX}</div>", 2),
        (f"<div>{ENTRIES}</div>", 2),
    ],
)
def test_sections_entries_and_lists_of_the_text_stay(inside: str, at: int) -> None:
    assert HEAD in kept(_page(inside, at))


@pytest.mark.parametrize("head", ["Our verdict", "The bottom line", "Fazit", "الخلاصة"])
def test_what_a_text_says_last_may_stand_in_a_box_above_its_details(head: str) -> None:
    assert head in kept(_page(f"<div class=v><h3>{head}</h3><p>{TOLD}</p></div>"))


REMARK = "<div class='alert alert-{}' role='alert'>{}</div>"


def test_a_remark_between_paragraphs_stays() -> None:
    assert TOLD in kept(_page(REMARK.format("info", TOLD)))


@pytest.mark.parametrize(
    ("said", "at"), [(f"{TOLD} <button>×</button>", 2), (f"<b>Note</b> {TOLD}", len(LINES))]
)
def test_an_alert_that_can_be_closed_or_stands_below_the_text_goes(said: str, at: int) -> None:
    assert kept(_page(REMARK.format("warning", said), at)) == LINES


CALL = "<a href=https://shop.example/7>Buy it now</a>"
PICTURE = "<div><video src=/a.mp4></video><p>A film.</p></div>"


def _boxed(inside: str) -> str:
    return _page(inside).replace("<p>", "<div>").replace("</p>", "</div>")


def test_what_is_sold_goes_from_a_page_whose_paragraphs_stand_in_boxes_too() -> None:
    card = f"<div><div><img src=/a.png><h4>{HEAD}</h4><div><p>{TOLD}</p></div>{CALL}</div></div>"
    assert HEAD not in kept(_boxed(card + PICTURE))
    assert TOLD not in kept(_boxed(card + PICTURE))


def test_sections_of_a_page_whose_paragraphs_stand_in_boxes_stay() -> None:
    section = f"<div><img src=/a.png><h4>{HEAD}</h4><p>{TOLD}</p></div>"
    assert {HEAD, TOLD} <= {*kept(_boxed(section + PICTURE))}


def test_a_text_in_boxes_keeps_each() -> None:
    sections = "".join(
        f"<div class=s{n}><h3>Part {n}</h3><p>{line}</p></div>" for n, line in enumerate(LINES)
    )
    assert kept(f"<div><h1>{TITLE}</h1><div>{sections}</div></div>")[1::2] == LINES
