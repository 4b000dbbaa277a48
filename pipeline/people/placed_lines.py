"""Lines around a headline in which persons sign with a place, a house or a job, or alone above."""

from __future__ import annotations

import re
from itertools import islice

from lxml.html import HtmlElement

from pipeline.lines.known_lines import named_by_heading
from pipeline.lines.mastheads import is_chief
from pipeline.page.elements import LOWER_HEADINGS, letters, text_of_element, tidy
from pipeline.page.html import Document
from pipeline.page.within import in_card, in_teaser, regions_between
from pipeline.people.any_label import behind_any_label
from pipeline.people.byline_marks import is_set_apart
from pipeline.people.byline_words import EDITORS_LABEL, KNOWN_PLACES, SILENT
from pipeline.people.captions import is_pictured
from pipeline.people.credit_lines import is_credit_line
from pipeline.people.date_tails import without_date
from pipeline.people.days_beside import with_bar_before_day
from pipeline.people.fact_persons import MAX_LINE_CHARS
from pipeline.people.facts_line import (
    BETWEEN_FACTS,
    EMPHASIS,
    FOREIGN,
    NEAR,
    OF_PICTURE_ALONE,
    OVER_HEADLINE,
    PLACES,
)
from pipeline.people.filed import is_filed
from pipeline.people.given_names import begins_with_given_name, persons_in
from pipeline.people.houses import is_site
from pipeline.people.jobs_beside import (
    JOB_ENDS,
    others_of,
    person_before_job,
    person_behind_job,
    person_over_job,
)
from pipeline.people.labels import cut_before, is_credit_of_picture, is_editors_label
from pipeline.people.labels_here import is_no_label_here, names_here
from pipeline.people.labels_inside import writer_inside
from pipeline.people.lone_person import NO_PERSON, lone_person
from pipeline.people.mastheads import is_below_chief
from pipeline.people.name_shapes import speaks_of
from pipeline.people.other_writers import in_box_of_writers
from pipeline.people.placed import placed_names
from pipeline.people.rows_of_names import (
    is_glued,
    is_row,
    row_in,
    set_in_row,
    with_bar_between,
    with_commas_in_row,
)
from pipeline.people.second_names import is_called_as_person
from pipeline.people.signing_lines import names_above, names_in_line
from pipeline.people.subjects import is_unspoken, leads_to_topic
from pipeline.punctuation import SENTENCE_ENDS
from pipeline.titles.surroundings import Surroundings

BELOW = 8
"""The same for a name with its place, which has no date beside it."""


def with_place(doc: Document, around: Surroundings, sites: frozenset[str]) -> tuple[str, ...]:
    """The names in lines «Jane Doe - London», «London / Jane Doe» right below the headline, and of
    persons who sign with a house or an agency, «Jane Doe, John Roe | AP», or behind their job;
    else empty."""
    if around.headline is None:
        return ()
    start = around.places[around.headline]
    found: dict[str, str] = {}
    lineup: list[tuple[str, ...]] = []
    reach = min(NEAR, max(BELOW, around.text_begins))
    subject = text_of_element(around.headline)
    for number, element in enumerate(islice(doc.elements, start + 1, start + 1 + reach)):
        if element.tag in LOWER_HEADINGS and named_by_heading(text_of_element(element)) in _OTHERS:
            break
        text = _in_lines(element) if element.tag in _BELOW_PLACES else ""
        text = _SIZES.sub("", text) if text[-1:] in _SIZE_ENDS else text
        if not text or len(text) > MAX_LINE_CHARS or is_pictured(element, around.top):
            continue
        if ends_sentence(text) or is_no_label_here(doc, text):
            continue
        if text == subject:
            continue  # «<h1><span>Jane Doe: We were right</span></h1>» says it of nobody else
        if len(element) and (_holds_more(element) or is_row(row_in(element))):
            continue
        if len(element) and is_glued(element, text):
            continue
        if is_credit_of_picture(text) and writer_inside(text) is None:
            continue
        if ":" in text and is_chief(text.partition(":")[0]):
            continue
        if number < BELOW:
            text = with_bar_before_day(element, with_commas_in_row(element, text))
            names = names_here(doc, text) or names_in_line(text, sites)
            known = bool(names)
            names = names or _beside_words(doc, text) or _two_called(doc, element, text)
            names = names or person_over_job(doc, element) or person_before_job(doc, text)
            bare = without_date(text).rstrip(" |")
            names = names or (names_in_line(bare, sites) if bare not in ("", text) else ())
            edited = bool(found) and bool(EDITORS_LABEL.match(bare))  # «Reporter A», «Editor B»
            names = names or (() if edited else person_behind_job(doc, bare, element))
            amid = number + 1 >= around.text_begins
            names = names or (() if amid else behind_any_label(doc, text, subject))
            if names and not known and _COLON.search(text):
                lineup.append(names)
            foreign = bool(names) and not FOREIGN.isdisjoint(regions_between(element, around.top))
            if foreign or (names and _is_of_other(doc, element, around)):
                continue
            if amid and names and in_teaser(element, around.top):
                continue
        elif found or not BETWEEN_FACTS.search(text) or in_card(doc, element, around.top):
            continue
        else:
            names = placed_names(text)
        # «عدن - بيان برس» is the house «وكالة بيان برس».
        found.update((letters(name), name) for name in names if not is_site(name, sites))
    if len(lineup) >= LEAST_LINEUP:  # who stands where, of a team or a cast
        others = {letters(name) for names in lineup for name in names}
        found = {folded: name for folded, name in found.items() if folded not in others}
    return tuple(found.values()) or _placed_above(doc, around, sites)


