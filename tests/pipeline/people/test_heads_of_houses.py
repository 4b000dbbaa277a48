"""Who heads a house, whom its metadata may name on each page, beside who wrote the article."""

from __future__ import annotations

import json

import pytest

from tests.pipeline.people.story_page import authors


def _signed(name: str) -> str:
    node = {"@type": "NewsArticle", "author": {"@type": "Person", "name": name}}
    return f"<script type='application/ld+json'>{json.dumps(node)}</script>"


@pytest.mark.parametrize(
    ("lang", "head", "line", "imprint", "names"),
    [
        ("en", "Jane Doe", "By Mark Roe", "Editor-in-chief: Jane Doe", ("Mark Roe",)),
        ("ar", "سلوى الخياط", "بقلم هبة سالم", "رئيس التحرير: سلوى الخياط", ("هبة سالم",)),
        ("nl", "Jane Doe", "Door Daan Wolters", "Hoofdredacteur: Jane Doe", ("Daan Wolters",)),
        ("ja", "宇佐美翔太", "文：長谷川美緒", "編集長：宇佐美翔太", ("長谷川美緒",)),
        # who heads the house wrote the article
        ("en", "Jane Doe", "By Jane Doe", "Editor-in-chief: Jane Doe", ("Jane Doe",)),
        ("en", "Jane Doe", "", "Editor-in-chief: Jane Doe", ("Jane Doe",)),
        # who signs is seen elsewhere, and heads nothing
        ("en", "Jane Doe", "By Mark Roe", "Jane Doe covers the buses of the town", ("Jane Doe",)),
    ],
)
def test_who_heads_the_house_gives_way_to_who_signs(
    lang: str, head: str, line: str, imprint: str, names: tuple[str, ...]
) -> None:
    below = f"<p class='byline'>{line}</p>" if line else ""
    after = f"<footer><p>{imprint}</p></footer>"
    assert authors(below, lang=lang, head=_signed(head), after=after) == names


def test_a_title_in_a_box_before_the_name_tells_who_heads_the_house() -> None:
    after = "<footer><div>Editor-in-chief</div><div>Jane Doe</div></footer>"
    below = "<p class='byline'>By Mark Roe</p>"
    assert authors(below, lang="en", head=_signed("Jane Doe"), after=after) == ("Mark Roe",)


def test_a_family_of_the_maghreb_is_not_parted_at_its_and() -> None:
    line = "<p>بقلم يونس آيت وعلي ولمياء القصاب</p>"
    assert authors(line) == ("يونس آيت وعلي", "لمياء القصاب")
