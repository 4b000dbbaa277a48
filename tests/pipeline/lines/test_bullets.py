"""Rows behind bullets in paragraphs."""

from __future__ import annotations

import pytest

from pipeline.lines.bullets import beside_titles, lone_rows, parts_rows
from pipeline.records import Block, BlockKind

PROSE = tuple(
    Block(BlockKind.PARAGRAPH, f"The council voted to close bridge {number}, and nobody knows why.")
    for number in range(4)
)


def _gone(*rows: str) -> list[str]:
    blocks = [Block(BlockKind.PARAGRAPH, row) for row in rows]
    gone = lone_rows((*PROSE[:2], *blocks, *PROSE[2:]))
    return [block.text for block in blocks if block in gone]


@pytest.mark.parametrize(
    "row",
    [
        "• Lithium prices fall for a fifth year",
        "▪ Lithium prices fall for a fifth year",
        "» قمر صناعي ياباني يعود بعينة من صخرة",
        "» مخرجة «بحيرة الملح»: مصنع للبطاريات يبدأ الإنتاج",
        "» Lithium: what a fifth year of falling prices means",
        "◄ مصنع للبطاريات في الميناء يبدأ الإنتاج",
        "🔴 مصنع للبطاريات في الميناء يبدأ الإنتاج",
        "👈 «بحيرة من الملح»: مصنع للبطاريات يبدأ الإنتاج",
        "+++ Lithium prices fall for a fifth year +++",
        "/// Lithium: what a fifth year of falling prices means ///",
        "———— Lithium prices fall for a fifth year ————",
        "[Lithium prices fall for a fifth year]",
        "🔻 Lithium prices fall for a fifth year",
        "> Lithium prices fall for a fifth year",
        "+ Lithium prices fall for a fifth year",
        "*Lithium prices fall for a fifth year",
        "Lithium prices fall for a fifth year →",
        "⬅️ هل يبدأ مصنع للبطاريات في الميناء الإنتاج؟",
        "( Lithium prices fall for a fifth year )",
        "Related story → Lithium prices fall for a fifth year",
        "مقال ذو صلة ← مصنع للبطاريات في الميناء يبدأ الإنتاج",
    ],
)
def test_a_headline_behind_the_only_bullet_of_a_text_is_another_s(row: str) -> None:
    assert _gone(row) == [row]


@pytest.mark.parametrize(
    "row",
    [
        "• The council closes its oldest bridge",  # what the text tells of
        "• Lithium prices fell for a fifth year.",
        "• Weight: 300 grams of lithium",
        "*Weight: 300 grams of lithium",
        "+ 300 grams of lithium for each battery",
        "• Will lithium prices fall for a fifth year?",
        "« Le lithium baisse encore », dit la directrice de la mine",
        "+++ The council closes its oldest bridge +++",
        "(Lithium prices fall for a fifth year)",
        "Bergen → Oslo",
        "Bridge → the council closes its oldest one",
        "+++",
        "• Lithium",
        "Lithium prices fall for a fifth year",
        "«Lithium prices fall for a fifth year»",
    ],
)
def test_what_a_text_sums_up_says_or_counts_stays(row: str) -> None:
    assert _gone(row) == []


def test_a_list_stays() -> None:
    assert _gone("• Lithium prices fall again", "• Copper is dearer than ever") == []
    assert _gone("+++ 12:40 Lithium falls again +++", "+++ 12:52 Copper dearer than ever +++") == []


@pytest.mark.parametrize(
    ("other", "goes"),
    [
        ("• Copper is dearer than ever before", True),
        ("• Copper is dearer than ever before.", False),
        ("• Copper", False),
        ("▪ Copper is dearer than ever before", False),
        ("Copper is dearer than ever before", False),
    ],
)
def test_a_row_beside_another_article_s_title_is_one_too(other: str, goes: bool) -> None:
    rows = ("• Lithium prices fall for a fifth year", other)
    blocks = [*PROSE, *(Block(BlockKind.PARAGRAPH, row) for row in rows), *PROSE]
    at = len(PROSE)
    assert beside_titles(blocks, {at}) == ({at + 1} if goes else set())
    assert beside_titles(blocks, set()) == set()


def test_a_row_behind_a_sign_parts_its_block_where_the_text_goes_on_below() -> None:
    title, told = "» Lithium prices fall for a fifth year", "The council voted to close the bridge."
    assert parts_rows([title, told])
    assert not parts_rows([title, "Copper is dearer than ever"])
    assert not parts_rows([title, "» Copper is dearer than ever", told])
    assert not parts_rows(["Lithium prices fall", told])


@pytest.mark.parametrize(
    "head",
    ["◇ 서채원 국장이 남긴 기억", "■ 港で待つ人々のその後について", "◆ 码头上等待的人们后来怎样了"],
)
def test_a_part_of_an_east_asian_text_is_headed_behind_a_square(head: str) -> None:
    assert _gone(head) == []
