"""Rows of links below a headline that are an article's tags, told by their form.

Many sites mark tags with no class and no `rel`: a list of short names, each of them a link and
nothing else, that lead to what a path calls topics, or that stand in a box that is called so.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Sequence
from itertools import islice, takewhile
from urllib.parse import urljoin

from lxml.html import HtmlElement

from pipeline.own_tag_rows import is_in_head, is_labelled, is_prose, labelled_rows
from pipeline.page.elements import letters, own_chars, text_of_element, tidy
from pipeline.page.html import Document, once_a_page
from pipeline.page.joined import Joined
from pipeline.page.within import in_card, in_comments
from pipeline.titles.surroundings import Surroundings
from pipeline.urls import same_site

MAX_ROW = 25
"""Links of a row: more are those of a site."""
MAX_WORDS, MAX_CHARS = 6, 60
"""Of the name of a topic: what is longer is a headline."""
MAX_LABEL_CHARS = 40
"""Of all that a row holds beside its links: «Tags:», «More on these topics»."""
REACH = 3
"""Boxes around a row whose name may tell what it is."""
CATEGORIES = 3
"""Links to categories, from which on a row of them below a text names its topics."""
_TAG_PATH = re.compile(
    r"/(?:tags?|tagg(?:ar)?|topics?|them(?:a|as|en|es|e)|tem(?:a|as|y|i)|tematy|sujets?|dossiers?|specials?"
    r"|hashtags?|keywords?|etiquetas?|etiket(?:ler)?|konu(?:lar)?|mots?-cles?|stichwort|schlagwort|emne|ämne"
    r"|aihe|štítek|stitek|tagy|wasm|وسم|وسوم|برچسب|موضوع|topik)/"
    r"|[?&](?:tag|topic|subject(?:%3a|:)list)=",
    re.IGNORECASE,
)
"""How the path of a topic's page is called; Plone has none, and asks for «Subject:list». Each form
begins with a sign: it is tried only where one stands."""
_CATEGORY_PATH = re.compile(r"/(?:categor(?:y|ies|ie|ia|ias)|kategorie?n?|تصنيف)/", re.IGNORECASE)
_PATH = re.compile(f"{_TAG_PATH.pattern}|{_CATEGORY_PATH.pattern}", re.IGNORECASE)
_PATH_PARTS = (
    "/tag", "tag=", "topic=", "subject", "hasht", "/topi", "/them", "/tem", "/suj", "/doss",
    "/special", "keyword", "etiq", "etik", "/konu", "mots", "mot-", "stich", "schlag", "emne",
    "ämne", "aihe", "stit", "štít", "wasm", "وسم", "وسوم", "برچسب", "موضوع", "/categ", "/kateg",
    "تصنيف",
)  # fmt: skip
"""What the path of a topic's or a category's page holds."""
_TAGS_NAME = re.compile(
    r"(?:^|[\s_-])(?:tags?|labels|keywords?|topics?|hashtags?|themen|temas|sujets|etiquetas|etiketler"
    r"|etichette|mots-cles|schlagworte|stichworte)(?:[_-]{0,2}(?:list|links|box|wrap|wrapper|container"
    r"|items?|area|like|widget|tags?|chips?|cloud|module))*(?:[_-]+\w*)?(?:$|\s)",
    re.IGNORECASE,
)
"""How a box of tags is called, or each of its links: «article-topics», «tag-list», «tag-like»."""
_NAME_PARTS = (
    "tag", "label", "keyword", "topic", "themen", "temas", "sujets", "etiq", "etik", "etich",
    "mots-cl", "schlagw", "stichw",
)  # fmt: skip
"""What one of these names holds."""
_ALL = frozenset(
    map(letters, ("all topics", "all tags", "more topics", "alle themen", "weitere themen",
                  "tous les thèmes", "todos los temas", "todos os temas", "tutti i temi",
                  "alle onderwerpen", "все темы", "tüm konular", "كل المواضيع", "جميع الوسوم"))
)  # fmt: skip
"""What leads from a row of tags to all of the site's."""
_FOREIGN = frozenset({"header"})


