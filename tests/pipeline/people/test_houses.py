"""Whether a name is the site's."""

from __future__ import annotations

import pytest

from pipeline.page.elements import letters
from pipeline.people.houses import is_house_alone, is_site
from pipeline.records import Block, BlockKind


@pytest.mark.parametrize(
    ("name", "site", "own"),
    [
        ("وادي رم", "وادي رم الإخبارية", True),
        ("وادي", "وادي رم الإخبارية", False),
        ("Roth", "Rothenburg heute", False),
        ("Jo An", "Jo Anders schreibt", False),
        ("Fell Courier", "Fell Courier Online", True),
    ],
)
def test_the_beginning_of_a_site_s_name_is_the_site(name: str, site: str, own: bool) -> None:
    assert is_site(name, frozenset({letters(site)})) is own


@pytest.mark.parametrize(
    ("line", "alone"),
    [("الساحل", True), ("الساحل ديجيتال", True), ("صحيفة الساحل", True), ("الساحل الشرقي", False)],
)
def test_a_house_is_alone_in_a_line_with_its_kind_or_its_part_of_the_web(
    line: str, alone: bool
) -> None:
    block = Block(BlockKind.PARAGRAPH, line)
    assert is_house_alone(block, frozenset({letters("الساحل")}), signs=False) is alone
