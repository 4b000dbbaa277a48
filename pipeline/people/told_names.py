"""The names that one byline tells: those that it links or sets apart, else those of its text."""

from __future__ import annotations

import re

from lxml.html import HtmlElement

from pipeline.lines.credits import is_agency
from pipeline.page.elements import text_of_element, tidy
from pipeline.patterns.word_patterns import WordPattern
from pipeline.people.beside_pictures import who_wrote_beside_pictures
from pipeline.people.byline_words import any_of, words
from pipeline.people.callings import is_arabic_job_alone
from pipeline.people.datelines import reporters_in_dateline, sent_from
from pipeline.people.dense_lines import persons_of_dense_line
from pipeline.people.dense_persons import is_dense_person
from pipeline.people.desks import is_account
from pipeline.people.given_names import begins_with_given_name, is_arabic_phrase
from pipeline.people.jobs import is_job
from pipeline.people.labels import POSTED, cut_after, cut_before, is_editors_label, is_role
from pipeline.people.labels_inside import (
    BY_INSIDE,
    is_within_name,
    label_inside,
    without_heading,
    writer_inside,
)
from pipeline.people.linked_names import (
    inner_names,
    is_before_author,
    linked_author,
    linked_names,
    listed_names,
)
from pipeline.people.lone_person import lone_person
from pipeline.people.name_shapes import is_cased_as_name, words_of_name
from pipeline.people.names import clean_names, is_arabic_desk
from pipeline.people.piece_lines import without_piece
from pipeline.people.placed import placed_names, without_place, without_town
from pipeline.people.rows_of_names import called_in_box
from pipeline.punctuation import SENTENCE_ENDS

_ABOUT = re.compile(
    r"(?:about|über|à propos de|sobre|acerca de|informazioni su|عن|درباره)\s+(\S.{1,60})",
    re.IGNORECASE,
)
_END_OF_NAMES = WordPattern(
    rf"\s*(?:[.,;]\s[^\W\d_]{{3,12}}\s?:|\s[\u3400-\u9fff]{{2,4}}[:：]|\d{{1,4}}[./:-]\d|\d{{4}}|\s[|•●∙⋅▪·]\s|(?<!\w)(?:{any_of(words('weekdays'))})\s*[,،.]?\s*\d)",
    re.IGNORECASE,
)


def names_of(element: HtmlElement, text: str, strength: int, labelled: bool) -> tuple[str, ...]:
    """The names of one element: those that it links or sets apart, else those of its text."""
    text = without_town(element, text)
    if strength in (1, 2) and labelled and (bare := without_heading(element, text)):
        text, labelled = bare, False
    inner = _with_agencies(linked_names(element), text) if strength > 1 else ()
    about = _profiled(element) if strength == 2 and not labelled else None
    if not inner and strength == 2 and not labelled and about is None:
        inner = _with_agencies(inner_names(element), text)
    if not inner and strength == 2 and labelled:
        inner = _headed(element)
    if strength == 2 and not labelled and about is None:
        inner = called_in_box(element) or _with_joined(inner, text)
    if len(inner) == 1 and len(element) > 1:
        listed = listed_names(element)
        inner = listed if inner[0] in listed else inner  # of several only one may be linked
    if not inner and strength > 1:
        inner = listed_names(element) or (linked_author(element) if strength == 4 else ())
    names = inner or _names(text if about is None else about, strength)
    if not inner and strength == TWO and not labelled:
        names = _behind_own_words(element, names)
    return _without_small_word(element, names) if names and strength > 1 else names


def _behind_own_words(element: HtmlElement, names: tuple[str, ...]) -> tuple[str, ...]:
    """The person whom the only element within a byline names, behind words of its own, as a house
    has them: «The Daily Courier <span>Jane Doe.</span>»; else the `names` of its whole text."""
    own = tidy(element.text or "") if len(element) == 1 else ""
    if not own or tidy(element[0].tail or "") or (names and len(own.split()) < LEAST_OF_HOUSE):
        return names
    name = text_of_element(element[0]).rstrip(".")
    sure = lone_person(name) == name and (not names or begins_with_given_name(name))
    return (name,) if sure else names


_OPENS = tuple("（【〔(")
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


def _headed(box: HtmlElement) -> tuple[str, ...]:
    """The person who is the only heading of a box that begins with a label: «By», «<h3>Jane
    Doe</h3>», «All articles»."""
    heads = [text_of_element(head) for head in box.iter("h3", "h4", "h5", "h6")]
    names = clean_names(heads[0]) if len(heads) == 1 else ()
    return names if len(names) == 1 and names[0] == heads[0] and is_person(names[0]) else ()


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


def is_person(name: str) -> bool:
    """Whether a name has the length and the capitals of a person's."""
    return is_dense_person(name) or (2 <= words_of_name(name) <= 4 and is_cased_as_name(name))


