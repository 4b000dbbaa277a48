"""Boxes of links that are pictures alone."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from pipeline.extract import extract_article
from pipeline.memory import EMPTY
from pipeline.records import Article, Page

NOW = datetime(2026, 11, 30, tzinfo=UTC)
TEXT = (
    "The council closed the old bridge on Monday after engineers had found cracks in two pillars.",
    "Ferries will carry commuters across the river until the repairs are finished, it said.",
    "Shopkeepers on the northern bank expect to lose a third of their customers this winter.",
)
NETWORKS = "".join(
    f"<a href='https://{host}'><svg></svg></a>" for host in ("www.facebook.com/quill", "t.me/quill")
)
SHOPS = "".join(
    f"<a href='https://{host}'><img src='/badge.svg' alt=''></a>"
    for host in ("apps.apple.com/app/quill", "play.google.com/store/apps/details?id=quill")
)


def read(box: str) -> list[str]:
    html = (
        f"<title>Bridge closed</title><article><h1>Bridge closed</h1><div><p>{TEXT[0]}</p>"
        f"<div class=k>{box}</div><p>{TEXT[1]}</p><p>{TEXT[2]}</p></div></article>"
    )
    page = Page("https://a.example/1", "https://a.example/1", html.encode(), NOW, charset="utf-8")
    found = extract_article(page, EMPTY, NOW)
    assert isinstance(found, Article)
    return found.text.split("\n\n")


@pytest.mark.parametrize(
    "box",
    [
        f"<h4>Where the quills are</h4>{NETWORKS}",
        f"<h4>Quill in the pocket</h4><p>What the tide brought in, wherever you are.</p>{SHOPS}",
    ],
)
def test_what_stands_beside_badges_of_networks_and_shops_goes(box: str) -> None:
    assert read(box) == list(TEXT)


@pytest.mark.parametrize("badges", [NETWORKS, SHOPS])
def test_a_heading_beside_one_badge_stays(badges: str) -> None:
    one = badges[: badges.index("</a>") + 4]
    assert read(f"<h4>What the ferries cost</h4>{one}")[1] == "What the ferries cost"
