"""What a page says of itself in JSON-LD, OpenGraph, microdata and meta elements.

Each value is a candidate with its origin; the modules of the fields choose. Values are as the
page wrote them, white space collapsed, entities resolved.
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import urldefrag, urljoin

import lxml.html

from pipeline.html import Document
from pipeline.jsonld import Node, read_nodes, types_of
from pipeline.records import Origin

ARTICLE_TYPES = frozenset(
    {
        "Article", "NewsArticle", "BlogPosting", "ReportageNewsArticle", "AnalysisNewsArticle",
        "OpinionNewsArticle", "BackgroundNewsArticle", "ReviewNewsArticle", "AskPublicNewsArticle",
        "LiveBlogPosting", "TechArticle", "ScholarlyArticle", "SocialMediaPosting", "Report",
        "SatiricalArticle", "AdvertiserContentArticle", "DiscussionForumPosting", "Blog_Posting",
        "MedicalScholarlyArticle", "ClaimReview", "Review",
    }
)  # fmt: skip
"""The types of schema.org whose things are articles."""

_WEAK_TYPES = frozenset({"WebPage", "ItemPage", "VideoObject", "CreativeWork", "Event", "Recipe"})
_WEIGHTS = (
    ("headline", 6), ("datePublished", 5), ("author", 4), ("articleBody", 3), ("image", 1),
    ("publisher", 1),
)  # fmt: skip
_SPACE = re.compile(r"\s+")
_TAG = re.compile(r"</?[a-zA-Z][^<>]{0,200}>")


@dataclass(frozen=True, slots=True)
class Candidate:
    """One value that a page gives for a field; `key` is the name it stood under."""

    value: str
    origin: Origin
    key: str


@dataclass(frozen=True, slots=True)
class Person:
    """One author as metadata names them; `kind` is the type ("Person", "Organization") or ""."""

    name: str
    origin: Origin
    key: str
    kind: str = ""
    url: str | None = None


@dataclass(frozen=True, eq=False)
class Metadata:
    """The candidates of all fields, each in order of appearance within its origin.

    `article` is the JSON-LD node of the article itself (empty where there is none), `nodes` are
    all nodes, `meta` maps lower-case names of meta elements to their contents.
    """

    titles: tuple[Candidate, ...] = ()
    authors: tuple[Person, ...] = ()
    published: tuple[Candidate, ...] = ()
    modified: tuple[Candidate, ...] = ()
    sections: tuple[Candidate, ...] = ()
    tags: tuple[Candidate, ...] = ()
    images: tuple[Candidate, ...] = ()
    descriptions: tuple[Candidate, ...] = ()
    languages: tuple[Candidate, ...] = ()
    site_names: tuple[Candidate, ...] = ()
    types: frozenset[str] = frozenset()
    canonical: str | None = None
    article: Node = field(default_factory=dict)
    nodes: tuple[Node, ...] = ()
    meta: Mapping[str, tuple[str, ...]] = field(default_factory=dict)

    @property
    def article_body(self) -> str | None:
        """The text that JSON-LD gives as the article's body: a witness, not the body."""
        value = self.article.get("articleBody")
        return value if isinstance(value, str) and value.strip() else None

    @property
    def description(self) -> str | None:
        """The best description, None where the page gives none."""
        return max((c.value for c in self.descriptions), key=len, default=None)

    @property
    def free(self) -> bool | None:
        """What `isAccessibleForFree` says, None where it is not said."""
        for node in (self.article, *self.nodes):
            value = node.get("isAccessibleForFree")
            if isinstance(value, bool):
                return value
            if isinstance(value, str) and value.strip():
                return not value.strip().lower().rsplit("/", 1)[-1].startswith(("false", "no", "0"))
        return None


def read_metadata(doc: Document) -> Metadata:
    """Read all that a page says of itself. Never raises on what a page holds."""
    meta = _meta(doc)
    nodes = read_nodes(_scripts(doc))
    article = choose_article(nodes, doc.url)
    by_id = {str(node["@id"]): node for node in nodes if "@id" in node and len(node) > 1}
    items = _microdata(doc)
    sources = (article, meta, items)
    types = {name for node in nodes for name in types_of(node)}
    types.update(f"og:{value.lower()}" for value in meta.get("og:type", ()))
    types.update(items.get("itemtype", ()))
    return Metadata(
        titles=_pick(*sources, _TITLES),
        authors=tuple(_authors(article, by_id, meta)),
        published=_pick(*sources, _PUBLISHED),
        modified=_pick(*sources, _MODIFIED),
        sections=_pick(*sources, _SECTIONS),
        tags=_pick(*sources, _TAGS),
        images=_pick(*sources, _IMAGES),
        descriptions=_pick(*sources, _DESCRIPTIONS),
        languages=_pick(*sources, _LANGUAGES),
        site_names=tuple(_site_names(nodes, by_id, article, meta)),
        types=frozenset(types),
        canonical=_canonical(doc),
        article=article,
        nodes=nodes,
        meta=meta,
    )


