"""A line that tells nothing its text does goes where its words are those of a house."""

from __future__ import annotations

from pathlib import Path

import pytest

from bench.line_judge import train
from bench.line_judge.train import digest_of_lines, examples_of_files, features_of, learn, written
from pipeline.lines.how_many import MAX_LINES
from pipeline.lines.judged import FEW_LINES, judged
from pipeline.lines.report_openings import opens_report
from pipeline.patterns.rule_files import read_rules
from pipeline.records import Block, BlockKind

PROSE = {
    "en": "The council voted to close the long bridge in part {} for more than a year.",
    "ar": "صوت المجلس على إغلاق الجسر الطويل في مرحلته {} مدة تزيد على عام كامل.",
    "de": "Der Rat stimmte dafür, die lange Brücke im Abschnitt {} über ein Jahr zu sperren.",
    "fr": "Le conseil a voté la fermeture du long pont, tronçon {}, pendant plus d'un an.",
    "tr": "Meclis uzun köprünün {} numaralı bölümünün bir yıl kapanmasına karar verdi.",
    "es": "El concejo votó cerrar el largo puente en su tramo {} durante más de un año.",
    "ru": "Совет проголосовал за то, чтобы закрыть часть {} длинного моста на год.",
    "ja": "議会は長い橋の第{}区間を一年以上閉鎖することを決めた。",
    "it": "Il consiglio ha votato la chiusura del lungo ponte, tratto {}, per oltre un anno.",
    "pt": "O conselho votou o fechamento da longa ponte, trecho {}, por mais de um ano.",
    "hi": "परिषद ने लंबे पुल के हिस्से {} को एक साल बंद रखने का फैसला किया।",
}


def _text(language: str, *others: str) -> list[Block]:
    lines = [PROSE[language].format(n) for n in range(2, FEW_LINES + 4)]
    return [Block(BlockKind.PARAGRAPH, line) for line in (*lines, *others)]


def _goes(language: str | None, line: str, *others: str, sites: tuple[str, ...] = ()) -> bool:
    text = _text(language or "en", line, *others)
    return text[len(text) - 1 - len(others)] in judged(text, sites, language)


@pytest.mark.parametrize(
    ("language", "line"),
    [
        ("en", "Our editors choose one podcast a week and send it to your inbox."),
        ("en", "Subscribers get our printed guide with the spring issue."),
        ("en", "A ticket to our annual dinner comes with each membership."),
        ("ar", "يلتقي قراء الصحيفة مع فريق التحرير في أمسية مفتوحة."),
        ("de", "Unser neues Heft gibt es ab Samstag am Kiosk und für Mitglieder online."),
        ("fr", "Notre prochain numéro est offert aux abonnés de la lettre."),
        ("es", "Nuestro próximo número llega antes a los suscriptores."),
        ("tr", "Okurlarımız için hazırladığımız kitap çıktı."),
        ("ru", "Редакция приглашает читателей на встречу в субботу."),
        ("ja", "読者の皆さまに新刊を抽選でお届けします。"),
        ("hi", "हमारी चिट्ठी पाने के लिए हमारे न्यूजलेटर से जुड़ें।"),
    ],
)
def test_what_a_house_tells_of_itself_in_any_wording_goes(language: str, line: str) -> None:
    assert _goes(language, line)


@pytest.mark.parametrize(
    ("language", "line"),
    [
        ("en", "The app costs five dollars a month for subscribers."),
        ("en", "The publisher sold the magazine to its readers in March."),
        ("en", "Members of the beta programme see the feature first."),
        ("en", "The company did not respond to a request for comment."),
        ("en", "Tickets for the launch were gone within an hour."),
        ("en", "If you want to repeat this at work: do it on a copy, and do it on a Sunday."),
        ("ar", "يبلغ سعر التطبيق خمسة دولارات في الشهر للمشتركين."),
        ("ar", "لم ترد الشركة على أسئلتنا حتى ساعة كتابة هذا التقرير."),
        ("ar", "يمكنك قراءة الرسائل المحذوفة من سجل الإشعارات."),
        ("ar", "هذا المقال كتبته بإملاء صوتي كامل، من دون لوحة مفاتيح."),
        ("ar", "وضعنا السماعة في غسالة عن طريق الخطأ فنجت."),
        ("ar", "نحن أمام أكبر صفقة في تاريخ القطاع."),
        ("ar", "الفيديو أدناه يوضح طريقة التركيب."),
        ("de", "Die App kostet Abonnenten fünf Euro im Monat."),
        ("fr", "La revue a été vendue à ses lecteurs au mois de mars."),
        ("tr", "Uygulama abonelere ayda beş dolara mal oluyor."),
        ("ru", "Подписчики жалуются, что обновление стёрло их настройки."),
        ("ja", "アプリは購読者で月五ドル、学生は無料だ。"),
        ("it", "Gli utenti possono seguire i canali su WhatsApp senza mostrare il numero."),
        ("pt", "Os usuários já podem seguir canais no WhatsApp sem mostrar o número."),
    ],
)
def test_what_news_tell_of_such_things_stays(language: str, line: str) -> None:
    assert not _goes(language, line)


