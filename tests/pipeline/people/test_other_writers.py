"""Whose names stand on a page and wrote other things of it: columnists, photographers."""

from __future__ import annotations

import pytest

from pipeline.declared.metadata import read_metadata
from pipeline.page.html import parse_text
from pipeline.people.authors import extract_authors

TEXT = f"<p>{'Text of it goes on to its end here. ' * 9}</p>" * 2


def _authors(above: str, below: str = "") -> tuple[str, ...]:
    html = f"<article><h1>A story of note</h1>{above}{TEXT}</article>{below}"
    doc = parse_text(html, "https://news.example/story")
    return extract_authors(doc, read_metadata(doc), title="A story of note")


def _box(*writers: tuple[str, str]) -> str:
    cards = "".join(
        f"<div class='writer'><a class='writer-name' href='/w/{number}'>{name}</a>"
        f"<a href='/{number}'>{headline}</a></div>"
        for number, (name, headline) in enumerate(writers)
    )
    return f"<div class='writers'><h3>Opinion</h3>{cards}</div>"


COLUMNISTS = _box(
    ("Jana Petersen", "The bus that never came to town"),
    ("Kai Uhlmann", "What bakers know about the price of flour"),
)
KUTTAB = _box(
    ("مروة فهمي", "المنتخب يستعد لمباراة حاسمة أمام ضيفه"),
    ("رنا اللحام", "البلدية تقر خطة لتوسعة شبكة الدراجات"),
)


@pytest.mark.parametrize("box", [COLUMNISTS, KUTTAB])
def test_a_box_of_columnists_names_no_author(box: str) -> None:
    assert _authors("", f"<aside>{box}</aside>") == ()
    assert _authors(box) == ()
    byline = "<div class='byline'>By <a href='/author/ines'>Ines Maier</a></div>"
    assert _authors(byline + box) == ("Ines Maier",)


@pytest.mark.parametrize(
    "byline",
    [
        # what each of two authors wrote besides stands behind their names
        "<div class='author'><b class='author-name'>Ines Maier</b> <a href='/im'>More of Ines"
        " Maier</a></div><div class='author'><b class='author-name'>Jan Roth</b>"
        " <a href='/jr'>More of Jan Roth</a></div>",
        "<div class='author'><a href='/im'>Ines Maier</a></div>"
        "<div class='author'><a href='/jr'>Jan Roth</a></div>",
    ],
)
def test_two_authors_beside_each_other_are_no_such_box(byline: str) -> None:
    assert _authors(byline) == ("Ines Maier", "Jan Roth")


def test_microdata_of_a_picture_and_of_a_comment_name_no_author() -> None:
    kind = "itemscope itemtype='https://schema.org/{}'"
    person = "<b itemprop='author'>Jana Petersen</b>"
    picture = f"<figure {kind.format('ImageObject')}><img src='p.jpg'>{person}</figure>"
    comment = f"<div {kind.format('Comment')}>{person}<p itemprop='text'>Well said.</p></div>"
    story = f"<section {kind.format('NewsArticle')}>{person}</section>"
    assert _authors(picture) == ()
    assert _authors("", comment) == ()
    assert _authors(story) == ("Jana Petersen",)


@pytest.mark.parametrize(
    ("line", "names"),
    [
        ("<p>남궁민서 기자 writer@harbour.example</p>", ("남궁민서",)),
        ("<p>Cher <b>writer</b> cher@harbour.example</p>", ()),
    ],
)
def test_a_name_of_one_word_beside_a_mailbox(line: str, names: tuple[str, ...]) -> None:
    assert _authors(line) == names


@pytest.mark.parametrize(
    "box",
    [
        "<div class='statement-author'><h4 class='author'>Jana Petersen</h4></div>",
        "<blockquote>It never came.<cite class='author'>Jana Petersen</cite></blockquote>",
        "<div class='pull-quote'><p>It never came.</p><p class='author'>Jana Petersen</p></div>",
    ],
)
def test_who_is_quoted_is_no_author(box: str) -> None:
    assert _authors(box) == ()
    assert _authors("<p class='author'>Ines Maier</p>" + box) == ("Ines Maier",)


def test_a_text_that_is_all_in_a_quote_has_its_author() -> None:
    signed = f"<p class='author'>Ines Maier</p>{TEXT * 3}"
    html = f"<h1>A story of note</h1><blockquote>{signed}</blockquote>"
    doc = parse_text(html, "https://news.example/story")
    assert extract_authors(doc, read_metadata(doc), title="A story of note") == ("Ines Maier",)


@pytest.mark.parametrize(
    "line",
    [
        "<p class='kicker'>Jana Petersen</p>",
        "<p>Jana Petersen, 1941–2026</p>",
        "<div><img src='p.jpg'><p><strong>Jana Petersen</strong></p></div>",
        "<div><a href='/77'>The bus that never came to town</a><span>Jana Petersen</span></div>",
    ],
)
def test_a_name_between_headline_and_text_may_be_of_somebody_else(line: str) -> None:
    assert _authors(line) == ()


def test_a_list_of_who_else_writes_names_no_author() -> None:
    links = "".join(
        f"<a href='/writer/{number}'>{name}</a>"
        for number, name in enumerate(("Jana Petersen", "Kai Uhlmann"))
    )
    others = f"<div class='writers-list'><h4>More writers</h4>{links}</div>"
    assert _authors(f"<span class='writer'>Ines Maier</span>{others}") == ("Ines Maier",)
    assert _authors(f"<span class='writers'>{links}</span>") == ("Jana Petersen", "Kai Uhlmann")


def _written_by(item: str) -> tuple[str, ...]:
    return _authors("", f"<div><h2>Posts</h2><ul>{item}</ul></div>")


def test_who_signs_words_in_an_item_of_a_list_below_the_text_wrote_these() -> None:
    said = "<p>I have walked across it every day.</p>"
    signed = "<div><p>28 May 15:20, by Jane Doe</p></div>"
    assert _written_by(f"<li>{said}{signed}</li>") == ()
    assert _written_by(f"<li>{signed}</li>") == ("Jane Doe",)
