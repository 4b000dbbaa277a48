"""Kills `rasid export --delta` at random moments: `python -m bench.delta_kills [ROUNDS]`.

Each round changes some of 3,000 articles, takes some away and brings others back, starts the
command on one of three formats and kills it (SIGKILL) at a moment of its usual time. Then what was
there must be there byte for byte; base and deltas must come to the old state or, where the command
was quick enough, to the new one; and the next delta must bring the new one, whose replay has the
bytes of a full export, its manifest too, with nothing left beside them. Fails at the first fault.
"""

from __future__ import annotations

import multiprocessing
import os
import random
import sqlite3
import sys
import tempfile
import time
from collections import Counter
from contextlib import closing
from multiprocessing.context import ForkServerProcess
from pathlib import Path

from bench.export import build
from cli.main import run
from db.engine import open_engine, session_factory
from db.export import export
from db.export.checking import verify_all
from db.export.delta import replay

_ARTICLES = 3_000
_CHANGED = 40
_ENDINGS = ("jsonl", "csv", "parquet")
# A process that has the command's modules already: a kill meets its work, not its imports.
_PROCESSES = multiprocessing.get_context("forkserver")
_PROCESSES.set_forkserver_preload(["cli.export", "db.export.delta", "db.export.parquet_writer"])


def main(arguments: list[str]) -> int:
    """Prints how often the old state and the new one were met; 1 at a fault."""
    rounds = int(arguments[0]) if arguments else 60
    chance = random.Random(1)
    with tempfile.TemporaryDirectory(prefix="rasid-kills-") as folder:
        base = Path(folder, "rasid.db")
        build(base, _ARTICLES)
        exports = {ending: Path(folder, ending, f"news.{ending}") for ending in _ENDINGS}
        took_s, seen = {}, Counter[str]()
        for ending, path in exports.items():
            path.parent.mkdir()
            for _ in range(2):  # the base, and a delta, whose time is taken
                _change(base, chance)
                started = time.monotonic()
                _start(base, path).join()
                took_s[ending] = time.monotonic() - started
        for number in range(rounds):
            path = exports[_ENDINGS[number % len(_ENDINGS)]]
            kill_after_s = chance.uniform(0, took_s[path.parent.name])
            try:
                seen[_round(base, path, chance, kill_after_s)] += 1
            except AssertionError as fault:
                print(
                    f"round {number + 1}, killed after {kill_after_s:.3f} s: {path.name}: {fault}"
                )
                return 1
        deltas = sum(
            len(list(path.parent.glob("*.delta-*.manifest.json"))) for path in exports.values()
        )
    met = ", ".join(f"{count} {state}" for state, count in sorted(seen.items()))
    print(f"{rounds} kills: {met}; {deltas} deltas, every replay as the full export")
    return 0


def _round(base: Path, path: Path, chance: random.Random, kill_after_s: float) -> str:
    """The state that the killed command left: `old` or `new`."""
    old, kept = _replayed(path), _files(path.parent)
    _change(base, chance)
    new = _full(base, path)
    killed = _start(base, path)
    time.sleep(kill_after_s)
    killed.kill()
    killed.join()
    _check(verify_all(path) == [], "not as its manifest says")
    now = _files(path.parent)
    _check(kept.items() <= now.items(), "what was there has changed")
    left = _replayed(path)
    _check(left in (old, new), "comes to neither state")
    again = _start(base, path)
    again.join()
    _check(again.exitcode == 0, "the next delta was refused")
    _check(_replayed(path) == new, "the next delta does not come to the full export")
    _check(not list(path.parent.glob(".*")), "something is left beside it")
    return "old" if left == old else "new"


def _start(base: Path, path: Path) -> ForkServerProcess:
    started = _PROCESSES.Process(target=_command, args=(str(base), str(path)))
    started.start()
    return started


def _command(base: str, path: str) -> None:
    silent = os.open(os.devnull, os.O_WRONLY)
    os.dup2(silent, 1)
    os.dup2(silent, 2)
    sys.exit(run(["--db", base, "export", path, "--delta"]))


def _change(base: Path, chance: random.Random) -> None:
    with closing(sqlite3.connect(base, timeout=30)) as connection, connection:
        for statement in (
            "UPDATE revisions SET title = title || ' +' WHERE id = ?",
            "UPDATE articles SET current_revision_id = NULL WHERE id = ?",
            "UPDATE articles SET current_revision_id = id WHERE id = ?",
        ):
            ids = chance.sample(range(1, _ARTICLES + 1), _CHANGED)
            connection.executemany(statement, [(number,) for number in ids])


def _replayed(path: Path) -> dict[str, bytes]:
    with tempfile.TemporaryDirectory() as folder:
        replay(path, Path(folder, path.name))
        return _files(Path(folder))


def _full(base: Path, path: Path) -> dict[str, bytes]:
    engine = open_engine(base)
    with tempfile.TemporaryDirectory() as folder:
        with session_factory(engine, read_only=True)() as s:
            export(s, Path(folder, path.name), path.parent.name)
        engine.dispose()
        return _files(Path(folder))


def _files(folder: Path) -> dict[str, bytes]:
    return {file.name: file.read_bytes() for file in folder.iterdir() if file.is_file()}


def _check(holds: bool, fault: str) -> None:
    if not holds:
        raise AssertionError(fault)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
