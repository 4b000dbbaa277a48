"""What stands among a template's lines below a text."""

from __future__ import annotations

import pytest

from pipeline.clean import clean_blocks
from pipeline.lines.tails import TAIL, TAILED, is_tailed, open_tail, take_tail
from pipeline.page.pieces import Extracted
from pipeline.records import Block, BlockKind

PROSE = [
    Block(BlockKind.PARAGRAPH, f"{at}. {'The council voted to close the bridge. ' * 3}".strip())
    for at in range(4)
]


def taken(
    *below: tuple[str, str | None], prose: list[Block] = PROSE, is_known: bool = False
) -> list[str]:
    """The lines that go; of those below the text some are out already."""
    lines = [*prose, *(Block(BlockKind.PARAGRAPH, text) for text, _ in below)]
    rules = [*(None for _ in prose), *(rule for _, rule in below)]
    take_tail(lines, rules, is_known)
    return [line.text for line, rule in zip(lines, rules, strict=True) if rule == TAIL]


GONE = ("Share this article", "en:share")


@pytest.mark.parametrize(
    "text", ["Leeds, Harbour bureau, Jane Doe", "76,254 so far", "كتبها لكم سامي من عمّان"]
)
def test_an_open_line_behind_one_that_goes_is_no_text(text: str) -> None:
    assert taken(GONE, (text, None)) == [text]
    assert taken((text, None), GONE) == []  # an author forgets the last full stop
    assert taken((text, None)) == []
    assert taken((text, None), is_known=True) == [text]


def test_articles_of_a_source_tell_that_its_lines_stand_below_texts() -> None:
    lines = [*PROSE, Block(BlockKind.PARAGRAPH, "Win a weekend in Leeds")]
    assert is_tailed(lines, {4: "repeated-in-source"})
    assert not is_tailed(lines, {4: "region:newsletter"})
    assert not is_tailed(lines, {0: "line:links"})


def test_the_end_of_a_text_stays() -> None:
    for last in ("So the bridge is shut.", "«Nobody asked us»", "(dpa)", "Who pays?", "x" * 120):
        assert taken(GONE, (last, None)) == []
        assert taken((last, None), is_known=True) == []
    assert taken(GONE, ("A last line", None), ("The bridge is shut.", None)) == []
    bare = [Block(BlockKind.PARAGRAPH, block.text.rstrip(".")) for block in PROSE]
    assert taken(GONE, ("A last line", None), prose=bare) == []
    assert taken(("The title", "region:header"), ("A last line", None)) == []


def test_chinese_says_as_much_in_fewer_signs() -> None:
    said = "市议会星期一晚间开会决定，从下星期起关闭大桥，所有货车须改乘轮渡过河。"
    prose = [Block(BlockKind.PARAGRAPH, f"{at}{said}") for at in range(4)]
    assert taken(GONE, ("每周壁纸", None), prose=prose) == ["每周壁纸"]


def test_open_lines_below_one_text_are_none_of_it() -> None:
    def tail(*texts: str) -> list[str]:
        lines = [*PROSE, *(Block(BlockKind.PARAGRAPH, text) for text in texts)]
        gone = open_tail(lines, "en")
        return [line.text for line in lines if line in gone]

    labels = [
        "Drawing Ida",
        "One good story each Thursday, before lunch, to where you read your mail",
    ]
    assert tail(*labels) == labels
    assert tail(labels[0]) == labels[:1]
    forgotten = (
        "The council will vote again in May, when the ferries have their new engines and crews"
    )
    assert tail(forgotten) == []  # the last full stop
    assert tail("Price: 99 euros", "Weight: 210 grams") == []
    assert tail("The end.") == []
    assert tail("Festival of lights\n29 November to 20 January") == []
    assert tail("Reuters") == []


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("es", "Hasta mayo los guardas juegan al ajedrez con su teléfono"),
        ("ar", "وحتى الربيع يلعب حراس الجسر الشطرنج مع هواتفهم"),
    ],
)
def test_a_last_sentence_without_its_full_stop_stays(language: str, text: str) -> None:
    block = Block(BlockKind.PARAGRAPH, text)
    assert open_tail([*PROSE, block], language) == frozenset()


