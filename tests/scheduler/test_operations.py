"""What a person or a machine sees of the service: its log, its numbers, its unit."""

from __future__ import annotations

import configparser
import json
import logging
import re
import shutil
import socket
import struct
import subprocess
import tomllib
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import suppress
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from sqlalchemy import Engine, delete
from sqlalchemy.orm import Session

from db.engine import session_factory
from db.models import AlertRow, RunRow, SourceRow
from scheduler import lease
from scheduler.logs import Logging, begin
from scheduler.metrics import NoPort, serve_metrics
from scheduler.visits import Said

ROOT = Path(__file__).parents[2]
NOW = datetime(2026, 3, 10, 12, 0, tzinfo=UTC)


@pytest.fixture
def logger() -> Iterator[logging.Logger]:
    root, ours = logging.getLogger(), logging.getLogger("rasid")
    handlers, level = root.handlers[:], ours.level
    yield logging.getLogger("rasid.schedule")
    for handler in root.handlers:
        if handler not in handlers:
            with suppress(OSError):  # a full disk
                handler.close()
    root.handlers = handlers
    ours.setLevel(level)
    logging.captureWarnings(False)


def ask(port: int, path: str) -> tuple[int, str]:
    try:
        with urllib.request.urlopen(f"http://127.0.0.1:{port}{path}", timeout=10) as answer:
            return answer.status, answer.read().decode()
    except urllib.error.HTTPError as error:
        with error:
            return error.code, error.read().decode()


def test_metrics_are_what_the_database_says(engine: Engine) -> None:
    with session_factory(engine).begin() as session:
        session.add(SourceRow(id="s", name="S", config={}))
        session.flush()
        for state in ("finished", "finished", "failed"):
            session.add(
                RunRow(source_id="s", started_at=NOW, heartbeat_at=NOW, state=state, requests=4)
            )
        session.add(AlertRow(source_id="s", kind="failing", detail="x", opened_at=NOW))
    with serve_metrics(engine, 0) as port:
        status, text = ask(port, "/metrics")
        assert status == 200
        for line in (
            'rasid_runs{state="finished"} 2.0',
            'rasid_runs{state="failed"} 1.0',
            "rasid_requests_total 0.0",
            'rasid_open_alerts{kind="failing"} 1.0',
            "rasid_sources 1.0",
            "rasid_lease_held 0.0",
        ):
            assert line in text.splitlines()
        assert ask(port, "/")[0] == 404


def test_a_counter_grows_and_never_falls(engine: Engine) -> None:
    def run(session: Session, number: int) -> None:
        session.add(
            RunRow(
                source_id="s", started_at=NOW, heartbeat_at=NOW, requests=number, bytes=9 * number
            )
        )

    def counted(port: int) -> list[str]:
        lines = ask(port, "/metrics")[1].splitlines()
        return [line for line in lines if line.startswith(("rasid_requests_t", "rasid_bytes_t"))]

    with session_factory(engine).begin() as session:
        session.add(SourceRow(id="s", name="S", config={}))
        session.flush()
        run(session, 4)
    with serve_metrics(engine, 0) as port:
        assert counted(port) == ["rasid_requests_total 0.0", "rasid_bytes_total 0.0"]
        with session_factory(engine).begin() as session:
            run(session, 3)
        assert counted(port) == ["rasid_requests_total 3.0", "rasid_bytes_total 27.0"]
        with session_factory(engine).begin() as session:  # old history is pruned
            session.execute(delete(RunRow).where(RunRow.requests == 4))
        assert counted(port) == ["rasid_requests_total 3.0", "rasid_bytes_total 27.0"]
        with session_factory(engine).begin() as session:
            run(session, 5)
        assert counted(port) == ["rasid_requests_total 8.0", "rasid_bytes_total 72.0"]


