"""Lines that are called a byline, and are what a site calls a section, offers or asks."""

from __future__ import annotations

import pytest
from story_page import authors


@pytest.mark.parametrize(
    ("lang", "line"),
    [
        ("ar", "ثقافة وفن"),
        ("ar", "أسواق المال"),
        ("ar", "شركات ناشئة"),
        ("fa", "اقتصاد کلان"),
        ("ckb", "هەواڵی ئابووری"),
        ("he", "חדשות מקומיות"),
        ("hi", "राज्य समाचार"),
        ("de", "Bauen & Wohnen"),
        ("en", "Listen to this story"),
        ("en", "Analysis of the new housing budget"),
        ("fr", "Analyse du budget de la ville"),
        ("nl", "Leestijd 3 minuten"),
    ],
)
def test_a_section_or_a_button_called_a_byline_signs_nothing(lang: str, line: str) -> None:
    assert authors(f"<div class='byline'>{line}</div>", lang=lang) == ()


@pytest.mark.parametrize(
    ("lang", "line"),
    [
        ("ar", "فريق التحرير"),
        ("ar", "عربي صالح"),
        ("ar", "نجوم الشامسي"),
        ("he", "מערכת החדשות"),
        ("de", "Sozan Wohnlich"),
        ("fr", "La rédaction"),
        ("en", "News Desk"),
        ("en", "Analysis Group"),
        ("en", "News Service"),
        ("ar", "وزارة الصحة"),
        ("he", "אפרים קלדרון"),
    ],
)
def test_desks_and_persons_called_a_byline_sign(lang: str, line: str) -> None:
    assert authors(f"<div class='byline'>{line}</div>", lang=lang) == (line,)


def test_two_families_called_a_byline_sign() -> None:
    line = "<div class='byline'>Smith and Jones</div>"
    assert authors(line, lang="en") == ("Smith", "Jones")


@pytest.mark.parametrize(
    "line", ["Published in 2019 by Jane Okafor", "First published in 1998 by Amy Rowe"]
)
@pytest.mark.parametrize("tag", ["p class='byline'", "div", "p"])
def test_who_wrote_in_a_year_wrote_something_else(line: str, tag: str) -> None:
    assert authors(f"<{tag}>{line}</{tag.split()[0]}>", lang="en") == ()
    dated = f"<{tag}>Published 3 May 2019 by Jane Okafor</{tag.split()[0]}>"
    assert authors(dated, lang="en") == ("Jane Okafor",)
