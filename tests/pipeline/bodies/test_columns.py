"""Where the text is in pages on which nothing, or each of several parts, is named."""

from __future__ import annotations

import pytest

from pipeline.bodies.body import extract_blocks
from pipeline.declared.metadata import read_metadata
from pipeline.page.html import parse_text
from tests.pipeline.bodies.nameless_page import SENTENCES

URL = "https://news.example/tech/1"
TITLE = "A second plant"
LONG = [f"{one} {other}" for one in SENTENCES for other in SENTENCES if one != other]
TEXT = LONG[:6]
MENU = "".join(
    f"<div><div>Section {n}</div><div>Our writers tell you in part {n} what the town talks about "
    "today and why its people do not agree.</div></div>"
    for n in range(12)
)


def kept(html: str) -> list[str]:
    doc = parse_text(f"<html><head><title>x</title></head><body>{html}</body></html>", URL)
    blocks = extract_blocks(doc, read_metadata(doc), TITLE)
    return [line.block.text for line in blocks if line.rule is None]


@pytest.mark.parametrize(
    "paragraph", ["<div>{}</div>", "<div><div><div>{}</div></div></div>", "<div><p>{}</p></div>"]
)
def test_boxes_that_are_paragraphs_tell_where_the_text_is(paragraph: str) -> None:
    told = "".join(map(paragraph.format, TEXT))
    html = f"<div>{MENU}</div><div><h1>{TITLE}</h1><div>{told}</div></div><div>{MENU}</div>"
    assert kept(html) == TEXT


def test_boxes_of_lines_between_pictures_are_one_text() -> None:
    parts = ["<br><br>".join(TEXT[:3]), "<br><br>".join(TEXT[3:])]
    told = "<div><img src='a.jpg'></div>".join(f"<div>{part}</div>" for part in parts)
    html = f"<div>{MENU}</div><div><h1>{TITLE}</h1><div>{told}</div></div><div>{MENU}</div>"
    assert kept(html) == TEXT


def test_a_list_of_boxes_amid_a_text_is_not_all_of_it() -> None:
    items = "".join(f"<div>{text} {text}</div>" for text in LONG[6:])
    told = f"<div>{TEXT[0]}</div><div>{TEXT[1]}</div><div>{items}</div><div>{TEXT[2]}</div>"
    html = f"<div>{MENU}</div><div><h1>{TITLE}</h1><div>{told}</div></div><div>{MENU}</div>"
    assert [line for line in kept(html) if line in TEXT] == TEXT[:3]


def test_a_text_typed_into_a_box_stands_above_the_paragraphs_about_its_house() -> None:
    typed = "<br><br>".join(TEXT)
    about = "".join(f"<p>{'The firm builds plants by the sea, and has since 1951. ' * 6}</p>" * 2)
    html = f"<div><h1>{TITLE}</h1><div><div>{typed}</div></div><div><div>{about}</div></div></div>"
    assert kept(html) == TEXT


def _part(*texts: str) -> str:
    told = "".join(f"<p>{text}</p>" for text in texts)
    return f"<div class=row><div class='article-body'>{told}</div></div>"


def test_a_text_in_parts_that_are_called_alike() -> None:
    ad = "<div class=ad><a href='/ad'>Buy a boat</a></div>"
    html = (
        f"<table><tr><td><h1>{TITLE}</h1>{_part(*TEXT[:4])}{ad}{_part(*TEXT[4:])}</td></tr></table>"
    )
    assert kept(html) == TEXT


def test_the_text_of_a_further_article_is_none_of_its_parts() -> None:
    head = "<h1><a href='/tech/2'>The ferry sails again</a></h1>"
    html = f"<div><h1>{TITLE}</h1>{_part(*TEXT[:4])}{head}{_part(*TEXT[4:])}</div>"
    assert kept(html) == TEXT[:4]


COMMENTS = "<div><h3>Recent comments</h3><ul><li><a href='/3'>Ann on boats</a></li></ul></div>"


def test_a_box_of_the_latest_comments_takes_no_text_with_it() -> None:
    own = [f"<p>{text}</p>" for text in TEXT]
    parts = [
        f"<section class=group>{a}{b}</section>" for a, b in zip(own[::2], own[1::2], strict=True)
    ]
    parts[1] = parts[1].replace("<section class=group>", f"<section class=group>{COMMENTS}")
    assert kept(f"<article><h1>{TITLE}</h1>{''.join(parts)}</article>") == TEXT


def test_a_gallery_that_has_the_headline_again_takes_no_text_with_it() -> None:
    boxes = [f"<div class=block><div><p>{text}</p></div></div>" for text in LONG]
    gallery = f"<div class=x3><h2>{TITLE}</h2><p>1 of 9</p></div>"
    html = "".join([*boxes[:4], gallery, *boxes[4:]])
    found = kept(f"<div><h1>{TITLE}</h1></div><div class=entry-content>{html}</div>")
    assert [line for line in found if line in LONG] == LONG


