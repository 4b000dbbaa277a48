"""Notes within a text, and the line that a page describes itself with."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from pipeline.extract import extract_article
from pipeline.memory import EMPTY
from pipeline.records import Article, Page

NOW = datetime(2026, 11, 25, 12, tzinfo=UTC)
URL = "https://www.quayball.example/story"
TITLE = "The nightly release was poisoned"
LINES = [
    "The workflow of the harbour office runs on the branch that everyone can read, so that every "
    "issue restores what another job has left there before it began to run that night.",
    "Nobody had thought of the entries that are kept between two runs, because the room for them "
    "was ten gigabytes for years, and the oldest of them went away after seven days.",
    "An attacker fills that room within minutes now, and what the release finds there in the "
    "morning is what somebody else has written into it during the night before.",
]


def _text(body: str, head: str = "") -> list[str]:
    html = f"<html lang=en><title>{TITLE}</title>{head}<main><h1>{TITLE}</h1>{body}</main>"
    result = extract_article(Page(URL, URL, html.encode(), NOW), EMPTY, NOW)
    assert isinstance(result, Article)
    return result.text.split("\n")


@pytest.mark.parametrize("called", ["callout-title", "admonition-title"])
def test_the_title_of_a_note_is_the_text_s(called: str) -> None:
    first, second, third = (f"<p>{line}</p>" for line in LINES)
    note = (
        "<aside class='callout rounded-lg' role=note><div class='flex gap-3'><div class=icon></div>"
        f"<div class=content><p class='{called} mb-1'> The Overlooked Cache Scope </p>"
        f"<div class='callout-body'>{second}</div></div></div></aside>"
    )
    more = "".join(f"<p>{line.replace('the', 'that')}</p>" for line in LINES)
    page = f"<div class=prose>{first}{note}{third}{more}</div>"
    assert "The Overlooked Cache Scope" in _text(page)


def test_what_a_page_is_described_by_is_no_offer_of_its_house() -> None:
    said = (
        "The time has come for all of Quay Harbour League to turn from the present and look "
        "toward the future as the players begin tonight."
    )
    rest = (
        "It is the only sport that holds its draft amid the season, and its clubs look for "
        "pitchers who will throw the ball for them in three years.",
        "The draft will take place tonight through Saturday, with a show before it on the network "
        "of the league, from six in the evening, as in all the years before.",
        "Eight percent was added to the pools, and nobody knows yet how the clubs will spend it.",
    )
    body = "<p>Few clear-cut choices make teams work harder</p>" + "".join(
        f"<p>{line}</p>" for line in (said, *rest)
    )
    head = f"<meta name=description content='{said}'>"
    name = "<meta property='og:site_name' content='Quay Harbour League'>"
    assert said in _text(body, name + head)
