"""The sources that a person names on the command line."""

from __future__ import annotations

import difflib
from collections.abc import Sequence

from cli.failures import WrongRequest
from crawler.sources import Problem
from pipeline.records import Source


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
            near = difflib.get_close_matches(id_, known, n=1)
            mend = f"did you mean {near[0]}?" if near else "rasid sources lists them"
            raise WrongRequest(f"no source {id_}: {mend}")
    if not ids and some:
        chosen = [source for source in found if source.enabled]
    if not chosen and some:
        told = "\n".join(str(problem) for problem in problems)
        raise WrongRequest(told or "no enabled sources; name one, or enable one in its file")
    return chosen
