"""Which links of a listing page are its articles for certain, and which only may be."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field
from os.path import commonprefix
from urllib.parse import unquote, urlsplit

from lxml.html import HtmlElement

from crawler.listings.choice.amid import in_headed_boxes, list_before_box, lists_of_own
from crawler.listings.choice.anchors import Anchor, text_of_element
from crawler.listings.choice.groups import FAIR, GOOD, Group, group_anchors, judge, take_best_titles
from crawler.listings.choice.heading import PageHeading, only_before
from crawler.listings.choice.leading import followed, lead_block, linked
from crawler.listings.choice.regions import Region
from crawler.listings.choice.surroundings import MAX_LARGER, MAX_LEADS, Surroundings, ancestors
from crawler.listings.labels import folded_label, words_in
from crawler.listings.naming import MAX_LINK_NAME
from pipeline.url_shapes import article_likeness, url_shape

CLOSE = 1.0
"""Points by which a list below the page's heading may look less like one than another."""

MIN_HEADLINE = 4
"""Words from which a link in a featured block is a headline, though nothing marks it as one."""

SHARED_WORDS_OF = 5
"""Addresses of which the first words of a slug may be shared, and be no chance."""

LIKELY, UNLIKELY = 0.5, 0.3
"""Likeness of an address to articles' from which it may be one, and below which it is a list's."""

_LETTERS = re.compile(r"[^\W\d_]{2}")


@dataclass(slots=True)
class Choice:
    """Article links in two minds, each URL once, with the link that tells its title best."""

    certain: dict[str, Anchor] = field(default_factory=dict)
    possible: dict[str, Anchor] = field(default_factory=dict)
    looks: str | None = None
    """How the links of the main list look; see `Group.looks`."""
    leads: frozenset[str] = frozenset()
    """Those of the possible ones that stand in blocks before the page's own heading."""


def choose_articles(
    anchors: Sequence[Anchor],
    labels: Sequence[HtmlElement],
    shapes: Mapping[str, int],
    foreign: frozenset[HtmlElement] = frozenset(),
    looks: str | None = None,
    heading: PageHeading | None = None,
    ways: Collection[HtmlElement] = (),
) -> Choice:
    """Choose among links that are neither the listing itself nor files nor the home page.

    `labels` are the page's links to the section itself; a record that holds one says by itself
    that it belongs, wherever it stands. `foreign` are links in blocks of other sections, which
    only may belong. `looks` is how the main list looked on an earlier page of the listing,
    `heading` the page's own. `ways` are links to the list's further pages, and buttons for more.
    """
    groups = group_anchors(anchors)
    label_holders = ancestors(labels)
    for group in groups:
        judge(group, label_holders, shapes)
    groups.sort(key=lambda group: -group.score)
    choice = Choice()
    if not groups:
        return choice
    lists = [g for g in groups if g.score >= GOOD and g.region <= Region.FEATURED]
    at_home = [group for group in lists if _is_at_home(group, foreign)]
    best = _main_list(_but_before(at_home or lists, heading), looks, heading)
    names = {folded_label(text_of_element(label, 2 * MAX_LINK_NAME)) for label in labels}
    if best is not None and best.looks != looks:
        best = list_before_box(best, at_home, names, heading) or best
    if best is not None and best.looks != looks and len(best.anchors) <= MAX_LARGER:
        best = followed(best, at_home, linked(anchors, foreign), foreign) or best
    if best is not None:
        foreign |= in_headed_boxes(best, groups, names, heading)
        choice.looks = best.looks
        above = _above(best.anchors, anchors, heading)
        choice.certain.update((a.url, a) for a in best.anchors if a.url not in above)
        choice.possible.update((a.url, a) for a in best.anchors if a.url in above)
    around = Surroundings(best, anchors)
    listed_shapes = frozenset(url_shape(a.url) for a in best.anchors) if best else frozenset()
    for group in groups:
        if group is not best and not around.is_of_block_headings(group):
            _place(group, around, choice, listed_shapes)
    if best is not None:
        _take_lead(choice, best, anchors, foreign, heading)
        _doubt_above(choice, best, anchors, heading)
        _take_same_directory(choice, best)
        for anchor in lists_of_own(best, groups, names, heading, ways, foreign):
            choice.certain.setdefault(anchor.url, anchor)
    _set_apart(choice, anchors, foreign, heading)
    take_best_titles((choice.certain, choice.possible), groups)
    _doubt_lists(choice)
    return choice


