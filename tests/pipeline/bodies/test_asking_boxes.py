"""Boxes with a field for an address, whatever their words, and boxes that ask for consent."""

from __future__ import annotations

import pytest

from tests.pipeline.bodies.nameless_page import SENTENCES, kept_beside, kept_of
from tests.pipeline.bodies.nameless_page import TEXT as NAMELESS
from tests.pipeline.bodies.test_lone_cards import TEXT, text_with

FIELD = "<form><input type='email' placeholder='E-mail'><button>OK</button>{}</form>"
HEAD = "<h3>Inside the harbour, by Jane Doe, who runs our desk on the coast</h3>"
LINE = "<p>Behind the piers: strong in opinion, exclusive, relevant.</p>"
AGREED = (
    "With my entry I agree to what the house sends, to whom it sends it and for as long as it does."
)


@pytest.mark.parametrize("tag", ["div", "section"])
def test_a_box_around_a_field_for_an_address_goes_whole(tag: str) -> None:
    form = FIELD.format(f"<p>{AGREED}</p>")
    text = text_with(f"<div class='g1'><{tag} class='b7'>{HEAD}{LINE}{form}</{tag}></div>")
    assert text == "\n\n".join(TEXT)


def test_paragraphs_beside_what_holds_the_field_stay() -> None:
    own = "<p>The lights were bought at once.</p><p>Nobody had asked what they cost.</p>"
    text = text_with(f"<div class='b7'>{own}<div>{HEAD}{FIELD.format('')}</div></div>")
    assert "bought at once" in text
    assert "Inside the harbour" not in text


ASKS = {
    "de": "Wenn Sie hier klicken, werden Inhalte von Chartmacher geladen und Ihre IP-Adresse "
    "wird an externe Server von Chartmacher übertragen.",
    "en": "To display this content from Chartmaker you must enable advertisement tracking.",
}


BOX = (
    "<div class='b7'>{}<div>A chart of the Courier</div><div><div>One click for your data</div>"
    "<div>{}</div><button>Show</button></div></div>"
)
TOLD = "The far isles sold more wool to nine ports in the year 2026 than in the ten before it."


@pytest.mark.parametrize("lang", ASKS)
def test_what_labels_a_question_for_consent_goes_with_it(lang: str) -> None:
    label = "<div>Trade with the far isles in 2026</div>"
    assert text_with(BOX.format(label, ASKS[lang])) == "\n\n".join(TEXT)
    assert TOLD in text_with(BOX.format(f"<p>{TOLD}</p>", ASKS[lang]))


PUFF = "<p>Six stories that mattered today, picked by our night desk and sent before you sleep.</p>"
TEXTS = (*NAMELESS[:2], *SENTENCES[2:], *NAMELESS[2:])


@pytest.mark.parametrize(
    "box",
    [
        "<figure><a href='/newsletters'>The Evening Ledger</a>{}</figure>",
        "<figure><div><p><a href='/subscribe?from=text'>A pound a month</a></p>{}</div></figure>",
        "<div><div><a href='/abonnement/'>Die ganze Welt der Küste</a></div>{}</div>",
    ],
)
def test_a_box_of_a_link_to_the_site_s_letters_or_subscriptions_goes(box: str) -> None:
    assert kept_beside(box.format(PUFF), TEXTS, 3) == [*TEXTS]


@pytest.mark.parametrize("to", ["https://redcross.example/donate", "/harbour/donate-blood", "/7"])
def test_a_box_of_a_link_that_leads_elsewhere_stays(to: str) -> None:
    told = "It collects blankets and boots on the quay until the end of the week, and tea too."
    box = f"<div><div><a href='{to}'>The Red Cross of the coast</a></div><p>{told}</p></div>"
    assert told in kept_beside(box, TEXTS, 3)


OFFER = "<div class='g'><h4>The second plant</h4><p>{}</p></div>"
SAID = "We tell what the company plans near the harbour, and what residents say."


@pytest.mark.parametrize(
    "said", [f"{SAID} <a href='/donate'>See how</a>", f"{SAID}</p><p><a href=/abo>See how</a>"]
)
def test_a_headed_box_that_ends_with_a_button_to_the_site_s_funds_goes(said: str) -> None:
    assert kept_beside(OFFER.format(said), TEXTS, 0) == [*TEXTS]


@pytest.mark.parametrize(
    "said",
    [
        f"{SAID} <a href='/piers/7'>See how</a>",
        "The company told residents in <a href='/donate'>our letter</a> of its second plant.",
        "The company told residents of its second plant in <a href='/donate'>our letter</a>",
    ],
)
def test_a_headed_box_with_a_link_in_what_it_says_stays(said: str) -> None:
    assert "The second plant" in kept_beside(OFFER.format(said), TEXTS, 0)


BUTTON = "<a href='#'> <span>Count me in</span> <span>Count me in</span> </a>"


def test_a_heading_and_a_line_may_share_a_box_above_a_button_drawn_in_parts() -> None:
    said = "<h2>The second plant</h2><p>Join the company of the harbour</p>"
    box = f"<div><div><div>{said}</div>{BUTTON}</div></div>"
    lines = [f"<div>{text}</div>" for text in TEXTS]
    assert kept_of("".join([*lines[:3], box, *lines[3:]])) == [*TEXTS]


def test_an_invitation_stands_amid_paragraphs_in_boxes_of_their_own() -> None:
    lines = [f"<div><div><p>{text}</p></div></div>" for text in TEXTS]
    said = (
        "<h4>The second plant</h4><p>Residents tell us of the harbour.</p><a href='/go'>Open it</a>"
    )
    box = f"<div><div>{said}</div></div>"
    assert kept_of("".join([*lines[:3], box, *lines[3:]])) == [*TEXTS]
    boxes = box + lines[3] + box.replace("second plant", "first plant")
    assert "The second plant" in kept_of("".join([*lines[:3], boxes, *lines[4:]]))
