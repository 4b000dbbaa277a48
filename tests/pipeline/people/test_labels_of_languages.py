"""Labels of those who wrote, pictured, edited and translated, in more languages."""

from __future__ import annotations

import pytest

from pipeline.people.given_names import begins_with_given_name
from tests.pipeline.people.story_page import authors

DAY = "<div class='date'>3 March 2026</div>"


@pytest.mark.parametrize(
    ("line", "lang", "name"),
    [
        # who pictured, edited or translated beside who wrote
        ("Tekst: Sofie Holm Billeder: Lars Bjerregaard", "da", "Sofie Holm"),
        ("Kirjoittaja: Jussi Virtanen, Käännös: Päivi Lehtonen", "fi", "Jussi Virtanen"),
        ("Szöveg: Kovács Eszter | Fotók: Nagy Balázs", "hu", "Kovács Eszter"),
        ("Kovács Eszter | Fordította: Nagy Balázs", "hu", "Kovács Eszter"),
        ("Текст: Тарас Бондар | Світлини: Ірина Савченко", "uk", "Тарас Бондар"),
        ("Autor: Paweł Nowicki, Przekład: Joanna Sikorska", "pl", "Paweł Nowicki"),
        ("লেখা: তানিয়া আক্তার | ছবি: সুমন চৌধুরী", "bn", "তানিয়া আক্তার"),
        ("লেখক: মাহমুদ হাসান, অনুবাদ: তানিয়া আক্তার", "bn", "মাহমুদ হাসান"),
        ("โดย: สมชาย ใจดี | บรรณาธิการ: ปิยะดา ทองคำ", "th", "สมชาย ใจดี"),
        ("متن: احمد شاه ستانکزی | انځور: شازیه مومند", "ps", "احمد شاه ستانکزی"),
        ("تحریر: سعدیہ قریشی | ایڈیٹر: ندیم اختر", "ur", "سعدیہ قریشی"),
        ("Tác giả: Nguyễn Thu Hà, Dịch: Trần Minh Quân", "vi", "Nguyễn Thu Hà"),
        ("Jens Petersen / Redaktion: Lena Hofstetter", "de", "Jens Petersen"),
        ("سامي الجابري / تحرير: عبد العزيز القحطاني", "ar", "سامي الجابري"),
        ("Anni Mäkinen (Kuvat: Jussi Virtanen)", "fi", "Anni Mäkinen"),
        # a label without its sign
        ("Haastattelu Päivi Lehtonen", "fi", "Päivi Lehtonen"),
        ("Interview Lars Bjerregaard", "da", "Lars Bjerregaard"),
        ("Reportáž Jana Dvořáková", "cs", "Jana Dvořáková"),
        ("Röportaj Zeynep Aydoğan", "tr", "Zeynep Aydoğan"),
        ("Riport Tóth Gergely", "hu", "Tóth Gergely"),
        ("বিশেষ প্রতিবেদন নুসরাত জাহান", "bn", "নুসরাত জাহান"),
    ],
)
def test_who_wrote_by_labels_of_more_languages(line: str, lang: str, name: str) -> None:
    assert authors(f"<p class='byline'>{line}</p>{DAY}", lang=lang) == (name,)


@pytest.mark.parametrize(
    ("line", "lang"),
    [
        ("Interview mit Lena Hofstetter", "de"),
        ("Analyse des Marktes", "de"),
        ("Opinion Jane Roe", "en"),
    ],
)
def test_whom_a_text_asks_and_what_it_tells_of_are_no_authors(line: str, lang: str) -> None:
    assert authors(f"<div>{line}</div>{DAY}", lang=lang) == ()


def test_hungarians_have_their_given_names_last() -> None:
    assert begins_with_given_name("Tóth Gergely")
    assert begins_with_given_name("Szabó Nagy Réka")
    assert not begins_with_given_name("új Gergely")


@pytest.mark.parametrize(
    ("line", "lang"), [("Reportage Clara Zetkin", "de"), ("Interview Rachel Osei", "en")]
)
def test_a_line_that_no_name_marks_may_tell_whom_a_text_is_of(line: str, lang: str) -> None:
    assert authors(f"<div>{line}</div>{DAY}", lang=lang) == ()


@pytest.mark.parametrize("lang", ["id", "ms", "it"])
def test_a_label_of_one_language_is_another_word_in_others(lang: str) -> None:
    names = ("Sungai Putih",) if lang == "it" else ()
    assert authors("<p><a href='#'>Di Sungai Putih, harga turun lagi</a></p>", lang=lang) == names
    assert authors(end="<div><a href='/x'>Di Sungai Putih</a></div>", lang=lang) == names
