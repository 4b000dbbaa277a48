"""Persons in a line of signed parts, where each other part is a fact beside them.

«17/11/2026 | سارة أحمد», «سارة أحمد (القاهرة) - علي حسن (دبي)», «حوار: سارة أحمد - تصوير: علي حسن»,
«مراسل «الأفق» في بيروت: سارة أحمد», «القاهرة: سارة أحمد «الأفق»».
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from pipeline.lines.credits import is_agency
from pipeline.page.elements import letters
from pipeline.patterns.late_patterns import late_pattern
from pipeline.patterns.word_patterns import WordPattern
from pipeline.people.brackets_behind import without_others_in_brackets
from pipeline.people.byline_words import (
    FACT_WORDS,
    KNOWN_PLACES,
    LABEL_INSIDE,
    OPINION_WORDS,
    ROLE_FIRST,
    SILENT,
    any_of,
    words,
)
from pipeline.people.given_names import HANGS, begins_with_given_name, persons_in, without_account
from pipeline.people.houses import is_site
from pipeline.people.jobs import is_job
from pipeline.people.labels import TRANSLATED, cut_before, is_credit_of_picture, is_editors_label
from pipeline.people.name_shapes import has_form_of_person
from pipeline.people.names import clean_names
from pipeline.people.quoted_houses import MAX_QUOTED, with_bars
from pipeline.people.second_names import has_second_name, is_called_as_person
from pipeline.people.towns_before_days import without_town_before_day

MAX_CHARS = 120
MAX_FACTS = 7
_BETWEEN = late_pattern(
    r"\s*[|•●∙⋅▪\n]\s*|\s+·\s+|\s+(?:[-–—/]+|ـ+)\s+|(?<=\w)[/–—]\s|(?<=[\u0621-\u06d5])-\s"
)
_LABEL = re.compile(r"([^:：.]{2,50}?)\s*(?:[:：]|\.(?=\s))\s*(?=\S)")
_SIGN = re.compile(r"[|•●∙⋅▪·\n:/–—،,.-]|\sـ+\s")
_BEHIND_COMMA = re.compile(r"\s*[,،]\s*([^,،]{2,30})$")
_COMMA = re.compile("[,،]")
_BRACKETED = re.compile(r"\s*[(（]([^()（）]{2,30})[)）]\s*$")
_ARABIC = re.compile("[\u0621-\u064a]")
_HOUSE_FIRST = re.compile(r"[(（]([^()（）]{3,30})[)）]\s*[-–—ـ:]\s*(?=\S)")
_ORIGINAL = re.compile(r"^تأليف\s?:\s?")
"""Who wrote what another translated; alone it is the author of a book of which a text tells."""
_QUOTED_FIRST = re.compile(r"[«\"“][^«»\"“”]{2,30}[»\"”]\s*[-–—/|]\s*(?=\w)")
_ALONE = re.compile(r"خاص|حصري|exclusive|exclusif|exklusiv|esclusiva|exclusivo", re.IGNORECASE)
_QUOTED = late_pattern(r"\s*[«\"“]([^«»\"“”]{2,40})[»\"”]\s*")
_WRITTEN_IN = re.compile(r"\s(?:في|لـ?|عن|in|für|for|pour|per|para|en)$")
"""What stands between a person and the house for which they wrote."""
_IN_PLACE = WordPattern(rf"(?:{any_of(words('at'))})\s+", re.IGNORECASE)
_REPORTS_FROM = re.compile(
    r"(?<=\w)\s+(?:reports?|reporting|writes|berichtet|bericht|rapporte|informa|riferisce|relata)\s+"
    r"(?:from|in|aus|uit|desde|depuis|da|de)\s+[A-ZÀ-Þ]\w+(?:\s[A-ZÀ-Þ]\w+)?\.?$"
)
"""«Jane Doe reports from Leeds»."""
_ARTICLES = ("The ", "Der ", "Die ", "Das ", "Le ", "La ", "Les ", "El ", "Los ", "Il ", "De ")
MAX_HOUSE_WORDS = 5
MAX_TOWN_WORDS = 3


def persons_among_facts(text: str, sites: frozenset[str], *, sure: bool = True) -> tuple[str, ...]:
    """The persons of a line each other part of which is a day, a known place, the site, a job, or
    credits a picture; empty where any part is something else, an agency too, which credits
    pictures so, or where nothing is beside them. `sure`: one has a common given name."""
    whole = without_town_before_day(without_account(text))
    text = without_others_in_brackets(whole)
    bracketed = text != whole
    own = _HOUSE_FIRST.match(text)
    text = text[own.end() :] if own and is_site(own[1], sites) else text
    quoted = _QUOTED_FIRST.match(text)
    text = text[quoted.end() :] if quoted and _is_from_place(text[quoted.end() :]) else text
    if len(text) > MAX_CHARS or text[:1] in "([（":
        return ()
    written = _labelled_at_end(text) or _sent_by_house(text, sites)
    if written:
        return written
    told = text if text.startswith(_ARTICLES) else _REPORTS_FROM.sub(" | ", text)
    # Whatever the name beside who pictured, where capitals tell that it is one.
    sure = sure and told == text and not (bracketed and text[:1].isupper())
    bare = with_bars(told, sites)
    if bare == text and not bracketed and not _may_hold(text):
        return ()
    parts = [part for part in _BETWEEN.split(bare.strip(" :|")) if part]
    if len(parts) > MAX_FACTS:
        return ()
    parts.sort(key=lambda part: TRANSLATED.match(part) is None)  # a translator stands first
    if parts and TRANSLATED.match(parts[0]):
        parts = [_ORIGINAL.sub("كتب: ", part) for part in parts]
    # Beside who pictured stands who wrote, whatever the name.
    shown = [part.partition(":")[2] for part in parts if ":" in part and SILENT.match(part)]
    if any(is_site(house, sites) for house in shown):
        return ()  # «Photo: The Courier / Jane Doe»
    pictured = bool(shown)
    sure = sure and not (pictured and not any(map(_COMMA.search, parts)))
    return _persons_of(parts, sites, facts=int(bracketed or bare != text), sure=sure)


def _persons_of(
    parts: Sequence[str], sites: frozenset[str], *, facts: int, sure: bool
) -> tuple[str, ...]:
    """The persons of a line's `parts` where each other is a fact; `facts` are those beside them."""
    names: dict[str, None] = {}
    for part in parts:
        if is_credit_of_picture(part):
            facts += 1
            continue
        if is_editors_label(part):
            facts += 1
            sure = sure and TRANSLATED.match(part) is None  # who is translated wrote
            continue
        if (wrote := cut_before(part)) and wrote[0].isupper() and (told_names := _formed(wrote)):
            names |= dict.fromkeys(told_names)
            facts, sure = facts + 1, False
            continue
        named = _without_house(_without_label(part, sites), sites)
        facts += named != part
        if not named or _is_fact(named, sites):
            facts += 1
            continue
        persons = persons_in(named)
        if not persons and ((not sure and has_form_of_person(named)) or has_second_name(named)):
            persons = _formed(named)
        if HANGS.search(named):
            return ()  # «پژوهشگر ارشد گفت: …» reports
        if not persons and named != part and _NO_NAME.search(named) is None:
            persons = tuple(filter(has_form_of_person, clean_names(named)))
            sure = sure and not _reports_from_town(part, named)
        if not persons or is_agency(persons[0].split()[0]):
            return ()
        names |= dict.fromkeys(persons)
    called = not sure or any(map(is_called_as_person, names))
    return tuple(names) if facts and called else ()


