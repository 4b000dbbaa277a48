"""Whether the program that made a page calls it a list: by the classes of its body.

WordPress, SPIP, Drupal, Joomla, Ghost, Blogger, Plone and Wagtail CRX write there what a page is,
in the same words in all languages and themes, for style sheets. A page that they call a topic's, an
author's, a month's, the site's own, of what was searched for or of what was not found is no
article, whatever stands on it.
"""

from __future__ import annotations

import re

from pipeline.declared.metadata import Metadata
from pipeline.errors import Reason, UnusablePage
from pipeline.page.html import Document

_SINGLE = frozenset({"single", "singular", "wp-singular", "item-view", "post-template"})
"""What they call a page of one post."""
_LISTS = frozenset({
    "search-results", "search-no-results", "post-type-archive",  # WordPress
    "page_rubrique", "page_mot", "page_auteur", "page_recherche", "page_plan",  # SPIP
    "page_sommaire",
    "path-taxonomy", "page-taxonomy-term",  # Drupal
    "tag-template", "author-template", "home-template",  # Ghost
    "homepage-view", "label-view", "archive-view", "search-view",  # Blogger
    "portaltype-folder", "portaltype-collection", "portaltype-topic",  # Plone
    "portaltype-plone-site",  # its pages of authors and its forms too
    "crx-articleindexpage", "crx-eventindexpage", "crx-locationindexpage",  # Wagtail CRX
})  # fmt: skip
"""What they call lists, each by itself."""
_PAIRS = (
    {"archive", "date"}, {"home", "blog"}, {"paged", "blog"},  # WordPress
    {"com_content", "view-category"}, {"com_content", "view-categories"},  # Joomla
    {"com_content", "view-featured"}, {"com_content", "view-archive"},
)  # fmt: skip
"""The same by two words, each of which other programs use for other things."""
_NUMBERED = re.compile(r"(?:category|tag|author|term)-\d+")
"""What WordPress calls a topic's or an author's page beside `archive`, with its number."""
_LOST = frozenset({"error404", "page_404"})


def check_is_not_called_list(doc: Document, meta: Metadata) -> None:
    """Raise `UnusablePage` for a page whose body is called a list (LISTING_PAGE), or the page of
    what was not found (ERROR_PAGE), by the program that made it; not one called an article by its
    data."""
    body = doc.tree.getroottree().getroot().find("body")
    names = set((body.get("class") or "").split()) if body is not None else set()
    if not names or not names.isdisjoint(_SINGLE) or meta.is_told_from_lists:
        return
    if not names.isdisjoint(_LOST):
        raise UnusablePage(Reason.ERROR_PAGE, "its body is called a page that was not found")
    numbered = "archive" in names and any(map(_NUMBERED.fullmatch, names))
    if numbered or not names.isdisjoint(_LISTS) or any(pair <= names for pair in _PAIRS):
        raise UnusablePage(Reason.LISTING_PAGE, "its body is called a list")
