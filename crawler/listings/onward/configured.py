"""Lists that go on by an address and its parameters, in JSON that an element's attribute holds.

«data-config='{"endpoint": "/api/list", "params": {"section": "tech", "cursor": "51"}}'»: a script
asks for the address with the parameters, and puts the cursor of each answer in the next question.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from urllib.parse import parse_qsl, urlencode, urlsplit

from lxml.html import HtmlElement

from crawler.listings.data.answers import values_of
from crawler.listings.onward.endless import filled, may_answer
from crawler.listings.pagination import place_of
from pipeline.urls import canonical_url, host_port

MAX_JSON = 20_000
"""Letters of an attribute beyond which it holds the list itself, not how it goes on."""

_HOLDERS = "(//*[@*[starts-with(name(), 'data-') and starts-with(., '{')]])[position() <= 50]"
_ADDRESS = re.compile(r"api|endpoint|url|fetch|source|next|more|load|path", re.IGNORECASE)
_PARAMETERS = ("params", "parameters", "query", "data", "args", "filters", "payload")
_CURSOR = "cursor|after|before|(?:page_?)?token|continuation|(?:start_?)?after|(?:last|max)_?id"
_COUNTS = re.compile(
    rf"{_CURSOR}|offset|skip|start|from|page|paged|page_?(?:no|num)", re.IGNORECASE
)
_PAGE = re.compile(r"page|paged|page_?(?:no|num)", re.IGNORECASE)
_ASKED_CURSOR = re.compile(rf"([?&](?:{_CURSOR}|next)=)[^&#]*", re.IGNORECASE)
MAX_VALUE = 200
"""Letters of a parameter's value at most."""


def configured(root: HtmlElement, base: str) -> list[tuple[HtmlElement, str]]:
    """The elements that hold such JSON, each with an address that it makes, of the page's host."""
    found: list[tuple[HtmlElement, str]] = []
    for element in root.xpath(_HOLDERS):
        for name, value in element.attrib.items():
            if not str(name).startswith("data-") or value[:1] != "{" or len(value) > MAX_JSON:
                continue
            try:
                data = json.loads(value)
            except (ValueError, RecursionError):
                continue
            for _, settings in values_of(data):
                if isinstance(settings, dict):
                    made = (canonical_url(url, base) for url in _addresses(settings))
                    found += [(element, u) for u in made if u and host_port(u) == host_port(base)]
    return found


def _addresses(settings: Mapping[str, object]) -> Iterator[str]:
    """The addresses of an object, with its parameters where those count on from somewhere."""
    inner = next((v for k in _PARAMETERS if isinstance(v := settings.get(k), dict)), settings)
    fields = {name: said for name, value in inner.items() if (said := _said(name, value))}
    counts = any(map(_COUNTS.fullmatch, fields))
    for name, written in settings.items():
        if not isinstance(written, str) or "/" not in written or not _ADDRESS.search(name):
            continue
        value = filled(written, {})
        if not may_answer(value):
            continue
        if counts:
            yield f"{value}{'&' if '?' in value else '?'}{urlencode(fields)}"
        elif place_of(value).number is not None:
            yield value


def _said(name: str, value: object) -> str | None:
    """A parameter's value as an address has it, of a page's number the second at least; None where
    it is none."""
    if isinstance(value, bool) or not isinstance(value, int | str) or "/" in str(value):
        return None
    said = str(value)
    if _PAGE.fullmatch(name) and said.isdecimal() and len(said) < 6:
        return str(max(2, int(said)))
    return said if 0 < len(said) <= MAX_VALUE else None


def after_cursor(url: str, cursor: str) -> str | None:
    """The address of what follows an answer that gives a `cursor`; None where its own has none."""
    following, times = _ASKED_CURSOR.subn(lambda m: f"{m[1]}{_quoted(cursor)}", url)
    return following if times == 1 and following != url else None


def after_said(url: str, said: Mapping[str, str]) -> str | None:
    """The address of what follows an answer that says a new value for one parameter of its own
    question, as `said`: «…&nextToken=17» is answered with "nextToken": "29". A page's number counts
    by itself. None where it says none, or several."""
    parts = urlsplit(url)
    asked = parse_qsl(parts.query, keep_blank_values=True)
    new = {k: said[k] for k, v in asked if said.get(k, v) != v and not _PAGE.fullmatch(k)}
    if len(new) != 1 or len(next(iter(new.values()))) > MAX_VALUE:
        return None
    return parts._replace(query=urlencode([(k, new.get(k, v)) for k, v in asked])).geturl()


def _quoted(cursor: str) -> str:
    return urlencode({"": cursor})[1:]
