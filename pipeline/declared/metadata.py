"""What a page says of itself in JSON-LD, OpenGraph, microdata and meta elements.

Each value is a candidate with its origin; the modules of the fields choose. Values are as the
page wrote them, white space collapsed, entities resolved.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from pipeline.declared.article_node import choose_article, headline_of, strings
from pipeline.declared.jsonld import Node, by_id, read_nodes, types_of
from pipeline.declared.meta_elements import Values, read_canonical, read_meta
from pipeline.declared.microdata import read_microdata, scopes_of_others
from pipeline.declared.persons import Person, read_people
from pipeline.page.html import Document
from pipeline.records import Origin


@dataclass(frozen=True, slots=True)
class Candidate:
    """One value that a page gives for a field; `key` is the name it stood under."""

    value: str
    origin: Origin
    key: str


@dataclass(frozen=True, eq=False)
class Metadata:
    """The candidates of all fields, each in order of appearance within its origin.

    `article` is the JSON-LD node of the article itself (empty where there is none), `nodes` are
    all nodes, `meta` maps lower-case names of meta elements to their contents. `called_published`
    are the days under names of a site's own.
    """

    titles: tuple[Candidate, ...] = ()
    authors: tuple[Person, ...] = ()
    published: tuple[Candidate, ...] = ()
    called_published: tuple[Candidate, ...] = ()
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
    def is_called_article(self) -> bool:
        """Whether a page's data, or what it says for sharing, call it an article."""
        return bool(self.article) or "og:article" in self.types

    @property
    def is_told_from_lists(self) -> bool:
        """Whether it is called one by what lists are not: its data, or what it says for sharing
        where that tells more of an article than who publishes it. The plug-ins that write that call
        topics and first pages so too."""
        told = (name for name in self.meta if name.startswith("article:"))
        more = any(name != "article:publisher" for name in told)
        return bool(self.article) or (self.is_called_article and more)

    @property
    def article_body(self) -> str | None:
        """The text that JSON-LD gives as the article's body: a witness, not the body."""
        value = self.article.get("articleBody")
        return value if isinstance(value, str) and value.strip() else None

    @property
    def description(self) -> str | None:
        """The longest description, None where the page gives none."""
        return max((c.value for c in self.descriptions), key=len, default=None)


def read_metadata(doc: Document) -> Metadata:
    """Read all that a page says of itself. Never raises on what a page holds."""
    others = scopes_of_others(doc)
    meta = read_meta(doc, others)
    nodes = read_nodes(_scripts(doc))
    article = choose_article(nodes, doc.url, lambda: _headings(doc))
    known = by_id(nodes)
    items = read_microdata(doc, others)
    sources = (article, meta, items)
    types = {name for node in nodes for name in types_of(node)}
    types.update(f"og:{value.lower()}" for value in meta.get("og:type", ()))
    types.update(items.get("itemtype", ()))
    return Metadata(
        titles=_pick(*sources, _TITLES),
        authors=tuple(read_people(article, known, meta)),
        published=_exactly(_pick(*sources, _PUBLISHED), nodes, "datePublished", article),
        called_published=_called_published(meta),
        modified=_exactly(_pick(*sources, _MODIFIED), nodes, "dateModified", article),
        sections=_pick(*sources, _SECTIONS),
        tags=_pick(*sources, _TAGS),
        images=_pick(*sources, _IMAGES),
        descriptions=_pick(*sources, _DESCRIPTIONS),
        languages=_pick(*sources, _LANGUAGES),
        site_names=tuple(_site_names(nodes, known, article, meta)),
        types=frozenset(types),
        canonical=read_canonical(doc),
        article=article,
        nodes=nodes,
        meta=meta,
    )


def _headings(doc: Document) -> str:
    """What the page is called: its tab, its first headings, and what it says for sharing."""
    heads = [*doc.all_of("title")[:1], *doc.all_of("h1")[:3], *doc.all_of("h2")[:2]]
    shared = [
        each.get("content") or "" for each in doc.all_of("meta")
        if (each.get("property") or each.get("name")) in ("og:title", "twitter:title")
    ]  # fmt: skip
    return " ".join([*(head.text_content() for head in heads), *shared])