YOURS = "Your printed guide comes with our spring issue."
OFFER = "Subscribers get our printed guide with the spring issue."
SPOKEN = (
    "You may take the ferry, which is slower than the bridge.",
    "If you cross at night, take a lamp.",
)
GUESS = "You can guess who paid for the paint."


def test_it_stays_where_the_text_tells_of_the_same_or_speaks_to_its_readers() -> None:
    assert _goes("en", OFFER)
    assert not _goes("en", OFFER, "The guide that subscribers got was printed in spring.")
    assert not _goes("en", OFFER, *SPOKEN)


def test_a_text_that_speaks_to_its_readers_ends_with_what_its_house_surely_says() -> None:
    spoken = [Block(BlockKind.PARAGRAPH, text) for text in SPOKEN]
    line = Block(BlockKind.PARAGRAPH, OFFER)
    assert line in judged([*spoken, *_text("en"), line], (), "en")
    assert line not in judged([*_text("en"), line, *spoken], (), "en")


def test_amid_a_text_that_seldom_speaks_to_its_readers_what_surely_is_its_house_s_goes() -> None:
    spoken, line, guess = (Block(BlockKind.PARAGRAPH, text) for text in (SPOKEN[0], OFFER, GUESS))
    text = _text("en") + _text("en")
    assert judged([*text[:3], line, *text[3:], spoken], (), "en") == {line}
    assert not judged([text[0], line, *text[1:], spoken], (), "en")  # what its readers will find
    assert not judged([*text[:3], guess, *text[3:], spoken], (), "en")
    steps = [Block(BlockKind.PARAGRAPH, f"Click the {name} menu.") for name in ("left", "right")]
    assert not judged([*text[:3], line, *text[3:], *steps], (), "en")


def test_behind_a_label_more_must_tell() -> None:
    assert _goes("en", "Please note: subscribers get our printed guide here.")
    others = ["The mayor: A guide would do", "The clerk: It is spring."]
    assert not _goes("en", "The mayor: Our members write to the desk.")
    assert not _goes("en", f"The mayor: {OFFER}", *others)


def test_what_is_said_behind_a_colon_is_not_the_house_speaking() -> None:
    assert not _goes("ar", "يقرأ عبد الأمير إحداها بصوت خفيض: أرسلوا لنا ملحا وخبرا.")


def test_a_line_that_names_the_house_may_begin_with_it_in_marks() -> None:
    line = "«Copper Wire» offers its subscribers a printed guide each spring."
    assert _goes("en", line, sites=("copperwire",))
    assert not _goes("en", "«We waited for the ferry» was all that the clerk told us.")


def test_it_stays_in_other_kinds_of_blocks_and_where_it_is_said() -> None:
    said = f"“{OFFER}”"
    assert not _goes("en", said)
    text = [*_text("en"), Block(BlockKind.HEADING, OFFER, 2)]
    assert not judged(text, (), "en")


def test_a_sentence_behind_the_house_s_dateline_is_the_text_s() -> None:
    text = _text("en")
    for line, goes in ((OFFER, True), (f"Leeds (Newsletter of 4 November 2026) {OFFER}", False)):
        first = Block(BlockKind.PARAGRAPH, line)
        assert (first in judged([*text[:2], first, *text[2:]], (), "en")) is goes


def test_a_first_sentence_behind_the_house_and_a_place_is_the_text_s() -> None:
    told = "The Bell – Thirty subscribers brought tickets and a printed guide to the gates today."
    cases = ((f"The Bell – Leeds. {OFFER}", False), (f"The Bell – {OFFER}", True), (told, False))
    places = (
        "LEEDS / The Bell - ",
        "Leeds (The Bell) – ",
        "The Bell, Port Talbot — ",
        "Leeds: The Bell - ",
    )
    cases += tuple((place + OFFER, False) for place in places)
    cases += ((f"The Bell | Newsletter - {OFFER}", True), (f"The Bell / Leeds - {YOURS}", True))
    for line, goes in cases:
        first = Block(BlockKind.PARAGRAPH, line)
        assert (first in judged([first, *_text("en")], ("thebell",), "en")) is goes


