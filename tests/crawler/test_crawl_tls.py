"""A host whose certificate nobody vouches for: refused, unless the source's file lets it in."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from crawl_desk import Desk
from cryptography import x509
from misbehaviour import SECTION, page, section_page
from news_content import make_stories
from news_server import Answer
from tls import OWN, TlsServer

STORIES = {story.path: story for story in make_stories(81, {"tech": 3})}


@dataclass(frozen=True)
class Case:
    """An article of the section."""

    name: str

    @property
    def path(self) -> str:
        return self.name


def fill(server: TlsServer) -> None:
    server.routes[SECTION] = section_page(map(Case, STORIES), STORIES)
    server.routes.update({path: Answer(page(story)) for path, story in STORIES.items()})


@pytest.fixture
def server(tmp_path: Path) -> Iterator[TlsServer]:
    with TlsServer(tmp_path) as it:
        fill(it)
        yield it


def test_an_invalid_certificate_is_refused_until_the_source_lets_it_in(
    server: TlsServer, desk: Desk
) -> None:
    desk.watch("own", server.url(SECTION))
    crawled = desk.crawl("own")
    assert crawled.exit == 1
    reasons = crawled.ended["counts"]["reasons"]
    assert reasons == {"listing:tls": 1}
    assert ": tls: " in crawled.ended["error"]
    assert "twisted" not in crawled.ended["error"]
    assert server.asked() == []
    assert desk.articles() == []
    desk.watch("own", server.url(SECTION), more="verify_tls = false")
    assert desk.crawl("own").exit == 0
    texts = {row["title"]: row["text"] for row in desk.articles()}
    assert texts == {story.title: story.text for story in STORIES.values()}


@pytest.mark.parametrize(
    ("names", "stored"),
    [
        ([OWN], 3),
        ([x509.DNSName("*.test")], 0),
        ([x509.DNSName("elsewhere.test")], 0),
        ([], 0),
    ],
    ids=["its-own", "unreadable", "of-another", "none"],
)
def test_a_certificate_that_is_vouched_for_must_name_the_host(
    names: list[x509.GeneralName],
    stored: int,
    tmp_path: Path,
    desk: Desk,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    with TlsServer(tmp_path, names) as server:
        fill(server)
        monkeypatch.setenv("SSL_CERT_FILE", str(server.certificate))
        desk.watch("named", server.url(SECTION))
        desk.crawl("named")
        assert len(desk.articles()) == stored
        assert bool(server.asked()) == bool(stored)
