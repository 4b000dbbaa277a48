"""What a framework leaves of a page in its scripts: data in JSON, and what they say of the article.

Next.js, Nuxt and hand-made applications send the data with which the page is drawn. The object
that has the article's title also has its date, its authors and its standfirst, under names that
are the same on most of the web.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain, islice
from typing import Any

from pipeline.declared.attribute_data import attribute_data
from pipeline.declared.flight import MARK, flight_data
from pipeline.page.elements import letters
from pipeline.page.html import Document

LEAST_CHARS = 300
"""Shorter data hold no article."""
LEAST_CALLED = 100
"""The same of a script that is called data, which may hold its headline and its author alone."""

MAX_NODES = 50_000
"""How many values of a page's data are looked at."""

MAX_HYDRATED_DEPTH = 24
"""How deep the objects of a flat list are put together again."""

_DATA = re.compile(r"__NEXT_DATA__|__NUXT_DATA__|initial-?state|page-?data|application/json", re.I)
_ASSIGNED = re.compile(
    r"\s*(?:(?:window|self|globalThis)(?:\.\w+|\[[\"']\w+[\"']\])|(?:var|let|const)\s+[\w$]+)"
    r"\s*=\s*(?=[{\[]|JSON\.parse\()",
    re.ASCII,
)
_PARSED = re.compile(r"JSON\.parse\(\s*(?=[\"'])", re.ASCII)
_SINGLE_QUOTED = re.compile(r"'((?:[^'\\\n]|\\.)*)'")
_KEPT = re.compile(r"[;\s][A-Za-z_$][\w$]*\.[\w$.]+\s*=\s*(?=[{\[][\"{\[])", re.ASCII)
"""Data amid other statements, under a name with a dot: «App.state={…}»."""

MAX_KEPT = 20
"""Names of one script that are looked at."""


@dataclass(frozen=True, slots=True)
class ArticleData:
    """What stands beside the article's title: a date as it was written, names of authors."""

    published: str | None = None
    authors: tuple[str, ...] = ()


def page_data(doc: Document) -> Iterator[Any]:
    """The values of the scripts that hold JSON, keep it under a name or push it in pieces."""
    pushing = [s.text for s in doc.all_of("script") if s.text and MARK in s.text]
    if pushing:
        yield from flight_data(pushing)
    for script in doc.all_of("script"):
        names = f"{script.get('id') or ''} {script.get('type') or ''}"
        source = script.text or ""
        called = _DATA.search(names) is not None
        if len(source) < (LEAST_CALLED if called else LEAST_CHARS) or "ld+json" in names:
            continue
        starts = [0] if called else _starts(source)
        for start in starts:
            try:
                data = _value_at(source, start)
            except (ValueError, RecursionError):
                continue
            yield _hydrated(data) if _is_flat(data) else data
    yield from attribute_data(doc.text)


def frame_data(doc: Document) -> Iterator[str]:
    """The data that Inertia puts into the attribute of the frame in which its scripts draw."""
    body = doc.tree.find("body")
    for element in () if body is None else body.iterchildren("div"):
        source = element.get("data-page") or ""
        if len(source) >= LEAST_CHARS and source.startswith("{"):
            yield source


def has_assigned(source: str) -> bool:
    """Whether a script keeps data under a name."""
    return next(iter(_starts(source)), None) is not None


def _starts(source: str) -> Iterator[int]:
    """Where the data begin that a script keeps under names."""
    assigned = _ASSIGNED.match(source)
    if assigned:
        yield assigned.end()
    elif any(sign in source for sign in _KEPT_SIGNS):
        yield from (found.end() for found in islice(_KEPT.finditer(source), MAX_KEPT))


_KEPT_SIGNS = ('={"', '= {"', "=[{", "= [{")
"""What stands in a script that keeps data amid its statements."""


