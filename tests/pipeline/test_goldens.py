"""The goldens: a folder a page, one test a field, so that a failure names the field."""

from __future__ import annotations

import json
from datetime import datetime
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from pipeline.errors import Rejected
from pipeline.extract import extract_article
from pipeline.ledger import rebuild
from pipeline.memory import EMPTY
from pipeline.records import Article, Page

GOLDENS = Path(__file__).parent.parent / "goldens"
CASES = sorted(folder.name for folder in GOLDENS.iterdir() if (folder / "meta.json").exists())


def _read(case: str, name: str) -> Any:
    return json.loads((GOLDENS / case / name).read_text(encoding="utf-8"))


FIELDS = [(case, field) for case in CASES for field in _read(case, "expected.json")]


@cache
def _extract(case: str) -> Article | Rejected:
    meta = _read(case, "meta.json")
    body = (GOLDENS / case / "input.html").read_bytes()
    now = datetime.fromisoformat(meta["fetched_at"])
    page = Page(meta["url"], meta["url"], body, now, charset=meta["charset"])
    return extract_article(page, EMPTY, now)


def _answer(article: Article, field: str, expected: Any) -> Any:
    if field == "published_at":
        return article.published.isoformat() if article.published else None
    if field in ("authors", "tags"):
        return list(getattr(article, field))
    if field == "blocks":
        return [
            {
                "kind": b.kind.value,
                "text": b.text,
                **({"level": b.level} if "level" in want else {}),
            }
            for b, want in zip(article.blocks, expected, strict=True)
        ]
    if field == "removed":  # those that the case names; others may be removed too
        found = [[r.text, r.rule] for r in article.removed]
        return [line for line in expected if line in found]
    return getattr(article, field)


@pytest.mark.parametrize(("case", "field"), FIELDS)
def test_field(case: str, field: str) -> None:
    article = _extract(case)
    expected = _read(case, "expected.json")[field]
    if field == "rejected":
        assert isinstance(article, Rejected)
        assert article.reason == expected
        return
    assert isinstance(article, Article), article
    assert _answer(article, field, expected) == expected


@pytest.mark.parametrize("case", CASES)
def test_text_and_ledger_are_the_extraction(case: str) -> None:
    article = _extract(case)
    if isinstance(article, Rejected):
        return
    whole = rebuild(article.blocks, article.removed)
    assert len(whole) == len(article.blocks) + len(article.removed)
    assert [r.index for r in article.removed] == sorted({r.index for r in article.removed})
    assert all(whole[r.index].text == r.text for r in article.removed)


@pytest.mark.parametrize("case", [c for c in CASES if c.startswith("seed-")])
def test_the_readers_address_reaches_no_text(case: str) -> None:
    article = _extract(case)
    assert isinstance(article, Article)
    for trace in ("aXA6", "185.244", "جزيرة ام اند امز"):
        assert trace not in article.text


def test_three_themes_give_one_article() -> None:
    hashes = {
        a.content_hash
        for a in map(_extract, (c for c in CASES if c.startswith("seed-")))
        if isinstance(a, Article)
    }
    assert len(hashes) == 1
