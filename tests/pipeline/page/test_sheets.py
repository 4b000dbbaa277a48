"""Words that the style sheet of their page hides."""

from __future__ import annotations

import pytest

from tests.pipeline import satellite_page
from tests.pipeline.satellite_page import paragraphs

TEXT = (
    "The ministry said on Monday that the new satellite will be launched in the spring.",
    "Engineers have tested its antennas for eleven months, and the last trial ended well.",
    "It is to bring the network to villages in the mountains, where no cable has been laid.",
    "The price of a connection has not been decided, the minister told reporters.",
)
MORE = "Schools will be the first to be served, followed by clinics in nine districts."
HIDDEN = "Kept in the drawer of the press office"


def lines_of(sheet: str, inside: str) -> list[str]:
    style = f"<style>{sheet}</style>"
    return satellite_page.texts_of(style + paragraphs(*TEXT[:2]) + inside + paragraphs(*TEXT[2:]))


@pytest.mark.parametrize(
    ("sheet", "inside"),
    [
        (".qa{display:none}", f"<p class='x qa'>{HIDDEN}.</p>"),
        (
            "a{color:red} .b, p.qa { color: red; display: none !important }",
            f"<p class=qa>{HIDDEN}.</p>",
        ),
        ("#qa {visibility:hidden}", f"<div id=qa><p>{HIDDEN}.</p></div>"),
        (
            "/* for { */ .qa{display:none}@media print{.qa{display:block}}",
            f"<p class=qa>{HIDDEN}.</p>",
        ),
        (".qa{display:none}.qa.open{display:block}", f"<p class=qa>{HIDDEN}.</p>"),
    ],
)
def test_a_line_that_a_sheet_hides_goes(sheet: str, inside: str) -> None:
    assert lines_of(sheet, inside) == [*TEXT]


@pytest.mark.parametrize(
    "said",
    ["position:absolute;left:-9999px", "clip:rect(1px,1px,1px,1px)", "clip-path: inset(50%)"],
)
def test_words_that_a_sheet_keeps_for_those_who_hear_a_page_go(said: str) -> None:
    line = f"<p>{MORE}<span class=qa> opens elsewhere</span></p>"
    assert lines_of(f".qa{{{said}}}", line)[2] == MORE


@pytest.mark.parametrize(
    "sheet",
    [
        "@media (max-width:600px){.qa{display:none}}",
        "@media print{.qa{display:none}}",
        ".no-js .qa{display:none} .qa.closed{display:none} .qa:empty{display:none}",
        ".qa{display:none}.ready .qa{display:block}",
        ".qa{display:none}@media (min-width:1px){.qa{display:block}}",
        ".qb{display:none}",
    ],
)
def test_what_a_sheet_shows_at_times_stays(sheet: str) -> None:
    assert HIDDEN + "." in lines_of(sheet, f"<p class=qa>{HIDDEN}.</p>")


def test_a_text_that_a_script_shows_stays() -> None:
    body = f"<div class=qa>{paragraphs(*TEXT)}</div>"
    sheet = "<style>.qa{display:none}</style>"
    assert satellite_page.texts_of(sheet + body) == [*TEXT]
    rest = f"<div class=qa>{paragraphs(*TEXT[1:])}</div>"
    assert satellite_page.texts_of(sheet + paragraphs(TEXT[0]) + rest) == [*TEXT]
