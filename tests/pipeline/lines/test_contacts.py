"""Whom to call about a text, below it, and what only looks so."""

from __future__ import annotations

import pytest

from pipeline.clean import clean_blocks
from pipeline.lines.contacts import CONTACTS
from pipeline.page.pieces import Extracted
from pipeline.records import Block, BlockKind

PROSE = "The council voted to close bridge {}, and nobody in the town knows why it did."
TEXT = [Block(BlockKind.PARAGRAPH, PROSE.format(number)) for number in range(4)]
PERSON = ("Jonas Petrik", "Head of communications", "+49 6221 54 1234", "petrik@paper.example")


def _heading(text: str) -> Block:
    return Block(BlockKind.HEADING, text, 3)


def _items(*texts: str) -> list[Block]:
    return [Block(BlockKind.LIST_ITEM, text) for text in texts]


def _lines(*texts: str) -> list[Block]:
    return [Block(BlockKind.PARAGRAPH, text) for text in texts]


def _left(*below: Block, language: str = "en") -> list[str]:
    lines = [Extracted(block) for block in (*TEXT, *below)]
    kept = clean_blocks(lines, language=language).kept
    assert list(kept[: len(TEXT)]) == TEXT
    return [block.text for block in kept[len(TEXT) :]]


@pytest.mark.parametrize(
    "label",
    [
        "Contact", "Press Contacts", "Media Contact:", "Investor Relations Contact", "Kontakt:",
        "Ansprechpartner", "Contacts presse", "Datos de contacto", "Contatti per la stampa",
        "Contato", "Basın iletişim", "Контакты", "جهات الاتصال", "للاستفسارات الإعلامية:",
        "媒体联系人",
        "お問い合わせ先", "언론 문의",
    ],
)  # fmt: skip
def test_a_label_and_who_is_reached_below_it_go(label: str) -> None:
    assert _left(_heading(label), *_lines(*PERSON)) == []
    assert _left(_heading(label), *_lines("\n".join(PERSON))) == []
    assert _left(*_lines("\n".join((label, *PERSON)))) == []
    assert _left(_heading(label), *_lines(", ".join(PERSON))) == []


@pytest.mark.parametrize("label", ["Press contact", "Pressekontakt", "للتواصل الإعلامي:"])
def test_a_telephone_is_enough_below_a_label_of_the_press(label: str) -> None:
    assert _left(_heading(label), *_lines("\n".join(PERSON[:3]))) == []
    assert _left(_heading(label), *_lines("Lea Ruiz", "91 234 56 78")) == []


def test_who_is_reached_for_others_goes_too() -> None:
    below = [*_lines("Media:\nLea Moss\n414-555-0143"), *_lines("Investors:\nRob Hale")]
    assert _left(_heading("Media contacts"), *below) == []


def test_lines_of_a_release_below_whom_to_call_are_at_its_end() -> None:
    below = _lines("For immediate release", "SOURCE Norvane", "Press release no. 41/2026", "###")
    more = _lines("Bridge.example", "One more", "And one", "And another", "Press kit (PDF)")
    assert _left(_heading("Contact"), *_lines(*PERSON), *below) == []
    assert CONTACTS in {
        removed.rule
        for removed in clean_blocks(
            [Extracted(b) for b in (*TEXT, _heading("Contact"), *_lines(*PERSON), *more)]
        ).removed
    }


@pytest.mark.parametrize(
    "below",
    [
        # a film, with no word of how anybody is reached
        (_heading("Contact"), *_lines("Jodie Foster plays the lead, and sees the sky answer.")),
        # numbers that nobody calls
        (_heading("Contacts"), *_lines("Close: 1,204,000 people", "Distant: 45 120 000 people.")),
        # sentences
        (_heading("Contact"), *_lines("Ring the museum on 020 7946 0123 before you come.")),
        # what the text is about
        (_heading("Helplines"), *_lines("Samaritans: 020 7946 0123 day and night.")),
        # telephones of a guide
        (
            _heading("More information"),
            *_items("Ferry: twice a day", "Tourists: 020 7946 0123"),
        ),
        (_heading("Kontakt"), *_items("Seelsorge: 0800 1110111", "Hafenamt: 030 1234567")),
        (Block(BlockKind.CODE, "contact\nname = Jane\nmail = jane@heron.example"),),
        (
            _heading("Press contact"),
            *(Block(BlockKind.TABLE_ROW, row) for row in ("Sea | 020 7946 0123", "Shop | 16-20")),
        ),
        # a list with its heading behind it
        (
            _heading("Press contact"),
            *_lines("Ferry shop, 020 7946 0123"),
            _heading("What to bring"),
            *_items("A coat against the wind", "Bread for the gulls"),
        ),
        # a text that goes on
        (
            _heading("Contact"),
            *_lines("Museum of Bridges", "020 7946 0123 on weekdays"),
            _heading("What to see"),
            *TEXT,
        ),
    ],
)
def test_what_only_looks_like_it_stays(below: tuple[Block, ...]) -> None:
    assert _left(*below) == [block.text for block in below]
