"""`make bench`: every measurement, one after the other; fails where one is below its floor.

`make bench PAGES="DIR …"` measures extraction on those folders of pages with ground truth (see
bench/extraction.py for their form); without PAGES on the project's own goldens. Stories and search
are measured among 2,000 articles; `python -m bench.stories N` and `python -m bench.search N [URL]`
do so among as many as wanted, the second on PostgreSQL too. Exports are of 5,000 articles;
`python -m bench.export N` makes them of more, in every format. Hostile pages are made to take
long: one of twice the size may take three times as long, not four.
"""

from __future__ import annotations

import sys
from tempfile import TemporaryDirectory

from bench import export, extraction, hostile_pages, search, stories, word_forms

if __name__ == "__main__":
    failed = extraction.main(sys.argv[1:])
    print("\nhostile pages")
    failed |= hostile_pages.main()
    print("\nwords")
    failed |= word_forms.main([])
    for name, measure in (("stories", stories.main), ("search", search.main)):
        print(f"\n{name}")
        failed |= measure(["2000"])
    print("\nexports")
    with TemporaryDirectory(prefix="rasid-bench-") as folder:
        wanted = ["--folder", folder, "--formats", "jsonl", "csv", "parquet"]
        failed |= export.main(["5000", *wanted])
    sys.exit(failed)
