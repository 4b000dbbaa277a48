"""The functions of `crawler.workers.worker`, by name.

The process that crawls calls them in other processes only. It does not import what they need: with
the whole of extraction it would take some 25 MB more.
"""

from __future__ import annotations

from dataclasses import dataclass
from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from crawler.workers.worker import extract as extract
    from crawler.workers.worker import read_listing as read_listing
    from crawler.workers.worker import set_up as set_up
else:

    @dataclass(frozen=True, slots=True)
    class _Named:
        """A function that is looked up where it runs."""

        name: str

        def __call__(self, *args: Any, **kwargs: Any) -> Any:
            return getattr(import_module("crawler.workers.worker"), self.name)(*args, **kwargs)

    extract, read_listing, set_up = map(_Named, ("extract", "read_listing", "set_up"))
