"""Lines below a text in words that no rule knows, among those of its house."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest

from pipeline.extract import extract_article
from pipeline.lines.among_house import AMONG, among_house
from pipeline.lines.telling import goes_on
from pipeline.memory import EMPTY, learn
from pipeline.records import Article, Block, BlockKind, Page, Removed

NOW = datetime(2026, 11, 25, tzinfo=UTC)
TEXT = (
    "The council closed the old bridge on Monday after engineers had found cracks in two pillars.",
    "Ferries will carry commuters across the river until the repairs are finished, it said.",
    "Shopkeepers on the northern bank expect to lose a third of their customers this winter.",
    "Nobody was hurt when a first stone fell into the water last week.",
)
STRANGE = "Quills sharpened, kettle always warm."


def taken(*below: tuple[str, str | None], kind: BlockKind = BlockKind.PARAGRAPH) -> list[str]:
    """What is taken of the lines below a text, each with the rule that it went by already."""
    lines = [(text, None) for text in TEXT] + list(below)
    whole = [Block(BlockKind.PARAGRAPH if rule else kind, text) for text, rule in lines]
    whole[: len(TEXT)] = [Block(BlockKind.PARAGRAPH, text) for text in TEXT]
    removed = [Removed(text, rule, i) for i, (text, rule) in enumerate(lines) if rule]
    found = among_house(whole, removed, {})
    return [block.text for block in whole if block in found]


RIGHTS = ("All rights reserved.", "en:licence")
TAGS = ("Tags: bridges", "en:tags")
FOLLOW = ("Follow us on Mastodon", "en:follow-us")
ASK = ("Join our list", "line:notice")


@pytest.mark.parametrize(
    "below",
    [
        (RIGHTS, (STRANGE, None), FOLLOW),
        (FOLLOW, ASK, (STRANGE, None), TAGS),
        (RIGHTS, TAGS, (STRANGE, None)),
    ],
)
def test_what_stands_between_lines_of_the_house_is_its_own(
    below: tuple[tuple[str, str | None], ...],
) -> None:
    assert taken(*below) == [STRANGE]


def test_not_most_of_a_brief_text_is_its_houses() -> None:
    own = (
        "Every evening some forty quills are sharpened here, and the kettle sails on to an island.",
        "Ravens bring the ink, which is brewed from oak apples that nobody else would gather.",
    )
    lines = [
        (TEXT[0], None),
        ASK,
        FOLLOW,
        (own[0], None),
        FOLLOW,
        ASK,
        FOLLOW,
        (own[1], None),
        RIGHTS,
    ]
    whole = [Block(BlockKind.PARAGRAPH, text) for text, _ in lines]
    removed = [Removed(text, rule, i) for i, (text, rule) in enumerate(lines) if rule]
    assert among_house(whole, removed, {}) == frozenset()


def test_labels_that_a_source_repeats_do_not_tell_that_the_last_paragraph_is_its_house_s() -> None:
    last = (
        "Every evening some forty quills are sharpened here, and the kettle sails on to an island."
    )
    label = ("ADVERTISEMENT", "repeated-in-source")
    assert taken(label, label, (last, None), TAGS, label) == []
    assert taken(FOLLOW, ASK, (last, None), TAGS, label) == [last]
    assert taken(label, label, (STRANGE, None), TAGS, label) == [STRANGE]


def test_two_paragraphs_behind_an_advertisement_amid_a_text_are_its_last() -> None:
    last = [
        "Then ring the harbour master and ask for the ferry that nobody has asked about before.",
        "Write the answers down, and read them again a week later when the ice has gone, he said.",
    ]
    assert taken(FOLLOW, ASK, *((line, None) for line in last), TAGS, FOLLOW) == []


def test_two_lines_between_others_need_more_around_them() -> None:
    other = "Pigeons welcome, ravens by appointment."
    assert taken(RIGHTS, (STRANGE, None), (other, None), RIGHTS) == [STRANGE, other]
    assert taken(RIGHTS, (STRANGE, None), (other, None), FOLLOW) == []


@pytest.mark.parametrize(
    "below",
    [
        ((STRANGE, None), RIGHTS, TAGS),  # right below the text
        (FOLLOW, (STRANGE, None), RIGHTS),  # what a template puts between paragraphs too
        (("Ferry in the fog", "region:caption"), ("Harbour map", "line:links"), (STRANGE, None)),
        (RIGHTS, ("“Quills sharpened,” a clerk wrote, “kettle always warm.”", None), RIGHTS),
        (RIGHTS, ("— Quills sharpened, — said a clerk. — Kettle always warm.", None), RIGHTS),
        (RIGHTS, ("— Who will sharpen the quills?", None), RIGHTS),
        (RIGHTS, ("The repairs of the pillars cost the council nothing.", None), RIGHTS),
        (RIGHTS, (STRANGE, None), RIGHTS, (f"{TEXT[0]} {TEXT[1]}", None)),  # the text goes on
        (FOLLOW, TAGS, (f"“Quills are dear,” it said. {STRANGE}", None), RIGHTS),
        (("Our choir", "repeated-in-source"), (STRANGE, None), RIGHTS),  # may stand amid a text
    ],
)
def test_elsewhere_and_of_what_the_text_tells_it_is_the_text_s(
    below: tuple[tuple[str, str | None], ...],
) -> None:
    assert taken(*below) == []


def test_what_stands_above_the_paragraphs_of_a_text_is_its_own() -> None:
    opening = "Quills were sharpened in every cellar of the town while the kettle sang all night."
    others = (
        "Geese paid the price, for nobody had asked them before the feathers were plucked at dawn.",
        "By noon a dealer from the coast had bought whatever remained, without haggling at all.",
    )
    lines = [("A summary by machine", "en:made-with-ai"), (opening, None), FOLLOW]
    lines += [(text, None) for text in others] + [RIGHTS]
    whole = [Block(BlockKind.PARAGRAPH, text) for text, _ in lines]
    removed = [Removed(text, rule, i) for i, (text, rule) in enumerate(lines) if rule]
    assert not among_house(whole, removed, {})


def test_headings_and_items_stay() -> None:
    assert taken(RIGHTS, (STRANGE, None), RIGHTS, kind=BlockKind.LIST_ITEM) == []


def test_a_source_s_line_is_learned_where_its_place_tells_it() -> None:
    def read(number: int) -> Article:
        lines = [f"{text} ({number})" for text in TEXT]
        below = ("Tags: bridges", STRANGE, "Copyright 2026 The Example. All rights reserved.")
        html = "".join(f"<p>{text}</p>" for text in (*lines, *below))
        url = f"https://news.example/story-{number}"
        page = f"<title>Story {number}</title><article><h1>Story {number}</h1>{html}</article>"
        found = extract_article(Page(url, url, page.encode(), NOW, charset="utf-8"), EMPTY, NOW)
        assert isinstance(found, Article)
        return found

    article = read(1)
    assert AMONG in {removed.rule for removed in article.removed if removed.text == STRANGE}
    known = learn(EMPTY, article, date(2026, 11, 25))
    assert "quillssharpenedkettlealwayswarm" in known.lines


@pytest.mark.parametrize(
    ("line", "language"),
    [
        ("But quills were dear that winter, and so was ink.", "en"),
        ("Doch Federn waren teuer in jenem Winter, und Tinte auch.", "de"),
        ("وتراجعت أسعار الريش مع نهاية الشتاء.", "ar"),
        ("وسيُعقد الاجتماع المقبل في آذار.", "ar"),
        ("لذلك اتفق أهالي الواحة على شراء مقص واحد.", "ar"),
        ("غير أن الكلفة تظل عائقا أمام الصغار.", "ar"),
        ("בינתיים עברו שלושה דיירים למדרגות, והן שותקות.", "he"),
        ("לדבריהם, הנוצות היו יקרות באותו חורף.", "he"),
    ],
)
def test_what_goes_on_from_the_sentence_above_is_the_text_s(line: str, language: str) -> None:
    lines = [(text, None) for text in TEXT] + [RIGHTS, (line, None), TAGS]
    whole = [Block(BlockKind.PARAGRAPH, text) for text, _ in lines]
    removed = [Removed(text, rule, i) for i, (text, rule) in enumerate(lines) if rule]
    assert not among_house(whole, removed, {}, language)
    assert goes_on(line, language)


def test_a_house_that_begins_so_speaks_to_its_readers() -> None:
    assert not goes_on("ويمكنكم متابعة أخبارنا على قناتنا", "ar")
    assert not goes_on("لذلك اشترك في نشرتنا", "ar")
    assert not goes_on("בנוסף, תוכלו להירשם לניוזלטר שלנו", "he")


def test_a_paragraph_between_two_offers_is_the_text_s() -> None:
    offer = ("Try our app for a month", "en:subscribers")
    told = "Quills and kettles fetched whatever a dealer from the coast would pay for them at noon."
    assert taken(offer, (told, None), FOLLOW) == []
    assert taken(RIGHTS, (told, None), RIGHTS) == [told]


def test_a_text_goes_on_below_a_box_of_the_house() -> None:
    last = "Every evening some forty quills are sharpened there, and the kettle sails to an island."
    letter = "<p>Follow us on Mastodon</p><p>Subscribe to our newsletter</p><p>Join our channel</p>"
    text = "".join(f"<p>{line}</p>" for line in TEXT[:3])
    rights = "<p>All rights reserved.</p>"
    for end, stays in (
        (f"<div>{letter}</div><p>{last}</p>{rights}", True),
        (f"{letter}<p>{last}</p>{rights}", False),
    ):
        html = (
            '<html lang="en"><body><article><h1>The old bridge</h1>'
            f'<div class="c_x">{text}{end}</div></article></body></html>'
        )
        url = "https://news.example/bridge/1"
        article = extract_article(Page(url, url, html.encode(), NOW), EMPTY, NOW)
        assert isinstance(article, Article)
        assert (last in article.text) == stays, article.text
