"""Other articles amid a text, told by a headline that is a link, a label and a few words."""

from __future__ import annotations

import pytest

from tests.pipeline.bodies.nameless_page import SENTENCES, TITLE, kept_beside, kept_in

TEXT = SENTENCES
OTHER = "The ferry to the islands sails again"
SUMMARY = "It had lain in dock since a storm tore off its ramp, and nobody had hurried to mend it."
LINK = f"<a href=/tech/20>{OTHER}</a>"


def kept(box: str, at: int = 2) -> list[str]:
    return kept_beside(box, TEXT, at)


@pytest.mark.parametrize(
    "box",
    [
        f"<div><div>Also on the quay</div><div>{LINK}</div><div>{SUMMARY}</div></div>",
        f"<div><p><b>Also on the quay</b></p><p>{LINK}</p><p>{SUMMARY}</p>"
        "<p><a href=/tech/20>Details</a></p></div>",
        "<div><div>Harbours</div><a href=/tech/20><img src=/t.jpg>"
        f"<div>{OTHER}</div></a><div>{SUMMARY}</div></div>",
    ],
)
def test_a_headline_of_another_page_below_a_label_is_a_card_with_what_sums_it_up(box: str) -> None:
    assert kept(box) == [*TEXT]


def test_a_card_s_label_may_be_called_a_fact_of_it() -> None:
    head = (
        "<a class=card-link href=/tech/20><section class=card-headline>"
        f"<span class=headline-kicker>Harbours </span><h3 class=headline>{OTHER}</h3></section></a>"
    )
    told = f"<div>{head}<p>{SUMMARY}</p></div>"
    box = f"<div><div><picture><img src=/t.jpg></picture></div>{told}</div>"
    assert kept(box) == [*TEXT]


@pytest.mark.parametrize("age", ["2 hours ago", "hace 2 horas", "il y a 2 heures"])
def test_the_age_of_a_card_in_a_box_beside_what_it_tells_goes_with_it(age: str) -> None:
    head = f"<p>Harbours</p><a href=/tech/20><span><h3>{OTHER}</h3></span></a>"
    told = f"<div>{head}<p>{SUMMARY}</p></div>"
    box = f"<div><div><div><img src=/t.jpg></div>{told}<div><p>{{}}</p></div></div></div>"
    assert kept(box.format(age)) == [*TEXT]
    assert kept(box.format("The pilots of the coast.")) == [
        *TEXT[:2],
        "The pilots of the coast.",
        *TEXT[2:],
    ]


def test_a_link_with_a_picture_a_headline_and_a_summary_is_a_card() -> None:
    card = "<div><a href=/tech/20><img src=/t.jpg>{}<b>{}</b><span>{}</span></a></div>"
    assert kept(card.format("", OTHER, SUMMARY)) == [*TEXT]
    assert len(kept(card.format("As we wrote, ", OTHER, SUMMARY))) == len(TEXT) + 1
    plain = f"<p><a href=/tech/20><b>{OTHER}.</b> <span>{SUMMARY}</span></a></p>"
    assert len(kept(plain)) == len(TEXT) + 1


def test_a_pictured_card_may_end_with_its_day() -> None:
    box = (
        f"<div><a href=/tech/20><img src=/t.jpg></a><div>{LINK}</div><div>{SUMMARY}</div>"
        "<div>{}</div></div>"
    )
    assert kept(box.format("4 November 2026")) == [*TEXT]
    assert SUMMARY in kept(box.format("Nobody was hurt in 2026."))


@pytest.mark.parametrize(
    "box",
    [
        f"<div><div>12:40</div><div>{LINK}</div><div>{SUMMARY}</div></div>",
        f"<div><div>A witness remembers it well.</div><div>{LINK}</div><div>{SUMMARY}</div></div>",
        "<div><div>Also on the quay</div>"
        f"<div><a href=https://other.example/20>{OTHER}</a></div><div>{SUMMARY}</div></div>",
    ],
)
def test_below_an_hour_a_sentence_or_of_another_site_it_is_none(box: str) -> None:
    assert SUMMARY in kept(box)


def test_the_label_above_a_list_of_cards_goes_with_them() -> None:
    items = "".join(
        f"<li><a href=/tech/2{n}>{OTHER}, part {n}</a><p>{SUMMARY} ({n})</p></li>" for n in "123"
    )
    section = f"<section><h3>Also on the quay</h3><ul>{items}</ul></section>"
    assert kept(section) == [*TEXT]
    assert "The harbour in winter" in kept(f"<h3>The harbour in winter</h3><ul>{items}</ul>")


def test_a_list_or_a_quotation_below_paragraphs_in_boxes_of_their_own_is_the_text_s() -> None:
    def told(last: str) -> list[str]:
        boxes = "".join(f"<div class=w0><p class=p1>{text}</p></div>" for text in (*TEXT, SUMMARY))
        body = f"<div class=w9>{boxes}{last}</div><div class=w8><p><a href=/>Home</a></p></div>"
        return kept_in(f"<div><h1>{TITLE}</h1>{body}</div>")

    said = "“The tide will tell,” she said."
    assert told(f"<blockquote><p>{said}</p></blockquote>") == [*TEXT, SUMMARY, said]
    items = "<ul><li>two berths</li><li>one crane</li></ul>"
    assert told(items) == [*TEXT, SUMMARY, "two berths", "one crane"]
    links = "<ul><li><a href=/tech/30>Two berths for rent</a></li></ul>"
    assert told(links) == [*TEXT, SUMMARY]


def _pairs(numbers: str, host: str = "") -> str:
    return "".join(
        f"<h4><a href={host}/tech/3{n}>{OTHER}, part {n}</a></h4><p>{SUMMARY} ({n})</p>"
        for n in numbers
    )


def test_headlines_of_others_each_with_a_paragraph_below_it_go_with_their_label() -> None:
    assert kept(f"<h3>From the archive</h3>{_pairs('123')}", 4) == [*TEXT]
    assert kept(_pairs("12"), 4) == [*TEXT]


def test_one_such_pair_those_of_other_sites_and_those_of_which_a_text_is_made_stay() -> None:
    assert f"{SUMMARY} (1)" in kept(_pairs("1"), 4)
    assert f"{SUMMARY} (2)" in kept(_pairs("12", "https://other.example"), 4)
    assert f"{SUMMARY} (5)" in kept(_pairs("123456"), 4)


def test_a_film_s_card_above_a_text_whose_picture_leads_to_its_player_goes() -> None:
    film = (
        "<div><div><a href=#>close</a></div><div><a href=http://video.site.example/v/632575{0}>"
        "<img src=/t.jpg></a><span>Video</span></div>"
        f"<div><h4><a href=/video/6325751>{OTHER}</a></h4><p>{SUMMARY}</p></div></div>"
    )
    assert kept(film.format(1), 0) == [*TEXT]
    assert SUMMARY in kept(film.format(2), 0)


@pytest.mark.parametrize(
    "facts",
    [
        "<ul><li><span>Jane Doe</span></li><li><time>Nov 4, 2026</time></li></ul>",
        "<div>4 November 2026</div>",
        "<p>2026-11-04</p>",
    ],
)
@pytest.mark.parametrize("told", [f"<div><p>{SUMMARY}</p></div>", ""])
def test_a_headline_of_another_page_with_its_day_is_a_card(facts: str, told: str) -> None:
    assert kept(f"<div><div>{LINK}</div>{facts}{told}</div>") == [*TEXT]
