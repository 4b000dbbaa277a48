"""A body that stands only in a script: JSON-LD's articleBody, or a framework's page data."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from html import unescape
from typing import Any

from lxml import etree
from lxml.html import fragment_fromstring
from markdown_it import MarkdownIt

from pipeline.bodies.block_json import blocks_of
from pipeline.bodies.marks import extracted_from, mark_lines
from pipeline.bodies.picture_stories import free_picture_story
from pipeline.declared.held_html import held_html
from pipeline.declared.metadata import Metadata
from pipeline.declared.page_data import MAX_NODES, page_data, standfirst_of, texts_of
from pipeline.page.blocks import read
from pipeline.page.elements import letters
from pipeline.page.html import Document
from pipeline.page.pieces import Extracted
from pipeline.records import Block, BlockKind
from pipeline.text import count_words, normalise

LEAST_CHARS = 300
"""A shorter text in a script is a summary or a label."""

LEAST_TITLED_CHARS = 60
"""The same where the article's title stands beside the text: a news flash has two sentences."""

POOR_CHARS = 100
"""A visible text so short is none; see `scripted_body`."""

MAX_BELOW = 3
"""How many objects below the one that has the article's title its body may lie."""

_BODY_KEY = re.compile(
    r"(?:article|story|post|main|full|page|news|rich)?_?-?"
    r"(?:body|contents?|text|html|details?|copy|markdown|md|story|article)(?:_?-?(?:html|text|body|markdown|md))?"
    r"|(?:cuerpo|texto|contenido|conte[uú]do|corpo|testo|contenuto|inhalt|inhoud|brødtekst|"
    r"br[oö]dtext|corps|texte|contenu|tresc|treść|obsah|icerik|içerik|metin|isi)"
    r"(?:_?-?(?:html|texto?))?",
    re.I,
)
_LIST_KEY = re.compile(
    r"(?:article|story|post|main|rich|page)?_?-?(?:body|content|text|blocks?|children|document|elements|json|"
    r"sections|content_?-?(?:blocks|elements|items|sections)|body_?-?(?:blocks|parts|elements|items|paragraphs)|nodes|components|paragraphs)",
    re.I,
)
_TAGS = re.compile(r"<[^<>]{1,500}>")
_PARAGRAPHS = re.compile(r"<p[\s>].*?</p>", re.S)


@dataclass(frozen=True, slots=True)
class _Candidate:
    """A text in a page's data: `blocks` where it is a list of them. `beside` are the short texts
    that stand beside it, where the article's title is one of them, and `standfirst` is what the
    data call so there."""

    text: str
    beside: tuple[str, ...] = ()
    standfirst: str | None = None
    blocks: tuple[tuple[Block, float], ...] = ()


def scripted_body(
    doc: Document,
    meta: Metadata,
    title: str | None = None,
    visible: Sequence[Block] = (),
) -> tuple[Extracted, ...]:
    """The blocks of the longest body in the page's scripts; () where there is none.

    A text beside which the data has the article's `title` goes before all others: a page's data
    may hold its related articles whole. Where the page shows something of the article, `visible`,
    only such a text counts, or a declared one that goes on where the page breaks off, and only
    where it is twice as long; a standfirst that the page shows and the data names opens it then.
    """
    candidates = list(_in_data(doc, letters(title or "")))
    titled = max((c for c in candidates if c.beside), key=lambda c: len(c.text), default=None)
    shown = sum(len(block.text) for block in visible)
    if shown >= POOR_CHARS:
        if titled is None or len(titled.text) < 2 * shown:
            return _declared_whole(visible, meta.article_body or "", title, doc.url)
        return (*_opening(visible, titled), *_extracted(titled, title, doc.url))
    if titled is not None:
        return (*_opening(visible, titled), *_extracted(titled, title, doc.url))
    candidates += [_Candidate(meta.article_body or ""), *map(_Candidate, held_html(doc))]
    longest = max(candidates, key=lambda c: len(c.text))
    return _extracted(longest, title, doc.url) if len(longest.text) >= LEAST_CHARS else ()


BEGUN_LETTERS = 60
"""So many letters of what a page shows tell that a declared text begins as it does."""


def _declared_whole(
    visible: Sequence[Block], declared: str, title: str | None, url: str
) -> tuple[Extracted, ...]:
    """The text that JSON-LD declares whole where the page shows its beginning alone, below the
    standfirst that the page shows above it; () where it is none, or hardly longer."""
    whole = letters(declared)
    shown = [letters(block.text) for block in visible]
    begun = next(
        (at for at, line in enumerate(shown) if whole.startswith(line[:BEGUN_LETTERS])), None
    )
    if begun is None or len(shown[begun]) < BEGUN_LETTERS or len(whole) < 2 * sum(map(len, shown)):
        return ()
    above = (Extracted(block) for block in visible[:begun] if letters(block.text) not in whole)
    return (*above, *_extracted(_Candidate(declared), title, url))


