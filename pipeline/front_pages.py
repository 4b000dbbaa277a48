"""Whether a page is a front page: links to articles, with a line or two on some of them.

Where an article was, sites show their home page or its section, with status 200; and among
the pages that a user hands in there may be any.
"""

from __future__ import annotations

import re
from itertools import pairwise
from urllib.parse import unquote, urlsplit

from lxml.html import HtmlElement

from pipeline.declared.metadata import Metadata
from pipeline.errors import Reason, UnusablePage
from pipeline.ledger import Cleaned
from pipeline.page.elements import letters
from pipeline.page.html import Document
from pipeline.text import count_words
from pipeline.titles.for_sharing import parts_of
from pipeline.titles.headings import read_headings
from pipeline.titles.of_two import is_cut
from pipeline.titles.site_names import tab_title
from pipeline.titles.surroundings import leads_elsewhere
from pipeline.urls import archived_url, canonical_url, is_front_file, path_segments

PROSE_CHARS = 700
"""A page that holds so much prose on end is no front page, whatever its address is. Of eleven home
pages of newspapers and societies the one with most has 493 characters of it."""
MANY_LINKS = 20
"""Lines that lead on from which a text of fewer words than such lines is one of a front page. Of
the 306 test pages none is so; those of undated news with many links have twice as many words."""
SOME_LINKS = 5
"""The same of a page that names the site's first page as its address."""
LIST_BLOCKS = 5
"""Lines each below a linked headline from which what they stand in is a list of teasers."""
LIST_SHARE = 2 / 3
CUT_ROWS = 3
"""Texts between linked headlines that are cut off from which they are a list's teasers."""
_CUT = re.compile(r"[(\[]\s?(?:…|\.{3})\s?[)\]]$")
"""How systems end a teaser: «(…)», «[…]». A sentence that breaks off has no brackets there."""
LISTS = frozenset({"CollectionPage", "SearchResultsPage"})
"""What schema.org calls pages that list."""
_LINES_OF_LINKS = frozenset({"line:links", "region:teaser", "region:related"})
_HEADLINES = frozenset({"line:links", "region:teaser"})


def check_is_no_front_page(url: str, meta: Metadata, body: Cleaned) -> None:
    """Raise `UnusablePage` (LISTING_PAGE) for a front page: not called an article and without much
    prose on end, and the site's home by its own word, called a list, or nearly all links."""
    if meta.is_told_from_lists:
        return
    removed = {line.index: line.rule for line in body.removed}
    rules = [removed.get(at) for at in range(len(body.kept) + len(removed))]
    rows = _rows(body, rules)
    if any(sum(map(len, row)) >= PROSE_CHARS for row in rows):
        return
    links = sum(rule in _LINES_OF_LINKS for rule in rules)
    # Sites by mistake call each of their pages the first: such a page needs links besides.
    shown = links >= SOME_LINKS and meta.canonical is not None and is_home(meta.canonical)
    if shown or is_home(url):
        raise UnusablePage(Reason.LISTING_PAGE, "the home page")
    called = LISTS & {name.rsplit("/", 1)[-1] for name in meta.types}
    if called:
        raise UnusablePage(Reason.LISTING_PAGE, f"it calls itself a {min(called)}")
    many = links >= MANY_LINKS and not meta.is_called_article
    if many and sum(count_words(block.text) for block in body.kept) < links:
        raise UnusablePage(Reason.LISTING_PAGE, "more of its lines lead on than it has words")
    below = sum(line is None and above in _HEADLINES for above, line in pairwise(rules))
    if below >= max(LIST_BLOCKS, LIST_SHARE * len(body.kept)):
        raise UnusablePage(Reason.LISTING_PAGE, "its lines stand below headlines that lead on")
    cut = sum(_CUT.search(row[-1]) is not None for row in rows)
    if cut >= max(CUT_ROWS, LIST_SHARE * len(rows)):
        raise UnusablePage(Reason.LISTING_PAGE, "what stands between its headlines is cut off")


def check_heads_itself(doc: Document, meta: Metadata, title: str, listed: str = "") -> None:
    """Raise `UnusablePage` (LISTING_PAGE) for a page whose headline leads to another page and is
    told by nothing else, neither its tab nor its data nor a list (`listed`): it is the first of a
    list of articles."""
    key, tab = letters(title), tab_title(doc) or ""
    told = (tab, listed, unquote(meta.canonical or ""), unquote(doc.url))
    if any(key in letters(text) for text in (*told, *(each.value for each in meta.titles))):
        return
    if any(is_cut(part, title) for part in (tab, *parts_of(tab))):
        return
    heads = [head.element for head in read_headings(doc) if letters(head.text) == key]
    own = own_paths(doc, meta)
    if heads and all(
        leads_elsewhere(head, doc.url) and _path_of(head) not in own for head in heads
    ):
        raise UnusablePage(Reason.LISTING_PAGE, "its headline is that of another page")


def own_paths(doc: Document, meta: Metadata) -> frozenset[str]:
    """The paths of a page's own addresses, that at which it is and that which it gives."""
    addresses = (doc.url, meta.canonical or doc.url)
    return frozenset(urlsplit(url).path.rstrip("/") for url in addresses)


def _path_of(head: HtmlElement) -> str:
    """The path to which a heading's first link leads; empty where it has none."""
    href = next((link.get("href") or "" for link in head.iter("a")), "")
    return urlsplit(href).path.rstrip("/")


def is_home(url: str) -> bool:
    """Whether an address is that of a site's first page, of one in a language, «/de», or called by
    the name of its file, or of an archive's copy of one."""
    own = canonical_url(archived_url(url))  # None: a template's that nobody filled
    if not own or urlsplit(own).query:
        return False
    segments = path_segments(own)
    if len(segments) > 1:
        return False
    return all(is_front_file(part) or _LANGUAGE.fullmatch(part) is not None for part in segments)


_LANGUAGE = re.compile(r"[a-z]{2}(?:[-_][a-z]{2})?", re.IGNORECASE)
"""A language, with a land perhaps."""


def _rows(body: Cleaned, rules: list[str | None]) -> list[list[str]]:
    """The kept lines in rows that no line of links parts."""
    rows: list[list[str]] = []
    parted = True
    kept = iter(body.kept)
    for rule in rules:
        if rule is None:
            if parted:
                rows.append([])
            rows[-1].append(next(kept).text)
            parted = False
        elif rule in _LINES_OF_LINKS:
            parted = True
    return rows
