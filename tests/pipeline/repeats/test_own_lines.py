"""Lines that a source repeats and that are an article's own."""

from __future__ import annotations

import pytest

from pipeline.fingerprints import skeleton
from pipeline.page.pieces import Extracted
from pipeline.records import Block, BlockKind
from pipeline.repeats.line_keys import as_spoken
from pipeline.repeats.repeated import clean_again, take_hanging_headings, take_repeated

ANSWERS = (
    "My mother mended nets on the quay, and I learned to read from the names of her boats there.",
    "Rain, most of all, since the roof of the old shed has holes that nobody has paid to close.",
    "A second ferry would help the villages more than any bridge that the council has drawn yet.",
)
QUESTIONS = ("What made you come back?", "What do you fear?", "What would you change?")


def left(*texts: str, known: tuple[str, ...], bold: tuple[str, ...] = ()) -> list[str]:
    """What stays of a text of whose lines a source repeats some."""
    lines = [Extracted(Block(BlockKind.PARAGRAPH, text), bold=text in bold) for text in texts]
    rules: list[str | None] = [None] * len(lines)
    take_repeated(lines, rules, frozenset(map(skeleton, known)))
    return [text for text, rule in zip(texts, rules, strict=True) if rule is None]


def test_what_an_interviewer_asks_others_too_stays() -> None:
    talk = [text for pair in zip(QUESTIONS, ANSWERS, strict=True) for text in pair]
    assert left(*talk, known=QUESTIONS[:2]) == talk
    two = talk[:4]
    assert left(*two, ANSWERS[2], known=QUESTIONS[:1], bold=QUESTIONS) == [*two, ANSWERS[2]]


def test_two_questions_of_an_interview_stay_when_it_was_stored_before_others_asked_them() -> None:
    talk = (ANSWERS[2], QUESTIONS[0], ANSWERS[0], QUESTIONS[1], ANSWERS[1])
    kept = [Block(BlockKind.PARAGRAPH, text) for text in talk]
    assert clean_again(kept, (), frozenset({skeleton(QUESTIONS[1])})) is None
    call = Block(BlockKind.PARAGRAPH, "Did you like this?")
    lone = [kept[0], kept[2], call, kept[4]]
    gone = clean_again(lone, (), frozenset({skeleton(call.text)}))
    assert gone is not None
    assert call not in gone.kept


def test_two_bold_questions_stay_above_answers_of_a_sentence() -> None:
    brief = (
        "Rain, since the roof of the shed has holes.",
        "A ferry for the villages, no bridge.",
    )
    talk = [ANSWERS[2], QUESTIONS[1], brief[0], QUESTIONS[2]]
    last = f"{brief[1]} I would row it."
    assert left(*talk, last, known=QUESTIONS[2:], bold=QUESTIONS) == [*talk, last]
    assert left(*talk[:3], "Read on?", last, known=("Read on?",)) == [*talk[:3], last]


@pytest.mark.parametrize("call", ["Did you like this?", "Seen a mistake?"])
def test_a_lone_question_that_a_source_repeats_goes(call: str) -> None:
    assert left(*ANSWERS[:2], call, ANSWERS[2], known=(call,)) == [*ANSWERS]
    assert left(*ANSWERS, call, known=(call,), bold=(call,)) == [*ANSWERS]


def test_a_head_behind_the_sign_of_heads_stays_above_its_sentence() -> None:
    head, call = "■ Price and release", "■ Our letter comes on Mondays"
    texts = (ANSWERS[0], head, *ANSWERS[1:], call)
    assert left(*texts, known=(head, call)) == [ANSWERS[0], head, *ANSWERS[1:]]


def test_a_step_of_other_lists_too_stays_in_a_short_text() -> None:
    steps = ("Open the box of the lamp.", "Write down the number on its lid.", "Turn it on again.")
    items = [Extracted(Block(BlockKind.LIST_ITEM, step)) for step in steps]
    lines = [Extracted(Block(BlockKind.PARAGRAPH, ANSWERS[0])), *items]
    rules: list[str | None] = [None] * len(lines)
    take_repeated(lines, rules, frozenset({skeleton(steps[1])}))
    assert rules == [None] * len(lines)
    lines[2] = Extracted(Block(BlockKind.LIST_ITEM, "The number on the lid"))
    take_repeated(lines, rules, frozenset({skeleton("The number on the lid")}))
    assert rules[2] is not None


