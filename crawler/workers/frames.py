"""What a crawl and a process that extracts for it say to each other: numbered frames over pipes."""

from __future__ import annotations

import io
import os
import pickle
import struct
from dataclasses import dataclass
from typing import Any

_HEAD = struct.Struct("<Q?dQ")


@dataclass(frozen=True, slots=True)
class Frame:
    """A question or its answer, which has the same number. `alone` is true of what is to be done
    in a child, and `limit_s` the seconds that it may take."""

    number: int
    content: bytearray
    alone: bool
    limit_s: float


def write(pipe: int, number: int, *parts: bytes, alone: bool = False, limit_s: float = 0.0) -> None:
    """Write a frame whole, its content in parts. Raises BrokenPipeError where nobody reads."""
    head = _HEAD.pack(number, alone, limit_s, sum(map(len, parts)))
    for part in (head, *parts):
        left = memoryview(part)
        while left:
            left = left[os.write(pipe, left) :]


def pickled(value: Any) -> list[bytes]:
    """A value as `pickle` writes it, in parts: a page of megabytes is its own part, and no copy."""
    parts = _Parts()
    pickle.Pickler(parts, pickle.HIGHEST_PROTOCOL).dump(value)
    return parts.parts


class _Parts:
    def __init__(self) -> None:
        self.parts: list[bytes] = []

    def write(self, part: bytes) -> None:
        self.parts.append(part)


def read(pipe: io.FileIO) -> Frame | None:
    """The next frame; None where the pipe ended, be it within one."""
    head = _exactly(pipe, _HEAD.size)
    if head is None:
        return None
    number, alone, limit_s, size = _HEAD.unpack(head)
    content = _exactly(pipe, size)
    return None if content is None else Frame(number, content, alone, limit_s)


def _exactly(pipe: io.FileIO, size: int) -> bytearray | None:
    content = bytearray(size)
    left = memoryview(content)
    while left:
        count = pipe.readinto(left)
        if not count:
            return None
        left = left[count:]
    return content
