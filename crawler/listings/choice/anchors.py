"""The links of one page as they stand in its tree: address, text, headline or not, region."""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import islice

from lxml.html import HtmlElement

from crawler.listings.choice.read_on import READ_ON
from crawler.listings.choice.regions import Region, Regions, names_of
from crawler.listings.choice.unseen import is_unseen
from crawler.listings.labels import words_in
from crawler.listings.pagination import listing_key
from pipeline.urls import canonical_url

MAX_ANCHORS = 5000
"""Links looked at on one page, in its order. The richest of 306 real article pages has 612."""

MAX_RECORD_LINKS = 12
"""What holds more links is no record of one article."""

MIN_LINE = 18
"""Letters of the shortest line that may be a headline where nothing else is."""

MAX_TEXT = 300
"""Characters of a link's text that are looked at."""

_SILENT = frozenset({"script", "style", "noscript"})
_HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
_TITLED = re.compile(
    r"-(?:title|titles|headline|headlines|heading|entry-title|post-title|titre|titulo|titel|caption-title"
    r"|name|summary-title|subject|hed|hdl|bookmark|u-url|titular|baslik|titolo|judul|tytul|onvan"
    r"|zagolovok|overskrift|rubrik|nadpis|otsikko|tieu-de)-"
)
_TOOL = re.compile(r"(?<![a-z])(?:print|imprim|druck|e?mail|pdf|send|share)", re.IGNORECASE)
"""What addresses of an article's other forms are called, behind pictures of a printer and so on."""
_DATE_TEXT = re.compile(
    r"\d{4}|[٠-٩]{4}|[۰-۹]{4}|\d{1,2}[/.-]\d{1,2}|\bago\b|^منذ|^قبل|\d\s*(?:min|h|d)\b"
)
_LEADING_DATE = re.compile(r"^\[?(?:19|20)\d\d[-/.]\d\d[-/.]\d\d\]?\s*[-–—:|،,]?\s+(?=\S)")
_NOT_TITLED = re.compile(
    r"-(?:site|blog|widget|section|block|page|category|cat|tag|author)-(?:title|name)-"
)


@dataclass(frozen=True, slots=True, eq=False)
class Anchor:
    """One link. `title` is the headline it holds or is, else its text. `in_prose` is True where
    it stands within a sentence."""

    element: HtmlElement
    url: str
    text: str
    title: str
    index: int
    region: Region
    in_heading: bool
    is_titled: bool
    in_prose: bool
    rel: frozenset[str]


def squeeze(text: str, limit: int = MAX_TEXT) -> str:
    """White space as single blanks, cut at `limit` characters."""
    return " ".join(text[: 4 * limit].split())[:limit]


def text_of_element(element: HtmlElement, limit: int = MAX_TEXT) -> str:
    """The element's text, without scripts and styles, up to `limit` characters."""
    if not len(element):
        return "" if element.tag in _SILENT else squeeze(element.text or "", limit)
    pieces: list[str] = []
    length = 0
    for piece in element.xpath(
        ".//text()[not(parent::script or parent::style or parent::noscript)]"
    ):
        pieces.append(piece)
        length += len(piece)
        if length > 4 * limit:
            break
    return squeeze(" ".join(pieces), limit)


def read_anchors(body: HtmlElement, base: str) -> list[Anchor]:
    """The page's links to other pages, at most `MAX_ANCHORS`; none that stay on the page, none
    that are hidden alone."""
    regions = Regions(body)
    anchors: list[Anchor] = []
    for index, element in enumerate(islice(body.iter("a", "area"), MAX_ANCHORS)):
        href = (element.get("href") or "").strip()
        if not href or href.startswith(("#", "javascript:", "mailto:", "tel:")):
            continue
        if is_unseen(element):
            continue
        url = canonical_url(href, base)
        if url is not None:
            anchors.append(_anchor(element, url, index, regions, base))
    return anchors


def _anchor(element: HtmlElement, url: str, index: int, regions: Regions, base: str) -> Anchor:
    region = regions.of(element)
    text = text_of_element(element)
    inner = _inner_headline(element) if len(element) else None
    outer = _outer_headline(element)
    headline = inner if inner is not None else outer
    title = text_of_element(inner) if inner is not None else text
    if headline is None and says_nothing(text):
        lent = _lent_headline(element)
        if lent is None and region is not Region.CHROME:
            lent = _lent_line(element, url, base)
        if lent is not None:
            headline, title = lent, text_of_element(lent)
    if not title:
        title = squeeze(element.get("title") or element.get("aria-label") or _alternative(element))
    return Anchor(
        element=element,
        url=url,
        text=text,
        title=_LEADING_DATE.sub("", title or text),
        index=index,
        region=region,
        in_heading=headline is not None and headline.tag in _HEADINGS,
        is_titled=headline is not None,
        in_prose=headline is None and _in_prose(element),
        rel=frozenset((element.get("rel") or "").lower().split()),
    )


def _alternative(anchor: HtmlElement) -> str:
    """What stands for the only picture of a link."""
    pictures = [str(text) for text in anchor.xpath(".//img/@alt") if text.strip()]
    return pictures[0] if len(pictures) == 1 else ""


def _is_titled(element: HtmlElement) -> bool:
    if not (element.get("class") or element.get("id")):
        return element.get("itemprop") in {"headline", "name"}
    names = names_of(element)
    return bool(_TITLED.search(names)) and not _NOT_TITLED.search(names)


