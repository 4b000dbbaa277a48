"""The choice among a page's links: what other sections and boxes beside the list hold, is told
first."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from lxml.html import HtmlElement

from crawler.listings.belonging import is_below
from crawler.listings.choice.anchors import Anchor
from crawler.listings.choice.beside import (
    in_boxes_after_list,
    in_boxes_beside,
    in_boxes_of_all,
    in_columns_beside,
)
from crawler.listings.choice.blocks import (
    in_foreign_blocks,
    in_foreign_directories,
    in_foreign_records,
    in_records_labelled_otherwise,
)
from crawler.listings.choice.ends import LEAST_LISTED, behind_pages, buttons_for_more, leads_to_page
from crawler.listings.choice.headed_alike import in_boxes_headed_alike
from crawler.listings.choice.heading import PageHeading, page_heading
from crawler.listings.choice.labelled import in_labelled_blocks
from crawler.listings.choice.other_sections import OtherSections, parts_of_section
from crawler.listings.choice.regions import Region
from crawler.listings.choice.repeated import in_repeated_boxes
from crawler.listings.choice.selection import Choice, choose_articles
from crawler.listings.labels import words_in
from crawler.listings.pagination import is_page_label, listing_key

MIN_HEADLINE = 4
"""Words of a link in a heading that tells a story; a plain link has one more."""

MAX_LEADS = 8
"""Stories that lead a section before its heading, at most."""


def choose_on_page(
    body: HtmlElement,
    candidates: Sequence[Anchor],
    anchors: Sequence[Anchor],
    keys: frozenset[str],
    own: Sequence[Anchor],
    others: OtherSections,
    section: str,
    shapes: Mapping[str, int],
    looks: str | None = None,
    shown: Mapping[str, bool] | None = None,
) -> tuple[Choice, bool]:
    """The choice, and whether all that is certain stands in boxes beside the list.

    `candidates` are those of the page's `anchors` that may be articles, `own` those that lead to
    the section itself, whose addresses have the listing `keys`, and to its further pages; `others`
    are the sections of the menus. `shapes` and `looks` are what is known from earlier pages,
    `shown` what those of the same listing showed.
    """
    boxed = in_boxes_beside(body, candidates)
    heading = page_heading(body, own)
    beside = boxed | in_boxes_of_all(body, candidates, own)
    beside |= behind_pages(body, candidates, own, heading, 1 if looks else LEAST_LISTED)
    beside |= in_repeated_boxes(candidates, shown) if shown else frozenset()
    if boxed and heading is not None and heading.named and boxed.isdisjoint(heading.below):
        listed = heading.below.intersection(anchor.element for anchor in candidates)
        if len(listed) >= LEAST_LISTED:
            ways = {anchor.element for anchor in own if leads_to_page(anchor)}
            beside |= in_columns_beside(boxed, listed | ways, candidates)
    headed = _headed(body, candidates, anchors, keys, others) | beside
    at_home = [anchor for anchor in candidates if anchor.element not in headed]
    if parts := parts_of_section(at_home, others, keys):
        others = others.without(parts)
        headed = _headed(body, candidates, anchors, keys, others) | beside
    foreign = headed | in_foreign_records(candidates, keys, others)
    foreign |= in_records_labelled_otherwise(candidates, anchors, keys, others)
    at_home = [anchor for anchor in candidates if anchor.element not in foreign]
    foreign |= in_boxes_after_list(body, at_home, own, boxed)
    foreign |= in_boxes_headed_alike(body, at_home, own)
    foreign |= in_foreign_directories(at_home, keys, others.and_headings(anchors, keys))
    labels = [anchor.element for anchor in own if not is_page_label(anchor.text)]
    pages = {*buttons_for_more(body), *(a.element for a in own if leads_to_page(a))}
    choice = choose_articles(candidates, labels, shapes, foreign, looks, heading, pages)
    _believe_addresses(choice, section)
    _believe_beside(choice, candidates, section)
    choice.leads = _before_heading(choice, heading, foreign | beside)
    only_boxed = all(anchor.element in boxed for anchor in choice.certain.values())
    return choice, only_boxed and bool(choice.certain)


def _headed(
    body: HtmlElement,
    links: Sequence[Anchor],
    anchors: Sequence[Anchor],
    keys: frozenset[str],
    others: OtherSections,
) -> frozenset[HtmlElement]:
    """Those of the links below a heading, or another line, that names another section."""
    framing = {anchor.element for anchor in anchors if anchor.region is Region.CHROME}
    lead_to = {anchor.element: listing_key(anchor.url) for anchor in anchors}
    in_blocks = in_foreign_blocks(body, links, others)
    return in_blocks | in_labelled_blocks(body, links, framing, others, lead_to, keys)


def _believe_addresses(choice: Choice, section: str) -> None:
    """What may be an article, and has an address below the section's own, is certain."""
    for url, anchor in list(choice.possible.items()):
        words = words_in(anchor.title)
        if words >= (3 if anchor.is_titled else 5) and is_below(url, section):
            choice.certain[url] = choice.possible.pop(url)


def _before_heading(
    choice: Choice, heading: PageHeading | None, foreign: frozenset[HtmlElement]
) -> frozenset[str]:
    """What may lead the section: a few stories before the page's heading, in no block of others."""
    if heading is None:
        return frozenset()
    leads = {
        url
        for url, anchor in choice.possible.items()
        if anchor.element in heading.before
        and anchor.element not in foreign
        and anchor.region <= Region.FEATURED
        and (anchor.is_titled or words_in(anchor.title) > MIN_HEADLINE)
    }
    return frozenset(leads) if len(leads) <= MAX_LEADS else frozenset()


def _believe_beside(choice: Choice, candidates: Sequence[Anchor], section: str) -> None:
    """Headlines beside the list ("see also", "most read") with an address below the section's own
    are certain where those of the list have such addresses: the page may name them there alone."""
    below = sum(is_below(url, section) for url in choice.certain)
    if 2 * below <= len(choice.certain):
        return
    for anchor in candidates:
        words = words_in(anchor.title)
        if (
            anchor.region is Region.SIDE
            and anchor.url not in choice.certain
            and words >= (MIN_HEADLINE if anchor.is_titled else MIN_HEADLINE + 1)
            and is_below(anchor.url, section)
        ):
            choice.possible.pop(anchor.url, None)
            choice.certain[anchor.url] = anchor
