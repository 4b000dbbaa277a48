"""Texts of which a system sets every part as a component, with others between them."""

from __future__ import annotations

from datetime import UTC, datetime
from itertools import pairwise

import pytest

from pipeline.extract import extract_article
from pipeline.memory import EMPTY
from pipeline.records import Article, Page

NOW = datetime(2026, 11, 29, tzinfo=UTC)
URL = "https://courier.example/harbour/1"
FIRST = [
    "The ferry between the two towns ran again on Monday, four weeks after it had hit the quay.",
    "Its owner paid for the repair himself, since no insurer covers damage below the waterline.",
    "Passengers who had taken the long way round the bay said that they would take it no more.",
    "The harbour master wants two lights on the mole before the storms of the winter set in.",
    "A second pier was built for the steamers of the last century and has stood empty since.",
]
LAST = "The council votes on it in May."
TEASER = (
    "<div class='teaser'><div class='cmp-teaser'><h2><a href='/7'>A cable for the isles</a></h2>"
    "<p>Why it took nine years.</p></div></div>"
)
PICTURE = "<div class='image'><div class='cmp-image'><img src='/a.jpg' alt='The pier'></div></div>"
HEADING = "<div class='text'><div class='cmp-text'><h2>What is left to do</h2></div></div>"


def part(*texts: str, inner: str = "cmp-text") -> str:
    told = "".join(f"<p>{text}</p>" for text in texts)
    return f"<div class='text'><div class='{inner}'>{told}</div></div>"


def text_of(*parts: str) -> str:
    page = (
        "<html lang='en'><head><title>The ferry runs again</title></head><body><main>"
        f"<h1>The ferry runs again</h1><div class='cmp-container'>{''.join(parts)}"
        "<ul class='cmp-list'><li><a href='/8'>Herons come back to the reeds</a></li></ul>"
        "</div></main></body></html>"
    )
    article = extract_article(Page(URL, URL, page.encode(), NOW, charset="utf-8"), EMPTY, NOW)
    assert isinstance(article, Article)
    return article.text


@pytest.mark.parametrize("between", ["", TEASER, PICTURE, HEADING, TEASER + PICTURE])
@pytest.mark.parametrize("first", [2, 4, 5])
def test_the_last_part_is_read(between: str, first: int) -> None:
    told = text_of(part(*FIRST[:first]), between, part(*FIRST[first:], LAST))
    assert all(text in told for text in (*FIRST, LAST))
    assert "cable" not in told
    assert "Herons" not in told


@pytest.mark.parametrize(
    "last",
    [
        "<table><tr><th>Year</th><th>Ships</th></tr><tr><td>2025</td><td>112</td></tr></table>",
        "<pre><code>ping -c 112 pier</code></pre>",
    ],
)
def test_a_last_part_that_is_no_sentence_is_read(last: str) -> None:
    parts = [part(*FIRST[:3]), HEADING, part(*FIRST[3:]), PICTURE]
    assert "112" in text_of(*parts, f"<div class='text'><div class='cmp-text'>{last}</div></div>")
    assert "112" not in text_of(*parts, f"<div class='vot'><div class='cmp-vot'>{last}</div></div>")


def test_a_part_that_leads_elsewhere_ends_the_text() -> None:
    pointer = "<a href='/9'>All that we know of the pier is here</a>."
    told = text_of(part(*FIRST), TEASER, part(pointer), part(LAST))
    assert "All that we know" not in told
    assert FIRST[-1] in told


def test_a_part_made_otherwise_is_not_read_for_its_place() -> None:
    told = text_of(part(*FIRST), TEASER, part("Devi pli kono trasu.", inner="cmp-vot"))
    assert "Devi" not in told


