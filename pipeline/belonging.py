"""Whether a page says that it belongs to its source's section, and where its next page is."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from functools import lru_cache
from itertools import chain, islice
from urllib.parse import unquote, urlsplit

from lxml.html import HtmlElement

from pipeline.declared.jsonld import types_of
from pipeline.declared.metadata import Metadata
from pipeline.fingerprints import skeleton
from pipeline.page.html import Document
from pipeline.page.within import in_card, regions_between
from pipeline.records import Link, Source
from pipeline.titles.surroundings import surroundings
from pipeline.urls import canonical_url

_BREADCRUMB = re.compile(r"bread-?crumb|crumbs\b|hierarchie", re.IGNORECASE)
_CATEGORY = re.compile(
    r"cat-links|(?:post|entry|article|meta)-?(?:category|categories|cat)\b|taxonomy-category|"
    r"article__section",
    re.IGNORECASE,
)
_SECTION_REACH = 4
"""How many elements above a link may say that it leads to the page's section."""

CLOSE_LINKS = 3
"""Links before the headline that may be its breadcrumbs: home, section, sub-section."""

TEXT_BEGINS = 100
"""Letters that a paragraph of an article has at least, and a byline or a label has not."""

_PAGE_LISTS = re.compile(
    r"page-?links?|page-?numbers|page-?nav|pagination|nextpage|pager|paging|(?<![\w-])pages(?![\w-])",
    re.IGNORECASE,
)
_ARROWS = frozenset("›»→>⟩❯▶")
"""What stands for «next», whatever the language."""
_LOOKS_NUMBERED = re.compile(r"(?:/|=|-|_)\d{1,2}(?:\.s?html?)?/?(?:[&#].*)?$")
_NUMBERED_FILE = re.compile(r"(.*[^/_-])[_-](\d{1,2})(\.s?html?)")
_PAGE_NUMBER = re.compile(
    r"(.+?)/(?:(?:page|seite|pagina|sayfa|halaman|strona|strana|sida|side|teil|partie|parte)[/-]?|p)?"
    r"(\d{1,2})(?:\.html)?/?"
)
_PAGE_QUERY = re.compile(
    r"(?:^|&)(?:(?:showall|limitstart)=0?&)*"
    r"(?:page|paged|pg|p|seite|pagina|sayfa|halaman|start_page|start|limitstart)=(\d{1,2})(?:&|$)"
)


def belongs_to_section(
    doc: Document,
    meta: Metadata,
    source: Source | None,
    link: Link | None,
    title: str | None = None,
    *,
    dated: bool = False,
) -> bool | None:
    """What the page says of its section: True, False where it names others only, None if nothing.

    The section is known by its address; breadcrumbs, category links and a link beside the headline
    that lead there speak for it, such links that lead only to its neighbours speak against it. A
    name speaks only for it: the same section may be called otherwise. The category on a card of
    another article says nothing of this one; `title` tells the article's own headline from theirs.
    Where the section is the site's home page, what the site dates belongs to it: for machines, or
    for readers, `dated`.
    """
    if source is None or source.section is None:
        return None
    section = _address(source.section)
    own = _address(doc.url)
    crumbs = list(_crumbs(meta))
    linked = _section_links(doc, surroundings(doc, title).top)
    named = [*linked, *(_address(url) for _, url in crumbs if url)]
    if any(address == section for address in named):
        return True
    if section.count("/") >= 1 and own.startswith(f"{section}/"):
        return True
    dated = dated or bool(meta.published)
    if section.count("/") == 0 and own.startswith(f"{section}/") and dated:
        return True  # of a site that is watched whole
    slug = section.rpartition("/")[2]
    names = {skeleton(unquote(slug)), skeleton(link.section) if link and link.section else ""}
    said = [*(c.value for c in meta.sections), *(name for name, _ in crumbs)]
    if any(skeleton(name) in names - {""} for name in said):
        return True
    if _is_marked(doc, section):
        return True
    family = _family(section)
    neighbours = [a for a in named if _family(a) == family and a != own and "/" in a]
    return False if neighbours and "/" in family else None


def _section_links(doc: Document, top: frozenset[HtmlElement]) -> Iterator[str]:
    """The addresses of the breadcrumbs and category links of a page, other articles' left out."""
    for anchor, href in doc.links:
        named = _names_section(anchor) and not in_card(doc, anchor, top)
        if named and (address := _linked(href, doc)):
            yield address


