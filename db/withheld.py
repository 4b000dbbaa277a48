"""Articles of which everything but the text is kept, because their page asks for it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

_PLACES = (("robots_meta", "its robots meta"), ("x_robots_tag", "its X-Robots-Tag"))


def why_withheld(text: str, policy: Mapping[str, Any]) -> str | None:
    """Why the text of a revision was not kept, in words that follow "the text is not kept: ";
    None where it was."""
    if text:
        return None
    for key, place in _PLACES:
        if "noarchive" in (policy.get(key) or ()):
            return f"{place} says noarchive"
    if policy.get("tdm_reservation"):
        return "it reserves text and data mining"
    return "its page was empty"
