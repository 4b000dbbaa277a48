"""Lines that sign a text: the author's name alone below its last sentence, or above its first.

«<p align="right"><i>Jane Doe</i></p>», «（木村直樹）», «سارة أحمد - بيروت»: such a line is no text,
and where the page names no author it tells who wrote it.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from pipeline.page.elements import letters
from pipeline.people.byline_words import (
    JOB_BEFORE_UNSPACED,
    KNOWN_PLACES,
    any_of,
    words,
)
from pipeline.people.codes import is_code
from pipeline.people.credits import is_agency
from pipeline.people.date_tails import without_date
from pipeline.people.desks import who_signs
from pipeline.people.given_names import begins_with_given_name, persons_in
from pipeline.people.houses import is_credit_of, is_house_alone, names_beside_house
from pipeline.people.jobs import is_job
from pipeline.people.labels import begins_with_dash_and_label, cut_before, is_editors_label
from pipeline.people.lone_person import NO_PERSON, WORDS
from pipeline.people.names import clean_names, is_cased_as_name, is_name
from pipeline.people.placed import WITH_PLACE, is_place_and_house, placed_names
from pipeline.people.profiles import (
    introduced_author,
    profile_lines,
    tells_of_author,
)
from pipeline.people.signed_looks import IN_BRACKETS, MAX_CHARS
from pipeline.records import Block, BlockKind, Removed
from pipeline.word_patterns import WordPattern

MAX_DATE_CHARS = 45
MAX_LABELLED_CHARS = 75
MAX_FACTS_CHARS = 130
"""The same where the line begins with "by": «di … pubblicata il 3 maggio 2026 nel canale …»."""
_YEAR = re.compile(r"(?:19|20)\d\d|[٠-٩]{4}|[۰-۹]{4}|\d{1,2}[./-]\d{1,2}[./-]\d{2}")

_YEAR_AT_END = re.compile(r"\d\.$")
"""Some languages end a day with a full stop: «5. ožujka 2026.», «2026. március 5.»."""

OPENING = 3
"""Lines from the text's beginning among which the name may stand."""

LOW = 3
"""The level of a heading from which it may be a byline made large: «<h5>كتب - سارة أحمد</h5>»."""

CLOSING = 4
"""Lines before its end that are looked at, some of which cleaning may take."""

_WRAPPED = re.compile(r"[(（\[【](.{2,70})[)）\]】]")
_WITHOUT_SPACES = re.compile("[\u3005\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]{2,6}")
_INITIALS = re.compile(r"(?:[^\W\d_]\.[\s-]?){2,4}|[^\W\d_]+(?: [^\W\d_]\.){1,2}")
"""«R. N.», «Jane D.»: names that end with a full stop."""


_SIGNERS = [
    word for kind in ("before", "labels", "editors", "silent", "roles") for word in words(kind)
]
_LABELLED = WordPattern(rf"(?:{any_of(words('before'))})\s?[:：/–—-]\s*(?=[^\W\d_])", re.IGNORECASE)


def _says_who(text: str) -> bool:
    """Whether a line has a label of authors, with a sign behind it, before persons of whom the
    first has a common given name, «كتبت- سارة أحمد وهبة سالم», or a person with a place."""
    placed = placed_names(text)
    if placed:
        return begins_with_given_name(placed[0])
    label = _LABELLED.match(text)
    named = label is not None and begins_with_given_name(text[label.end() :])
    return named and not is_editors_label(text)


_COLON = re.compile("[:：]")
_CREDIT = WordPattern(
    rf"(?:{any_of(_SIGNERS)})"
    r"\s*[:：]\s*(\S.+)",
    re.IGNORECASE,
)
MAX_CREDITED = 3


def is_credit_line(text: str) -> bool:
    """Whether a line says who wrote, edited or pictured a text, and no more: «Editor: Jane Doe»."""
    inner = _WRAPPED.fullmatch(text)
    match = _CREDIT.fullmatch(inner[1] if inner else text) if _COLON.search(text) else None
    if match is None or text[-1] in ".。!?؟…":
        return False
    names = clean_names(match[1])
    return 0 < len(names) <= MAX_CREDITED and all(map(_is_person, names))


