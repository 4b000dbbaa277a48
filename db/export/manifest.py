"""The manifest beside an export: what it holds, and how to tell that it is whole."""

from __future__ import annotations

import hashlib
import itertools
import re
import stat
from dataclasses import asdict, dataclass, field, fields
from pathlib import Path
from typing import Any

import orjson

SUFFIX = ".manifest.json"


@dataclass(frozen=True, slots=True)
class Manifest:
    """What was exported. It holds no time: two exports of one state have equal bytes.

    `files` maps each file's path, relative to the manifest's folder, to its SHA-256 (hex);
    `opted_out` counts the articles that passed the filters and were left out because their page
    or site reserves text and data mining (with a limit: of those met before it was reached).
    `changes` counts the lines of a delta, which has `rows` articles behind it, and `follows` is the
    SHA-256 of the manifest before it; `comes_to` is a hash of all articles that the base and its
    deltas come to. All three are None for a whole export. `scrubbed` counts what was masked, by
    kind; None where it was not asked for.
    """

    format: str
    rows: int
    filters: dict[str, Any]
    dedupe: str
    include_removed: bool
    include_opted_out: bool
    opted_out: int
    split: str
    scrubbed: dict[str, int] | None
    schema: str
    rasid: str
    files: dict[str, str] = field(default_factory=dict)
    changes: dict[str, int] | None = None
    follows: str | None = None
    comes_to: str | None = None

    def to_bytes(self) -> bytes:
        return orjson.dumps(asdict(self), option=orjson.OPT_INDENT_2 | orjson.OPT_APPEND_NEWLINE)

    @classmethod
    def read(cls, path: Path) -> Manifest:
        """The manifest of an export. Raises OSError or ValueError where there is none whole."""
        return cls.from_bytes(manifest_path(path).read_bytes())

    @classmethod
    def from_bytes(cls, content: bytes) -> Manifest:
        """Raises ValueError for what is no manifest."""
        said: Any = orjson.loads(content)
        files = said.get("files") if isinstance(said, dict) else None
        if not isinstance(files, dict) or not all(isinstance(h, str) for h in files.values()):
            raise ValueError("is no manifest of an export")
        return cls(**{field.name: said.get(field.name) for field in fields(cls)})

    @property
    def sha256(self) -> str:
        """The hash of the manifest itself, and so of all it names."""
        return hashlib.sha256(self.to_bytes()).hexdigest()


def manifest_path(path: Path) -> Path:
    """Where the manifest of an export stands: beside it."""
    return path.with_name(path.name + SUFFIX)


def delta_path(path: Path, number: int) -> Path:
    """Where a delta of a base stands: beside it, `news.delta-000001.jsonl.gz`."""
    stem, ending = _parted(path)
    return path.with_name(f"{stem}.delta-{number:06}{ending}")


def delta_number(path: Path, name: str) -> int:
    """The number of the delta of a base whose file has this name; 0 where it is none."""
    stem, ending = _parted(path)
    found = re.fullmatch(f"{re.escape(stem)}\\.delta-([0-9]{{6}}){re.escape(ending)}", name)
    return int(found[1]) if found else 0


def _parted(path: Path) -> tuple[str, str]:
    packing = path.suffix if path.suffix in (".gz", ".zst") else ""
    rest = Path(path.name.removesuffix(packing))
    return rest.stem, rest.suffix + packing


def deltas(path: Path) -> list[Path]:
    """The deltas of a base that are there and whole, in order."""
    numbers = itertools.takewhile(
        lambda number: manifest_path(delta_path(path, number)).exists(), itertools.count(1)
    )
    return [delta_path(path, number) for number in numbers]


def file_hashes(path: Path, name: str) -> dict[str, str]:
    """The SHA-256 of a file, or of each file of a folder, under the export's name to be. What is
    neither file nor folder, a link for one, has no hash: ""."""
    if path.is_file():
        return {name: _sha256(path.resolve())}
    found = sorted(file for file in path.rglob("*") if file.is_symlink() or not file.is_dir())
    return {f"{name}/{file.relative_to(path).as_posix()}": _sha256(file) for file in found}


def verify(path: Path) -> list[str]:
    """What is wrong with an export, a line each; empty where it is as its manifest says."""
    try:
        told = Manifest.read(path)
    except FileNotFoundError:
        return [f"{manifest_path(path)}: missing: was {path.name} exported here?"]
    except (OSError, ValueError) as error:
        told_why = getattr(error, "strerror", None) or error
        return [f"{manifest_path(path)}: no readable manifest: {told_why}"]
    return problems_with(path, told)


def problems_with(path: Path, told: Manifest) -> list[str]:
    """As `verify`, against a manifest that stands elsewhere."""
    if not path.exists():
        return [f"{path}: missing"]
    said, found = told.files, file_hashes(path, path.name)
    problems = [f"{name}: missing" for name in said if name not in found]
    problems += [f"{name}: not in the manifest" for name in found if name not in said]
    problems += [f"{n}: changed since" for n, h in said.items() if n in found and found[n] != h]
    return sorted(problems)


def _sha256(path: Path) -> str:
    if not stat.S_ISREG(path.lstat().st_mode):
        return ""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()
