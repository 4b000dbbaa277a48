"""Lines that are left of boxes amid a text, and lists of titles below it."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from pipeline.extract import extract_article
from pipeline.lines.listed_below import listed_below
from pipeline.memory import EMPTY
from pipeline.records import Article, Block, BlockKind, Page, Removed

NOW = datetime(2026, 11, 25, tzinfo=UTC)
TEXT = (
    "The council closed the old bridge on Monday after engineers had found cracks in two pillars.",
    "Ferries will carry commuters across the river until the repairs are finished, it said.",
    "Shopkeepers on the northern bank expect to lose a third of their customers this winter.",
    "A second opinion from the county's own engineers is expected before the end of the month.",
)


def read(inset: str = "", below: str = "") -> str:
    lines = [f"<p>{line}</p>" for line in TEXT]
    lines[2:2] = [inset]
    html = (
        f"<title>Bridge closed</title><main><h1>Bridge closed</h1><div class='c_1'>{''.join(lines)}"
        f"</div>{below}</main>"
    )
    page = Page("https://a.example/1", "https://a.example/1", html.encode(), NOW, charset="utf-8")
    found = extract_article(page, EMPTY, NOW)
    assert isinstance(found, Article)
    return found.text


LINKS = "<ul><li><a href='/1'>Lithium is dearer than ever</a></li></ul>"


@pytest.mark.parametrize(
    "inset",
    [
        f"<div class='k'><strong>On the same tide</strong>{LINKS}</div>",
        "<div class='k'><p>Beavers return to the Alder</p><span>Watch the full video</span></div>",
    ],
)
def test_the_line_that_is_left_of_a_box_goes_with_its_others(inset: str) -> None:
    assert read(inset) == "\n\n".join(TEXT)


@pytest.mark.parametrize(
    ("inset", "line"),
    [
        (f"<div class='k'><p>The bridge had stood since 1894.</p>{LINKS}</div>", "since 1894"),
        (f"<div class='k'><h2>What now</h2><p>Nobody knows yet.</p>{LINKS}</div>", "What now"),
    ],
)
def test_sentences_and_heads_of_text_stay(inset: str, line: str) -> None:
    assert line in read(inset)


TAGS = "Tags: bridges, council"
TITLES = ("Beavers return to the river Alder", "Lithium is dearer than ever")


def _listed(above: str, *items: str, behind: str = "", known: str = "") -> bool:
    """Whether a heading and the items below it go behind a text and one line above that went; one
    of the items may be `known` as another's title."""
    text = [Block(BlockKind.PARAGRAPH, line) for line in TEXT]
    gone = Block(BlockKind.PARAGRAPH, above)
    listed = [Block(BlockKind.HEADING, "Out of the drawer", 3)]
    listed += [Block(BlockKind.LIST_ITEM, item) for item in items]
    last = [Block(BlockKind.PARAGRAPH, behind)] if behind else []
    rule = "en:tags" if above == TAGS else "line:links"
    removed = [Removed(above, rule, len(text))]
    titles = {block: "other-article" for block in listed if block.text == known}
    found = listed_below([*text, gone, *listed, *last], removed, titles)
    assert found in (frozenset(), frozenset(listed) - titles.keys())
    return bool(found)


def test_a_list_of_titles_behind_the_end_of_a_text_goes() -> None:
    assert _listed(TAGS, *TITLES)
    assert _listed(TAGS, *TITLES, known=TITLES[1])
    assert not _listed("Read the minutes", *TITLES)  # below which a text goes on
    assert not _listed(TAGS, *TITLES, behind="Shopkeepers will be heard in spring.")
    assert not _listed(TAGS, "The council closed the old bridge", "Engineers found the cracks")
    assert not _listed(TAGS, "Two eggs", "A litre of milk")


def test_a_line_below_the_label_of_an_advertisement_goes_with_it() -> None:
    label = "<span>Sponsored content</span>"
    assert read(
        f"<div class='k'>{label}<div>Which lamp fits your kitchen?</div></div>"
    ) == "\n\n".join(TEXT)


@pytest.mark.parametrize(
    ("rules", "goes"),
    [
        (("region:author-box", "line:unconfirmed"), True),
        (("region:comments", "region:embed"), True),
        (("line:unconfirmed",), True),
        (("region:embed", "region:advertisement"), False),
        ((), False),
    ],
)
def test_topics_below_boxes_with_which_a_text_had_ended_go(
    rules: tuple[str, ...], goes: bool
) -> None:
    text = [Block(BlockKind.PARAGRAPH, line) for line in TEXT]
    gone = [Block(BlockKind.PARAGRAPH, f"Box {n} of the house") for n in range(len(rules))]
    topics = [Block(BlockKind.LIST_ITEM, topic) for topic in ("bridges", "council", "rivers")]
    removed = [Removed(box.text, rules[n], len(text) + n) for n, box in enumerate(gone)]
    found = listed_below([*text, *gone, *topics], removed, {})
    assert found == (frozenset(topics) if goes and len(rules) > 1 else frozenset())


@pytest.mark.parametrize(
    ("said", "call"),
    [
        ("El canal de WhatsApp de la Ría: sin ruido, tres avisos al día.", "Únete"),
        ("Der Bote auf WhatsApp: drei Meldungen am Tag, kein Lärm.", "Beitreten"),
        ("Our Telegram channel has three alerts a day and no noise.", "Join"),
        ("Kıyı Haber WhatsApp kanalı: günde üç bildirim, gürültü yok.", "Katıl"),
    ],
)
def test_a_sentence_on_a_channel_above_a_link_to_it_goes(said: str, call: str) -> None:
    link = f"<a href='#'>{call}</a>"
    more = "".join(f"<p>{line[:-1]}, as was said.</p>" for line in TEXT)
    assert said not in read(f"<div class='k'><p>{said}</p>{link}</div>{more}")
    assert said in read(f"<p>{said}</p>{more}")


def test_a_sentence_above_a_link_that_names_no_channel_stays() -> None:
    said = "WhatsApp closed the accounts of two thousand sellers in the county."
    more = "".join(f"<p>{line[:-1]}, as was said.</p>" for line in TEXT)
    assert said in read(f"<div class='k'><p>{said}</p><a href='#'>Read</a></div>{more}")


@pytest.mark.parametrize("label", ["A word from our sponsor", "رسالة من الراعي", "Sponsored"])
def test_what_a_sponsor_says_below_the_label_of_its_box_goes(label: str) -> None:
    said = "Hosting from three dollars a month. Try it for thirty days."
    more = "".join(f"<p>{line[:-1]}, as was said.</p>" for line in TEXT)
    box = f"<div class='callout'><strong>{label}</strong><p>{said}</p></div>"
    assert said not in read(f"{box}{more}")
    assert said in read(f"<div class='callout'><strong>Prices</strong><p>{said}</p></div>{more}")
