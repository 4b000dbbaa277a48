"""Sentences of reports that point to a place, quote, or ask, and are no line of a house."""

from __future__ import annotations

import pytest

from pipeline.lines.asides import asides
from pipeline.lines.bars import Form, form_of_line
from pipeline.lines.tails import open_tail
from pipeline.records import Block, BlockKind

PROSE = {
    "en": "The council voted on Tuesday to close bridge {} for repairs of about a year, it said.",
    "de": "Der Rat hat am Dienstag beschlossen, die Brücke {} für ein Jahr zu sperren, sagte er.",
    "es": "El concejo votó el martes cerrar el puente {} por obras de un año, según el alcalde.",
    "fr": "Le conseil a voté mardi la fermeture du pont {} pour un an de travaux, selon le maire.",
    "ru": "Во вторник совет решил закрыть мост {} на ремонт, на год, сообщил мэр.",
}


def _lines(language: str, line: str) -> list[Block]:
    prose = [Block(BlockKind.PARAGRAPH, PROSE[language].format(n)) for n in range(1, 7)]
    return [*prose[:3], Block(BlockKind.PARAGRAPH, line), *prose[3:]]


@pytest.mark.parametrize(
    ("language", "line"),
    [
        ("en", "Some 400 people work here, and most of them commute."),
        ("de", "Hier arbeiten 400 Menschen, die meisten im Schichtbetrieb."),
        ("es", "Aquí trabajan 400 personas, casi todas a turnos."),
        ("fr", "Ici travaillent 400 personnes, presque toutes en équipes."),
        ("ru", "К полудню здесь собралось 900 человек."),
    ],
)
def test_people_somewhere_are_no_readers_of_a_house(language: str, line: str) -> None:
    assert not asides(_lines(language, line), language)


def test_readers_here_still_are() -> None:
    line = "What appears here is paid for by its readers."
    assert {block.text for block in asides(_lines("en", line), "en")} == {line}


@pytest.mark.parametrize(
    ("language", "line"),
    [
        ("de", "„Mit zehn Leuten schaffen wir, wofür andere zwanzig brauchen“"),
        ("zh", "「別人二十個人做的事，我們十個人就做完了」"),
    ],
)
def test_a_quotation_that_closes_a_text_is_no_tail(language: str, line: str) -> None:
    prose = [Block(BlockKind.PARAGRAPH, PROSE["de"].format(n)) for n in range(6)]
    assert not open_tail([*prose, Block(BlockKind.PARAGRAPH, line)], language)


def test_a_question_in_the_negative_is_one_in_japanese() -> None:
    asked = "競合のほうが速いという心配はありませんか。"
    assert form_of_line(Block(BlockKind.PARAGRAPH, asked)) is Form.QUESTION
