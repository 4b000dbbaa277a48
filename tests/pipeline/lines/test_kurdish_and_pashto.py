"""What houses print into texts in Sorani and Pashto goes in words that no rule holds."""

from __future__ import annotations

import pytest

from pipeline.lines.house_lines import house_lines
from pipeline.records import Block, BlockKind

TEXTS = {
    "ckb": (
        "ئەنجومەنی شار بڕیاری دا پردە کۆنەکە تا بەهار دابخات، چونکە پایەکانی ژەنگیان گرتووە.",
        "ئەندازیاران دەڵێن چاککردنەوەکە لە تێچووی ڕێگاکانی ساڵێک زیاترە.",
        "بەلەمەکان لەو ماوەیەدا خەڵکی دوو بەرەکەی ڕووبار دەگوازنەوە.",
        "دوکاندارێک وتی فرۆشتنی لە هەفتەی یەکەمدا دابەزیوە.",
        "سەرۆکی شارەوانی بەڵێنی دا پردێکی نوێ لە بەردی سپی بنیات بنرێت.",
    ),
    "ps": (
        "د ښار شورا پرېکړه وکړه چې زوړ پل تر پسرلي وتړي، ځکه چې ستنې یې زنګ وهلي.",
        "انجنیران وایي چې رغونه به یې د یوه کال د سړکونو له لګښت ډېره وي.",
        "تر هغې به کښتۍ د سیند د دواړو غاړو خلک لېږدوي.",
        "یوه دوکاندار وویل چې په لومړۍ اونۍ کې یې خرڅلاو کم شوی.",
        "ښاروال ژمنه وکړه چې له سپینو ډبرو به نوی پل جوړ کړي.",
    ),
}


def _goes(language: str, line: str) -> bool:
    block = Block(BlockKind.PARAGRAPH, line)
    text = [Block(BlockKind.PARAGRAPH, each) for each in TEXTS[language]]
    found = house_lines([*text, block], language, frozenset(), "")
    assert not found.keys() & {*text}
    return block in found


@pytest.mark.parametrize(
    ("language", "line"),
    [
        ("ckb", "بۆ ئەوەی ژمارەی داهاتوومان لەدەست نەدەیت ئیمەیڵەکەت تۆمار بکە."),
        ("ckb", "خوێنەرانی ماڵپەڕەکەمان دەتوانن وێنەی خۆیان بۆمان بنێرن."),
        ("ckb", "پۆدکاستی هەفتانەمان هەموو شەممەیەک بڵاو دەبێتەوە."),
        ("ps", "زموږ د پادکاست نوې برخه هره شنبه خپرېږي."),
        ("ps", "درنو لوستونکو، خپل انځورونه زموږ ادارې ته راولېږئ."),
        ("ps", "د دې اونۍ خبرلیک مو په برېښنالیک کې ترلاسه کړئ."),
    ],
)
def test_what_a_house_says_of_itself_goes(language: str, line: str) -> None:
    assert _goes(language, line)


@pytest.mark.parametrize(
    ("language", "line"),
    [
        ("ckb", "وەزارەتی ڕۆشنبیری پۆدکاستێکی لەسەر مێژووی شارەکە بڵاو کردەوە."),
        ("ckb", "نامەیەکی کۆن لە ژێر پایەی یەکەمدا دۆزرایەوە."),
        ("ckb", "بەرپرسی کتێبخانەکە دەڵێت خوێنەران زیادیان کردووە."),
        ("ps", "د کلتور وزارت د ښار د تاریخ په اړه یو پادکاست خپور کړ."),
        ("ps", "تر لومړۍ ستنې لاندې یو زوړ لیک وموندل شو."),
        ("ps", "د کتابتون مسوول وايي چې لوستونکي ډېر شوي دي."),
    ],
)
def test_what_a_text_tells_of_such_things_stays(language: str, line: str) -> None:
    assert not _goes(language, line)
