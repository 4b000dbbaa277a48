"""The demo as a person runs it, and every verb on the database that it leaves."""

from __future__ import annotations

import csv
import json
import os
import shutil
import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from cli.demo import make_room
from cli.main import run

if TYPE_CHECKING:
    from .conftest import Demo, Rasid  # type: ignore[import-not-found]


def document(rasid: Rasid, *words: str) -> dict[str, Any]:
    result = rasid(*words)
    assert result.returncode == 0, result.stderr
    found = json.loads(result.stdout)
    assert isinstance(found, dict)
    return found


def test_every_claim_of_the_demo_holds(demo: Demo) -> None:
    assert demo.said.returncode == 0, demo.said.stdout[-3000:] + demo.said.stderr
    assert "Traceback" not in demo.said.stderr
    assert demo.said.stdout.count("✓ ") == 9
    assert "✗" not in demo.said.stdout
    left = {path.name for path in (demo.folder / "demo-output").iterdir()}
    assert {"rasid.db", "sources", "articles.jsonl", "archive"} <= left


def test_a_demo_touches_no_database_but_that_of_a_demo(
    demo: Demo, tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    """In a person's own folder stands what a demo leaves: a database, sources, an archive."""
    own = {"rasid.db": "mine", "sources/mine.toml": "mine", "archive/mine/a.warc.gz": "mine"}
    for name, text in own.items():
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(text)
    assert run(["demo", "--out", str(tmp_path)]) == 2
    assert "holds other things; name another folder with --out" in capfd.readouterr().err
    assert {name: (tmp_path / name).read_text() for name in own} == own
    shutil.copytree(demo.folder / "demo-output", tmp_path / "again")
    make_room(tmp_path / "again")
    assert not (tmp_path / "again" / "rasid.db").exists()
    shutil.copytree(demo.folder / "demo-output", tmp_path / "older")
    (tmp_path / "older" / ".rasid-demo").unlink()  # as a demo left its folder before
    make_room(tmp_path / "older")
    assert not (tmp_path / "older" / "sources").exists()


def test_search_finds_every_spelling_and_filters(rasid: Rasid) -> None:
    found = document(rasid, "search", "تقنية", "--json")["articles"]
    assert len(found) == 2
    assert {"id", "url", "title", "score", "snippet", "source"} <= set(found[0])
    assert document(rasid, "search", "تقنية", "--language", "en", "--json")["articles"] == []
    newest = document(rasid, "search", "", "--source", "demo-en", "--limit", "3", "--json")
    assert len(newest["articles"]) == 3
    since = document(rasid, "search", "", "--since", "2025-10-20", "--json")["articles"]
    assert since
    assert all(hit["published_at"] >= "2025-10-20" for hit in since)


def test_search_tells_a_person_when_there_is_nothing(rasid: Rasid) -> None:
    result = rasid("search", "zxqj")
    assert (result.returncode, result.stdout) == (0, "")
    assert result.stderr == "nothing found\n"
    assert "lang: is no field" in rasid("search", "lang:en satellite").stderr
    assert rasid("search", "https://zxqj.example/").stderr == "nothing found\n"


@pytest.mark.parametrize("query", ['"unclosed', "(", "*", "a:b:c", "AND", "'"])
def test_an_odd_query_is_answered_or_refused_in_one_line(rasid: Rasid, query: str) -> None:
    result = rasid("search", query)
    assert result.returncode in (0, 2)
    assert "Traceback" not in result.stderr
    assert result.stderr.count("\n") <= 1


def updated(rasid: Rasid) -> dict[str, Any]:
    """The article of which the demo left two revisions."""
    hits = document(rasid, "search", "ferry", "--json")["articles"]
    return document(rasid, "show", str(hits[0]["id"]), "--json")


def test_show_has_versions_and_what_changed(rasid: Rasid) -> None:
    record = updated(rasid)
    assert record["revision"] == 2
    first = document(rasid, "show", record["url"], "--revision", "1", "--format", "json")
    assert first["title"] != record["title"]
    diff = rasid("show", str(record["id"]), "--diff")
    assert f"-# {first['title']}" in diff.stdout
    assert f"+# {record['title']}" in diff.stdout
    assert rasid("show", str(record["id"]), "--revision", "1", "--diff").returncode == 2
    assert rasid("show", str(record["id"]), "--revision", "9").returncode == 2
    assert rasid("show", "999999").returncode == 2


def test_show_in_text_and_markdown_with_the_ledger(rasid: Rasid) -> None:
    record = updated(rasid)
    text = rasid("show", str(record["id"]), "--removed").stdout
    assert all(block["text"] in text for block in record["blocks"])
    assert "by watermark" in text
    assert "[ip]" in text
    assert "aXA6" not in text
    markdown = rasid("show", str(record["id"]), "--format", "markdown").stdout
    assert markdown.startswith(f"# {record['title']}\n")


def test_explain_tells_the_story_of_a_url(rasid: Rasid) -> None:
    record = updated(rasid)
    events = document(rasid, "explain", record["url"], "--json")["events"]
    assert events[0]["what"] == "found"
    assert {"stored", "revision 1", "revision 2"} <= {event["what"] for event in events}
    long = rasid("explain", f"https://example.org/{'x' * 3000}")
    assert "longer than 2,048 characters" in long.stderr
    never = rasid("explain", "https://example.org/never")
    assert never.returncode == 1
    assert "never seen" in never.stderr


def test_runs_sources_status_and_stats(rasid: Rasid) -> None:
    runs = document(rasid, "runs", "--json")["runs"]
    assert len(runs) == 5
    assert {run["state"] for run in runs} == {"finished"}
    sources = document(rasid, "sources", "--json")["sources"]
    assert {source["id"]: source["articles"] for source in sources} == {
        "demo-ar": 23,
        "demo-en": 11,
    }
    status = document(rasid, "status", "--json")
    assert {"running", "due", "failing", "alerts"} <= set(status)
    assert status["service"] is None
    stats = document(rasid, "stats", "--json")
    assert (stats["articles"], stats["revisions"]) == (34, 35)
    for verb in ("runs", "sources", "status", "stats"):
        assert rasid(verb).returncode == 0


def test_export_writes_what_it_says(rasid: Rasid, demo: Demo, tmp_path: Path) -> None:
    lines = tmp_path / "ar.jsonl"
    assert rasid("export", str(lines), "--language", "ar").returncode == 0
    records = [json.loads(line) for line in lines.read_text("utf-8").splitlines()]
    assert len(records) == 23
    assert "removed" not in records[0]
    table = tmp_path / "all.csv"
    told = document(rasid, "export", str(table), "--json")
    assert told["rows"] == 34
    with table.open(encoding="utf-8-sig", newline="") as file:
        assert len(list(csv.DictReader(file))) == 34
    ledger = tmp_path / "ledger.jsonl"
    assert rasid("export", str(ledger), "--include-removed").returncode == 0
    assert "[ip]" in ledger.read_text("utf-8")
    assert "aXA6" not in ledger.read_text("utf-8")
    for wrong in (("x.jsonl", "--format", "word"), (str(tmp_path / "none" / "x.jsonl"),)):
        refused = rasid("export", *wrong)
        assert refused.returncode == 2
        assert refused.stderr.count("\n") == 1


def test_pause_and_resume(rasid: Rasid) -> None:
    assert rasid("pause", "demo-en").returncode == 0
    states = {s["id"]: s["paused"] for s in document(rasid, "sources", "--json")["sources"]}
    assert states == {"demo-ar": False, "demo-en": True}
    assert rasid("resume", "demo-en").returncode == 0
    refused = rasid("pause", "demo-en", "nobody")
    assert refused.returncode == 2
    assert "nobody" in refused.stderr
    states = {s["id"]: s["paused"] for s in document(rasid, "sources", "--json")["sources"]}
    assert not any(states.values())


def test_a_source_at_fault_is_told_and_others_may_be_paused(rasid: Rasid) -> None:
    file = Path("sources/demo-ar.toml")
    text = file.read_text("utf-8")
    try:
        file.write_text("section =", "utf-8")
        for verb in ("pause", "resume"):
            assert rasid(verb, "demo-en").returncode == 0
        status = document(rasid, "status", "--json")
        assert [each["source"] for each in status["due"]] == ["demo-en"]
        assert "demo-ar.toml:1: not TOML" in status["problems"][0]
        file.unlink()
        assert document(rasid, "status", "--json")["problems"] == []
    finally:
        file.write_text(text, "utf-8")


def test_db_upgrade_backup_and_check(rasid: Rasid, tmp_path: Path) -> None:
    assert rasid("db", "upgrade").returncode == 0
    copy = tmp_path / "copy.db"
    assert rasid("db", "backup", str(copy)).returncode == 0
    assert rasid("db", "backup", str(copy)).returncode == 2
    assert document(rasid, "db", "check", "--json") == {"problems": []}
    assert document(rasid, "--db", str(copy), "stats", "--json")["articles"] == 34


def test_doctor_names_the_contact_that_is_missing(rasid: Rasid) -> None:
    result = rasid("doctor", "--json")
    checks = {check["what"]: check for check in json.loads(result.stdout)["checks"]}
    assert result.returncode == 1
    assert checks["contact"]["state"] == "missing"
    assert "rasid.toml" in checks["contact"]["mend"]
    assert {c["state"] for what, c in checks.items() if what != "contact"} <= {"ok", "optional"}
    assert rasid("doctor", "--contact", "me@example.org").returncode == 0


@pytest.mark.parametrize(("file", "state"), [("none/here.log", "missing"), ("a.log", "ok")])
def test_doctor_tells_whether_the_log_can_be_written(
    rasid: Rasid, monkeypatch: pytest.MonkeyPatch, tmp_path: Path, file: str, state: str
) -> None:
    monkeypatch.setenv("RASID_LOG_FILE", str(tmp_path / file))
    checks = json.loads(rasid("doctor", "--json").stdout)["checks"]
    assert [check["state"] for check in checks if check["what"] == "log file"] == [state]


@pytest.mark.parametrize("verb", ["search x", "stats", "export none.jsonl"])
def test_filters_that_nothing_can_pass_are_refused(rasid: Rasid, verb: str) -> None:
    for words, told in (
        ("--source demo-enn", "no source demo-enn: did you mean demo-en"),
        ("--source zzz", "no source zzz: rasid sources lists them"),
        ("--language klingon", "--language klingon: no language of ISO 639-1"),
        ("--since 2026-11-28 --until 2026-11-01", "no time lies between them"),
    ):
        result = rasid(*verb.split(), *words.split())
        assert result.returncode == 2, words
        assert told in result.stderr
    assert not Path("none.jsonl").exists()


def test_runs_of_a_source_that_nobody_knows(rasid: Rasid) -> None:
    assert rasid("runs", "--source", "nosuch").returncode == 2


_ONLY_READING = """
import sys
from cli.main import run
for verb in ("search meta", "show 1", "stats", "db check", "pause demo-en"):
    status = run([*sys.argv[1:], *verb.split()])
    print(f"ended with {status}", file=sys.stderr)
"""


def test_what_only_reads_works_on_a_read_only_file_system(demo: Demo, tmp_path: Path) -> None:
    """With and without a log of writes beside the file."""
    if os.geteuid() or subprocess.run(["unshare", "-m", "true"], check=False).returncode:
        pytest.skip("only root can mount")
    shutil.copy(demo.folder / "demo-output" / "rasid.db", tmp_path / "rasid.db")
    mount = f"mount --bind {tmp_path} {tmp_path} && mount -o remount,bind,ro {tmp_path}"
    result = subprocess.run(
        ["unshare", "-m", "sh", "-c", f'{mount} && exec "$@"', "sh",
         sys.executable, "-c", _ONLY_READING, "--db", str(tmp_path / "rasid.db")],
        cwd="/tmp", capture_output=True, text=True, check=False, timeout=120,
        env=os.environ | {"PYTHONPATH": str(Path(__file__).parents[2])},
    )  # fmt: skip
    assert result.returncode == 0, result.stderr
    assert "Traceback" not in result.stderr
    told = result.stderr.split("ended with ")
    assert [status[0] for status in told[1:]] == ["0", "0", "0", "0", "2"], result.stderr
    assert ["can be read and not written to" in each for each in told[:5]] == [*[False] * 4, True]


def test_an_index_at_fault_is_made_anew(rasid: Rasid, demo: Demo, tmp_path: Path) -> None:
    copy = tmp_path / "rasid.db"
    shutil.copy(demo.folder / "demo-output" / "rasid.db", copy)
    with closing(sqlite3.connect(copy)) as connection, connection:
        connection.execute("INSERT INTO search_index (search_index) VALUES ('delete-all')")
    checked = rasid("--db", str(copy), "db", "check")
    assert checked.returncode == 1
    assert "rasid db reindex" in checked.stderr
    assert rasid("--db", str(copy), "db", "reindex").returncode == 0
    assert rasid("--db", str(copy), "db", "check").returncode == 0
    assert document(rasid, "--db", str(copy), "search", "تقنية", "--json")["articles"]
