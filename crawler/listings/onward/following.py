"""Which links of a page lead on in its listing."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from lxml.html import HtmlElement

from crawler.listings.choice.anchors import Anchor, squeeze
from crawler.listings.choice.regions import names_of
from crawler.listings.data.scripted import MOVES
from crawler.listings.labels import words_in
from crawler.listings.onward import archives
from crawler.listings.onward.elements import is_named_more, named_in_data, own_pages_in_attributes
from crawler.listings.onward.elsewhere import find_elsewhere
from crawler.listings.onward.endless import (
    counted_in_scripts,
    entries_a_page,
    may_answer,
    named_in_scripts,
    names_own,
    with_gaps_filled,
    written_by_scripts,
)
from crawler.listings.onward.forms import (
    called_by_numbers,
    chosen_in_forms,
    sent_by_buttons,
    turned_by_livewire,
)
from crawler.listings.onward.pagers import is_in_pager, numbered_alike, under_headlines
from crawler.listings.pagination import (
    MAX_NEXT_URLS,
    begins_as_next,
    counts_below,
    is_from_point,
    is_next_label,
    is_numbered_view,
    is_page_label,
    is_sure_next_label,
    is_view_called,
    is_way_label,
    is_whole_below,
    loose_place,
    number_of_view,
    place_of,
)
from pipeline.url_shapes import is_file
from pipeline.urls import canonical_url, same_site

_OLDER = re.compile(
    r"-(?:older|next)-(?:(?:link|page|posts?|entries|btn|button)-|$)|-pager-(?:older|next)-"
)
"""How themes name the link to what is older, whatever its text says in the reader's language."""

_YEAR_ALONE = re.compile(r"/((?:19|20)\d\d)/?$")

MAX_OPTIONS = 200
"""Options of lists that lead elsewhere when one is chosen."""

MAX_NEXT_WORDS = 6
"""Words of a rel=next that may be a label: «On to our older stories here» has six."""

_BRIEF = range(1, 4)
"""Words of a link to the page after this one, whatever they say; a headline has more."""


def find_next(
    root: HtmlElement,
    anchors: Sequence[Anchor],
    base: str,
    page_url: str,
    section: str,
    keys: frozenset[str],
    name: str | None = None,
) -> tuple[str, ...]:
    """Addresses of further pages of the listing, what the page calls its next one first.

    `keys` are the names (`listing_key`) of this listing, `name` is the section's. Taken are
    rel=next, addresses that are this listing's with another page number, labelled links in a
    pagination block, years and archives below the section's address, and what "load more" elements
    name. At most `MAX_NEXT_URLS`; the page itself is not among them.
    """
    anchors = [anchor for anchor in anchors if not _counts_comments(anchor)]
    cards = under_headlines(anchors)
    anchors = [a for a in anchors if a.url not in cards or not is_next_label(a.text)]
    found = [url for url in _said_to_be_next(root, base) if _is_below(url, keys)]
    found += [a.url for a in anchors if _is_called_next(a, keys) and _is_below(a.url, keys)]
    found += [a.url for a in anchors if _leads_either_way(a, keys, section)]
    found += [a.url for a in anchors if _tells_more(a, keys)]
    found += [a.url for a in anchors if _asks_for_more(a, section)]
    found += _set_by_scripts(root, base, keys, section)
    frames = root.xpath("(//turbo-frame[@src]|//include-fragment[@src])[position() <= 20]")
    named = (canonical_url(frame.get("src"), base) for frame in frames)
    found += [url for url in named if url and _is_below(url, keys)]
    present = _present(page_url, keys)
    counted = [(n, anchor) for anchor in anchors if (n := _number(anchor, keys, present))]
    stories = _told_by_headlines(anchors, {anchor.url: n for n, anchor in counted})
    counted = [(n, anchor) for n, anchor in counted if anchor.url not in stories]
    step = entries_a_page((int(a.text), n) for n, a in counted if a.text.isdecimal())
    found += [url for _, url in with_gaps_filled(((n, a.url) for n, a in counted), step)]
    found += _behind_arrows(anchors, page_url, keys)
    found += own_pages_in_attributes(root, base, keys)
    found += [a.url for a in anchors if not a.in_heading and is_from_point(a.url, keys)]
    years = _years(anchors, section)
    found += years
    found += named_in_data(root, base, section, place_of(page_url).number or 1)
    found += [
        url
        for url in named_in_scripts(root, base)
        if _is_below(url, keys) or names_own(url, section)
    ]
    found += counted_in_scripts(root, base, section)
    found += written_by_scripts(root, base)
    if page_url == canonical_url(section):
        found += find_elsewhere(anchors, section, name)
    if set(found) <= set(years):  # a calendar beside numbered pages shows the same once more
        found = archives.days_of_calendar((a.url for a in anchors), section) + found
    found += [a.url for a in anchors if archives.is_link_to_day(a, section)]
    found = found or numbered_alike(anchors)
    own = {page_url, canonical_url(page_url)}
    kept = (url for url in found if url not in own and same_site(url, page_url))
    return tuple(dict.fromkeys(kept))[:MAX_NEXT_URLS]


