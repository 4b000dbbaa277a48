"""The command line as a whole: options, exit statuses, and one line for every mistake."""

from __future__ import annotations

import json
import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest
from sqlalchemy.exc import OperationalError

from cli.failures import one_line
from cli.main import VERBS, hoist, load_verb, run


@pytest.fixture
def in_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty working directory, and no settings from outside it."""
    monkeypatch.chdir(tmp_path)
    for name in ("RASID_DB", "RASID_SOURCES", "RASID_CONTACT"):
        monkeypatch.delenv(name, raising=False)
    return tmp_path


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        ("crawl --db x.db a", "--db x.db crawl a"),
        ("crawl a --db=x.db -q", "--db=x.db -q crawl a"),
        ("--db x.db crawl", "--db x.db crawl"),
        ("search -- --db", "search -- --db"),
        ("sources --sources dir", "--sources dir sources"),
    ],
)
def test_options_of_every_verb_may_stand_anywhere(given: str, expected: str) -> None:
    assert hoist(given.split()) == expected.split()


@pytest.mark.parametrize("verb", VERBS)
def test_every_verb_explains_itself(verb: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert run([verb, "--help"]) == 0
    told = capsys.readouterr().out
    assert f"rasid {verb}" in told
    assert "completion" not in told


@pytest.mark.parametrize("verb", VERBS)
def test_the_help_page_says_of_a_verb_what_the_verb_says(verb: str) -> None:
    assert load_verb(verb).help.splitlines()[0] == VERBS[verb]


def test_the_help_page_imports_no_verb() -> None:
    heavy = "sorted({'sqlalchemy', 'scrapy', 'lxml', 'trafilatura'} & set(sys.modules))"
    program = f"import sys; from cli.main import run; run(['--help']); print({heavy})"
    result = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True,
                            check=True, cwd=Path(__file__).parents[2])  # fmt: skip
    assert result.stdout.splitlines()[-1] == "[]"


def test_who_watches_a_crawl_does_not_load_the_database() -> None:
    program = "import sys, cli.main, cli.crawl; print('sqlalchemy' in sys.modules)"
    result = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True,
                            check=True, cwd=Path(__file__).parents[2])  # fmt: skip
    assert result.stdout.strip() == "False"


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        ("fly", "No such command 'fly'"),
        ("serch x", "did you mean search?"),
        ("search -x", "put -- before a query"),
        ("runs --state bad", "Invalid value for '--state': 'bad' is not one of 'running'"),
        ("extract / --url https://example.org/a", "/: is a folder"),
        ("sources --check --contact me@example.org", "no such folder"),
        ("runs --limit many", "Invalid value for '--limit'"),
        ("runs --limit 99999999999999999999", "2147483647"),
        ("search x --offset 99999999999999999999", "2147483647"),
        ("show 1 --revision 99999999999999999999", "2147483647"),
        ("export x.jsonl --limit 99999999999999999999", "2147483647"),
        ("crawl --limit 99999999999999999999", "2147483647"),
        ("export x\udcff.jsonl", "its name is no UTF-8"),
        ("export --verify /", "/: is no export"),
        ("runs --nonsense", "No such option"),
        ("add https://e.org/t --private-host foo", "--private-host is 'foo', no host:port; write"),
        ("show", "Missing argument"),
        ("search x --db none.db", "none.db: no such database"),
        ("search x --since yesterday --db none.db", "yesterday: no date"),
        ("crawl", "no contact"),
        ("crawl --contact me@example.org", "no such folder"),
        ("schedule --contact me@example.org", "no such folder"),
        ("extract", "give either HTML files or --pages"),
        ("extract none.html --url https://example.org/a", "none.html: no such file"),
        ("extract --pages none.jsonl", "none.jsonl: no such file"),
        ("db check", "rasid.db: no such database"),
        ("db backup copy.db", "rasid.db: no such database"),
        ("sources --bidi sideways", "bidi is 'sideways'"),
        ("runs --db mysql://x/y", "mysql"),
        ("status --db", "--db needs a value, as in --db rasid.db"),
        ("extract page.html --charset klingon", "--charset klingon: no charset"),
        ("extract page.html --url nonsense", "--url nonsense: no web address"),
        ("crawl one --contact me@example.org", "no such folder"),
    ],
)
def test_a_wrong_request_is_one_line_and_status_2(
    arguments: str, told: str, in_folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(arguments.split()) == 2
    captured = capsys.readouterr()
    assert captured.out == ""
    assert captured.err.startswith("rasid: ")
    assert captured.err.count("\n") == 1
    assert told in captured.err
    assert "Traceback" not in captured.err
    assert not list(in_folder.iterdir())


@pytest.mark.parametrize("arguments", [[], ["db"]])
def test_help_in_place_of_a_verb_stands_alone(
    arguments: list[str], in_folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(arguments) == 2
    captured = capsys.readouterr()
    assert "Usage" in captured.out + captured.err
    assert "rasid: " not in captured.err


@pytest.mark.parametrize("verb", VERBS)
def test_paragraphs_of_help_fit_a_terminal(verb: str) -> None:
    """Those after the first keep their lines, and break twice where they are longer."""
    for line in (load_verb(verb).help or "").splitlines()[1:]:
        assert len(line) <= 78


def test_a_locked_database_is_told_as_such() -> None:
    locked = OperationalError("BEGIN", None, sqlite3.OperationalError("database is locked"))
    told = one_line(locked)
    assert told is not None
    assert told[0].startswith("the database is locked by another program: ")


@pytest.mark.parametrize(
    "said",
    [
        "database disk image is malformed",
        "malformed JSON",
        "Could not decode to UTF-8 column 'text' with text '" + "x" * 999,
    ],
)
def test_a_damaged_database_is_told_as_such(said: str) -> None:
    """By what reads it through SQLAlchemy, and by exports, which read it themselves."""
    cause = sqlite3.OperationalError(said)
    for error in (cause, OperationalError("SELECT 1", None, cause)):
        told = one_line(error)
        assert told is not None
        assert told[0].startswith("the database is damaged (")
        assert "go back to a backup" in told[0]
        assert len(told[0]) < 300
        assert "xxxx" not in told[0]


@pytest.mark.parametrize(
    "said", ["vtable constructor failed: search_index", "no such table: search_index"]
)
def test_a_damaged_search_index_needs_no_backup(said: str) -> None:
    told = one_line(sqlite3.OperationalError(said))
    assert told is not None
    assert told[0] == f"the search index is damaged ({said}): rasid db reindex makes it anew"


def test_a_database_of_another_kind_is_refused(
    in_folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (in_folder / "rasid.db").write_text("not a database, but long enough to look like a file")
    assert run(["stats"]) == 2
    assert "is no SQLite database" in capsys.readouterr().err


def test_an_unknown_source_is_met_with_the_nearest(
    in_folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (in_folder / "sources").mkdir()
    (in_folder / "sources" / "example.toml").write_text('section = "https://example.org/t"')
    assert run(["crawl", "exmaple", "--contact", "me@example.org"]) == 2
    assert "did you mean example?" in capsys.readouterr().err


def test_all_problems_of_source_files_are_told(
    in_folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = in_folder / "sources"
    folder.mkdir()
    (folder / "good.toml").write_text('section = "https://example.org/t"')
    (folder / "bad.toml").write_text('section = "https://example.org/t"\nlangage = "ar"\n')
    assert run(["sources", "--json"]) == 1
    captured = capsys.readouterr()
    assert [source["id"] for source in json.loads(captured.out)["sources"]] == ["good"]
    assert "bad.toml:2" in captured.err


def test_the_version(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["--version"]) == 0
    assert capsys.readouterr().out.startswith("rasid ")


def test_a_process_without_standard_streams_works(in_folder: Path) -> None:
    for words, status in (("--version", 0), ("status", 2)):
        line = f"exec {sys.executable} -m cli.main {words} <&- >&- 2>&-"
        assert subprocess.run(["sh", "-c", line], check=False).returncode == status


def test_a_server_that_is_away_is_no_wrong_request(capsys: pytest.CaptureFixture[str]) -> None:
    """A supervisor tries again after status 1, and not after 2."""
    pytest.importorskip("psycopg")
    assert run(["--db", "postgresql://rasid@127.0.0.1:1/rasid", "stats"]) == 1
    assert "is the server running" in capsys.readouterr().err


@pytest.mark.parametrize(
    "words", ["reprocess", "story --rebuild", "pause x", "resume x", "stats", "db check"]
)
def test_a_name_of_no_database_makes_none(
    words: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "sources").mkdir()
    assert run(["--db", "typo.db", *words.split()]) == 2
    assert "typo.db: no such database" in capsys.readouterr().err
    assert not (tmp_path / "typo.db").exists()
