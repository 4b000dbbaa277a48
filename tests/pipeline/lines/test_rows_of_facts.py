"""Facts in paragraphs one below another, which rules know by their labels as a page's."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from pipeline.clean import clean_blocks
from pipeline.lines.site_words import site_lines
from pipeline.page.pieces import Extracted
from pipeline.records import Block, BlockKind

NEWS = [f"أقر المجلس البلدي إغلاق الجسر رقم {n} عاما كاملا أمام الشاحنات." for n in range(3)]
GAME = ["تاريخ الإصدار: ربيع 2027", "النوع: مغامرات", "اللغة: العربية", "المدة: 12 ساعة"]
LANGUAGE = GAME[2]
PRICES = ["الاشتراك الشهري: 9 دولارات", "عدد الأجهزة: خمسة", "السعة: 5 غيغابايت", "اللون: أسود"]


def _blocks(texts: Sequence[str]) -> list[Block]:
    return [Block(BlockKind.PARAGRAPH, text) for text in texts]


def _gone(texts: Sequence[str], linked: float = 0.0) -> list[str]:
    lines = [Extracted(block, linked=linked) for block in _blocks(texts)]
    kept = [block.text for block in clean_blocks(lines, language="ar").kept]
    return [text for text in texts if text not in kept]


def test_a_page_s_fact_is_the_text_s_among_more_that_stay() -> None:
    assert _gone([*NEWS[:2], *GAME, NEWS[2]]) == []
    assert _gone([*NEWS[:2], LANGUAGE, NEWS[2]]) == [LANGUAGE]
    assert _gone([*NEWS[:2], *GAME[1:], NEWS[2]]) == [LANGUAGE]  # two beside it are too few
    assert LANGUAGE in _gone([*NEWS[:2], *GAME, NEWS[2]], linked=1.0)


@pytest.mark.parametrize("others", [PRICES[1:], PRICES[1:3]])
def test_a_price_is_the_text_s_among_more_facts(others: Sequence[str]) -> None:
    kept = _blocks([*NEWS[:2], PRICES[0], *others, NEWS[2]])
    assert bool(site_lines(kept, "ar")) is (len(others) < 3)
