"""Texts in parts of one form: entries that lead elsewhere, sentences beside pictures, and what
stands above and below such parts."""

from __future__ import annotations

import pytest

from tests.pipeline.bodies.test_plain_bodies import FIRST, OTHERS, SECOND, TITLE, kept

LINES = [FIRST, SECOND, *OTHERS]
ENTRY = (
    "<div class=item><h2><a href='{href}'>Ferry {n}</a></h2><p>{line}</p>"
    "<a class=b href='{href}'>See</a></div>"
)


def _page(body: str) -> str:
    return f"<div><h1>{TITLE}</h1><div>{body}</div></div>"


def _entries(address: str) -> str:
    return "".join(
        ENTRY.format(n=n, line=line, href=address.format(n=n)) for n, line in enumerate(LINES)
    )


def test_entries_that_lead_to_a_site_each_are_the_text() -> None:
    assert [
        line for line in kept(_page(_entries("https://ferry{n}.example/"))) if line in LINES
    ] == LINES


@pytest.mark.parametrize("address", ["/news/{n}", "https://ads.example/{n}"])
def test_cards_that_lead_to_one_site_are_none(address: str) -> None:
    own = "".join(f"<p>{line}</p>" for line in LINES)
    cards = "".join(
        ENTRY.format(
            n=n, line="A ferry carries cars and people over a river.", href=address.format(n=n)
        )
        for n in range(4)
    )
    assert kept(_page(f"{own}<div>{cards}</div>")) == LINES


def test_short_sentences_beside_pictures_are_told_with_the_longer_ones() -> None:
    lines = [line if n % 2 else f"{line} {line.lower()} {line}" for n, line in enumerate(LINES)]
    rows = "".join(
        f"<div class=media><img src='/{n}.jpg'><div class=media-body>{line}</div></div>"
        for n, line in enumerate(lines)
    )
    assert kept(_page(rows)) == lines


def test_paragraphs_above_a_text_between_breaks_stay() -> None:
    above = ("Nobody had hurried to mend its ramp.", "Two keepers look after a lamp.")
    told = "".join(f"<p>{line}</p>" for line in above)
    assert kept(_page(f"{told}{'<br><br>'.join(LINES)}")) == [*above, *LINES]


def test_a_last_sentence_below_parts_stays() -> None:
    parts = "".join(
        f"<section><h2>Part {n}</h2><p>{line}</p><p>{line.lower()}</p></section>"
        for n, line in enumerate(LINES)
    )
    last = "The lamp on the quay has not been lit since."
    assert kept(_page(f"<p>{FIRST[:60]}.</p>{parts}<p>{last}</p>"))[-1] == last
