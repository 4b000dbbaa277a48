"""Cleaning: what goes, what must stay, and that nothing is lost between."""

from __future__ import annotations

import base64
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.clean import clean_blocks, separate
from pipeline.fingerprints import skeleton
from pipeline.ledger import Cleaned, rebuild
from pipeline.lines.rulebook import rule_book
from pipeline.lines.watermarks import is_watermark, split_at_watermark
from pipeline.page.pieces import Extracted
from pipeline.records import Block, BlockKind
from pipeline.repeats.line_keys import ON_ALL
from pipeline.repeats.repeated import clean_again

PROSE = "أعلنت الشركة أنها ستطرح الجهاز الجديد في الأسواق خلال الشهر المقبل، بحسب بيان رسمي."


def extracted(*texts: str, **more: Any) -> list[Extracted]:
    return [Extracted(Block(BlockKind.PARAGRAPH, text), **more) for text in texts]


def test_a_bare_address_at_the_end_is_the_reader_s() -> None:
    assert kept(PROSE, "185.12.110.9") == [PROSE]
    assert kept(PROSE, "185.12.110.9 - كفر الميزان", "رقم الآي بي الخاص بك 185.12.110.9") == [PROSE]
    told = "185.12.110.9 - عنوان الخادم الذي عطله الهجوم أمس"
    assert kept(PROSE, told) == [PROSE, told]
    assert kept("185.12.110.9", PROSE, PROSE + " 2", PROSE + " 3")[0] == "185.12.110.9"


def test_a_line_far_from_the_end_stands_there_once_those_below_it_went() -> None:
    rights = "© 2026 The Harbour Line. All rights reserved."
    below = [
        "Share this story",
        "Copy link",
        "Back to top",
        "Leave a comment",
        "Print",
        "Most read",
    ]
    prose = [f"{PROSE} {number}" for number in range(8)]
    assert kept(*prose, rights, "Source: Acme", *below) == prose


@pytest.mark.parametrize(
    "line", ["5 марта 2026 23:51 👁 623 💬 15", "👁 623 💬 15", "5 марта 2026 👁 1 204"]
)
def test_what_signs_count_behind_a_day_is_no_text(line: str) -> None:
    assert kept(line, PROSE) == [PROSE]
    told = "До моста дошли 🔥 12"
    assert kept(told, PROSE) == [told, PROSE]


def test_a_word_that_is_a_sentence_amid_a_text_is_no_button() -> None:
    told = [f"{PROSE} {number}" for number in range(12)]
    assert kept(*told[:6], "Merken.", *told[6:]) == [*told[:6], "Merken.", *told[6:]]
    assert kept(*told[:6], "Merken", *told[6:]) == told
    assert kept(*told, "Merken.") == told


def kept(*texts: str, **more: Any) -> list[str]:
    return [block.text for block in clean_blocks(extracted(*texts), **more).kept]


@pytest.mark.parametrize(
    "line",
    [
        "اترك تعليقاً",
        "لن يتم نشر عنوان بريدك الإلكتروني. الحقول الإلزامية مشار إليها بـ *",
        "زر الذهاب إلى الأعلى",
        "وقت القراءة: 4 دقائق",
        "3 دقائق للقراءة",
        "شارك هذا الموضوع:",
        "Leave a Reply",
        "5 min read",
        "Share this:",
        "Back to top",
        "Votre adresse e-mail ne sera pas publiée.",
        "Temps de lecture : 3 min",
        "Schreibe einen Kommentar",
        "Lesezeit: 4 Minuten",
        "Deja una respuesta",
        "Lascia un commento",
        "Deixe um comentário",
        "Bir yanıt yazın",
        "دیدگاهتان را بنویسید",
        "مزید پڑھیں",
        "Tinggalkan Balasan",
        "Добавить комментарий",
        "发表评论",
        "コメントを残す",
        "댓글 남기기",
        "https://www.youtube.com/watch?v=abcdefgh",
        "Facebook | Twitter | WhatsApp",
    ],
)
def test_boilerplate_goes(line: str) -> None:
    cleaned = clean_blocks(extracted(PROSE, line))
    assert [block.text for block in cleaned.kept] == [PROSE]
    assert [removed.text for removed in cleaned.removed] == [line]
    assert all(removed.rule for removed in cleaned.removed)