def _opening(visible: Sequence[Block], found: _Candidate) -> tuple[Extracted, ...]:
    """The lines that the page shows and its data keeps beside the body: the standfirst."""
    beside = {letters(text) for text in found.beside}
    inside = letters(found.text)
    shown = tuple(
        Extracted(block)
        for block in visible
        if letters(block.text) in beside and letters(block.text) not in inside
    )
    told = normalise(_TAGS.sub("", unescape(found.standfirst or "")))
    if shown or not told or letters(told) in inside:
        return shown
    return (Extracted(Block(BlockKind.PARAGRAPH, told)),)


def _extracted(found: _Candidate, title: str | None, url: str) -> tuple[Extracted, ...]:
    if found.blocks:
        headline = letters(title or "")
        return tuple(
            Extracted(block, linked)
            for block, linked in found.blocks
            if block.kind is not BlockKind.HEADING or letters(block.text) != headline
        )
    if "<p" in found.text:
        return _from_html(found.text, title, url)
    if _MARKDOWN.search(found.text):
        return _from_html(_reader_of_markdown().render(found.text), title, url)
    lines = map(normalise, re.split(r"\n+", found.text))
    return tuple(Extracted(Block(BlockKind.PARAGRAPH, line)) for line in lines if line)


_MARKDOWN = re.compile(
    r"^(?:#{1,6} \S|[*-] \S|\d{1,2}\. \S|> \S)|\*\*\S[^*\n]*\S\*\*|\]\(https?://", re.MULTILINE
)
"""A heading, an item, a quote, strong words or a link as Markdown has them."""


@cache
def _reader_of_markdown() -> MarkdownIt:
    return MarkdownIt("commonmark", {"html": True}).enable("table")


def _from_html(source: str, title: str | None, url: str) -> tuple[Extracted, ...]:
    try:
        tree = fragment_fromstring(source, create_parent="div")
    except etree.LxmlError:
        return ()
    reading = read(tree)
    free_picture_story(reading)
    mark_lines(reading.pieces, title, url)
    return tuple(map(extracted_from, reading.pieces))


def _in_data(doc: Document, title: str) -> Iterator[_Candidate]:
    """Texts with paragraphs under keys like body or content in the page's JSON data, and lists of
    blocks, each with what stands beside it where the title (folded) does too."""
    for data in page_data(doc):
        yield from _bodies(data, title)


def _bodies(data: Any, title: str) -> Iterator[_Candidate]:
    waiting: list[tuple[str, Any, tuple[str, ...], str | None, int]] = [("", data, (), None, 0)]
    seen = 0
    while waiting and seen < MAX_NODES:
        seen += 1
        key, value, beside, first, below = waiting.pop()
        if isinstance(value, str) and value.startswith(("{", "[")) and _BODY_KEY.fullmatch(key):
            value = _parsed(value)
        if isinstance(value, dict):
            texts = texts_of(value)
            if title and any(letters(v) == title for v in texts):
                beside, first, below = texts, standfirst_of(value), 0
            elif below >= MAX_BELOW or (beside and _is_of_another(value)):
                beside, first = (), None
            if _BODY_KEY.fullmatch(key):
                # {"content": {"rendered": "<p>…"}}, as WordPress answers.
                waiting.extend(
                    (key, v, beside, first, below) for k, v in value.items() if k in _FORMS
                )
            waiting.extend((str(k), v, beside, first, below + 1) for k, v in value.items())
        elif isinstance(value, list):
            blocks = tuple(blocks_of(value)) if _LIST_KEY.fullmatch(key) else ()
            text = "\n\n".join(block.text for block, _ in blocks)
            sole = len(blocks) == 1 and not beside
            if not sole and len(text) >= (LEAST_TITLED_CHARS if beside else LEAST_CHARS):
                yield _Candidate(text, beside, first, blocks)
            else:
                waiting.extend((key, v, beside, first, below) for v in value)
        elif isinstance(value, str) and _BODY_KEY.fullmatch(key):
            near = beside if below <= 1 else ()
            if _has_paragraphs(value, bool(near)):
                yield _Candidate(value, near, first if near else None)


def _is_of_another(item: dict[str, Any]) -> bool:
    """Whether an object within an article's is another article: it has a headline of its own."""
    headline = item.get("headline") or (item.get("title") if _ADDRESSES & item.keys() else None)
    return isinstance(headline, str) and count_words(headline) >= LEAST_HEADLINE_WORDS


LEAST_HEADLINE_WORDS = 3
_ADDRESSES = frozenset({"url", "urlAlias", "slug", "link", "permalink", "canonical", "href"})


_FORMS = ("rendered", "value", "processed", "raw")
"""Keys of an object that is one text in several forms, the last of them the likeliest."""


def _parsed(text: str) -> Any:
    """What a text in JSON holds; itself where it is none."""
    try:
        return json.loads(text)
    except (ValueError, RecursionError):
        return text


def _has_paragraphs(text: str, beside: bool) -> bool:
    if beside:
        parted = _PARAGRAPHS.search(text) is not None or "\n\n" in text.strip()
        return len(text) >= LEAST_TITLED_CHARS and parted
    return len(text) >= LEAST_CHARS and (len(_PARAGRAPHS.findall(text)) > 1 or "\n\n" in text)
