"""`rasid demo`: the whole way of an article, on a small site that is served on loopback."""

from __future__ import annotations

import shutil
import time
from collections.abc import Sequence
from pathlib import Path
from typing import Annotated

import typer

from cli.context import Context, context_of
from cli.crawl import Watch
from cli.crawling import Crawls
from cli.failures import EXIT_INTERRUPTED, DonePartly, WrongRequest
from cli.reading import show_diff, show_removed, show_text
from cli.search import show_hits
from crawler.events import CrawlRequest, outcomes
from crawler.sources import write_source
from db import read
from db.article_json import article_json
from db.export import export
from db.export.masking import mask_removed
from db.filters import Filters
from db.search import search
from demo import claims
from demo.claims import Claim, Stored
from demo.content import Section, load_site
from demo.server import DemoSite, serve
from pipeline.records import Source
from pipeline.urls import host_port

app = typer.Typer()

_MARK = ".rasid-demo"
"""A file in the folder of a demo: what the next one may remove."""
_QUERY = "تقنية"
"""Written «التقنيّة» in one article and «تـقـنـيـة» in another: both are to be found."""


@app.command()
def demo(
    ctx: typer.Context,
    out: Annotated[Path, typer.Option(help="Folder that keeps what the demo made.")] = Path(
        "demo-output"
    ),
) -> None:
    """Serve a small news site on loopback, crawl it twice, search, export; no network."""
    given = context_of(ctx)
    began = time.monotonic()
    with serve(load_site()) as site:
        run = _Demo(_context(given, out, site), out, site)
        run.visit_twice()
        run.revisit_after_update()
        run.look()
        run.export()
    given.screen.print()
    failed = [claim for claim in run.claims if not claim.holds]
    for claim in run.claims:
        given.screen.print(("✓ " if claim.holds else "✗ ") + claim.says)
        if not claim.holds:
            given.screen.print(f"  seen: {claim.seen}", "red")
    if failed:
        raise DonePartly(f"{len(failed)} of {len(run.claims)} claims do not hold")
    _say_what_next(given, out, time.monotonic() - began)


def _context(given: Context, out: Path, site: DemoSite) -> Context:
    """A context of the demo's own: its database, its sources, and a contact on loopback."""
    make_room(out)
    for section in site.site.watched:
        write_source(out / "sources", _source(section, site))
    return Context(
        db=str(out / "rasid.db"),
        sources=str(out / "sources"),
        contact=f"{site.origin}/contact",
        quiet=given.quiet,
        bidi=given.bidi,
    )


def make_room(out: Path) -> None:
    """Remove what an earlier demo left; a folder of other things, a person's own database above
    all, is not touched."""
    if not out.exists():
        out.mkdir(parents=True)
    elif not out.is_dir() or (any(out.iterdir()) and not _is_of_demo(out)):
        raise WrongRequest(f"{out}: holds other things; name another folder with --out")
    (out / _MARK).touch()
    for name in ("rasid.db", "rasid.db-wal", "rasid.db-shm"):
        (out / name).unlink(missing_ok=True)
    for name in ("sources", "archive"):
        shutil.rmtree(out / name, ignore_errors=True)


def _is_of_demo(out: Path) -> bool:
    """Whether a folder is one that a demo made: by its mark, or by its sources, which before there
    was a mark were the only ones."""
    found = {path.name for path in (out / "sources").glob("*")}
    return (out / _MARK).exists() or found == {"demo-ar.toml", "demo-en.toml"}


def _source(section: Section, site: DemoSite) -> Source:
    return Source(
        id=f"demo-{section.language}",
        name=section.name,
        section=site.section_url(section.key),
        language=section.language,
        delay_s=0.0,
        private_hosts=frozenset({host_port(site.origin)}),
    )


