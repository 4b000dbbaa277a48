"""Where a day stands: beside the headline, in another article's card, in a quotation."""

from __future__ import annotations

import re
from functools import cache
from itertools import chain, islice

from lxml.html import HtmlElement

from pipeline.days.in_lists import (
    CARD_ELEMENTS,
    NUMBER,
    boxes_around,
    is_in_linked_list,
    is_in_list,
    is_in_table_of_days,
)
from pipeline.days.words import plain, speaks_of_modification, speaks_of_publication
from pipeline.declared.microdata import is_of_other_thing
from pipeline.page.author_pages import is_author_page
from pipeline.page.elements import letters, text_of_element
from pipeline.page.html import Document
from pipeline.page.reader_addresses import is_reader_s
from pipeline.page.within import in_card, in_linked_card, in_teaser, regions_between
from pipeline.patterns.rule_files import read_rules
from pipeline.text import is_long_as_headline, spoken_words
from pipeline.titles.discussions import in_discussion
from pipeline.titles.surroundings import Surroundings
from pipeline.urls import absolute

CARD_LETTERS = 60
"""Letters that a card has beside its link: a day, a section, a number of comments."""


def is_below_a_link(element: HtmlElement, top: frozenset[HtmlElement]) -> bool:
    """Whether a day stands in a box with little more than one link as long as a headline: it is
    the day of what the link leads to."""
    itself = [element] if element.tag in _CARDS or _begins_with_link(element) else []
    for box in chain(itself, islice(element.iterancestors(), 2)):
        if box in top:
            return False
        inside = list(islice(box.iter(), CARD_ELEMENTS + 1))
        if len(inside) > CARD_ELEMENTS:
            return False
        links = [part for part in inside if part.tag == "a"]
        if len(links) == 1:
            if is_author_page(links[0].get("href")) or links[0].get("rel") == "author":
                return False  # «Joost van der Berg», of as many words as a headline
            if _CALLED_AUTHOR.search(links[0].get("class") or ""):
                return False
            text = text_of_element(links[0])
            beside = len(text_of_element(box)) - len(text)
            if not is_long_as_headline(_without_times(links[0], text)) or beside >= CARD_LETTERS:
                return False
            return not _signs(links[0])
    return False


_CALLED_AUTHOR = re.compile(r"(?:^|[\s_-])(?:author|byline|writer)(?:$|[\s_-])", re.IGNORECASE)


def _signs(link: HtmlElement) -> bool:
    """Whether a link stands behind a word of bylines alone: two may have written it, «Von <a>Jane
    Doe und John Roe</a>»."""
    above, before = link.getparent(), link.getprevious()
    text = before.tail if before is not None else above.text if above is not None else None
    return bool(text) and letters(text or "") in _words_of_bylines()


@cache
def _words_of_bylines() -> frozenset[str]:
    told = read_rules("bylines.toml").values()
    return frozenset(letters(word) for words in told for word in words.get("before", ()))


def _without_times(link: HtmlElement, text: str) -> str:
    """A link's text without the times that it holds: many themes link the days of publication and
    of change to the article itself."""
    for time in link.iter("time"):
        text = text.replace(text_of_element(time), "", 1)
    return text


def _begins_with_link(element: HtmlElement) -> bool:
    first = next(iter(element), None)
    return first is not None and first.tag == "a" and not (element.text or "").strip()


_CARDS = frozenset({"li", "article", "dd"})
"""What may be a card itself; a paragraph that links a name behind a word, with a day, is a byline.
"""


def _is_headline(link: HtmlElement) -> bool:
    return is_long_as_headline(text_of_element(link))


def _holds_headlines(element: HtmlElement) -> bool:
    """Whether an element holds several links as long as headlines."""
    links = [a for a in islice(element.iter(), CARD_ELEMENTS) if a.tag == "a"]
    return len(links) > 1 and sum(_is_headline(a) for a in links) > 1


def _is_led_on(doc: Document, element: HtmlElement) -> bool:
    """Whether a day below the text is a link's own text, as in an archive, or stands beside the
    link to the article before or after."""
    if speaks_of_publication(plain(text_of_element(element))):
        return False
    beside = (element.getprevious(), element.getnext())
    if any(a is not None and a.tag == "a" and _is_headline(a) for a in beside):
        return True
    return _is_linked(doc, element)