def find_signatures(
    kept: Sequence[Block],
    signed: frozenset[Block],
    authors: tuple[str, ...],
    sites: frozenset[str] = frozenset(),
    sections: frozenset[str] = frozenset(),
) -> tuple[frozenset[Block], tuple[str, ...]]:
    """The lines of a cleaned text that sign it, and the authors: those known, else who signs.

    A known author's name alone in a line is a signature whatever its look; a name that the page
    says nowhere else must be among the `signed`. `sites` and `sections` are the folded names of
    the site and of the article's sections, one of which may stand above the text.
    """
    if len(kept) < 2:
        return frozenset(), authors
    known = {letters(name) for name in authors}
    found: set[Block] = set()
    last = _last_of(kept, signed)
    for block in (*kept[:OPENING], last):
        if not (block.kind is BlockKind.PARAGRAPH or (_is_low(block) and _says_who(block.text))):
            continue
        if len(block.text) > MAX_FACTS_CHARS:
            continue
        if known and block is not last and _is_facts(block.text, authors):
            found.add(block)
            continue
        if len(block.text) > MAX_CHARS:
            continue
        names = placed_names(block.text) or _names_in(block.text)
        beside = names_beside_house(block.text, sites)
        if beside and (not known or {letters(name) for name in beside} <= known):
            found.add(block)
            authors, known = authors or beside, known or {letters(name) for name in beside}
        elif names and known and {letters(name) for name in names} <= known:
            found.add(block)
        elif block is last and _are_with_agency(names):
            found.add(block)
            authors, known = authors or names, known or {letters(name) for name in names}
        elif not names or not all(map(_is_person, names)):
            continue
        elif _says_who(block.text) and who_signs(authors, names) == names:
            found.add(block)
            authors, known = names, {letters(name) for name in names}
        elif block is last and known and begins_with_dash_and_label(block.text):
            found.add(block)  # metadata may name the desk that posted it
            authors, known = names, {letters(name) for name in names}
        elif known and not JOB_BEFORE_UNSPACED.match(block.text):
            continue  # else a reporter signs, and those known may only have edited the text
        elif not (
            block in signed
            or JOB_BEFORE_UNSPACED.match(block.text)
            or (block is last and _is_new(block, kept))
            or (block is kept[0] and _opens(block.text, names))
        ):
            pass
        elif (
            block is last
            or _opens(block.text, names)
            or JOB_BEFORE_UNSPACED.match(block.text)
            or WITH_PLACE.fullmatch(block.text)
            or placed_names(block.text)
            or (block in kept[:2] and begins_with_given_name(names[0]) and _is_new(block, kept))
            or (block is kept[0] and block.text[0].isupper() and block.text[-1] not in ":-–—")
        ):
            found.add(block)
            authors, known = names, {letters(name) for name in names}
    if found:
        found.update(kept[kept.index(last) + 1 :] if last in found else ())
    found |= _items_of_facts(kept, known) | _items_of_facts(kept[::-1], known) | _datelines(kept)
    closing = kept[-1] if kept[-1] in signed else None
    found.update(b for b in (kept[0], kept[-1]) if is_house_alone(b, sites, b is closing))
    if letters(kept[0].text) in sections or is_agency(kept[0].text):
        found.add(kept[0])  # a kicker, or who tells it, in bold perhaps
    found.update(block for block in kept if is_credit_of(block, known))
    if is_code(kept[-1].text):
        found.add(kept[-1])
    if not known and not found:
        authors = introduced_author(kept, signed) or authors
    if authors:
        found |= profile_lines(kept, found, authors)
    if kept[-1] in signed and tells_of_author(kept[-1]):
        found.add(kept[-1])
    return frozenset(found), authors


def _is_low(block: Block) -> bool:
    return block.kind is BlockKind.HEADING and (block.level or 0) >= LOW


def _are_with_agency(names: tuple[str, ...]) -> bool:
    """Whether names are one person or two, and an agency: «Jane Doe et l'AFP»."""
    persons = [name for name in names if not is_agency(name)]
    return 0 < len(persons) < len(names) <= MAX_CREDITED and all(map(_is_person, persons))


MAX_ITEMS = 5


def _items_of_facts(kept: Sequence[Block], known: set[str]) -> set[Block]:
    """The items of a list at the text's edge one of which names the authors and no more."""
    items: list[Block] = []
    for block in kept[:MAX_ITEMS]:
        prose = len(block.text) > MAX_FACTS_CHARS or block.text[-1] in ".。!?؟…"
        if block.kind is not BlockKind.LIST_ITEM or prose:
            break
        items.append(block)
    names = [{letters(name) for name in clean_names(item.text)} for item in items]
    signed = any(
        each and each <= known and cut_before(item.text)
        for each, item in zip(names, items, strict=True)
    )
    return set(items) if signed else set()


