"""Right-to-left text for a terminal: order, shape, width and wrapping.

Terminals differ. Some order right-to-left text themselves (GNOME Terminal and others on VTE,
Konsole, mlterm, mintty, Apple's Terminal); for these the text is left in its logical order, and
only isolated from what stands beside it. Most others (xterm, Alacritty, kitty, foot, WezTerm,
Windows Terminal, the Linux console, and multiplexers in them) print characters from left to right
as they come; for these the text is ordered by the Unicode bidirectional algorithm and Arabic
letters take their joined forms. What is written to a file or a pipe is never changed.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from enum import StrEnum
from functools import cache

from arabic_reshaper import ArabicReshaper
from bidi import get_display
from bidi.mirror import MIRRORED  # Unicode's BidiMirroring.txt
from rich.cells import cell_len

from pipeline.languages import runs_from_the_right

ISOLATE, POP_ISOLATE = "\u2068", "\u2069"
ISOLATE_FROM_RIGHT = "\u2067"
LEFT_TO_RIGHT = "\u200e"
_RIGHT_TO_LEFT = ("R", "AL")
_BEHIND = "\U000e01ef"
"""A mark that no text has: the last of the selectors of a letter's form."""
_MIRRORED = re.compile(f"[{re.escape(''.join(MIRRORED))}]")
_TURNED = re.compile(f"{_BEHIND}({_MIRRORED.pattern})")
_VTE_WITH_BIDI = 5800
"""VTE orders text itself since 0.58; VTE_VERSION says 5800 for it."""


class Bidi(StrEnum):
    """Who orders right-to-left text: "on" Rasid, "off" the terminal, "auto" by its name."""

    AUTO = "auto"
    ON = "on"
    OFF = "off"


def terminal_orders_text(environment: Mapping[str, str]) -> bool:
    """Whether the terminal that these variables describe orders right-to-left text itself.

    Inside tmux and screen the variables may be those of another terminal, and the multiplexer
    places each character itself: it counts as one that does not.
    """
    term = environment.get("TERM", "")
    if environment.get("TMUX") or term.startswith(("screen", "tmux")):
        return False
    vte = environment.get("VTE_VERSION", "")
    return (
        (vte.isdecimal() and int(vte) >= _VTE_WITH_BIDI)
        or "KONSOLE_VERSION" in environment
        or term.startswith("mlterm")
        or environment.get("TERM_PROGRAM") in ("Apple_Terminal", "mintty")
    )


def direction(text: str, language: str | None = None) -> str:
    """ "R" or "L": that of the language that the text is of, where it is known and tells; else of
    the first letter that has one (rule P2 of UAX #9)."""
    if runs_from_the_right(text, language):
        return "R"
    for character in text:
        kind = unicodedata.bidirectional(character)
        if kind == "L":
            return "L"
        if kind in _RIGHT_TO_LEFT:
            return "R"
    return "L"


def plain(text: str) -> str:
    """The text without control characters, on one line: safe to print.

    A stored title may hold whatever a page held: escape sequences, and embeddings or overrides
    that would turn the rest of the line around.
    """
    return "".join(
        " " if character.isspace() else character
        for character in text
        if character.isspace() or not _is_control(character)
    )


def _is_control(character: str) -> bool:
    kind = unicodedata.category(character)
    if kind in ("Cc", "Cs"):
        return True
    return kind == "Cf" and unicodedata.bidirectional(character) in (
        "LRE", "RLE", "LRO", "RLO", "PDF", "LRI", "RLI", "FSI", "PDI",
    )  # fmt: skip


def display_line(text: str, *, reorder: bool, base: str | None = None) -> str:
    """One line of logical text, as it is to be sent to the terminal.

    `base` is the direction of the line, "R" or "L"; None takes that of its first letter.
    """
    if text.isascii() or not _has_right_to_left(text):
        return text
    if not reorder:
        if base == "L":
            return f"{LEFT_TO_RIGHT}{text}"
        return f"{ISOLATE_FROM_RIGHT if base else ISOLATE}{text}{POP_ISOLATE}"
    return _ordered(_reshaper().reshape(text), base or direction(text))


def _ordered(text: str, base: str) -> str:
    """The text in the order of the Unicode bidirectional algorithm, with brackets and the like
    turned round where it runs from right to left (rule L4), which `get_display` leaves to others.

    A mark stands behind each of these meanwhile, and takes its direction (rules W1 and N0): where
    the text is turned round it comes to stand before it.
    """
    paired = _MIRRORED.sub(rf"\g<0>{_BEHIND}", text.replace(_BEHIND, ""))
    ordered = get_display(paired, base_dir=base)
    assert isinstance(ordered, str)
    turned = _TURNED.sub(lambda found: MIRRORED[found[1]], ordered)
    return turned.replace(_BEHIND, "")


def wrap(text: str, width: int) -> list[str]:
    """Break logical text into lines of at most `width` cells, at spaces where that is possible."""
    lines: list[str] = []
    line = ""
    for word in text.split():
        candidate = f"{line} {word}" if line else word
        if cell_len(candidate) <= width:
            line = candidate
            continue
        if line:
            lines.append(line)
        while cell_len(word) > width:
            head = _head(word, width)
            lines.append(head)
            word = word[len(head) :]
        line = word
    if line:
        lines.append(line)
    return lines


def shorten(text: str, width: int) -> str:
    """The text cut to `width` cells, with an ellipsis where something was cut."""
    if cell_len(text) <= width:
        return text
    head = _head(text, max(1, width - 1)).rstrip()
    return f"{head}…" if cell_len(head) < width else "…"


def _head(text: str, width: int) -> str:
    """The longest beginning of at most `width` cells; at least one character."""
    end = cells = 0
    for end, character in enumerate(text):
        cells += cell_len(character)
        if cells > width and end:
            return text[:end]
    return text


def _has_right_to_left(text: str) -> bool:
    return any(unicodedata.bidirectional(character) in _RIGHT_TO_LEFT for character in text)


@cache
def _reshaper() -> ArabicReshaper:
    return ArabicReshaper({"delete_harakat": False, "support_zwj": True})
