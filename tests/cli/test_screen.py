"""What a person sees: tables on wide and narrow terminals, and nothing of a page's escapes."""

from __future__ import annotations

import io
import sys

import pytest
from rich.text import Text

from cli.bidi import Bidi
from cli.screen import Screen

ROWS = [("a", "العين الإخبارية", "12", "x" * 70), ("bb", "Example\x1b[31m", "3", "short")]
COLUMNS = ("id", "name", "articles#", "detail")


class Terminal(io.StringIO):
    """A stream that says it is a terminal."""

    def isatty(self) -> bool:
        return True


def shown(monkeypatch: pytest.MonkeyPatch, width: int, stream: io.StringIO) -> list[str]:
    monkeypatch.setenv("COLUMNS", str(width))
    monkeypatch.setenv("TERM", "xterm")
    monkeypatch.setattr(sys, "stdout", stream)
    Screen(bidi=Bidi.OFF).table(COLUMNS, ROWS)
    return stream.getvalue().splitlines()


def test_a_table_fits_its_terminal(monkeypatch: pytest.MonkeyPatch) -> None:
    lines = shown(monkeypatch, 60, Terminal())
    assert len(lines) == 3
    assert all(Text.from_ansi(line).cell_len <= 60 for line in lines)
    assert lines[1].rstrip().endswith("…")
    assert lines[1].startswith("a ")


def test_on_a_narrow_terminal_each_row_has_lines_of_its_own(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    text = Text.from_ansi("\n".join(shown(monkeypatch, 30, Terminal()))).plain
    assert "articles 12" in text
    assert "x" * 20 in text


def test_nothing_is_cut_where_no_terminal_is(monkeypatch: pytest.MonkeyPatch) -> None:
    lines = shown(monkeypatch, 30, io.StringIO())
    assert len(lines) == 3
    assert "x" * 70 in lines[1]
    assert "العين الإخبارية" in lines[1]


def test_a_page_cannot_send_escapes(monkeypatch: pytest.MonkeyPatch) -> None:
    assert "Example\x1b" not in "".join(shown(monkeypatch, 120, Terminal()))
    assert "\x1b" not in "".join(shown(monkeypatch, 120, io.StringIO()))


@pytest.mark.parametrize("bidi", list(Bidi))
def test_a_pipe_is_never_changed(monkeypatch: pytest.MonkeyPatch, bidi: Bidi) -> None:
    stream = io.StringIO()
    monkeypatch.setattr(sys, "stdout", stream)
    screen = Screen(bidi=bidi)
    screen.facts(("tech", "منى «سعيد»"))
    screen.paragraph("قال «ميتا» (2026)", marked=["ميتا"])
    screen.table(COLUMNS, ROWS[:1])
    assert stream.getvalue().splitlines()[:2] == ["tech · منى «سعيد»", "قال «ميتا» (2026)"]
    assert "العين الإخبارية" in stream.getvalue()


def test_a_terminal_that_orders_nothing_gets_ordered_text(monkeypatch: pytest.MonkeyPatch) -> None:
    stream = Terminal()
    monkeypatch.setattr(sys, "stdout", stream)
    Screen(bidi=Bidi.ON).facts(("منى «سعيد»",))
    assert "«ﺪﻴﻌﺳ» ﻰﻨﻣ" in Text.from_ansi(stream.getvalue()).plain


@pytest.mark.parametrize(
    ("language", "expected"),
    [
        ("ar", "ﺪﻳﺪﺟ ChatGPT"),
        ("fa", "ﺪﻳﺪﺟ ChatGPT"),
        (None, "ChatGPT ﺪﻳﺪﺟ"),
        ("en", "ChatGPT ﺪﻳﺪﺟ"),
    ],
)
def test_a_text_runs_as_its_language_does_whatever_it_begins_with(
    monkeypatch: pytest.MonkeyPatch, language: str | None, expected: str
) -> None:
    stream = Terminal()
    monkeypatch.setattr(sys, "stdout", stream)
    Screen(bidi=Bidi.ON).paragraph("ChatGPT جديد", language=language)
    assert Text.from_ansi(stream.getvalue()).plain.strip() == expected


def test_the_lines_of_a_paragraph_run_one_way(monkeypatch: pytest.MonkeyPatch) -> None:
    stream = Terminal()
    monkeypatch.setattr(sys, "stdout", stream)
    Screen(bidi=Bidi.ON).paragraph("قال " * 40 + "iPhone جديد")
    assert Text.from_ansi(stream.getvalue()).plain.splitlines()[-1].strip() == "ﺪﻳﺪﺟ iPhone"
