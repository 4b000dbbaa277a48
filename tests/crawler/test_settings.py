"""Settings: from the caller, the environment and rasid.toml, in this order."""

from __future__ import annotations

from dataclasses import fields
from pathlib import Path

import pytest

from crawler.settings import BadSettings, Settings, read_settings


@pytest.fixture(autouse=True)
def bare(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Path:
    """An environment without our names, in an empty folder."""
    for each in fields(Settings):
        monkeypatch.delenv(f"RASID_{each.name.upper()}", raising=False)
    monkeypatch.chdir(tmp_path)
    return tmp_path


def test_defaults() -> None:
    assert read_settings() == Settings()


def test_the_caller_wins_then_the_environment_then_the_file(
    bare: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (bare / "rasid.toml").write_text('contact = "a@file.org"\nsources = "list"\nworkers = 1\n')
    assert read_settings().contact == "a@file.org"
    assert read_settings().sources == str(bare / "list")
    monkeypatch.setenv("RASID_CONTACT", "a@environment.org")
    monkeypatch.setenv("RASID_DELAY_S", "2.5")
    assert read_settings().contact == "a@environment.org"
    assert read_settings().delay_s == 2.5
    assert read_settings(contact="a@caller.org").contact == "a@caller.org"
    assert read_settings(contact="a@caller.org").workers == 1


def test_the_file_beside_the_database_counts(bare: Path) -> None:
    (bare / "desk").mkdir()
    (bare / "desk" / "rasid.toml").write_text('contact = "https://example.org"\n')
    for db in (str(bare / "desk" / "x.db"), f"sqlite:///{bare}/desk/x.db", "desk/x.db"):
        settings = read_settings(db=db)
        assert settings.contact == "https://example.org"
        assert settings.archive_folder == bare / "desk" / "archive"


def test_no_archive() -> None:
    assert read_settings(archive="off").archive_folder is None


@pytest.mark.parametrize(
    ("given", "what"),
    [
        ({"wrokers": 1}, r"^unknown setting wrokers; did you mean workers\?$"),
        ({"xyz": 1}, r"^unknown setting xyz; docs/settings.md lists all settings$"),
        ({"workers": "many"}, "^workers is 'many': write a whole number$"),
        ({"delay_s": "slow"}, "^delay_s is 'slow': write a number$"),
        ({"log_level": "LOUD"}, "^log_level is 'LOUD'; known are DEBUG, INFO, WARNING, ERROR$"),
        ({"log_max_mb": -1}, "^log_max_mb is -1: write 0 or more$"),
        ({"crawl_limit_s": "nan"}, "^crawl_limit_s is 'nan': write 0.01 or more$"),
        ({"delay_s": "inf"}, "^delay_s is 'inf': write 0 or more$"),
        ({"timeout_s": 0}, "^timeout_s is 0: write 0.01 or more$"),
        ({"max_depth": "0"}, "^max_depth is '0': write 1 or more$"),
        ({"page_memory_mb": 8}, "^page_memory_mb is 8: write 32 or more$"),
        ({"metrics_port": 70000}, "^metrics_port is 70000: write 0 to 65535$"),
        ({"quiet_hours": "always"}, "^quiet_hours is 'always', no hours of the day; write for "),
        ({"contact": "me"}, "contact is 'me'"),
        ({"contact": "a@b.c\nX: y"}, "contact is"),
    ],
)
def test_wrong_settings_are_named(given: dict[str, object], what: str) -> None:
    with pytest.raises(BadSettings, match=what):
        read_settings(**given)


def test_without_a_contact_there_is_no_user_agent() -> None:
    with pytest.raises(BadSettings, match="--contact"):
        _ = read_settings().user_agent
    assert read_settings(contact="me@example.org").user_agent.endswith("(+me@example.org)")


def test_every_setting_says_what_it_is() -> None:
    assert all(each.metadata["help"] for each in fields(Settings))


def test_a_mistake_in_the_file_says_where(bare: Path) -> None:
    (bare / "rasid.toml").write_text("workers = [1]\n")
    with pytest.raises(BadSettings, match=r"^workers in .*rasid.toml is \[1\]: write a whole"):
        read_settings()


@pytest.mark.parametrize(
    ("name", "value", "said"),
    [
        ("RASID_WORKERS", "two", "^RASID_WORKERS in the environment is 'two': write a whole"),
        ("RASID_CONTCAT", "a@b.org", r"^unknown setting RASID_CONTCAT .*; did you mean contact\?$"),
    ],
    ids=["bad value", "slip of the pen"],
)
def test_a_mistake_in_the_environment_says_where(
    monkeypatch: pytest.MonkeyPatch, name: str, value: str, said: str
) -> None:
    monkeypatch.setenv(name, value)
    with pytest.raises(BadSettings, match=said):
        read_settings()
