"""`rasid crawl`: crawls sources now."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC, datetime
from pathlib import Path
from types import TracebackType
from typing import Annotated, Any, Self

import typer
from rich.progress import BarColumn, Progress, SpinnerColumn, TaskID, TextColumn, TimeElapsedColumn

from cli.addresses import readable
from cli.apart import upgrade_apart
from cli.choosing import chosen_sources, faults_told
from cli.context import Context, context_of
from cli.crawling import Crawls
from cli.failures import EXIT_INTERRUPTED, EXIT_WRONG, DonePartly
from cli.options import MOST, AsJson, moment
from cli.screen import Screen
from crawler.events import CrawlRequest, Event, RunResult, outcomes, reasons
from crawler.hosts import host_of
from crawler.sources import Problem, read_sources
from pipeline.records import Source

app = typer.Typer()


@app.command()
def crawl(
    ctx: typer.Context,
    sources: Annotated[
        list[str] | None, typer.Argument(metavar="[SOURCE...]", help="Default: all enabled ones.")
    ] = None,
    limit: Annotated[
        int | None, typer.Option(min=1, max=MOST, help="End a visit after so many new articles.")
    ] = None,
    since: Annotated[
        str | None, typer.Option(help="Leave alone what a listing dates before this day.")
    ] = None,
    backfill: Annotated[
        bool, typer.Option("--backfill", help="Follow pagination to the end.")
    ] = False,
    full: Annotated[
        bool, typer.Option("--full", help="Ignore what is known: fetch every article again.")
    ] = False,
    jobs: Annotated[
        int, typer.Option(min=1, max=64, help="Crawls at once, of different hosts.")
    ] = 2,
    as_json: AsJson = False,
) -> None:
    """Crawl sources now."""
    context = context_of(ctx)
    settings = context.settings
    _ = settings.user_agent  # raises where there is no contact
    found, problems = read_sources(Path(settings.sources))
    chosen = chosen_sources(sources or [], found, problems)
    upgrade_apart(context)
    first_day = moment("--since", since)
    requests = [
        CrawlRequest(
            source=source.id,
            db=settings.db,
            sources=settings.sources,
            contact=settings.contact,
            limit=limit,
            since=first_day.date().isoformat() if first_day else None,
            backfill=backfill,
            full=full,
        )
        for source in chosen
    ]
    with Watch(context.screen) as watch:
        hosts = {source.id: host_of(source) for source in chosen}
        crawls = Crawls(watch.on_event, jobs, hosts=hosts)
        results = crawls.run(requests)
    _close(context, results)
    _report(context, results, watch, problems, as_json)
    _look_at_health(context, results, chosen)
    if crawls.interrupted:
        raise typer.Exit(EXIT_INTERRUPTED)
    _judge(results, problems)


def _close(context: Context, results: list[RunResult]) -> None:
    """Close the runs that did not end by themselves. The database is loaded for it only now."""
    if any(result.died or result.error for result in results):
        from scheduler.runs import close_run

        engine, archive = context.engine_for_writing(), context.settings.archive_folder
        for result in results:
            close_run(engine, result, datetime.now(UTC), archive)


def _look_at_health(context: Context, results: list[RunResult], sources: list[Source]) -> None:
    """Hold each source against its past, as the service does after a run, and say what is wrong
    now that was not, and what no more is. Hooks tell of it by the service, now or when it begins.
    """
    from cli.hooks import hooks_of
    from scheduler.alerts import OF_RULES, update_health
    from scheduler.notify import ways

    ended = {result.source for result in results if result.state in ("finished", "failed")}
    told = [name for name, _ in ways(hooks_of(context.settings))]
    now = datetime.now(UTC)
    for source in sources:
        if source.id not in ended:
            continue
        for change in update_health(context.engine_for_writing(), source, now, told):
            if change.kind != OF_RULES:  # the crawl itself has told of those
                state = "alert" if change.opened else "alert closed"
                line = f"{source.id}: {state}: {change.kind}: {change.detail}"
                context.screen.warn(line, "yellow" if change.opened else "")


def _report(
    context: Context,
    results: list[RunResult],
    watch: Watch,
    problems: list[Problem],
    as_json: bool,
) -> None:
    for result in results:
        if result.exit != EXIT_WRONG:  # what is wrong was told by the crawl itself
            context.screen.say(summary(result), "" if result.exit == 0 else "yellow")
    for problem in problems:
        context.screen.warn(str(problem), "yellow")
    if as_json:
        context.screen.json({"runs": [_record(result, watch) for result in results]})


def summary(result: RunResult) -> str:
    """How one crawl ended, in one line, with the reasons for what did not become an article."""
    made = dict(outcomes(result.counts))
    known = [f"{made.pop(name)} {name}" for name in ("new",) if name in made]
    told = ", ".join([*known, *(f"{count} {name}" for name, count in sorted(made.items()))])
    met = sorted(reasons(result.counts).items(), key=lambda pair: (-pair[1], pair[0]))
    why = f" ({', '.join(f'{reason} {count}' for reason, count in met)})" if met else ""
    error = f": {result.error}" if result.error else ""
    return f"{result.source}: {result.state}; {told or 'nothing new'}{why}{error}"


def _record(result: RunResult, watch: Watch) -> dict[str, Any]:
    ended = watch.ended.get(result.source, {})
    return {
        "source": result.source,
        "id": result.run_id,
        "state": result.state,
        "counts": result.counts,
        "requests": ended.get("requests"),
        "bytes": ended.get("bytes"),
        "seconds": ended.get("seconds"),
        "error": result.error,
    }


def _judge(results: list[RunResult], problems: list[Problem]) -> None:
    """Raise what ends the command where not all is well."""
    wrong = [result for result in results if result.exit == EXIT_WRONG]
    if wrong and len(wrong) == len(results):
        raise typer.Exit(EXIT_WRONG)
    failed = sum(1 for result in results if result.exit != 0)
    if failed or problems:
        files = faults_told(problems)
        runs = f"{failed} of {len(results)} crawls did not end well" if failed else ""
        raise DonePartly("; ".join(part for part in (runs, files) if part))


class Watch:
    """Shows crawls as they go: a bar for each, and the articles above the bars."""

    def __init__(self, screen: Screen) -> None:
        self._screen = screen
        self._tasks: dict[str, TaskID] = {}
        self.ended: dict[str, Mapping[str, Any]] = {}
        self._progress = Progress(
            SpinnerColumn(),
            TextColumn("{task.description}"),
            BarColumn(bar_width=20),
            TextColumn("{task.fields[pages]} pages  {task.fields[articles]} articles"),
            TextColumn("{task.fields[others]}"),
            TimeElapsedColumn(),
            console=screen.err,
            disable=not screen.shows_progress,
            transient=True,
        )

    def __enter__(self) -> Self:
        self._progress.start()
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._progress.stop()

    def on_event(self, request: CrawlRequest, event: Event) -> None:
        """Take one thing that a crawl tells."""
        data = event.data
        if event.kind == "started":
            self._tasks[request.source] = self._progress.add_task(
                request.source, total=None, pages=0, articles=0, others=""
            )
        elif event.kind == "article" and data.get("outcome") not in ("unchanged", "duplicate"):
            self._line(f"{data.get('outcome')}: {data.get('title')}")
        elif event.kind == "failed" and data.get("wrong"):
            where = readable(str(data.get("url")))
            self._screen.warn(f"{request.source}: {where}: {data.get('detail')}", "yellow")
        elif event.kind in ("rejected", "failed") and self._screen.shows_progress:
            self._line(
                f"{event.kind}, {data.get('reason')}: {readable(str(data.get('url')))}", "dim"
            )
        elif event.kind == "warning":
            self._screen.warn(f"{request.source}: {data.get('message')}", "yellow")
        elif event.kind == "waiting":
            self._screen.say(f"{request.source}: {data.get('message')}")
        elif event.kind == "progress" and request.source in self._tasks:
            self._advance(self._tasks[request.source], data)
        elif event.kind == "ended":
            self.ended[request.source] = data
            if (task := self._tasks.pop(request.source, None)) is not None:
                self._progress.remove_task(task)

    def _line(self, line: str, style: str = "") -> None:
        if self._screen.shows_progress:
            text = self._screen.text(line, self._screen.err, style)
            self._progress.console.print(text, soft_wrap=True)

    def _advance(self, task: TaskID, data: Mapping[str, Any]) -> None:
        pages, pending = int(data.get("pages", 0)), int(data.get("pending", 0))
        others = [f"{data[name]} {name}" for name in ("rejected", "failed") if data.get(name)]
        self._progress.update(
            task,
            completed=pages,
            total=pages + pending if pending or pages else None,
            pages=pages,
            articles=data.get("articles", 0),
            others="  ".join(others),
        )
