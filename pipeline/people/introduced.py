"""Whom the last line of a text introduces: «Jane Doe teaches at …», «ليلى مراد – باحثة …»."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from pipeline.patterns.word_patterns import WordPattern
from pipeline.people.byline_words import LEADING_ROLE, WRITING_WORDS, any_of, words
from pipeline.people.callings import begins_with_calling
from pipeline.people.given_names import begins_with_given_name
from pipeline.people.jobs import is_job
from pipeline.people.labels import is_label, is_role
from pipeline.people.lone_lines import is_said_nowhere
from pipeline.people.lone_person import lone_person
from pipeline.people.name_shapes import is_cased_as_name, is_name, speaks_of
from pipeline.people.no_names import OFFICE
from pipeline.people.profiles import MAX_NOTE_CHARS, MAX_PROFILE_CHARS, NOTE, is_short
from pipeline.records import Block

_INTRODUCED = WordPattern(rf"(\S+(?:\s\S+){{1,3}}?)\s+(?:{any_of(words('introduces'))})\s")
_DESCRIBED = WordPattern(
    rf"([^\W\d_]+(?:\s[^\W\d_]+){{1,2}}?)(?:(?<=[\u0621-\u06d5])[،,:]?|\s[—–])\s+"
    rf"(?:{any_of(words('roles'))})(?!\w)",
    re.IGNORECASE,
)
"""The same where no verb is needed: «منى سالم صحفية …», «Мария Сидорова — корреспондент …»."""


def introduced_author(kept: Sequence[Block], signed: frozenset[Block]) -> tuple[str, ...]:
    """The person whom the last line alone names, to say who that is, «Jane Doe teaches logistics
    at …», and those by common names whom its further sentences introduce so; else empty."""
    first = _introduced(kept, signed)
    told = dict.fromkeys(first)
    for sentence in _SENTENCE.split(kept[-1].text)[1:MAX_INTRODUCED] if first else ():
        note = replace(kept[-1], text=sentence)
        told |= dict.fromkeys(
            filter(begins_with_given_name, _introduced([*kept[:-1], note], signed))
        )
    return tuple(told)


_SENTENCE = re.compile(r"(?<=[^\W\d_]{3})\.\s+(?=[A-ZÀ-ÞА-Я])")
MAX_INTRODUCED = 6
"""Sentences of a note that may introduce one person each."""


def _introduced(kept: Sequence[Block], signed: frozenset[Block]) -> tuple[str, ...]:
    """Whom the last line introduces first; it has the look of a note, or it names a job."""
    last = kept[-1]
    noted = last in signed or NOTE.match(last.text) is not None
    if not is_short(last, MAX_PROFILE_CHARS if noted else MAX_NOTE_CHARS):
        return ()
    if (called := _behind_role(last.text)) and is_said_nowhere(called, kept):
        return (called,)
    if (noted_by := _behind_star(last.text)) and is_said_nowhere(noted_by, kept):
        return (noted_by,)
    text = LEADING_ROLE.sub("", _ARTICLE_OF_ROLE.sub("", last.text.lstrip("*＊•●▪■ ")))
    described = None if _SAYS.search(text) else _DESCRIBED.match(text)
    starred = text != last.text and text.partition(" ")[0] not in _NEVER
    told = described is not None and text[described.end(1)] == ":" and text[:2] != "ال"
    if described is not None and lone_person(described[1]) and is_said_nowhere(described[1], kept):
        # «ليلى مراد – باحثة في …»: a dash tells who that is, whatever the name.
        told = told or last in signed or _DASHED.match(text, described.end(1)) is not None
    if described and (starred or told or begins_with_given_name(described[1])):
        return () if any(described[1] in b.text for b in kept[:-1]) else (described[1],)
    dense = _DENSE.match(last.text) if last in signed else None
    if dense and is_said_nowhere(dense[1], kept):
        return (dense[1],)
    apart = last in signed and last.text[:1] not in "*＊"
    beside = _STARRED.match(f"* {last.text}" if apart else last.text)
    if beside and lone_person(beside[1]) == beside[1] and is_said_nowhere(beside[1], kept):
        return (beside[1],)
    match = _INTRODUCED.match(text)
    if match is None or not is_name(match[1]) or not is_cased_as_name(match[1]):
        return ()
    writes = text[match.end(1) : match.end()].strip() in WRITING_WORDS
    if not (noted or writes or _IS_A.match(text, match.end())):
        return ()
    name = match[1]
    cased = all(word[0].isupper() for word in (name.split()[0], name.split()[-1]))
    if not cased and (name[0].islower() or not begins_with_given_name(name)):
        return ()
    return () if speaks_of(name, (block.text for block in kept[:-1])) else (name,)


_SAYS = re.compile(
    r"[،,]\s(?:(?:\S+\s){0,3}(?:می‌?گوید|معتقد است|باور دارد)|"
    r"(?:\S+\s){1,4}(?:[يت]رى|[يت]قول|[يت]عتقد|[يت]ؤكد|قالت?|أكدت?)\s[أإ]ن(?!\w)|"
    r"می‌?گوید|گفت|معتقد|باور دارد|افزود|اظهار|تصریح|ت[أا]کید|توضیح|هشدار|بیان کرد|"
    r"دەڵێت?|گوتی|وتی|ڕایگەیاند|(?:[يت])(?:قول|رى|عتقد|ؤكد|وضح|ضيف|شير|حذر)|قالت?|أكدت?|أوضحت?|"
    r"أضافت?|أشارت?|ذكرت?|حذرت?)(?!\w)"
)
"""What a person of whom a report tells says, behind what they do: «…، پژوهشگر …، می‌گوید که …»."""
_DENSE_ROLES = any_of(word for word in words("roles") if word[0] >= "\u3005" and len(word) > 1)
_DENSE = WordPattern(
    "([\u3005\u3400-\u9fff]{2,4}|[\u3005\u3400-\u9fff]{1,4} [\u3005\u3040-\u309f\u3400-\u9fff]{1,4}"
    f"|[\uac00-\ud7af]{{2,4}})\\s?[，,、]?\\s?(?:{_DENSE_ROLES})(?=[。，,、]|[는은이가]\\s)"
)
"""The same in Chinese, Japanese and Korean, in a line that looks signed: «王晓琳，记者，…»."""
_ARTICLE_OF_ROLE = WordPattern(
    rf"^(?:the|die|der|la|le|el|il)\s(?=(?:{any_of(words('roles'))})\s)", re.IGNORECASE
)
"""«Die Autorin Jana Roth ist …»."""
_STARRED = WordPattern(
    r"[*＊]\s?([^\W\d_][^,،:*]{4,40}?)[,،]\s"
    rf"(?:{any_of([*words('roles'), *words('callings')])})(?!\w)",
    re.IGNORECASE,
)
"""A star, a name and what the person does: «*Ana Prieto, economista y consultora»."""


def _behind_star(text: str) -> str | None:
    """The person in a note behind a star, of which a colon parts what they do, whichever of the
    two stands first: «* Reporter in Leeds: Jane Doe», «* سارة أحمد: باحثة»."""
    note = _STAR.match(text)
    if note is None:
        return None
    first, second = note[1].strip(), _CLAUSE_ENDS.split(note[2], maxsplit=1)[0].strip(" .")
    for name, job in ((first, second), (second, first)):
        does = is_job(job) or OFFICE.match(job) or begins_with_calling(job)
        if does and lone_person(name) == name and not is_job(name):
            return name
    return None


_STAR = re.compile(r"[*＊•]+\s?([^:：*]{3,60}?)\s?[:：]\s?(\S.*)")
_CLAUSE_ENDS = re.compile(r"\s*[,،.؛;]\s|\s*\.$")


def _behind_role(text: str) -> str | None:
    """The person between two commas behind a role that begins a sentence: «The author, Jane Doe, is
    a journalist.»"""
    role, *named = _COMMAS.split(text, maxsplit=2)
    if len(named) < LEAST_PARTS or not (is_role(role) or is_label(f"{role}:")):
        return None
    return named[0] if lone_person(named[0]) == named[0] else None


_NEVER = frozenset(words("never"))
_DASHED = re.compile(r"\s[—–]\s")
LEAST_PARTS = 2
_COMMAS = re.compile(r"\s*[,،]\s+")
_IS_A = WordPattern(
    rf"(?:(?:an?|the|une?|la?|le|el|un|una|uma?|o|ein|eine|il|lo|een|de)\s+|l['’])?(?:[\w-]+\s+){{0,2}}?"
    rf"(?:{any_of([*words('roles'), *words('callings')])})(?!\w)",
    re.IGNORECASE,
)
"""What a person does, right behind the verb that introduces them: «is a freelance journalist»."""