@pytest.mark.parametrize(
    "line",
    [
        "اترك تعليقاً، قال المدير للصحفيين قبل أن يغادر القاعة.",
        "تابعت الشركة نتائجها على مدى عام كامل.",
        "Read the report and you will see that share prices fell by 5 per cent.",
        "Share prices fell in early trading.",
        "By the end of the year, sales had doubled.",
        "More than 20 people were hurt: nine of them remain in hospital.",
        "Published reports suggest that the deal is near.",
        "Von den 20 Bewerbern blieben drei.",
        "Par ailleurs, le groupe prévoit une hausse.",
        "Por eso, la empresa abrirá una planta.",
        "Di questo si parla da anni.",
        "«Nous partageons cette analyse», a dit la ministre.",
        "The video shows a man running from the building.",
        "وقال: «تابعونا»، ثم انصرف.",
        "Comments from officials were few.",
        "10,000 H100",
        "قراءة التاريخ تكشف ذلك.",
    ],
)
def test_prose_stays(line: str) -> None:
    assert line in kept(PROSE, line, PROSE + " ثم أضافت.")
    assert line in kept(line, PROSE)


def mark(text: str) -> str:
    return base64.b64encode(text.encode()).decode()


@pytest.mark.parametrize(
    "line",
    [
        mark("ip: 185.244.36.137 "),
        mark("ip: 185.244.36.137 ") + " جزيرة ام اند امز NL",
        mark("reader@example.org"),
        mark("ip: 185.244.36.137 1795707639.706"),
        mark("185.244.36.137 2026-11-20T09:30:00Z"),
        mark("New York, US 185.244.36.137"),
        mark("الدار البيضاء 185.244.36.137"),
        mark("ip: 2001:db8:0:0:0:0:0:1 "),
        "IP: 192.0.2.44",
        "192.0.2.44 - reader@example.org",
        "reader@example.org (192.0.2.44) 2026-11-20 09:30",
        "Your IP address: 192.0.2.44 Berlin DE",
        "7c76ebf6534e2ab648925c2a471d9c7c",
    ],
)
def test_a_mark_of_the_readers_address_is_known(line: str) -> None:
    assert is_watermark(line)


@pytest.mark.parametrize(
    "line",
    [
        "Shengjia Zhao",
        "aXA6",
        mark("a long but innocent text"),
        mark("10.0.0.1 is private"),
        "10.0.0.1 is a private address",
        "10.0.0.1 answers as root@example.org",
        "7c76ebf6534e2ab648925c2a471d9c7c is its number",
        "12345678901234567890123456",
    ],
)
def test_other_lines_are_no_watermark(line: str) -> None:
    assert not is_watermark(line)


@pytest.mark.parametrize(
    ("line", "goes"),
    [
        ("Q2FsbG93YXk0ODExOTAzNzcyMTU0NF9GcmVlMzAzNjIx", True),
        ("k7Pq2Zx9Lm4Rt8Vw3Yb6Nc1D", True),
        ("Donaudampfschifffahrtsgesellschaft", False),
        ("InternationalHarbourConference2026", False),
        ("4111-1111-1111-1111-1111-1111", False),
    ],
)
def test_a_template_s_key_above_a_text_is_none_of_it(line: str, goes: bool) -> None:
    assert (line not in kept(line, PROSE)) is goes
    assert line in kept(PROSE, PROSE + " again", line, *(PROSE + str(n) for n in range(8)))


def test_a_watermark_at_the_end_of_a_paragraph_is_parted_from_it() -> None:
    token = mark("ip: 185.244.36.137 ")
    cleaned = clean_blocks(extracted(f"{PROSE} {token} جزيرة NL"))
    assert [block.text for block in cleaned.kept] == [PROSE]
    assert [(r.text, r.rule) for r in cleaned.removed] == [(f"{token} جزيرة NL", "watermark")]


def test_the_place_that_follows_a_watermark_goes_too() -> None:
    cleaned = clean_blocks(extracted(PROSE, mark("ip: 185.244.36.137 "), "جزيرة ام اند امز NL"))
    assert [r.rule for r in cleaned.removed] == ["watermark", "watermark-place"]


