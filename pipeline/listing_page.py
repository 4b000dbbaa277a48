"""Whether a page that no listing named is a list of articles: pages that are given may be any."""

from __future__ import annotations

from pipeline.article_node import ARTICLE_TYPES
from pipeline.errors import Reason, Rejected
from pipeline.html import parse_page
from pipeline.metadata import Metadata, read_metadata
from pipeline.records import Article, Origin, Page
from pipeline.urls import article_likeness, is_file, path_segments

_LISTS = frozenset({"CollectionPage", "SearchResultsPage", "ProfilePage"})
"""What schema.org calls pages that list."""
_MAY_BE = 0.3
"""`article_likeness` below which the address has a word of lists."""
_LOOKS_SO = 0.7
"""The same from which an address alone says that it is an article's: a slug of three words, a day,
a number and an ending."""
_SAID = frozenset({Origin.JSON_LD, Origin.OPENGRAPH, Origin.META, Origin.MICRODATA})


def check_address(url: str) -> Rejected | None:
    """Why an address alone is that of a list; None where it may be an article's, or is a file's,
    which its type tells."""
    if is_file(url):
        return None
    if not path_segments(url) and "?" not in url:
        return Rejected(Reason.LISTING_PAGE, "the home page")
    if article_likeness(url) < _MAY_BE:
        return Rejected(Reason.LISTING_PAGE, "its address is one of a list")
    return None


def check_listing(page: Page, article: Article) -> Rejected | None:
    """Why a page from which an article was read is a list all the same; None where it is none.

    A page that calls itself one is. What has an address that could be either must be called an
    article, or be dated, by its page. Raises UnusablePage as `parse_page` does.
    """
    meta = read_metadata(parse_page(page))
    if _says_article(meta):
        return None
    if named := _LISTS & _bare(meta):
        return Rejected(Reason.LISTING_PAGE, f"it calls itself a {min(named)}")
    likely = article_likeness(article.url) >= _LOOKS_SO
    if likely or (article.published and article.published.origin in _SAID):
        return None
    return Rejected(Reason.LISTING_PAGE, "neither its address nor the page says it is an article")


def _says_article(meta: Metadata) -> bool:
    """Whether the page calls itself an article; on a list, its entries do."""
    bare = _bare(meta)
    if "og:article" in meta.types:
        return True
    return bool(ARTICLE_TYPES & bare) and not _LISTS & bare and "ItemList" not in bare


def _bare(meta: Metadata) -> frozenset[str]:
    return frozenset(name.rsplit("/", 1)[-1] for name in meta.types)
