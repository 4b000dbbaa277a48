"""Lines in which a house tells of its interests, and points of a text that only begin so."""

from __future__ import annotations

import pytest

from pipeline.clean import clean_blocks
from pipeline.lines.asides import persons_said
from pipeline.page.pieces import Extracted
from pipeline.records import Block, BlockKind

PROSE = "The council voted to close bridge {}, and nobody in the town knows why it did."


def kept(*lines: str, language: str = "en") -> list[str]:
    texts = (*map(PROSE.format, range(3)), *lines, *map(PROSE.format, range(3, 6)))
    blocks = [Extracted(Block(BlockKind.PARAGRAPH, text)) for text in texts]
    cleaned = clean_blocks(blocks, language=language)
    return [block.text for block in cleaned.kept if not block.text.startswith("The council")]


@pytest.mark.parametrize(
    ("language", "line"),
    [
        ("ar", "إفصاح: أحد شركاء وحدة مستثمر في شركة ذُكرت هنا."),
        ("en", "Disclosure: the author's wife works for the bank."),
        ("de", "Transparenzhinweis: Ein Gesellschafter unseres Verlags hält Anteile an der Firma."),
        ("tr", "Şeffaflık notu: Ortaklarımızdan biri adı geçen şirkete yatırım yapmıştır."),
        ("ru", "Раскрытие информации: один из наших партнёров вложился в названную компанию."),
        ("fa", "شفاف‌سازی: یکی از سهام‌داران این رسانه در شرکت یادشده سرمایه‌گذاری کرده است."),
        ("pt", "Nota de transparência: um de nossos sócios investe na empresa citada."),
    ],
)
def test_what_a_house_discloses_goes(language: str, line: str) -> None:
    assert kept(line, language=language) == []


def test_points_of_a_text_that_are_labelled_so_stay() -> None:
    points = (
        "Openness: the budget shall be printed in the town's own paper.",
        "Disclosure: members of the council must name their firms every spring.",
        "Hearing: those who live on the bank may speak for five minutes.",
    )
    assert kept(*points) == [*points]
    assert kept("The disclosure: it came too late.") == ["The disclosure: it came too late."]


@pytest.mark.parametrize(
    ("language", "line"),
    [
        ("de", "Artikel anhören 7 Min."),
        ("en", "Listen to this story · 4 min"),
        ("fr", "Écouter l’article 12:40"),
        ("ar", "استمع إلى المقال 5 دقائق"),
        ("ru", "Слушать статью 5 мин"),
    ],
)
def test_a_button_of_a_player_goes_with_how_long_it_plays(language: str, line: str) -> None:
    assert kept(line, language=language) == []


@pytest.mark.parametrize(
    ("language", "line"),
    [
        ("de", "Weiter geht es unter der Karte."),
        ("fr", "La suite de l’article sous la carte."),
        ("es", "Sigue leyendo tras el mapa."),
        ("ru", "Продолжение под картой."),
        ("ar", "تتمة المقال بعد الصورة."),
        ("fa", "ادامه متن زیر نمودار."),
    ],
)
def test_where_a_text_goes_on_below_a_picture_goes(language: str, line: str) -> None:
    assert kept(line, language=language) == []


@pytest.mark.parametrize(
    ("language", "line", "said"),
    [
        ("en", "Anyone in Leeds will tell you that the ferry is late.", False),
        ("fr", "Tout le monde vous dira que le bac est en retard.", False),
        ("es", "Cualquiera te dirá que el barco llega tarde.", False),
        ("de", "Jeder in Kiel wird Ihnen sagen, dass die Fähre spät ist.", False),
        ("en", "The editor will tell you how, if you ask her.", True),
        ("fr", "Nous vous disons tout.", True),
    ],
)
def test_who_will_tell_you_something_speaks_to_anybody(
    language: str, line: str, *, said: bool
) -> None:
    assert persons_said(line, language)[1] is said
