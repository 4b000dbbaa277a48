"""Boxes amid a text that sum it up, by what heads them or says that a machine wrote them."""

from __future__ import annotations

import pytest

from tests.pipeline.bodies.nameless_page import SENTENCES, kept_beside

TEXT = (*SENTENCES, *(f"{each[:-1]}, as was said at the time." for each in SENTENCES))
POINTS = (
    "The tide gate needs a new motor",
    "Anglers had asked for it since spring",
    "The bill goes to the county",
)
LIST = "<ul>" + "".join(f"<li>{point}</li>" for point in POINTS) + "</ul>"


def kept(box: str, at: int = 2) -> list[str]:
    return kept_beside(box, TEXT, at)


@pytest.mark.parametrize(
    "label",
    [
        "AI द्वारा तैयार सारांश", "اے آئی خلاصہ", "Yapay zeka özeti", "AI가 요약한 핵심", "AI摘要",
        "AIによる要約", "Краткое содержание от ИИ", "الخلاصة بالذكاء الاصطناعي",
        "لخّص المقال بالذكاء الاصطناعي", "Summarise this article with AI",
    ],
)  # fmt: skip
@pytest.mark.parametrize("at", [1, 6])
def test_points_below_what_names_a_machine_go_wherever_they_stand(label: str, at: int) -> None:
    assert kept(f"<div><p>{label}</p>{LIST}</div>", at) == [*TEXT]


@pytest.mark.parametrize(
    "label",
    ["मुख्य बातें", "نکات کلیدی", "اہم نکات", "Öne çıkanlar", "核心要点", "À retenir", "أهم النقاط"],
)
def test_points_below_a_heading_of_summaries_go(label: str) -> None:
    assert kept(f"<div><p>{label}</p>{LIST}</div>") == [*TEXT]


@pytest.mark.parametrize(
    "note",
    [
        "This summary was written by a language model and may hold errors, read it all.",
        "هذا الملخص أعدّه نموذج لغوي وقد يحتوي على أخطاء، راجع النص كاملا.",
        "Ce résumé a été rédigé par un modèle de langage puis relu.",
    ],
)
def test_points_above_a_note_that_a_machine_wrote_them_go(note: str) -> None:
    box = f"<div><button>Show</button><div>{LIST}<p>{note}</p></div></div>"
    assert kept(box, 6) == [*TEXT]


def test_a_section_on_machines_that_sum_texts_up_stays() -> None:
    head = "How AI can summarise an article"
    found = kept(f"<h2>{head}</h2><p>It takes these three steps.</p>{LIST}", 6)
    assert head in found
    assert POINTS[2] in found


def test_a_list_of_the_text_stays() -> None:
    assert POINTS[0] in kept(f"<div><p>The council named three reasons</p>{LIST}</div>", 6)


SUMMED = "The council pays for the new tide gate, and it will be built in two summers."


@pytest.mark.parametrize("at", [1, 6])
def test_a_sentence_beside_the_label_of_a_machine_in_one_box_goes(at: int) -> None:
    label, note = "<b>Resumen generado con IA</b>", "<small>Puede contener errores.</small>"
    assert kept(f"<div>{label}<p>{SUMMED}</p>{note}</div>", at) == [*TEXT]


@pytest.mark.parametrize(
    "label", ["The short version", "بالمختصر", "En deux mots", "В двух словах"]
)
def test_a_sentence_in_a_box_below_a_label_of_summaries_goes(label: str) -> None:
    box = f"<div><span>{label}</span><p>{SUMMED}</p></div>"
    assert kept(box, 0) == [*TEXT]
    assert kept(box, 2) == [*TEXT]
    assert SUMMED in kept(box, 6)  # amid a text it is a part of it


def test_a_paragraph_above_a_note_that_a_machine_wrote_it_goes() -> None:
    told = "The gate needs a motor, and the county pays for it in two parts until the spring."
    note = "This summary was made with AI."
    box = f"<div><p>Bottom line</p><p>{told}</p><small>{note}</small></div>"
    assert kept(box, 0) == [*TEXT]
    assert kept(box, 6) == [*TEXT]
