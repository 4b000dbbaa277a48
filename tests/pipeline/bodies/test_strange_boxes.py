"""Boxes with a label of their own amid a text that tell nothing that it does."""

from __future__ import annotations

import pytest

from tests.pipeline.bodies.nameless_page import TEXT, kept_beside


def kept(box: str) -> list[str]:
    return kept_beside(box, TEXT, 3)


HOW = "<p><b>Summing up</b></p><p>Tools summed up two reports; editors checked figures.</p>{}"
SEATS = "<p>Autumn forum</p><p>Leeds, 12 November</p><p>{}</p>"
NOTE = "<details><summary>Small print</summary><p>Ravens may apply in person.</p></details>"
KNOWN = "<details><summary>Editors' notes</summary><p>The plant's name was misspelt.</p></details>"
CALL = "<a href=/seats>Book a seat</a>"


@pytest.mark.parametrize(
    "box",
    [
        f"<div>{HOW.format('<p><a href=/how>More about method</a></p>')}</div>",
        f"<section>{SEATS.format(CALL)}</section>",
    ],
)
def test_such_a_box_goes(box: str) -> None:
    assert kept(box) == [*TEXT]


@pytest.mark.parametrize(
    ("box", "stays"),
    [
        (
            f"<div>{HOW.format('')}</div>",
            "Tools summed up two reports; editors checked figures.",
        ),
        (
            "<details><summary>Why a second plant?</summary><p>The company said that the first one "
            "near the harbour could not grow.</p></details>",
            "The company said that the first one near the harbour could not grow.",
        ),
        (f"<section>{SEATS.format('Doors open at six')}</section>", "Doors open at six"),
        (
            "<div><p><b>The second plant</b></p><p>The company opens the harbour plant in spring."
            "</p><p><a href=/tech/3>All the plans of it</a></p></div>",
            "The company opens the harbour plant in spring.",
        ),
        (
            "<div><p><b>Exports</b></p><ul><li>Machines</li><li>Textiles</li></ul></div>",
            "Machines",
        ),
        (
            "<div><p>A resident, Ann Holm</p><blockquote>We never slept well here.</blockquote>"
            "</div>",
            "We never slept well here.",
        ),
        (
            "<div><p>Deep Blue</p><p>Built in Lund and beaten twice since 2019.</p></div>",
            "Built in Lund and beaten twice since 2019.",
        ),
        (
            "".join(
                f"<div><p>Q{n}</p><p>Answered quickly, number {n}.</p>{CALL}</div>" for n in "123"
            ),
            "Answered quickly, number 2.",
        ),
    ],
)
def test_boxes_of_the_text_stay(box: str, stays: str) -> None:
    assert stays in kept(box)
