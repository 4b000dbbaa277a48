"""`rasid crawl` as a process: what it prints where, and how it ends."""

from __future__ import annotations

import json
import shutil
import signal
import sqlite3
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import prepared
import pytest
from news_server import Answer, NewsServer

from cli.crawl import summary
from crawler.events import RunResult
from crawler.sources import write_source
from db import read
from db.engine import open_engine, session_factory
from demo.content import load_site
from demo.server import DemoSite, serve
from pipeline.records import Source
from pipeline.urls import host_port

ARTICLES = 11
NAMES = dict(enumerate(("Anvil", "Birch", "Cedar", "Delta", "Ember", "Fjord"), 1))


@pytest.fixture
def site() -> Iterator[DemoSite]:
    with serve(load_site()) as running:
        yield running


def add_source(folder: Path, site: DemoSite, *, delay_s: float = 0.0) -> None:
    write_source(
        folder / "sources",
        Source(
            id="tech",
            name="Tech",
            section=site.section_url("en-technology"),
            delay_s=delay_s,
            private_hosts=frozenset({host_port(site.origin)}),
        ),
    )


def start(folder: Path, *words: str) -> prepared.Running:
    return prepared.start("cli.main", ["--contact", "me@example.org", *words], folder)


def run(folder: Path, *words: str) -> subprocess.CompletedProcess[str]:
    process = start(folder, *words)
    said = process.communicate(120)
    assert process.returncode is not None
    return subprocess.CompletedProcess(words, process.returncode, *said)


def crawl(folder: Path, *words: str) -> subprocess.CompletedProcess[str]:
    return run(folder, "crawl", *words)


def stored(folder: Path) -> int:
    engine = open_engine(folder / "rasid.db")
    try:
        with session_factory(engine, read_only=True)() as session:
            return read.count_articles(session)
    finally:
        engine.dispose()


def test_json_goes_to_stdout_and_words_to_stderr(tmp_path: Path, site: DemoSite) -> None:
    """By processes that load all themselves; the other tests are of copies of one that has it."""
    add_source(tmp_path, site)
    words = ["--contact", "me@example.org", "crawl", "tech", "--json"]
    result = subprocess.run([sys.executable, "-m", "cli.main", *words], cwd=tmp_path,
                            capture_output=True, text=True, check=False, timeout=120)  # fmt: skip
    assert result.returncode == 0, result.stderr
    (run,) = json.loads(result.stdout)["runs"]
    assert (run["source"], run["state"]) == ("tech", "finished")
    assert run["counts"]["outcomes"]["new"] == ARTICLES
    assert "tech: finished; 11 new" in result.stderr
    again = crawl(tmp_path, "-q")
    assert (again.returncode, again.stdout, again.stderr) == (0, "", "")


def test_limit_ends_a_visit_early(tmp_path: Path, site: DemoSite) -> None:
    add_source(tmp_path, site)
    assert crawl(tmp_path, "tech", "--limit", "3").returncode == 0
    assert stored(tmp_path) == 3
    assert crawl(tmp_path, "tech").returncode == 0
    assert stored(tmp_path) == ARTICLES


def test_what_is_wrong_with_a_source_is_told_when_it_shows_and_when_it_heals(
    tmp_path: Path,
) -> None:
    """As the service does after each run; what hooks are to tell waits for it."""
    links = "".join(
        f'<li><h2><a href="/tech/{n}-story">{NAMES[n]} {n}</a></h2></li>' for n in NAMES
    )
    listing = Answer(f"<h1>Technology</h1><ul>{links}</ul>")
    closed = Answer("<title>Soon</title><h1>Soon</h1><p>We are building something new here.</p>")
    with NewsServer({"/tech": listing}) as server:
        for number, name in NAMES.items():
            text = f"{name} made a machine of {number} parts that sorts letters by night. " * 9
            html = f"<title>{name} {number}</title><h1>{name} {number}</h1><p>{text}</p>"
            server.routes[f"/tech/{number}-story"] = Answer(html)
        (tmp_path / "sources").mkdir()
        (tmp_path / "sources" / "tech.toml").write_text(
            f'section = "{server.url("/tech")}"\nprivate_hosts = ["{server.host}"]\n'
        )
        (tmp_path / "rasid.toml").write_text('alert_command = "cat"\n')
        assert "tech: finished; 6 new" in crawl(tmp_path, "tech").stderr
        server.routes["/tech"] = closed
        assert "alert" not in crawl(tmp_path, "tech").stderr
        told = "layout-drift: a listing that had links has none any more"
        assert f"tech: alert: {told}\n" in crawl(tmp_path, "tech").stderr
        assert "alert" not in crawl(tmp_path, "tech").stderr
        assert told in run(tmp_path, "status").stdout
        server.routes["/tech"] = listing
        assert f"tech: alert closed: {told}\n" in crawl(tmp_path, "tech").stderr
    with sqlite3.connect(tmp_path / "rasid.db") as base:
        waiting = base.execute("SELECT way, opened FROM alert_notices ORDER BY id").fetchall()
    assert waiting == [("command", 1), ("command", 0)]


