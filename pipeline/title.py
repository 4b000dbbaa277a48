"""The title of an article: candidates from metadata and headings, then a choice by agreement."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from urllib.parse import urlsplit

from pipeline.headline import (
    Heading,
    home_headings,
    in_comments,
    in_other_region,
    is_label_heading,
    is_site_title,
    letters,
    read_headings,
    tidy,
)
from pipeline.html import Document
from pipeline.metadata import Metadata
from pipeline.records import Link

MAX_TITLE_CHARS = 500
"""Longer is a text, not a title."""

MIN_CUT_CHARS = 40
"""A title cut by a content system has at least this many characters (the usual cuts: 60 to 110)."""

MAX_KICKER_CHARS = 40
"""A longer beginning is a part of the title. The longest kicker of 125 publisher pages has 30."""

_SEPARATOR = re.compile(r"\s+[-‐–—―|•·»«›‹:/~]+\s+|\s*[|｜¦]\s*|\s*：\s*|\s+-{2,}\s+|-{2,}|\s::\s")
_KICKER_END = re.compile(r"[\s:|/.+–—-]+$")
_DATE_ONLY = re.compile(r"^[\d./\s-]{6,12}$")
_ELLIPSIS = re.compile(r"\s*(?:…|\.\.\.|\[…\]|\[\.\.\.\])$")
_APP_NAMES = ("application-name", "apple-mobile-web-app-title", "al:android:app_name",
              "al:ios:app_name")  # fmt: skip
_GENERIC = frozenset(
    {"home", "startseite", "accueil", "inicio", "index", "untitled", "article", "news", "blog",
     "الرئيسية", "الصفحةالرئيسية", "خانه", "anasayfa"}
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class _Clean:
    """A candidate without the site's additions; `stripped` tells whether there were any."""

    text: str
    stripped: bool

    @property
    def key(self) -> str:
        return letters(self.text)


_NOTHING = _Clean("", False)


def extract_title(doc: Document, meta: Metadata, link: Link | None = None) -> str | None:
    """The headline as a reader sees it; None where the page shows none.

    What the listing says (`link.title`) only confirms a candidate of the page.
    """
    sites = site_keys(doc, meta)
    headings = [
        h for h in read_headings(doc) if letters(h.text) not in sites and not is_label_heading(h)
    ]
    firsts = _main_headings(headings)
    shown = frozenset(letters(heading.text) for heading in headings)
    heads = {letters(h.text): h.text for h in reversed(firsts)}
    page_title = _page_title(doc)
    values = _by_key(meta)
    # What JSON-LD and OpenGraph both say is no accident: only the site's name goes.
    agreed = letters(values.get("headline", "")) == letters(values.get("og:title", "-"))
    cleaned = {
        key: _strip(value, sites, heads, shown, whole=agreed and key in ("headline", "og:title"))
        for key, value in values.items()
    }
    cleaned = {
        key: value
        for key, value in cleaned.items()
        if value.key and value.key not in sites and value.key not in _GENERIC
    }
    title = _strip(page_title, sites, heads, shown) if page_title else None
    title = title if title and title.key not in sites else None
    shared = cleaned.get("og:title") or cleaned.get("twitter:title") or cleaned.get("dc.title")
    told = cleaned.get("headline")
    if told and shared:
        chosen = _of_two(told, shared, cleaned, heads, title, page_title)
    elif told or shared:
        chosen = _with_heads((told or shared or _NOTHING).text, heads, title)
    else:
        chosen = _from_page(headings, firsts, title, link) or ""
    if not chosen:
        return None
    chosen = _without_kickers(chosen, heads)
    return _fit(_uncut(chosen, [*heads.values(), title.text if title else "", *values.values()]))


@lru_cache(maxsize=1)  # title, authors, section and tags of one page ask in turn
def site_keys(doc: Document, meta: Metadata) -> frozenset[str]:
    """The folded names under which a page's site calls itself, its host's among them."""
    own = _names_of_site(doc, meta)
    names = {letters(name) for name in own} | home_headings(doc)
    for name in own:
        names.update(letters(part) for part in _SEPARATOR.split(name))
    host = (urlsplit(doc.url).hostname or "").removeprefix("www.")
    labels = host.split(".")
    if len(labels) > 1 and not host.replace(".", "").isdigit():
        names.add(letters(host))
        names.add("www" + letters(host))
        names.update(letters(label) for label in labels[:-1] if len(label) > 3)
        names.add(letters(labels[-2]))
    return frozenset(name for name in names if len(name) > 1)


