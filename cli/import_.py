"""`rasid import`: pages of WARC files or saved HTML into the database."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Annotated, Any

import typer

from cli.choosing import chosen_sources, told_problems
from cli.context import Context, context_of
from cli.failures import DonePartly, WrongRequest
from cli.given_files import HTML, files_of, pages_in
from cli.options import AsJson
from cli.progress import counting
from crawler.given.importing import Job, Outcome, import_pages
from crawler.given.routes import Routes
from crawler.given.shelves import Shelves
from crawler.given.warc_files import Found, Given, Skipped, Unreadable
from crawler.sources import Problem, read_sources
from crawler.workers.in_order import Workers
from db.importing import OLDER, SAME
from db.wording import counted
from pipeline.errors import Rejected
from pipeline.records import Source
from pipeline.urls import host_port

app = typer.Typer()

SHOWN_HOSTS = 5
"""Hosts of no source that are named, those with the most pages."""
UNKNOWN = "unknown-source"


@app.command(name="import")
def import_(
    ctx: typer.Context,
    paths: Annotated[
        list[Path],
        typer.Argument(metavar="PATH...", help="WARC, saved HTML, JSONL of pages, or folders."),
    ],
    source: Annotated[
        str | None,
        typer.Option(help="Put all pages of its site into this source, whatever their section."),
    ] = None,
    url: Annotated[str | None, typer.Option(help="Where the one HTML file came from.")] = None,
    workers: Annotated[
        int, typer.Option(min=0, max=256, help="Extracting processes; 0: one a core.")
    ] = 0,
    as_json: AsJson = False,
) -> None:
    """Store pages of WARC files or saved HTML, as a crawl would have; no request made.

    Pages go to the enabled source whose site they are of, where they say that
    they belong to its section. What was stored later, or is stored already,
    stays as it is.
    """
    context = context_of(ctx)
    files = files_of(paths)
    if url and (len(files) > 1 or not files[0].name.lower().endswith(HTML)):
        raise WrongRequest("import: --url goes with one HTML file")
    found_sources, problems = read_sources(Path(context.settings.sources))
    job = _job(context, source, workers, found_sources, problems)
    engine = context.engine_for_writing()
    tally = _Tally(context)
    with counting(context.screen, "records", None) as step:
        found = step(pages_in(files, url, _wants(job.routes), job.max_bytes))
        shelves = Shelves(engine, context.settings.archive_folder)
        for outcome in import_pages(engine, tally.pages(found), job, shelves):
            tally.count(outcome)
    if as_json:
        context.screen.json(tally.report())
    else:
        context.screen.say(tally.told())
    unread = f"{tally.unreadable:,} of what was given cannot be read" if tally.unreadable else ""
    if told := "; ".join(part for part in (unread, told_problems(context, problems)) if part):
        raise DonePartly(told)


def _job(
    context: Context,
    source: str | None,
    workers: int,
    found: Sequence[Source],
    problems: Sequence[Problem],
) -> Job:
    settings = context.settings
    chosen = chosen_sources([source] if source else [], found, problems)
    return Job(
        routes=Routes(chosen),
        any_section=source is not None,
        max_bytes=settings.max_bytes,
        workers=Workers.of(settings, workers),
    )


def _wants(routes: Routes) -> Any:
    return lambda url: bool(routes.of(url))


class _Tally:
    """What became of all that was given."""

    def __init__(self, context: Context) -> None:
        self.screen = context.screen
        self.looked_at = self.stored = self.changed = self.same = self.unreadable = 0
        self.skipped: Counter[str] = Counter()
        self.rejected: Counter[str] = Counter()
        self.hosts: Counter[str] = Counter()

    def pages(self, found: Iterable[Found]) -> Iterator[Given]:
        """The pages among what was found; the rest is counted."""
        for each in found:
            if isinstance(each, Unreadable):
                self.unreadable += 1
                self.screen.warn(each.why)
            elif isinstance(each, Skipped):
                self._skip(each)
            else:
                self.looked_at += 1
                yield each

    def count(self, outcome: Outcome) -> None:
        became = outcome.became
        if isinstance(became, Skipped):
            self._skip(became)
        elif isinstance(became, Rejected):
            self.rejected[became.reason.value] += 1
        elif became == OLDER:
            self.skipped[OLDER] += 1
        elif became == "new":
            self.stored += 1
        elif became in (SAME, "duplicate"):
            self.same += 1
        else:
            self.changed += 1

    def _skip(self, skipped: Skipped) -> None:
        self.skipped[skipped.why] += 1
        if skipped.why == UNKNOWN and skipped.url:
            self.hosts[host_port(skipped.url).rpartition(":")[0]] += 1

    def report(self) -> dict[str, Any]:
        """The numbers, for programs."""
        return {
            "pages": self.looked_at,
            "stored": self.stored,
            "changed": self.changed,
            "same": self.same,
            "skipped": dict(self.skipped),
            "rejected": dict(self.rejected),
            "unreadable": self.unreadable,
            "unknown_hosts": dict(self.hosts.most_common(SHOWN_HOSTS)),
        }

    def told(self) -> str:
        """The same in a line, for a person."""
        stored, pages = counted(self.stored, "article"), counted(self.looked_at, "page")
        parts = [f"{stored} stored, {self.changed:,} changed, {self.same:,} the same; of {pages}"]
        for name, counts in (("rejected", self.rejected), ("skipped", self.skipped)):
            if counts:
                listed = ", ".join(f"{count:,} {why}" for why, count in counts.most_common())
                parts.append(f"{name}: {listed}")
        if self.hosts:
            most = self.hosts.most_common(SHOWN_HOSTS)
            listed = ", ".join(f"{host} {count:,}" for host, count in most)
            more = len(self.hosts) - len(most)
            parts.append(f"of no source: {listed}" + (f" and {more:,} hosts more" if more else ""))
        return "; ".join(parts)
