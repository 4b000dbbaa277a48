"""Whether a line is a name and no more, and whether the text speaks of that person."""

from __future__ import annotations

import re
from collections.abc import Sequence

from pipeline.lines.credits import is_agency, is_sign_off
from pipeline.people.callings import is_arabic_job_alone
from pipeline.people.fact_persons import is_person
from pipeline.people.given_names import begins_with_given_name
from pipeline.people.labels import (
    POSTED,
    cut_before,
    is_editors_label,
    is_translators_label,
    names_kind,
)
from pipeline.people.lone_person import is_signer, lone_person
from pipeline.people.name_shapes import PARTICLES, speaks_of
from pipeline.people.names import clean_names
from pipeline.people.placed import without_place
from pipeline.people.second_names import is_called_as_person
from pipeline.people.signed_looks import IN_BRACKETS, MAX_CHARS, without_stop
from pipeline.punctuation import SENTENCE_ENDS
from pipeline.records import Block, BlockKind

_INITIALS = re.compile(r"(?:[^\W\d_]\.[\s-]?){2,4}|[^\W\d_]+(?: [^\W\d_]\.){1,2}")
"""«R. N.», «Jane D.»: names that end with a full stop."""


def is_person_alone(last: Block, kept: Sequence[Block]) -> bool:
    """Whether a last line is one person's name by its form, and the text does not speak of them."""
    alone = last.kind is BlockKind.PARAGRAPH and lone_person(last.text) == last.text
    return alone and is_person(last.text) and is_said_nowhere(last.text, kept)


def is_name_alone(last: Block, kept: Sequence[Block]) -> bool:
    """Whether a last line is two to four words with capitals, a town behind a comma perhaps, and
    the text does not speak of such a person."""
    if last.kind is not BlockKind.PARAGRAPH or len(last.text) > MAX_CHARS:
        return False
    text = without_stop(last.text)
    names = without_place(names_in(text), text)
    if len(names) != 1 or not is_signer(names[0]) or not text.startswith(names[0]):
        return False
    name, behind = names[0], text.removeprefix(names[0])
    letters_alone = name[0].isupper() and _JOINING.sub("", name).isalpha()
    placed = behind[:1] in ("", ",") or _TOWN.fullmatch(behind) is not None
    return letters_alone and placed and is_said_nowhere(name, kept)


_TOWN = re.compile(
    r" ?[(\[](?:(?:à|in|en|em|aus|a|da|z|w|v|в|у)\s)?[^\W\d_a-z]\w+(?:[ -]\w+){0,2}[)\]]"
)
"""Whence somebody writes, in brackets behind the name."""


_JOINING = re.compile("[\\s'’-]")


def is_said_nowhere(name: str, kept: Sequence[Block]) -> bool:
    """Whether no line but the last of a text speaks of a person."""
    return not speaks_of(name, (block.text for block in kept[:-1]))


def _is_of_translator(text: str) -> bool:
    """Whether a line begins with the label of an editor or a translator and has no sign:
    «Traduzione di Ada Neri»."""
    return is_editors_label(text) and _LABEL_SIGN.search(text) is None


_LABEL_SIGN = re.compile(r"[:：/／|–—-]")


def names_in(text: str) -> tuple[str, ...]:
    text = without_stop(text)
    if text[-1:] in SENTENCE_ENDS and not _INITIALS.fullmatch(text):
        return ()
    if is_arabic_job_alone(text) or _is_of_translator(text):
        return ()
    inner = IN_BRACKETS.fullmatch(text)
    return clean_names(
        re.sub(r"^(\S+) - (?=.*:$)", r"\1: ", (inner[1] if inner else text)).rstrip(":")
    )


def is_person_with_agency(text: str) -> bool:
    """Whether a line is a person, told by the name, and the agencies that sign too: «Jane Doe –
    Reuters»."""
    names = names_in(text) if len(text) <= MAX_CHARS else ()
    person, *others = names or ("",)
    if person and "/" in text.partition(person)[0]:
        return False  # who took a picture: «Boats in the harbour / Jane Doe / Reuters»
    return bool(others) and all(map(is_agency, others)) and is_called_as_person(person)


def is_labelled_person(text: str) -> bool:
    """Whether a line is a label of authors of several words, and a person: «Van onze verslaggever
    Jan de Boer». One word, «By», begins headings too."""
    names = names_in(text) if len(text) <= MAX_CHARS and not is_editors_label(text) else ()
    if len(names) != 1 or not text.endswith(f" {names[0]}") or lone_person(names[0]) != names[0]:
        return False
    word, *others = text.removesuffix(names[0]).split()
    by = word.lower() in PARTICLES or cut_before(f"{word} {names[0]}") == names[0]
    return by and bool(others) and all(map(str.islower, others))


def signed_amid(kept: Sequence[Block]) -> tuple[str, ...]:
    """Whom the only line of a text names that is a label of authors of several words and a person
    by a common given name, «Written by Jane Doe»; nobody where there is none or more. It closes the
    text, and what a page says below it is left."""
    found = [
        names
        for block in kept
        if len(block.text) <= MAX_CHARS and "\n" not in block.text and not _heads_section(block)
        if (names := _labelled_by_words(block.text))
    ]
    return found[0] if len(found) == 1 else ()


def signs_amid(block: Block, authors: Sequence[str]) -> bool:
    """Whether a line is such a label and one of the known `authors`."""
    text = block.text
    if len(text) > MAX_CHARS or not any(name in text for name in authors):
        return False
    if _heads_section(block):
        return False
    return not set(authors).isdisjoint(_labelled_by_words(text))


def _heads_section(block: Block) -> bool:
    """Whether a line is a heading of what a section may be of, «Le point de vue de Jane Doe»."""
    return block.kind is BlockKind.HEADING and names_kind(block.text)


def _labelled_by_words(text: str) -> tuple[str, ...]:
    name = cut_before(text)
    if name is None or len(text.split()) < len(name.split()) + LEAST_LABEL_WORDS:
        return ()
    if POSTED.match(text) or is_editors_label(text) or is_translators_label(text):
        return ()
    named = lone_person(name) == name and begins_with_given_name(name)
    return (name,) if named and clean_names(text) == (name,) else ()


LEAST_LABEL_WORDS = 2


def is_of_agency(text: str) -> bool:
    """Whether a line is a person by a common given name and an agency in brackets: who wrote or
    pictured what stands above, «Jane Doe (AFP)»."""
    wired = _WIRED.fullmatch(text) if len(text) <= MAX_CHARS else None
    return wired is not None and is_agency(wired[2]) and begins_with_given_name(wired[1])


_WIRED = re.compile(r"([^\W\d_]+(?:\s[^\W\d_]+){1,3})\s?[(（]([^()（）]{2,30})[)）]")
_BRACKETS = re.compile(r"[(（\[【][^()（）\[\]【】.!?؟。]{1,40}[)）\]】]")
MAX_BRACKETED_WORDS = 4


def is_in_brackets(block: Block) -> bool:
    """Whether a line is a few words in brackets, who sent the text above: «(The Evening Post)». Of
    lines that name agencies the source's file decides."""
    text = block.text
    return (
        block.kind is BlockKind.PARAGRAPH
        and _BRACKETS.fullmatch(text) is not None
        and len(text.split()) <= MAX_BRACKETED_WORDS
        and not is_sign_off(text)
    )
