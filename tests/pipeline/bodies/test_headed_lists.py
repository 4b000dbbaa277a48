"""Lists at the end of a review: what speaks for a thing and against it."""

from __future__ import annotations

import pytest
from lxml.html import HtmlElement

from pipeline.bodies.body import extract_blocks
from pipeline.bodies.headed_lists import answered, judged_points
from pipeline.declared.metadata import read_metadata
from pipeline.page.html import parse_text
from pipeline.page.pieces import Piece
from pipeline.records import BlockKind

URL = "https://news.example/reviews/1"
TITLE = "The kettle that waits"
PROSE = (
    "We boiled water in it for three weeks, in two kitchens and once on a train to Orrick.",
    "The steel is thick and the handle stays cool, even where the water has long boiled away.",
    "It takes two minutes and ten seconds for a litre, which is a little longer than its rivals.",
    "Buy it if you forget kettles: it switches itself off, and tells so with a single quiet bell.",
)
FOR, AGAINST = ("Quiet bell", "Cool handle"), ("Slow", "No lid lock")
HEAD = '<div class="h_x"><h2 class="s_x">{}</h2></div>'


def kept(html: str) -> list[str]:
    doc = parse_text(f"<html><head><title>x</title></head><body>{html}</body></html>", URL)
    blocks = extract_blocks(doc, read_metadata(doc), TITLE)
    return [line.block.text for line in blocks if line.rule is None and line.block.text != TITLE]


def _list(head: str, lines: tuple[str, ...], form: str = "<li>{}</li>") -> str:
    points = "".join(form.format(line) for line in lines)
    return f'{head}<div class="u_x"><ul class="l_x">{points}</ul></div>'


def _page(end: str) -> str:
    text = "".join(
        f'{HEAD.format(f"Part {number}")}<div class="t_x"><p>{line}</p></div>'
        for number, line in enumerate(PROSE)
    )
    return f'<article><h1>{TITLE}</h1><div class="entry-content">{text}{end}</div></article>'


def test_points_below_headings_like_those_of_the_text_stay() -> None:
    end = _list(HEAD.format("For it"), FOR) + _list(HEAD.format("Against it"), AGAINST)
    assert kept(_page(end))[-6:] == ["For it", *FOR, "Against it", *AGAINST]


def test_points_for_and_against_in_a_box_of_their_own_stay() -> None:
    lists = _list("<h3>For it</h3>", FOR) + _list("<h3>Against it</h3>", AGAINST)
    shop = '<div class="s_x"><a href="https://shop.example">To the shop</a></div>'
    found = kept(_page(f'<div class="v_x">{lists}</div>{shop}'))
    assert found[-6:] == ["For it", *FOR, "Against it", *AGAINST]


@pytest.mark.parametrize(
    "end",
    [
        _list('<h4 class="w_x">Our kitchens</h4>', ("Orrick", "Dunsop")),
        _list(HEAD.format("Related articles"), ("A toaster that sings", "A pan that sleeps")),
        _list(HEAD.format("More of it"), ("A toaster", "A pan"), '<li><a href="/2">{}</a></li>'),
    ],
)
def test_points_below_other_headings_and_links_go(end: str) -> None:
    assert kept(_page(end))[-1] == PROSE[-1]


def _piece(text: str, kind: BlockKind = BlockKind.PARAGRAPH, linked: int = 0) -> Piece:
    return Piece(kind, text, None, HtmlElement(), linked, None)


def test_questions_with_their_answers_end_a_text() -> None:
    head, first, second = (
        _piece(text, BlockKind.HEADING) for text in ("Asked often", "How dear?", "How big?")
    )
    dear, big = _piece("It costs forty florins."), _piece("It holds a litre.")
    text = _piece(PROSE[0])
    assert answered([text, head, first, dear, second, big], 1) == {1, 2, 3, 4, 5}
    assert answered([text, head, first, dear], 1) == set()  # one may be a house's
    linked = _piece("It is told elsewhere.", linked=21)
    assert answered([text, first, linked, second, linked], 1) == set()


@pytest.mark.parametrize("head", ["Pros and cons", "PROS & CONS", "Pro e contro", "Плюсы и минусы"])
def test_points_below_one_heading_of_both_stay(head: str) -> None:
    lists = "".join(_list("", points) for points in (FOR, AGAINST))
    box = f'<div class="v_x"><h3>{head}</h3>{lists}</div>'
    assert kept(_page(box))[-5:] == [head, *FOR, *AGAINST]
    linked = _list("", FOR, '<li><a href="/2">{}</a></li>')
    assert kept(_page(f'<div class="v_x"><h3>{head}</h3>{linked}</div>'))[-1] == PROSE[-1]


@pytest.mark.parametrize(
    ("head", "own"),
    [
        ("Harbour Post verdict", True),
        ("Our verdict", True),
        ("Fazit", True),
        ("Our kitchens", False),
    ],
)
def test_what_a_review_says_above_its_points_is_of_it(head: str, own: bool) -> None:
    pros, cons, called = (_piece(text, BlockKind.HEADING) for text in ("Pros", "Cons", head))
    point, said = _piece(FOR[0], BlockKind.LIST_ITEM), _piece("It boils, and nobody asks for more.")
    points = [pros, point, point, cons, point]
    told = {0, 1} if own else set()
    assert judged_points([called, said, *points]) == {2, 3, 4, 5, 6} | told
    linked = _piece(head, BlockKind.HEADING, linked=8)
    assert judged_points([linked, said, *points]) == {2, 3, 4, 5, 6}


@pytest.mark.parametrize(
    ("first", "second"), [("+ {}", "- {}"), ("✓ {}", "✗ {}"), ("+ {}", "– {}")]
)
def test_points_in_lines_of_their_own_that_begin_with_a_sign_are_such(
    first: str, second: str
) -> None:
    pro, contra = _piece("Pro"), _piece("Contra")
    good, bad = _piece(first.format(FOR[0])), _piece(second.format(AGAINST[0]))
    assert judged_points([pro, good, good, contra, bad, _piece(PROSE[0])]) == {0, 1, 2, 3, 4}
    plain = _piece(FOR[0])
    assert judged_points([pro, plain, contra, plain, _piece(PROSE[0])]) == set()
