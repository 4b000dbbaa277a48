"""Reporters whom the dateline of a text names: «（记者王晓琳）», «(서울=…) 김철수 기자 =»."""

from __future__ import annotations

import re

from pipeline.people.given_names import begins_with_given_name
from pipeline.people.lone_person import is_dense_person
from pipeline.people.names import clean_names, is_cased_as_name, is_name
from pipeline.people.placed import placed_names

MAX_DATELINE_CHARS = 90
"""Letters at the beginning of a text in which its dateline stands."""

_CHINESE = re.compile(
    "[（(〔【](?:本?[报報刊台网網社]|[\u3400-\u9fff]{1,4}[报報刊台网網社])?(?:特约|见习|实习)?[记記]者[:：\\s]*([^（）()〔〕【】。，]{2,30})[)）〕】]"
)
_PLACE_AND_DAY = re.compile("^([\u3400-\u9fff]{3})[\u3400-\u9fff]{2,3}\\d{1,2}日.{0,3}$")
"""A name of three letters, and the place and the day of a telegram written together with it."""
_KOREAN = re.compile(
    "^[(\\[][^()\\[\\]]{2,30}[)\\]]\\s*([\uac00-\ud7af·,\\s]{2,30}?)\\s?(?:기자|특파원)\\s*="
)


_SIGNED = re.compile("[。」][（(【]([\u3005\u3040-\u30ff\u3400-\u9fff、・\\s]{3,30})[)）】]$")


def reporters_at_end(text: str) -> tuple[str, ...]:
    """The reporters in brackets behind the last sentence of a text, as Japanese papers sign:
    «…という。（木村直樹）»; empty where the brackets hold anything but persons."""
    found = _SIGNED.search(text)
    names = clean_names(found[1]) if found else ()
    return names if all(map(is_dense_person, names)) else ()


def reporters_in_dateline(text: str) -> tuple[str, ...]:
    """The reporters in the dateline of a text's first paragraph; empty where it names none."""
    beginning = text[:MAX_DATELINE_CHARS]
    found = _CHINESE.search(beginning) or _KOREAN.match(beginning)
    if found is None:
        return ()
    names = clean_names(_PLACE_AND_DAY.sub(r"\1", found[1]))
    return names if all(map(is_name, names)) else ()


def persons_in_dateline(text: str) -> tuple[str, ...]:
    """The persons who write from a known place, as the first line of a text has it or what stands
    before its first sentence: «Linz - Jane Doe», «Jane Doe/ANKARA, (DHA) - …»; else empty."""
    beginning = text[:MAX_DATELINE_CHARS]
    line, parted, _ = beginning.partition("\n")
    for head in (line if parted else "", *_BEFORE_DASH.findall(beginning)):
        names = placed_names(head) if head else ()
        if names and begins_with_given_name(names[0]) and is_cased_as_name(names[0]):
            return names
    return ()


_BEFORE_DASH = re.compile(r"^(.{5,60}?[)）])\s+[-–—]\s")
"""What ends with an agency in brackets, before the dash at which a text begins."""