def _inner_headline(anchor: HtmlElement) -> HtmlElement | None:
    """The headline inside a link that wraps a whole card: a heading, what is named a title, or the
    only words in bold."""
    titled: HtmlElement | None = None
    bold: list[HtmlElement] = []
    for element in islice(anchor.iter(), 1, 60):
        if element.tag in _HEADINGS:
            return element
        if titled is None and isinstance(element.tag, str) and _is_titled(element):
            titled = element
        if element.tag in {"strong", "b"}:
            bold.append(element)
    if titled is None and len(bold) == 1 and len(anchor.xpath("(.//*)[position() <= 3]")) > 1:
        said = text_of_element(bold[0])
        return bold[0] if words_in(said) >= 3 and not says_nothing(said) else None
    return titled


def _outer_headline(anchor: HtmlElement) -> HtmlElement | None:
    """The headline that holds the link, or the link itself where its class says so."""
    if _is_titled(anchor):
        titled: HtmlElement | None = anchor
    else:
        titled = None
    current = anchor.getparent()
    for _ in range(4):
        if current is None or current.tag in {"body", "article", "li", "ul", "td", "section"}:
            break
        if current.tag in _HEADINGS:
            return current
        if (
            titled is None
            and _is_titled(current)
            and sum(1 for _ in islice(current.iter("a"), 4)) <= 3
        ):
            titled = current
        current = current.getparent()
    return titled


def says_nothing(text: str) -> bool:
    """True for the text of a link that is a picture, a date, a bare "read more"."""
    folded = " ".join(text.lower().split()).strip(" .…»›→←[]()")
    if not folded or folded in READ_ON:
        return True
    if len(folded) >= 40 or not _DATE_TEXT.search(folded):
        return False
    return len(_DENSE.findall(_DATE_TEXT.sub("", folded))) < HEADLINE_DENSE


_DENSE = re.compile("[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7a3]")
HEADLINE_DENSE = 11
"""Letters beside a day, in scripts that say as much with half the signs, that are a headline and
no «发布时间»: a link may hold both."""


def _lent_headline(anchor: HtmlElement) -> HtmlElement | None:
    """The headline without a link of its own in the record where the link stands: some themes link
    only the date, the picture or "read more"."""
    if set((anchor.get("rel") or "").lower().split()) & {"tag", "category", "author"}:
        return None
    current = anchor
    for _ in range(7):
        parent = current.getparent()
        if parent is None or parent.tag in {"body", "main", "ul", "ol", "table", "tbody"}:
            return None
        current = parent
        if _has_many_links(current):
            return None
        headings = current.xpath("(.//h1|.//h2|.//h3|.//h4)[position() <= 3]")
        if headings:
            only = headings[0] if len(headings) == 1 else None
            if only is None or only.find(".//a") is not None:
                return None
            is_page = only.tag == "h1" and current.tag not in {"article", "li"}
            return None if is_page else only
    return None


def _has_many_links(element: HtmlElement) -> bool:
    """True for what holds more links than a record of one article."""
    return sum(1 for _ in islice(element.iter("a"), MAX_RECORD_LINKS + 1)) > MAX_RECORD_LINKS


def _lent_line(anchor: HtmlElement, url: str, base: str) -> HtmlElement | None:
    """The first line of text, outside all links, of the record where the link stands. The record
    is all around it that leads nowhere else, but for short links to a section or an author."""
    record = anchor
    for _ in range(7):
        parent = record.getparent()
        if parent is None or parent.tag in {"body", "main", "ul", "ol"}:
            break
        if _has_many_links(parent):
            break
        if not all(_is_beside(link, url, base) for link in parent.iter("a")):
            break
        record = parent
    if record is anchor or any(_tells(link) for link in islice(record.iter("a"), 60)):
        return None
    for element in islice(record.iter("div", "span", "p", "strong", "b", "td", "figcaption"), 60):
        text = squeeze(element.text or "")
        if len(text) >= MIN_LINE and words_in(text) >= 3 and not says_nothing(text):
            return element
    return None


def _is_beside(link: HtmlElement, url: str, base: str) -> bool:
    """True for a link that may stand in the record of the article at `url`."""
    href = (link.get("href") or "").strip()
    if not href or href.startswith("#") or canonical_url(href, base) == url:
        return True
    text = squeeze(link.text_content(), 60)
    if not text and (_TOOL.search(href) or _is_same_list(href, base)):
        return True
    return bool(text) and not says_nothing(text) and words_in(text) <= 3


def _is_same_list(href: str, base: str) -> bool:
    """True for a link to the page's own list: the picture of its topic beside each article."""
    url = canonical_url(href, base)
    return url is not None and listing_key(url) == listing_key(base)


def _tells(link: HtmlElement) -> bool:
    """True for a link whose own text may be a headline."""
    text = squeeze(link.text_content())
    return len(text) >= MIN_LINE and words_in(text) >= 3 and not says_nothing(text)


def _in_prose(anchor: HtmlElement) -> bool:
    """True where a paragraph begins with 16 or more letters before the link; a day and an hour, as
    they stand before a headline, have fewer."""
    current: HtmlElement | None = anchor
    for _ in range(4):
        if current is None:
            return False
        parent = current.getparent()
        if parent is not None and parent.tag in {"p", "dd", "blockquote", "figcaption"}:
            before = squeeze(parent.text or "")
            for child in parent:
                if child is current:
                    break
                if child.tag == "br":  # a line of its own begins
                    before = squeeze(child.tail or "")
                    continue
                before += squeeze(f"{child.text_content()[:200]} {child.tail or ''}")
            return sum(map(str.isalpha, before)) >= 16
        current = parent
    return False
