"""Lines that are set as no paragraph of their text is."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from pipeline.extract import extract_article
from pipeline.lines.set_apart import SET_APART
from pipeline.memory import EMPTY
from pipeline.records import Article, Page

NOW = datetime(2026, 11, 25, tzinfo=UTC)
URL = "https://courier.example/harbour/1"
TEXTS = [
    "The ferry between the two towns ran again on Monday, four weeks after it had hit the quay.",
    "Its owner paid for the repair himself, since no insurer covers damage below the waterline.",
    "Passengers who had taken the long way round the bay said that they would take it no more.",
    "Until spring the ferry sails hourly, and the harbour master keeps a second ship in reserve.",
]


def read(amid: str = "", end: str = "", told: int = 4) -> Article:
    texts = [f"<p>{text}</p>" for text in TEXTS[:told]]
    html = f"<article><h1>The ferry runs again</h1>{''.join(texts[:2])}{amid}{''.join(texts[2:])}"
    page = Page(URL, URL, f"{html}{end}</article>".encode(), datetime(2026, 11, 25, tzinfo=UTC))
    found = extract_article(page, EMPTY, datetime(2026, 11, 25, tzinfo=UTC))
    assert isinstance(found, Article)
    return found


def gone(found: Article) -> list[str]:
    return [removed.text for removed in found.removed if removed.rule == SET_APART]


@pytest.mark.parametrize(
    "form",
    [
        "<p><em>{}</em></p>",
        "<p><span style='color:#c00'>{}</span></p>",
        "<p class='x9'>{}</p>",
    ],
)
def test_an_open_line_of_another_form_goes(form: str) -> None:
    line = form.format("Kono pli trasu brali vot")
    assert gone(read(amid=line)) == ["Kono pli trasu brali vot"]
    assert read(end=line).text == "\n\n".join(TEXTS)


@pytest.mark.parametrize(("told", "goes"), [(2, True), (1, False)])
def test_two_paragraphs_show_how_a_text_is_set(told: int, goes: bool) -> None:
    line = "Kono pli trasu brali vot"
    assert (line in gone(read(end=f"<p><em>{line}</em></p>", told=told))) is goes


def test_a_note_in_italics_below_a_text_goes() -> None:
    note = "<p><em>Brali vot kono pli trasu devi rolan.</em></p>"
    assert gone(read(end=note)) == ["Brali vot kono pli trasu devi rolan."]
    assert gone(read(amid=note)) == []


@pytest.mark.parametrize(
    ("amid", "end"),
    [
        ("<p>Kono pli trasu brali vot</p>", ""),
        ("<p><strong>Kono pli trasu brali vot</strong></p>", ""),
        ("<p class='subhead'>Kono pli trasu brali vot</p>", ""),
        ("<p class='x9'>Kono pli trasu</p>", ""),
        ("<p class='x9'>Why the owner paid for it himself</p>", ""),
        ("<p><em>Kono pli trasu brali vot, devi?</em></p>", ""),
        ("", "<p><em>The ferry sails hourly until the harbour master says no.</em></p>"),
        ("", "<blockquote>Kono pli trasu brali vot.</blockquote>"),
    ],
    ids=[
        "as the text is",
        "a bold head",
        "a head by its name",
        "a head of few words",
        "a head that tells what the text does",
        "a question",
        "a note that tells what the text does",
        "a quotation",
    ],
)
def test_what_may_be_the_text_s_stays(amid: str, end: str) -> None:
    assert gone(read(amid, end)) == []


def test_three_lines_of_one_form_are_the_text_s() -> None:
    lines = [f"<p class='q'>{word} pli trasu brali vot</p>" for word in ("Kono", "Devi", "Rolan")]
    texts = "".join(f"{line}<p>{text}</p>" for line, text in zip(lines, TEXTS[:3], strict=True))
    assert gone(read(amid=texts)) == []


def test_paragraphs_that_are_numbered_each_are_set_alike() -> None:
    line = "Whoever bakes cakes is asked for eggs, patience and a tin."
    texts = "".join(f"<p class='p{n}'>{text}</p>" for n, text in enumerate((*TEXTS, line)))
    page = Page(URL, URL, f"<article><h1>The ferry runs again</h1>{texts}</article>".encode(), NOW)
    found = extract_article(page, EMPTY, NOW)
    assert isinstance(found, Article)
    assert line in found.text
    noted = texts.replace("class='p4'", "class='note'")
    page = Page(URL, URL, f"<article><h1>The ferry runs again</h1>{noted}</article>".encode(), NOW)
    found = extract_article(page, EMPTY, NOW)
    assert isinstance(found, Article)
    assert line not in found.text


def test_what_somebody_says_stays_however_it_is_set() -> None:
    said = "“Kono pli trasu brali vot”, devi rolan Jane Okafor"
    assert gone(read(amid=f"<p align='center'><i>{said}</i></p>")) == []


def test_what_a_table_shows_stays_above_it() -> None:
    rows = "<tr><td>Ship</td><td>Knots</td></tr><tr><td>Alva</td><td>12</td></tr>"
    table = "<table><caption>Kono pli trasu brali vot</caption>{}</table>"
    assert gone(read(amid=table.format(rows))) == []