@pytest.mark.parametrize(
    ("first", "stays"), [(TEXT[0], True), ("Log in", False)], ids=["text", "label"]
)
def test_what_is_hidden_below_a_paragraph_is_the_rest_of_the_text(first: str, stays: bool) -> None:
    rest = "".join(f"<div class=para>{text}</div>" for text in TEXT[1:])
    box = f"<div class=x1><div class=para>{first}</div><div class=x2 hidden>{rest}</div></div>"
    html = f"<div class=x0><h1>{TITLE}</h1>{box}</div>"
    assert (kept(html)[1:] == TEXT[1:]) is stays


def test_a_part_of_a_text_that_begins_with_links_goes_on_with_one_long_paragraph() -> None:
    links = "".join(
        f"<li><a href='/{n}'>What the other town did in year {n}</a></li>" for n in "123"
    )
    box = f"<div><h3>Related articles</h3><ul>{links}</ul></div>"
    long = f"{LONG[2]} {LONG[5]}"
    parts = [f"<div class=rich><p>{text}</p></div>" for text in LONG[6:]]
    parts += [f"<div class=rich>{box}<p>{long}</p></div>"]
    assert kept(f"<article><h1>{TITLE}</h1>{''.join(parts)}</article>") == [*LONG[6:], long]


def test_a_brief_text_goes_on_in_boxes_that_are_called_as_its_own_is() -> None:
    lines = [
        SENTENCES[0],
        "Level five",
        "North county: Aber, Brin, Cole",
        "South county: Dunn, Esk",
    ]
    row = "<div class=row><div class=cell><p>{}</p></div></div>"
    html = "".join(map(row.format, lines)) + "<div class=row></div>"
    link = row.format("<a href='/2'>The ferry to the islands sails again</a>")
    assert kept(f"<main><h1>{TITLE}</h1><div>{html}{link}</div></main>") == lines


@pytest.mark.parametrize("more", ["", " version-2"])
def test_parts_of_which_one_has_a_class_more_are_alike(more: str) -> None:
    first = _part(*TEXT[:2]).replace("article-body", f"article-body{more}")
    html = f"<table><tr><td><h1>{TITLE}</h1>{first}{_part(*TEXT[2:4])}</td></tr></table>"
    assert kept(html) == TEXT[:4]


def test_a_quotation_above_a_text_of_lines_is_not_all_of_it() -> None:
    said = "".join(f"<p>{text}</p>" for text in LONG[:3])
    typed = "<br><br>".join(LONG[3:])
    html = f"<div><h1>{TITLE}</h1><div><div>{said}</div></div><div><div>{typed}</div></div></div>"
    assert [line for line in kept(html) if line in LONG[3:]] == LONG[3:]


def test_what_a_template_says_again_and_again_is_no_column() -> None:
    notice = (
        f"<p class=y1>{'Your settings keep us from showing what others made for you. ' * 8}</p>"
    )
    parts = [f"<div>{a}<br><br>{b}</div>" for a, b in zip(LONG[::2], LONG[1::2], strict=True)]
    told = f"<div class=y2>{notice}</div>".join(parts)
    found = kept(f"<div>{MENU}</div><div><h1>{TITLE}</h1><div>{told}</div></div>")
    assert [line for line in found if line in LONG] == LONG


HEADS = [f"What the {n} of them said" for n in ("first", "second", "third", "fourth")]


def _parts(of: int) -> str:
    """Parts of a text, each paragraph and each heading in boxes of its own."""
    return "".join(
        f"<div class=w><div class='e_1 c'><div><h2>{head}</h2></div></div>"
        f"<div class='e_1 c'><div class=t><p>{line}</p></div></div></div>"
        for head, line in zip(HEADS[:of], LONG, strict=False)
    )


def test_a_column_of_parts_begins_with_the_heading_of_its_first() -> None:
    hour = "<div class=h><time>10:20 am</time></div>"
    found = kept(f"<div><div><h1>{TITLE}</h1></div>{hour}<div>{_parts(4)}</div></div>")
    found = [line for line in found if "am" not in line.split()]
    assert found == [line for part in zip(HEADS, LONG, strict=False) for line in part]


def test_a_column_of_parts_goes_on_with_a_brief_one_of_their_form() -> None:
    brief = "Six are closed. None is sold."
    last = (
        "<div class=w><div class='e_1 c'><div><h2>What we know</h2></div></div>"
        f"<div class='e_1 c'><div class=u><p>{brief}</p></div></div></div>"
    )
    found = kept(f"<div><div><h1>{TITLE}</h1></div><div>{_parts(4)}{last}</div></div>")
    assert found[-2:] == ["What we know", brief]
