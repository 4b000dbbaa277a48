"""The library: articles of a database in Python, and as data frames."""

from __future__ import annotations

import re
import shutil
from collections.abc import Iterator
from datetime import UTC, date, datetime
from pathlib import Path
from textwrap import dedent

import pandas
import polars
import pytest

import rasid
from db.engine import open_engine, session_factory
from db.write import save_links, store_article, sync_source
from pipeline.fingerprints import content_hash
from pipeline.records import Article, Block, BlockKind, Link, Moment, Origin, Source
from rasid.articles import COLUMNS

NOW = datetime(2026, 11, 20, 12, tzinfo=UTC)
REPORT = " ".join(f"كلمة{number}" for number in range(60))


def article(number: int, text: str, published: date | datetime | None, language: str) -> Article:
    return Article(
        url=f"https://news.example/{number}",
        canonical_url=None,
        title=f"Title {number}",
        blocks=(Block(BlockKind.PARAGRAPH, text),),
        text=text,
        language=language,
        content_hash=content_hash(str(number), text),
        word_count=len(text.split()),
        section="Technology",
        authors=("Mona Said",),
        published=Moment(published, Origin.JSON_LD) if published else None,
        extractor="rasid/test",
    )


@pytest.fixture
def path(tmp_path: Path, upgraded: Path) -> Path:
    path: Path = shutil.copy(upgraded, tmp_path / "rasid.db")
    engine = open_engine(path)
    articles = (
        article(1, REPORT, datetime(2026, 11, 18, 8, tzinfo=UTC), "ar"),
        article(2, REPORT[: len(REPORT) // 2], date(2026, 11, 19), "ar"),
        article(3, "A short text in English.", None, "en"),
    )
    with session_factory(engine).begin() as session:
        sync_source(session, Source(id="tech", name="Tech", section="https://news.example/"))
        sync_source(session, Source(id="other", name="Other", section="https://other.example/"))
        save_links(session, "tech", [Link(a.url, "https://news.example/") for a in articles], NOW)
        for number, found in enumerate(articles, 1):
            store_article(session, number, found, NOW)
    engine.dispose()
    return path


@pytest.fixture
def db(path: Path) -> Iterator[rasid.Database]:
    with rasid.open(path) as found:
        yield found


@pytest.mark.parametrize(
    ("filters", "ids"),
    [
        ({}, [1, 2, 3]),
        ({"language": "ar"}, [1, 2]),
        ({"language": ("ar", "en"), "limit": 2}, [1, 2]),
        ({"source": ["other"]}, []),
        ({"source": "tech", "since": "2026-11-19"}, [2, 3]),
        ({"since": date(2026, 11, 19), "until": datetime(2026, 11, 20)}, [2]),
        ({"dedupe": "story"}, [1, 3]),
        ({"section": "Sport"}, []),
    ],
)
def test_filters(db: rasid.Database, filters: dict[str, object], ids: list[int]) -> None:
    articles = db.articles(**filters)  # type: ignore[arg-type]
    assert [found["id"] for found in articles] == ids
    assert len(articles) == len(ids)
    assert list(articles.to_pandas()["id"]) == ids
    assert articles.to_polars()["id"].to_list() == ids


def test_frames_are_typed(db: rasid.Database) -> None:
    pandas_frame, polars_frame = db.articles().to_pandas(), db.articles().to_polars()
    assert list(pandas_frame.columns) == polars_frame.columns == list(COLUMNS)
    assert isinstance(pandas_frame, pandas.DataFrame)
    assert polars_frame.schema["published_at"] == polars.Datetime("us", "UTC")
    assert str(pandas_frame.dtypes["published_at"]) == "datetime64[us, UTC]"
    assert polars_frame["published_at"].to_list() == [
        datetime(2026, 11, 18, 8, tzinfo=UTC),
        datetime(2026, 11, 19, tzinfo=UTC),
        None,
    ]
    assert list(pandas_frame["published_as"])[:2] == ["2026-11-18T08:00:00+00:00", "2026-11-19"]
    assert polars_frame["authors"].to_list()[0] == ["Mona Said"]
    assert polars_frame["story"].to_list() == [1, 1, None]


def test_one_article_a_search_and_a_story(db: rasid.Database) -> None:
    found = db.article("https://news.example/1")
    assert found is not None
    assert found["title"] == db.article(1)["title"] == "Title 1"  # type: ignore[index]
    assert db.article(9) is None
    assert [hit.id for hit in db.search("short")] == [3]
    assert [member.article_id for member in db.story(found["story"])] == [1, 2]
    assert db.stats().by_language == {"ar": 2, "en": 1}
    with pytest.raises(rasid.BadQuery):
        db.search('"open')


def test_what_is_no_database_is_not_made(tmp_path: Path) -> None:
    with pytest.raises(rasid.BadDatabase, match="no such database"):
        rasid.open(tmp_path / "none.db")
    assert not list(tmp_path.iterdir())


def test_what_no_database_holds_is_not_there(db: rasid.Database) -> None:
    assert db.article(2**70) is None
    assert db.article(-1) is None
    assert db.story(2**70) == []
    assert len(db.articles(source=None, language=None)) == 3


def test_a_wrong_filter_is_said_at_once(db: rasid.Database) -> None:
    with pytest.raises(ValueError, match="none, exact or story"):
        db.articles(dedupe="some")
    with pytest.raises(ValueError, match="since 'foo': no date; write it as 2026-01-31"):
        db.articles(since="foo")
    with pytest.raises(ValueError, match="rank 'best': relevance, recent, blend"):
        db.search("x", rank="best")
    with pytest.raises(ValueError, match="language 'xx': none of ISO 639-1"):
        db.articles(language=["ar", "xx"])
    with pytest.raises(ValueError, match="no source tach: did you mean tech"):
        db.articles(source=["tech", "tach"])
    with pytest.raises(ValueError, match="since 2026-11-02, until 2026-11-01: no time lies"):
        db.articles(since="2026-11-02", until="2026-11-01")
    with pytest.raises(ValueError, match="limit -1: 0 or more"):
        db.search("x", limit=-1)
    with pytest.raises(ValueError, match="limit -1: 0 or more"):
        db.articles(limit=-1)


def test_nothing_is_written(path: Path, db: rasid.Database) -> None:
    before = path.read_bytes()
    list(db.articles())
    assert path.read_bytes() == before


@pytest.mark.parametrize("page", ["README.md", "docs/library.md"])
def test_the_lines_of_the_docs(
    page: str, path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    lines = (Path(__file__).parents[2] / page).read_text("utf-8")
    (code,) = re.findall(r"^    import rasid\n(?:    .*\n)+", lines, re.M)
    monkeypatch.chdir(path.parent)
    exec(dedent(code), {})  # it is ours
    assert re.search(r"^tech +60\.0$", capsys.readouterr().out, re.M)
