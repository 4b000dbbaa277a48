"""Labels between the facts above a text."""

from __future__ import annotations

import pytest

from pipeline.lines.amid_facts import amid_facts
from pipeline.records import Block, BlockKind, Removed

TEXT = "The council closed the old bridge on Monday after engineers found cracks in two pillars."
HEAD = ("Two bridges", "line:headline")
BYLINE = ("Jane Doe", "en:byline")
TIME = ("4 min read", "en:reading-time")


def taken(*lines: tuple[str, str | None]) -> list[str]:
    """What is taken of the lines above a text, each with the rule that it went by."""
    whole = [Block(BlockKind.PARAGRAPH, text) for text, _ in (*lines, (TEXT, None))]
    removed = [Removed(text, rule, i) for i, (text, rule) in enumerate(lines) if rule]
    found = amid_facts(whole, removed, {})
    return [block.text for block in whole if block in found]


@pytest.mark.parametrize("label", ["in Software", "PAYLAŞIM", "مشاركة"])
def test_a_label_between_facts_goes(label: str) -> None:
    assert taken(HEAD, BYLINE, (label, None), TIME) == [label]
    assert taken(HEAD, BYLINE, (label, None), (label, None), TIME) == [label, label]


def test_a_label_with_a_colon_goes_above_what_goes() -> None:
    assert taken(HEAD, ("投稿者:", None), ("堀江悠介", "region:author-box")) == ["投稿者:"]


def test_other_lines_above_a_text_stay() -> None:
    assert taken(HEAD, ("Old waters", None), TIME) == []
    assert taken(HEAD, BYLINE, ("Old waters", None)) == []
    assert taken(HEAD, BYLINE, ("It is shut.", None), TIME) == []
    assert taken(HEAD, BYLINE, ("The council of the old harbour votes", None), TIME) == []
    assert taken((TEXT, None), BYLINE, ("Old waters", None), TIME) == []
    assert taken(*[TIME] * 20, ("Old waters", None), TIME) == []
