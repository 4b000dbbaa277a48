"""Functions that run in other processes, by name; those of the processes that extract for a crawl.

A process that only hands out work does not import what it needs: the whole of extraction would take
some 25 MB and two thirds of a second more.
"""

from __future__ import annotations

from dataclasses import dataclass
from importlib import import_module
from typing import TYPE_CHECKING, Any


@dataclass(frozen=True, slots=True)
class Named:
    """A function that is looked up where it runs."""

    module: str
    name: str

    def __call__(self, *args: Any, **kwargs: Any) -> Any:
        return getattr(import_module(self.module), self.name)(*args, **kwargs)


if TYPE_CHECKING:
    from crawler.workers.begin import set_up as set_up
    from crawler.workers.worker import extract as extract
    from crawler.workers.worker import read_listing as read_listing
else:
    set_up = Named("crawler.workers.begin", "set_up")
    extract = Named("crawler.workers.worker", "extract")
    read_listing = Named("crawler.workers.worker", "read_listing")
