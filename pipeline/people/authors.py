"""The authors of an article, as signed: persons or desks, no "by", no job titles, no commenters."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from pipeline.declared.metadata import Metadata
from pipeline.declared.page_data import article_data
from pipeline.declared.persons import Person
from pipeline.lines.credits import is_agency
from pipeline.page.elements import letters, text_of_element, tidy
from pipeline.page.html import Document
from pipeline.people.bylines import is_button, read_signers
from pipeline.people.copyright_holders import copyright_holders
from pipeline.people.dense_persons import (
    is_dense_person,
    is_korean_person,
    is_person_by_letters,
    with_spread_closed,
)
from pipeline.people.desks import beside_agencies, posts_for_others
from pipeline.people.given_names import begins_with_given_name
from pipeline.people.house_parts import (
    is_desk_of,
    is_house_with_agency,
    not_site,
    own_name,
    without_house,
)
from pipeline.people.houses import is_site
from pipeline.people.json_ld_signers import are_unshown_houses, of_signers, writers_shown
from pipeline.people.known_beside import names_beside
from pipeline.people.lone_person import lone_person
from pipeline.people.makers import MAKERS, OF_MAKER, has_made_site
from pipeline.people.name_shapes import is_cased_as_name, is_name
from pipeline.people.names import clean_names
from pipeline.people.placed import without_place, without_place_before, without_wired_place
from pipeline.people.signed_by_house import signed_by_house
from pipeline.people.unmarked import persons_beside_house, unmarked_names
from pipeline.people.written_lines import (
    in_order_of_page,
    is_written,
    written_as_one,
    written_beside,
)
from pipeline.records import Link, Origin
from pipeline.titles.site_names import house_keys, initials_of_site
from pipeline.titles.surroundings import surroundings
from pipeline.titles.title import extract_title

MAX_AUTHORS = 30


def extract_authors(
    doc: Document, meta: Metadata, link: Link | None = None, title: str | None = None
) -> tuple[str, ...]:
    """The authors in the order of the page; empty where it names none.

    `title` is the article's title if it is known already: bylines stand near it. The publisher
    counts as author only where the page signs with it and names nobody else.
    """
    authors = _authors(doc, meta, link, title)
    if not (doc.html_language or "").startswith("zh"):
        return authors
    return tuple(with_spread_closed(name, sure=False) for name in authors)


def _authors(
    doc: Document, meta: Metadata, link: Link | None, title: str | None
) -> tuple[str, ...]:
    sites = house_keys(doc, meta, title)
    signers = [p for p in meta.authors if p.key == "author" and p.origin is Origin.JSON_LD]
    signers = [replace(p, name=in_order_of_page(doc, p.name)) for p in signers]
    signed = _names(signers, sites)
    persons = not_site(signed, sites | initials_of_site(meta))
    unshown = bool(persons) and are_unshown_houses(doc, signers, persons)
    persons = [] if unshown else persons
    if persons:
        by_house = all(p.kind.endswith("Organization") for p in signers)
        headline = title or extract_title(doc, meta, link)
        shown = writers_shown(doc, headline, persons, by_house=by_house)
        return _unique(of_signers(doc, meta, title, persons, shown, sites))
    others = _names([p for p in meta.authors if p.origin is not Origin.JSON_LD], sites)
    others = [name for name in others if not has_made_site(doc, name)]
    owners = sites | copyright_holders(doc, others)
    by_desk = bool(signed) and all(p.kind != "Person" for p in signers)
    told = not_site(others, owners)
    if others and not told:  # the one way in which metadata name the house, another names a person
        others = _names([p for p in meta.authors if p.origin is not Origin.JSON_LD], owners)
        told = not_site(others, owners)
    written = any(is_written(doc, name) for name in told)
    seen, edited = read_signers(
        doc,
        title or extract_title(doc, meta, link),
        sure=by_desk or written,
        anywhere=not told or all(map(posts_for_others, told)),
        editors=not told,
        sites=sites,
    )
    seen = _as_one_house(doc, seen, sites)
    if edited:
        # Whom nothing marks may have written what others edited.
        wrote = unmarked_names(doc, meta, title, sites)
        seen = wrote if wrote and set(wrote).isdisjoint(seen) else seen
    if len({*told, *seen}) == 1:
        # «Edited by A and B», and a box of A
        above = surroundings(doc, title or extract_title(doc, meta, link)).above_text
        beside = names_beside(doc, [*told, *seen][0], above)
        seen = tuple(name for name in beside if not is_button(name)) or seen
    if told and seen and all(is_desk_of(name, sites) for name in seen):
        seen = tuple(told)  # the house and its desk beside the person: «Jane Doe - Courier Tech»
    shown = _as_told(doc, list(seen), others, sites)
    if told and not shown and not written:
        # The page shows another name where it signs: metadata may name who made the site.
        shown = _unmarked(doc, meta, title, sites, told)
    if _are_more(others, shown, told):
        shown = others
    listed = [name for text in link.authors for name in clean_names(text)] if link else []
    for names, own in ((shown, sites), (others, owners), (listed, sites)):
        persons = not_site(names, own)
        if persons and all(map(posts_for_others, persons)):
            beside = persons_beside_house(doc, meta, title or extract_title(doc, meta), sites)
            named = (n for n in beside if begins_with_given_name(n))
            persons = [n for n in named if len(n.split()) <= MOST_WORDS] or persons
        if persons:
            return _unique(persons)
    signs = signed or seen or _named_in_head(doc, meta, sites)
    return _unique(_who_else(doc, meta, title, signs, sites, unshown=unshown))


MOST_WORDS = 3
"""Of a name that only stands beside a desk's; with more it may be a headline's beginning."""


def _named_in_head(doc: Document, meta: Metadata, sites: frozenset[str]) -> Sequence[str]:
    """Whom a page's meta element names as author: others than the site, or a person for whom the
    site is named, «Jane Doe's weblog», or who holds the rights of what is called otherwise."""
    named = [p for p in meta.authors if not has_made_site(doc, p.name)]
    names = _names([p for p in named if p.key in _OF_ARTICLE and p.origin is Origin.META], sites)
    shared = _names([p for p in named if p.key == "article:author"], sites)
    owner = [
        name
        for name in (*names, *not_site(shared, sites))
        if lone_person(name) == name
        and (begins_with_given_name(name) or is_person_by_letters(name))
    ]
    return not_site(names, sites) or owner


