"""The sources that a person names on the command line."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path

from cli.context import Context
from cli.failures import WrongRequest
from crawler.sources import Problem, read_sources
from pipeline.records import Source


def check_known(context: Context, ids: Sequence[str]) -> None:
    """Refuse names of sources that have neither a file nor a row in the database."""
    if not ids:
        return
    from sqlalchemy import select

    from db.models import SourceRow

    files, problems = read_sources(Path(context.settings.sources))
    known = {source.id for source in files} | {problem.file.stem for problem in problems}
    with context.reading() as session:
        known.update(session.scalars(select(SourceRow.id)))
    for id_ in ids:
        if id_ not in known:
            raise WrongRequest(_unknown(id_, known))


def _unknown(id_: str, known: Iterable[str]) -> str:
    from db.known_sources import no_source

    return no_source(id_, known, "rasid sources")


def chosen_sources(
    ids: Sequence[str], found: Sequence[Source], problems: Sequence[Problem], *, some: bool = True
) -> list[Source]:
    """The named sources, or all enabled ones. Raises WrongRequest where an id is unknown, and
    where there are none although `some` are needed."""
    known = {source.id: source for source in found}
    broken = {problem.file.stem: problem for problem in problems}
    chosen = []
    for id_ in dict.fromkeys(ids):
        if id_ in known:
            chosen.append(known[id_])
        elif id_ in broken:
            raise WrongRequest("\n".join(str(p) for p in problems if p.file.stem == id_))
        else:
            unread = [str(each) for each in problems if each.file.suffix != ".toml"]  # the folder
            raise WrongRequest(unread[0] if unread else _unknown(id_, known))
    if not ids and some:
        chosen = [source for source in found if source.enabled]
    if not chosen and some:
        told = "\n".join(str(problem) for problem in problems)
        none = "name one, or enable one in its file" if found else "rasid add URL makes one"
        raise WrongRequest(told or f"no enabled sources; {none}")
    return chosen


def told_problems(context: Context, problems: Sequence[Problem]) -> str:
    """Tells what is wrong with source files, a line each, and says how much; "" for nothing."""
    for problem in problems:
        context.screen.warn(str(problem), "yellow")
    return faults_told(problems)


def faults_told(problems: Sequence[Problem]) -> str:
    """How much is wrong with source files; "" for nothing."""
    if not problems:
        return ""
    return f"{len(problems)} fault{'s' if len(problems) > 1 else ''} in source files"
