"""What is asked, and what is said to an answer that is none."""

from __future__ import annotations

import io

import pytest

from cli.asking import which_number, yes_or_no
from cli.failures import WrongRequest
from cli.screen import Screen


def say(monkeypatch: pytest.MonkeyPatch, *lines: str) -> None:
    monkeypatch.setattr("sys.stdin", io.StringIO("".join(f"{line}\n" for line in lines)))


def test_a_number_is_asked_for_until_it_is_one(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    say(monkeypatch, "9", "abc", "٣")
    assert which_number(Screen(), "Which section, 1 to 3", 3, 1) == 3
    told = capsys.readouterr().err
    assert "9: write a number from 1 to 3" in told
    assert "abc: write a number from 1 to 3" in told
    say(monkeypatch, "")
    assert which_number(Screen(), "Which section, 1 to 3", 3, 2) == 2


def test_an_input_that_ends_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    for ask in (lambda: which_number(Screen(), "Which", 3, 1), lambda: yes_or_no("Write it?")):
        say(monkeypatch)
        with pytest.raises(WrongRequest, match="input is at its end; give --yes"):
            ask()
