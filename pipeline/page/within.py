"""What an element of a page lies in: regions, cards of other articles, comments."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from itertools import islice

from lxml.html import HtmlElement

from pipeline.page.author_pages import is_author_page
from pipeline.page.elements import text_of_element, tidy
from pipeline.page.html import Document, once_a_page
from pipeline.page.region_names import named_region, names_of
from pipeline.page.regions import region_of
from pipeline.patterns.late_patterns import late_pattern

# A line of facts that counts the comments beside the date is no area of comments.
_FACTS_FIRST = re.compile(
    r"(?:post-|entry-|article-)?(?:dates?|meta|info|byline)[_-]", re.IGNORECASE
)


_FOOT_OF_ENTRY = re.compile(
    r"(?:^|[\s_-])(?:entry|post|asset|story|article)[_-]foot(?:er)?(?:$|\s)", re.IGNORECASE
)
"""What is called the foot of an entry tells of it, as a line of facts does."""


_FACTS_ASIDE = re.compile(r"(?:^|[\s_-])(?:meta|byline)(?:[\s_-]|$)")
"""What is called so in an aside tells of the article: who wrote it and when."""


def regions_between(element: HtmlElement, top: frozenset[HtmlElement]) -> set[str]:
    """The kinds of region that an element lies in, up to the first element of `top`.

    What also holds the headline tells nothing of the element: themes call the whole page anything.
    """
    found: set[str] = set()
    node = element
    while node is not None and node not in top and node.tag not in ("body", "html", "main"):
        region = region_of(node, node.tag) if isinstance(node.tag, str) else None
        if region == "footer" and _FOOT_OF_ENTRY.search(names_of(node)):
            region = "meta"
        if region == "aside" and _FACTS_ASIDE.search(names_of(node)):
            region = "meta"
        elif (region == "aside" or "aside" in found) and is_column_of_head(node, top):
            found.discard("aside")  # its boxes may be called as it is
            region = "meta"
        if region and not (region == "comments" and _FACTS_FIRST.match(names_of(node))):
            found.add(region)
        if region == "aside" and (named := named_region(names_of(node))):
            found.add(named)
        node = node.getparent()
    return found


def is_column_of_head(box: HtmlElement, top: frozenset[HtmlElement]) -> bool:
    """Whether a box is a brief column right before the one that holds the headline, or behind its
    article: it has no heading and one link or two, and tells who wrote the text, and when."""
    if box.tag not in _COLUMNS:
        return False
    beside, before = box.getnext(), box.getprevious() if box.tag == "aside" else None
    behind = before is not None and before.tag == "article" and before in top
    if not (beside in top or behind) or named_region(names_of(box)) not in _NO_OTHERS:
        return False
    links = list(islice(box.iter("a"), COLUMN_LINKS + 1))
    if len(links) > COLUMN_LINKS or next(box.iter(*_COLUMN_HEADINGS), None) is not None:
        return False
    if behind and any(map(_leads_away, links)):
        return False
    return 0 < len(text_of_element(box)) < COLUMN_CHARS


def in_own_foot(element: HtmlElement, top: frozenset[HtmlElement]) -> bool:
    """Whether an element stands in the foot of the article element that holds the headline."""
    foot = next(element.iterancestors("footer"), None)
    around = foot.getparent() if foot is not None else None
    return around is not None and around.tag == "article" and around in top


_COLUMNS = frozenset({"aside", "div", "section"})
_NO_OTHERS = frozenset({None, "aside", "meta", "author-box"})
_COLUMN_HEADINGS = ("h1", "h2", "h3", "nav", "form", "header")
COLUMN_LINKS = 3
COLUMN_CHARS = 200
"""Letters of a column that holds names, days, a section, and no text."""


CARD_REACH = 7
"""How many elements above a date or a name its card may begin; themes nest a card's line of facts
five deep."""


def in_card(doc: Document, element: HtmlElement, top: frozenset[HtmlElement]) -> bool:
    """Whether an element lies in a card of another article: a box with one linked heading."""
    numbers = _linked_headings(doc)
    if numbers.get(element) and element not in top and not _signs_headline(element, numbers):
        return True  # it holds cards
    node = element
    for _ in range(CARD_REACH):
        if node is None or node in top or node.tag in ("body", "main"):
            return False
        if numbers.get(node) == 1 or (node.tag == "article" and _is_one_of_several(node)):
            return not (_holds_article(node) or _signs_headline(node, numbers))
        node = node.getparent()
    return False


def _signs_headline(box: HtmlElement, numbers: Mapping[HtmlElement, int]) -> bool:
    """Whether a box close behind the headline has a linked heading of no more words than a name:
    columns set so who writes them, «<h1>…</h1><h2><a>Jane Doe</a></h2>»; or one whose first link
    is to an author's page."""
    around, before = box, box.getprevious()
    while before is None and numbers.get(around) == 1 and around.tag not in _WHOLE:
        around = around.getparent()
        before = around.getprevious()
    if numbers.get(around) != 1:
        return False  # a row of cards
    for _ in range(MAX_BETWEEN):
        last = before[-1] if before is not None and len(before) else before
        if before is None or last is None or last.tag == "h1":
            break
        between = not numbers.get(before) and len(text_of_element(before)) < LINKED_CHARS
        before = before.getprevious() if between else None
    if before is None or last is None or last.tag != "h1":
        return False
    heading = box if box.tag in _CARD_HEADINGS else next(box.iter(*_CARD_HEADINGS), box)
    link = next(heading.iter("a"), heading)
    # «By <a>Jane Doe</a>, <a>10 June 2026</a>»
    named = link if is_author_page(link.get("href")) else heading
    return len(text_of_element(named).split()) in _WORDS_OF_NAME


