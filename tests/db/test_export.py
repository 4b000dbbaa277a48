"""Exports: whole, the same each time, and safe to open."""

from __future__ import annotations

import csv
import gzip
import io
import itertools
import re
from datetime import datetime
from pathlib import Path
from typing import Any

import orjson
import pyarrow.parquet as pq
import pytest
import zstandard
from database_cases import Store, article
from hypothesis import example, given
from hypothesis import strategies as st
from sqlalchemy import text
from sqlalchemy.orm import Session

from db.bad_database import BadDatabase
from db.export import FORMATS, BadExport, export, format_of, verify
from db.export.csv_writer import SEPARATORS, CsvLines, CsvWriter, cell
from db.export.markdown_writer import markdown
from db.export.masking import mask_addresses
from db.filters import Filters
from pipeline.records import Policy, Removed

# "ip: 185.244.36.137 " in base64, as a site printed it under its text.
WATERMARK = "aXA6IDE4NS4yNDQuMzYuMTM3IA=="


@pytest.fixture
def filled(s: Session, store: Store) -> Session:
    removed = (Removed(f"{WATERMARK}\u200f من 185.244.36.137", "watermark", 1),)
    store(article("/a", "=HYPERLINK(1)", "النصّ الأول\nفقرة ثانية", removed=removed))
    store(article("/b", "Two", tags=("ai", "chips")))
    store(article("/b", "Two", tags=("ai", "chips")), source="other")
    store(article("/no", "Reserved", policy=Policy(tdm_reservation=True)))
    store(article("/copy", "Two", article("/b").text), source="other")
    return s


def lines(path: Path) -> list[dict[str, Any]]:
    return [orjson.loads(line) for line in path.read_bytes().splitlines()]


def test_what_is_no_json_any_more_is_damage_and_no_bug(filled: Session, tmp_path: Path) -> None:
    if filled.get_bind().dialect.name != "sqlite":
        pytest.skip("PostgreSQL stores no JSON that is none")
    filled.execute(text("UPDATE revisions SET blocks = '[\n' WHERE number = 1"))
    with pytest.raises(BadDatabase, match=r"the database is damaged \(article 1: "):
        export(filled, tmp_path / "a.jsonl")
    assert not list(tmp_path.glob("a.jsonl*"))


def test_jsonl(filled: Session, tmp_path: Path) -> None:
    path = tmp_path / "a.jsonl"
    seen: list[int] = []
    manifest = export(filled, path, progress=seen.append)
    records = lines(path)
    assert [record["url"][-2:] for record in records] == ["/a", "/b"]
    assert records[1]["sources"] == ["other", "tech"]
    assert records[0]["published_at"] == "2026-11-19T08:30:00+00:00"
    assert "removed" not in records[0]
    assert (manifest.rows, manifest.opted_out, seen[-1]) == (2, 1, 2)
    assert verify(path) == []


def test_what_is_asked_for(filled: Session, tmp_path: Path) -> None:
    path = tmp_path / "a.jsonl"
    export(filled, path, include_opted_out=True)
    assert len(lines(path)) == 3
    export(filled, path, filters=Filters(sources=("other",)))
    assert [record["title"] for record in lines(path)] == ["Two"]
    export(filled, path, filters=Filters(limit=1))
    assert len(lines(path)) == 1


def test_exact_copies_of_other_sources(s: Session, store: Store, tmp_path: Path) -> None:
    store(article("/a", body="One and the same text."))
    elsewhere = article("/a", body="One and the same text.", url="https://copy.example/a")
    store(elsewhere, source="other")
    path = tmp_path / "a.jsonl"
    assert export(s, path).rows == 2
    assert export(s, path, dedupe="exact").rows == 1
    assert export(s, path, dedupe="exact", filters=Filters(sources=("other",))).rows == 1


def test_the_ledger_masks_addresses(filled: Session, tmp_path: Path) -> None:
    path = tmp_path / "a.jsonl"
    export(filled, path, include_removed=True)
    assert lines(path)[0]["removed"][0]["text"] == "[ip]\u200f من [ip]"
    assert lines(path)[1]["removed"] == []