def _with_agencies(linked: tuple[str, ...], text: str) -> tuple[str, ...]:
    """Names that are linked, with the agencies that stand beside them in the line."""
    if not linked:
        return ()
    rest = cut_before(text)
    names = clean_names(cut_after(text if rest is None else rest))
    more = [name for name in names if name not in linked]
    return names if more and set(linked) < set(names) and all(map(is_agency, more)) else linked


_KIND = re.compile(
    "(?:تقرير|تحليل|كتابة|متابعة|متابعات|تغطية|رصد|تحقيق|استطلاع|قراءة|رأي|مقال|خاص|حوار)[\\s:/-]"
)
"""What a text is, before its author's name or before its subject: «تقرير: ارتفاع الأسعار»."""


_KIND_BEFORE = WordPattern(
    rf"^(?:{any_of([*words('kinds'), *words('opinions')])})\s*[|·•–—-]\s+", re.IGNORECASE
)
"""What a text is, in the line of its author: «Analysis | Jane Doe»."""


_KIND_OF = re.compile(
    r"^(?i:an?|une?|una|eine?|um|uma|o|een|en|et)\s+[^\W\d_]+\s+"
    r"(?:by|von|par|por|de|di|door|van|av|af|oleh)\s+"
    r"(?=[^\W\d_a-zà-ÿ]\S*\s+[^\W\d_a-zà-ÿ])"
)
"""The same with an article and "by", whatever word it is: «Un articol de Jane Doe»."""
_IS = re.compile(
    r"^((?:[A-ZÀ-Þ][^\s,]*\s){2,4})(?:is|was|ist|war|est|es|is|è|é)\s"
    r"(?:an?|the|our|unsere?|eine?|notre|une?|nuestr[oa]|una?|il|la|le|el|de|de|um|uma)\s.*$"
)
"""«Jane Doe is our environment editor»."""


_LABEL_BEHIND = re.compile(r"(\S+\s+\S.*?)\s+[^\W\d_]+\s*[:：]\s*")


def _without_label_behind(text: str) -> str:
    """What stands before a day without the day's label, «سارة أحمد التاريخ:», where two words are
    left."""
    behind = _LABEL_BEHIND.fullmatch(text) if text.rstrip()[-1:] in _COLONS else None
    return behind[1] if behind else text


def _without_count(text: str) -> str:
    """What stands before a count and its label, «سارة أحمد عدد القراءات: 324», «Jane Doe Total
    views: 12», where two words are left: the label is the last word, with those before
    it as long as it begins in small letters or with the Arabic article, which completes a word."""
    counted = _COUNTED.search(text)
    if counted is None:
        return text
    *named, last = text[: counted.start()].split() or [""]
    while len(named) > LEAST_NAME and (last.islower() or last.startswith("ال")):
        last = named.pop()
    return " ".join(named) if len(named) >= LEAST_NAME else text


LEAST_NAME = 2
_BEFORE_TIME = (" في", " عند", " بتاريخ")
"""What Arabic says before a time that was cut off: «سارة أحمد في الساعة 06:04»."""
_COUNTED = re.compile(r"\s*[:：]\s*\d[\d.,٬]*$")
"""A colon and a number that end a line."""


_COLONS = frozenset(":：")


def _names(text: str, strength: int) -> tuple[str, ...]:
    if is_arabic_desk(text) or is_arabic_job_alone(text):
        return ()  # «المحرر السياسي» is no «السياسي» whom a label names
    if dense := persons_of_dense_line(text, frozenset()) or sent_from(text):
        return dense
    if pictured := who_wrote_beside_pictures(text):
        return pictured
    if text.startswith(_OPENS) and (reporters := reporters_in_dateline(text)):
        return reporters  # «（中央社记者王芳台北28日电）»
    sent = _FROM_IN.fullmatch(text)
    if sent and lone_person(sent[1]) == sent[1]:
        return (sent[1],)
    if strength > 1:
        text = _IS.sub(r"\1", _KIND_OF.sub("", _KIND_BEFORE.sub("", text)))
    rest = cut_before(text)
    if rest and (later := BY_INSIDE.search(rest)) and any(map(str.isdigit, rest[: later.start()])):
        rest = later[1]  # «كتب في 20 مايو 2026 بواسطة سارة أحمد»
    if rest is None:
        inside = BY_INSIDE.search(text)
        named = inside is not None and is_within_name(inside)
        rest = inside.group(1) if inside and not named else label_inside(text)
    if rest is None and strength < 2:
        return ()
    if rest is not None and (is_editors_label(text) or POSTED.match(text)):
        rest = writer_inside(text) or rest
    if rest is not None and (filed := _FILED_IN.fullmatch(rest)) and not is_job(filed[1]):
        rest = filed[1] if lone_person(filed[1]) else rest
    if rest is not None and " of " in rest and (own := _OF_HOUSE.fullmatch(rest)):
        rest = own[1]
    whole = cut_after(rest if rest is not None else text)
    if whole.endswith(_BEFORE_TIME):
        whole = whole.rpartition(" ")[0]
    wanted = _END_OF_NAMES.split(whole, maxsplit=1)[0]
    wanted = _without_count(wanted) if wanted == whole else _without_label_behind(wanted)
    if wanted != whole and (behind := _behind_house(wanted, whole)):
        return behind
    if len(tidy(wanted)) > 100:
        return ()
    names = placed_names(tidy(wanted)) or without_place(
        clean_names(wanted), wanted, labelled=rest is not None
    )
    if strength > 1:
        called = [name for name in names if not (name.islower() and len(name.split()) > MANY_LOW)]
        return tuple(map(without_piece, called))
    # Only the text tells that this is a byline: «By Monday the base was full» is none. Behind
    # several persons a house may stand that writes itself small.
    if _KIND.match(text) and any(map(is_arabic_phrase, names)):
        return ()
    if rest is not None and _is_word_behind_words(text.removesuffix(rest), names):
        return ()
    cased = tuple(filter(is_cased_as_name, names))
    if text[-1] in _COLONS:  # «از همین دست:», above a list
        cased = tuple(filter(_is_surely, cased))
    if (
        cased != names
        and rest is not None
        and is_person(names[0])
        and text[-1] not in SENTENCE_ENDS
    ):
        # «Von Jana Roth, Kapblatt, zzt. Emden»
        brief = all(len(name.split()) < MANY_WORDS for name in names[1:])
        return tuple(name for name in cased if is_person(name)) if brief else ()
    return cased if cased == names or (len(cased) > 1 and all(map(is_person, cased))) else ()


