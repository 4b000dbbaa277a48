"""What is read of a page, and what is passed over."""

from __future__ import annotations

from pipeline.page.blocks import read
from pipeline.page.core import find_core
from pipeline.page.html import parse_text
from pipeline.page.skimmed import MENU_LINKS
from pipeline.records import BlockKind

TEXT = (
    "The council voted on Tuesday to close the bridge, and nobody knows for how long it is to be."
)


def _read(beside: str, main: str = "main") -> list[str]:
    html = f"<div>{beside}</div><{main}><h1>A story</h1>{f'<p>{TEXT}</p>' * 3}</{main}>"
    doc = parse_text(f"<html><body>{html}</body></html>", "https://news.example/story")
    pieces = read(doc.tree, find_core(doc)).pieces
    return [piece.text for piece in pieces if piece.region is None]


def _links(number: int) -> str:
    return "".join(f"<p><a href='/{n}'>Section {n}</a></p>" for n in range(number))


def test_many_links_beside_the_article_are_a_menu_whatever_they_are_called() -> None:
    assert "Section 1" not in _read(_links(MENU_LINKS))
    assert "Section 1" in _read(_links(MENU_LINKS - 1))


def test_a_headline_or_a_long_text_among_links_is_read() -> None:
    assert "Section 1" in _read(f"<h2>A headline</h2>{_links(MENU_LINKS)}")
    assert TEXT in _read(f"{_links(MENU_LINKS)}<p>{TEXT}</p>")


def test_links_are_read_where_nothing_is_called_the_article() -> None:
    assert "Section 1" in _read(_links(MENU_LINKS), main="div")


def test_a_row_with_a_field_to_write_in_is_a_form_s() -> None:
    row = "<tr><td>{}</td><td>{}</td></tr>"
    rows = (
        ("Your name", "<input type=text>"),
        ("What you say", "<textarea></textarea>"),
        ("Storage", "256 GB"),
        ("Charger", "<input type=checkbox>"),
    )
    html = f"<table>{''.join(row.format(*cells) for cells in rows)}</table>"
    pieces = read(parse_text(html, "https://news.example/story").tree).pieces
    assert [p.region for p in pieces] == ["form", "form", None, None]


def test_signs_that_were_made_html_of_twice_are_read() -> None:
    told = "It&amp;#8217;s the ministry&amp;rsquo;s&amp;nbsp;own &amp;quot;Lodestar&amp;quot;"
    row = "<table><tr><td>R&amp;amp;D</td><td>12</td></tr></table>"
    html = f"<p>{told}.</p>{row}<p>Write <code>&amp;quot;</code> there.</p><pre>&amp;amp;</pre>"
    pieces = read(parse_text(html, "https://news.example/story").tree).pieces
    assert [piece.text for piece in pieces] == [
        'It’s the ministry’s own "Lodestar".',
        "R&D | 12",
        "Write &quot; there.",
        "&amp;",
    ]


def test_a_text_on_html_means_the_signs_it_writes() -> None:
    html = "<p>HTML writes a quote as &amp;quot; and an ampersand as &amp;amp; in all texts.</p>"
    (piece,) = read(parse_text(html, "https://news.example/story").tree).pieces
    assert piece.text.count("&") == 2
    assert piece.text.endswith("as &amp; in all texts.")


def test_who_says_a_quotation_is_of_it() -> None:
    said = "<blockquote><p>It will be launched in spring.</p>{}</blockquote>"
    by = ("<footer>— Jane Doe</footer>", "<span class=author>Jane Doe</span>")
    for below in by:
        doc = parse_text(said.format(below), "https://news.example/story")
        assert [p.region for p in read(doc.tree, find_core(doc)).pieces] == [None, None]
    doc = parse_text("<div><footer>— Jane Doe</footer></div>", "https://news.example/story")
    assert all(p.region == "footer" for p in read(doc.tree, find_core(doc)).pieces)


def test_a_button_that_asks_what_the_box_below_it_answers_heads_it() -> None:
    asked = "<button>What does it cost?</button>"
    html = f"<div>{asked}<div><p>Nobody has decided that so far.</p></div></div>"
    pieces = read(parse_text(html, "https://news.example/story").tree).pieces
    assert [piece.text for piece in pieces] == [
        "What does it cost?", "Nobody has decided that so far.",
    ]  # fmt: skip
    for other in ("<button>Ask us?</button><form></form>", "<button>Share</button><p>It is.</p>"):
        pieces = read(parse_text(f"<div>{other}</div>", "https://news.example/story").tree).pieces
        assert not [piece for piece in pieces if piece.kind is BlockKind.HEADING], other


def test_a_day_between_a_block_and_a_text_without_paragraphs_is_a_line() -> None:
    stamp = "<time>5 March 2026</time>"
    html = f"<article><h1>A story</h1>{stamp}{TEXT}<br><br>{TEXT}</article>"
    pieces = read(parse_text(html, "https://news.example/story").tree).pieces
    assert [piece.text for piece in pieces] == ["A story", "5 March 2026", TEXT, TEXT]
    html = f"<div><p>So it was.</p><time>Monday</time> was the day.<p>On {stamp} it was.</p></div>"
    pieces = read(parse_text(html, "https://news.example/story").tree).pieces
    assert [piece.text for piece in pieces][1:] == [
        "Monday was the day.",
        "On 5 March 2026 it was.",
    ]


def test_the_blanks_of_a_template_weigh_nothing_beside_a_text() -> None:
    facts = "".join(
        f"<div class='facts'>\n{' ' * 90}{word}\n</div>" for word in ("Words 310", "Views")
    )
    text = "".join(
        f"<p>{sentence}</p>"
        for sentence in (
            "桥梁周二关闭，预计五月才能重新开放。",
            "市政府没有说明原因，居民只能绕行。",
        )
    )
    page = f"<h4>桥梁关闭</h4>{facts * 4}<div class='gallery'>{text}</div>"
    doc = parse_text(f"<html><body>{page}</body></html>", "https://news.example/story")
    pieces = read(doc.tree, find_core(doc)).pieces
    assert [piece.region for piece in pieces if piece.text.startswith("桥梁周二")] == [None]
