"""Houses in quotation marks and facts in brackets amid a line, as signs between its parts."""

from __future__ import annotations

import re
from functools import partial

from pipeline.lines.credits import is_agency
from pipeline.page.elements import letters
from pipeline.patterns.late_patterns import late_pattern
from pipeline.people.byline_words import KNOWN_PLACES
from pipeline.people.given_names import persons_in
from pipeline.people.houses import is_site
from pipeline.people.jobs import is_job
from pipeline.people.names import with_bar_for_quote

_QUOTED_HOUSE = late_pattern(
    r"\s*((?<=\s)لـ?|[-–—ـ:،]*)\s*[«\"“]\s*([^«»\"“”]{2,30}?)\s*[»\"”]\s*([-–—ـ:،]*\s*(?:من\s+)?)"
)
_IN_BRACKETS_AMID = re.compile(r"\s*[(（]{1,2}\s*([^()（）]{2,20}?)\s*[)）]{1,2}\s*")


def with_bars(text: str, sites: frozenset[str]) -> str:
    """A line with a bar in the place of a house in quotation marks, «لندن – «القدس» من سارة أحمد»,
    and of a known place, an agency or the site in brackets."""
    if "»" in text or "«" in text:
        text = with_bar_for_quote(text)
    if "»" in text or "”" in text or '"' in text:
        text = _QUOTED_HOUSE.sub(_bar_for_house, text)
    if ")" in text or "）" in text:
        text = _IN_BRACKETS_AMID.sub(partial(_bar_for_fact, sites), text)
    return text


def _bar_for_house(quoted: re.Match[str]) -> str:
    line, sign, house, behind = quoted.string, quoted[1], quoted[2], quoted[3]
    before = letters(line[: quoted.start()])
    signs = before in KNOWN_PLACES or (not before and (behind.strip() or _placed(line)))
    signs = signs or (bool(sign) and quoted.end() == len(line))
    brief = len(house.split()) <= MAX_QUOTED and not persons_in(house)
    return " | " if signs and brief else quoted[0]


def _placed(line: str) -> bool:
    """Whether a known place stands in brackets in a line."""
    within = _IN_BRACKETS_AMID.search(line)
    return within is not None and letters(within[1]) in KNOWN_PLACES


MAX_QUOTED = 3
"""Words of a house's name in quotation marks."""


def _bar_for_fact(sites: frozenset[str], within: re.Match[str]) -> str:
    said = within[1]
    known = letters(said) in KNOWN_PLACES or is_agency(said) or is_job(said)
    known = known or (len(said) > LEAST_HOUSE and is_site(said, sites))
    return " | " if known or _ACCOUNT.fullmatch(said) else within[0]


LEAST_HOUSE = 3
_ACCOUNT = re.compile(r"[A-Z]{2,6}|[a-z][a-z0-9_.]{2,15}")
"""Capitals of a house, «(CNN)», or the name with which somebody logs in, behind their own."""
