"""The read-only API: the same questions as the pages, answered in JSON."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime

import orjson
from sqlalchemy import text
from sqlalchemy.orm import Session, sessionmaker
from starlette.requests import Request
from starlette.responses import Response, StreamingResponse
from starlette.routing import Route

from db import console, read
from db.article_json import article_json
from db.explain import explain
from db.export.masking import mask_removed
from db.records import event_record, hit_record, run_record, story_record
from db.search import search
from db.stories import members
from web import answers, asked
from web.asked import FILTERS, BadRequest, NotFound
from web.health import DAYS, standing
from web.records import source_record

_DEFAULT = 100
_TOGETHER = 50
"""Articles that are read and sent at once: what is in memory of a long answer."""


class Api:
    """The answers of /api, from one database. Each request sees one state of it."""

    def __init__(self, sessions: sessionmaker[Session]) -> None:
        self._sessions = sessions

    def routes(self) -> list[Route]:
        return [
            Route("/api/articles", self.articles),
            Route("/api/articles/{id}", self.article),
            Route("/api/stories/{id}", self.story),
            Route("/api/search", self.search),
            Route("/api/sources", self.sources),
            Route("/api/runs", self.runs),
            Route("/api/explain", self.explain),
            Route("/healthz", self.healthz),
        ]

    def articles(self, request: Request) -> Response:
        """Article records, the newest first; `next` is the `after` of the next request."""
        query = request.query_params
        asked.only_known(query, (*FILTERS, "limit", "after"))
        limit, after = asked.limit(query, _DEFAULT), asked.after(query)
        with self._sessions() as session:
            found = console.newest_articles(
                session, asked.filters(query, session), limit + 1, after
            )
        goes_on = asked.written(found[limit - 1].place) if len(found) > limit else None
        chunks = self._stream([one.id for one in found[:limit]], goes_on)
        return StreamingResponse(chunks, media_type=answers.JSON_TYPE)

    def _stream(self, ids: list[int], goes_on: str | None) -> Iterator[bytes]:
        yield b'{"articles":['
        separator = b""
        with self._sessions() as session:
            for at in range(0, len(ids), _TOGETHER):
                parts = []
                for article_id in ids[at : at + _TOGETHER]:
                    record = article_json(session, article_id)
                    if record is not None:
                        del record["removed"]
                        parts += [separator, orjson.dumps(record)]
                        separator = b","
                yield b"".join(parts)
        yield b'],"next":' + orjson.dumps(goes_on) + b"}"

    def article(self, request: Request) -> Response:
        """One article's record with its ledger; `revision` asks for an earlier one."""
        query = request.query_params
        asked.only_known(query, ("revision",))
        revision = asked.number(query, "revision", None, least=1)
        wanted = request.path_params["id"]
        with self._sessions() as session:
            article_id = asked.whole(wanted)
            record = article_json(session, article_id, revision) if article_id else None
        if record is None:
            what = f"article {wanted}" + (f" with revision {revision}" if revision else "")
            raise NotFound(f"no {what}")
        record["removed"] = mask_removed(record["removed"])
        return answers.json(record)

    def story(self, request: Request) -> Response:
        """A story's articles, the likely origin first, with the evidence for it."""
        asked.only_known(request.query_params, ())
        wanted = request.path_params["id"]
        with self._sessions() as session:
            story_id = asked.whole(wanted)
            copies = members(session, story_id) if story_id else []
        if not copies:
            raise NotFound(f"no story {wanted}")
        return answers.json(story_record(story_id, copies))

    def search(self, request: Request) -> Response:
        """What a search finds, in the order that `rank` names: the best first."""
        query = request.query_params
        asked.only_known(query, (*FILTERS, "q", "limit", "offset", "rank", "newest"))
        if "q" not in query:
            raise BadRequest("q is missing: the words to search for")
        with self._sessions() as session:
            hits = search(
                session,
                query["q"],
                asked.filters(query, session),
                asked.limit(query, _DEFAULT),
                offset=asked.offset(query),
                rank=asked.rank(query),
            )
        return answers.json({"articles": [hit_record(hit) for hit in hits]})

    def sources(self, request: Request) -> Response:
        """The sources with their health, by id."""
        asked.only_known(request.query_params, ())
        now = datetime.now(UTC)
        with self._sessions() as session:
            found = read.sources_with_health(session, now)
            a_day = console.articles_a_day(session, now.date(), DAYS)
        records = [
            source_record(each, standing(each, now), a_day.get(each.source.id, [0] * DAYS))
            for each in found
        ]
        return answers.json({"sources": records})

    def runs(self, request: Request) -> Response:
        """Runs, the latest first; `next` is the `before` of the next request."""
        query = request.query_params
        asked.only_known(query, ("source", "state", "since", "limit", "before"))
        limit = asked.limit(query, _DEFAULT)
        with self._sessions() as session:
            found = read.runs(
                session,
                limit=limit + 1,
                source_id=asked.source(query, session),
                state=asked.run_state(query),
                since=asked.moment(query, "since"),
                before=asked.number(query, "before", None),
            )
        goes_on = found[limit - 1].id if len(found) > limit else None
        return answers.json({"runs": [run_record(run) for run in found[:limit]], "next": goes_on})

    def explain(self, request: Request) -> Response:
        """What became of a URL, in order of time; no events where it was never seen."""
        asked.only_known(request.query_params, ("url",))
        url = asked.word(request.query_params, "url")
        if url is None:
            raise BadRequest("url is missing: the address to explain")
        with self._sessions() as session:
            events = [event_record(event) for event in explain(session, url)]
        return answers.json({"url": url, "events": events})

    def healthz(self, request: Request) -> Response:
        """Whether the database answers."""
        with self._sessions() as session:
            session.execute(text("SELECT 1"))
        return answers.json({"status": "ok"})
