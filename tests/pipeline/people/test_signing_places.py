"""The place at which a source's pages name their authors, learned from some and read on others."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from pipeline.extract import extract_article
from pipeline.memory import EMPTY, for_extraction, learn
from pipeline.records import Article, Memory, Page

NOW = datetime(2026, 11, 25, tzinfo=UTC)
NAMES = ("Anna Kern", "Jan Roth", "Peter Marsh", "Clara Webb", "Oliver Stone", "Emma Hart")
TOPICS = (
    "harbour ferries pilots tides anchors winches channels pontoons buoys moorings",
    "school pupils lessons teachers desks chalk reading writing marks terms",
    "orchard apples pears pickers ladders baskets cider blossom frost bees",
    "tunnel drills miners rails lamps shafts rubble pumps water gravel",
    "theatre actors curtains lights rehearsals tickets scripts stages crowds music",
    "clinic nurses wards patients beds vaccines doctors queues scans charts",
    "bakery ovens flour loaves dough salt yeast crusts shelves mornings",
)


def page(number: int, byline: str, *, head: str = "") -> Page:
    """One page of the source: its own words, a byline in the template's place."""
    words = TOPICS[number % len(TOPICS)].split()
    title = f"What the {words[0]} tells of {words[1]} and {words[2]}"
    texts = [
        f"{a.title()} and {b} were in the {c} when the {d} came, {number} people "
        f"said of {a} on the second morning of a long week in {number + 3} towns."
        for a, b, c, d in zip(words, words[1:], words[2:], words[3:], strict=False)
    ]
    body = "".join(f"<p>{text}</p>" for text in texts)
    html = (
        f"<html lang='en'><head><title>{title} | The Inlander</title>{head}</head><body><main>"
        f"<h1>{title}</h1><div class='kick x'>Nearby</div><div class='who q'>{byline}</div>"
        f"<div class='text'>{body}</div></main></body></html>"
    )
    url = f"https://news.example/a/{number}/{words[0]}-{words[1]}"
    return Page(url, url, html.encode(), NOW, charset="utf-8")


def read(number: int, byline: str, memory: Memory, *, head: str = "") -> Article:
    found = extract_article(page(number, byline, head=head), for_extraction(memory), NOW)
    assert isinstance(found, Article)
    return found


def learned(*bylines: str) -> Memory:
    memory = EMPTY
    for number, byline in enumerate(bylines):
        memory = learn(memory, read(number, byline, memory), NOW.date())
    return memory


def test_a_place_where_a_source_names_its_authors_tells_whom_nothing_marks() -> None:
    memory = learned(*(f"By {name}" for name in NAMES))
    assert read(6, "Zhivko Quill", EMPTY).authors == ()
    assert read(6, "Zhivko Quill", memory).authors == ("Zhivko Quill",)
    assert read(6, "Reuters", memory).authors == ("Reuters",)


@pytest.mark.parametrize(
    "byline",
    ["The Inlander", "Nearby", "12 March 2026", "It rained for three days here.", "London"],
)
def test_what_stands_there_and_is_nobody_signs_nothing(byline: str) -> None:
    memory = learned(*(f"By {name}" for name in NAMES))
    assert read(6, byline, memory).authors == ()


def test_a_place_that_few_articles_sign_at_tells_nothing() -> None:
    few = learned("By Anna Kern", "By Jan Roth", "By Clara Webb")
    assert read(6, "Zhivko Quill", few).authors == ()
    seldom = learned("Deep Space", *["By Anna Kern"] * 2, "Old Town", "Far Reach", "Wide Sea")
    assert read(6, "Zhivko Quill", seldom).authors == ()


def test_who_is_told_by_metadata_goes_before_the_place() -> None:
    memory = learned(*(f"By {name}" for name in NAMES))
    told = '{"@type": "NewsArticle", "author": {"@type": "Person", "name": "Emma Hart"}}'
    head = f'<script type="application/ld+json">{told}</script>'
    assert read(6, "Zhivko Quill", memory, head=head).authors == ("Emma Hart",)


def test_a_name_that_nothing_marks_at_the_end_of_a_text_signs_where_the_sources_texts_end_so() -> (
    None
):
    def ended(number: int, name: str) -> Page:
        whole = page(number, "")
        end = f"<p>{name}</p></div></main>".encode()
        return replace(whole, body=whole.body.replace(b"</div></main>", end))

    memory = EMPTY
    for number, name in enumerate(NAMES):
        found = extract_article(ended(number, name), for_extraction(memory), NOW)
        assert isinstance(found, Article)
        memory = learn(memory, found, NOW.date())
    for name, signs in (("Zhivko Quill", True), ("Read on below", False), ("The Inlander", False)):
        found = extract_article(ended(6, name), for_extraction(memory), NOW)
        assert isinstance(found, Article)
        assert found.authors == ((name,) if signs else ())
        assert not found.text.endswith(name)


def test_a_link_at_the_place_of_authors_is_one_whatever_its_address() -> None:
    memory = learned(*(f"By <a href='/k/{n}'>{name}</a>" for n, name in enumerate(NAMES)))
    assert read(6, "<a href='/k/9'>Zhivko Quill</a>", memory).authors == ("Zhivko Quill",)


def test_who_ends_each_text_signs_it_still_when_the_source_is_known_to_end_so() -> None:
    memory, found = EMPTY, []
    for number, name in enumerate((*NAMES, "Laura Bell")):
        whole = page(number, "")
        html = whole.body.replace(b"</div></main>", f"<p>{name}</p></div></main>".encode())
        article = extract_article(replace(whole, body=html), for_extraction(memory), NOW)
        assert isinstance(article, Article)
        found.append((article.authors, article.text.endswith(name)))
        memory = learn(memory, article, NOW.date())
    assert found == [((name,), False) for name in (*NAMES, "Laura Bell")]


def test_a_linked_name_beside_the_day_teaches_its_place() -> None:
    line = "<a href='/w/{}'>{}</a><time>3 May 2026</time>"
    memory = learned(*(line.format(number, name) for number, name in enumerate(NAMES)))
    assert read(6, line.format(9, "Zhivko Quill"), memory).authors == ("Zhivko Quill",)


def test_whom_texts_are_of_teaches_no_place() -> None:
    memory, spoken = EMPTY, "</div><p>“It came at last,” {} said of it in the morning.</p><div>"
    for number, name in enumerate((*NAMES, "Zhivko Quill")):
        plain = page(number, spoken.format(name.split()[-1]))
        over = plain.body.replace(b"<main>", f"<main><div class=over>{name}</div>".encode())
        found = extract_article(replace(plain, body=over), for_extraction(memory), NOW)
        assert isinstance(found, Article)
        assert found.authors == ()
        memory = learn(memory, found, NOW.date())
