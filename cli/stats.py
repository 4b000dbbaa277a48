"""`rasid stats`: counts by source, day and language, with small charts."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict

import typer
from rich.text import Text

from cli.context import context_of
from cli.options import AsJson, OfLanguage, OfSection, OfSource, Since, Until, filters
from cli.screen import Screen
from db import read

app = typer.Typer()

_BAR = 40
"""Cells of the longest bar of a chart."""
_DAYS = 14
_EIGHTHS = "▏▎▍▌▋▊▉█"


@app.command()
def stats(
    ctx: typer.Context,
    source: OfSource = None,
    language: OfLanguage = None,
    section: OfSection = None,
    since: Since = None,
    until: Until = None,
    as_json: AsJson = False,
) -> None:
    """Counts by source, day and language, of links by state, and of reasons."""
    context = context_of(ctx)
    wanted = filters(context, source, language, section, since, until)
    with context.reading() as session:
        found = read.stats(session, wanted)
    screen = context.screen
    if as_json:
        screen.json(asdict(found))
        return
    screen.print(
        f"{found.articles:,} articles, {found.revisions:,} revisions, {found.words:,} words", "bold"
    )
    _chart(screen, "by source", found.by_source)
    _chart(screen, "by language", found.by_language)
    _chart(screen, f"by day, the last {_DAYS} with articles", _last(found.by_day))
    _chart(screen, "links by state", found.links)
    _chart(screen, "links by reason", found.reasons)


def _last(days: Mapping[str, int]) -> dict[str, int]:
    return dict(sorted(days.items())[-_DAYS:])


def _chart(screen: Screen, title: str, counts: Mapping[str, int]) -> None:
    if not counts:
        return
    screen.print()
    most = max(counts.values())
    rows = [
        (screen.cell(name, 28), f"{count:,}", Text(bar(count, most), "cyan"))
        for name, count in counts.items()
    ]
    screen.print(title, "bold")
    screen.table(("", "#", ""), rows)


def bar(count: int, most: int) -> str:
    """A bar of block characters, as long as `count` is of `most`; never empty for a count."""
    if count <= 0 or most <= 0:
        return ""
    eighths = max(1, round(_BAR * 8 * count / most))
    whole, rest = divmod(eighths, 8)
    return "█" * whole + (_EIGHTHS[rest - 1] if rest else "")