def _crumbs(meta: Metadata) -> Iterator[tuple[str, str | None]]:
    """Names and addresses of the breadcrumbs that JSON-LD gives, but for the page itself."""
    for node in meta.nodes:
        if "BreadcrumbList" not in types_of(node):
            continue
        entries = node.get("itemListElement")
        for entry in entries if isinstance(entries, list) else [entries]:
            if not isinstance(entry, dict):
                continue
            item = entry.get("item")
            thing = item if isinstance(item, dict) else {"@id": item}
            name = entry.get("name") or thing.get("name")
            url = thing.get("@id") or thing.get("url")
            yield str(name or ""), canonical_url(url) if isinstance(url, str) else None


def _is_marked(doc: Document, section: str) -> bool:
    """Whether the section is linked close to the headline, and more often above the text than its
    neighbours: menus link all of them alike, a mark above the headline only the page's own. A menu
    that links no neighbour is on every page of the site, and marks none."""
    before, after = _links_above_text(doc)
    last = islice(((a, to) for a, to in reversed(before) if to), CLOSE_LINKS)
    marks = [anchor for anchor, to in (*last, *after) if to == section]
    if not marks:
        return False
    counts = Counter(to for _, to in (*before, *after) if to)
    family = _family(section)
    others = [
        n for address, n in counts.items() if address != section and _family(address) == family
    ]
    if not others:
        return any(
            "navigation" not in regions_between(mark, frozenset()) and not _in_menu(mark)
            for mark in marks
        )
    return counts[section] > max(others)


def _in_menu(mark: HtmlElement) -> bool:
    """Whether a link stands in a row of more links than breadcrumbs have."""
    row = mark.getparent()
    while row is not None and len(row) == 1:
        row = row.getparent()
    return row is not None and len(list(islice(row.iter("a"), CLOSE_LINKS + 1))) > CLOSE_LINKS


def _family(address: str) -> str:
    """What the addresses of a site's sections have in common: all but the last part."""
    path, _, query = address.partition("?")
    return f"{path}?" if query else path.rpartition("/")[0]


_Links = list[tuple[HtmlElement, str | None]]


def _links_above_text(doc: Document) -> tuple[_Links, _Links]:
    """The links before the first heading of level 1, and from there to the text, with the address
    that each leads to. Both are empty on a page without such a heading."""
    before: _Links = []
    after: _Links = []
    heading: HtmlElement | None = None
    for element in doc.tree.iter("a", "h1", "p", "div", "td"):
        if element.tag == "h1":
            heading = element if heading is None else heading
        elif element.tag == "a":
            to = _linked(element.get("href") or "", doc)
            (before if heading is None else after).append((element, to))
        elif heading is not None and len((element.text or "").strip()) >= TEXT_BEGINS:
            break
    return (before, after) if heading is not None else ([], [])


def _names_section(anchor: HtmlElement) -> bool:
    """Whether a link is a breadcrumb, or is said to lead to the page's category."""
    if "category" in (anchor.get("rel") or "").split():
        return True
    if anchor.get("itemprop") == "articleSection":
        return True
    for element in (anchor, *islice(anchor.iterancestors(), _SECTION_REACH)):
        names = f"{element.get('class') or ''} {element.get('id') or ''}"
        if "BreadcrumbList" in (element.get("itemtype") or "") or _BREADCRUMB.search(names):
            return True
        if element.get("itemprop") == "articleSection" or _CATEGORY.search(names):
            return True
    return False


def _linked(href: str, doc: Document) -> str | None:
    url = canonical_url(href, doc.url)
    return _address_of(url) if url else None


def _address(url: str) -> str:
    return _address_of(canonical_url(url) or url)


def _address_of(url: str) -> str:
    """Host and path without the forms in which one section is written: slash, index, www."""
    parts = urlsplit(url)
    path = unquote(parts.path).rstrip("/")
    path = re.sub(r"/index\.(?:html?|php)$", "", path)
    query = f"?{parts.query}" if parts.query else ""
    return f"{parts.netloc.removeprefix('www.')}{path}{query}"


