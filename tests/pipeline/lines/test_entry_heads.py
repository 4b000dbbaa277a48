"""Headings that rules know as a template's labels stay where they head a text's own parts."""

from __future__ import annotations

import pytest

from pipeline.clean import clean_blocks
from pipeline.page.pieces import Extracted
from pipeline.records import Block, BlockKind

PROSE = "The harbour authority closed two of its three gates in the night, a spokesman said."


def _kept(*lines: str, language: str = "en") -> list[str]:
    """What stays of a text, in which «# » begins headings and «- » items of a list."""
    kinds = {"# ": BlockKind.HEADING, "- ": BlockKind.LIST_ITEM}
    blocks = [
        Block(kind, line[2:], 2 if kind is BlockKind.HEADING else None)
        if (kind := kinds.get(line[:2]))
        else Block(BlockKind.PARAGRAPH, line)
        for line in lines
    ]
    return [b.text for b in clean_blocks([*map(Extracted, blocks)], language=language).kept]


def test_hours_head_the_entries_of_a_live_page() -> None:
    lines = ["# 10:15", PROSE, "# 10:40", f"Then: {PROSE}", "# 12:30", "It has ended."]
    assert _kept(*lines) == [line.removeprefix("# ") for line in lines]
    assert "10:15" not in _kept("# 10:15", PROSE, f"Then: {PROSE}")


def test_brands_head_the_steps_of_advice() -> None:
    lines = ["# Facebook", "- Open the settings.", "# WhatsApp", "- Open the settings again."]
    assert _kept(PROSE, *lines)[1::2] == ["Facebook", "WhatsApp"]
    assert "Facebook" not in _kept(PROSE, "# Facebook", "# WhatsApp", f"Then: {PROSE}")


@pytest.mark.parametrize("heading", ["Further reading", "Comments", "Sharing", "Support us"])
def test_a_section_beside_others_keeps_its_heading(heading: str) -> None:
    peer = ["# The harbour at night", f"First, {PROSE}"]
    assert heading in _kept(PROSE, *peer, f"# {heading}", f"At last, {PROSE}")
    assert heading not in _kept(PROSE, *peer, f"# {heading}", "A ferry returns to the town")


@pytest.mark.parametrize(
    ("language", "heading"),
    [("ar", "تسجيل الدخول"), ("fa", "حریم خصوصی"), ("tr", "İletişim"), ("ar", "الوضع الليلي")],
)
def test_what_names_a_site_s_page_may_head_a_section(language: str, heading: str) -> None:
    lines = [PROSE, "# Batteries", f"First, {PROSE}", f"# {heading}", f"At last, {PROSE}"]
    assert heading in _kept(*lines, language=language)


def test_a_button_of_a_word_that_news_of_telephones_have_goes_as_a_link() -> None:
    line = Block(BlockKind.PARAGRAPH, "الوضع الليلي")
    prose = [Extracted(Block(BlockKind.PARAGRAPH, f"{n}. {PROSE}")) for n in range(3)]
    for linked, stays in ((1.0, False), (0.0, True)):
        kept = clean_blocks([*prose[:2], Extracted(line, linked=linked), prose[2]], language="ar")
        assert (line in kept.kept) is stays


def test_a_buttons_word_heads_the_prose_that_speaks_of_it() -> None:
    told = "Kiếm pin là chuyện khó nhất, ông gom từ máy khoan và có khi từ đồ chơi trẻ con."
    assert _kept(PROSE, "# Pin", told, language="vi") == [PROSE, "Pin", told]
    assert _kept(PROSE, "# Pin", PROSE.replace("two", "one"), language="vi")[1] != "Pin"
    assert _kept("# Pin", told, language="vi") == [told]


@pytest.mark.parametrize(("language", "heading"), [("en", "Comments"), ("de", "Kommentare")])
def test_a_plain_line_among_others_heads_a_section(language: str, heading: str) -> None:
    def stays(*lines: str) -> bool:
        return heading in _kept(*lines, language=language)

    more = f"On Friday, {PROSE} Nobody was hurt."
    assert stays(PROSE, "The harbour", more, heading, f"At last, {PROSE}")
    assert not stays(PROSE, f"First, {PROSE}", more, heading, "Anna", f"{more} Again.", "Bob", more)
    assert not stays(PROSE, f"First, {PROSE}", more, heading, f"At last, {PROSE}")
    assert not stays(PROSE, "The harbour", more, heading)
    assert not stays(PROSE, "The harbour", more, heading, "A ferry returns to the town")


