"""Points of a text that look like a template's labels, and what a verdict or a step says."""

from __future__ import annotations

import pytest

from pipeline.lines.asides import asides
from pipeline.lines.telling import reports
from pipeline.records import Block, BlockKind
from tests.pipeline.satellite_page import TEXT, paragraphs, texts_of

POINTS = (
    "Screen: bright and well set for indoor use.",
    "Photo: sharp by day and softer after sunset.",
    "Battery: it lasts a day and a half.",
)

STEP = "بەرنامەکان یەک بە یەک ببینە و ڕێگەی شوێن لە 9 بەرنامە وەربگرەوە."


def _page(*inside: str) -> str:
    return paragraphs(*TEXT[:3]) + "".join(inside) + paragraphs(*TEXT[3:])


def test_a_point_that_begins_as_a_credit_does_stays_amid_others() -> None:
    assert POINTS[1] in texts_of(_page(paragraphs(*POINTS)), "en")


def test_a_credit_goes_alone_and_among_names() -> None:
    assert POINTS[1] not in texts_of(_page(paragraphs(POINTS[1])), "en")
    crew = paragraphs("Text: Jane Doe", "Photo: John Roe", "Video: Mary Major")
    assert "Photo: John Roe" not in texts_of(_page(crew), "en")


@pytest.mark.parametrize(
    ("language", "label", "line"),
    [("ru", "Вывод", "Берите, если вам нужен надёжный аппарат на каждый день.")],
)
def test_what_stands_below_the_head_of_a_verdict_stays(
    language: str, label: str, line: str
) -> None:
    assert line in texts_of(_page(f"<h2>{label}</h2>", paragraphs(line)), language)


def test_a_line_that_announces_points_to_readers_stays() -> None:
    line = "ولكي نسهل عليك الاختيار جمعنا لك أهم الفروق في النقاط الآتية:"
    points = "<li>البطارية: تدوم يوما كاملا من الاستخدام.</li><li>الشاشة: أكبر بربع بوصة.</li>"
    prose = (
        "قالت الوزارة إن القمر الجديد سيطلق في الربيع بعد أحد عشر شهرا من الاختبار.",
        "ولم يتحدد سعر الاشتراك بعد، كما قال الوزير للصحفيين في العاصمة يوم الأحد.",
        "وستكون المدارس أول من يستفيد منه، تليها العيادات في تسع مناطق جبلية نائية.",
        "ويجري الإعداد لقمر ثان في العام التالي إذا أثبت الأول جدواه في القرى البعيدة.",
    )
    page = paragraphs(*prose[:2], line) + f"<ul>{points}</ul>" + paragraphs(*prose[2:])
    assert line in texts_of(page, "ar")


def test_what_stands_below_a_numbered_head_is_a_step() -> None:
    steps = (
        ("1. وێنەی یەدەگ بگرە", "دیسکێکی گەورە ببەستە و فایلە گرنگەکان کۆپی بکە."),
        ("2. ڕێگەپێدانەکان کەم بکەرەوە", STEP),
        ("3. وشەی نهێنی بگۆڕە", "ڕستەیەک لە 10 وشە دروست بکە و ساڵ بەکارمەهێنە."),
    )
    prose = "شارەوانیی ستۆکهۆڵم دەستی بە دابەشکردنی 8929 ئامێر کرد و نرخەکە 759 دۆلار بوو."
    page = paragraphs(prose) + "".join(f"<h3>{head}</h3><p>{told}</p>" for head, told in steps)
    assert STEP in texts_of(page + paragraphs(prose), "ckb")


@pytest.mark.parametrize(
    ("language", "line"),
    [
        ("en", "Our advice is to wait until the end of November, when prices fall every year."),
        ("ru", "Экран нам понравился, звук нет."),
        ("pt", "Nosso conselho é esperar o fim de novembro, quando os preços caem."),
        ("it", "Il nostro consiglio è aspettare fine novembre, quando i prezzi calano."),
        ("fa", "پیشنهاد ما این است که تا پایان آبان صبر کنید."),
        ("ur", "ہمارا مشورہ ہے کہ نومبر کے آخر تک انتظار کریں۔"),
        ("en", "In this guide we explain how to choose refurbished laptops."),
        ("fr", "Nous vous expliquons dans ce guide comment choisir un téléphone."),
        ("de", "In diesem Ratgeber zeigen wir, worauf es beim Akku ankommt."),
        ("es", "En este artículo comparamos los dos teléfonos."),
        ("ar", "في السطور التالية نشرح كيف تعمل البطاريات ولماذا ترتفع حرارتها."),
        ("ru", "В этой статье мы сравним оба устройства."),
        ("tr", "Bu yazıda iki cihaz arasındaki farkları inceliyoruz."),
    ],
)
def test_what_who_tried_a_thing_thinks_of_it_is_told_by_the_text(language: str, line: str) -> None:
    assert reports(line, language)


@pytest.mark.parametrize(
    ("language", "line"),
    [
        ("en", "Our advice: subscribe to our newsletter before you go."),
        ("ru", "Наш совет: подпишитесь на канал, чтобы не пропустить новости."),
        ("ar", "نصيحتنا: اشترك في نشرتنا البريدية ليصلك الجديد."),
        ("en", "In this article we list our partners and sponsors."),
        ("es", "En este artículo usamos cookies y enlaces de afiliados."),
        ("ar", "ونستعرض لكم في السطور التالية كل التفاصيل عبر موقعنا."),
    ],
)
def test_what_advises_a_houses_own_is_none_of_that(language: str, line: str) -> None:
    assert not reports(line, language)


def test_an_agencys_first_sentence_that_tells_of_subscribers_stays() -> None:
    line = "الفرات/ لا توجد أرقام رسمية، غير أن تقديرات السوق تشير إلى 8887 ألف مشترك."
    prose = (
        "قالت الوزارة إن القمر الجديد سيطلق في الربيع بعد أحد عشر شهرا من الاختبار.",
        "ولم يتحدد سعر الخدمة بعد، كما قال الوزير للصحفيين في العاصمة يوم الأحد.",
        "وستكون المدارس أول من يستفيد منه، تليها العيادات في تسع مناطق جبلية نائية.",
        "ويجري الإعداد لقمر ثان في العام التالي إذا أثبت الأول جدواه في القرى البعيدة.",
    )
    blocks = [Block(BlockKind.PARAGRAPH, text) for text in (line, *prose)]
    assert asides(blocks, "ar", frozenset({"وكالةالفرات"})) == frozenset()
