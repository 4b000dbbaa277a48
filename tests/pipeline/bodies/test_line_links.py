"""Lines that their links tell: readers' words, where a text is filed, the pages of a text."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from pipeline.extract import extract_article
from pipeline.memory import EMPTY
from pipeline.records import Article, Page

NOW = datetime(2026, 11, 25, tzinfo=UTC)
URL = "https://quay.example/2026/11/the-council-buys-forty-buses/"
TITLE = "The council buys forty buses for the lines along the river"
PROSE = (
    "The council voted on Wednesday evening to buy forty buses for the lines along the river.",
    "They come from a factory in Ardley, which has made nothing but trams for the last ten years.",
    "The first of them are to run in spring, once the drivers have learnt where the doors are.",
)
SAID = (
    "My aunt drove one of these in the nineties, and the doors were always the first thing to go.",
    "Somebody should ask who pays for the batteries when they have to be replaced in ten years.",
)


def _lines(behind: str, *, url: str = URL, prose: tuple[str, ...] = PROSE, end: str = "") -> str:
    text = "".join(f"<p>{line}</p>" for line in prose)
    html = (
        f"<html><head><title>{TITLE}</title></head><body><div><h1>{TITLE}</h1>"
        f"<div class='c1'>{text}{end}</div>{behind}</div></body></html>"
    )
    found = extract_article(Page(url, url, html.encode(), NOW, charset="utf-8"), EMPTY, NOW)
    assert isinstance(found, Article)
    return "\n".join(block.text for block in found.blocks)


def _readers(address: str, head: str) -> str:
    items = "".join(
        f"<li class='c4'><div><cite>{name}</cite></div><div><a href='{address}{at}'>20. XI, 10.05"
        f"</a></div><p>{said}</p></li>"
        for at, (name, said) in enumerate(zip(("Kalle", "Mona"), SAID, strict=True), start=12)
    )
    return f"<div class='c2'><h3>{head}</h3><ol class='c3'>{items}</ol></div>"


@pytest.mark.parametrize("prose", [PROSE, PROSE[:1]])
@pytest.mark.parametrize(
    ("address", "head"),
    [
        (f"{URL}#comment-", f"2 vastausta artikkeliin {TITLE}"),
        ("#comment", "2 svör"),
        ("#forum", "Messages"),
        ("#comment-", "Bu yazıya 2 tepki"),
        (f"{URL}?replytocom=", "2 ymateb"),
    ],
)
def test_what_readers_wrote_has_its_address(
    address: str, head: str, prose: tuple[str, ...]
) -> None:
    assert _lines(_readers(address, head), prose=prose) == "\n".join(prose)


def test_what_readers_wrote_has_a_sum_for_its_number() -> None:
    said = "".join(
        f"<div><div><a href='#comment-2a93d1010a3b2f63d96274b3436fd6e{at}'>On buses</a></div>"
        f"<div>{line}</div><div>Comment by <span>anna</span></div></div>"
        for at, line in enumerate(SAID)
    )
    assert _lines(f"<div>{said}</div>") == "\n".join(PROSE)


def test_the_second_page_of_a_text_has_the_readers_of_the_first() -> None:
    behind = _readers(f"{URL}#comment-", "2 svör")
    assert _lines(behind, url=URL + "2/") == "\n".join(PROSE)


def test_a_line_that_only_leads_to_what_a_reader_wrote() -> None:
    link = (
        "<p><a href='#comment-12'>As a reader says</a>, the doors were the first thing to go.</p>"
    )
    more = f"<p>{SAID[1]}</p>"
    assert _lines("", end=link + more).endswith(f"the first thing to go.\n{SAID[1]}")
    alone = "<p><a href='#comment-12'>What a reader says</a></p>"
    assert _lines("", end=alone + more).endswith(SAID[1])


@pytest.mark.parametrize(
    "line",
    [
        "Entri ini diposkan dalam <a rel='category tag' href='/c/b'>Bisnis</a> dan bertag "
        f"<a rel='tag' href='/t/b'>bus</a>. Tandai <a rel='bookmark' href='{URL}'>permalink</a>.",
        "이 글은 <a rel='category tag' href='/c/b'>교통</a> 카테고리에 분류되었고 <a rel='tag' "
        f"href='/t/b'>버스</a> 태그가 있습니다. <a rel='bookmark' href='{URL}'>주소</a> 북마크.",
        f"Julkaistu <a rel='bookmark' href='{URL}'>linkki</a> kirjoittanut Kalle",
    ],
)
def test_where_a_text_is_filed(line: str) -> None:
    assert _lines(f"<div class='c9'>{line}</div>") == "\n".join(PROSE)


def test_a_sentence_that_leads_to_tags() -> None:
    line = "The <a rel='tag' href='/t/b'>buses</a> of <a rel='tag' href='/t/q'>Quay</a> are green."
    assert _lines("", end=f"<p>{line}</p>").endswith("The buses of Quay are green.")


@pytest.mark.parametrize("word", ["페이지:", ":עמודים", "Laman:", "Tudalennau:", "页面："])
def test_the_pages_of_a_text(word: str) -> None:
    pages = f"{word} <span>1</span> <a href='{URL}2/'>2</a> <a href='{URL}3/'>3</a>"
    assert _lines("", end=f"<p>{pages}</p>") == "\n".join(PROSE)


def test_numbers_that_are_no_pages() -> None:
    assert _lines("", end="<p>Lines: 1 2 3</p><p>They run again.</p>").endswith(
        "Lines: 1 2 3\nThey run again."
    )


def test_the_portrait_of_a_reader_is_no_author_s() -> None:
    image = "<div><img src='/a.png' alt='Pak Darto Avatar'></div>"
    behind = _readers(f"{URL}#comment-", "2 Balasan").replace(
        "<div><cite>Kalle", image + "<div><cite>Pak Darto"
    )
    html = f"<html><head><title>{TITLE}</title></head><body><h1>{TITLE}</h1><div>{PROSE[0]}</div>"
    page = Page(URL, URL, f"{html}{behind}</body></html>".encode(), NOW, charset="utf-8")
    found = extract_article(page, EMPTY, NOW)
    assert isinstance(found, Article)
    assert found.authors == ()
