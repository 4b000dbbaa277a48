"""What is hidden on a page without long texts is looked at too, and is none of its text."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from pipeline.errors import Reason, Rejected
from pipeline.extract import extract_article
from pipeline.memory import EMPTY
from pipeline.records import Page

NOW = datetime(2026, 11, 20, 12, tzinfo=UTC)
URL = "https://quay.example/notes/1"


@pytest.mark.parametrize("hidden", ["<p style='display:none'>Share</p>", "<div hidden>Share</div>"])
def test_a_page_of_labels_alone_with_a_hidden_one_has_no_body(hidden: str) -> None:
    html = f"<html><body><h1>A story of note</h1><div><p>Share</p>{hidden}</div></body></html>"
    found = extract_article(Page(URL, URL, html.encode(), NOW, charset="utf-8"), EMPTY, NOW)
    assert isinstance(found, Rejected)
    assert found.reason is Reason.NO_BODY
