"""Hides addresses of machines in the ledger: sites print the reader's own into their pages."""

from __future__ import annotations

import base64
import binascii
import re
from ipaddress import ip_address
from typing import Any

MASK = "[ip]"

_DOTTED = re.compile(r"(?<![\d.])\d{1,3}(?:\.\d{1,3}){3}(?![\d.]*\d)")
_COLONS = re.compile(r"(?<![\w:])[0-9A-Fa-f:]*:[0-9A-Fa-f:]*:[0-9A-Fa-f:.]*(?![\w:])")
_ENCODED = re.compile(r"[A-Za-z0-9+/_-]{8,}={0,2}")


def mask_removed(removed: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """A ledger with its addresses masked, whether written plainly or in base64."""
    return [line | {"text": mask_addresses(line["text"])} for line in removed]


def mask_addresses(text: str) -> str:
    """A text with MASK in place of IPv4 and IPv6 addresses, and of base64 that holds one."""
    text = _ENCODED.sub(lambda found: _masked_code(found.group()), text)
    return _mask_plain(text)


def _mask_plain(text: str) -> str:
    text = _COLONS.sub(lambda found: _masked(found.group()), text)  # these may end in dotted ones
    return _DOTTED.sub(lambda found: _masked(found.group()), text)


def _masked(found: str) -> str:
    try:
        ip_address(found.rstrip("."))
    except ValueError:
        return found
    return MASK


def _masked_code(found: str) -> str:
    standard = found.rstrip("=").replace("-", "+").replace("_", "/")
    for start in range(4):  # the code may begin inside a longer run of letters
        piece = standard[start:]
        piece = piece[: len(piece) - (len(piece) % 4 == 1)]
        try:
            decoded = base64.b64decode(piece + "=" * (-len(piece) % 4), validate=True)
        except (binascii.Error, ValueError):
            continue
        plain = decoded.decode("latin-1")
        if _mask_plain(plain) != plain:
            return MASK
    return found
