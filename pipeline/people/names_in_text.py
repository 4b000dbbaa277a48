"""The names that the text of a byline tells, whatever its elements are."""

from __future__ import annotations

import re
from itertools import takewhile

from pipeline.common_words import languages_of
from pipeline.days.words import WORDS
from pipeline.lines.credits import is_agency
from pipeline.page.elements import letters, tidy
from pipeline.patterns.late_patterns import late_pattern
from pipeline.patterns.word_patterns import WordPattern, any_word
from pipeline.people.beside_pictures import who_wrote_beside_pictures
from pipeline.people.byline_words import KNOWN_PLACES, any_of, words
from pipeline.people.callings import is_arabic_job_alone
from pipeline.people.counted import without_count
from pipeline.people.dense_lines import persons_of_dense_line
from pipeline.people.dense_reporters import reporters_in_dateline, sent_from
from pipeline.people.desks import is_account
from pipeline.people.given_names import begins_with_given_name, is_arabic_phrase
from pipeline.people.jobs import is_job
from pipeline.people.labels import POSTED, cut_after, cut_before, is_editors_label
from pipeline.people.labels_inside import (
    FACTS,
    by_inside,
    is_second_task,
    is_within_name,
    label_inside,
    writer_inside,
)
from pipeline.people.lone_person import lone_person
from pipeline.people.name_shapes import is_cased_as_name, is_person
from pipeline.people.names import FROM_ARABIC, clean_names, given_first, is_arabic_desk
from pipeline.people.no_names import DAY_WORD
from pipeline.people.piece_lines import without_piece
from pipeline.people.placed import (
    agency_before_town,
    agency_with_place,
    placed_names,
    without_place,
)
from pipeline.people.second_names import is_called_as_person
from pipeline.punctuation import SENTENCE_ENDS

_END_OF_NAMES = WordPattern(
    rf"\s*(?:[.,;]\s[^\W\d_]{{3,12}}\s?:|\s[\u3400-\u9fff]{{2,4}}[:：]|\d{{1,4}}[./:-]\d|\d{{4}}|\s[|•●∙⋅▪·]\s|(?<!\w)(?:{any_of(words('weekdays'))})\s*[,،.]?\s*\d)",
    re.IGNORECASE,
)


_OPENS = tuple("（【〔(")


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
    if text.rstrip()[-1:] not in _COLONS:
        return text
    if (bare := _DAY_LABEL_BEHIND.sub("", text)) != text and " " in bare:
        return bare
    behind = _LABEL_BEHIND.fullmatch(text)
    return behind[1] if behind else text


_DAY_LABEL_BEHIND = late_pattern(
    rf"\s(?:{any_word([*WORDS['published'], *WORDS['modified']])})\s*[:：]\s*$", re.IGNORECASE
)
"""What stands before a day that was cut off, of several words perhaps: «Vũ Trang Đăng ngày:»."""


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


_COUNT_LEFT = re.compile(r"(?<=[^\W\d_])\s\d{1,2}$")
"""What is left of how long one reads, «Jane Doe 5 min read», where the words were cut off."""
LEAST_NAME = 2
_BEFORE_TIME = (" في", " عند", " بتاريخ")
"""What Arabic says before a time that was cut off: «سارة أحمد في الساعة 06:04»."""
_COUNTED = re.compile(r"\s*[:：]\s*\d[\d.,٬]*$")
"""A colon and a number that end a line."""


_COLONS = frozenset(":：")
_DAY_BEHIND = WordPattern(
    rf"[\s,،|·•–-]+{DAY_WORD}[\s,،–-]*$",
    re.IGNORECASE,
)
"""A word for a day before a clock that was cut off: «Jane Doe Yesterday, 10:15»."""


