"""Who wrote a text, in a line that says who pictured it too: «Texto Ana Prieto Fotografía Luis
Soler», «Jane Doe in Leeds and John Roe in Norwich»."""

from __future__ import annotations

import re

from pipeline.page.elements import letters
from pipeline.patterns.late_patterns import late_pattern
from pipeline.patterns.word_patterns import WordPattern
from pipeline.people.byline_words import any_of, words
from pipeline.people.labels import cut_after, cut_before, is_editors_label
from pipeline.people.name_shapes import has_form_of_person
from pipeline.people.names import clean_names

MAX_CHARS = 120
_WRITERS = any_of([*words("before"), *words("labels")])
_OTHERS = any_of([*words("silent"), *words("editors")])
_WRITING, _PICTURING = (
    frozenset(letters(word.split()[0]) for kind in kinds for word in words(kind))
    for kinds in (("before", "labels"), ("silent", "editors"))
)
"""How their words begin: a line without one of each is held against no pattern."""
_TEXT_AND_PICTURES = WordPattern(
    rf"(?:{_WRITERS})\s*[:：]?\s+(\S.{{2,60}})[\s,;·|/–-]+(?:{_OTHERS})\s*[:：]?\s+\S.*",
    re.IGNORECASE,
)
_AND_LAST = WordPattern(rf"\s(?:{any_of([*words('between'), *words('joined')])})$", re.IGNORECASE)
"""«Texto de Ana Prieto (e) fotos de Luis Soler»."""


_IN_TWO_PLACES = late_pattern(
    r"((?:[A-ZÀ-Þ][\w.’'-]*\s){2,4})(?:in|aus|à|em|en)\s[A-ZÀ-Þ]\w+(?:\s(?:and|und|et|e|y)\s|,\s)"
    r"((?:[A-ZÀ-Þ][\w.’'-]*\s){2,4})(?:in|aus|à|em|en)\s[A-ZÀ-Þ]\w+"
)
"""«Jane Doe in Leeds and John Roe in Norwich»."""
_PICTURES_AND_TEXT = WordPattern(
    rf"(?:{any_of(words('silent'))})\s*[:：]?\s+\S.{{2,60}}?[\s,;·|/–-]+(?:{_WRITERS})\s*[:：]?\s+(\S.{{2,60}})",
    re.IGNORECASE,
)


_IN_BRACKETS = WordPattern(
    rf"(\S.{{2,40}}?)\s\((?:{_WRITERS})\)[\s,;·|/–-]+(?:\S{{1,3}}\s)?\S.{{2,40}}?\s\((?:{_OTHERS})\)",
    re.IGNORECASE,
)
"""«Ana Prieto (texto) e Luis Soler (fotografia)»."""


_HOUSE_BEHIND = re.compile(r"\)\s?[,/]\s?[^\s,()]+(?:\s[^\s,()]+)?$")
"""For whom, behind both: «Ana Prieto (texto), Luis Soler (fotografía), El Faro»."""
_PICTURED = re.compile(r"[,|/·–-]\s*[^\W\d_]{3,12}\.?:?\s")
_PERSON_AND_PICTURES = WordPattern(
    rf"([^\W\d_]\S*(?:\s[^\W\d_]\S*?){{1,6}})\s?[,|/·–-]\s*(?:{any_of(words('silent'))})\.?:?\s"
    r"([^\W\d_]\S*(?:\s[^\W\d_]\S*){1,3})",
    re.IGNORECASE,
)
"""«Jane Doe, photos John Roe», «Jane Doe, Ann Poe | Photos: John Roe»: no word for who wrote."""


def who_wrote_beside_pictures(text: str) -> tuple[str, ...]:
    """The persons of a line that says who wrote and who pictured, no sign behind the words:
    «Texto Ana Prieto Fotografía Luis Soler», «Photos Luis Soler, texte Ana Prieto»."""
    if len(text) > MAX_CHARS:
        return ()
    two = _IN_TWO_PLACES.fullmatch(text)
    if two:
        return (two[1].strip(), two[2].strip())
    alone = _PERSON_AND_PICTURES.fullmatch(text) if _PICTURED.search(text) else None
    texts = alone is not None and letters(alone[1].split()[0]) in _WRITING
    if (
        alone
        and not texts
        and cut_before(alone[1]) is None
        and has_form_of_person(alone[2])
        and (wrote := clean_names(alone[1]))
        and all(map(has_form_of_person, wrote))
    ):
        return wrote
    if _WRITING.isdisjoint(told := {*map(letters, text.split())}) or _PICTURING.isdisjoint(told):
        return ()
    line = _TEXT_AND_PICTURES.fullmatch(text) or _PICTURES_AND_TEXT.fullmatch(text)
    bare = text if text[-1] == ")" else _HOUSE_BEHIND.sub(")", text)
    line = line or (_IN_BRACKETS.fullmatch(bare) if bare[-1] == ")" else None)
    if line is None or is_editors_label(text):
        return ()
    names = clean_names(cut_after(_AND_LAST.sub("", line[1])))
    return names if names and all(map(has_form_of_person, names)) else ()
