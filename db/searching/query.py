"""The language of searches, read into a `Query`.

    words        all of them must be found; OR between two of them: either
    "a phrase"   these words, in this order
    -word        not this one; NOT before it says the same
    word*        words that begin so
    title:word   in the title; likewise author: and tag:
    source:id    only of that source
    language:ar  only in that language; likewise section:name, since:2026-01-31 and until:

Brackets may stand around words with OR between them (`db.searching.brackets`). Whatever else stands
in a query (SQL, operators of a search engine) is punctuation, which is not searched; nothing of it
reaches the database.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from db.filters import EVERYTHING, Filters, moment_of
from db.searching.brackets import without_brackets
from db.searching.faults import BadQuery
from pipeline.words.arabic import is_arabic
from pipeline.words.folding import (
    fold,
    query_forms,
    query_stems,
    query_words,
    spelled_apart,
    stem,
)
from pipeline.words.other_forms import PERSIAN_ENDINGS
from pipeline.words.spelling import letters
from pipeline.words.unspaced import has_unspaced, is_one_letter

NARROWING = ("language", "section", "since", "until")
"""Filters that a query may hold. `since` is included, `until` is not."""

FIELDS = {"title": "title", "author": "authors", "tag": "tags"}
"""The fields that a query names, and the columns of the index in which they are."""

KNOWN = (*FIELDS, "source", *NARROWING)

MAX_LENGTH = 1_000
"""Characters of a query. One that is longer is a mistake of pasting."""
MAX_TERMS = 50

_ZWNJ = "\u200c"
_CURLY = re.compile('[“„]([^“”„"]*)[”“]')
"""A phrase in the quotation marks that telephones type; it takes as many characters."""
_PIECE = re.compile(
    r"""(?P<minus>-?)(?:(?P<field>[A-Za-z]+):)?"""
    r"""(?:"(?P<phrase>[^"]*)(?P<closed>"?)|(?P<word>[^\s"]+)|(?<=:))"""
)


# «e-commerce», «COVID-19», «1,200»; not «2-1» nor «3.75».
_HYPHENATED = re.compile(
    r"(?=[^\W\d_]|\d+[-\u2010\u2011]\w*[^\W\d_])[^\W_]+(?:[-\u2010\u2011][^\W_]+){1,3}"
    r"|\d{1,3}(?:[,.\u066c]\d{3})+"
)


@dataclass(frozen=True, slots=True)
class Term:
    """Words that are to be found together, in one field or (None) in any."""

    words: tuple[str, ...]
    stems: tuple[tuple[str, ...], ...]
    """Of each word, the stems under which a text may hold it."""
    field: str | None = None
    quoted: bool = False
    prefix: bool = False
    spelled: tuple[tuple[str, ...], ...] = ()
    """The same written as one word, or as several: Persian and Urdu are not strict about it."""
    spelled_stems: tuple[tuple[str, ...], ...] = ()
    """The same for Latin words, of which the stems are looked for: «start-ups», «startup»."""
    unspaced: tuple[str, ...] = ()
    """What was typed, folded, where it has letters of scripts that put no blanks between words: a
    text holds it as it stands, and `words` are its pairs of letters."""


@dataclass(frozen=True, slots=True)
class Query:
    """Every group must be found, each by any of its terms, and none of the excluded terms."""

    groups: tuple[tuple[Term, ...], ...]
    excluded: tuple[Term, ...]
    sources: tuple[tuple[str, ...], ...]
    """Groups of sources: an article must be in one of each."""
    excluded_sources: tuple[str, ...]
    filters: Filters = EVERYTHING


@dataclass(frozen=True, slots=True)
class _Piece:
    found: Term | str | tuple[str, str]
    """A term, a source's id, or a filter with its value."""
    excluded: bool
    either: bool
    """True where OR stands before it."""
    at: int


def unknown_fields(text: str) -> list[str]:
    """What stands before a colon and is no field: it was read as a word, «lang:ar» as «re:»."""
    return [
        match["field"]
        for match in _PIECE.finditer(text)
        if match["field"]
        and match["field"].lower() not in KNOWN
        and not (match["word"] or "").startswith("//")
    ]


