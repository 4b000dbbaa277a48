"""A person, whence they write, and the day, in a line: «Jane Doe | Leeds | 3/11/2026»."""

from __future__ import annotations

import re

from pipeline.people.common_names import given_names
from pipeline.people.name_shapes import is_cased_as_name, is_name

_THREE = re.compile(
    r"([^|•·\d]{5,40}?)\s*[|•·]\s*([^|•·\d:@]{3,40}?)\s*[|•·]\s*"
    r"([^|•·]{0,40}\d[^|•·]{0,40}(?:\s\|\s\d\d?[:.h]\d\d\D{0,8})?)"
)
"""A name, a town and a day, behind which the hour may stand."""
_LATIN = re.compile("[A-\u024f]")
"""How names begin whose given names are known; most other lines need no reading."""
_DAY = re.compile(r"(?<!\d)(?:1[34]|19|20)\d\d(?!\d)|\d([./-])\d\d?\1\d\d(?!\d)")


def without_town_before_day(line: str) -> str:
    """A line without the town, the house or the section between a person with a common given name
    and the day; a second person there has such a name too. Other lines as they are."""
    bare = line.strip()
    parts = _THREE.fullmatch(bare) if _LATIN.match(bare) else None
    if parts is None or not _DAY.search(parts[3]):
        return line
    name, town = parts[1], parts[2]
    if not (_is_person(name) and is_cased_as_name(town)) or _is_person(town):
        return line
    return f"{name} | {parts[3]}"


def _is_person(name: str) -> bool:
    first, *rest = name.split()
    known = first in given_names() or first.title() in given_names()
    return bool(rest) and known and is_name(name) and is_cased_as_name(name)