def next_page_url(doc: Document) -> str | None:
    """The next page of an article that is split over several, None for all others.

    Only an address that is this page's own with the next number is taken: a link to the next
    article is no next page. Some systems count from nought: their second page is «?page=1»; others
    number files: «story.html» goes on in «story_2.html».
    """
    own = urlsplit(canonical_url(doc.url) or doc.url)
    base, number = _numbered(own.path, own.query)
    is_first = not _PAGE_QUERY.search(own.query)
    file = _NUMBERED_FILE.fullmatch(own.path)
    whole = f"{own.path.rstrip('/')}?{own.query}".rstrip("?")
    if not base.strip("/?"):  # "/?p=13": the number is all there is, so it names the article
        base, number = whole, 1
    present = int(file[2]) if file else number
    from_nought: str | None = None
    heads = ((link, link.get("href") or "") for link in doc.all_of("link"))
    for anchor, href in chain(doc.links, heads):
        end = href.rstrip("/")
        may_be = end[-1:].isdigit() or end.endswith((".html", ".htm")) or "&" in end or "#" in end
        if not may_be or not _LOOKS_NUMBERED.search(href):
            continue  # most addresses end with no number, and are passed over at once
        said = (anchor.text or (anchor[0].text if len(anchor) else "") or "").strip()
        counted = said in ("2", str(present + 1), str(present + 2))  # that one counts from nought
        says_so = counted or _leads_on(anchor) or (bool(said) and _ARROWS.issuperset(said))
        url = canonical_url(href, doc.url) if says_so else None
        if not url:
            continue
        parts = urlsplit(url)
        there = _numbered(parts.path, parts.query) if parts.netloc == own.netloc else None
        if there and _follows_file(own.path, parts.path, doc):
            return url
        if there == (base, number + 1):
            return url
        if is_first and there == (own.path.rstrip("/"), 2):  # the number is the article's name
            return url
        if is_first and there == (whole, 1) and _PAGE_QUERY.search(parts.query):
            if said == "2":
                return url
            if not said.isdigit():
                from_nought = from_nought or url
    return from_nought


def _follows_file(own: str, there: str, doc: Document) -> bool:
    """Whether a file is the next page of this one: «story_2.html», «story-2.html» of «story.html»,
    and «story_3.html» of «story_2.html» where that links its first page too, or the one before."""
    to = _NUMBERED_FILE.fullmatch(there)
    if to is None:
        return False
    first, number = f"{to[1]}{to[3]}", int(to[2])
    if own == first:
        return number == 2
    here = _NUMBERED_FILE.fullmatch(own)
    if here is None or (f"{here[1]}{here[3]}", int(here[2]) + 1) != (first, number):
        return False
    stem = here[1].rpartition("/")[2]
    before = tuple(f"{stem}{own[here.end(1)]}{n}{here[3]}" for n in (1, number - 2))
    return any(href.endswith((f"{stem}{here[3]}", *before)) for _, href in doc.links)


def _leads_on(anchor: HtmlElement) -> bool:
    """Whether a link is said to lead to a next page: by its relation or by a list of pages."""
    names = [anchor.get("class") or ""]
    if anchor.get("rel") == "next" or "next" in names[0].lower().split():
        return True
    names += [element.get("class") or "" for element in islice(anchor.iterancestors(), 4)]
    return any(name and _is_page_list(name) for name in names)


@lru_cache(maxsize=20_000)
def _is_page_list(names: str) -> bool:
    return bool(_PAGE_LISTS.search(names))


def _numbered(path: str, query: str) -> tuple[str, int]:
    """An address without its page's number, and the number: 1 where there is none. Of two numbers
    the first names the article, «?p=13&page=2»."""
    found = _PAGE_QUERY.search(query)
    behind = query[found.end() - 1 :] if found else ""
    if found and (second := _PAGE_QUERY.search(behind)):
        parts = (query[: found.end()].strip("&"), _PAGE_QUERY.sub("", behind, count=1))
        return f"{path.rstrip('/')}?{'&'.join(filter(None, parts))}", int(second[1])
    if found:
        rest = _PAGE_QUERY.sub("", query)
        return f"{path.rstrip('/')}?{rest}".rstrip("?"), int(found.group(1))
    number = _PAGE_NUMBER.fullmatch(path)
    rest = f"?{query}" if query else ""
    if number and 1 < int(number.group(2)) < 60:
        return f"{number.group(1)}{rest}", int(number.group(2))
    return f"{path.rstrip('/')}{rest}", 1
