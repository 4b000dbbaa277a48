"""Redirects of every kind of request: none of them leads to a private place."""

from __future__ import annotations

import json
from collections.abc import Iterator
from urllib.parse import quote

import pytest
from canary import Canary
from crawl_desk import Desk
from news_server import Answer, NewsServer

KINDS = ("feeds", "sitemaps", "wordpress")
SECTION = "/tech/"


@pytest.fixture
def canary() -> Iterator[Canary]:
    with Canary() as canary:
        yield canary


def moved(place: str) -> Answer:
    return Answer(status=302, headers={"Location": quote(place, safe=":/?#[]@\\<>=,();")})


def refreshed(place: str) -> Answer:
    return Answer(f'<meta http-equiv=refresh content="0;url={place}">')


def test_lists_lead_to_no_private_place(canary: Canary, desk: Desk) -> None:
    ways = {"moved": moved, "refreshed": refreshed}
    with NewsServer({SECTION: Answer("<h1>تقنية</h1>")}) as server:
        paths = {
            f"/{kind}/{way}/{name.replace(' ', '-')}": make(place)
            for kind in KINDS
            for way, make in ways.items()
            for name, place in canary.places().items()
        }
        server.routes |= paths
        lists = {kind: [server.url(path) for path in paths if path.startswith(f"/{kind}/")]
                 for kind in KINDS}  # fmt: skip
        more = "\n".join(f"{kind} = {json.dumps(urls)}" for kind, urls in lists.items())
        desk.watch("moved", server.url(SECTION), more=more)
        crawled = desk.crawl("moved")
        asked = set(server.asked())
    assert paths.keys() <= asked
    assert crawled.ended["state"] == "finished", crawled.stderr
    assert canary.connections == 0
    reasons = crawled.ended["counts"]["reasons"]
    assert set(reasons) <= {
        "listing:redirected-away", "listing:private-address", "listing:bad-url",
        "listing:http-error", "listing:gone", "listing:not-html", "listing:undecodable",
        "listing:no-links",
    }  # fmt: skip


@pytest.mark.parametrize("place", ["address", "name", "mapped", "https", "file"])
def test_robots_txt_leads_to_no_private_place(canary: Canary, desk: Desk, place: str) -> None:
    with NewsServer() as server:
        server.routes["/robots.txt"] = moved(canary.places()[place])
        desk.watch("moved", server.url(SECTION))
        desk.crawl("moved")
        assert "/robots.txt" in server.asked()
    assert canary.connections == 0


def test_pages_in_the_browser_lead_to_no_private_place(
    canary: Canary, desk: Desk, chromium: None
) -> None:
    places = canary.places()
    pages = {
        "/2026/moved-to-a-name": moved(places["name"]),
        "/2026/moved-to-an-address": moved(places["decimal"]),
        "/2026/moved-to-a-file": moved(places["file"]),
        "/2026/refreshed-to-ipv6": refreshed(places["ipv6"]),
        "/2026/by-a-script": Answer(f"<script>location = {json.dumps(places['any'])}</script>"),
        "/2026/by-a-form": Answer(
            f"<form method=post action={places['short']}></form>"
            "<script>document.forms[0].submit()</script>"
        ),
        "/2026/by-its-parts": Answer(
            f"<iframe src={places['mapped']}></iframe><script src={places['name']}></script>"
            f"<script>new WebSocket('ws://127.0.0.1:{canary.port}/');"
            f"new EventSource('{places['address']}'); window.open('{places['octal']}');"
            f"fetch('{places['https']}'); import('{places['address']}')</script>"
        ),
    }
    with NewsServer(pages) as server:
        links = "".join(
            f"<h2><a href={path}>عنوان خبر طويل من القسم {n}</a></h2>"
            for n, path in enumerate(pages)
        )
        server.routes[SECTION] = Answer(f"<html><body><main>{links}</main></body></html>")
        desk.watch("browser", server.url(SECTION), more="render = true")
        desk.crawl("browser", "--set", "timeout_s=8")
        assert pages.keys() <= set(server.asked())
    assert canary.connections == 0
    states = {row["state"] for row in desk.rows("SELECT state FROM links")}
    assert "stored" not in states