@pytest.mark.parametrize(
    "others", [("Two lenses", "Weighs 210 grams"), ("Two lenses.", "It weighs 210 grams.")]
)
def test_what_other_devices_have_too_stays_in_a_list_that_ends_a_text(
    others: tuple[str, str],
) -> None:
    items = (others[0], "Dark mode for the menu", others[1])
    kinds = [BlockKind.PARAGRAPH] * len(ANSWERS) + [BlockKind.LIST_ITEM] * len(items)
    texts = (*ANSWERS, *items)
    lines = [Extracted(Block(kind, text)) for kind, text in zip(kinds, texts, strict=True)]
    rules: list[str | None] = [None] * len(lines)
    take_repeated(lines, rules, frozenset({skeleton(items[1])}))
    stays = not others[0].endswith(".")
    assert (rules[len(ANSWERS) + 1] is None) is stays


@pytest.mark.parametrize(
    ("kind", "rows"),
    [(BlockKind.TABLE_ROW, ("Heron | 210", "Ibis | 340")), (BlockKind.QUOTE, ("“We row on.”",))],
)
def test_a_head_that_a_source_repeats_stays_above_a_table_and_a_quotation(
    kind: BlockKind, rows: tuple[str, ...]
) -> None:
    head = Extracted(Block(BlockKind.HEADING, "The boats compared", 2))
    table = [Extracted(Block(kind, row)) for row in rows]
    text = [Extracted(Block(BlockKind.PARAGRAPH, text)) for text in ANSWERS]
    lines = [*text[:2], head, *table, text[2]]
    rules: list[str | None] = [None] * len(lines)
    take_repeated(lines, rules, frozenset({skeleton(head.block.text)}))
    assert rules == [None] * len(lines)


def test_what_heads_ask_amid_a_text_stays_though_a_source_asks_it_often() -> None:
    head = "What does that change for you?"
    blocks = [Block(BlockKind.PARAGRAPH, text) for text in ANSWERS]
    amid = [blocks[0], Block(BlockKind.HEADING, head, 2), *blocks[1:]]
    below = [*blocks, Block(BlockKind.HEADING, head, 2)]
    for texts, stays in ((amid, True), (below, False)):
        lines = [Extracted(block) for block in texts]
        rules: list[str | None] = [None] * len(lines)
        take_repeated(lines, rules, frozenset({as_spoken(head)}))
        assert (rules == [None] * len(lines)) is stays


STEPS = (
    "Open the box of the lamp.",
    "Write down the number on its lid.",
    "Turn it on again.",
    "Wait for 34 minutes.",
    "Count 12 blinks.",
)


def test_steps_of_which_most_stand_elsewhere_too_stay_above_text_that_goes_on() -> None:
    for last, stays in ((ANSWERS[1], True), ("Our letter comes on Mondays", False)):
        texts = (*ANSWERS, *STEPS, last)
        kinds = [BlockKind.LIST_ITEM if text in STEPS else BlockKind.PARAGRAPH for text in texts]
        lines = [Extracted(Block(kind, text)) for kind, text in zip(kinds, texts, strict=True)]
        rules: list[str | None] = [None] * len(lines)
        take_repeated(lines, rules, frozenset(map(skeleton, (*STEPS[:3], "Our letter"))))
        assert (rules[len(ANSWERS)] is None) is stays


def test_a_head_of_what_a_review_liked_stays_above_its_list() -> None:
    for head, stays in (("What we like", True), ("Follow us", False)):
        lines = [
            *(Extracted(Block(BlockKind.PARAGRAPH, text)) for text in ANSWERS),
            Extracted(Block(BlockKind.HEADING, head, 3)),
            Extracted(Block(BlockKind.LIST_ITEM, "Runs for two days")),
            *(Extracted(Block(BlockKind.PARAGRAPH, text)) for text in ANSWERS[:2]),
        ]
        rules: list[str | None] = [None] * len(lines)
        take_repeated(lines, rules, frozenset({skeleton(head)}))
        assert (rules[len(ANSWERS)] is None) is stays


def test_a_label_whose_address_went_goes_with_it() -> None:
    texts = (*ANSWERS, "Write to the editors of this page at:", "desk@ledger.example")
    lines = [Extracted(Block(BlockKind.PARAGRAPH, text)) for text in texts]
    for rule, gone in (("any:bare-address", True), ("line:links", False)):
        rules: list[str | None] = [None] * 4 + [rule]
        take_hanging_headings(lines, rules)
        assert (rules[3] is not None) == gone


