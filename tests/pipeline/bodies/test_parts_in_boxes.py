"""Boxes of one form side by side, and boxes that are called a part of a text."""

from __future__ import annotations

import pytest

from tests.pipeline.bodies.nameless_page import TEXT, kept_beside

ITEMS = (
    ("Notelet", "A small notebook that asks for no account."),
    ("Stride", "Counts your steps without the internet."),
    ("Jar", "Splits a salary into envelopes."),
)
FORMS = {
    "cards": '<div class="card"><h3>{}</h3><p>{}</p></div>',
    "steps": '<div class="row"><div class="name">{}</div><div class="told">{}</div></div>',
    "items": '<li class="entry"><strong>{}</strong><p>{}</p></li>',
}
LONG = "".join(
    f'<div class="card"><h3>{name}</h3><p>{told[:-1]}, as it did all of last year.</p></div>'
    for name, told in ITEMS
)


@pytest.mark.parametrize("form", FORMS)
def test_boxes_of_one_form_amid_a_text_are_of_it(form: str) -> None:
    boxes = "".join(FORMS[form].format(*item) for item in ITEMS)
    told = [line for item in ITEMS for line in item]
    kept = kept_beside(f'<div class="list">{boxes}</div>', TEXT, 2)
    assert kept == [*TEXT[:2], *told, *TEXT[2:]]


def test_boxes_with_a_good_part_of_a_text_end_it() -> None:
    assert len(kept_beside(f'<div class="list">{LONG}</div>', TEXT[:3], 3)) == 9


def test_a_few_words_in_boxes_below_a_text_are_the_house_s() -> None:
    offered = [("Free", "Nothing is due from anyone."), ("Early", "It comes at seven.")]
    boxes = "".join(
        FORMS["cards"].format(*item) for item in [*offered, ("Kind", "No noise, ever.")]
    )
    assert kept_beside(f'<div class="list">{boxes}</div>', TEXT, 4) == [*TEXT]


@pytest.mark.parametrize("inside", ["<a href=/more>Read more</a>", "<button>Try it</button>"])
def test_boxes_that_can_be_pressed_below_a_text_are_the_house_s(inside: str) -> None:
    assert kept_beside(LONG.replace("</div>", f"{inside}</div>"), TEXT, 4) == [*TEXT]


def test_entries_of_a_review_of_the_press_name_their_sources() -> None:
    named = LONG.replace("</div>", "<p><a href=https://press.example/1>The Wire</a></p></div>")
    kept = kept_beside(f'<div class="list">{named}</div>', TEXT[:3], 3)
    assert [line for line in kept if line.startswith("Counts")]


def test_rows_of_cells_in_boxes_are_a_table() -> None:
    cells = (("Feature", "Reem", "Safir"), ("Display", "6.4 inches", "6.7 inches"))
    cells += (("Charging", "45 W", "67 W"),)
    rows = "".join(
        f'<div class="row">{"".join(f"<div class=cell>{cell}</div>" for cell in row)}</div>'
        for row in cells
    )
    kept = kept_beside(f'<div class="grid">{rows}</div>', TEXT, 2)
    assert kept == [*TEXT[:2], *(cell for row in cells for cell in row), *TEXT[2:]]


@pytest.mark.parametrize(
    "box",
    [
        '<div class="tip"><strong>Tip:</strong> Keep the code on paper.</div>',
        '<div class="note-box">Note: no bank asks for a code.</div>',
        '<div class="callout callout-info"><p>The bridge stays open.</p></div>',
        '<div class="equation">E = m c²</div>',
        '<div class="poem">The tower\'s lamp is out</div>',
    ],
)
def test_a_box_called_a_part_of_a_text_is_of_it(box: str) -> None:
    kept = kept_beside(box, TEXT, 2)
    assert len(kept) == 5
    assert kept[2][:8] in box.replace("<strong>", "").replace("</strong>", "")
