"""Lines that sign a text: the author's name alone below its last sentence, or above its first.

«<p align="right"><i>Jane Doe</i></p>», «（木村直樹）», «سارة أحمد - بيروت»: such a line is no text,
and where the page names no author it tells who wrote it.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise
from operator import methodcaller

from pipeline.lines.credits import is_agency
from pipeline.page.elements import letters
from pipeline.patterns.word_patterns import WordPattern
from pipeline.people.beside_pictures import who_wrote_beside_pictures
from pipeline.people.byline_words import JOB_BEFORE_UNSPACED, KNOWN_PLACES, any_of, words
from pipeline.people.codes import is_code
from pipeline.people.credit_lines import is_credit_line
from pipeline.people.dense_lines import persons_of_dense_line
from pipeline.people.dense_persons import is_dense_person
from pipeline.people.dense_reporters import reporters_by_role
from pipeline.people.desks import posts_for_others, who_signs
from pipeline.people.edge_lines import (
    MAX_FACTS_CHARS,
    OPENING,
    datelines,
    is_facts,
    is_low,
    items_of_facts,
    labels_and_names,
)
from pipeline.people.edges_of_house import edges_of_house, tells_editor
from pipeline.people.given_names import begins_with_given_name, persons_in
from pipeline.people.houses import house_beside_own, is_site, names_beside_house
from pipeline.people.introduced import introduced_author
from pipeline.people.jobs import is_job
from pipeline.people.labels import cut_before, heads_others, is_editors_label, is_label
from pipeline.people.lone_lines import (
    is_labelled_person,
    is_name_alone,
    is_person_alone,
    is_person_with_agency,
    is_said_nowhere,
    names_in,
    signed_amid,
    signs_amid,
)
from pipeline.people.lone_person import NO_PERSON, is_signer
from pipeline.people.name_shapes import speaks_of
from pipeline.people.no_names import OFFICE
from pipeline.people.piece_lines import whose_piece
from pipeline.people.placed import WITH_PLACE, placed_names, without_place
from pipeline.people.profiles import MAX_PROFILE_CHARS, profile_lines
from pipeline.people.quoted_houses import with_bars
from pipeline.people.second_names import is_called_as_person
from pipeline.people.signed_looks import MAX_CHARS, is_byline, is_said_by, without_stop
from pipeline.punctuation import COLONS, SENTENCE_ENDS
from pipeline.records import Block, BlockKind

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


NO_TITLE_CASE = frozenset({
    "fr", "es", "it", "pt", "ru", "uk", "be", "bg", "sr", "nl", "pl", "cs", "sk", "sl", "hr", "ro",
    "el", "sv", "da", "no", "nb", "nn", "fi", "ca", "tr", "vi", "lv", "lt", "et", "hu",
})  # fmt: skip
"""Languages that write only names with a capital for each word."""


def find_signatures(
    kept: Sequence[Block],
    signed: frozenset[Block],
    authors: tuple[str, ...],
    sites: frozenset[str] = frozenset(),
    sections: frozenset[str] = frozenset(),
    *,
    title_case: bool = True,
    ends_so: bool = False,
) -> tuple[frozenset[Block], tuple[str, ...]]:
    """The lines of a cleaned text that sign it, and the authors: those known, else who signs.

    A known author's name alone in a line is a signature whatever its look; a name that the page
    says nowhere else must be among the `signed`. `sites` and `sections` are the folded names of
    the site and of the article's sections, one of which may stand above the text. `title_case`:
    the language writes headings with capitals, so that a last line of such words may be anything.
    `ends_so`: the source's texts are known to end with who wrote them.
    """
    if len(kept) < 2:
        return frozenset(), authors
    found: set[Block] = set()
    last = _last_of(kept, signed)
    named = (ends_so and is_person_alone(last, kept)) or (
        not title_case and is_name_alone(last, kept)
    )
    if named and not authors:
        signed |= {last}
    for block in (*kept[:OPENING], last):
        if block is last and not authors and _is_below_others(last, kept):
            continue
        broken = block is last and "\n" in block.text
        signers = _over_job(block, kept, authors) if broken else None
        if not broken or _says_who(block.text) or reporters_by_role(block.text):
            signers = signers or _signers(block, kept, signed, authors, sites, closes=block is last)
        if signers is not None:
            found.add(block)
            authors = signers
    known = {letters(name) for name in authors}
    if kept[0].kind is BlockKind.HEADING and letters(kept[0].text) in known:
        found.add(kept[0])  # their name alone, made large above their text
    if found:
        found.update(kept[-1:] if last in found else ())  # what may stand behind it
    found |= (
        labels_and_names(kept, known)
        | items_of_facts(kept, known)
        | items_of_facts(kept[::-1], known)
        | datelines(kept)
    )
    found.update(edges_of_house(kept, signed, sites, sections))
    if not known and not found:
        authors = signed_amid(kept) or introduced_author(kept, signed) or authors
    if authors:
        found.update(block for block in kept if signs_amid(block, authors))
        found |= profile_lines(kept, found, authors, sites)
    return frozenset(found), authors


def opens_text(kept: Sequence[Block]) -> bool:
    """Whether one person's name, told by a common given name, is all of a text's first line, and
    the text speaks of them nowhere."""
    first = kept[0].text if len(kept) > LEAST_LINES else ""
    if not first or len(first) > MAX_CHARS or kept[0].kind is not BlockKind.PARAGRAPH:
        return False
    names = persons_in(first)
    whole = len(names) == 1 and begins_with_given_name(first) and first.endswith(names[0])
    return whole and not speaks_of(names[0], (block.text for block in kept[1:]))


LEAST_LINES = 2


def _is_below_others(line: Block, kept: Sequence[Block]) -> bool:
    """Whether the line right above another one tells that it names no author, or is a quotation
    below which a dash tells who said it."""
    return any(
        below is line and (heads_others(above.text) or is_said_by(below.text, above))
        for above, below in pairwise(kept)
    )


def _signers(
    block: Block,
    kept: Sequence[Block],
    signed: frozenset[Block],
    authors: tuple[str, ...],
    sites: frozenset[str],
    *,
    closes: bool,
) -> tuple[str, ...] | None:
    """The authors by a line that signs the text: those known, or whom it names; None where it
    signs nothing. `closes`: it is the text's last."""
    text = without_stop(block.text)
    listed = block.kind in _SET_APART and len(text) <= MAX_CHARS and is_byline(text)
    listed = listed or (block.kind is BlockKind.LIST_ITEM and _are_of((text,), authors))
    if not (block.kind is BlockKind.PARAGRAPH or listed or (is_low(block) and _says_who(text))):
        return None
    if tells_editor(text) and text[0] in "([（【":
        return None
    if _POSTED.match(text) or (block.text.startswith("..") and is_code(block.text)):
        return None
    if authors and not closes and len(text) <= MAX_FACTS_CHARS and is_facts(text, authors):
        return authors
    if len(text) > MAX_CHARS:
        return None
    if any(text.endswith(name) and is_label(text[: -len(name)]) for name in authors):
        return authors  # «ByJane Doe»: what stands beside the name in a box of its own
    if any(f"{site}{letters(name)}" == letters(text) for name in authors for site in sites):
        return authors  # «Heron-Post Jane DOE.»
    housed = names_beside_house(text, sites) if closes and "«" in text else ()
    text = with_bars(text, sites).rstrip(": ")  # «صنعاء (الأفق) سارة أحمد:»
    names = placed_names(text) or reporters_by_role(text) or who_wrote_beside_pictures(text)
    names = names or persons_of_dense_line(text, sites)
    names = names or whose_piece(text) or without_place(names_in(text), text)
    beside = names_beside_house(text.lstrip("-–— ") if closes else text, sites)
    beside = beside or housed or (house_beside_own(text, sites) if closes and not authors else ())
    if beside and (not authors or _are_of(beside, authors)):
        return authors or beside
    if names and authors and _are_of(names, authors):
        return authors
    persons = tuple(name for name in names if not is_agency(name)) or names
    if not names or not all(map(is_signer, persons)) or any(is_site(n, sites) for n in names):
        return None
    if _says_who(text) and who_signs(authors, names) == names:
        return names
    told = authors and not all(map(posts_for_others, authors))
    if told and not JOB_BEFORE_UNSPACED.match(text):
        return None  # else a reporter signs, and those known may only have edited the text
    return names if _looks_signed(block, names, kept, signed, closes) else None


