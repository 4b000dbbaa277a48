"""Headlines without links below a label of other texts are none of the text."""

from __future__ import annotations

import pytest
from lxml.html import fromstring

from pipeline.clean import clean_blocks
from pipeline.page.elements import text_of_element
from pipeline.page.pieces import Extracted
from pipeline.records import Block, BlockKind

PROSE = [
    Extracted(
        Block(BlockKind.PARAGRAPH, f"The council voted on bridge {n}, and nobody told us why.")
    )
    for n in range(4)
]


def _kept(
    label: str,
    *below: str,
    language: str = "en",
    kind: BlockKind = BlockKind.PARAGRAPH,
    bold: bool = False,
) -> list[str]:
    lines = [Extracted(Block(kind, text), bold=bold) for text in below]
    head = Extracted(Block(BlockKind.PARAGRAPH, label))
    cleaned = clean_blocks([*PROSE[:2], head, *lines, *PROSE[2:]], language=language)
    prose = {line.block for line in PROSE}
    return [block.text for block in cleaned.kept if block not in prose]


@pytest.mark.parametrize(
    ("language", "label", "titles"),
    [
        ("en", "Read more:", ("Ferry to run late on Fridays this winter",)),
        ("pt", "Leia também:", ("Balsa volta a operar no domingo", "Ponte fecha por um ano")),
        ("id", "Baca Juga:", ("Jembatan Lama Ditutup Mulai Senin Depan",)),
        ("ar", "اقرأ أيضا:", ("إغلاق الجسر القديم أمام الشاحنات", "العبارة تعود إلى العمل الأحد")),
    ],
)
def test_they_go_with_their_label(language: str, label: str, titles: tuple[str, ...]) -> None:
    assert _kept(label, *titles, language=language) == []
    assert _kept(label, *titles, language=language, kind=BlockKind.LIST_ITEM) == []


def test_what_heads_or_goes_on_with_the_text_stays() -> None:
    title = "Ferry to run late on Fridays this winter"
    assert _kept("Read more:", "The ferry ran late.") == ["The ferry ran late."]
    assert _kept("Read more:", "A long wait") == ["A long wait"]
    assert _kept("Read more:", title, bold=True) == [title]
    assert _kept("Read more:", title, kind=BlockKind.HEADING) == [title]
    assert _kept("The mayor said:", title) == ["The mayor said:", title]
    rows = [f"{title} {n}" for n in range(5)]
    assert _kept("Read more:", *rows) == rows


def test_below_an_advertisement_a_thai_text_goes_on_without_a_stop() -> None:
    said = "ชาวบ้านกล่าวว่าสะพานเก่าปิดมาแล้วสามเดือน"
    assert _kept("- Advertisement -", said, language="th") == [said]
    assert _kept("ข่าวที่เกี่ยวข้อง", said, language="th") == []
    assert _kept("ข่าวที่เกี่ยวข้อง", said * 3, language="th") == [said * 3]


@pytest.mark.parametrize(
    ("language", "label", "tags"),
    [
        ("en", "Topics", "Town council, Bridges, Ferries"),
        ("en", "Tags:", "bridges; ferries"),
        ("ar", "الوسوم", "جسور، عبارات، ميناء"),
    ],
)
def test_names_of_topics_in_a_row_go_with_the_label_above_them(
    language: str, label: str, tags: str
) -> None:
    assert _kept(label, tags, language=language) == []


@pytest.mark.parametrize(
    "text",
    ["Bridges, ferries and a road that nobody had asked for.", "Bridges", "Bridges, ferries:"],
)
def test_a_sentence_and_a_head_stay_below_a_label_of_topics(text: str) -> None:
    assert _kept("Topics", text) == [text]


def test_who_speaks_below_a_sponsor_s_label_goes_with_it() -> None:
    name = "Hadley & Sons, bakers since 1931"
    assert _kept("A message from our sponsor", name) == []
    assert _kept("Advertisement", name) == [name]  # below which the text goes on
    said = "The bakers had no flour since Monday."
    assert _kept("A message from our sponsor", said) == [said]


