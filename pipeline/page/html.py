"""Bytes to text to tree, once a page: the charset's decision, and the guards before parsing."""

from __future__ import annotations

import codecs
import re
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property, lru_cache, wraps
from typing import Any, Concatenate, ParamSpec, TypeVar

import lxml.html
from lxml import etree

from pipeline.errors import Reason, UnusablePage
from pipeline.limits import limits
from pipeline.page.charset import decode
from pipeline.page.kinds import other_kind
from pipeline.page.unscripted import show_unscripted
from pipeline.page.voids import VOIDS, empty
from pipeline.records import Page
from pipeline.text import mend_twice_coded
from pipeline.twice_coded import mend_arabic

__all__ = ["Document", "decode", "once_a_page", "parse_page", "parse_text"]

_HEAD_TAGS = frozenset(
    {
        "meta",
        "title",
        "link",
        "script",
        "style",
        "base",
        "noscript",
        "template",
        "object",
        "bgsound",
    }
)
_LONG_CHARS = 100_000
LARGE_BYTES = 500_000
_LONG_TAG = re.compile(rb"<[a-zA-Z][^<>]{%d,}" % _LONG_CHARS)
_BLANK = re.compile(rb"[ \t\r\n\f\x00]*")
_GAP = re.compile(rb"[ \t\r\n/]+")
_QUOTED = re.compile(rb"=[ \t\r\n]*(?:\"[^\"]*\"|'[^']*')")
"""A value in quotes: its words are no attributes."""
_END = re.compile(rb"</(?:html|body)\s*>", re.IGNORECASE)
_NEAR_END = re.compile(rb"/(?:[hH][tT][mM][lL]|[bB][oO][dD][yY])\s*>")
"""The same without its first sign, each letter in both its cases: it is found in half the time."""
_OPEN = ord("<")
_SCRIPT = re.compile(rb"<script\b[^>]{0,500}>[^<]*+(?:<(?!/script)[^<]*+)*+", re.IGNORECASE)
"""A script, whose text is no tags: the data of a site's program holds whole articles in HTML."""
_START_TAG = re.compile(rb"<[a-zA-Z]")
_OF_DATA = b";base64,"
_DATA = re.compile(rb"[\w+/=%]{1000,}", re.ASCII)
_TYPE_OF_DATA = re.compile(rb"data:[\w.+/-]{3,60}\Z", re.ASCII)
_CONTROLS = bytes(byte for byte in range(32) if byte not in b"\t\n\r\f")
# lxml's own lookup asks a function in Python for the class of each element, for forms and inputs.
_ONE_CLASS = etree.ElementDefaultClassLookup(element=lxml.html.HtmlElement)
_MICRODATA = re.compile(rb"item(?:[Pp]rop|[Tt]ype)")
NO_MEMORY = "unknown error"
"""How libxml2's messages begin where it got no memory: it says no more of it."""
_RESOURCE_LIMIT = etree.ErrorTypes.ERR_RESOURCE_LIMIT


@dataclass(frozen=True, eq=False)
class Document:
    """One parsed page. Nobody changes `tree` without copying it first.

    `url` is the URL that the page was finally served from, `text` its decoded source, `charset`
    the codec that decoded it. Comments and processing instructions are not in the tree; scripts
    are.
    """

    tree: lxml.html.HtmlElement
    url: str
    charset: str
    text: str
    has_microdata: bool = True
    """Whether the source has an attribute of microdata anywhere: 165 of 306 real pages have none,
    and none of their elements need be asked."""

    answers: dict[tuple[object, ...], Any] = field(default_factory=dict, repr=False)
    """What was asked of the page already; see `once_a_page`."""

    @cached_property
    def elements(self) -> tuple[lxml.html.HtmlElement, ...]:
        """All elements in the order of the page. While they are held, lxml wraps each only once."""
        return tuple(self.tree.iter())

    @cached_property
    def _by_tag(self) -> Mapping[str, list[lxml.html.HtmlElement]]:
        found: dict[str, list[lxml.html.HtmlElement]] = defaultdict(list)
        for element in self.elements:
            found[element.tag].append(element)
        return dict(found)

    def all_of(self, tag: str) -> Sequence[lxml.html.HtmlElement]:
        """The elements of one tag in the order of the page."""
        return self._by_tag.get(tag, ())

    @cached_property
    def with_microdata(self) -> Mapping[lxml.html.HtmlElement, str]:
        """The elements that have a type or a property of microdata, in the order of the page, with
        the property's names (empty for one that has only a type)."""
        if not self.has_microdata:
            return {}
        # XPath takes longer to find them.
        return {
            element: names or ""
            for element in self.elements
            if (names := element.get("itemprop")) or element.get("itemtype")
        }

    @cached_property
    def links(self) -> tuple[tuple[lxml.html.HtmlElement, str], ...]:
        """All links that have an address, with it as written, in the order of the page."""
        return tuple([(a, href) for a in self.all_of("a") if (href := a.get("href"))])

    @cached_property
    def html_language(self) -> str | None:
        """The `lang` of the root element (or of the body) as written, lower-case."""
        root = self.tree.getroottree().getroot()
        for element in (root, root.find("body")):
            if element is None:
                continue
            for name in ("lang", "xml:lang", "{http://www.w3.org/XML/1998/namespace}lang"):
                value = (element.get(name) or "").strip().lower()
                if value:
                    return value
        return None


