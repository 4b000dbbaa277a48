"""`rasid export` on a small database: what it writes, what it says, what it refuses."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

import pytest

from cli.main import run
from db.engine import open_engine, session_factory, upgrade
from db.write import save_links, store_article, sync_source
from pipeline.fingerprints import content_hash
from pipeline.records import Article, Block, BlockKind, Link, Moment, Origin, Source

NOW = datetime(2026, 11, 20, 12, tzinfo=UTC)
SECTION = "https://news.example/"


@dataclass(frozen=True, slots=True)
class Said:
    """How a command ended, and what it wrote to its two outputs."""

    status: int
    out: str
    err: str


Export = Callable[..., Said]


def add(*numbers: int, text: str = "Write to mona@mail.example, or call +20 100 123 4567.") -> None:
    """Stores articles as a visit does; of those that are there, a new version."""
    engine = open_engine("rasid.db")
    upgrade(engine)
    with session_factory(engine).begin() as session:
        sync_source(session, Source(id="tech", name="Tech", section=SECTION))
        for number in numbers:
            url, title = f"{SECTION}{number}", f"خبر {number}"
            save_links(session, "tech", [Link(url, SECTION)], NOW)
            article = Article(
                url=url,
                title=title,
                canonical_url=None,
                blocks=(Block(BlockKind.PARAGRAPH, text),),
                text=text,
                language="en",
                content_hash=content_hash(title, text),
                word_count=len(text.split()),
                section=None,
                published=Moment(datetime(2026, 10, number, tzinfo=UTC), Origin.JSON_LD),
                extractor="rasid/test",
            )
            store_article(session, number, article, NOW)
    engine.dispose()


@pytest.fixture
def export(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> Export:
    """The command, in a folder with a database of 20 articles."""
    monkeypatch.chdir(tmp_path)
    for name in ("RASID_DB", "RASID_SOURCES", "RASID_CONTACT"):
        monkeypatch.delenv(name, raising=False)
    add(*range(1, 21))

    def call(*words: str) -> Said:
        capfd.readouterr()
        status = run(["--db", "rasid.db", "export", *words])
        return Said(status, *capfd.readouterr())

    return call


@pytest.mark.parametrize(
    ("words", "told"),
    [
        ("news.xlsx", "news.xlsx: its ending names no format: give one of .jsonl, .jsonl.gz"),
        ("news.csv --format parquet", "news.csv: its ending says csv, --format says parquet"),
        ("news --format xlsx", "--format xlsx: give one of jsonl"),
        ("news --format hf --split some", "--split some: give one of none, time, hash"),
        ("news.jsonl --split time", "--split is for --format hf alone"),
        (
            "news --format hf --delta",
            "--delta writes jsonl, jsonl.gz, jsonl.zst, csv, parquet, not hf",
        ),
        ("news.jsonl --delta --verify", "--delta and --verify exclude each other"),
        ("- --delta", "--delta needs a path, not -"),
        ("- --format hf", "-: hf makes a folder: give it a path"),
        ("none/news.jsonl", "does not exist"),
        ("again.jsonl --replay none.jsonl", "none.jsonl"),
        ('news.jsonl --query "open', "the quotation mark is not closed"),
        ("news.jsonl --query source:nobody", "source:nobody names no source of this database"),
    ],
)
def test_what_is_refused_in_a_line(export: Export, words: str, told: str) -> None:
    said = export(*words.split())
    assert said.status not in (0, 1)
    assert (said.out, len(said.err.splitlines())) == ("", 1)
    assert told in said.err
    assert [path.name for path in Path().iterdir() if not path.name.startswith("rasid.db")] == []


def test_what_a_search_finds(export: Export) -> None:
    add(21, text="A factory of chips.")
    assert "1 article as jsonl" in export("news.jsonl", "--query", "chip factory").err
    assert json.loads(Path("news.jsonl").read_text("utf-8"))["url"] == f"{SECTION}21"
    assert json.loads(Path("news.jsonl.manifest.json").read_text("utf-8"))["filters"] == {
        "query": "chip factory"
    }
    assert "21 articles as jsonl" in export("news.jsonl", "--query", " ").err


def test_the_standard_output(export: Export) -> None:
    assert export("news.jsonl").status == 0
    said = export("-")
    assert (said.status, said.out) == (0, Path("news.jsonl").read_text("utf-8"))
    assert "20 articles as jsonl" in said.err
    assert "-: 1 article as jsonl\n" in export("-", "--limit", "1").err
    as_csv = export("-", "--format", "csv", "--limit", "2")
    assert as_csv.out.startswith("\ufeffid,url,")
    assert len(as_csv.out.splitlines()) == 3


def test_deltas_come_to_the_full_export(export: Export) -> None:
    assert "20 articles as jsonl" in export("news.jsonl", "--delta").err
    add(3, text="Another text altogether.")
    add(21, 22)
    assert "2 new, 1 changed, 0 gone; 22 articles in all" in export("news.jsonl", "--delta").err
    assert export("again.jsonl", "--replay", "news.jsonl").status == 0
    Path("full").mkdir()
    assert export("full/again.jsonl").status == 0
    for name in ("again.jsonl", "again.jsonl.manifest.json"):
        assert Path(name).read_bytes() == Path("full", name).read_bytes()
    assert "as its manifest says, with 1 delta" in export("news.jsonl", "--verify").err
    told = "nothing has changed since news.delta-000001.jsonl, so nothing is written; 22 articles"
    assert told in export("news.jsonl", "--delta").err
    unchanged = json.loads(export("news.jsonl", "--delta", "--json").out)
    assert (unchanged["path"], unchanged["files"], unchanged["rows"]) == (None, {}, 22)
    assert unchanged["changes"] == {"new": 0, "changed": 0, "gone": 0}
    assert not Path("news.delta-000002.jsonl").exists()


def test_a_flipped_byte_is_found(export: Export) -> None:
    path = Path("news.parquet")
    export(str(path))
    assert export(str(path), "--verify").status == 0
    content = bytearray(path.read_bytes())
    content[len(content) // 2] ^= 1
    path.write_bytes(content)
    said = export(str(path), "--verify")
    assert (said.status, said.out) == (1, "")
    assert "news.parquet: changed since" in said.err
    said = export(str(path), "--verify", "--json")
    assert json.loads(said.out)["problems"] == ["news.parquet: changed since"]


def test_a_split_dataset(export: Export) -> None:
    assert export("news", "--format", "hf", "--split", "time").status == 0
    shards = sorted(path.name.partition("-")[0] for path in Path("news", "data").iterdir())
    assert shards == ["test", "train", "validation"]
    assert json.loads(Path("news.manifest.json").read_text("utf-8"))["split"] == "time"


def test_scrubbing_is_counted(export: Export) -> None:
    said = export("news.jsonl", "--scrub-pii")
    assert "masked: 20 email, 20 phone, 0 ip" in said.err
    assert Path("news.jsonl").read_text("utf-8").count('"text":"Write to [email], or call') == 40
    told = json.loads(export("news.csv", "--scrub-pii", "--json").out)
    assert told["scrubbed"] == {"email": 20, "phone": 20, "ip": 0}
