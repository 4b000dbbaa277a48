"""Right-to-left text for a terminal."""

from __future__ import annotations

import unicodedata

import pytest
from bidi.mirror import MIRRORED
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from cli.bidi import direction, display_line, plain, shorten, terminal_orders_text, wrap

TITLE = "جذب العقول النادرة.. استراتيجية «ميتا» لاختراق مشهد AI المتقدم"


@pytest.mark.parametrize(
    ("environment", "orders"),
    [
        ({"TERM": "xterm-256color", "VTE_VERSION": "7003"}, True),
        ({"TERM": "xterm-256color", "VTE_VERSION": "5202"}, False),
        ({"TERM": "xterm-256color", "KONSOLE_VERSION": "230800"}, True),
        ({"TERM": "xterm-256color", "TERM_PROGRAM": "Apple_Terminal"}, True),
        ({"TERM": "xterm-kitty"}, False),
        ({"TERM": "xterm"}, False),
        ({"TERM": "tmux-256color", "VTE_VERSION": "7003", "TMUX": "/tmp/x"}, False),
        ({}, False),
    ],
    ids=["vte", "old vte", "konsole", "apple", "kitty", "xterm", "tmux in vte", "unknown"],
)
def test_terminals_that_order_text_themselves(environment: dict[str, str], orders: bool) -> None:
    assert terminal_orders_text(environment) is orders


@pytest.mark.parametrize(
    ("text", "expected"),
    [("مرحبا world", "R"), ("world مرحبا", "L"), ("12 مرحبا", "R"), ("12", "L"), ("", "L")],
)
def test_direction_is_that_of_the_first_letter(text: str, expected: str) -> None:
    assert direction(text) == expected


def test_ordered_text_reads_from_the_right() -> None:
    shown = display_line(TITLE, reorder=True)
    assert shown.index("AI") < shown.index("«") < len(shown)
    assert shown != TITLE
    assert "ﺟﺬﺏ"[::-1] in shown  # the first word, joined, at the right end
    assert shown.rstrip().endswith("ﺏﺬﺟ")


@pytest.mark.parametrize(
    ("text", "base", "expected"),
    [
        ("قال «ميتا» (2026) ثم", None, "ﻢﺛ (2026) «ﺎﺘﻴﻣ» ﻝﺎﻗ"),
        ("ملف (line:links) [a<b] هنا", None, "ﺎﻨﻫ [a<b] (line:links) ﻒﻠﻣ"),
        ("قال «c d» ثم", None, "ﻢﺛ «c d» ﻝﺎﻗ"),
        ("a (قال) [x] «ميتا» b", "L", "a (ﻝﺎﻗ) [x] «ﺎﺘﻴﻣ» b"),
        ("قال (a (b) ج", None, "ﺝ a (b)) ﻝﺎﻗ"),
    ],
)
def test_brackets_turn_with_the_text(text: str, base: str | None, expected: str) -> None:
    assert display_line(text, reorder=True, base=base) == expected


def test_all_that_unicode_turns_is_turned() -> None:
    for one, other in MIRRORED.items():
        assert unicodedata.mirrored(one)
        assert display_line(f"ا{one}ا", reorder=True) == f"ﺍ{other}ﺍ"


def test_text_that_the_terminal_orders_is_isolated_and_unchanged() -> None:
    assert display_line(TITLE, reorder=False) == f"\u2068{TITLE}\u2069"


@pytest.mark.parametrize("reorder", [True, False])
def test_left_to_right_text_is_left_alone(reorder: bool) -> None:
    assert display_line("naïve café", reorder=reorder) == "naïve café"


def test_a_page_cannot_reach_the_terminal() -> None:
    assert plain("a\x1b[31mred\x07\u202e evil\nline\u2066") == "a[31mred evil line"


@given(st.text(alphabet="ابتثجحخدذ َّabc漢字 ", max_size=200), st.integers(4, 40))
def test_wrapped_lines_fit_and_lose_nothing(text: str, width: int) -> None:
    lines = wrap(text, width)
    assert all(cell_len(line) <= width for line in lines)
    assert "".join("".join(lines).split()) == "".join(text.split())


@given(st.text(alphabet="اب َ漢abc ", max_size=60), st.integers(2, 30))
def test_shortened_text_fits(text: str, width: int) -> None:
    assert cell_len(shorten(text, width)) <= width
