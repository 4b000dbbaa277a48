"""Steps of instructions that a title promises, in the words that a house has for its readers."""

from __future__ import annotations

from pipeline.clean import clean_blocks
from pipeline.lines.site_words import site_lines
from pipeline.page.pieces import Extracted
from pipeline.records import Block, BlockKind

STEPS = (
    "افتح التطبيق واضغط على صورتك في أعلى الشاشة.",
    "اختر مشاركة الموقع ثم حدد المدة.",
    "انسخ الرابط وأرسله إلى صديقك.",
    "يمكنك أيضا إرسال الرابط عبر واتساب أو البريد الإلكتروني.",
    "لإيقاف المشاركة اضغط على زر الإيقاف في الشاشة نفسها.",
)
HOW_TO, NEWS = "كيف تشارك موقعك على الخريطة", "الشركة تغير طريقة مشاركة المواقع"


def _taken(title: str) -> list[str]:
    kept = [Block(BlockKind.PARAGRAPH, text) for text in STEPS]
    found = site_lines(kept, "ar", title=title)
    return [block.text for block in kept if block in found]


def test_two_steps_below_a_title_that_promises_them_tell_the_others() -> None:
    assert _taken(HOW_TO) == []
    assert _taken(NEWS) == [STEPS[2], STEPS[3]]


def _items(title: str, linked: float = 0.0) -> list[str]:
    texts = ("أدخل اسم القناة ووصفها", "حدد من يراها", "فعّل الإشعارات")
    lines = [
        Extracted(
            Block(BlockKind.PARAGRAPH, "القنوات ميزة تسمح بالبث إلى عدد غير محدود من الناس.")
        ),
        *(Extracted(Block(BlockKind.LIST_ITEM, text), linked=linked) for text in texts),
    ]
    return [block.text for block in clean_blocks(lines, language="ar", own=(title,)).kept[1:]]


def test_an_item_below_others_of_the_text_is_a_step_where_the_title_promises_them() -> None:
    assert _items(HOW_TO)[-1] == "فعّل الإشعارات"
    assert "فعّل الإشعارات" not in _items(NEWS)
    assert "فعّل الإشعارات" not in _items(HOW_TO, linked=1.0)


def test_an_item_that_asks_for_the_same_between_two_of_the_text_stays_below_any_title() -> None:
    texts = ("Wash the filter twice a month", "Download your grid's app", "Set the boiler to fifty")
    lines = [Extracted(Block(BlockKind.LIST_ITEM, text)) for text in ("Close the blinds", *texts)]
    assert [block.text for block in clean_blocks(lines, language="en").kept[1:]] == [*texts]
    app = Extracted(Block(BlockKind.LIST_ITEM, "Download our app"), linked=1.0)
    cleaned = clean_blocks([*lines[:2], app, *lines[3:]], language="en")
    assert app.block not in cleaned.kept


def test_the_first_item_above_two_of_the_text_stays_and_the_last_below_them_goes() -> None:
    texts = ("Close the blinds at noon", "Set the boiler to fifty")
    ask = "Download our app"
    for items, stays in (((ask, *texts), True), ((*texts, ask), False)):
        lines = [
            Extracted(
                Block(BlockKind.PARAGRAPH, "The grid told its customers what to do in June.")
            ),
            *(Extracted(Block(BlockKind.LIST_ITEM, text)) for text in items),
        ]
        kept = [block.text for block in clean_blocks(lines, language="en").kept]
        assert (ask in kept) is stays