# Of each field: keys of JSON-LD, of meta elements (OpenGraph among them), of microdata.
_Keys = tuple[tuple[str, ...], tuple[str, ...], tuple[str, ...]]
_TITLES: _Keys = (
    ("headline", "name", "alternativeHeadline"),
    ("og:title", "twitter:title", "title", "dc.title", "dcterms.title", "citation_title",
     "headline", "parsely-title", "sailthru.title", "cxenseparse:title"),
    ("headline",),
)  # fmt: skip
_PUBLISHED: _Keys = (
    ("datePublished", "dateCreated", "uploadDate"),
    ("article:published_time", "og:article:published_time", "og:published_time", "datepublished",
     "date", "pubdate", "publishdate", "publish-date", "publish_date", "dc.date.issued",
     "dcterms.issued", "dcterms.created", "dc.date.created", "dc.date", "dcterms.date",
     "parsely-pub-date", "sailthru.date", "citation_publication_date", "article.published",
     "published-date", "published_at", "datecreated", "last-published",
     "cxenseparse:recs:publishtime", "cxenseparse:publishtime", "article:published",
     "article:publish_time", "created",
     "publication_date", "publicationdate", "og:pubdate", "pub_date", "rnews:datepublished",
     "buildtime", "displaydate", "originalpublicationdate", "bt:pubdate", "article_date_original"),
    ("datepublished", "datecreated"),
)  # fmt: skip
_MODIFIED: _Keys = (
    ("dateModified",),
    ("article:modified_time", "og:updated_time", "og:article:modified_time", "datemodified",
     "last-modified", "lastmod", "dcterms.modified", "dc.date.modified", "revised",
     "article:modified", "bt:moddate", "modified", "updated_time"),
    ("datemodified",),
)  # fmt: skip
_SECTIONS: _Keys = (
    ("articleSection",),
    ("article:section", "og:article:section", "articlesection", "section", "category",
     "parsely-section", "dc.subject.category", "cxenseparse:category"),
    ("articlesection",),
)  # fmt: skip
_TAGS: _Keys = (
    ("keywords",),
    ("article:tag", "og:article:tag", "keywords", "news_keywords", "parsely-tags", "sailthru.tags",
     "dc.subject", "og:video:tag"),
    ("keywords",),
)  # fmt: skip
_IMAGES: _Keys = (
    ("image", "thumbnailUrl"),
    ("og:image:secure_url", "og:image", "og:image:url", "twitter:image", "twitter:image:src",
     "thumbnail", "parsely-image-url", "sailthru.image.full"),
    ("image",),
)  # fmt: skip
_DESCRIPTIONS: _Keys = (
    ("description",),
    ("og:description", "description", "twitter:description", "dc.description",
     "sailthru.description"),
    ("description",),
)  # fmt: skip
_LANGUAGES: _Keys = (
    ("inLanguage",),
    ("og:locale", "language", "content-language", "dc.language", "dcterms.language"),
    ("inlanguage",),
)  # fmt: skip
_META_AUTHORS = (
    "author", "article:author", "og:article:author", "article:author:name", "dc.creator",
    "dcterms.creator", "dc.contributor", "parsely-author", "sailthru.author", "citation_author",
    "byl", "authors", "article.author", "cxenseparse:author", "og:author", "byline",
    "rbauthors", "creator", "news_authors", "web_author", "articleauthor", "article_author",
    "twitter:misc:written by",
)  # fmt: skip


def _pick(article: Node, meta: _Meta, items: _Meta, keys: _Keys) -> tuple[Candidate, ...]:
    """The candidates of one field: JSON-LD first, then meta in the order of keys, microdata."""
    found: list[Candidate] = []
    for key in keys[0]:
        found += [
            Candidate(text, Origin.JSON_LD, key) for text in strings(article.get(key)) if text
        ]
    for key in keys[1]:
        origin = Origin.OPENGRAPH if key.startswith(("og:", "article:")) else Origin.META
        found += [Candidate(text, origin, key) for text in meta.get(key, ())]
    for key in keys[2]:
        found += [Candidate(text, Origin.MICRODATA, key) for text in items.get(key, ())]
    return tuple(dict.fromkeys(found))


_Meta = Mapping[str, tuple[str, ...]]