def test_a_last_sentence_behind_a_watermark_is_no_place() -> None:
    mark_line, last = "IP: 185.244.36.137", "这家公司有27名员工。"
    assert kept(PROSE, PROSE + " again", mark_line, last) == [PROSE, PROSE + " again", last]


def test_a_place_between_two_watermarks_is_the_reader_s() -> None:
    first, second = "IP: 185.244.36.137", mark("185.244.36.137")
    for lines, left in (
        ((PROSE, first, "صنعاء، الجمهورية", second, PROSE + " again"), [PROSE, PROSE + " again"]),
        ((PROSE, first, "The bridge", PROSE + " again"), [PROSE, "The bridge", PROSE + " again"]),
    ):
        assert [block.text for block in clean_blocks(extracted(*lines)).kept] == left


def test_a_line_that_the_source_repeats_goes() -> None:
    line = "تجدون المزيد في نشرتنا المسائية"
    assert kept(PROSE, PROSE + " ثم أضافت.", line, repeated=frozenset({skeleton(line)})) == [
        PROSE,
        PROSE + " ثم أضافت.",
    ]


def test_repeated_lines_never_take_more_than_a_third() -> None:
    lines = ("First line of a short flash.", "Second line of a short flash.")
    assert kept(*lines, repeated=frozenset(map(skeleton, lines))) == list(lines)


def test_the_only_address_behind_a_place_is_the_readers() -> None:
    others = [f"{PROSE} {number}" for number in range(9)]
    assert kept(PROSE, "تونس 192.0.2.44", *others) == [PROSE, *others]
    servers = ["Quad 192.0.2.44", "Quill 192.0.2.45"]
    assert kept(PROSE, *servers, *others) == [PROSE, *servers, *others]
    assert "DNS server 192.0.2.44" in kept(PROSE, "DNS server 192.0.2.44", *others)


