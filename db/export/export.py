"""Writes an export: rows through a writer to a temporary name, then the name they are to have.

Whoever kills it leaves the old export whole.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import datetime
from importlib.metadata import version
from pathlib import Path
from typing import Any, BinaryIO

import orjson
from alembic.runtime.migration import MigrationContext
from sqlalchemy import func, select
from sqlalchemy.orm import Session

from db.export.card import Facts
from db.export.csv_writer import SEPARATORS, CsvWriter
from db.export.hf_writer import HfWriter
from db.export.manifest import Manifest, file_hashes
from db.export.masking import mask_removed
from db.export.placing import BadExport, Staging
from db.export.rows import Reading, Row
from db.export.scrub import Scrubber
from db.export.split import SPLITS, splitter
from db.export.writer import MissingLibrary, Target, Writer
from db.export.writers import FORMATS
from db.filters import EVERYTHING, Filters
from db.models import ArticleRow, ExportRow, SourceRow
from db.only_read import require_one_state
from db.upsert import insert_or_update

DEDUPES = ("none", "exact", "story")
_TOLD = 500
"""Rows after which progress is told again."""


@dataclass(frozen=True, slots=True)
class Options:
    """How an export is made, beside its filters. See `export`."""

    dedupe: str = "none"
    include_removed: bool = False
    include_opted_out: bool = False
    split: str = "none"
    scrub_pii: bool = False
    separator: str = "comma"


PLAIN = Options()


def export(
    s: Session,
    path: Path,
    format: str = "jsonl",  # noqa: A002  # the option's name
    filters: Filters = EVERYTHING,
    *,
    dedupe: str = "none",
    include_removed: bool = False,
    include_opted_out: bool = False,
    split: str = "none",
    scrub_pii: bool = False,
    separator: str = "comma",
    progress: Callable[[int], None] | None = None,
) -> Manifest:
    """Writes the articles that pass the filters, and a manifest beside them.

    Articles whose page or site reserves text and data mining are left out unless asked for,
    whatever the filters say. `dedupe` is one of DEDUPES. `include_removed` adds the ledger, with
    addresses masked. `split` (none, time or hash) is for `hf` alone. `scrub_pii` masks e-mail
    addresses, telephone numbers and IP addresses. `separator`, for `csv` alone, is one of
    SEPARATORS. `progress` is told the number of rows now and then. Needs a session that sees one
    state throughout (`read_only`). Raises BadExport.
    """
    options = Options(dedupe, include_removed, include_opted_out, split, scrub_pii, separator)
    check(format, options)
    rows = Rows(s, filters, options)
    with errors_told(path), Staging(path, folder=FORMATS[format].folder) as staging:
        writer = opened(format, staging.made, rows)
        rows.into(writer, progress)
        facts = rows.manifest(format)
        if isinstance(writer, HfWriter):
            writer.describe(_facts(s, path.name, facts))
        known = writer.sha256()
        files = {path.name: known} if known else file_hashes(staging.made, path.name)
        manifest = replace(facts, files=files)
        staging.place(manifest)
    return manifest


def export_to(
    s: Session,
    stream: BinaryIO,
    form: str,
    filters: Filters = EVERYTHING,
    *,
    options: Options = PLAIN,
    progress: Callable[[int], None] | None = None,
) -> Manifest:
    """As `export`, to an open stream, for formats that make one file; nothing is kept of it. Raises
    OSError where the stream takes no more."""
    check(form, options)
    if FORMATS[form].folder:
        raise BadExport(f"-: {form} makes a folder: give it a path")
    rows = Rows(s, filters, options)
    writer = opened(form, stream, rows)
    rows.into(writer, progress)
    return replace(rows.manifest(form), files={"-": writer.sha256() or ""})


def known_total(s: Session, filters: Filters) -> int | None:
    """How many articles there are to read at most; None where only reading them tells."""
    if replace(filters, limit=None) != EVERYTHING:
        return None
    query = select(func.count(ArticleRow.current_revision_id)).select_from(ArticleRow)
    count = s.scalar(query) or 0
    return min(count, filters.limit) if filters.limit is not None else count


def check(form: str, options: Options) -> None:
    """Raises BadExport for what cannot be made."""
    for name, value, known in (
        ("dedupe", options.dedupe, DEDUPES),
        ("format", form, tuple(FORMATS)),
        ("split", options.split, SPLITS),
        ("separator", options.separator, tuple(SEPARATORS)),
    ):
        if value not in known:
            raise BadExport(f"--{name} {value}: give one of {', '.join(known)}")
    if options.split != "none" and form != HfWriter.name:
        raise BadExport(f"--split is for --format {HfWriter.name} alone")
    if options.separator != "comma" and form != CsvWriter.name:
        raise BadExport(f"--separator is for --format {CsvWriter.name} alone")


@contextmanager
def errors_told(path: Path) -> Iterator[None]:
    """Raises BadExport for what the disk refuses: a full one, a missing right."""
    try:
        yield
    except OSError as error:
        raise BadExport(f"{path}: {error.strerror or error}") from error


def remember_export(
    s: Session,
    path: Path,
    manifest: Manifest,
    now: datetime,
    heads: dict[str, Any] | None = None,
) -> None:
    """Saves in `exports` what was written where; `heads` is the state that a delta follows."""
    values = {
        "path": str(path.resolve()),
        "query": manifest.filters,
        "state": {"rows": manifest.rows, "format": manifest.format, **(heads or {})},
        "manifest_hash": manifest.sha256,
        "written_at": now,
    }
    s.execute(insert_or_update(s, ExportRow, keys=("path",), columns=values), [values])


class Rows:
    """The rows of one export, on their way to a writer."""

    def __init__(self, s: Session, filters: Filters, options: Options) -> None:
        self.s = s
        self.filters = filters
        self.options = options
        self.chosen = replace(
            filters, include_opted_out=options.include_opted_out, dedupe=options.dedupe
        )
        self._count = 0
        self._opted_out = 0
        self._scrubbed: dict[str, int] | None = None

    def into(self, writer: Writer, progress: Callable[[int], None] | None) -> None:
        """Writes them all, and closes the writer whatever happens."""
        try:
            self._write(writer, progress)
        finally:
            writer.close()

    def _write(self, writer: Writer, progress: Callable[[int], None] | None) -> None:
        as_json = writer.text_as_json and not self.options.scrub_pii
        reading = Reading(self.s, self.chosen, writer.keys, text_as_json=as_json)
        ledger = writer.keys.index("removed") if self.options.include_removed else None
        try:
            scrubber = Scrubber(writer.keys) if self.options.scrub_pii else None
        except MissingLibrary as missing:
            raise BadExport(str(missing)) from missing
        for batch in reading.batches():
            if ledger is not None:
                for row in batch:
                    _mask(row, ledger)
            if scrubber:
                for row in batch:
                    scrubber.scrub(row)
            self._count += len(batch)
            writer.write(batch)
            if progress and self._count // _TOLD != (self._count - len(batch)) // _TOLD:
                progress(self._count)
        if progress:
            progress(self._count)
        require_one_state(self.s)
        self._opted_out = reading.opted_out
        self._scrubbed = dict(scrubber.counts) if scrubber else None

    def manifest(self, form: str) -> Manifest:
        """What was written, without its files."""
        told_apart = ("include_opted_out", "dedupe")
        asked = self.filters.as_json()
        filters = {name: value for name, value in asked.items() if name not in told_apart}
        return Manifest(
            format=form,
            rows=self._count,
            filters=filters,
            dedupe=self.options.dedupe,
            include_removed=self.options.include_removed,
            include_opted_out=self.options.include_opted_out,
            opted_out=self._opted_out,
            split=self.options.split,
            scrubbed=self._scrubbed,
            schema=MigrationContext.configure(self.s.connection()).get_current_revision() or "",
            rasid=version("rasid"),
        )


def _mask(row: Row, ledger: int) -> None:
    row[ledger] = orjson.dumps(mask_removed(orjson.loads(row[ledger] or b"[]") or []))


def opened(form: str, target: Target, rows: Rows) -> Writer:
    """A writer of the format. Raises BadExport without its library."""
    with_removed, separator = rows.options.include_removed, SEPARATORS[rows.options.separator]
    if form == CsvWriter.name:
        return CsvWriter(target, with_removed=with_removed, separator=separator)
    try:
        writer = FORMATS[form](target, with_removed=with_removed)
    except MissingLibrary as missing:
        raise BadExport(str(missing)) from missing
    if isinstance(writer, HfWriter):
        writer.splitter = splitter(rows.s, rows.chosen, writer.keys, rows.options.split)
    return writer


def _facts(s: Session, name: str, manifest: Manifest) -> Facts:
    named = s.execute(select(SourceRow.id, SourceRow.name, SourceRow.section_url))
    return Facts(
        name=name,
        rasid=manifest.rasid,
        schema=manifest.schema,
        dedupe=manifest.dedupe,
        split=manifest.split,
        opted_out=manifest.opted_out,
        include_opted_out=manifest.include_opted_out,
        filters=manifest.filters,
        scrubbed=manifest.scrubbed,
        include_removed=manifest.include_removed,
        sources={id_: (source, section) for id_, source, section in named},
    )