# Of each field: keys of JSON-LD, of meta elements (OpenGraph among them), of microdata.
_Keys = tuple[tuple[str, ...], tuple[str, ...], tuple[str, ...]]
_TITLES: _Keys = (
    ("headline", "name", "alternativeHeadline"),
    ("og:title", "twitter:title", "title", "dc.title", "dcterms.title", "citation_title",
     "headline", "parsely-title", "sailthru.title", "cxenseparse:title", "articletitle"),
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
     "buildtime", "displaydate", "apub:time", "originalpublicationdate", "bt:pubdate",
     "article_date_original", "published_time", "date_published", "publish_time", "published_date",
     "publication-date", "article:published_date", "article:post_date", "vr:published_time",
     "shareaholic:article_published_time", "mediator_published_time", "bytedance:published_time",
     "weibo:article:create_at", "dcsext.articlefirstpublished", "iso-8601-publish-date",
     "citation_online_date", "prism.publicationdate", "dc.date.published", "dcterms.available",
     "release_date", "issued", "story_date", "news_date", "ptime", "pdate", "creation_date"),
    ("datepublished", "datecreated"),
)  # fmt: skip
_MODIFIED: _Keys = (
    ("dateModified",),
    ("article:modified_time", "og:updated_time", "og:article:modified_time", "datemodified",
     "last-modified", "lastmod", "dcterms.modified", "dc.date.modified", "revised",
     "article:modified", "bt:moddate", "modified", "updated_time", "date_modified",
     "article:modified_date", "bytedance:updated_time", "weibo:article:update_at", "utime"),
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
     "dc.subject", "og:video:tag", "tags"),
    ("keywords",),
)  # fmt: skip
_IMAGES: _Keys = (
    ("image", "thumbnailUrl"),
    ("og:image:secure_url", "og:image", "og:image:url", "twitter:image", "twitter:image:src",
     "thumbnail", "parsely-image-url", "sailthru.image.full", "image", "thumbnailurl"),
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


def _pick(article: Node, meta: Values, items: Values, keys: _Keys) -> tuple[Candidate, ...]:
    """The candidates of one field: JSON-LD first, then meta in the order of keys, microdata."""
    found: list[Candidate] = []
    for key in keys[0]:
        found += [
            Candidate(text, Origin.JSON_LD, key) for text in strings(article.get(key)) if text
        ]
    for key in filter(meta.__contains__, keys[1]):
        origin = Origin.OPENGRAPH if key.startswith(("og:", "article:")) else Origin.META
        found += [Candidate(text, origin, key) for text in meta[key]]
    for key in filter(items.__contains__, keys[2]):
        found += [Candidate(text, Origin.MICRODATA, key) for text in items[key]]
    return tuple(dict.fromkeys(found))


_CALLED_PUBLISHED = re.compile(
    r"publi(?:sh(?:ed)?|cation|cad[oa]|e)?(?:$|[._:\s-]*(?:date|time|at|on|tion)\b)|pub[._:-]?(?:date|time)"
    r"|(?:date|time|fecha|datum)[._:-]?(?:of[._:-]?)?(?:publi|pub$|issue|create|post)"
    r"|(?:^|[._:-])(?:created?|creation|issued|posted)(?:$|[._:-]?(?:at|on|date|time)$)"
)
_CALLED_OTHER = re.compile(r"modif|updat|expir|unpubl|valid|embargo|version|comment|site")


def _called_published(meta: Values) -> tuple[Candidate, ...]:
    """The days of meta elements under names of a site's own that speak of publication."""
    return tuple(
        Candidate(text, Origin.META, name)
        for name, texts in meta.items()
        if _CALLED_PUBLISHED.search(name) and not _CALLED_OTHER.search(name)
        for text in texts
        if text[:1].isdigit()
    )


def _exactly(
    found: tuple[Candidate, ...], nodes: Iterable[Node], key: str, article: Node | None = None
) -> tuple[Candidate, ...]:
    """The dates, and behind them those of the page's node that say the same more exactly; where
    there are none, that of a node of the page that is called as the `article`'s."""
    called = headline_of(article) if article and not found else ""
    more = [
        Candidate(text, Origin.JSON_LD, key)
        for node in nodes
        if "WebPage" in types_of(node)
        for text in strings(node.get(key))
        if any(text != said.value and text.startswith(said.value) for said in found)
        or (called and headline_of(node).startswith(called))
    ]
    return (*found, *more)


def _site_names(
    nodes: Iterable[Node], known: Mapping[str, Node], article: Node, meta: Values
) -> Iterator[Candidate]:
    for key in ("og:site_name", "application-name", "apple-mobile-web-app-title", "publisher",
                "al:android:app_name", "al:ios:app_name", "dc.publisher", "copyright"):  # fmt: skip
        origin = Origin.OPENGRAPH if key.startswith("og:") else Origin.META
        for text in meta.get(key, ()):
            yield Candidate(text, origin, key)
    publisher = article.get("publisher")
    if isinstance(publisher, dict) and not publisher.get("name"):
        publisher = known.get(str(publisher.get("@id", "")))
    for text in strings(publisher):
        yield Candidate(text, Origin.JSON_LD, "publisher")
    for node in nodes:
        if {"WebSite", "NewsMediaOrganization", "Organization"}.intersection(types_of(node)):
            for key in ("name", "alternateName"):
                for text in strings(node.get(key)):
                    yield Candidate(text, Origin.JSON_LD, f"site {key}")


def _scripts(doc: Document) -> Iterator[str]:
    for script in doc.all_of("script"):
        kind = script.get("type")
        if kind and "ld+json" in kind.lower() and script.text:
            yield script.text
