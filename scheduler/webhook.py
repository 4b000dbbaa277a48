"""Telling a web address: JSON by POST."""

from __future__ import annotations

import json
import urllib.request
from collections.abc import Mapping
from http.client import HTTPConnection, HTTPResponse
from typing import Any
from urllib.parse import urlsplit

from scheduler.talk import bounded


def post(url: str, told: Mapping[str, str], timeout_s: float) -> None:
    """Post to an http or https address, by the proxies that the environment names.

    Raises OSError or HTTPException where it does not answer with 2xx in time, a redirect included,
    and ValueError for what is no such address.
    """
    if urlsplit(url).scheme not in ("http", "https"):
        raise ValueError(f"{url!r} is no http or https address")
    body = json.dumps(told, ensure_ascii=False).encode()
    headers = {"Content-Type": "application/json", "User-Agent": "Rasid"}
    request = urllib.request.Request(url, body, headers, method="POST")  # noqa: S310  # see above
    plain, secure = _Plain(), _Secure()
    opener = urllib.request.build_opener(plain, secure, _NoRedirects)
    made = [plain.made, secure.made]
    with (
        bounded(timeout_s, lambda: next((each.sock for found in made for each in found), None)),
        opener.open(request, timeout=timeout_s),
    ):
        pass


class _Noting(urllib.request.AbstractHTTPHandler):
    """Keeps the connections that it makes."""

    def __init__(self) -> None:
        super().__init__()
        self.made: list[HTTPConnection] = []

    def do_open(self, http_class: Any, req: Any, **names: Any) -> HTTPResponse:
        def make(*words: Any, **more: Any) -> HTTPConnection:
            self.made.append(http_class(*words, **more))
            return self.made[-1]

        return super().do_open(make, req, **names)


class _Plain(_Noting, urllib.request.HTTPHandler):
    pass


class _Secure(_Noting, urllib.request.HTTPSHandler):
    pass


class _NoRedirects(urllib.request.HTTPRedirectHandler):
    """A redirect would be followed without what is told, and its answer taken for a yes."""

    def redirect_request(self, *_: Any) -> None:
        return None
