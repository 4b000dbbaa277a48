"""A list in which a template says who wrote an article, and when, tells nothing of it."""

from __future__ import annotations

import pytest

from pipeline.bodies.body import extract_blocks
from pipeline.declared.metadata import read_metadata
from pipeline.page.html import parse_text

URL = "https://news.example/town/1"
TITLE = "The lock keeper of Orrick opens his gate"
TEXT = tuple(
    f"The lock keeper of Orrick has opened gate {n} for forty years, in rain and in snow alike."
    for n in range(4)
)
WHO = '<li itemprop="author"><a href="/by/jo">Jo Marsh</a></li>'
DAY = '<li itemprop="datePublished"><time>24 Nov 2026</time></li>'


def kept(*items: str) -> list[str]:
    text = "".join(f"<p>{line}</p>" for line in TEXT)
    facts = f'<ul class="q_x">{"".join(items)}</ul>'
    page = f"<article><h1>{TITLE}</h1><div><p>{TEXT[0]}</p>{facts}{text}</div></article>"
    doc = parse_text(f"<html><head><title>x</title></head><body>{page}</body></html>", URL)
    blocks = extract_blocks(doc, read_metadata(doc), TITLE)
    return [line.block.text for line in blocks if line.rule is None]


@pytest.mark.parametrize("fact", ["Zonder woorden", "אין דבר", "13:43"])
def test_other_brief_facts_of_the_list_go(fact: str) -> None:
    item = f"<li>{fact}</li>"
    assert fact not in kept(WHO, DAY, item)
    assert fact in kept("<li>Rope</li>", item)


def test_a_list_that_tells_more_stays() -> None:
    told = "The gate is opened by hand each morning, and by a motor at noon"
    assert told in kept(WHO, f"<li>{told}</li>")
    many = [f"<li>Gate {n}</li>" for n in range(6)]
    assert "Gate 3" in kept(WHO, *many)
