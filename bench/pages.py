"""Pages with what is known of them: a folder with ground truth, or the project's goldens."""

from __future__ import annotations

import gzip
import json
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from pipeline.records import Page

GOLDENS = Path(__file__).resolve().parent.parent / "tests" / "goldens"
NOW = datetime(2026, 11, 25, tzinfo=UTC)
"""The time at which all pages are read."""


@dataclass(frozen=True)
class Case:
    """One page with what is known of it; a key that the truth does not have is not measured."""

    id: str
    page: Page
    truth: dict[str, Any]
    group: str


def _page(url: str, body: bytes, charset: str | None) -> Page:
    return Page(url, url, body, NOW, charset=charset)


def read_folder(folder: Path) -> Iterator[Case]:
    """The cases of a folder: each line of truth.jsonl is an object with `id` (the page is
    <id>.html.gz), `url`, `charset` (as the server said it, or null), and what is known of `body`,
    `title`, `authors` (a list), `topics` (a list) and `date` (ISO 8601)."""
    for line in (folder / "truth.jsonl").read_text(encoding="utf-8").splitlines():
        truth = json.loads(line)
        body = gzip.decompress((folder / f"{truth['id']}.html.gz").read_bytes())
        yield Case(truth["id"], _page(truth["url"], body, truth.get("charset")), truth, folder.name)


def read_goldens(folder: Path) -> Iterator[Case]:
    """The project's goldens as cases."""
    for case in sorted(folder.iterdir()):
        if not (case / "input.html").exists():
            continue
        meta = json.loads((case / "meta.json").read_text(encoding="utf-8"))
        expected = json.loads((case / "expected.json").read_text(encoding="utf-8"))
        if "text" not in expected:
            continue
        truth = {
            "body": expected["text"],
            "title": expected.get("title"),
            "authors": expected.get("authors"),
            "date": expected.get("published_at"),
        }
        page = _page(meta["url"], (case / "input.html").read_bytes(), meta.get("charset"))
        yield Case(case.name, page, truth, "goldens")