def parse_query(text: str) -> Query:
    """Reads a query. Raises BadQuery for one that is empty, too long, or faulty."""
    if len(text) > MAX_LENGTH:
        raise BadQuery(f"the query is longer than {MAX_LENGTH:,} characters", MAX_LENGTH)
    wanted: list[list[_Piece]] = []
    excluded: list[_Piece] = []
    pieces = _pieces(text)
    if len(pieces) > MAX_TERMS:
        raise BadQuery(f"the query has more than {MAX_TERMS} terms", pieces[MAX_TERMS].at)
    for piece in _joined(pieces):
        if piece.excluded:
            excluded.append(piece)
        elif piece.either:
            wanted[-1].append(piece)
        else:
            wanted.append([piece])
    groups, sources, narrowing = [], [], EVERYTHING
    for group in wanted:
        if isinstance(group[0].found, tuple):
            narrowing = _narrowed(narrowing, *group[0].found, group[0].at)
            continue
        terms = tuple(piece.found for piece in group if isinstance(piece.found, Term))
        ids = tuple(piece.found for piece in group if isinstance(piece.found, str))
        if terms and ids:
            raise BadQuery("OR cannot stand between a word and a source", group[1].at)
        if terms:
            groups.append(terms)
        else:
            sources.append(ids)
    without = tuple(piece.found for piece in excluded if isinstance(piece.found, Term))
    if not groups and (without or not (sources or narrowing != EVERYTHING)):
        raise BadQuery("there is no word to look for", excluded[0].at if excluded else 0)
    return Query(
        groups=tuple(dict.fromkeys(groups)),
        excluded=without,
        sources=tuple(sources),
        excluded_sources=tuple(p.found for p in excluded if isinstance(p.found, str)),
        filters=narrowing,
    )


def _narrowed(filters: Filters, name: str, value: str, at: int) -> Filters:
    if name == "language":
        found = replace(filters, languages=(*filters.languages, value.lower()))
        if found.unknown_language:
            raise BadQuery(f"language:{value} is none of ISO 639-1; write it as language:ar", at)
        return found
    if getattr(filters, name) is not None:
        raise BadQuery(f"{name}: stands twice", at)
    if name == "section":
        return replace(filters, section=value)
    try:
        moment = moment_of(value)
    except ValueError:
        raise BadQuery(f"{name}:{value} is no date; write it as {name}:2026-01-31", at) from None
    found = replace(filters, since=moment) if name == "since" else replace(filters, until=moment)
    if found.ends_first:
        raise BadQuery("no time lies between since: and until:, whose day is not included", at)
    return found


def _joined(pieces: list[_Piece]) -> list[_Piece]:
    """The pieces, two words beside each other also as one: «می گویند», «open ai»."""
    found = list(pieces)
    for at in range(len(found) - 1):
        words = [_lone_word(found[at]), _lone_word(found[at + 1])]
        followed = at + 2 < len(found) and found[at + 2].either
        if None in words or found[at].either or found[at + 1].either or followed:
            continue
        together = "".join(map(str, words))
        if together.isdigit() or len({str(word).isascii() for word in words}) > 1:
            continue
        for place in (at, at + 1):
            term = found[place].found
            assert isinstance(term, Term)
            term = replace(term, spelled_stems=(*term.spelled_stems, (stem(together),)))
            if together.isascii():
                found[place] = replace(found[place], found=term)
                continue
            stems, spelled = term.stems, (*term.spelled, (together,))
            if place > at and words[1] in PERSIAN_ENDINGS:  # found where its word is
                before = found[at].found
                assert isinstance(before, Term)
                stems = (before.stems[0] + stems[0],)
            term = replace(term, spelled=spelled, stems=stems)
            found[place] = replace(found[place], found=term)
    return found


def _lone_word(piece: _Piece) -> str | None:
    term = piece.found
    if piece.excluded or not isinstance(term, Term) or term.field or term.quoted or term.prefix:
        return None
    word = term.words[0]
    return word if len(term.words) == 1 and (word.isascii() or is_arabic(word)) else None


