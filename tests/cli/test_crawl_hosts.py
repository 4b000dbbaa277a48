"""Several crawls at once never ask the same host."""

from __future__ import annotations

import subprocess
import sys
from html import escape
from itertools import groupby
from pathlib import Path

from misbehaviour import page
from news_content import make_stories
from news_server import Answer, NewsServer

STORIES = make_stories(71, {"tech": 6})
SECTIONS = {"one": STORIES[:3], "two": STORIES[3:]}


def test_two_sources_of_one_host_take_turns(tmp_path: Path) -> None:
    folder = tmp_path / "sources"
    folder.mkdir()
    with NewsServer() as server:
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
        words = ["--contact", "me@example.org", "crawl", "--jobs", "2"]
        result = subprocess.run(
            [sys.executable, "-m", "cli.main", *words],
            cwd=tmp_path, capture_output=True, text=True, check=False, timeout=240,
        )  # fmt: skip
        asked = server.asked()
    assert result.returncode == 0, result.stderr
    own = [path.split("/")[1] for path in asked if path.startswith(("/one/", "/two/"))]
    assert sorted(name for name, _ in groupby(own)) == ["one", "two"]
    assert own.count("one") >= 4
    assert own.count("two") >= 4
