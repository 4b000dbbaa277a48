"""Cards of other articles over which an empty link lies, and boxes that are no such cards."""

from __future__ import annotations

import pytest

from tests.pipeline.bodies.nameless_page import SENTENCES, kept_beside
from tests.pipeline.bodies.test_lone_cards import TEXT, text_with

CARD = "<div><div><h3>{0}</h3><p>{1}.</p></div><a {3}href='{2}'></a></div>"
OTHERS = [
    ("What she wears", "The mother of the far isles wants no labels on her children", "/isles/7"),
    ("Out of oil", "The smith of the sound filled his arm himself and had it cut", "/isles/9"),
]


def row(cards: list[tuple[str, str, str]], attributes: str = "") -> str:
    return f"<div class='k1'>{''.join(CARD.format(*card, attributes) for card in cards)}</div>"


@pytest.mark.parametrize("attributes", ["", "class='b9' ", "aria-label='Read it' "])
def test_cards_in_a_row_go(attributes: str) -> None:
    assert text_with(row(OTHERS, attributes)) == "\n\n".join(TEXT)


@pytest.mark.parametrize(
    "cards",
    [
        OTHERS[:1],
        [(head, told, "#part") for head, told, _ in OTHERS],
        [(head, told, "https://courier.example/harbour/1") for head, told, _ in OTHERS],
        [(head, told, f"https://shop{n}.example/buy") for n, (head, told, _) in enumerate(OTHERS)],
        [(head, told, "/isles/7") for head, told, _ in OTHERS],
        [(head, f"{told}. {' '.join(TEXT)}", to) for head, told, to in OTHERS],
    ],
)
def test_parts_of_a_text_with_an_empty_link_stay(cards: list[tuple[str, str, str]]) -> None:
    assert "wants no labels on her children" in text_with(row(cards))


LONE = "<div><div><img src='/p7.jpg'></div>{}<a href='{}'></a></div>"
HEADLINE = "<h3>What the mother of the far isles wears</h3>"
TOLD = "She wants no labels on her children and sews all that they wear herself."


def test_a_card_alone_goes_with_its_picture() -> None:
    card = LONE.format(f"<div>{HEADLINE}<p>{TOLD}</p></div>", "/isles/7")
    assert text_with(card) == "\n\n".join(TEXT)


@pytest.mark.parametrize(
    "box",
    [
        LONE.format(f"<div>{HEADLINE}<p>{TOLD}</p></div>", "/isles/7").replace("<img", "<b"),
        LONE.format(f"<div>{HEADLINE}<p>{TOLD}</p></div>", "#isles"),
        LONE.format(f"<div><h3>The isles</h3><p>{TOLD}</p></div>", "/isles/7"),
        LONE.format(f"<div>{HEADLINE}<p>{TOLD}</p><p>{TOLD} So she says.</p></div>", "/isles/7"),
    ],
)
def test_a_part_of_the_text_alone_stays(box: str) -> None:
    assert TOLD in text_with(box)


SCRIPTED = "<div data-href='{2}' role='link' tabindex='0'><div><h3>{0}</h3><p>{1}.</p></div></div>"
BUTTON = (
    "<div><img src='/p.jpg'><h3>What is told of it: {0}</h3><p>{1}.</p>"
    "<a href='{2}'>See it</a></div>"
)
PICTURED = (
    "<div class='k1'><a href='{0}'><img src='/p7.jpg'></a><div><span>Ann Poe</span><a href='{1}'>"
    "<span>What the mother of the far isles wears and why nobody sews for her</span></a>"
    "<span>{2}</span></div></div>"
)


@pytest.mark.parametrize("card", [SCRIPTED, BUTTON])
def test_cards_of_scripts_and_with_a_button_go(card: str) -> None:
    cards = "".join(card.format(*other) for other in OTHERS)
    assert text_with(f"<div class='k1'>{cards}</div>") == "\n\n".join(TEXT)


@pytest.mark.parametrize(
    "card",
    [
        SCRIPTED.replace("data-href", "data-part"),
        BUTTON.replace("<img src='/p.jpg'>", ""),
        BUTTON.replace("{2}", "https://shop.example/buy"),
    ],
)
def test_parts_with_a_button_or_a_script_stay(card: str) -> None:
    cards = "".join(card.format(*other) for other in OTHERS)
    assert "wants no labels on her children" in text_with(f"<div class='k1'>{cards}</div>")


def test_a_picture_and_a_headline_that_lead_to_one_page_are_a_card() -> None:
    told = f"{TOLD[:-1]}, since nobody on the isles had ever asked what it would cost to have it "
    told += "done by the tailor of the sound, who"
    assert kept_beside(PICTURED.format("/tech/7", "/tech/7", told), SENTENCES, 2) == [*SENTENCES]
    for box in (
        PICTURED.format("/p7-large.jpg", "/tech/7", told),
        PICTURED.format("/tech/7", "/tech/7", f"{told} {' '.join(TEXT)}"),
    ):
        assert any(TOLD[:-1] in line for line in kept_beside(box, SENTENCES, 2))


@pytest.mark.parametrize(
    ("head", "stays"), [("The isles", True), ("A cable for the far isles", False)]
)
def test_what_is_told_of_headlines_that_are_terms_goes(head: str, stays: bool) -> None:
    terms = "".join(
        f"<dt><a href='/isles/{n}'>{head} {n}</a></dt><dd>{n}: {TOLD}</dd>" for n in (7, 9)
    )
    assert (TOLD in text_with(f"<dl>{terms}</dl>")) is stays
