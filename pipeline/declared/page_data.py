"""What a framework leaves of a page in its scripts: data in JSON, and what they say of the article.

Next.js, Nuxt and hand-made applications send the data with which the page is drawn. The object
that has the article's title also has its date, its authors and its standfirst, under names that
are the same on most of the web.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import chain
from typing import Any

from lxml.html import HtmlElement

from pipeline.declared.embedded import embedded_data
from pipeline.page.elements import letters
from pipeline.page.html import Document, once_a_page
from pipeline.text import count_words

LEAST_CHARS = 300
"""Shorter data hold no article."""
LEAST_CALLED = 100
"""The same of a script that is called data, which may hold its headline and its author alone."""

LEAST_IN_ATTRIBUTE = 20
"""The same of an attribute."""
MAX_NODES = 50_000
"""How many values of a page's data are looked at."""

_DATA = re.compile(r"__NEXT_DATA__|__NUXT_DATA__|initial-?state|page-?data|application/json", re.I)


@dataclass(frozen=True, slots=True)
class ArticleData:
    """What stands beside the article's title: a date as it was written, names of authors."""

    published: str | None = None
    authors: tuple[str, ...] = ()


def page_data(doc: Document, word: str = "") -> Iterator[Any]:
    """The values of the scripts and attributes that hold data; what the page declares in JSON-LD
    is read elsewhere. `word`, in small letters, stands in each script that is read."""
    scripts = (
        script
        for script in doc.all_of("script")
        if _may_hold_article(script) and (not word or word in script.text.lower())
    )
    yield from embedded_data(doc, scripts=scripts, shortest=LEAST_IN_ATTRIBUTE)


def _may_hold_article(script: HtmlElement) -> bool:
    names = f"{script.get('id') or ''} {script.get('type') or ''}"
    least = LEAST_CALLED if _DATA.search(names) else LEAST_CHARS
    return "ld+json" not in names and len(script.text or "") >= least


def holds_text(doc: Document) -> bool:
    """Whether the page's data hold sentences: its article may be drawn of them."""
    left = LEAST_WORDS
    for value in values_of_data(doc):
        if isinstance(value, str) and (value.count(" ") >= LEAST_BLANKS or _is_dense(value)):
            left -= count_words(value)
            if left <= 0:
                return True
    return False


LEAST_WORDS = 30
LEAST_BLANKS = 2
"""Words of data that hold sentences, in pieces of three words at least."""
_is_dense = re.compile("[\u3040-\u9fff\uac00-\ud7af\u0e00-\u0e7f]{6}").search


_PUBLISHED = (
    "datepublished", "publishedat", "publishdate", "publisheddate", "publicationdate", "pubdate",
    "firstpublishedat", "firstpublished", "dateofpublication", "dateoffirstpublication",
    "firstpublicationdate", "publishedon", "publishtime", "publishedtime",
    "publishat", "published", "postdate", "newsdate", "displaydate", "releasedate", "createdat",
    "datecreated", "createddate", "createdon", "created", "date",
)  # fmt: skip
_AUTHORS = ("authors", "author", "byline", "writers", "writer", "reporters", "reporter",
            "journalists", "journalist", "authorname", "writername", "contributors", "contributor",
            "columnist", "creator", "creators", "writtenby", "user", "createdby",
            "credits")  # fmt: skip
_NAMES = ("name", "fullname", "displayname", "title")
_NAME_BY_LANGUAGE = re.compile(r"(?:ar|en|fr|fa|ur|he|de|es)name|name(?:ar|en|fr|fa|ur|he|de|es)")
_STANDFIRST = frozenset(
    {"lead", "lede", "spot", "standfirst", "dek", "deck", "chapo", "intro", "subtitle",
     "subheadline", "subhead", "ingress", "entradilla", "bajada"}
)  # fmt: skip
_GLUE = re.compile(r"[_\s-]+")


def _folded(item: Mapping[str, Any]) -> dict[str, Any]:
    return {_GLUE.sub("", str(key)).lower(): value for key, value in item.items()}


@once_a_page
def article_data(doc: Document, title: str) -> ArticleData:
    """The date and the authors in the object of the page's data that has the article's title."""
    wanted = letters(title)
    found = ArticleData()
    plain = max(_PLAIN_WORD.findall(title), key=len, default="").lower()
    for item in _titled(doc, frozenset((wanted,)), plain) if wanted else ():
        values = _folded(item)
        dates = (values.get(key) for key in _PUBLISHED)
        published = next((str(v) for v in dates if isinstance(v, (str, int)) and v), None)
        authors = next((names for key in _AUTHORS if (names := _names(values.get(key)))), ())
        if published and authors:
            return ArticleData(published, authors)
        found = ArticleData(found.published or published, found.authors or authors)
    return found


