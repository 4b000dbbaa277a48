"""Boxes of points above a text, whatever their heading says."""

from __future__ import annotations

import pytest

from tests.pipeline.bodies.test_body import FIRST, SECOND, THIRD
from tests.pipeline.bodies.test_body import kept as kept_of

POINTS = "<ul><li>One plant more in the valley</li><li>Work for nine hundred people</li></ul>"


def kept(above: str) -> list[str]:
    text = "".join(f"<p>{line}</p>" for line in (FIRST, SECOND, THIRD))
    return kept_of(
        f"<article><h1>A second plant</h1><div class=story>{above}{text}</div></article>"
    )


@pytest.mark.parametrize(
    "above",
    [
        f"<div class=k9><h4>While the kettle boils</h4>{POINTS}</div>",
        f"<section><p>For the bus stop</p>{POINTS}<small>Boiled down by a bot.</small></section>",
    ],
)
def test_a_box_of_points_above_all_prose_goes(above: str) -> None:
    assert kept(above) == [FIRST, SECOND, THIRD]


def test_points_of_the_text_stay() -> None:
    bare = ["One plant more in the valley", "Work for nine hundred people"]
    assert kept(POINTS) == [*bare, FIRST, SECOND, THIRD]  # in no box of their own
    facts = POINTS.replace("One plant", "Price: 49").replace("Work for", "Weight: 214 grams,")
    assert len(kept(f"<div><h4>While the kettle boils</h4>{facts}</div>")) > 3
    long = f"<p>{SECOND} {FIRST}</p>"
    assert len(kept(f"<div><h4>While the kettle boils</h4>{long}{POINTS}</div>")) > 3


def test_a_text_that_begins_with_a_sentence_and_points_in_one_section_keeps_them() -> None:
    lead = "The second plant changes two things in the valley that its council has long asked for."
    opening = f"<section><div><p>{lead}</p>{POINTS}</div></section>"
    assert kept(opening)[0] == lead
    headed = f"<div><h4>While the kettle boils</h4><p>{lead}</p>{POINTS}</div>"
    assert kept(headed) == [FIRST, SECOND, THIRD]


def test_points_in_a_box_below_two_sentences_are_the_text_s() -> None:
    told = ["The council has voted for the plant after a night.", "It opens in the spring of May."]
    long = [f"{line[:-1]} and a day of talk in the old hall." for line in told]
    box = f"<div class=k9><h4>What comes with it</h4>{POINTS}</div>"
    for lines, goes in ((long[:1], True), (long, False)):
        found = kept("".join(f"<p>{line}</p>" for line in lines) + box)
        assert ("What comes with it" in found) != goes


def test_a_section_among_others_of_its_form_is_no_box_of_points() -> None:
    others = "".join(
        f"<section><h2>Part {n}</h2><p>{line}</p></section>"
        for n, line in ((2, SECOND), (3, THIRD))
    )
    first = f"<section><h2>Part 1</h2><p>{FIRST[:80]}</p>{POINTS}</section>"
    found = kept_of(f"<article><h1>A second plant</h1><div>{first}{others}</div></article>")
    assert "One plant more in the valley" in found
    assert "Part 1" in found


def test_lines_of_code_with_a_bar_to_copy_them_are_the_text_s() -> None:
    bar = "<div class='toolbar'><button>Copy</button></div>"
    code = f"<div class='code-toolbar'><pre><code>print('plant')</code></pre>{bar}</div>"
    assert kept(f"<p>{FIRST} {SECOND}</p>{code}")[1] == "print('plant')"
    share = "<div class='story-toolbar'><p>print(plant)</p></div>"
    assert "print(plant)" not in kept(share)


def test_what_is_called_a_block_of_code_is_no_advertisement() -> None:
    bar = "<div><span>bash</span><button>Copy</button></div>"
    code = f"<div class='code-block-wrapper'>{bar}<pre><code>make plant</code></pre></div>"
    assert "make plant" in kept(f"<p>{FIRST} {SECOND}</p>{code}")
    assert "make plant" not in kept("<div class='code-block code-block-1'><p>make plant</p></div>")
    called = "<pre class='prism-code codeBlock_Hky_'><code class='lines'>make plant</code>"
    assert "make plant" in kept(f"<div class='theme-code-block'>{called}</pre></div>")
    link = "<div class='box'><pre>make plant</pre><a href='/copy'>Copy</a></div>"
    assert "make plant" in kept(f"<p>{FIRST} {SECOND}</p>{link}")


def test_a_text_set_in_headings_is_one_of_paragraphs() -> None:
    lines = f"<h4>{FIRST}</h4><h4>{SECOND}</h4><h2>What comes next</h2><h4>{THIRD}</h4>"
    html = f"<article><h1>A second plant</h1><div>{lines}<h4>So it was said.</h4></div></article>"
    assert kept_of(html) == [FIRST, SECOND, "What comes next", THIRD, "So it was said."]
    quoted = lines.replace("<h2>", "<blockquote><p>It was the wind.</p></blockquote><h2>")
    found = kept_of(f"<article><h1>A second plant</h1><div>{quoted}</div></article>")
    assert found[:3] == [FIRST, SECOND, "It was the wind."]


@pytest.mark.parametrize("label", ["The article, summed up", "Der Artikel für Sie zusammengefasst"])
def test_points_below_a_label_that_sums_the_article_up_go_with_a_note_on_the_sum(
    label: str,
) -> None:
    told = label.replace("summed up", "in brief")
    note = "This summary was made by a program, or die Zusammenfassung by its maker. " * 2
    points = f"<li>{SECOND}</li><li>{FIRST[:-1]}, it was said.</li>"
    box = f"<section><div>{told}<p>{note.strip()}</p></div><ul>{points}</ul></section>"
    assert kept(box) == [FIRST, SECOND, THIRD]
    assert len(kept(box.replace(told, "The court's ruling"))) > 3