def ends_sentence(line: str) -> bool:
    """Whether a line is a sentence of the text, by its stop and its words: of scripts whose stop
    stands nowhere else, by the stop alone."""
    return line[-1:] in _STOPS or (line[-1:] == "." and len(line.split()) > MAX_FACT_WORDS)


_STOPS = frozenset("।۔॥")
MAX_FACT_WORDS = 12
"""Words of a line of persons that may end with a stop; with more it is a sentence."""
_SIZES = re.compile(r"\s+A\s?[+-](?:\s?A(?:\s?[+-])?)*$")
_SIZE_ENDS = ("A", "+", "-")
"""Buttons by which letters are made larger or smaller, behind a line: «Jane Doe A+ A-»."""
LEAST_LINEUP = 3
"""Lines of persons behind words that no list of labels holds, one of which might sign alone."""
_COLON = re.compile("[:：]")


def _is_of_other(doc: Document, element: HtmlElement, around: Surroundings) -> bool:
    """Whether a line leads to what an article is filed under, or tells of another one."""
    return leads_to_topic(element) or in_card(doc, element, around.top)


_BELOW_PLACES = PLACES | EMPHASIS | {"li", "dd"}
_OTHERS = frozenset({"related", "comments"})
"""Of what no line signs the article."""


def _beside_words(doc: Document, text: str) -> tuple[str, ...]:
    """The person by a common given name who stands beside one word, be it a town or what the
    text is about, «Jane Doe | Teruel», and of whom no paragraph speaks; else empty."""
    behind = _TWO_AND_NAME.fullmatch(text)
    others = behind and (others_of(text) or is_credit_line(text) or is_filed(text.split(":")[0]))
    if behind and not others:
        names = persons_in(behind[1]) if not NO_PERSON.search(behind[1]) else ()
        first = text.removesuffix(behind[1]).rstrip(" |/:-–—ـ")
        two = is_called_as_person(first)
        if names and two and is_unspoken(doc, first, text):
            names = (first, *names)  # two persons, not a town and one
        return names if all(is_unspoken(doc, name, text) for name in names) else ()
    town = _IN_TOWN.fullmatch(text)
    if town and letters(town[2].removeprefix("de ")) in KNOWN_PLACES and not others_of(text):
        name = lone_person(town[1]) if not town[1].startswith(_BEFORE_TIME) else None
        sure = name is not None and (name[0].isupper() or begins_with_given_name(name))
        return (name,) if name and sure and is_unspoken(doc, name, text) else ()
    facts = _TWO_FACTS.fullmatch(text)
    names = persons_in(facts[1]) if facts and not SILENT.match(text) else ()
    if facts is None or len(names) != 1 or begins_with_given_name(facts[2]):
        return ()
    return names if is_unspoken(doc, names[0], text) else ()


def _two_called(doc: Document, element: HtmlElement, text: str) -> tuple[str, ...]:
    """The two persons by common given names who are all of a line, with a dash between them, and of
    one of whom no paragraph speaks; else empty."""
    if len(element) or not _DASHED.search(text) or text != text_of_element(element):
        return ()
    names = persons_in(text)
    called = len(names) == TWO and all(map(begins_with_given_name, names))
    whole = called and "".join(map(letters, names)) == letters(text)
    return names if whole and any(is_unspoken(doc, name, text) for name in names) else ()


TWO = 2
_DASHED = re.compile(r"\s[-–—ـ]\s")
_BEFORE_TIME = ("From ", "In ", "On ", "At ", "Live ", "Made ", "Born ")
_IN_TOWN = re.compile(
    r"(\S+(?:\s\S+){1,4}?)(?:[,،]|[,،]?\s(?:in|aus|from|à|en|em|de|uit|från|fra))\s+(\S+(?:\s\S+){0,2})"
)
"""A person and the town from which they write, «Jane Doe in Leeds», «Jana Roth aus Wien»."""
_TWO_AND_NAME = re.compile(
    r"[\u0621-\u064a]{2,}(?:\s[\u0621-\u064a]{2,}(?:\s*[|/]\s*|\s(?:[-–—]|ـ+)\s)|\s?[:/]\s?)"
    r"([\u0621-\u064a]+(?:\s[\u0621-\u064a]+){1,3})"
)
"""A town before a person, «ذي قار / سارة أحمد», «الفاشر: سارة أحمد»."""
_TWO_FACTS = re.compile(r"(\S+(?:\s\S+){1,3}?)(?:\s*[|•·]\s*|\s(?:[-–—/]|ـ+)\s)([^\W\d_]{3,})")


