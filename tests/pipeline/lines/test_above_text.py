"""Short lines above a text's first sentence, and the headline again with its site's name."""

from __future__ import annotations

import pytest
from lxml.html import fromstring

from pipeline.clean import separate
from pipeline.fingerprints import skeleton
from pipeline.lines.above_text import lines_above, named_titles
from pipeline.page.pieces import Extracted
from pipeline.records import Block, BlockKind

PROSE = [
    Block(BlockKind.PARAGRAPH, f"{at}. {'The council voted to close the bridge. ' * 3}".strip())
    for at in range(3)
]


def above(*texts: str, bold: bool = False, kind: BlockKind = BlockKind.PARAGRAPH) -> list[str]:
    """The lines that go of those above a text."""
    lines = [Extracted(Block(kind, text), bold=bold) for text in texts]
    extracted = [*lines, *(Extracted(block) for block in PROSE)]
    gone = lines_above([line.block for line in extracted], extracted)
    return [line.block.text for line in lines if line.block in gone]


@pytest.mark.parametrize(
    "line",
    [
        "River life",
        "متابعات المدينة",
        "Caption",
        "4 ص الثلاثاء 12 مايو 2026",
        "الثلاثاء 06:05 12-5-2026",
        "Yayın günü / saat: 12 Mayıs 2026, 06:05 (Van)",
        "سلمى الخطيب12 مايو 2026آخر تعديل :",
    ],
)
def test_a_brief_line_above_the_first_sentence_is_no_text(line: str) -> None:
    assert above(line) == [line]
    assert above("River life", line) == ["River life", line]


@pytest.mark.parametrize(
    "line",
    [
        "Who pays?",
        "It is shut.",
        "«Nobody asked us»",
        "Dear readers,",
        "What is known:",
        "The council of the old harbour town votes on Monday",
        "At 06:05 on 12 May 2026 the bridge was shut for good.",
        "سامي القاسم: سوق الروبوتات المنزلية ستكبر 14% قبل 2030",
    ],
)
def test_what_a_text_may_begin_with_stays(line: str) -> None:
    assert above(line) == []


def test_heads_and_rows_above_a_text_stay() -> None:
    assert above("River life", bold=True) == []
    assert above("River life", kind=BlockKind.HEADING) == []
    assert above("Bridge closed", "Council votes", kind=BlockKind.LIST_ITEM) == []
    assert above("Length: two miles", "Depth: a fathom") == []
    verse = ("O bridge of stone", "O river wide", "O boats below", "O gulls above", "O town")
    assert above(*verse) == []
    assert above("The council of the old harbour town votes on Monday", "River life") == []


def test_who_heads_a_house_stands_above_a_text_in_any_number() -> None:
    heads = ("الإشراف العام", "هالة الرفاعي", "رئيس التحرير", "طارق السمان", "مدير النشر: سعد علي")
    assert above(*heads, "River life") == [*heads, "River life"]
    assert above(*heads, *heads) == [*heads, *heads]
    assert above("رئيس التحرير يكتب", *("It is shut.",)) == ["رئيس التحرير يكتب"]
    told = "رئيس التحرير: لا نغلق الجسر قبل أن يوافق المجلس على خطة المدينة الجديدة"
    assert above(told) == []


def test_small_headings_and_lists_of_a_template_above_a_text_go() -> None:
    menu = ("Home page", "Local weather", "Most viewed")
    assert above(*menu, kind=BlockKind.LIST_ITEM) == list(menu)
    small = Block(BlockKind.HEADING, "River life", 5)
    lines = [Extracted(small), *(Extracted(block) for block in PROSE)]
    assert lines_above([small, *PROSE], lines) == {small}


def test_a_text_without_prose_below_keeps_its_first_line() -> None:
    lines = [Extracted(Block(BlockKind.PARAGRAPH, "River life")), Extracted(PROSE[0])]
    assert not lines_above([line.block for line in lines], lines)


def test_rows_between_breaks_above_a_text_are_lines() -> None:
    def rows(text: str) -> list[str]:
        return [line.block.text for line in separate([Extracted(Block(BlockKind.PARAGRAPH, text))])]

    assert rows(f"River life\n{PROSE[0].text}") == ["River life", PROSE[0].text]
    assert rows("River life\nA day") == ["River life\nA day"]
    assert rows(f"It is shut.\n{PROSE[0].text}") == [f"It is shut.\n{PROSE[0].text}"]


