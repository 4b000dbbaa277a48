"""Whether exports are as their manifests say: the files, and the deltas that follow each other."""

from __future__ import annotations

from pathlib import Path

from db.export import manifest
from db.export.manifest import Manifest, delta_number, delta_path, deltas, manifest_path
from db.export.placing import settle


def verify(path: Path) -> list[str]:
    """What is wrong with one export, a line each; empty where it is as its manifest says. What a
    killed export left undone is settled before."""
    settle(path)
    return manifest.verify(path)


def verify_all(path: Path) -> list[str]:
    """As `verify`, of an export with its deltas: each must follow the one before it, and none may
    be missing between them."""
    problems = verify(path)
    parts = deltas(path)
    for delta in parts:
        problems += verify(delta)
    problems += [f"{part}: {wrong}" for part, wrong in _breaks([path, *parts])]
    for number in range(1, _last_number(path)):
        if not manifest_path(delta_path(path, number)).exists():
            problems.append(f"{delta_path(path, number)}: missing, and later ones are there")
    return problems


def _breaks(parts: list[Path]) -> list[tuple[Path, str]]:
    found: list[tuple[Path, str]] = []
    before: Manifest | None = None
    for part in parts:
        try:
            told = Manifest.read(part)
        except (OSError, ValueError):
            return found
        if before and told.follows != before.sha256:
            found.append((part, "follows another export than the one before it"))
        before = told
    return found


def _last_number(path: Path) -> int:
    numbers = [delta_number(path, beside.name) for beside in path.parent.iterdir()]
    return max(numbers, default=0)
