"""What a source adds to the last paragraph of each article, in no line of its own."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from pipeline.extract import extract_article
from pipeline.memory import EMPTY, learn, repeated_lines
from pipeline.records import Article, Block, BlockKind, Memory, Page
from pipeline.repeats.last_sentences import parted_at_last
from pipeline.repeats.repeated import clean_again

NOW = datetime(2026, 3, 9, tzinfo=UTC)
ADDED = "The Quay keeps an eye on what engineers build."
TEXTS = {
    "Bridge": "Engineers in Leeds have joined two halves of a bridge that carries nothing yet.",
    "Ferry": "From Monday an electric ferry crosses the lake every half hour, in any weather.",
    "Chips": "A plant that etches wafers for cars takes three years to build, its owner admits.",
    "Radio": "Amateurs heard the probe again last night after eleven weeks of silence.",
    "Clock": "Two laboratories now agree on a second to the nineteenth decimal place.",
    "Seeds": "Robots sow beans between the rows while the wheat still stands, and lose one in ten.",
}
LASTS = {
    "Bridge": "Its second track was left out when steel became dear, and nobody has asked since.",
    "Ferry": "The old boat burned eighty litres an hour, says its captain.",
    "Chips": "Water is what worries the valley most: one disc takes as much as a household.",
    "Radio": "Whether anybody can still tell it to turn round depends on an antenna in the desert.",
    "Clock": "Nothing that people do needs so fine a measure, but satellites may want it some day.",
    "Seeds": "Farmers with small fields would rather share a machine than wait for a cheaper one.",
}


def article(name: str, memory: Memory, added: str = ADDED) -> Article:
    first, last = TEXTS[name], LASTS[name]
    page = (
        f"<html lang='en'><head><title>News of the {name}</title></head><body><article>"
        f"<h1>News of the {name}</h1><p>{first}</p><p>{last} {added}</p></article></body></html>"
    )
    url = f"https://news.example/2026/{name.lower()}"
    found = extract_article(Page(url, url, page.encode(), NOW, charset="utf-8"), memory, NOW)
    assert isinstance(found, Article)
    return found


@pytest.mark.parametrize("added", [ADDED, f"<em>{ADDED}</em>", "Quay desk, north"])
def test_what_ends_each_article_goes_once_it_is_known(added: str) -> None:
    memory = EMPTY
    words = added.removeprefix("<em>").removesuffix("</em>")
    articles = []
    *names, unread = TEXTS
    for name in names:
        found = article(name, memory, added)
        articles.append(found)
        memory = learn(memory, found, NOW.date())
    assert articles[0].blocks[-1].text.endswith(words)
    known = article(unread, memory, added)
    assert [block.text for block in known.blocks] == [TEXTS[unread], LASTS[unread]]
    assert (words, "repeated-in-source") in [(r.text, r.rule) for r in known.removed]
    again = clean_again(articles[0].blocks, articles[0].removed, repeated_lines(memory))
    assert again is not None
    assert [block.text for block in again.kept] == [TEXTS["Bridge"], LASTS["Bridge"]]


def test_sentences_that_articles_do_not_share_stay() -> None:
    memory = EMPTY
    *names, unread = TEXTS
    for name in names:
        said = f"What the {name.lower()} costs is not known."
        memory = learn(memory, article(name, memory, said), NOW.date())
    found = article(unread, memory, "Nobody knows the price.")
    assert found.blocks[-1].text == f"{LASTS[unread]} Nobody knows the price."


@pytest.mark.parametrize(
    "text",
    [
        "It is brief. The Quay keeps an eye on it.",
        "Engineers have joined two halves of a bridge that carries nothing as yet in Leeds.",
        "Engineers have joined two halves of a bridge that carries nothing as yet. Twice.",
    ],
)
def test_a_paragraph_without_an_added_sentence_is_not_parted(text: str) -> None:
    assert parted_at_last(Block(BlockKind.PARAGRAPH, text)) is None