@pytest.mark.parametrize(
    ("language", "said", "asked"),
    [
        ("ar", "لم يقل أيهما", "لم تشترك بعد؟ سجّل هنا"),
        ("ar", "نوم.. ثم رقاقة أخرى", "عندك معلومة؟ تواصل معنا"),
        ("en", "She might. It came to 311 pages", "Thoughts? Corrections? Write below"),
        ("fr", "Personne n’a rien vu. La mairie non plus", "Source : AFP. Photo : Reuters"),
    ],
)
def test_a_short_last_sentence_is_told_by_its_form(language: str, said: str, asked: str) -> None:
    last, label = (Block(BlockKind.PARAGRAPH, text) for text in (said, asked))
    assert open_tail([*PROSE, last], language) == frozenset()
    assert open_tail([*PROSE, label], language) == {label}
    assert taken(GONE, (said, None)) == []
    assert taken(GONE, (said, None), ("Drawing Ida", None)) == ["Drawing Ida"]
    assert taken(GONE, (asked, None)) == [asked]


def test_a_short_japanese_sentence_has_a_subject_and_a_plain_verb() -> None:
    said = "市議会は月曜の夜に橋を閉じることを決め、貨物車は渡し船に乗り換えることになった。"
    prose = [Block(BlockKind.PARAGRAPH, f"{at}{said}") for at in range(4)]
    last, label = (
        Block(BlockKind.PARAGRAPH, text) for text in ("試験は年内で終わる", "続きを読む")
    )
    assert open_tail([*prose, last], "ja") == frozenset()
    assert open_tail([*prose, label], "ja") == {label}


def test_what_japanese_says_politely_below_plain_prose_is_no_text() -> None:
    said = "市議会は月曜の夜に橋を閉じることを決め、貨物車は渡し船に乗り換えることになった。"
    prose = [Block(BlockKind.PARAGRAPH, f"{at}{said}") for at in range(4)]
    polite, plain = (
        Block(BlockKind.PARAGRAPH, text)
        for text in (
            "毎週木曜に物語を一つお届けしています",
            "渡し船は夜明けまで岸を離れなかったという",
        )
    )
    assert open_tail([*prose, polite], "ja") == {polite}
    assert open_tail([*prose, plain], "ja") == frozenset()
    told = [Block(BlockKind.PARAGRAPH, text.text.replace("なった", "なりました")) for text in prose]
    assert open_tail([*told, polite], "ja") == frozenset()


def test_an_open_line_among_those_of_a_template_is_no_text() -> None:
    said = ("Jane Doe: rubbish", None)
    short = [*PROSE[:1], Block(BlockKind.PARAGRAPH, "It had to.")]
    replies, reply = ("Replies", "repeated-in-source"), ("Log in to reply", "repeated-in-source")
    assert taken(GONE, replies, said, reply, prose=short) == ["Jane Doe: rubbish"]
    assert taken(replies, said, reply, prose=short) == []
    assert taken(GONE, replies, said, prose=short) == []
    assert taken(GONE, replies, ("It ends so.", None), reply, prose=short) == []
    pictured = ("A plant", "region:caption")
    assert taken(pictured, pictured, said, reply, prose=short) == []


@pytest.mark.parametrize(
    ("language", "said", "label"),
    [
        ("en", "No one from the county replied", "No one-time offers today"),
        ("es", "El condado no respondió", "No te lo pierdas"),
        ("pt", "O distrito não respondeu", "Não perca nada"),
        ("nl", "De provincie antwoordde niet", "Mis dit niet"),
        ("sv", "Länet svarade inte", "Missa inte detta"),
        ("pl", "Powiat nie odpowiedział", "Nie przegap tego"),
        ("ru", "Из района не ответили", "Не пропустите"),
        ("tr", "İlçeden yanıt gelmedi", "Kaçırmayın"),
        ("id", "Kabupaten tidak menjawab", "Tidak untuk dijual"),
        ("ur", "ضلع سے جواب نہ آیا", "یہ مت چھوڑیں"),
        ("zh", "县里没有答复", "不要错过"),
        ("ko", "군청은 답하지 않았다", "놓치지 마세요"),
    ],
)
def test_what_did_not_happen_is_a_sentence(language: str, said: str, label: str) -> None:
    for text, goes in ((said, False), (label, True)):
        last = Block(BlockKind.PARAGRAPH, text)
        assert open_tail([*PROSE, last], language) == (frozenset({last}) if goes else frozenset())


def test_a_fact_whose_figure_the_text_tells_is_its_own() -> None:
    told = Block(BlockKind.PARAGRAPH, "It weighs 214 grams, and was shown in 2026 at 21:14.")
    for line, goes in (
        ("Weight: 214 grams", False),
        ("Reading time: 300 minutes", True),
        ("Updated: 21:14", True),
        ("Photos: 2026", True),
    ):
        block = Block(BlockKind.PARAGRAPH, line)
        assert (block in open_tail([*PROSE, told, block], "en")) is goes