_Others = ParamSpec("_Others")
_Answer = TypeVar("_Answer")


def once_a_page(
    ask: Callable[Concatenate[Document, _Others], _Answer],
) -> Callable[Concatenate[Document, _Others], _Answer]:
    """Ask a question of a page only once: title, authors, dates and section ask the same in turn.

    The answer is kept with the page and goes with it, so it must not refer to the page itself.
    """

    @wraps(ask)
    def asked(doc: Document, /, *others: _Others.args, **named: _Others.kwargs) -> _Answer:
        question = (ask, others, *named.items())
        if question not in doc.answers:
            doc.answers[question] = ask(doc, *others, **named)
        answer: _Answer = doc.answers[question]
        return answer

    return asked


def parse_text(text: str, url: str, charset: str = "utf-8") -> Document:
    """Parse decoded HTML. Raises `UnusablePage` where it is empty or nested too deep."""
    return _parse(text.encode("utf-8", "replace"), text, url, charset)


def _parse(raw: bytes, text: str, url: str, charset: str) -> Document:
    """Parse HTML of which `raw` is the text in UTF-8."""
    if any(control in raw for control in _CONTROLS):
        raw = raw.translate(None, _CONTROLS)
    if not raw or raw.isspace():
        raise UnusablePage(Reason.EMPTY, "the page has no text")
    _refuse_too_many(raw)
    raw = _without_early_end(raw)
    if len(raw) > LARGE_BYTES and _OF_DATA in raw:
        raw = _without_data(raw)
    parser = lxml.html.HTMLParser(
        encoding="utf-8", remove_comments=True, remove_pis=True, huge_tree=True, collect_ids=False
    )
    parser.set_element_class_lookup(_ONE_CLASS)
    try:
        tree = lxml.html.document_fromstring(raw, parser=parser)
    except etree.ParserError as error:
        raise UnusablePage(Reason.EMPTY, "the page has no elements") from error
    except etree.LxmlError as error:
        if str(error).startswith(NO_MEMORY):
            raise MemoryError from None
        raise UnusablePage(Reason.NOT_HTML, str(error)) from error
    _move_out_of_head(tree)
    has_microdata = _MICRODATA.search(raw) is not None
    doc = Document(tree, url, charset, text, has_microdata)
    most = limits().max_depth
    refused = any(entry.type == _RESOURCE_LIMIT for entry in parser.error_log)
    if refused or (_may_be_deeper(doc.elements, most) and _deeper_than(most)(tree)):
        raise UnusablePage(Reason.TOO_DEEP, f"elements are nested deeper than {most}")
    for tag in VOIDS:
        empty(doc.all_of(tag))
    if show_unscripted(tree, doc.all_of("template"), doc.all_of("noscript")):
        return Document(tree, url, charset, text, has_microdata)
    return doc


