"""The title of an article: candidates from metadata and headings, then a choice by agreement."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from urllib.parse import urlsplit

from pipeline.declared.metadata import Metadata
from pipeline.declared.sole_article import title_beside_text
from pipeline.page.elements import letters, tidy
from pipeline.page.html import Document
from pipeline.page.within import in_other_region
from pipeline.records import Link
from pipeline.text import count_words, spoken_words
from pipeline.titles.above_day import line_above_day
from pipeline.titles.affixes import (
    MAX_KICKER_CHARS,
    Cleaned,
    without_affixes,
    without_kickers,
    without_site,
)
from pipeline.titles.finished import MAX_TITLE_CHARS, fit, typeset, uncut, whole
from pipeline.titles.for_sharing import parts_of, tells_of_another
from pipeline.titles.headings import (
    Heading,
    ends_in_part,
    is_label_heading,
    is_site_title,
    read_headings,
)
from pipeline.titles.of_two import ELLIPSIS, of_two
from pipeline.titles.page_headline import GENERIC, MIN_LISTED_WORDS, headline_of_page
from pipeline.titles.plain_headline import (
    headings_in_title,
    largest_line,
    plain_headline,
    shown_title,
    told_in_data,
)
from pipeline.titles.reader_headline import headline_of_reader, without_kind
from pipeline.titles.site_names import (
    is_called_as_site,
    separators,
    site_keys,
    tab_title,
    with_signs,
)

MAX_SITE_WORDS = 3
"""Words of a tab's title that may be the site's name alone."""

_SLUG = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+){2,}")
"""The name of a page in its address, which some systems give for a title."""
_NOTHING = Cleaned("", False)


def extract_title(doc: Document, meta: Metadata, link: Link | None = None) -> str | None:
    """The headline as a reader sees it; None where the page shows none.

    What the listing says (`link.title`) only confirms a candidate of the page.
    """
    sites = site_keys(doc, meta)
    headings = [
        h for h in read_headings(doc) if letters(h.text) not in sites and not is_label_heading(h)
    ]
    values = _by_key(meta)
    firsts = _main_headings(headings, frozenset(map(letters, values.values())))
    shown = frozenset(letters(heading.text) for heading in headings)
    if not firsts:
        firsts = headings_in_title(doc, headings)
    plain = plain_headline(doc)
    shows = firsts if plain is None else [*firsts, plain]
    heads = {letters(h.text): h.text for h in reversed(shows)}
    page_title = tab_title(doc)
    sections = _sections(doc.url)
    cleaned = _without_site_names(values, sites, heads, shown, sections)
    title = (
        without_affixes(page_title, sites, heads, shown, sections=sections) if page_title else None
    )
    title = title if title and not is_called_as_site(title.text, sites) else None
    chosen = _declared(cleaned, heads, title, page_title)
    if plain is not None and not any(heading.level == 1 for heading in firsts):
        headings = [*headings, plain]  # a box called «item-title» may hold anything
    chosen = chosen or headline_of_page(headings, firsts, title, link) or ""
    if not heads:
        chosen = _where_no_heading_is(doc, chosen, page_title or "", link)
    if not chosen:
        return None
    chosen = without_kickers(without_kind(doc, chosen, firsts), heads)
    if link and link.title and heads.get(letters(chosen)) != chosen:
        chosen = _without_label(chosen, link.title)
    chosen = without_site(chosen, sites)
    if "headline" not in cleaned and letters(chosen) not in shown:
        chosen = headline_of_reader(doc, chosen, firsts) or chosen
    if ELLIPSIS.search(chosen) and not ELLIPSIS.search(heads.get(letters(chosen), chosen)):
        chosen = heads[letters(chosen)]  # a system that cuts titles marks a whole one too
    shown_whole = [heading.text for heading in headings] if ELLIPSIS.search(chosen) else []
    others = [*heads.values(), title.text if title else "", *values.values(), *shown_whole]
    ended = any(ends_in_part(heading, chosen) for heading in shows)
    if not ended and letters(chosen) in map(letters, values.values()):
        chosen = whole(chosen, heads, letters(page_title or ""))
    chosen = typeset(chosen, heads.get(letters(chosen), chosen))
    if chosen.isupper() and title and title.key == letters(chosen) and _is_mixed(title.text):
        chosen = title.text  # a house that writes its headings in capitals
    return fit(uncut(chosen, others))


def _without_site_names(
    values: Mapping[str, str],
    sites: frozenset[str],
    heads: dict[str, str],
    shown: frozenset[str],
    sections: frozenset[str],
) -> dict[str, Cleaned]:
    """The titles that a page declares, without what its site adds to them; those that are nothing
    else left out."""
    # What JSON-LD and OpenGraph both say is no accident: only the site's name goes.
    agreed = letters(values.get("headline", "")) == letters(values.get("og:title", "-"))
    whole = ("headline", "og:title") if agreed else ()
    cleaned = {
        key: without_affixes(value, sites, heads, shown, whole=key in whole, sections=sections)
        for key, value in values.items()
    }
    return {
        key: value
        for key, value in cleaned.items()
        if value.key and not is_called_as_site(value.text, sites) and value.key not in GENERIC
    }


def _declared(
    cleaned: Mapping[str, Cleaned],
    heads: Mapping[str, str],
    title: Cleaned | None,
    page_title: str | None,
) -> str | None:
    """The title by what the page declares, as its headings or its tab show it; None where it
    declares none."""
    named = ("og:title", "twitter:title", "dc.title", "articletitle")
    shared = next(filter(None, map(cleaned.get, named)), None)
    if shared and heads and shared.key not in heads and spoken_words(shared.text) == 1:
        # One word that no heading is: the section's, unless the tab has it too.
        in_tab = shared.key in map(letters, parts_of(page_title or ""))
        shared = shared if in_tab else None
    told = cleaned.get("headline")
    seen = heads.get(title.key) if title else None
    if seen and shared and shared.key not in heads and _is_more_or_less(shared.text, seen):
        return seen
    if seen and count_words(seen) <= MAX_SITE_WORDS:
        # So few words may be the site's name, unless those of the title for sharing are fewer.
        rest = letters(page_title or "").removeprefix(letters(seen))
        shares = [shared.text, *parts_of(shared.text)] if shared else []
        site = next((part for part in shares if letters(part) == rest), None)
        words = count_words(site if site else shared.text if shared else seen)
        whole = site is not None
        seen = seen if words == 1 or (whole and words < count_words(seen)) else None
    other = shared is not None and shared.key not in heads
    if other and shared and seen and tells_of_another(shared.text, seen, page_title or ""):
        return seen
    if told and shared:
        return of_two(told, shared, cleaned, heads, title)
    if not (told or shared):
        return None
    chosen = _with_heads((told or shared or _NOTHING).text, heads, title)
    if shared is None and title and title.key in heads and letters(chosen) not in heads:
        # A headline in JSON-LD alone, beside one that both the page and its tab show.
        chosen = heads[title.key]
    if told is None and letters(chosen) not in heads:
        # A title for sharing that no other one repeats, beside a headline that one does.
        again = [value.key for key, value in cleaned.items() if key != "og:title"]
        chosen = next((heads[key] for key in again if key in heads), chosen)
    return chosen


def _goes_on(shared: str, headline: str) -> bool:
    """Whether a title for sharing is a headline with brackets or another sentence behind it."""
    behind = shared.removeprefix(headline)
    return behind != shared and behind.lstrip()[:1] in ("(", "[", ".", "|") and len(behind) > 2


def _where_no_heading_is(doc: Document, chosen: str, page_title: str, link: Link | None) -> str:
    """The title of a page that shows none as one: that of the tab may be the whole site's, and the
    listing, or the page's data, tell the headline."""
    if letters(chosen) == letters(page_title) and link and link.title:
        chosen = _as_listed(doc, link.title, chosen)
    if page_title and letters(chosen) == letters(page_title):
        chosen = told_in_data(doc, page_title) or chosen
    if letters(chosen) == letters(page_title) and not shown_title(doc, chosen):
        chosen = line_above_day(doc) or chosen
    if count_words(chosen) <= MAX_SITE_WORDS:
        chosen = title_beside_text(doc, link) or largest_line(doc) or chosen
    return chosen