def _is_linked(doc: Document, element: HtmlElement) -> bool:
    """Whether all numbers of an element stand in links, and none leads to its own page."""
    links = [*element.iter("a"), *islice(element.iterancestors("a"), 1)]
    if not links or any(absolute(a.get("href") or "", doc.url) == doc.url for a in links):
        return False
    if element.tag == "a" or links[-1] not in set(element.iter("a")):
        return True
    linked = {part for link in links for part in link.iterdescendants()}
    own = [element.text, *(p.tail for p in element.iterdescendants() if p not in linked)]
    own += [p.text for p in element.iterdescendants() if p.tag != "a" and p not in linked]
    return not any(said and NUMBER.search(said) for said in own)


def _holds_text(element: HtmlElement) -> bool:
    """Whether an element below the text holds a paragraph of its own, as a comment does: the day
    of an article stands in a line."""
    return element.tag != "p" and next(element.iterdescendants("p"), None) is not None


SENTENCE_WORDS = 8
LONG_SENTENCE_WORDS = 14
"""The same between headline and text, where lines of facts end with a stop too."""


_HALF_OF_DAY = re.compile(r"\s?[ap]\.\s?m\.$", re.IGNORECASE)
"""What ends with a stop and ends no sentence: «8 de noviembre de 2026 09:15 a. m.»"""


def tells_of_day(element: HtmlElement, least_words: int) -> bool:
    """Whether an element is a sentence about a day, or a time in one, and not about the day of its
    publication."""
    box = element.getparent() if element.tag == "time" else None
    text = text_of_element(element if box is None or box.tag != "p" else box)
    words = spoken_words(_HALF_OF_DAY.sub("", text))
    if words < least_words or text.rstrip("\"'”»)")[-1:] not in ".!?؟۔।。":
        return False
    if box is not None and element is box[0] and _is_before_label(element):
        return False
    low = plain(text)
    return not (speaks_of_publication(low) or speaks_of_modification(low))


def _is_before_label(time: HtmlElement) -> bool:
    """Whether a time begins its line, and a word like "by" stands right behind it."""
    behind = (time.tail or "").split(maxsplit=1)
    line = time.getparent()
    before = (line.text if line is not None else None) or ""
    return bool(behind) and not before.strip() and behind[0].lower() in _words_of_bylines()


def is_quoted(element: HtmlElement, top: frozenset[HtmlElement]) -> bool:
    """Whether an element stands in what the article quotes: a post with the day it was written."""
    return any(e not in top for e in islice(element.iterancestors("blockquote"), 3))


def is_beside(element: HtmlElement, top: frozenset[HtmlElement]) -> bool:
    """Whether a line stands in the headline's own box: there it is the article's."""
    parent = element.getparent()
    if parent is not None and parent in top and parent.tag not in ("body", "main"):
        return True
    return is_in_own_article(element, top)


def is_in_own_article(element: HtmlElement, top: frozenset[HtmlElement]) -> bool:
    """Whether the article element that holds the headline holds a line too: what stands there
    above the headline is of this article, were its bar called a navigation."""
    return any(ancestor in top for ancestor in element.iterancestors("article"))


def is_line_of_section(element: HtmlElement, top: frozenset[HtmlElement]) -> bool:
    """Whether a line in the headline's own box links nothing longer than a section's name."""
    parent = element.getparent()
    if parent is None or parent not in top or parent.tag in ("body", "main"):
        return False
    return not any(_is_headline(a) for a in element.iter("a"))


def is_in_crown(element: HtmlElement, around: Surroundings) -> bool:
    """Whether a line stands right above the headline in the same box, and its own boxes link
    nothing longer than a name."""
    if element not in around.crown:
        return False
    boxes = (element, *islice(element.iterancestors(), CROWN_DEPTH))
    # A day behind the headline in its own box stands in what holds both.
    box = next((box for box in reversed(boxes) if box not in around.top), element)
    return not any(_is_headline(a) for a in islice(box.iter("a"), CARD_ELEMENTS))


CROWN_DEPTH = 3
"""Boxes in which a line above the headline may stand."""
_FOR_EARS = re.compile(r"screen-?reader|visually-?hidden|sr-?only|a11y|assistive", re.IGNORECASE)


def is_for_readers(element: HtmlElement) -> bool:
    """Whether what hides a day hides it from ears or from eyes alone: it is said for each."""
    return any(
        part.get("aria-hidden") == "true" or _FOR_EARS.search(part.get("class") or "")
        for part in (element, *islice(element.iterancestors(), 2))
    )


def regions_of_day(
    element: HtmlElement, place: int, above: bool, top: frozenset[HtmlElement]
) -> set[str]:
    """The regions that a day lies in, without those that hold the article's own too."""
    regions = regions_between(element, top)
    if _holds_caption_alone(element):
        regions.add("caption")
    if "footer" in regions and (above or _is_in_article(element)):
        regions.discard("footer")
    if "hidden" in regions and above and is_for_readers(element):
        regions.discard("hidden")
    if place < 0 and is_in_own_article(element, top):
        regions.discard("navigation")
    if "navigation" in regions and above and not _leads_anywhere(element, top):
        regions.discard("navigation")  # whatever it is called
    return regions