def test_below_a_label_in_a_text_without_full_stops_only_what_tells_of_others_goes() -> None:
    text = [
        "صوت المجلس على إغلاق الجسر القديم أمام الشاحنات عاما كاملا",
        "وقال رئيس المجلس إن الجسر القديم لا يحتمل وزن الشاحنات الكبيرة",
        "يستخدم الجسر القديم كل يوم نحو تسعة آلاف شخص من سكان الحي",
    ]
    other = "مزارعون يقطفون الزيتون بذراعين من المطاط"
    lines = [*text[:2], "اقرأ أيضا:", other, text[2], "وأضاف: سنفتح الجسر بعد عام"]
    blocks = [Extracted(Block(BlockKind.PARAGRAPH, line)) for line in lines]
    kept = [block.text for block in clean_blocks(blocks, language="ar").kept]
    assert kept == [*text, lines[-1]]


def test_a_question_among_several_titles_goes_where_the_text_ends_with_them() -> None:
    titles = ["Why does the ferry run late on Fridays?", "The old bridge is shut for a year"]
    head = Extracted(Block(BlockKind.PARAGRAPH, "Read more:"))
    lines = [Extracted(Block(BlockKind.PARAGRAPH, text)) for text in titles]
    kept = clean_blocks([*PROSE, head, *lines], language="en").kept
    assert [block.text for block in kept] == [line.block.text for line in PROSE]
    assert _kept("Read more:", titles[0]) == [titles[0]]
    assert _kept("Read more:", *titles)[0] == titles[0]


def _read(below: str) -> list[str]:
    html = f"<div>{''.join(f'<p>{line.block.text}</p>' for line in PROSE)}{below}</div>"
    lines = [
        Extracted(Block(BlockKind.PARAGRAPH, text_of_element(element)), element=element)
        for element in fromstring(html)
    ]
    return [block.text for block in clean_blocks(lines, language="en").kept[len(PROSE) :]]


LINKED = (
    "<p>Harbour Review: <a href='/1'>The keepers of the locks</a> Who has worked there longest "
    "tells of ice and of boats that never came back.</p>"
    "<p>Town Post: <a href='/2'>A year below the bridge</a>, with pictures by the ferrymen.</p>"
)


@pytest.mark.parametrize(
    "label", ["Read also:", "Want to learn more about the keepers of the locks? Read about:"]
)
def test_what_ends_a_text_below_such_a_label_goes_where_each_line_begins_with_a_link(
    label: str,
) -> None:
    assert _read(f"<p>{label}</p>{LINKED}") == []
    # A paragraph of the text that links a word stands for itself.
    goes_on = "<p>The council, which the <a href='/3'>town elected in May</a>, meets again.</p>"
    assert len(_read(f"<p>{label}</p>{LINKED}{goes_on}")) > 1


def test_what_a_player_is_announced_by_heads_no_line_of_the_text() -> None:
    page = fromstring(
        "<div><div class='v'><h4>Read more:</h4>{}</div>"
        "<p>Ferry to run late on Fridays this winter</p></div>".format(
            "<iframe src='//v'></iframe>"
        )
    )
    heading, line = page[0][0], page[1]
    for iframe, kept in ((True, 1), (False, 0)):
        if not iframe:
            page[0][1].drop_tree()
        lines = [
            *PROSE[:2],
            Extracted(Block(BlockKind.PARAGRAPH, text_of_element(heading)), element=heading),
            Extracted(Block(BlockKind.PARAGRAPH, text_of_element(line)), element=line),
            *PROSE[2:],
        ]
        cleaned = clean_blocks(lines, language="en")
        assert sum("Ferry" in block.text for block in cleaned.kept) == kept


def test_a_sentence_between_a_label_and_its_list_of_links_goes() -> None:
    told = "Here are more of what our council says on how to save in hard times."
    label, intro = (Extracted(Block(BlockKind.PARAGRAPH, text)) for text in ("Read more", told))
    links = [
        Extracted(Block(BlockKind.LIST_ITEM, f"What to do with {n} crowns"), 1.0, "line:links")
        for n in (100, 200)
    ]

    def kept(*lines: Extracted) -> list[str]:
        cleaned = clean_blocks([*PROSE[:2], *lines, *PROSE[2:]], language="en")
        return [block.text for block in cleaned.kept if told in block.text]

    assert kept(label, intro, *links) == []
    assert kept(label, intro, links[0]) == [told]
    assert kept(intro, *links) == [told]