_COMMENTS = re.compile(
    r"#(?:respond|reply|disqus\w*|comm?ent\w*|kommentar\w*|reactions?|reacties|yorum\w*)", re.I
)


def _counts_comments(anchor: Anchor) -> bool:
    """Whether a link leads to an article's comments: its number counts them, and is no page's."""
    return _COMMENTS.search(anchor.element.get("href") or "") is not None


def _said_to_be_next(root: HtmlElement, base: str) -> Iterator[str]:
    """What the page's own head calls the next one."""
    for link in root.iter("link"):
        if "next" in (link.get("rel") or "").lower().split():
            url = canonical_url(link.get("href") or "", base)
            if url:
                yield url


def _is_below(url: str, keys: frozenset[str]) -> bool:
    """True where the address is the listing's own, whatever its query, or lies below it.

    What a page calls its next may as well be the next section in the menu's order.
    """
    loose = loose_place(url)
    if place_of(url).key in keys or (loose is not None and loose.key in keys):
        return True
    own, _, query = place_of(url).key.partition("?")
    for key in keys:
        stem, _, wanted = key.partition("?")
        if not (own == stem or own.startswith(f"{stem}/")):
            continue
        if not wanted or set(wanted.split("&")) <= set(query.split("&")):
            return True
        if query.startswith(f"{wanted.removesuffix('=')}/"):
            return True
    return False


def _is_called_next(anchor: Anchor, keys: frozenset[str]) -> bool:
    """True where the link says so: by rel, or by its label within a pagination block or to the
    listing's own path. A bare "more" elsewhere may lead to an article."""
    if anchor.in_heading or is_file(anchor.url):
        return False
    if "next" in anchor.rel:
        return not _tells_headline(anchor, keys)
    if _OLDER.search(names_of(anchor.element)) and "?" in anchor.url and _is_of(anchor.url, keys):
        return True
    said = (anchor.text or anchor.title, anchor.element.get("aria-label") or "")
    if not any(map(is_next_label, said)):
        return False
    if _is_of(anchor.url, keys) or is_in_pager(anchor.element):
        return True
    return is_sure_next_label(anchor.text)


def _tells_headline(anchor: Anchor, keys: frozenset[str]) -> bool:
    """True where a rel=next says what stands there, as a home page that is one of a chain of pages
    leads to the next of them, its first article: «Next Berlin opens a second data centre»."""
    if words_in(anchor.text) <= MAX_NEXT_WORDS or _is_of(anchor.url, keys):
        return False
    return place_of(anchor.url).number is None


def _tells_more(anchor: Anchor, keys: frozenset[str]) -> bool:
    return not anchor.in_heading and begins_as_next(anchor.text) and _is_below(anchor.url, keys)


def _is_of(url: str, keys: frozenset[str]) -> bool:
    """True where the address has the listing's own path, whatever its query."""
    return place_of(url).key.partition("?")[0] in {key.partition("?")[0] for key in keys}


def _leads_either_way(anchor: Anchor, keys: frozenset[str], section: str) -> bool:
    """True for a "previous" that leads to this listing under another query or number. Some sites
    call so what is older; what was seen already is not asked for again."""
    if anchor.in_heading or not ("prev" in anchor.rel or is_way_label(anchor.text)):
        return False
    loose = loose_place(anchor.url)
    if (loose is not None and loose.key in keys) or archives.is_day_below(anchor.url, section):
        return True
    path = place_of(anchor.url).key.partition("?")[0]
    return "?" in anchor.url and path in {key.partition("?")[0] for key in keys}


def _present(page_url: str, keys: frozenset[str]) -> int:
    """The number of the page that is read; 1 for the section's own address."""
    loose = loose_place(page_url)
    return (loose.number or 1) if loose is not None and loose.key in keys else 1