def test_what_closes_a_flash_is_judged_and_no_more_of_it() -> None:
    line = Block(BlockKind.PARAGRAPH, "Our editors choose one podcast a week for your inbox.")
    told = _text("en")
    assert judged([*told[: FEW_LINES - 2], line], (), "en") == {line}
    assert judged([told[0], line], (), "en") == {line}
    assert not judged([told[0], line, told[1]], (), "en")
    assert not judged([line, told[0]], (), "en")
    assert not judged([line], (), "en")


def test_what_is_as_long_as_its_flash_stays() -> None:
    line = Block(BlockKind.PARAGRAPH, "Our editors choose one podcast a week for your inbox.")
    brief = Block(BlockKind.PARAGRAPH, "The bridge is closed for more than a year now.")
    assert not judged([brief, line], (), "en")


def test_other_languages_are_not_judged() -> None:
    line = Block(BlockKind.PARAGRAPH, OFFER)
    assert not _goes(None, OFFER)
    assert not judged([*_text("en"), line], (), "et")


def test_an_article_with_many_such_lines_tells_of_such_things() -> None:
    lines = [
        OFFER,
        "A ticket to our annual dinner comes with each membership.",
        "Every edition of our newsletter is free and comes on Fridays.",
    ]
    assert len(lines) > MAX_LINES
    text = [Block(BlockKind.PARAGRAPH, line) for line in lines]
    prose = _text("en") + _text("en")
    assert not judged([prose[0], *text, *prose[1:]], (), "en")
    assert judged([*prose, *text], (), "en") == {*text}
    assert judged([*prose[: len(text) + 1], *text], (), "en")
    assert not judged([*prose[: len(text) - 1], *text], (), "en")


def test_who_speaks_to_whom_says_much() -> None:
    assert _goes("ar", "قصصنا المصورة تصلك في علبة خشبية.")
    assert not _goes("ar", "قصصه المصورة تصلهم في علبة خشبية.")


def test_what_an_embedded_post_says_to_its_readers_is_not_the_text_s() -> None:
    said = "You may take the ferry, which is slower than the bridge."
    quote, line = Block(BlockKind.QUOTE, said), Block(BlockKind.PARAGRAPH, OFFER)
    assert line in judged([*_text("en"), line, quote], (), "en")
    told = [Block(BlockKind.PARAGRAPH, text) for text in SPOKEN]
    assert line not in judged([*_text("en"), line, *told], (), "en")


def test_the_name_of_the_house_in_one_line_alone_says_much() -> None:
    line = "The Copper Wire crew repairs lamps at the library on Saturday."
    assert not _goes("en", line)
    assert _goes("en", line, sites=("copperwire",))
    others = [f"Copper Wire sold its {n} lamp here." for n in ("first", "last")]
    assert not _goes("en", line, *others, sites=("copperwire",))


def test_the_weights_were_learned_from_the_lines_as_they_are() -> None:
    assert read_rules("line_judge.toml")["lines"] == digest_of_lines()


def test_the_words_of_a_line_are_weighed_in_one_order() -> None:
    block = Block(BlockKind.PARAGRAPH, "Seven ferries cross the narrow bay before noon every day.")
    features = list(features_of(block, ["#line"]))
    assert features == [*sorted(features[:-1]), "#line"]