def tag_row(doc: Document, around: Surroundings) -> list[str]:
    """The names in the first row of tags below the headline, or above it in its own box; else those
    of a row of categories; else none.

    The text tells most of them: what it tells none of are the topics of a site's menu.
    """
    if around.headline is None:
        return []
    seen: set[HtmlElement] = set()
    categories: list[str] = []
    head = around.headline.getparent()
    called = frozenset(called_tags(doc))
    for element in _that_may_be_tags(doc, around, called):
        if around.distance(element) <= 0 and not _is_in(element, head):
            continue
        box = _box_of(element)
        if box is None or box in seen:
            continue
        seen.add(box)
        links = [a for a in box.iter("a") if a.get("href") and not (_is_filed(a) or _is_home(a))]
        in_head = is_in_head(doc, box, around)
        if in_head and next(box.iter("time"), None) is not None:
            links = [a for a in links if _TAG_PATH.search(a.get("href") or "")]
        told = _are_tags(box, links, called)
        labelled = not told and is_labelled(box)
        if not told and not labelled and (categories or not _are_categories(links)):
            continue
        names = [*map(text_of_element, links)]
        if not links or not _is_row(box, names, dated=in_head) or _is_others(doc, box, around):
            continue
        own = [name for name in names if letters(name) not in _ALL]
        sure = told and (in_head or is_labelled(box))
        if not (sure or are_told(doc, around, own)):
            continue
        if told or labelled:
            return own
        if not _is_in_sidebar(box, around):
            categories = own
    return categories


def _is_filed(link: HtmlElement) -> bool:
    """Whether a link in a line of tags leads to the article itself, or to where it is filed, and
    says so: «Filed under Chips and tagged cells. Bookmark the permalink.»"""
    rel = link.get("rel")
    return rel is not None and not _FILED.isdisjoint(rel.split())


_FILED = frozenset({"bookmark", "category"})


def _is_home(link: HtmlElement) -> bool:
    """Whether a link in such a row leads to the site's first page, as the first of a path does."""
    return _HOME.fullmatch((link.get("href") or "").strip()) is not None


_HOME = re.compile(r"(?:https?://[^/?#]+)?/?")


def _are_tags(
    box: HtmlElement, links: Sequence[HtmlElement], called: Collection[HtmlElement]
) -> bool:
    """Whether all links of a box lead to topics, or it or each of them is `called` tags."""
    if all(_TAG_PATH.search(link.get("href") or "") for link in links):
        return True
    if any(outer in called for outer in (box, *islice(box.iterancestors(), REACH - 1))):
        return True
    return all(any(part in called for part in link.iter()) for link in links)


def _are_categories(links: Sequence[HtmlElement]) -> bool:
    paths = [link.get("href") or "" for link in links]
    return len(paths) >= CATEGORIES and all(map(_CATEGORY_PATH.search, paths))


def _that_may_be_tags(
    doc: Document, around: Surroundings, called: Iterable[HtmlElement]
) -> list[HtmlElement]:
    """The links that lead to a topic or a category, or that stand in what is `called` tags, or
    around it, in the order of the page."""
    paths = topic_paths(doc)
    found = {element for element, href in doc.links if href in paths}
    for box in called:
        around_it = box.getparent()
        near = around_it if around_it is not None and around_it.tag == "a" else box
        found.update(islice(near.iter("a"), MAX_ROW))
    for row in labelled_rows(doc):
        found.update(islice(row.iter("a"), MAX_ROW))
    return sorted(found, key=around.places.__getitem__)


def _is_in(element: HtmlElement, head: HtmlElement | None) -> bool:
    """Whether an element stands in the box of the headline, which is not all of the page's."""
    return head is not None and head.tag not in _WHOLE and head in element.iterancestors()


_WHOLE = frozenset({"body", "html", "main"})


def are_told(doc: Document, around: Surroundings, names: Sequence[str]) -> bool:
    """Whether the headline or the paragraphs below it tell of half of some names and more; of an
    inflected one, its beginning does."""
    if not names:
        return False
    told = letters(" ".join(_prose(doc, around)))
    stems = [key[: max(MIN_STEM, len(key) - INFLECTED)] for key in map(letters, names)]
    return 2 * sum(stem in told for stem in stems) >= len(stems)


def _is_in_sidebar(box: HtmlElement, around: Surroundings) -> bool:
    """Whether a row stands in what is called a sidebar, and the headline does not: categories
    there are the site's."""
    outside = takewhile(lambda outer: outer not in around.top, (box, *box.iterancestors()))
    return any("sidebar" in (outer.get("class") or "").lower() for outer in outside)


def _prose(doc: Document, around: Surroundings) -> Iterator[str]:
    if around.headline is not None:
        yield text_of_element(around.headline)
    told = [p for p in doc.all_of("p") if around.distance(p) > 0 and is_prose(p)]
    for paragraph in told or _sentences_in_boxes(doc, around):
        yield text_of_element(paragraph)


