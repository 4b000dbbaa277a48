"""trafilatura as the second reader: what it finds in the body that was chosen.

It reads a copy of the chosen element from which the regions are gone already, in its fast form and
without its own metadata, comments and fallbacks: a few milliseconds. Its text is a witness of
where the article ends; its answer is never stored, since it drops joiners that Persian needs.
"""

from __future__ import annotations

import logging
from collections.abc import Iterable
from copy import deepcopy

import trafilatura
from lxml.etree import SubElement
from lxml.html import HtmlElement
from trafilatura.settings import Extractor

from pipeline.fingerprints import skeleton
from pipeline.page.voids import joined

log = logging.getLogger(__name__)

_OPTIONS = Extractor(
    output_format="python", fast=True, precision=True, comments=False, with_metadata=False
)


MAX_ELEMENTS = 5_000
"""Elements of a body that is read again: on tens of thousands trafilatura takes the square of their
number. The most of 306 real bodies are 1,529."""


def read_again(element: HtmlElement, regions: Iterable[HtmlElement]) -> str:
    """The skeleton of what trafilatura finds in `element` without `regions`; "" if nothing.

    Any error in the library counts as nothing: its answer only confirms.
    """
    if sum(1 for _ in element.iter()) > MAX_ELEMENTS:
        return ""
    gone = set(regions)
    copied = deepcopy(element)
    twins = [t for e, t in zip(element.iter(), copied.iter(), strict=True) if e in gone]
    for twin in twins:
        _remove(twin)
    page = element.makeelement("html")
    SubElement(SubElement(page, "body"), "article").append(copied)
    try:
        found = trafilatura.bare_extraction(page, options=_OPTIONS)
    except Exception:  # a library's fault must not lose a page
        log.debug("trafilatura failed", exc_info=True)
        return ""
    text = found.text if found is not None and not isinstance(found, dict) else None
    return skeleton(text) if text else ""


def _remove(element: HtmlElement) -> None:
    """Take an element out of its tree and leave what follows it."""
    parent = element.getparent()
    if parent is None:
        return
    tail = element.tail
    previous = element.getprevious()
    if tail:
        if previous is not None:
            previous.tail = joined(previous.tail, tail)
        else:
            parent.text = joined(parent.text, tail)
    parent.remove(element)
