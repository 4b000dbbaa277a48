"""Boxes with a heading of their own amid a list's records or right after them: they choose from the
whole site, whatever they are called."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from itertools import islice

from lxml.html import HtmlElement

from crawler.listings.choice.anchors import Anchor, says_nothing, text_of_element
from crawler.listings.choice.beside import HEADINGS, LEAST_BEFORE, MIN_WORDS
from crawler.listings.choice.box_names import LATEST_LABELS
from crawler.listings.choice.groups import FAIR, Group
from crawler.listings.choice.heading import PageHeading
from crawler.listings.choice.regions import Region
from crawler.listings.choice.surroundings import common_ancestor
from crawler.listings.labels import folded_label, words_in
from crawler.listings.pagination import is_next_label

LONGER = 1.5
"""So many times as many stories as a box has stand before it, where it comes after all of them."""

LEAST_LIST = 5
"""Stories that are a list beside the page's main one."""

_MAX_LABEL = 40
"""Letters of a line that heads a box."""

_MAX_WRAPPERS = 3
"""Elements around a box's records, before which its heading may stand."""

_SILENT = frozenset({"script", "style", "noscript", "template"})
_LATEST = frozenset(map(folded_label, LATEST_LABELS))


def in_headed_boxes(
    best: Group, groups: Sequence[Group], names: Collection[str], heading: PageHeading | None
) -> frozenset[HtmlElement]:
    """Those of the links that stand in such a box. The main list, `best`, goes on after it; or it
    ends there, is the page's own, below its `heading` alone, and `LONGER`. `names` are those of the
    section: a box that says one is of it, and so may be one of the newest after the list, or of
    what is older."""
    places = sorted(anchor.index for anchor in best.anchors)
    records = {*best.roots}
    is_own = _is_own(best, names, heading)
    found: set[HtmlElement] = set()
    for group in groups:
        if group is best or group.region is not Region.MAIN:
            continue
        for run, roots in _runs(group, best, places):
            before = sum(place < run[0].index for place in places)
            goes_on = 1 < before < len(places)
            ends = before == len(places) >= max(LEAST_BEFORE, LONGER * len(run))
            if not goes_on and not (ends and is_own):
                continue
            block = common_ancestor(roots)
            if not records.isdisjoint((block, *block.iterancestors())):
                continue  # beside a headline in one of the list's records
            said = line_above(roots)
            if said is None or _names_one(said, names):
                continue
            if goes_on or not _is_way(said):
                found.update(block.iter("a"))
    return frozenset(found)


def list_before_box(
    best: Group, lists: Sequence[Group], names: Collection[str], heading: PageHeading | None
) -> Group | None:
    """The list right below the page's own heading, where `best` is a box amid it, or a box of no
    more stories that comes later and has another heading: its headlines may be marked better."""
    said = line_above(best.roots)
    if said is None or _names_one(said, names):
        return None
    first = best.anchors[0].index
    for group in lists:
        if group is best or not _tells(group.anchors) or group.anchors[0].index > first:
            continue
        goes_on = group.anchors[-1].index > first
        is_own = _is_own(group, names, heading, sure=not goes_on)
        if is_own and len(group.anchors) >= max(LEAST_BEFORE, len(best.anchors)):
            return group
    return None


def lists_of_own(
    best: Group,
    groups: Sequence[Group],
    names: Collection[str],
    heading: PageHeading | None,
    ways: Collection[HtmlElement],
    foreign: Collection[HtmlElement],
) -> list[Anchor]:
    """The links of other lists that are the section's too, however plain: below a line that says
    its name, or right before the links to its further pages, `ways`, which are no nearer to `best`,
    and then with no fewer stories than make a list beside it."""
    lists = [
        g
        for g in groups
        if g.region <= Region.FEATURED
        and g.score >= FAIR
        and _tells(g.anchors)
        and not any(anchor.in_prose for anchor in g.anchors)
    ]
    records = {*best.roots}
    stories = {anchor.element for group in lists for anchor in group.anchors}
    found: list[Anchor] = []
    for group in lists:
        first = group.roots[0]
        if group is best or not records.isdisjoint((first, *first.iterancestors())):
            continue
        if any(anchor.element in foreign for anchor in group.anchors):
            continue
        if heading is not None and group.anchors[0].element in heading.before:
            continue
        said = line_above(group.roots)
        called = said is not None and heading is not None and _says(said, names, heading)
        called = called and (group.headline_share > 0.5 or len(group.anchors) >= LEAST_LIST)
        long = len(group.anchors) >= max(LEAST_LIST, len(best.anchors) / LONGER)
        ends = long and group.region is Region.MAIN and _ends_at(ways, group, best, stories)
        if called or ends:
            found += group.anchors
    return found