def _labelled_at_end(text: str) -> tuple[str, ...]:
    """The persons behind a label of writers and a colon that ends a line, whatever place or house
    stands before it: «دبي، الإمارات (CNN) -- إعداد: سارة أحمد»."""
    if ":" not in text and "：" not in text and " من " not in text:
        return ()
    job, _, name = _BETWEEN.split(text)[-1].partition(":")
    role = ROLE_FIRST.match(f"{job.strip().removeprefix('من ')} ")
    if role and is_editors_label(f"{job.strip()}:"):
        return ()  # «Jane Doe | Editor: John Roe»
    if role and is_job(role[0].strip()) and _opens(text, f"{job}:{name}"):
        return _formed(name.strip())
    text = _FROM.sub("بقلم: ", text)
    last = LABEL_INSIDE.split(text)[-1]
    if last == text or SILENT.match(last) or is_editors_label(last) or not _opens(text, last):
        return ()
    wrote = cut_before(last) or ""
    told = last.endswith((f": {wrote}", f"：{wrote}"))
    return persons_in(wrote) or (_formed(wrote) if told else ())


def _formed(text: str) -> tuple[str, ...]:
    """The persons of a text that is nothing but one, or several with commas between."""
    names = clean_names(text) if "," in text else (text,)
    return names if all(map(has_form_of_person, names)) else ()


