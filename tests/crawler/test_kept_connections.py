"""Connections that a server keeps, and over which it then answers nothing."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

from news_server import Answer, NewsServer

ASK = Path(__file__).with_name("ask_at_once.py")


def asked(server: NewsServer, *paths: str) -> list[str]:
    """The statuses of what these paths are answered with."""
    urls = [server.url(path) for path in paths]
    done = subprocess.run([sys.executable, ASK, *urls], capture_output=True, text=True, check=True)
    return done.stdout.split()


def test_who_hears_nothing_on_a_kept_connection_asks_again_on_a_new_one() -> None:
    """Whatever else is kept: the other two are as deaf."""
    paths = "/1", "/2", "/3"
    with NewsServer({path: Answer("<p>Text", wait_s=0.2, deaf_s=30) for path in paths}) as server:
        server.routes["/last"] = Answer("<p>Text")
        assert asked(server, *paths, "/last") == ["200"] * 4
        assert server.asked("/last") == ["/last"]
