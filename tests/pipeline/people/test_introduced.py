"""Whom the last line of a text introduces, and who only says something in it."""

from __future__ import annotations

import pytest

from pipeline.people.introduced import introduced_author
from pipeline.records import Block, BlockKind

FIRST = Block(BlockKind.PARAGRAPH, "بازار در ماه گذشته آرام بود و کسی از آن سخن نگفت.")


@pytest.mark.parametrize(
    ("last", "names"),
    [
        ("مریم کریمی، پژوهشگر اقتصاد است.", ("مریم کریمی",)),
        ("مریم کریمی، پژوهشگر اقتصاد، می‌گوید که بازار آماده نیست.", ()),
        ("مریم کریمی، پژوهشگر معتقد است داده‌ها برای این کار کافی نیست.", ()),
        ("سارة أحمد، الباحثة في الاقتصاد ترى أن السوق ليست جاهزة.", ()),
        ("مریم کریمی، پژوهشگر اقتصاد، تأکید کرد که بازار آماده نیست.", ()),
        ("سارة أحمد، باحثة في الاقتصاد، تؤكد أن السوق ليست جاهزة.", ()),
        ("سارة أحمد، باحثة في الاقتصاد.", ("سارة أحمد",)),
        ("Diese Woche ist Professor Ruge bei uns zu Gast und spricht über die Zukunft.", ()),
        ("Jana Roth ist Professorin für Physik.", ("Jana Roth",)),
        ("ئاکۆ عەزیز، توێژەر لە بواری ئابووری، دەڵێت بازاڕ ئامادە نییە.", ()),
    ],
)
def test_who_says_something_behind_what_they_do_wrote_nothing(
    last: str, names: tuple[str, ...]
) -> None:
    assert introduced_author([FIRST, Block(BlockKind.PARAGRAPH, last)], frozenset()) == names