def _take_lead(
    choice: Choice,
    best: Group,
    anchors: Sequence[Anchor],
    foreign: frozenset[HtmlElement],
    heading: PageHeading | None,
) -> None:
    """The stories that lead the main list are certain; of what is called featured, those below the
    page's own heading: a site may show such a block on all its pages."""
    below = heading.below if heading is not None else frozenset()
    own = linked(anchors, foreign)
    pairs = zip(best.anchors, best.roots, strict=True)
    listed = [root for anchor, root in pairs if anchor.element in own]
    leading = lead_block(listed, own, foreign) if len(listed) > 1 else frozenset()
    for anchor in anchors:
        told = anchor.is_titled or words_in(anchor.title) >= MIN_HEADLINE
        here = anchor.region is Region.MAIN or (
            anchor.region is Region.FEATURED and anchor.element in below
        )
        if told and here and anchor.url in leading:
            choice.certain.setdefault(anchor.url, anchor)


def _main_list(
    lists: Sequence[Group], looks: str | None, heading: PageHeading | None
) -> Group | None:
    """The one that looks as on the listing's earlier pages, else the best of those `lists`, sorted
    by their score; a list right below the page's own heading before one that is not, where the two
    are close."""
    for group in lists:
        if group.looks == looks:
            return group
    best = next(iter(lists), None)
    if best is not None and len(best.anchors) <= MAX_LEADS:  # a lead story is no list
        longer = [group for group in lists if len(group.anchors) >= 2 * MAX_LEADS]
        best = next((group for group in longer if group.region <= best.region), best)
    return best and (_first_below(best, lists, heading) or best)


def _first_below(best: Group, lists: Sequence[Group], heading: PageHeading | None) -> Group | None:
    """The list right below the page's own heading among those that look nearly as good as the best
    and are no shorter than half of it; None where the best is the one or there is none."""
    if heading is None:
        return None
    close = [
        group
        for group in lists
        if group.score >= best.score - CLOSE and group.anchors[0].element in heading.below
    ]
    if best in close:
        close = [group for group in close if 2 * len(group.anchors) >= len(best.anchors)]
        return min(close, key=lambda group: group.anchors[0].index)
    return next(iter(close), None)


def _but_before(lists: list[Group], heading: PageHeading | None) -> list[Group]:
    """The lists without those that end before a heading with the section's name, where another is
    below it: a row of stories from all of the site."""
    if heading is None or not heading.named:
        return lists
    after = [
        group
        for group in lists
        if any(anchor.element not in heading.before for anchor in group.anchors)
    ]
    return after or lists


def _above(
    listed: Sequence[Anchor], anchors: Sequence[Anchor], heading: PageHeading | None
) -> frozenset[str]:
    """Those addresses of a list that stand only before the page's own heading, where most stand
    after it: a column of the site's news, before the section's own in the page's order."""
    if heading is None:
        return frozenset()
    above = only_before(heading, anchors) & {anchor.url for anchor in listed}
    if heading.named and MAX_LEADS < len(above) < len(listed):
        return above
    return above if 2 * len(above) < len(listed) else frozenset()


def _doubt_above(
    choice: Choice, best: Group, anchors: Sequence[Anchor], heading: PageHeading | None
) -> None:
    """Stories before a heading with the section's name, below which its list stands, may be of all
    of the site; one or two may lead the section."""
    if heading is None or not heading.named:
        return
    above = only_before(heading, anchors) & choice.certain.keys()
    if len(above) > MAX_LEADS and above.isdisjoint(best.urls):
        for url in above:
            choice.possible[url] = choice.certain.pop(url)


