"""`rasid show`: one article."""

from __future__ import annotations

import sys
from enum import StrEnum
from typing import Annotated, Any

import typer
from sqlalchemy.orm import Session

from cli.context import context_of
from cli.failures import WrongRequest
from cli.options import MOST, AsJson
from cli.reading import diff_lines, markdown, show_diff, show_removed, show_text
from db.export.masking import mask_removed
from db.read import article_by_id_or_url, article_json

app = typer.Typer()


class Format(StrEnum):
    """How an article is printed."""

    TEXT = "text"
    MARKDOWN = "markdown"
    JSON = "json"


@app.command()
def show(
    ctx: typer.Context,
    article: Annotated[str, typer.Argument(metavar="ID-or-URL", help="Its number, or address.")],
    revision: Annotated[
        int | None, typer.Option(min=1, max=MOST, help="This version; default: the current one.")
    ] = None,
    diff: Annotated[
        bool, typer.Option("--diff", help="What changed from the version before.")
    ] = False,
    removed: Annotated[
        bool, typer.Option("--removed", help="The ledger too: every line that was removed.")
    ] = False,
    form: Annotated[Format, typer.Option("--format", help="How to print it.")] = Format.TEXT,
    as_json: AsJson = False,
) -> None:
    """One article: its text, its versions, and what was removed from it."""
    context = context_of(ctx)
    with context.reading() as session:
        record = _record(session, article, revision)
        earlier = _earlier(session, record) if diff else None
    screen = context.screen
    if as_json or form is Format.JSON:
        screen.json({"diff": list(diff_lines(earlier, record))} if earlier else record)
    elif earlier:
        show_diff(screen, earlier, record)
    elif form is Format.MARKDOWN:
        sys.stdout.write(markdown(record, with_removed=removed))
    else:
        show_text(screen, record)
        if removed:
            show_removed(screen, record["removed"], record["language"])


def _record(session: Session, wanted: str, revision: int | None) -> dict[str, Any]:
    """The record, with the addresses in its ledger masked. Raises WrongRequest for none."""
    found = article_by_id_or_url(session, wanted)
    if found is None:
        raise WrongRequest(f"no article {wanted}; rasid explain says what became of an address")
    record = article_json(session, found.id, revision)
    if record is None:
        numbers = ", ".join(str(row.number) for row in found.revisions)
        raise WrongRequest(f"article {found.id} has no revision {revision}; it has {numbers}")
    record["removed"] = mask_removed(record["removed"])
    return record


def _earlier(session: Session, record: dict[str, Any]) -> dict[str, Any]:
    number = record["revision"]
    found = article_json(session, record["id"], number - 1) if number > 1 else None
    if found is None:
        raise WrongRequest(f"article {record['id']}: there is no version before revision {number}")
    return found