def test_questions_stay_in_a_row_of_them() -> None:
    row = ["# What does it cost?", "Ninety euros.", "# Can I cancel?", "Within two days."]
    assert "Found a mistake?" in _kept(PROSE, *row, "# Found a mistake?", "Have it corrected.")
    assert "Found a mistake?" not in _kept(PROSE, "# Found a mistake?", "Have it corrected.")


def test_a_place_in_a_gallery_goes_and_a_mark_stays() -> None:
    assert _kept(PROSE, "Photo gallery 1/8", "Rated 4/5", f"Then: {PROSE}")[1] == "Rated 4/5"


def test_a_word_of_a_glossary_stays_between_others() -> None:
    words = ["Inflation", "Advertisement", "Dividend", "Bond"]
    row = [line for word in words for line in (f"# {word}", f"What {word} is, in a few words.")]
    assert "Advertisement" in _kept(PROSE, *row)
    assert "Advertisement" not in _kept(PROSE, *row[:6])


def test_years_head_the_parts_of_a_chronicle() -> None:
    parts = ["# 12 March 1975", PROSE, "# 2019", f"Then: {PROSE}"]
    assert "2019" in _kept(PROSE, *parts)
    assert "2019" not in _kept("# 2019", PROSE, f"Then: {PROSE}")


def test_a_mark_below_its_heading_is_no_place_in_a_gallery() -> None:
    assert _kept(PROSE, "# Verdict", "8/10.")[-1] == "8/10."
    assert "1/10" not in _kept(PROSE, "# Gallery", "1/10")
    assert "3/10" not in _kept(PROSE, "3/10", f"Then: {PROSE}")
    mark = Block(BlockKind.PARAGRAPH, "9/10", None)
    told = Extracted(Block(BlockKind.PARAGRAPH, PROSE, None))
    for bold in (True, False):
        lines = [told, Extracted(mark, bold=bold)]
        assert (mark in clean_blocks(lines, language="en").kept) is bold


@pytest.mark.parametrize(("language", "heading"), [("nl", "Bronnen"), ("pl", "Źródła")])
def test_sources_head_what_a_text_tells_of_them(language: str, heading: str) -> None:
    assert heading in _kept(PROSE, f"# {heading}", f"Then: {PROSE}", language=language)
    assert heading not in _kept(PROSE, f"# {heading}", "ANP, Reuters", language=language)


def test_a_question_with_a_mailbox_below_a_text_asks_its_readers() -> None:
    asks = "Har du något att berätta? Mejla desk@paper.example."
    texts = [f"{begin}, {PROSE}" for begin in ("First", "Then", "At last", "So", "Now", "And")]
    assert asks not in _kept(*texts, asks, language="sv")
    assert asks in _kept(texts[0], asks, *texts * 2, language="sv")


def test_a_label_above_an_article_of_one_part_goes() -> None:
    assert "Further reading" not in _kept(PROSE, "# Further reading", f"At last, {PROSE}")


@pytest.mark.parametrize(
    ("language", "line"),
    [
        ("it", "Utilizziamo i cookie, dice la seconda, e ne usa quarantuno prima del titolo."),
        ("fa", "ما از کوکی استفاده می‌کنیم، می‌گوید دومی، و چهل و یک کوکی می‌گذارد."),
        ("ja", "当サイトではクッキーを使用しています、と二つ目は言い、四十一個を置いた。"),
        ("zh", "我们使用Cookie改善您的体验，第二个客户端这样说，然后放了四十一个。"),
        ("en", "Support our journalism, the appeal read. Please donate. A farmer did."),
    ],
)
def test_what_somebody_says_of_consent_stays_in_every_language(language: str, line: str) -> None:
    assert line in _kept(PROSE, line, PROSE + " Again.", language=language)


