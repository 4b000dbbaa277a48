"""The persons and desks that metadata name as authors."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from pipeline.declared.article_node import clean, strings
from pipeline.declared.jsonld import Node, types_of
from pipeline.declared.meta_elements import Values
from pipeline.patterns.word_patterns import VOWEL
from pipeline.records import Origin

_META_AUTHORS = (
    "author", "article:author", "og:article:author", "article:author:name", "dc.creator",
    "dcterms.creator", "dc.contributor", "parsely-author", "sailthru.author", "citation_author",
    "byl", "authors", "article.author", "cxenseparse:author", "og:author", "byline",
    "rbauthors", "creator", "news_authors", "web_author", "articleauthor", "article_author",
    "twitter:misc:written by", "shareaholic:article_author_name", "article:author_name",
    "author_name", "mrf:authors", "vr:author", "bt:author", "news_author",
    "content_author", "mediator_author", "dable:author", "dc.author",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Person:
    """One author as metadata names them; `kind` is the type ("Person", "Organization") or ""."""

    name: str
    origin: Origin
    key: str
    kind: str = ""
    url: str | None = None


def read_people(article: Node, by_id: Mapping[str, Node], meta: Values) -> Iterator[Person]:
    """The authors of JSON-LD's article, then of the meta elements, each as it was written.

    `by_id` holds the nodes that JSON-LD refers to by their `@id`.
    """
    signers = [*_people(article.get("author"), by_id, 0)]
    yield from signers or _people(article.get("creator"), by_id, 0)
    for key in _META_AUTHORS:
        origin = Origin.OPENGRAPH if key.startswith(("og:", "article:")) else Origin.META
        for text in meta.get(key, ()):
            if _COMPANY.search(text):
                continue  # who made the site
            yield Person(_turned(text) if key in _CATALOGUED else text, origin, key)
    yield from _labelled_author(meta)
    for source in meta.get("parsely-page", ()):
        yield from _counted_author(source)


def _counted_author(source: str) -> Iterator[Person]:
    """The authors in the object that Parse.ly's older tag holds: `{"author": "Jane Doe", …}`."""
    try:
        page = json.loads(source)
    except (ValueError, RecursionError):
        return
    told = page.get("authors") or page.get("author") if isinstance(page, dict) else None
    for text in strings(told):
        yield Person(text, Origin.META, "parsely-page")


_COMPANY = re.compile(
    r"\s(?:Ltd|Limited|GmbH|Inc|LLC|PLC|Pty|Pvt|Corp|BV|B\.V|A/S|Oy|Kft|S\.?p\.?A|S\.?r\.?l"
    r"|s\.r\.o|z o\.?o)\.?$"
)
"""How the name of a company ends."""
_CATALOGUED = frozenset({"citation_author", "dc.creator", "dc.contributor", "dcterms.creator"})
_FAMILY_FIRST = re.compile(r"([^\s,]+(?: [^\s,]+)?), ([^\s,]+(?: [^\s,]+)?(?: [^\W\d_]\.){0,3})")


def _turned(text: str) -> str:
    """A name as it is spoken, where a catalogue has the family's first: «Doe, Jane»."""
    match = _FAMILY_FIRST.fullmatch(text)
    both = match is not None and " " in match[1] and " " in match[2]
    return text if match is None or both else f"{match[2]} {match[1]}"


_LABELLED = re.compile(
    r"written by|author|verfasst von|geschrieben von|autor|écrit par|auteur|escrito por|scritto da|"
    r"geschreven door|yazan|yazar|كتب|بقلم|بواسطة|الكاتب|نوشته|نویسنده|مصنف|تحریر|автор|"
    r"ditulis oleh|penulis|skriv|napisa|מאת|מחבר|作者|著者|執筆者|投稿者|글쓴이|작성자|기자|"
    r"(?:by|par|por|von|di|door|oleh|av|af)$",
    re.IGNORECASE,
)


def _labelled_author(meta: Values) -> Iterator[Person]:
    """The author in the pairs of label and value that cards for sharing show."""
    for number in ("1", "2"):
        labels = meta.get(f"twitter:label{number}", ())
        if labels and _LABELLED.match(VOWEL.sub("", labels[0])):
            for text in meta.get(f"twitter:data{number}", ()):
                yield Person(text, Origin.META, "twitter:data")


def _people(value: Any, by_id: Mapping[str, Node], depth: int) -> Iterator[Person]:
    """Who signs in JSON-LD; a role holds its person under the same name again."""
    if depth > 3:
        return
    if isinstance(value, list):
        for item in value[:50]:
            yield from _people(item, by_id, depth + 1)
    elif isinstance(value, str):
        text = clean(value)
        if text in by_id:
            yield from _people(by_id[text], by_id, depth + 1)
        elif text:
            yield Person(text, Origin.JSON_LD, "author")
    elif isinstance(value, dict):
        if listed := value.get("@list") or value.get("@set"):
            yield from _people(listed, by_id, depth + 1)
            return
        name = value.get("name") or value.get("alternateName")
        if not name and str(value.get("@id", "")) in by_id:
            yield from _people(by_id[str(value["@id"])], by_id, depth + 1)
            return
        if not name and isinstance(value.get("givenName"), str):
            name = f"{value['givenName']} {value.get('familyName') or ''}"
        if not name and (within := value.get("author") or value.get("creator")):
            yield from _people(within, by_id, depth + 1)
        kind = next(iter(types_of(value)), "")
        url = value.get("url")
        for text in strings(name):
            yield Person(
                text, Origin.JSON_LD, "author", kind, url if isinstance(url, str) else None
            )
