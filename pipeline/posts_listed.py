"""Whether a page is a list of posts, or of their headlines, each of which leads to its own page.

A blog shows what has a tag, is of a month or by an author as posts one below the other, whole or by
their beginnings: where there is one of them alone, the page looks as that post's does but for its
headline, which leads on.
"""

from __future__ import annotations

import re
from collections.abc import Set
from itertools import islice
from urllib.parse import unquote

from lxml.html import HtmlElement

from pipeline.declared.metadata import Metadata
from pipeline.errors import Reason, UnusablePage
from pipeline.front_pages import own_paths
from pipeline.ledger import Cleaned
from pipeline.matter import TOPIC_PATH
from pipeline.page.elements import letters, own_chars, text_of_element
from pipeline.page.html import Document
from pipeline.text import spoken_words
from pipeline.titles.surroundings import leads_elsewhere
from pipeline.urls import absolute, same_site, split_url

PROSE_CHARS = 40
"""Letters of a paragraph, those of its links not counted, from which it is prose."""
HEAD_ELEMENTS = 60
"""First elements of a post among which its headline is."""
NAME_WORDS = 4
"""Words of a topic's name at most, with what says that it is one: «Tag: Railways»."""
HEADLINE_WORDS = 3
LINE_CHARS = 200
"""Characters of a headline with its day at most."""
DAY_CHARS = 40
ROW_BOXES = 4
"""Boxes around a link, one of which is its row."""
_PARTED = re.compile(r"[\s_-]+")
_HEADS = frozenset({"h1", "h2", "h3", "h4"})
_ASIDE = frozenset({"aside", "footer", "nav", "header", "form"})


def check_is_no_list_of_posts(doc: Document, meta: Metadata, title: str) -> None:
    """Raise `UnusablePage` (LISTING_PAGE) for a page not called an article, all prose of which
    stands in posts whose headlines, none of them the `title`, lead to other pages of the site. One
    post alone may be an article below its headline: there the title is to be as brief as a name."""
    if meta.is_told_from_lists:
        return
    own = own_paths(doc, meta)
    listed = 0
    for post in doc.all_of("article"):
        if _outer(post, "article") is not None:
            continue
        if not any(own_chars(p) >= PROSE_CHARS for p in post.iter("p")):
            continue
        link = _headline_link(post, letters(title))
        if link is None or not _leads_to_a_post(link, doc.url, own):
            return
        listed += 1
    if listed == 0 or (listed == 1 and spoken_words(title) > NAME_WORDS):
        return
    if not any(map(_is_prose_outside, doc.all_of("p"))):
        raise UnusablePage(Reason.LISTING_PAGE, "each of its posts leads to a page of its own")


def check_is_no_topic_of_posts(doc: Document, meta: Metadata, title: str, body: Cleaned) -> None:
    """Raise `UnusablePage` (LISTING_PAGE) for a page whose address is a topic's, or an author's,
    whose headline is the name there, and whose text begins below the headline of another page of
    the site, that it leads to: a post in whole, of one that has the tag. Many systems call such
    a page an article for sharing, as they call all."""
    path = unquote(split_url(doc.url).path).rstrip("/")
    if meta.article or TOPIC_PATH.search(path) is None:
        return
    if letters(path.rpartition("/")[2]) != letters(title):
        return
    if _begins_below_another(doc, title, body, own_paths(doc, meta)):
        raise UnusablePage(Reason.LISTING_PAGE, "its text stands below another page's headline")


def _begins_below_another(doc: Document, title: str, body: Cleaned, own: Set[str]) -> bool:
    """Whether the last heading above a page's first line of text is another post's."""
    first = letters(body.kept[0].text) if body.kept else ""
    headline: HtmlElement | None = None
    for element in doc.elements:
        if element.tag in _HEADS:
            headline = element
        elif headline is not None and letters(text_of_element(element)) == first:
            link = _headline_link(headline, letters(title))
            if link is None or text_of_element(headline) not in text_of_element(link):
                return False
            return _leads_to_a_post(link, doc.url, own)
    return False


