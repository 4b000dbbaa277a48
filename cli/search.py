"""`rasid search`: full-text search."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import asdict
from typing import Annotated, Any

import typer

from cli.context import context_of
from cli.options import AsJson, OfLanguage, OfSection, OfSource, Since, Until, filters
from cli.screen import Screen
from db.search import Hit
from db.search import search as find

app = typer.Typer()


@app.command()
def search(
    ctx: typer.Context,
    query: Annotated[
        str, typer.Argument(help='Words, "phrases", -without; empty: the newest articles.')
    ],
    source: OfSource = None,
    language: OfLanguage = None,
    section: OfSection = None,
    since: Since = None,
    until: Until = None,
    limit: Annotated[int, typer.Option(min=1, max=10_000, help="How many at most.")] = 20,
    offset: Annotated[int, typer.Option(min=0, help="Leave out so many of the first.")] = 0,
    newest: Annotated[bool, typer.Option("--newest", help="The newest first.")] = False,
    as_json: AsJson = False,
) -> None:
    """Full-text search; spellings of Arabic, Persian and Urdu are one."""
    context = context_of(ctx)
    wanted = filters(source, language, section, since, until)
    with context.reading() as session:
        hits = find(session, query, wanted, limit, offset=offset, newest_first=newest)
    if as_json:
        context.screen.json({"articles": [_record(hit) for hit in hits]})
    elif hits:
        show_hits(context.screen, hits)
    else:
        context.screen.say("nothing found")


def _record(hit: Hit) -> dict[str, Any]:
    record = asdict(hit)
    record["published_at"] = record.pop("published_as")
    record["first_seen_at"] = hit.first_seen_at.isoformat()
    return record


def show_hits(screen: Screen, hits: Iterable[Hit]) -> None:
    """Each hit with its number, title, facts and snippet; the words that were found stand out."""
    for hit in hits:
        screen.paragraph(
            f"{hit.id}. {hit.title}", style="bold", marked=_words(hit.title, hit.title_marks)
        )
        published = (hit.published_as or "").replace("T", " ")
        screen.facts((hit.source, published, hit.language or "", ", ".join(hit.authors)))
        screen.paragraph(hit.snippet, marked=_words(hit.snippet, hit.marks))
        screen.print()


def _words(text: str, marks: Iterable[tuple[int, int]]) -> list[str]:
    return [text[start:end] for start, end in marks]
