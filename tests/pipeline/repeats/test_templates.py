"""Lines of one template, told by what articles' lines have in common."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from functools import partial

import pytest

from pipeline.memory import EMPTY, for_extraction, learn, own_values, repeated_lines
from pipeline.records import Article, Block, BlockKind, Memory, Removed, ShortLine
from pipeline.repeats.repeated import clean_again
from pipeline.repeats.short_lines import short_line
from pipeline.repeats.template_marks import COUNTS, OPEN, SENTENCE, TELLS_FIGURES
from pipeline.repeats.templates import is_key, of_templates, templates

TODAY = date(2026, 3, 5)
FILLINGS = (
    ("Hafen", "Lotte Brandt", "4. März 2026"),
    ("Netze der Stadt", "Ali Saad", "17. Mai 2026"),
    ("Mars", "Mia von Ohlen", "1. Juni 2026"),
    ("طاقة الشمس", "سامر البكري", "9 آذار 2026"),
    ("Spiele", "Kim Ho", "11 July 2026"),
    ("Wasser im Fluss", "Rosa Elena Paz", "2 août 2026"),
    ("Brücken", "Иван Лосев", "8 мая 2026"),
)
TEXT = "فقرة تخص الخبر وحده ولا يشبهها شيء في سواه من الأخبار كلها"


def own(number: int, at: int) -> str:
    """A sentence of which no other article has a word."""
    sign = "".join(chr(0x628 + rest) for rest in (number // 26, number % 26, at))
    return " ".join(f"{word}{sign}" for word in TEXT.split()) + "."


def article(number: int, lines: dict[int, str], title: str = "") -> Article:
    """An article of seven sentences of its own, with lines before those of the numbers given."""
    topic, name, day = FILLINGS[number % len(FILLINGS)]
    texts = []
    for at in range(8):
        if at in lines:
            filled = lines[at].format(topic=topic, name=name, day=day, n=number * 3 + 7)
            texts += filled.split("\n")
        texts += [own(number, at)] if at < 7 else []
    blocks = tuple(Block(BlockKind.PARAGRAPH, text) for text in texts)
    return Article(
        url=f"https://news.example/tech/{number}.html",
        canonical_url=None,
        title=title.format(topic=topic) or f"عنوان {number}",
        blocks=blocks,
        text="\n\n".join(texts),
        language="ar",
        content_hash=str(number),
        word_count=10,
    )


def learned(has: Callable[[int], bool], lines: dict[int, str], title: str = "") -> Memory:
    memory = EMPTY
    for number in range(30):
        one = article(number, lines if has(number) else {}, title)
        memory = learn(memory, one, TODAY)
    return memory


def loses_a_line(made: Callable[[int], Article]) -> bool:
    """Whether a line goes of an article made like thirty that were learned of."""
    memory = EMPTY
    for number in range(30):
        memory = learn(memory, made(number), TODAY)
    last = made(101)
    return clean_again(last.blocks, (), repeated_lines(memory), own_values(last)) is not None


def taken(lines: dict[int, str], tenths: int, title: str = "") -> list[str]:
    """The lines that go where so many of ten articles have them."""
    memory = learned(lambda number: number * 7 % 10 < tenths, lines, title)
    last = article(101, lines, title)
    cleaned = clean_again(last.blocks, (), repeated_lines(for_extraction(memory)), own_values(last))
    return [removed.text for removed in cleaned.removed] if cleaned else []


AMID = [
    ("Wer mehr über {topic} lesen will, findet hier alle Texte unserer Reihe", 3),
    ("{topic} jeden Montag neu aus der Redaktion ins Postfach", 3),
    ("نحن الآن على ثريدز فكن معنا في حديث {topic} كل مساء", 3),
    ("Darüber haben wir auch in „Das lange Warten auf den {topic}“ schon berichtet", 3),
    ("Dieser Text über {topic} stand zuerst in unserem Brief am Dienstag. Gratis zu lesen.", 6),
    ("Readers near {topic} pay for all of this newsroom. Will you chip in £{n} too?", 9),
    ("Il y a {n} personnes qui ont donné pour que {topic} soit raconté ici", 5),
    ("🎧 La version lue par {name}", 3),
    ("[ مادة مدفوعة من {topic} ]", 3),
]


@pytest.mark.parametrize(("line", "tenths"), AMID)
def test_a_line_amid_a_text_that_a_template_fills_goes(line: str, tenths: int) -> None:
    topic, name, _ = FILLINGS[101 % len(FILLINGS)]
    assert taken({2: line}, tenths) == [line.format(topic=topic, name=name, n=101 * 3 + 7)]
    assert taken({2: line}, 1) == []


SAID = [
    "{name} نے کہا: ’ہم وہ وعدہ نہیں کرتے جو پورا نہ ہو، {topic} کے اعداد سب بتاتے ہیں۔‘",
    "{name} told us: ‘We don’t give a promise that we can’t keep to readers of {topic}.’",
    "قال {name}: «نحن لا نعد القراء بما لا نستطيع، وأرقام {topic} تقول ذلك.»",
]


@pytest.mark.parametrize("line", SAID)
def test_what_persons_say_in_the_same_words_stays(line: str) -> None:
    assert taken({2: line}, 6) == []


EDGES = [
    (0, "Vorgelesen von {name}", 5),
    (0, "أطلس نيوز / {topic} / {day}", 9),
    (7, "مع مساهمة خاصة من {name}", 3),
    (0, "Escúchalo en la voz de {name}", 3),
    (0, "Read to you by {name} in {n} minutes", 6),
    (0, "أطلس نيوز ـ {topic} ـ {day} ـ 06:36", 9),
    (7, "{n} Menschen tragen unser Blatt. Trag mit.", 10),
    (7, "Над номером работали {name} и {topic}", 5),
    (7, "Lektorat {name}, Faktencheck {topic}", 6),
    (7, "Mitarbeit am Text: {name}; Grafik: {topic}", 5),
    (7, "Nachtrag, {day}: Nach Erscheinen kam noch eine Antwort von {name}.", 3),
    (7, "Hast du einen Hinweis zu {topic}? {name} erreichst du vertraulich", 3),
]


@pytest.mark.parametrize(("at", "line", "tenths"), EDGES)
def test_a_short_line_at_an_edge_that_a_template_fills_goes(
    at: int, line: str, tenths: int
) -> None:
    topic, name, day = FILLINGS[101 % len(FILLINGS)]
    assert taken({at: line}, tenths) == [
        line.format(topic=topic, name=name, day=day, n=101 * 3 + 7)
    ]


@pytest.mark.parametrize(
    ("at", "line", "tenths", "title"),
    [
        (2, "The makers of {topic} did not at once respond to a request for comment.", 3, ""),
        (7, "قالت الشركة في بيان إن {topic} تنمو.", 9, ""),
        (2, "وارتفعت أسعار {topic} في السوق {n} في المئة", 9, ""),
        (2, "In the shops of the valley {topic} now costs {n} pounds, as before", 2, ""),
        (
            2,
            "How to set up {topic} on your phone step by step",
            4,
            "How to set up {topic} on a phone, step by step",
        ),
        (
            2,
            "Erste Reihe über {topic} mit den Zahlen der Stadt\n"
            "Erste Reihe über {name} mit den Zahlen der Stadt",
            9,
            "",
        ),
        (
            0,
            "A quake of a magnitude of {n} shook the coast near {topic} on Monday morning.",
            10,
            "",
        ),
        (0, "In the new episode of our show {name} talks about {topic} and what it means.", 10, ""),
        (0, "Price of {topic}: {n}", 9, ""),
        (7, "Es waren {n}.", 10, ""),
        (7, "All eyes are on {topic} now.", 9, ""),
        (7, "Price of {topic}: {n}", 4, ""),
    ],
)
def test_what_articles_on_one_matter_have_in_common_stays(
    at: int, line: str, tenths: int, title: str
) -> None:
    assert taken({at: line}, tenths, title) == []


def with_text(one: Article, text: str) -> Article:
    """An article with one more sentence in the middle of its text."""
    last = Block(BlockKind.PARAGRAPH, f"{text} {own(int(one.content_hash), 9)}")
    return replace(one, blocks=(*one.blocks[:5], last, *one.blocks[5:]))


@pytest.mark.parametrize(
    ("line", "tenths"),
    [
        ("What we know about {topic}", 5),
        ("Lektorat {name}, Faktencheck {topic}", 3),
        ("Präsentiert von {topic}", 3),
        ("{topic} gönderdi", 4),
        ("إعلان شركة {topic}", 3),
    ],
)
def test_a_line_amid_a_text_is_filled_with_what_the_article_names_nowhere_else(
    line: str, tenths: int
) -> None:
    def filled(number: int, is_told: bool) -> Article:
        one = article(number, {2: line} if number == 101 or number * 7 % 10 < tenths else {})
        topic, name, _ = FILLINGS[number % len(FILLINGS)]
        return with_text(one, f"{topic} {name}") if is_told else one

    for is_told in (False, True):
        assert loses_a_line(partial(filled, is_told=is_told)) != is_told


@pytest.mark.parametrize(
    ("at", "line", "tenths", "goes"),
    [
        (2, "Unser Brief zu {topic} kommt freitags", 2, True),
        (2, "Unser Brief zu {topic} kommt freitags", 1, False),
        (2, "What we know about {topic}", 5, False),
        (2, "Warum {topic} zählt", 5, False),
        (2, "Mehr zu {topic}", 3, False),
        (7, "Mehr zu {topic}", 2, True),
        (7, "Grafiken von {name}.", 2, False),
        (7, "Was bringt uns {topic}?", 2, True),
        (0, "A new step puts {topic} in the middle of the talk: will the town win?", 4, False),
        (7, "A new step puts {topic} in the middle of the talk: will the town win?", 4, True),
        (7, "Haltet die Pressen warm", 1, True),
        (2, "Haltet die Pressen warm", 1, False),
        (7, "{n} Augen auf diesem Text", 1, True),
        (2, "{n} Augen auf diesem Text", 1, False),
        (7, "Mehr zu {topic}\nFotos: {name}", 2, True),
    ],
)
def test_a_line_is_filled_with_what_its_article_is_about(
    at: int, line: str, tenths: int, goes: bool
) -> None:
    """It has two ends, or stands below the text: a head has neither."""

    def told(number: int) -> Article:
        one = article(number, {at: line} if number == 101 or number * 7 % 10 < tenths else {})
        topic, name, _ = FILLINGS[number % len(FILLINGS)]
        return with_text(one, f"{topic} {name}")

    assert loses_a_line(told) == goes


@pytest.mark.parametrize(
    ("line", "goes"),
    [
        ("بهذا نكون قد وقفنا على {topic}، والله ولي التوفيق.", True),
        ("And that, dear friends, is all there is on {topic} for tonight.", True),
        ("As for {topic}, it did not answer.", False),
        ("فقرة تخص {topic} وحده ولا يشبهها شيء في سواه من الأخبار.", False),  # as its text does
    ],
)
def test_last_sentences_that_are_alike_but_for_a_word_are_a_template_s(
    line: str, goes: bool
) -> None:
    def plain(number: int) -> Article:
        one = article(number, {7: line} if number * 7 % 10 < 2 or number == 101 else {})
        own = Block(BlockKind.PARAGRAPH, f"{TEXT} {number}.")
        return replace(one, blocks=(own, *one.blocks))

    assert loses_a_line(plain) is goes


def test_a_credit_that_ends_with_a_full_stop_is_one() -> None:
    memory = learned(lambda number: number * 7 % 10 < 2, {7: "Grafiken von {name}."})
    assert " grafiken von …_" in repeated_lines(memory)
    memory = learned(lambda number: number * 7 % 10 < 2, {2: "Grafiken von {name}."})
    assert not repeated_lines(memory)


def test_an_item_of_a_list_that_others_have_with_another_name_stays() -> None:
    def listed(number: int) -> Article:
        one = article(number, {7: "Ein neues Büro in {topic}"} if number % 3 == 2 else {})
        items = [
            replace(block, kind=BlockKind.LIST_ITEM) if block.text.startswith("Ein") else block
            for block in one.blocks
        ]
        return replace(one, blocks=tuple(items))

    memory = EMPTY
    for number in range(30):
        memory = learn(memory, listed(number), TODAY)
    assert not any(is_key(line) for line in repeated_lines(memory))


@pytest.mark.parametrize(("item", "goes"), [("{name} / Regie", True), ("Büro {topic}", False)])
def test_who_did_what_below_a_text_is_no_list_of_it(item: str, goes: bool) -> None:
    def credited(number: int) -> Article:
        one = article(number, {7: item} if number % 4 == 1 else {})
        last = replace(one.blocks[-1], kind=BlockKind.LIST_ITEM)
        return replace(one, blocks=(*one.blocks[:-1], last)) if number % 4 == 1 else one

    assert loses_a_line(credited) == goes


def test_a_note_of_a_day_below_a_text_is_a_template_s() -> None:
    line = "Update, {day}: Adds what {name} says of it all in a letter."
    memory = learned(lambda number: number * 7 % 10 < 2, {7: line})
    assert any(key.startswith(" update adds what") for key in repeated_lines(memory))
    memory = learned(lambda number: number * 7 % 10 < 2, {2: line})
    assert not repeated_lines(memory)


def test_a_head_in_a_plain_paragraph_stays_unless_it_stands_at_one_place() -> None:
    head = "ما الذي تغير؟"

    def with_head(number: int, at: int) -> Article:
        return article(number, {at: head} if at else {})

    memory = EMPTY
    for number in range(30):
        memory = learn(memory, with_head(number, 0 if number % 4 else 1 + number // 4 % 6), TODAY)
    last = with_head(101, 3)
    assert clean_again(last.blocks, (), repeated_lines(memory), own_values(last)) is None
    for number in range(30, 60):
        memory = learn(memory, with_head(number, number % 2 and 3), TODAY)
    cleaned = clean_again(last.blocks, (), repeated_lines(memory), own_values(last))
    assert cleaned is not None
    assert [removed.text for removed in cleaned.removed] == [head]


def test_what_a_rule_took_out_teaches_of_what_it_left() -> None:
    line = "Mit freundlicher Hilfe von {name}"
    memory = EMPTY
    for number in range(12):
        _, name, _ = FILLINGS[number % len(FILLINGS)]
        one = article(number, {})
        gone = (Removed(line.format(name=name), "de:source-line", 7),)
        memory = learn(memory, Article(**{**_values(one), "removed": gone}), TODAY)
    last = article(101, {7: line})
    cleaned = clean_again(last.blocks, (), repeated_lines(memory), own_values(last))
    assert cleaned is not None
    assert cleaned.kept == last.blocks[:-1]


def _values(one: Article) -> dict[str, object]:
    return {name: getattr(one, name) for name in one.__dataclass_fields__}


def test_what_is_compared_is_not_sent_with_each_page() -> None:
    memory = learned(lambda number: True, {7: EDGES[2][1]})
    assert memory.recent
    asked = for_extraction(memory)
    assert not asked.recent
    assert any(map(is_key, asked.lines))
    assert repeated_lines(asked) == repeated_lines(memory)


def test_an_item_of_a_list_with_a_number_tells_figures() -> None:
    text = "A battery 17 % larger than that of last year's model"
    item = short_line(Block(BlockKind.LIST_ITEM, text))
    line = short_line(Block(BlockKind.PARAGRAPH, text))
    assert item is not None
    assert line is not None
    assert (item.mark, line.mark) == (TELLS_FIGURES, COUNTS)


def test_a_sentence_without_blanks_is_one() -> None:
    line = short_line(Block(BlockKind.PARAGRAPH, "云岭数据已在西安提起诉讼，指控对手抄袭其设计。"))
    open_line = short_line(Block(BlockKind.PARAGRAPH, "把本文放到您的领英主页"))
    assert line is not None
    assert open_line is not None
    assert (line.mark, open_line.mark) == (SENTENCE, OPEN)
    assert open_line.words[:2] == ("把", "本")


def test_articles_that_were_stored_and_not_learned_of_count_among_those_compared() -> None:
    lines = {3: "Die Kosten von {topic} liegen nach Angaben aller Seiten bei {n} Millionen."}
    memory = learned(lambda number: number % 2 == 0, lines)
    forgotten = replace(memory, lines={}, articles=0)
    known = repeated_lines(learn(forgotten, article(1_000, lines), TODAY))
    assert forgotten.recent
    assert not any(map(is_key, known))


@pytest.mark.parametrize(("counted", "known"), [(3, True), (2, False)])
def test_what_several_articles_have_is_no_sentence_of_a_text(counted: int, known: bool) -> None:
    note = "We abide by the code of the press council of the land."
    memory = EMPTY
    for number in range(counted):
        memory = learn(memory, article(number, {7: note}), TODAY)
    credit = article(5, {7: f"Graphics by Jane Roe.\n{note}"})
    lines = learn(memory, credit, TODAY).recent[0]
    assert [line.below for line in lines if line.words[0] == "graphics"] == [known]


@pytest.mark.parametrize(
    "line",
    ["أما {topic} فلم تعلّق.", "As for {topic}, it did not answer.", "“Let us wait,” says {name}."],
)
def test_a_short_last_sentence_that_newsrooms_write_again_stays(line: str) -> None:
    assert taken({7: line}, 3) == []


def test_a_credit_that_ends_as_a_sentence_goes() -> None:
    assert taken({7: "Graphics by {name}."}, 3) == ["Graphics by سامر البكري."]


def test_a_sentence_beside_one_that_others_have_too_is_the_article_s_own() -> None:
    said = "Prices start at ${}, which buys you {}, a cable and not much else."
    other = "Its makers have closed nine of the shops that they had opened on the coast last year."

    def line(text: str) -> ShortLine:
        found = short_line(Block(BlockKind.PARAGRAPH, text))
        assert found is not None
        return found

    first, second = line(said.format(539, "Halyard")), line(said.format(699, "the Fold"))
    keys = templates([first], [[second]], "", "en")
    assert keys
    assert of_templates({0: second}, keys, "") == {0}
    for text in (f"{said.format(99, 'it')} {other}", f"{other} {said.format(99, 'it')}"):
        assert of_templates({0: line(text)}, keys, "") == set()
