"""The line of facts under a headline, which holds the day, and a name that nothing marks in it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from lxml.html import HtmlElement

from pipeline.days.words import begins_with_day_label
from pipeline.declared.metadata import Metadata
from pipeline.lines.credits import is_agency
from pipeline.page.author_pages import is_author_page
from pipeline.page.called_regions import called_region
from pipeline.page.elements import letters, text_of_element, tidy
from pipeline.page.html import Document
from pipeline.patterns.late_patterns import late_pattern
from pipeline.people.byline_marks import labels_section
from pipeline.people.byline_words import KNOWN_PLACES, ROLE_WITH_MORE, SILENT
from pipeline.people.date_tails import without_date
from pipeline.people.dense_persons import is_dense_person
from pipeline.people.fact_persons import MAX_LINE_CHARS, are_persons, is_person
from pipeline.people.given_names import begins_with_given_name, persons_in, without_account
from pipeline.people.labels import (
    cut_before,
    is_credit_of_picture,
    is_editors_label,
    is_translators_label,
)
from pipeline.people.names import clean_names
from pipeline.people.placed import without_place
from pipeline.people.second_names import has_second_name, is_called_as_person
from pipeline.people.written_lines import are_joined
from pipeline.titles.surroundings import Surroundings
from pipeline.urls import path_segments

NEAR = 40
"""Elements after the headline among which the line of facts stands."""


BETWEEN_FACTS = late_pattern(
    r"\s*[|•●∙⋅▪/–—\n]\s*|\s*(?<![\u3400-\u9fff\uac00-\ud7af])·\s*|\s+·\s*|\s+(?:-|ـ+)\s+"
)
_COMMAS = re.compile(r"\s*[,،](?:\s+|$)|、")
PLACES = frozenset(
    {
        "div",
        "p",
        "span",
        "ul",
        "section",
        "header",
        "td",
        "small",
        "h6",
        "h5",
        "h4",
        "address",
        "cite",
    }
)
EMPHASIS = frozenset({"b", "strong", "font", "em", "i"})
FOREIGN = frozenset(
    {"comments", "related", "newsletter", "dialog", "advertisement", "form", "caption", "embed",
     "navigation", "aside", "footer", "hidden"}
)  # fmt: skip


_OVER_HEADLINE = (
    r"(?:^|[\s_-])(?:kicker|eyebrow|overline|topper|rubri[ckq]|dachzeile|surtitre|antetitulo|occhiello|"
    r"cintillo)"
)
OVER_HEADLINE = re.compile(_OVER_HEADLINE, re.IGNORECASE)
"""What stands over a headline: whom the text is of."""
_PICTURE = "caption|credit|copyright|photo|(?:img|image|pic)[_-]?cap"
OF_PICTURE_ALONE = re.compile(_PICTURE, re.IGNORECASE)
OF_PICTURE = re.compile(f"{_PICTURE}|{_OVER_HEADLINE}", re.IGNORECASE)
"""Pictures, and what stands over a headline."""

LIFE = re.compile(r"(?<!\d)(?:1[5-9]|20)\d\d\s?[–—-]\s?(?:1[5-9]|20)\d\d(?!\d)")
"""The years of a life: «Jane Doe, 1941–2026»."""


def _parts(line: HtmlElement) -> Iterator[str]:
    """The facts of a line: its elements' texts, cut at the signs between facts. The text of a link
    that leads to anything but an author's page is none."""
    others = {part for box in line.iter() if _is_of_subject(box) for part in box.iter()}
    for element in line.iter():
        if element in others or labels_section(element) or _is_value_of_other(element):
            continue
        linked = element.tag == "a" and not is_author_page(element.get("href"))
        for text in (None if linked else element.text, None if element is line else element.tail):
            if text and _OTHER_LABEL.match(text) and _tells_of_others(tidy(text)):
                continue  # «Tags: …»
            if text and is_credit_of_picture(tidy(text)):
                continue
            bare = text or ""
            if "(" in bare:
                whole = _IN_BRACKETS.fullmatch(bare.strip())
                bare = whole[1] if whole else _DAY_IN_BRACKETS.sub("", bare)
            bare = _DAY_WITH_SLASHES.sub(r"\1.\2.\3", bare) if "/" in bare else bare
            for part in map(_without_day, map(tidy, BETWEEN_FACTS.split(bare))):
                several = persons_in(part) if _COMMAS.search(part) else ()
                yield from (part,) if len(several) > 1 else filter(None, _COMMAS.split(part))