@pytest.mark.parametrize("data", ["a", "1", "(", "ا", "2026-11-", "http://a/", "ً", "by ", " - "])
def test_a_line_of_data_without_a_blank_goes(data: str) -> None:
    line = data * (2_000 // len(data))
    assert kept(PROSE, line, PROSE) == [PROSE, PROSE]


@pytest.mark.parametrize("words", ["新しい装置を発表した。", "บริษัทเปิดตัวอุปกรณ์ใหม่", "ក្រុមហ៊ុនបានប្រកាស"])
def test_a_script_that_parts_no_words_is_no_data(words: str) -> None:
    assert kept(words * 200) == [words * 200]


def test_a_heading_over_nothing_goes() -> None:
    lines = [
        *extracted(PROSE),
        Extracted(Block(BlockKind.HEADING, "تعليقات القراء وآراؤهم", 2)),
        *extracted("اترك تعليقاً"),
    ]
    cleaned = clean_blocks(lines)
    assert [block.text for block in cleaned.kept] == [PROSE]
    assert [r.rule for r in cleaned.removed] == ["hanging-heading", "ar:comment-form"]


def test_words_of_the_text_that_are_drawn_large_hang_over_nothing() -> None:
    drawn = Extracted(Block(BlockKind.HEADING, "“I will see the lights on the mole yet.”", 2))
    assert texts(clean_blocks([*extracted(PROSE), drawn])) == [PROSE, drawn.block.text]


def test_a_sentence_that_announces_what_went_goes_at_the_end() -> None:
    told = "You find all that is new on the war at any time in our live blog:"
    card = Extracted(Block(BlockKind.PARAGRAPH, "What is new on the war"), rule="region:related")
    chart = Extracted(Block(BlockKind.PARAGRAPH, "What is new on the war"), rule="region:embed")
    assert texts(clean_blocks([*extracted(PROSE, told), card])) == [PROSE]
    assert texts(clean_blocks([*extracted(PROSE, told), chart])) == [PROSE, told]
    assert texts(clean_blocks([*extracted(PROSE, told), card, *extracted(PROSE)])) == [
        PROSE,
        told,
        PROSE,
    ]


def texts(cleaned: Cleaned) -> list[str]:
    return [block.text for block in cleaned.kept]


@pytest.mark.parametrize(
    "line",
    [
        "(Reuters)",
        "(Reuters/red)",
        "رويترز/م.س",
        "AA/DHA",
        "رويترز - وكالات",
        "EFE/AP",
        "dpa",
        "وكالات – تونس",
        "Paris - AFP",
    ],
)
def test_an_agencys_sign_off_goes_unless_it_is_asked_to_stay(line: str) -> None:
    assert kept(PROSE, line) == [PROSE]
    assert kept(PROSE, line, options=frozenset({"keep-agency-sign-offs"})) == [PROSE, line]


@pytest.mark.parametrize(
    "line",
    [
        "رويترز وحدها لم تنشر الخبر",
        "Orbitek/Nuvaris",
        "(Harbour)",
        "Harbour – Tunis",
        "AP – the price of it",
        "AFP – 40",
    ],
)
def test_a_last_line_that_names_others_is_no_sign_off(line: str) -> None:
    assert kept(PROSE, line) == [PROSE, line]


def test_code_is_never_cleaned() -> None:
    lines = [*extracted(PROSE), Extracted(Block(BlockKind.CODE, "Share"))]
    assert len(clean_blocks(lines).kept) == 2


def test_a_line_of_facts_that_ends_with_the_time_to_read_goes() -> None:
    facts = "Jane Doe, John Roe,Last updated at October 4, 2026•1 min read"
    assert kept(facts, PROSE) == [PROSE]
    assert (
        kept(fact := "It was sold in 2026 – 30 minutes before noon. Then it rained.", PROSE)[0]
        == fact
    )


@pytest.mark.parametrize(
    "line",
    [
        "5. března 2026",
        "5. ožujka 2026.",
        "2026. március 5.",
        "5 de març de 2026",
        "5 मार्च 2026",
        "5 มีนาคม 2569",
        "৫ মার্চ ২০২৬",
        "5. března 2026, 10:15",
    ],
)
def test_a_day_alone_above_a_text_goes(line: str) -> None:
    assert kept(line, PROSE) == [PROSE]


def test_a_line_that_begins_like_a_day_stays() -> None:
    assert kept(line := "5 bridges of 2026 and one more", PROSE) == [line, PROSE]


def test_a_row_of_figures_is_what_its_table_tells() -> None:
    rows = ["Year | Units | Cost", "2024 | 54 | 4249", "2025 | 236 | 5,621"]
    table = [Extracted(Block(BlockKind.TABLE_ROW, row)) for row in rows]
    blocks = clean_blocks([*extracted(PROSE), *table, *extracted("1 | 2 | 3 | »")]).kept
    assert [block.text for block in blocks] == [PROSE, *rows]


def test_every_language_has_rules() -> None:
    languages = {rule.language for rules in rule_book().lines.values() for rule in rules} | {
        rule.language for rule in rule_book().patterns
    }
    wanted = "any ar en fr de es it pt nl tr fa ur id ru zh ja ko"
    assert languages >= set(wanted.split())


KNOWN = sorted(rule_book().lines)[:200]
LINES = st.builds(
    Extracted,
    st.builds(
        Block,
        st.sampled_from(list(BlockKind)),
        st.one_of(
            st.text(min_size=1, max_size=60).map(str.strip).filter(bool),
            st.sampled_from(
                [PROSE, "Share", "اترك تعليقاً", f"{PROSE} {mark('ip: 192.0.2.7 ')}", "a\nShare\nb"]
            ),
            st.sampled_from(KNOWN),
        ),
        st.none(),
    ),
    st.sampled_from([0.0, 0.5, 1.0]),
    st.sampled_from([None, None, "region:share"]),
)


@given(st.lists(LINES, max_size=12), st.sampled_from([None, "ar", "de"]))
def test_text_and_ledger_give_back_the_extraction(
    lines: list[Extracted], language: str | None
) -> None:
    cleaned = clean_blocks(lines, language=language)
    whole = rebuild(cleaned.kept, cleaned.removed)
    # Separation only puts lines on their own: the words are the same, in the same order.
    assert "".join("".join(b.text.split()) for b in whole) == "".join(
        "".join(line.block.text.split()) for line in lines
    )
    assert [r.index for r in cleaned.removed] == sorted({r.index for r in cleaned.removed})


@given(st.lists(LINES, max_size=12))
def test_lines_that_need_no_separation_are_given_back_exactly(lines: list[Extracted]) -> None:
    parted = [Extracted(line.block, line.linked, line.rule) for line in separate(lines)]
    again = list(separate(parted))
    assert [line.block for line in again] == [line.block for line in parted]


def test_lines_learned_later_leave_an_article_cleaned_before() -> None:
    lines = (PROSE, "Share this:", f"{PROSE} وأكثر.", "Follow the show on channel nine")
    first = clean_blocks(extracted(*lines))
    again = clean_again(first.kept, first.removed, frozenset({skeleton(lines[3])}))
    assert again is not None
    assert [block.text for block in again.kept] == [lines[0], lines[2]]
    assert rebuild(again.kept, again.removed) == rebuild(first.kept, first.removed)
    assert clean_again(again.kept, again.removed, frozenset({skeleton(lines[3])})) is None


def test_an_article_that_is_mostly_repeated_lines_stays() -> None:
    first = clean_blocks(extracted(PROSE, f"{PROSE} وأكثر."))
    assert clean_again(first.kept, first.removed, frozenset({skeleton(PROSE)})) is None


def test_a_mark_between_two_paragraphs_that_run_together_goes_alone() -> None:
    mark = base64.b64encode(b"ip: 192.0.2.44 ").decode()
    for place, gap in (("", " "), (" جزيرة NL", "")):
        text = f"انتهى البحث في الصيف. {mark}{place}{gap}{PROSE}"
        assert split_at_watermark(text) == ["انتهى البحث في الصيف.", f"{mark}{place}", PROSE]
    placed = f"{mark} جزيرة ام اند امز NL"
    assert split_at_watermark(f"{PROSE} {placed}") == [PROSE, placed]
    assert split_at_watermark(PROSE) == [PROSE]


@pytest.mark.parametrize("said", ["ip: 192.0.2.44 ", "192.0.2.44", "reader@mail.example"])
@pytest.mark.parametrize("before", ["", "Share"])
def test_a_mark_between_two_words_that_are_glued_to_it_goes_alone(said: str, before: str) -> None:
    mark = base64.b64encode(said.encode()).decode()
    after = "The council voted on Tuesday to close the bridge for repairs, which will last a year."
    parts = split_at_watermark(f"{before}{mark}{after}")
    assert parts == [*filter(None, [before]), mark, after]


@pytest.mark.parametrize(
    "text",
    [
        "Das Bundesverfassungsgerichtsgesetz regelt das.",
        "The key aXQgaXMgbm90IGFuIGFkZHJlc3M= opens nothing.",
        "iPhone16ProMaxTitaniumNatural is one word in the leak.",
    ],
)
def test_long_words_are_no_mark(text: str) -> None:
    assert split_at_watermark(text) == [text]


def test_a_background_that_a_newsroom_repeats_amid_its_texts_stays() -> None:
    background = (
        "The regulator opened its inquiry in March, after three consumer groups had sent it "
    )
    background += "complaints about the prices of the network."
    texts = [f"{n}. {PROSE}" for n in range(14)]
    known = frozenset({skeleton(background)})
    whole = [*texts[:7], background, *texts[7:]]
    assert kept(*whole, repeated=known) == whole
    assert kept(*texts, background, repeated=known) == texts


def test_an_item_that_many_articles_have_stays_amid_a_list_of_the_article_s_own() -> None:
    prose = extracted(*(f"{n}. {PROSE}" for n in range(8)))
    names = ["USB-C", "Weight of 171 grams", "Battery of 4,210 hours", "Glass from Jena"]
    items = [Extracted(Block(BlockKind.LIST_ITEM, name)) for name in names]
    known = frozenset({skeleton("USB-C")})
    assert items[0].block in clean_blocks([*prose, *items, *prose], repeated=known).kept
    every = known | frozenset(f"{skeleton(name)}={ON_ALL}" for name in names)
    assert items[0].block not in clean_blocks([*prose, *items, *prose], repeated=every).kept
    headed = extracted("More of the port", bold=True)
    assert items[0].block not in clean_blocks([*prose, *headed, items[0]], repeated=known).kept


def test_a_mark_glued_to_a_button_goes_with_it() -> None:
    line = f"Share{mark('ip: 192.0.2.44 ')}"
    assert kept(line, PROSE) == [PROSE]


def test_a_heading_that_many_articles_have_stays_above_their_own_text() -> None:
    head = Extracted(Block(BlockKind.HEADING, "Price and release", 2))
    known = frozenset({skeleton("Price and release")})
    prose = extracted(*(f"{n}. {PROSE}" for n in range(8)))
    plug = extracted("Get the evening letter with all prices and releases of the week.")
    amid = [*prose[:4], head, *prose[4:]]
    assert head.block in clean_blocks(amid, repeated=known).kept
    promo = [*prose[:4], head, *plug, *prose[4:]]
    assert (
        head.block not in clean_blocks(promo, repeated=known | {skeleton(plug[0].block.text)}).kept
    )
    assert head.block not in clean_blocks([head, *prose], repeated=known).kept


def test_the_head_of_a_table_that_many_articles_have_stays() -> None:
    head, row = "المدينة | العدد", "تونس | 7721"
    known = frozenset({skeleton(head)})
    prose = extracted(*(f"{n}. {PROSE}" for n in range(4)))
    rows = [Extracted(Block(BlockKind.TABLE_ROW, text)) for text in (head, row)]
    for lines in ([*prose, *rows], [*prose, *rows, *prose]):
        assert head in [block.text for block in clean_blocks(lines, repeated=known).kept]
    again = frozenset({skeleton(head), skeleton(row)})
    assert not {head, row} & {b.text for b in clean_blocks([*prose, *rows], repeated=again).kept}


@pytest.mark.parametrize(
    ("text", "goes"),
    [("[Evening Post]", True), ("(تك كرانش)", True), ("(ضاحكًا)", False), ("(he laughs)", False)],
)
def test_a_name_in_brackets_amid_a_text_credits_a_picture(text: str, goes: bool) -> None:
    lines = [f"The council voted on bridge {n}, and nobody knows why." for n in range(16)]
    blocks = [Block(BlockKind.PARAGRAPH, t) for t in (*lines[:8], text, *lines[8:])]
    cleaned = clean_blocks([*map(Extracted, blocks)])
    assert (text in [removed.text for removed in cleaned.removed]) is goes


def test_a_label_below_which_nothing_is_left_goes() -> None:
    assert kept(PROSE, "Contact:") == [PROSE]
    assert kept(PROSE, "للتواصل:") == [PROSE]
    assert kept("Contact:", PROSE) == ["Contact:", PROSE]


def test_a_sentence_that_ends_with_a_colon_stays_where_nothing_is_left_below() -> None:
    said = "What the firm says of its new phone is this alone, and no more:"
    assert kept(PROSE, said) == [PROSE, said]


def test_a_long_file_in_letters_is_no_reader_s_mark() -> None:
    plain = "reader=ann@example.org&token=" + "k7Qz" * 40
    mark, file = (base64.b64encode((plain * n).encode()).decode().rstrip("=") for n in (1, 10))
    assert split_at_watermark(f"The bridge is open. {mark}") == ["The bridge is open.", mark]
    assert split_at_watermark(f"The bridge is open. {file}") == [f"The bridge is open. {file}"]


def test_a_list_between_sentences_keeps_the_items_that_others_have_too() -> None:
    items = ["Keep a copy off the network", "Change the password", "Ask Ann", "Wait for the tide"]
    known = frozenset(map(skeleton, items[:2]))
    lines = [
        *extracted(PROSE, f"{PROSE} 2."),
        *(Extracted(Block(BlockKind.LIST_ITEM, item)) for item in items),
        *extracted(f"{PROSE} 3."),
    ]
    found = [block.text for block in clean_blocks(lines, known).kept]
    assert found == [line.block.text for line in lines]
    below = [block.text for block in clean_blocks(lines[:-1], known).kept]
    assert below == [PROSE, f"{PROSE} 2.", *items[2:]]
    on_all = known | frozenset(f"{skeleton(item)}={ON_ALL}" for item in items)
    without = [block.text for block in clean_blocks(lines, on_all).kept]
    assert without == [PROSE, f"{PROSE} 2.", f"{PROSE} 3."]