class _Demo:
    """The demo's steps; each adds the claims that it proves."""

    def __init__(self, context: Context, out: Path, site: DemoSite) -> None:
        self.context = context
        self.screen = context.screen
        self.out = out
        self.site = site
        self.claims: list[Claim] = []

    def visit_twice(self) -> None:
        """The first visit finds everything, the second downloads no article."""
        watched = self.site.site.watched
        self._title(f"1. A news site on {self.site.origin}, {len(self.site.site.stories)} articles")
        self._crawl(watched)
        self.site.take_log()
        stored = {section.key: self._stored(section) for section in watched}
        everything = [article for articles in stored.values() for article in articles]
        original = self.site.site
        for section in watched:
            self.claims.append(claims.section_is_whole(original, section, stored[section.key]))
        self.claims.append(claims.texts_are_clean(original, everything))
        self.claims.append(claims.copy_is_one(original, everything))
        self._title("2. The second visit")
        self._crawl(watched)
        self.claims.append(claims.nothing_was_downloaded(self.site.take_log()))

    def revisit_after_update(self) -> None:
        """The editors update an article; a full visit finds the one that changed."""
        self._title("3. An article is updated; all are fetched again with --full")
        self.site.publish_updates()
        sections = [s for s in self.site.site.watched if s.language == "en"]
        self._crawl(sections, full=True)
        stored = self._stored(sections[0])
        log = self.site.take_log()
        self.claims.append(claims.one_was_revised(self.site.site, log, stored))
        self.claims.append(claims.texts_are_clean(self.site.site, stored))
        revised = next((article for article in stored if article.revisions > 1), None)
        if revised is not None:
            self._show_change(revised.url)

    def look(self) -> None:
        """A search, and an article with its ledger."""
        self._title(f"4. rasid search {_QUERY}")
        with self.context.reading() as session:
            hits = search(session, _QUERY, Filters(), 50)
            records = [record for hit in hits if (record := article_json(session, hit.id))]
        show_hits(self.screen, hits[:3])
        self.claims.append(claims.all_spellings_are_found(_QUERY, records))
        # A short one: its ledger is longer than its text.
        shortest = min(records, key=lambda record: record["word_count"], default=None)
        if shortest is not None:
            self._title(f"5. rasid show {shortest['id']} --removed")
            show_text(self.screen, shortest)
            show_removed(self.screen, mask_removed(shortest["removed"]), shortest["language"])

    def export(self) -> None:
        """Everything as JSONL."""
        path = self.out / "articles.jsonl"
        self._title(f"6. rasid export {path}")
        with self.context.reading() as session:
            export(session, path, "jsonl", Filters())
        lines = path.read_text("utf-8").splitlines()
        expected = sum(len(self.site.site.of(s)) for s in self.site.site.watched)
        self.screen.print(f"{len(lines)} lines, {path.stat().st_size:,} bytes")
        says = f"the export holds all {expected} articles"
        self.claims.append(Claim(says, len(lines) == expected, f"{len(lines)} lines"))

    def _crawl(self, sections: Sequence[Section], *, full: bool = False) -> None:
        settings = self.context.settings
        requests = [
            CrawlRequest(
                source=f"demo-{section.language}",
                db=settings.db,
                sources=settings.sources,
                contact=settings.contact,
                full=full,
            )
            for section in sections
        ]
        with Watch(self.screen) as watch:
            crawls = Crawls(watch.on_event, jobs=2)
            results = crawls.run(requests)
        if crawls.interrupted:
            raise typer.Exit(EXIT_INTERRUPTED)
        for result in results:
            requests_made = watch.ended.get(result.source, {}).get("requests", 0)
            made = ", ".join(f"{n} {what}" for what, n in outcomes(result.counts).items())
            self.screen.print(f"{result.source}: {requests_made} requests, {made or 'nothing new'}")

    def _stored(self, section: Section) -> list[Stored]:
        with self.context.reading() as session:
            wanted = Filters(sources=(f"demo-{section.language}",))
            return [
                Stored(record["url"], record["title"], record["text"], record["revision"])
                for record in read.articles(session, wanted)
            ]

    def _show_change(self, url: str) -> None:
        with self.context.reading() as session:
            article = read.article_by_id_or_url(session, url)
            assert article is not None
            first, second = (article_json(session, article.id, number) for number in (1, 2))
        assert first is not None
        assert second is not None
        self.screen.print(f"rasid show {article.id} --diff", "dim")
        show_diff(self.screen, first, second)

    def _title(self, title: str) -> None:
        self.screen.print()
        self.screen.print(title, "bold cyan")


def _say_what_next(context: Context, out: Path, seconds: float) -> None:
    screen = context.screen
    screen.print()
    screen.print(f"All claims hold, in {seconds:.0f} s. Look around:", "bold green")
    for line in (
        f"rasid --db {out}/rasid.db search satellite",
        f"rasid --db {out}/rasid.db show 1 --removed",
        f"rasid --db {out}/rasid.db stats",
    ):
        screen.print(f"    {line}")
    screen.print("Then a site of your own:", "bold green")
    for line in (
        "export RASID_CONTACT=you@example.org",
        "rasid add https://example.org/technology --id mine",
        "rasid crawl mine",
    ):
        screen.print(f"    {line}")