TITLE = "A bridge of stone is shut for a year"


@pytest.mark.parametrize("line", [f"{TITLE} - The Courier", f"The Courier | {TITLE}"])
def test_the_title_with_the_site_s_name_is_the_headline_again(line: str) -> None:
    block = Block(BlockKind.PARAGRAPH, line)
    sites = frozenset({"thecourier"})
    assert named_titles([block, *PROSE], TITLE, sites) == {block}
    assert named_titles([*PROSE, block], TITLE, sites) == {block}
    assert not named_titles([block, *PROSE], "A bridge", sites)


@pytest.mark.parametrize(
    ("line", "goes"),
    [
        (f"In pictures.. {TITLE}", True),
        (f"{TITLE} – Local news", True),
        (f"{TITLE} | Video", True),
        (TITLE.removesuffix(" year") + ".", True),
        (TITLE.removesuffix(" is shut for a year") + ".", False),
        (f"{TITLE} - The Courier, Wednesday 28 October 2026 12:22 pm", True),
        (f"{TITLE} - نشر الأربعاء 28 أكتوبر 2026 12:22 مساءً", True),
        (f"{TITLE} - nobody was asked on 28 October 2026 what to do about it all", False),
        (f"{TITLE}, and nobody was asked", False),
        (f"{TITLE} - and nobody of the old town was ever asked", False),
        (f"Mayor: {TITLE}.", False),
    ],
)
def test_the_title_with_a_label_is_the_headline_again(line: str, goes: bool) -> None:
    block = Block(BlockKind.PARAGRAPH, line)
    assert (block in named_titles([block, *PROSE], TITLE, frozenset())) is goes


@pytest.mark.parametrize("line", ["Council shuts old bridge", "Of a bridge and a council"])
def test_a_brief_standfirst_names_what_its_text_tells_of(line: str) -> None:
    assert above(line) == []
    assert above("River life", line) == ["River life"]


@pytest.mark.parametrize("line", ["Bridge closures", "Our bridge desk", "The city council"])
def test_a_label_that_has_a_word_of_the_text_is_none(line: str) -> None:
    assert above(line) == [line]


def test_a_standfirst_may_name_what_the_title_does() -> None:
    lines = [
        Extracted(Block(BlockKind.PARAGRAPH, "Stone by stone, quietly")),
        *map(Extracted, PROSE),
    ]
    kept = [line.block for line in lines]
    assert lines_above(kept, lines) == {kept[0]}
    assert not lines_above(kept, lines, "Stones that leave a town quietly")


def test_a_line_that_the_page_describes_itself_with_is_its_standfirst() -> None:
    line, section = Block(BlockKind.PARAGRAPH, "False friends at the quay"), "River life"
    kept = [Block(BlockKind.PARAGRAPH, section), line, *PROSE]
    extracted = [Extracted(block) for block in kept]
    described = frozenset({skeleton(line.text), skeleton(section)})
    assert lines_above(kept, extracted) == frozenset(kept[:2])
    assert lines_above(kept, extracted, described=described) == frozenset(kept[:1])


@pytest.mark.parametrize(("line", "goes"), [("Northport", True), ("LEEDS, ENGLAND", False)])
@pytest.mark.parametrize("ends", ["", "."])
def test_the_place_between_a_standfirst_and_its_text_goes(line: str, goes: bool, ends: str) -> None:
    told = f"The harbour town closes its bridge, and nobody knows for how many years it will{ends}"
    place = Block(BlockKind.PARAGRAPH, line)
    kept = [Block(BlockKind.PARAGRAPH, told), place, *PROSE]
    extracted = [Extracted(block) for block in kept]
    found = lines_above(kept, extracted, described=frozenset({skeleton(told)}))
    assert found == (frozenset({place}) if goes else frozenset())
    assert not lines_above(kept, extracted)


def _labelled(html: str) -> list[str]:
    element = fromstring(html)
    block = Block(BlockKind.PARAGRAPH, element.text_content())
    lines = [Extracted(block, element=element), *map(Extracted, PROSE)]
    return [line.block.text for line in separate(lines) if line.rule is None][:1]