def names_in_text(text: str, strength: int) -> tuple[str, ...]:
    """The names that a byline's text tells; `strength` is how surely its element is a byline
    (`pipeline.people.byline_marks`): of one that only its text makes such, more is asked."""
    if is_arabic_desk(text) or is_arabic_job_alone(text):
        return ()  # «المحرر السياسي» is no «السياسي» whom a label names
    if whole := _told_whole(text):
        return whole
    text = _WITH_MORE.sub("", text) if "eporting" in text else text
    if strength > 1:
        text = _IS.sub(r"\1", _KIND_OF.sub("", _KIND_BEFORE.sub("", text)))
        sent = text.removeprefix(FROM_ARABIC)
        text = sent if sent and sent != text and _is_called_so(sent) else text
    rest = _behind_label(text)
    if rest is None and strength < 2:
        return ()
    told = cut_after(rest if rest is not None else text)
    told = _COUNT_LEFT.sub("", told) if told[-1:].isdigit() and told in text[:-1] else told
    if told.endswith(_BEFORE_TIME):
        told = told.rpartition(" ")[0]
    told = given_first(told) if strength > 1 else told
    wanted = _END_OF_NAMES.split(told, maxsplit=1)[0]
    ends = _DAY_BEHIND.sub("", wanted)
    wanted = _without_count(wanted) if wanted == told else _without_label_behind(ends)
    if wanted != told and (behind := _between_bars(told) or _behind_house(wanted, told)):
        return behind
    if len(tidy(wanted)) > MAX_NAMES_CHARS:
        return ()
    names = placed_names(tidy(wanted)) or without_place(
        clean_names(wanted), wanted, labelled=rest is not None
    )
    if not names and strength > 1 and (agency := agency_with_place(tidy(wanted))):
        return (agency,)
    if len(names) == 1 and (agency := agency_before_town(names[0])):
        return (agency,)
    if strength > 1:
        called = [name for name in names if not (name.islower() and len(name.split()) > MANY_LOW)]
        return tuple(map(without_piece, called))
    return _of_text_alone(names, text, rest)


MAX_NAMES_CHARS = 100
"""Letters of a line of names; a longer one tells something."""


def _told_whole(text: str) -> tuple[str, ...]:
    """The names of a line that is known as a whole: of a telegram, of writing and pictures."""
    if dense := persons_of_dense_line(text, frozenset()) or sent_from(text):
        return dense
    if pictured := who_wrote_beside_pictures(text):
        # «By Jane Doe in Leeds and John Roe in Bern»
        return (cut_before(pictured[0]) or pictured[0], *pictured[1:])
    if text.startswith(_OPENS) and (reporters := reporters_in_dateline(text)):
        return reporters  # «（中央社记者王芳台北28日电）»
    sent = _FROM_IN.fullmatch(text)
    return (sent[1],) if sent and lone_person(sent[1]) == sent[1] else ()


def _behind_label(text: str) -> str | None:
    """What stands behind the label of who wrote, before where and for whom they did; None where
    there is no such label."""
    text = without_count(text)
    rest = cut_before(text)
    if rest and (later := by_inside(rest)) and any(map(str.isdigit, rest[: later.start()])):
        rest = later[1]  # «كتب في 20 مايو 2026 بواسطة سارة أحمد»
    if rest is None:
        inside = by_inside(text)
        if inside is not None and is_second_task(inside):
            return None
        named = inside is not None and is_within_name(inside)
        rest = inside.group(1) if inside and not named else label_inside(text)
    if rest is None:
        return None
    if is_editors_label(text) or POSTED.match(text):
        rest = writer_inside(text) or rest
    if (filed := _FILED_IN.fullmatch(rest)) and not is_job(filed[1]):
        rest = filed[1] if lone_person(filed[1]) else rest
    own = _OF_HOUSE.fullmatch(rest) if " of " in rest else None
    own = None if own and is_agency(_FIRST_FACT.split(rest)[0]) else own  # «Press Trust of India»
    sent = _SENT_TO.fullmatch(rest)
    return _behind_town(sent[1]) or rest if sent else own[1] if own else rest