_SET_APART = frozenset({BlockKind.LIST_ITEM, BlockKind.QUOTE, BlockKind.HEADING})
_POSTED = re.compile(r"[-–—]\s[^()@]{2,60}\s[(（]@\w+[)）]")
"""Who wrote a post that a text shows: «— Jane Doe (@jane)»."""


def _over_job(
    last: Block, kept: Sequence[Block], authors: tuple[str, ...]
) -> tuple[str, ...] | None:
    """The authors by a last line that breaks behind a person's name, and tells below it what they
    do, as letters and columns end; None where it is something else. A person of whom the text
    speaks is its subject; who is told already must be the same."""
    name, *below = map(str.strip, last.text.split("\n"))
    wrote = cut_before(name)
    name = wrote if wrote and not is_editors_label(name) else name
    names = names_in(name) if name and last.kind is BlockKind.PARAGRAPH else ()
    if len(names) != 1 or not is_signer(names[0]) or len(below) > MAX_BELOW:
        return None
    if authors and _are_of(names, authors) and _is_profile(last, names[0], kept):
        return authors
    brief = all(
        0 < len(line) <= MAX_CHARS and line[-1] not in SENTENCE_ENDS + COLONS for line in below
    )
    if not brief or _TELEPHONE.search(last.text):
        return None
    if authors and not all(map(posts_for_others, authors)):
        return authors if _are_of(names, authors) else None
    called = wrote or is_called_as_person(names[0]) or any(map(_tells_job_or_town, below))
    return names if called and is_said_nowhere(names[0], kept) else None


