"""Lines that a source repeats go from a flash where other articles are mostly their own."""

from __future__ import annotations

from datetime import date

from pipeline.memory import EMPTY, for_extraction, known_later, learn
from pipeline.records import Article, Block, BlockKind, Memory
from pipeline.repeats.repeated import clean_again
from pipeline.repeats.small_parts import small_parts
from tests.pipeline.repeats.harbour import article_of

TODAY = date(2026, 3, 5)
TEMPLATE = (
    "Wind and rain are told to us by the harbour master each morning.",
    "Tides are told by the old bell above the customs house.",
    "Ferries leave from the second quay whatever the weather is.",
)
FLASH = "The lock is closed until noon because a barge has run aground."
WORDS = (
    "keel", "mast", "anchor", "rudder", "sail", "deck", "hull", "bow", "stern", "tiller", "winch",
    "cleat", "boom", "jib", "spar",
)  # fmt: skip


def article(number: int, own: int, *lines: str) -> Article:
    """An article with some sentences of its own, and below them some lines."""
    texts = [
        f"The {WORDS[number]} of ship {at} was mended by {WORDS[(number + at) % 15]} makers in May."
        for at in range(own)
    ]
    return article_of(number, f"Of the {WORDS[number]}", (*texts, *lines))


def learned(*articles: Article) -> Memory:
    memory = EMPTY
    for one in articles:
        memory = learn(memory, one, TODAY)
    return memory


def test_sentences_of_a_template_go_from_a_flash() -> None:
    memory = for_extraction(learned(*(article(n, 12, *TEMPLATE) for n in range(4))))
    flash = tuple(Block(BlockKind.PARAGRAPH, text) for text in (FLASH, *TEMPLATE))
    cleaned = clean_again(flash, (), frozenset(memory.lines))
    assert cleaned is not None
    assert cleaned.kept == flash[:1]


def test_an_article_that_is_made_of_such_lines_stays_whole() -> None:
    daily = learned(*(article(n, 1, *TEMPLATE) for n in range(12)))
    flash = tuple(Block(BlockKind.PARAGRAPH, text) for text in (FLASH, *TEMPLATE))
    assert clean_again(flash, (), known_later(daily)) is None


def test_of_a_flash_of_nothing_else_all_stays() -> None:
    memory = learned(*(article(n, 12, *TEMPLATE) for n in range(4)))
    flash = tuple(Block(BlockKind.PARAGRAPH, text) for text in TEMPLATE)
    assert clean_again(flash, (), known_later(memory)) is None


def test_a_line_is_a_small_part_where_another_article_has_it_and_this_is_its_own() -> None:
    first = article(0, 12, *TEMPLATE)
    memory = learned(first)
    assert small_parts(first, {}) == set()
    assert len(small_parts(article(1, 12, *TEMPLATE), memory.lines)) == len(TEMPLATE)
    assert small_parts(article(1, 3, *TEMPLATE), memory.lines) == set()
