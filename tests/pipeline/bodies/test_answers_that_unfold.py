"""Answers that a reader unfolds below a text, and steps beside their numbers, are the text's."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from pipeline.extract import extract_article
from pipeline.memory import EMPTY
from pipeline.records import Article, Page

NOW = datetime(2026, 11, 20, 12, tzinfo=UTC)
URL = "https://quay.example/reviews/heron-buds"
PROSE = (
    "The maker sells the new earbuds in twelve countries, and they weigh five grams each.",
    "A filter samples the surroundings 48,000 times a second, which the firm calls a record.",
    "Calls came through clearly on a windy platform, and nobody could hear the trains pass.",
    "After a month of daily use the hinge of the case still closes with the same firm click.",
)
ASKED = ("Are they waterproof?", "Do they need an app?")
ANSWERED = ("They survive rain and sweat, but not a swim.", "No, but one changes what a tap does.")


def _lines(body: str) -> list[str]:
    title = "Heron Buds: small, loud and nearly waterproof"
    html = (
        f'<html lang="en"><head><title>{title}</title></head><body><main><article><h1>{title}</h1>'
        f'<div class="entry-content">{body}</div></article></main></body></html>'
    )
    found = extract_article(Page(URL, URL, html.encode(), NOW, charset="utf-8"), EMPTY, NOW)
    assert isinstance(found, Article)
    return [block.text for block in found.blocks]


TEXT = "".join(f"<p>{line}</p>" for line in PROSE)
DETAILS = "<details><summary>{}</summary><p>{}</p></details>"
BUTTON = (
    '<div class="item"><h3><button aria-expanded="false" aria-controls="c">{}</button></h3>'
    '<div class="collapse"><div class="item-body">{}</div></div></div>'
)

BOOTSTRAP = (
    '<div class="accordion-item"><h2 class="accordion-header"><button class="accordion-button" '
    'data-bs-toggle="collapse" data-bs-target="#c">{}</button></h2><div class="accordion-collapse '
    'collapse"><div class="accordion-body">{}</div></div></div>'
)

BY_SCRIPT = '<h3>{}</h3><div class="panel" style="display: none;"><p>{}</p></div>'
IN_ITEMS = (
    '<div class="item"><h3 class="asked">{}</h3><div class="said" hidden><p>{}</p></div></div>'
)
BUTTON_BY_SCRIPT = (
    '<div class="pane"><h4><button class="kt-accordion-header" type="button"><span>{}</span>'
    '</button></h4><div class="pane-panel"><p>{}</p></div></div>'
)


@pytest.mark.parametrize(
    "form", [DETAILS, BUTTON, BOOTSTRAP, BY_SCRIPT, IN_ITEMS, BUTTON_BY_SCRIPT]
)
def test_questions_and_answers_below_a_text_stay(form: str) -> None:
    parts = "".join(map(form.format, ASKED, ANSWERED))
    lines = _lines(f'{TEXT}<div class="faq"><h2>Questions</h2>{parts}</div>')
    assert {*ASKED, *ANSWERED} <= set(lines)


@pytest.mark.parametrize(
    "hidden",
    [
        "<p>Want our letter?</p><div class='panel' hidden><p>Leave us your address here, and read "
        "it each day.</p><form><input name='mail'></form></div>" * 2,
        "<p>Want our letter?</p><div class='panel' hidden><p>Leave us your address here, and read "
        "it each day.</p></div>",
        "<p>Our letters.</p><div class='panel' hidden><p>Leave us your address here, and read it "
        "each day.</p></div>" * 2,
    ],
)
def test_what_is_hidden_below_no_question_or_once_or_asks_itself_is_not_shown(hidden: str) -> None:
    assert not any("address" in line for line in _lines(TEXT + hidden))


ARROW = "<button><svg><path d='M0 0h9'/></svg></button>"


@pytest.mark.parametrize("at", [2, 3])
@pytest.mark.parametrize("element", ["p", "div"])
def test_a_lone_question_with_an_arrow_beside_it_stays(at: int, element: str) -> None:
    asked = f"<div><div><h4><span>{ASKED[0]}</span></h4>{ARROW}</div><div>{{}}</div></div>"
    lines = [f"<{element}>{line}</{element}>" for line in PROSE]
    lines.insert(at, asked.format(f"<{element}>{ANSWERED[0]}</{element}>"))
    assert {ASKED[0], ANSWERED[0]} <= {*_lines("".join(lines))}


def test_an_offer_that_can_be_closed_goes() -> None:
    head = f"<div><h4>Our letter on Fridays</h4>{ARROW}</div>"
    told = "<div><p>Leave us your address.</p></div><a href=/letter>Sign up</a>"
    first, *rest = (f"<p>{line}</p>" for line in PROSE)
    lines = _lines(f"{first}{rest[0]}<div>{head}{told}</div>{''.join(rest[1:])}")
    assert lines == [*PROSE]


def test_steps_beside_their_numbers_stay() -> None:
    step = '<div class="step"><span class="no">{}</span><div class="said"><p>{}</p></div></div>'
    steps = ("Put both earbuds into the case.", "Hold the button until the light turns red.")
    parts = "".join(step.format(n, line) for n, line in enumerate(steps, 1))
    first, *rest = (f"<p>{line}</p>" for line in PROSE)
    lines = _lines("".join((first, f'<h2>Reset</h2><div class="steps">{parts}</div>', *rest)))
    assert set(steps) <= set(lines)


@pytest.mark.parametrize("label", ["Profile", "Quick guide", "Zeitleiste", "ملف"])
def test_what_stands_around_the_heading_of_what_unfolds_is_a_label(label: str) -> None:
    told = "The firm has made earbuds in the old mill since 1998, and nothing else for ten years."
    box = (
        f"<figure><div><details><summary><span>{label}</span><h4>Heron Audio</h4><span><span>"
        f"Show</span></span></summary><div><p>{told}</p></div></details></div></figure>"
    )
    cut = TEXT.index("</p>", TEXT.index(PROSE[1])) + len("</p>")
    lines = _lines(TEXT[:cut] + box + TEXT[cut:])
    assert not {label, "Show"} & {*lines}
    assert {"Heron Audio", told, *PROSE} <= {*lines}


@pytest.mark.parametrize("head", ["<h4>Day 2</h4><span>{}</span>", "<span>{}</span><h4>Day 2</h4>"])
def test_a_line_that_stands_with_a_heading_alone_where_it_unfolds_stays(head: str) -> None:
    told = "The train leaves at nine and follows the coast; sit on the left for the lighthouses."
    way = "<details><summary>{}</summary><p>{}</p></details>"
    assert "Lisbon to Porto" in _lines(TEXT + way.format(head.format("Lisbon to Porto"), told))