def _behind_house(wanted: str, whole: str) -> tuple[str, ...]:
    """Those whom a line names behind a house, an agency or an editor's letters."""
    if is_account(tidy(wanted)):
        agencies = clean_names(whole)  # an editor's letters and an agency: «abc | dpa»
        if agencies and all(map(is_agency, agencies)):
            return agencies
    if all(map(is_agency, before := clean_names(wanted) or ("",))):
        both = clean_names(cut_after(tidy(whole)))  # «AFP | Jane Doe»
        if len(both) > len(before) and all(is_agency(n) or _is_surely(n) for n in both):
            return both
    if _HOUSE_LETTERS.fullmatch(tidy(wanted)):
        _, *others = clean_names(cut_after(tidy(whole))) or ("",)
        if others and all(map(_is_surely, others)):
            return tuple(others)  # «TNN | Jane Doe | Updated …»
    return ()


_FROM_IN = re.compile(r"From\s(\S+(?:\s\S+){1,3})\sin\s[A-ZÀ-Þ]\S+(?:\s\S+)?")
"""Who sent a text and whence: «From Jane Doe in Cape Town»."""
_OF_HOUSE = re.compile(
    r"((?!.*\b(?:Bureau|Department|Institute|Ministry|Office|Council|Board|Desk|Staff)\b)"
    r"[A-Z][\w.'’-]+(?:\s[A-Z][\w.'’-]*){1,3})\sof\s(?:[Tt]he\s)?[A-Z].*"
)
"""A person and their house: «By Jane Doe of The Courier»."""
_FILED_IN = re.compile(
    r"([\u0621-\u064a]+(?:\s[\u0621-\u064a]+){1,3})\sفي\s[\u0621-\u064a]+(?:\s[\u0621-\u064a]+)?"
)
"""A name, and under what the site files the text: «سارة أحمد في تقنية»."""


def _is_surely(name: str) -> bool:
    return begins_with_given_name(name) or (name[0].isupper() and is_person(name))


_HOUSE_LETTERS = re.compile("[A-Z]{2,5}")
MANY_LOW = 2
"""Words without capitals of an account; more of them are no name: «over the sea»."""
MANY_WORDS = 3
"""Of what stands behind a person in a byline, and is no sentence."""


def _is_word_behind_words(label: str, names: tuple[str, ...]) -> bool:
    """Whether one Arabic word follows a label without a sign: «تحقيق وتصوير جوي»."""
    one = len(names) == 1 and " " not in names[0] and "\u0621" <= names[0][0] <= "\u064a"
    return one and label.rstrip()[-1:].isalpha()


def _profiled(element: HtmlElement) -> str | None:
    """Whom a profile is of by its heading, «About Jane Doe»: what follows tells what they do.

    Nobody, where it says «About the author»; None where it has no such heading.
    """
    first = element[0] if len(element) and element[0].tag in ("p", "div", "strong") else None
    if first is not None and (told := _ABOUT.fullmatch(text_of_element(first))):
        return told.group(1) if is_person(told.group(1)) else None
    for heading in element.iter("h2", "h3", "h4", "h5", "h6"):
        found = _ABOUT.match(text_of_element(heading))
        if found is None:
            return None
        return "" if is_role(found.group(1)) else found.group(1)
    return None