_OF_ARTICLE = frozenset({"author", "articleauthor", "article_author"})
"""What the meta elements are called that can be of nothing but the article's author."""


def _who_else(
    doc: Document,
    meta: Metadata,
    title: str | None,
    signs: Sequence[str],
    sites: frozenset[str],
    *,
    unshown: bool,
) -> Sequence[str]:
    """Who wrote what a house `signs`, or nobody: whom nothing marks, or the page's data name."""
    if signs:
        by_house = unshown or all(is_site(name, sites) for name in signs)
        # A publisher signs all its pages in JSON-LD; who wrote this one may stand there unmarked.
        return (by_house and persons_beside_house(doc, meta, title, sites)) or signs
    drawn = article_data(doc, title).authors if title else ()
    persons = not_site([name for text in drawn for name in clean_names(text)], sites)
    around = surroundings(doc, title)
    persons = persons or [*unmarked_names(doc, meta, title, sites)]
    if len(persons) == 1 and begins_with_given_name(persons[0]):
        return written_beside(doc, persons[0], around.above_text, sites) or persons
    return persons or signed_by_house(doc, around, sites)


def _unmarked(
    doc: Document, meta: Metadata, title: str | None, sites: frozenset[str], told: list[str]
) -> list[str]:
    """Whom nothing marks; as metadata have them where these only write them otherwise."""
    shown = [*unmarked_names(doc, meta, title, sites)]
    same = list(map(letters, shown)) == list(map(letters, told))
    return told if same else shown  # «藤原 直子» is «藤原直子»


