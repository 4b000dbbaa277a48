"""JSON-LD's node of the article itself, and the strings that its values hold."""

from __future__ import annotations

import html
import re
from collections.abc import Callable, Iterable, Iterator
from typing import Any

from pipeline.declared.jsonld import Node, types_of
from pipeline.page.elements import letters

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
_BREAK = re.compile(
    r"</?(?:blockquote|br|center|div|h[1-6]|hr|li|ol|p|ul)\b[^<>]{0,200}>", re.IGNORECASE
)
MANY_OTHERS = 2
"""Articles of so many headlines, none of which the page shows, are a list of others."""
_TAG = re.compile(
    r"</?(?:a|abbr|acronym|b|bdi|bdo|big|blockquote|br|center|cite|code|del|dfn|div|em|figure|font"
    r"|h[1-6]|hr|i|img|ins|kbd|li|mark|nobr|ol|p|q|rp|rt|ruby|s|small|span|strike|strong|sub|sup|tt"
    r"|u|ul|var|wbr)\b[^<>]{0,200}>",
    re.IGNORECASE,
)
"""Tags that dress words, those that part them among them. Others are what a text is about: «How
<dialog> replaced our windows»."""


def choose_article(nodes: Iterable[Node], url: str, headings: Callable[[], str]) -> Node:
    """The node of the article itself; an empty one where no node is.

    Among several articles the one that names this page wins, then one whose headline stands in the
    page's `headings` (the text of its tab and of its first headings), then the one that says most.
    Where some name other pages and none has such a headline, all are of others.
    """
    here = _bare(url)
    found: list[tuple[int, Node]] = []
    for node in map(_in_own_letters, nodes):
        names = types_of(node)
        is_article = any(is_article_type(name) for name in names) and not _is_of_house(node)
        if not is_article and not _WEAK_TYPES.intersection(names):
            continue
        score = 40 if is_article else 0
        score += 20 if here in _addresses(node) else 0
        score += sum(weight for key, weight in _WEIGHTS if node.get(key))
        found.append((score, node))
    articles = [node for score, node in found if 40 <= score < 60]
    if len(articles) > 1 and len(articles) == sum(score >= 40 for score, _ in found):
        said = letters(headings())
        own = {id(node) for node in articles if (key := headline_of(node)) and key in said}
        told = {*map(headline_of, articles)}
        if not own and len(told) >= MANY_OTHERS and all(told):
            found = [(score, node) for score, node in found if score < 40]
        elif own:
            found = [(score + 20 * (id(node) in own), node) for score, node in found]
    best_score, best = max(found, key=lambda each: each[0], default=(0, {}))
    if len(articles) > 1 and _signs_as(best, "Organization"):
        best = _with_person(best, articles)
    return best if best_score >= 5 else {}


def _in_own_letters(node: Node) -> Node:
    """A node whose keys begin as schema.org's do, where a program wrote one otherwise: «Author»."""
    if not any(key[:1].isupper() for key in node):
        return node
    small = {key[:1].lower() + key[1:]: value for key, value in node.items()}
    return {**small, **{key: value for key, value in node.items() if value}}


def _signs_as(node: Node, kind: str) -> bool:
    """Whether all authors of a node are of one kind."""
    signers = node.get("author")
    each = signers if isinstance(signers, list) else [signers]
    return bool(signers) and all(isinstance(a, dict) and kind in types_of(a) for a in each)


def _with_person(node: Node, articles: Iterable[Node]) -> Node:
    """A node that its house signs, with the persons of another one of the same headline: a page may
    be told of by two programs."""
    own = headline_of(node)
    persons = (a for a in articles if own and headline_of(a) == own and _signs_as(a, "Person"))
    other = next(persons, None)
    return node if other is None else {**node, "author": other["author"]}


_HOUSES = frozenset({"Organization", "NewsMediaOrganization", "LocalBusiness", "Corporation",
                     "WebSite"})  # fmt: skip


def _is_of_house(node: Node) -> bool:
    """Whether a review with no headline is what somebody says of a house: stars in its foot."""
    of = node.get("itemReviewed")
    return (
        isinstance(of, dict) and not node.get("headline") and not _HOUSES.isdisjoint(types_of(of))
    )


def headline_of(node: Node) -> str:
    """What a node is called, folded; empty where it is not."""
    return letters(next(strings(node.get("headline") or node.get("name")), ""))


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
    bare = url.partition("#")[0].partition("?")[0].rstrip("/").lower()
    return re.sub(r"^https?://(?:www\.)?", "", bare)


def is_article_type(name: str) -> bool:
    """Whether a type of schema.org is one of articles."""
    return name in ARTICLE_TYPES or name.endswith("Article")


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
        text = _TAG.sub("", _BREAK.sub(" ", text))
    return " ".join(text.split())
