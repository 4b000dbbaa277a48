"""Marks of the reader that a site writes into its text: an address, plain or in base64."""

from __future__ import annotations

import base64
import binascii
import re

_IP = r"(?:\d{1,3}\.){3}\d{1,3}|(?:[0-9a-f]{0,4}:){3,7}[0-9a-f]{1,4}"
_MAIL = r"[\w.+-]+@[\w-]+\.[\w.-]+"
_ENCODED = re.compile(r"(?<![A-Za-z0-9+/=])[A-Za-z0-9+/]{12,}={0,2}(?![A-Za-z0-9+/=])")
_SAYS_READER = re.compile(
    r"(?:\s*(?:(?:your\s+)?ip(?:\s*address)?|user|visitor|e-?mail|client)?\s*[:=]?\s*"
    rf"(?:{_IP}|{_MAIL})\s*[,;|]?){{1,3}}(?:\s[\d\s:./tz+-]{{1,40}})?",
    re.I,
)
"""A reader's address, and perhaps when it was: a date, a time, seconds since 1970."""
_PLAIN = re.compile(
    rf"\s*(?:your\s+)?(?:ip|ip[ -]address|عنوان\s+ip|عنوانك)\s*[:=]?\s*(?:{_IP})\b.{{0,60}}", re.I
)
_PLACE = re.compile(r"(?:[^\d.!?؟:،؛]{2,60}[\s,،-]+)?[A-Z]{2}")
_PLACE_BEHIND = re.compile(r"\s[^\d.!?؟:،؛\n]{2,40}?\s[A-Z]{2}(?![A-Za-z])")

MAX_PLACE_AFTER = 80
"""Characters at a text's end that are the reader's place behind a mark, whatever their form."""


_ADDRESS = re.compile(r"(?:25[0-5]|2[0-4]\d|1?\d?\d)(?:\.(?:25[0-5]|2[0-4]\d|1?\d?\d)){3}")


def is_bare_address(text: str) -> bool:
    """Whether a line is an address of the network alone: at a text's end, its reader's."""
    return _ADDRESS.fullmatch(text) is not None


def is_watermark(text: str) -> bool:
    """Whether a line is a mark of its reader's address, plain or in base64, and no more."""
    if len(text) > 200:
        return False
    if _PLAIN.fullmatch(text):
        return True
    found = _ENCODED.search(text)
    return bool(found and found.start() == 0 and _is_encoded_reader(found.group()))


def _is_encoded_reader(token: str) -> bool:
    try:
        plain = base64.b64decode(token + "=" * (-len(token) % 4), validate=True).decode("ascii")
    except (binascii.Error, UnicodeDecodeError, ValueError):
        return False
    return bool(_SAYS_READER.fullmatch(plain))


MAX_GLUED = 12
"""Letters of a button that stand before a mark without a blank: «Share», «Partager»."""

LEAST_GLUED_CHARS = 20


def _letters_before_mark(token: str) -> int | None:
    """How many letters of a word are glued to the mark that it ends with; None without a mark."""
    if _is_encoded_reader(token):
        return 0
    if len(token) < LEAST_GLUED_CHARS:
        return None
    return next((k for k in range(1, MAX_GLUED + 1) if _is_encoded_reader(token[k:])), None)


def split_at_watermark(text: str) -> list[str]:
    """The text, parted before a mark; and behind it and the reader's place, where the text goes on:
    of paragraphs that a page runs together."""
    parts, at = [], 0
    for found in _ENCODED.finditer(text):
        glued = _letters_before_mark(found.group())
        if glued is None:
            continue
        end = len(text)
        if end - found.end() >= MAX_PLACE_AFTER:
            place = _PLACE_BEHIND.match(text, found.end())
            end = place.end() if place else found.end()
        start = found.start() + glued
        parts += [text[at:start].strip(), text[start:end]]
        at = end
    parts.append(text[at:].lstrip() if at else text)
    return [part for part in parts if part] or [text]


def is_place(text: str) -> bool:
    """Whether a line may be the reader's place as it follows a mark: «… NL»."""
    return bool(_PLACE.fullmatch(text))
