"""The article record: what `extract`, `show`, exports and the API print of one article."""

from __future__ import annotations

from typing import Any

from pipeline.records import Article, Block, Policy, Removed


def article_record(article: Article) -> dict[str, object]:
    """An article as JSON types, keys in the documented order.

    What only the database knows (revision, story, times of crawling) is added by its readers.
    """
    published, modified = article.published, article.modified
    return {
        "url": article.url,
        "canonical_url": article.canonical_url,
        "source": article.source,
        "section": article.section,
        "title": article.title,
        "description": article.description,
        "authors": list(article.authors),
        "tags": list(article.tags),
        "published_at": published.isoformat() if published else None,
        "published_at_origin": str(published.origin) if published else None,
        "modified_at": modified.isoformat() if modified else None,
        "language": article.language,
        "text": article.text,
        "blocks": [block_record(block) for block in article.blocks],
        "image_url": article.image_url,
        "paywalled": article.paywalled,
        "live_blog": article.live_blog,
        "policy": policy_record(article.policy),
        "removed": [removed_record(removed) for removed in article.removed],
        "word_count": article.word_count,
        "content_hash": article.content_hash,
        "extractor": article.extractor,
    }


def block_record(block: Block) -> dict[str, Any]:
    """One block; `level` only where it is a heading's."""
    record: dict[str, Any] = {"kind": str(block.kind), "text": block.text}
    if block.level is not None:
        record["level"] = block.level
    return record


def removed_record(removed: Removed) -> dict[str, Any]:
    """One line of the ledger."""
    return {"text": removed.text, "rule": removed.rule, "index": removed.index}


def policy_record(policy: Policy) -> dict[str, Any]:
    """The opt-out signals seen: keys without a signal are null or empty."""
    return {
        "robots_meta": list(policy.robots_meta),
        "x_robots_tag": list(policy.x_robots_tag),
        "tdm_reservation": policy.tdm_reservation,
        "tdm_policy": policy.tdm_policy,
        "opted_out": policy.opted_out,
        **({"content_signal": list(policy.content_signal)} if policy.content_signal else {}),
        **({"robots_ai": list(policy.robots_ai)} if policy.robots_ai else {}),
    }
