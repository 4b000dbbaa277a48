"""What may give more of a list whose page names no further one: what "load more" posts, and the
address of a second page as the site's system, or most sites, write it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import islice
from urllib.parse import urljoin

from lxml.html import HtmlElement

from crawler.listings.onward.joined import joined_in_scripts
from crawler.listings.onward.postback import find_postback
from crawler.listings.onward.posted import find_forms
from crawler.listings.records import MoreForm

_PAGES_IN_PATH = (
    "boolean(//link[@rel='https://api.w.org/']|//meta[@name='generator']"
    "[starts-with(@content, 'WordPress') or starts-with(@content, 'Hexo')])"
)
"""Marks of systems that number the pages of each list in its path, linked by a theme or not."""

_PAGERS = "//*[contains(@class, 'pag') or contains(@class, 'Pag')]"
_COLLECTION = re.compile(r'"collection"\s*:\s*\{[^{}]{0,300}?"slug"\s*:\s*"([\w-]{1,100})"')
"""How the data of Quintype, a system of many Indian and Bengali papers, names a section's list."""

MAX_PAGERS = 30
MAX_PAGER_PARTS = 100
"""Elements called so, and elements in one of them, that are looked at."""

_PAGER = re.compile(
    r"(?:^|[\s_-])(?:pag(?:er|es|ing|\w*ation|inat\w*|enavi\w*)|page[_-]?(?:num|nav|list|bar)\w*)"
    r"(?:$|[\s_-])"
)
"""The names of pagers, those that are spelt otherwise than in a dictionary too."""


def ways_to_try(
    root: HtmlElement, base: str, section: str, shown: Sequence[str]
) -> tuple[str | MoreForm, ...]:
    """What to try, in this order; `shown` are the articles that the page lists. WordPress answers
    to the address of a second page whatever its theme shows, and Hexo writes it; where the numbers
    of pages are shown and lead nowhere, a script goes on from them."""
    if not shown:
        return ()
    forms: tuple[str | MoreForm, ...] = (
        *joined_in_scripts(root, base, section, shown),
        *find_forms(root, base, shown),
        *sent_back(root, base),
        *_of_collection(root, base, len(shown)),
    )
    in_path = numbered(section, words=True)
    if root.xpath(_PAGES_IN_PATH):
        return (*forms, *in_path)
    if forms or not _counts_pages(root):
        return forms
    return (*numbered(section), *in_path)


def sent_back(root: HtmlElement, base: str) -> tuple[MoreForm, ...]:
    """The same of a further page: what its own pager sends."""
    form = find_postback(root, base)
    return (form,) if form is not None else ()


def _of_collection(root: HtmlElement, base: str, count: int) -> tuple[str, ...]:
    """Where Quintype answers with what follows the first `count` entries of a section's list."""
    for text in root.xpath("//script[@id='static-page'][@type='application/json']/text()")[:1]:
        if named := _COLLECTION.search(text):
            asked = f"/api/v1/collections/{named[1]}?item-type=story&limit=20&offset={count}"
            return (urljoin(base, asked),)
    return ()


def _counts_pages(root: HtmlElement) -> bool:
    """Whether a pager shows the numbers 1 and 2, neither as a link to a page."""
    for pager in islice(root.xpath(_PAGERS), MAX_PAGERS):
        if not _PAGER.search((pager.get("class") or "").lower()):
            continue
        said = {
            (part.text or "").strip()
            for part in islice(pager.iter(), MAX_PAGER_PARTS)
            if not len(part) and not _leads(part)
        }
        if {"1", "2"} <= said:
            return True
    return False


def _leads(element: HtmlElement) -> bool:
    """Whether an element is, or stands in, a link to another page."""
    around = (element, *islice(element.iterancestors(), 2))
    links = [(each.get("href") or "").strip() for each in around if each.tag == "a"]
    return any(link and not link.startswith(("#", "javascript:")) for link in links)


def numbered(section: str, *, words: bool = False) -> tuple[str, ...]:
    """The address of a section's second page: in the query, or, as WordPress does, in the path."""
    if "#" in section:
        return ()
    if not words:
        return (f"{section}{'&' if '?' in section else '?'}page=2",)
    if "?" in section:
        return (f"{section}&paged=2",)
    return (f"{section.rstrip('/')}/page/2/",)
