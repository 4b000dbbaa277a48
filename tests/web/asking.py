"""Asks a server over plain HTTP: what a browser would not let a test send or see."""

from __future__ import annotations

import json
from dataclasses import dataclass
from http.client import HTTPConnection
from typing import Any
from urllib.parse import urlsplit


@dataclass(frozen=True)
class Served:
    """A console that can be asked: its address without a slash, and the articles' ids by name."""

    url: str
    ids: dict[str, int]


@dataclass(frozen=True)
class Answer:
    """What a server sent. `headers` has lower-case names."""

    status: int
    headers: dict[str, str]
    body: str

    @property
    def json(self) -> Any:
        return json.loads(self.body)


def ask(base: str, path: str, method: str = "GET", **headers: str) -> Answer:
    """One request, with its headers as given (`Host` replaces the usual one)."""
    connection = HTTPConnection(urlsplit(base).netloc, timeout=20)
    try:
        connection.request(method, path, headers=headers)
        answer = connection.getresponse()
        found = {name.lower(): value for name, value in answer.getheaders()}
        return Answer(answer.status, found, answer.read().decode())
    finally:
        connection.close()
