"""What a page's site calls itself, so that its name is taken for no title and no author."""

from __future__ import annotations

import re
from collections.abc import Sequence
from html import unescape
from itertools import islice

from lxml.html import HtmlElement

from pipeline.declared.metadata import Metadata
from pipeline.page.elements import letters, text_of_element, tidy
from pipeline.page.html import Document, once_a_page
from pipeline.patterns.late_patterns import late_pattern
from pipeline.patterns.rule_files import read_rules
from pipeline.titles.headings import home_headings, is_home
from pipeline.urls import split_url

SEPARATOR = re.compile(r"\s+[-‐–—―|•·»«›‹:/~]+\s+|\s*[|｜¦]\s*|\s*：\s*|\s+-{2,}\s+|-{2,}|\s::\s")
"""What stands between a title and the site's name."""


MAX_SEPARATORS = 20
"""A candidate with more places where it could be parted is taken as it is: each place is compared
with all headings. The most of 324 real pages are 5."""


def separators(value: str) -> list[tuple[int, int]]:
    """Where a title's parts are separated, beginning and end of each separator.

    A guillemet that closes a quotation of the title is none, though French sets it off by a space:
    «le dit X : « jamais » - Le Journal» ends after the closing one.
    """
    found: list[tuple[int, int]] = []
    for match in islice(SEPARATOR.finditer(value), MAX_SEPARATORS + 1):
        start, end = match.span()
        signs = match[0]
        if "«" in signs and "»" in value[end:]:
            continue
        if "»" in signs and value[:start].count("«") > value[:start].count("»"):
            start += signs.index("»") + 1
            again = SEPARATOR.match(value, start)
            if again is None:
                continue
            start, end = again.span()
        found.append((start, end))
    return found


MIN_NAME_CHARS = 5
"""A shorter beginning of a site's name may be any word."""

_APP_NAMES = ("application-name", "apple-mobile-web-app-title", "al:android:app_name",
              "al:ios:app_name")  # fmt: skip


@once_a_page
def site_keys(doc: Document, meta: Metadata) -> frozenset[str]:
    """The folded names under which a page's site calls itself, its host's among them."""
    return keys_of_site(_names_of_site(doc, meta), doc.url) | home_headings(doc)


def keys_of_site(own: Sequence[str], url: str) -> frozenset[str]:
    """The folded forms of a site's own names, and of the host of one of its addresses."""
    names = {letters(name) for name in own}
    for name in own:
        names.update(letters(part) for part in SEPARATOR.split(name))
    host = (split_url(url).hostname or "").removeprefix("www.")
    labels = host.split(".")
    if len(labels) > 1 and not host.replace(".", "").isdigit():
        names.add(letters(host))
        names.add("www" + letters(host))
        names.update(letters(label) for label in labels[:-1] if len(label) > 3)
        shared = len(labels) > 2 and len(labels[-1]) == 2 and labels[-2] in _SHARED
        names.add(letters(labels[-3 if shared else -2]))
    return frozenset(name for name in names if len(name) > 1)


_SHARED = frozenset(
    {"com", "co", "org", "net", "gov", "gob", "gouv", "edu", "ac", "info", "or", "ne",
     "web", "gen", "nom", "mil", "sch"}
)  # fmt: skip
"""What stands before a country's letters in hosts of many houses: «courier.co.uk»."""


def initials_of_site(meta: Metadata) -> frozenset[str]:
    """The folded letters with which a house of several words signs: «ST» of «The Straits Times»."""
    found: set[str] = set()
    for candidate in meta.site_names:
        words = [word for word in candidate.value.split() if word[0].isupper()]
        own = words[1:] if words and words[0].casefold() == "the" else words
        found.update(letters("".join(w[0] for w in kind)) for kind in (words, own))
    return frozenset(name for name in found if 1 < len(name) <= MAX_INITIALS)


MAX_INITIALS = 5


def _names_of_site(doc: Document, meta: Metadata) -> list[str]:
    """What metadata call the site; the name of an app is often the article's title instead, and
    some systems write the whole title with the site's name in it wherever a name is asked for."""
    titles = {letters(c.value) for c in meta.titles if c.key in ("og:title", "headline")}
    tab = letters(tab_title(doc) or "")
    sure = [
        c.value
        for c in meta.site_names
        if c.key not in _APP_NAMES
        and not (SEPARATOR.search(c.value) and letters(c.value) in (tab, *titles))
    ]
    if tab in titles and tab in map(letters, sure) and _is_headline(doc, tab, sure):
        sure = [name for name in sure if letters(name) != tab]
    return sure + [
        c.value
        for c in meta.site_names
        if c.key in _APP_NAMES
        and not (
            letters(c.value) in titles
            and (sure or (tab.startswith(letters(c.value)) and tab != letters(c.value)))
        )
    ]


def _is_headline(doc: Document, tab: str, names: Sequence[str]) -> bool:
    """Whether what tab, metadata and names of the site alike say is the page's headline: a heading
    shows it, and the address has it, or the site has another name."""
    shown = (h for h in doc.all_of("h1") if letters(text_of_element(h)) == tab)
    if not any(next(h.iterancestors("header", "a"), None) is None and not len(h) for h in shown):
        return False  # the sign of a house may be set as a heading
    others = any(tab not in letters(name) and letters(name) not in tab for name in names)
    last = split_url(doc.url).path.rstrip("/").rpartition("/")[2]
    host = letters(split_url(doc.url).hostname or "")
    return (others or tab in letters(last)) and tab not in host


