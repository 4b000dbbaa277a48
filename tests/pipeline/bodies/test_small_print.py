"""Paragraphs in small print amid a text."""

from __future__ import annotations

import pytest

from tests.pipeline.bodies.nameless_page import SENTENCES, kept_of

TEXT = SENTENCES[:3]
NOTE = "Quills sharpened by hand."


def kept(*lines: str) -> list[str]:
    return kept_of("".join(lines))


PARAGRAPHS = [f"<p>{text}</p>" for text in TEXT]


@pytest.mark.parametrize(
    "note",
    [
        f"<p><small>{NOTE}</small></p>",
        f"<p class='has-small-font-size'>{NOTE}</p>",
        f"<p class='note fine-print'>{NOTE}</p>",
    ],
)
def test_a_paragraph_of_small_print_is_no_text(note: str) -> None:
    assert kept(*PARAGRAPHS[:2], note, PARAGRAPHS[2]) == [*TEXT]


def test_small_words_within_a_paragraph_and_a_text_that_is_small_stay() -> None:
    within = f"<p>It said so <small>in a footnote</small>. {NOTE}</p>"
    assert kept(*PARAGRAPHS, within)[-1] == f"It said so in a footnote. {NOTE}"
    small = [f"<p><small>{text}</small></p>" for text in TEXT]
    assert kept(*small) == [*TEXT]