def _datelines(kept: Sequence[Block]) -> set[Block]:
    """A first line that holds a date and before it a known place, or four words at most, with an
    agency perhaps, and no text."""
    for block in kept[:2]:
        if block.text.isupper() and letters(block.text) in KNOWN_PLACES:
            return {block}  # «LONDON», a standfirst before it perhaps
    for block in kept[:OPENING]:
        brief = _is_low(block) and len(block.text) <= MAX_DATE_CHARS
        if brief and is_place_and_house(block.text):
            return {block}
    first = kept[0]
    if first.kind is not BlockKind.PARAGRAPH or len(first.text) > MAX_FACTS_CHARS:
        return set()
    brief = len(first.text) <= MAX_DATE_CHARS
    if brief and (is_place_and_house(first.text) or _WORDS_AND_DAY.fullmatch(first.text)):
        return {first}
    place = without_date(first.text)
    dated = place != first.text and _YEAR.search(first.text) and first.text[-1] not in ".:؟?!"
    return {first} if dated and letters(place) in KNOWN_PLACES else set()


_WORDS_AND_DAY = re.compile(
    r"(?:[^\W\d_]+['’]?\s+){1,4}(?:\d{1,2}|[٠-٩]{1,2}|[۰-۹]{1,2})\.?\s+(?:de\s+)?[^\W\d_]+\s+(?:de\s+)?"
    r"(?:(?:19|20)\d\d|[٠-٩]{4}|[۰-۹]{4})"
)
"""How a house may say when it printed a text: «Couché sur papier le 26 novembre 2026»."""


_ROLE_AND_ADDRESS = WordPattern(rf"\S+\s*(?:{any_of(words('roles'))})\s*[=|]?\s*\S+@\S+")
"""How Korean texts end: «김철수 기자 kim@daily.example»."""


def signed_in_removed(removed: Sequence[Removed]) -> tuple[str, ...]:
    """The authors in lines «By: Jane Doe» that a rule for bylines took out of a text, and in those
    in which a reporter signs with an address."""
    for line in removed:
        named = IN_BRACKETS.fullmatch(line.text)
        signs = (line.rule.endswith(":byline") and (named or cut_before(line.text))) or (
            line.rule.endswith(":sign-off") and _ROLE_AND_ADDRESS.fullmatch(line.text)
        )
        if signs and len(line.text) <= MAX_CHARS:
            names = clean_names(named[1] if named else line.text)
            if names and not is_editors_label(line.text) and all(map(_is_person, names)):
                return names
    return ()


def _opens(text: str, names: tuple[str, ...]) -> bool:
    """Whether a first line announces the text of a person: «زهير السباعي (صحفي):»."""
    return text.endswith(":") and begins_with_given_name(names[0])


def _is_new(last: Block, kept: Sequence[Block]) -> bool:
    """Whether a last line is persons' names, told by common given names, of whom the text does not
    speak: those of whom it speaks are its subject."""
    names = persons_in(last.text) if last is kept[-1] else _names_in(last.text)
    said = letters(" ".join(block.text for block in kept if block is not last))
    return bool(names) and not any(letters(name.split()[-1]) in said for name in names)


def _last_of(kept: Sequence[Block], signed: frozenset[Block]) -> Block:
    """The last line, or the one before it that signs where the last tells what the person does."""
    if len(kept) > 3 and is_job(kept[-1].text) and not kept[-1].text.endswith(tuple(".。!?؟…")):
        before = kept[-2]
        if _names_in(before.text) == (before.text,) and _is_person(before.text):
            return before
    return kept[-1]


def _is_facts(text: str, authors: tuple[str, ...]) -> bool:
    """Whether a line is the authors' names and a date: «Jane Doe20 November 2026»."""
    rest = text
    for name in authors:
        rest = rest.replace(name, " ")
    most = MAX_DATE_CHARS if cut_before(text) is None else MAX_LABELLED_CHARS
    ended = text[-1] in ".。!?؟…" and not _YEAR_AT_END.search(text)
    if rest == text or len(" ".join(rest.split())) > most or ended:
        return False
    return bool(_YEAR.search(rest))


def _names_in(text: str) -> tuple[str, ...]:
    if text[-1] in ".。!?؟…" and not _INITIALS.fullmatch(text):
        return ()
    inner = IN_BRACKETS.fullmatch(text)
    return clean_names(
        re.sub(r"^(\S+) - (?=.*:$)", r"\1: ", (inner[1] if inner else text)).rstrip(":")
    )


def _is_person(name: str) -> bool:
    if NO_PERSON.search(name) or not is_name(name):
        return False
    if _WITHOUT_SPACES.fullmatch(name):
        return True
    return WORDS[0] <= len(name.split()) <= WORDS[1] and is_cased_as_name(name)
