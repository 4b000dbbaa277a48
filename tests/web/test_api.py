"""The API: its shapes, its bounds, and its refusals."""

from __future__ import annotations

import json
import socket
import time
from http.client import HTTPResponse
from typing import Any
from urllib.parse import quote, urlsplit

import pytest
from asking import Served, ask
from console_cases import ARABIC, ENGLISH, HOSTILE_TITLE, SEED, WATERMARK

RECORD_KEYS = {
    "id", "url", "canonical_url", "source", "sources", "section", "title", "description", "authors",
    "tags", "published_at", "published_at_origin", "modified_at", "language", "text", "blocks",
    "image_url", "paywalled", "live_blog", "policy", "word_count", "content_hash", "revision",
    "story", "first_seen_at", "fetched_at", "gone_at",
}  # fmt: skip


def get(served: Served, path: str) -> Any:
    answer = ask(served.url, path)
    assert answer.status == 200, answer.body
    assert answer.headers["content-type"] == "application/json"
    return answer.json


def test_an_address_may_be_written_in_any_script(served: Served) -> None:
    """As curl sends what a person typed: two requests of one connection, the first in pieces."""
    word, place = "استراتيجية", urlsplit(served.url)
    path = f"/api/search?q={word}&limit=5"
    wanted = get(served, f"/api/search?q={quote(word)}&limit=5")
    assert wanted["articles"]
    request = f"GET {path} HTTP/1.1\r\nHost: {place.netloc}\r\n\r\n".encode()
    cut = request.index(word.encode()) + 3
    with socket.create_connection((str(place.hostname), int(place.port or 0)), 20) as asking:
        for pieces in ((request[:cut], request[cut:-4], request[-4:]), (request,)):
            for piece in pieces:
                asking.sendall(piece)
                time.sleep(0.05)
            answer = HTTPResponse(asking)
            answer.begin()
            assert (answer.status, json.loads(answer.read())) == (200, wanted)


def test_all_articles_come_once_whatever_the_size_of_a_page(served: Served) -> None:
    found, path = [], "/api/articles?limit=7"
    while path:
        document = get(served, path)
        found += [record["id"] for record in document["articles"]]
        after = document["next"]
        path = f"/api/articles?limit=7&after={quote(after)}" if after else ""
    assert len(found) == len(set(found)) == 43


def test_an_article_of_a_list_is_a_whole_record(served: Served) -> None:
    [record] = get(served, f"/api/articles?limit=1&source=rased&until={quote('2999-01-01')}")[
        "articles"
    ]
    assert set(record) == RECORD_KEYS


def test_filters_choose(served: Served) -> None:
    english = get(served, "/api/articles?language=en")["articles"]
    assert {record["source"] for record in english} == {"signal"}
    section = get(served, f"/api/articles?section={quote('تقنية')}&limit=1000")["articles"]
    assert len(section) == 41
    assert get(served, "/api/articles?since=2999-01-01")["articles"] == []


def test_one_article_has_its_ledger_with_addresses_masked(served: Served) -> None:
    record = get(served, f"/api/articles/{served.ids['seed']}")
    assert set(record) == RECORD_KEYS | {"removed"}
    assert record["title"] == SEED.title
    assert [line["rule"] for line in record["removed"]] == [line.rule for line in SEED.removed]
    body = ask(served.url, f"/api/articles/{served.ids['seed']}").body
    assert WATERMARK not in body
    assert "185.244.36.137" not in body


def test_an_earlier_revision_can_be_asked_for(served: Served) -> None:
    plain = served.ids["plain"]
    assert (
        get(served, f"/api/articles/{plain}?revision=1")["title"] == "A chip that needs no battery"
    )
    assert get(served, f"/api/articles/{plain}")["revision"] == 2


def test_search_gives_articles_with_scores(served: Served) -> None:
    found = get(served, f"/api/search?q={quote('العقول')}")["articles"]
    assert found[0]["id"] == served.ids["seed"]
    assert {"id", "url", "title", "score", "snippet", "published_at"} <= set(found[0])
    assert get(served, f"/api/search?q={quote('العقول')}&language=en")["articles"] == []


def test_hostile_content_is_data(served: Served) -> None:
    answer = ask(served.url, f"/api/articles/{served.ids['hostile']}")
    assert answer.json["title"] == HOSTILE_TITLE
    assert answer.headers["content-type"] == "application/json"


def test_sources_say_how_they_stand(served: Served) -> None:
    found = {record["id"]: record for record in get(served, "/api/sources")["sources"]}
    assert {id_: record["standing"] for id_, record in found.items()} == {
        "rased": "ok",
        "signal": "alert",
        "down": "failing",
        "quiet": "never run",
        "shut": "disabled",
    }
    assert len(found["rased"]["articles_a_day"]) == 14
    assert found["signal"]["alerts"][0]["kind"] == "yield-fell"


