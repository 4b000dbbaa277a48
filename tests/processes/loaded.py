"""What the command line and a crawl's processes import, and what their first page looks up: loaded
once, by the server of `prepared`, of which they are copies."""

from __future__ import annotations

import sys
from datetime import UTC, datetime
from pathlib import Path
from tempfile import TemporaryDirectory

from scrapy.settings import Settings
from scrapy.utils.misc import load_object
from sqlalchemy.orm import configure_mappers

import cli.add
import cli.main  # noqa: F401
import crawler.probe
import crawler.run
import crawler.spiders.probe
import crawler.visit  # noqa: F401
from crawler import reactor, scrapy_settings
from crawler.workers import heap, serving, worker  # noqa: F401
from db.engine import open_engine, upgrade
from pipeline.language import load_model
from pipeline.memory import for_extraction, learn
from pipeline.records import Article, ListingKind, Memory, Page, Source

sys.path.insert(0, str(Path(__file__).parents[1] / "site"))

from news_content import make_stories
from wordpress_site import WordPressSite

NOW = datetime(2026, 11, 25, tzinfo=UTC)


def look_up() -> None:
    """Read the pages of a small site, and learn of them."""
    memory = Memory()
    with WordPressSite(make_stories(1, {"tech": 6, "sport": 2, "economy": 2})) as site:
        section = site.section("tech", 1)
        assert section is not None
        source = Source(id="site", name="site", section=site.url("/category/tech/"))
        pages = {site.url(story.path): site.article(story) for story in site.of("tech")}
        listing = Page(source.section, source.section, str(section.body).encode(), NOW)
        worker.read_listing(ListingKind.SECTION, listing, source, memory, max_links=100)
    for url, html in pages.items():
        page = Page(url, url, html.encode(), NOW, source=source)
        article = worker.extract(page, for_extraction(memory), NOW)
        assert isinstance(article, Article)
        memory = learn(memory, article, NOW.date())


def make_tables() -> None:
    """Make a database, for which Alembic is loaded."""
    with TemporaryDirectory() as folder:
        engine = open_engine(Path(folder) / "rasid.db")
        upgrade(engine)
        engine.dispose()


settings = Settings()
for name in (*settings["DOWNLOADER_MIDDLEWARES_BASE"], settings["LOG_FORMATTER"]):
    load_object(name)
settings.setmodule(scrapy_settings, "project")
reactor._load(settings)
make_tables()
configure_mappers()
load_model()
look_up()
heap.settle()
