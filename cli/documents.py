"""Records as JSON, as verbs print and write them."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any

import orjson


def to_json(
    record: Any, option: int | None = None, default: Callable[[Any], Any] | None = None
) -> bytes:
    """A record as JSON in UTF-8, with the options of `orjson`; a lone surrogate, which that cannot
    hold, becomes a question mark."""
    try:
        return orjson.dumps(record, default, option)
    except orjson.JSONEncodeError:
        clean = json.dumps(record, ensure_ascii=False, default=default).encode("utf-8", "replace")
        return orjson.dumps(orjson.loads(clean), option=option)
