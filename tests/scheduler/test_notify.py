"""Hooks, each against a real receiver on this machine."""

from __future__ import annotations

import json
import socket
import sys
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from datetime import UTC, datetime
from email import message_from_bytes, policy
from http.client import HTTPException
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path
from smtplib import SMTPException

import pytest
from aiosmtpd.controller import Controller
from aiosmtpd.smtp import SMTP, Envelope, Session

from crawler.processes import lives
from db.health import AlertChange
from scheduler.command_hook import run_command
from scheduler.mail import Mail, send
from scheduler.notify import Hooks, attempt, ways
from scheduler.webhook import post

CHANGE = AlertChange(
    1, "watched", "dates-missing", "12 من 12", True, datetime(2026, 3, 1, tzinfo=UTC)
)
TOLD = {
    "source": "watched", "kind": "dates-missing", "detail": "12 من 12", "state": "opened",
    "at": "2026-03-01T00:00:00+00:00",
}  # fmt: skip


def wait_until(holds: Callable[[], bool]) -> None:
    end = time.monotonic() + 20
    while not holds():
        assert time.monotonic() < end
        time.sleep(0.02)


def tell(hooks: Hooks) -> list[str]:
    """Tell of the change by all hooks; what failed for good."""
    problems = [attempt(hook, CHANGE, hooks.pause_s) for _, hook in ways(hooks)]
    return [each for each in problems if each]


class Receiver(HTTPServer):
    """Takes what is posted; answers 500 as often as it is told to."""

    def __init__(self, failures: int = 0) -> None:
        super().__init__(("127.0.0.1", 0), _Handler)
        self.failures = failures
        self.got: list[object] = []

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.server_port}/hook"


class _Handler(BaseHTTPRequestHandler):
    server: Receiver

    def do_POST(self) -> None:
        body = self.rfile.read(int(self.headers["Content-Length"]))
        if self.server.failures:
            self.server.failures -= 1
            self.send_error(500)
            return
        assert self.headers["Content-Type"] == "application/json"
        self.server.got.append(json.loads(body))
        self.send_response(204)
        self.end_headers()

    def log_message(self, *words: object) -> None:
        pass


@pytest.fixture
def receiver() -> Iterator[Receiver]:
    with Receiver() as server:
        thread = threading.Thread(target=server.serve_forever)
        thread.start()
        yield server
        server.shutdown()
        thread.join()


class Mailbox:
    """An SMTP server's handler that keeps what it is sent."""

    def __init__(self) -> None:
        self.got: list[Envelope] = []

    async def handle_DATA(  # noqa: N802  # the server's name for it
        self, server: SMTP, session: Session, envelope: Envelope
    ) -> str:
        self.got.append(envelope)
        return "250 OK"


def test_a_command_gets_the_alert_on_stdin(tmp_path: Path) -> None:
    taken = tmp_path / "it has a space.json"
    code = "import sys, pathlib; pathlib.Path(sys.argv[1]).write_bytes(sys.stdin.buffer.read())"
    command = f'{sys.executable} -c "{code}" "{taken}"'
    assert tell(Hooks(command=command)) == []
    assert json.loads(taken.read_text("utf-8")) == TOLD


def test_a_webhook_gets_it_as_json_even_at_the_second_try(receiver: Receiver) -> None:
    receiver.failures = 1
    assert tell(Hooks(webhook=receiver.url, pause_s=0.01)) == []
    assert receiver.got == [TOLD]


def test_mail_reaches_a_server() -> None:
    mailbox = Mailbox()
    with socket.create_server(("127.0.0.1", 0)) as free:  # the controller cannot choose one
        port = free.getsockname()[1]
    controller = Controller(mailbox, hostname="127.0.0.1", port=port)
    controller.start()
    try:
        mail = Mail("person@example.org", "rasid@example.org", "127.0.0.1", port)
        assert tell(Hooks(mail=mail)) == []
    finally:
        controller.stop()
    (envelope,) = mailbox.got
    assert envelope.rcpt_tos == ["person@example.org"]
    assert isinstance(envelope.content, bytes)
    message = message_from_bytes(envelope.content, policy=policy.default)
    assert message["Subject"] == "Rasid: watched: dates-missing opened"
    body = message.get_body()
    assert body is not None
    assert "12 من 12" in body.get_content()


