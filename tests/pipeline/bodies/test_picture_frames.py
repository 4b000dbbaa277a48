"""Pictures in boxes without a name, with what they show and who took them."""

from __future__ import annotations

import lxml.html
import pytest

from pipeline.bodies.picture_frames import is_frame
from pipeline.page.blocks import read
from tests.pipeline.bodies.test_body import FIRST, SECOND, THIRD, kept, paragraphs

IMAGE = "<img src=/a.jpg width=800 height=450>"


def _page(box: str) -> str:
    return f"<div><h1>A second plant</h1>{paragraphs(FIRST, SECOND)}{box}{paragraphs(THIRD)}</div>"


@pytest.mark.parametrize(
    "box",
    [
        f"<div><div>{IMAGE}</div><div><p>The racks stand where bread was baked.</p>"
        "<p>(Photo: Lena Holt)</p></div></div>",
        f"<div><div>{IMAGE}<button>Enlarge</button></div><div>The racks stand where bread was "
        "baked.</div><span>Lena Holt/Northern Pictures</span></div>",
        f"<div><div><a href=/a.jpg>{IMAGE}</a></div><div>The racks stand where bread was baked."
        "</div><p>© Holt | Northern Pictures</p></div>",
        f"<div><div></div><div>{IMAGE}</div><div><span>The racks stand where bread was baked."
        "</span><div>Image: L. Holt</div></div></div>",
        f"<div>{IMAGE}<h1>The racks stand where bread was baked.</h1><p>Photo: L. Holt</p></div>",
        f"<div><div>{IMAGE}</div><div>تقف الخوادم حيث كان الخبز يُخبز.</div><div>تصوير: ليلى حداد"
        "</div></div>",
    ],
)
def test_what_stands_below_a_picture_with_whose_it_is_is_its_caption(box: str) -> None:
    assert kept(_page(box)) == [FIRST, SECOND, THIRD]


def _framed(box: str) -> bool:
    """Whether the box, or one within it, is a picture's frame with all of its words."""
    reading = read(lxml.html.fromstring(box))
    whole = len(reading.pieces)
    boxes = ((element, start, end) for element, start, end, _ in reading.spans)
    return any(
        is_frame(element, reading.pieces[start:end])
        for element, start, end in boxes
        if end - start == whole
    )


def test_a_caption_may_be_long_where_another_line_says_whose_it_is() -> None:
    told = "The racks stand where bread was baked, and those who live above hear them. " * 5
    assert _framed(f"<div><div>{IMAGE}</div><div>{told}</div><p>Image: L. Holt</p></div>")
    assert not _framed(f"<div><div>{IMAGE}</div><div>{told}</div><p>It is warm there.</p></div>")


@pytest.mark.parametrize(
    "box",
    [
        "<div><div>{}</div><div>The racks stand where bread was.</div><div>They hum.</div></div>",
        "<div><div>{}</div><h3>The racks hum</h3><p>Photo: L. Holt</p></div>",
        "<div><div>{}</div><h3>The racks stand where bread was baked.</h3><p>They hum.</p></div>",
        "<div><div>{}</div><div>Opened on</div><div>20/11/2026</div></div>",
        "<div><div>Bread was baked here.</div><div>{}</div><div>(Photo: Lena Holt)</div></div>",
        "<div>Bread was baked here.<div>{}</div><div>(Photo: Lena Holt)</div></div>",
        "<div><div>{}</div><h3>The racks</h3><div>(Photo: Lena Holt)</div></div>",
        "<div><div>{}</div><a href=/2>The racks of the harbour</a><div>News/Harbour</div></div>",
    ],
)
def test_what_may_be_a_card_or_text_is_no_frame(box: str) -> None:
    assert not _framed(box.format(IMAGE))


def test_a_text_of_three_chinese_sentences_below_a_picture_is_no_caption() -> None:
    text = "港口将于三月关闭，货船改往南岸停靠，渔民说这个决定来得太晚。" * 3
    box = f"<div><p>{IMAGE}</p><p>北码头的老仓库</p><p>{text}</p><p>（摄影：李娜）</p></div>"
    assert not _framed(box)
    assert _framed(box.replace(text, "仓库已经空了"))


def test_sentences_below_a_picture_each_are_the_text_where_they_are_most_of_it() -> None:
    rooms = ("first", "second", "third", "last")
    lines = [f"In the {n} room she shows what stood below her window in spring." for n in rooms]
    boxes = [f"<div>{IMAGE}<p>{line}</p></div>" for line in lines]
    head = "<article><h1>A second plant</h1>"
    opening = "The show of her pictures opens on Monday."
    assert kept(f"{head}<p>{opening}</p>{''.join(boxes)}</article>") == [opening, *lines]
    text = paragraphs(FIRST, SECOND) + boxes[0] + paragraphs(THIRD)
    assert kept(f"{head}{text}</article>") == [FIRST, SECOND, THIRD]


