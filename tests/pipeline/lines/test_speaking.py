"""Lines that speak to readers, by most of their words."""

from __future__ import annotations

import pytest

from pipeline.lines.speaking import is_spoken
from pipeline.records import Block, BlockKind


@pytest.mark.parametrize(
    ("language", "text", "spoken"),
    [
        ("en", "Our readers keep this newsroom going", True),
        ("en", "Would you pay for a letter like ours?", True),
        ("en", "Your subscription keeps us going.", True),
        ("ar", "كونوا من قراء نشرتنا كل صباح", True),
        ("fr", "Laissez-nous votre courriel", True),
        ("en", "The makers did not respond to a request for comment.", False),
        ("en", "«Share your story with our readers», she said", False),
        ("ar", "وشارك في المؤتمر خبراء من دول كثيرة.", False),
        ("es", "La empresa acusa a su rival de copiar sus planos.", False),
        ("de", "Die Leser wissen, dass sie ihre Beiträge teilen.", False),
        ("ar", "عودة إلى الأرض", False),
        ("ar", "اشترك 86,712 شخص في النشرة التي يكتبها سامر", False),
        ("ar", "اشترك في نشرتنا كل صباح", True),
        ("fa", "بازگشت به زمین", False),
        ("fa", "دولت به شرکت مهلت داد تا وضع خود را روشن کند.", False),
        (None, "Our readers keep this newsroom going", False),
    ],
)
def test_who_is_spoken_to(language: str | None, text: str, spoken: bool) -> None:
    assert is_spoken(Block(BlockKind.PARAGRAPH, text), language) is spoken