def _names_of_site(doc: Document, meta: Metadata) -> list[str]:
    """What metadata call the site; the name of an app is often the article's title instead."""
    titles = {letters(c.value) for c in meta.titles if c.key in ("og:title", "headline")}
    sure = [c.value for c in meta.site_names if c.key not in _APP_NAMES]
    tab = letters(_page_title(doc) or "")
    return sure + [
        c.value
        for c in meta.site_names
        if c.key in _APP_NAMES
        and not (
            letters(c.value) in titles
            and (sure or (tab.startswith(letters(c.value)) and tab != letters(c.value)))
        )
    ]


def _by_key(meta: Metadata) -> dict[str, str]:
    found: dict[str, str] = {}
    for candidate in meta.titles:
        text = tidy(candidate.value)
        if text and len(text) <= MAX_TITLE_CHARS:
            found.setdefault(candidate.key, text)
    return found


def _page_title(doc: Document) -> str | None:
    for element in doc.tree.iter("title"):
        parent = element.getparent()
        if parent is not None and parent.tag in ("svg", "symbol", "g"):
            continue
        text = tidy(element.text or "")
        if text:
            return text
    return None


def _main_headings(headings: Iterable[Heading]) -> list[Heading]:
    """The headings that may be the headline: h1 and what is named so, outside other regions."""
    firsts = [
        heading
        for heading in headings
        if (heading.level == 1 or heading.named) and not is_site_title(heading)
    ]
    # A page may call the box of its article anything: only where another heading is left.
    return [h for h in firsts if not in_other_region(h.element)] or firsts


def _is_site(part: str, sites: frozenset[str]) -> bool:
    key = letters(part)
    if key in sites:
        return True
    if not key or len(part.split()) > 4:
        return False
    # «BBC News», «DER SPIEGEL», «n-tv.de»: a known name with a word about it.
    return any(
        len(site) > 2 and (key.startswith(site) or key.endswith(site)) and len(key) < 3 * len(site)
        for site in sites
    )


def _strip(
    value: str,
    sites: frozenset[str],
    heads: dict[str, str],
    shown: frozenset[str],
    *,
    whole: bool = False,
) -> _Clean:
    """A candidate without the site's name, its section and its date at either end.

    `whole`: a heading of the page that is only a part of the candidate cuts nothing off, unless
    the site's name is in the rest.
    """
    if letters(value) in heads:
        return _Clean(value, False)
    spans = [(m.start(), m.end()) for m in _SEPARATOR.finditer(value)]
    if not spans:
        return _Clean(value, False)
    # A heading of the page inside the candidate ends the question; of two headings the longer.
    for start, end in spans:
        before, after = value[:start].strip(), value[end:].strip()
        if letters(before) in shown and letters(after) in shown:
            return _Clean(max(before, after, key=len), True)
    for start, _ in spans:
        if letters(value[:start]) in heads and not _is_kicker(value[start:]):
            last_part = value[spans[-1][1] :]
            if not whole or _is_site(last_part, sites):
                return _Clean(value[:start].strip(), True)
    for _, end in spans if not whole else ():
        if letters(value[end:]) in heads:
            return _Clean(value[end:].strip(), True)
    first, last = 0, len(value)
    stripped = False
    pieces = len(spans)
    while pieces and spans:
        start, end = spans[-1]
        tail = value[end:last]
        if _is_site(tail, sites) or (_DATE_ONLY.match(tail.strip()) and stripped is False):
            last, stripped = start, True
            spans.pop()
        elif len(spans) > 1 and _DATE_ONLY.match(tail.strip()):
            last = start
            spans.pop()
        else:
            break
    while spans:
        start, end = spans[0]
        if not _is_site(value[first:start], sites):
            break
        first, stripped = end, True
        spans.pop(0)
    text = value[first:last].strip()
    return _Clean(text, stripped) if text else _Clean(value, False)


def _is_kicker(rest: str) -> bool:
    """Whether what follows a heading is longer than any site's name: then it was a kicker."""
    return len(rest) > 70


