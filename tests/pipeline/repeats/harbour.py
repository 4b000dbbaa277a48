"""Articles of one made-up source, by their texts."""

from __future__ import annotations

from collections.abc import Iterable

from pipeline.records import Article, Block, BlockKind


def article_of(number: int, title: str, texts: Iterable[str], language: str = "en") -> Article:
    """An article of some paragraphs."""
    blocks = tuple(Block(BlockKind.PARAGRAPH, text) for text in texts)
    return Article(
        url=f"https://news.example/harbour/{number}.html",
        canonical_url=None,
        title=title,
        blocks=blocks,
        text="\n\n".join(block.text for block in blocks),
        language=language,
        content_hash=str(number),
        word_count=10,
    )