def _value_at(source: str, start: int) -> Any:
    """The value that begins there; ValueError where none does."""
    parsed = _PARSED.match(source, start)
    if parsed is None:
        return _DECODER.raw_decode(source.lstrip() if not start else source, start)[0]
    if source[parsed.end()] == '"':
        return json.loads(_DECODER.raw_decode(source, parsed.end())[0])
    single = _SINGLE_QUOTED.match(source, parsed.end())
    if single is None:
        raise ValueError("no text to parse")
    quoted = _QUOTE.sub(lambda m: _REQUOTED.get(m[0], m[0]), single[1])
    return json.loads(json.loads(f'"{quoted}"'))


_QUOTE = re.compile(r'\\.|"')
_REQUOTED = {"\\'": "'", '"': '\\"'}
"""Quotes of a text in single ones as one in double ones has them."""

_DECODER = json.JSONDecoder()


def _is_flat(data: Any) -> bool:
    """Whether data are a list of values that name each other by their places, as Nuxt 3 sends."""
    return (
        isinstance(data, list)
        and len(data) > 2
        and isinstance(data[0], (list, dict))
        and all(isinstance(v, (int, str)) for v in _inner(data[0]))
        and isinstance(data[1], dict)
        and all(isinstance(v, int) for v in data[1].values())
    )


def _inner(value: Any) -> Sequence[Any]:
    return list(value.values()) if isinstance(value, dict) else value


def _hydrated(flat: list[Any]) -> Any:
    """The first value of a flat list, with what it names by place put into it."""
    left = MAX_NODES

    def value_at(place: Any, depth: int) -> Any:
        nonlocal left
        left -= 1
        known = isinstance(place, int) and not isinstance(place, bool) and 0 <= place < len(flat)
        if not known or left < 0 or depth > MAX_HYDRATED_DEPTH:
            return None
        value = flat[place]
        if isinstance(value, dict):
            return {key: value_at(inner, depth + 1) for key, inner in value.items()}
        if isinstance(value, list):
            # «["Reactive", 7]» wraps one value in a name.
            wrapped = value[1:] if value and isinstance(value[0], str) else value
            found = [value_at(inner, depth + 1) for inner in wrapped]
            return found[0] if wrapped is not value and len(found) == 1 else found
        return value

    return value_at(0, 0)


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


def article_data(doc: Document, title: str) -> ArticleData:
    """The date and the authors in the object of the page's data that has the article's title."""
    wanted = letters(title)
    found = ArticleData()
    for item in _titled(doc, frozenset((wanted,))) if wanted else ():
        values = _folded(item)
        dates = (values.get(key) for key in _PUBLISHED)
        published = next((str(v) for v in dates if isinstance(v, (str, int)) and v), None)
        authors = next((names for key in _AUTHORS if (names := _names(values.get(key)))), ())
        if published and authors:
            return ArticleData(published, authors)
        found = ArticleData(found.published or published, found.authors or authors)
    return found


def _titled(doc: Document, wanted: frozenset[str]) -> Iterator[Mapping[str, Any]]:
    """The objects of the page's data one of whose short texts is such a title."""
    seen = 0
    for data in page_data(doc):
        waiting = [data]
        while waiting and seen < MAX_NODES:
            seen += 1
            value = waiting.pop()
            if isinstance(value, dict):
                if any(letters(text) in wanted for text in texts_of(value)):
                    yield value
                waiting.extend(value.values())
            elif isinstance(value, list):
                waiting.extend(value)


def texts_of(item: Mapping[str, Any]) -> tuple[str, ...]:
    """The short texts of an object, with those of its title where that is an object too, as
    systems send it that keep several: {"headlines": {"basic": …}}, {"title": {"rendered": …}}."""
    titles = (v for k, v in item.items() if isinstance(v, dict) and _TITLE_KEY.fullmatch(str(k)))
    values = chain(item.values(), *(title.values() for title in titles))
    return tuple(v for v in values if isinstance(v, str) and len(v) < 1000)


_TITLE_KEY = re.compile(r"titles?|head_?(?:lines?|ings?)", re.IGNORECASE)


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