def test_a_section_goes_on_below_a_picture_and_with_a_link() -> None:
    blocks = [
        Extracted(Block(BlockKind.PARAGRAPH, PROSE)),
        Extracted(Block(BlockKind.HEADING, "Comments", 2)),
        Extracted(Block(BlockKind.CAPTION, "The harbour"), rule="region:caption"),
        Extracted(Block(BlockKind.PARAGRAPH, f"Then: {PROSE}"), linked=0.1),
    ]
    assert "Comments" in [b.text for b in clean_blocks(blocks, language="en").kept]
    links = [*blocks[:2], Extracted(Block(BlockKind.PARAGRAPH, PROSE + " Now."), linked=0.8)]
    assert "Comments" not in [b.text for b in clean_blocks(links, language="en").kept]


def test_hours_in_plain_lines_head_entries_where_a_sentence_stands_below_each() -> None:
    entries = (
        ("21:14", "The last stage is gone, and the hall applauds."),
        ("21:02", "The second engine burns as it should."),
        ("20:58", "Lift-off in a light wind."),
    )
    texts = ["The satellite is to start tonight.", *(line for entry in entries for line in entry)]
    lines = [Extracted(Block(BlockKind.PARAGRAPH, text)) for text in texts]
    assert [block.text for block in clean_blocks(lines, language="en").kept] == texts
    cards = [text.rstrip(".") for text in texts]
    lines = [Extracted(Block(BlockKind.PARAGRAPH, text)) for text in (texts[0], *cards[1:])]
    kept = [block.text for block in clean_blocks(lines, language="en").kept]
    assert "21:02" not in kept


def test_rows_of_figures_are_a_table_that_somebody_typed() -> None:
    table = ["Karat, sale and purchase", "24 412500 409000", "21 361000 358200", "18 309400 306900"]
    assert _kept(PROSE, *table, PROSE) == [PROSE, *table, PROSE]
    days = ["1 2 3 4 5 6 7", "8 9 10 11 12 13 14", "15 16 17 18 19 20 21"]
    assert _kept(PROSE, *days, PROSE) == [PROSE, PROSE]
    assert _kept(PROSE, "1 2 345", PROSE) == [PROSE, PROSE]


def test_a_line_that_asks_for_comments_heads_no_part_of_a_text() -> None:
    lines = [PROSE, "Jane Doe", PROSE, "Leave a comment", f"Then: {PROSE}"]
    assert _kept(*lines) == [line for line in lines if line != "Leave a comment"]
    lines[3] = "Comments"
    assert _kept(*lines) == lines


def test_a_label_of_tags_may_head_a_list_that_tells() -> None:
    told = ["- A farewell to the dongle at last", "- Why are there so many browsers?"]
    tags = ["- Browsers", "- Dongles"]
    assert "Topics" in _kept(PROSE, "# Topics", *told)
    assert "Topics" not in _kept(PROSE, "# Topics", *tags)


def test_bold_words_of_a_house_head_a_section_beside_other_bold_heads() -> None:
    def kept(*heads: str) -> list[str]:
        lines = [
            Extracted(Block(BlockKind.PARAGRAPH, text), bold=text in heads)
            for text in (PROSE, heads[0], f"Then: {PROSE}", heads[-1], f"At last: {PROSE}")
        ]
        return [b.text for b in clean_blocks(lines, language="ar").kept]

    assert "خلف الكواليس" in kept("شكوك قديمة", "خلف الكواليس")


@pytest.mark.parametrize(
    ("language", "line"),
    [
        (
            "en",
            "No part of this publication may be reproduced without permission.",
        ),
        ("en", "Log in to join the discussion"),
        ("ar", "سجّل دخولك لتشارك في النقاش"),
    ],
)
def test_bold_notices_and_requests_head_no_section(language: str, line: str) -> None:
    lines = [Block(BlockKind.PARAGRAPH, text) for text in (PROSE, line, f"At last, {PROSE}")]
    bold = [Extracted(block, bold=block.text == line) for block in lines]
    assert line not in [b.text for b in clean_blocks(bold, language=language).kept]
