"""Bytes to text to tree, once a page: the charset's decision, and the guards before parsing."""

from __future__ import annotations

import codecs
import re
from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property, lru_cache, wraps
from itertools import chain
from typing import Any, Concatenate, ParamSpec, TypeVar

import lxml.html
from lxml import etree

from pipeline.errors import Reason, UnusablePage
from pipeline.limits import limits
from pipeline.page import as_browsers
from pipeline.page.anchors import unname
from pipeline.page.charset import decode
from pipeline.page.custom_elements import is_custom, make_plain
from pipeline.page.drawn_words import take_drawn_words
from pipeline.page.joined import Joined
from pipeline.page.kinds import other_kind
from pipeline.page.page_element import PageElement
from pipeline.page.raw_page import refuse_too_many, without_data
from pipeline.page.sheets import hide_by_sheets
from pipeline.page.unscripted import show_unscripted
from pipeline.page.voids import VOIDS, empty
from pipeline.records import Page
from pipeline.text import mend_twice_coded
from pipeline.twice_coded import mend_arabic
from pipeline.urls import absolute

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
_BLANK = re.compile(rb"[ \t\r\n\f\x00]*")
_CONTROLS = bytes(byte for byte in range(32) if byte not in b"\t\n\r\f")
# lxml's own lookup asks a function in Python for the class of each element, for forms and inputs.
_ONE_CLASS = etree.ElementDefaultClassLookup(element=PageElement)
NO_MEMORY = "unknown error"
"""How libxml2's messages begin where it got no memory: it says no more of it."""
NO_WORD = "error return without exception set"
"""What lxml, or a pattern that is compiled, says as a SystemError where there is not even memory
for an error."""
SAID_WITHOUT_MEMORY = (f"XPathEvalError: {NO_MEMORY}", f"SystemError: {NO_WORD}")
"""How errors of steps that got no memory begin, with their kind before them."""
_RESOURCE_LIMIT = etree.ErrorTypes.ERR_RESOURCE_LIMIT


@dataclass(frozen=True, eq=False)
class Document:
    """One parsed page. Nobody changes `tree` without copying it first.

    `url` is the URL that the page was finally served from, `text` its decoded source, `charset`
    the codec that decoded it. Comments and processing instructions are not in the tree; scripts
    are.
    """

    tree: lxml.html.HtmlElement
    elements: tuple[lxml.html.HtmlElement, ...] = field(repr=False)
    """All elements in the order of the page. While they are held, lxml wraps each only once."""
    url: str
    charset: str
    text: str
    answers: dict[tuple[object, ...], Any] = field(default_factory=dict, repr=False)
    """What was asked of the page already; see `once_a_page`."""

    @cached_property
    def _by_tag(self) -> Mapping[str, list[lxml.html.HtmlElement]]:
        found: dict[str, list[lxml.html.HtmlElement]] = defaultdict(list)
        for element in self.elements:
            found[element.tag].append(element)
        return dict(found)

    @cached_property
    def places(self) -> Mapping[lxml.html.HtmlElement, int]:
        """The place of each element in the order of the page."""
        return {element: place for place, element in enumerate(self.elements)}

    @cached_property
    def by_class(self) -> Mapping[str, Sequence[lxml.html.HtmlElement]]:
        """The elements that have each class attribute, as written: a page has four times as many
        elements as such attributes."""
        found: dict[str, list[lxml.html.HtmlElement]] = defaultdict(list)
        for element in self.elements:
            if names := element.get("class"):
                found[names].append(element)
        return dict(found)

    @cached_property
    def class_names(self) -> Joined:
        """Its class attributes, as written."""
        return Joined(self.by_class)

    def in_order(self, elements: Iterable[lxml.html.HtmlElement]) -> list[lxml.html.HtmlElement]:
        """Some of the page's elements, each once, in its order."""
        return sorted({*elements}, key=self.places.__getitem__)

    def any_of(self, *tags: str) -> list[lxml.html.HtmlElement]:
        """The elements of several tags in the order of the page: where they are few of all, quicker
        than to look through the tree."""
        return self.in_order(chain.from_iterable(map(self.all_of, tags)))

    def all_of(self, tag: str) -> Sequence[lxml.html.HtmlElement]:
        """The elements of one tag in the order of the page."""
        return self._by_tag.get(tag, ())

    @property
    def tags(self) -> Collection[str]:
        """The tags of all its elements."""
        return self._by_tag.keys()

    @cached_property
    def with_microdata(self) -> Mapping[lxml.html.HtmlElement, str]:
        """The elements that have a type or a property of microdata, in the order of the page, with
        the property's names (empty for one that has only a type)."""
        # XPath takes longer to find them, and as long to look for them in the source.
        return {
            element: names or ""
            for element in self.elements
            if (names := element.get("itemprop")) or element.get("itemtype")
        }

    @cached_property
    def base(self) -> str:
        """What the page's relative addresses are relative to: its URL, or what it says itself."""
        named = next((e.get("href") for e in self.all_of("base") if e.get("href")), None)
        return absolute(str(named).strip(), self.url) or self.url if named else self.url

    @cached_property
    def links(self) -> tuple[tuple[lxml.html.HtmlElement, str], ...]:
        """All links that have an address, with it as written, in the order of the page."""
        return tuple([(a, href) for a in self.all_of("a") if (href := a.get("href"))])

    @property
    def titled(self) -> str:
        """The text of the first title element as written; empty where there is none."""
        return next((title.text or "" for title in self.all_of("title")), "")

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


def _parse(raw: bytes, text: str, url: str, charset: str, *, mended: bool = False) -> Document:
    """Parse HTML of which `raw` is the text in UTF-8; it is `mended` for libxml2 already."""
    if any(control in raw for control in _CONTROLS):
        raw = raw.translate(None, _CONTROLS)
    if not raw or raw.isspace():
        raise UnusablePage(Reason.EMPTY, "the page has no text")
    refuse_too_many(raw)
    raw = as_browsers.without_early_end(raw)
    raw = without_data(raw)
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
    elements = tuple(tree.iter())
    doc = Document(tree, elements, url, charset, text)
    if not mended and (with_all_tags := as_browsers.mended(raw, doc.all_of)) != raw:
        return _parse(with_all_tags, text, url, charset, mended=True)
    most = limits().max_depth
    refused = any(entry.type == _RESOURCE_LIMIT for entry in parser.error_log)
    if refused or (_may_be_deeper(elements, most) and _deeper_than(most)(tree)):
        raise UnusablePage(Reason.TOO_DEEP, f"elements are nested deeper than {most}")
    for tag in VOIDS:
        empty(doc.all_of(tag))
    named = unname(doc.all_of("a"))
    for tag in doc.tags:
        if is_custom(tag):
            make_plain(doc.all_of(tag))
            named = True
    if show_unscripted(tree, doc.all_of("template"), doc.all_of("noscript")) or named:
        doc = Document(tree, elements, url, charset, text)  # some have another tag now
    hide_by_sheets(doc.all_of("style"), tree, lambda: doc.by_class)
    take_drawn_words(doc.by_class)
    return doc


def _may_be_deeper(elements: Sequence[lxml.html.HtmlElement], depth: int) -> bool:
    """Whether elements in document order may be nested so deep, told from a few of them: from one
    to the next the depth rises by one at most."""
    step = max(1, depth // 4)
    return any(len(list(element.iterancestors())) >= depth - step for element in elements[::step])


@lru_cache(maxsize=4)
def _deeper_than(depth: int) -> etree.XPath:
    return etree.XPath("boolean(/*" + "/*" * depth + ")")


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
