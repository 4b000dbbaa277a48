"""Who made a site, whom its metadata may name as author and its foot as maker: «Theme by …»."""

from __future__ import annotations

import re
from collections.abc import Sequence

from pipeline.declared.metadata import Metadata
from pipeline.page.elements import letters
from pipeline.page.html import Document
from pipeline.patterns.word_patterns import WordPattern
from pipeline.people.byline_words import any_of, words
from pipeline.people.written_lines import is_written, lines_with
from pipeline.records import Origin

MAKERS = frozenset({"dc.creator", "dcterms.creator", "dc.contributor", "web_author", "creator"})
"""Elements of metadata that name who made a page, which need not be who wrote its article."""
_OF_PAGE = MAKERS | {"author"}
"""Those that a page of any kind may have, be it an article's or not."""
OF_MAKER = re.compile(r"(?:(\S.*?)(?:\s[-–—|]|,)\s)?(?:\w[\w-]*\.)+[a-z]{2,10}")
"""A host's name, behind what it holds perhaps: «Culture et sciences - courier.example.com», «Studio
Harbour, www.harbour.example»."""
_MADE = WordPattern(
    rf"\b(?:(?:{any_of(words('made_by'))})|(?:{any_of(words('made'))})\s?:)\s*:?\s*$",
    re.IGNORECASE,
)
"""What a foot says right before the name of who made the site."""


def are_unseen(doc: Document, meta: Metadata, authors: Sequence[str]) -> bool:
    """Whether only a page's meta elements name its `authors`, and no reader sees them: of a page
    that no day is told of and that is not called an article they are who made it."""
    if meta.is_called_article:
        return False
    told = {letters(p.name) for p in meta.authors if p.key in _OF_PAGE}
    told -= {letters(p.name) for p in meta.authors if p.key not in _OF_PAGE}
    told -= {letters(p.name) for p in meta.authors if p.origin is not Origin.META}
    return bool(authors) and all(
        letters(name) in told and not is_written(doc, name) for name in authors
    )


def has_made_site(doc: Document, name: str) -> bool:
    """Whether a page writes a name only behind what says that its bearer made the site."""
    lines = [text for text, _ in lines_with(doc, name)]
    return bool(lines) and all(_MADE.search(text.partition(name)[0]) for text in lines)
