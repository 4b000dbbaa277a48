"""What is in an export: one article a story, and nothing that is reserved."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

import orjson
import pytest
from database_cases import SITE, Store, article
from sqlalchemy import text
from sqlalchemy.orm import Session

from db.export import export
from db.filters import Filters
from db.write import save_host
from pipeline.records import Policy


def urls(path: Path) -> list[str]:
    return [orjson.loads(line)["url"].removeprefix(SITE) for line in path.read_bytes().splitlines()]


@pytest.mark.parametrize(
    ("filters", "kept"),
    [
        (Filters(), ["/b", "/other"]),
        (Filters(sources=("other",)), ["/c", "/other"]),
    ],
)
def test_one_article_a_story(
    s: Session, store: Store, tmp_path: Path, filters: Filters, kept: list[str]
) -> None:
    store(article("/a", "One"))
    origin = store(article("/b", "Two"))
    store(article("/c", "Three"), source="other")
    store(article("/other", "Of no story"), source="other")
    values = {"origin": origin.article_id}
    s.execute(text("INSERT INTO stories (id, origin_article_id) VALUES (900, :origin)"), values)
    s.execute(text("UPDATE articles SET story_id = NULL"))
    s.execute(text("UPDATE articles SET story_id = 900 WHERE url NOT LIKE '%/other'"))
    path = tmp_path / "a.jsonl"
    manifest = export(s, path, dedupe="story", filters=filters)
    assert (urls(path), manifest.dedupe) == (kept, "story")


@pytest.mark.parametrize(
    "policy",
    [
        Policy(robots_meta=("noai",)),
        Policy(x_robots_tag=("noai",)),
        Policy(tdm_reservation=True),
        Policy(content_signal=("search=yes", "ai-train=no")),
        Policy(robots_ai=("gptbot",)),
    ],
    ids=["robots meta", "x-robots-tag", "tdm reservation", "content signal", "robots of ai"],
)
def test_what_a_page_or_its_site_reserved(
    s: Session, store: Store, tmp_path: Path, policy: Policy
) -> None:
    store(article("/a"))
    store(article("/no", "Reserved", policy=policy))
    path = tmp_path / "a.jsonl"
    assert export(s, path).opted_out == 1
    assert urls(path) == ["/a"]
    assert export(s, path, include_opted_out=True).rows == 2


@pytest.mark.parametrize(
    ("host", "rules", "left_out"),
    [
        ("news.example:443", [("/", 1)], ["/x/1", "/x/2", "/y"]),
        ("news.example:443", [("/x/1$", 0), ("/x", 1)], ["/x/2"]),
        ("news.example:443", [("*/2", 1)], ["/x/2"]),
        ("news.example:443", [("/_", 1), ("/%", 1)], []),
        ("news.example:443", [("/", 0)], []),
        ("other.example:443", [("/", 1)], []),
        ("news.example:80", [("/", 1)], []),
    ],
)
def test_what_a_site_has_reserved_since(
    s: Session, store: Store, tmp_path: Path, host: str, rules: list[Any], left_out: list[str]
) -> None:
    every = ["/x/1", "/x/2", "/y"]
    for path in every:
        store(article(path, f"Title {path}"))
    store(article("/free", "Its page allows it", policy=Policy(tdm_reservation=False)))
    said = [{"location": location, "reserved": bool(r), "policy": None} for location, r in rules]
    save_host(s, host, tdm_policy={"fetched_at": "2026-11-20T00:00:00+00:00", "rules": said})
    s.flush()
    target = tmp_path / "a.jsonl"
    manifest = export(s, target)
    assert urls(target) == [*(path for path in every if path not in left_out), "/free"]
    assert manifest.opted_out == len(left_out)


def test_any_number_of_rules_and_of_hosts(s: Session, store: Store, tmp_path: Path) -> None:
    for path in ("/x/698", "/x/699", "/x/700", "/y"):
        store(article(path, f"Title {path}"))
    store(article("/z", "Elsewhere", url="https://599.example/z"))
    rules = [{"location": f"/x/{n}$", "reserved": n % 2 == 0} for n in range(700)]
    save_host(s, "news.example:443", tdm_policy={"rules": [*rules, {"location": "/y/"}]})
    everything = {"rules": [{"location": "/", "reserved": True}]}
    for number in range(600):
        save_host(s, f"{number}.example:443", tdm_policy=everything)
    s.flush()
    manifest = export(s, tmp_path / "a.jsonl")
    assert urls(tmp_path / "a.jsonl") == ["/x/699", "/x/700", "/y"]
    assert manifest.opted_out == 2


def test_a_copy_of_what_is_reserved_stays(s: Session, store: Store, tmp_path: Path) -> None:
    first = article("/a", body="One and the same text.")
    store(first)
    store(replace(first, url="https://copy.example/a"), source="other")
    rules = [{"location": "/", "reserved": True, "policy": None}]
    save_host(s, "news.example:443", tdm_policy={"rules": rules})
    s.flush()
    manifest = export(s, tmp_path / "a.jsonl", dedupe="exact")
    assert (manifest.rows, manifest.opted_out) == (1, 1)
    assert urls(tmp_path / "a.jsonl") == ["https://copy.example/a"]
