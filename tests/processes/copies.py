"""Processes that are copies of one which has loaded what they need, made when they are asked for.

Who asks writes to the server's socket what is to be done, and with which stdin, stdout and stderr:
one message, so that several threads may ask at once. `serve` forks, and tells on a pipe of the
copy's own its process id and, at its end, its status.
"""

from __future__ import annotations

import os
import pickle
import select
import signal
import socket
import struct
import subprocess
import sys
import threading
from collections.abc import Callable, Sequence
from contextlib import suppress
from typing import TextIO

_NUMBER = struct.Struct("q")
_LONGEST = 1 << 18
"""Bytes of a question; what the kernel takes as one message is less."""


def way() -> tuple[socket.socket, socket.socket]:
    """The two ends of a way to a server: whole messages, each read as it was sent."""
    return socket.socketpair(socket.AF_UNIX, socket.SOCK_SEQPACKET)


class Copy:
    """A copy of a server, as subprocess.Popen shows a process: it does `work`, and ends with the
    status that this gives. `files` are its stdin, stdout and stderr."""

    def __init__(
        self, server: socket.socket, work: Callable[[], object], files: Sequence[int]
    ) -> None:
        self.returncode: int | None = None
        self._told, telling = os.pipe()
        self._waiting = threading.Lock()
        socket.send_fds(server, [pickle.dumps(work)], [telling, *files])
        os.close(telling)
        self.pid = _NUMBER.unpack(os.read(self._told, _NUMBER.size))[0]

    def wait(self, timeout: float | None = None) -> int:
        """Its exit status. Raises TimeoutExpired."""
        with self._waiting:
            if self.returncode is None:
                if not select.select([self._told], [], [], timeout)[0]:
                    raise subprocess.TimeoutExpired(f"process {self.pid}", timeout or 0)
                told = os.read(self._told, _NUMBER.size)
                self.returncode = _NUMBER.unpack(told)[0] if told else -signal.SIGKILL
                os.close(self._told)
            return self.returncode

    def send_signal(self, number: int) -> None:
        if self.returncode is None:
            with suppress(ProcessLookupError):
                os.kill(self.pid, number)

    def kill(self) -> None:
        self.send_signal(signal.SIGKILL)

    def terminate(self) -> None:
        self.send_signal(signal.SIGTERM)


def serve(asking: socket.socket) -> None:
    """Be copied until nobody is left who may ask for it."""
    copies: dict[int, int] = {}
    ended, ends = os.pipe()
    for pipe in (ended, ends):
        os.set_blocking(pipe, False)
    signal.set_wakeup_fd(ends)
    signal.signal(signal.SIGCHLD, lambda *_: None)
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    while True:
        ready, _, _ = select.select([asking, ended], [], [])
        if ended in ready:
            os.read(ended, 1024)
            _tell_ended(copies)
        if asking in ready:
            asked, files, _, _ = socket.recv_fds(asking, _LONGEST, 4)
            if not asked:
                os._exit(0)
            if pid := os.fork():
                os.write(files[0], _NUMBER.pack(pid))
                copies[pid] = files.pop(0)
                for file in files:
                    os.close(file)
            else:
                signal.set_wakeup_fd(-1)
                signal.signal(signal.SIGCHLD, signal.SIG_DFL)
                signal.signal(signal.SIGINT, signal.default_int_handler)
                for number, file in enumerate(files[1:]):
                    os.dup2(file, number)
                for file in (asking.detach(), ended, ends, *files, *copies.values()):
                    os.close(file)
                sys.stdin, sys.stdout, sys.stderr = map(_stream, range(3), "rww")
                sys.exit(pickle.loads(asked)())


def _stream(number: int, mode: str) -> TextIO:
    """A standard stream of a process that begins: it knows anew whether it is a file or a pipe."""
    buffering = 1 if number == 2 else -1
    return open(number, mode, buffering, closefd=False)


def _tell_ended(copies: dict[int, int]) -> None:
    with suppress(ChildProcessError):
        while (ended := os.waitpid(-1, os.WNOHANG))[0]:
            telling = copies.pop(ended[0])
            with suppress(BrokenPipeError):
                os.write(telling, _NUMBER.pack(os.waitstatus_to_exitcode(ended[1])))
            os.close(telling)
