"""Who made a text is named below it by what no other line tells of."""

from __future__ import annotations

import pytest

from pipeline.page.pieces import Extracted
from pipeline.people.named_below import named_below, told_below_link
from pipeline.records import Block, BlockKind

PROSE = tuple(
    Block(BlockKind.PARAGRAPH, f"The council voted on bridge {number}, and nobody knows why.")
    for number in range(5)
)
AUTHORS = ("Jane Doe", "كريم لطفي")


def _taken(text: str, *others: str, title: str = "A bridge", place: int = len(PROSE)) -> bool:
    block = Block(BlockKind.PARAGRAPH, text)
    rest = tuple(Block(BlockKind.PARAGRAPH, other) for other in others)
    language = "en" if text.isascii() else "ar"
    lines = (*PROSE[:place], block, *PROSE[place:], *rest)
    return block in named_below(lines, AUTHORS, title, language)


@pytest.mark.parametrize(
    "text",
    [
        "Jane Doe wrote this story, and Ann Roe made it shorter.",
        "كتب هذا الموضوع كريم لطفي وحرّره منى عوض الله ودققه نجلاء الشامسي.",
        "Jane Doe, reporting from below the bridge",
        "Jane Doe wrote this story in Leeds. (Pictures by Ann Roe)",
        # persons behind a label of the house's own
        "Road crew: Anna Rowe, Peter Lund (pictures)",
        "رصد ومتابعة: محمد العتيبي",
        "فريق التقرير: محمد بوشاح، سارة النسور (تصوير)",
    ],
)
def test_who_made_a_text_is_named_below_it(text: str) -> None:
    assert _taken(text)
    assert not _taken(text, place=1)


@pytest.mark.parametrize(
    "text",
    [
        "“Nobody asked us,” said Jane Doe, who lives below it.",
        "Doe has covered bridges since 2019.",
        "Nobody had asked Jane Doe what she thought of it.",
        "The mayor asked Peter Lund to look at it.",
        "Winner of the day: the ferry",
        "رئيس البلدية: الجسر باق",
        # a sentence with its signature behind it
        "The mayor calls it a defeat, and the ferrymen call it wise. (Jane Doe, 8/2/2026)",
        "وصف رئيس البلدية القرار بأنه هزيمة. (كريم لطفي)",
    ],
)
def test_what_a_text_ends_with_stays(text: str) -> None:
    assert not _taken(text)


def test_a_person_below_another_fact_is_one_too() -> None:
    def taken(above: str) -> bool:
        lines = (*PROSE, Block(BlockKind.PARAGRAPH, above), person)
        return person in named_below(lines, AUTHORS, "A bridge", "en")

    person = Block(BlockKind.PARAGRAPH, "Referee: Peter Lund")
    assert not taken("Goals: Carr 12, Reed 61")
    assert taken("They met at noon: nobody else had come by 12.")


def test_a_person_in_a_team_that_a_text_names_before_it_goes_on_is_its_own() -> None:
    rows = [Block(BlockKind.PARAGRAPH, f"{what}: Peter Lund") for what in ("Helm", "Oars", "Bench")]
    below = Block(BlockKind.PARAGRAPH, "They race on the river in the last week of the month.")
    assert rows[2] not in named_below((*PROSE, *rows, below), (), "A bridge", "en")
    assert rows[2] in named_below((*PROSE, rows[2]), (), "A bridge", "en")


def test_of_whom_the_text_tells_it_may_tell_at_its_end() -> None:
    told = "Peter Lund won the vote by a few ballots only."
    assert not _taken("New mayor: Peter Lund", told)
    assert not _taken("New mayor: Peter Lund", title="Peter Lund, mayor")
    line = Block(BlockKind.PARAGRAPH, "Jane Doe, reporting from below the bridge")
    amid = Block(BlockKind.PARAGRAPH, "Jane Doe was there at noon.")
    assert not named_below((amid, *PROSE, line), AUTHORS, "A bridge")
    assert _taken("New mayor: Peter Lund")


LINK = Extracted(Block(BlockKind.PARAGRAPH, "Jane Doe"), linked=1.0)


def _told_below(link: Extracted, *told: str) -> list[str]:
    lines = [Block(BlockKind.PARAGRAPH, text) for text in told]
    extracted = [*map(Extracted, PROSE), link, *map(Extracted, lines)]
    found = told_below_link(extracted, [*PROSE, *lines], AUTHORS)
    return [line for line in told if any(block.text == line for block in found)]


def test_what_stands_below_the_link_of_an_author_tells_who_that_is() -> None:
    bio = "Keeps bees and old radios, and mends both at night."
    assert _told_below(LINK, bio) == [bio]
    assert _told_below(LINK, bio, "Lives in Derry") == [bio, "Lives in Derry"]
    # the same below a name that is no link, below another's link, or a text that goes on
    assert not _told_below(Extracted(LINK.block), bio)
    assert not _told_below(Extracted(Block(BlockKind.PARAGRAPH, "Ann Roe"), linked=1.0), bio)
    assert not _told_below(LINK, *(block.text for block in PROSE))
    assert not _told_below(LINK, "“Nobody knows why,” the mayor said.")


def test_a_label_above_that_link_goes_with_it() -> None:
    label = Block(BlockKind.HEADING, "Auteur", 3)
    bio = Block(BlockKind.PARAGRAPH, "Keeps bees and old radios.")
    lines = [*map(Extracted, PROSE), Extracted(label), LINK, Extracted(bio)]
    assert told_below_link(lines, [*PROSE, label, bio], AUTHORS) == {label, bio}