@pytest.mark.parametrize(
    "hooks",
    [
        Hooks(command="/no/such/program", pause_s=0),
        Hooks(command=f"{sys.executable} -c 'raise SystemExit(3)'", pause_s=0),
        Hooks(webhook="http://127.0.0.1:9/", pause_s=0),
        Hooks(webhook="file:///etc/passwd", pause_s=0),
        Hooks(mail=Mail("a@example.org", "b@example.org", "127.0.0.1", 9), pause_s=0),
    ],
    ids=["no program", "failing program", "nobody listens", "no web address", "no mail server"],
)
def test_a_hook_that_fails_is_told_and_harms_nothing(hooks: Hooks, receiver: Receiver) -> None:
    both = Hooks(hooks.command, hooks.webhook or receiver.url, hooks.mail, pause_s=0)
    assert len(tell(both)) == 1
    assert receiver.got == ([] if hooks.webhook else [TOLD])


@pytest.mark.parametrize(
    ("command", "why"),
    [
        (" ", "the command is empty"),
        ("sh -c 'yes | head -c 3000000 >&2; echo no such key >&2; exit 3'", "no such key"),
        ("sh -c 'sleep 60 & exit 4'", "sh ended with 4"),
    ],
    ids=["nothing", "one that says much", "one that leaves something behind"],
)
def test_a_failed_command_has_its_reason(command: str, why: str) -> None:
    (problem,) = tell(Hooks(command=command, pause_s=0))
    assert problem.endswith(why)


def test_a_command_without_end_ends_with_all_that_it_began(tmp_path: Path) -> None:
    program = f"sh -c 'sleep 60 & echo $! > {tmp_path}/pid; wait; true'"
    with pytest.raises(TimeoutError, match="sh did not end within 1 s"):
        run_command(program, TOLD, 1.0)
    pid = int((tmp_path / "pid").read_text())
    wait_until(lambda: not lives(pid))


Answers = Callable[[socket.socket], None]


@contextmanager
def listening(answer: Answers) -> Iterator[int]:
    """A port on which every connection gets one answer."""
    with socket.create_server(("127.0.0.1", 0)) as server:

        def serve() -> None:
            with suppress(OSError):
                while True:
                    line, _ = server.accept()
                    with line, suppress(OSError):
                        answer(line)

        thread = threading.Thread(target=serve, daemon=True)
        thread.start()
        yield server.getsockname()[1]
        server.shutdown(socket.SHUT_RDWR)
        thread.join()


def dribble(line: socket.socket) -> None:
    """A byte now and then, for ever."""
    while True:
        line.sendall(b"2")
        time.sleep(0.05)


def redirect(line: socket.socket) -> None:
    line.recv(65_536)
    line.sendall(b"HTTP/1.1 302 Found\r\nLocation: /login\r\nContent-Length: 0\r\n\r\n")


@pytest.mark.parametrize(
    ("answer", "why"),
    [
        (lambda line: line.sendall(b"SSH-2.0-OpenSSH_9.2\r\n"), ""),
        (lambda line: None, ""),
        (redirect, "HTTP Error 302: Found"),
    ],
    ids=["no HTTP", "hangs up", "redirects"],
)
def test_a_webhook_that_answers_ill_has_failed(answer: Answers, why: str) -> None:
    with listening(answer) as port:
        (problem,) = tell(Hooks(webhook=f"http://127.0.0.1:{port}/", pause_s=0))
        assert problem.startswith(why)


@pytest.mark.parametrize("url", ["http://[::1", "http://127.0.0.1:port/", "http:///x"])
def test_a_wrong_address_has_failed(url: str) -> None:
    assert len(tell(Hooks(webhook=url, pause_s=0))) == 1


def test_a_receiver_that_dribbles_is_hung_up_on() -> None:
    with listening(dribble) as port:
        with pytest.raises((OSError, HTTPException)):
            post(f"http://127.0.0.1:{port}/", TOLD, 0.5)
        with pytest.raises((OSError, SMTPException)):
            send(Mail("a@example.org", "b@example.org", "127.0.0.1", port), TOLD, 0.5)
