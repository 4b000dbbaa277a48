"""`rasid extract`: article records from saved pages, with no database."""

from __future__ import annotations

import sys
import zlib
from base64 import b64encode
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Annotated, BinaryIO

import orjson
import typer
from w3lib.encoding import resolve_encoding

from cli.context import Context, context_of
from cli.extracting import Job, Outcome, extract_lines, hosts_with_several, learn_hosts, of_hosts
from cli.failures import DonePartly, WrongRequest
from cli.options import text_of
from cli.page_lines import own_url, read_body
from cli.progress import counting
from crawler.workers.in_order import Workers
from pipeline.urls import canonical_url

app = typer.Typer()


@app.command()
def extract(
    ctx: typer.Context,
    files: Annotated[
        list[Path] | None, typer.Argument(help="HTML files, plain or .gz; - is the standard input.")
    ] = None,
    url: Annotated[str | None, typer.Option(help="Where the one FILE came from.")] = None,
    charset: Annotated[
        str | None, typer.Option(help="Charset of the FILE, as an HTTP header said it.")
    ] = None,
    pages: Annotated[
        Path | None, typer.Option(help="JSONL of pages: id, url, path or html_base64, charset.")
    ] = None,
    out: Annotated[Path | None, typer.Option(help="JSONL to write; - or none: stdout.")] = None,
    workers: Annotated[
        int, typer.Option(min=0, max=256, help="Extracting processes; 0: one a core.")
    ] = 0,
    learn: Annotated[
        bool, typer.Option("--learn", help="Treat the pages of one host as one source's.")
    ] = False,
) -> None:
    """Article records from HTML files, or from a JSONL of pages; no database."""
    context = context_of(ctx)
    if bool(files) == (pages is not None):
        raise WrongRequest("extract: give either HTML files or --pages FILE.jsonl")
    if charset and resolve_encoding(charset) is None:
        raise WrongRequest(f"--charset {charset}: no charset; write one such as windows-1256")
    if pages is None:
        assert files
        if out is not None and any(_is_same(out, file) for file in files):
            raise WrongRequest(f"{out}: would overwrite a page; give another --out")
        lines = _file_lines(context, files, url, charset)
        job = _job(context, Path.cwd(), workers)
        crew = replace(job.workers, count=min(job.workers.count, len(lines)))
        _extract_files(context, lines, replace(job, workers=crew), out)
        return
    if url or charset:
        raise WrongRequest("extract: --url and --charset go with one FILE; --pages has its own")
    if not pages.is_file():
        raise WrongRequest(f"{pages}: {'is a folder' if pages.is_dir() else 'no such file'}")
    if out is not None and _is_same(out, pages):
        raise WrongRequest(f"{out}: would overwrite the pages; give another --out")
    _extract_pages(context, pages, out, _job(context, pages.parent, workers), learn)


def _is_same(one: Path, other: Path) -> bool:
    return one.exists() and other.exists() and one.samefile(other)


def _job(context: Context, folder: Path, workers: int) -> Job:
    settings = context.settings
    return Job(
        folder=folder,
        now=datetime.now(UTC),
        max_bytes=settings.max_bytes,
        workers=Workers.of(settings, workers),
    )


def _extract_pages(context: Context, pages: Path, out: Path | None, job: Job, learn: bool) -> None:
    if learn:
        hosts = hosts_with_several(_lines(pages), job.folder)
        with counting(context.screen, "learning", None) as step:
            known = learn_hosts(step(of_hosts(_lines(pages), job.folder, hosts)), job)
        job = replace(job, memories=known)
    rejected: Counter[str] = Counter()
    bad = total = 0
    length = sum(1 for _ in _lines(pages)) if context.screen.shows_progress else None
    with _opened(out) as file, counting(context.screen, "pages", length) as step:
        for outcome in step(extract_lines(_lines(pages), job)):
            file.write(outcome.record + b"\n")
            total += 1
            bad += outcome.bad_line
            if outcome.rejected:
                rejected[outcome.rejected] += 1
    reasons = ", ".join(f"{count} {reason}" for reason, count in rejected.most_common())
    told = f"{total - rejected.total()} records from {total} pages"
    context.screen.say(f"{told}; rejected: {reasons}" if reasons else told)
    if bad:
        raise DonePartly(f"{bad} of {total} lines name no page that can be read; see their details")


