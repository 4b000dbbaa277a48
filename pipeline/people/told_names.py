"""The names that one byline tells: those that it links or sets apart, else those of its text."""

from __future__ import annotations

import re
from collections.abc import Sequence

from lxml.html import HtmlElement

from pipeline.lines.credits import is_agency
from pipeline.lines.known_lines import is_known_line, named_by_heading, region_headed
from pipeline.page.elements import letters, text_of_element, tidy
from pipeline.patterns.word_patterns import WordPattern
from pipeline.people.byline_words import any_of, words
from pipeline.people.given_names import begins_with_given_name
from pipeline.people.labels import cut_after, cut_before, is_label, is_role
from pipeline.people.labels_inside import without_heading
from pipeline.people.linked_names import (
    inner_names,
    is_before_author,
    is_called_name,
    linked_author,
    linked_names,
    listed_names,
)
from pipeline.people.lone_person import lone_person
from pipeline.people.name_shapes import NEVER, is_person
from pipeline.people.names import clean_names
from pipeline.people.names_in_text import names_in_text
from pipeline.people.piece_lines import whose_piece
from pipeline.people.placed import placed_names, without_town
from pipeline.people.rows_of_names import called_in_box, set_in_row, with_small_parts_apart
from pipeline.people.written_lines import ANDS, besides, without_day, without_filed
from pipeline.punctuation import COLONS

_ABOUT = re.compile(
    r"(?:about|über|à propos de|sobre|acerca de|informazioni su|عن|درباره)\s+(\S.{1,60})",
    re.IGNORECASE,
)


def names_of(element: HtmlElement, text: str, strength: int, labelled: bool) -> tuple[str, ...]:
    """The names of one element: those that it links or sets apart, else those of its text."""
    if not (labelled or len(element)) and text.endswith(":") and is_known_line(text):
        return ()  # «Written by:», and nobody, above «Share:»
    head = text_of_element(element[0]) if len(element) else text
    parted = head[-1:] in COLONS and is_label(head)  # «<b>本文作者：</b>何静怡»
    if len(head) <= MAX_HEAD_CHARS and not parted and region_headed(head) == "author-box":
        if head == text:
            return ()
        labelled = False  # «লেখক পরিচিতি» is no label of whom it names
    if len(element):
        text = with_small_parts_apart(element, set_in_row(element, text))
    text = without_town(element, text)
    if strength in (1, 2) and labelled and (bare := without_heading(element, text)):
        text, labelled = bare, False
    inner = _with_agencies(linked_names(element), text) if strength > 1 else ()
    inner = (_named_parts(element) or inner) if strength == SAID and len(element) else inner
    about = _profiled(element) if strength == 2 and not labelled else None
    if not inner and strength == 2 and not labelled and about is None:
        inner = _with_agencies(inner_names(element), text)
    if not inner and strength == 2 and labelled:
        inner = _headed(element) or _called_alone(element)
    if strength == 2 and not labelled and about is None:
        inner = called_in_box(element) or _with_joined(inner, text)
    if len(inner) == 1 and len(element) > 1:
        listed = listed_names(element)
        inner = listed if inner[0] in listed else inner  # of several only one may be linked
    if not inner and strength > 1:
        inner = listed_names(element) or (linked_author(element) if strength == 4 else ())
    if not inner and strength == TWO and not labelled:
        text = _above_line(element) or text
    names = inner or names_in_text(text if about is None else about, strength)
    if not inner and strength == TWO and not labelled:
        names = whose_piece(text, marked=True) or names if names == (text,) else names
        names = _behind_own_words(element, names)
    names = without_filed(element, names) if len(names) > 1 else names
    return _without_small_word(element, names) if names and strength > 1 else names


MAX_HEAD_CHARS = 40
"""Letters of what heads a box about the author."""


def _above_line(box: HtmlElement) -> str:
    """The person whom an inline element names above the only other line of a box, which tells what
    they do: «<span>Jane Doe</span><div>Berlin bureau</div>»; else empty."""
    while len(box) == 1 and not tidy(box.text or ""):
        box = box[0]
    if len(box) != TWO or box[0].tag not in _INLINE or box[1].tag not in ("div", "p"):
        return ""
    name, line = text_of_element(box[0]), text_of_element(box[1])
    alone = not tidy(f"{box.text or ''}{box[0].tail or ''}{box[1].tail or ''}")
    named = alone and lone_person(name) == name and not begins_with_given_name(line)
    return name if named else ""


_INLINE = frozenset({"span", "a", "b", "strong"})


def _behind_own_words(element: HtmlElement, names: tuple[str, ...]) -> tuple[str, ...]:
    """The person whom the only element within a byline names, behind words of its own, as a house
    has them: «The Daily Courier <span>Jane Doe.</span>»; else the `names` of its whole text."""
    own = tidy(element.text or "") if len(element) == 1 else ""
    if not own or tidy(element[0].tail or "") or (names and len(own.split()) < LEAST_OF_HOUSE):
        return names
    name = text_of_element(element[0]).rstrip(".")
    sure = lone_person(name) == name and (not names or begins_with_given_name(name))
    return (name,) if sure else names


LEAST_OF_HOUSE = 3
"""Words before a common given name that are none of the person's."""