def test_runs_go_on_from_where_a_page_ended(served: Served) -> None:
    first = get(served, "/api/runs?limit=30")
    rest = get(served, f"/api/runs?limit=30&before={first['next']}")
    ids = [run["id"] for run in first["runs"] + rest["runs"]]
    assert ids == sorted(ids, reverse=True)
    assert len(ids) == 36
    assert rest["next"] is None
    [failed] = get(served, "/api/runs?state=failed")["runs"]
    assert failed["counts"]["reasons"] == {"dns": 1}


def test_explain_tells_what_became_of_a_url(served: Served) -> None:
    document = get(served, f"/api/explain?url={quote(ENGLISH + '/login')}")
    assert [event["what"] for event in document["events"]] == ["found", "rejected"]
    assert document["events"][1]["reason"] == "login-wall"
    assert get(served, f"/api/explain?url={quote(ARABIC + '/never')}")["events"] == []


def test_a_story_has_its_origin_and_evidence(served: Served) -> None:
    found = get(served, "/api/stories/1")
    assert (found["story"], found["origin"]) == (1, served.ids["plain"])
    assert [one["id"] for one in found["articles"]] == [served.ids["plain"], served.ids["hostile"]]
    assert found["articles"][0]["origin_by"] == found["origin_by"] == "published-at"
    assert [one["credit"] for one in found["articles"]] == ["afp", "afp"]
    assert ask(served.url, "/api/stories/999").status == 404
    assert ask(served.url, "/api/stories/x").status == 404


def test_the_plus_of_an_offset_may_stand_as_it_is(served: Served) -> None:
    plain, encoded = (
        get(served, f"/api/articles?since=2026-01-01T03:00{plus}03:00") for plus in ("+", "%2B")
    )
    assert plain == encoded
    assert plain["articles"]


def test_healthz(served: Served) -> None:
    assert get(served, "/healthz") == {"status": "ok"}


@pytest.mark.parametrize(
    ("path", "status", "told"),
    [
        ("/api/articles?limit=1001", 400, "limit 1001: must be a number from 1 to 1000"),
        ("/api/articles?limit=0", 400, "limit 0"),
        ("/api/articles?limit=many", 400, "limit many"),
        ("/api/articles?limit=" + "9" * 5000, 400, "must be a number"),
        ("/api/articles?since=soon", 400, "since soon: no date"),
        ("/api/articles?language=xx", 400, "language xx: none of ISO 639-1"),
        ("/api/articles?source=rasde", 400, "no source rasde: did you mean rased?"),
        ("/api/articles?source=rased&source=none", 400, "no source none: /api/sources lists them"),
        ("/api/search?q=a&source=none", 400, "no source none"),
        ("/api/search?q=" + quote("a source:none"), 400, "source:none names no source"),
        ("/api/runs?source=none", 400, "no source none"),
        ("/api/search?q=a&since=2026-01-02&until=2026-01-02", 400, "no time lies between"),
        ("/api/articles?since=0001-01-01T00:00%2B14:00", 400, "no date"),
        ("/api/articles?after=x~1", 400, "no place in the list"),
        ("/api/articles?after=2026-01-01T00:00:00Z~99999999999999999999", 400, "no place"),
        ("/api/articles?sorce=x", 400, "unknown parameter sorce"),
        ("/api/sources?x=1", 400, "unknown parameter x; none is known here"),
        ("/api/articles?limit=1&limit=2", 400, "limit stands more than once"),
        ("/api/articles?section=a%00b", 400, "section has a character"),
        ("/api/search", 400, "q is missing"),
        ("/api/search?q=" + quote('"open'), 400, "at character"),
        ("/api/search?q=a&offset=10001", 400, "offset 10001"),
        ("/api/explain", 400, "url is missing"),
        ("/api/runs?state=lost", 400, "state lost: known are"),
        ("/api/articles/999999", 404, "no article 999999"),
        ("/api/articles/1?revision=9", 404, "no article 1 with revision 9"),
        ("/api/articles/" + "1" * 5000, 404, "no article"),
        ("/api/articles/abc", 404, "no article abc"),
        ("/api/nope", 404, "nothing is here"),
    ],
)
def test_refusals_are_one_clear_line(served: Served, path: str, status: int, told: str) -> None:
    answer = ask(served.url, path)
    assert answer.status == status
    assert set(answer.json) == {"error"}
    assert told in answer.json["error"]
    assert "\n" not in answer.json["error"]
