"""What was committed survives kill -9, and what was not leaves no trace."""

from __future__ import annotations

import random
import subprocess
import sys
from pathlib import Path

from db.engine import open_engine, session_factory, upgrade
from db.models import ArticleRow, LinkRow, RevisionRow
from db.upkeep import check

KILLS = 8
WRITER = """
import sys
sys.path[:0] = [sys.argv[2], sys.argv[3]]
from database_cases import NOW, SITE, article
from db.engine import open_engine, session_factory
from db.write import save_links, store_article, sync_source
from db.read import link
from pipeline.records import Link, Source

sessions = session_factory(open_engine(sys.argv[1]))
number = int(sys.argv[4])
while True:
    number += 1
    found = article(f"/{number}", f"Title {number}", body=f"Text {number}. " * 400)
    with sessions.begin() as s:
        sync_source(s, Source(id="tech", name="Tech"))
        save_links(s, "tech", [Link(found.url, SITE)], NOW)
        store_article(s, link(s, "tech", found.url).id, found, NOW)
    print(number, flush=True)
"""


def test_killed_at_random_points(tmp_path: Path) -> None:
    path = tmp_path / "rasid.db"
    engine = open_engine(path)
    upgrade(engine)
    seed = random.Random(7)
    root, here = Path(__file__).parents[2], Path(__file__).parent
    last = 0
    for _ in range(KILLS):
        command = [sys.executable, "-c", WRITER, str(path), str(root), str(here), str(last)]
        with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as writer:
            assert writer.stdout is not None
            for _ in range(seed.randint(1, 12)):
                last = int(writer.stdout.readline())
            writer.kill()
            said = [int(line) for line in writer.stdout if line.endswith("\n")]
        last = max([last, *said])
        assert check(engine) == []
        with session_factory(engine, read_only=True)() as s:
            stored = s.query(ArticleRow).count()
            assert stored in (last, last + 1)
            assert s.query(RevisionRow).count() == s.query(LinkRow).count() == stored
        last = stored
    engine.dispose()
