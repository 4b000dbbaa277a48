"""What stands below a heading that names the author, at the end of a text."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from pipeline.extract import extract_article
from pipeline.memory import EMPTY
from pipeline.records import Article, Page
from tests.pipeline.ferry_text import LINES as FERRY
from tests.pipeline.ferry_text import TOLD

NOW = datetime(2026, 11, 25, tzinfo=UTC)
URL = "https://courier.example/harbour/1"
LINES = FERRY[:4]


def _lines(
    end: str, title: str = "The ferry runs again", first: str = "", author: str = "Jane Doe"
) -> list[str]:
    text = "".join(f"<p>{line}</p>" for line in [*filter(None, [first]), *LINES])
    html = (
        f"<html lang=en><title>{title}</title><meta name=author content='{author}'>"
        f"<article><h1>{title}</h1>{text}{end}</article></html>"
    )
    result = extract_article(Page(URL, URL, html.encode(), NOW), EMPTY, NOW)
    assert isinstance(result, Article)
    return result.text.split("\n\n")


def _below(head: str, lines: list[str] = TOLD) -> str:
    return head + "".join(f"<p>{line}</p>" for line in lines)


@pytest.mark.parametrize(
    "head",
    [
        "<h2>About Jane Doe</h2>",
        "<h3>Meet Jane Doe</h3>",
        "<h3>Who is Jane Doe?</h3>",
        "<h2>Hi, I’m Jane Doe!</h2>",
        "<p><b>About Jane Doe</b></p>",
        "<p><strong>More on Jane Doe:</strong></p>",
    ],
)
def test_what_stands_below_a_heading_with_the_author_s_name_tells_of_them(head: str) -> None:
    assert _lines(_below(head)) == LINES
    assert _lines(f"<div><div><img src=/j.jpg></div><div>{_below(head)}</div></div>") == LINES


def test_whom_a_text_tells_of_is_no_author_at_its_end() -> None:
    first = "Jane Doe, who writes for this paper, took the first ferry and fell into the water."
    assert "What Jane Doe saw" in _lines(
        _below("<h2>What Jane Doe saw</h2>", TOLD[1:]), first=first
    )


def test_a_heading_with_another_name_is_the_text_s() -> None:
    lines = [line.replace("Jane Doe", "Ann Poe") for line in TOLD]
    assert _lines(_below("<h2>About Ann Poe</h2>", lines))[-4:] == ["About Ann Poe", *lines]


def test_more_below_a_heading_than_above_it_is_a_text() -> None:
    lines = [f"{line} {LINES[0]} {LINES[1]}" for line in TOLD[1:]]
    assert _lines(_below("<h2>Letters to Jane Doe</h2>", lines))[-3:] == [
        "Letters to Jane Doe",
        *lines,
    ]


def test_what_is_no_person_is_what_a_section_tells_of() -> None:
    told = [line.replace("Jane Doe", "Cargo Loader") for line in TOLD]
    assert (
        _lines(_below("<h2>About Cargo Loader</h2>", told), author="Cargo Loader")[-1] == told[-1]
    )
    assert _lines(_below("<h2>7.2 Jane Doe</h2>", TOLD[1:]))[-3:] == ["7.2 Jane Doe", *TOLD[1:]]
