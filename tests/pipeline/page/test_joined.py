"""Texts that hold a part, found in all of them at once."""

from __future__ import annotations

import pytest

from pipeline import live_blog, paywall, tag_rows
from pipeline.page.html import parse_text
from pipeline.page.joined import Joined
from pipeline.titles import headings


@pytest.mark.parametrize(
    ("texts", "parts", "found"),
    [
        (["entry-title", "box", "Post-Title x", "subtitle"], ["title"], [0, 2, 3]),
        (["a b", "b", "ab"], ["b", "a"], [0, 1, 2]),
        (["İlan-TITLE", "box", "title"], ["title"], [0, 2]),
        (["x", ""], ["tag"], []),
        ([], ["tag"], []),
    ],
)
def test_those_that_hold_a_part_are_found_whatever_their_letters(
    texts: list[str], parts: list[str], found: list[int]
) -> None:
    assert {*Joined(texts).that_hold(*parts)} == {texts[number] for number in found}


def test_each_is_found_once() -> None:
    assert Joined(["tag-list topic"]).that_hold("tag", "topic") == ["tag-list topic"]


NAMES = {
    headings: [
        "entry-title", "post_headline", "article-heading", "headline", "titre-article", "p-name",
        "title-news", "headline_story",
    ],
    paywall: [
        "paywall", "paid-content", "premium-content", "subscriber-only", "subscribers-only",
        "piano-offer", "tp-container-inner", "poool-widget", "zephr-x", "regwall",
        "metered-content", "premium-gate", "member-locked", "article-locked", "content-barrier",
        "paid-gate", "subscribe-box", "suscriptor_wall", "abo-gate", "abo_notice", "abonne-prompt",
        "premium_message", "members-only", "member-overlay", "abonnement_muro", "post-upgrade-cta",
        "mepr-unauthorized", "pmpro_content", "memberships-restriction", "restrict-content",
        "restricted", "restriction", "leaky_paywall", "lp-msg",
    ],
}  # fmt: skip


@pytest.mark.parametrize("name", NAMES[headings])
def test_what_headlines_are_called_holds_one_of_their_parts(name: str) -> None:
    assert headings._is_headline_name(name)
    assert Joined([name]).that_hold(*headings._NAME_PARTS)


@pytest.mark.parametrize("name", NAMES[paywall])
def test_what_paywalls_are_called_holds_one_of_their_parts(name: str) -> None:
    assert paywall._is_paywall_name(name)
    assert Joined([name]).that_hold(*paywall._NAME_PARTS)


@pytest.mark.parametrize("name", ["liveblog-post", "LiveTicker", "lb-post", "lb_entry"])
def test_the_names_of_reports_hold_theirs(name: str) -> None:
    doc = parse_text(f'<div class="{name}">x</div>', "https://a.example/b")
    may_be = doc.class_names.that_hold("live", "lb")
    assert may_be == [name]
    assert live_blog._is_name(name)


def test_a_page_knows_its_classes_as_written() -> None:
    doc = parse_text('<p class="Tag-List a">x</p><p class="b">y</p>', "https://a.example/b")
    assert doc.class_names.that_hold(*tag_rows._NAME_PARTS) == ["Tag-List a"]
