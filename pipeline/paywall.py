"""Whether an article is for payers only."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from itertools import chain, islice
from typing import Any

from lxml.html import HtmlElement

from pipeline.days.words import plain
from pipeline.declared.article_node import is_article_type
from pipeline.declared.jsonld import Node, types_of
from pipeline.declared.metadata import Metadata
from pipeline.page.elements import BOX_TAGS, text_of_element
from pipeline.page.html import Document
from pipeline.patterns.rule_files import read_rules
from pipeline.titles.surroundings import surroundings

_RULES = read_rules("walls.toml")
_PAYWALL_NAME = re.compile(
    r"(?:^|[\s_-])(?:paywall|paid-content|premium-content|subscriber-only|subscribers-only|"
    r"piano-offer|tp-container-inner|poool-widget|zephr-\w+|regwall|metered-content|"
    r"(?:premium|member|article|content|paid)-(?:gate|locked?|barrier)|"
    r"(?:subscri\w+|suscri\w+|abo|abonn\w+|premium|members?)"
    r"[_-](?:box|wall|gate|notice|prompt|message|barrier|overlay|only|muro)|"
    r"post-upgrade-cta|mepr-unauthorized\w*|pmpro_content\w*|memberships-restriction|"
    r"restrict-content\w*|restricted|restriction|leaky_paywall\w*|lp-msg)"
    r"(?:$|[\s_-])"
)
"""Names of what stands in place of the rest of a text: general ones, and those of what news sites
rent or install for it: Piano, Poool and Zephr, Ghost, WordPress's plugins for members."""
_NAME_PARTS = (
    "paywall", "regwall", "paid-", "premium", "subscri", "suscri", "abo-", "abo_", "abonn",
    "member", "-gate", "-lock", "-barrier", "piano-offer", "tp-container-inner", "poool-",
    "zephr-", "metered-", "post-upgrade-cta", "mepr-", "pmpro_", "restrict", "lp-msg",
)  # fmt: skip
"""What one of these names holds."""
_OFFER_NAME = re.compile(
    r"(?:^|[\s_-])(?:(?:subscri\w+|suscri\w+|abo|abonn\w+|members?)[_-]|restrict)", re.IGNORECASE
)
"""Of these the names that a form for a newsletter has as well."""
_PAID_TIERS = frozenset(
    {"locked", "metered", "paid", "premium", "plus", "subscriber", "subscribers", "subscription",
     "paywall", "abo"}
)  # fmt: skip
_FREE_TIERS = frozenset({"free", "open", "public"})
_TIERS = ("article:content_tier", "og:article:content_tier", "content_tier", "article:opinion_tier",
          "cxenseparse:pay-status", "access", "article:access", "contentaccess")  # fmt: skip
_ASKED = ("paywall", "is_premium", "ispremium", "premium", "cxenseparse:recs:paywall", "k5a:paid",
          "vr:paywall", "article:premium", "article:paywall", "is_paywalled")  # fmt: skip
_YES = frozenset({"true", "1", "yes", "hard", "soft", "metered", "paid", "premium"})
_NO = frozenset({"false", "0", "no", "none", "free", "off"})
_OF_TEXT = frozenset({"WebPage", "CreativeWork", "ItemPage", "WebPageElement"})
BOX_CHARS = 600
MARK_CHARS = 45
NEAR = 40
"""Elements below a headline among which a mark of its article stands."""


def is_paywalled(doc: Document, meta: Metadata, title: str | None = None) -> bool | None:
    """Whether the full article is for payers only; None where the page does not say.

    What it says in its data goes first, then what stands in place of the rest of its text, then a
    mark beside its headline.
    """
    told = _in_data(doc, meta)
    if told is not None:
        return told
    may_be = doc.class_names.that_hold(*_NAME_PARTS)
    if any(_says_so(doc, names) for names in filter(_is_paywall_name, may_be)):
        return True
    boxes = chain.from_iterable(map(doc.all_of, BOX_TAGS))
    if any("paywall" in (b.get("id") or "") and _says("only_for_payers", b) for b in boxes):
        return True
    return True if _is_marked(doc, title) else None


def _in_data(doc: Document, meta: Metadata) -> bool | None:
    """What the page says in JSON-LD, microdata and meta elements."""
    for value in chain(_of_nodes(meta), _of_microdata(doc, meta)):
        free = _truth(value)
        if free is not None:
            return not free
    for key, paid, not_paid in ((_TIERS, _PAID_TIERS, _FREE_TIERS), (_ASKED, _YES, _NO)):
        for value in chain.from_iterable(meta.meta.get(name, ()) for name in key):
            low = value.lower()
            if low in paid or low in not_paid:
                return low in paid
    return None


def _of_nodes(meta: Metadata) -> Iterator[Any]:
    """What JSON-LD says of the article, else of its page, else of a part of the article."""
    nodes = [node for node in meta.nodes if _is_of_text(node)]
    for node in (meta.article, *nodes):
        yield node.get("isAccessibleForFree")
    for node in (meta.article, *nodes):
        parts = node.get("hasPart")
        for part in islice(parts if isinstance(parts, list) else [parts], 20):
            if isinstance(part, dict) and _is_of_text(part):
                yield part.get("isAccessibleForFree")


def _is_of_text(node: Node) -> bool:
    """Whether a node is of a text or its page, and of no film, ware or voice."""
    types = types_of(node)
    return not types or any(is_article_type(name) or name in _OF_TEXT for name in types)


def _of_microdata(doc: Document, meta: Metadata) -> Iterator[str]:
    yield from meta.meta.get("isaccessibleforfree", ())
    for element, names in doc.with_microdata.items():
        if names == "isAccessibleForFree" and element.tag == "link":
            yield element.get("href") or ""


def _truth(value: Any) -> bool | None:
    if isinstance(value, bool):
        return value
    if isinstance(value, str) and value.strip():
        return not value.strip().lower().rsplit("/", 1)[-1].startswith(("false", "no", "0"))
    return None


def _is_paywall_name(names: str) -> bool:
    return bool(_PAYWALL_NAME.search(names.lower()))


def _says_so(doc: Document, names: str) -> bool:
    """Whether boxes that are called like a paywall say that they are one."""
    words = "only_for_payers" if _OFFER_NAME.search(names) else "paywall"
    boxes = [box for box in doc.by_class[names] if box.tag in BOX_TAGS]
    return any(_says("only_for_payers", box) or _says(words, box) for box in boxes)


def _says(key: str, box: HtmlElement) -> bool:
    """Whether a box that is seen holds one of the words."""
    text = plain(text_of_element(box)[:BOX_CHARS])
    return any(_plain_word(word) in text for word in _RULES[key]) and not _is_hidden(box)


def _is_hidden(element: HtmlElement) -> bool:
    """Whether an element is not shown until a script does so."""
    for node in (element, *element.iterancestors()):
        style = (node.get("style") or "").replace(" ", "").lower()
        if node.tag == "template" or node.get("hidden") is not None or "display:none" in style:
            return True
    return False


_plain_word = cache(plain)


@cache
def _marks() -> frozenset[str]:
    return frozenset(map(plain, _RULES["marks"]))


def _is_marked(doc: Document, title: str | None) -> bool:
    """Whether a mark right above the headline, or between it and the text, says so."""
    around = surroundings(doc, title) if title else None
    if around is None or around.headline is None:
        return False
    for element in (*around.crown, *around.above_text[:NEAR]):
        own = (element.text or "").strip()
        if 0 < len(own) <= MARK_CHARS and plain(own).strip(" .!:") in _marks():
            return True
    return False
