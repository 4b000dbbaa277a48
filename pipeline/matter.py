"""Whether a page's matter is a text, or something to be seen, heard or bought, a person, a job, a
list, a table."""

from __future__ import annotations

import re
from urllib.parse import unquote, urlsplit

from lxml.html import HtmlElement

from pipeline.days.words import plain
from pipeline.declared.metadata import Metadata
from pipeline.errors import Reason, UnusablePage
from pipeline.ledger import Cleaned
from pipeline.page.elements import letters, text_of_element
from pipeline.page.html import Document
from pipeline.patterns.late_patterns import late_pattern
from pipeline.patterns.rule_files import read_rules
from pipeline.punctuation import SENTENCE_ENDS
from pipeline.records import BlockKind

MEDIA_WORDS = 100
"""A page that calls itself a video, a recording, a ware or a person's, and holds fewer words, is
that and no article: they are its description."""
DESCRIBED_WORDS = 400
"""The same of a job, and of what a site says of itself."""
LIST_BLOCKS = 5
"""Teasers from which a page that holds nothing else is a list of articles."""
LITTLE_CHARS = 700
"""Characters of a text that may be a wall's or an error's: the longest of those known have 600."""
TITLE_WORDS = 3
"""Longer words from which a list's title tells what its page must speak of."""
_DENSE = late_pattern("[\u0e00-\u0e7f\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]")
COUNT_WORDS = 6
"""Words of a line before a list that only says what is listed, «128 results found for chips»."""
_MEDIA = frozenset({
    "VideoObject", "AudioObject", "PodcastEpisode", "PodcastSeries", "RadioSeries", "TVSeries",
    "Clip",
})  # fmt: skip
_PERSONS = frozenset({"ProfilePage"})
_WARES = frozenset({"Product", "ProductGroup", "IndividualProduct", "ProductModel"})
_JOBS = frozenset({"JobPosting"})
_OF_SITE = frozenset({"AboutPage", "ContactPage", "CheckoutPage"})


def check_is_text(meta: Metadata, words: int) -> None:
    """Raise `UnusablePage` (NOT_ARTICLE) for a page whose matter is to be seen, heard, bought or
    visited, a person, a job or the site itself.

    It says so, does not say that it is an article too, and has no more text than a description.
    """
    named = {kind.rsplit("/", 1)[-1] for kind in meta.types}
    if any(kind.lower().endswith(("article", "posting")) for kind in named - _JOBS):
        return
    if words < DESCRIBED_WORDS and named & _JOBS:
        raise UnusablePage(Reason.NOT_ARTICLE, "the page is of a job")
    if words < DESCRIBED_WORDS and named & _OF_SITE:
        raise UnusablePage(Reason.NOT_ARTICLE, "the page is of the site itself")
    if words >= MEDIA_WORDS:
        return
    if any(kind.endswith("Event") for kind in named):
        raise UnusablePage(Reason.NOT_ARTICLE, "the page is of an event")
    if named & _MEDIA or any(kind.startswith(("og:video", "og:music")) for kind in meta.types):
        raise UnusablePage(Reason.NOT_ARTICLE, "the page is of a video or a recording")
    if named & _PERSONS or any(kind.startswith("og:profile") for kind in meta.types):
        raise UnusablePage(Reason.NOT_ARTICLE, "the page is of a person")
    if named & _WARES or any(kind.startswith("og:product") for kind in meta.types):
        raise UnusablePage(Reason.NOT_ARTICLE, "the page is of something for sale")


def check_is_as_listed(doc: Document, meta: Metadata, listed: str, text: str) -> None:
    """Raise `UnusablePage` (ERROR_PAGE) for a page of little text, not called an article, whose
    title and text hold next to none of the words by which its list calls it.

    Where an article was, servers show walls, errors and notices of their own, in any words.
    """
    if len(text) >= LITTLE_CHARS or meta.is_called_article:
        return
    words = _words_of(listed)
    heads = [text_of_element(element) for tag in ("title", "h1") for element in doc.all_of(tag)]
    said = plain(" ".join([*heads, text]))
    if len(words) >= TITLE_WORDS and 10 * sum(word in said for word in words) < len(words):
        raise UnusablePage(Reason.ERROR_PAGE, f"it holds nothing of «{listed[:100]}»")


def _words_of(listed: str) -> set[str]:
    """The beginnings of a title's longer words; of scripts without spaces, its pairs of signs."""
    found: set[str] = set()
    for word in re.findall(r"[^\W\d_]+", plain(listed)):
        if _DENSE.search(word):
            found.update(word[at : at + 2] for at in range(len(word) - 1))
        elif len(word) >= (size := 5 if word.isascii() else 4):
            found.add(word[:size])
    return found


