"""Deltas: what is new, changed and gone since the last export to a path.

`news.jsonl` is the base; `news.delta-000001.jsonl`, `news.delta-000002.jsonl` … follow. A line is
`{"change": "new" | "changed", "id": 7, "record": {…}}` or `{"change": "gone", "id": 7}`, by id.
Gone is what no longer passes: deleted, opted out, or left out by the filters. Each delta's manifest
names the hash of the manifest that it follows.
"""

from __future__ import annotations

import base64
import hashlib
import heapq
import itertools
import zlib
from array import array
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any, ClassVar

from sqlalchemy.orm import Session

from db.export.export import Options, Rows, check, export
from db.export.jsonl_writer import JsonlWriter, Lines
from db.export.manifest import Manifest, delta_path, deltas, verify
from db.export.placing import BadExport, discard, put_in_place, temporary_name
from db.export.rows import Row
from db.export.writer import HashedFile, keys_of
from db.filters import EVERYTHING, Filters
from db.models import ExportRow

_DIGEST_BYTES = 16
_KEY = b'"record":'


@dataclass
class Heads:
    """The ids and hashes of the articles that an export and its deltas come to, sorted by id.

    24 bytes an article: a million take 24 MB.
    """

    ids: array[int] = field(default_factory=lambda: array("q"))
    digests: bytearray = field(default_factory=bytearray)

    def add(self, article_id: int, line: bytes) -> None:
        self.ids.append(article_id)
        self.digests += digest(line)

    def items(self) -> Iterator[tuple[int, bytes]]:
        size = _DIGEST_BYTES
        for at, article_id in enumerate(self.ids):
            yield article_id, bytes(self.digests[at * size : (at + 1) * size])

    def as_json(self) -> str:
        """For the `exports` table."""
        packed = zlib.compress(self.ids.tobytes() + bytes(self.digests), 1)
        return base64.b64encode(packed).decode()

    @classmethod
    def from_json(cls, text: str) -> Heads:
        raw = zlib.decompress(base64.b64decode(text))
        count = len(raw) // (8 + _DIGEST_BYTES)
        ids = array("q")
        ids.frombytes(raw[: count * 8])
        return cls(ids, bytearray(raw[count * 8 :]))


@dataclass(frozen=True, slots=True)
class Delta:
    """What was written: the base itself where `number` is 0."""

    path: Path
    number: int
    manifest: Manifest
    heads: Heads

    def state(self) -> dict[str, Any]:
        """What the `exports` table keeps."""
        return {"number": self.number, "heads": self.heads.as_json()}


def digest(line: bytes) -> bytes:
    """The hash by which a record is known to have changed."""
    return hashlib.sha256(line).digest()[:_DIGEST_BYTES]


def export_delta(
    s: Session,
    path: Path,
    filters: Filters = EVERYTHING,
    *,
    options: Options = Options(),  # noqa: B008  # frozen
    progress: Callable[[int], None] | None = None,
) -> Delta:
    """Writes the base where there is none, else the next delta.

    What was exported is known from the `exports` table, or, where that tells of another export,
    from the files themselves. Raises BadExport, for filters too that are not those of the base.
    """
    check(path, JsonlWriter.name, options)
    if not path.exists():
        for stale in deltas(path):
            raise BadExport(f"{stale}: a delta with no base: move it away")
        manifest = export(s, path, filters=filters, **_arguments(options), progress=progress)
        return Delta(path, 0, manifest, _heads_of_files(path))
    before = _last_manifest(path)
    heads = _known_heads(s, path, before) or _heads_of_files(path)
    number = len(deltas(path)) + 1
    target = delta_path(path, number)
    temporary = temporary_name(target)
    rows = Rows(s, filters, options)
    alike = _alike(rows.manifest(JsonlWriter.name), before)
    if not alike or options.scrub_pii == (before.scrubbed is None):
        raise BadExport(
            f"{path}: was exported with other filters or options: give the same, or another path"
        )
    try:
        writer = DeltaWriter(temporary, heads, with_removed=options.include_removed)
        try:
            rows.into(writer, progress)
        finally:
            writer.close()
        manifest = replace(
            rows.manifest(JsonlWriter.name),
            changes=writer.changes,
            follows=before.sha256,
            files={target.name: writer.sha256()},
        )
        put_in_place(temporary, target, manifest)
    except OSError as error:
        raise BadExport(f"{target}: {error.strerror or error}") from error
    finally:
        discard(temporary)
    return Delta(target, number, manifest, writer.heads)


