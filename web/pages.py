"""The pages of the console."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any
from urllib.parse import urlencode

from sqlalchemy.orm import Session, sessionmaker
from starlette.datastructures import QueryParams
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from db import console, read
from db.article_json import article_json
from db.explain import explain
from db.export.masking import mask_removed
from db.models import RunRow
from db.search import BadQuery, Hit, Rank, search
from db.withheld import why_withheld
from scheduler.serving import service_of
from web import answers, asked, body, differences
from web.asked import FILTERS, NotFound
from web.charts import bars
from web.health import DAYS, Standing, in_all, watched

PAGE_SIZE = 30
RANKS = {Rank.RELEVANCE: "best", Rank.BLEND: "best, not too old", Rank.RECENT: "newest"}
"""The orders of what a search finds, as the console names them."""


class Pages:
    """The console's pages, from one database. Each request sees one state of it."""

    def __init__(self, sessions: sessionmaker[Session]) -> None:
        self._sessions = sessions

    def routes(self) -> list[Route]:
        return [
            Route("/", self.health),
            Route("/articles", self.articles),
            Route("/articles/{id}", self.article),
            Route("/explain", self.explain),
            Route("/runs", self.runs),
        ]

    def health(self, request: Request) -> Response:
        """How the sources do, the failing ones first."""
        now = datetime.now(UTC)
        with self._sessions() as session:
            found = read.sources_with_health(session, now)
            a_day = console.articles_a_day(session, now.date(), DAYS)
            articles = read.count_articles(session)
            service = service_of(session)
        sources = watched(found, a_day, now, now.date())
        every = in_all(a_day)
        return _page(
            "health.html",
            "health",
            sources=[one for one in sources if one.standing is not Standing.DISABLED],
            disabled=[one for one in sources if one.standing is Standing.DISABLED],
            alerts=[(one, alert) for one in sources for alert in one.health.open_alerts],
            failing=sum(one.standing is Standing.FAILING for one in sources),
            articles=articles,
            service=service,
            fortnight=sum(every),
            today=every[-1],
            chart=bars(every, now.date()),
        )

    def articles(self, request: Request) -> Response:
        """The articles, the newest first, or what a search finds."""
        query = request.query_params
        words = asked.word(query, "q") or ""
        rank = asked.rank(query)
        hits: list[Hit] = []
        listed: list[console.Listed] = []
        fault, more = None, None
        with self._sessions() as session:
            wanted = asked.filters(query, session)
            choices = {
                "sources": console.source_names(session),
                "languages": console.languages(session),
                "sections": console.recent_sections(session),
            }
            if words:
                offset = asked.offset(query)
                try:
                    hits = search(session, words, wanted, PAGE_SIZE + 1, offset=offset, rank=rank)
                except BadQuery as bad:
                    fault = str(bad)
                if len(hits) > PAGE_SIZE and offset + PAGE_SIZE <= asked.MAX_OFFSET:
                    more = _address("/articles", query, "offset", str(offset + PAGE_SIZE))
            else:
                after = asked.after(query)
                listed = console.newest_articles(session, wanted, PAGE_SIZE + 1, after)
                if len(listed) > PAGE_SIZE:
                    place = asked.written(listed[PAGE_SIZE - 1].place)
                    more = _address("/articles", query, "after", place)
        return _page(
            "articles.html",
            "articles",
            status=400 if fault else 200,
            q=words,
            asked={name: query.get(name, "") for name in FILTERS},
            filtered=any(query.get(name, "").strip() for name in FILTERS),
            choices=choices,
            rank=rank,
            ranks=RANKS,
            fault=fault,
            hits=hits[:PAGE_SIZE],
            listed=listed[:PAGE_SIZE],
            more=more,
            first=_address("/articles", query, "offset", None) if _goes_on(query) else None,
        )

    def article(self, request: Request) -> Response:
        """One article: its text, facts, ledger and revisions, and what changed between two."""
        query, article_id = request.query_params, asked.whole(request.path_params["id"])
        with self._sessions() as session:
            numbers = console.versions(session, article_id) if article_id else []
            if article_id is None or not numbers:
                raise NotFound(f"no article {request.path_params['id']}")
            record = _record(session, article_id, asked.number(query, "revision", None, least=1))
            old = asked.number(query, "from", None, least=1)
            new = asked.number(query, "to", None, least=1)
            compared = None
            if old is not None and new is not None:
                before, after = (_record(session, article_id, number) for number in (old, new))
                compared = differences.compare(before, after)
            row = read.article_by_id_or_url(session, article_id)
        assert row is not None
        last = numbers[-1].number
        return _page(
            "article.html",
            "articles",
            article=record,
            groups=body.groups(record["blocks"]),
            ledger=body.by_rule(mask_removed(record["removed"])),
            removed=len(record["removed"]),
            versions=numbers,
            latest=last,
            gone_at=row.gone_at,
            withheld=why_withheld(record["text"], record["policy"]),
            compared=compared,
            old=old or max(1, record["revision"] - 1),
            new=new or (record["revision"] if record["revision"] > 1 else last),
        )

    def explain(self, request: Request) -> Response:
        """What became of a URL and why."""
        url = asked.word(request.query_params, "url") or ""
        events = []
        if url:
            with self._sessions() as session:
                events = explain(session, url)
        return _page("explain.html", "explain", url=url, events=events)

    def runs(self, request: Request) -> Response:
        """The history of runs, with their counts by outcome and reason."""
        query = request.query_params
        state = asked.run_state(query)
        with self._sessions() as session:
            source = asked.source(query, session)
            found = read.runs(
                session,
                limit=PAGE_SIZE + 1,
                source_id=source,
                state=state,
                before=asked.number(query, "before", None),
            )
            sources = console.source_names(session)
        more = None
        if len(found) > PAGE_SIZE:
            more = _address("/runs", query, "before", str(found[PAGE_SIZE - 1].id))
        return _page(
            "runs.html",
            "runs",
            runs=[(run, _counts(run, "outcomes"), _counts(run, "reasons")) for run in found][
                :PAGE_SIZE
            ],
            sources=sources,
            states=asked.RUN_STATES,
            asked={"source": source or "", "state": state or ""},
            more=more,
            first=_address("/runs", query, "before", None) if "before" in query else None,
        )


def _page(template: str, here: str, *, status: int = 200, **values: Any) -> Response:
    return answers.page(template, values | {"here": here, "now": datetime.now(UTC)}, status)


def _record(session: Session, article_id: int, revision: int | None) -> dict[str, Any]:
    record = article_json(session, article_id, revision)
    if record is None:
        raise NotFound(f"article {article_id} has no revision {revision or ''}".rstrip())
    return record


def _counts(run: RunRow, name: str) -> list[tuple[str, int]]:
    """Outcomes or reasons of a run, the most frequent first."""
    found = run.counts.get(name)
    if not isinstance(found, dict):
        return []
    pairs = [(str(key), value) for key, value in found.items() if isinstance(value, int) and value]
    return sorted(pairs, key=lambda pair: (-pair[1], pair[0]))


def _goes_on(query: QueryParams) -> bool:
    return any(name in query for name in ("after", "offset"))


def _address(path: str, query: QueryParams, name: str, value: str | None) -> str:
    """The address of the same list from another place on; None: from its beginning."""
    places = ("after", "offset", "before")
    kept = [(key, val) for key, val in query.multi_items() if key not in places and val.strip()]
    if value is not None:
        kept.append((name, value))
    return f"{path}?{urlencode(kept)}" if kept else path
