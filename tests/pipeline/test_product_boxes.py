"""Buttons of a product's box, and of readers' aids, amid a text; and the same words as a head."""

from __future__ import annotations

import pytest

from pipeline.clean import clean_blocks
from pipeline.page.pieces import Extracted
from pipeline.records import Block, BlockKind

PROSE = "The phone fell off the table {} times, and nobody at the desk could find a scratch on it."
BUTTONS = [
    ("en", "Compare prices"), ("en", "Add to cart"), ("en", "In stock"),
    ("de", "Preise vergleichen"),
    ("de", "In den Warenkorb"), ("fr", "Comparer les prix"), ("es", "Añadir al carrito"),
    ("it", "Confronta i prezzi"), ("pt", "Adicionar ao carrinho"), ("nl", "In winkelwagen"),
    ("tr", "Sepete ekle"), ("ru", "Сравнить цены"), ("fa", "مقایسه قیمت"),
    ("id", "Bandingkan harga"),
    ("zh", "加入购物车"), ("ja", "価格を比較する"), ("ko", "가격 비교"), ("ar", "قارن الأسعار"),
    ("ar", "تشغيل تلقائي"), ("en", "Open in ChatGPT"), ("de", "KI-generierte Zusammenfassung"),
]  # fmt: skip
OF_SHOPS = [
    ("en", "Check price at Harbour Shop"), ("en", "Deal ends in 02:14:33"),
    ("en", "Ships from and sold by Harbour."), ("de", "Preis bei Amazon prüfen"),
    ("it", "Vedi l’offerta su Amazon"), ("tr", "Amazon’da fiyatı gör"), ("zh", "去京东购买"),
    ("ja", "Amazonで価格を見る"), ("ko", "쿠팡에서 보기"), ("fa", "خرید از دیجی‌کالا"),
    ("ar", "تحقق من السعر في أمازون"), ("ar", "ينتهي العرض خلال 02:14:33"),
    ("ar", "استخدم كود الخصم MARSA10"), ("en", "Download MP3 (34 MB)"),
    ("nl", "Voeg toe als voorkeursbron op Google"),
    ("de", "Als bevorzugte Quelle auf Google hinzufügen"),
    ("en", "Have a question for the show? Call us on 020 7946 0123."),
]  # fmt: skip


def _kept(lines: list[Extracted], language: str) -> list[str]:
    prose = [Extracted(Block(BlockKind.PARAGRAPH, PROSE.format(n))) for n in range(5)]
    kept = clean_blocks([*prose[:2], *lines, *prose[2:]], language=language).kept
    return [block.text for block in kept if "fell off the table" not in block.text]


@pytest.mark.parametrize(("language", "line"), [*BUTTONS, *OF_SHOPS])
def test_a_button_amid_a_text_goes(language: str, line: str) -> None:
    assert _kept([Extracted(Block(BlockKind.PARAGRAPH, line))], language) == []


@pytest.mark.parametrize(("language", "line"), BUTTONS)
def test_the_same_words_head_a_part_or_are_a_point_of_a_list(language: str, line: str) -> None:
    heading = Extracted(Block(BlockKind.HEADING, line, 2))
    bold = Extracted(Block(BlockKind.PARAGRAPH, line), bold=True)
    items = [
        Extracted(Block(BlockKind.LIST_ITEM, text)) for text in ("Galata 3", line, "Marmara 9")
    ]
    assert _kept([heading], language) == [line]
    assert _kept([bold], language) == [line]
    assert _kept(items, language) == ["Galata 3", line, "Marmara 9"]


@pytest.mark.parametrize(
    ("language", "line"),
    [
        ("en", "Compare prices of three shops before you buy the phone that you want."),
        ("en", "In stock since May, the phone sells at a price that nobody expected."),
        ("de", "Auf Lager hat der Laden noch vierzig Stück, sagt sein Besitzer am Telefon."),
        ("ar", "قارن الأسعار في ثلاثة متاجر قبل أن تشتري الهاتف الذي اخترته."),
        ("ar", "ينتهي العرض خلال ساعة كما كتب المتجر، ثم يبدأ من جديد كل صباح."),
        ("fr", "En stock depuis mai, le téléphone se vend mieux que prévu dans le nord."),
    ],
)
def test_a_sentence_that_begins_so_stays(language: str, line: str) -> None:
    assert _kept([Extracted(Block(BlockKind.PARAGRAPH, line))], language) == [line]
