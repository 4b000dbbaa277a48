"""Boxes between paragraphs with a label and nothing but headlines of other articles."""

from __future__ import annotations

import pytest

from tests.pipeline.bodies.nameless_page import SENTENCES, kept_beside

TEXT = SENTENCES
ASKS = "<a href=/tech/20>Will the ferry to the islands sail again?</a>"
TELLS = "<a href=/tech/21>The ferry to the islands sails again</a>"


def kept(box: str, at: int = 2) -> list[str]:
    return kept_beside(box, TEXT, at)


@pytest.mark.parametrize("links", [(ASKS,), (TELLS,), (ASKS, TELLS), (TELLS, ASKS)])
@pytest.mark.parametrize(
    ("box", "row"),
    [
        ("<div><h4><span>Out of our old drawers</span></h4>{}</div>", "<div><h3>{}</h3></div>"),
        ("<div><div><h5>Out of our old drawers</h5>{}</div></div>", "<h6>{}</h6>"),
        ("<div><div>Out of our old drawers</div><div>{}</div></div>", "<div>{}</div>"),
    ],
)
def test_a_box_of_a_label_and_headlines_of_others_goes(
    links: tuple[str, ...], box: str, row: str
) -> None:
    assert kept(box.format("".join(map(row.format, links)))) == [*TEXT]


@pytest.mark.parametrize(
    "box",
    [
        "<div><h3>What comes next</h3></div>",
        f"<div><h3>What comes next</h3><p>{SENTENCES[0][:-1]} of that year.</p></div>",
        "<div><h3>What comes next</h3><p><a href=#n>Will the ferry to the islands sail?</a></p>"
        "<p>It will, said the mayor, if the ramp is mended before the winter.</p></div>",
    ],
)
def test_a_heading_of_the_text_in_a_box_stays(box: str) -> None:
    assert "What comes next" in kept(box)