def _is_at_home(group: Group, foreign: frozenset[HtmlElement]) -> bool:
    return any(anchor.element not in foreign for anchor in group.anchors)


def _set_apart(
    choice: Choice,
    anchors: Sequence[Anchor],
    foreign: frozenset[HtmlElement],
    heading: PageHeading | None,
) -> None:
    """Links that stand only in blocks of other sections are possible, the others one thing. What
    is called featured before the page's own heading is no home for them.

    Where all stand in such blocks, the headings name no other section, but what the page is of.
    """
    above = heading.before if heading is not None else frozenset()
    at_home = {
        a.url
        for a in anchors
        if a.element not in foreign
        and a.region < Region.CHROME
        and not (a.region is Region.FEATURED and a.element in above)
    }
    if foreign and not at_home.isdisjoint(choice.certain):
        for url in [url for url in choice.certain if url not in at_home]:
            choice.possible[url] = choice.certain.pop(url)
    for url in choice.certain:
        choice.possible.pop(url, None)


def _doubt_lists(choice: Choice) -> None:
    """What has the address of no article, among many that have one, is not certain: a card of a
    newsletter, of a podcast's page."""
    likeness = {url: article_likeness(url) for url in choice.certain}
    unlikely = [url for url, value in likeness.items() if value < UNLIKELY]
    if len(unlikely) <= sum(value >= LIKELY for value in likeness.values()):
        for url in unlikely:
            choice.possible[url] = choice.certain.pop(url)


def _take_same_directory(choice: Choice, best: Group) -> None:
    """Headlines in featured blocks are certain where their addresses begin as all of the main
    list's do and other articles' on the page do not: "/tech/…" beside "/sport/…"."""
    beginning = _beginning(best.urls)
    if not beginning:
        return
    told = {
        url
        for url, anchor in choice.possible.items()
        if anchor.is_titled or words_in(anchor.title) >= MIN_HEADLINE
    }
    alike = {url for url in told if _path(url).startswith(beginning)}
    if not any(article_likeness(url) >= LIKELY for url in told - alike):
        return
    for url in alike:
        anchor = choice.possible[url]
        if anchor.region <= Region.FEATURED and _path(url) != beginning:
            choice.certain[url] = choice.possible.pop(url)


def _beginning(urls: frozenset[str]) -> str:
    """How the paths of all addresses begin: a first directory, or of many the first words of a
    slug ("/tech-news-"); empty where they share nothing that has a letter."""
    if len(urls) < 2:
        return ""
    common = commonprefix([_path(url) for url in urls])  # noqa: RUF071 (words of slugs too)
    directory = common[: common.find("/", 1) + 1]
    if directory:
        return "" if directory.strip("/").isdigit() else directory
    words = common[: max(common.rfind("-"), common.rfind("_")) + 1]
    return words if len(urls) >= SHARED_WORDS_OF and _LETTERS.search(words) else ""


def _path(url: str) -> str:
    return unquote(urlsplit(url).path)


def _place(
    group: Group, around: Surroundings, choice: Choice, listed_shapes: frozenset[str]
) -> None:
    """Take a group's links for what they are. Where addresses tell nothing («/a/xY3kQ»), a headline
    whose address is made as those of the main list may be an article."""
    for anchor in group.anchors:
        if anchor.url in choice.certain:
            continue
        in_record = around.is_in_record(anchor)
        says_so = anchor.url in group.labelled and anchor.is_titled and group.score >= FAIR
        if (says_so and not in_record) or around.holds(group, anchor, in_record):
            choice.certain[anchor.url] = anchor
        elif group.region > Region.SIDE and group.score < GOOD:
            continue
        elif group.score >= (GOOD if in_record else FAIR) or (
            not in_record
            and words_in(anchor.title) >= MIN_HEADLINE
            and url_shape(anchor.url) in listed_shapes
            and article_likeness(anchor.url) < LIKELY
        ):
            choice.possible.setdefault(anchor.url, anchor)
