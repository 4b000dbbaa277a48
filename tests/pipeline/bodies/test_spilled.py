"""A text of which a closing tag too many puts the rest behind its element."""

from __future__ import annotations

import pytest

from pipeline.bodies.body import extract_blocks
from pipeline.declared.metadata import read_metadata
from pipeline.page.html import parse_text

LINES = [
    f"The council voted on bridge {number} after a debate of four hours, and nobody knows why."
    for number in range(8)
]


def _kept(html: str) -> list[str]:
    doc = parse_text(f"<body><main>{html}</main></body>", "https://news.example/a/1")
    blocks = extract_blocks(doc, read_metadata(doc), "The bridges of the town")
    return [line.block.text for line in blocks if line.rule is None]


def _boxes(lines: list[str], form: str = "free") -> str:
    return "".join(f"<div class={form}><p>{line}</p></div>" for line in lines)


@pytest.mark.parametrize("closed", ["</div>", "</div></div>"])
def test_boxes_of_its_form_behind_the_body_are_of_the_text(closed: str) -> None:
    html = (
        "<h1>The bridges of the town</h1><div class=story><div class=story-body>"
        f"{_boxes(LINES[:5])}{closed}<h3>What comes next</h3>{_boxes(LINES[5:])}"
    )
    assert _kept(html) == [*LINES[:5], "What comes next", *LINES[5:]]


def test_boxes_of_another_form_are_not() -> None:
    html = (
        "<h1>The bridges of the town</h1><div class=story><div class=story-body>"
        f"{_boxes(LINES[:5])}</div></div><div class=foot>About</div>{_boxes(LINES[5:])}"
    )
    assert _kept(html) == LINES[:5]
    html = (
        "<h1>The bridges of the town</h1><div class=story><div class=story-body>"
        f"{_boxes(LINES[:5])}</div></div>{_boxes(LINES[5:], 'card')}"
    )
    assert _kept(html) == LINES[:5]


SHARE = '<div class="share"><a href="https://x.example/s">X</a></div>'
LAST = "They voted again."


def _paragraphs(*lines: str) -> str:
    return "".join(f"<p>{line}</p>" for line in lines)


@pytest.mark.parametrize("between", ["", SHARE, "<script>x()</script>"])
@pytest.mark.parametrize("box", ["<p>{}</p>", '<div class="story-body"><p>{}</p></div>'])
def test_a_last_sentence_of_few_words_right_below_the_body(between: str, box: str) -> None:
    body = f'<div class="story-body">{_paragraphs(*LINES)}</div>'
    html = f"<h1>The bridges of the town</h1>{body}{between}{box.format(LAST)}<footer>x</footer>"
    assert _kept(html) == [*LINES, LAST]


@pytest.mark.parametrize(
    "below",
    [
        "<p>They voted</p>",
        '<p class="note">They voted again.</p>',
        '<p>They <a href="/v">voted</a> again.</p>',
        "<div>About</div><p>They voted again.</p>",
        '<div class="story-body"><p><a href="/v">They voted again.</a></p></div>',
    ],
)
def test_lines_of_another_kind_below_the_body_are_not(below: str) -> None:
    html = f'<h1>The bridges of the town</h1><div class="story-body">{_paragraphs(*LINES)}</div>'
    assert _kept(html + below) == LINES
