"""Rows of labels, buttons and facts in elements of their own with nothing between them."""

from __future__ import annotations

import pytest

from tests.pipeline.bodies.test_body import FIRST, SECOND, kept


def _kept(row: str) -> list[str]:
    return kept(f"<div><h1>A second plant</h1><div><p>{FIRST}</p>{row}<p>{SECOND}</p></div></div>")


@pytest.mark.parametrize(
    "row",
    [
        "<div><span>Share</span><span>Facebook</span><span>Copy link</span></div>",
        "<div><span>24 May, 10:02</span><span>1,204 views</span><span>Reading: 2 min</span></div>",
        "<div><button>▶</button><span>أنصت إليها</span><span>00:00</span><span>06:17</span></div>",
        "<div><span>点赞 43</span><span>分享到微信</span></div>",
    ],
)
def test_a_row_of_parts_is_no_text(row: str) -> None:
    assert _kept(row) == [FIRST, SECOND]


@pytest.mark.parametrize(
    "row",
    [
        "<p><span>T</span><span>he harbour is closed for good</span></p>",
        "<p><span>Nothing is left of </span><span>the harbour</span> <span>today</span></p>",
        "<p><b>Micro</b><span>chips of the harbour are sold</span></p>",
        "<p><span>港口将于</span><span>三月关闭</span><span>直到明年春天</span></p>",
    ],
)
def test_words_that_are_set_apart_within_a_line_stay(row: str) -> None:
    assert len(_kept(row)) == 3
