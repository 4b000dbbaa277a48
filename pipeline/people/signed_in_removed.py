"""The authors in lines that a rule took out of a text."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from pipeline.ledger import REPEATED
from pipeline.lines.credits import is_agency
from pipeline.lines.tails import TAIL
from pipeline.page.elements import letters
from pipeline.patterns.word_patterns import WordPattern
from pipeline.people.books import tells_of_book
from pipeline.people.byline_words import SILENT, any_of, words
from pipeline.people.credit_lines import (
    AUTHOR_BOX,
    CREDIT,
    CREDIT_LINE,
    MAX_CREDITED,
    MAX_CREDITS_CHARS,
    credited,
)
from pipeline.people.dense_lines import persons_of_dense_line
from pipeline.people.dense_persons import is_dense_person
from pipeline.people.dense_reporters import (
    reporters_at_end,
    reporters_by_role,
    reporters_in_dateline,
)
from pipeline.people.fact_parts import persons_among_facts
from pipeline.people.given_names import begins_with_given_name, persons_in
from pipeline.people.labels import cut_before, heads_others, is_editors_label, is_filed_line
from pipeline.people.lone_lines import is_person_with_agency
from pipeline.people.lone_person import is_signer, lone_person
from pipeline.people.names import clean_names
from pipeline.people.placed import placed_names
from pipeline.people.signed_looks import IN_BRACKETS, MAX_CHARS
from pipeline.records import Removed

_ROLE_AND_ADDRESS = WordPattern(rf"\S+\s*(?:{any_of(words('roles'))})\s*[=|]?\s*\S+@\S+")
"""How Korean texts end: «김철수 기자 kim@daily.example»."""


def signed_in_removed(removed: Sequence[Removed]) -> tuple[str, ...]:
    """The authors in lines «By: Jane Doe» that a rule for bylines took out of a text, and in those
    in which reporters sign with an address, each in a line of their own."""
    names = _signed_first(removed)
    if not names or names[0].isascii():
        return names
    lines = [(line.index, reporters_by_role(line.text)) for line in removed]
    first = next((i for i, (_, found) in enumerate(lines) if found == names), len(lines))
    for (before, _), (index, more) in pairwise(lines[first:]):
        if index != before + 1 or not more:
            break
        names = (*names, *(name for name in more if name not in names))
    return names


def _signed_first(removed: Sequence[Removed]) -> tuple[str, ...]:
    """The same of the first line that tells any."""
    books = [line.index for line in removed if tells_of_book(line.text)]
    for at, line in enumerate(removed):
        if any(abs(line.index - place) <= MAX_BOOK_LINES for place in books):
            continue  # who wrote the book of which the text tells
        above = removed[at - 1] if at and removed[at - 1].index == line.index - 1 else None
        if is_filed_line(line.text) or (above and heads_others(above.text)):
            continue  # «发言人: …»
        named = IN_BRACKETS.fullmatch(line.text)
        signs = (
            line.rule.endswith(":byline")
            and (named or cut_before(line.text) or is_person_with_agency(line.text))
        ) or (
            line.rule.endswith("sign-off")
            and (_ROLE_AND_ADDRESS.fullmatch(line.text) or is_person_with_agency(line.text))
        )
        if signs and len(line.text) <= MAX_CHARS:
            names = persons_of_dense_line(line.text, frozenset())
            names = names or clean_names(named[1] if named else line.text)
            names = tuple(n for n in names if not is_agency(n)) or names
            if names and not is_editors_label(line.text) and all(map(is_signer, names)):
                return names
        if named and (signers := reporters_at_end(f"。{line.text}")):
            return signers  # «（八重樫 智）»
        if line.rule.endswith(":byline") and (reporters := _by_role(line.text)):
            return reporters
        if line.rule.endswith(":licence") and (writer := _labelled(line.text)):
            return (writer,)
        if line.rule == AUTHOR_BOX and len(line.text) <= MAX_CHARS and not _is_listed(removed, at):
            persons = persons_in(line.text)
            if len(persons) == 1 and letters(persons[0]) == letters(line.text):
                return persons
        if coded := _coded(line.text):
            return coded
        filled = line.rule in _OF_SOURCE and not _is_below_comments(removed, at)
        if filled and (signers := _signs(line.text, bare=line.rule == TAIL)):
            return signers
        if line.rule.endswith(":agency-credits") and (reporters := credited(line.text)):
            return reporters
        if line.rule == CREDIT_LINE and (writers := _credited_alone(line.text)):
            return writers
    return ()


def _is_listed(removed: Sequence[Removed], at: int) -> bool:
    """Whether a person's name stands right before or behind another in an author's box: a site
    lists there who writes for it."""
    beside = [removed[i].text for i in (at - 1, at + 1) if 0 <= i < len(removed)]
    return any(persons_in(text) == (text,) for text in beside)


def _labelled(text: str) -> str | None:
    """The person behind the label of an author, with a house behind a comma perhaps: «Author: Jane
    Doe, Institute of Rivers»."""
    said = _AUTHOR.fullmatch(text) if len(text) <= MAX_LABELLED_CHARS else None
    name = said[1].strip() if said else ""
    return name if name and lone_person(name) == name else None


MAX_LABELLED_CHARS = 160
_AUTHOR = re.compile(
    r"(?:autor(?:in)?|author|auteure?|autore|autora|auteur)\s?[:：]\s*([^,;:()|\d]{5,40})(?:,.*)?",
    re.IGNORECASE,
)


MAX_BOOK_LINES = 4
"""Lines in which a book is told of, from its author to who printed it."""


def _is_below_comments(removed: Sequence[Removed], at: int) -> bool:
    """Whether what stands right above a line went too, up to a heading or form of comments: who
    is named there is a reader."""
    while at and removed[at - 1].index == removed[at].index - 1:
        at -= 1
        if removed[at].rule.endswith((":comment-form", ":comments")):
            return True
    return False


def only_edited(authors: Sequence[str], removed: Sequence[Removed]) -> bool:
    """Whether each author is named in a line taken out of the text that says who edited it, and in
    none that says who wrote."""
    lines = [line.text for line in removed if authors and len(line.text) <= MAX_CHARS]
    named = [line for line in lines if any(name in line for name in authors)]
    edited = [line for line in named if is_editors_label(line)]
    return (
        bool(edited)
        and edited == named
        and all(any(name in line for line in edited) for name in authors)
    )


def _by_role(text: str) -> tuple[str, ...]:
    """The reporters by a line with their role behind the name, who did not edit."""
    edited = len(text) > MAX_CHARS or is_editors_label(text)
    if edited:
        return ()
    return (
        reporters_by_role(text)
        or reporters_in_dateline(text)
        or persons_of_dense_line(text, frozenset())
        or persons_among_facts(text, frozenset())
        or _behind_agency(text)
    )


_OF_SOURCE = frozenset({TAIL, REPEATED})
"""Rules by which lines go that a source's articles have alike: an author's name may fill them."""


def _signs(text: str, *, bare: bool) -> tuple[str, ...]:
    """The persons by common names whom a short line signs with, behind a label, beside a place or
    with their role; `bare`: alone too, as where most texts of a source end with who wrote them."""
    if len(text) > MAX_CHARS or is_editors_label(text) or SILENT.match(text):
        return ()
    rest = cut_before(text)
    persons = persons_in(rest) if rest else ()
    persons = persons or placed_names(text) or reporters_by_role(text)
    persons = persons or persons_of_dense_line(text, frozenset())
    persons = persons or persons_among_facts(text, frozenset())
    if not persons and bare:
        alone = lone_person(text)
        persons = persons_in(text) or ((alone,) if alone and is_dense_person(alone) else ())
    # What fills the frame of a line that a source repeats: «The Inlander – Jane Doe». Who stands
    # behind a colon did what its label says.
    if not persons and CREDIT.fullmatch(text):
        return ()
    persons = persons or tuple(filter(begins_with_given_name, clean_names(text)))
    return persons if len(persons) <= MAX_CREDITED and all(map(is_signer, persons)) else ()


_CODES = re.compile(r"([a-z]{2,4}(?:, [a-z]{2,4}){0,3})\s?[;|]\s(?=\S)")


def _coded(text: str) -> tuple[str, ...]:
    """The letters with which those who wrote a text sign it before who pictured it: «mak, bst;
    Foto: Jane Doe»."""
    codes = _CODES.match(text) if len(text) <= MAX_CREDITS_CHARS else None
    if codes is None or not SILENT.match(_NOTE_OF_PICTURE.sub("", text[codes.end() :])):
        return ()
    return tuple(codes[1].split(", "))


_NOTE_OF_PICTURE = re.compile(r"(?<=\w)\s\[\w{1,3}\](?=:)")
"""«Foto [M]: …», a picture that was put together."""
_AGENCY_FIRST = re.compile(r"([^/]{2,20})/\s*(?=[^\W\d_])")


def _behind_agency(text: str) -> tuple[str, ...]:
    """The persons behind an agency and a slash, as its own reports end: «وام/سارة أحمد/علي حسن»."""
    wired = _AGENCY_FIRST.match(text)
    names = clean_names(text[wired.end() :]) if wired and is_agency(wired[1]) else ()
    return names if names and all(map(is_signer, names)) else ()


def _credited_alone(text: str) -> tuple[str, ...]:
    """The persons behind the label of authors with which a line begins, and no more, told by common
    given names where no colon stands before them: «كتبها: سارة أحمد»."""
    if len(text) > MAX_CHARS or is_editors_label(text) or SILENT.match(text):
        return ()
    rest = cut_before(text)
    names = persons_in(rest) if rest else ()
    if not names and rest and (signed := CREDIT.fullmatch(text)) and signed[2] == rest:
        names = clean_names(rest)
        names = names if all(lone_person(name) == name for name in names) else ()
    return names if len(names) <= MAX_CREDITED else ()
