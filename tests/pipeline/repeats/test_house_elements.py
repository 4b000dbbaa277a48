"""Elements in which a source prints what is its own."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest

from pipeline.extract import extract_article
from pipeline.fingerprints import skeleton
from pipeline.memory import EMPTY, for_extraction, known_later, learn, repeated_lines
from pipeline.records import Article, Memory, Page
from pipeline.repeats.house_elements import HELD, IN_HOUSE_ELEMENT, is_selector
from pipeline.repeats.repeated import clean_again

NOW = datetime(2026, 3, 5, tzinfo=UTC)
TODAY = date(2026, 3, 5)
THINGS = "ferry harbour orchard quarry mill chapel bridge tunnel market library".split()  # noqa: SIM905
KNOWN = "Advertisement"
"""A line that a rule takes."""
STRANGE = "{} draws the library, its owners and the market of the council"
"""One that no rule knows, filled with something else each time."""


def _page(number: int, *boxes: str) -> Page:
    thing = THINGS[number % len(THINGS)]
    prose = [
        f"<p>The {thing} number {number} was opened by the council on a rainy day, and {line} of "
        f"the {thing} were told about it by letter long before that.</p>"
        for line in ("owners", "friends", "neighbours", "painters")
    ]
    rows = [prose[0], *boxes[:1], prose[1], prose[2], *boxes[1:], prose[3]]
    html = (
        f"<html lang=en><title>The {thing} number {number} is open at last</title><main>"
        f"<h1>The {thing} number {number} is open at last</h1><div>{''.join(rows)}</div></main>"
    )
    url = f"https://news.example/tech/{number}-open"
    return Page(url, url, html.encode(), NOW)


def _read(page: Page, memory: Memory = EMPTY) -> Article:
    article = extract_article(page, for_extraction(memory), NOW)
    assert isinstance(article, Article)
    return article


def _learned(form: str, articles: int, *, own: str = "", owns: int = 0) -> Memory:
    memory = EMPTY
    for number in range(articles):
        boxes = [form.format(KNOWN)]
        boxes += [form.format(own.format(THINGS[number]))] if number < owns else []
        memory = learn(memory, _read(_page(number, *boxes), memory), TODAY)
    return memory


def _goes(memory: Memory, form: str, line: str) -> bool:
    article = _read(_page(9, form.format(line)), memory)
    by_element = [removed.text for removed in article.removed if removed.rule == IN_HOUSE_ELEMENT]
    assert (line in article.text) is not (by_element == [line])
    return by_element == [line]


@pytest.mark.parametrize(
    ("form", "articles", "goes"),
    [
        ("<p class='q-tint'>{}</p>", 3, True),
        ("<p class='q-tint'>{}</p>", 2, False),
        ("<p style='text-align:center'>{}</p>", 3, True),
        ("<p><em>{}</em></p>", 5, True),
        ("<p><em>{}</em></p>", 4, False),
        ("<p>{}</p>", 9, False),  # as the text itself is made
    ],
)
def test_a_line_goes_where_rules_take_what_its_element_holds(
    form: str, articles: int, goes: bool
) -> None:
    assert _goes(_learned(form, articles), form, STRANGE.format("Ann")) is goes


def test_an_element_that_holds_the_texts_own_lines_too_is_none_of_the_house() -> None:
    form = "<p class='q-wide'>{}</p>"
    own = "The {} cost more than its owners and its neighbours had been told by the council."
    assert not _goes(_learned(form, 6, own=own, owns=4), form, STRANGE.format("Ann"))
    assert _goes(_learned(form, 6, own=own, owns=2), form, STRANGE.format("Ann"))


@pytest.mark.parametrize(
    "line",
    [
        "The library cost more than its owners and its neighbours had been told by the council.",
        "“Nobody asked me about elder tea,” says Ann Roe.",
    ],
)
def test_a_sentence_of_the_text_stays_in_whatever_element(line: str) -> None:
    form = "<p class='q-tint'>{}</p>"
    assert not _goes(_learned(form, 5), form, line)


def test_a_head_stays_above_its_paragraph() -> None:
    form = "<p class='q-tint'><b>{}</b></p>"
    assert not _goes(_learned(form, 5), form, "What comes after the rain")


def test_what_was_stored_before_its_element_was_known_is_cleaned_later() -> None:
    form = "<p class='q-tint'>{}</p>"
    early = _read(_page(8, form.format(KNOWN), form.format(STRANGE.format("Ann"))))
    memory = learn(_learned(form, 2), early, TODAY)
    memory = learn(memory, _read(_page(7, form.format(KNOWN)), memory), TODAY)
    assert any(map(is_selector, repeated_lines(memory)))
    assert not any(line.endswith(HELD) for line in repeated_lines(memory))
    cleaned = clean_again(early.blocks, early.removed, known_later(memory))
    assert cleaned is not None
    assert STRANGE.format("Ann") not in [block.text for block in cleaned.kept]
    assert len(cleaned.kept) == len(early.blocks) - 1


def test_elements_that_take_most_of_an_article_take_nothing() -> None:
    form = "<p class='q-tint'>{}</p>"
    memory = _learned(form, 5)
    many = [STRANGE.format(name) for name in ("Ann", "Bob", "Cyd", "Dan", "Eve", "Fay", "Gus")]
    article = _read(_page(9, *(form.format(line * 2) for line in many)), memory)
    assert IN_HOUSE_ELEMENT not in {removed.rule for removed in article.removed}


def test_bold_questions_of_an_interview_stay_above_short_answers() -> None:
    form = "<p><strong>{}</strong></p>"
    answer = "It was raining, and nobody on the quay had thought of a roof for the {} until then."
    asked = ("When did you hear of rain?", "What does the rival get wrong?", "Would you leave?")
    answers = (*map(answer.format, THINGS[:2]), "I would not, ever.")
    talk = [form.format(ask) + f"<p>{tell}</p>" for ask, tell in zip(asked, answers, strict=True)]
    article = _read(_page(9, "", *talk), _learned(form, 6))
    assert [ask for ask in asked if ask not in article.text] == []
    early = _read(_page(9, form.format(KNOWN), *talk))
    memory = learn(EMPTY, early, TODAY)
    for number in range(6):
        memory = learn(memory, _read(_page(number, form.format(KNOWN)), memory), TODAY)
    assert known_later(memory).isdisjoint(map(skeleton, asked))


def test_bold_questions_stay_above_short_answers_and_a_post() -> None:
    form = "<p><strong>{}</strong></p>"
    asked = ("When did you hear of rain?", "What does the rival get wrong?", "Would you leave?")
    post = "<blockquote><p>Rolling out now to everyone</p></blockquote>"
    answers = ("<p>On the quay.</p>", f"{post}<p>A lot of things.</p>", "<p>I would not, ever.</p>")
    talk = [form.format(ask) + tell for ask, tell in zip(asked, answers, strict=True)]
    article = _read(_page(9, "", *talk), _learned(form, 6))
    assert [ask for ask in asked if ask not in article.text] == []


def test_sentences_in_a_row_of_mere_tags_are_the_texts() -> None:
    form = "<p><em>{}</em></p>"
    told = "{}: {} draws the library for its owners.".format
    years = [told(*year) for year in ((2009, "Ann"), (2013, "Bob"), (2018, "Cyd"))]
    memory = _learned(form, 6)
    row = "".join(map(form.format, years))
    article = _read(_page(9, "", row), memory)
    assert [year for year in years if year not in article.text] == []
    assert _goes(memory, form, STRANGE.format("Ann"))
