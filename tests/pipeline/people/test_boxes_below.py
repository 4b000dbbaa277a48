"""Boxes below a text that one of its authors heads."""

from __future__ import annotations

import lxml.html
import pytest

from pipeline.bodies.marks import extracted_from
from pipeline.page.blocks import read
from pipeline.people.boxes_below import told_in_box

PROSE = "".join(f"<p>The council voted on bridge {n}, and nobody knows why.</p>" for n in range(3))
TOLD = "Writes of bridges since 2011."


def _taken(below: str, above: str = f"<div>{PROSE}</div>") -> list[str]:
    lines = [extracted_from(p) for p in read(lxml.html.fromstring(above + below)).pieces]
    kept = [line.block for line in lines]
    found = told_in_box(lines, kept, ("Jane Doe",))
    return [block.text for block in kept if block in found]


@pytest.mark.parametrize("head", ["Jane Doe", "O autorze: Jane Doe"])
def test_a_box_that_an_author_heads_tells_of_the_author(head: str) -> None:
    assert _taken(f"<div><h3>{head}</h3><p>{TOLD}</p></div>") == [head, TOLD]


def test_what_an_author_heads_otherwise_stays() -> None:
    assert _taken(f"<div><h3>Ann Roe</h3><p>{TOLD}</p></div>") == []
    assert _taken(f"<div><h3>Who asked Jane Doe</h3><p>{TOLD}</p></div>") == []
    assert _taken("", f"<div>{PROSE}<h3>Jane Doe</h3><p>{TOLD}</p></div>") == []
    assert _taken(f"<div>{PROSE}</div>", "<div><h3>Jane Doe</h3></div>") == []
    long = f"<div><h3>Jane Doe</h3>{PROSE}<p>{TOLD}</p></div>"
    assert _taken(long) == []
    assert _taken(f"<div><h3>Jane Doe</h3><p>{TOLD * 2}</p></div>", "<p>It was shut.</p>") == []