SHOWN = "The racks stand where bread was baked, and the crew of the harbour brings them water."


@pytest.mark.parametrize(
    "box",
    [
        f"<div><div>{IMAGE}</div><div><div>{SHOWN}</div><div>Lena Holt, AP</div></div></div>",
        f"<div><div>{IMAGE}</div><div><p>{SHOWN}</p><p>Harbour Board via AP</p></div></div>",
        f"<div><div>{IMAGE}</div><div>{SHOWN} <span>Holt/Northern</span></div></div>",
        f"<div><div><svg></svg></div><div>{IMAGE}</div><div>{SHOWN} <span>Foto: L. Holt</span>"
        "</div></div>",
        f"<p><span>{IMAGE}<span><span>{SHOWN}</span><span>Reuters</span></span></span></p>",
        f"<p><span>{IMAGE}<span>{SHOWN} (Harbour/Northern)</span></span></p>",
        f"<span>{IMAGE}<span><span>© Lena Holt</span> {SHOWN}</span></span>",
        f"<div>{IMAGE}</div><div><p>{SHOWN} (Lena Holt/AP)</p></div>",
        f"<div>{IMAGE}</div><div><p>{SHOWN}</p><p><i>Image: Harbour Board</i></p></div>",
        f"<ul><li><div>{IMAGE}</div><div><div>{SHOWN}</div><span>Photo: Lena Holt</span></div>"
        "</li></ul>",
        f"<div><div>{IMAGE}</div><span>{SHOWN}</span> <span>21.11.2026 | 3:18 min</span></div>",
        f"<div><div>{IMAGE}<span>Lena Holt / AFP</span></div><div>{SHOWN}</div></div>",
        f"<div>{IMAGE}<div itemprop=caption>{SHOWN}</div></div>",
    ],
)
def test_a_sentence_below_a_picture_is_its_caption_where_whose_it_is_stands_apart(box: str) -> None:
    assert kept(_page(box)) == [FIRST, SECOND, THIRD]


@pytest.mark.parametrize(
    "box",
    [
        f"<p>{IMAGE}{SHOWN} (Lena Holt/AP)</p>",
        f"<p>{IMAGE}</p><p>{SHOWN} (dpa/AFP)</p>",
        f"<div><div>{IMAGE}</div><div>{SHOWN}</div><div>It hums at night, they say.</div></div>",
        f"<div><div>{IMAGE}</div><div>{SHOWN}</div><div>14:05</div></div>",
        f"<ul><li><div>{IMAGE}</div><div>{SHOWN}</div><span>Photo: Lena Holt</span></li>"
        f"<li><div>{IMAGE}</div><div>{SHOWN}</div><span>Photo: Lena Holt</span></li></ul>",
    ],
)
def test_a_sentence_below_a_picture_stays_where_nothing_apart_says_whose_it_is(box: str) -> None:
    assert any(SHOWN in line for line in kept(_page(box)))


def test_a_flash_below_its_picture_that_an_agency_signs_is_the_text() -> None:
    flash = f"<article><h1>A second plant</h1><div>{IMAGE}<p>{SHOWN}</p><p>Holt, AP</p></div>"
    assert SHOWN in kept(f"{flash}</article>")


def test_a_line_that_has_a_box_with_a_picture_below_a_standfirst_is_its_caption() -> None:
    said = "Jane Doe stands in the works at Lillwick, in 2008."
    box = f"<div><a><div>{IMAGE}</div></a><p>{said}</p></div>"
    body = f"<div>{paragraphs(FIRST, SECOND, THIRD)}</div>"
    lead = "A new plant will be opened beside the harbour before the spring."
    title = "<h1>A second plant</h1>"
    page = f"<div>{title}<div><h2>{lead}</h2></div>{box}<div>{body}</div></div>"
    assert kept(page) == [lead, FIRST, SECOND, THIRD]
    facts = "<p>Jane Doe</p><p>22 November 2026</p>"
    page = f"<div>{title}<div>{facts}</div>{box}<div>{body}</div></div>"
    assert said not in kept(page)
    lone = f"<div>{title}<div><img src=/a.jpg><p>{lead}</p></div><div>{body}</div></div>"
    assert lead in kept(lone)


def test_by_what_right_a_picture_is_shown_tells_its_caption() -> None:
    said = "The racks stand where bread was baked."
    for right in ("CC BY-SA", "CC-BY 4.0", "Public domain", "Tous droits réservés L. Holt"):
        box = f"<div><a>{IMAGE}</a><div><p>{said}</p><div>{right}</div></div></div>"
        assert _framed(box)
    assert not _framed(f"<div><a>{IMAGE}</a><div><p>{said}</p><div>CCs hum</div></div></div>")
