"""A folder that `datasets.load_dataset` and the Hub open: shards of Parquet, a card, Croissant."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import ClassVar

import orjson

from db.export.card import Facts, card
from db.export.croissant import croissant
from db.export.parquet_writer import ParquetWriter, row_keys
from db.export.rows import Row
from db.export.split import NAMES, Splitter
from db.export.tally import Tally
from db.export.writer import Target

SHARD_ROWS = 50_000
"""Rows a shard: about 200 MB of news, under the 500 MB that the Hub advises."""


GROUP_ROWS = 2_000
"""Rows a group. A group of each split is held in memory."""


class HfWriter:
    """`data/train-00000-of-00002.parquet` and so on, README.md, croissant.json."""

    name: ClassVar[str] = "hf"
    endings: ClassVar[tuple[str, ...]] = ()
    folder: ClassVar[bool] = True
    text_as_json: ClassVar[bool] = False

    def __init__(self, target: Target, *, with_removed: bool, shard_rows: int = SHARD_ROWS) -> None:
        self.keys = row_keys(with_removed=with_removed)
        self.tally = Tally(self.keys)
        self.splitter: Splitter = lambda _row: "train"
        assert isinstance(target, Path)
        self._folder = target
        self._with_removed = with_removed
        self._shard_rows = shard_rows
        self._open: dict[str, ParquetWriter] = {}
        self._room: dict[str, int] = {}
        self._hashes: dict[str, list[str]] = {}
        (target / "data").mkdir(parents=True)

    def write(self, rows: Sequence[Row]) -> None:
        by_split: dict[str, list[Row]] = {}
        for row in rows:
            split = self.splitter(row)
            self.tally.count(row, split)
            by_split.setdefault(split, []).append(row)
        for split, its_rows in by_split.items():
            self._write(split, its_rows)

    def _write(self, split: str, rows: list[Row]) -> None:
        while rows:
            if not self._room.get(split):
                self._next_shard(split)
            room = self._room[split]
            self._open[split].write(rows[:room])
            self._room[split] -= len(rows[:room])
            rows = rows[room:]

    def _next_shard(self, split: str) -> None:
        self._end_shard(split)
        path = self._shard(split, len(self._hashes.setdefault(split, [])))
        self._open[split] = ParquetWriter(
            path, with_removed=self._with_removed, group_rows=GROUP_ROWS
        )
        self._room[split] = self._shard_rows

    def _end_shard(self, split: str) -> None:
        if writer := self._open.pop(split, None):
            writer.close()
            self._hashes[split].append(writer.sha256())

    def _shard(self, split: str, number: int, total: int | None = None) -> Path:
        name = f"{split}-{number:05}" + (f"-of-{total:05}" if total else "")
        return self._folder / "data" / f"{name}.parquet"

    def close(self) -> None:
        """Ends the shards and gives them the names that tell their number."""
        if not self._hashes:
            self._next_shard("train")  # no rows are a dataset too
        for split in list(self._open):
            self._end_shard(split)
        for split, hashes in self._hashes.items():
            for number in range(len(hashes)):
                shard = self._shard(split, number)
                if shard.exists():
                    shard.rename(self._shard(split, number, len(hashes)))

    def describe(self, facts: Facts) -> None:
        """Writes the card and the Croissant metadata."""
        splits = [name for name in NAMES if name in self._hashes]
        shards = {
            f"data/{self._shard(split, number, len(self._hashes[split])).name}": digest
            for split in splits
            for number, digest in enumerate(self._hashes[split])
        }
        (self._folder / "README.md").write_text(card(facts, self.tally, splits), encoding="utf-8")
        described = croissant(facts, self.tally, shards)
        option = orjson.OPT_INDENT_2 | orjson.OPT_APPEND_NEWLINE
        (self._folder / "croissant.json").write_bytes(orjson.dumps(described, option=option))

    def sha256(self) -> None:
        """A folder has no hash of its own."""
