"""Persons whom the dateline of a text names: «Linz - Jane Doe», «دبي - سارة أحمد»."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice

from pipeline.lines.credits import is_agency
from pipeline.patterns.word_patterns import WordPattern
from pipeline.people.dense_lines import persons_of_dense_line
from pipeline.people.dense_reporters import MAX_DATELINE_CHARS
from pipeline.people.fact_parts import persons_among_facts
from pipeline.people.fact_persons import is_person
from pipeline.people.given_names import persons_in
from pipeline.people.houses import is_site, names_beside_house
from pipeline.people.labels import cut_before, is_editors_label
from pipeline.people.name_shapes import is_cased_as_name
from pipeline.people.placed import placed_names
from pipeline.people.second_names import is_called_as_person


def persons_in_dateline(
    text: str, sites: frozenset[str] = frozenset(), *, sure: bool = True
) -> tuple[str, ...]:
    """The persons who write from a known place or for a house, as the first line of a text has it
    or what stands before its first sentence: «Linz - Jane Doe», «Jane Doe/ANKARA, (DHA) - …»,
    «By Jane Doe.- …»; else empty. `sites` are the folded names of the site. `sure`: only persons
    who are told by a common given name; where a source is known to sign so, their form tells them.
    """
    called = _are_called_so if sure else _are_shaped_so
    beginning = text[:MAX_DATELINE_CHARS].replace("( ", "(").replace(" )", ")")
    line, parted, _ = beginning.partition("\n")
    if parted:
        line = _OWN.sub("", line)
        names = placed_names(line) or names_beside_house(line, sites) or _behind_label(line)
        if called(names):
            return names
    if (labelled := _LABELLED.match(beginning)) and called(own := _behind_label(labelled[1])):
        return own
    if "؛" in beginning and (own := _before_semicolon(beginning, sites)):
        return own
    for head in (*_HEADS.findall(beginning), *_before_dashes(beginning)):
        wrote = _WROTE.match(head)
        names = persons_in(head[wrote.end() :]) if wrote else placed_names(head)
        names = names or _behind_brackets(head, sites)
        names = names or persons_among_facts(head, sites, sure=sure)
        if not names and "؛" in head:
            names = persons_in(head.rpartition("؛")[2].strip())  # «گروه جامعه؛ سارا احمدی:»
        housed = names and _HOUSE_AMID.search(head) is not None and _are_shaped_so(names)
        if housed or called(names):
            return names
    brief = len(text) <= MAX_DATELINE_CHARS
    alone = persons_among_facts(text, sites) if brief else ()
    if called(alone):
        return alone
    if brief and (dense := persons_of_dense_line(text, sites)):
        return dense
    ends = _ENDS_WITH_AGENCY.match(beginning)
    runs_on = None if ends else _RUNS_ON.match(beginning)
    head = ends[1] if ends else f"{runs_on[1]} {runs_on[2]}" if runs_on else ""
    names = placed_names(head) if head else ()
    return names if called(names) else ()


_OWN = re.compile(r"^(?:خاص|حصري)\s?[-–—:|/]\s*")
"""What a house says of a text that it alone has: «خاص – باريس – سارة أحمد»."""


def _behind_label(line: str) -> tuple[str, ...]:
    """The persons behind a label of authors that is a text's first line: «كتب: سارة أحمد..»."""
    told = None if is_editors_label(line) else cut_before(line.rstrip("."))
    return persons_in(told) if told else ()


def _behind_brackets(head: str, sites: frozenset[str]) -> tuple[str, ...]:
    """The persons behind a place, a day perhaps, and the agency or the house in brackets: «عمان 17
    آذار (بترا) من سارة أحمد»."""
    told = _BRACKETS.fullmatch(head)
    if told is None or not (is_agency(told[1]) or is_site(told[1], sites)):
        return ()
    return persons_in(told[2])


_BRACKETS = re.compile(
    r"[^\W\d_][^()（）]{1,40}?[(（]([^()（）]{2,30})[)）]\s*[-–—ـ:]*\s*(?:من\s+|by\s+)?([^\d()（）]{5,45})"
)


_LABELLED = re.compile(r"[^\W\d_][^()（）:：.!?؟،,\d]{1,24}[(（]([^()（）]{5,60})[)）]")
"""A place, and in brackets behind it a label and who writes from there: «لاہور (رپورٹ: سدرہ ملک)».
"""
_HOUSE_AMID = re.compile(r"[-–—ـ/]\s?[«\"“][^«»\"“”]{2,30}[»\"”]\s?(?:[-–—ـ/]|من\s)\s?(?=[^\W\d_])")
"""A house in quotation marks between a place and who writes from it: «طنجة - «الأفق» - …»."""
_DASH = re.compile(r"\s(?:[-–—]+|ـ+|/)\s|(?<=[\u0621-\u064a])[-–—]+\s")
MAX_DASHES = 3


def _before_dashes(beginning: str) -> Iterator[str]:
    """What stands before each of the first dashes of a text: «دبي - سارة أحمد», and the text."""
    for dash in islice(_DASH.finditer(beginning), MAX_DASHES):
        if len(beginning[: dash.start()].split()) > 1:
            yield beginning[: dash.start()]


def _are_called_so(names: tuple[str, ...]) -> bool:
    if len(names) > 1 and all(map(is_person, names)):
        return any(map(is_called_as_person, names))
    return bool(names) and is_called_as_person(names[0]) and is_cased_as_name(names[0])


def _are_shaped_so(names: tuple[str, ...]) -> bool:
    return bool(names) and all(is_person(name) and not is_agency(name) for name in names)


MAX_HEAD_CHARS = 60
"""Letters of what stands before the sign at which a text begins."""
_HEADS = re.compile(
    rf"^([^:.\n|]{{5,{MAX_HEAD_CHARS}}}?)(?:(?::|\.\s?[-–—]|\s\|)\s|\s:(?=[\u0621-\u064a]))"
)
_SEMICOLON = re.compile(r"([^-–—:.\n|؛]{2,30}?)\s?[-–—]\s?([^-–—:.\n|؛]{5,40})؛\s")


def _before_semicolon(beginning: str, sites: frozenset[str]) -> tuple[str, ...]:
    """The persons between the house and a semicolon before the first word of a text, as Persian
    sites set them: «کرانه- سارا احمدی؛ …»; behind a town stands of whom the text speaks."""
    head = _SEMICOLON.match(beginning)
    return persons_in(head[2]) if head and is_site(head[1], sites) else ()


_WROTE = WordPattern(
    r"(?:كتبت?|بقلم|إعداد|تقرير|تحقيق|حوار|متابعة|by|por|par|von|di|door|oleh|yazan|автор)[\s:/-]+",
    re.IGNORECASE,
)
_ENDS_WITH_AGENCY = re.compile(r"^(.{5,60}?[)）])\s*[-–—]\s")
"""What ends with an agency in brackets, before the dash at which a text begins."""
_RUNS_ON = re.compile(
    r"^([\u0620-\u06d3\s]{2,20}?)\s?:?\s?(\([^()\d]{5,70}\))\s?(?=[\u0620-\u06d3])"
)
"""A place and who writes from it, as Urdu and Arabic papers set them before the first word with no
sign: «لاہور (سدرہ ملک) …»."""