def strings(value: Any) -> Iterator[str]:
    """The strings of a JSON-LD value: of lists each, of nodes their name, value or url."""
    if isinstance(value, str):
        text = clean(value)
        if text:
            yield text
    elif isinstance(value, bool) or value is None:
        return
    elif isinstance(value, int | float):
        yield str(value)
    elif isinstance(value, list):
        for item in value[:200]:
            yield from strings(item)
    elif isinstance(value, dict):
        for key in ("@value", "name", "url", "contentUrl", "alternateName"):
            if value.get(key):
                yield from strings(value[key])
                return


def clean(text: str) -> str:
    """Entities resolved (also doubly escaped ones), tags dropped, white space collapsed."""
    if "&" in text:
        text = html.unescape(text)
        if "&" in text and ";" in text:
            text = html.unescape(text)
    if "<" in text:
        text = _TAG.sub("", text)
    return _SPACE.sub(" ", text).strip()


def choose_article(nodes: Iterable[Node], url: str) -> Node:
    """The node of the article itself; an empty one where no node is.

    Among several articles the one that names this page wins, then the one that says most.
    """
    here = _bare(url)
    best: Node = {}
    best_score = -1
    for node in nodes:
        names = types_of(node)
        is_article = any(name in ARTICLE_TYPES or name.endswith("Article") for name in names)
        if not is_article and not _WEAK_TYPES.intersection(names):
            continue
        score = 40 if is_article else 0
        score += 20 if here in _addresses(node) else 0
        score += sum(weight for key, weight in _WEIGHTS if node.get(key))
        if score > best_score:
            best, best_score = node, score
    if best_score < 5:
        return {}
    return best


def _addresses(node: Node) -> set[str]:
    found: set[str] = set()
    for key in ("url", "mainEntityOfPage", "@id"):
        value = node.get(key)
        if isinstance(value, dict):
            value = value.get("@id") or value.get("url")
        if isinstance(value, str):
            found.add(_bare(value))
    return found


def _bare(url: str) -> str:
    bare = urldefrag(url)[0].split("?", 1)[0].rstrip("/").lower()
    return re.sub(r"^https?://(?:www\.)?", "", bare)


def _authors(article: Node, by_id: Mapping[str, Node], meta: _Meta) -> Iterator[Person]:
    for key in ("author", "creator"):
        yield from _people(article.get(key), by_id, key, 0)
    for key in _META_AUTHORS:
        origin = Origin.OPENGRAPH if key.startswith(("og:", "article:")) else Origin.META
        for text in meta.get(key, ()):
            yield Person(text, origin, key)
    yield from _labelled_author(meta)


_LABELLED = re.compile(
    r"written by|author|verfasst von|geschrieben von|autor|écrit par|auteur|escrito por|scritto da|"
    r"geschreven door|yazan|yazar|كتب|بواسطة|الكاتب|نوشته|نویسنده|автор|ditulis oleh|作者|글쓴이",
    re.IGNORECASE,
)


def _labelled_author(meta: _Meta) -> Iterator[Person]:
    """The author in the pairs of label and value that cards for sharing show."""
    for number in ("1", "2"):
        labels = meta.get(f"twitter:label{number}", ())
        if labels and _LABELLED.match(labels[0]):
            for text in meta.get(f"twitter:data{number}", ()):
                yield Person(text, Origin.META, "twitter:data")


def _people(value: Any, by_id: Mapping[str, Node], key: str, depth: int) -> Iterator[Person]:
    if depth > 3:
        return
    if isinstance(value, list):
        for item in value[:50]:
            yield from _people(item, by_id, key, depth + 1)
    elif isinstance(value, str):
        text = clean(value)
        if text in by_id:
            yield from _people(by_id[text], by_id, key, depth + 1)
        elif text:
            yield Person(text, Origin.JSON_LD, key)
    elif isinstance(value, dict):
        name = value.get("name") or value.get("alternateName")
        if not name and str(value.get("@id", "")) in by_id:
            yield from _people(by_id[str(value["@id"])], by_id, key, depth + 1)
            return
        if not name and isinstance(value.get("givenName"), str):
            name = f"{value['givenName']} {value.get('familyName') or ''}"
        kind = next(iter(types_of(value)), "")
        url = value.get("url")
        for text in strings(name):
            yield Person(text, Origin.JSON_LD, key, kind, url if isinstance(url, str) else None)


