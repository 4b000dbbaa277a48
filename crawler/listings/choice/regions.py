"""Which parts of a listing page are no part of its list, by what their author called them."""

from __future__ import annotations

import re
from enum import IntEnum
from functools import lru_cache
from itertools import islice
from statistics import median

from lxml.html import HtmlElement

from crawler.listings.labels import words_in


class Region(IntEnum):
    """Where on the page an element stands, the farther from the list the higher."""

    MAIN = 0
    FEATURED = 1
    SIDE = 2
    CHROME = 3


MENU_WORDS = 5
"""Words of the middle link from which a menu is a list of headlines: sections are named in one to
three words, the middle one of 125 real headlines has nine and nineteen in twenty have four."""

WRAPPER_SHARE = 0.75
"""An element with more of the page's text than this is its wrapper, whatever it is called."""

_WORD = re.compile(r"[^a-z0-9]+")
_CAMEL = re.compile(r"(?<=[a-z0-9])(?=[A-Z])")

# Words of class and id, lower case, joined by hyphens, with a hyphen at each end. General names
# of the web's themes and content systems, never a publisher's own.
_CHROME = re.compile(
    r"(?<!-no)-(?:breadcrumbs?|crumbs?|footer|colophon"
    r"|tagcloud|tag-cloud|cat-links"
    r"|(?:post|entry)-categories|comments|comment-list|respond|commentlist|recent-comments"
    r"|share|sharing|social|socials|addtoany|toc|login|search-form|cookie|cookies|consent"
    r"|newsletter|lang-switcher|language-switcher|skip-link|drawer|offcanvas|off-canvas"
    r"|advert|advertisement|ads|sponsored|outbrain|taboola)-"
)
_TAGS_OF = re.compile(r"(?<!-no)-(?:tags|tag-list)-")
"""What may be a list whose records show their tags."""
_SITE_NAME = re.compile(r"-(?:(?:site-|header-)?logo|site-(?:title|name|brand)|navbar-brand)-")
"""What the link to the front page is called, wherever that is: «/wiki/start»."""
_MENU = re.compile(
    r"-(?:nav|navi|navbar|navigation|menus?|submenu|megamenu"
    r"|pagination|pager|paginator|pagenavi|wp-pagenavi)-"
)
"""What may hold headlines after all: the list that a script adds pages to is called so too."""
_SIDE = re.compile(
    r"-(?:sidebars?|side-bar|sidenav|right-rail|left-rail|rail|side-col(?:umn)?|widget-area|widgets"
    r"|widget|related|recommend(?:ed|ations?)|popular|most-(?:read|viewed|popular|commented|shared)"
    r"|mostread|mostviewed|trending|you-may|also-like|see-also|more-from|ticker|newsticker"
    r"|top-(?:stories|posts|news)|hot-?list|rank-?list|ranking|complementary|aside|more-news|other-news)-"
)
_FEATURED = re.compile(
    r"-(?:featured(?!-(?:image|img|media|thumb))|slider|carousel|slideshow|swiper|hero|editors?-(?:picks?|choice)|breaking"
    r"|highlights|spotlight|marquee)-"
)
# What a content system writes on a post's element: its terms, and that it is a post.
_TERMS = re.compile(
    r"(?:^|\s)(?:tag|category|cat|tax|term|topic|author|format|status|section)-(?!cloud\b|list\b|links\b)\S+"
)
_POST = re.compile(
    r"(?:^|\s)(?:hentry|h-entry|type-post|post-card|(?:tag|category)-\S+ post|post)(?=\s|$)"
)
_ROLES = {
    "navigation": Region.CHROME,
    "contentinfo": Region.CHROME,
    "search": Region.CHROME,
    "menu": Region.CHROME,
    "menubar": Region.CHROME,
    "dialog": Region.CHROME,
    "complementary": Region.SIDE,
}
_TAGS = {
    "nav": Region.CHROME,
    "footer": Region.CHROME,
    "form": Region.CHROME,
    "menu": Region.CHROME,
    "dialog": Region.CHROME,
    "noscript": Region.CHROME,
    "template": Region.CHROME,
    "marquee": Region.CHROME,
    "aside": Region.SIDE,
}
_MAIN_IDS = frozenset(
    {"content", "main", "primary", "page", "wrapper", "main-content", "container"}
)
_HOLDS_MAIN = "boolean(.//main|.//*[@role='main']|.//*[@id='main' or @id='content'])"
_HEADLINES = (
    "count(.//h1[.//a]|.//h2[.//a]|.//h3[.//a]|.//h4[.//a]|.//h5[.//a]"
    "|.//a[.//h2]|.//a[.//h3]|.//a[.//h4]|.//a[.//h5])"
)


RECORD_REACH = 4
"""How many elements above its foot a record begins, at most."""


def names_of(element: HtmlElement) -> str:
    """Class and id as "-word-word-", lower case, camel case split."""
    return _joined((element.get("class") or "")[:2000], (element.get("id") or "")[:400])


@lru_cache(maxsize=2048)
def _joined(classes: str, id_: str) -> str:
    names = f"{_TERMS.sub('', classes)} {id_}"[:400]
    return f"-{_WORD.sub('-', _CAMEL.sub('-', names).lower()).strip('-')}-"


