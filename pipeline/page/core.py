"""What of a page is the article's own, whatever it is called: what holds most of the page's long
texts, the headline, or a body that is named so."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from itertools import islice

from lxml.etree import XPath
from lxml.html import HtmlElement

from pipeline.page.hiding_styles import HIDDEN_STYLE
from pipeline.page.html import Document
from pipeline.page.region_names import is_body_name, named_region, names_of
from pipeline.page.texts import own_texts, summed_up

_UNREAD = frozenset({"script", "style", "a", "noscript", "template", "option", "textarea"})
"""Elements whose own texts weigh nothing: a link leads to another text."""

LONG_CHARS = 40
"""A text of more characters is prose more often than a label."""

LONG_DENSE = 16
_DENSE_STOPS = frozenset("。！？」")
"""The same of a sentence in scripts that say as much with half the signs."""

MAIN_SHARE = 0.5
"""An element with more of a page's long texts than this holds the article, however it is called."""

PARAGRAPH_CHARS = 80
"""Long texts of a paragraph."""


@dataclass(frozen=True, slots=True)
class Core:
    """Elements that are no region: `heavy` hold most of the page's text, `sure` the headline or a
    body that is named so and holds much of the text."""

    heavy: frozenset[HtmlElement]
    sure: frozenset[HtmlElement]
    weights: Mapping[HtmlElement, int]
    dropped: frozenset[HtmlElement] = frozenset()
    """Elements that a source's file says do not belong."""
    total: int = 0
    """The weight of the whole page."""
    headed: frozenset[HtmlElement] = frozenset()
    """Article elements with a headline and a text below it."""

    def is_beside_article(self, column: HtmlElement) -> bool:
        """Whether a column stands beside the article itself, however much of the page's text it
        has: some hold the beginnings of the site's latest articles."""
        around = set(column.iterancestors())
        return any(article not in around for article in self.headed)

    def is_paragraph(self, element: HtmlElement) -> bool:
        """Whether an element within a paragraph holds a paragraph's words: what it is called came
        with them from elsewhere."""
        above = element.getparent()
        words = self.weights.get(element, 0)
        return above is not None and above.tag == "p" and words >= PARAGRAPH_CHARS


def find_core(doc: Document, dropped: frozenset[HtmlElement] = frozenset()) -> Core:
    """Weigh the page's long texts and find what no region's name may take away."""
    weights, total = _weigh(doc)
    heavy = frozenset(e for e, w in weights.items() if w > total * MAIN_SHARE)
    sure: set[HtmlElement] = set()
    headings = doc.all_of("h1")
    shown = [element for element in headings if not _is_concealed(element)]
    # A widget beside the article may have a heading of the first level too.
    shown = [e for e in shown if next(e.iterancestors("aside"), None) is None] or shown
    headed: set[HtmlElement] = set()
    for number, element in enumerate(shown or headings):
        if not number or not _heads_a_card(element):
            sure.update(element.iterancestors())
            headed.update(element.iterancestors("article"))
    for element, weight in weights.items():
        if weight > total * 0.2 and element.tag != "body" and _is_named_body(element):
            little = weight < total * COPY_SHARE and not _is_most_below_headline(element, weights)
            if little and _is_concealed(element):
                continue
            sure.add(element)
            sure.update(element.iterancestors())
    sure.update(_cards_of_text(weights, total))
    headed = {article for article in headed if weights.get(article, 0) >= HEADED_CHARS}
    return Core(heavy, frozenset(sure), weights, dropped, total, frozenset(headed))


HEADED_CHARS = 700
"""Long texts below a headline that are an article, and no card with a standfirst."""


_CARD = re.compile(r"(?<![a-z])card(?![a-z])", re.IGNORECASE)
_CARD_CHARS = 100
"""Long texts (see above) that a part of an article holds."""
_CARD_LINKS = XPath("boolean(.//h2//a | .//h3//a | .//h4//a | .//a//h2 | .//a//h3 | .//a//h4)")


def _is_card(element: HtmlElement) -> bool:
    names = element.get("class")
    return bool(names) and "card" in names.lower() and _CARD.search(names) is not None


def _cards_of_text(weights: Mapping[HtmlElement, int], total: int) -> list[HtmlElement]:
    """What a page calls cards where those without a headline that leads elsewhere hold most of its
    text: some systems call so each part of an article."""
    named = [e for e, w in weights.items() if w >= _CARD_CHARS and _is_card(e)]
    cards = [e for e in named if not _CARD_LINKS(e)] if len(named) > 1 else []
    inner = [e for e in cards if not any(above in cards for above in e.iterancestors())]
    return cards if sum(weights[e] for e in inner) > total * MAIN_SHARE else []


def _heads_a_card(heading: HtmlElement) -> bool:
    """Whether a further first heading is another article's: it links to that, in a part that is
    called related."""
    return heading.find(".//a") is not None and any(
        named_region(names_of(box)) == "related" for box in heading.iterancestors()
    )


COPY_SHARE = 0.55
"""A hidden element with no more of a page's long texts than this may be a copy for print."""
_HEADLINE_BEFORE = XPath("boolean(preceding-sibling::h1)")


def _is_most_below_headline(element: HtmlElement, weights: Mapping[HtmlElement, int]) -> bool:
    """Whether what stands below the headline, in one box with it, is most of that box: a copy for
    print holds no more than what it is a copy of, however much a page says of its cookies; one for
    machines hides its headline too."""
    box = element.getparent()
    if box is None or weights.get(element, 0) <= weights.get(box, 0) * COPY_SHARE:
        return False
    return bool(_HEADLINE_BEFORE(element)) and not _is_concealed(box)


def _is_concealed(element: HtmlElement) -> bool:
    """Whether an element, or one around it, is hidden by its style."""
    for each in (element, *element.iterancestors()):
        style = each.get("style")
        if style and HIDDEN_STYLE.search(style):
            return True
    return False


def _weigh(doc: Document) -> tuple[dict[HtmlElement, int], int]:
    """The characters of long texts in each element that holds some, and in the whole body."""
    own: dict[HtmlElement, int] = {}
    for text, element in own_texts(doc):
        if len(text) < LONG_DENSE or element.tag in _UNREAD:
            continue
        said = len(" ".join(text.split()))  # templates put forty blanks before a word
        if said < LONG_DENSE:
            continue
        is_long = said > LONG_CHARS or text.rstrip()[-1:] in _DENSE_STOPS
        if is_long and not _is_linked(element):
            own[element] = own.get(element, 0) + len(text)
    weights = summed_up(doc, own)
    body = next(iter(doc.all_of("body")), None)
    return weights, weights.get(body, 0)


def _is_linked(element: HtmlElement) -> bool:
    """Whether a text's element stands in a link: the headlines of other articles."""
    return any(around.tag == "a" for around in islice(element.iterancestors(), LINK_DEPTH))


LINK_DEPTH = 3
"""Elements around a text of which one may be the link that it stands in."""


def _is_named_body(element: HtmlElement) -> bool:
    if "articlebody" in (element.get("itemprop") or "").lower():
        return True
    return is_body_name(names_of(element))
