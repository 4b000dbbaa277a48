"""Alerts reach a person though receivers hang or are away, and though the service is killed."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest
from sqlalchemy import Engine

from db.engine import session_factory
from db.health import update_alerts
from db.models import RunRow
from db.notices import add_notices, notices
from pipeline.records import Source
from scheduler.alerts import update_health
from scheduler.mail import Mail
from scheduler.notify import Hooks
from scheduler.telling import KEPT, Teller

pytestmark = pytest.mark.usefixtures("one_source")
NOW = datetime(2026, 3, 10, 12, 0, tzinfo=UTC)


def find(engine: Engine, teller: Teller, found: dict[str, str], now: datetime = NOW) -> None:
    with session_factory(engine).begin() as session:
        add_notices(session, update_alerts(session, "s", found, now), teller.ways)


def untold(engine: Engine) -> list[tuple[str, str]]:
    with session_factory(engine)() as session:
        return [(each.way, each.change.kind) for each in notices(session)]


def wait_until(holds: Callable[[], bool]) -> None:
    end = time.monotonic() + 20
    while not holds():
        assert time.monotonic() < end
        time.sleep(0.02)


class Hanging(BaseHTTPRequestHandler):
    """Answers when it is let."""

    let = threading.Event()

    def do_POST(self) -> None:
        self.let.wait(30)
        self.send_response(204)
        self.end_headers()

    def log_message(self, *words: object) -> None:
        pass


def test_a_hook_that_hangs_holds_up_no_other_and_not_the_end(
    engine: Engine, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    server = ThreadingHTTPServer(("127.0.0.1", 0), Hanging)
    thread = threading.Thread(target=server.serve_forever)
    thread.start()
    told = tmp_path / "told"
    webhook = f"http://127.0.0.1:{server.server_port}/"
    nobody = Mail("a@example.org", "b@example.org", "127.0.0.1", 9)
    teller = Teller(engine, Hooks(f"tee {told}", webhook, nobody, pause_s=0))
    find(engine, teller, {"failing": "why"})
    teller.tell()
    wait_until(lambda: untold(engine) == [("webhook", "failing"), ("e-mail", "failing")])
    wait_until(lambda: "alert-not-told way=e-mail" in caplog.text)
    assert '"kind": "failing"' in told.read_text()
    teller.close(0.2)
    assert "alerts-untold way=webhook" in caplog.text
    assert "alerts-untold way=e-mail" not in caplog.text
    Hanging.let.set()
    server.shutdown()
    thread.join()
    server.server_close()


def test_what_a_killed_service_did_not_tell_the_next_one_does(
    engine: Engine, tmp_path: Path
) -> None:
    told = tmp_path / "told"
    hooks = Hooks(f"tee -a {told}")
    find(engine, Teller(engine, hooks), {"failing": "why"})  # and is killed here
    find(engine, Teller(engine, hooks), {}, NOW + timedelta(hours=1))  # and here
    teller = Teller(engine, hooks)
    teller.tell()
    teller.tell()  # asked again while it is told
    teller.close(20)
    assert untold(engine) == []
    text = told.read_text()
    assert text.count("{") == 2
    assert text.index('"state": "opened", "at": "2026-03-10T12:00') < text.index(
        '"state": "closed", "at": "2026-03-10T13:00'
    )


def test_one_service_tells_one_change_after_the_other(engine: Engine, tmp_path: Path) -> None:
    told = tmp_path / "told"
    teller = Teller(engine, Hooks(f"tee -a {told}"))
    for hour, found in enumerate(({"failing": "why"}, {}, {"dates-missing": "why"})):
        find(engine, teller, found, NOW + timedelta(hours=hour))
        teller.tell()
        wait_until(lambda: untold(engine) == [])
    teller.tell()
    assert not teller._ways["command"]._taken, "what was told is kept in mind for good"
    teller.close(20)
    assert told.read_text().count("{") == 3


def test_a_receiver_that_was_away_is_told_when_it_is_back(engine: Engine, tmp_path: Path) -> None:
    program = tmp_path / "receiver"
    teller = Teller(engine, Hooks(f"{program} {tmp_path}/told", pause_s=0))
    find(engine, teller, {"dates-missing": "why"})
    teller.tell()
    teller.close(20)
    assert untold(engine) == [("command", "dates-missing")]
    program.write_text('#!/bin/sh\ncat > "$1"\n')
    program.chmod(0o755)
    again = Teller(engine, Hooks(f"{program} {tmp_path}/told"))
    again.tell()
    again.close(20)
    assert untold(engine) == []
    assert "dates-missing" in (tmp_path / "told").read_text()


def test_nobody_is_told_of_what_is_old_or_by_a_way_that_is_no_more(
    engine: Engine, caplog: pytest.LogCaptureFixture
) -> None:
    both = Teller(engine, Hooks("cat", "http://127.0.0.1:9/"))
    find(engine, both, {"failing": "old"}, NOW - KEPT - timedelta(hours=1))
    find(engine, both, {"failing": "old", "dates-missing": "new"})
    both.close(20)
    command = Teller(engine, Hooks("cat"))
    command.tidy(NOW)
    assert untold(engine) == [("command", "dates-missing")]
    assert "alerts-given-up number=2" in caplog.text
    command.close(20)


def test_what_a_source_shows_is_to_be_told_by_every_way(engine: Engine) -> None:
    with session_factory(engine).begin() as session:
        for hour in range(1, 6):
            at = NOW - timedelta(hours=hour)
            session.add(
                RunRow(source_id="s", started_at=at, heartbeat_at=at, ended_at=at, state="failed",
                       error="refused")
            )  # fmt: skip
    source = Source(id="s", name="S", section="https://example.org/")
    (change,) = update_health(engine, source, NOW, ("command", "e-mail"))
    assert untold(engine) == [("command", change.kind), ("e-mail", change.kind)]
