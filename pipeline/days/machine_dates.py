"""What an element says of its date for machines and scripts."""

from __future__ import annotations

import re
from datetime import UTC, datetime
from functools import lru_cache

from lxml.html import HtmlElement

_DATE_PROPERTIES = frozenset({
    "datePublished", "dateModified", "dateCreated", "dc:date", "dc:created", "dcterms:created",
    "dcterms:issued", "schema:datePublished", "schema:dateCreated", "schema:dateModified",
})  # fmt: skip
"""The names of dates in microdata, and in the RDFa that Drupal writes."""

_SCRIPTED = re.compile(
    r"(?:data-)?(?:date|time|timestamp|livestamp|utime|ts|epoch|unix|utc|iso)(?:-?(?:time|stamp|utc|iso|published))?"
    r"|data-(?:pub(?:lish(?:ed)?)?|post(?:ed)?|created?)(?:-?(?:at|on|date|time|timestamp))?"
)
"""The attributes from which a script draws the day."""
_EPOCH = re.compile(r"1\d{9}(?:\d{3})?")
_ISO = re.compile(r"\d{4}-\d\d-\d\d(?:[T ].*)?")


def machine_date(element: HtmlElement, near: bool) -> str | None:
    """The date of an element in a machine's form, None where it has none; what only scripts are
    told counts for an element `near` the headline, or called a time."""
    get = element.get
    attribute = get("datetime") or get("data-datetime")
    if not attribute and (near or element.tag == "time" or "-" in element.tag):
        attribute = _scripted(element)
    if element.tag == "abbr" and not attribute:
        attribute = get("title")
    if not attribute and (content := get("content")):
        names = f"{get('itemprop') or ''} {get('property') or ''}".split()
        attribute = None if _DATE_PROPERTIES.isdisjoint(names) else content
    return str(attribute) if attribute else None


@lru_cache(maxsize=2_000)
def _is_scripted(name: str) -> bool:
    return _SCRIPTED.fullmatch(name) is not None


def _scripted(element: HtmlElement) -> str | None:
    """The moment from which a script draws the day: in ISO 8601, or the seconds, or thousandths of
    them, since 1970."""
    # What an element holds are its parts; attributes are asked for by keys.
    for name in element.keys():  # noqa: SIM118
        if not _is_scripted(name):
            continue
        told = element.get(name) or ""
        if _EPOCH.fullmatch(told):
            return datetime.fromtimestamp(int(told[:10]), UTC).isoformat()
        if _ISO.fullmatch(told):
            return str(told)
    return None
