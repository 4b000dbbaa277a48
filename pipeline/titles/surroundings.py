"""Where the headline stands in a page: bylines, dates and sections are looked for around it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import islice

from lxml.html import HtmlElement

from pipeline.page.elements import letters
from pipeline.page.html import Document, once_a_page
from pipeline.page.within import is_column_of_head
from pipeline.patterns.late_patterns import late_pattern
from pipeline.punctuation import SENTENCE_ENDS
from pipeline.titles.headings import is_site_title, read_headings
from pipeline.titles.plain_headline import plain_headline, shown_title
from pipeline.urls import absolute

FAR_ABOVE = 10**6
"""The place of the headline of a page that shows none: nothing is near it."""

CROWN = 16
"""Elements above the headline among which its own head begins."""
DEEP = 3
"""Boxes within that head in which one of them may stand."""

TEXTS_BEFORE = 1
"""Long texts below a headline that may stand above a byline: a standfirst."""

LONG_CHARS = 80
LONG_DENSE_CHARS = 50
"""The same in scripts whose letters are syllables or words, or that part no words."""
_DENSE = late_pattern(
    "[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]"
)
_PARAGRAPHS = frozenset({"p"})
_PROSE = frozenset({"p", "div", "span", "td", "font", "h2", "section", "article"})


def _is_long(text: str) -> bool:
    if len(text) <= LONG_DENSE_CHARS:
        return False
    text = " ".join(text.split())
    return len(text) > LONG_CHARS or len(_DENSE.findall(text)) > LONG_DENSE_CHARS


SENTENCES = 3
SENTENCE_CHARS = 35
SENTENCE_DENSE_CHARS = 18


def _is_sentence(paragraph: HtmlElement) -> bool:
    """Whether a paragraph is brief and a sentence, or several, and no line of facts."""
    text = (paragraph.text or "").rstrip()
    if text[-1:] not in SENTENCE_ENDS or not text:
        return False
    return len(text) >= SENTENCE_CHARS or len(_DENSE.findall(text)) >= SENTENCE_DENSE_CHARS


@dataclass(frozen=True)
class Surroundings:
    """The element that shows the title (None where none does) and the elements around it.

    `top` are the headline's ancestors: what they are called tells nothing of what they hold.
    `elements` are all of the page's, `places` where each stands.
    """

    elements: Sequence[HtmlElement]
    headline: HtmlElement | None
    top: frozenset[HtmlElement]
    places: Mapping[HtmlElement, int]

    @cached_property
    def crown(self) -> tuple[HtmlElement, ...]:
        """The elements right above the headline in a box that both share: of one article's head. A
        box of the headline's own is as the headline. Those of a brief column before the one that
        the headline opens are of its head too."""
        if self.headline is None or (box := self.headline.getparent()) is None:
            return ()
        if self.column is not None:
            parts = (e for e in self.column.iter() if isinstance(e.tag, str))
            return tuple(islice(parts, 1, CROWN + 1))
        around = box.getparent()
        own = len(box) == 1 and not (box.text or "").strip()
        if around is not None and own and around.tag != "body":
            box = around
        start = self.places[self.headline]
        above = self.elements[max(0, start - CROWN) : start]
        return tuple(e for e in above if box in _above(e))

    @cached_property
    def column(self) -> HtmlElement | None:
        """The brief column before the one that the headline opens and the text stands in, or beside
        its article."""
        node, box = self.headline, None
        for _ in range(DEEP if node is not None else 0):
            box = node.getparent() if node is not None else None
            if box is None or len(box) > 1 or box.tag == "body":
                break
            node = box
        opens = box is not None and node in box[:OPENING]
        before = box.getprevious() if box is not None and opens else None
        if box is None or before is None or not is_column_of_head(before, self.top):
            whole = next((e for e in self.top if e.tag == "article"), None)
            behind = whole.getnext() if whole is not None else None
            aside = behind is not None and behind.tag == "aside"
            return behind if aside and is_column_of_head(behind, self.top) else None
        place = self.places[box[0]] + self.text_begins
        return (
            before if place < len(self.elements) and box in _above(self.elements[place]) else None
        )

    @cached_property
    def text_begins(self) -> int:
        """The distance of the second long text below the headline (the first may be a standfirst),
        or where there is none of the third of brief paragraphs side by side: from there on the
        article's text runs, and what a card names is another article's."""
        return self._second_long(_PROSE)

    @cached_property
    def above_text(self) -> Sequence[HtmlElement]:
        """The elements between the headline and the text."""
        if self.headline is None:
            return ()
        start = self.places[self.headline]
        return self.elements[start + 1 : start + self.text_begins]

    @cached_property
    def paragraphs_begin(self) -> int:
        """The same of paragraphs that are marked as such: notes between headline and text are not
        always."""
        return self._second_long(_PARAGRAPHS)

    def _second_long(self, tags: frozenset[str]) -> int:
        start = self.places.get(self.headline, 0) if self.headline is not None else 0
        left, last = TEXTS_BEFORE, len(self.elements)
        run, sentences, begun = None, 0, 0
        within = set(self.headline.iter()) if self.headline is not None else set()
        for place in range(start, len(self.elements)):
            element = self.elements[place]
            if element in within and element is not self.headline:
                continue
            if element.tag == "p" and _is_sentence(element):
                sentences = sentences + 1 if element.getprevious() is run else 1
                begun = begun or (place - start if sentences == SENTENCES else 0)
                run = element
            inside = place > start and element.tag in tags and _is_long(element.text or "")
            inside = inside and not _is_in_link(element)
            if inside or _is_long(element.tail or ""):
                if not left:
                    return place - start
                left, last = left - 1, place - start + 1
        return begun or last

    @cached_property
    def ends(self) -> int:
        """The place where an endless page appends the next article: its headline is made like the
        first, and stands with prose in a box made like the first's. The page's end elsewhere."""
        own = self.headline
        if own is not None and own.tag in _HEADLINES:
            tag, names = own.tag, own.get("class")
            for place in range(self.places[own] + 1, len(self.elements)):
                other = self.elements[place]
                alike = other.tag == tag and other.get("class") == names
                if alike and _are_in_like_boxes(own, other):
                    return place
        return len(self.elements)

    def distance(self, element: HtmlElement) -> int:
        """Elements from the headline to an element; negative above the headline."""
        start = self.places.get(self.headline, 0) if self.headline is not None else 0
        return self.places[element] - start


def _is_in_link(element: HtmlElement) -> bool:
    """Whether a text is what a link says: a button to share the article, that names it, or a card's
    teaser."""
    return any(outer.tag == "a" for outer in islice(element.iterancestors(), LINK_REACH))


LINK_REACH = 2
"""Elements around a text of which one may be its link."""


def _above(element: HtmlElement) -> tuple[HtmlElement, ...]:
    return tuple(islice(element.iterancestors(), DEEP))


OPENING = 3
"""Elements of a column among which its headline opens it: a kicker, or a name for ears, may stand
before."""
_HEADLINES = frozenset({"h1", "h2"})
NEXT_CHARS = 300
"""Letters in the paragraphs of a box below which it is a card, no article."""


def _are_in_like_boxes(own: HtmlElement, other: HtmlElement) -> bool:
    """Whether two headlines stand in boxes side by side, of the same tag and with a name in common,
    and the second box holds prose."""
    around = {element.getparent(): element for element in (own, *own.iterancestors())}
    box = other
    while (beside := around.get(box.getparent())) is None:
        parent = box.getparent()
        if parent is None:
            return False
        box = parent
    names = set((beside.get("class") or "").split())
    if box is other or box.tag != beside.tag or names.isdisjoint((box.get("class") or "").split()):
        return False
    return sum(len(p.text or "") for p in box.iter("p")) >= NEXT_CHARS


@once_a_page
def surroundings(doc: Document, title: str | None) -> Surroundings:
    """The surroundings of the headline that shows a title."""
    headline = find_headline(doc, title)
    top = frozenset(headline.iterancestors()) if headline is not None else frozenset()
    return Surroundings(doc.elements, headline, top, doc.places)


LISTED = 10
"""Levels below all others at which a headline stands that is a link to another page: a list of the
most read tells the article's own too."""


