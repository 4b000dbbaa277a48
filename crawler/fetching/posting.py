"""Requests that send what a page's "load more" button would."""

from __future__ import annotations

from scrapy.http import Request

from crawler.listings.onward.posted import address_of, body_of
from crawler.listings.records import MoreForm


def posted(form: MoreForm) -> Request:
    """The request for one part of a list, as the page's own script would send it."""
    if form.by_get:
        return Request(address_of(form), headers={"X-Requested-With": "XMLHttpRequest"})
    body, content_type = body_of(form)
    headers = {"Content-Type": content_type}
    if form.counter is not None:  # a script's call, not the page's form
        headers["X-Requested-With"] = "XMLHttpRequest"
    return Request(form.url, method="POST", body=body, headers=headers)
