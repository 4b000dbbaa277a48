"""A text that is one person's name and no more."""

from __future__ import annotations

import re

from pipeline.lines.known_lines import is_known_line
from pipeline.patterns.late_patterns import late_pattern
from pipeline.patterns.word_patterns import WordPattern
from pipeline.people.byline_words import any_of, words
from pipeline.people.common_names import has_article
from pipeline.people.dense_persons import (
    FOREIGN_NAME,
    NO_GIVEN,
    WITH_KANA,
    is_dense_person,
    is_japanese_by_given,
)
from pipeline.people.filed import WITH_BEHIND, tells_with_whom
from pipeline.people.name_shapes import is_cased_as_name, is_name, words_of_name
from pipeline.people.names import clean_names

WORDS = (2, 4)
"""Words of a person's name that is taken without a mark, particles not counted: fewer are a place
or a section, more a desk or a sentence. Without spaces, its letters."""

NO_PERSON = WordPattern(
    rf"[\d:/|@؟?!…]|(?<!\w)(?:{any_of([*words('facts'), *words('wires')])})(?!\w)", re.IGNORECASE
)
"""What no line holds that is a person's name."""
_WITHOUT_SPACES = late_pattern("[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]")
_DENSE_NAME = late_pattern(
    "[\u3400-\u9fff]{2,4}|[\uac00-\ud7af]{2,4}|[\u3400-\u9fff]{1,3} [\u3400-\u9fff]{1,3}"
)


def lone_person(text: str) -> str | None:
    """The name, where a text is one person's and no more."""
    least, most = WORDS
    if _WITHOUT_SPACES.match(text):
        dense = clean_names(text)
        shaped = len(dense) == 1 and (
            _DENSE_NAME.fullmatch(dense[0])
            or WITH_KANA.fullmatch(dense[0])
            or is_dense_person(dense[0])
            or is_japanese_by_given(dense[0].replace(" ", ""))
        )
        return dense[0] if shaped else None
    if not least <= words_of_name(text) <= most or NO_PERSON.search(text):
        return None
    if text.startswith("ال") and not (has_article(text) or text.startswith(_TITLES)):
        return None
    if tells_with_whom(text) or text.endswith(WITH_BEHIND):
        return None
    if text.startswith("The ") or _PHRASE.search(text) or is_known_line(text):
        return None
    names = clean_names(text)
    if len(names) != 1 or not least <= len(names[0].split()) or names[0] not in text:
        return None
    return names[0] if is_name(names[0]) and is_cased_as_name(names[0]) else None


_TITLES = tuple(
    f"{title} "
    for title in (
        "الأستاذ", "الأستاذة", "الدكتور", "الدكتورة", "اللواء", "العميد", "العقيد", "السفير",
        "السفيرة", "المهندس", "المهندسة", "المستشار", "المستشارة", "القاضي", "المحامي", "المحامية",
    )
)  # fmt: skip
"""What only a person has, and no place or section."""


def says_more_than(text: str, name: str) -> bool:
    """Whether a text holds all of one person's name, and more: «More from Jane Doe»."""
    before, found, behind = text.partition(name) if name else ("", "", "")
    if not found or not (before or behind) or lone_person(name) != name:
        return False
    return _WITHOUT_SPACES.match(name) is not None or not (
        before[-1:].isalnum() or behind[:1].isalnum()
    )


_OF = "der|des|du|del|della|vom|zum|zur"
_PHRASE = re.compile(
    rf"(?<=\w) (?:{_OF}|beim|do|da) \w+ (?:{_OF}) "
    r"|(?<!\w)(?:[Cc]lick|[Hh]ere|هنا|اضغط|انقر|اینجا|کلیک|یہاں|لێرە)(?!\w)"
)
"""Two particles with a word between them: «Fresh fish of the harbour of the town», in languages
whose particles stand in names too, but next to each other there."""


_SIGNED_DENSE = late_pattern("[\u3005\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]{2,6}")


def is_signer(name: str) -> bool:
    """Whether a name that a line signs a text with can be a person's."""
    if NO_PERSON.search(name) or not is_name(name) or name.count("(") != name.count(")"):
        return False
    if _SIGNED_DENSE.fullmatch(name) or FOREIGN_NAME.fullmatch(name):
        return not name.endswith(NO_GIVEN)
    return WORDS[0] <= len(name.split()) <= WORDS[1] and is_cased_as_name(name)
