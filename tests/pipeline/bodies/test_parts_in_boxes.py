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
    "nameless": "<div><div>{}</div><div>{}</div></div>",
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


def test_a_brief_answer_among_boxes_stays() -> None:
    boxes = "".join(f"<div><h4>{name}</h4><div>{told}</div></div>" for name, told in ITEMS)
    boxes += "<div><h4>Does it cost more?</h4><div>No.</div></div>"
    assert "No." in kept_beside(f'<div class="list">{boxes}</div>', TEXT, 2)


def test_nameless_boxes_of_one_paragraph_each_are_no_row() -> None:
    boxes = "".join(f"<div>{told}</div>" for _, told in ITEMS)
    assert kept_beside(f"<div>{boxes}</div>", TEXT, 4) == [*TEXT]


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


@pytest.mark.parametrize(
    "box",
    [
        '<aside class="callout"><div>Tip</div><div>The bridge stays open.</div></aside>',
        '<aside class="verdict"><h3>Verdict</h3><p>The bridge stays open.</p></aside>',
        '<aside role="note"><p>The bridge stays open.</p></aside>',
        '<div class="alert alert-info"><p>The bridge stays open.</p></div>',
        '<div class="admonition alert alert--success"><p>The bridge stays open.</p></div>',
        '<details class="spoiler"><summary>End</summary><p>The bridge stays open.</p></details>',
    ],
)
def test_a_remark_beside_a_text_is_of_it(box: str) -> None:
    assert "The bridge stays open." in kept_beside(f"<h2>The works</h2>{box}", TEXT, 2)
    linked = box.replace("open.", "open. <a href=/join>Join us</a>")
    if "<aside" in box and "role" not in box:
        assert not [line for line in kept_beside(linked, TEXT, 2) if "open." in line]


def test_rows_whose_cells_stand_in_one_line_are_a_table() -> None:
    cells = ("Company|Shipments", "Lenovo|17.6", "Dell|10.3")
    rows = "".join(
        f'<div class="tr"><span>{row.replace("|", "</span> <span>")}</span></div>' for row in cells
    )
    kept = kept_beside(f'<div class="tbl">{rows}</div>', TEXT, 2)
    assert kept == [*TEXT[:2], *(row.replace("|", " ") for row in cells), *TEXT[2:]]


def test_two_sections_with_headings_end_a_text() -> None:
    told = ("The lamp keeps faces honest in dim light.", "The cell lasted a day and a half there.")
    sections = "".join(
        f'<section class="round"><h3>{name}</h3><p>{text}</p></section>'
        for name, text in zip(("Camera", "Battery"), told, strict=True)
    )
    assert set(told) <= set(kept_beside(f"<div>{sections}</div>", TEXT[:2], 2))


@pytest.mark.parametrize(
    "form", ['<ol class="footnotes"><li>{}</li></ol>', "<p><small>(1) {}</small></p>"]
)
def test_notes_that_a_text_refers_to_are_of_it(form: str) -> None:
    noted = (*TEXT[:3], TEXT[3][:-1] + " (1).")
    note = "Bought from a stall at a Friday market."
    assert any(note in line for line in kept_beside(form.format(note), noted, 4))


def test_a_line_of_a_conversation_with_a_button_stays() -> None:
    said = (
        "Welcome to it, all of you.",
        "Thanks, it is good to be here.",
        "That was the end of it all.",
    )
    lines = "".join(
        f'<div class="said"><button>0{n}:12</button><span>{text}</span></div>'
        for n, text in enumerate(said)
    )
    assert set(said) <= set(kept_beside(f'<div class="talk">{lines}</div>', TEXT, 2))
