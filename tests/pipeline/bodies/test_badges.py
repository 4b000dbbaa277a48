"""Boxes of links that are pictures alone."""

from __future__ import annotations

import pytest

from tests.pipeline.bodies.nameless_page import TEXT, kept_beside

NETWORKS = "".join(
    f"<a href='https://{host}'><svg></svg></a>" for host in ("www.facebook.com/quill", "t.me/quill")
)
SHOPS = "".join(
    f"<a href='https://{host}'><img src='/badge.svg' alt=''></a>"
    for host in ("apps.apple.com/app/quill", "play.google.com/store/apps/details?id=quill")
)


def _kept(box: str) -> list[str]:
    return kept_beside(f"<div class=k>{box}</div>", TEXT, 1)


@pytest.mark.parametrize(
    "box",
    [
        f"<h4>Where the quills are</h4>{NETWORKS}",
        f"<h4>Quill in the pocket</h4><p>What the tide brought in, wherever you are.</p>{SHOPS}",
    ],
)
def test_what_stands_beside_badges_of_networks_and_shops_goes(box: str) -> None:
    assert _kept(box) == [*TEXT]


@pytest.mark.parametrize("badges", [NETWORKS, SHOPS])
def test_a_heading_beside_one_badge_stays(badges: str) -> None:
    one = badges[: badges.index("</a>") + 4]
    assert _kept(f"<h4>What the ferries cost</h4>{one}")[1] == "What the ferries cost"