def test_health_is_the_lease(engine: Engine) -> None:
    with serve_metrics(engine, 0) as port:
        assert ask(port, "/healthz")[0] == 503
        with lease.hold(engine):
            assert ask(port, "/healthz") == (200, "ok\n")
        assert ask(port, "/healthz")[0] == 503


def test_a_monitor_that_hangs_up_is_no_event(
    engine: Engine, capsys: pytest.CaptureFixture[str]
) -> None:
    with serve_metrics(engine, 0) as port:
        for _ in range(5):
            with socket.create_connection(("127.0.0.1", port)) as line:
                line.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
                line.sendall(b"GET /metrics HTTP/1.0\r\n\r\n")
        request = urllib.request.Request(f"http://127.0.0.1:{port}/metrics", method="HEAD")
        with urllib.request.urlopen(request, timeout=10) as answer:
            assert (answer.status, answer.read()) == (200, b"")
    assert capsys.readouterr().err == ""


def test_a_port_that_cannot_be_had_is_told(engine: Engine) -> None:
    with (
        serve_metrics(engine, 0) as port,
        pytest.raises(NoPort, match=f"^metrics_port {port}: is taken"),
        serve_metrics(engine, port),
    ):
        pass


def test_json_lines(tmp_path: Path, logger: logging.Logger) -> None:
    begin(Logging("json", tmp_path / "log"))
    logger.info("run-ended source=%s state=%s error=%s", "s", "failed", "no such\nhost: x")
    logger.debug("not told")
    (line,) = (tmp_path / "log").read_text("utf-8").splitlines()
    told = json.loads(line)
    assert told.pop("time").endswith("+00:00")
    assert told == {
        "level": "info", "event": "run-ended", "source": "s", "state": "failed",
        "error": "no such\nhost: x",
    }  # fmt: skip


def test_text_is_one_line_an_event(tmp_path: Path, logger: logging.Logger) -> None:
    begin(Logging("text", tmp_path / "log"))
    logger.warning("run-ended error=%s", "one\ntwo")
    (line,) = (tmp_path / "log").read_text("utf-8").splitlines()
    assert line.endswith("Z WARNING run-ended error=one two")


@pytest.mark.parametrize("form", ["text", "json"])
def test_no_value_breaks_a_line_or_passes_for_another(
    tmp_path: Path, logger: logging.Logger, form: str
) -> None:
    begin(Logging(form, tmp_path / "log"))
    ill = "one source=other \r\n\x1b[31m\x85\u2028\x7f"
    logger.info("run-ended source=%s counts=%s error=%s", "mine", {"new": 1}, ill)
    try:
        raise ValueError(ill)
    except ValueError:
        logger.exception("visit-failed source=%s", "mine")
    logging.getLogger("asyncio").warning("a library\nwarns")
    lines = (tmp_path / "log").read_text("utf-8").splitlines()
    assert len(lines) == 3
    assert not any(set(line) & set("\x1b\x7f") for line in lines)
    assert "ValueError: one source=other" in lines[1]
    if form == "json":
        told = [json.loads(line) for line in lines]
        assert [each.get("source") for each in told] == ["mine", "mine", None]
        assert told[0]["error"] == ill
        assert told[0]["counts"] == {"new": 1}
        assert told[2]["event"] == "library-said"


def test_a_log_that_cannot_be_written_goes_to_stderr(
    logger: logging.Logger, capsys: pytest.CaptureFixture[str]
) -> None:
    begin(Logging("text", Path("/dev/full")))
    logger.info("started jobs=%d", 2)
    logger.info("stopped")
    why, *events = capsys.readouterr().err.splitlines()
    assert why == "rasid: log_file /dev/full: No space left on device; see here meanwhile"
    assert [line.partition(" INFO ")[2] for line in events] == ["started jobs=2", "stopped"]


def test_a_log_that_was_moved_is_begun_anew(tmp_path: Path, logger: logging.Logger) -> None:
    begin(Logging("text", tmp_path / "log"))
    logger.info("one")
    (tmp_path / "log").rename(tmp_path / "old")
    logger.info("two")
    (tmp_path / "log").unlink()
    logger.info("three")
    assert [path.read_text().split()[-1] for path in (tmp_path / "old", tmp_path / "log")] == [
        "one", "three",
    ]  # fmt: skip


