"""Headings of boxes amid a text of which all other lines go."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest
from lxml.html import fromstring

from pipeline.extract import extract_article
from pipeline.lines.emptied_boxes import EMPTIED, take_heads_of_emptied
from pipeline.memory import EMPTY
from pipeline.page.pieces import Extracted
from pipeline.records import Article, Block, BlockKind, Page

NOW = datetime(2026, 11, 25, tzinfo=UTC)
TEXT = (
    "The council closed the old bridge on Monday after engineers had found cracks in two pillars.",
    "Ferries will carry commuters across the river until the repairs are finished, it said.",
    "Shopkeepers on the northern bank expect to lose a third of their customers this winter.",
)
SIGN_UP = "<p>Every morning the day's stories in your inbox, for free.</p><a href='/in'>Sign up</a>"


def read(inset: str) -> str:
    html = (
        f"<title>Bridge closed</title><article><h1>Bridge closed</h1><div><p>{TEXT[0]}</p>{inset}"
        f"<p>{TEXT[1]}</p><p>{TEXT[2]}</p></div></article>"
    )
    page = Page("https://a.example/1", "https://a.example/1", html.encode(), NOW, charset="utf-8")
    found = extract_article(page, EMPTY, NOW)
    assert isinstance(found, Article)
    return found.text


def test_a_heading_goes_with_the_other_lines_of_its_box() -> None:
    assert "Quill post" not in read(f"<div class='k'><h4>Quill post</h4>{SIGN_UP}</div>")


@pytest.mark.parametrize(("rel", "rule"), [("sponsored nofollow", EMPTIED), ("nofollow", None)])
def test_a_heading_goes_with_the_other_lines_of_a_box_with_a_paid_link(
    rel: str, rule: str | None
) -> None:
    box = fromstring(f"<div><h4>Quill post</h4><p>Now $89</p><a rel='{rel}' href=/1>See</a></div>")
    kinds = (BlockKind.HEADING, BlockKind.PARAGRAPH, BlockKind.PARAGRAPH)
    lines = [
        Extracted(Block(kind, element.text or ""), element=element)
        for kind, element in zip(kinds, box, strict=True)
    ]
    rules = [None, "line:unconfirmed", "line:links"]
    take_heads_of_emptied(lines, rules)
    assert rules[0] == rule


def test_a_link_that_stands_loose_in_a_box_is_of_it() -> None:
    box = fromstring("<div><h4>Tired of quills?</h4><p>See our pens</p><a href=/1>More</a></div>")
    texts = zip((box[0], box[1], box), ("Tired of quills?", "See our pens", "More"), strict=True)
    lines = [
        Extracted(Block(BlockKind.HEADING if at == 0 else BlockKind.PARAGRAPH, text), element=each)
        for at, (each, text) in enumerate(texts)
    ]
    rules = [None, "line:unconfirmed", "line:links"]
    take_heads_of_emptied(lines, rules)
    assert rules[0] == EMPTIED


@pytest.mark.parametrize(("link", "goes"), [("line:links", True), (None, False)])
def test_a_question_goes_with_the_lines_that_lead_on_from_it(link: str | None, goes: bool) -> None:
    box = fromstring("<div><h4>Tired of quills?</h4><p>See our pens</p><a href=/1>More</a></div>")
    kinds = (BlockKind.HEADING, BlockKind.PARAGRAPH, BlockKind.PARAGRAPH)
    lines = [
        Extracted(Block(kind, element.text or ""), element=element)
        for kind, element in zip(kinds, box, strict=True)
    ]
    rules = [None, "line:unconfirmed", link]
    take_heads_of_emptied(lines, rules)
    assert (rules[0] is not None) is goes


@pytest.mark.parametrize(
    ("gone", "rule"),
    [
        (["region:teaser", "region:meta", "region:teaser", "region:meta"], EMPTIED),
        (["region:meta", "region:meta"], None),
        (["region:form", "region:form"], EMPTIED),
        (["region:form", "line:unconfirmed"], None),
        ([], None),
    ],
)
def test_a_heading_goes_with_cards_and_their_facts_or_with_a_form_alone(
    gone: list[str], rule: str | None
) -> None:
    below = "".join(f"<p>{n} of the quills</p>" for n in range(len(gone)))
    box = fromstring(f"<div><h4>Quills of the week</h4>{below}</div>")
    lines = [
        Extracted(Block(BlockKind.PARAGRAPH if at else BlockKind.HEADING, each.text), element=each)
        for at, each in enumerate(box)
    ]
    below = Block(BlockKind.PARAGRAPH, "Quills of the last year"), fromstring("<p>Quills</p>")
    lines.append(Extracted(below[0], element=below[1]))
    rules = [None, *gone, "region:form"]
    take_heads_of_emptied(lines, rules)
    assert rules[0] == rule


@pytest.mark.parametrize(
    "inset",
    [
        f"<h4>Quill post</h4><div class='k'>{SIGN_UP}</div>",  # it stands beside the paragraphs
        f"<div class='k'><h4>Quill post</h4>{SIGN_UP}<p>Quills carried letters over it.</p></div>",
    ],
)
def test_a_heading_of_the_text_stays(inset: str) -> None:
    assert "Quill post" in read(inset)


LINKS = (
    "<ul><li><a href='/2'>Ferries are full on weekends</a></li>"
    "<li><a href='/3'>A mayor resigns over a bridge</a></li></ul>"
)


def test_a_heading_right_above_a_list_of_links_goes_with_it() -> None:
    assert "Of some use" not in read(f"<h4>Of some use</h4>{LINKS}")


@pytest.mark.parametrize(
    "inset",
    [
        f"<h4>Of some use</h4><div><b>Read also</b>{LINKS}</div>",
        f"<h4>Of some use</h4><p>Nobody knows yet what the repairs will cost.</p>{LINKS}",
    ],
)
def test_a_heading_above_a_list_that_something_else_heads_stays(inset: str) -> None:
    assert "Of some use" in read(inset)


@pytest.mark.parametrize(
    ("head", "rule"),
    [("“We kept the bridge open for as long as we dared.”", None), ("Post", EMPTIED)],
)
def test_words_of_the_text_that_are_drawn_large_head_no_box(head: str, rule: str | None) -> None:
    box = fromstring(f"<div><h4>{head}</h4><p>Sign up for the letter.</p></div>")
    lines = [
        Extracted(Block(kind, element.text or ""), element=element)
        for kind, element in zip((BlockKind.HEADING, BlockKind.PARAGRAPH), box, strict=True)
    ]
    rules = [None, "en:own-offer"]
    take_heads_of_emptied(lines, rules)
    assert rules[0] == rule


@pytest.mark.parametrize(("links", "rule"), [(2, EMPTIED), (0, None)])
def test_an_issue_in_the_head_of_a_box_goes_with_what_else_stands_in_it(
    links: int, rule: str | None
) -> None:
    linked = "<p>A story</p>" * links
    html = f"<a-box><header><h2>HR 7/2026</h2></header><p>From HR 7/2026.</p>{linked}</a-box>"
    box = fromstring(html)
    heading, *others = box.xpath(".//h2 | .//p")
    lines = [Extracted(Block(BlockKind.HEADING, heading.text), element=heading)]
    lines += [Extracted(Block(BlockKind.PARAGRAPH, p.text), element=p) for p in others]
    rules = [None, "de:licence", *["line:links"] * links]
    take_heads_of_emptied(lines, rules)
    assert rules[0] == rule


CARDS = "".join(
    f"<div><img src=/{n}.jpg><h5><a href='/n/{n}'>{title}</a></h5><span>May {n}</span></div>"
    for n, title in enumerate(("Ports reopen after storm", "A phone for the blind"), 1)
)


@pytest.mark.parametrize(
    "head",
    [
        "<h4>Fresh off the quay</h4>",
        "<div class=h><h4>Fresh off the quay</h4></div>",
        "<p><b>Fresh off the quay</b></p>",
    ],
)
def test_what_heads_other_articles_alone_in_a_box_goes_with_them(head: str) -> None:
    assert read(f"<div class=k>{head}{CARDS}</div>").split("\n\n") == list(TEXT)


def test_a_heading_stays_above_other_articles_where_the_text_goes_on_in_its_box() -> None:
    section = (
        f"<div><h4>What the ferries cost</h4>{CARDS}<p>Four crowns, said the council.</p></div>"
    )
    assert "What the ferries cost" in read(section)


@pytest.mark.parametrize(("head", "rule"), [(" ".join(TEXT[:2]), None), ("Quill post.", EMPTIED)])
def test_the_first_sentences_of_a_text_stay_above_facts_that_went(
    head: str, rule: str | None
) -> None:
    box = fromstring(f"<div><h2>{head}</h2><p>Jane Doe, 3 min read. Follow us</p></div>")
    kinds = (BlockKind.HEADING, BlockKind.PARAGRAPH)
    lines = [
        Extracted(Block(kind, element.text or ""), element=element)
        for kind, element in zip(kinds, box, strict=True)
    ]
    rules = [None, "line:judged"]
    take_heads_of_emptied(lines, rules)
    assert rules[0] == rule
