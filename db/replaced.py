"""A page that holds another article where a stored one was: a new version, or a site at fault."""

from __future__ import annotations

from sqlalchemy import ColumnElement, exists, select
from sqlalchemy.orm import Session

from db.identity import shingles
from db.models import AppearanceRow, ArticleRow, LinkRow, RevisionRow
from pipeline.errors import Reason, Rejected
from pipeline.records import Article
from pipeline.words.folding import fold

LEAST_RUNS = 20
"""Three-word runs of a text from which it tells what it is about."""
_ALIKE_TEXT = 0.1
"""Share of the shorter text's three-word runs: of two articles of one site nearly none are equal,
of two versions, however rewritten, some are."""
_ALIKE_TITLE = 1 / 3
_LONG = 4
"""Letters of a title's word that is no particle."""


def another_in_its_place(s: Session, link_id: int, article: Article) -> Rejected | None:
    """Why what a stored article's page holds now is no version of it; None where it may be one.

    It has nothing of its title and of its text. A site at fault, or in other hands, answers many
    addresses with one page: what stands at several of them is none of their articles'. What
    stands at one alone is taken at the second look: the address has another article now.
    """
    link = s.get(LinkRow, link_id)
    known = s.get(ArticleRow, link.article_id) if link and link.article_id else None
    if link is None or known is None or known.current is None:
        return None
    if article.url not in (known.url, link.url) or not _is_another(known.current, article):
        return None
    detail = f"it holds «{article.title[:100]}» in the article's place"
    seen = (link.reason, link.detail) == (Reason.ERROR_PAGE.value, detail)
    if seen and not s.scalar(select(_stands_elsewhere(link, detail, article))):
        return None
    return Rejected(Reason.ERROR_PAGE, detail)


def _stands_elsewhere(link: LinkRow, detail: str, article: Article) -> ColumnElement[bool]:
    other_link = exists().where(
        LinkRow.source_id == link.source_id,
        LinkRow.id != link.id,
        LinkRow.reason == Reason.ERROR_PAGE.value,
        LinkRow.detail == detail,
    )
    other_article = exists().where(
        RevisionRow.content_hash == article.content_hash,
        RevisionRow.article_id != link.article_id,
        AppearanceRow.article_id == RevisionRow.article_id,
        AppearanceRow.source_id == link.source_id,
    )
    return other_link | other_article


def _is_another(old: RevisionRow, new: Article) -> bool:
    was, now = _telling(old.title), _telling(new.title)
    least = min(len(was), len(now))
    if least == 0 or len(was & now) >= _ALIKE_TITLE * least:  # nearly always: no text is compared
        return False
    first, second = shingles(old.text), shingles(new.text)
    shorter = min(len(first), len(second))
    return shorter >= LEAST_RUNS and len(first & second) <= _ALIKE_TEXT * shorter


def _telling(title: str) -> set[str]:
    return {word for word in fold(title).split() if len(word) >= _LONG}
