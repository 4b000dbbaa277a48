"""What a crawl and a process that extracts for it say to each other: numbered frames over pipes."""

from __future__ import annotations

import io
import os
import struct
from dataclasses import dataclass

_HEAD = struct.Struct("<Q?dQ")


@dataclass(frozen=True, slots=True)
class Frame:
    """A question or its answer, which has the same number. `alone` is true of what is to be done
    in a child, and `limit_s` the seconds that it may take."""

    number: int
    content: bytes | bytearray
    alone: bool = False
    limit_s: float = 0.0


def write(pipe: int, frame: Frame) -> None:
    """Write a frame whole. Raises BrokenPipeError where nobody reads any more."""
    head = _HEAD.pack(frame.number, frame.alone, frame.limit_s, len(frame.content))
    for part in (head, frame.content):
        left = memoryview(part)
        while left:
            left = left[os.write(pipe, left) :]


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
