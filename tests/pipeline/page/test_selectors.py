"""What the elements are called that hold the lines of a text."""

from __future__ import annotations

import pytest

from pipeline.page.blocks import read
from pipeline.page.html import parse_text
from pipeline.page.pieces import Extracted
from pipeline.page.selectors import selectors_of

PROSE = "".join(f"<p>{'Words of the text. ' * 9}{n}</p>" for n in range(4))


def _selectors(html: str) -> dict[str, str | None]:
    doc = parse_text(f"<main><div>{PROSE}{html}</div></main>", "https://news.example/1")
    pieces = read(doc.tree).pieces
    lines = [Extracted(piece.block, element=piece.element) for piece in pieces]
    found = zip((line.block.text for line in lines), selectors_of(lines), strict=True)
    return {text: selector for text, selector in found if "Words of" not in text}


@pytest.mark.parametrize(
    ("html", "selector"),
    [
        ("<p>Line</p>", "p"),
        ("<p class='b  a'>Line</p>", "p.b.a"),
        ("<p style='text-align: center'>Line</p>", "p[text-align:center]"),
        ("<p class='more' style='color:red'>Line</p>", "p.more"),
        ("<p class='post-4711'>Line</p>", "p.post-#"),
        ("<p><em>Line</em></p>", "p>em"),
        ("<p><em>Line</em> more</p>", "p"),
        ("<p><a class='x' href='/2'><b>Line</b></a></p>", "p>a.x>b"),
        ("<div class='box'><ul><li>Line</li></ul></div>", "div.box>ul>li"),
        ("<div><ol><ul><section><p>Line</p></section></ul></ol></div>", "ol>ul>section>p"),
    ],
)
def test_a_selector_leads_from_the_text_to_the_line(html: str, selector: str) -> None:
    assert [*_selectors(html).values()] == [selector]


def test_a_line_of_no_element_has_no_selector() -> None:
    doc = parse_text(f"<div>{PROSE}</div>", "https://news.example/1")
    piece = read(doc.tree).pieces[0]
    assert selectors_of([Extracted(piece.block)]) == [None]
    assert selectors_of([]) == []
