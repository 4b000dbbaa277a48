"""Several crawls at once never ask the same host, whichever commands began them."""

from __future__ import annotations

import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from html import escape
from itertools import groupby
from pathlib import Path

import prepared
import pytest
from misbehaviour import page
from news_content import make_stories
from news_server import Answer, Asked, NewsServer

STORIES = make_stories(71, {"tech": 6})
SECTIONS = {"one": STORIES[:3], "two": STORIES[3:]}


class Gated(NewsServer):
    """Gives no article while its gate is closed."""

    def __init__(self) -> None:
        super().__init__()
        self.gate = threading.Event()
        self.gate.set()

    def answer(self, asked: Asked) -> Answer:
        if "story-" in asked.path:
            self.gate.wait(90)
        return super().answer(asked)


@pytest.fixture
def server(tmp_path: Path) -> Iterator[Gated]:
    """A host with two sections, each of them a source in `tmp_path`."""
    folder = tmp_path / "sources"
    folder.mkdir()
    (tmp_path / "rasid.toml").write_text("first_byte_s = 100\ntimeout_s = 100\n")
    with Gated() as server:
        for name, stories in SECTIONS.items():
            paths = {f"/{name}/2026/story-{n}/": story for n, story in enumerate(stories)}
            server.routes.update(
                {path: Answer(page(story), wait_s=0.3) for path, story in paths.items()}
            )
            cards = "".join(
                f'<article><h2><a href="{path}">{escape(story.title)}</a></h2></article>'
                for path, story in paths.items()
            )
            server.routes[f"/{name}/"] = Answer(f"<html><body><main>{cards}</main></body></html>")
            (folder / f"{name}.toml").write_text(
                f'section = "{server.url(f"/{name}/")}"\nprivate_hosts = ["{server.host}"]\n'
            )
        yield server


def start(folder: Path, *words: str, verb: str = "crawl") -> prepared.Running:
    return prepared.start("cli.main", ["--contact", "me@example.org", verb, *words], folder)


def sections(server: NewsServer) -> list[str]:
    return [path.split("/")[1] for path in server.asked() if path.startswith(("/one/", "/two/"))]


def wait_for(server: NewsServer, name: str) -> None:
    until = time.monotonic() + 60
    while name not in sections(server):
        assert time.monotonic() < until, f"nobody asked for {name}"
        time.sleep(0.02)


def test_two_sources_of_one_host_take_turns(server: NewsServer, tmp_path: Path) -> None:
    with start(tmp_path, "--jobs", "2") as command:
        _, said = command.communicate(timeout=240)
    assert command.returncode == 0, said
    own = sections(server)
    assert sorted(name for name, _ in groupby(own)) == ["one", "two"]
    assert own.count("one") >= 4
    assert own.count("two") >= 4


def test_two_commands_take_turns_and_say_so(server: Gated, tmp_path: Path) -> None:
    server.gate.clear()
    with start(tmp_path, "one") as first:
        wait_for(server, "one")
        with start(tmp_path, "two") as second:
            assert second.stderr is not None
            waits = next((line for line in second.stderr if "waits" in line), "")
            server.gate.set()
            _, said = second.communicate(timeout=240)
        first.communicate(timeout=240)
    assert (first.returncode, second.returncode) == (0, 0), said
    assert waits.startswith(f"two: waits for {server.host}, which process ")
    assert [name for name, _ in groupby(sections(server))] == ["one", "two"]


def test_looks_wait_for_a_crawl_and_say_so(server: Gated, tmp_path: Path) -> None:
    address = (server.url("/two/"), "--private-host", server.host, "--yes", "--id", "new")
    server.gate.clear()
    with start(tmp_path, "one") as crawl:
        wait_for(server, "one")
        with (
            start(tmp_path, *address, verb="add") as adding,
            start(tmp_path, "--check", "two", verb="sources") as checking,
        ):
            for look, name in ((adding, ""), (checking, "two: ")):
                assert look.stderr is not None
                said = next((line for line in look.stderr if "waits" in line), "")
                assert said.startswith(f"{name}waits for {server.host}, which process ")
            server.gate.set()
            assert adding.wait(240) == 0
            assert checking.wait(240) == 0
        crawl.communicate(timeout=240)
    assert [name for name, _ in groupby(sections(server))] == ["one", "two"]
    assert (tmp_path / "sources" / "new.toml").exists()


def test_a_killed_crawl_keeps_nobody_waiting(server: NewsServer, tmp_path: Path) -> None:
    words = ["--source", "one", "--contact", "me@example.org"]
    with subprocess.Popen(
        [sys.executable, "-m", "crawler.run", *words], cwd=tmp_path, stdout=subprocess.DEVNULL
    ) as killed:
        wait_for(server, "one")
        killed.kill()
    with start(tmp_path, "two") as second:
        _, said = second.communicate(timeout=240)
    assert second.returncode == 0, said
    assert "waits" not in said