class Regions:
    """The regions of one page's elements, remembered as they are asked for."""

    def __init__(self, body: HtmlElement) -> None:
        self._known: dict[HtmlElement, Region] = {body: Region.MAIN}
        self._headlines = float(body.xpath(_HEADLINES))
        self._letters = len(body.text_content())

    def of(self, element: HtmlElement) -> Region:
        """The farthest region among the element's own and its ancestors'."""
        path: list[HtmlElement] = []
        current: HtmlElement | None = element
        while current is not None and current not in self._known:
            path.append(current)
            current = current.getparent()
        region = self._known[current] if current is not None else Region.MAIN
        for node in reversed(path):
            region = max(region, self._own(node))
            self._known[node] = region
        return region

    def _own(self, element: HtmlElement) -> Region:
        tag = element.tag
        if tag in {"html", "body", "main", "article"} or _POST.search(element.get("class") or ""):
            return Region.MAIN
        if tag == "footer" and _ends_record(element):
            return Region.MAIN
        if tag in _TAGS:
            is_list = tag == "form" and (self._holds_list(element) or _holds_many(element))
            return Region.MAIN if is_list else _TAGS[tag]
        role = element.get("role")
        if role in _ROLES:
            return _ROLES[role]
        if tag == "header":
            return (
                Region.CHROME if element.xpath("boolean(.//nav|.//a[@rel='home'])") else Region.MAIN
            )
        region = self._named(element)
        if region is not Region.MAIN and self._holds_list(element):
            return Region.MAIN
        return region

    def _named(self, element: HtmlElement) -> Region:
        if not (element.get("class") or element.get("id")):
            return Region.MAIN
        names = names_of(element)
        if _CHROME.search(names) or (_SITE_NAME.search(names) and _holds_one_link(element)):
            return Region.CHROME
        if element.tag == "a":  # a link is no block: its class tells its looks ("nav-link")
            return Region.MAIN
        if _MENU.search(names) and not _holds_headlines(element):
            return Region.CHROME
        if _TAGS_OF.search(names) and not _holds_many(element):
            return Region.CHROME
        if (
            _SIDE.search(names)
            and "-elementor-widget-" not in names
            and "-widget-blog-" not in names
        ):
            return Region.SIDE
        is_featured = _FEATURED.search(names) and not _is_one_of_many(element)
        return Region.FEATURED if is_featured else Region.MAIN

    def _holds_list(self, element: HtmlElement) -> bool:
        """True where a name such as "with-sidebar" stands on what holds the page's own list."""
        if element.get("id") in _MAIN_IDS or element.xpath(_HOLDS_MAIN):
            return True
        if len(element.text_content()) > WRAPPER_SHARE * self._letters:
            return True
        if self._headlines < 3 or float(element.xpath(_HEADLINES)) <= 0.6 * self._headlines:
            return False
        return not _stands_beside_list(element)


def _stands_beside_list(element: HtmlElement) -> bool:
    """True where the page's heading and several headlines stand in a column beside an element,
    which holds none: there may be more of the newest and the most read than the list is long."""
    if element.xpath("boolean(.//h1)"):
        return False
    beside = (*element.itersiblings(), *element.itersiblings(preceding=True))
    return any(
        float(column.xpath(_HEADLINES)) >= LEAST_LISTED and bool(column.xpath("boolean(.//h1)"))
        for column in beside
        if column.tag in ("div", "main", "section", "td")
    )


LEAST_LISTED = 5
"""Headlines of a column that holds the page's list."""


def _holds_one_link(element: HtmlElement) -> bool:
    """True for a link and for what leads to one address only."""
    return len({link.get("href") for link in islice(element.iter("a"), 3)}) == 1


def _ends_record(footer: HtmlElement) -> bool:
    """True for the foot of one article's record: its "read more", its tags and its day."""
    return any(element.tag == "article" for element in islice(footer.iterancestors(), RECORD_REACH))


def _is_one_of_many(element: HtmlElement) -> bool:
    """True for one record among others of its tag and class: its name then tells its state
    ("post featured"), not a block apart."""
    parent = element.getparent()
    if parent is None or float(element.xpath("count(.//h1|.//h2|.//h3|.//h4)")) > 1:
        return False
    classes = set((element.get("class") or "").split())
    like = [
        other
        for other in islice(parent.iterchildren(element.tag), 50)
        if other is not element and classes & set((other.get("class") or "").split())
    ]
    return len(like) >= 2


def _holds_many(element: HtmlElement) -> bool:
    """True for a form, which some systems write around the page, or for what is called after tags,
    with many links as long as headlines."""
    words = [words_in(link.text_content()[:300]) for link in islice(element.iter("a"), 200)]
    return sum(count >= MENU_WORDS for count in words) >= MENU_WORDS


def shows_sections(menu: HtmlElement) -> bool:
    """True for a menu in which several sections each show some of their articles."""
    count = 0
    items = list(islice(menu.iter("li"), 60)) or menu.getchildren()
    for item in items[:60]:
        links = [
            (a.get("href"), words_in(a.text_content()[:300])) for a in islice(item.iter("a"), 8)
        ]
        long = {href for href, words in links[1:] if words >= MENU_WORDS}
        count += len(long) > 1 and 0 < links[0][1] <= 3
    return count > 2


def _holds_headlines(element: HtmlElement) -> bool:
    """True where what is called a menu holds posts, or links as long as headlines."""
    if shows_sections(element):
        return False
    if element.xpath("boolean(.//article|.//*[contains(@class, 'hentry')])"):
        return True
    counts = (words_in(link.text_content()[:300]) for link in islice(element.iter("a"), 30))
    words = [count for count in counts if count]  # pictures say nothing
    return len(words) >= 2 and median(words) >= MENU_WORDS