def _is_value_of_other(element: HtmlElement) -> bool:
    """Whether the element right before one is a label with a colon that is of no author and no day,
    «<b>Category:</b> <span>Roads</span>», and no common given name tells a person behind it."""
    before = element.getprevious()
    if before is None or len(before) or (before.tail or "").strip():
        return False
    label = (before.text or "").rstrip()
    if label[-1:] not in (":", "：") or len(label) > MAX_LABEL_CHARS:
        return False
    said = tidy(label)
    if cut_before(f"{said} ") is not None or begins_with_day_label(said):
        return False
    return not begins_with_given_name(tidy(element.text or ""))


MAX_LABEL_CHARS = 26


_IN_BRACKETS = re.compile(r"\(([^()]*[^\W\d_][^()]*\s[-–—|]\s[^()]*)\)")
"""Facts with a sign between them, all in brackets: «(Jane Doe - 3 May 2026)»."""


def _is_of_subject(box: HtmlElement) -> bool:
    """Whether a box tells what a picture shows, whom the text is of or quotes, where to share it,
    or is a mailbox's sign."""
    if box.tag == "a":
        return (box.get("href") or "").startswith("mailto:")
    if isinstance(box.tag, str) and called_region(box, box.tag) == "share":
        return True
    return (
        box.tag in ("figcaption", "blockquote")
        or OVER_HEADLINE.search(box.get("class") or "") is not None
    )


def _tells_of_others(text: str) -> bool:
    """Whether a label and what is behind it tell of no author."""
    return cut_before(text) is None or is_translators_label(text)


_OTHER_LABEL = re.compile(r"\s*[^\W\d_][^:：\d\n|•]{1,24}[:：]\s*[^\W\d_][^\d:：]*$")
"""A label, and what is no day and no number behind it."""


def _without_day(part: str) -> str:
    """A part without the day behind a person: «Jane Doe 20 November 2026»."""
    dated = _DAY_FIRST.match(part)
    if dated and is_person(dated[2]):
        return dated[2]
    bare = without_account(without_date(part))
    if bare == part:
        return part
    cased = bare.isascii() or bare[:1].isupper()
    named = is_person(bare) if cased else (persons_in(bare) or has_second_name(bare))
    return bare if named and letters(bare) not in KNOWN_PLACES else part


_DAY_FIRST = re.compile(
    r"(?:(?:[^\W\d_]+[,،]?\s)?\d{1,2}\s[^\W\d_]+\s(?:1[34]|20)\d\d|\d{1,2}([./-])\d{1,2}\1(?:1[34]|20)\d\d)"
    r"[,،]?(?:\s\d{1,2}[:.]\d{2})?\s(\D+)$"
)
"""A day, the time perhaps, and what follows it with no sign between."""
_DAY_WITH_SLASHES = re.compile(r"(?<!\d)(\d{1,4})/(\d{1,2})/(\d{2,4})(?!\d)")
"""A day of which the signs part no facts."""
_DAY_IN_BRACKETS = re.compile(r"\s*\([^()]*\d{4}[^()]*\)")


