"""`rasid extract`: order, bad lines, limits, and the same answer whatever the number of workers."""

from __future__ import annotations

import gzip
import io
import json
import os
from base64 import b64encode
from pathlib import Path
from typing import Any

import pytest

from cli.main import run
from cli.page_lines import own_url
from demo import render
from demo.content import load_site

pytestmark = pytest.mark.usefixtures("prepared_pools")
SITE = load_site()


def page(number: int) -> str:
    return render.article_page(SITE, SITE.stories[number], "https://news.example", number)


def url(number: int) -> str:
    return "https://news.example" + SITE.stories[number].path


@pytest.fixture
def pages(tmp_path: Path) -> Path:
    """Eight pages in all the forms that a line may have."""
    folder = tmp_path / "in"
    folder.mkdir()
    lines: list[dict[str, Any]] = []
    for number in range(8):
        line: dict[str, Any] = {"id": f"p{number}", "url": url(number), "charset": None}
        body = page(number).encode()
        if number % 3 == 0:
            line["path"] = f"{number}.html.gz"
            (folder / line["path"]).write_bytes(gzip.compress(body))
        elif number % 3 == 1:
            line["path"] = f"{number}.html"
            (folder / line["path"]).write_bytes(body)
        else:
            line["html_base64"] = b64encode(body).decode()
        lines.append(line)
    path = folder / "pages.jsonl"
    path.write_text("\n".join(map(json.dumps, lines)) + "\n\n")
    return path


def read(path: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in path.read_text("utf-8").splitlines()]


def test_records_come_in_the_order_of_the_lines(pages: Path, tmp_path: Path) -> None:
    out = tmp_path / "out.jsonl"
    assert run(["extract", "--pages", str(pages), "--out", str(out), "--workers", "3"]) == 0
    records = read(out)
    assert [record["id"] for record in records] == [f"p{number}" for number in range(8)]
    for number, record in enumerate(records):
        story = SITE.stories[number]
        assert record["title"] == story.title
        assert record["url"] == url(number)
        assert [line for line in record["text"].splitlines() if line] == list(story.lines)


@pytest.mark.parametrize("learn", [[], ["--learn"]], ids=["plain", "learning"])
def test_the_number_of_workers_changes_nothing(
    pages: Path, tmp_path: Path, learn: list[str]
) -> None:
    answers = []
    for workers in ("1", "3"):
        out = tmp_path / f"{workers}.jsonl"
        words = ["extract", "--pages", str(pages), "--out", str(out), "--workers", workers]
        assert run([*words, *learn]) == 0
        answers.append(out.read_bytes())
    assert answers[0] == answers[1]