@pytest.mark.parametrize(
    ("text", "masked"),
    [
        ("ip: 10.0.0.1.", "ip: [ip]."),
        ("[2001:db8::1]", "[[ip]]"),
        ("at 10:30:15 version 1.2.3", "at 10:30:15 version 1.2.3"),
        ("999.1.1.1 is none", "999.1.1.1 is none"),
        ("Internationalization", "Internationalization"),
        ("MTg1LjI0NC4zNi4xMzc", "[ip]"),
        (f"x{WATERMARK}", "[ip]"),
        ("::ffff:10.0.0.1", "[ip]"),
    ],
)
def test_masking(text: str, masked: str) -> None:
    assert mask_addresses(text) == masked


@pytest.mark.parametrize("name", sorted(FORMATS))
def test_every_format_is_whole_and_the_same_each_time(
    filled: Session, tmp_path: Path, name: str
) -> None:
    ending = FORMATS[name].endings[0] if FORMATS[name].endings else ""
    one, two = tmp_path / "one" / f"a{ending}", tmp_path / "two" / f"a{ending}"
    for path in (one, two, two):
        path.parent.mkdir(exist_ok=True)
        manifest = export(filled, path, name, include_removed=True)
        assert manifest.rows == 2
        assert verify(path) == []
    assert {file.name for file in two.parent.iterdir()} == {two.name, f"{two.name}.manifest.json"}
    assert verify(one) == verify(two) == []
    manifests = [path.with_name(path.name + ".manifest.json").read_bytes() for path in (one, two)]
    assert manifests[0] == manifests[1]
    assert format_of(one) == (name if ending else None)


def test_packed_formats_hold_what_the_plain_one_does(filled: Session, tmp_path: Path) -> None:
    for name in ("jsonl", "jsonl.gz", "jsonl.zst", "parquet"):
        export(filled, tmp_path / f"a.{name}", name)
    plain = (tmp_path / "a.jsonl").read_bytes()
    assert gzip.decompress((tmp_path / "a.jsonl.gz").read_bytes()) == plain
    packed = zstandard.ZstdDecompressor().stream_reader((tmp_path / "a.jsonl.zst").read_bytes())
    assert packed.read() == plain
    rows = pq.read_table(tmp_path / "a.parquet").to_pylist()
    for row, record in zip(rows, lines(tmp_path / "a.jsonl"), strict=True):
        for block in row["blocks"]:
            if block["level"] is None:
                del block["level"]
        for key in ("first_seen_at", "fetched_at"):
            assert row[key] == datetime.fromisoformat(record[key])
            row[key] = record[key]
        for key in ("published", "modified"):
            as_told = row.pop(f"{key}_as")
            assert row[f"{key}_at"] == (as_told and datetime.fromisoformat(as_told))
            row[f"{key}_at"] = as_told
        assert row | {"policy": orjson.loads(row["policy"])} == record


def test_csv_for_a_spreadsheet(filled: Session, tmp_path: Path) -> None:
    export(filled, tmp_path / "a.csv", "csv")
    content = (tmp_path / "a.csv").read_bytes()
    assert content.startswith(b"\xef\xbb\xbfid,url")
    rows = list(csv.DictReader(io.StringIO(content.decode("utf-8-sig"), newline="")))
    assert rows[0]["title"] == "'=HYPERLINK(1)"
    assert rows[0]["text"] == "النصّ الأول\n\nفقرة ثانية"
    assert rows[1]["tags"] == "ai; chips"


@given(st.text())
def test_no_cell_is_a_formula(text: str) -> None:
    written = cell(text)
    assert not written.strip().startswith(("=", "+", "@", "-")) or written.lstrip("-").isdecimal()
    assert written.removeprefix("'") in (text, text.removeprefix("'"))


def rows_of(line: bytes, separator: str) -> list[list[str]]:
    text = line.decode()
    return list(csv.reader(io.StringIO(text, newline=""), delimiter=separator))


@given(st.text('=+-@;,\t\n" |(aA1س\u200b', min_size=1), st.sampled_from(list(SEPARATORS.values())))
@example('a;"=1+1;\n @SUM(1)\n- قال: (لا);=', ",")
@example('"@1(', ",")
@example('"=', ";")
def test_no_formula_whatever_the_separator(text: str, written: str) -> None:
    keys = CsvWriter.columns(with_removed=False)
    row = [text if key == "text" else None for key in keys]
    line = CsvLines(keys, written).line(
        [1 if key == "id" else v for key, v in zip(keys, row, strict=True)]
    )
    for separator in SEPARATORS.values():
        for value in itertools.chain.from_iterable(rows_of(line, separator)):
            bare = value.strip(' \t\n\r"\u200b')
            assert not bare.startswith("="), (separator, value)
            assert not re.match(r"[+@-].*\w[(|]", bare), (separator, value)
    cells = dict(zip(keys, rows_of(line, written)[0], strict=True))
    assert cells["text"].replace("'", "") == text