def test_what_a_standfirst_is_called_goes() -> None:
    assert _labelled("<p><b>摘要：</b>港口将于三月关闭。</p>") == ["港口将于三月关闭。"]
    assert _labelled("<p><b>In brief:</b> The port shuts.</p>") == ["The port shuts."]
    assert _labelled("<p><b>导读</b>港口将于三月关闭。</p>") == ["港口将于三月关闭。"]


@pytest.mark.parametrize(
    "html",
    [
        "<p>In brief: the port shuts.</p>",
        "<p><b>The mayor:</b> The port shuts.</p>",
        "<p><b>In</b> brief: the port shuts.</p>",
        "<p><b>In short</b> the port shuts.</p>",
        "<p>导读<b>港口</b>将于三月关闭。</p>",
    ],
)
def test_words_with_which_a_sentence_begins_stay(html: str) -> None:
    assert _labelled(html) == [fromstring(html).text_content()]


def test_a_label_alone_in_its_line_is_read() -> None:
    """Above a list, «In brief:» is a line of its own."""
    label = fromstring("<p><strong>In brief:</strong></p>")
    lines = [Extracted(Block(BlockKind.PARAGRAPH, "In brief:"), element=label)]
    lines += [Extracted(Block(BlockKind.LIST_ITEM, block.text)) for block in PROSE]
    assert [line.block for line in separate(lines) if not line.block.text] == []


SHORT_ARABIC = "وقال المجلس إن الجسر القديم سيغلق أمام السيارات والشاحنات عاما كاملا."


def _gone_above(lines: list[Extracted], prose: list[str], title: str = "") -> list[str]:
    text = [Extracted(Block(BlockKind.PARAGRAPH, line)) for line in prose]
    found = lines_above([line.block for line in (*lines, *text)], [*lines, *text], title)
    return [line.block.text for line in lines if line.block in found]


def _line(text: str, linked: float = 0.0) -> Extracted:
    return Extracted(Block(BlockKind.PARAGRAPH, text), linked)


def test_a_word_said_twice_in_a_row_above_a_text_of_any_length_is_no_text() -> None:
    flash = [PROSE[0].text]
    assert _gone_above([_line("Ferry"), _line("Ferry")], flash) == ["Ferry", "Ferry"]
    assert _gone_above([_line("A"), _line("A"), _line("A")], flash) == ["A", "A", "A"]
    cut, whole = "The late judge", "The late judge Adam Lowe"
    assert _gone_above([_line(cut), _line(whole)], flash) == [cut, whole]
    assert _gone_above([_line("Ferry"), _line("Bridge")], flash) == []
    assert _gone_above([_line("No, no!"), _line("No, no!")], flash) == []


def test_paragraphs_of_scripts_without_vowels_are_shorter() -> None:
    assert _gone_above([_line("اخبار المدينة")], [SHORT_ARABIC] * 3) == ["اخبار المدينة"]


def test_who_is_called_by_a_name_in_quotation_marks_is_a_caption_above_a_text() -> None:
    assert _gone_above([_line('برج "المنارة"')], [SHORT_ARABIC] * 3) == ['برج "المنارة"']
    said = 'قال إن البرج القديم كله هو "المنارة"'
    assert _gone_above([_line(said)], [SHORT_ARABIC] * 3) == []


def test_the_title_with_a_link_behind_it_is_said_again() -> None:
    title, prose = "A library that sails at night", [block.text for block in PROSE]
    again = f"{title} Culture and books"
    assert _gone_above([_line(again, 0.4)], prose, title) == [again]
    assert _gone_above([_line(f"{title} is what it is called.", 0.4)], prose, title) == []
    assert _gone_above([_line(f"{title} again, with more of what is to tell")], prose, title) == []


@pytest.mark.parametrize(
    ("behind", "goes"), [(" - Photo 3", True), (" – Hình 12", True), (" - Part 3", False)]
)
def test_the_title_with_the_number_of_a_picture_is_no_text(behind: str, goes: bool) -> None:
    block = Block(BlockKind.PARAGRAPH, TITLE + behind)
    text = [*PROSE, *PROSE, block, *PROSE, *PROSE]
    assert (block in named_titles(text, TITLE, frozenset())) is goes
