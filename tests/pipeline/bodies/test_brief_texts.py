"""Texts of one sentence with what belongs to it: a poem, prices, a table, answers of a word."""

from __future__ import annotations

import pytest

from pipeline.bodies.body import extract_blocks
from pipeline.declared.metadata import read_metadata
from pipeline.page.html import parse_text

URL = "https://news.example/town/1"
TITLE = "The poem on the wall"
ONLY = "Somebody painted a poem on the wall of the old baths on Monday night, and nobody saw it."
POEM = (
    "I came to swim and found the water gone",
    "the tiles were blue, the ladders leaned on air",
    "a sparrow drank the sky out of a stone",
)


def kept(html: str) -> list[str]:
    doc = parse_text(f"<html><head><title>x</title></head><body>{html}</body></html>", URL)
    blocks = extract_blocks(doc, read_metadata(doc), TITLE)
    return [line.block.text for line in blocks if line.rule is None and line.block.text != TITLE]


def _paragraphs(*lines: str) -> str:
    return "".join(f"<p>{line}</p>" for line in lines)


PLACES = ("<article><h1>{title}</h1>{text}</article>",
          '<article><h1>{title}</h1><div class="entry-content">{text}</div></article>',
          "<table><tr><td><h1>{title}</h1>{text}</td></tr></table>")  # fmt: skip


@pytest.mark.parametrize("place", PLACES)
def test_lines_of_a_poem_below_the_only_sentence(place: str) -> None:
    html = place.format(title=TITLE, text=_paragraphs(ONLY, *POEM))
    assert kept(html) == [ONLY, *POEM]


@pytest.mark.parametrize("place", PLACES)
def test_headings_tables_lists_and_quotations_below_it(place: str) -> None:
    table = "<table><tr><td>Gold</td><td>2,640</td></tr></table>"
    rest = f"<h2>Prices</h2>{table}<ul><li>Salt</li></ul><blockquote><p>A shame.</p></blockquote>"
    text = f"<p>{ONLY}</p>{rest}"
    found = kept(place.format(title=TITLE, text=text))
    assert found == [ONLY, "Prices", "Gold | 2,640", "Salt", "A shame."]


def test_answers_of_a_few_words_in_boxes_of_no_name() -> None:
    answers = ("Why so late?", "No money.", "Any regrets?", "None.")
    text = "".join(f"<div>{line}</div>" for line in (ONLY, *answers))
    assert kept(f"<div><h1>{TITLE}</h1>{text}</div>") == [ONLY, *answers]


def test_a_head_in_a_box_of_no_name_among_named_ones() -> None:
    lines = ("Rovers play Albion on Saturday at seven.", "Two play three.")
    boxes = "".join(f'<div class="t">{line}</div>' for line in lines)
    text = f'<div class="t">{ONLY}</div><div><b>Cup</b></div>{boxes}'
    assert kept(f"<div><h1>{TITLE}</h1>{text}</div>") == [ONLY, "Cup", *lines]


@pytest.mark.parametrize(
    "behind",
    [
        '<p>Read also</p><p><a href="/2">A story of another day by the sea</a></p>',
        '<p>Further stories</p><p><a href="/2">A story of another day by the sea</a></p>',
        "<h3>Leave a comment</h3><p>A word of thanks to all</p>",
        "<p>© News of the town</p><p>A line below it</p>",
    ],
)
def test_what_leads_elsewhere_or_is_the_sites_ends_it(behind: str) -> None:
    text = _paragraphs(ONLY, POEM[0]) + behind
    assert kept(f"<article><h1>{TITLE}</h1>{text}</article>") == [ONLY, POEM[0]]


def test_sentences_of_syllables_are_prose_however_short() -> None:
    lines = ("산골 마을의 신문은 구독료로 쌀을 받는다.", "댓글은 마을 회관 벽에 쓴다고 한다.")
    text = _paragraphs(*lines, "편집장은 이웃을 먼저 구독하라고 지난 주에 독자들에게 말했다.")
    assert kept(f"<article><h1>{TITLE}</h1>{text}</article>")[:2] == list(lines)


def test_a_list_in_a_box_that_a_text_is_typed_into() -> None:
    pros = "<b>Pros</b><br><br><ul><li>Light and small</li><li>Quiet</li></ul>"
    typed = f'<div style="text-align: left">{ONLY}<br><br>{ONLY[:-1]} at all.<br><br>{pros}</div>'
    html = f'<div class="post"><h3>{TITLE}</h3><div class="post-body">{typed}</div></div>'
    assert kept(html)[-2:] == ["Light and small", "Quiet"]


@pytest.mark.parametrize(
    "last",
    [
        "The owner knows <a href=/w>who did</a> it, but keeps silent so far.",
        "The owner keeps silent so far. <a href='mailto:jd@news.example'>(jd)</a>",
    ],
)
def test_a_short_sentence_with_a_link_in_it_below_a_box(last: str) -> None:
    card = "<div class='teaser'><a href=/2><h3>Baths close for good</h3>In spring, says …</a></div>"
    text = f"<p>{ONLY}</p>{card}<p>{last}</p>"
    found = kept(f"<article><h1>{TITLE}</h1><div class='article-content'>{text}</div></article>")
    assert [text[:9] for text in found] == [ONLY[:9], "The owner"]
    link = "<p><a href=/3>Read all of it here.</a></p>"
    text = f"<p>{ONLY}</p>{card}{link}"
    assert kept(
        f"<article><h1>{TITLE}</h1><div class='article-content'>{text}</div></article>"
    ) == [ONLY]
