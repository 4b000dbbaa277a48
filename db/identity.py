"""Which article a page is, and what has changed in it.

The rules by which nothing is stored twice; `db.write` acts on them.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable
from urllib.parse import urlsplit

from sqlalchemy import exists, or_, select
from sqlalchemy.orm import Session

from db.column_types import storable
from db.models import AppearanceRow, ArticleRow, LinkRow, ListingRow, RevisionRow, SourceRow
from db.rows import policy_values
from pipeline.records import Article
from pipeline.twins import is_twin, twin_addresses
from pipeline.url_shapes import is_script_alone
from pipeline.urls import same_site
from pipeline.words.folding import fold

_SHINGLE = 3
_SAME_TEXT = 0.5
"""Share of the shorter text's three-word runs that must stand in the other for both to be one
article under two addresses: a print or AMP page keeps nearly all, another article nearly none."""


_COPIES = 200
"""Articles of one title and text that are looked at: an agency's report is on some dozens of sites.
"""

_TO_THE_MINUTE = len("2026-11-29T10:00")
_BEGINNING = 0.5
_NEARLY_ALL = 0.9
"""The share where the titles differ: articles of one template share half of their words."""


def find_article(s: Session, link: LinkRow, article: Article) -> ArticleRow | None:
    """The stored article that a page is, None for a new one.

    By its own address, then by the link that led to it before, then by the canonical address that
    it claims (where the text agrees), then by the same title and text in the same source or on the
    same site, then as the AMP or print page of another (where the text agrees).
    """
    found = _by_url(s, article.url)
    if found is not None and found.current and not _owns_address(s, found, article):
        found = None
    if found is None and link.article_id is not None:
        known = s.get(ArticleRow, link.article_id)
        if known is not None and (
            speaks_for(s, link, known, article) or _still_shows(known, article)
        ):
            found = known
    if found is None:
        claimed = sound_canonical(s, link, article)
        named = _by_url(s, claimed) if claimed else None
        if named is not None and named.current and same_text(named.current, article):
            found = named
    return found or _same_content(s, link.source_id, article) or _twin(s, article)


def speaks_for(s: Session, link: LinkRow, known: ArticleRow, article: Article) -> bool:
    """Whether a link's page may change the article, or is only another address of it.

    Pages that show one article under several addresses differ in small ways (print, AMP); were
    each of them to write revisions, every visit would add some. Where the one that does is gone,
    since the site moved its articles, the next speaks for it.
    """
    if known.url in (article.url, link.url) or _takes_over(known, article):
        return True
    principal = s.scalar(
        select(LinkRow.id)
        .where(LinkRow.article_id == known.id)
        .order_by(LinkRow.state == "gone", (LinkRow.url == known.url).desc(), LinkRow.id)
        .limit(1)
    )
    return principal is None or principal == link.id


def free_address(s: Session, link: LinkRow, article: Article) -> str:
    """The address under which a new article is stored: its canonical one where that can be
    believed and no other article has it, else its own."""
    claimed = sound_canonical(s, link, article)
    return claimed if claimed and _by_url(s, claimed) is None else article.url


def readdress(s: Session, link: LinkRow, known: ArticleRow, article: Article) -> None:
    """Give an article that was stored as its AMP or print page the address of the plain one, and
    one whose page is gone the address at which it stands now."""
    if _takes_over(known, article):
        known.url = free_address(s, link, article)
    elif known.url not in (article.url, link.url) and _is_left(s, known):
        address = free_address(s, link, article)
        if sound_canonical(s, link, article) != known.url and _by_url(s, address) is None:
            known.url = address


def sound_canonical(s: Session, link: LinkRow, article: Article) -> str | None:
    """The canonical address that a page claims, None where it cannot be an article's.

    Templates name the home page, the section, another site or their script by mistake.
    """
    claimed = article.canonical_url
    if claimed is None or claimed == article.url:
        return claimed
    if not same_site(claimed, article.url) or _is_home(claimed):
        return None
    if is_script_alone(claimed, article.url):
        return None
    section = s.scalar(select(SourceRow.section_url).where(SourceRow.id == link.source_id))
    listing = select(ListingRow.id).where(
        ListingRow.source_id == link.source_id, ListingRow.url == claimed
    )
    if claimed in (section, link.found_in) or s.scalar(listing) is not None:
        return None
    return claimed


def change_of(old: RevisionRow, new: Article) -> str | None:
    """The kind of revision that an article has become; None where a reader sees no change.

    `headline`: only the title; `content`: the text; `cosmetic`: marks and punctuation, what is
    said about the article, or lines that cleaning now removes or keeps. What changes at each
    visit by itself (removed lines, the image's address, the time of change) is no revision, nor is
    the beginning that a paywall leaves of a text that was free.
    """
    if old.content_hash == new.content_hash:
        return "cosmetic" if _details_differ(old, new) else None
    same_title = fold(old.title) == fold(new.title)
    if same_title and _is_beginning(old, new):
        return None
    if not same_title:
        return "headline" if fold(old.text) == fold(new.text) else "content"
    return "cosmetic" if _only_cleaning_differs(old, new) else "content"


def _is_beginning(old: RevisionRow, new: Article) -> bool:
    """Whether the new text is only how the old one begins: less than half of it, or as much as a
    page shows that says that it is not free."""
    words, all_words = fold(new.text), fold(old.text)
    if not words or not all_words.startswith(words + " "):
        return False
    return new.paywalled is True or len(words) < len(all_words) * _BEGINNING


def same_text(old: RevisionRow, new: Article) -> bool:
    """Whether two pages show one article: the same text, or most of the shorter one under one
    title, or nearly all of it under another."""
    if old.content_hash == new.content_hash:
        return True
    same_title = fold(old.title) == fold(new.title)
    alike = _alike(old, new)
    if alike is None:
        return same_title
    return alike >= (_SAME_TEXT if same_title else _NEARLY_ALL)


def _alike(old: RevisionRow, new: Article) -> float | None:
    """The share of the shorter text's three-word runs that stand in the other; None where it has
    none."""
    first, second = shingles(old.text), shingles(new.text)
    shorter = min(len(first), len(second))
    return len(first & second) / shorter if shorter else None


def _by_url(s: Session, url: str) -> ArticleRow | None:
    return s.scalar(select(ArticleRow).where(ArticleRow.url == url))


def _owns_address(s: Session, known: ArticleRow, article: Article) -> bool:
    """False where a page claimed another's address as its canonical one, and now that one comes.

    The false claimant goes back to its own address, if that is free.
    """
    assert known.current is not None
    if same_text(known.current, article):
        return True
    urls = s.scalars(
        select(LinkRow.url).where(LinkRow.article_id == known.id).order_by(LinkRow.id)
    ).all()
    if not urls or known.url in urls or known.current.canonical_url != known.url:
        return True
    if _by_url(s, urls[0]) is not None:
        return True
    known.url = urls[0]
    s.flush()
    return False


def _same_content(s: Session, source_id: str, article: Article) -> ArticleRow | None:
    """The first article of the same title and text that the source has, or that is of the same
    site: two of its sections may name one article by two addresses."""
    of_source = exists().where(
        AppearanceRow.article_id == ArticleRow.id, AppearanceRow.source_id == source_id
    )
    found = s.execute(
        select(ArticleRow, of_source)
        .join(RevisionRow, RevisionRow.id == ArticleRow.current_revision_id)
        .where(RevisionRow.content_hash == article.content_hash)
        .order_by(ArticleRow.id)
        .limit(_COPIES)
    )
    for known, has in found:
        if has or same_site(known.url, article.url):
            return known
    return None


def _takes_over(known: ArticleRow, article: Article) -> bool:
    """True where an article is stored as its AMP or print page, and the plain one comes: that is
    the page which says all about it."""
    return is_twin(known.url) and not is_twin(article.url)


def _still_shows(known: ArticleRow, article: Article) -> bool:
    """Whether a page that was another address of an article is that yet, though it was changed: it
    has its headline, nearly all of its text, or half of it and its very time."""
    old, published = known.current, article.published
    if old is None or fold(old.title) == fold(article.title) or same_text(old, article):
        return True
    if published is None or not published.has_time:
        return False
    return old.published_as == published.isoformat() and (_alike(old, article) or 0) >= _SAME_TEXT


def _is_left(s: Session, known: ArticleRow) -> bool:
    """Whether the page at an article's address is gone, whichever source asked for it."""
    states = s.scalars(select(LinkRow.state).where(LinkRow.url == known.url)).all()
    return bool(states) and set(states) == {"gone"}


def _twin(s: Session, article: Article) -> ArticleRow | None:
    """The article of which a page is the AMP or print page, or that is one of it."""
    addresses = twin_addresses(article.url)
    for known in s.scalars(select(ArticleRow).where(ArticleRow.url.in_(addresses))):
        if known.current and same_text(known.current, article):
            return known
    return None


def _is_home(url: str) -> bool:
    parts = urlsplit(url)
    return parts.path in ("", "/") and not parts.query


def _details_differ(old: RevisionRow, new: Article) -> bool:
    """A value that a page no longer gives, or gives less exactly, is not a change: a feed may have
    given it before, or the site had another template."""
    published = new.published.isoformat() if new.published else None
    if published and old.published_as and _says_less(published, old.published_as):
        published = None
    said = (
        (old.title, storable(new.title)),
        (old.text, storable(new.text)),
        (old.description, storable(new.description) if new.description else None),
        (list(old.authors), list(new.authors)),
        (old.published_as, published),
        (old.language, new.language),
        (old.paywalled, new.paywalled),
        (old.policy, policy_values(new)),
    )
    return any(after not in (None, []) and before != after for before, after in said)


def _says_less(now: str, before: str) -> bool:
    """Whether a time in ISO 8601 is another one without its seconds, its offset, or its hour."""
    return len(now) < len(before) and before.startswith(now[:_TO_THE_MINUTE])


def _only_cleaning_differs(old: RevisionRow, new: Article) -> bool:
    old_kept = _lines(block["text"] for block in old.blocks)
    new_kept = _lines(block.text for block in new.blocks)
    old_all = old_kept | _lines(item["text"] for item in old.removed)
    new_all = new_kept | _lines(item.text for item in new.removed)
    return old_kept <= new_all and new_kept <= old_all


def _lines(texts: Iterable[str]) -> set[str]:
    return {fold(line) for text in texts for line in text.splitlines()}


def shingles(text: str) -> set[tuple[str, ...]]:
    """The runs of three words of a text, folded."""
    words = fold(text).split()
    return {tuple(words[at : at + _SHINGLE]) for at in range(len(words) - _SHINGLE + 1)}


def addresses_of_articles(s: Session, source_id: str, most: int) -> dict[int, set[str]]:
    """The addresses of articles to which a source's newest links with parameters led, by their ids:
    those of the links, and the articles' own."""
    query = (
        select(LinkRow.article_id, LinkRow.url, ArticleRow.url)
        .join(ArticleRow, ArticleRow.id == LinkRow.article_id)
        .where(LinkRow.source_id == source_id, LinkRow.url.contains("?", autoescape=True))
        .order_by(LinkRow.id.desc())
        .limit(most)
    )
    found: defaultdict[int, set[str]] = defaultdict(set)
    for article_id, url, own in s.execute(query):
        found[article_id or 0] |= {url, own}
    return found


def urls_with_parameters(s: Session, source_id: str, names: Collection[str]) -> Iterable[str]:
    """The URLs of a source's links that have one of these parameters; articles' come first."""
    has = (
        LinkRow.url.contains(f"{sign}{name}=", autoescape=True) for name in names for sign in "?&"
    )
    query = select(LinkRow.url).where(LinkRow.source_id == source_id, or_(*has))
    return s.scalars(query.order_by(LinkRow.article_id.is_(None), LinkRow.id))
