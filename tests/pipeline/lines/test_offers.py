"""A house's offers to its readers are no text; what it reports of offers is."""

from __future__ import annotations

import pytest

from pipeline.lines.offer_words import named_in
from pipeline.lines.offers import MAX_OFFERS, own_offers
from pipeline.records import Block, BlockKind

SITES = frozenset({"thecourier", "courier", "الأفقنيوز"})
PROSE = Block(BlockKind.PARAGRAPH, "The council voted to close the bridge, and nobody knows why.")


def _taken(text: str) -> bool:
    block = Block(BlockKind.PARAGRAPH, text)
    return block in own_offers((PROSE, block, PROSE), SITES)


@pytest.mark.parametrize(
    "text",
    [
        "Want to read this later? Start your Courier Premium subscription today.",
        "Subscribe to The Courier and stay ahead with more of your favourite writers.",
        "Sie lesen gerne den Courier? Eine Probemitgliedschaft gibt es für 30 Tage.",
        "Abonnez-vous au Courier et recevez chaque matin nos enquêtes dans votre boîte.",
        "Get access to Courier Premium for 5 pounds a year. Use the code “READS”. Courier Premium "
        "offers you all its subscription has.",
        "اشترك في نشرة الأفق نيوز لتصلك أهم الأخبار كل صباح.",
    ],
)
def test_an_offer_of_the_house_is_no_text(text: str) -> None:
    assert _taken(text)


@pytest.mark.parametrize(
    "text",
    [
        "The maker told The Courier that you will need a subscription from next year.",
        "As The Courier wrote in May, you can end the subscription in the settings.",
        "“You pay for a subscription that you never use,” she wrote to the Courier.",
        "The subscription costs ten euros a month, and you can end it when you like.",
        "The Courier closed its office in Leeds last year, and you can rent it now.",
        "The Courier has 30,000 subscribers, twice as many as ten years ago.",
    ],
)
def test_what_is_told_of_offers_is_text(text: str) -> None:
    assert not _taken(text)


def test_an_article_about_the_house_s_own_offers_keeps_them() -> None:
    text = "With subscription {} to The Courier you get one letter more."
    kept = [Block(BlockKind.PARAGRAPH, text.format(n)) for n in range(MAX_OFFERS + 1)]
    assert own_offers(kept, SITES) == frozenset()
    assert own_offers(kept[1:], SITES) == frozenset(kept[1:])


def test_a_guide_to_letters_and_subscribers_keeps_what_names_the_house() -> None:
    text = "Letter {} goes to your subscribers when you have written the text of your newsletter."
    guide = [Block(BlockKind.PARAGRAPH, text.format(n)) for n in range(MAX_OFFERS + 1)]
    named = Block(BlockKind.PARAGRAPH, "With The Courier you reach your subscribers in one click.")
    assert own_offers([*guide, named], SITES) == frozenset()
    assert own_offers([*guide[1:], named], SITES) == {named}


def test_only_paragraphs_are_offers() -> None:
    heading = Block(
        BlockKind.HEADING, "Why you should end your subscription to The Courier", level=2
    )
    assert own_offers((PROSE, heading), SITES) == frozenset()


LONG = Block(BlockKind.PARAGRAPH, PROSE.text.replace("bridge", "old bridge of the town"))


def _invites(text: str, *others: str, first: bool = False) -> bool:
    line = Block(BlockKind.PARAGRAPH, text)
    rest = [Block(BlockKind.PARAGRAPH, other) for other in others]
    kept = (line, PROSE, LONG, *rest) if first else (PROSE, LONG, line, *rest)
    return line in own_offers(kept, SITES)


INVITATIONS = (
    "Tickets for this autumn’s awards go on general sale this Friday at noon",
    "Plätze für den Wettbewerb der jungen Gründer sind bis Freitag kostenlos",
    "Лекторий открывает новый сезон в Томске, вход по регистрации",
    "حجز مقاعد مؤتمر «تقنيات الغد 2027» مفتوح حتى نهاية الشهر بخصم خاص",
    "ثبت‌نام دوره‌ی رایگان برنامه‌نویسی تا جمعه تمدید شد و ادامه دارد",
    "読者交流会を福岡で開きます。参加費は無料、先着24名です",
)


@pytest.mark.parametrize("text", INVITATIONS)
def test_an_open_line_that_invites_to_what_no_other_tells_of_is_no_text(text: str) -> None:
    assert _invites(text)
    assert not _invites(text, first=True)
    assert not _invites(f"{text}.".replace("です.", "です。"))  # a sentence tells it


def test_what_the_text_tells_of_too_is_its_own() -> None:
    text = "Tickets for this autumn’s awards go on general sale this Friday at noon"
    assert not _invites(text, "The awards have been given in the town hall since 1950.")


@pytest.mark.parametrize(
    ("text", "goes"),
    [
        ("The Courier turns ten on Saturday in Leeds, admission to all rooms", True),
        ("Courier readers and their friends, admission from seven in the evening", True),
        ("The Courier conference is open to all, and registration costs nothing.", True),
        ("The Courier invites its readers to a lecture in Leeds.", True),
        ("El Courier celebra su décimo aniversario con una charla en Leeds.", True),
        ("The Courier conference hears how the bridge was lost.", False),
        ("A bridge turns ten on Saturday in Leeds, admission to all rooms", False),
        ("The mayor told the Courier conference that registration was full.", False),
    ],
)
def test_a_house_that_names_itself_invites_in_sentences_too(text: str, goes: bool) -> None:
    assert _invites(text) is goes
    assert own_offers((PROSE, LONG, Block(BlockKind.HEADING, text, level=2)), SITES) == frozenset()


