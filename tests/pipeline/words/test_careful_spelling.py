"""Lines of Arabic script in the many ways in which sites spell them."""

from __future__ import annotations

import pytest

from pipeline.clean import clean_blocks
from pipeline.page.pieces import Extracted
from pipeline.records import Block, BlockKind
from pipeline.words.careful_spelling import carefully_spelled, in_simplified_letters


@pytest.mark.parametrize(
    ("written", "language", "spelled"),
    [
        ("اقرا ايضا", "ar", "اقرأ أيضا"),
        ("إضغط هنا لتفعيل الاشعارات", "ar", "اضغط هنا لتفعيل الإشعارات"),
        ("تابعنا فى الموقع الرسمى", "ar", "تابعنا في الموقع الرسمي"),
        ("تابعونا علي تلغرام", "ar", "تابعونا على تلغرام"),
        ("الصفحه الرئيسيه", "ar", "الصفحة الرئيسية"),
        ("وبالاعلانات التجاريه", "ar", "وبالإعلانات التجارية"),
        ("تطبيقنا المجّاني للإشعاراتِ", "ar", "تطبيقنا المجاني للإشعارات"),
        ("شكرًا لكم", "ar", "شكرًا لكم"),
        ("كانال ما را دنبال كنيد", "fa", "کانال ما را دنبال کنید"),
        ("همارا چينل فالو كريں", "ur", "ہمارا چینل فالو کریں"),
        ("زموږ په تلیګرام کې ملګري شئ", "ps", "زموږ په تلیګرام کې ملګري شئ"),
        ("تنبيه", "ar", "تنبيه"),
        ("مدقق آلي", "ar", "مدقق آلي"),
        ("كانت كاملة وفي خبر واحد", "ar", "كانت كاملة وفي خبر واحد"),
        ("Follow us", "ar", "Follow us"),
    ],
)
def test_a_line_as_careful_writers_spell_it(written: str, language: str, spelled: str) -> None:
    assert carefully_spelled(written, language) == spelled


@pytest.mark.parametrize(
    "line", ["اقرا ايضا: جسر جديد", "إقرأ أيضاً: جسر جديد", "شاركنا رايك فى التعليقات"]
)
def test_a_rule_knows_a_line_however_it_is_spelled_and_the_ledger_keeps_it_so(line: str) -> None:
    text = "قررت البلدية يوم الثلاثاء إغلاق الجسر رقم {} أمام الشاحنات لمدة عام كامل."
    texts = [text.format(number) for number in range(3)]
    lines = [Extracted(Block(BlockKind.PARAGRAPH, each)) for each in (*texts, line)]
    cleaned = clean_blocks(lines, language="ar")
    assert [block.text for block in cleaned.kept] == texts
    assert [removed.text for removed in cleaned.removed] == [line]


@pytest.mark.parametrize(
    ("written", "language", "simplified"),
    [
        ("訂閱電子報，不錯過任何消息", "zh", "订阅电子报，不错过任何消息"),
        ("订阅电子报", "zh-TW", "订阅电子报"),
        ("電子書", "ja", "電子書"),
        ("訂閱" * 61, "zh", "訂閱" * 61),
    ],
)
def test_a_brief_line_of_chinese_in_simplified_letters(
    written: str, language: str, simplified: str
) -> None:
    assert in_simplified_letters(written, language) == simplified
