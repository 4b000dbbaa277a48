"""`make bench`: every measurement, one after the other; fails where one is below its floor.

`make bench PAGES="DIR …"` measures extraction on those folders of pages with ground truth (see
bench/extraction.py for their form); without PAGES on the project's own goldens. Stories and search
are measured among 2,000 articles, search on PostgreSQL too where that is installed;
`python -m bench.stories N` and `python -m bench.search N [URL]` do so among as many as wanted,
`python -m bench.growth FILE` says what a story costs as the table grows. Exports
are of 5,000 articles; `python -m bench.export N` makes them of more, in every format.
Hostile pages are made to take long: one of twice the size may take three times as long, not four.
"""

from __future__ import annotations

import sys
from pathlib import Path
from tempfile import TemporaryDirectory

from bench import export, extraction, hostile_pages, search, stories, word_forms

sys.path.insert(0, str(Path(__file__).parents[1] / "tests" / "db"))
from postgres_server import MISSING, find_programs, server


def _search_on_postgresql() -> int:
    """The judged searches on a server of its own; nothing where PostgreSQL is not installed."""
    if find_programs() is None:
        print(f"not measured: {MISSING}")
        return 0
    with server() as url:
        return search.main(["2000", url])


if __name__ == "__main__":
    failed = extraction.main(sys.argv[1:])
    print("\nhostile pages")
    failed |= hostile_pages.main()
    print("\nwords")
    failed |= word_forms.main([])
    for name, measure in (("stories", stories.main), ("search", search.main)):
        print(f"\n{name}")
        failed |= measure(["2000"])
    print("\nsearch on PostgreSQL")
    failed |= _search_on_postgresql()
    print("\nexports")
    with TemporaryDirectory(prefix="rasid-bench-") as folder:
        wanted = ["--folder", folder, "--formats", "jsonl", "csv", "parquet"]
        failed |= export.main(["5000", *wanted])
    sys.exit(failed)
