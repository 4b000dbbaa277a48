"""What every verb has at hand: the settings, the screen, and the database when it asks for it.

The database's libraries take most of a second to import: verbs that need none do not wait for them.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, cast

import typer

from cli.bidi import Bidi
from cli.failures import WrongRequest
from cli.screen import Screen
from crawler.settings import Settings, read_settings
from crawler.sources import load_sources
from pipeline.records import Source

if TYPE_CHECKING:
    from sqlalchemy import Engine
    from sqlalchemy.orm import Session


@dataclass
class Context:
    """One invocation of the program: what was given before or after the verb."""

    db: str | None = None
    sources: str | None = None
    contact: str | None = None
    quiet: bool = False
    bidi: str | None = None
    _engine: Engine | None = field(default=None, init=False)

    @cached_property
    def settings(self) -> Settings:
        """What was given, else the environment, else rasid.toml. Raises BadSettings."""
        return read_settings(db=self.db, sources=self.sources, contact=self.contact, bidi=self.bidi)

    @cached_property
    def screen(self) -> Screen:
        try:
            bidi = Bidi(self.settings.bidi)
        except ValueError:
            known = ", ".join(Bidi)
            raise WrongRequest(f"bidi is {self.settings.bidi!r}; known are {known}") from None
        return Screen(quiet=self.quiet, bidi=bidi)

    def load_sources(self) -> list[Source]:
        """All sources, by id. Raises BadSources with every problem of every file."""
        return load_sources(Path(self.settings.sources))

    def engine_for_writing(self, *, make: bool = True) -> Engine:
        """The database with its tables brought up to date; made where there is none, but for verbs
        that have nothing to do in an empty one (`make` off): there it is a wrong request."""
        from cli.progress import upgrading
        from db.engine import open_engine, upgrade

        if not make:
            self._require_database()

        if self._engine is None:
            self._engine = open_engine(self.settings.db)
            with upgrading(self.screen, self.settings.db) as tell:
                upgrade(self._engine, tell)
        return self._engine

    @contextmanager
    def reading(self) -> Iterator[Session]:
        """A session that only reads. A missing database is a wrong request, and is not made."""
        from db.engine import open_engine, require_current, session_factory

        self._require_database()
        settings = self.settings
        engine = open_engine(settings.db)
        try:
            require_current(engine)
            with session_factory(engine, read_only=True)() as session:
                yield session
        finally:
            engine.dispose()

    def _require_database(self) -> None:
        db = self.settings.db
        if "://" not in db and not Path(db).exists():
            raise WrongRequest(
                f"{db}: no such database; run rasid crawl or rasid demo first, "
                "or name one with --db"
            )

    def close(self) -> None:
        if self._engine is not None:
            self._engine.dispose()


def context_of(ctx: typer.Context) -> Context:
    """The context of a command's invocation."""
    return cast(Context, ctx.obj)
