"""Whether a page's matter is a text, or something to be seen, heard or bought, a person, a list."""

from __future__ import annotations

import re

from pipeline.days.words import plain
from pipeline.declared.metadata import Metadata
from pipeline.errors import Reason, UnusablePage
from pipeline.ledger import Cleaned
from pipeline.page.elements import text_of_element
from pipeline.page.html import Document
from pipeline.patterns.late_patterns import late_pattern

MEDIA_WORDS = 100
"""A page that calls itself a video, a recording, a ware or a person's, and holds fewer words, is
that and no article: they are its description."""
LIST_BLOCKS = 5
"""Teasers from which a page that holds nothing else is a list of articles."""
LITTLE_CHARS = 700
"""Characters of a text that may be a wall's or an error's: the longest of those known have 600."""
TITLE_WORDS = 3
"""Longer words from which a list's title tells what its page must speak of."""
_DENSE = late_pattern("[\u0e00-\u0e7f\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]")
COUNT_WORDS = 6
"""Words of a line before a list that only says what is listed, «128 results found for chips»."""
_MEDIA = frozenset({"VideoObject", "AudioObject", "PodcastEpisode", "Clip"})
_PERSONS = frozenset({"ProfilePage"})
_WARES = frozenset({"Product", "ProductGroup", "IndividualProduct", "ProductModel"})


def check_is_text(meta: Metadata, words: int) -> None:
    """Raise `UnusablePage` (NOT_ARTICLE) for a page whose matter is to be seen, heard or bought, or
    a person.

    It says so, does not say that it is an article too, and has no more text than a description.
    """
    if words >= MEDIA_WORDS:
        return
    named = {kind.rsplit("/", 1)[-1] for kind in meta.types}
    if any(kind.lower().endswith(("article", "posting")) for kind in named):
        return
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
    if len(text) >= LITTLE_CHARS or meta.article or "og:article" in meta.types:
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
    if meta.article or "og:article" in meta.types:
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


def _counts(text: str) -> bool:
    return len(text.split()) <= COUNT_WORDS and any(map(str.isdigit, text))
