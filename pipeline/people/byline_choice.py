"""Which of the bylines that a page shows are its article's."""

from __future__ import annotations

from dataclasses import dataclass, replace
from itertools import islice

from lxml.html import HtmlElement

from pipeline.lines.credits import is_agency
from pipeline.page.elements import letters, text_of_element
from pipeline.people.dense_persons import is_dense_person
from pipeline.people.given_names import begins_with_given_name
from pipeline.people.linked_names import BOX, is_called_name
from pipeline.people.lone_person import says_more_than
from pipeline.people.placed import INITIALS
from pipeline.people.written_lines import are_joined

FAR = 400
"""Elements between headline and byline beyond which it is another article's."""

ABOVE = FAR // 4
"""The same of bylines above the headline."""

NEAR = 60
"""Elements after the headline within which "by" is a byline even without a name of its own."""


EDITED = " editor"
"""How the mark ends of a byline that says who edited a text."""


@dataclass(frozen=True, slots=True)
class Byline:
    """Names that an element tells, how surely, and where: `distance` is its place below the
    headline in elements, `mark` the form that bylines of one line share, `outside` that it stands
    in no article and in a part that frames all pages."""

    names: tuple[str, ...]
    surety: int
    outside: bool
    distance: int
    mark: str
    element: HtmlElement
    linked_far: bool = False
    """Whether only a link tells it, below the text or in a part that frames all pages."""
    above: bool = False
    """Whether it stands between headline and text."""
    labelled: bool = False
    """Whether it begins with a word like "by"."""


def without_others(found: list[Byline]) -> list[Byline]:
    """The bylines without links to several persons, below the text or in a menu, that no word or
    class calls its authors: a site shows who else writes for it, and «/people/» is a section."""
    found = _without_next(_without_list(_without_calls([*map(_by_name_before, found)])))
    far = [item for item in found if item.linked_far]
    if len({name for item in far for name in item.names}) < 2 or _are_joined(far):
        return found
    return [item for item in found if not item.linked_far]


def _are_joined(far: list[Byline]) -> bool:
    """Whether two links stand in one line with an "and" between them: no list joins its persons."""
    line = far[0].element.getparent()
    if len(far) != len(line) or any(item.element.getparent() is not line for item in far):
        return False
    return are_joined([name for item in far for name in item.names], text_of_element(line))


def _without_calls(found: list[Byline]) -> list[Byline]:
    """The bylines without links to a page of which another link gives the author's name: «See all
    stories» below the text, «More from Jane Doe» anywhere."""
    above = {_address(item): item.names for item in found if item.above}
    above.pop(None, None)
    found = [i for i in found if i.above or above.get(_address(i), i.names) == i.names]
    named: dict[str, set[str]] = {}
    for item in found:
        if address := _address(item):
            named.setdefault(address, set()).update(item.names)
    if all(len(names) == 1 for names in named.values()):
        return found
    return [i for i in found if not _is_in_more(i.names, named.get(_address(i) or "", set()))]


def _is_in_more(names: tuple[str, ...], others: set[str]) -> bool:
    """Whether the only one of the names holds one of others, and more words."""
    return len(names) == 1 and any(says_more_than(names[0], other) for other in others)


def _by_name_before(item: Byline) -> Byline:
    """A link that says more than a name, by the name alone where that is all of an element before
    it in its box: «Jane Doe», «Reporter», «More from Jane Doe»."""
    if item.element.tag != "a" or len(item.names) != 1:
        return item
    for before in islice(item.element.itersiblings(preceding=True), BOX):
        name = text_of_element(before)
        if name and says_more_than(item.names[0], name):
            return replace(item, names=(name,))
    return item


def _address(item: Byline) -> str | None:
    return item.element.get("href") if item.element.tag == "a" else None


def _without_next(found: list[Byline]) -> list[Byline]:
    """The bylines without those right below another headline than the page's, where one stands
    between headline and text: an endless page appends further articles."""
    if not any(item.above and item.surety > 1 for item in found):
        return found
    return [item for item in found if item.above or item.distance < 0 or not _heads_next(item)]


def _heads_next(item: Byline) -> bool:
    for element in (item.element, *islice(item.element.iterancestors(), BOX)):
        before = element.getprevious()
        if before is not None:
            named = (before.tag in _HEADLINES and text_of_element(before)) or ""
            return len(named.split()) >= HEADLINE_WORDS
    return False


_HEADLINES = frozenset({"h1", "h2", "h3"})
HEADLINE_WORDS = 4


def _without_list(found: list[Byline]) -> list[Byline]:
    """The bylines without a list of links to several persons, where a byline of another form names
    somebody before them: «Jane Doe», and who else writes for the site."""
    first = next((item for item in found if item.above and item.surety > 1), None)
    if first is None or first.element.tag == "a" or len(first.names) > 1:
        return found
    links = [item for item in found if item.element.tag == "a" and not item.labelled]
    listed = {name for item in links for name in item.names}
    if len(listed) < 2 or not listed.isdisjoint(first.names):
        return found
    return [item for item in found if not listed.issuperset(item.names)]


