"""Labels of authors and of editors: what stands before a name, after it, or for nobody."""

from __future__ import annotations

import re
from functools import lru_cache

from pipeline.page.elements import letters
from pipeline.patterns.late_patterns import late_pattern
from pipeline.patterns.word_patterns import WordPattern
from pipeline.people.byline_words import (
    AFTER,
    DESK_WORDS,
    EDITORS_LABEL,
    JOB_BEFORE_UNSPACED,
    ROLE,
    SILENT,
    SILENT_WORDS,
    any_of,
    find_label,
    words,
)
from pipeline.people.common_names import given_names
from pipeline.people.filed import THINGS, is_filed
from pipeline.punctuation import SENTENCE_ENDS

_ARTICLE = re.compile(r"(?:the|this|our|den|die|der|das|l['’]|el|la|los|las|o|a|il|lo)\s*", re.I)


def is_role(text: str) -> bool:
    """Whether a text names a role and nobody: «the author», «die Autorin», «الكاتب»."""
    bare = _ARTICLE.sub("", text.strip(), count=1)
    return ROLE.fullmatch(bare) is not None or is_label(bare)


def is_label(text: str) -> bool:
    """Whether a text is nothing but a label of authors: «Author:», «الكاتب»."""
    text = text.strip()
    match = find_label(f"{text} ")
    return match is not None and match.end() >= len(text)


_SIGNED = re.compile("[:/–—-]")
_HAN_JOB = re.compile("[者辑編]")


_CLOSED = re.compile(r"[)）\]】]{1,2}(?:\s?\d{5,9})?$")
"""The brackets that close a byline, and the day as agencies write it: «（編輯：王海峰）1151105»."""


@lru_cache(maxsize=2_000)
def cut_before(text: str) -> str | None:
    """What follows "by" at the beginning of a text; None where it does not begin so."""
    bare = text.lstrip("([（【 ")
    if bare != text:
        text = _CLOSED.sub("", bare.rstrip(" "))
    match = find_label(text)
    if match is None and not text.isascii() and _HAN_JOB.search(text, 0, 20):
        match = JOB_BEFORE_UNSPACED.match(text)
    if text[:1].isupper() and (two := _TWO_TASKS.match(text)):
        tasks = {two[1].lower(), two[2].lower()}
        if tasks & SILENT_WORDS and tasks & _TEXTS:
            return text[two.end() :]
    if match is None and (made := _MADE_IT.match(text)) and made[1] in given_names():
        edited = SILENT.match(text) or is_editors_label(text)
        return None if edited else text[made.start(1) :]
    if match is None and (piece := _PIECE_FOR.match(text)):
        return _whose(text, piece)
    if match is None or text.strip().lower() in DESK_WORDS:
        return None
    if text.startswith(_REPORT_OF) and given_names().isdisjoint(text.split()[2:]):
        return None  # «گزارشی از بازار» tells of the market
    thing = _OF_THING.match(text, match.end())
    if thing and letters(thing[1]) in THINGS:
        return None  # «Автор книги: …»
    other = SILENT.match(text)
    if other is not None and other.end() > match.end():
        return None  # «حوار مع» says who was asked, «حوار» who asked
    rest = text[match.end() :]
    if rest.startswith("ال") and " " not in rest and text[match.end() - 1] == " ":
        edited = is_editors_label(text) and not _SIGNED.search(text)
        return None if edited else rest  # «تحرير المنصة» is a desk
    return rest


def names_kind(text: str) -> bool:
    """Whether a text begins with what it may be called and whose that is, with no sign between: «Le
    point de vue de Jane Doe» may head a section of a text too."""
    return _OF_KIND.match(text) is not None


_OF_KIND = WordPattern(
    r"(?:(?:the|an?|une?|un|una|eine?|die|der|das|um|uma|o|a|een|het|de|la|le|el|il|lo)\s+|l['’])?"
    rf"(?:{any_of([*words('kinds'), *words('opinions')])})\s+"
    r"(?:of|von|de|du|des|di|do|da|van|av|af)\s+",
    re.IGNORECASE,
)


def heads_others(text: str) -> bool:
    """Whether a brief line ends with a colon and is no label of authors: «Media contact:» says who
    answers questions, «Guests:» who was asked."""
    return text[-1:] in (":", "：") and len(text) <= MAX_HEAD_CHARS and cut_before(text) is None


MAX_HEAD_CHARS = 70


def is_filed_line(text: str) -> bool:
    """Whether a line begins with a label of what it is filed under or tells of, «Guest: …», that is
    none of its author's, «Guest post: …»."""
    label = _FILED_LABEL.match(text)
    # Before a sign the house may stand: «صدى المدينة - متابعة: …».
    filed = label is not None and is_filed(_SIGN.split(label[1])[-1])
    return filed and cut_before(text) is None


_FILED_LABEL = re.compile(r"([^:：]{1,40})[:：]")
_SIGN = re.compile(r"\s[-–—|/ـ]+\s")
_OF_THING = re.compile(r"([^\W\d_]+)\s?[:：]")
"""What else a label names behind "author", before its colon."""
_MADE_IT = late_pattern(
    r"و?[\u0621-\u064a\u064b-\u0652]{3,9}ها\s+([\u0621-\u064a]+)(?=\s[\u0621-\u064a])"
)
"""A verb and «it» before a given name of a byline, as «كتبها» is: «صاغها أنس بوشاح»."""
_REPORT_OF = "گزارشی از "
"""A report, and who made it or what it tells of: Persian says both so."""
_PIECE_FOR = late_pattern(
    r"(?:ال)?(?:مقال|مقالة|تدوينة|خاطرة)(?:\sرأي)?\s(?:لـ\s?(?=[\u0621-\u064a])"
    r"|لل(?:أستاذ|دكتور|باحث|صحفي|صحافي|إعلامي|مهندس|محامي|مفكر|أديب|شاعر|زميل)ة?\s"
    r"|ل(?=[\u0621-\u064a]))"
)
"""What a text is called, and whose it is: «مقال لـ سارة أحمد», «مقال للدكتور علي حسن»."""


