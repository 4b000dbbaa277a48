"""Who signs a page in its JSON-LD, beside whom it shows: who posted an article may not have written
it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from pipeline.declared.metadata import Metadata
from pipeline.declared.persons import Person
from pipeline.lines.credits import is_agency
from pipeline.page.elements import letters
from pipeline.page.html import Document
from pipeline.patterns.late_patterns import late_pattern
from pipeline.people.byline_words import DESK_WORDS
from pipeline.people.bylines import sure_bylines
from pipeline.people.dense_persons import is_dense_person, is_korean_person, is_person_by_letters
from pipeline.people.desks import is_account, is_numbered_desk, may_be_person, posts_for_others
from pipeline.people.given_names import begins_with_given_name
from pipeline.people.house_parts import not_site, without_house
from pipeline.people.houses import is_site
from pipeline.people.known_beside import names_beside, names_in_like_boxes
from pipeline.people.name_shapes import is_person
from pipeline.people.second_names import is_called_as_person
from pipeline.people.signed_by_house import signed_by_house
from pipeline.people.subjects import is_unspoken
from pipeline.people.unmarked import persons_beside_house
from pipeline.people.written_lines import is_posted_by, is_written
from pipeline.titles.surroundings import surroundings

_OTHER_SCRIPT = late_pattern("[\u0370-\u1fff\u3040-\ud7af]")


def of_signers(
    doc: Document,
    meta: Metadata,
    title: str | None,
    persons: Sequence[str],
    writers: Sequence[str],
    sites: frozenset[str],
) -> Sequence[str]:
    """The `writers` whom a page shows, else the `persons` of its JSON-LD, without its house."""
    shown = [without_house(name, sites) for name in writers]
    shown = [] if all(is_site(name, sites) for name in shown) else shown
    told = shown or _beside_desk(doc, meta, title, persons, sites)
    if not told and all(is_account(name) and not is_written(doc, name) for name in persons):
        # Whose account posted it no reader sees: the house may sign, or a desk.
        told = [*signed_by_house(doc, surroundings(doc, title), sites)]
    told = told or [*persons]
    # Content systems name only the first author in JSON-LD.
    if len(told) != 1:
        return told
    beside = not_site(names_beside(doc, told[0], sites=sites), sites)
    if len(beside) < LEAST_BESIDE:
        beside = [*names_in_like_boxes(doc, told[0], surroundings(doc, title))] or beside
    return beside or told


LEAST_BESIDE = 2


def writers_shown(
    doc: Document, title: str | None, told: Sequence[str], *, by_house: bool = False
) -> list[str]:
    """Whom a page signs with, where metadata name a desk or an account, or somebody whom it never
    shows: who posted an article is not always who wrote it. `by_house`: metadata say that those
    they name are no persons.

    A page in another script may show the same person in its own letters; else none of those whom it
    signs with may have a name in common with them.
    """
    if all(posts_for_others(name) or is_agency(name) for name in told):
        seen = [*sure_bylines(doc, title, by_words=True)]
        if not seen and all(map(is_account, told)):
            seen = [*sure_bylines(doc, title)]  # who logs in with that name signs so nowhere
        one_word = all(map(is_account, told)) and not any(map(posts_for_others, seen))
        persons = one_word or all(is_person(name) or is_korean_person(name) for name in seen)
        return seen if persons and not any(map(is_agency, seen)) else []
    if all(is_posted_by(doc, name) for name in told):
        seen = [*sure_bylines(doc, title, by_words=True)]
        wrote = [name for name in seen if name not in told]
        return wrote if all(map(is_person, wrote)) else []
    if by_house:
        seen = [*sure_bylines(doc, title, by_words=True)]
        desks = any(is_agency(name) or posts_for_others(name) for name in seen)
        if seen and not desks and all(map(is_person, seen)):
            return seen
    if any(is_written(doc, name) for name in told):
        return []
    seen = [*sure_bylines(doc, title)]
    if "".join(told).isascii() and _OTHER_SCRIPT.search(title or ""):
        return [name for name in seen if _OTHER_SCRIPT.search(name)]
    if not all(may_be_person(name) or is_person_by_letters(name) for name in told):
        # A desk may sign what somebody's picture stands in, not what "by" says somebody wrote.
        seen = [*sure_bylines(doc, title, by_words=True)] if all(" " in n for n in told) else []
        return seen if all(map(begins_with_given_name, seen)) else []
    known = {letters(word) for name in told for word in name.split()}
    formed = is_person_by_letters if all(map(is_person_by_letters, told)) else is_person
    persons = all(map(formed, seen))
    new = persons and not any(known & set(map(letters, name.split())) for name in seen)
    return seen if new else []


def are_unshown_houses(doc: Document, signers: Sequence[Person], names: Iterable[str]) -> bool:
    """Whether JSON-LD signs with organisations that the page shows nowhere: who made the site, as
    a company's full name is, and no word of who wrote the article."""
    if any(p.kind != "Organization" for p in signers):
        return False
    return not any(is_written(doc, name) for name in names)


def _beside_desk(
    doc: Document,
    meta: Metadata,
    title: str | None,
    told: Sequence[str],
    sites: frozenset[str],
) -> list[str]:
    """The persons beside the headline, where metadata name a desk: «Courier staff», «Jane Doe»."""
    accounts = [name for name in told if is_account(name) and not is_numbered_desk(name)]
    known = any(name not in DESK_WORDS and is_written(doc, name) for name in accounts)
    if known or not all(is_numbered_desk(name) or posts_for_others(name) for name in told):
        return []
    beside = persons_beside_house(doc, meta, title, sites)
    if all(map(is_account, told)) and DESK_WORDS.issuperset(accounts):
        return [*beside]  # a name with which somebody logs in is no desk's
    beside = () if all(map(is_agency, beside)) else beside
    persons = all(
        any(
            tells(name)
            for tells in (is_called_as_person, is_dense_person, may_be_person, is_agency)
        )
        for name in beside
    )
    spoken = accounts and not all(is_agency(n) or is_unspoken(doc, n) for n in beside)
    return [*beside] if persons and not spoken else []