def tab_title(doc: Document) -> str | None:
    """The text of the title element, which a browser's tab shows; None where there is none."""
    for element in doc.all_of("title"):
        parent = element.getparent()
        if parent is not None and parent.tag in ("svg", "symbol", "g"):
            continue
        text = tidy(with_signs(element.text or ""))
        if text:
            return text
    return None


_ENTITY = re.compile(r"&(?:[a-z]{2,6}|#\d{2,5}|#x[0-9a-f]{2,5});", re.IGNORECASE)


_ESCAPED_QUOTE = re.compile(r"\\(?=['\"’])")


def with_signs(text: str) -> str:
    """A title whose signs a content system escaped twice, with the signs: «Tom &amp; Jerry»; or for
    a script, «Jerry\\'s friend»."""
    text = _ESCAPED_QUOTE.sub("", text) if "\\" in text else text
    return unescape(text) if "&" in text and _ENTITY.search(text) else text


def names_in_tab(doc: Document, title: str | None) -> frozenset[str]:
    """The folded name that the tab shows before or behind the page's title: the site's own.

    Where sections stand between the two, «Title - Tech - The Courier», the outermost is it.
    """
    tab, key = tab_title(doc) or "", letters(title or "")
    if not key or letters(tab) == key:
        return frozenset()
    found: set[str] = set()
    parts = separators(tab)
    if parts and letters(tab[: parts[0][0]]) != key and letters(tab).endswith(key):
        found.add(letters(tab[: parts[0][0]]))
    elif parts and letters(tab).startswith(key) and len(key) <= len(letters(tab[: parts[-1][0]])):
        found.add(letters(tab[parts[-1][1] :]))
    return frozenset(name for name in found if len(name) > 1)


@once_a_page
def house_keys(doc: Document, meta: Metadata, title: str | None) -> frozenset[str]:
    """The folded names of a page's site: those it calls itself by, what the tab shows beside the
    page's title, and what its first links to its front page say."""
    return site_keys(doc, meta) | names_in_tab(doc, title) | _names_of_home(doc)


def _names_of_home(doc: Document) -> frozenset[str]:
    """The folded texts of the first links to a site's front page, of which one is its name."""
    host = split_url(doc.url).netloc
    links = [a for a in islice(doc.all_of("a"), FIRST_LINKS) if is_home(a.get("href"), doc.url)]
    own = [a for a in links if split_url(a.get("href") or "").netloc in ("", host)]
    texts = [tidy(a.text or "") if not len(a) else _drawn(a) for a in own]
    names = {letters(text) for text in texts if MIN_NAME_CHARS <= len(text) <= MAX_CHARS}
    return frozenset(names - _HOME)


_HOME = frozenset(map(letters, read_rules("front_page_links.toml")["words"]))


def _drawn(link: HtmlElement) -> str:
    """What the only picture in a link shows by its own words, but for that it is a logo."""
    alone = len(link) == 1 and link[0].tag == "img" and not tidy(link.text or "")
    return tidy(_LOGO.sub("", link[0].get("alt") or "")) if alone else ""


_LOGO = re.compile(r"\blogo\b|^شعار\s|[-–|]\s*$", re.IGNORECASE)
FIRST_LINKS = 12
MAX_CHARS = 40


_GLUED_SECTION = re.compile(r"([A-Z]{2,6})[A-Z][a-z]+")
"""A section glued to a house's letters: «CNNPolitics»."""


def is_part_of_site(part: str, sites: frozenset[str]) -> bool:
    """Whether a part of a title is the site's name, or the name with a word about it."""
    key = letters(part)
    if key in sites:
        return True
    words = part.split()
    if not key or len(words) > 4:
        return False
    if len(words) == 2 and letters(words[0]) in sites:
        return True  # «CNN Politics»
    glued = _GLUED_SECTION.fullmatch(part.strip())
    if glued and letters(glued[1]) in sites:
        return True
    # «BBC News», «DER SPIEGEL», «n-tv.de»; «日本経済新聞» of «日本経済新聞社».
    return any(
        (len(site) > 2 and key.startswith(site) and len(key) < 3 * len(site))
        or (len(site) > 2 and key.endswith(site) and len(key) < 3 * len(site))
        or (site.startswith(key) and MIN_NAME_CHARS <= len(key) >= len(site) - 1)
        for site in sites
    )


def is_called_as_site(text: str, sites: frozenset[str]) -> bool:
    """Whether a title is no more than the site's name, with the day in brackets behind it perhaps,
    as diaries call what they tell of a day: «North Notes(2026-10-19)»."""
    return letters(text) in sites or letters(_DAY_IN_BRACKETS.sub("", text)) in sites


_DAY_IN_BRACKETS = late_pattern(r"\s?[(（]\d{4}(?:[-/.年]\d{1,2}){1,2}(?:[月日]\d{0,2}日?)?[)）]$")
