"""Telling a program: the person's own command gets what is told as JSON on its stdin."""

from __future__ import annotations

import json
import os
import shlex
import signal
import subprocess
import tempfile
import threading
from collections.abc import Mapping
from contextlib import suppress
from io import BufferedReader
from typing import cast

TAIL_BYTES = 1_000
"""What is kept of a command's stderr, to name the reason of its failure."""
LINGER_S = 1.0
"""Seconds that its stderr is waited for once it has ended: a process that it left behind may hold
the stream for ever."""


def run_command(command: str, told: Mapping[str, str], timeout_s: float) -> None:
    """Run a command, split into words as a shell would, and without one.

    Raises OSError where it fails or takes too long; then it is killed with all that it started.
    Raises ValueError for what is no command.
    """
    words = shlex.split(command)
    if not words:
        raise ValueError("the command is empty")
    with tempfile.TemporaryFile() as given:  # a pipe would hold us up where it is not read
        given.write(json.dumps(told, ensure_ascii=False).encode() + b"\n")
        given.seek(0)
        program = subprocess.Popen(  # noqa: S603  # the person's own command, without a shell
            words, stdin=given, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE,
            start_new_session=True,
        )  # fmt: skip
    said = _Tail(cast(BufferedReader, program.stderr))
    try:
        status = program.wait(timeout_s)
    except subprocess.TimeoutExpired:
        with suppress(ProcessLookupError):
            os.killpg(program.pid, signal.SIGKILL)
        program.wait()
        raise TimeoutError(f"{words[0]} did not end within {timeout_s:g} s") from None
    if status:
        last = said.last_line()
        raise OSError(f"{words[0]} ended with {status}{f': {last}' if last else ''}")


class _Tail:
    """Reads what a program writes, however much that is, and keeps the end."""

    def __init__(self, stream: BufferedReader) -> None:
        self._kept = b""
        self._thread = threading.Thread(target=self._read, args=(stream,), daemon=True)
        self._thread.start()

    def _read(self, stream: BufferedReader) -> None:
        with stream:
            while piece := stream.read1(65_536):
                self._kept = (self._kept + piece)[-TAIL_BYTES:]

    def last_line(self) -> str:
        self._thread.join(LINGER_S)
        lines = self._kept.decode("utf-8", "replace").splitlines()
        return next((line.strip() for line in reversed(lines) if line.strip()), "")
