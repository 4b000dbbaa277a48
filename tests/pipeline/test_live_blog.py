"""Whether an article is a running report."""

from __future__ import annotations

import json
from typing import Any

import pytest

from pipeline.declared.metadata import read_metadata
from pipeline.live_blog import is_live_blog
from pipeline.page.html import parse_text

TITLE = "The keynote, as it happens"
TEXT = f"<p>{'The doors of the hall are open, and the queue is long. ' * 8}</p>"


def _read(html: str, data: dict[str, Any] | None = None, body: str = "<body>") -> bool | None:
    script = f"<script type='application/ld+json'>{json.dumps(data)}</script>" if data else ""
    page = f"{script}{body}<article><h1>{TITLE}</h1>{TEXT}{html}</article></body>"
    doc = parse_text(page, "https://n.example/a")
    return is_live_blog(doc, read_metadata(doc))


def _entries(names: str, count: int = 4, tag: str = "div") -> str:
    entry = "<time>1{0}:15</time><h3>A phone</h3><p>The firm shows a phone that folds twice.</p>"
    return "".join(f"<{tag} class='{names}'>{entry.format(n)}</{tag}>" for n in range(count))


def test_its_data_say_so_whether_it_has_ended_or_not() -> None:
    for more in ({}, {"coverageEndTime": "2026-11-25T18:00:00Z"}):
        assert _read("", {"@type": "LiveBlogPosting", "headline": TITLE, **more}) is True
    assert _read("", {"@type": "NewsArticle", "headline": TITLE}) is False
    assert _read("") is None


@pytest.mark.parametrize(
    "names",
    ["liveblog-entry", "live-blog__entry", "LiveBlogPost", "liveticker-item", "live-update",
     "wp-block-liveblog-entry", "lb-post"],
)  # fmt: skip
def test_entries_that_are_called_so_have_a_time_and_a_text_each(names: str) -> None:
    assert _read(_entries(names), {"@type": "NewsArticle", "headline": TITLE}) is True
    assert _read(_entries(names, 2)) is None
    assert _read(f"<aside>{_entries(names)}</aside>") is None


def test_a_page_or_box_that_is_called_so_holds_entries_of_any_name() -> None:
    assert _read(f"<section class='live-coverage'>{_entries('x')}</section>") is True
    bare = "<div class=x><b>10:15</b><p>The firm shows a phone that folds twice.</p></div>" * 4
    assert _read(f"<section class='liveticker'>{bare}</section>") is True
    assert _read(f"<section class='programme'>{bare}</section>") is None
    assert _read(_entries("x"), body="<body class='single single-liveblog'>") is True
    assert _read("", body="<body class='single single-liveblog'>") is None
    assert _read(_entries("x")) is None


def test_reports_of_other_houses_that_a_page_embeds() -> None:
    assert (
        _read("<div id=LB24></div><script src='https://v.24liveblog.com/24.js'></script>") is True
    )
    assert _read("<div class=scrbbl-embed data-src='/event/1'></div>") is True
    assert _read("<p>We compared 24liveblog.com with others.</p>") is None


def test_cards_comments_and_a_word_are_no_report() -> None:
    card = (
        "<li class='live-post'><time>10:15</time><h3><a href=/x>A storm</a></h3><p>Rain.</p></li>"
    )
    assert _read(f"<ul>{card * 4}</ul>") is None
    assert _read(f"<section class=comments>{_entries('comment live-comment')}</section>") is None
    assert _read("<a class='live-badge' href='/live'>LIVE</a>") is None
    linked = {"@type": "NewsArticle", "headline": TITLE, "mentions": {"@type": "LiveBlogPosting"}}
    assert _read("", linked) is False