_FROM = re.compile(r"(?<=[-–—] )من(?:\s*:|(?<=\) [-–—] من))\s+")
"""«نزوى - من: سارة أحمد», «القاهرة (رويترز) - من سارة أحمد», where the word says no more than
"by"."""


def _opens(text: str, last: str) -> bool:
    """Whether what stands before the last part of a line ends at a sign, and is brief."""
    before = text.removesuffix(last).rstrip()
    return before[-1:] in _ENDS_PART and len(before) <= MAX_BEFORE_LABEL


def _sent_by_house(text: str, sites: frozenset[str]) -> tuple[str, ...]:
    """The person behind a few words and a colon among which the site names itself: «بعثة الأفق إلى
    أسوان: سارة أحمد»."""
    label, colon, name = text.partition(":")
    parts = label.split()
    if not colon or not MIN_SENT < len(parts) <= MAX_SENT:
        return ()
    spans = [
        " ".join(parts[start:end])
        for start in range(1, len(parts))
        for end in range(start + 1, min(start + 1 + MAX_QUOTED, len(parts) + 1))
    ]
    named = any(is_site(span.strip('«»"“”'), sites) for span in spans)
    return persons_in(name.strip()) if named else ()


MIN_SENT, MAX_SENT = 1, 7
_ENDS_PART = frozenset('-–—ـ|/)»"”،,')
MAX_BEFORE_LABEL = 60


def _may_hold(text: str) -> bool:
    """Whether a line has a sign between facts, a quoted house, or begins with a role."""
    found = _SIGN.search(text) or _QUOTED.search(text) or ROLE_FIRST.match(text)
    return found is not None


_TEXTS = frozenset(letters(word) for kind in ("kinds", "opinions") for word in words(kind))
"""What a text may be called in a line with its author: «Column | By Jane Doe»."""
_NO_NAME = re.compile(r"[\d©®؟?!…«»\"“”]")


def _without_label(part: str, sites: frozenset[str]) -> str:
    """A part without its label; empty where the label is of who wrote nothing."""
    label = _LABEL.match(part)
    if label is None:
        rest = cut_before(part)
        return rest if rest and begins_with_given_name(rest) else part
    if SILENT.match(part) or is_editors_label(part):
        return ""
    rest = part[label.end() :]
    known = (
        letters(label[1]) in KNOWN_PLACES
        or letters(label[1]) in OPINION_WORDS
        or _is_letter_from(label[1])
        or not _without_house(label[1], sites)
    )
    if not known and "." in label[0]:
        return part
    return rest if known or cut_before(part) is not None else part


def _is_from_place(line: str) -> bool:
    """Whether a line begins with a known place and a colon, as of who writes from there."""
    place, colon, _ = line.partition(":")
    return bool(colon) and letters(place) in KNOWN_PLACES


