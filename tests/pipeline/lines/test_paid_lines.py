"""Single lines with a price amid a text: offers of shops, and what a share costs."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from pipeline.extract import extract_article
from pipeline.memory import EMPTY
from pipeline.records import Article, Page

NOW = datetime(2026, 11, 25, tzinfo=UTC)
TEXT = (
    "The council closed the old bridge on Monday after engineers had found cracks in two pillars.",
    "Ferries will carry commuters across the river until the repairs are finished, it said.",
    "Shopkeepers on the northern bank expect to lose a third of their customers this winter.",
    "A second crossing, a mile upstream, is to be widened before the summer, the mayor added.",
)
SHOP = "<a rel='sponsored nofollow' href='https://shop.example/1'>Harbour Shop</a>"


def read(*lines: str) -> list[str]:
    first, *others = TEXT
    text = "".join(f"<p>{line}</p>" for line in (first, *lines, *others))
    html = f"<title>Bridge closed</title><article><h1>Bridge closed</h1><div>{text}</div></article>"
    page = Page("https://a.example/1", "https://a.example/1", html.encode(), NOW, charset="utf-8")
    found = extract_article(page, EMPTY, NOW)
    assert isinstance(found, Article)
    return [block.text for block in found.blocks]


@pytest.mark.parametrize(
    "line",
    [
        f"Folding stool with a canvas seat for $39 at {SHOP} (reg. $60)",
        f"Klapphocker für 39,90 Euro bei {SHOP}",
        "Molo-Aktie: 41,30 € (+1,2 %)",
        "Azioni Molo 7,42 euro (-0,4%)",
    ],
)
def test_a_line_with_a_price_goes(line: str) -> None:
    assert read(line) == list(TEXT)


@pytest.mark.parametrize(
    "lines",
    [
        [f"The stool costs $39 at {SHOP}, where the last one was sold on Monday."],
        ["The stool with a canvas seat for $39 at <a href='/2'>the shop on the quay</a>"],
        [f"Stool number {n} for ${n}9 at {SHOP}" for n in range(3, 7)],
        [f"Molo {n}: 41,3{n} € (+1,{n} %)" for n in range(3, 7)],
    ],
)
def test_what_tells_of_prices_stays(lines: list[str]) -> None:
    assert len(read(*lines)) == len(TEXT) + len(lines)
