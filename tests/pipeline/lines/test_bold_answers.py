"""Sentences right below bold questions are an interview's answers, however a house might speak."""

from __future__ import annotations

from pipeline.lines.given_back import bold_answers
from pipeline.page.pieces import Extracted
from pipeline.records import Block, BlockKind

QUESTIONS = ("Who pays?", "Will fares rise?", "What of subscribers?", "What comes next?")
ANSWERS = (
    "The town pays for the piers alone.",
    "No fare rises before the bridge is open again.",
    "Our subscribers keep their price for two years, you have that in writing.",
    "Divers go down again in spring.",
)


def _lines(linked: str = "") -> list[Extracted]:
    told = [text for pair in zip(QUESTIONS, ANSWERS, strict=True) for text in pair]
    return [
        Extracted(
            Block(BlockKind.PARAGRAPH, text),
            linked=0.5 if text == linked else 0.0,
            bold=text in QUESTIONS,
        )
        for text in told
    ]


def _given_back(rule: str, *, linked: str = "", asked: int = 4) -> list[str]:
    lines = _lines(linked)[: asked * 2]
    found = {line.block: rule for line in lines if line.block.text == ANSWERS[2]}
    kept = [line.block for line in lines]
    return [block.text for block in bold_answers(kept, found, lines)]


def test_an_answer_that_speaks_as_a_house_stays_amid_others() -> None:
    assert _given_back("line:judged") == [ANSWERS[2]]
    assert _given_back("line:aside") == [ANSWERS[2]]


def test_what_a_rule_knows_and_what_has_a_link_is_no_answer() -> None:
    assert _given_back("line:notice") == []
    assert _given_back("line:judged", linked=ANSWERS[2]) == []


def test_the_last_one_may_be_the_house_s() -> None:
    assert _given_back("line:judged", asked=3) == []
