"""Sentences and rows of a template above a text."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from pipeline.memory import EMPTY, learn, own_values, repeated_lines
from pipeline.records import Article, Block, BlockKind
from pipeline.repeats.repeated import clean_again
from tests.pipeline.repeats.test_templates import article, own

NAMES = ("Perth", "Leeds", "Tyre", "Sousse", "Homs", "Aden", "Jaffa")


def opened(number: int, line: str, language: str, more: str = "") -> Article:
    """An article that a line opens, filled with a name that its text tells again."""
    name = NAMES[number % len(NAMES)]
    one = article(number, {0: line.replace("@", name)} if line else {})
    said = f"{own(number, 8)[:-1]} {name} {more}."
    blocks = (*one.blocks[:3], Block(BlockKind.PARAGRAPH, said), *one.blocks[3:])
    return replace(one, blocks=blocks, language=language)


def goes(line: str, language: str, more: str = "") -> bool:
    """Whether a line goes that five of thirty articles have."""
    memory = EMPTY
    for number in range(30):
        has = number % 6 == 1
        one = opened(number, line if has else "", language, more if has else "")
        memory = learn(memory, one, date(2026, 3, 5))
    last = opened(101, line, language, more)
    cleaned = clean_again(last.blocks, (), repeated_lines(memory), own_values(last))
    gone = [removed.text for removed in cleaned.removed] if cleaned else []
    assert gone in ([], [last.blocks[0].text])
    return bool(gone)


@pytest.mark.parametrize(
    ("line", "language"),
    [
        ("خلاصة أعدها الذكاء الاصطناعي وراجعها المحرر: @ أمام مفترق والقرار قريب.", "ar"),
        ("موجز آلي: @ يتوسع والباقي في المقدمة.", "ar"),
        ("أعارتني @ الجهاز ولم تطّلع على النص قبل نشره.", "ar"),
        ("A digest by a machine, read by an editor: @ is waiting for its turn.", "en"),
        ("@ lent us the phone and has had no say in the review.", "en"),
        ("Résumé produit par une machine puis relu : @ attend son tour.", "fr"),
    ],
)
def test_what_a_site_says_of_its_text_goes_above_it(line: str, language: str) -> None:
    assert goes(line, language) is not line.startswith("@")  # all that begins alike


@pytest.mark.parametrize(
    ("line", "language"),
    [
        ("A quake of a great force shook the coast near @ on Monday morning.", "en"),
        ("In the new episode of our show we talk of @ and what it means.", "en"),
        ("In this article we tell how @ came to be and what it means.", "en"),
        ("في هذا المقال نتعرف على @ وكيف بدأت الحكاية من أولها.", "ar"),
        ("The council of the town opened the bridge of @ on Monday to all.", "en"),
        ("LONDON: The ministers of @ have come together for a day of talks.", "en"),
    ],
)
def test_reports_begin_alike(line: str, language: str) -> None:
    assert not goes(line, language)


def test_a_sentence_of_what_its_text_is_about_stays() -> None:
    line = "The judges read the text of the treaty with @ to the ministers."
    again = "judges treaty ministers read with"
    assert not goes(line, "en", again)


@pytest.mark.parametrize(
    ("rows", "gone"),
    [
        (("• Worum es geht", "• Standpunkt @", "• Was folgt"), 3),
        (("• Worum es geht", "• Standpunkt @", "• Preis in @"), 1),
        (("• Worum es geht", "Standpunkt @", "• Was folgt"), 2),
    ],
)
def test_a_row_between_rows_of_the_site_goes_with_them(rows: tuple[str, ...], gone: int) -> None:
    repeated = frozenset({"worumesgeht", "wasfolgt"})
    one = opened(1, "", "de")
    above = tuple(Block(BlockKind.PARAGRAPH, row) for row in rows)
    cleaned = clean_again((*above, *one.blocks), (), repeated)
    assert cleaned is not None
    assert len(cleaned.removed) == gone
