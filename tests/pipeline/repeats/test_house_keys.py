"""Lines that speak of house or reader, and stand in two articles of a source."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from pipeline.memory import EMPTY, for_extraction, learn, own_values, repeated_lines
from pipeline.records import Article, Block, BlockKind
from pipeline.repeats.repeated import clean_again

TODAY = date(2026, 3, 5)
TEXTS = {
    "ar": (
        "تفقد المحافظ أعمال الطريق الدائري صباح اليوم برفقة رئيس جهاز التعمير.",
        "وبلغت نسبة التنفيذ ثمانية وسبعين بالمئة بحسب الشركة.",
        "ويفتتح الطريق في فبراير بعد تركيب أعمدة الإنارة.",
        "وطالب الأهالي بجسر للمشاة أمام المدرسة الصناعية.",
    ),
    "en": (
        "The ferry to Skye stopped on Monday after a gearbox failed.",
        "Engineers expect the spare part from Hamburg by the weekend.",
        "Islanders queued for bread at the only bakery in Armadale.",
        "A relief vessel sails from Mallaig twice a day until then.",
    ),
    "hu": (
        "Bezár a kisposta Szegeden december közepén, közölte a cég kedden.",
        "A legközelebbi hivatal busszal húsz percre lesz a lakóktól.",
        "A petíciót ezerkilencszázan írták alá péntek estig.",
        "A polgármester átvenné az épületet, de választ nem kapott.",
    ),
}
TOPICS = ("Mars", "Venus", "Pluto"), ("المريخ", "زحل", "عطارد")
OTHER = "Zxq{0} vbn{0} klm{0} wrt{0} pfg{0}."


def article(number: int, language: str, line: str, amid: bool, topic: str) -> Article:
    """An article whose text has no word of another's, with a line amid it or as its last."""
    own = TEXTS[language] if number == 1 else tuple(OTHER.format(f"{number}{i}") for i in range(4))
    texts = [own[0], line, *own[1:]] if amid else [*own, line]
    blocks = tuple(Block(BlockKind.PARAGRAPH, text.replace("{}", topic)) for text in texts)
    return Article(
        url=f"https://news.example/{number}.html",
        canonical_url=None,
        title=f"Title {number}",
        blocks=blocks,
        text="\n\n".join(block.text for block in blocks),
        language=language,
        content_hash=str(number),
        word_count=10,
        tags=(topic,),
    )


def goes(language: str, line: str, amid: bool = False) -> bool:
    """Whether a line goes of an article that stood in another one, about something else, too."""
    memory = EMPTY
    for number, topic in enumerate(TOPICS[language == "ar"][:2], 2):
        shown = line if number == 2 else "Wrt{} one."
        memory = learn(memory, article(number, language, shown, amid, topic), TODAY)
    last = article(1, language, line, amid, TOPICS[language == "ar"][2])
    memory = learn(memory, last, TODAY)
    known = repeated_lines(for_extraction(memory))
    return clean_again(last.blocks, (), known, own_values(last)) is not None


@pytest.mark.parametrize(
    ("language", "line", "amid"),
    [
        ("ar", "وإن أردت أن تعرف أكثر عن {} فلدينا ملف كامل عنها.", True),
        ("ar", "ونسعد كثيرًا بآرائكم في كل ما يتعلق ب{} على صفحتنا.", True),
        ("ar", "أخبرونا، هل جرّبتم {} من قبل؟", False),
        ("en", "If {} is your thing, our quiz will keep you busy.", True),
        ("hu", "Minden forint számít: az adód egy százalékával segítsd a szerkesztőséget.", True),
        ("ar", "فهل ستجرب {} حين يصل إلى بلدك، أم تنتظر؟", False),
        ("en", "Kitchen table politics, every second Thursday at nine", False),
    ],
)  # fmt: skip
def test_a_line_of_the_house_goes_where_a_second_article_has_it(
    language: str, line: str, amid: bool
) -> None:
    assert goes(language, line, amid)


@pytest.mark.parametrize(
    ("language", "line", "amid"),
    [
        ("en", "The company did not respond to a request for comment.", False),
        ("en", "The ferry, the gearbox and the spare part are what you and we wait for.", True),
        ("en", "Nobody was hurt.", False),
        ("en", "Balcony and back rows: 60 pounds, children half of that", False),
        ("en", "“If it is your thing, our quiz will keep you busy,” said the owner.", True),
        ("en", "Who pays for what you see of our harbour?", True),
        ("ar", "ولم ترد الشركة على طلب للتعليق حتى موعد النشر.", False),
        ("ar", "وإن أردت أن تعرف نسبة تنفيذ الطريق الدائري فلدينا المحافظ.", True),
    ],
)
def test_sentences_of_the_text_and_what_newsrooms_write_again_stay(
    language: str, line: str, amid: bool
) -> None:
    assert not goes(language, line, amid)


def test_one_article_alone_teaches_no_such_line() -> None:
    line = "If {} is your thing, our quiz will keep you busy."
    one = article(2, "en", line, True, "Mars")
    again = replace(one, url="https://news.example/9.html")
    known = repeated_lines(learn(EMPTY, one, TODAY))
    assert clean_again(again.blocks, (), known, own_values(again)) is None
