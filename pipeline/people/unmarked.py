"""A name that nothing marks as an author's: beside the date under the headline, and alone there.

«Jane Doe · 20 November 2026», «سارة أحمد | ٢٠ نوفمبر»: many hand-made themes write no more. What
else stands in such a line (a section, a place, a count) is told by its links, its words, its form.
"""

from __future__ import annotations

from itertools import chain, islice

from lxml.html import HtmlElement

from pipeline.declared.analytics import counted_author
from pipeline.declared.metadata import Metadata
from pipeline.lines.credits import is_agency
from pipeline.page.elements import LOWER_HEADINGS, letters, text_of_element, tidy
from pipeline.page.html import Document
from pipeline.page.texts import own_texts
from pipeline.page.within import in_card, in_teaser, regions_between
from pipeline.patterns.late_patterns import late_pattern
from pipeline.people.agencies_alone import agency_alone, placed_agency
from pipeline.people.called_like_persons import called_like_persons
from pipeline.people.dense_persons import is_dense_person, is_japanese_by_given
from pipeline.people.fact_persons import MAX_LINE_CHARS, is_person
from pipeline.people.facts_line import FOREIGN, NEAR, PLACES, in_line_of_facts, name_alone
from pipeline.people.facts_place import line_of_facts
from pipeline.people.given_names import begins_with_given_name
from pipeline.people.house_parts import is_desk_of
from pipeline.people.labels import cut_before, is_editors_label
from pipeline.people.lead_ends import who_ends_lead
from pipeline.people.lone_person import lone_person
from pipeline.people.mastheads import speaks_for_site
from pipeline.people.names import clean_names
from pipeline.people.other_writers import in_quote
from pipeline.people.parts_apart import persons_apart
from pipeline.people.peers import with_peers
from pipeline.people.pictured import pictured_names
from pipeline.people.placed_lines import with_place
from pipeline.people.shaped_like_persons import shaped_like_person
from pipeline.people.signed_by_house import signed_by_house
from pipeline.people.speakers import without_speakers
from pipeline.people.subjects import is_unspoken
from pipeline.people.written_by_verb import who_writes
from pipeline.titles.surroundings import Surroundings, surroundings

FAR = 60
"""The same for a name that stands alone there and again further on."""


def unmarked_names(
    doc: Document, meta: Metadata, title: str | None, sites: frozenset[str]
) -> tuple[str, ...]:
    """The name in the line of facts under the headline, if it can be nothing else; else empty."""
    around = surroundings(doc, title)
    line = line_of_facts(doc, around)
    pictured = pictured_names(doc, around, sites)
    if pictured:  # a box below tells of one of several perhaps
        several = _in_line(doc, meta, title, line, around, sites)
        return without_speakers(doc, several if {*pictured} < {*several} else pictured)
    names = (
        with_place(doc, around, sites)
        or _not_of_site(doc, _in_line(doc, meta, title, line, around, sites))
        or called_like_persons(doc, around, title, sites)
        or _repeated(doc, around, sites)
        or agency_alone(doc, around, sites)
        or who_writes(title or "", headline=True)
        or _in_attributes(doc, around, sites)
        or _counted(doc, sites)
        or _linked_by_head(doc)
        or _labelled_behind(doc, around, sites)
        or who_ends_lead(doc, around, sites)
        or shaped_like_person(doc, around, title, sites)
    )
    return without_speakers(doc, with_peers(names, around))


def _in_line(
    doc: Document,
    meta: Metadata,
    title: str | None,
    line: HtmlElement | None,
    around: Surroundings,
    sites: frozenset[str],
) -> tuple[str, ...]:
    """The name in a line of facts; above the headline only of whom no paragraph speaks."""
    names = in_line_of_facts(doc, meta, title, line, around, sites)
    if line is None or line not in around.crown:
        return names
    text = text_of_element(line)
    return names if all(is_unspoken(doc, name, text) for name in names) else ()


def _not_of_site(doc: Document, names: tuple[str, ...]) -> tuple[str, ...]:
    """The names, or none where what stands beside the day is words of the site's template."""
    return () if any(speaks_for_site(name, doc.html_language) for name in names) else names


_NAMING = ("data-author", "data-author-name", "data-byline", "data-article-author", "data-writer")


def _in_attributes(doc: Document, around: Surroundings, sites: frozenset[str]) -> tuple[str, ...]:
    """The person whom the attributes of elements beside the headline, or of one around it, name;
    else empty."""
    found: dict[str, str] = {}
    start = around.places.get(around.headline, 0) if around.headline is not None else 0
    for element in chain(around.top, around.elements[start : start + NEAR]):
        said = next(filter(None, map(element.get, _NAMING)), None)
        name = lone_person(tidy(said)) if said else None
        if name and letters(name) not in sites and not in_card(doc, element, around.top):
            found.setdefault(letters(name), name)
    return tuple(found.values()) if len(found) == 1 else ()


def _labelled_behind(doc: Document, around: Surroundings, sites: frozenset[str]) -> tuple[str, ...]:
    """The person behind a label and a colon in a text that follows an element of a box and has none
    of its own: «<div>…</div> Автор: Анна Иванова <br>»; else empty."""
    for text, holder in own_texts(doc):
        if len(text) > MAX_LABELLED_CHARS or ":" not in text or holder.text == text:
            continue
        line = tidy(text)
        name = lone_person(cut_before(line) or "") if not is_editors_label(line) else None
        if not name or letters(name) in sites or around.distance(holder) > around.text_begins:
            continue
        if not in_card(doc, holder, around.top) and FOREIGN.isdisjoint(
            regions_between(holder, around.top)
        ):
            return (name,)
    return ()


