"""Values as a person reads them: times, sizes, directions, addresses. All are template filters."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from datetime import UTC, datetime
from typing import Any
from urllib.parse import unquote, urlsplit

from pipeline.languages import RIGHT_TO_LEFT, runs_from_the_right

_UNITS = ((86_400, "d"), (3_600, "h"), (60, "min"))


def direction(language: str | None) -> str:
    """The direction in which a language is written: `rtl`, `ltr`, or `auto` where unknown."""
    if not language:
        return "auto"
    return "rtl" if language.lower().partition("-")[0] in RIGHT_TO_LEFT else "ltr"


def way(text: str, language: str | None) -> str:
    """The direction of one text of an article: that of its language, or of its first letter."""
    return "rtl" if runs_from_the_right(text, language) else "auto"


def web_address(url: str | None) -> str | None:
    """The URL, if it is one that may be followed: http and https only."""
    if not url or any(ord(char) <= 32 for char in url):
        return None
    try:
        parts = urlsplit(url)
    except ValueError:
        return None
    return url if parts.scheme.lower() in ("http", "https") and parts.netloc else None


def readable_url(url: str | None) -> str:
    """A URL with its letters in place of their codes, where all of them can be seen."""
    if not url:
        return ""
    try:
        plain = unquote(url, errors="strict")
    except UnicodeDecodeError:
        return url
    return plain if plain.isprintable() and " " not in plain else url


def ago(found: datetime | None, now: datetime) -> str:
    """How long ago, or in how long, in the largest unit that fits; "" for none."""
    if found is None:
        return ""
    seconds = (now - found).total_seconds()
    if abs(seconds) < 1:
        return "now"
    return f"{duration(seconds)} ago" if seconds >= 0 else f"in {duration(-seconds)}"


def due(at: datetime, now: datetime) -> str:
    """When something is due, or since when it is."""
    return ago(at, now).replace(" ago", " overdue")


def duration(seconds: float) -> str:
    """Seconds in the largest unit that fits: 40 s, 3 min, 5 h, 2 d."""
    for size, unit in _UNITS:
        if seconds >= size:
            return f"{seconds / size:.0f} {unit}"
    return f"{seconds:.0f} s"


def iso(found: datetime) -> str:
    """A time as a machine reads it."""
    return found.astimezone(UTC).replace(tzinfo=None).isoformat(timespec="seconds") + "Z"


def minute(found: datetime) -> str:
    """A time in UTC, to the minute."""
    return found.astimezone(UTC).strftime("%Y-%m-%d %H:%M")


def said(text: str | None) -> str:
    """A date as a page gave it: its day, its minute if there is one, its offset if it said one."""
    if not text:
        return ""
    day, _, time = text.partition("T")
    if not time:
        return day
    sign = next((char for char in "+-Z" if char in time), "")
    clock, _, offset = time.partition(sign) if sign else (time, "", "")
    zone = "UTC" if sign == "Z" or offset in ("00:00", "0000") else f"{sign}{offset}"
    return f"{day} {clock[:5]} {zone if sign else ''}".rstrip()


def size(number_of_bytes: int) -> str:
    """Bytes in the unit that fits."""
    if number_of_bytes < 1_000_000:
        return f"{number_of_bytes / 1_000:,.0f} kB"
    return f"{number_of_bytes / 1_000_000:,.1f} MB"


def count(number: int) -> str:
    """A whole number with its thousands set apart."""
    return f"{number:,}"


def pieces(text: str, marks: Sequence[tuple[int, int]]) -> Iterator[tuple[str, bool]]:
    """A text in pieces, each with whether it is marked."""
    at = 0
    for start, end in marks:
        if start > at:
            yield text[at:start], False
        yield text[start:end], True
        at = end
    if at < len(text):
        yield text[at:], False


FILTERS: dict[str, Callable[..., Any]] = {
    "ago": ago,
    "count": count,
    "direction": direction,
    "due": due,
    "duration": duration,
    "iso": iso,
    "minute": minute,
    "pieces": pieces,
    "readable_url": readable_url,
    "said": said,
    "size": size,
    "way": way,
    "web_address": web_address,
}
