"""Steps of instructions that ask for what a house asks for too."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from pipeline.clean import clean_blocks
from pipeline.lines.house_lines import house_lines
from pipeline.lines.site_words import site_lines
from pipeline.lines.steps import numbered_rows, promises_steps
from pipeline.page.pieces import Extracted
from pipeline.records import Block, BlockKind

PROSE = "Thirty days later all that the service holds of you is deleted for good."


def _blocks(texts: Sequence[str]) -> list[Block]:
    return [Block(BlockKind.PARAGRAPH, text) for text in texts]


def _cleaned(texts: Sequence[str], title: str, language: str, linked: float = 0.0) -> list[str]:
    lines = [Extracted(block, linked=linked) for block in _blocks(texts)]
    return [block.text for block in clean_blocks(lines, language=language, own=(title,)).kept]


@pytest.mark.parametrize(
    ("language", "steps"),
    [
        ("de", ("1- Öffnen Sie die Seite", "2- Melden Sie sich an", "3- Klicken Sie auf Ihr Foto")),
        ("fr", ("1- Ouvrez le site", "2- Connectez-vous", "3- Cliquez sur votre photo")),
        ("it", ("1- Apri il sito nel browser", "2- Accedi", "3- Clicca sulla tua foto")),
        ("fa", ("۱. وارد شوید", "۲. «تنظیمات» را انتخاب کنید", "۳. رمز خود را تأیید کنید")),
    ],
)  # fmt: skip
def test_a_row_of_numbers_above_text_is_of_the_text(language: str, steps: Sequence[str]) -> None:
    kept = _blocks(("Viele haben das Netz verlassen.", *steps, PROSE))
    assert not site_lines(kept, language)
    assert site_lines(_blocks((kept[0].text, *(step[3:] for step in steps), PROSE)), language)


def test_a_step_of_a_row_stays_though_it_asks_for_an_address() -> None:
    steps = ("1. افتح تطبيق واتساب", "2. اضغط على النقاط الثلاث", "3. أدخل بريدك الإلكتروني")
    kept = _blocks(("يخشى كثيرون ضياع محادثاتهم حين يشترون هاتفا جديدا.", *steps, "وبذلك تنتهي."))
    assert house_lines(kept, "ar", frozenset(), "كيف تنقل محادثاتك") == {}


def test_rows_begin_with_one_and_bear_every_number() -> None:
    assert [*numbered_rows(("1. a", "2) b", "text", "3- c", "1. a", "2. b"))] == [[0, 1, 3]]
    assert [*numbered_rows(("2. a", "3. b", "4. c"))] == []
    assert [*numbered_rows(("1. a", "2. b", "x", "y", "z", "3. c"))] == []
    assert [*numbered_rows(("١. أ", "٢. «ب»", "٣. ج"))] == [[0, 1, 2]]


@pytest.mark.parametrize(
    "row",
    [
        ("الخطوة 1: أ", "الخطوة ٢: ب", "الخطوة رقم 3 - ج"),
        ("الخطوة الأولى: أ", "الخطوة الثانية: ب", "الخطوة الثالثة: ج"),
        ("أولا: أ", "ثانيًا: ب", "ثالثاً، ج"),
        ("Step 1: a", "Step 2 – b", "Step 3: c"),
        ("Étape 1 : a", "Étape 2 : b", "Étape 3 : c"),
    ],
)
def test_rows_may_say_their_numbers_behind_a_label_or_in_words(row: Sequence[str]) -> None:
    assert [*numbered_rows(row)] == [[0, 1, 2]]
    assert [*numbered_rows([text.replace(":", "") for text in row])] != [[0, 1, 2]]


STEPS = ("افتح الإعدادات", "سجّل الدخول بحسابك", "أدخل بريدك وكلمة المرور", "اضغط على زر المتابعة")
NEWS = [f"أقر المجلس البلدي إغلاق الجسر رقم {n} عاما كاملا أمام الشاحنات." for n in range(6)]


@pytest.mark.parametrize("label", ["الخطوة {}: ", "• ", "- "])
def test_labelled_steps_stay_amid_news(label: str) -> None:
    steps = [label.format(n) + step for n, step in enumerate(STEPS, 1)]
    texts = [*NEWS[:4], *steps, *NEWS[4:]]
    assert house_lines(_blocks(texts), "ar", frozenset(), "المجلس يغلق الجسر") == {}
    assert _cleaned(texts, "المجلس يغلق الجسر", "ar") == texts


def test_what_a_house_asks_for_below_the_points_of_a_text_is_no_step() -> None:
    points = ["• يفتح الجسر في الصيف", "• يكلف البناء مليوني دينار", "• سجّل الدخول بحسابك"]
    kept = _blocks([*NEWS[:4], *points, *NEWS[4:]])
    assert [block.text for block in house_lines(kept, "ar", frozenset(), "")] == points[2:]
    announced = _blocks([*NEWS[:3], "ولهذا اتبع ما يلي:", *points, *NEWS[4:]])
    assert house_lines(announced, "ar", frozenset(), "") == {}


HOW_TO = {
    "en": "How to move your chats to a new phone",
    "fr": "Comment transférer ses messages",
    "de": "So ziehen Sie mit Ihren Chats um",
}


@pytest.mark.parametrize(
    ("language", "step"),
    [
        ("en", "Download the app."),
        ("en", "Sign in."),
        ("fr", "Téléchargez l’application."),
        ("de", "Laden Sie die App herunter."),
    ],
)
def test_a_sentence_amid_promised_steps_is_one(language: str, step: str) -> None:
    texts = (PROSE, "Tap the three dots.", step, "Tap Restore, and wait.", PROSE)
    title = HOW_TO[language]
    assert step in _cleaned(texts, title, language)
    assert step not in _cleaned(texts, "The app is sold to a rival", language)
    assert step not in _cleaned(texts, title, language, linked=1.0)
    assert step not in _cleaned((PROSE, step.rstrip("."), PROSE), title, language)  # a button


@pytest.mark.parametrize(
    "step", ["Download our app.", "Download the app now.", "Share this article."]
)
def test_what_urges_or_speaks_of_the_house_is_no_step(step: str) -> None:
    assert step not in _cleaned((PROSE, "Tap the three dots.", step, PROSE), HOW_TO["en"], "en")


def test_two_steps_beside_each_other_stay() -> None:
    texts = (PROSE, "Download the app.", "Sign in.", "Tap Restore, and wait.", PROSE)
    assert _cleaned(texts, HOW_TO["en"], "en") == [*texts]


@pytest.mark.parametrize(
    ("title", "promises"),
    [
        ("Konto endgültig löschen: So geht's", True),
        ("Hesabınızı kalıcı olarak nasıl silersiniz?", True),
        ("Zo verwijder je je account", True),
        ("アカウントを削除する方法", True),
        ("طريقة حذف الحساب", True),
        ("The council approves the budget", False),
        ("Bakan nasıl konuştu", False),
    ],
)
def test_titles_that_promise_steps(title: str, promises: bool) -> None:
    assert promises_steps(title) is promises
