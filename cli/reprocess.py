"""`rasid reprocess`: extraction again, from the archive."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from pathlib import Path
from typing import Annotated

import typer

from cli.choosing import chosen_sources, told_problems
from cli.context import Context, context_of
from cli.failures import DonePartly, WrongRequest
from cli.options import AsJson
from cli.progress import counting
from crawler.given.reprocessing import Job, Unreadable, memories, reprocess
from crawler.sources import Problem, read_sources
from crawler.workers.in_order import Workers
from db.engine import session_factory
from db.reprocessing import count_kept
from db.wording import counted
from pipeline.records import Source

app = typer.Typer()


@app.command(name="reprocess")
def reprocess_(
    ctx: typer.Context,
    sources: Annotated[
        list[str] | None, typer.Argument(metavar="[SOURCE]...", help="Sources; all by default.")
    ] = None,
    workers: Annotated[
        int, typer.Option(min=0, max=256, help="Extracting processes; 0: one a core.")
    ] = 0,
    as_json: AsJson = False,
) -> None:
    """Extract again from the archive, with no request made.

    Better rules reach articles that were stored before them. What differs
    becomes a further version of the article.
    """
    context = context_of(ctx)
    ids = tuple(dict.fromkeys(sources or ()))
    found, problems = read_sources(Path(context.settings.sources))
    job = _job(context, ids, workers, found, problems)
    engine = context.engine_for_writing(make=False)
    with session_factory(engine, read_only=True)() as session:
        total = count_kept(session, ids)
    changed = same = removed = unreadable = 0
    kept: Counter[str] = Counter()
    with counting(context.screen, "pages", total) as step:
        for outcome in step(reprocess(engine, ids, job) if total else ()):
            if isinstance(outcome.kept, Unreadable):
                if outcome.kept.why is None:
                    removed += 1
                    continue
                unreadable += 1
                context.screen.warn(f"article {outcome.article_id}: {outcome.kept.why}")
            elif outcome.kept is not None:
                kept[outcome.kept.reason.value] += 1
            changed += outcome.changed
            same += not outcome.changed and outcome.kept is None
    if as_json:
        context.screen.json(
            {
                "pages": total,
                "changed": changed,
                "same": same,
                "kept": dict(kept),
                "removed": removed,
                "unreadable": unreadable,
            }
        )
    else:
        reasons = ", ".join(f"{count:,} {reason}" for reason, count in kept.most_common())
        told = [f"{counted(changed, 'article')} changed, {same:,} the same"]
        told += [f"kept as they were: {reasons}"] if reasons else []
        told += [f"{removed:,} are no more in the archive"] if removed else []
        context.screen.say("; ".join(told))
    unread = f"{unreadable:,} of {total:,} pages cannot be read in the archive"
    parts = (unread if unreadable else "", told_problems(context, problems))
    if any(parts):
        raise DonePartly("; ".join(filter(None, parts)))


def _job(
    context: Context,
    ids: tuple[str, ...],
    workers: int,
    found: Sequence[Source],
    problems: Sequence[Problem],
) -> Job:
    settings = context.settings
    if settings.archive_folder is None:
        raise WrongRequest("the archive is off: there are no pages to read again")
    chosen_sources(ids, found, problems, some=False)
    engine = context.engine_for_writing(make=False)
    return Job(
        folder=settings.archive_folder,
        sources={source.id: source for source in found},
        memories=memories(engine, ids),
        workers=Workers.of(settings, workers),
    )
