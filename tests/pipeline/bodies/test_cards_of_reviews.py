"""Cards of products, and what a review says for a thing and against it, are the text's."""

from __future__ import annotations

from datetime import UTC, datetime

from pipeline.extract import extract_article
from pipeline.memory import EMPTY
from pipeline.records import Article, Page

NOW = datetime(2026, 11, 20, 12, tzinfo=UTC)
URL = "https://quay.example/reviews/heron-2"
TITLE = "Heron 2 review: the quiet keyboard of the year"
PROSE = (
    "The case is made of plastic and the plate of steel, with a layer of foam between the two.",
    "Every key lands with a soft thud, even the long one, and nobody in the office has complained.",
    "The battery held for nineteen days of work, two more than the maker had promised in spring.",
    "It costs ninety dollars, which is less than the old model did when it came out last year.",
)


def _lines(above: str = "", below: str = "", amid: str = "") -> list[str]:
    first, *rest = (f"<p>{line}</p>" for line in PROSE)
    text = "".join((first, amid, *rest))
    html = (
        f'<html lang="en"><head><title>{TITLE}</title></head><body><main><article>'
        f'<h1>{TITLE}</h1><div class="article-body">{above}{text}{below}</div></article></main>'
        "</body></html>"
    )
    found = extract_article(Page(URL, URL, html.encode(), NOW, charset="utf-8"), EMPTY, NOW)
    assert isinstance(found, Article)
    return [block.text for block in found.blocks]


SAID = "A compact board with quiet switches and keys that come off without tools."


def test_a_card_that_is_called_a_tag_stays_and_tags_go() -> None:
    card = f'<div class="display-card tag large"><h3>Heron 2</h3><p>{SAID}</p></div>'
    assert SAID in _lines(amid=card)
    tags = (
        '<div class="tag"><h4>Tags</h4><a href="/t/1">Keyboards</a><a href="/t/2">Quiet</a></div>'
    )
    assert "Keyboards" not in " ".join(_lines(below=tags))


POINTS = (
    "<h4>Pros</h4><ul><li>Very quiet</li><li>Great knob</li></ul>"
    "<h4>Cons</h4><ul><li>Needs an account</li></ul>"
)


def test_points_for_and_against_stay_above_and_below_a_text() -> None:
    box = f'<div class="verdict"><h3>Verdict</h3><div>4/5</div>{POINTS}<p>{SAID}</p></div>'
    for lines in (_lines(above=box), _lines(below=box)):
        assert {"Very quiet", "Great knob", "Needs an account", SAID} <= set(lines)
        assert "4/5" not in lines


def test_what_is_called_likes_stays_where_nothing_is_pressed() -> None:
    likes = '<div class="card_likes"><h4>Like</h4><ul><li>Very quiet keys</li></ul></div>'
    dislikes = '<div class="card_dislikes"><h4>Don\'t like</h4><ul><li>One account</li></ul></div>'
    assert {"Very quiet keys", "One account"} <= set(_lines(above=likes + dislikes))
    pressed = '<div class="post_likes"><ul><li><button>Like this story</button></li></ul></div>'
    assert "Like this story" not in _lines(below=pressed)


def test_points_below_a_table_of_terms_are_no_summary() -> None:
    terms = "<dl><dt>Layout</dt><dd>75%</dd><dt>Switches</dt><dd>Quiet, linear</dd></dl>"
    box = f'<div class="card"><div><h3>Heron 2</h3><p>{SAID}</p>{terms}</div>{POINTS}</div>'
    assert {SAID, "Very quiet"} <= set(_lines(above=box))


def test_a_program_s_license_among_its_facts_stays() -> None:
    facts = ("Size: 12 MB", "License: Free", "Version: 2.1")
    listed = "".join(f"<li>{fact}</li>" for fact in facts)
    assert set(facts) <= set(_lines(amid=f"<ul>{listed}</ul>"))
    assert "License: Free" not in _lines(below="<ul><li>License: Free</li><li>Share</li></ul>")


def test_a_verdict_whose_points_nothing_heads_stays_below_a_text() -> None:
    points = '<ul class="plus"><li>Very quiet</li><li>Great knob</li></ul>'
    box = f'<div class="fazit"><h2>In the end</h2><p>{SAID}</p>{points}<div>Grade 2</div></div>'
    lines = _lines(below=box)
    assert {"In the end", SAID, "Very quiet"} <= set(lines)
    assert "Grade 2" not in lines


def test_heads_of_points_stay_in_boxes_of_no_paragraph() -> None:
    points = (
        '<div class="pc"><div class="col"><strong>Pros</strong><ul><li>Very quiet</li></ul></div>'
        '<div class="col"><strong>Cons</strong><ul><li>Needs an account</li></ul></div></div>'
    )
    found = _lines(amid=points)
    assert [line for line in found if line not in PROSE] == [
        *("Pros", "Very quiet", "Cons", "Needs an account"),
    ]
