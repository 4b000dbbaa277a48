"""The first and the last lines of a text in which its house, its section, an agency or an editor
stands."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from pipeline.lines.credits import is_agency
from pipeline.page.elements import letters
from pipeline.people.byline_words import EDITORS_LABEL
from pipeline.people.codes import is_code
from pipeline.people.edge_lines import OPENING, is_stamped_twice
from pipeline.people.houses import is_house_alone
from pipeline.people.lone_lines import is_in_brackets, is_of_agency
from pipeline.people.lone_person import is_signer, lone_person
from pipeline.people.names import clean_names
from pipeline.people.second_names import is_called_as_person
from pipeline.people.signed_looks import MAX_CHARS
from pipeline.punctuation import SENTENCE_ENDS
from pipeline.records import Block


def edges_of_house(
    kept: Sequence[Block],
    signed: frozenset[Block],
    sites: frozenset[str],
    sections: frozenset[str],
) -> Iterator[Block]:
    """Those of a text's first lines and its last that name its house, its section or an agency, or
    are the letters of who edited it."""
    yield from filter(is_stamped_twice, kept[:OPENING])
    closing = kept[-1] if kept[-1] in signed else None
    edges = (*kept[:OPENING], kept[-1])
    yield from (b for b in edges if is_house_alone(b, sites, b is closing))
    if letters(kept[0].text) in sections or is_agency(kept[0].text):
        yield kept[0]  # a kicker, or who tells it, in bold perhaps
    ends = kept[-1].text
    if is_code(ends) or tells_editor(ends) or is_of_agency(ends) or is_in_brackets(kept[-1]):
        yield kept[-1]


def tells_editor(text: str) -> bool:
    """Whether a line is an editor's label and names of persons: «Edited by Jane Doe»."""
    text = text.strip("()[]（）【】") if text[0] in "([（【" else text
    label = EDITORS_LABEL.match(text) if 0 < len(text) <= MAX_CHARS else None
    if label is None:
        return False
    if text[-1] in SENTENCE_ENDS:  # «Traduit de l'anglais par Jane Doe.»
        name = text[label.end() :].rstrip(".۔。")
        return lone_person(name) == name and is_called_as_person(name)
    names = clean_names(text[label.end() :])
    return bool(names) and all(map(is_signer, names))
