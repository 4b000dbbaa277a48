"""`make bench`: every measurement, one after the other; fails where one is below its floor.

`make bench PAGES="DIR …"` measures extraction on those folders of pages with ground truth (see
bench/extraction.py for their form); without PAGES on the project's own goldens.
"""

from __future__ import annotations

import sys

from bench import extraction

if __name__ == "__main__":
    sys.exit(extraction.main(sys.argv[1:]))
