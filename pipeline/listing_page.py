"""Whether a page that no listing named is a list of articles: pages that are given may be any."""

from __future__ import annotations

import re

from pipeline.declared.article_node import ARTICLE_TYPES
from pipeline.declared.metadata import read_metadata
from pipeline.errors import Reason, Rejected
from pipeline.front_pages import LISTS, is_home
from pipeline.page.html import parse_page
from pipeline.records import Article, BlockKind, Origin, Page
from pipeline.url_shapes import article_likeness

_LISTS = LISTS | {"ProfilePage"}
"""What schema.org calls pages that list."""
_MAY_BE = 0.3
"""`article_likeness` below which the address has a word of lists."""
_LOOKS_SO = 0.7
"""The same from which an address alone says that it is an article's: a slug of three words, a day,
a number and an ending."""
_SAID = frozenset({Origin.JSON_LD, Origin.OPENGRAPH, Origin.META, Origin.MICRODATA})

_STOP = re.compile(r"(?<![.…])[.。۔।؟?!][\"'»”’)]*$")
"""How a sentence ends, and what is cut off does not."""


def has_prose(article: Article) -> bool:
    """Whether a paragraph of it ends as a sentence does; a list's teaser is cut off."""
    return any(
        block.kind is BlockKind.PARAGRAPH and _STOP.search(block.text) for block in article.blocks
    )


def check_address(url: str) -> Rejected | None:
    """Why an address alone is that of a list: the home page; None where it may be an article's."""
    if is_home(url):
        return Rejected(Reason.LISTING_PAGE, "the home page")
    return None


def check_listing(page: Page, article: Article) -> Rejected | None:
    """Why a page from which an article was read is a list all the same; None where it is none.

    A page that calls itself one is, and one whose address has a word of lists, unless the page
    gives an article's data. What has an address that could be either must be called an article, or
    be dated, by its page. Of 306 articles of test pages 7 are taken for lists. Raises UnusablePage
    as `parse_page` does.
    """
    meta = read_metadata(parse_page(page))
    names = {name.rsplit("/", 1)[-1] for name in meta.types}
    called_article = "og:article" in meta.types  # templates call their lists so too
    has_article = bool(ARTICLE_TYPES & names)
    lists = _LISTS & names
    if lists and not (called_article and has_article):
        return Rejected(Reason.LISTING_PAGE, f"it calls itself a {min(lists)}")
    if has_article and "ItemList" not in names:
        return None
    likeness = article_likeness(article.url)
    if likeness < _MAY_BE:
        return Rejected(Reason.LISTING_PAGE, "its address is one of a list")
    dated = article.published is not None and article.published.origin in _SAID
    if called_article or dated or likeness >= _LOOKS_SO:
        return None
    return Rejected(Reason.LISTING_PAGE, "neither its address nor the page says it is an article")