@pytest.mark.parametrize("region", ["hidden", "caption"])
def test_a_head_of_other_articles_too_stays_above_what_is_hidden_below_it(region: str) -> None:
    head, between = "Price and release", "Section titled Price and release"
    kinds = [BlockKind.PARAGRAPH, BlockKind.HEADING, *[BlockKind.PARAGRAPH] * 3]
    texts = (ANSWERS[0], head, between, *ANSWERS[1:])
    lines = [Extracted(Block(kind, text)) for kind, text in zip(kinds, texts, strict=True)]
    rules: list[str | None] = [None, None, f"region:{region}", None, None]
    take_repeated(lines, rules, frozenset({skeleton(head)}))
    assert rules[1] is None
    rules = [None, None, "region:advertisement", None, None]
    take_repeated(lines, rules, frozenset({skeleton(head)}))
    assert rules[1] is not None


def test_a_head_that_asks_stays_below_what_is_taken_out() -> None:
    head, link = "What happens next?", "Read also: Two towns share a bridge"
    texts = (ANSWERS[0], link, head, *ANSWERS[1:])
    lines = [Extracted(Block(BlockKind.PARAGRAPH, text)) for text in texts]
    lines[2] = Extracted(Block(BlockKind.HEADING, head))
    rules: list[str | None] = [None, "en:read-also", None, None, None]
    take_repeated(lines, rules, frozenset({as_spoken(head)}))
    assert rules[2] is None
    lines[1] = lines[0] = Extracted(Block(BlockKind.HEADING, "The letter"))
    rules = ["en:read-also", "en:read-also", None, None, None]
    take_repeated(lines, rules, frozenset({as_spoken(head)}))
    assert rules[2] is not None


def test_a_head_that_a_source_repeats_stays_above_a_box_with_a_head_of_its_own() -> None:
    heading = Extracted(Block(BlockKind.HEADING, "How it works", level=2))
    inside = Extracted(Block(BlockKind.HEADING, "Our letter", level=3))
    text = [Extracted(Block(BlockKind.PARAGRAPH, answer)) for answer in ANSWERS]
    call = Extracted(Block(BlockKind.PARAGRAPH, "Each Friday in your inbox"))
    repeated = frozenset({skeleton("How it works")})
    for box, stays in (([inside, call], True), ([call], False)):
        lines = [text[0], heading, *box, *text[1:]]
        rules = [None, None, *("region:newsletter" for _ in box), *(None for _ in text[1:])]
        take_repeated(lines, rules, repeated)
        assert (rules[1] is None) is stays


def test_a_head_stays_above_a_link_that_has_a_label_of_its_own() -> None:
    head = "What the numbers say"

    def stays(link: str) -> bool:
        kinds = (BlockKind.PARAGRAPH, BlockKind.HEADING, BlockKind.PARAGRAPH, BlockKind.PARAGRAPH)
        texts = (ANSWERS[0], head, link, ANSWERS[1])
        lines = [Extracted(Block(kind, text)) for kind, text in zip(kinds, texts, strict=True)]
        rules: list[str | None] = [None, None, "line:links", None]
        take_repeated(lines, rules, frozenset({skeleton(head)}))
        return rules[1] is None

    assert stays("Read also: A second ferry for the villages")
    assert not stays("A second ferry for the villages")


def test_short_answers_are_an_interviews_where_more_than_two_are_asked() -> None:
    talk = [
        text
        for pair in zip(QUESTIONS, ("Rain.", "No roof.", "Nothing."), strict=True)
        for text in pair
    ]
    assert left(ANSWERS[0], *talk, ANSWERS[1], ANSWERS[2], known=QUESTIONS) == [
        ANSWERS[0],
        *talk,
        *ANSWERS[1:],
    ]


def test_greek_asks_with_a_semicolon() -> None:
    asked = ("Πότε γύρισες;", "Τι φοβάσαι;", "Θα έφευγες;")
    talk = [text for pair in zip(asked, ANSWERS, strict=True) for text in pair]
    assert left(*talk, known=asked) == talk
    others = ("I rowed;", "I sang;", "I slept;")
    assert left(*ANSWERS, *others, known=others) == [*ANSWERS]