_PLAIN_WORD = re.compile(r"\b[A-Za-z]{4,}\b", re.ASCII)
"""A word that data write as it is, in whatever way they write other letters."""


def _titled(doc: Document, wanted: frozenset[str], word: str = "") -> Iterator[Mapping[str, Any]]:
    """The objects of the page's data one of whose short texts is such a title. `word` is that of
    `page_data`."""
    for value in values_of_data(doc, word):
        if isinstance(value, dict) and any(letters(text) in wanted for text in texts_of(value)):
            yield value


def values_of_data(doc: Document, word: str = "") -> Iterator[Any]:
    """The page's data with all that lies within them, up to `MAX_NODES` values. `word` is that of
    `page_data`."""
    seen = 0
    for data in page_data(doc, word):
        waiting = [data]
        while waiting and seen < MAX_NODES:
            seen += 1
            value = waiting.pop()
            yield value
            if isinstance(value, dict):
                waiting.extend(value.values())
            elif isinstance(value, list):
                waiting.extend(value)


def title_in_data(doc: Document, wanted: frozenset[str]) -> str | None:
    """The longest of some folded titles, as an object of the page's data has it for its own."""
    found = (
        text
        for item in _titled(doc, wanted)
        for key, value in item.items()
        if _says_title(item, str(key))
        for text in (value.values() if isinstance(value, dict) else (value,))
        if isinstance(text, str) and letters(text) in wanted
    )
    return max(found, key=len, default=None)


def _says_title(item: Mapping[str, Any], key: str) -> bool:
    """Whether an object's text is its title, or that of a first heading which it draws."""
    return TITLE_KEY.fullmatch(key) is not None or (key == "children" and item.get("type") == "h1")


def texts_of(item: Mapping[str, Any]) -> tuple[str, ...]:
    """The short texts of an object, with those of its title where that is an object too, as
    systems send it that keep several: {"headlines": {"basic": …}}, {"title": {"rendered": …}}."""
    titles = (v for k, v in item.items() if isinstance(v, dict) and TITLE_KEY.fullmatch(str(k)))
    values = chain(item.values(), *(title.values() for title in titles))
    return tuple(v for v in values if isinstance(v, str) and len(v) < 1000)


TITLE_KEY = re.compile(
    r"(?:article|news|post|story)?_?(?:titles?|head_?(?:lines?|ings?)|t[ií]tulo|titular|titre|titel|"
    r"titolo|tytu[lł]|ba[sş]l[iı]k|judul|nadpis|overskrift|rubrik)",
    re.IGNORECASE,
)


def _names(value: Any) -> tuple[str, ...]:
    """The names of one author or several: texts, or objects with a name. Of objects that tell what
    somebody did, those of who pictured, edited or translated what others wrote are none."""
    if isinstance(value, str):
        return (value,) if value.strip() and not value.startswith(("http", "/")) else ()
    if isinstance(value, dict):
        inner = _folded(value)
        own = (*_NAMES, *filter(_NAME_BY_LANGUAGE.fullmatch, inner))
        named = next((name for key in own if (name := _in_one(inner.get(key)))), "")
        if named:
            return _names(named)
        first, last = inner.get("firstname"), inner.get("lastname")
        if isinstance(first, str) and isinstance(last, str):
            return (f"{first} {last}",)
        within = ("by", "text", "data", "authors", "author", "writers", "people")
        return next((names for key in within if (names := _names(inner.get(key)))), ())
    if isinstance(value, list):
        wrote = [item for item in value[:30] if not _is_others(item)]
        return tuple(name for item in wrote or value[:30] for name in _names(item))
    return ()


def _in_one(name: Any) -> str:
    """A name, or the first of those that an object has by language: {"ar": …, "en": …}."""
    if isinstance(name, dict) and all(len(str(key)) == CODE for key in name):
        name = next(iter(name.values()), "")
    return name if isinstance(name, str) else ""


CODE = 2
"""Letters of a language's code."""
_OTHER_ROLE = re.compile(r"photo|illustrat|edit|transl|video|camera|graphic", re.IGNORECASE)


def _is_others(item: Any) -> bool:
    """Whether an object says that somebody did something else than write."""
    if not isinstance(item, dict):
        return False
    roles = (item.get(key) for key in ("role", "type", "job", "contribution"))
    return any(isinstance(role, str) and _OTHER_ROLE.search(role) for role in roles)


def standfirst_of(item: Mapping[str, Any]) -> str | None:
    """The standfirst that an object of an article names as one."""
    for key, value in _folded(item).items():
        if key in _STANDFIRST and isinstance(value, str) and value.strip():
            return value
    return None
