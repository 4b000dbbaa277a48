"""Short lines in plain paragraphs of texts that mark their heads."""

from __future__ import annotations

from datetime import date

import pytest

from pipeline.memory import EMPTY, learn, repeated_lines
from tests.pipeline.bodies.test_insets import article

PLAIN = "<p>Picked by our editors</p>"
KEY = " picked by our editors ]"
TEXT = "<p>The bridge was shut by the council of the town. It will be open in a year or two.</p>"


@pytest.mark.parametrize(
    ("lines", "plain"),
    [
        (f"{PLAIN}{TEXT}<h3>The cost</h3>", True),
        (f"{PLAIN}{TEXT}<p><b>The cost</b></p>", True),
        (f"<p><b>Picked by our editors</b></p>{TEXT}<h3>The cost</h3>", False),
        (f"<p>Picked by our editors?</p>{TEXT}<h3>The cost</h3>", False),
        (f"<p>“Picked by our editors”</p>{TEXT}<h3>The cost</h3>", False),
        (f"{PLAIN}<p>A road to the sea</p>{TEXT}<h3>The cost</h3>", False),
    ],
)
def test_a_line_that_is_not_marked_as_the_heads_of_its_text_is_none(
    lines: str, plain: bool
) -> None:
    assert article(1, lines).looks.plain == (("Picked by our editors",) if plain else ())
    memory = EMPTY
    for number in range(30):
        has = number % 6 == 1
        memory = learn(memory, article(number, lines if has else ""), date(2026, 3, 5))
    assert (KEY in repeated_lines(memory)) == plain


def test_a_plain_line_above_a_text_heads_nothing() -> None:
    line = "Ready to be heard by all of you"
    first = f"<p>{line}</p>"
    one = article(1, "", first)
    assert one.looks.plain == (line,)
    assert article(1, "", f"<p><b>{line}</b></p>{TEXT}").looks.plain == ()
    memory = EMPTY
    for number in range(30):
        one = article(number, "", first if number % 6 == 1 else "")
        memory = learn(memory, one, date(2026, 3, 5))
    assert f" {line.lower()} ]" in repeated_lines(memory)


@pytest.mark.parametrize(("heading", "gone"), [("<h3>The cost {}</h3>", True), ("", False)])
def test_a_source_that_marks_its_heads_has_no_plain_ones(heading: str, gone: bool) -> None:
    memory = EMPTY
    for number in range(30):
        line = PLAIN if number % 6 == 1 else heading.format("of it " * (number % 9))
        memory = learn(memory, article(number, f"{line}{TEXT}"), date(2026, 3, 5))
    assert (KEY in repeated_lines(memory)) == gone


@pytest.mark.parametrize(
    ("line", "gone"),
    [
        ("<p>Sponsored {}ville</p>", True),
        ("<p><b>Sponsored {}ville</b></p>", False),
        ("<p>The {}ville</p>", False),
        ("<p>Sponsored {}ville?</p>", False),
    ],
)
def test_a_word_of_a_plain_line_is_its_template(line: str, gone: bool) -> None:
    memory = EMPTY
    for number in range(30):
        named = line.format(f"{chr(0x61 + number % 26)}ard") if number % 6 == 1 else ""
        memory = learn(memory, article(number, f"{named}{TEXT}<h3>Cost</h3>"), date(2026, 3, 5))
    assert any(key.endswith("#") for key in repeated_lines(memory) if key[0] == " ") == gone


def test_what_is_marked_in_one_article_is_a_head_in_the_others() -> None:
    memory = EMPTY
    for number in range(30):
        line = PLAIN if number % 6 == 1 else f"<h3>The cost {number}</h3>"
        line = "<h3>Picked by our editors</h3>" if number == 0 else line
        memory = learn(memory, article(number, f"{line}{TEXT}"), date(2026, 3, 5))
    assert KEY not in repeated_lines(memory)


def test_a_plain_line_that_ends_in_brackets_above_a_text_is_a_template_s() -> None:
    memory = EMPTY
    for number in range(30):
        first = "<p>To be heard (a machine reads)</p>" if number % 10 == 1 else ""
        memory = learn(memory, article(number, "", first), date(2026, 3, 5))
    assert " to be heard a machine reads )" in repeated_lines(memory)