def _as_one_house(doc: Document, seen: Sequence[str], sites: frozenset[str]) -> tuple[str, ...]:
    """Those whom a page shows, without their house, which signs with an agency as one."""
    names = tuple(without_house(name, sites) for name in seen)
    if len(names) == HOUSE_AND_AGENCY and is_site(names[0], sites) and is_agency(names[1]):
        both = written_as_one(doc, *names)
        return (both,) if both else names
    return names


def _as_told(
    doc: Document, shown: list[str], others: list[str], sites: frozenset[str]
) -> list[str]:
    """Those whom a page shows, by the names that metadata give them: it shows a role beside these,
    more authors, or the house's name beside a word for the day, of which its last is one."""
    if not (others and shown):
        return shown
    if len(shown) == len(others) == 1 and shown[0] == others[0].rpartition(" ")[0]:
        return others if is_site(others[0], sites) else shown  # «المصري» of «المصري اليوم»
    if not all(any(letters(other) in letters(name) for name in shown) for other in others):
        return shown
    more = len(shown) > len(others) and (_are_linked(doc, shown) or _are_persons(shown))
    return shown if more else others


def _are_more(others: list[str], shown: list[str], told: list[str]) -> bool:
    """Whether metadata name those whom the page shows as authors, and persons besides."""
    known = {letters(name) for name in told}
    return len(told) > len(shown) > 0 and all(letters(name) in known for name in shown)


def _are_persons(names: list[str]) -> bool:
    """Whether each name has the length and the capitals of a person's, or the letters of one where
    there are none."""
    if all(is_dense_person(name) or is_korean_person(name) for name in names):
        return True
    formed = all(2 <= len(name.split()) <= 3 and is_cased_as_name(name) for name in names)
    return formed and (len(names) > 2 or all(map(begins_with_given_name, names)))


def _are_linked(doc: Document, names: Iterable[str]) -> bool:
    """Whether each of the names is the text of a link of its own."""
    links = {letters(text_of_element(link)) for link in doc.all_of("a") if len(link) < 3}
    return all(letters(name) in links for name in names)


PERSON_AND_JOB = HOUSE_AND_AGENCY = 2


def _names(people: Iterable[Person], sites: frozenset[str]) -> list[str]:
    """The names of the way in which metadata gives the most."""
    by_key: dict[str, list[str]] = {}
    for person in people:
        if person.name.startswith(("http://", "https://", "//", "@")):
            continue
        whole = tidy(person.name)
        maker = OF_MAKER.fullmatch(whole) if person.key in MAKERS else None
        if maker and not (maker[1] and begins_with_given_name(maker[1])):
            continue  # the site, and a section of it, that put the page out
        # One word behind a person's name is a job or a house: «Ugo Neri, Caporedattore».
        names = clean_names(person.name, places=True)
        names = without_place(names, whole) if len(names) == PERSON_AND_JOB else names
        names = without_place_before(without_wired_place(names, whole), whole)
        if not names and is_site(whole, sites):
            names = (whole,)  # figures in a house's name: «Courier360»
        elif is_house_with_agency(whole, sites):
            names = (whole,)  # the same before an agency: «24 Hours with AFP»
        elif own := own_name(whole, names, sites):
            names = (own,)
        elif any(is_site(name, sites) for name in names) or person.kind == "Organization":
            names = (whole,) if is_name(whole) else names  # a desk with an agency signs as one
        by_key.setdefault(person.key, []).extend(without_house(name, sites) for name in names)
    return max(by_key.values(), key=lambda names: len(not_site(names, sites)), default=[])


def _unique(names: Iterable[str]) -> tuple[str, ...]:
    first: dict[str, str] = {}
    for name in names:
        first.setdefault(letters(name), name)
    return beside_agencies(tuple(first.values()))[:MAX_AUTHORS]
