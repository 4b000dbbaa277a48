"""Where the links of a byline lead that are no author's: to a section, to another site."""

from __future__ import annotations

from lxml.html import HtmlElement

from pipeline.urls import site_of


def leads_to_section(element: HtmlElement) -> bool:
    """Whether a line's link is a section's or a tag's: «di Teknologi» names no author."""
    links = [link for link in element.iter("a") if link.get("href")]
    return bool(links) and all(_OF_SECTION & {*(a.get("rel") or "").split()} for a in links)


def leads_away(link: HtmlElement, url: str) -> bool:
    """Whether a link leads to a person's page on another site: a text links whom it tells of."""
    href = link.get("href") or ""
    return "://" in href and site_of(href) != site_of(url)


_OF_SECTION = frozenset({"tag", "category"})
