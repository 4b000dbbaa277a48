"""Short lines that a page sets into boxes of their own between a text's paragraphs."""

from __future__ import annotations

from datetime import UTC, date, datetime
from functools import cache

import pytest

from pipeline.extract import extract_article
from pipeline.memory import EMPTY, learn, repeated_lines
from pipeline.records import Article, Page
from pipeline.repeats.repeated import clean_again

NOW = datetime(2026, 11, 25, tzinfo=UTC)
LINE = "Our editors' pick"


@cache
def article(number: int, line: str, first: str = "") -> Article:
    """An article with a line behind its second paragraph, or behind its third, and one `first`.
    Most of those that a test learns of have no line: they are read once for all."""
    signs = [chr(0x61 + number % 26) + chr(0x61 + at) for at in range(6)]
    said = [f"The {sign}ard bridge of {sign}ton was {sign}ed by {sign}ers. " * 3 for sign in signs]
    texts = [f"<p>{text}</p>" for text in said]
    texts.insert(2 + number % 3, line)
    html = f"<h1>The story of {signs[0]}ton</h1><article>{first}{''.join(texts)}</article>"
    url = f"https://news.example/{number}"
    page = Page(url, url, html.encode(), NOW, charset="utf-8")
    found = extract_article(page, EMPTY, NOW)
    assert isinstance(found, Article)
    return found


@pytest.mark.parametrize(
    ("line", "inset"),
    [
        (f"<div><p>{LINE}</p></div>", True),
        (f"<p>{LINE}</p>", False),
        (f"<p><b>{LINE}</b></p>", False),
        (f"<div><p><b>{LINE}</b></p></div>", False),
        (f"<h3>{LINE}</h3>", False),
    ],
)
def test_a_line_in_a_box_of_its_own_is_no_head(line: str, inset: bool) -> None:
    assert article(1, line).looks.insets == ((LINE,) if inset else ())
    memory = EMPTY
    for number in range(12):
        memory = learn(memory, article(number, line if number % 3 else ""), date(2026, 3, 5))
    assert ("oureditorspick" in repeated_lines(memory)) == inset


@pytest.mark.parametrize(("box", "goes"), [("<div><p>{}</p></div>", True), ("<p>{}</p>", False)])
def test_a_box_s_line_is_filled_with_what_its_article_names(box: str, goes: bool) -> None:
    memory = EMPTY
    for number in range(12):
        named = f"Friends at {chr(0x61 + number)}cton"
        memory = learn(memory, article(number, box.format(named)), date(2026, 3, 5))
    assert (" friends at …]" in repeated_lines(memory)) == goes


def test_where_all_paragraphs_stand_in_boxes_none_is_set_apart() -> None:
    text = "The bridge was shut by the council of the town. " * 3
    boxes = f"<div><p>{text}</p></div><div><p>{LINE}</p></div><div><p>{text}</p></div>"
    assert article(1, boxes).looks.insets == ()
    assert article(1, f"<div><p>{LINE}</p><p>{text}</p></div>").looks.insets == ()


def test_a_box_called_otherwise_than_those_of_the_text_is_set_apart() -> None:
    text = "The bridge was shut by the council of the town. " * 3
    boxes = [f"<div class=a1><p>{text}</p></div>", "<div class={}><p>{}</p></div>"]
    for name, inset in (("b2", True), ("a1", False)):
        html = f"{boxes[0]}{boxes[1].format(name, LINE)}{boxes[0]}"
        assert article(1, html).looks.insets == ((LINE,) if inset else ())


@pytest.mark.parametrize(("box", "goes"), [("<div><p>{}</p></div>", True), ("<p>{}</p>", False)])
def test_a_sentence_in_a_box_of_its_own_goes_where_three_articles_have_it(
    box: str, goes: bool
) -> None:
    line, memory = "Somebody at work would like to hear of that tonight.", EMPTY
    for number in range(30):
        has = number % 10 == 1
        one = article(number, box.format(line) if has else "")
        memory = learn(memory, one, date(2026, 3, 5))
    known = repeated_lines(memory)
    assert (" somebody at work would like to hear of that tonight )" in known) == goes
    last = article(40, box.format(line))
    assert (clean_again(last.blocks, (), known) is not None) == goes
