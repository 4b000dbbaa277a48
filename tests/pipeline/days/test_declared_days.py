"""Days under names of a site's own: in meta elements, and in the scripts that count readers."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest

from pipeline.days.dates import extract_dates
from pipeline.declared.metadata import read_metadata
from pipeline.page.html import parse_text
from pipeline.records import Moment, Origin

NOW = datetime(2026, 11, 25, 12, tzinfo=UTC)
TEXT = (
    "<h1>A story</h1><p>The council voted to close the bridge, and nobody knows for how long.</p>"
)


def _published(head: str, day: str = "") -> Moment | None:
    doc = parse_text(f"<head>{head}</head>{TEXT}{day}", "https://news.example/story")
    return extract_dates(doc, read_metadata(doc), None, NOW).published


@pytest.mark.parametrize(
    "name",
    ["weibo: article:create_at", "article.created", "acme:published-at", "x-pub-date",
     "content_publication_date", "story-date-published", "acme.fecha_publicacion"],
)  # fmt: skip
def test_a_meta_element_that_is_called_the_day_of_publication(name: str) -> None:
    found = _published(f"<meta name='{name}' content='2026-10-22 08:00:00'>")
    assert found == Moment(datetime(2026, 10, 22, 8), Origin.META)


@pytest.mark.parametrize(
    "name",
    ["acme:published-modified", "publisher-since", "unpublish_date", "acme:post-expires-at",
     "site-created", "comments-posted-at", "postal-code"],
)  # fmt: skip
def test_a_meta_element_that_is_called_otherwise(name: str) -> None:
    assert _published(f"<meta name='{name}' content='2026-10-22 08:00:00'>") is None


@pytest.mark.parametrize(
    "script",
    [
        "window.dataLayer=[{'pageType':'article','publishDate':'2026-10-15 07:00','id':7}]",
        "var utag_data={page_type:'story',pub_date:'20261015',upd:'20261018'};",
        "dataLayer.push({article_publication_date: 'Thu, 15 Oct 2026 13:38:07 +0530'})",
        "digitalData.page.datePublished = '2026-10-15T07:00:00Z';",
    ],
)
def test_the_day_that_scripts_which_count_are_told(script: str) -> None:
    found = _published(f"<script>{script}</script>")
    assert found is not None
    assert found.origin is Origin.PAGE_DATA
    assert found.utc.date() == date(2026, 10, 15)


@pytest.mark.parametrize(
    "script",
    [
        "var list=[{publishDate:'2026-10-15'}]",  # nothing that counts
        "dataLayer.push({publishDate:'2026-10-15'},{publishDate:'2026-10-16'})",
        "dataLayer.push({publishDate:'soon'})",
        "dataLayer.push({updateDate:'2026-10-15'})",
    ],
)
def test_scripts_that_tell_no_day_of_publication(script: str) -> None:
    assert _published(f"<script>{script}</script>") is None


def test_a_day_that_the_page_shows_goes_before_that_of_scripts() -> None:
    found = _published(
        "<script>dataLayer.push({publishDate:'2026-10-15'})</script>",
        "<p class='date'>12 October 2026</p>",
    )
    assert found is not None
    assert found.value == date(2026, 10, 12)
