"""Rates that a site shows among its texts."""

from __future__ import annotations

import pytest

from pipeline.lines.rates import rate_lines
from pipeline.records import Block, BlockKind

TEXT = {
    "ar": ("قالت الشركة إن الهاتف يباع بسعر 900 دولار.", "وأضافت أن الشحن يبدأ في آذار."),
    "fa": ("این گوشی ۹۰۰ دلار قیمت دارد.", "فروش آن از زمستان آغاز می‌شود."),
    "ur": ("یہ فون 900 ڈالر میں فروخت ہوگا۔", "فروخت مارچ میں شروع ہوگی۔"),
    "ku": ("ئەم مۆبایلە 900 دۆلارە.", "لە ئازار دەفرۆشرێت."),
    "en": ("The phone costs 900 dollars.", "It is on sale from March."),
    "tr": ("Telefon 900 dolara satılacak.", "Satış martta başlayacak."),
}
RATES = (
    ("ar", "سعر الدولار اليوم في البنوك: شراء 47.30 جنيه - بيع 48.23 جنيه"),
    ("ar", "عيار 21 يسجل 5906 جنيها"),
    ("ar", "الدولار مقابل الليرة: مبيع 11250 شراء 11190"),
    ("ar", "مواقيت الصلاة اليوم: الفجر 5:02 الظهر 11:48"),
    ("fa", "قیمت طلای ۱۸ عیار: ۹,۸۴۰,۰۰۰ تومان"),
    ("fa", "قیمت هر گرم طلای ۱۸ عیار امروز ۹,۸۴۰,۰۰۰ تومان"),
    ("ur", "امریکی ڈالر 281.40 روپے"),
    ("ku", "نرخی دۆلار: 141,250 دینار"),
    ("tr", "Gram altın 4.312,50"),
)


def test_a_rate_in_lines_of_its_own_goes_with_its_name() -> None:
    first, last = (Block(BlockKind.PARAGRAPH, text) for text in TEXT["ar"])
    parts = [Block(BlockKind.PARAGRAPH, text) for text in ("تاسي", "11,327.34", "-1.82%")]
    assert rate_lines((first, *parts, last), "ar-SA", "") == frozenset(parts)
    assert not rate_lines((first, *parts[1:], *parts[1:], last, *parts), "ar", "")
    assert not rate_lines((first, parts[0], parts[2], last), "ar", "")


def _goes(language: str, line: str, title: str = "") -> bool:
    block = Block(BlockKind.PARAGRAPH, line)
    first, last = (Block(BlockKind.PARAGRAPH, text) for text in TEXT[language])
    return block in rate_lines((first, block, last), language, title)


@pytest.mark.parametrize(("language", "line"), RATES)
def test_a_rate_of_which_its_text_does_not_speak_goes(language: str, line: str) -> None:
    assert _goes(language, line)
    assert not _goes(language, line, title=f"{line[:12]} {line}")


@pytest.mark.parametrize(
    "line",
    [
        "السعر: 900 دولار",
        "سعر الدولار اليوم",
        "ارتفع سعر الذهب إلى 5906 جنيهات",
        "سعر الدولار ارتفع إلى 48.23 جنيه بعد القرار.",
    ],
)
def test_what_a_thing_costs_heads_and_sentences_stay(line: str) -> None:
    assert not _goes("ar", line)


@pytest.mark.parametrize(
    ("language", "line"),
    [
        ("ar", "درجات الحرارة 45 مئوية في الظل"),
        ("fa", "دمای پردازنده ۸۵ درجه"),
        ("ur", "درجہ حرارت 45 ڈگری تک پہنچ گیا"),
        ("tr", "Euro 2024 finalini 20 milyon kişi izledi"),
        ("tr", "Bitcoin 95.000 doların altında"),
        ("en", "Gold 24 carat"),
        ("en", "Bitcoin $100,000: what happens next"),
    ],
)
def test_what_only_begins_like_a_rate_stays(language: str, line: str) -> None:
    assert not _goes(language, line)


def test_a_text_on_markets_lists_rates_of_its_own() -> None:
    first, last = (Block(BlockKind.PARAGRAPH, text) for text in TEXT["en"])
    rates = [Block(BlockKind.LIST_ITEM, text) for text in ("Gold $4,200", "Nasdaq 23,214.69 -1.8%")]
    assert rate_lines((first, *rates, last), "en", "A phone at 900 dollars") == frozenset(rates)
    assert not rate_lines((first, *rates, last), "en", "Stocks fall again")
    assert not rate_lines((first, *rates, last), "en", "Nasdaq falls again")
