"""The first links in elements, looked for once: thousands of links share those far above them."""

from __future__ import annotations

from itertools import islice

from lxml.html import HtmlElement


class FirstLinks(dict[HtmlElement, list[HtmlElement]]):
    """By an element, the first `most` links in it."""

    def __init__(self, most: int) -> None:
        super().__init__()
        self.most = most

    def __missing__(self, element: HtmlElement) -> list[HtmlElement]:
        links = self[element] = list(islice(element.iter("a"), self.most))
        return links
