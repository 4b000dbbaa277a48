"""The next page of a list on ASP.NET's pages, whose pagers are no links: a script sends the page's
own form back with the name of what was clicked, and the state of the page that it carries."""

from __future__ import annotations

import re
from collections.abc import Iterator

from lxml.html import HtmlElement

from crawler.listings.pagination import is_next_label
from crawler.listings.records import MoreForm
from pipeline.urls import canonical_url, same_site

MAX_STATE = 500_000
"""Characters of a form's hidden fields; what carries more is not sent."""

_CALL = re.compile(
    r"__doPostBack\(\s*'([^']{1,300})'\s*,\s*'([^']{0,100})'\s*\)"
    r"|PostBackOptions\(\s*[\"']([^\"']{1,300})[\"']\s*,\s*[\"']([^\"']{0,100})[\"']"
)
_CLICKED, _ARGUMENT = "__EVENTTARGET", "__EVENTARGUMENT"
_NUMBER = re.compile(r"\d{1,4}")


def find_postback(root: HtmlElement, base: str) -> MoreForm | None:
    """What the page's pager sends for the next page; None where it has no such pager."""
    links = {
        link: call
        for link in root.xpath("//a[contains(@href, 'PostBack')]")
        if (call := _CALL.search(link.get("href")))
    }
    link = _next_of(links)
    form = next(link.iterancestors("form"), None) if link is not None else None
    if link is None or form is None or form.get("method", "").lower() != "post":
        return None
    url = canonical_url(form.get("action") or base, base)
    state = {
        field.get("name"): field.get("value") or ""
        for field in form.iter("input")
        if field.get("type") == "hidden" and field.get("name")
    }
    if url is None or not same_site(url, base) or sum(map(len, state.values())) > MAX_STATE:
        return None
    clicked, argument = (part for part in links[link].groups() if part is not None)
    return MoreForm(url, (*(state | {_CLICKED: clicked, _ARGUMENT: argument}).items(),))


def _next_of(links: dict[HtmlElement, re.Match[str]]) -> HtmlElement | None:
    """The link that leads to the next page: by its label, else the first one behind the number of
    the present page, which is no link."""
    for link in links:
        if is_next_label(link.text_content()):
            return link
    numbers = [link for link in links if _NUMBER.fullmatch(link.text_content().strip())]
    if not numbers:
        return None
    here = _present(numbers[0], links)
    if here is None:
        return numbers[0] if numbers[0].text_content().strip() == "2" else None
    pager = here.getparent()
    while pager is not None and not any(link in links for link in pager.iter("a")):
        pager = pager.getparent()
    behind = False
    for element in pager.iter() if pager is not None else ():
        behind = behind or element is here
        if behind and element in links:
            return element
    return None


def _present(number: HtmlElement, links: dict[HtmlElement, re.Match[str]]) -> HtmlElement | None:
    """The element that shows the present page's number beside a linked one."""
    for around in list(number.iterancestors())[:3]:
        shown = [e for e in _plain_numbers(around) if e not in links]
        if shown:
            return shown[0]
    return None


def _plain_numbers(around: HtmlElement) -> Iterator[HtmlElement]:
    for element in around.iter():
        if not len(element) and _NUMBER.fullmatch((element.text or "").strip()):
            yield element