def _with_joined(inner: tuple[str, ...], text: str) -> tuple[str, ...]:
    """The one name that an element sets apart, with those that an "and" joins to it in its line:
    «<b>Jane Doe</b> in Leeds and John Roe in Bern»."""
    joined = _AND.split(text) if len(inner) == 1 and len(text) <= MAX_JOINED_CHARS else []
    if len(joined) != TWO or not joined[0].startswith(inner[0]):
        return inner
    other = placed_names(joined[1]) or clean_names(joined[1])
    return (*inner, *other) if len(other) == 1 and is_person(other[0]) else inner


_AND = WordPattern(rf"\s(?:{any_of([*words('between'), *words('joined')])})\s", re.IGNORECASE)
MAX_JOINED_CHARS = 100
TWO = 2


SAID = 4
"""How surely an element is a byline of which microdata, RDFa or microformats say so."""


def _named_parts(box: HtmlElement) -> tuple[str, ...]:
    """The names that the parts of an author's box which say that they are names hold: what else
    stands there tells what the person does."""
    parts = [text_of_element(part) for part in box.iterdescendants() if _says_name(part)]
    return tuple(name for part in parts for name in clean_names(part))


def _says_name(part: HtmlElement) -> bool:
    said = part.get("itemprop") or part.get("property")
    if said:
        return said in ("name", "schema:name", "foaf:name")
    named = part.get("class")
    return bool(named) and not _NAME_CLASSES.isdisjoint(named.split())


_NAME_CLASSES = frozenset({"p-name", "fn"})


def _headed(box: HtmlElement) -> tuple[str, ...]:
    """The person who is the only heading of a box that begins with a label, before it or in it:
    «By», «<h3>Jane Doe</h3>», «All articles»; «<h2>Author: Jane Doe</h2>», «Jane writes about
    stage and screen»."""
    heads = [text_of_element(head) for head in box.iter("h2", "h3", "h4", "h5", "h6")]
    if len(heads) != 1:
        return ()
    head = cut_before(heads[0]) or heads[0]
    names = clean_names(head)
    return names if len(names) == 1 and names[0] == head and is_person(names[0]) else ()


def _called_alone(box: HtmlElement) -> tuple[str, ...]:
    """The person whom the only part of a labelled box that is called a name holds, where a mailbox
    stands beside it: «By <span class="author-name">Jane Doe</span><a>jane@post.example</a>»."""
    called = [part for part in box if is_called_name(part)]
    if len(called) != 1 or "@" not in text_of_element(box):
        return ()
    names = clean_names(text_of_element(called[0]))
    return names if len(names) == 1 and is_person(names[0]) else ()


_SMALL_WORD = re.compile(r"[^\W\d_]{1,4}:?")


def _without_small_word(element: HtmlElement, names: tuple[str, ...]) -> tuple[str, ...]:
    """Names without the small word that stands alone before the first one's own element, which
    means "by" in whatever language: «od <a>Jana Novak</a>», «<i>ndi</i> <a>Jane Doe</a>»."""
    label = text_of_element(element[0]) if len(element) > 1 else ""
    if label and " " not in label and names[0].startswith(f"{label} "):
        name = names[0].removeprefix(label).strip() if is_before_author(element[0]) else ""
        return (name, *names[1:]) if name and is_person(name) else names
    word = (element.text or "").strip()
    if not word.islower() or not names[0].startswith(f"{word} ") or not _SMALL_WORD.fullmatch(word):
        return names
    name = names[0].removeprefix(word).strip()
    return (name, *names[1:]) if is_person(name) else names


def _with_agencies(linked: tuple[str, ...], text: str) -> tuple[str, ...]:
    """Names that are linked, with the agencies that stand beside them in the line, and the persons
    where it lists them with nothing else."""
    if not linked:
        return ()
    rest = cut_before(text)
    names = clean_names(cut_after(text if rest is None else rest))
    more = [name for name in names if name not in linked]
    if not more or not set(linked) < set(names):
        return linked
    # «By Jane Doe, <a>John Roe</a> and <a>Jo Poe</a>»: the line holds its label and them alone
    listed = rest is not None and _are_all_of(names, without_day(rest))
    return names if all(map(is_agency, more)) or (listed and all(map(is_person, more))) else linked


def _are_all_of(names: Sequence[str], text: str) -> bool:
    """Whether a text is names, what joins them, and no more."""
    return all(letters(word) in ANDS or not letters(word) for word in besides(names, text).split())


def _profiled(element: HtmlElement) -> str | None:
    """Whom a profile is of by its heading, «About Jane Doe»: what follows tells what they do.

    Nobody, where it says «About the author»; None where it has no such heading.
    """
    first = element[0] if len(element) and element[0].tag in ("p", "div", "strong") else None
    if first is not None:
        said = text_of_element(first)
        if region_headed(said) == "author-box":
            return ""
        if told := _ABOUT.fullmatch(said):
            return told.group(1) if is_person(told.group(1)) else None
    for heading in element.iter("h2", "h3", "h4", "h5", "h6"):
        said = text_of_element(heading)
        found = _ABOUT.match(said)
        never = found is None and letters(said) in NEVER
        if never or named_by_heading(said) == "author-box":
            return ""  # «Zur Person»
        if found is None:
            return None
        return "" if is_role(found.group(1)) else found.group(1)
    return None