def check_is_no_list(meta: Metadata, body: Cleaned) -> None:
    """Raise `UnusablePage` (LISTING_PAGE) for a page without an author and a date, and not called
    an article, each block of which is another article's or stands below its linked headline; the
    first may say how many are listed, «128 results found».

    Where an article was, sites show their section's or home page, with status 200.
    """
    if meta.is_told_from_lists:
        return
    removed = {line.index for line in body.removed}
    teasers = {line.index for line in body.removed if line.rule == "region:teaser"}
    size = len(body.kept) + len(removed)
    kept = [at for at in range(size) if at not in removed]
    counts = bool(kept) and _counts(body.kept[0].text)
    listed = kept[counts:]
    if max(len(listed), 0 if listed else len(teasers)) < LIST_BLOCKS:
        return
    if all(at - 1 in teasers for at in listed):
        raise UnusablePage(Reason.LISTING_PAGE, "each of its blocks is another article's teaser")


def check_is_no_topic(doc: Document, meta: Metadata, title: str, text: str) -> None:
    """Raise `UnusablePage` (LISTING_PAGE) for a page without an author and a date, and not called
    an article, of little text above the linked headlines of several articles: what a topic, or a
    section, is. Its address names it so, or it is called a site's page and in a few words.
    """
    if meta.is_told_from_lists or len(text) >= LITTLE_CHARS:
        return
    named = TOPIC_PATH.search(unquote(urlsplit(doc.url).path)) is not None
    if not named and not ("og:website" in meta.types and _is_short(title)):
        return
    heads = (e for tag in ("h2", "h3", "h4") for e in doc.all_of(tag) if _is_linked(e))
    if len({letters(text_of_element(head)) for head in heads}) >= LIST_BLOCKS:
        raise UnusablePage(Reason.LISTING_PAGE, "it introduces the articles that it lists")


def check_is_no_named_topic(doc: Document, meta: Metadata, title: str, body: Cleaned) -> None:
    """Raise `UnusablePage` (LISTING_PAGE) for a page not called an article whose address is a
    topic's and whose headline is that topic's name: with a word for what it is, «Tag: Railways»,
    whatever it lists; by itself where no line of it is prose."""
    path = unquote(urlsplit(doc.url).path)
    if meta.is_told_from_lists or TOPIC_PATH.search(path) is None:
        return
    name, said = letters(path.rstrip("/").rpartition("/")[2]), letters(title)
    kind = said.replace(name, "", 1) if name and name in said else None
    prose = any(len(b.text) >= PROSE_CHARS and b.text[-1] in SENTENCE_ENDS for b in body.kept)
    if kind in _KINDS or (kind == "" and not prose):
        raise UnusablePage(Reason.LISTING_PAGE, "it is called as the topic in its address")


PROSE_CHARS = 80
_KINDS = frozenset(map(letters, read_rules("tag_labels.toml")["kinds"]))
TOPIC_PATH = re.compile(
    r"/(?:tags?|categor(?:y|ies?|ias?)|kategorien?|kategori|topics?|themen?|themes?|temas?"
    r"|sujets?|rubri(?:k|ken|que|ques|c)|labels?|etiquetas?|etiket|etiketler|authors?|wasm|وسم|tagged"
    r"|تصنيف|قسم)/[^/]+/?$",
    re.IGNORECASE,
)
"""How addresses of topics and sections are built."""
TOPIC_WORDS, TOPIC_SIGNS = 3, 8
"""Words of a topic's name at most, and signs where no blanks part words."""


def _is_short(title: str) -> bool:
    dense = _DENSE.search(title) is not None
    return len(title) <= TOPIC_SIGNS if dense else len(title.split()) <= TOPIC_WORDS


def _is_linked(heading: HtmlElement) -> bool:
    """Whether a heading is a link's, or holds no more than one."""
    around = heading.getparent()
    if around is not None and around.tag == "a":
        return True
    link = heading.find(".//a[@href]")
    return link is not None and text_of_element(link) == text_of_element(heading)


def check_tells(meta: Metadata, body: Cleaned) -> None:
    """Raise `UnusablePage` (NOT_ARTICLE) for a page without an author and a date, and not called
    an article, of rows alone, none of which is a sentence: rates, scores, hours."""
    if meta.is_called_article:
        return
    if all(b.kind in _ROWS and b.text[-1:] not in SENTENCE_ENDS for b in body.kept):
        raise UnusablePage(Reason.NOT_ARTICLE, "it holds rows alone, and no sentence")


_ROWS = frozenset({BlockKind.TABLE_ROW, BlockKind.LIST_ITEM})


def _counts(text: str) -> bool:
    return len(text.split()) <= COUNT_WORDS and any(map(str.isdigit, text))
