"""A stored article's page that holds another text: of a site at fault, or a new one."""

from __future__ import annotations

import asyncio
import threading
from collections.abc import Iterator

import pytest
from crawl_desk import Desk
from news_server import Answer, NewsServer

from crawler.events import CrawlRequest
from crawler.visit import open_visit

WORDS = {
    "Harbour cranes learn to lift alone": "crane pier rope tide gull barge hull winch quay wave",
    "Desert farm waters figs by satellite": "fig well dune pump leaf root sand crop dew seed",
    "Old observatory maps dying stars": "lens dome star dust orbit comet night chart mirror arc",
    "Village printers feed winter schools": "paper ink press chalk desk lamp coal bell roof yard",
    "Robot surgeons practise upon melons": "blade nurse vein pulse glove rind juice clamp knot bed",
    "Quantum couriers cross frozen lakes": "photon ice sledge key fibre skate pine hut flag noise",
}
TITLES = list(WORDS)
LINKS = "".join(
    f'<li><h2><a href="/tech/{at}-story">{title}</a></h2></li>'
    for at, title in enumerate(TITLES[:5])
)


def html(title: str, words: str) -> str:
    text = words.split()
    sentences = [
        f"The {a} near the {b} was moved behind a {c} by its owner."
        for a, b, c in zip(text, text[3:] + text[:3], text[5:] + text[:5], strict=True)
    ]
    paragraphs = "".join(f"<p>{' '.join(sentences[at::3])}</p>" for at in range(3))
    head = f'<title>{title}</title><meta property="og:type" content="article">'
    return f"{head}<article><h1>{title}</h1>{paragraphs}</article>"


OTHER = html("Grand lottery opens its doors", "prize coupon wheel jackpot drum banner confetti")


@pytest.fixture
def server() -> Iterator[NewsServer]:
    with NewsServer({"/tech": Answer(f"<h1>Technology</h1><ul>{LINKS}</ul>")}) as it:
        for at, title in enumerate(TITLES[:5]):
            it.routes[f"/tech/{at}-story"] = Answer(html(title, WORDS[title]))
        yield it


def look_again(desk: Desk) -> dict[str, int]:
    desk.change("UPDATE links SET next_check_at = '2020-01-01 00:00:00' WHERE next_check_at > 0")
    counts: dict[str, int] = desk.crawl("news").ended["counts"]["outcomes"]
    return counts


def titles(desk: Desk) -> set[str]:
    return {row["title"] for row in desk.rows("SELECT title FROM current_articles")}


def test_one_page_at_all_addresses_is_no_version_of_their_articles(
    server: NewsServer, desk: Desk
) -> None:
    desk.watch("news", server.url("/tech"))
    desk.crawl("news")
    assert titles(desk) == set(TITLES[:5])
    before = dict(server.routes)
    server.routes |= {path: Answer(OTHER) for path in before if path != "/tech"}
    for _ in range(2):
        counts = look_again(desk)
        assert counts["failed"] == 5
        assert titles(desk) == set(TITLES[:5])
    rows = desk.rows("SELECT reason, detail FROM links")
    reasons = {(row["reason"], row["detail"]) for row in rows}
    assert reasons == {
        ("error-page", "it holds «Grand lottery opens its doors» in the article's place")
    }
    server.routes |= before
    assert look_again(desk) == {"unchanged": 5}
    assert titles(desk) == set(TITLES[:5])


def test_an_address_that_has_a_new_article_is_believed_at_the_second_look(
    server: NewsServer, desk: Desk
) -> None:
    desk.watch("news", server.url("/tech"))
    desk.crawl("news")
    server.routes["/tech/1-story"] = Answer(html(TITLES[5], WORDS[TITLES[5]]))
    assert look_again(desk)["failed"] == 1
    assert TITLES[1] in titles(desk)
    assert look_again(desk)["content"] == 1
    assert titles(desk) == set(TITLES) - {TITLES[1]}


def test_a_text_that_is_rewritten_under_its_title_is_a_version_at_once(
    server: NewsServer, desk: Desk
) -> None:
    desk.watch("news", server.url("/tech"))
    desk.crawl("news")
    server.routes["/tech/1-story"] = Answer(html(TITLES[1], WORDS[TITLES[5]]))
    server.routes["/tech/2-story"] = Answer(html(TITLES[5], WORDS[TITLES[2]]))
    counts = look_again(desk)
    assert (counts["content"], counts["headline"]) == (1, 1)


def test_a_visit_may_end_while_it_says_that_it_lives(server: NewsServer, desk: Desk) -> None:
    desk.watch("news", server.url("/tech"))
    request = CrawlRequest("news", str(desk.db), str(desk.sources), contact="https://example.org/")
    visit = open_visit(request, lambda event: None)
    gate = threading.Event()

    async def ending() -> bool:
        busy = asyncio.create_task(visit.database.read(lambda session: gate.wait(20)))
        beating = asyncio.create_task(visit.beat())
        await asyncio.sleep(0)
        threading.Timer(1, gate.set).start()
        visit.end()
        await busy
        return await beating

    assert asyncio.run(ending())
    assert visit.error is None
