"""Whether a page is a list of posts, each of which leads to a page of its own.

A blog shows what has a tag, is of a month or by an author as posts one below the other, whole or by
their beginnings: where there is one of them alone, the page looks as that post's does but for its
headline, which leads on.
"""

from __future__ import annotations

from itertools import islice
from urllib.parse import urljoin, urlsplit

from lxml.html import HtmlElement

from pipeline.declared.metadata import Metadata
from pipeline.errors import Reason, UnusablePage
from pipeline.page.elements import letters, own_chars, text_of_element
from pipeline.page.html import Document
from pipeline.titles.surroundings import leads_elsewhere
from pipeline.urls import same_site

PROSE_CHARS = 40
"""Letters of a paragraph, those of its links not counted, from which it is prose."""
HEAD_ELEMENTS = 60
"""First elements of a post among which its headline is."""
_HEADS = frozenset({"h1", "h2", "h3", "h4"})
_ASIDE = frozenset({"aside", "footer", "nav", "header", "form"})


def check_is_no_list_of_posts(doc: Document, meta: Metadata, title: str) -> None:
    """Raise `UnusablePage` (LISTING_PAGE) for a page without the data of an article, all prose of
    which stands in posts whose headlines, none of them the `title`, lead to other pages of the
    site."""
    if meta.article:
        return
    posts = [post for post in doc.all_of("article") if _outer(post, "article") is None]
    own = {_path(doc.url), _path(meta.canonical or doc.url)}
    listed = 0
    for post in posts:
        if not any(own_chars(p) >= PROSE_CHARS for p in post.iter("p")):
            continue
        link = _headline_link(post, letters(title))
        target = urljoin(doc.url, link.get("href") or "") if link is not None else doc.url
        if link is None or not leads_elsewhere(link, doc.url) or _path(target) in own:
            return
        if not same_site(target, doc.url):
            return
        listed += 1
    if listed and not any(map(_is_prose_outside, doc.all_of("p"))):
        raise UnusablePage(Reason.LISTING_PAGE, "each of its posts leads to a page of its own")


def _headline_link(post: HtmlElement, title: str) -> HtmlElement | None:
    """The link in a post's headline or around it; None where it has none, or is the page's."""
    for element in islice(post.iter(), HEAD_ELEMENTS):
        if not isinstance(element.tag, str):
            continue
        called = f"{element.get('property') or ''} {element.get('itemprop') or ''}".split()
        if element.tag in _HEADS or "headline" in called:
            said = letters(text_of_element(element))
            if not said or said in title:
                return None
            around = _outer(element, "a")
            return around if around is not None else next(element.iter("a"), None)
    return None


def _is_prose_outside(p: HtmlElement) -> bool:
    """Whether a paragraph is prose of neither a post nor what stands beside the text."""
    if own_chars(p) < PROSE_CHARS:
        return False
    return all(box.tag != "article" and box.tag not in _ASIDE for box in p.iterancestors())


def _outer(element: HtmlElement, tag: str) -> HtmlElement | None:
    found: HtmlElement | None = next(element.iterancestors(tag), None)
    return found


def _path(url: str) -> str:
    return urlsplit(url).path.rstrip("/")