def test_the_same_lines_give_the_same_weights(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """By some lines of each language: all take a minute."""
    for file in train.LINES.glob("*.txt"):
        some = file.read_text("utf-8").splitlines()[::40]
        (tmp_path / file.name).write_text("\n".join(some), "utf-8")
    monkeypatch.setattr(train, "LINES", tmp_path)
    assert len(list(tmp_path.iterdir())) >= len(PROSE)
    assert written(learn([*examples_of_files()])) == written(learn([*examples_of_files()]))


def test_what_a_title_tells_of_is_the_texts() -> None:
    line = "A ticket to our annual dinner comes with each membership."
    text = _text("en", line)
    assert text[-1] in judged(text, (), "en", "A bridge is shut")
    assert text[-1] not in judged(text, (), "en", "A ticket for dinner comes with membership")


def test_what_happens_on_a_weekday_is_told_unless_the_house_tells_of_itself() -> None:
    assert not _goes("es", "La próxima reunión está convocada para el jueves a las diez.")
    assert not _goes("en", "Tickets for the annual dinner come with each membership on Thursday.")
    assert _goes("en", "Tickets for our annual dinner come with each membership on Thursday.")


def test_words_side_by_side_that_a_text_has_too_are_one_thing() -> None:
    told = "The solar panels on the bridge were paid for by the region and by two of its towns."
    line = "Our editors choose one podcast on solar panels a week and send it to your inbox."
    assert _goes("en", line, told)
    apart = "Our editors choose one podcast on solar and bridge panels a week for your inbox."
    assert not _goes("en", apart, told)


def test_where_it_stands_says_how_much_a_sentence_must_tell() -> None:
    text = _text("en")
    line = Block(BlockKind.PARAGRAPH, OFFER)
    assert judged([line, *text], (), "en") == {line}
    less = Block(BlockKind.PARAGRAPH, "Printed walks come by post.")
    assert judged([*text, less], (), "en") == {less}
    assert not judged([text[0], less, *text[1:]], (), "en")
    told = Block(BlockKind.PARAGRAPH, "Subscribers get a guide to the long bridge by the council.")
    assert not judged([told, *text], (), "en")


def test_what_ends_as_no_sentence_needs_to_tell_less_and_may_name_a_weekday() -> None:
    text = _text("en")
    line = Block(BlockKind.PARAGRAPH, "Members chat with the columnist every other Thursday")
    assert judged([text[0], line, *text[1:]], (), "en") == {line}
    sentence = Block(BlockKind.PARAGRAPH, f"{line.text}.")
    assert not judged([text[0], sentence, *text[1:]], (), "en")
    told = Block(BlockKind.PARAGRAPH, "The society chats about gardens every other Thursday")
    assert not judged([text[0], told, *text[1:]], (), "en")


def test_a_brief_line_goes_below_the_last_sentence_alone() -> None:
    text = _text("en")
    line = Block(BlockKind.PARAGRAPH, "Read more comments")
    head = Block(BlockKind.PARAGRAPH, "A quiet second winter")
    assert judged([*text, line], (), "en") == {line}
    assert not judged([text[0], line, *text[1:]], (), "en")
    assert not judged([*text, head, line], (), "en")
    assert not judged([*text, head], (), "en")


def test_who_signs_with_an_address_and_names_no_rule_knows_stay() -> None:
    for line in ("Columnist Mara Lindqvist mara@copper.example", "Mara Lindqvist, Copperwire"):
        assert not judged([*_text("en"), Block(BlockKind.PARAGRAPH, line)], ("copperwire",), "en")


def test_a_question_goes_where_it_ends_the_text() -> None:
    text = _text("en")
    line = Block(BlockKind.PARAGRAPH, "Any comments on this article?")
    assert judged([*text, line], (), "en") == {line}
    assert not judged([text[0], line, *text[1:]], (), "en")
    told = Block(BlockKind.PARAGRAPH, "Will the ferry come back?")
    assert not judged([*text, told], (), "en")


def test_amid_a_text_that_speaks_what_alone_ends_as_no_sentence_goes() -> None:
    text = _text("en", "You may take the ferry, which is slower than the bridge.")
    line = Block(BlockKind.PARAGRAPH, OFFER.rstrip("."))
    assert judged([text[0], line, *text[1:]], (), "en") == {line}
    head = Block(BlockKind.PARAGRAPH, "How the old ferry came back to the harbour in May")
    assert not judged([text[0], line, *text[1:3], head, *text[3:]], (), "en")


def test_of_more_lines_than_a_text_may_have_the_surest_go() -> None:
    less = ["A voucher comes with every edition.", "A recipe comes with each print edition."]
    lines = [Block(BlockKind.PARAGRAPH, line) for line in (OFFER, *less)]
    text = _text("en") + _text("en")
    assert judged([text[0], *lines, *text[1:]], (), "en") == {lines[0]}


DIARY = (
    "Fog again.",
    "A ship asked who I was.",
    "I told it.",
    "The lamp was repaired, and I slept.",
    "Nobody came.",
    "Soup, and then the second watch.",
)
LETTER = "Our readers know the songs best."


def test_lines_of_a_house_that_have_words_in_common_with_each_other_go() -> None:
    lines = (
        "Our letter comes to our readers with each new edition.",
        "Our readers get each new edition of our letter first.",
    )
    text = [Block(BlockKind.PARAGRAPH, line) for line in lines]
    assert judged([*_text("en"), *text], (), "en") == {*text}
    told = Block(BlockKind.PARAGRAPH, "Each new edition of the letter went to readers of the town.")
    assert not judged([*_text("en"), told, *text], (), "en")


def test_what_closes_a_letter_goes_though_it_names_the_day_of_the_next() -> None:
    assert _goes("en", "That is all from us, we write to you again on Thursday.")
    assert not _goes("en", "The next edition of the letter is on Thursday.")


def test_in_a_text_of_brief_lines_words_tell_less() -> None:
    amid = [Block(BlockKind.PARAGRAPH, line) for line in (*DIARY[:3], LETTER, *DIARY[3:])]
    last = [Block(BlockKind.PARAGRAPH, line) for line in (*DIARY, LETTER)]
    assert _goes("en", LETTER)
    assert _goes("en", LETTER, PROSE["en"].format(1))
    assert amid[3] not in judged(amid, (), "en")
    assert last[-1] in judged(last, (), "en")


def test_a_first_line_with_two_short_words_of_the_title_is_the_text_s() -> None:
    first = "خبرنامه ما رمز وای‌فای تازه را هر هفته برای شما می‌فرستد."
    steps = ("نشانی مودم در مرورگر نوشته شود.", "گزینه بی‌سیم در فهرست باز شود.",
             "نوشته تازه ذخیره شود.", "دستگاه خاموش و روشن شود.")  # fmt: skip
    text = [Block(BlockKind.PARAGRAPH, line) for line in (first, *steps)]
    assert text[0] not in judged(text, (), "fa", "تغییر رمز وای‌فای")
    assert text[0] in judged(text, (), "fa", "سه ترفند")


READS_ON = "You can follow the works from the old pier, but bring your boots."
KNOWN = "Our editors choose one podcast a week and send it to your inbox."
UNKNOWN = "Come and have soup with us on the last evening of June."


def test_what_nobody_knows_among_a_house_s_lines_is_no_speech_of_the_text() -> None:
    text = _text("en", KNOWN, UNKNOWN, "Subscribers get our printed guide with the spring issue.")
    assert {text[-3], text[-1]} <= judged(text, (), "en")


def test_one_known_line_above_the_text_s_last_leaves_it_what_it_says_to_readers() -> None:
    text = _text("en", READS_ON, KNOWN, "Nobody has counted those who came to watch so far.")
    assert text[-3] not in judged(text, (), "en")


def test_a_house_s_own_name_in_two_of_its_lines_tells_of_no_text() -> None:
    asking = "Make Copper Wire one of your preferred sources, and see more of our reporting."
    text = _text("en", asking, "Copper Wire has no owner.")
    assert text[-2] in judged(text, ("copperwire",), "en")


def test_endings_of_japanese_tell_of_no_text() -> None:
    told = "橋の工事が始まると、駅の近くの店は客を失い、閉まることもあるのだという。"
    assert _goes("ja", "この記事の感想を編集部までお寄せいただくこともできます。", told)


def test_a_question_of_japanese_amid_an_interview_stays_without_its_mark() -> None:
    line = "仕事を失うと心配する学生に何と答えますか"
    assert line not in [block.text for block in judged(_amid(line), (), "ja")]
    assert line + "。" not in [block.text for block in judged(_amid(line + "。"), (), "ja")]


def _amid(line: str) -> list[Block]:
    first, *others = _text("ja")
    return [first, Block(BlockKind.PARAGRAPH, line), *others]


@pytest.mark.parametrize(
    ("line", "language"),
    [
        ("COURIER.example - Setelah sebulan ditunggu, pembaca bisa memakai aplikasi gratis.", "id"),
        ("Leeds, England (Courier) -- Readers of any issue will be members of a club soon.", "en"),
        (
            "دبي، الإمارات (الأفق)-- يحصل القراء على عضوية النادي مجانا قبل نهاية العام الجاري.",
            "ar",
        ),
    ],
)
def test_a_sentence_behind_the_dateline_of_a_wire_is_the_texts(line: str, language: str) -> None:
    assert opens_report(line, ["courierexample"], language)
    behind = line.split("- ", 1)[1]
    assert not opens_report(behind, ["courierexample"], language)
