"""Source files: every error at once, with its line and its mend; written as they are read."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from crawler.checks import BadValue, format_duration, parse_duration
from crawler.sources import BadSources, load_sources, read_sources, write_source
from pipeline.records import FieldRule, LinkRules, Source

GOOD = """\
name = "مثال"
section = "https://example.org/tech"
language = "AR"
every = "1h30m"
timezone = "Asia/Dubai"
feeds = ["https://example.org/feed"]
max_pages = 3
delay_s = 2
private_hosts = ["LOCALHOST:8000"]

[links]
article = "/\\\\d{4}/"
next = "a.next"

[fields]
body = "div.article-body"
drop = ["div.newsletter", { css = "aside", until = 2027-01-31 }]
"""


def write(folder: Path, name: str, text: str) -> None:
    (folder / name).write_text(text, "utf-8")


def test_reads_a_whole_file(tmp_path: Path) -> None:
    write(tmp_path, "example.toml", GOOD)
    (source,) = load_sources(tmp_path)
    assert source == Source(
        id="example",
        name="مثال",
        section="https://example.org/tech",
        language="ar",
        every_s=5400.0,
        timezone="Asia/Dubai",
        feeds=("https://example.org/feed",),
        max_pages=3,
        delay_s=2.0,
        private_hosts=frozenset({"localhost:8000"}),
        links=LinkRules(article="/\\d{4}/", next="a.next"),
        fields={
            "body": (FieldRule("div.article-body"),),
            "drop": (FieldRule("div.newsletter"), FieldRule("aside", date(2027, 1, 31))),
        },
    )


def test_a_section_alone_is_enough(tmp_path: Path) -> None:
    write(tmp_path, "a.toml", 'section = "https://example.org/tech"')
    assert load_sources(tmp_path) == [Source("a", "a", "https://example.org/tech")]


def test_what_is_written_is_read_back(tmp_path: Path) -> None:
    write(tmp_path, "example.toml", GOOD)
    (source,) = load_sources(tmp_path)
    copy = write_source(tmp_path / "copies", source)
    assert load_sources(copy.parent) == [source]
    with pytest.raises(FileExistsError):
        write_source(copy.parent, source)


CASES = [
    ('section = "ftp://x"', 1, "no http or https address", "section ="),
    ('section = "https://e.org"\nevry = "30m"', 2, "unknown key 'evry'", "did you mean every?"),
    ('section = "https://e.org"\ndrop = ["a"]', 2, "'drop' is of the table [fields]", "[fields]"),
    ('section = "https://e.org"\n[fields]\nnext = "a"', 3, "of the table [links]", "[links]"),
    ('section = "https://e.org"\nevery = "soon"', 2, "no duration", 'every = "30m"'),
    ('section = "https://e.org"\nevery = "1s"', 2, "shorter than 10s", 'every = "30m"'),
    ('section = "https://e.org"\nevery = "367d"', 2, "longer than a year", 'every = "30m"'),
    ('section = "https://e.org"\ncron = "99 * * * *"', 2, "cron is '99", "cron ="),
    ('section = "https://e.org"\ncron = "0 0 30 2 *"', 2, "day-of-month", "cron ="),
    ('section = "https://e.org"\ncron = "0 0 0 * * *"', 2, "has not 5 fields", "cron ="),
    ('section = "https://e.org"\ntimezone = "Mars/Base"', 2, "IANA", "Asia/Dubai"),
    ('section = "https://e.org"\nlanguage = "arabic1"', 2, "ISO 639", 'language = "ar"'),
    ('section = "https://e.org"\nmax_pages = "3"', 2, "expected a whole number, got text", "= 3"),
    ('section = "https://e.org"\nmax_pages = 2.5', 2, "a whole number, got a number", "= 3"),
    ('section = "https://e.org"\ndelay_s = inf', 2, "0 to 3600 seconds", "delay_s = 2.0"),
    ('section = "https://e.org"\ndelay_s = nan', 2, "must be 0 to 3600", "delay_s = 2.0"),
    ('section = "https://e.org"\nlanguage = "xx"', 2, "'xx', no ISO 639", 'language = "ar"'),
    ('section = "https://e.org"\nquiet = "9:00-9:00"', 2, "no hours", "quiet ="),
    ("feeds = [1]", 1, "feeds: expected text, got a whole number", "feeds ="),
    ('[links]\narticle = "a"\nsection = "https://e.org"', 3, "in the table [links]", "above"),
    ('section = "https://e.org"\n[fields]\nevery = "1h"', 3, "in the table [fields]", "above"),
    ("section = \u201chttps://e.org\u201d", 1, "Invalid value", "straight quotes"),
    ('section = "https://e.org"\nenabled = True', 2, "not TOML: Invalid", "true or false, so"),
    ('section = "https://e.org"\nmax_pages = 0', 2, "above 0", "max_pages = 3"),
    ('section = "https://e.org"\nenabled = 1', 2, "true or false", "enabled = true"),
    ('section = "https://e.org"\nprivate_hosts = ["a"]', 2, "no host:port", "127.0.0.1:8000"),
    ('section = "https://e.org"\nfeeds = [\n "https://e.org/a",\n "b"]', 4, "'b'", "feeds ="),
    (
        'section = "https://e.org"\n[links]\narticle = "/(/"',
        3,
        "no regular expression",
        "article =",
    ),
    ('section = "https://e.org"\n[links]\nnext = "a..b"', 3, "no CSS selector", "next ="),
    ('section = "https://e.org"\n[fields]\nbdy = "p"', 3, "unknown field 'bdy'", "body?"),
    ('section = "https://e.org"\n[fields]\nbody = "p >"', 3, "no CSS selector", "body ="),
    ('name = "x"', None, "no listing", "section ="),
    ("section = ", 1, "not TOML", "key = value"),
]


@pytest.mark.parametrize(("text", "line", "what", "mend"), CASES, ids=[case[2] for case in CASES])
def test_names_line_and_mend(
    tmp_path: Path, text: str, line: int | None, what: str, mend: str
) -> None:
    write(tmp_path, "a.toml", text)
    with pytest.raises(BadSources) as caught:
        load_sources(tmp_path)
    (problem,) = caught.value.problems
    assert problem.line == line
    assert what in problem.what
    assert mend in problem.mend


def test_all_errors_of_all_files_at_once(tmp_path: Path) -> None:
    write(tmp_path, "a.toml", 'section = "x"\nfeeds = "y"\nfoo = 1')
    write(tmp_path, "b.toml", "= 1")
    write(tmp_path, "c.toml", 'section = "https://example.org/"')
    write(tmp_path, "Bad Name.toml", 'section = "https://example.org/"')
    sources, problems = read_sources(tmp_path)
    assert [source.id for source in sources] == ["c"]
    assert [(p.file.name, p.line) for p in problems] == [
        ("Bad Name.toml", None),
        ("a.toml", 1),
        ("a.toml", 2),
        ("a.toml", 3),
        ("b.toml", 1),
    ]


def test_the_catalogue_is_sound() -> None:
    assert load_sources(Path(__file__).parents[2] / "sources")


@pytest.mark.parametrize(("text", "seconds"), [("30m", 1800), ("1d2h", 93600), ("45s", 45)])
def test_durations(text: str, seconds: int) -> None:
    assert parse_duration(text) == seconds
    assert format_duration(seconds) == text


@pytest.mark.parametrize("text", ["", "m", "30", "30 m", "-1m", "0s"])
def test_what_is_no_duration(text: str) -> None:
    with pytest.raises(BadValue):
        parse_duration(text)


def test_what_cannot_be_read_is_a_problem_of_its_own_file_alone(tmp_path: Path) -> None:
    write(tmp_path, "good.toml", 'section = "https://example.org/tech"')
    (tmp_path / "folder.toml").mkdir()
    (tmp_path / "nowhere.toml").symlink_to(tmp_path / "nothing")
    sources, problems = read_sources(tmp_path)
    assert [source.id for source in sources] == ["good"]
    assert [(each.file.name, each.what) for each in problems] == [
        ("folder.toml", "cannot be read: is a directory"),
        ("nowhere.toml", "cannot be read: no such file or directory"),
    ]


def test_what_an_editor_hides_beside_a_file_is_no_source(tmp_path: Path) -> None:
    write(tmp_path, "good.toml", 'section = "https://example.org/tech"')
    (tmp_path / ".#good.toml").symlink_to("someone@host.123")
    write(tmp_path, "._good.toml", "\0")
    assert [source.id for source in load_sources(tmp_path)] == ["good"]