def _extract_files(context: Context, lines: list[bytes], job: Job, out: Path | None) -> None:
    outcomes: list[Outcome] = []
    with counting(context.screen, "pages", len(lines)) as step:
        outcomes.extend(step(extract_lines(lines, job)))
    with _opened(out) as file:
        if len(outcomes) == 1:
            record = orjson.loads(outcomes[0].record)
            file.write(orjson.dumps(record, option=orjson.OPT_INDENT_2) + b"\n")
        else:
            file.writelines(outcome.record + b"\n" for outcome in outcomes)
    if any(outcome.bad_line for outcome in outcomes):
        raise DonePartly("some files could not be read; see their details")


def _file_lines(
    context: Context, files: list[Path], url: str | None, charset: str | None
) -> list[bytes]:
    """The files in the form of a file of pages; a file's name is its id. One of several that does
    not name its own address is told of, and its line has none."""
    max_bytes = context.settings.max_bytes
    if url and len(files) > 1:
        raise WrongRequest("extract: --url goes with one FILE; use --pages for several")
    if url and canonical_url(text_of(url)) is None:
        raise WrongRequest(f"--url {url}: no web address; write it as https://example.org/a-story")
    lines = []
    for path in files:
        if str(path) == _STDIN:
            lines.append(_of_stdin(url, charset, max_bytes))
            continue
        if not path.is_file():
            raise WrongRequest(f"{path}: {'is a folder' if path.is_dir() else 'no such file'}")
        found = url or _own_url(path, max_bytes)
        unnamed = f"{path}: does not name its own address; "
        if found is None and len(files) == 1:
            raise WrongRequest(f"{unnamed}give it with --url")
        if found is None:
            context.screen.warn(f"{unnamed}extract it alone and give that with --url")
        line = {"id": text_of(str(path)), "url": found and text_of(found), "charset": charset}
        lines.append(orjson.dumps(line | _content(path, max_bytes)))
    return lines


_STDIN = "-"


def _of_stdin(url: str | None, charset: str | None, max_bytes: int) -> bytes:
    """The page that comes by the standard input, as a line of a file of pages."""
    body = sys.stdin.buffer.read(max_bytes + 1)
    found = url or own_url(body)
    if found is None:
        raise WrongRequest("-: the page does not name its own address; give it with --url")
    content = b64encode(body).decode("ascii")
    line = {"id": _STDIN, "url": text_of(found), "charset": charset, "html_base64": content}
    return orjson.dumps(line)


def _content(path: Path, max_bytes: int) -> dict[str, str]:
    """A file by its path, or what is in it where no JSON can hold its name."""
    whole = str(path.resolve())
    if text_of(whole) == whole:
        return {"path": whole}
    return {"html_base64": b64encode(read_body(path, max_bytes)).decode("ascii")}


def _own_url(path: Path, max_bytes: int) -> str | None:
    """The canonical address that a saved page names; None where it names none."""
    try:
        return own_url(read_body(path, max_bytes))
    except (OSError, EOFError, zlib.error):
        return None


def _lines(path: Path) -> Iterator[bytes]:
    """The lines of a file of pages; empty ones are no lines."""
    with path.open("rb") as file:
        for line in file:
            if stripped := line.strip():
                yield stripped


@contextmanager
def _opened(out: Path | None) -> Iterator[BinaryIO]:
    if out is None or str(out) == "-":
        sys.stdout.flush()
        yield sys.stdout.buffer
        sys.stdout.buffer.flush()
    else:
        with out.open("wb") as file:
            yield file