@pytest.mark.parametrize(
    ("language", "fact", "counts"),
    [
        ("en", "Weight: 300 grams", "Views: 300 times"),
        ("ar", "الوزن: 300 غرام", "عدد المشاهدات: 300 مشاهدة"),
        ("de", "Preis: 450 Euro", "Lesezeit: 3 Minuten"),
        ("fr", "Poids : 300 g", "Temps de lecture : 3 minutes"),
    ],
)
def test_one_fact_with_its_unit_below_a_text_is_a_review_s(
    language: str, fact: str, counts: str
) -> None:
    said, counted = (Block(BlockKind.PARAGRAPH, text) for text in (fact, counts))
    assert open_tail([*PROSE, said], language) == frozenset()
    assert open_tail([*PROSE, counted], language) == {counted}
    lines, rules = [*PROSE, said, counted], [*(None for _ in PROSE), None, None]
    take_tail(lines, rules, is_known=True, language=language)
    assert rules[-2:] == [None, TAIL]


def test_a_closing_above_a_line_of_a_template_goes_with_it() -> None:
    texts = [block.text for block in PROSE]
    closing = "حق الرد على ما نُشر عن الجسر مكفول لكل من ورد اسمه."
    lines = [*texts, closing, "أُضيفت إلى الخبر تفاصيل جديدة عند 11:13"]
    extracted = [Extracted(Block(BlockKind.PARAGRAPH, text)) for text in lines]
    kept = clean_blocks(extracted, frozenset({TAILED}), language="ar").kept
    assert [block.text for block in kept] == texts


@pytest.mark.parametrize(
    ("language", "line"),
    [
        ("en", "And the ferry waits"),
        ("de", "Aber die Fähre fährt"),
        ("es", "Y el barco zarpa"),
        ("ar", "ويبقى الجسر مغلقا"),
        ("ar", "ولا أحد يعبر"),
        ("ar", "والعبّارة تنتظر أهلها"),
        ("ar", "والتحقيق مستمر"),
        ("ar", "والآلة لا تعبر"),
        ("ar", "فالنهر لا يعرف المواعيد"),
        ("ar", "حتى النهر ينتظر دوره"),
        ("ar", "أما العبّارة فلها قصة أخرى"),
        ("ar", "وسيعتاد العابرون الانتظار"),
        ("en", "The old ferry sails again"),
        ("en", "Down to the quay, then"),
        ("de", "Gerudert wird am Ufer weiter"),
        ("es", "Ni una barca cruza"),
        ("ar", "لا أحد يعد بالعبور"),
        ("ar", "حتى صاحب القارب اقتنع"),
        ("fr", "Personne ne s'en plaint"),
        ("de", "Nur die Möwen rufen noch"),
        ("ar", "ثم عادت إلى مرساها القديم"),
        ("ar", "لكن العبور ما زال صعبا"),
        ("ar", "وغرقت القوارب الثلاثة"),
        ("en", "Cost per keel: $14 million"),
        ("es", "Vecinos: 340"),
        ("ar", "عدد الراكبين: 420 نفسا"),
        ("es", "Paso: 3 barcas por hora"),
        ("en", "The ferry resumes on Monday"),
        ("fr", "Une barque a été trouvée"),
        ("de", "Die Fähre ist seit gestern leer"),
        ("ar", "ينتظر العابرون قاربا آخر"),
        ("ar", "كانت تلك آخر عبّارة"),
    ],
)
def test_what_is_joined_to_the_text_or_a_figure_of_it_ends_it(language: str, line: str) -> None:
    last = Block(BlockKind.PARAGRAPH, line)
    assert last not in open_tail((*PROSE, last), language)


@pytest.mark.parametrize(
    ("language", "line"),
    [
        ("en", "And more from us"),
        ("ar", "واتساب للجميع هنا"),
        ("ar", "وزير الصحة يتفقد مستشفى"),
        ("ar", "وكالات ومواقع أخرى"),
        ("ar", "وزارات وهيئات"),
        ("en", "Please try it again"),
        ("ar", "أما بعد"),
        ("ar", "حتى لا يفوتك جديدنا"),
        ("ar", "ثم اشترك في نشرتنا"),
        ("ar", "ينشر بالاتفاق مع الميناء"),
        ("ar", "يوسف الحداد من الميناء"),
        ("en", "Comments: 340"),
        ("en", "Ferry pictures of Jane"),
        ("en", "Jane Doe is a reporter in Leeds"),
        ("en", "Comments are closed"),
        ("de", "Karl Mott ist der Chef vom Dienst"),
    ],
)
def test_other_open_lines_behind_a_text_go(language: str, line: str) -> None:
    last = Block(BlockKind.PARAGRAPH, line)
    assert last in open_tail((*PROSE, last), language)