def _sections(url: str) -> frozenset[str]:
    """The folded names of the folders in which a page's address puts it, its own aside."""
    folders = [part for part in urlsplit(url).path.split("/") if part]
    if folders and folders[-1].startswith("index."):
        folders.pop()
    return frozenset(map(letters, folders[:-1]))


def _as_listed(doc: Document, listed: str, chosen: str) -> str:
    """The title that a list gives, where an element of the page shows it and it is no part of the
    `chosen` one; else that."""
    if spoken_words(listed) < MIN_LISTED_WORDS or letters(listed) in letters(chosen):
        return chosen
    shown = shown_title(doc, listed)
    return shown.text if shown else chosen


def _without_label(chosen: str, listed: str) -> str:
    """A title without the label before it («Breaking | …») that a list leaves away, where the
    page does not show both in one line either."""
    for start, end in separators(chosen):
        tail = chosen[end:].strip()
        if start <= min(MAX_KICKER_CHARS, len(tail)) and letters(tail) == letters(listed):
            return tail
    return chosen


def _by_key(meta: Metadata) -> dict[str, str]:
    found: dict[str, str] = {}
    for candidate in meta.titles:
        text = tidy(with_signs(candidate.value))
        if text and len(text) <= MAX_TITLE_CHARS and not _SLUG.fullmatch(text):
            found.setdefault(candidate.key, text)
    return found


