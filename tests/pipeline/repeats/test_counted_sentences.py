"""Sentences that count how an article was read, with another number in each."""

from __future__ import annotations

from datetime import date
from random import Random

import pytest

from pipeline.memory import EMPTY, known_later, learn
from pipeline.records import Article
from pipeline.repeats.repeated import clean_again
from tests.pipeline.repeats.harbour import article_of

TODAY = date(2026, 3, 5)
WORDS = (
    "keel", "mast", "anchor", "rudder", "sail", "deck", "hull", "bow", "stern", "tiller", "winch",
    "cleat", "boom", "jib", "spar", "oar", "buoy", "quay", "lock", "pier",
)  # fmt: skip


def article(number: int, language: str, *more: str) -> Article:
    mixed = Random(number)
    texts = [f"{' '.join(mixed.sample(WORDS, 9))}." for _ in range(6)]
    return article_of(number, f"Of the {WORDS[number]}", (*texts, *more), language)


def goes(line: str, language: str, on: int) -> bool:
    """Whether a line goes of which `on` of sixteen articles have one with another number."""
    memory = EMPTY
    for n in range(16):
        more = (line.format(101 + n * n),) if n < on else ()
        memory = learn(memory, article(n, language, *more), TODAY)
    last = article(19, language, line.format(7))
    cleaned = clean_again(last.blocks, (), known_later(memory))
    return cleaned is not None and last.blocks[-1] not in cleaned.kept


@pytest.mark.parametrize(
    ("line", "language"),
    [("This piece has been read {} times.", "en"), ("قرئ هذا المقال {} مرة حتى الآن.", "ar")],
)
def test_what_speaks_of_the_page_is_the_house_s(line: str, language: str) -> None:
    assert goes(line, language, 4)
    assert not goes(line, language, 2)


@pytest.mark.parametrize(
    ("line", "language"),
    [
        ("Shares of the yard fell by {} percent.", "en"),
        ("In our test the battery lasted {} hours.", "en"),
        ("بلغ سعر القارب {} دولاراً في السوق.", "ar"),
        ("اشترك في الخدمة {} ألف شخص.", "ar"),
    ],
)
def test_figures_in_the_same_words_are_news(line: str, language: str) -> None:
    assert not goes(line, language, 8)


def test_in_a_language_without_such_words_a_third_of_the_articles_tells_it() -> None:
    line = "ئەم بابەتە {} جار خوێنراوەتەوە."
    assert goes(line, "ckb", 6)
    assert not goes(line, "ckb", 4)