def _may_be_deeper(elements: Sequence[lxml.html.HtmlElement], depth: int) -> bool:
    """Whether elements in document order may be nested so deep, told from a few of them: from one
    to the next the depth rises by one at most."""
    step = max(1, depth // 4)
    return any(len(list(element.iterancestors())) >= depth - step for element in elements[::step])


@lru_cache(maxsize=4)
def _deeper_than(depth: int) -> etree.XPath:
    return etree.XPath("boolean(/*" + "/*" * depth + ")")


def _without_early_end(raw: bytes) -> bytes:
    """The page without its end, where it goes on behind it: browsers do too, and libxml2 does not.
    Two pages in one, and templates that end in their middle, are 3 of 306 real pages."""
    ends = (match for match in _NEAR_END.finditer(raw) if raw[match.start() - 1] == _OPEN)
    end = next(ends, None)
    if end is None or _START_TAG.search(raw, end.end()) is None:
        return raw
    return _END.sub(b"", raw)


def _without_data(raw: bytes) -> bytes:
    """The page without the files within it, in letters: nobody reads them, and a tree would hold
    them more than once."""
    parts = raw.split(_OF_DATA)
    for place in range(1, len(parts)):
        data = _DATA.match(parts[place])
        if data and _TYPE_OF_DATA.search(parts[place - 1][-65:]):
            parts[place] = parts[place][data.end() :]
    return _OF_DATA.join(parts)


def _refuse_too_many(raw: bytes) -> None:
    """Raise `UnusablePage` where a tree would be too large to hold, before it is built."""
    most = limits()
    tags = count_tags(raw)
    if tags > most.max_tags:
        raise UnusablePage(Reason.TOO_LARGE, f"{tags} tags, more than {most.max_tags}")
    if crowded_tag(raw) is not None:
        detail = f"an element of more than {most.max_attributes} attributes"
        raise UnusablePage(Reason.TOO_LARGE, detail)


def count_tags(raw: bytes) -> int:
    """How many tags a page has at most; those in its scripts only where all are few enough."""
    most = limits().max_tags
    tags = raw.count(b"<") if len(raw) > 2 * most else 0  # a tag has two bytes and more
    if tags > most:
        tags -= sum(script[0].count(b"<", 1) for script in _SCRIPT.finditer(raw))
    return tags


def crowded_tag(raw: bytes) -> int | None:
    """Where the first element of more attributes than may be stands; None where there is none."""
    for tag in _long_tags(raw):
        if len(_GAP.findall(_QUOTED.sub(b"= ", tag[0]))) > limits().max_attributes:
            return tag.start()
    return None


def _long_tags(raw: bytes) -> Iterator[re.Match[bytes]]:
    """The start tags of 100,000 bytes and more.

    Only where so many bytes hold no «<» is the page read: one look backwards a window is enough to
    pass over all others.
    """
    place = 0
    while place + _LONG_CHARS < len(raw):
        last = raw.rfind(b"<", place + 1, place + _LONG_CHARS + 1)
        if last >= 0:
            place = last
            continue
        tag = _LONG_TAG.match(raw, place)
        if tag:
            yield tag
        place = raw.find(b"<", place + _LONG_CHARS + 1)
        if place < 0:
            return


def _move_out_of_head(tree: lxml.html.HtmlElement) -> None:
    """Put into the body what the parser left in the head.

    HTML allows to leave out the tags of head and body; libxml2 then opens the body only at an
    element of HTML 4, so that `<main>` or `<article>` stay in the head.
    """
    head = tree.find("head")
    if head is None:
        return
    children = list(head)
    for place, child in enumerate(children):
        if child.tag not in _HEAD_TAGS:
            body = tree.find("body")
            if body is None:
                body = tree.makeelement("body")
                head.addnext(body)
            for number, stray in enumerate(children[place:]):
                body.insert(number, stray)
            return


def parse_page(page: Page) -> Document:
    """Decode and parse a page.

    Raises `UnusablePage` with EMPTY, TOO_LARGE, NOT_HTML or TOO_DEEP.
    """
    body = page.body
    most = limits().max_bytes
    if len(body) > most:
        raise UnusablePage(Reason.TOO_LARGE, f"{len(body)} bytes, more than {most}")
    if _BLANK.fullmatch(body):
        raise UnusablePage(Reason.EMPTY, "no bytes")
    kind = other_kind(body, dict(page.headers).get("content-type", ""))
    if kind:
        raise UnusablePage(Reason.NOT_HTML, kind)
    text, charset = decode(body, page.charset)
    if (once := mend_twice_coded(mend_arabic(text))) is not text:
        return parse_text(once, page.final_url, charset)
    if charset == "utf-8" and "\ufffd" not in text:  # the bytes are the text as it is
        return _parse(body.removeprefix(codecs.BOM_UTF8), text, page.final_url, charset)
    return parse_text(text, page.final_url, charset)
