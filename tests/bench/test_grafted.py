"""The bench that sets parts of others' pages into pages."""

from __future__ import annotations

from dataclasses import replace

import pytest

from bench.grafted import WAYS, Other, drawn, grafted, measured
from bench.pages import NOW, Case
from pipeline.records import Page

TEXTS = [
    f"The lock keeper of Orrick opens gate {n} by hand, in rain and in snow, and notes the hour."
    for n in range(4)
]
TITLE = "Gates that a hand still opens"


def case_of(number: int) -> Case:
    told = [f"{text} That was in the year {number}." for text in TEXTS]
    url = f"https://orrick.example/news/gates-{number}"
    body = "".join(f"<p>{text}</p>" for text in told)
    html = f"<html lang=en><title>{TITLE} {number}</title><body><div><h1>{TITLE} {number}</h1>"
    html += f"<div class=b>{body}</div></div><div>Imprint</div>"
    page = Page(url, url, html.encode(), NOW, charset="utf-8")
    return Case(f"gates-{number}", page, {"body": "\n\n".join(told)}, "gates")


OTHERS = [Other(f"o{n}", f"The ferry of Lund sails in year {n}", (f"{n} " * 60,)) for n in range(8)]


@pytest.mark.parametrize("way", WAYS)
def test_each_way_adds_others_and_leaves_the_text_in_its_order(way: str) -> None:
    case = case_of(1900)
    made = grafted(case, way, OTHERS)
    assert made
    html = made.page.body.decode()
    assert html.count("The ferry of Lund") >= 1 + (way.startswith("column") * 7) or "lena8" in html
    places = [html.index(text) for text in TEXTS]
    assert places == sorted(places)
    added = min(html.find("The ferry of Lund") % len(html), html.find("lena1") % len(html))
    assert (places[0] < added < places[-1]) == way.endswith("-amid")


def test_a_page_whose_text_is_not_found_is_left_out() -> None:
    case = case_of(1900)
    other = replace(case, truth={"body": "Something else.\n\nAnd more of it."})
    assert grafted(other, "column", OTHERS) is None
    assert list(measured([(other, OTHERS)], "column")) == []


def test_no_page_gets_its_own_parts_and_each_the_same_ones_again() -> None:
    cases = [case_of(1900 + n) for n in range(14)]
    made = list(drawn(cases))
    assert all(case.id not in {other.id for other in others} for case, others in made)
    assert all(len({other.id for other in others}) == 8 for _, others in made)
    assert made == list(drawn(cases))


def test_what_is_read_is_measured_against_the_text() -> None:
    ((case, precision, recall),) = measured([(case_of(1900), OTHERS)], "column")
    assert case.id == "gates-1900"
    assert recall == 1.0
    assert precision == 1.0