class DeltaWriter:
    """Writes what differs from `before`; `heads` becomes what there is now."""

    name: ClassVar[str] = "delta"
    endings: ClassVar[tuple[str, ...]] = ()

    def __init__(self, path: Path, before: Heads, *, with_removed: bool) -> None:
        self.keys = keys_of(with_removed=with_removed)
        self._lines = Lines(self.keys)
        self._before = before.items()
        self._next = next(self._before, None)
        self._file = HashedFile(path)
        self.heads = Heads()
        self.changes = {"new": 0, "changed": 0, "gone": 0}

    def write(self, rows: Sequence[Row]) -> None:
        for row in rows:
            article_id = row[0]
            line = self._lines.line(row)
            self._gone_before(article_id)
            known = self._next if self._next and self._next[0] == article_id else None
            if known:
                self._next = next(self._before, None)
            self.heads.add(article_id, line)
            if known is None or known[1] != digest(line):
                self._put("changed" if known else "new", article_id, line)

    def close(self) -> None:
        """Tells of all that is left as gone."""
        if not self._file.closed:
            self._gone_before(None)
            self._file.close()

    def sha256(self) -> str:
        return self._file.sha256()

    def _gone_before(self, article_id: int | None) -> None:
        while self._next and (article_id is None or self._next[0] < article_id):
            self._put("gone", self._next[0])
            self._next = next(self._before, None)

    def _put(self, change: str, article_id: int, line: bytes = b"") -> None:
        self.changes[change] += 1
        record = b"," + _KEY + line.rstrip(b"\n") if line else b""
        self._file.write(b'{"change":"%b","id":%d%b}\n' % (change.encode(), article_id, record))


def replay(path: Path) -> Iterator[bytes]:
    """The lines of the full export that a base and its deltas come to, in constant memory.

    Raises BadExport where a file is not as its manifest says, or follows another.
    """
    _last_manifest(path)
    parts = [_base_lines(path)]
    parts += [_delta_lines(delta, -number) for number, delta in enumerate(deltas(path), 1)]
    merged = heapq.merge(*parts, key=lambda item: item[:2])
    for _, versions in itertools.groupby(merged, key=lambda item: item[0]):
        latest = next(versions)  # of one id the last delta sorts first
        if latest[2] is not None:
            yield latest[2]


_Version = tuple[int, int, bytes | None]


def _base_lines(path: Path) -> Iterator[_Version]:
    with path.open("rb") as file:
        for line in file:
            yield int(line[len(b'{"id":') : line.index(b",")]), 0, line


def _delta_lines(path: Path, rank: int) -> Iterator[_Version]:
    with path.open("rb") as file:
        for line in file:
            end = line.find(b"," + _KEY)
            start = line.index(b'"id":') + len(b'"id":')
            if end < 0:
                yield int(line[start : line.rindex(b"}")]), rank, None
            else:
                yield int(line[start:end]), rank, line[end + 1 + len(_KEY) : -2] + b"\n"


def _heads_of_files(path: Path) -> Heads:
    heads = Heads()
    for line in replay(path):
        heads.add(int(line[len(b'{"id":') : line.index(b",")]), line)
    return heads


def _known_heads(s: Session, path: Path, before: Manifest) -> Heads | None:
    row = s.get(ExportRow, str(path.resolve()))
    if row is None or row.manifest_hash != before.sha256 or "heads" not in row.state:
        return None
    return Heads.from_json(row.state["heads"])


def _last_manifest(path: Path) -> Manifest:
    """The manifest of the last delta, or of the base; every one is checked to follow the other."""
    last: Manifest | None = None
    for part in (path, *deltas(path)):
        if problems := verify(part):
            raise BadExport(f"{problems[0]}: export it whole, to another path")
        found = Manifest.read(part)
        if found.format != JsonlWriter.name:
            raise BadExport(f"{part}: is {found.format}; deltas are of {JsonlWriter.name}")
        if last and found.follows != last.sha256:
            raise BadExport(f"{part}: follows another export than the one before it: move it away")
        last = found
    assert last is not None
    return last


def _alike(one: Manifest, other: Manifest) -> bool:
    names = ("filters", "dedupe", "include_removed", "include_opted_out")
    return all(getattr(one, name) == getattr(other, name) for name in names)


def _arguments(options: Options) -> dict[str, Any]:
    return {
        "dedupe": options.dedupe,
        "include_removed": options.include_removed,
        "include_opted_out": options.include_opted_out,
        "scrub_pii": options.scrub_pii,
    }