def _is_letter_from(label: str) -> bool:
    """Whether a label is one word and a known place: «رسالة بيروت: …», «Carta de Lima: …»."""
    word, _, place = label.partition(" ")
    return bool(place) and word.isalpha() and letters(place) in KNOWN_PLACES


def _reports_from_town(part: str, name: str) -> bool:
    """Whether a reporter's role and a known place stand before a name, all of a part: «مراسلنا في
    تونس …» tells a person whatever the name."""
    role = ROLE_FIRST.match(part)
    between = part[role.end() :].removesuffix(name) if role else ""
    placed = _IN_PLACE.match(between)
    return placed is not None and letters(between[placed.end() :]) in KNOWN_PLACES


_DESK = WordPattern(rf"(?<!\w)(?:{any_of([*words('desks'), 'الشؤون'])})(?!\w)", re.IGNORECASE)
_WEEKDAYS = frozenset(map(letters, words("weekdays")))
_COUNT = re.compile(r"\D{0,14}\d[^|•]{0,40}")
"""A day, a time, how long one reads, how many read: «4 min read», «١٢٤٥ مشاهدة»."""


def _is_fact(part: str, sites: frozenset[str]) -> bool:
    if is_site(part, sites) or is_job(part) or _COUNT.fullmatch(part) or _DESK.search(part):
        return True
    if letters(part) in _WEEKDAYS:
        return True
    if letters(part) in KNOWN_PLACES or letters(part.split(",")[0]) in KNOWN_PLACES:
        return True
    if _ALONE.fullmatch(part) or letters(part) in _TEXTS:
        return True
    if all(word in FACT_WORDS or word.removeprefix("و") in FACT_WORDS for word in part.split()):
        return True  # a section: «ثقافة وفنون»
    return SILENT.match(part) is not None or cut_before(f"{part}: ") == ""


def _is_behind(said: str, sites: frozenset[str]) -> bool:
    """Whether what stands behind a name, in brackets or a comma before it, is no part of it."""
    placed = letters(said) in KNOWN_PLACES or is_site(said, sites)
    return placed or (_ALONE.fullmatch(said) or _DESK.search(said)) is not None


def _without_house(part: str, sites: frozenset[str]) -> str:
    """A part without the place in brackets behind the name, and without what its person does for
    the house: «مراسل الأفق في بيروت سارة أحمد»."""
    place = _BRACKETED.search(part) or _BEHIND_COMMA.search(part)
    if place and _is_behind(place[1], sites):
        part = part[: place.start()]
    quoted = _QUOTED.search(part)
    role = ROLE_FIRST.match(part)
    ours = role is not None and quoted is not None and quoted.start() <= role.end()
    if quoted and (ours or is_site(quoted[1], sites)):
        before = _WRITTEN_IN.sub("", part[: quoted.start()])
        if before.endswith(":") and quoted.end() == len(part) and not persons_in(before[:-1]):
            return ""  # «سان فرنسيسكو: «الأفق»»: the house, and whence it writes
        part = f"{before} {part[quoted.end() :]}".strip()
    *named, last = part.split() or [""]
    if len(named) > 1 and _ARABIC.match(part) and letters(last) in KNOWN_PLACES:
        return " ".join(named)
    role = ROLE_FIRST.match(part)
    if role is None or is_editors_label(part):
        return part
    rest = part[role.end() :].split()
    for size in range(min(len(rest), MAX_HOUSE_WORDS), 0, -1):
        if is_site(" ".join(rest[:size]), sites):
            rest = rest[size:]
            break
    return _without_town(" ".join(rest))


def _without_town(line: str) -> str:
    """A line without the town that it begins with behind a word like «in», of three words at
    most."""
    placed = _IN_PLACE.match(line)
    rest = line[placed.end() :].split() if placed else []
    for size in range(min(len(rest), MAX_TOWN_WORDS), 0, -1):
        if letters("".join(rest[:size])) in KNOWN_PLACES:
            return " ".join(rest[size:])
    return line