def test_ctrl_c_ends_cleanly_and_keeps_what_was_done(
    tmp_path: Path, site: DemoSite, upgraded: Path
) -> None:
    add_source(tmp_path, site, delay_s=2.0)
    shutil.copy(upgraded, tmp_path / "rasid.db")
    process = start(tmp_path, "crawl")
    end = time.monotonic() + 60
    while stored(tmp_path) < 2:
        assert time.monotonic() < end
        time.sleep(0.1)
    process.send_signal(signal.SIGINT)
    _, told = process.communicate(60)
    assert process.returncode == 130
    assert "Traceback" not in told
    kept = stored(tmp_path)
    assert 2 <= kept < ARTICLES
    (tmp_path / "sources" / "tech.toml").unlink()
    add_source(tmp_path, site)
    assert crawl(tmp_path).returncode == 0
    assert stored(tmp_path) == ARTICLES


def test_a_broken_file_beside_a_good_one_is_told_and_the_rest_is_done(
    tmp_path: Path, site: DemoSite
) -> None:
    add_source(tmp_path, site)
    (tmp_path / "sources" / "broken.toml").write_text("section = 5")
    result = crawl(tmp_path)
    assert result.returncode == 1
    assert "broken.toml:1" in result.stderr
    assert stored(tmp_path) == ARTICLES


@pytest.mark.parametrize(
    ("name", "text", "told"),
    [
        ("broken", 'section = "http://127.0.0.1:9/a\n', "broken.toml:1: not TOML"),
        ("deep", "a = " + "[" * 5000, "deep.toml: too many brackets"),
    ],
)
def test_one_file_at_fault_stops_no_verb(
    tmp_path: Path, site: DemoSite, name: str, text: str, told: str
) -> None:
    add_source(tmp_path, site)
    assert crawl(tmp_path).returncode == 0
    (tmp_path / "sources" / f"{name}.toml").write_text(text)
    archive = str(next((tmp_path / "archive").glob("tech/*/*.gz")))
    for words in (["crawl"], ["sources"], ["reprocess"], ["import", archive]):
        result = run(tmp_path, *words)
        assert result.returncode == 1, words
        assert told in result.stderr
        assert "Traceback" not in result.stderr
    assert "the same" in result.stderr


def test_a_rule_that_matches_nothing_is_told_everywhere(tmp_path: Path, site: DemoSite) -> None:
    add_source(tmp_path, site)
    file = tmp_path / "sources" / "tech.toml"
    whole = file.read_text("utf-8")
    file.write_text(f"{whole}\n[links]\narticle = '/no-such-address/'\n", "utf-8")
    for words in (["crawl"], ["status"], ["doctor"]):
        result = run(tmp_path, *words)
        told = result.stdout + result.stderr
        assert "tech: [links] article matches no link of its lists" in told
    file.write_text(whole, "utf-8")
    assert "[links]" not in run(tmp_path, "status").stdout


def test_a_site_that_does_not_answer_is_a_failed_run(tmp_path: Path) -> None:
    (tmp_path / "sources").mkdir()
    (tmp_path / "sources" / "gone.toml").write_text(
        'section = "http://127.0.0.1:9/tech"\nprivate_hosts = ["127.0.0.1:9"]\n'
    )
    result = crawl(tmp_path, "--json")
    assert result.returncode == 1
    (run,) = json.loads(result.stdout)["runs"]
    assert run["state"] == "failed"
    assert run["error"]
    assert "Traceback" not in result.stderr


def test_check_looks_at_each_source_and_stores_nothing(tmp_path: Path, site: DemoSite) -> None:
    add_source(tmp_path, site)
    (tmp_path / "sources" / "gone.toml").write_text(
        'section = "http://127.0.0.1:9/tech"\nprivate_hosts = ["127.0.0.1:9"]\n'
    )
    result = run(tmp_path, "sources", "--check", "--json")
    assert result.returncode == 1, result.stderr
    assert "1 of 2 sources fail" in result.stderr
    gone, tech = json.loads(result.stdout)["sources"]
    assert (gone["source"], gone["ok"]) == ("gone", False)
    assert gone["problem"]
    assert (tech["ok"], tech["problem"], tech["read"]) == (True, None, 3)
    assert not (tmp_path / "rasid.db").exists()


def test_the_reasons_stand_beside_the_counts() -> None:
    counts = {
        "outcomes": {"new": 2, "rejected": 4, "gone": 1},
        "reasons": {"gone": 1, "no-body": 3, "robots": 1, "listing:no-links": 1},
    }
    ended = RunResult("tech", 1, "finished", 0, counts, None)
    why = "no-body 3, gone 1, listing:no-links 1, robots 1"
    assert summary(ended) == f"tech: finished; 2 new, 1 gone, 4 rejected ({why})"
