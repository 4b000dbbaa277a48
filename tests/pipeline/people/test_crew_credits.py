"""Credits of those who film, cut, draw or record a report: they go, and wrote nothing."""

from __future__ import annotations

import pytest

from pipeline.people.credit_lines import is_credit_line
from pipeline.people.several_credits import credits_several
from tests.pipeline.people.story_page import authors


@pytest.mark.parametrize(
    "line",
    [
        "Camera: Sally Miller",
        "Camera and sound: Sally Miller",
        "Schnitt: Anke Wolters",
        "Kamera und Schnitt: Anke Wolters",
        "Montage : Julie Perrin",
        "Edición de vídeo: Carmen Paz",
        "Kurgu: Mehmet Tek",
        "Монтаж: Ольга Крылова",
        "كاميرا: سلمان الراوي",
        "هندسة صوتية: فؤاد بدر",
        "مونتاج وإخراج: سلمان الراوي",
        "Graphics, animation: Peter Stone",
    ],
)
def test_who_films_cuts_or_records_is_credited(line: str) -> None:
    assert is_credit_line(line)
    assert not authors(end=f"<p><em>{line}</em></p>", lang="en")


@pytest.mark.parametrize(
    "line",
    [
        "Camera: Leica Summilux",
        "Camera: three lenses",
        "Kamera: Triple Zeiss",
        "كاميرا: ثلاثية العدسات",
        "صوت: ستيريو مزدوج",
        "Design: light and thin",
        "Sound of the town: Sally Miller",
        "Research: Peter Stone was wrong.",
    ],
)
def test_facts_behind_the_label_of_a_credit_are_none(line: str) -> None:
    assert not is_credit_line(line)


def test_a_team_named_role_by_role_signs_nothing() -> None:
    team = ["البرمجة: سارة أحمد", "الميكانيك: خالد منصور", "القيادة: ليلى بدر"]
    assert not authors("".join(f"<p>{line}</p>" for line in team), lang="ar")
    assert authors(f"<p>{team[0]}</p>", lang="ar") == ("سارة أحمد",)


@pytest.mark.parametrize(
    "line",
    [
        "Übersetzung: Tim Oster-Kern, Redaktion: Thea Baum, Schlussredaktion: Lena Schön, "
        "Audioversion: Iris Hochberg und Chris Melchior",
        "Editor: Jane Doe | Camera: John Roe and Ann Lee | Weather: Max Moe",
        "Traduction : Anne Petit ; édition : Luc Morel ; correction : Ève Blanc",
    ],
)
def test_several_credits_in_a_line_are_a_credit(line: str) -> None:
    assert credits_several(line)


@pytest.mark.parametrize(
    "line",
    [
        "Camera: 50 megapixels, Sound: two speakers, Design: glass",
        "Winner: Jane Doe, Runner-up: John Roe, Third: Ann Lee",
        "Editor: Jane Doe",
        "Editor: Jane Doe, Winner: John Roe, Third: Ann Lee",
        "Redaktion: Thea Baum, die seit Jahren darüber schreibt, sagt: So geht es nicht.",
    ],
)
def test_other_parts_behind_labels_are_none(line: str) -> None:
    assert not credits_several(line)
