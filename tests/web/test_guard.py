"""Who may ask the console, and what a browser may do with its answers."""

from __future__ import annotations

from pathlib import Path

import pytest
from asking import Served, ask

from web.app import build_app
from web.guard import Guard


@pytest.mark.parametrize("path", ["/", "/articles/1", "/nope", "/api/sources", "/style.css"])
def test_every_answer_has_the_headers_of_safety(served: Served, path: str) -> None:
    headers = ask(served.url, path).headers
    assert headers["content-security-policy"].startswith("default-src 'none'; style-src 'self'")
    assert "script" not in headers["content-security-policy"]
    assert headers["referrer-policy"] == "no-referrer"
    assert headers["x-content-type-options"] == "nosniff"
    assert headers["x-frame-options"] == "DENY"
    assert "access-control-allow-origin" not in headers
    assert "server" not in headers


@pytest.mark.parametrize(
    "host",
    ["evil.example", "127.0.0.1.evil.example:8321", "192.168.1.7", "", "localhost.evil.example"],
)
def test_a_host_that_is_not_ours_is_refused(served: Served, host: str) -> None:
    answer = ask(served.url, "/api/articles", Host=host)
    assert answer.status == 400
    assert "not a host of this server" in answer.json["error"]


@pytest.mark.parametrize(
    "host", ["localhost:9", "127.0.0.1", "[::1]:8321", "LOCALHOST", "127.0.0.1:80"]
)
def test_names_of_this_machine_are_known(served: Served, host: str) -> None:
    assert ask(served.url, "/healthz", Host=host).status == 200


@pytest.mark.parametrize(
    ("told", "host", "known"),
    [
        ("10.0.0.5", "10.0.0.5:8321", True),
        ("10.0.0.5", "10.0.0.6:8321", False),
        ("news.lan", "news.lan:8321", True),
        ("news.lan", "evil.example", False),
        ("0.0.0.0", "192.168.1.7:8321", True),
        ("0.0.0.0", "evil.example", False),
        ("::", "[fd00::7]:8321", True),
        ("::1", "[::1]:8321", True),
    ],
)
def test_what_host_names_is_known(told: str, host: str, known: bool) -> None:
    async def nothing(*_: object) -> None: ...

    assert Guard(nothing, told).knows(host) is known


@pytest.mark.parametrize("method", ["POST", "PUT", "DELETE", "PATCH", "OPTIONS", "TRACE"])
@pytest.mark.parametrize("path", ["/", "/api/articles"])
def test_nothing_can_be_changed(served: Served, method: str, path: str) -> None:
    answer = ask(served.url, path, method)
    assert answer.status == 405
    assert answer.headers["allow"] == "GET, HEAD"


def test_head_gives_no_body(served: Served) -> None:
    answer = ask(served.url, "/articles", "HEAD")
    assert (answer.status, answer.body) == (200, "")


def test_the_application_is_guarded(tmp_path: Path) -> None:
    from db.engine import open_engine

    engine = open_engine(f"sqlite:///{tmp_path / 'a.db'}")
    assert isinstance(build_app(engine), Guard)
    engine.dispose()
