"""Deltas: what is new, changed and gone since the last export to a path.

`news.jsonl` is the base; `news.delta-000001.jsonl`, `news.delta-000002.jsonl` … follow, by id.
Gone is what no longer passes: deleted, opted out, or left out by other filters. Each delta's
manifest names the hash of the manifest that it follows, and that of what it comes to.
"""

from __future__ import annotations

import heapq
import itertools
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any, ClassVar

from sqlalchemy.orm import Session

from db.export.checking import verify_all
from db.export.delta_form import CHANGED, CHANGES, GONE, NEW, DeltaForm, ForeignColumns, Written
from db.export.delta_lines import CsvForm, GzipJsonlForm, JsonlForm, ZstdJsonlForm
from db.export.delta_parquet import ParquetForm
from db.export.export import PLAIN, Options, Rows, check, errors_told, export
from db.export.heads import Heads
from db.export.manifest import Manifest, delta_path, deltas
from db.export.placing import BadExport, Staging
from db.export.rows import Row
from db.export.writer import MissingLibrary
from db.export.writers import format_of
from db.filters import EVERYTHING, Filters
from db.models import ExportRow

FORMS: dict[str, type[DeltaForm]] = {
    form.name: form for form in (JsonlForm, GzipJsonlForm, ZstdJsonlForm, CsvForm, ParquetForm)
}


@dataclass(frozen=True, slots=True)
class Delta:
    """What was written: the base itself where `number` is 0, which has no `heads` yet. Where it is
    `empty` nothing was: `path` and the rest are those of what was written last."""

    path: Path
    number: int
    manifest: Manifest
    heads: Heads | None = None
    filters_changed: bool = False
    empty: bool = False

    def state(self) -> dict[str, Any]:
        """What the `exports` table keeps."""
        heads = {"heads": self.heads.as_json()} if self.heads else {}
        return {"number": self.number, **heads}


def export_delta(
    s: Session,
    path: Path,
    form: str = JsonlForm.name,
    filters: Filters = EVERYTHING,
    *,
    options: Options = PLAIN,
    progress: Callable[[int], None] | None = None,
) -> Delta:
    """Writes the base where there is none, else the next delta; none where nothing has changed, and
    the manifest of a full export would be the last one's too.

    What was exported is known from the `exports` table, or, where that tells of another export,
    from the files themselves. Other filters than before are a change like any other; options
    that say what may be in an article are not. Raises BadExport.
    """
    check(form, options)
    if form not in FORMS:
        raise BadExport(f"--delta writes {', '.join(FORMS)}, not {form}")
    if options.separator != "comma":
        raise BadExport("--delta writes commas: leave --separator out")
    if not path.exists():
        for stale in deltas(path):
            raise BadExport(f"{stale}: a delta with no base: move it away")
        return Delta(
            path, 0, export(s, path, form, filters, **_arguments(options), progress=progress)
        )
    before = _last_manifest(path, form)
    rows = Rows(s, filters, options)
    _check_alike(path, options, before)
    number = len(deltas(path)) + 1
    target = delta_path(path, number)
    with errors_told(target), _columns_told(path), Staging(target, folder=False) as staging:
        form_before = _form_of(before)
        next(form_before.read(path), None)  # raises where its columns are not those of now
        heads = _known_heads(s, path, before) or _heads_of_files(path, before)
        writer = DeltaWriter(staging.made, heads, form_before)
        rows.into(writer, progress)
        made = rows.manifest(form)
        if not any(writer.changes.values()) and made == _of_whole(before, {}):
            last = [path, *deltas(path)][-1]
            return Delta(last, number - 1, before, writer.heads, empty=True)
        manifest = replace(
            made,
            changes=writer.changes,
            follows=before.sha256,
            comes_to=writer.heads.sha256,
            files={target.name: writer.sha256()},
        )
        staging.place(manifest)
    others = (manifest.filters, manifest.dedupe) != (before.filters, before.dedupe)
    return Delta(target, number, manifest, writer.heads, others)


class DeltaWriter:
    """Writes what differs from `before`; `heads` becomes what there is now."""

    name: ClassVar[str] = "delta"
    endings: ClassVar[tuple[str, ...]] = ()
    folder: ClassVar[bool] = False

    def __init__(self, path: Path, before: Heads, form: DeltaForm) -> None:
        self.keys = form.keys
        self.text_as_json = form.text_as_json
        self._form = form
        self._before = before.items()
        self._next = next(self._before, None)
        self._out = form.changes(path)
        self.heads = Heads()
        self.changes = dict.fromkeys(CHANGES, 0)
        self.sha256 = self._out.sha256

    def write(self, rows: Sequence[Row]) -> None:
        for article in self._form.encoded(rows):
            self._gone_before(article.id)
            known = self._next if self._next and self._next[0] == article.id else None
            if known:
                self._next = next(self._before, None)
            self.heads.add(article.id, article.digest)
            if known is None or known[1] != article.digest:
                self._put(CHANGED if known else NEW, article.id, article)

    def close(self) -> None:
        """Tells of all that is left as gone."""
        self._gone_before(None)
        self._out.close()

    def _gone_before(self, article_id: int | None) -> None:
        while self._next and (article_id is None or self._next[0] < article_id):
            self._put(GONE, self._next[0], None)
            self._next = next(self._before, None)

    def _put(self, change: str, article_id: int, article: Written | None) -> None:
        self.changes[change] += 1
        self._out.put(change, article_id, article)