def test_a_bad_line_is_a_record_and_status_1(
    tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    truncated = gzip.compress(page(0).encode())[:200]
    (tmp_path / "cut.html.gz").write_bytes(truncated)
    lines = [
        "no json",
        "[]",
        '{"id": "no url", "path": "x"}',
        '{"id": "no page", "url": "https://news.example/a"}',
        '{"id": "absent", "url": "https://news.example/a", "path": "absent.html"}',
        '{"id": "folder", "url": "https://news.example/a", "path": "."}',
        '{"id": "cut", "url": "https://news.example/a", "path": "cut.html.gz"}',
        '{"id": "code", "url": "https://news.example/a", "html_base64": "?"}',
        json.dumps({"id": 8, "url": url(1), "html_base64": b64encode(page(1).encode()).decode()}),
        '{"id": "empty", "url": "https://news.example/a", "html_base64": ""}',
    ]
    (tmp_path / "bad.jsonl").write_text("\n".join(lines))
    assert run(["extract", "--pages", str(tmp_path / "bad.jsonl")]) == 1
    captured = capfd.readouterr()
    records = [json.loads(line) for line in captured.out.splitlines()]
    assert [record.get("rejected") for record in records[:8]] == ["bad-input"] * 8
    assert all(record["detail"] for record in records[:8])
    assert records[8]["id"] == 8
    assert records[8]["title"] == SITE.stories[1].title
    assert records[9]["rejected"] == "empty"
    assert "Traceback" not in captured.err


def test_a_page_that_takes_too_long_is_rejected(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    paragraphs = (
        f"<p>Sentence {n} of a long report. {'And so on, ' * 200}end.</p>" for n in range(3000)
    )
    (tmp_path / "long.html").write_text(
        f"<h1>A long report</h1><article>{''.join(paragraphs)}</article>"
    )
    pages, out = tmp_path / "pages.jsonl", tmp_path / "out.jsonl"
    pages.write_text(json.dumps({"id": 1, "url": url(1), "path": "long.html"}) + "\n")
    monkeypatch.setenv("RASID_PAGE_TIME_LIMIT_S", "0.01")
    assert run(["extract", "--pages", str(pages), "--out", str(out)]) == 0
    assert [record["rejected"] for record in read(out)] == ["extraction-timeout"]


def test_a_page_over_the_limit_is_too_large(
    pages: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("RASID_MAX_BYTES", "1000")
    out = tmp_path / "out.jsonl"
    assert run(["extract", "--pages", str(pages), "--out", str(out)]) == 0
    assert {record["rejected"] for record in read(out)} == {"too-large"}


def test_one_file_is_one_record(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "a.html"
    path.write_text(page(2), encoding="utf-8")
    assert run(["extract", str(path), "--url", "https://other.example/x"]) == 0
    record = json.loads(capfd.readouterr().out)
    assert (record["id"], record["url"]) == (str(path), "https://other.example/x")
    assert run(["extract", str(path)]) == 0
    assert json.loads(capfd.readouterr().out)["url"] == url(2)
    path.write_text("<p>nothing names its address</p>")
    assert run(["extract", str(path)]) == 2
    assert "--url" in capfd.readouterr().err


def test_a_page_may_come_by_the_standard_input(
    capfd: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    def given(html: str, *words: str) -> int:
        monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(html.encode())))
        return run(["extract", "-", *words])

    assert given(page(1), "--url", url(1)) == 0
    record = json.loads(capfd.readouterr().out)
    assert (record["id"], record["url"], record["title"]) == ("-", url(1), SITE.stories[1].title)
    assert given("<p>A page that says nothing of itself.</p>") == 2
    assert "-: the page does not name its own address" in capfd.readouterr().err


def test_a_home_page_that_a_template_names_is_no_page_s_own_address() -> None:
    home = '<link rel="canonical" href="https://news.example/">'
    shared = '<meta property="og:url" content="https://news.example/tech/a-story">'
    assert own_url(f"<head>{home}</head><p>Text.</p>".encode()) is None
    assert own_url(f"<head>{home}{shared}</head><p>Text.</p>".encode()) == (
        "https://news.example/tech/a-story"
    )


def test_a_file_that_names_no_address_holds_up_no_other(
    tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    named, unnamed = tmp_path / "a.html", tmp_path / "b.html"
    named.write_text(page(2), encoding="utf-8")
    unnamed.write_text("<p>nothing names its address</p>")
    assert run(["extract", str(unnamed), str(named)]) == 1
    said = capfd.readouterr()
    records = [json.loads(line) for line in said.out.splitlines()]
    assert records[0]["rejected"] == "bad-input"
    assert records[1]["url"] == url(2)
    assert f"{unnamed}: does not name its own address" in said.err


def test_a_file_whose_name_is_no_text_is_read(
    tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / os.fsdecode("خبر.html".encode("cp1256"))
    path.write_text(page(2), encoding="utf-8")
    assert run(["extract", str(path), "--url", os.fsdecode(b"https://other.example/\xff")]) == 0
    record = json.loads(capfd.readouterr().out)
    assert record["url"] == "https://other.example/%EF%BF%BD"
    assert record["id"].endswith("\ufffd.html")
    assert "rejected" not in record


def test_the_input_is_never_overwritten(pages: Path, capfd: pytest.CaptureFixture[str]) -> None:
    before = pages.read_bytes()
    assert run(["extract", "--pages", str(pages), "--out", str(pages)]) == 2
    assert pages.read_bytes() == before
    saved = pages.with_name("1.html")
    before = saved.read_bytes()
    assert run(["extract", str(saved), "--url", url(1), "--out", str(saved)]) == 2
    assert saved.read_bytes() == before


def test_who_has_no_source_yet_is_told_how_one_is_made(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "sources").mkdir()
    (tmp_path / "page.html").write_text(page(1))
    assert run(["import", "page.html"]) == 2
    assert "no enabled sources; rasid add URL makes one" in capsys.readouterr().err
    off = 'section = "https://example.org/t"\nenabled = false'
    (tmp_path / "sources" / "off.toml").write_text(off)
    assert run(["import", "page.html"]) == 2
    assert "no enabled sources; name one, or enable one in its file" in capsys.readouterr().err
