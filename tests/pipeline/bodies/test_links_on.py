"""Links with an arrow behind the last sentence of a paragraph."""

from __future__ import annotations

import pytest

from tests.pipeline.bodies.test_body import FIRST, SECOND, THIRD, extract, kept, paragraphs


def _page(link: str, before: str = SECOND) -> str:
    last = f"<p>{before} <a href=/more>{link}</a></p>"
    return f"<article><h1>A second plant</h1>{paragraphs(FIRST)}{last}{paragraphs(THIRD)}</article>"


@pytest.mark.parametrize("link", ["Read more »", "To the front page >>", "All of it →"])
def test_a_link_that_leads_on_is_none_of_the_paragraph_that_it_ends(link: str) -> None:
    assert kept(_page(link)) == [FIRST, SECOND, THIRD]
    rules = {line.block.text: line.rule for line in extract(_page(link))}
    assert rules[link] == "line:links"


@pytest.mark.parametrize(
    ("before", "link"),
    [
        (SECOND, "as he said."),
        (SECOND, "« Le Quai »"),
        ("Officials welcomed the plan that they call, as others do,", "a > b > c >"),
        ("It did.", "Read more »"),
    ],
)
def test_other_links_stay_in_it(before: str, link: str) -> None:
    assert f"{before} {link}" in kept(_page(link.replace(">", "&gt;"), before))