def in_line_of_facts(
    doc: Document,
    meta: Metadata,
    title: str | None,
    line: HtmlElement | None,
    around: Surroundings,
    sites: frozenset[str],
) -> tuple[str, ...]:
    """The only name in the line that holds the date, or alone in the line before it."""
    if line is None or is_credit_of_picture(text_of_element(line)):
        return ()
    parts = list(_parts(line))
    labelled = [rest for part in parts if (rest := cut_before(part)) and are_persons(rest)]
    if labelled:
        return clean_names(labelled[0])
    persons = [part for part in parts if are_persons(part) and not ROLE_WITH_MORE.fullmatch(part)]
    crowns = line in around.crown  # where whom the text is of may stand alone
    alone = None if crowns else _alone_beside(line, around.headline)
    if not persons and not alone:
        agencies = [part for part in parts if is_agency(part)]
        return clean_names(agencies[0]) if len(agencies) == 1 else ()
    inside = set(line.iter("a"))
    links = {letters(text_of_element(a)) for a in doc.all_of("a") if a not in inside}
    told = {letters(each.value) for each in (*meta.sections, *meta.tags)}
    slugs = {letters(part) for part in path_segments(doc.url)}
    known = links | told | slugs | sites
    found = [part for part in persons if letters(part) not in known]
    if found:
        new = len(found) == 1 or are_joined(found, text_of_element(line))
        new = new and not any(letters(name) in letters(title or "") for name in found)
        return clean_names("; ".join(found)) if new else ()
    other = alone and letters(alone) not in known and letters(alone) not in letters(title or "")
    return without_place(clean_names(alone), alone) if alone and other else ()


def _alone_beside(line: HtmlElement, headline: HtmlElement | None) -> str | None:
    return _alone_before(line, headline) or _alone_behind(line, headline)


def _alone_before(line: HtmlElement, headline: HtmlElement | None) -> str | None:
    """The person's name that is all of the element before a line of facts."""
    before = line.getprevious()
    for _ in range(MAX_OTHERS):
        if before is None or not _is_of_others(text_of_element(before)):
            break
        before = before.getprevious()
    return None if before is None or before is headline else name_alone(before)


MAX_OTHERS = 3
"""Lines of those who edited or pictured that may stand between the writer and the day."""


def _is_of_others(text: str) -> bool:
    """Whether a line is the label of those who wrote nothing, with what stands behind it."""
    return 0 < len(text) <= MAX_LINE_CHARS and (
        SILENT.match(text) is not None or is_editors_label(text)
    )


def _alone_behind(line: HtmlElement, headline: HtmlElement | None) -> str | None:
    """The name that is all of the element behind a line of facts: an agency's, or a person's by
    capitals, a given name or a family name. In other scripts a short text may look like a name."""
    behind = line.getnext()
    if behind is None or behind is headline or behind.tag not in PLACES:
        return None
    text = text_of_element(behind)
    if is_agency(text):
        return text
    name = name_alone(behind) if text[-1:] not in tuple(".。۔") else None
    if name is None:
        return None
    dense = all(map(is_dense_person, name.split("、")))
    called = is_called_as_person(name)
    return name if dense or name[0].isupper() or called else None


def name_alone(element: HtmlElement) -> str | None:
    """The person's name that is all of an element, or of the one emphasis in it, and no link."""
    while len(element) == 1 and not tidy(element.text or "") and not tidy(element[0].tail or ""):
        element = element[0]
    name = tidy(element.text or "")
    if OF_PICTURE.search(element.get("class") or "") or labels_section(element):
        return None
    if len(element) or element.tag not in PLACES | EMPHASIS or len(name) > MAX_LINE_CHARS:
        return None
    cased = all(word != word.lower() or word in _JOINING for word in name.split())
    uncased = name[:1].isalpha() and not name[:1].isupper() and not name[:1].islower()
    if uncased and is_person(name):
        return None if is_agency(name.split()[-1]) else name
    several = clean_names(name) if "/" in name or "&" in name else ()
    if len(several) > 1 and all(len(each.split()) > 1 and is_person(each) for each in several):
        return name
    dense = name.split("、")
    if len(dense) > 1 and all(map(is_dense_person, dense)):
        return name
    return name if name and cased and is_person(name) else None


_JOINING = frozenset(
    "de da di del della du von van der den zu zur dos af av".split()  # noqa: SIM905
)