def _main_headings(headings: Iterable[Heading], told: frozenset[str]) -> list[Heading]:
    """The headings that may be the headline: h1 and what is named so, outside other regions
    unless it says what metadata have `told`."""
    firsts = [
        heading
        for heading in headings
        if (heading.level == 1 or heading.named) and not is_site_title(heading)
    ]
    if len(firsts) < 2:
        return firsts
    # A page may call the box of its article anything: only where another heading is left.
    return [
        h
        for h in firsts
        if (h.level == 1 and letters(h.text) in told) or not in_other_region(h.element)
    ] or firsts


def _with_heads(text: str, heads: Mapping[str, str], title: Cleaned | None) -> str:
    """One candidate of metadata beside the headings of the page."""
    key = letters(text)
    if key in heads:
        both = title is not None and title.text == heads[key]
        return heads[key] if both else typeset(text, heads[key])
    if title and title.key == key:
        return text
    for head_key, head in heads.items():
        goes_on = key.startswith(head_key) or (key.endswith(head_key) and ": " in text)
        goes_on = goes_on or bool(_label(text, head))
        if len(head_key) > 12 and goes_on and title and title.key == head_key:
            return head
    return text


def _is_mixed(text: str) -> bool:
    """Whether a title begins with a capital and has small letters."""
    return text[0].isupper() and not text.isupper()


def _is_more_or_less(shared: str, seen: str) -> bool:
    """Whether the title for sharing is «Headline (updated)», where page and tab have «Headline», or
    lacks the label that they have before it: «Look.. Headline»."""
    return _goes_on(shared, seen) or _label(seen, shared).endswith(("..", "…"))


def _label(text: str, head: str) -> str:
    """The label of a word or two and a sign before a headline in a title: «Live.. Two towns share a
    bridge», «(S+) …»; else empty."""
    label = text.removesuffix(head).rstrip() if text.endswith(head) else ""
    short = label[-1:] in _LABEL_ENDS and 0 < count_words(label) <= MAX_LABEL_WORDS
    return label if short else ""


_LABEL_ENDS = frozenset(".:|)]»…-–—!")
MAX_LABEL_WORDS = 3
