"""A query as the engines take it: FTS5's MATCH for SQLite, a tsquery for PostgreSQL.

Both are made of folded words only, which hold letters and digits: nothing that a person types
reaches the engine's own syntax.

Each query has two forms. The exact one finds the words as they are written; the loose one adds
their stems («الذكاء» and «بالذكاء») and the particles that Arabic writes onto a word («وذكاء»).
What is excluded is excluded loosely from both.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence

from db.searching.index import STEM_MARK, WEIGHTS, in_field
from db.searching.query import Query, Term
from pipeline.words import hebrew
from pipeline.words.arabic import with_article, with_particles

_STEMMED = ("title", "tags", "body")
_STEMMED_FROM = 4
"""Letters of a word from which on its stem is found where particles are written onto it."""


def fts5_match(
    query: Query, *, loose: bool, ranked: bool = True, absent: Collection[str] = ()
) -> str:
    """The query for FTS5, without the words that no text holds; where the finds are not `ranked`
    without those that their stems find."""
    wanted = " AND ".join(_fts5_any(group, loose, ranked, absent) for group in query.groups)
    if not query.excluded:
        return wanted
    return f"({wanted}) NOT {_fts5_any(query.excluded, True, False, absent)}"


def words_looked_for(query: Query) -> frozenset[str]:
    """All words and stems that the loose form of a query looks for, beginnings not included."""
    return frozenset(_words_looked_for(query))


def _words_looked_for(query: Query) -> Iterator[str]:
    for term in (term for group in (*query.groups, query.excluded) for term in group):
        if not term.prefix:
            yield from (word for phrase in variants(term) for word in phrase)
        if uses_stems(term):
            yield from (stem for phrase in stem_phrases(term) for stem in phrase)


def tsquery(query: Query, *, loose: bool) -> str:
    """The query for PostgreSQL, to be cast to tsquery: no parser of its own comes near it."""
    parts = [_ts_any(group, loose) for group in query.groups]
    parts.extend(f"!{_ts_any((term,), loose=True)}" for term in query.excluded)
    return " & ".join(parts)


def variants(term: Term) -> list[tuple[str, ...]]:
    """A term's words, and the same with each particle that Arabic or Hebrew writes onto the first
    one.

    Where the stems count, these find an Arabic word with its particles already.
    """
    first, rest = term.words[0], term.words[1:]
    firsts = [first]
    if not uses_stems(term) or len(first) < _STEMMED_FROM:
        firsts += [*with_particles(first), *with_article(first)]
    firsts += hebrew.with_particles(first)
    if term.prefix and len(term.words) == 1 and with_particles(first):
        firsts += [article + first for article in ("ال", "وال", "بال", "كال", "فال", "لل")]
    return [*((word, *rest) for word in firsts), *(() if term.prefix else term.spelled)]


def stem_phrases(term: Term) -> list[tuple[str, ...]]:
    """The stems of a term's words, with each that the first of them may have, and those of the
    words as which it may be written."""
    rest = tuple(stems[0] for stems in term.stems[1:])
    return [*((first, *rest) for first in term.stems[0]), *term.spelled_stems]


def uses_stems(term: Term) -> bool:
    """Whether the stems of a term's words count: not in quotes, nor where a word is cut short, nor
    of scripts that put no blanks between words, which have none."""
    cut_short = term.prefix or bool(term.unspaced)
    return not term.quoted and not cut_short and term.field != "authors"


def _fts5_any(terms: Sequence[Term], loose: bool, ranked: bool, absent: Collection[str]) -> str:
    alternatives: list[str] = []
    for term in terms:
        columns = (term.field,) if term.field else tuple(WEIGHTS)
        written = _found(variants(term), absent) if loose else [term.words]
        if loose and uses_stems(term):
            stems = tuple(f"{column}_stems" for column in columns if column in _STEMMED)
            alternatives.append(_fts5_columns(stems, _found(stem_phrases(term), absent)))
            if not ranked:
                others = [column for column in columns if column not in _STEMMED]
                alternatives += [_fts5_columns(others, written)] if others else []
                written = written[1:]
        if written:
            alternatives.append(_fts5_columns(columns, written, term.prefix))
    return f"({' OR '.join(alternatives)})"


def _found(phrases: list[tuple[str, ...]], absent: Collection[str]) -> list[tuple[str, ...]]:
    """The phrases that may be found: the first in any case, since FTS5 takes no empty list."""
    return [phrases[0], *(one for one in phrases[1:] if not any(word in absent for word in one))]


def _fts5_columns(
    columns: Sequence[str], phrases: Iterable[Sequence[str]], prefix: bool = False
) -> str:
    end = " *" if prefix else ""
    written = " OR ".join(f'"{" ".join(words)}"{end}' for words in phrases)
    return f"{{{' '.join(columns)}}} : ({written})"


def _ts_any(terms: Sequence[Term], loose: bool) -> str:
    alternatives: list[str] = []
    for term in terms:
        phrases = variants(term) if loose else [term.words]
        alternatives.extend(_ts_phrase(words, term.field, term.prefix) for words in phrases)
        if loose and uses_stems(term):
            for stems in stem_phrases(term):
                marked = [STEM_MARK + stem for stem in stems]
                alternatives.append(_ts_phrase(marked, term.field, False))
    return f"({' | '.join(alternatives)})"


def _ts_phrase(words: Sequence[str], field: str | None, prefix: bool) -> str:
    lexemes = " <-> ".join(f"'{in_field(word, field)}'" for word in words)
    return f"({lexemes}{':*' if prefix else ''})"
