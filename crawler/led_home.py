"""Section pages that lead to the site's home page in their stead: what stands there is of all
sections, and would be taken for the one's."""

from __future__ import annotations

import re

from pipeline.errors import Reason, Rejected
from pipeline.languages import LANGUAGES
from pipeline.records import Page
from pipeline.urls import is_front_file, path_segments, same_site

_LANGUAGE = re.compile(r"([a-z]{2})(?:[-_][a-z]{2})?", re.IGNORECASE)


def led_home(page: Page) -> Rejected | None:
    """Why a page is not the one that was asked for: a redirect led from below a home page to it, to
    the site's own or to that of the language that the address is in. None where none did."""
    asked, there = parts_of(page.requested_url), parts_of(page.final_url)
    is_home = not there or (there == asked[:1] and _is_language(there[0]))
    was_home = not asked or (len(asked) == 1 and _is_language(asked[0]))
    if was_home or not is_home or len(asked) <= len(there):
        return None
    if not same_site(page.requested_url, page.final_url):
        return None
    return Rejected(Reason.REDIRECTED_AWAY, f"leads to the home page, {page.final_url}"[:300])


def parts_of(url: str) -> tuple[str, ...]:
    """The parts of an address's path, without the name of a folder's first page."""
    parts = path_segments(url)
    return parts[:-1] if parts and is_front_file(parts[-1]) else parts


def _is_language(part: str) -> bool:
    found = _LANGUAGE.fullmatch(part)
    return found is not None and found[1].lower() in LANGUAGES