def _behind_town(text: str) -> str | None:
    """Whom a label sent to a town of one word, or of more before a common given name: «(dal nostro
    inviato a) Torino Jane Doe»; None where fewer than a town and a name are told."""
    parts = text.split()
    least = 2 if letters("".join(parts[:2])) in KNOWN_PLACES else 1
    tails = [" ".join(parts[size:]) for size in range(least, len(parts) - 1)]
    return next(filter(begins_with_given_name, tails), tails[0] if tails else None)


_FIRST_FACT = re.compile(r"\s*[|,;]\s*")
_SENT_TO = re.compile(r"(?:ad?|à|em|en|in|i|aus|nach)\s((?:[A-ZÀ-Þ][^\s,]*\s){2,4}[A-ZÀ-Þ]\S*)")
"""A town and a person behind who reports and a preposition."""


def _of_text_alone(names: tuple[str, ...], text: str, rest: str | None) -> tuple[str, ...]:
    """The names of a line of which only its text tells that it is a byline, `rest` behind the
    label: «By Monday the base was full» is none. Behind several persons a house may stand that
    writes itself small."""
    if _KIND.match(text) and any(map(is_arabic_phrase, names)):
        return ()
    if rest is not None and _is_word_behind_words(text.removesuffix(rest), names):
        return ()
    if rest is not None and _is_account_beside_day(text, names, tidy(cut_after(rest))):
        return names
    if names and all(map(is_agency, names)):
        return names  # «Von dpa», which writes itself small
    cased = tuple(filter(is_cased_as_name, names))
    if text[-1] in _COLONS or text.startswith(_FROM):  # «از همین دست:», above a list
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


def _is_account_beside_day(text: str, names: tuple[str, ...], rest: str) -> bool:
    """Whether all that stands behind a label is the name of an account, and a day before the label
    or behind the name, as blogs sign: «3.5.2026, 16:20 by jdoe», «by jdoe on 3 May 2026»."""
    if len(names) != 1 or names[0] != rest or _ACCOUNT.fullmatch(rest) is None:
        return False
    if rest in languages_of() or (cut_before(text) is None and FACTS.match(text) is None):
        return False
    return _YEAR.search(text.replace(rest, "", 1)) is not None


_ACCOUNT = re.compile(r"(?=.{4,24}$)[a-z][a-z\d]*(?:[._-][a-z\d]+)*")
_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")


_WITH_MORE = re.compile(
    r"(?<=\w)[,;]?\s(?:with\s)?(?:additional|extra|further)\sreporting\s(?:by|from)\s.*$", re.I
)
"""Who helped, behind who wrote: «Jane Doe with additional reporting by John Roe»."""


def _is_called_so(text: str) -> bool:
    """Whether a text begins with a person: by a common given name, or by a rare one and what stands
    behind it."""
    if text.startswith(_ON_BEHALF):
        return False
    return begins_with_given_name(text) or is_called_as_person(text)


_ON_BEHALF = ("طرف ", "قبل ", "جانب ")
"""What is «by» together with «from»."""
_FROM = "از "
"""«By» in Urdu, and «from» and «of» in Persian: «از همین صفحه» is no name."""


def _between_bars(told: str) -> tuple[str, ...]:
    """The persons by common given names with which a line begins, a bar between them: «Jane Doe |
    John Roe | Leeds»; empty where there is but one."""
    if "|" not in told:
        return ()
    parts = map(tidy, told.split("|"))
    names = tuple(takewhile(lambda p: begins_with_given_name(p) and lone_person(p) == p, parts))
    return names if len(names) > 1 else ()


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
    section = tidy(wanted)
    if section.isalpha() and not begins_with_given_name(section):
        others = [name for name in clean_names(cut_after(tidy(whole))) if name != section]
        if others and all(" " in n and begins_with_given_name(n) for n in others):
            return tuple(others)  # «Roads | Jane Doe»
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