@pytest.mark.parametrize("name", SEPARATORS)
def test_separators(filled: Session, tmp_path: Path, name: str) -> None:
    export(filled, tmp_path / "a.csv", "csv", separator=name)
    content = (tmp_path / "a.csv").read_text(encoding="utf-8-sig")
    rows = list(csv.DictReader(io.StringIO(content, newline=""), delimiter=SEPARATORS[name]))
    assert [row["tags"] for row in rows] == ["", "ai; chips"]
    assert rows[0]["text"] == "النصّ الأول\n\nفقرة ثانية"
    with pytest.raises(BadExport, match="--separator is for --format csv alone"):
        export(filled, tmp_path / "a.jsonl", separator="tab")


def test_a_markdown_file(filled: Session, tmp_path: Path) -> None:
    export(filled, tmp_path / "folder", "markdown")
    (first, _) = sorted((tmp_path / "folder").rglob("*.md"))
    content = first.read_text()
    assert content.startswith('---\ntitle: "=HYPERLINK(1)"\nid: ')
    assert content.endswith("# \\=HYPERLINK(1)\n\nالنصّ الأول\n\nفقرة ثانية\n")


def test_text_that_looks_like_markdown() -> None:
    record = dict.fromkeys(
        (
            *("id", "url", "source", "section", "authors", "tags", "published_at", "modified_at"),
            *("language", "image_url", "word_count", "content_hash", "revision", "gone_at"),
        )
    ) | {
        "title": "---\n<b>",
        "blocks": [
            {"kind": "paragraph", "text": "# no heading\n- no list, *no* <b>bold</b>"},
            {"kind": "list-item", "text": "one"},
            {"kind": "list-item", "text": "two"},
            {"kind": "code", "text": "```"},
        ],
    }
    assert markdown(record).split("---\n", 2)[2] == (
        "\n# \\---\n\\<b\\>\n\n\\# no heading\n\\- no list, \\*no\\* \\<b\\>bold\\</b\\>\n"
        "\n- one\n- two\n\n````\n```\n````\n"
    )


@pytest.mark.parametrize(
    ("change", "message"),
    [
        ({"format": "xlsx"}, "--format xlsx: give one of jsonl"),
        ({"dedupe": "some"}, "--dedupe some: give one of none, exact"),
    ],
)
def test_what_cannot_be_made(
    filled: Session, tmp_path: Path, change: dict[str, Any], message: str
) -> None:
    with pytest.raises(BadExport, match=message):
        export(filled, tmp_path / "a", **change)


def test_paths_that_cannot_be_written(filled: Session, tmp_path: Path) -> None:
    with pytest.raises(BadExport, match="does not exist"):
        export(filled, tmp_path / "no" / "a.jsonl")
    (tmp_path / "folder").mkdir()
    (tmp_path / "folder" / "mine.txt").touch()
    with pytest.raises(BadExport, match="is a folder"):
        export(filled, tmp_path / "folder")
    with pytest.raises(BadExport, match="is no export"):
        export(filled, tmp_path / "folder", "markdown")
    assert not list(tmp_path.glob(".*.part"))


def test_an_export_that_fails_leaves_the_old_one(filled: Session, tmp_path: Path) -> None:
    path = tmp_path / "out" / "a.jsonl"
    path.parent.mkdir()
    export(filled, path)
    before = path.read_bytes()

    def stop(_rows: int) -> None:
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        export(filled, path, include_opted_out=True, progress=stop)
    assert path.read_bytes() == before
    assert verify(path) == []
    assert len(list(path.parent.iterdir())) == 2


def test_an_export_that_was_changed(filled: Session, tmp_path: Path) -> None:
    path = tmp_path / "a.jsonl"
    export(filled, path)
    path.write_bytes(path.read_bytes() + b"{}\n")
    assert verify(path) == ["a.jsonl: changed since"]
    path.unlink()
    assert verify(path) == [f"{path}: missing"]
    assert "missing: was b.jsonl exported here?" in verify(tmp_path / "b.jsonl")[0]
