"""What the elements are called that hold the lines of a text: tags and classes, up to the element
that holds most of it."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from itertools import islice

from lxml.html import HtmlElement

from pipeline.page.elements import wrapping
from pipeline.page.pieces import Extracted, is_region

MOST = 2
"""An element with more than one character in so many of a text holds the text, and no box of it."""
MAX_STEPS = 3
MAX_NAME_CHARS = 80
"""Of classes or a style: some have hundreds, and the first tell what it is."""
_OF_PAGE = re.compile(r"\d{3,}")
"""In a class a number of its page: `post-4711`."""
_IN_WORDS = frozenset("a b cite em font i mark s small span strong sub sup u".split())  # noqa: SIM905
CLASSED = ".["
"""Signs of a selector that says more than tags do."""


def selectors_of(lines: Sequence[Extracted]) -> list[str | None]:
    """The selectors of a text's lines, None of a line that stands in a region or has no element of
    the page's.

    «ul.more>li», «p>em», «p[text-align:center]»: the tags, each with its classes or else its style,
    from below what holds most of the text down to what holds all of the line.
    """
    parents = [
        None if line.element is None or is_region(line.rule) else line.element.getparent()
        for line in lines
    ]
    chars: Counter[HtmlElement] = Counter()
    for line, parent in zip(lines, parents, strict=True):
        if parent is not None:
            chars[parent] += len(line.block.text)
    held: Counter[HtmlElement] = Counter()
    for parent, count in chars.items():
        held[parent] += count
        for element in parent.iterancestors():
            held[element] += count
    total = chars.total()
    steps: dict[HtmlElement, str] = {}
    found: list[str | None] = []
    for line, parent in zip(lines, parents, strict=True):
        if parent is None or line.element is None:
            found.append(None)
            continue
        above = steps.get(parent)
        if above is None:
            above = steps[parent] = _above(parent, held, total)
        found.append(above + _within(line.element))
    return found


def _above(parent: HtmlElement, held: Counter[HtmlElement], total: int) -> str:
    """The steps from what holds most of a text down to the parent of a line."""
    steps: list[str] = []
    element: HtmlElement | None = parent
    while element is not None and held[element] * MOST <= total and len(steps) < MAX_STEPS:
        steps.append(_step(element))
        element = element.getparent()
    return "".join(f"{step}>" for step in reversed(steps))


def _within(element: HtmlElement) -> str:
    """The steps from what holds a line down to what holds all of its words."""
    inner = islice(wrapping(element, _IN_WORDS), MAX_STEPS - 1)
    return ">".join(map(_step, (element, *inner)))


def _step(element: HtmlElement) -> str:
    called = element.get("class")
    if called:
        names = ".".join(_OF_PAGE.sub("#", called).split())
        return f"{element.tag}.{names[:MAX_NAME_CHARS]}"
    style = element.get("style")
    if style:
        return f"{element.tag}[{_OF_PAGE.sub('#', ''.join(style.split()))[:MAX_NAME_CHARS]}]"
    return str(element.tag)
