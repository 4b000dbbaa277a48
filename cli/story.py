"""`rasid story`: the copies of an article."""

from __future__ import annotations

from typing import Annotated

import typer

from cli.context import Context, context_of
from cli.failures import WrongRequest
from cli.options import AsJson, day_text
from db.engine import session_factory
from db.read import article_by_id_or_url
from db.records import member_record
from db.stories import members, rebuild_stories

app = typer.Typer()


@app.command()
def story(
    ctx: typer.Context,
    article: Annotated[
        str | None, typer.Argument(metavar="[ID-or-URL]", help="An article of the story.")
    ] = None,
    rebuild: Annotated[
        bool, typer.Option("--rebuild", help="Find all stories anew from the stored texts.")
    ] = False,
    as_json: AsJson = False,
) -> None:
    """The copies of an article, the likely origin first."""
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
    screen = context.screen
    if as_json:
        screen.json({"story": found.story_id, "articles": [member_record(copy) for copy in copies]})
        return
    if not copies:
        screen.say(f"article {found.id} is like no other")
        return
    rows = [
        (
            str(copy.article_id),
            copy.origin_by or "" if copy.is_origin else "",
            f"{copy.similarity:.2f} to {copy.like_article_id or '?'}",
            screen.cell(copy.source, 24),
            copy.published_as or day_text(copy.first_seen_at),
            screen.cell(copy.title, 60),
        )
        for copy in copies
    ]
    screen.table(("article#", "origin by", "alike", "source", "published", "title"), rows)


def _rebuild(context: Context) -> None:
    with session_factory(context.engine_for_writing()).begin() as session:
        number = rebuild_stories(session)
    context.screen.say(f"{number:,} stories")