def test_an_interview_in_components_is_read_whole() -> None:
    asked = ["Who pays for the pier?", "And if it falls?", "When is the vote?"]
    parts = [part(FIRST[0], asked[0]), TEASER, part(FIRST[1], asked[1]), part(FIRST[2], asked[2])]
    told = text_of(*parts, PICTURE, part(FIRST[3]))
    assert all(text in told for text in (*FIRST[:4], *asked))


def test_a_component_of_the_house_s_own_is_no_window_that_asks_for_consent() -> None:
    head = "<div class='cmp-storyhead'><p class='cmp-storyhead__summary'>{}</p></div>"
    assert LAST in text_of(head.format(LAST), part(*FIRST[:3]), part(*FIRST[3:]))
    asked = "<div class='cmp-wrapper'><p>We and our partners store what you read.</p></div>"
    assert "partners" not in text_of(part(*FIRST[:3]), part(*FIRST[3:]), asked)


ELSEWHERE = [
    "Glaciers in the far south lose a metre of ice each summer, say those who measure them.",
    "Farmers of the upper valley sow earlier than their fathers did.",
]
"""What has no word with the rest of the text in common."""


def builder(name: str, number: int, inside: str) -> str:
    """A part as a page builder sets it, with what tells it from the others."""
    around, box = {
        "numbered": ("et_pb_row et_pb_row_{}", "<div class='et_pb_text et_pb_text_{}'>"),
        "hashed": ("elementor-element-7726e4{}", "<div class='elementor-widget-text-editor'>"),
        "plain": ("frame frame-type-text", "<div class='ce-bodytext'>"),
        "alone": ("bodytext", ""),
        "widget": ("widget-span", "<div class='hs_cos_wrapper_widget widget-type-rich_text'>"),
    }[name]
    inside = box.format(number + 10) + inside + ("</div>" if box else "")
    return f"<div class='{around.format(number + 10)}'>{inside}</div>"


def paragraphs(*texts: str) -> str:
    return "".join(f"<p>{text}</p>" for text in texts)


BUILDERS = ["numbered", "hashed", "plain", "alone", "widget"]


@pytest.mark.parametrize("name", BUILDERS)
@pytest.mark.parametrize("above", [2, 5])
@pytest.mark.parametrize("shell", ["<main><article>{}</article></main>", "<div>{}</div>"])
def test_a_section_in_a_part_of_its_own_is_read(name: str, above: int, shell: str) -> None:
    section = f"<h2>Ice and seed</h2>{paragraphs(*ELSEWHERE)}"
    parts = [paragraphs(*FIRST[:above]), section, paragraphs(*FIRST[above:])]
    told = told_in(shell, [builder(name, n, inside) for n, inside in enumerate(parts) if inside])
    assert all(text in told for text in (*FIRST, "Ice and seed", *ELSEWHERE))


@pytest.mark.parametrize("name", ["numbered", "hashed", "plain"])
@pytest.mark.parametrize("shell", ["<main><article>{}</article></main>", "<div>{}</div>"])
def test_each_paragraph_may_stand_in_a_nameless_box_of_its_part(name: str, shell: str) -> None:
    above, below = (
        "".join(f"<div>{paragraphs(text)}</div>" for text in part) for part in (FIRST, ELSEWHERE)
    )
    parts = [above, f"<h2>Ice and seed</h2>{below}"]
    told = told_in(shell, [builder(name, n, inside) for n, inside in enumerate(parts)])
    assert all(text in told for text in (*FIRST, "Ice and seed", *ELSEWHERE))


@pytest.mark.parametrize("name", BUILDERS)
def test_a_list_and_a_heading_in_parts_of_their_own_are_read(name: str) -> None:
    points = "<ul>" + "".join(f"<li>{text}</li>" for text in ELSEWHERE) + "</ul>"
    parts = [paragraphs(*FIRST[:3]), points, "<h2>Ice and seed</h2>", paragraphs(*FIRST[3:])]
    told = told_in("<div>{}</div>", [builder(name, n, part) for n, part in enumerate(parts)])
    assert all(text in told for text in (*FIRST, "Ice and seed", *ELSEWHERE))