def _site_names(
    nodes: Iterable[Node], by_id: Mapping[str, Node], article: Node, meta: _Meta
) -> Iterator[Candidate]:
    for key in ("og:site_name", "application-name", "apple-mobile-web-app-title", "publisher",
                "al:android:app_name", "al:ios:app_name", "dc.publisher", "copyright"):  # fmt: skip
        origin = Origin.OPENGRAPH if key.startswith("og:") else Origin.META
        for text in meta.get(key, ()):
            yield Candidate(text, origin, key)
    publisher = article.get("publisher")
    if isinstance(publisher, dict) and not publisher.get("name"):
        publisher = by_id.get(str(publisher.get("@id", "")))
    for text in strings(publisher):
        yield Candidate(text, Origin.JSON_LD, "publisher")
    for node in nodes:
        if {"WebSite", "NewsMediaOrganization", "Organization"}.intersection(types_of(node)):
            for key in ("name", "alternateName"):
                for text in strings(node.get(key)):
                    yield Candidate(text, Origin.JSON_LD, f"site {key}")


def _scripts(doc: Document) -> Iterator[str]:
    for script in doc.tree.iter("script"):
        kind = script.get("type")
        if kind and "ld+json" in kind.lower() and script.text:
            yield script.text


def _meta(doc: Document) -> dict[str, tuple[str, ...]]:
    found: dict[str, list[str]] = {}
    for element in doc.tree.iter("meta"):
        content = element.get("content")
        if content is None:
            continue
        content = clean(content)
        if not content:
            continue
        for attribute in ("property", "name", "itemprop", "http-equiv"):
            names = element.get(attribute)
            if not names:
                continue
            if attribute == "itemprop" and not _is_of_page(element):
                continue
            low = names.strip().lower()
            # RDFa allows several names; «twitter:misc:Written by» is one.
            several = low.split() if all(":" in word for word in low.split()) else [low]
            for name in several:
                values = found.setdefault(name, [])
                if content not in values:
                    values.append(content)
    return {name: tuple(values) for name, values in found.items()}


def _is_of_page(element: lxml.html.HtmlElement) -> bool:
    """Whether a property belongs to the page or its article, not to a thing named in it."""
    scope = _scope(element)
    if scope is None:
        return True
    return _is_article_scope(scope) or "WebPage" in (scope.get("itemtype") or "")


def _scope(element: lxml.html.HtmlElement) -> lxml.html.HtmlElement | None:
    parent = element.getparent()
    while parent is not None:
        if parent.get("itemscope") is not None or parent.get("itemtype"):
            return parent
        parent = parent.getparent()
    return None


def _is_article_scope(scope: lxml.html.HtmlElement) -> bool:
    name = (scope.get("itemtype") or "").rstrip("/").rsplit("/", 1)[-1]
    return name in ARTICLE_TYPES or name.endswith("Article")


_PROPERTIES = frozenset(
    {"headline", "datepublished", "datecreated", "datemodified", "articlesection", "keywords",
     "image", "description", "inlanguage"}
)  # fmt: skip


def _microdata(doc: Document) -> dict[str, tuple[str, ...]]:
    """The properties of the page's first article scope; `itemtype` holds all types of scopes."""
    found: dict[str, list[str]] = {}
    first: lxml.html.HtmlElement | None = None
    for element in doc.tree.xpath("//*[@itemtype or @itemprop]"):
        if element.get("itemtype"):
            found.setdefault("itemtype", []).append(element.get("itemtype").rsplit("/", 1)[-1])
        names = (element.get("itemprop") or "").lower().split()
        wanted = _PROPERTIES.intersection(names)
        if not wanted or element.tag == "meta":
            continue
        scope = _scope(element)
        if scope is None or not _is_article_scope(scope):
            continue
        if first is None:
            first = scope
        if scope is not first:
            continue
        links = list(element.iter("a")) if "keywords" in wanted and element.tag != "a" else []
        for value in [_property_value(part, doc.url) for part in links or [element]]:
            for name in wanted:
                if value:
                    found.setdefault(name, []).append(value)
    return {name: tuple(dict.fromkeys(values)) for name, values in found.items()}


def _property_value(element: lxml.html.HtmlElement, base: str) -> str:
    for attribute in ("content", "datetime"):
        if element.get(attribute):
            return clean(str(element.get(attribute)))
    for attribute in ("src", "href"):
        if element.tag in ("img", "link") and element.get(attribute):
            try:
                return urljoin(base, str(element.get(attribute)).strip())
            except ValueError:
                return ""
    return clean(element.text_content())[:1000]


def _canonical(doc: Document) -> str | None:
    """The address that the page gives as its own, absolute; None where it gives none."""
    for element in doc.tree.iter("link"):
        if "canonical" in (element.get("rel") or "").lower().split():
            address = str(element.get("href") or "").strip()
            if not address:
                continue
            try:
                return urljoin(doc.url, address)
            except ValueError:
                return None
    return None
