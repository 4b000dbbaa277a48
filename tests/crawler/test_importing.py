"""Pages of WARC files and saved pages become the articles that a crawl would have stored."""

from __future__ import annotations

import gzip
import json
import os
import random
import signal
import sqlite3
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from crawl_desk import ROOT, Desk
from news_content import Story, make_stories
from warc_bytes import AT, packed, record
from wordpress_site import WordPressSite

from cli.main import run
from crawler.archive import Archive, read_page
from db.engine import open_engine
from db.upkeep import check
from pipeline.records import Page

pytestmark = pytest.mark.usefixtures("prepared_pools")
NUMBER = 6
Import = Callable[..., dict[str, Any]]


@pytest.fixture(scope="module")
def site() -> Iterator[WordPressSite]:
    with WordPressSite(make_stories(3, {"tech": NUMBER, "sport": 2, "economy": 2})) as site:
        yield site


@pytest.fixture
def desk(tmp_path: Path, site: WordPressSite, upgraded: Path) -> Desk:
    desk = Desk(tmp_path, upgraded)
    desk.watch("wp", site.url("/category/tech/"))
    return desk


def words_of(desk: Desk, verb: str, *words: str | Path) -> list[str]:
    rest = ["--db", str(desk.db), "--sources", str(desk.sources), "--quiet"]
    return [verb, *map(str, words), *rest]


@pytest.fixture
def import_(desk: Desk, capfd: pytest.CaptureFixture[str]) -> Import:
    def call(*words: str | Path, exit_: int = 0, verb: str = "import") -> dict[str, Any]:
        capfd.readouterr()
        status = run(words_of(desk, verb, *words, "--json"))
        said = capfd.readouterr()
        assert status == exit_, said.err
        return dict(json.loads(said.out)) | {"said": said.err}

    return call


def page(site: WordPressSite, story: Story, **changes: Any) -> bytes:
    return record(site.url(story.path), site.article(story), **changes)


def warc(desk: Desk, *records: bytes, name: str = "given.warc.gz") -> Path:
    path = desk.folder / name
    path.write_bytes(packed(*records) if name.endswith(".gz") else b"".join(records))
    return path


def a_crawl_of_all(site: WordPressSite) -> list[bytes]:
    section = site.section("tech", 1)
    assert section is not None
    return [
        record("", kind="warcinfo"),
        record(site.url("/category/tech/"), section.body),
        *(page(site, story) for story in site.stories),
        record(site.url("/"), site._frame("Home", "<p>Welcome</p>")),
        record(site.url("/a.png"), b"\x89PNG", headers="Content-Type: image/png\r\n"),
        record(site.url("/tech/gone/"), "<p>none</p>", status=404),
        record(site.url(site.stories[0].path), kind="request"),
        record(site.url(site.stories[0].path), kind="revisit"),
        record("https://other.example/a-long-story-of-it", "<p>Of nobody</p>"),
    ]


def test_a_crawl_of_others(desk: Desk, site: WordPressSite, import_: Import) -> None:
    given = warc(desk, *a_crawl_of_all(site))
    told = import_(given, "--workers", "2")
    assert (told["stored"], told["changed"], told["same"], told["unreadable"]) == (NUMBER, 0, 0, 0)
    assert told["rejected"] == {"listing-page": 2, "out-of-section": 4}
    assert told["skipped"] == {
        "warcinfo": 1, "not-html": 1, "http-status": 1, "request": 1, "revisit": 1,
        "unknown-source": 1,
    }  # fmt: skip
    assert told["unknown_hosts"] == {"other.example": 1}
    stored = {row["url"]: row for row in desk.articles()}
    for story in site.of("tech"):
        row = stored[site.url(story.path)]
        assert (row["title"], row["text"]) == (story.title, story.text)
        assert desk.link(row["url"])["found_in"] == "import"
    times = desk.rows("SELECT fetched_at, first_seen_at FROM revisions, articles")
    assert {str(value)[:19] for row in times for value in row.values()} == {"2026-11-25 09:00:00"}
    before = desk.rows("SELECT * FROM revisions"), desk.rows("SELECT * FROM links")
    archive = sorted(desk.folder.glob("archive/**/*.gz"))
    again = import_(given)
    assert (again["stored"], again["changed"], again["same"]) == (0, 0, NUMBER)
    assert (desk.rows("SELECT * FROM revisions"), desk.rows("SELECT * FROM links")) == before
    assert sorted(desk.folder.glob("archive/**/*.gz")) == archive
    assert import_(verb="reprocess")["same"] == NUMBER
    crawled = desk.crawl("wp")
    assert crawled.ended["counts"]["outcomes"].get("new", 0) == 0
    assert site.asked("/tech/") == []
    engine = open_engine(desk.db)
    assert check(engine) == []
    engine.dispose()


