"""Hooks and the archive are looked at before they are needed."""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import Any

import pytest

from cli.hooks import hooks_of
from cli.main import run
from crawler.settings import Settings


def settings(folder: Path, **values: str) -> None:
    lines = [f"{name} = {json.dumps(value)}" for name, value in values.items()]
    folder.joinpath("rasid.toml").write_text("\n".join(lines), "utf-8")


def checks(capsys: pytest.CaptureFixture[str], *options: str) -> dict[str, dict[str, Any]]:
    run(["doctor", "--json", *options])
    return {each["what"]: each for each in json.loads(capsys.readouterr().out)["checks"]}


@pytest.fixture(autouse=True)
def alone(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    tmp_path.joinpath("sources").mkdir()


@pytest.mark.parametrize(
    ("name", "value", "told"),
    [
        ("alert_webhook", "notaurl", "'notaurl': no address; write one that begins with https://"),
        ("alert_webhook", "ftp://chat.example/x", "no address"),
        ("alert_webhook", "http://[", "Invalid IPv6 URL"),
        ("alert_command", "nosuchprogram x", "'nosuchprogram x': no such program"),
        ("alert_command", 'logger "', "No closing quotation"),
        ("alert_email", "notmail", "'notmail': no e-mail address; write one such as"),
    ],
)
def test_a_hook_that_cannot_work_is_told(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], name: str, value: str, told: str
) -> None:
    settings(tmp_path, contact="me@example.org", **{name: value})
    assert run(["schedule", "--once"]) == 2
    said = capsys.readouterr().err
    assert said.startswith(f"rasid: {name} is ")
    assert told in said
    assert len(said.splitlines()) == 1
    found = checks(capsys)[name]
    assert (found["state"], told in found["found"]) == ("missing", True)


def test_a_trial_is_told_by_each_hook(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    script = tmp_path / "hook.py"
    script.write_text("import sys; open('told', 'w').write(sys.stdin.read())", "utf-8")
    command = f"{sys.executable} {script}"
    settings(tmp_path, contact="me@example.org", alert_command=command)
    assert checks(capsys)["alert_command"]["state"] == "ok"
    assert not Path("told").exists()
    assert checks(capsys, "--tell")["trial by command"]["state"] == "ok"
    assert json.loads(Path("told").read_text("utf-8"))["kind"] == "trial"
    script.write_text("raise SystemExit('the chat is shut')", "utf-8")
    found = checks(capsys, "--tell")["trial by command"]
    assert (found["state"], "the chat is shut" in found["found"]) == ("missing", True)


def test_an_archive_that_takes_nothing_is_told(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    tmp_path.joinpath("full").write_text("a file")
    for archive, state in (("kept/there", "ok"), ("off", "ok"), ("full/there", "missing")):
        settings(tmp_path, contact="me@example.org", archive=archive)
        assert checks(capsys)["archive"]["state"] == state


@pytest.mark.parametrize(
    ("contact", "sender"),
    [
        ("bot@example.org", "bot@example.org"),
        ("mailto:bot@example.org", "bot@example.org"),
        ("https://example.org/bot", "desk@example.org"),
        ("https://social.example/@desk", "desk@example.org"),
    ],
)
def test_an_address_of_the_web_sends_no_mail(contact: str, sender: str) -> None:
    hooks = hooks_of(Settings(contact=contact, alert_email="desk@example.org"))
    assert hooks.mail is not None
    assert hooks.mail.sender == sender
