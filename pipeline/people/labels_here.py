"""Labels of authors that are one language's alone: «Na Asha Juma» on a Swahili page."""

from __future__ import annotations

import re
from functools import cache
from itertools import takewhile

from pipeline.page.html import Document
from pipeline.patterns.rule_files import read_rules
from pipeline.people.lone_person import is_signer
from pipeline.people.names import clean_names
from pipeline.people.placed import without_place

_KNOWN_LABEL = "By"
"""The label that all know, in the stead of the page's own."""


def with_known_label(doc: Document, text: str) -> str:
    """A byline's text that begins with "by" in the page's own language, a word that elsewhere means
    something else or is a part of names, and a person's name, with a label that is known of all
    pages; any other text as it is."""
    rest = _behind_label(doc, text)
    return f"{_KNOWN_LABEL} {_with_commas(doc, rest)}" if rest else text


def _with_commas(doc: Document, rest: str) -> str:
    """What stands behind such a label, with a comma where another begins behind a whole name: «De
    Ana Popa De Ion Stan»."""
    label = _label_of(_spoken(doc))
    for found in label.finditer(rest) if label else ():
        if found.start() and rest[: found.start()].count(" ") > 1:
            return f"{rest[: found.start()].rstrip()}, {_with_commas(doc, rest[found.end() :])}"
    return rest


def names_here(doc: Document, text: str) -> tuple[str, ...]:
    """The persons of a line that begins with such a label, and is no sentence, «Theo Trần Bảo,
    chuyên gia …, thị trường sẽ tăng.»; else empty."""
    if text.endswith(".") and len(text.split()) > MAX_STOPPED_WORDS:
        return ()
    rest = _behind_label(doc, text)
    rest = _with_commas(doc, rest) if rest else None
    names = without_place(clean_names(rest), rest) if rest else ()
    return tuple(takewhile(is_signer, names))


MAX_STOPPED_WORDS = 9
"""Words of a line that ends with a full stop and may yet name who wrote."""


def is_source_here(doc: Document, text: str) -> bool:
    """Whether a line is such a label of several letters and one name that may be a house's: «Theo
    Bến Cảng» on a Vietnamese page is whence the text was taken, not a person called Theo."""
    label = _label_alone(_spoken(doc))
    return label is not None and label.match(text) is not None


def _behind_label(doc: Document, text: str) -> str | None:
    label = _label_of(_spoken(doc))
    begin = label.match(text) if label else None
    return text[begin.end() :] if begin else None


def is_no_label_here(doc: Document, text: str) -> bool:
    """Whether a text begins with a word that elsewhere is "by" and means something else in the
    page's language: «Di Sungai Putih» on an Indonesian page is in that town."""
    others = read_rules("bylines.toml")["elsewhere"]
    words = others.get(_spoken(doc), ())
    return bool(words) and text.partition(" ")[0].lower() in words


def _spoken(doc: Document) -> str:
    """The page's language by its code, without its land; empty where the page does not say it."""
    return (doc.html_language or "")[:3].partition("-")[0]


_CAPITALS = "A-ZÀ-ÞĂĐȘȚŞŢİÔƠƯẠ-Ỹ"


@cache
def _label_of(language: str) -> re.Pattern[str] | None:
    known = read_rules("bylines.toml")["here"].get(language)
    if not known:
        return None
    return re.compile(rf"(?i:{'|'.join(known)})[\s:]\s*(?=[{_CAPITALS}][\w.'’-]*\s[{_CAPITALS}])")


LEAST_LABEL = 4
"""Letters of a label that no name begins with, as names do with «De» and «Le»."""


@cache
def _label_alone(language: str) -> re.Pattern[str] | None:
    known = [
        word for word in read_rules("bylines.toml")["here"].get(language, ()) if word.isalpha()
    ]
    long = [word for word in known if len(word) >= LEAST_LABEL]
    return re.compile(rf"(?:{'|'.join(long)})[\s:]\s*\S") if long else None