@pytest.mark.parametrize(
    ("language", "line", "offer"),
    [
        (
            "en",
            "Applications to close the bridge end on Friday",
            "Applications for the prize end Friday",
        ),
        (
            "de",
            "Anmeldung für den council bis Montag möglich",
            "Anmeldung zur Tanzschule bis Montag",
        ),
        (
            "tr",
            "Bridge kayıtları cuma gününe kadar sürüyor",
            "Kurs kayıtları cuma gününe kadar sürüyor",
        ),
    ],
)
def test_how_one_takes_part_in_what_a_text_tells_of_ends_it(
    language: str, line: str, offer: str
) -> None:
    last, other = (Block(BlockKind.PARAGRAPH, text) for text in (line, offer))
    assert last not in open_tail((*PROSE, last), language)
    assert other in open_tail((*PROSE, other), language)


def test_a_call_to_take_part_is_the_house_s() -> None:
    call = Block(BlockKind.PARAGRAPH, "Send your applications to our bridge club now")
    assert call in open_tail((*PROSE, call), "en")


def test_what_and_is_written_onto_in_arabic_goes_on_with_a_word_of_the_text() -> None:
    said = "صوّت المجلس على إغلاق الجسر القديم وتوفير قوارب للعابرين، ولا أحد يعرف لماذا فعل ذلك."
    prose = [Block(BlockKind.PARAGRAPH, f"{at}. {said}") for at in range(4)]
    own, other, app = (
        Block(BlockKind.PARAGRAPH, text)
        for text in ("وقوارب لكل العابرين", "وصفات الشيف سلمى", "وحدة البحوث والنشر")
    )
    assert own not in open_tail((*prose, own), "ar")
    assert other in open_tail((*prose, other), "ar")
    assert app in open_tail((*prose, app), "ar")


RELATED_LINES = [
    Block(BlockKind.HEADING, "Stories close to this one", 3),
    *(Block(BlockKind.LIST_ITEM, f"The bridge is shut for the {at}th time") for at in (4, 5, 6)),
]
BEHIND = [
    Block(BlockKind.HEADING, "The weekend letter", 3),
    Block(BlockKind.PARAGRAPH, "Three stories and one idea, free of charge."),
]


def _behind_related(text: list[Block], behind: list[Block]) -> list[str | None]:
    lines = [*text, *RELATED_LINES, *behind]
    gone = ["region:related"] * len(RELATED_LINES)
    rules: list[str | None] = [*(None for _ in text), *gone, *(None for _ in behind)]
    take_tail(lines, rules)
    return rules[len(text) + len(RELATED_LINES) :]


def test_boxes_behind_a_list_of_other_articles_go_with_their_headings() -> None:
    text = [
        Block(BlockKind.PARAGRAPH, f"{at}. The council closed the bridge. " * 3) for at in (1, 2)
    ]
    assert _behind_related(text, BEHIND) == ["line:tail", "line:tail"]


def test_a_text_that_goes_on_behind_such_a_list_stays() -> None:
    text = [
        Block(BlockKind.PARAGRAPH, f"{at}. The council closed the bridge. " * 3) for at in (1, 2)
    ]
    headed = [*text, Block(BlockKind.HEADING, "What the engineers found", 3), text[0]]
    assert _behind_related(headed, BEHIND) == [None, None]
    assert _behind_related(text, BEHIND[1:]) == [None]
    assert _behind_related(text, [BEHIND[0], *text]) == [None, None, None]


def test_where_a_show_is_to_be_heard_is_no_list_of_other_articles() -> None:
    text = [
        Block(BlockKind.PARAGRAPH, f"{at}. The council closed the bridge. " * 3) for at in (1, 2)
    ]
    heard = [
        Block(BlockKind.HEADING, "Subscribe!", 3),
        *(Block(BlockKind.LIST_ITEM, where) for where in ("Quaycast", "Pocket Waves", "Feed")),
    ]
    topics = [
        Block(BlockKind.HEADING, "Topics", 3),
        Block(BlockKind.LIST_ITEM, "A farewell to the bridge"),
    ]
    lines = [*text, *heard, *topics]
    gone = ["en:follow-us", *(["line:links"] * 3)]
    rules: list[str | None] = [None, None, *gone, None, None]
    take_tail(lines, rules)
    assert rules[len(text) + len(heard) :] == [None, None]