def _whose(text: str, piece: re.Match[str]) -> str | None:
    """What follows «an article of» where it is a person's name: by a title, or a common given
    name."""
    name = text[piece.end() :]
    titled = piece[0].endswith(" ") and " لل" in piece[0]
    return name if titled or name.split()[0] in given_names() else None


_TWO_TASKS = late_pattern(
    r"([^\W\d_]+)(?:\s(?:e|y|et|und|and|en|och|og|i|и|та|a|ve|ja|és|și|και|və)\s|\s?[&/–-]\s?)"
    r"([^\W\d_]+)"
    r"(?:\s(?:di|de|von|by|van|par|por|av|af)\s|\s?:\s)"
    r"(?=[A-ZÀ-ÞΑ-ΫА-ЯЁІЇЄҐŞİĞƏÇȘȚŁŚŻ]\S*\s[A-ZÀ-ÞΑ-ΫА-ЯЁІЇЄҐŞİĞƏÇȘȚŁŚŻ])"
)
"""«Testo e foto di Jane Doe», «Фото и текст: …»: who pictured and wrote, whatever the words."""
_TEXTS = frozenset(word for kind in ("kinds", "labels", "before") for word in words(kind))


def cut_after(text: str) -> str:
    """A name without what follows it: «Jane Doe on Monday» gives «Jane Doe», and so does «Jane Doe.
    She builds boats in Leeds.»"""
    told = _AND_TOLD.match(text) if text[-1:] in SENTENCE_ENDS else None
    return AFTER.sub("", told[1] if told else text)


_AND_TOLD = re.compile(
    r"(\S+(?:\s\S+){0,2}\s[^\W\d_][\w'’-]*[^\W\d_]{3})\.\s(?:She|He|They|Her|His|Their|I|My|Sie|Er|Ihre?|"
    r"Elle|Il|Ella|Él|Lei|Lui|Ela|Ele|Zij|Hij|Hon|Han|Hun|هو|هي|وهو|وهي)\s(?:\S+\s)+\S+$"
)
"""A sentence behind a name that a label tells: what its bearer does."""


TRANSLATED = WordPattern(rf"(?:{any_of(words('translated'))})\s*[:：/–-]?\s*\S", re.IGNORECASE)
"""What says who translated: no author, whether or not another line says who wrote."""
_AND_MADE = WordPattern(
    rf"\S+\s+و\s?(?:{any_of([*words('before'), *words('labels'), *words('editors')])})[\s:：]"
)


def is_translators_label(text: str) -> bool:
    """Whether a text begins with the label of those who translated what others wrote, and did no
    more: «ترجمة وإعداد: سارة أحمد» made the text."""
    return TRANSLATED.match(text) is not None and _AND_MADE.match(text) is None


_TYRE = "صور"
"""A town too, before who writes from there."""
_PICTURED = WordPattern(
    rf"(?:{any_of(word for word in words('silent') if word != _TYRE)})"
    r"\s*(?:\s[-–—ـ]|[=＝]|(?<=[\u0621-\u064a])[-–—](?=\s))\s*(?=[^\W\d_])",
    re.IGNORECASE,
)


def is_credit_of_picture(text: str) -> bool:
    """Whether a text begins with a label of those who pictured, and a sign, no colon: «تصوير -
    سارة أحمد», «사진=김철수»; or with the sign of rights; or tells what a picture shows, its width
    and its day: «The port - The Courier, 1920, 16.08.2026»."""
    return _PICTURED.match(text) is not None or _OF_FILE.search(text) is not None


_OF_FILE = re.compile(r"^©|[,،]\s?\d{3,4}[,،]\s?\d{1,2}[./]\d{1,2}[./]\d{4}(?!\d)")


POSTED = WordPattern(rf"(?:{any_of(words('posts'))})[\s:：]", re.IGNORECASE)
"""Who put on the page what another may have written: «Published by: A | Reported by: B»."""


def is_editors_label(text: str) -> bool:
    """Whether a text begins with the label of those who edited or checked what others wrote."""
    return EDITORS_LABEL.match(text.lstrip()) is not None


_WRITTEN_FOR = late_pattern(
    r"^(?!the\s|.*(?:organi[sz]|committee|cent(?:er|re)\b|institut|council|network|foundation|"
    r"ministr|initiative|campaign|alliance|associa|society|coalition|agenc|department|union|"
    r"office|fund\b))"
    r"(\S+\s+\S.*?)\s+(?:for|via|für|pour|para|per|voor|för|special (?:to|for))\s+"
    r"(?:the\s+)?(?-i:(?=[A-ZÀ-Þ])).*$",
    re.IGNORECASE,
)


def without_client(name: str) -> str:
    """A person's name without the house that they wrote for: «Jane Doe for The Post». What
    organisations are for is their name."""
    return _WRITTEN_FOR.sub(r"\1", name)