def _leads_anywhere(element: HtmlElement, top: frozenset[HtmlElement]) -> bool:
    """Whether a link stands in the boxes around a line that do not hold the headline too."""
    return any(next(box.iter("a"), None) is not None for box in boxes_around(element, top))


def _holds_caption_alone(element: HtmlElement) -> bool:
    """Whether a box holds a picture and only its caption, in which a day is the picture's."""
    caption = next(element.iterdescendants("figcaption"), None)
    return caption is not None and text_of_element(caption) == text_of_element(element)


FOREIGN = frozenset(
    {"comments", "related", "newsletter", "dialog", "advertisement", "navigation", "hidden",
     "caption", "embed", "footer"}
)  # fmt: skip
"""Regions in which no day of the article stands."""


FAR = 40
"""Elements above the headline from which on a day that is a link's text is what it leads to."""


def is_of_another(
    doc: Document,
    element: HtmlElement,
    place: int,
    around: Surroundings,
    scopes: frozenset[HtmlElement],
) -> bool:
    """Whether a day stands in a quotation, below a link, in a list or in a card: it is no day of
    this article."""
    top = around.top
    if is_quoted(element, top) or (doc.with_microdata and is_of_other_thing(element, scopes)):
        return True
    if place > 0 and (is_below_a_link(element, top) or _holds_headlines(element)):
        return True
    if place > 0 and is_in_linked_list(element, top):
        return True
    if is_in_table_of_days(element, top) or (place < -FAR and _is_linked(doc, element)):
        return True
    if place > around.text_begins and (
        is_in_list(element, top)
        or _is_event_aside(element, top)
        or _is_led_on(doc, element)
        or _holds_text(element)
        or _is_by_reader(element, top)
        or in_discussion(doc, element, around)
    ):
        return True
    near = 0 <= place <= around.text_begins or (
        place < 0
        and (
            is_in_own_article(element, top)
            or is_line_of_section(element, top)
            or is_in_crown(element, around)
        )
    )
    if in_linked_card(element) if near else in_teaser(element, top, _signers(element)):
        return True
    return in_card(doc, element, top)


def _is_by_reader(element: HtmlElement, top: frozenset[HtmlElement]) -> bool:
    """Whether a day stands in a box with a link to what a reader wrote there, «#comment-12»."""
    for box in islice(element.iterancestors(), READER_REACH):
        if box in top:
            return False
        inside = [*islice(box.iter(), CARD_ELEMENTS + 1)]
        if len(inside) > CARD_ELEMENTS:
            return False
        if any(part.tag == "a" and is_reader_s(part) for part in inside):
            return True
    return False


READER_REACH = 3
"""Boxes around a day among which the link to a comment may stand."""


def _is_event_aside(element: HtmlElement, top: frozenset[HtmlElement]) -> bool:
    """Whether a day stands in a list beside the article of which an item says what is on then:
    «General meeting of the harbour club, 14 March 2026»."""
    item = element if element.tag == "li" else next(element.iterancestors("li"), None)
    if item is None or item in top or "aside" not in regions_between(item, top):
        return False
    listed = item.getparent()
    return any(map(_tells_event, islice(listed if listed is not None else (), MAX_EVENTS)))


def _tells_event(item: HtmlElement) -> bool:
    text = text_of_element(item)
    low = plain(text)
    if NUMBER.search(text) is None or speaks_of_publication(low) or speaks_of_modification(low):
        return False
    return sum(word[0].isalpha() for word in text.split()) >= EVENT_WORDS


MAX_EVENTS = 12
EVENT_WORDS = 5
"""Of an item, its month among them: «By Jane Doe, 14 March 2026» has four."""


MOST_LINKS = 4
"""Links of a line of which some may be who signed."""


def _signers(element: HtmlElement) -> tuple[str, ...]:
    """The links, as long as a name, in a line that begins with a word of publication: «Posted by
    <a>Jane Doe</a> on 3 May 2026»."""
    own = element.text
    if not own or not speaks_of_publication(plain(own)):
        return ()
    texts = map(text_of_element, islice(element.iter("a"), MOST_LINKS))
    return tuple(text for text in texts if not is_long_as_headline(text))


def _is_in_article(element: HtmlElement) -> bool:
    return next(element.iterancestors("article", "main"), None) is not None