def test_a_house_that_the_text_tells_of_does_not_invite() -> None:
    text = "The Courier invites its readers to a lecture in Leeds."
    assert not _invites(text, "The Courier has moved into the old mill, and nobody knows why.")
    assert _invites(text, "Jane Doe joined The Courier in 2019. Tips: jane@courier.example")
    assert _invites("数字茶馆线下沙龙本周六在成都举办，名额有限。") is False
    line = Block(BlockKind.PARAGRAPH, "数字茶馆线下沙龙本周六在成都举办，名额有限。")
    assert line in own_offers((PROSE, LONG, line), frozenset({"数字茶馆"}))


def test_a_heading_right_above_an_invitation_is_its_own() -> None:
    text = "Meet the mayor at The Courier forum in Leeds, May 3 to 5. Reserve your seat."
    line, head = Block(BlockKind.PARAGRAPH, text), Block(BlockKind.HEADING, "Courier Forum", 4)
    assert line in own_offers((PROSE, LONG, head, line), SITES)
    assert own_offers((PROSE, head, LONG, line), SITES) == frozenset()


def test_a_house_is_known_without_the_word_for_what_it_is() -> None:
    text = "مسابقة الشاطئ الرمضانية تعود هذا العام بجوائز قيمتها 72 ألف ريال"
    line = Block(BlockKind.PARAGRAPH, text)
    assert line in own_offers((PROSE, LONG, line), frozenset({"صحيفةالشاطئ"}))


SELVES = frozenset({"signalsolder", "theharbourpost", "الميزان"})


def _of_itself(text: str, language: str, title: str = "", *others: str) -> bool:
    line = Block(BlockKind.PARAGRAPH, text)
    rest = [Block(BlockKind.PARAGRAPH, other) for other in others]
    return line in own_offers((PROSE, LONG, LONG, line, *rest, LONG), SELVES, language, title)


@pytest.mark.parametrize(
    ("text", "goes"),
    [
        ("Signal & Solder keeps a shed for the things that nobody wants.", True),
        ("The keys to the shed of The Harbour Post hang beside the door.", True),
        ("The governor’s office did not respond to The Harbour Post.", False),
        ("The Harbour Post has seen the letters that the two men wrote.", False),
        ("The mayor told The Harbour Post why he would not stay.", False),
        ("Why does nobody buy The Harbour Post any more these days?", False),
        ("The Harbour Post stays. Its editors keep a shed.", False),
        ("عاد الميزان التجاري إلى ما كان عليه قبل عامين.", False),
    ],
)
def test_a_sentence_about_a_house_of_several_words_is_its_own(text: str, goes: bool) -> None:
    language = "ar" if "الميزان" in text else "en"
    assert _of_itself(text, language) is goes
    assert not _of_itself(text, "xx")  # its words for what it was told are not known
    assert not _of_itself(text, language, "What became of Signal & Solder and The Harbour Post")
    assert not _of_itself(text, language, "", "The Harbour Post and Signal & Solder, الميزان too.")


def test_two_invitations_of_a_house_in_one_text_go_both() -> None:
    texts = (
        "The Courier invites its readers to a lecture in Leeds.",
        "The Courier conference is open to all, and registration costs nothing.",
    )
    lines = [Block(BlockKind.PARAGRAPH, text) for text in texts]
    assert own_offers((PROSE, LONG, *lines), SITES) == frozenset(lines)


def test_a_house_s_name_is_its_own_with_marks_and_without() -> None:
    line = Block(
        BlockKind.PARAGRAPH, "ومنبر عمّان يفتح صفحاته لأي توضيح من الجهات ذات العلاقة بملف الجسر."
    )
    told = [
        Block(BlockKind.PARAGRAPH, f"صوت المجلس على إغلاق الجسر رقم {n} مدة تزيد على عام.")
        for n in range(4)
    ]
    assert line in own_offers((*told, line), frozenset({"منبرعمان"}), "ar")
    assert line not in own_offers((*told, line), frozenset({"منبرالخليج"}), "ar")


def test_a_report_that_begins_with_its_house_and_place_invites_nobody() -> None:
    told = "ورشة صغيرة تستقبل كل أسبوع أربعة أطنان من قشور اللوز."
    head = Block(BlockKind.HEADING, "هدى سالم", level=2)
    report = Block(BlockKind.PARAGRAPH, f"الأفق نيوز – صفاقس. {told}")
    call = Block(BlockKind.PARAGRAPH, f"الأفق نيوز – {told}")
    assert own_offers((head, report, PROSE, PROSE, PROSE), SITES, "ar") == frozenset()
    assert own_offers((head, call, PROSE, PROSE, PROSE), SITES, "ar") == {call}


def test_words_in_small_letters_are_no_name_of_a_house() -> None:
    told = "A engenheira Rita Prado, que comandou as equipes sob o cais, visitou a oficina."
    text = "O conselho votou o fechamento da longa ponte, por mais de um ano e meio."
    kept = [Block(BlockKind.PARAGRAPH, line) for line in (text, told, text)]
    assert own_offers(kept, {"ocais"}, "pt") == frozenset()
    assert named_in(told, ["ocais"]) == []
    assert named_in("Assine O Cais e leia sem limites.", ["ocais"]) == ["ocais"]
    assert named_in("Das schreibt heise online.", ["heise"]) == ["heise"]
