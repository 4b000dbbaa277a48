"""`rasid story`: the copies of an article."""

from __future__ import annotations

from collections import deque
from typing import Annotated

import typer
from sqlalchemy import func, select

from cli.context import Context, context_of
from cli.failures import WrongRequest
from cli.options import AsJson, day_text
from cli.progress import counting
from db.engine import session_factory
from db.models import StoryRow
from db.read import article_by_id_or_url
from db.records import story_record
from db.restory import begin_rebuild, needs_rebuild, rebuild_stories
from db.stories import Member, members

app = typer.Typer()
OLDER = "stories are of an older scheme, or not all found: rasid story --rebuild finds them anew"


@app.command()
def story(
    ctx: typer.Context,
    article: Annotated[
        str | None, typer.Argument(metavar="[ID-or-URL]", help="An article of the story.")
    ] = None,
    rebuild: Annotated[
        bool,
        typer.Option(
            "--rebuild",
            help="Find all stories anew from the stored texts; goes on where it was interrupted.",
        ),
    ] = False,
    as_json: AsJson = False,
) -> None:
    """The copies of an article, the likely origin first, with what says so."""
    context = context_of(ctx)
    if rebuild:
        _rebuild(context)
    if article is None:
        if not rebuild:
            raise WrongRequest("name an article by its number or address, or give --rebuild")
        return
    with context.reading() as session:
        found = article_by_id_or_url(session, article)
        if found is None:
            raise WrongRequest(
                f"no article {article}; rasid explain says what became of an address"
            )
        copies = members(session, found.story_id) if found.story_id is not None else []
        older = needs_rebuild(session)
    screen = context.screen
    if older:
        screen.warn(OLDER)
    if as_json:
        screen.json(story_record(found.story_id, copies))
    elif not copies:
        screen.say(f"article {found.id} is like no other")
    else:
        heads = ("article#", "origin by", "alike", "source", "published", "says", "title")
        rows = [
            (
                str(copy.article_id),
                copy.origin_by or "" if copy.is_origin else "",
                f"{copy.similarity:.2f} to {copy.like_article_id or '?'}",
                screen.cell(copy.source, 24),
                copy.published_as or f"seen {day_text(copy.first_seen_at)}",
                screen.cell(_says(copy), 40),
                screen.cell(copy.title, 60),
            )
            for copy in copies
        ]
        screen.table(heads, rows)


def _says(copy: Member) -> str:
    """What a copy says of where it comes from."""
    gone = ("gone",) if copy.gone_at else ()
    return ", ".join((*filter(None, (copy.credit, copy.canonical_url)), *gone))


def _rebuild(context: Context) -> None:
    sessions = session_factory(context.engine_for_writing(make=False))
    with sessions.begin() as session:
        total = begin_rebuild(session)
    with counting(context.screen, "articles", total) as step:
        deque(step(rebuild_stories(sessions)), maxlen=0)
    with sessions() as session:
        number = session.scalar(select(func.count()).select_from(StoryRow)) or 0
    context.screen.say(f"{number:,} stories")