def _of_two(
    told: _Clean,
    shared: _Clean,
    cleaned: dict[str, _Clean],
    heads: dict[str, str],
    title: _Clean | None,
    page_title: str | None,
) -> str:
    """The choice between JSON-LD's headline and OpenGraph's title."""
    in_title = title.key if title else ""
    if told.key == shared.key:
        return _same_words(told, shared, heads, title)
    longer, shorter = sorted((told, shared), key=lambda c: -len(c.key))
    if _is_cut(shorter.text, longer.text):
        return longer.text
    if told.key.endswith(shared.key) and len(shared.key) > 8:
        return shared.text
    if shared.key.endswith(told.key) and len(told.key) > 8:
        return told.text if told.key in heads else shared.text
    again = cleaned.get("alternativeHeadline")
    if again and again.key == told.key:
        return told.text
    if shared.key in heads:
        return told.text if told.key == in_title and told.key not in heads else shared.text
    if told.key in heads:
        seconded = (cleaned.get("twitter:title") or shared).key == told.key
        # A title for sharing that is also the tab's whole title was written for search engines.
        for_search = page_title is not None and letters(page_title) == shared.key
        return told.text if seconded or shared.stripped or for_search else shared.text
    return shared.text if shared.key == in_title and told.key != in_title else told.text


def _same_words(told: _Clean, shared: _Clean, heads: dict[str, str], title: _Clean | None) -> str:
    """Of two spellings of the same words, the one that the page shows."""
    seen = [heads[told.key]] if told.key in heads else []
    if title and title.key == told.key:
        seen.append(title.text)
    for text in seen:
        if text in (told.text, shared.text):
            return text
    if title and title.text.startswith(shared.text) and not title.text.startswith(told.text):
        return shared.text
    return told.text


def _without_kickers(chosen: str, heads: dict[str, str]) -> str:
    """What follows two different kickers, where metadata and the page's headline differ in them."""
    if letters(chosen) in heads:
        return chosen
    for head in heads.values():
        for separator in (" - ", " – ", ": ", " | "):
            tail = head.partition(separator)[2].strip()
            before = chosen.removesuffix(tail).rstrip()
            short = len(before) <= min(MAX_KICKER_CHARS, len(tail))
            if (
                len(tail) > 20
                and short
                and before != chosen
                and before[-1:] in (":", "|", "–", "-")
            ):
                return tail
    return chosen


def _with_heads(text: str, heads: dict[str, str], title: _Clean | None) -> str:
    """One candidate of metadata beside the headings of the page."""
    key = letters(text)
    if key in heads or (title and title.key == key):
        return text
    for head_key, head in heads.items():
        if len(head_key) > 12 and key.startswith(head_key) and title and title.key == head_key:
            return head
    return text


def _from_page(
    headings: list[Heading], firsts: list[Heading], title: _Clean | None, link: Link | None
) -> str | None:
    """The title of a page without metadata: the heading that the tab's title names."""
    wanted = [title.key] if title else []
    if link and link.title:
        wanted.append(letters(link.title))
    best: tuple[int, int, str] | None = None
    usable = [h for h in headings if not in_comments(h.element) and not is_site_title(h)]
    for place, heading in enumerate(usable):
        key = letters(heading.text)
        agreement = max((_agreement(key, want) for want in wanted), default=0)
        if agreement and (best is None or agreement > best[0]):
            best = (agreement, -place, heading.text)
    if best:
        return best[2]
    inside = [h for h in firsts if _in_article(h)]
    for group in (inside, [h for h in firsts if h.level == 1], firsts):
        if group:
            return group[0].text
    if title and title.key not in _GENERIC:
        return title.text
    seconds = [h for h in usable if h.level == 2 and _in_article(h)]
    return seconds[0].text if seconds else None


def _agreement(key: str, wanted: str) -> int:
    """How many letters of a heading a wanted title names: all of them, or as many as it kept."""
    if len(key) < 4 or not wanted:
        return 0
    if key in wanted:
        return len(key)
    if key.startswith(wanted) and len(wanted) >= MIN_CUT_CHARS // 2:
        return len(wanted)
    return 0


def _in_article(heading: Heading) -> bool:
    return any(a.tag in ("article", "main") for a in heading.element.iterancestors())


def _is_cut(short: str, long: str) -> bool:
    """Whether one title is the beginning of the other, cut off."""
    marked = _ELLIPSIS.search(short)
    begin = letters(_ELLIPSIS.sub("", short))
    if not begin or not letters(long).startswith(begin) or len(long) <= len(short):
        return False
    return bool(marked)


def _uncut(chosen: str, others: Iterable[str]) -> str:
    """The whole title, where the chosen one ends with an ellipsis and another goes on."""
    if _ELLIPSIS.search(chosen):
        for other in others:
            if other and not _ELLIPSIS.search(other) and _is_cut(chosen, other):
                return other
    return chosen


def _fit(text: str) -> str | None:
    text = tidy(text)
    return text if text and len(text) <= MAX_TITLE_CHARS and letters(text) else None
