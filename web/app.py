"""The console as an ASGI application: guard, pages, API, failures."""

from __future__ import annotations

import logging

from sqlalchemy import Engine
from sqlalchemy.exc import DBAPIError
from starlette.applications import Starlette
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import FileResponse, Response
from starlette.routing import Route

from db.bad_database import line_of
from db.engine import Unreachable, session_factory
from db.search import BadQuery
from web.answers import STATIC, failure
from web.api import Api
from web.asked import BadRequest, NotFound
from web.guard import Guard
from web.pages import Pages

log = logging.getLogger("rasid.web")


def build_app(engine: Engine, host: str = "127.0.0.1") -> Guard:
    """The console and the API over a database, which is only read.

    `host` is the address or name on which it will listen: requests that name another are refused.
    """
    sessions = session_factory(engine, read_only=True)
    routes = [
        *Pages(sessions).routes(),
        *Api(sessions).routes(),
        Route("/style.css", _style),
        Route("/icon.svg", _icon),
    ]
    handlers = {
        BadRequest: _bad_request,
        BadQuery: _bad_request,
        NotFound: _not_found,
        DBAPIError: _no_database,
        Unreachable: _not_now,
        HTTPException: _http,
        Exception: _bug,
    }
    # The guard is outermost, so that its headers stand on every answer, also on that to a bug.
    return Guard(Starlette(routes=routes, exception_handlers=handlers), host)


def _style(request: Request) -> Response:
    """The style sheet; its address changes with it."""
    kept = {"Cache-Control": "private, max-age=31536000, immutable"}
    return FileResponse(STATIC / "style.css", media_type="text/css", headers=kept)


def _icon(request: Request) -> Response:
    kept = {"Cache-Control": "private, max-age=86400"}
    return FileResponse(STATIC / "icon.svg", media_type="image/svg+xml", headers=kept)


def _bad_request(request: Request, error: Exception) -> Response:
    return failure(request.url.path, 400, str(error))


def _not_found(request: Request, error: Exception) -> Response:
    return failure(request.url.path, 404, str(error))


def _no_database(request: Request, error: Exception) -> Response:
    assert isinstance(error, DBAPIError)
    cause = line_of(error.orig or error)
    log.error("%s", cause)
    return failure(request.url.path, 503, cause)


def _not_now(request: Request, error: Exception) -> Response:
    log.error("%s", error)
    return failure(request.url.path, 503, str(error))


def _http(request: Request, error: Exception) -> Response:
    assert isinstance(error, HTTPException)
    message = "nothing is here" if error.status_code == 404 else str(error.detail)
    return failure(request.url.path, error.status_code, message)


def _bug(request: Request, error: Exception) -> Response:
    return failure(request.url.path, 500, "a bug in Rasid; its traceback is in the server's log")