def check_is_no_list_of_links(doc: Document, meta: Metadata, body: Cleaned) -> None:
    """Raise `UnusablePage` (LISTING_PAGE) for a page not called an article, each line of which is
    the headline of another page of the site that it leads to, with a day perhaps: «<li><time>28
    November 2026</time> <a>The bridge closes</a></li>». To be asked of what nobody signs."""
    if meta.is_told_from_lists or any(len(b.text) > LINE_CHARS for b in body.kept):
        return
    own = own_paths(doc, meta)
    told = {letters(block.text) for block in body.kept}
    rows: set[str] = set()
    for link, _ in doc.links:
        said = text_of_element(link)
        if spoken_words(said) < HEADLINE_WORDS or not _leads_to_a_post(link, doc.url, own):
            continue
        for box in (link, *islice(link.iterancestors(), ROW_BOXES)):
            line = text_of_element(box)
            if len(line) > len(said) + DAY_CHARS:
                break
            rows.add(letters(line))
    if told and told <= rows:
        raise UnusablePage(Reason.LISTING_PAGE, "each of its lines leads to a page of its own")


def check_is_no_index(doc: Document, meta: Metadata, body: Cleaned) -> None:
    """Raise `UnusablePage` (LISTING_PAGE) for a page not called an article, each line of which is
    the name of a page below it in its own folder, with a count perhaps: «Railways 3 entries» at
    /tags/, that leads to /tags/railways/. To be asked of what has no day."""
    if meta.is_told_from_lists or any(len(b.text) > LINE_CHARS for b in body.kept):
        return
    folder = unquote(split_url(doc.url).path).rstrip("/") + "/"
    if len(body.kept) < LEAST_NAMES or TOPIC_PATH.search(f"{folder}a") is None:
        return
    names: set[str] = set()
    for link, href in doc.links:
        target = absolute(href, doc.url)
        if same_site(target, doc.url) and unquote(split_url(target).path).startswith(folder):
            names.add(text_of_element(link))
    names.discard("")
    if all(any(_names_with_count(b.text, name) for name in names) for b in body.kept):
        raise UnusablePage(Reason.LISTING_PAGE, "each of its lines names a page below it")


LEAST_NAMES = 3
COUNT_CHARS = 24
"""Letters of a count behind a name, with the word for what is counted."""


def _names_with_count(line: str, name: str) -> bool:
    rest = line.removeprefix(name)
    counts = len(rest) <= COUNT_CHARS and any(map(str.isdigit, rest))
    return rest != line and (not rest.strip() or counts)


def _headline_link(post: HtmlElement, title: str) -> HtmlElement | None:
    """The link in a post's headline or around it; None where it has none, or is the page's. What is
    no longer than a section's name is none."""
    found: HtmlElement | None = None
    for element in islice(post.iter(), HEAD_ELEMENTS):
        if not isinstance(element.tag, str) or not _is_head(element):
            continue
        said = text_of_element(element)
        if not letters(said) or letters(said) in title:
            return None
        if found is None and spoken_words(said) >= HEADLINE_WORDS:
            around = _outer(element, "a")
            found = around if around is not None else next(element.iter("a"), None)
            if found is None:
                return None
    return found


def _leads_to_a_post(link: HtmlElement, url: str, own: Set[str]) -> bool:
    """Whether a link on the page at `url`, whose paths are its `own`, leads to another of its site,
    which is no topic's."""
    target = absolute(link.get("href") or "", url)
    path = split_url(target).path.rstrip("/")
    leads_on = leads_elsewhere(link, url) and path not in own and same_site(target, url)
    return leads_on and TOPIC_PATH.search(unquote(path)) is None


def _is_head(element: HtmlElement) -> bool:
    called = f"{element.get('property') or ''} {element.get('itemprop') or ''}".split()
    names = _PARTED.split(element.get("class") or "")
    return element.tag in _HEADS or "headline" in called or "title" in names


def _is_prose_outside(p: HtmlElement) -> bool:
    """Whether a paragraph is prose of neither a post nor what stands beside the text."""
    if own_chars(p) < PROSE_CHARS:
        return False
    return all(box.tag != "article" and box.tag not in _ASIDE for box in p.iterancestors())


def _outer(element: HtmlElement, tag: str) -> HtmlElement | None:
    found: HtmlElement | None = next(element.iterancestors(tag), None)
    return found
