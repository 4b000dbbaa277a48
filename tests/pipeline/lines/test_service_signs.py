"""Lines below a text with a mailbox of its site."""

from __future__ import annotations

import pytest

from pipeline.lines.service_signs import own_mailboxes
from pipeline.records import Block, BlockKind

SITES = frozenset({"thecourier", "courierexample"})
PROSE = tuple(
    Block(BlockKind.PARAGRAPH, f"The council voted on bridge {number}, and nobody knows why.")
    for number in range(5)
)


def _taken(text: str, place: int = len(PROSE)) -> bool:
    block = Block(BlockKind.PARAGRAPH, text)
    return block in own_mailboxes((*PROSE[:place], block, *PROSE[place:]), SITES)


@pytest.mark.parametrize(
    "text",
    [
        "Chi volesse segnalarci un guasto può scrivere a sportello@courier.example",
        "Kto něco viděl, ať se ozve na tipy@courier.example.",
        "لمن لديه رواية أخرى عما جرى: desk@courier.example",
    ],
)
def test_a_mailbox_of_the_site_below_a_text_is_the_houses(text: str) -> None:
    assert _taken(text)
    assert not _taken(text, place=1)


@pytest.mark.parametrize(
    "text",
    [
        "Who saw the crane fall is asked to write to the port at crane@harbour.example.",
        "Jane Okafor, jane@courier.example",
        "“Write to desk@courier.example and nobody answers,” the mayor said on Monday.",
        "Places for 12 May are given away to who writes to desk@courier.example first.",
    ],
)
def test_others_mailboxes_names_sayings_and_terms_stay(text: str) -> None:
    assert not _taken(text)
