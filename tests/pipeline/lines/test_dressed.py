"""Lines that rules know go whatever signs a house sets around them, and however it spells them."""

from __future__ import annotations

import pytest

from pipeline.clean import clean_blocks
from pipeline.lines.dressed import plainly_written
from pipeline.page.pieces import Extracted
from pipeline.records import Block, BlockKind

PROSE = "The council voted on Tuesday to close bridge {} for repairs, which will last about a year."
BEFORE = [PROSE.format(number) for number in range(3)]


def _kept(line: str, language: str) -> list[str]:
    lines = [Extracted(Block(BlockKind.PARAGRAPH, text)) for text in (*BEFORE, line)]
    return [block.text for block in clean_blocks(lines, language=language).kept]


@pytest.mark.parametrize(
    "dressed",
    ["► {}", ">> {}", "- {}", "* {}", "• {}", "# {}", "{} 👇", "{} →", "({})", "[{}]", "*** {} ***",
     "--- {} ---", "{}!!!", "{} !!", "({} 👇)", "{}:"],
)  # fmt: skip
@pytest.mark.parametrize(
    ("line", "language"),
    [
        ("Sign up for our newsletter", "en"),
        ("Suivez-nous sur Telegram", "fr"),
        ("تابعونا على تلغرام", "ar"),
        ("ما را در تلگرام دنبال کنید", "fa"),
    ],
)
def test_signs_around_a_line_of_the_house_keep_it_from_no_rule(
    line: str, language: str, dressed: str
) -> None:
    assert _kept(dressed.format(line), language) == BEFORE


@pytest.mark.parametrize(
    ("line", "language"),
    [
        ("► Published in 1962, the book sold two million copies.", "en"),
        ("Published in 1962, the book sold two million copies...", "en"),
        ("“Follow us on Telegram”", "en"),
        ("- برعاية وزارة الاتصالات افتتح المعرض.", "ar"),
        ("اشترك اكثر من ثلاثة الاف شخص فى نشرة المتحف البريدية خلال الاسبوع الأول.", "ar"),
    ],
)
def test_what_a_text_tells_or_quotes_stays_behind_its_signs(line: str, language: str) -> None:
    assert _kept(line, language) == [*BEFORE, line]


def test_a_signature_behind_dashes_is_left_to_who_reads_authors() -> None:
    assert _kept("-- By Jane Doe", "en") == [*BEFORE, "-- By Jane Doe"]


@pytest.mark.parametrize(
    ("line", "plain"),
    [
        ("Follow us!!", "Follow us."),
        ("Follow us.", "Follow us."),
        ("»Folgen Sie uns«", "»Folgen Sie uns«"),
        ("-5 degrees", "-5 degrees"),
        ("#news", "#news"),
        ("Follow us on Telegram:", "Follow us on Telegram"),
        ("Open the settings: tap", "Open the settings: tap"),
        ("Price now:", "Price now:"),
        ("Advertisement 300x250", "Advertisement"),
        ("Sources [1] [2]", "Sources"),
        ("(one) and (two)", "(one) and (two)"),
        ("***", "***"),
    ],
)
def test_what_is_left_of_a_line_without_its_signs(line: str, plain: str) -> None:
    assert plainly_written(line, "en") == plain
