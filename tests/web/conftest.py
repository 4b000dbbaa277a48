"""A console over a real database, served by a real server on a free port."""

from __future__ import annotations

import threading
import time
from collections.abc import Iterator
from pathlib import Path

import console_cases
import pytest
from asking import Served

from db.engine import open_engine, session_factory, upgrade
from web.app import build_app
from web.server import address, listen, make_server


@pytest.fixture(scope="session")
def served(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    path: Path = tmp_path_factory.mktemp("console") / "rasid.db"
    engine = open_engine(path)
    upgrade(engine)
    with session_factory(engine).begin() as session:
        ids = console_cases.fill(session)
    with listen("127.0.0.1", 0) as listening:
        server = make_server(build_app(engine))
        thread = threading.Thread(target=server.run, kwargs={"sockets": [listening]})
        thread.start()
        while not server.started:
            time.sleep(0.01)
        yield Served(address(listening).rstrip("/"), ids)
        server.should_exit = True
        thread.join(10)
    engine.dispose()