def _sentences_in_boxes(doc: Document, around: Surroundings) -> Iterator[HtmlElement]:
    """The boxes below the headline that hold a sentence each, and no box, on a page without
    paragraphs."""
    for box in doc.all_of("div"):
        is_sentence = own_chars(box) >= LEAST_SENTENCE_CHARS and box.find(".//div") is None
        if is_sentence and around.distance(box) > 0:
            yield box


LEAST_SENTENCE_CHARS = 60


MIN_STEM, INFLECTED = 4, 2
"""Letters by which a name is found, and those at its end that languages inflect."""


def _box_of(link: HtmlElement) -> HtmlElement | None:
    """The box of the row in which a link stands, alone in its item or not; None of a link within a
    sentence."""
    item = link
    parent = link.getparent()
    while parent is not None and len(parent) == 1 and not tidy(parent.text or ""):
        if tidy(item.tail or "").strip(",،|·•/ "):
            return None
        item, parent = parent, parent.getparent()
    if parent is None or parent.tag in _WHOLE or parent.tag == "article":
        return item if item is not link else None
    return parent


def _is_row(box: HtmlElement, names: Sequence[str], *, dated: bool = False) -> bool:
    """Whether a box holds brief names, each a link, none twice, and beside them a label at most; or
    the article's day too."""
    if not 0 < len(names) <= MAX_ROW or len(set(names)) < len(names):
        return False
    if not all(0 < len(name) <= MAX_CHARS and len(name.split()) <= MAX_WORDS for name in names):
        return False
    beside = len(text_of_element(box)) - sum(map(len, names)) - len(names)
    foreign = ("h1", "p", "img") if dated else ("h1", "p", "img", "time")
    if dated:
        beside -= sum(len(text_of_element(time)) for time in box.iter("time"))
    return beside <= MAX_LABEL_CHARS and next(box.iter(*foreign), None) is None


def _is_others(doc: Document, box: HtmlElement, around: Surroundings) -> bool:
    """Whether a row is of the site, of another one, of another article or of readers: in a head,
    foot, aside or menu that the article does not hold, in a card."""
    for outer in (box, *box.iterancestors()):
        if outer in around.top or outer.tag == "article":
            break
        if outer.get("role") == "complementary" or outer.tag == "aside":
            return not (_is_in_article(outer) and _is_all_of(outer, box))
        if outer.tag in _FOREIGN or (outer.tag in ("footer", "nav") and not _is_in_article(outer)):
            return True
    around_it = next(box.iterancestors("p"), None)
    if around_it is not None and is_prose(around_it):
        return True  # a sentence
    paths = (link.get("href") or "" for link in box.iter("a"))
    if not all(same_site(urljoin(doc.url, path), doc.url) for path in paths):
        return True
    return in_comments(box) or in_card(doc, box, around.top)


def _is_all_of(outer: HtmlElement, row: HtmlElement) -> bool:
    """Whether a box holds a row below its label, and no more."""
    label = next((e for e in outer.iter("h2", "h3", "h4")), None)
    beside = len(text_of_element(outer)) - len(text_of_element(row))
    return label is not None and beside <= MAX_LABEL_CHARS


def _is_in_article(outer: HtmlElement) -> bool:
    around = next(outer.iterancestors("article", "main"), None)
    if around is None or around.tag == "article":
        return around is not None
    return next(around.iter("article"), None) is None  # else it stands beside the article


@once_a_page
def called_tags(doc: Document) -> list[HtmlElement]:
    """The elements of a page that are called tags by their class."""
    names = filter(_TAGS_NAME.search, doc.class_names.that_hold(*_NAME_PARTS))
    return [element for name in names for element in doc.by_class.get(name, ())]


@once_a_page
def topic_paths(doc: Document) -> frozenset[str]:
    """The addresses of a page's links, as written, that lead to a topic or a category."""
    paths = Joined([href for _, href in doc.links]).that_hold(*_PATH_PARTS)
    return frozenset(filter(_PATH.search, paths))


def unlinked_tags(doc: Document) -> list[str]:
    """The names in the only box of an article that is called its tags and holds nothing but names
    that are called so each, and lead nowhere: «<span class="md-tag">»."""
    called = called_tags(doc)
    boxes = [box for box in called if len(box) and all(item in called for item in box)]
    if len(boxes) != 1 or not _is_in_article(boxes[0]) or in_comments(boxes[0]):
        return []
    names = [*map(text_of_element, boxes[0])]
    linked = next(boxes[0].iter("a"), None) is not None
    return names if not linked and _is_row(boxes[0], names) else []
