"""How the console answers: pages, JSON, and failures in the form of what was asked."""

from __future__ import annotations

from collections.abc import Mapping
from hashlib import sha256
from http import HTTPStatus
from pathlib import Path
from typing import Any

import orjson
from jinja2 import Environment, FileSystemLoader, StrictUndefined
from starlette.responses import HTMLResponse, Response

from web import wording

ROOT = Path(__file__).parent
STATIC = ROOT / "static"


def _environment() -> Environment:
    # Every template escapes, whatever its name: what is shown was written by strangers.
    made = Environment(
        loader=FileSystemLoader(ROOT / "templates"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    made.filters |= wording.FILTERS
    made.globals["style"] = f"/style.css?{style_version()}"
    return made


def style_version() -> str:
    """Changes with the style sheet, so that browsers may keep it."""
    return sha256((STATIC / "style.css").read_bytes()).hexdigest()[:12]


_TEMPLATES = _environment()


def page(name: str, values: Mapping[str, Any], status: int = 200) -> HTMLResponse:
    """A page of the console."""
    return HTMLResponse(_TEMPLATES.get_template(name).render(values), status)


def json(document: Mapping[str, Any], status: int = 200) -> Response:
    """A JSON document; times are written in UTC."""
    return Response(orjson.dumps(document, option=orjson.OPT_UTC_Z), status, None, JSON_TYPE)


JSON_TYPE = "application/json"


def failure(path: str, status: int, message: str) -> Response:
    """Why there is no answer, in one line: JSON under /api, a page elsewhere."""
    if path.startswith("/api/") or path == "/healthz":
        return json({"error": message}, status)
    values = {"status": status, "phrase": HTTPStatus(status).phrase, "message": message}
    return page("failure.html", values | {"here": ""}, status)
