"""A house's offers to its readers are no text; what it reports of offers is."""

from __future__ import annotations

import pytest

from pipeline.offers import MAX_OFFERS, own_offers
from pipeline.records import Block, BlockKind

SITES = frozenset({"thecourier", "courier", "الأفقنيوز"})
PROSE = Block(BlockKind.PARAGRAPH, "The council voted to close the bridge, and nobody knows why.")


def _taken(text: str) -> bool:
    block = Block(BlockKind.PARAGRAPH, text)
    return block in own_offers((PROSE, block, PROSE), SITES)


@pytest.mark.parametrize(
    "text",
    [
        "Want to read this later? Start your Courier Premium subscription today.",
        "Subscribe to The Courier and stay ahead with more of your favourite writers.",
        "Sie lesen gerne den Courier? Eine Probemitgliedschaft gibt es für 30 Tage.",
        "Abonnez-vous au Courier et recevez chaque matin nos enquêtes dans votre boîte.",
        "اشترك في نشرة الأفق نيوز لتصلك أهم الأخبار كل صباح.",
    ],
)
def test_an_offer_of_the_house_is_no_text(text: str) -> None:
    assert _taken(text)


@pytest.mark.parametrize(
    "text",
    [
        "The maker told The Courier that you will need a subscription from next year.",
        "As The Courier wrote in May, you can end the subscription in the settings.",
        "“You pay for a subscription that you never use,” she wrote to the Courier.",
        "The subscription costs ten euros a month, and you can end it when you like.",
        "The Courier closed its office in Leeds last year, and you can rent it now.",
        "The Courier has 30,000 subscribers, twice as many as ten years ago.",
    ],
)
def test_what_is_told_of_offers_is_text(text: str) -> None:
    assert not _taken(text)


def test_an_article_about_the_house_s_own_offers_keeps_them() -> None:
    text = "With subscription {} to The Courier you get one letter more."
    kept = [Block(BlockKind.PARAGRAPH, text.format(n)) for n in range(MAX_OFFERS + 1)]
    assert own_offers(kept, SITES) == frozenset()
    assert own_offers(kept[1:], SITES) == frozenset(kept[1:])


def test_only_paragraphs_are_offers() -> None:
    heading = Block(
        BlockKind.HEADING, "Why you should end your subscription to The Courier", level=2
    )
    assert own_offers((PROSE, heading), SITES) == frozenset()