MAX_LABELLED_CHARS = 80


def _linked_by_head(doc: Document) -> tuple[str, ...]:
    """The person by a common given name whom the link to the author's page in a page's head names;
    else empty."""
    links = (link for link in doc.all_of("link") if (link.get("rel") or "").lower() == "author")
    names = {name for link in links if (name := lone_person(tidy(link.get("title") or "")))}
    return tuple(names) if len(names) == 1 and begins_with_given_name(*names) else ()


def _counted(doc: Document, sites: frozenset[str]) -> tuple[str, ...]:
    """The person whom the scripts that count readers name; else empty."""
    name = lone_person(counted_author(doc) or "")
    return (name,) if name and letters(name) not in sites else ()


def persons_beside_house(
    doc: Document, meta: Metadata, title: str | None, sites: frozenset[str]
) -> tuple[str, ...]:
    """The same where metadata sign with the publisher: only persons, and in scripts with capitals,
    where a section looks like a name, only those that a picture, a place or a given name tells."""
    around = surroundings(doc, title)
    names = (
        pictured_names(doc, around, sites)
        or with_place(doc, around, sites)
        or called_like_persons(doc, around, title, sites)
    )
    if not names:
        line = line_of_facts(doc, around)
        found = _in_line(doc, meta, title, line, around, sites)
        alone = line is not None and (
            _is_alone_in(line, found)
            or (bool(found) and found == persons_apart(doc, line, sites, marked=False))
        )
        sure = alone or all(is_agency(n) or _is_surely_person(n) for n in found)
        names = found if sure else ()
    names = names or tuple(filter(begins_with_given_name, _in_attributes(doc, around, sites)))
    names = names or who_ends_lead(doc, around, sites)
    names = names or shaped_like_person(doc, around, title, sites)
    names = with_peers(names, around)
    wired = not names or all(map(is_agency, names))
    if not wired:
        return names
    signs = placed_agency(around) or agency_alone(doc, around, sites) or names
    return signs or signed_by_house(doc, around, sites, agencies=True)


def _is_alone_in(line: HtmlElement, found: tuple[str, ...]) -> bool:
    """Whether what a line of facts names is all of the element before it, or of one within it."""
    before = line.getprevious()
    if before is not None and found == (name_alone(before),):
        return True
    cased = len(found) == 1 and (found[0][0].isupper() or _is_japanese_alone(found[0]))
    return cased and any(found == (name_alone(part),) for part in islice(line.iter(), 1, NEAR))


_JAPANESE_ALONE = late_pattern(
    "[\u3005\u3040-\u309f\u3400-\u9fff]{3}[^\\W県市町村区都府道郡部局社面版会]{1,2}"
)


_CHINESE_ALONE = late_pattern("[\u3400-\u9fff]{2}[^\\W県市町村区都府道郡部局社面版会省州]")


def _is_chinese_alone(name: str) -> bool:
    """Whether three letters begin with a common family name, and end as no office or place does."""
    return _CHINESE_ALONE.fullmatch(name) is not None and is_dense_person(name)


def _is_japanese_alone(name: str) -> bool:
    """Whether letters that are all of an element beside a day are a Japanese's, by a common family
    name, of four letters or five, and end as no place or desk does."""
    called = is_dense_person(name) and _JAPANESE_ALONE.fullmatch(name) is not None
    return called or is_japanese_by_given(name) or _is_chinese_alone(name)


def _is_surely_person(name: str) -> bool:
    """Whether a name is one against a publisher's word; that it begins as family names do is not
    enough, unless a blank parts it from the given name: «大西 恵子»."""
    if is_dense_person(name):
        return " " in name
    return not name[0].isupper() or begins_with_given_name(name)


def _repeated(doc: Document, around: Surroundings, sites: frozenset[str]) -> tuple[str, ...]:
    """A person's name alone in an element below the headline and in another one further on, neither
    linked; else empty. Only scripts with capitals tell a name so."""
    if around.headline is None:
        return ()
    start = around.places[around.headline]
    alone = [element for element in doc.elements[start + 1 :] if _is_alone(element)]
    for element in alone:
        if around.places[element] - start > min(FAR, around.paragraphs_begin):
            break
        name = tidy(element.text)
        others = [e for e in alone if e is not element and tidy(e.text) == name]
        if not others or letters(name) in sites or in_card(doc, element, around.top):
            continue
        if element.tag in LOWER_HEADINGS and is_desk_of(name, sites):
            continue  # a house's event, twice
        if in_teaser(element, around.top) or in_quote(element, around.top):
            continue
        regions = [regions_between(e, around.top) for e in (element, others[-1])]
        if all(FOREIGN.isdisjoint(found - {"aside"}) for found in regions):
            return clean_names(name)
    return ()


def _is_alone(element: HtmlElement) -> bool:
    text = element.text
    if not text or len(element) or element.tag not in PLACES or len(text) > MAX_LINE_CHARS:
        return False
    name = tidy(text)
    return name[:1].isupper() and is_person(name) and all(w[0].isupper() for w in name.split())
