"""Names of classes that programs make tell nothing, whatever letters they are of."""

from __future__ import annotations

import pytest

from pipeline.page.program_names import without_made_names
from pipeline.page.region_names import named_region
from pipeline.people.byline_names import strength_of_names


@pytest.mark.parametrize(
    ("names", "left"),
    [
        ("sc-hPtgAD kXyBy", ""),
        ("sc-1abcde-0 AdJvhE hidden", "hidden"),
        ("Byline__Wrapper-sc-1abcde-0 kXyzAb", "Byline__Wrapper-sc-1abcde-0"),
        ("styles_related__o2vAd", "styles_related__"),
        ("Card__HmNAv active", "Card__ active"),
        ("_byTLK _3xYz1", ""),
    ],
)
def test_what_programs_make_is_left_out(names: str, left: str) -> None:
    assert without_made_names(names) == left


@pytest.mark.parametrize(
    "names",
    [
        "post__adBox", "block__listItem", "card__body", "author__Name1", "_footer", "_topBar",
        "articleBody adBox", "relatedPosts__list", "c-byLine",
    ],
)  # fmt: skip
def test_names_made_by_hand_stay(names: str) -> None:
    assert without_made_names(names) == names


@pytest.mark.parametrize("names", ["sc-AdsRiU bAuADv", "_zogAD", "Text_p__o2vAd", "_atBIo"])
def test_no_part_is_called_by_the_letters_of_a_hash(names: str) -> None:
    assert named_region(names) is None


@pytest.mark.parametrize("names", ["sc-byJlqh GwkkBy", "_byTLK", "Text_p__KwmBY"])
def test_nobody_signs_by_the_letters_of_a_hash(names: str) -> None:
    assert strength_of_names(names) == 0