def _number(anchor: Anchor, keys: frozenset[str], present: int) -> int | None:
    """The page's number where the link leads to another page of this listing, else None. `present`
    is the number of the page that is read: a brief link to the one after it needs no known label.
    """
    place = place_of(anchor.url)
    if place.number is not None and place.key in keys:
        return place.number or None
    if place.number and anchor.text == str(place.number) and _is_below(anchor.url, keys):
        return place.number  # «/tech/index?page=2» goes on from «/tech»
    if anchor.text.isdecimal() and counts_below(anchor.url, keys, int(anchor.text)):
        return int(anchor.text)
    if is_view_called(anchor.url, keys, anchor.text):
        return int("".join(filter(str.isdecimal, anchor.text)))
    known = is_page_label(anchor.text) or _is_called_more(anchor)
    if anchor.in_heading or not (known or words_in(anchor.text) in _BRIEF):
        return None
    loose = loose_place(anchor.url)
    if not known and (loose is None or loose.number != present + 1):
        return None
    if not anchor.text and anchor.element.find(".//img") is not None:
        return None
    if loose is not None and loose.key in keys:
        return max(1, loose.number or 1)
    if anchor.text.isdigit() and is_numbered_view(anchor.url, keys):
        return max(1, int(anchor.text))
    return None


def _years(anchors: Sequence[Anchor], section: str) -> list[str]:
    """The years below the section, and its archive as a whole."""
    years = [
        a.url
        for a in anchors
        if (archives.is_label(a.text) and archives.is_year_below(a.url, section))
        or (not a.in_heading and is_whole_below(a.url, section, a.text))
    ]
    plain = {url: int(year[1]) for url in years if (year := _YEAR_ALONE.search(url))}
    stories = _told_by_headlines(anchors, plain)  # «/tech/1984» may be a story's number
    return [url for url in years if url not in stories]


def _told_by_headlines(anchors: Sequence[Anchor], numbers: dict[str, int]) -> set[str]:
    """Those of some numbered addresses to which a headline leads: «/tech/4821» is a story, whatever
    else leads there («more», the number of its comments, a link laid over all of its card)."""
    return {
        anchor.url
        for anchor in anchors
        if anchor.url in numbers
        and loose_place(anchor.url) is not None
        and words_in(anchor.text) > _BRIEF[-1]
        and not (is_page_label(anchor.text) or begins_as_next(anchor.text))
        and not re.search(rf"(?<!\d){numbers[anchor.url]}(?!\d)", anchor.text)
    }


def _behind_arrows(anchors: Sequence[Anchor], page_url: str, keys: frozenset[str]) -> list[str]:
    """This listing's address with one more parameter, the number after this page's, where a picture
    alone leads there: an arrow. The first page's number is nought or one."""
    present = number_of_view(page_url, keys)
    after = (1, 2) if present is None else (present + 1,)
    return [
        anchor.url
        for anchor in anchors
        if not anchor.text
        and not anchor.in_heading
        and number_of_view(anchor.url, keys) in after
        and anchor.element.xpath("boolean(.//img or .//*[local-name()='svg'])")
    ]


def _is_called_more(anchor: Anchor) -> bool:
    """True for a button in the shape of a link, or a link right in one, whatever its text says."""
    parent = anchor.element.getparent()
    return is_named_more(anchor.element) or (parent is not None and is_named_more(parent))


def _asks_for_more(anchor: Anchor, section: str) -> bool:
    """True for such a button whose address, an API's, names the section: "/api/feed?of=/tech"."""
    if not (_is_called_more(anchor) and is_next_label(anchor.text)):
        return False
    return may_answer(anchor.url) and names_own(anchor.url, section)


def _set_by_scripts(root: HtmlElement, base: str, keys: frozenset[str], section: str) -> list[str]:
    """Addresses of this listing's pages to which a button or the choice of an option leads."""
    found: list[str] = []
    for element in root.xpath("//*[self::button or self::a or self::span][@onclick]")[:200]:
        moves = MOVES.search((element.get("onclick") or "")[:4000])
        said = squeeze(element.text_content() or "", 60)
        url = canonical_url(moves[1], base) if moves and is_page_label(said) else None
        if url and _is_below(url, keys):
            found.append(url)
    options = root.xpath("//select/option[contains(@value, '/') or contains(@value, '?')]/@value")
    for option in root.xpath("//select[contains(@onchange, 'location')]/option[@value]")[
        :MAX_OPTIONS
    ]:
        url = canonical_url(option.get("value"), base)
        loose = loose_place(url) if url else None
        if url and loose is not None and loose.number and loose.key in keys:
            found.append(url)
    called = (*called_by_numbers(root, base), *turned_by_livewire(root, base))
    for address in (*options, *chosen_in_forms(root, base), *called):
        url = canonical_url(address, base)
        place = place_of(url) if url else None
        numbered = place is not None and place.number and place.key in keys
        if url and (numbered or archives.is_year_below(url, section)):
            found.append(url)
    sent = (canonical_url(address, base) for address in sent_by_buttons(root, base))
    found += [url for url in sent if url and is_from_point(url, keys)]
    return found[:MAX_NEXT_URLS]
