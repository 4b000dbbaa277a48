"""What an extracting process does from its start to its end.

Questions come on stdin, answers go to stdout. A small page is read here, a large one in a child;
meanwhile small pages are read here all the same. What takes longer than it may is ended by a timer
of the kernel: no library that it is in can put that off.
"""

from __future__ import annotations

import os
import pickle
import select
import signal
from collections.abc import Callable
from contextlib import suppress
from io import FileIO
from typing import Any

from crawler.workers import apart, begin, frames
from crawler.workers.apart import Child
from crawler.workers.frames import Frame


def main() -> None:
    """Answer until stdin ends. The first frame says what a page may take."""
    pipes = os.dup(0), os.dup(1)
    os.dup2(os.open(os.devnull, os.O_RDONLY), 0)
    os.dup2(2, 1)  # what a library prints is no answer
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # the crawl answers Ctrl-C, and ends its processes
    with suppress(BrokenPipeError), FileIO(pipes[0]) as questions:
        first = frames.read(questions)
        if first is not None:
            begin.set_up(*pickle.loads(first.content))  # noqa: S301  # of our own crawl
            frames.write(pipes[1], first.number)
            _serve(questions, pipes[1])
    os._exit(0)


def _serve(questions: FileIO, answers: int) -> None:
    children: dict[int, tuple[int, Child]] = {}
    while True:
        pipes: list[FileIO | int] = [questions, *children]
        ready, _, _ = select.select(pipes, [], [])
        for reader in ready:
            if isinstance(reader, int):
                number, child = children.pop(reader)
                frames.write(answers, number, child.end())
                continue
            asked = frames.read(questions)
            if asked is None:
                return
            if asked.alone:
                child = apart.begin(_work(asked), asked.limit_s, (questions.fileno(), answers))
                children[child.reader] = (asked.number, child)
            else:
                frames.write(answers, asked.number, apart.run(_work(asked), asked.limit_s))
            del asked  # a page may have megabytes


def _work(asked: Frame) -> Callable[[], Any]:
    """What a question asks for; it is unpacked where it is done."""

    def work() -> Any:
        function, args, kwargs = pickle.loads(asked.content)  # noqa: S301  # of our own crawl
        asked.content.clear()  # a page of megabytes, which is in the arguments now
        return function(*args, **kwargs)

    return work