def leads_elsewhere(heading: HtmlElement, url: str) -> bool:
    """Whether a heading is one link, and that to another page."""
    links = [heading] if heading.tag == "a" else list(heading.iter("a"))
    href = (links[0].get("href") or "").partition("#")[0] if len(links) == 1 else ""
    page = url.partition("#")[0].partition("?")[0].rstrip("/")
    if "?" in href and absolute(href, url) == url.partition("#")[0]:
        return False  # «./?date=20261019» at that address
    return bool(href) and not page.endswith(href.partition("?")[0].rstrip("/"))


def _is_with_standfirst(heading: HtmlElement, words: str, title: str) -> bool:
    """Whether a heading's own words are a title, and an element in it has more behind them: «Two
    towns share a bridge <small>It took a year.</small>»."""
    return words.startswith(title) and letters(heading.text or "") == title


def find_headline(doc: Document, title: str | None) -> HtmlElement | None:
    """The element that shows the title, the highest heading first; None where none does."""
    if not title:
        return None
    key = letters(title)
    best: tuple[int, HtmlElement] | None = None
    headings = read_headings(doc)
    for heading in headings:
        other = letters(heading.text)
        same = other == key or _is_with_standfirst(heading.element, other, key)
        if same or (len(other) > 15 and (key.endswith(other) or other.endswith(key))):
            rank = heading.level if heading.level else 2
            rank += LISTED if leads_elsewhere(heading.element, doc.url) else 0
            if best is None or rank < best[0]:
                best = (rank, heading.element)
    if best:
        return best[1]
    plain = plain_headline(doc)
    if plain is not None and letters(plain.text) == key:
        return plain.element
    first = next((h.element for h in headings if h.level == 1 and not is_site_title(h)), None)
    shown = shown_title(doc, title) if first is None else None
    return shown.element if shown else first