def _tells_job_or_town(line: str) -> bool:
    """Whether a line below a name is what the person does, or a known town."""
    return is_job(line) or OFFICE.match(line) is not None or letters(line) in KNOWN_PLACES


def _is_profile(last: Block, name: str, kept: Sequence[Block]) -> bool:
    """Whether what a last line tells below a known author's name may be who that is: it is no
    paragraph of a report, and no other line begins with the name, as in a talk."""
    others = (block.text for block in kept if block is not last)
    return len(last.text) <= MAX_PROFILE_CHARS and not any(
        map(methodcaller("startswith", name), others)
    )


MAX_BELOW = 2
_TELEPHONE = re.compile(r"[@©]|\d{3}|\d[ /-]\d")
"""What is no signature: whom the press may ask."""


def _are_of(names: tuple[str, ...], authors: tuple[str, ...]) -> bool:
    return set(map(letters, names)) <= set(map(letters, authors))


def _looks_signed(
    block: Block,
    names: tuple[str, ...],
    kept: Sequence[Block],
    signed: frozenset[Block],
    closes: bool,
) -> bool:
    """Whether a line of persons' names signs a text whose author nobody has told."""
    text, first = block.text, block is kept[0]
    if JOB_BEFORE_UNSPACED.match(text) or (closes and reporters_by_role(text)):
        return True
    called = begins_with_given_name(names[0]) and _is_new(block, kept)
    alone = first and (
        (called and bool(persons_in(text.rstrip(" :"))))
        or (is_dense_person(text) and _is_new(block, kept))
        or is_person_with_agency(text)
        or is_labelled_person(text)
    )
    dashed = closes and text[0] in "-–—" and len(names) == 1 and is_said_nowhere(names[0], kept)
    looks = block in signed or dashed or alone
    if not (looks or (closes and _is_new(block, kept))):
        return False
    if closes or alone or placed_names(text):
        return True
    if WITH_PLACE.fullmatch(text) and not _tells_position(text.split(names[0])[-1]):
        return True
    return (called and block in kept[:2]) or (
        first and text[0].isupper() and text[-1] not in ":-–—"
    )


def _tells_position(behind: str) -> bool:
    """Whether what stands behind a name is no place: «سارة أحمد - مديرة المشروع»."""
    said = behind.strip(" -–—:")
    return is_job(said) or NO_PERSON.search(said) is not None


def _is_new(last: Block, kept: Sequence[Block]) -> bool:
    """Whether a last line is persons' names, told by common given names, of whom the text does not
    speak: those of whom it speaks are its subject."""
    names = persons_in(last.text) if last is kept[-1] else names_in(last.text)
    others = [block.text for block in kept if block is not last]
    return bool(names) and not any(speaks_of(name, others) for name in names)


def _last_of(kept: Sequence[Block], signed: frozenset[Block]) -> Block:
    """The last line, or the one before it that signs where the last tells what the person does."""
    if len(kept) > 3 and is_job(kept[-1].text) and kept[-1].text[-1] not in SENTENCE_ENDS:
        before = kept[-2]
        if names_in(before.text) == (before.text,) and is_signer(before.text):
            return before
    if len(kept) > 3 and tells_editor(kept[-1].text):
        before = kept[-2]
        wrote = is_credit_line(before.text) and not is_editors_label(before.text)
        alone = before.text and names_in(before.text) == (before.text,)
        alone = alone and is_signer(before.text) and is_said_nowhere(before.text, kept[:-1])
        if wrote or alone or (before in signed and len(before.text) <= MAX_CHARS):
            return before  # «Reporter: Jane Doe», «Editor: John Roe»
    return kept[-1]