def _says(said: str, names: Collection[str], heading: PageHeading) -> bool:
    """Whether a line is the page's own heading, or says the name that it has."""
    return folded_label(said) == heading.said or (heading.named and _names_one(said, names))


def _ends_at(
    ways: Collection[HtmlElement], group: Group, best: Group, stories: Collection[HtmlElement]
) -> bool:
    """Whether the links to further pages come right after a list, nearer to it than to `best`."""
    block = common_ancestor(group.roots)
    above = {*best.anchors[0].element.iterancestors()}
    for current in (block, *islice(block.iterancestors(), _MAX_WRAPPERS)):
        if current in above:
            return False
        for sibling in current.itersiblings():
            for link in sibling.iter("a", "button"):
                if link in stories or link in ways:
                    return link in ways
    return False


def _is_own(
    group: Group, names: Collection[str], heading: PageHeading | None, *, sure: bool = False
) -> bool:
    """Whether a list stands after the page's own heading, and none stands between that says another
    thing. A `sure` one is right below a heading, of which its name alone may leave nothing said."""
    said = line_above(group.roots)
    if heading is None:
        return said is None and not sure
    if group.anchors[0].element in heading.before:
        return False
    if said is None:
        return heading.named or not sure
    return _names_one(said, names) or folded_label(said) == heading.said


def _is_way(said: str) -> bool:
    """Whether a line heads what is newer or older of a list, as a section heads its own."""
    return is_next_label(said) or folded_label(said) in _LATEST


def _runs(
    group: Group, best: Group, places: Sequence[int]
) -> Iterator[tuple[list[Anchor], list[HtmlElement]]]:
    """The stretches of a group's links between which none of the main list's stands, with their
    records, of two stories at least that the list does not hold."""
    run: list[Anchor] = []
    roots: list[HtmlElement] = []
    passed = -1
    pairs = sorted(zip(group.anchors, group.roots, strict=True), key=lambda pair: pair[0].index)
    for anchor, root in pairs:
        if anchor.url in best.urls:
            continue
        count = sum(place < anchor.index for place in places)
        if count != passed and len(run) > 1 and _tells(run):
            yield run, roots
        if count != passed:
            run, roots = [], []
        passed = count
        run.append(anchor)
        roots.append(root)
    if len(run) > 1 and _tells(run):
        yield run, roots


def _tells(run: Sequence[Anchor]) -> bool:
    told = sum(anchor.is_titled or words_in(anchor.title) >= MIN_WORDS for anchor in run)
    return 2 * told > len(run)


def line_above(roots: Sequence[HtmlElement]) -> str | None:
    """The line that stands before some records in their block, or right before that; None where a
    link, a longer text or nothing does."""
    block = common_ancestor(roots)
    for element in block.iter():
        if element is roots[0] or not isinstance(element.tag, str):
            break
        said = (element.text or "").strip()
        if element.tag not in _SILENT and _is_line(said):
            return said
    for current in (block, *islice(block.iterancestors(), _MAX_WRAPPERS - 1)):
        if current.tag in {"body", "main"}:
            return None
        for sibling in current.itersiblings(preceding=True):
            if not isinstance(sibling.tag, str) or sibling.tag in _SILENT:
                continue
            said = text_of_element(sibling, 2 * _MAX_LABEL).strip()
            linked = sibling.find(".//a") is not None or sibling.tag == "a"
            if linked and sibling.tag not in HEADINGS:
                return None
            if said:
                return said if _is_line(said) else None
    return None


def _is_line(said: str) -> bool:
    letters = any(map(str.isalpha, said))
    return letters and len(said) <= _MAX_LABEL and not says_nothing(said)


def _names_one(said: str, names: Collection[str]) -> bool:
    folded = f" {folded_label(said)} "
    return any(f" {name} " in folded for name in names if name)
