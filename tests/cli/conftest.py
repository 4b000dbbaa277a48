"""The demo is run once; the verbs are tried on what it leaves."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import prepared
import pytest

from cli.main import run

sys.path.insert(0, str(Path(__file__).parents[1] / "site"))


@dataclass(frozen=True, slots=True)
class Demo:
    """What the demo left, and what it said."""

    folder: Path
    said: subprocess.CompletedProcess[str]


Rasid = Callable[..., subprocess.CompletedProcess[str]]


@pytest.fixture(scope="session")
def demo(tmp_path_factory: pytest.TempPathFactory) -> Demo:
    folder = tmp_path_factory.mktemp("demo")
    process = prepared.start("cli.main", ["demo"], folder)
    out, err = process.communicate()
    return Demo(folder, subprocess.CompletedProcess(["demo"], process.wait(), out, err))


@pytest.fixture
def rasid(demo: Demo, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]) -> Rasid:
    """The command, on the demo's database, in this process."""
    monkeypatch.chdir(demo.folder / "demo-output")
    monkeypatch.delenv("RASID_CONTACT", raising=False)

    def call(*words: str) -> subprocess.CompletedProcess[str]:
        capfd.readouterr()
        status = run(["--db", "rasid.db", "--sources", "sources", *words])
        captured = capfd.readouterr()
        return subprocess.CompletedProcess(words, status, captured.out, captured.err)

    return call