_WHOLE = ("article", "main", "body", "html")
MAX_BETWEEN = 3
"""Elements between the two, as a picture or the day."""
_CARD_HEADINGS = ("h2", "h3", "h4", "h5")
_WORDS_OF_NAME = range(2, 5)


def _is_one_of_several(article: HtmlElement) -> bool:
    """Whether an article stands beside another that is called as it is: both are cards of a list,
    though a script may lead on from them and no link does."""
    beside = (article.getnext(), article.getprevious())
    return any(
        other is not None and other.tag == "article" and other.get("class") == article.get("class")
        for other in beside
    )


CARD_CHARS = 1_500
CARD_PARAGRAPHS = 3
"""What holds more text than a card's headline, facts and summary have holds an article, and beside
it the only link to the one before."""


def _holds_article(box: HtmlElement) -> bool:
    paragraphs = list(islice(box.iter("p"), CARD_PARAGRAPHS + 1))
    return len(paragraphs) > CARD_PARAGRAPHS or len(text_of_element(box)) > CARD_CHARS


TEASER_REACH = 4
TEASER_LETTERS = 12
"""Letters of a link that may be another article's headline."""
_DENSE = late_pattern("[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]")
LINKED_CHARS = 40
"""A link with more characters is a card: a name, or a day in words, has fewer."""
LINKED_DENSE = 12
"""The same where letters are syllables or words: a day in words has six of them."""
TEASER_DENSE_LETTERS = 6
"""The same where letters are syllables or words."""

TEASER_ELEMENTS = 40
BESIDE_CHARS = 60
"""Characters that a teaser has beside its headline: a name, a day, a section."""


def in_teaser(element: HtmlElement, top: frozenset[HtmlElement], names: Sequence[str] = ()) -> bool:
    """Whether an element lies in a box with little more than a link to one other article, whose
    headline is no heading: the item of a list. Links that are `names` lead to persons' pages."""
    if in_linked_card(element):
        return True
    own = ("", text_of_element(element), *names)
    for box in (element, *islice(element.iterancestors(), TEASER_REACH)):
        if box in top or box.tag in ("body", "main"):
            return False
        links = [a for a in islice(box.iter(), TEASER_ELEMENTS) if a.tag == "a" and _leads_away(a)]
        texts = {a.get("href"): text for a in links if (text := text_of_element(a)) not in own}
        if len(texts) > 1:
            return False
        if texts and box.tag in ("ul", "ol") and _comes_behind(links[0], element, box):
            return False  # an item of facts above another that names the section
        for text in texts.values():
            if len(text) < TEASER_LETTERS and len(_DENSE.findall(text)) < TEASER_DENSE_LETTERS:
                return False
            return len(text_of_element(box)) - len(text) < BESIDE_CHARS
    return False


def _comes_behind(link: HtmlElement, element: HtmlElement, items: HtmlElement) -> bool:
    """Whether a link stands in a later item of a list than an element."""
    own = next((part for part in items if part is element or element in part.iter()), None)
    return own is not None and any(link in item.iter() for item in own.itersiblings())


def in_linked_card(element: HtmlElement) -> bool:
    """Whether an element is of a card that is all one link."""
    for link in (element, *islice(element.iterancestors(), TEASER_REACH)):
        if link.tag == "a" and _leads_away(link):
            text = text_of_element(link)
            long = len(text) > LINKED_CHARS or len(_DENSE.findall(text)) > LINKED_DENSE
            return long or link.find(".//img") is not None
    return False


def _leads_away(link: HtmlElement) -> bool:
    """Whether a link may lead to another article: not one to what this article is filed under."""
    href = link.get("href") or "#"
    if href.startswith(("#", "mailto:", "javascript:")) or is_author_page(href):
        return False
    return "tag" not in (link.get("rel") or "").split()


@once_a_page
def _linked_headings(doc: Document) -> Mapping[HtmlElement, int]:
    """How many headings that lead to other pages each element holds, or is."""
    numbers: Counter[HtmlElement] = Counter()
    titled = tidy(doc.titled)
    for heading in doc.any_of(*_CARD_HEADINGS):
        if _is_linked(heading) and not _is_title(text_of_element(heading), titled):
            numbers.update((heading, *heading.iterancestors()))
    return numbers


def _is_title(heading: str, titled: str) -> bool:
    """Whether a heading is how the page itself is titled: forums link each post's to that post."""
    return len(heading) >= TEASER_LETTERS and titled.startswith(heading)


def _is_linked(heading: HtmlElement) -> bool:
    """Whether a heading leads to another page; a tool beside its words, «edit», is no such link."""
    for link in (*heading.iter("a"), *heading.iterancestors("a")):
        href = link.get("href") or "#"
        if not href.startswith("#") and not is_author_page(href) and not _is_beside(link, heading):
            return True
    return False


TOOL_SHARE = 1 / 3
"""A link with less of a heading's text than this stands beside its words."""


def _is_beside(link: HtmlElement, heading: HtmlElement) -> bool:
    own = len(text_of_element(link))
    return link is not heading and 0 < own < len(text_of_element(heading)) * TOOL_SHARE


_OTHERS = frozenset({"comments", "related", "newsletter", "dialog", "advertisement", "aside"})


def in_other_region(element: HtmlElement) -> bool:
    """Whether an element lies in what its author called a region beside the article."""
    return not _OTHERS.isdisjoint(regions_between(element, frozenset()))


def in_comments(element: HtmlElement) -> bool:
    """Whether an element lies in the readers' comments."""
    return any(
        named_region(names_of(node)) == "comments"
        for node in element.iterancestors("div", "section", "ol", "ul", "li", "aside")
    )
