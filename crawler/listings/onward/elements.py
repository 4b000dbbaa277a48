"""What elements that are no plain links name of the rest of a page's list."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice

from lxml.html import HtmlElement

from crawler.listings.choice.regions import names_of
from crawler.listings.data.scripted import MOVES
from crawler.listings.onward.configured import configured
from crawler.listings.onward.endless import filled, is_further_page, may_answer, names_own
from crawler.listings.page_labels import MORE_OF
from crawler.listings.pagination import is_next_label, place_of, says_from_where, urls_in_attributes
from pipeline.urls import canonical_url, host_port

_MORE = re.compile(
    r"-(?:load-more|loadmore|show-more|showmore|view-more|list-more|infinite|more-btn|btn-more)-"
)
_OF_LIST = re.compile(r"api|endpoint|url|fetch|source|next|more|load")
_OF_MORE = re.compile("next|more|infinite|endless|(?:load|auto|on)-?scroll|paginat")
"""Names of data that belong to what loads the rest of a list."""

_KNOWN = re.compile(
    r"href|hx-get|ic-get-from|formaction|data-(?:href|src|path|endpoint|api|ajax|link|route|source"
    r"|target|request|json|(?:\w+-)?(?:url|uri))"
)
"""Names under which nothing but an address stands."""

_SHOWN = (
    *("img", "source", "script", "link", "iframe", "video", "audio", "svg"),
    *("path", "picture", "meta", "input"),
)
_ADDRESS = "[starts-with(., '/') or starts-with(., '?') or starts-with(., 'http')]"
_ELEMENTS = (
    f"//*[not({' or '.join(f'self::{tag}' for tag in _SHOWN)})]"
    f"[@hx-get or @formaction or @ic-get-from or @*[starts-with(name(), 'data-')]{_ADDRESS}]"
)
MAX_ELEMENTS = 400
"""Elements of a page, at most, whose data are looked at."""

_COMPONENTS = "(//*[contains(name(), '-')])[position() <= 500]"
"""Elements that a script makes something of, by names of its own."""

_ANYWHERE = (
    "(//@*[not(name()='href' or name()='src' or name()='class' or name()='style' or"
    f" name()='srcset')]{_ADDRESS}|//*[not(self::a or self::area)]/@href|//a[not(node())]/@href"
    "|//*[contains(name(), '-')]/@src)[position() <= 1000]"
)
_HANDLERS = (
    "(//@*[contains(name(), 'click') or name()='x-data' or name()='x-init' or name()='x-intersect']"
    "[contains(., '/')])[position() <= 100]"
)
_QUOTED = re.compile(r"""["'`]((?:https?://|/|\?)[^"'`\s<>]{1,300})["'`]""")
_NEXT_PAGES = re.compile(r'"(?:url|ampUrl)"\s*:\s*"([^"\s]{1,500})"')
"""What AMP's own element shows behind a page: in a list its further pages, else other articles."""
MAX_HANDLER = 4000
"""Letters of what an element does when it is pressed, at most."""


def named_in_data(root: HtmlElement, base: str, section: str, number: int) -> list[str]:
    """Addresses in the data of "load more" buttons and endless lists of the page of that number."""
    found: list[str] = []
    for element in root.xpath(_ELEMENTS)[:MAX_ELEMENTS]:
        data = {str(k): str(v) for k, v in element.attrib.items()}
        for name, value in data.items():
            urls = urls_in_attributes({name: filled(value, data, number)}, base)
            if not urls or host_port(urls[0]) != host_port(base) or not may_answer(urls[0]):
                continue
            known = _KNOWN.fullmatch(name) is not None
            # the list itself may hold it, and a button beside it ask for it
            if _asks(element, name, known=known) or is_further_page(urls[0], section):
                found += urls
    for element, made in configured(root, base):
        if names_own(made, section) or loads_more(element):
            found.append(made)
    for controlled in root.xpath("(//*[@data-controller])[position() <= 200]"):
        for name, value in controlled.attrib.items():
            url = canonical_url(value, base) if str(name).endswith("-url-value") else None
            if url and is_further_page(url, section) and host_port(url) == host_port(base):
                found.append(url)
    found += _of_components(root, base, section)
    found += _asked_by_handlers(root, base, section)
    return found


def _of_components(root: HtmlElement, base: str, section: str) -> Iterator[str]:
    for component in root.xpath(_COMPONENTS):
        grows = component.tag == "amp-list" and component.get("load-more") is not None
        url = canonical_url(component.get("src"), base) if grows else None
        if url and host_port(url) == host_port(base) and may_answer(url):
            yield url
        if component.tag == "amp-next-page":
            told = (
                canonical_url(found[1], base) for found in _NEXT_PAGES.finditer(_inline(component))
            )
            yield from (url for url in told if url and is_further_page(url, section))
        for name, value in component.attrib.items():
            value = value.strip("'\"")  # what Vue is given is an expression
            if value.startswith(("/", "http")) and " " not in value and _OF_LIST.search(str(name)):
                url = canonical_url(filled(value, {}), base)
                if url and names_own(url, section) and host_port(url) == host_port(base):
                    yield url


def _inline(component: HtmlElement) -> str:
    """What a component of AMP is told within itself: \"/\" may be escaped there."""
    script = component.find("script")
    text = "" if script is None else script.text or ""
    return text[:MAX_HANDLER].replace("\\/", "/")


def _asked_by_handlers(root: HtmlElement, base: str, section: str) -> Iterator[str]:
    """Addresses that an element's own script asks for when it is pressed or comes into view."""
    for text in root.xpath(_HANDLERS):
        if MOVES.search(text[:MAX_HANDLER]):
            continue
        for quoted in islice(_QUOTED.finditer(text[:MAX_HANDLER]), 5):
            url = canonical_url(filled(quoted[1], {}), base)
            if not url or host_port(url) != host_port(base) or not may_answer(url):
                continue
            counts = place_of(url).number or says_from_where(url)
            if is_further_page(url, section) or (counts and says_more(text.getparent())):
                yield url


def own_pages_in_attributes(root: HtmlElement, base: str, keys: frozenset[str]) -> list[str]:
    """Further pages of this very listing that any attribute names: what scripts, and readers ahead
    of the browser, are told under whatever name. `keys` are the names (`listing_key`) of it."""
    found: list[str] = []
    for value in root.xpath(_ANYWHERE):
        url = canonical_url(value, base) if " " not in value else None
        place = place_of(url) if url else None
        if url and place and place.number and place.key in keys:
            found.append(url)
    return found


def _asks(element: HtmlElement, name: str, *, known: bool) -> bool:
    """Whether an address under this name is of what loads more. Under a name of addresses alone,
    what the element's other data are called says so too."""
    if _OF_MORE.search(name) or says_more(element):
        return True
    return known and loads_more(element)


def loads_more(element: HtmlElement) -> bool:
    """True where the element's text, its names or those of its data say that it loads more."""
    return says_more(element) or any(_OF_MORE.search(name) for name in element.attrib)


def says_more(element: HtmlElement) -> bool:
    """True where the element's text or its names say so."""
    said = (element.text_content() or "")[:60].strip()
    if is_next_label(said) or is_named_more(element):
        return True
    return element.tag == "button" and said.lower() in MORE_OF


def is_named_more(element: HtmlElement) -> bool:
    """True where the element's names are those of a button that loads more."""
    return bool(_MORE.search(names_of(element)))