def test_a_box_of_another_form_below_the_parts_of_a_text_is_none_of_them() -> None:
    parts = [builder("numbered", n, paragraphs(text)) for n, text in enumerate(FIRST)]
    told = "<h2>Glacios e semes</h2><p>Devi pli kono trasu, al vento de la sudo.</p>"
    assert "trasu" not in told_in("<div>{}</div>", [*parts, f"<div class='kono'>{told}</div>"])
    narrow = f"<div class='row col-4'><div class='row col-4'>{told}</div></div>"
    wide = f"<div class='row col-8'><div class='row col-8'>{paragraphs(*FIRST)}</div></div>"
    assert "trasu" not in told_in("<div>{}</div>", [wide, narrow])


def told_in(shell: str, parts: list[str]) -> str:
    page = (
        "<html lang='en'><head><title>The ferry runs again</title></head><body>"
        f"{shell.format('<div><h1>The ferry runs again</h1></div>' + ''.join(parts))}"
        "<ul><li><a href='/8'>Herons come back to the reeds</a></li></ul></body></html>"
    )
    article = extract_article(Page(URL, URL, page.encode(), NOW, charset="utf-8"), EMPTY, NOW)
    assert isinstance(article, Article)
    return article.text


TWEET = (
    "<div><blockquote class='twitter-tweet'><p>The lights on the mole are on, and they are green. "
    "Skippers who come in by night from the south may steer by them from now on.</p>"
    "— Jo Lind (@jolind) <a href='https://twitter.com/jolind/status/1'>May 2</a></blockquote></div>"
)
CARD = (
    "<div class='css-1b2c3d'><a href='/7'><h4>A cable for the isles</h4></a>"
    "<p>Why it took nine years to lay forty miles of it in the shallows of the sound.</p></div>"
)


@pytest.mark.parametrize("name", BUILDERS)
@pytest.mark.parametrize("between", [TWEET, CARD, PICTURE])
@pytest.mark.parametrize("shell", ["<main><article>{}</article></main>", "<div>{}</div>"])
def test_what_stands_between_two_parts_ends_no_text(name: str, between: str, shell: str) -> None:
    long = [f"{one} {other}" for one, other in pairwise(FIRST)]
    section = f"<h2>Ice and seed</h2>{paragraphs(*ELSEWHERE)}"
    parts = [paragraphs(*long[:2]), paragraphs(*long[2:]), section]
    first, second, third = (builder(name, n, inside) for n, inside in enumerate(parts))
    told = told_in(shell, [first, between, second, third])
    assert all(text in told for text in (*long, "Ice and seed", *ELSEWHERE))
    assert "forty miles" not in told


def test_a_part_that_ends_with_the_heading_of_the_next_is_read() -> None:
    headed = part(FIRST[0]).replace("</p></div>", "</p><h2>What is left to do</h2></div>")
    told = text_of(
        headed, "<div class='ad'><div>The text goes on below</div></div>", part(*FIRST[1:])
    )
    assert all(text in told for text in (*FIRST, "What is left to do"))
    assert "goes on below" not in told


@pytest.mark.parametrize(
    ("head", "stays"), [("Quill, our newsletter", False), ("What passengers pay", True)]
)
def test_a_house_s_letter_goes_from_a_text_that_tells_of_letters(head: str, stays: bool) -> None:
    of_letters = "Passengers read of it in the newsletter of the line on Tuesdays, at seven."
    said = "On Tuesdays at seven: what passengers of the ferry line need to know."
    strange = f"<div class='quill'><h3>{head}</h3><p>{said}</p></div>"
    parts = [part(text) for text in (*FIRST, of_letters, LAST)]
    told = text_of(*parts[:4], strange, *parts[4:])
    assert (head in told, said in told) == (stays, stays)
    assert all(text in told for text in (*FIRST, of_letters, LAST))
