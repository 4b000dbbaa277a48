"""`rasid search`: full-text search."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Annotated

import typer

from cli.context import context_of
from cli.options import MOST, AsJson, OfLanguage, OfSection, OfSource, Since, Until, filters
from cli.screen import Screen
from db.records import hit_record
from db.search import Hit, Rank
from db.search import search as find
from db.searching.query import KNOWN, unknown_fields

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
    offset: Annotated[
        int, typer.Option(min=0, max=MOST, help="Leave out so many of the first.")
    ] = 0,
    rank: Annotated[
        Rank, typer.Option(help="What comes first: the best, the newest, or both weighed.")
    ] = Rank.RELEVANCE,
    newest: Annotated[bool, typer.Option("--newest", help="The same as --rank recent.")] = False,
    as_json: AsJson = False,
) -> None:
    """Full-text search; spellings of Arabic, Persian and Urdu are one."""
    context = context_of(ctx)
    wanted = filters(context, source, language, section, since, until)
    if newest:
        rank = Rank.RECENT
    with context.reading() as session:
        hits = find(session, query, wanted, limit, offset=offset, rank=rank)
    if as_json:
        context.screen.json({"articles": [hit_record(hit) for hit in hits]})
    elif hits:
        show_hits(context.screen, hits)
    else:
        said = "".join(
            f"; {name}: is no field, but {', '.join(KNOWN)} are"
            for name in unknown_fields(query)[:1]
        )
        context.screen.say(f"nothing found{said}")


def show_hits(screen: Screen, hits: Iterable[Hit]) -> None:
    """Each hit with its number, title, facts and snippet; the words that were found stand out."""
    for hit in hits:
        screen.paragraph(
            f"{hit.id}. {hit.title}",
            style="bold",
            marked=_words(hit.title, hit.title_marks),
            language=hit.language,
        )
        published = (hit.published_as or "").replace("T", " ")
        screen.facts((hit.source, published, hit.language or "", ", ".join(hit.authors)))
        screen.paragraph(hit.snippet, marked=_words(hit.snippet, hit.marks), language=hit.language)
        screen.print()


def _words(text: str, marks: Iterable[tuple[int, int]]) -> list[str]:
    return [text[start:end] for start, end in marks]
