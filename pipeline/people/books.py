"""What is told of a book or a film beside its author, who is not the author of the review."""

from __future__ import annotations

from pipeline.patterns.word_patterns import WordPattern

_OF_BOOK = WordPattern(
    r"\s*(?:isbn|publishers?|pages|verlag|éditeur|editorial|editora|editore|uitgeverij?|yayınevi|издательство|"
    r"wydawnictwo|penerbit|دار النشر|ناشر(?:ون)?|الطبعة|عدد الصفحات|出版社|출판사)\s*(?:[:：]|$)"
    r"|\s*(?:directed by|starring|music by|produced by|running time|regie|darsteller|besetzung|"
    r"réalisation|réalisé par|dirigida por|reparto|regia|interpreti|direção|elenco|reżyseria|"
    r"obsada|yönetmen|oyuncular|режисс[её]р|в ролях|إخراج|بطولة|کارگردان|بازیگران|"
    r"导演|主演|監督|감독|출연)\s*(?:[:：]|$)"
    r"|\s*الناشر\s*[:：]?\s*(?:$|دار\s|مكتبة|منشورات|مؤسسة|المركز\s|الهيئة\s)",
)


def tells_of_book(text: str) -> bool:
    """Whether a line or a label tells who printed a book, or how many pages it has, or who made a
    film: «ISBN: …», «Directed by»."""
    return _OF_BOOK.match(text[:MAX_LABEL_CHARS].lower()) is not None


MAX_LABEL_CHARS = 60
