"""Other articles' headlines above a text, and letters that are no words."""

from __future__ import annotations

import pytest

from pipeline.lines.tickers import ticker_lines
from pipeline.records import Block, BlockKind

PROSE = [
    Block(BlockKind.PARAGRAPH, text)
    for text in (
        "The council of the harbour town voted on Tuesday to close its old bridge for repairs.",
        "Engineers found cracks in two of the five arches, which were built for lighter carts.",
        "Ferries will take lorries across the river until the works end in spring, it was said.",
    )
]
OTHERS = (
    "Museum opens late on Fridays",
    "Farmers expect fewer olives",
    "Volleyball team reaches final",
    "Rain forecast for Sunday",
)
SUMMARY = (
    "Council closes the old bridge",
    "Cracks in two arches found",
    "Ferries take lorries across",
    "Repairs until spring",
)


def gone(*texts: str, kind: BlockKind = BlockKind.PARAGRAPH) -> list[str]:
    """The lines above a text that go."""
    lines = [Block(kind, text) for text in texts]
    found = ticker_lines([*lines, *PROSE])
    return [line.text for line in lines if line in found]


@pytest.mark.parametrize("kind", [BlockKind.PARAGRAPH, BlockKind.LIST_ITEM])
def test_headlines_of_others_above_a_text_go_and_a_summary_stays(kind: BlockKind) -> None:
    assert gone(*OTHERS, kind=kind) == list(OTHERS)
    assert gone(*SUMMARY, kind=kind) == []
    assert gone(*OTHERS[:3], kind=kind) == []
    assert gone(*(f"{text}." for text in OTHERS), kind=kind) == []


def test_headlines_in_one_line_go_and_an_open_standfirst_stays() -> None:
    run = " ".join((*OTHERS, "Mayor receives envoy", "Onion prices fall", *OTHERS, *OTHERS))
    lead = " ".join((*SUMMARY, *SUMMARY, *SUMMARY))
    assert gone(run) == [run]
    assert gone(lead) == []
    assert gone(" ".join(OTHERS)) == []
    told = ". ".join((*OTHERS, *OTHERS, *OTHERS))
    assert gone(told) == []


def test_arabic_headlines_are_compared_by_the_beginnings_of_words() -> None:
    said = (
        "قال مجلس البلدة إن الجسر القديم سيغلق عاما كاملا لأن شقوقا ظهرت في قوسين من أقواسه الخمسة."
    )
    prose = [Block(BlockKind.PARAGRAPH, f"{at} {said}") for at in range(3)]
    run = "المتحف يفتح أبوابه ليلا مزارعون يتوقعون محصولا أقل منتخب الطائرة يبلغ النهائي أمطار " * 3
    lead = "مجلس البلدة يغلق الجسر القديم عاما كاملا بعد ظهور شقوق في قوسين من الأقواس الخمسة " * 3
    for text, goes in ((run.strip(), True), (lead.strip(), False)):
        block = Block(BlockKind.PARAGRAPH, text)
        assert (block in ticker_lines([block, *prose])) is goes


@pytest.mark.parametrize(
    ("word", "goes"),
    [
        ("arrow-leftclosemenucomment-01searchsocial-mailtimestamp", True),
        ("harbourbridgetownferryriverspringcouncil", True),
        ("Donaudampfschifffahrt", False),
        (
            "这座桥在春天之前不会再次开放因为裂缝出现在两个桥拱里而且工程师们还没有找到办法修好它们",
            False,
        ),
    ],
)
def test_a_line_of_one_word_too_long_for_any_is_no_text(word: str, goes: bool) -> None:
    assert gone(word) == ([word] if goes else [])


def test_the_weather_of_places_above_a_text_is_its_sites() -> None:
    places = ("맑음서울 16.5℃", "흐림대전 -2.4℃", "Leeds 7 °C")
    assert gone(*places) == list(places)
    assert gone(*places[:2]) == []
    lines = [Block(BlockKind.PARAGRAPH, text) for text in places]
    assert not ticker_lines([PROSE[0], *lines, *PROSE])


def test_a_list_below_a_sentence_is_the_text_s_however_short_that_is() -> None:
    lead = Block(BlockKind.PARAGRAPH, "A message at midnight feels urgent.")
    items = [Block(BlockKind.LIST_ITEM, text) for text in OTHERS]
    assert not ticker_lines([lead, *items, *PROSE])
    assert ticker_lines([*items, lead, *PROSE]) == {*items}


def test_the_points_of_a_review_above_a_text_stay() -> None:
    assert gone("Pros", *OTHERS[:2], "Cons", *OTHERS[2:], kind=BlockKind.LIST_ITEM) == []
    assert gone("Today", *OTHERS, kind=BlockKind.LIST_ITEM) == list(OTHERS)