def replay(path: Path, target: Path, progress: Callable[[int], None] | None = None) -> Manifest:
    """Writes to `target` the full export that a base and its deltas come to, in constant memory:
    the same bytes as an export of that state to the same name, its manifest too.

    Raises BadExport where a file is not as its manifest says, or follows another, or where they do
    not come to what the last delta says.
    """
    last = _last_manifest(path)
    if (said := format_of(target)) not in (None, last.format):
        raise BadExport(
            f"{target}: its ending says {said}, {path} is {last.format}: give it that ending"
        )
    heads, count = Heads(), 0
    with errors_told(target), _columns_told(path), Staging(target, folder=False) as staging:
        whole = _form_of(last).whole(staging.made)
        try:
            for article in _merged(path, last):
                whole.put(article)
                heads.add(article.id, article.digest)
                count += 1
                if progress and count % 1_000 == 0:
                    progress(count)
        finally:
            whole.close()
        if last.comes_to not in (None, heads.sha256):
            raise BadExport(f"{path}: with its deltas comes to other articles than the last says")
        manifest = _of_whole(last, {target.name: whole.sha256()})
        staging.place(manifest)
    return manifest


def _of_whole(last: Manifest, files: dict[str, str]) -> Manifest:
    """The manifest of a full export of what a base and its deltas come to."""
    return replace(last, changes=None, follows=None, comes_to=None, files=files)


def _merged(path: Path, last: Manifest) -> Iterator[Written]:
    """The latest version of each article that is not gone, by id."""
    form = _form_of(last)
    parts: list[Iterator[tuple[int, int, Written | None]]] = []
    parts.append((article.id, 0, article) for article in form.read(path))
    for number, delta in enumerate(deltas(path), 1):
        parts.append(_ranked(form, delta, -number))
    merged = heapq.merge(*parts, key=lambda item: item[:2])
    for _, versions in itertools.groupby(merged, key=lambda item: item[0]):
        latest = next(versions)  # of one id the last delta sorts first
        if latest[2] is not None:
            yield latest[2]


def _ranked(form: DeltaForm, delta: Path, rank: int) -> Iterator[tuple[int, int, Written | None]]:
    for article_id, article in form.read_changes(delta):
        yield article_id, rank, article


def _heads_of_files(path: Path, last: Manifest) -> Heads:
    heads = Heads()
    for article in _merged(path, last):
        heads.add(article.id, article.digest)
    return heads


def _known_heads(s: Session, path: Path, before: Manifest) -> Heads | None:
    row = s.get(ExportRow, str(path.resolve()))
    if row is None or row.manifest_hash != before.sha256 or "heads" not in row.state:
        return None
    found = Heads.from_json(row.state["heads"])
    return found if before.comes_to in (None, found.sha256) else None


def _last_manifest(path: Path, form: str | None = None) -> Manifest:
    """The manifest of the last delta, or of the base. Raises BadExport where anything is amiss."""
    for problem in verify_all(path):
        raise BadExport(f"{problem}: export it whole, to another path")
    last = Manifest.read([path, *deltas(path)][-1])
    if form not in (None, last.format):
        raise BadExport(f"{path}: is {last.format}, not {form}: give another path")
    if last.format not in FORMS:
        raise BadExport(f"{path}: is {last.format}, which has no deltas: {', '.join(FORMS)} have")
    return last


def _form_of(manifest: Manifest) -> DeltaForm:
    try:
        return FORMS[manifest.format](with_removed=manifest.include_removed)
    except MissingLibrary as missing:
        raise BadExport(str(missing)) from missing


def _check_alike(path: Path, now: Options, before: Manifest) -> None:
    alike = (
        now.include_removed == before.include_removed
        and now.include_opted_out == before.include_opted_out
        and now.scrub_pii == (before.scrubbed is not None)
    )
    if not alike:
        raise BadExport(
            f"{path}: was exported with other --include-… or --scrub-pii: "
            "give the same, or another path"
        )


@contextmanager
def _columns_told(path: Path) -> Iterator[None]:
    try:
        yield
    except ForeignColumns as file:
        raise BadExport(
            f"{file}: has other columns than this version writes: export {path.name} whole"
        ) from file


def _arguments(options: Options) -> dict[str, Any]:
    return {
        "dedupe": options.dedupe,
        "include_removed": options.include_removed,
        "include_opted_out": options.include_opted_out,
        "scrub_pii": options.scrub_pii,
    }