def _pieces(text: str) -> list[_Piece]:
    pieces: list[_Piece] = []
    either: int | None = None
    negated: int | None = None
    for match in _PIECE.finditer(without_brackets(_CURLY.sub(r'"\1"', text))):
        at = match.start()
        if match["word"] in ("OR", "|") and not match["field"] and not match["minus"]:
            if not pieces or pieces[-1].excluded or either is not None:
                raise BadQuery("OR needs a word before it", at)
            if isinstance(pieces[-1].found, tuple):
                raise BadQuery(f"{pieces[-1].found[0]}: cannot stand beside OR", at)
            either = at
            continue
        if match["word"] == "AND" and not match["field"]:
            continue
        if match["word"] == "NOT" and not match["field"]:
            negated = at
            continue
        found = _read(match)
        if found is None:
            continue
        excluded = bool(match["minus"]) or negated is not None
        if isinstance(found, tuple) and (excluded or either is not None):
            raise BadQuery(f"{found[0]}: can neither be excluded nor stand beside OR", at)
        if excluded and either is not None:
            raise BadQuery("OR cannot stand before a word that is excluded", either)
        pieces.append(_Piece(found, excluded, either is not None, at))
        either = negated = None
    if either is not None:
        raise BadQuery("OR needs a word after it", either)
    if negated is not None:
        raise BadQuery("NOT needs a word after it", negated)
    return pieces


def _read(match: re.Match[str]) -> Term | str | tuple[str, str] | None:
    """The term, source or filter of one piece, None for one of punctuation only."""
    field = (match["field"] or "").lower()
    quoted = match["phrase"] is not None
    if quoted and not match["closed"]:
        raise BadQuery("the quotation mark is not closed", match.start() + match.group().index('"'))
    text = match["phrase"] if quoted else match["word"] or ""
    if field == "source" and text:
        return str(text)
    if field in NARROWING:
        if not text.strip():
            raise BadQuery(f"nothing stands after {field}:", match.start())
        return field, text.strip()
    if field and field not in KNOWN:
        text, field = f"{match['field']} {text}", ""
    folded = query_words(text)
    if not folded:
        if field:
            raise BadQuery(f"nothing to look for stands after {field}:", match.start())
        return None
    stems, spelled = query_stems(text), tuple[tuple[str, ...], ...]()
    spelled_stems = spelled
    unspaced = tuple(fold(text).split()) if has_unspaced(text) else ()
    if not quoted and not unspaced:
        stems, spelled = _other_forms(text, folded, stems)
        apart, spelled_stems = _compounds(text)
        spelled += apart
    return Term(
        words=folded,
        stems=stems,
        field=FIELDS.get(field),
        quoted=quoted,
        prefix=(not quoted and text.endswith("*")) or is_one_letter(folded[-1]),
        spelled=spelled,
        spelled_stems=spelled_stems,
        unspaced=unspaced,
    )


def _compounds(
    text: str,
) -> tuple[tuple[tuple[str, ...], ...], tuple[tuple[str, ...], ...]]:
    """One word as several, and several with a hyphen between them as one: of Arabic script as they
    are written, of Latin by their stems."""
    spelled, stems = list[tuple[str, ...]](), list[tuple[str, ...]]()
    if _HYPHENATED.fullmatch(text):
        stems.append((stem("".join(letters(text))),))
    for words in spelled_apart(text):
        if words[0].isascii():
            stems.append(tuple(map(stem, words)))
        else:
            spelled.append(words)
    return tuple(spelled), tuple(stems)


def _other_forms(
    text: str, folded: tuple[str, ...], stems: tuple[tuple[str, ...], ...]
) -> tuple[tuple[tuple[str, ...], ...], tuple[tuple[str, ...], ...]]:
    """The stems of one word as it was typed, and how else it may be spelled."""
    spelled: list[tuple[str, ...]] = []
    apart = tuple(fold(text.replace(_ZWNJ, " ")).split())
    if len(apart) > len(folded):
        spelled.append(apart)
        if apart[1:] and len(folded) == 1 and PERSIAN_ENDINGS.issuperset(apart[1:]):
            stems = (stems[0] + query_stems(apart[0])[0],)
    if len(folded) == 1:
        spelled += ((form,) for form in query_forms(text))
    return stems, tuple(spelled)
