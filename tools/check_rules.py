"""Whether all files of rules can be read, and all their patterns compiled.

A pattern is compiled when a page first asks it, and a file is read by every test of extraction:
what is wrong with either is told here, in one line each.
"""

from __future__ import annotations

import re
import sys
import tomllib
from collections.abc import Iterator
from pathlib import Path

RULES = Path(__file__).parents[1] / "pipeline" / "rules"


def main() -> int:
    """The status to exit with: 1 where something was found."""
    faults = [*unreadable()] or [*uncompilable()]
    for fault in faults:
        print(fault, file=sys.stderr)
    return 1 if faults else 0


def unreadable() -> Iterator[str]:
    for path in sorted(RULES.glob("*.toml")):
        try:
            tomllib.loads(path.read_text("utf-8"))
        except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
            yield f"{path.name}: {error}"


def uncompilable() -> Iterator[str]:
    from pipeline.lines.rulebook import rule_book

    for rule in rule_book().patterns:
        for pattern in rule.patterns:
            try:
                re.compile(pattern.source, pattern.flags)
            except re.error as error:
                yield f"rule {rule.name}: {error}: {pattern.source}"


if __name__ == "__main__":
    sys.exit(main())
