"""Lines of a text that have the words of a site's, and whose form or place tells that they are its
own: items typed with signs, terms, traces, what was measured."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from pipeline.extract import extract_article
from pipeline.lines.rows_of_boxes import told_in_rows
from pipeline.lines.units import UNIT
from pipeline.memory import EMPTY
from pipeline.page.pieces import Extracted
from pipeline.records import Article, Block, BlockKind, Page

URL = "https://www.wire.example/tech/harbour-1"
NOW = datetime(2026, 11, 30, 10, tzinfo=UTC)
TITLE = "A second plant rises beside the harbour"
PROSE = (
    "The company said on Monday that it would open a second plant near the harbour next spring.",
    "Analysts had expected the announcement for months, although the size of it surprised them.",
    "Local officials welcomed the plan and promised to widen the road before the works begin.",
    "Residents of the northern quarter asked for a hearing and were told that one would be held.",
)


def _lines(amid: str = "", below: str = "") -> list[str]:
    first, second, *rest = (f"<p>{line}</p>" for line in PROSE)
    text = "".join((first, second, amid, *rest, below))
    html = (
        f'<html lang="en"><head><title>{TITLE}</title></head><body><main><article><h1>{TITLE}</h1>'
        f'<div class="article-body">{text}</div></article></main></body></html>'
    )
    found = extract_article(Page(URL, URL, html.encode(), NOW, charset="utf-8"), EMPTY, NOW)
    assert isinstance(found, Article)
    return [line for block in found.blocks for line in block.text.split("\n")]


@pytest.mark.parametrize(
    "items",
    [
        ("- A search that is three times as fast", "- PDF/A-3 support", "- A mode for the night"),
        ("▪ Shipments: 71 million (+4%)", "▪ Average price: $612 (-9%)", "▪ Share: 24.8%"),
    ],
)
def test_an_item_typed_among_others_stays(items: tuple[str, ...]) -> None:
    assert set(items) <= set(_lines(amid="".join(f"<p>{item}</p>" for item in items)))


def test_years_that_are_terms_stay() -> None:
    told = {"1993": "The first line reached the town.", "2008": "The first mast was lifted."}
    listed = "".join(f"<dt>{year}</dt><dd>{text}</dd>" for year, text in told.items())
    assert set(told) <= set(_lines(amid=f"<dl>{listed}</dl>"))
    assert "1993" not in _lines(amid="<p>1993</p>")


def test_the_third_item_in_brackets_is_no_copyright() -> None:
    items = ("(a) Consent must be express.", "(b) It may be withdrawn at any time.")
    third = "(c) Withdrawal has no effect on what was done before."
    below = "".join(f"<p>{item}</p>" for item in (*items, third))
    assert third in _lines(below=below)
    owned = "(c) Harbour Wire Limited, all rights reserved."
    assert owned not in _lines(below=f"<p>{owned}</p>")


DIGEST = "d41d8cd98f00b204e9800998ecf8427e"


@pytest.mark.parametrize(
    "traces",
    [
        f"<ul><li>185.117.73.12</li><li>{DIGEST}</li></ul>",
        f"<p>185.117.73.12<br>hxxp://cdn-upd[.]example/x.sh<br>{DIGEST}</p>",
    ],
)
def test_a_number_among_the_traces_of_an_attack_stays(traces: str) -> None:
    assert DIGEST in _lines(amid=traces)


def test_a_number_that_stands_alone_is_the_page_s() -> None:
    assert DIGEST not in _lines(below=f"<p>{DIGEST}</p>")


def test_a_section_with_a_list_or_a_label_like_others_is_the_text_s() -> None:
    seen = "We went through the records of the ministry since 2021."
    listed = f"<h3>Evidence</h3><ul><li>{seen}</li><li>The mite is likelier.</li></ul>"
    assert seen in _lines(below=listed)
    run = "The Safir lasted a day and a half in our loop; the Reem gave up six hours earlier."
    parts = (
        "<h2>Camera</h2><p>The Reem keeps faces honest in dim light and the Safir does not.</p>"
        f"<p>Winner: Reem</p><h2>Battery</h2><p>{run}</p><p>Winner: Safir</p>"
    )
    assert run in _lines(below=parts)


def test_the_last_who_speaks_under_a_heading_stays() -> None:
    said = (
        ("Salma (00:00)", "Welcome to a new part of it, with the engineer of the second plant."),
        ("Fahd (01:12)", "Well, plants like that fail where they begin with the chimneys."),
        ("Salma (04:45)", "So the trouble is the order in which all of that is done?"),
        ("Fahd (05:03)", "Exactly. The first of all questions has to be how people walk there."),
        ("Salma (31:20)", "And that brings us to the end."),
    )
    below = "".join(f"<h4>{name}</h4><p>{text}</p>" for name, text in said)
    assert said[-1][1] in _lines(below=below)


def test_what_heads_points_is_set_as_no_paragraph_of_the_text() -> None:
    points = (
        '<div class="half"><p class="go">Das gefällt uns</p><ul><li>Echte Tasten</li></ul></div>'
        '<div class="half"><p class="no">Das gefällt uns nicht</p><ul><li>Kein Etui</li></ul></div>'
    )
    wanted = {"Das gefällt uns", "Echte Tasten", "Das gefällt uns nicht", "Kein Etui"}
    assert wanted <= set(_lines(below=points))


def test_years_in_lines_of_their_own_above_what_happened_stay() -> None:
    told = {
        "1993": "The first line reached the town.",
        "1999": "The harbour opened it to all.",
        "2008": "The first mast was lifted.",
    }
    rows = (
        f'<div class="row"><span>{year}</span><p>{text}</p></div>' for year, text in told.items()
    )
    assert {*told, *told.values()} <= set(_lines(amid=f'<div class="rows">{"".join(rows)}</div>'))
    assert "1999" not in _lines(amid="<p>1993</p><p>1999</p><p>2008</p>")


def test_entries_in_boxes_that_tell_nothing_else_of_the_text_stay() -> None:
    entries = [Block(BlockKind.PARAGRAPH, text) for text in ("Camera", "A zoom.", "Chip", "New.")]
    lines = [Extracted(block, in_row=True) for block in entries]
    assert told_in_rows(lines, {entries[1]: UNIT}) == {entries[1]}
    assert not told_in_rows(lines, {entries[1]: "line:judged"})
    most = {entries[1]: UNIT, **dict.fromkeys(entries[2:], "line:judged")}
    assert not told_in_rows(lines, most)
    assert not told_in_rows([Extracted(block) for block in entries], {entries[1]: UNIT})