def test_a_full_log_of_which_none_are_kept_begins_anew(
    tmp_path: Path, logger: logging.Logger
) -> None:
    begin(Logging("text", tmp_path / "log", max_mb=1, files=0))
    for _ in range(30):
        logger.info("event text=%s", "x" * 100_000)
    assert [path.name for path in tmp_path.iterdir()] == ["log"]
    assert (tmp_path / "log").stat().st_size < 1_100_000


def test_a_full_log_is_set_aside(tmp_path: Path, logger: logging.Logger) -> None:
    begin(Logging("text", tmp_path / "log", max_mb=1, files=2))
    for _ in range(50):
        logger.info("event text=%s", "x" * 100_000)
    assert sorted(path.name for path in tmp_path.iterdir()) == ["log", "log.1", "log.2"]
    assert all(path.stat().st_size < 1_100_000 for path in tmp_path.iterdir())


@pytest.mark.parametrize("form", ["text", "json"])
def test_an_old_log_is_set_aside(tmp_path: Path, logger: logging.Logger, form: str) -> None:
    path = tmp_path / "log"
    first = {"text": "{}Z INFO started", "json": '{{"time": "{}.000+00:00", "event": "started"}}'}
    for days, names in ((6, ["log"]), (8, ["log", "log.1"])):
        began = datetime.now(UTC) - timedelta(days=days)
        path.write_text(first[form].format(began.strftime("%Y-%m-%dT%H:%M:%S")) + "\n", "utf-8")
        begin(Logging(form, path, days=7))
        logger.info("event one")
        logger.info("event two")
        logging.getLogger().handlers.pop().close()
        assert sorted(each.name for each in tmp_path.iterdir()) == names
    assert len(path.read_text("utf-8").splitlines()) == 2


def test_the_unit_stops_the_service_as_it_needs() -> None:
    unit = configparser.RawConfigParser(strict=False)
    unit.optionxform = str  # type: ignore[assignment,method-assign]
    unit.read(ROOT / "deploy" / "rasid.service")
    service = unit["Service"]
    assert service["KillMode"] == "mixed"
    assert float(service["TimeoutStopSec"]) > 50
    assert "rasid schedule" in service["ExecStart"]


@pytest.mark.skipif(shutil.which("systemd-analyze") is None, reason="no systemd here")
def test_systemd_takes_the_unit() -> None:
    words = ["systemd-analyze", "verify", str(ROOT / "deploy" / "rasid.service")]
    checked = subprocess.run(words, capture_output=True, text=True, check=False)
    assert "Unknown" not in checked.stderr


def test_the_container_holds_every_package() -> None:
    text = (ROOT / "deploy" / "Containerfile").read_text("utf-8")
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
    packages = project["tool"]["hatch"]["build"]["targets"]["wheel"]["packages"]
    assert re.findall(r"^COPY (\S+) /opt/rasid/\1$", text, re.M) == packages


def test_what_a_crawl_says_keeps_its_level(caplog: pytest.LogCaptureFixture) -> None:
    """A person who sets log_level to INFO is warned of nothing but what is wrong."""
    said = Said("s")
    with caplog.at_level(logging.DEBUG, "rasid.schedule"):
        for line in (
            "waits for the host",
            "2026-11-29 04:10:12 [scrapy.middleware] INFO: Enabled extensions:",
            "['scrapy.extensions.corestats.CoreStats']",
            "",
            "2026-11-29 04:10:13 [scrapy.core.scraper] ERROR: Error processing",
            "Traceback (most recent call last):",
        ):
            said(line)
    assert [record.levelname for record in caplog.records] == [
        "WARNING", "INFO", "INFO", "ERROR", "ERROR"
    ]  # fmt: skip