def _placed_above(doc: Document, around: Surroundings, sites: frozenset[str]) -> tuple[str, ...]:
    """The same of a line right above the headline, where whom a text is of may stand too: else only
    a person with a common given name of whom neither headline nor text speaks."""
    for element in around.crown:
        text = _broken(element) if element.tag in PLACES else ""
        brief = 0 < len(text) <= MAX_LINE_CHARS and not is_below_chief(element)
        reads = names_above if around.column is None else names_in_line
        here = names_here(doc, text) if brief and around.column is not None else ()
        names = here or ((reads(text, sites) or person_before_job(doc, text)) if brief else ())
        if names and not is_pictured(element, around.top):
            return names
    for element in around.crown:
        text = text_of_element(element) if _may_sign_above(element) else ""
        names = persons_in(text) if 0 < len(text) <= MAX_LINE_CHARS else ()
        labelled = len(names) > 1 and cut_before(text) is not None
        # Beside whom a picture shows stands who took it.
        credited = element.tag == "figcaption" and letters(text) not in map(letters, names)
        if not names or credited or labelled or SILENT.match(text) or _credits_picture(element):
            continue
        headline = text_of_element(around.headline) if around.headline is not None else ""
        kicker = OVER_HEADLINE.search(element.get("class") or "")
        if is_below_chief(element):
            continue
        if kicker and (len(names) > 1 or _QUOTED.search(headline)):
            continue  # who is interviewed stands there too, above words of theirs
        if any(speaks_of(n, (headline,)) for n in names) or leads_to_topic(element):
            continue
        if in_box_of_writers(element, names, around.top):
            continue
        if all(is_unspoken(doc, name, text) for name in names):
            return names
    return ()


def _may_sign_above(element: HtmlElement) -> bool:
    """Whether an element above a headline is a line, by itself or between breaks."""
    if element.tag in EMPHASIS:
        return is_set_apart(element)
    return element.tag in _ABOVE and not is_parted(element)


def _credits_picture(line: HtmlElement) -> bool:
    """Whether a line, or an element in it, is called what a picture's credit is."""
    return any(
        OF_PICTURE_ALONE.search(part.get("class") or "") for part in islice(line.iter(), NEAR)
    )


_QUOTED = re.compile('[«»"“”„‘「」]')
_ABOVE = PLACES | {"a", "figcaption", "h2", "h3", "li"}


def holds_caption(element: HtmlElement) -> bool:
    """Whether what a picture shows stands in an element."""
    return element.find(".//figcaption") is not None


def _holds_more(element: HtmlElement) -> bool:
    """Whether a caption, a button or a picture's credit stands in a box: its text joins with them
    what it names."""
    if holds_caption(element) or element.find(".//button") is not None:
        return True
    return any(is_credit_of_picture(text_of_element(part)) for part in element if not len(part))


def is_parted(element: HtmlElement) -> bool:
    """Whether several boxes of an element hold a text each, and it none of its own."""
    if tidy(element.text or "") or len(element) < NAME_AND_BREAK:
        return False
    return sum(part.tag in _BOXES and bool(text_of_element(part)) for part in element) > 1


_BOXES = frozenset({"div", "p", "li", "section"})


def _broken(element: HtmlElement) -> str:
    """The text of an element, of one that a break parts as two facts."""
    if len(element) != 1 or element[0].tag != "br":
        return _in_lines(element)
    lines = (tidy(element.text or ""), tidy(element[0].tail or ""))
    return " | ".join(filter(None, lines))


def _in_lines(element: HtmlElement) -> str:
    """The text of an element; a bold name and a line below it, or a name and a known place, as two
    facts."""
    text = text_of_element(element)
    if len(text) <= MAX_LINE_CHARS and len(element) == 1 and element[0].tag == "br":
        name, below = tidy(element.text or ""), tidy(element[0].tail or "")
        if below[-1:] in SENTENCE_ENDS and cut_before(name) is not None:
            return name  # a label and who wrote, above the text's first sentence
        others = is_editors_label(below) or SILENT.match(below) is not None
        town = JOB_ENDS.split(below, maxsplit=1)[0]
        fact = others or letters(below) in KNOWN_PLACES or letters(town) in KNOWN_PLACES
        return f"{name} | {below}" if name and fact else text
    if len(text) > MAX_LINE_CHARS or len(element) != NAME_AND_BREAK or element[1].tag != "br":
        if len(text) > MAX_LINE_CHARS:
            return text
        return with_bar_between(element, set_in_row(element, text))
    name, below = text_of_element(element[0]), tidy(element[1].tail or "")
    whole = not tidy(element.text or "") and not tidy(element[0].tail or "")
    return f"{name} | {below}" if whole and name and below else text


NAME_AND_BREAK = 2
