"""The kinds of region that class names speak of are found as a plain search would find them."""

from __future__ import annotations

import re
from random import Random

from pipeline.page.region_names import _data, _kind_of, _matcher, named_region


def test_the_first_kind_is_found_wherever_its_words_stand() -> None:
    kinds = [_matcher(entry["words"]) for entry in _data()["regions"]]
    words = [word for entry in _data()["regions"] for word in entry["words"]]
    parts = sorted({part for word in words for part in re.findall("[a-z0-9]+", word)})
    chance = Random(7)
    found = 0
    for _ in range(5_000):
        name = "-".join(chance.choices([*parts, "x", "é", "7"], k=chance.randint(1, 4)))
        plainly = next((i for i, kind in enumerate(kinds) if kind.search(name)), None)
        assert _kind_of(name) == plainly, name
        found += plainly is not None
    assert 1_000 < found < 4_900


def test_of_several_names_the_first_kind_wins() -> None:
    assert named_region("widget relatedPosts__list") == "related"
    assert named_region("  ") is None
    assert named_region("wp-block-calendar") == "navigation"
    assert named_region("calendar-of-the-year") is None
    assert named_region("headline -- é") is None
    assert named_region("subscriber-only") is None
    assert named_region("article-header__wrap") is None
    assert named_region("top header-wrap") == "header"
    assert named_region("subscriber-box") == "newsletter"
    assert named_region("layout__rail") == "aside"
    assert named_region("layout-with-rail__top") is None
