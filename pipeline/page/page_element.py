"""The elements of a page, which keep what was asked of them."""

from __future__ import annotations

from lxml.html import HtmlElement

NOT_ASKED = "not asked"


class PageElement(HtmlElement):  # type: ignore[misc]  # lxml has no types
    """An element that keeps its text and its region: title, authors and dates ask for the same.

    A document holds its elements, so that none is wrapped twice, and nobody changes them. Those of
    a copy keep nothing of what they are copied from.
    """

    kept_text: str | None = None
    """What `text_of_element` says of it."""
    kept_region: str | None = NOT_ASKED
    """What its author called it, see `pipeline.page.called_regions`."""
