"""What is told of a book beside its author, whom nobody takes for the author of the review."""

from __future__ import annotations

from pipeline.patterns.word_patterns import WordPattern

_OF_BOOK = WordPattern(
    r"\s*(?:isbn|publishers?|pages|verlag|éditeur|editorial|editora|editore|uitgeverij?|yayınevi|издательство|"
    r"wydawnictwo|penerbit|دار النشر|ناشر(?:ون)?|الطبعة|عدد الصفحات|出版社|출판사)\s*(?:[:：]|$)"
    r"|\s*الناشر\s*[:：]?\s*(?:$|دار\s|مكتبة|منشورات|مؤسسة|المركز\s|الهيئة\s)",
)


def tells_of_book(text: str) -> bool:
    """Whether a line or a label tells who printed a book, or how many pages it has: «ISBN: …»."""
    return _OF_BOOK.match(text[:MAX_LABEL_CHARS].lower()) is not None


MAX_LABEL_CHARS = 60
