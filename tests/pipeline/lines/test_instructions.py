"""Texts that instruct their readers keep their steps, in whatever words a house has for readers."""

from __future__ import annotations

import pytest

from pipeline.lines.instructions import instructs
from pipeline.lines.judged import judged
from pipeline.lines.polite import polite_lines
from pipeline.records import Block, BlockKind

STEPS = {
    "en": ("Tap the dots and choose the third line.", "Wait until the bar is full."),
    "fr": ("Touchez les trois points.", "Attendez que la barre soit pleine."),
    "de": ("Tippe auf die drei Punkte.", "Warten Sie, bis der Balken voll ist."),
    "es": ("Toca los tres puntos.", "Espera a que la barra se llene."),
    "pt": ("Toque nos três pontos.", "Espere a barra encher."),
    "it": ("Tocca i tre puntini.", "Attendi che la barra sia piena."),
    "nl": ("Tik op de drie puntjes.", "Wacht tot de balk vol is."),
    "ru": ("Нажмите на три точки.", "Дождитесь, пока полоса заполнится."),
    "tr": ("Üç noktaya dokunun.", "Çubuk dolana kadar bekleyin."),
    "id": ("Ketuk tiga titik.", "Tunggu sampai bilah penuh."),
    "ar": ("اضغط على النقاط الثلاث.", "ثم انتظر حتى يكتمل الشريط."),
    "fa": ("روی سه نقطه بزنید.", "تا پر شدن نوار صبر کنید."),
    "ur": ("تین نقطوں پر ٹیپ کریں۔", "پٹی بھرنے تک انتظار کریں۔"),
    "zh": ("点击右上角三个点。", "等待进度条走完。"),
    "ja": ("三つの点をタップする。", "設定を開き、下へ進む。"),
}
NEWS = {
    "en": ("Waiters went on strike in Orrick.", "Open source tools grew by a tenth."),
    "fr": ("Assez de pluie pour les champs.", "Chez les pêcheurs, on attend."),
    "es": ("La empresa abre una tienda.", "El cierre espera una fecha."),
    "ru": ("Жители ждут ответа.", "Мэрия откроет мост."),
    "tr": ("Köprü halk için açıldı.", "Karar kadınlar için alındı."),
    "ar": ("اختارت البلدية موقعاً جديداً.", "فتحت الشركة متجراً."),
    "ja": ("市は橋を開いた。", "選択肢は三つある。"),
}


@pytest.mark.parametrize("language", STEPS)
def test_two_steps_make_instructions(language: str) -> None:
    assert instructs(STEPS[language], language)
    assert not instructs(STEPS[language][:1], language)


@pytest.mark.parametrize("language", NEWS)
def test_news_are_none(language: str) -> None:
    assert not instructs(NEWS[language] * 2, language)


def test_of_a_language_without_such_words_nothing_is_told() -> None:
    assert not instructs(STEPS["en"], "xx")


def _blocks(*texts: str) -> list[Block]:
    return [Block(BlockKind.PARAGRAPH, text) for text in texts]


def test_a_step_in_a_house_s_words_stays_among_steps() -> None:
    asks = "Connectez-vous avec la même adresse pour lire nos messages."
    rest = ("Le transfert dure dix minutes.", "La barre est verte à la fin.")
    steps = _blocks(rest[0], *STEPS["fr"], asks, rest[1])
    assert not judged(steps, (), "fr")
    plain = _blocks(rest[0], "Le câble est court.", "Le bouton est usé.", asks, rest[1])
    assert judged(plain, (), "fr") == {plain[3]}


def test_what_is_said_politely_stays_among_steps_in_japanese() -> None:
    plain = ("新しい機種は小さい。", "電池は長く持つ。", "画面は明るい。", "値段は高い。")
    polite = "登録方法は当サイトの案内をご覧ください。"
    assert polite_lines(_blocks(*plain, polite), "ja")
    assert not polite_lines(_blocks(*plain, *STEPS["ja"], polite), "ja")