def test_beside_a_crawl(desk: Desk, site: WordPressSite, import_: Import) -> None:
    """What a crawl stored is the same; what was fetched before it does not take its place."""
    assert desk.crawl("wp").exit == 0
    story, *_ = site.stories
    rows = desk.rows("SELECT * FROM revisions")
    later, earlier = AT + timedelta(days=400), AT - timedelta(days=400)
    other = replace(story, paragraphs=("Quite another text than it had before. " * 9,))
    told = import_(
        warc(
            desk,
            *(page(site, each, at=later) for each in site.of("tech")),
            page(site, other, at=earlier),
        )
    )
    assert (told["stored"], told["changed"], told["same"]) == (0, 0, NUMBER)
    assert told["skipped"] == {"older": 1}
    assert desk.rows("SELECT * FROM revisions") == rows
    latest = later + timedelta(days=1)
    told = import_(
        warc(desk, page(site, other, at=latest), page(site, story, at=latest - timedelta(hours=1)))
    )
    assert (told["changed"], told["skipped"]) == (1, {"older": 1})
    (row,) = (row for row in desk.articles() if row["url"] == site.url(story.path))
    assert (row["number"], row["text"]) == (2, other.paragraphs[0].strip())


def test_broken_files(desk: Desk, site: WordPressSite, import_: Import) -> None:
    first, second, *rest = site.of("tech")
    members = [packed(page(site, story)) for story in (first, second, *rest)]
    broken = bytearray(members[1])
    middle = len(broken) // 2
    broken[middle : middle + 60] = random.Random(1).randbytes(60)
    last = members[-1]
    data = members[0] + bytes(broken) + b"".join(members[2:-1]) + last[: len(last) // 2]
    (desk.folder / "broken.warc.gz").write_bytes(data)
    (desk.folder / "junk.warc.gz").write_bytes(b"no WARC at all" * 99)
    (desk.folder / "empty.warc").write_bytes(b"")
    undated = warc(desk, page(site, second, at=None), page(site, second), name="plain.warc")
    undated.write_bytes(undated.read_bytes()[:-900])
    told = import_(desk.folder, exit_=1)
    assert (told["stored"], told["unreadable"]) == (NUMBER - 2, 6)
    said = told["said"]
    for line in ("broken after byte", "cut off", "no WARC-Date", "holds no WARC record"):
        assert line in said
    assert "Traceback" not in said


def test_codings_and_opting_out(desk: Desk, site: WordPressSite, import_: Import) -> None:
    first, second, third, *_ = site.of("tech")
    html = "Content-Type: text/html\r\n"
    squeezed = gzip.compress(site.article(first).encode())
    chunked = b"%x\r\n%s\r\n0\r\n\r\n" % (len(squeezed), squeezed)
    coded = f"{html}Content-Encoding: gzip\r\nTransfer-Encoding: chunked\r\n"
    told = import_(
        warc(
            desk,
            record(site.url(first.path), chunked, headers=coded),
            record(site.url(second.path), site.article(second), headers=coded),
            page(site, third, headers=f"{html}X-Robots-Tag: noarchive\r\n"),
        )
    )
    assert told["stored"] == 3
    stored = {row["url"]: row for row in desk.articles()}
    for story in (first, second):
        row = stored[site.url(story.path)]
        assert row["text"] == story.text
        assert row["warc_file"].startswith("wp/")
    withheld = stored[site.url(third.path)]
    assert (withheld["title"], withheld["text"]) == (third.title, "")
    assert withheld["warc_file"] is None


def test_saved_pages(desk: Desk, site: WordPressSite, import_: Import) -> None:
    first, second, third, fourth, *_ = site.of("tech")
    folder = desk.folder / "saved" / "below"
    folder.mkdir(parents=True)
    (folder / "a.html").write_text(site.article(first), "utf-8")
    os.utime(folder / "a.html", (AT.timestamp(), AT.timestamp()))
    (folder / "b.html.gz").write_bytes(gzip.compress(site.article(second).encode()))
    (folder / "notes.txt").write_text("no page")
    nameless = desk.folder / "c.htm"
    nameless.write_text(site.article(third).replace("canonical", "nothing"), "utf-8")
    lines = desk.folder / "pages.jsonl"
    line = {"id": 1, "url": site.url(fourth.path), "path": "d.html"}
    (desk.folder / "d.html").write_text(site.article(fourth), "utf-8")
    lines.write_text(f"{json.dumps(line)}\nno JSON\n")
    told = import_(desk.folder / "saved", nameless, lines, exit_=1)
    assert (told["stored"], told["unreadable"]) == (3, 2)
    assert f"{nameless}: does not name its own address" in told["said"]
    assert "pages.jsonl, line 2: not JSON" in told["said"]
    assert import_(nameless, "--url", site.url(third.path))["stored"] == 1
    fetched = desk.rows("SELECT r.fetched_at FROM revisions r JOIN articles a ON a.id ="
                        " r.article_id WHERE a.url = ?", site.url(first.path))  # fmt: skip
    assert str(fetched[0]["fetched_at"]).startswith("2026-11-25 09:00:00")


def test_a_named_source_takes_all_of_its_site(
    desk: Desk, site: WordPressSite, import_: Import
) -> None:
    desk.write_source("off", f'section = "{site.url("/category/none/")}"\nenabled = false\n')
    given = warc(desk, *a_crawl_of_all(site))
    told = import_(given, "--source", "off")
    assert told["stored"] == len(site.stories)
    assert told["rejected"] == {"listing-page": 2}
    assert import_(given)["stored"] == 0


def stored_by(process: subprocess.Popen[bytes], desk: Desk, least: int) -> int:
    """How many versions there are, once they are so many or the process has ended."""
    number = 0
    while number < least and process.poll() is None:
        time.sleep(0.02)
        with suppress(sqlite3.Error):
            number = len(desk.rows("SELECT id FROM revisions"))
    return number


def bare(site: WordPressSite, story: Story) -> Page:
    """A page that tells nothing of itself, at an address that may be a list's."""
    text = "".join(f"<p>{paragraph}</p>" for paragraph in story.paragraphs)
    body = f"<title>x</title><main><h1>{story.title}</h1>{text}</main>".encode()
    address = site.url(f"/tech/{story.number}")
    return Page(address, address, body, AT, headers=(("content-type", "text/html"),))


def test_the_archive_brings_back_what_was_stored(
    desk: Desk, site: WordPressSite, import_: Import, capfd: pytest.CaptureFixture[str]
) -> None:
    """What a list led to was an article of the section, whatever its page alone would tell; the
    same pages in a file of no archive are judged, and each that is refused can be explained."""
    archive = Archive(desk.folder / "kept", "wp", AT, "7")
    pages = [bare(site, story) for story in site.of("tech")]
    for each in pages:
        archive.write(each)
    archive.close()
    kept = desk.folder / "kept" / archive.name
    other = desk.folder / "other.warc.gz"
    other.write_bytes(kept.read_bytes())
    for source in (["--source", "wp"], []):
        assert import_(other, *source)["rejected"] == {"listing-page": NUMBER}
    links = desk.rows("SELECT state, found_in FROM links")
    assert links == [{"state": "rejected", "found_in": "import"}] * NUMBER
    capfd.readouterr()
    assert run(words_of(desk, "explain", pages[0].final_url)) == 0
    assert "neither its address nor the page" in capfd.readouterr().out
    assert import_(kept.parents[1], "--source", "wp")["stored"] == NUMBER
    assert {row["title"] for row in desk.articles()} == {story.title for story in site.of("tech")}
    assert import_(kept.parents[1])["same"] == NUMBER


def test_what_comes_from_the_archive_itself_is_not_written_there_again(
    desk: Desk, site: WordPressSite, import_: Import
) -> None:
    desk.watch("w_p", site.url("/category/tech/"))
    for at, source_id in enumerate(("wp", "w_p")):
        archive = Archive(desk.folder / "archive", source_id, AT + timedelta(hours=at), "7")
        for story in site.of("tech"):
            archive.write(bare(site, story))
        archive.close()
    there = {path: path.stat().st_size for path in desk.folder.glob("archive/**/*.gz")}
    for source_id in ("wp", "w_p"):
        told = import_(desk.folder / "archive" / source_id)
        assert told["stored"] + told["same"] == NUMBER
    now = {path: path.stat().st_size for path in desk.folder.glob("archive/**/*.gz")}
    assert now == there
    rows = desk.rows("SELECT a.url, r.* FROM articles a JOIN revisions r ON r.article_id = a.id")
    assert len(rows) == NUMBER
    for row in rows:
        kept = read_page(desk.folder / "archive", row["warc_file"], row["warc_offset"])
        assert kept.final_url == row["url"]
    assert import_(verb="reprocess")["same"] == NUMBER


def test_a_list_brings_back_what_was_refused_when_given(
    desk: Desk, site: WordPressSite, import_: Import
) -> None:
    story, *_ = site.of("tech")
    empty = record(site.url(story.path), "<title>x</title><p>Come back later.</p>")
    assert sum(import_(warc(desk, empty))["rejected"].values()) == 1
    assert desk.link(site.url(story.path))["state"] == "rejected"
    assert desk.crawl("wp").ended["counts"]["outcomes"]["new"] == NUMBER
    assert desk.link(site.url(story.path))["state"] == "stored"


def test_killed_and_begun_again(desk: Desk, site: WordPressSite, import_: Import) -> None:
    stories = make_stories(5, {"tech": 50})
    given = warc(desk, *(page(site, story) for story in stories))
    command = [sys.executable, "-m", "cli.main", *words_of(desk, "import", given)]
    with subprocess.Popen(command, cwd=ROOT, stderr=subprocess.DEVNULL) as process:
        assert 0 < stored_by(process, desk, 1) < len(stories)
        process.send_signal(signal.SIGKILL)
    told = import_(given)
    assert 0 < told["stored"] < len(stories)
    assert told["stored"] + told["same"] == len(stories)
    assert {row["text"] for row in desk.articles()} == {story.text for story in stories}
    assert len(desk.rows("SELECT id FROM revisions")) == len(stories)


def test_wrong_requests(desk: Desk, capfd: pytest.CaptureFixture[str]) -> None:
    for name in ("a.html", "b.html", "c.pdf"):
        (desk.folder / name).write_text("<p>")
    here = str(desk.folder)
    for words, said in (
        (["none.warc"], "none.warc: no such file"),
        ([f"{here}/c.pdf"], "c.pdf: of no known kind; known are .warc"),
        ([f"{here}/sources"], "sources: a folder with no .warc"),
        ([f"{here}/a.html", f"{here}/b.html", "--url", "http://a.example/"], "one HTML file"),
        ([f"{here}/a.html", "--source", "wpp"], "no source wpp: did you mean wp?"),
    ):
        assert run(words_of(desk, "import", *words)) == 2
        assert said in capfd.readouterr().err