def _rank(item: Byline) -> tuple[bool, bool, bool, int, bool, int]:
    beside = 0 <= item.distance < NEAR
    return (
        item.surety < 2,
        not beside,
        not item.above,
        -item.surety,
        item.distance < 0,
        abs(item.distance),
    )


def _is_whole_line(line: Byline, part: Byline) -> bool:
    known = {letters(name) for name in line.names}
    within = line.element in islice(part.element.iterancestors(), BOX)
    dense = any(map(is_dense_person, part.names)) and not all(map(is_dense_person, line.names))
    several = len(line.names) > 2 or all(map(begins_with_given_name, line.names))
    several = several and not dense  # «赵晓彤» in «赵晓彤，自由撰稿人，现居杭州»
    return within and several and {letters(name) for name in part.names} < known


def told_apart(line: Byline, found: list[Byline]) -> Byline:
    """A byline with the names that bylines within its element end before it does: what follows
    them, «Jane Doe The City Bureau», only the page's style sets apart. One word more may be the
    family name, in an element of its own; initials, «Jane Doe HS», are the house's."""
    inner = [
        (name, part.element.tag in _WHOLE or is_called_name(part.element), _closes(part, name))
        for part in found
        if part is not line and line.element in islice(part.element.iterancestors(), BOX)
        for name in part.names
        if " " in name or _is_called(part)
    ]
    names = tuple(
        next((n for n, ends, glued in inner if _goes_on(name, n, ends=ends, glued=glued)), name)
        for name in line.names
    )
    return line if names == line.names else replace(line, names=names)


def _is_called(part: Byline) -> bool:
    """Whether the name that an element holds is all of it, and it is called a name."""
    return is_called_name(part.element) and text_of_element(part.element) in part.names


_WHOLE = frozenset({"li", "p"})


def _parts_of_box(box: Byline, found: list[Byline]) -> list[Byline]:
    """The bylines of one form within the box of another, a person in each: what the box says as a
    whole runs together with their days and jobs."""
    parts = [
        item
        for item in found
        if item is not box
        and item.surety >= box.surety
        and len(item.names) == 1
        and item.element.getparent() is box.element
    ]
    return parts if len({part.mark for part in parts}) == 1 else []


def _closes(part: Byline, name: str) -> bool:
    """Whether a name is the end of what its element says: letters right behind it are another's."""
    return text_of_element(part.element).endswith(name)


def _goes_on(name: str, beginning: str, *, ends: bool, glued: bool) -> bool:
    """Whether a name is another one and words that are no part of it; `ends`: that one is all of an
    item of a list, of a paragraph or of what is called a name, which no name goes beyond;
    `glued`: its element ends with it, so that letters with no blank before them are the next's."""
    rest = name.removeprefix(beginning)
    behind = rest.strip()
    if ends and rest != name and rest[:1] == " ":
        return True  # «Jane Doe Follow»
    if glued and rest != name and rest[:1].isalpha() and not rest[0].islower():
        return True  # «CourierFollow», «الأفقالأربعاء»
    house = INITIALS.fullmatch(behind) is not None and not is_agency(behind)
    return rest != name and (" " in behind or behind[:1].isdigit() or house)


def _is_said(item: Byline) -> bool:
    """Whether an element within a byline, or it, says that it is the author's, whose account's name
    alone is no sure one: «Posted by <a rel="author">jdoe</a>»."""
    return any(
        "author" in f"{part.get('rel') or ''} {part.get('itemprop') or ''}".split()
        for part in islice(item.element.iter(), BOX)
    )


def choose(found: list[Byline], anywhere: bool, editors: bool = True) -> tuple[str, ...]:
    """The nearest of the strongest, with those that stand beside it in the same form; without
    `editors`, only of those who wrote."""
    if not editors:
        found = [item for item in found if not item.mark.endswith(EDITED)]
    inside = [item for item in found if not item.outside]
    near = [item for item in inside if -ABOVE <= item.distance <= FAR]
    if anywhere:
        near = near or [item for item in inside or found if item.surety > 1]
        near = near or [item for item in inside or found if item.labelled and _is_said(item)]
    if not near:
        return ()
    best = min(near, key=_rank)
    parts = _parts_of_box(best, near)
    if len({letters(name) for part in parts for name in part.names}) > len(best.names):
        near, best = parts, parts[0]
    names: dict[str, str] = {}
    for item in near:
        # Of several only some may be linked: the line around them names all.
        if item.surety <= best.surety and best.surety > 1 and _is_whole_line(item, best):
            return item.names
    last = best.distance
    box = set(islice(best.element.iterancestors(), BOX))
    for item in near:
        if item.mark != best.mark or abs(item.distance - last) > 40:
            continue
        if item.surety < 2 <= best.surety:
            continue
        if item is not best and box.isdisjoint(islice(item.element.iterancestors(), BOX)):
            continue  # another's: each post of a discussion has its own writer
        last = item.distance
        for name in item.names:
            names.setdefault(letters(name), name)
    return tuple(names.values())
