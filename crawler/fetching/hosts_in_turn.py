"""Whose request is next: a host that is slow to answer holds up none of the others."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from typing import Any

from scrapy.http import Request
from scrapy.pqueues import DownloaderAwarePriorityQueue, DownloaderInterface

from pipeline.urls import host_port

MOST_UNDER_WAY = 2
"""Requests of one host that are with the downloader at once: what is there is finished after a
signal to stop, and waits for its turn without being asked for."""


class HostsInTurn(DownloaderAwarePriorityQueue):
    """Gives the next request of the host that has fewest under way, and none while all have
    MOST_UNDER_WAY.

    Scrapy's own knows hosts by their names without ports, and a request only once it has a place
    in the host's slot: what waits for robots.txt would count for nothing."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self._downloader_interface = _UnderWay(self.crawler)

    def pop(self) -> Request | None:
        under_way = self._downloader_interface.stats(self.pqueues)
        if not any(count < MOST_UNDER_WAY for count, _ in under_way):
            return None
        return super().pop()


class _UnderWay(DownloaderInterface):
    def get_slot_key(self, request: Request) -> str:
        return host_port(request.url)

    def stats(self, possible_slots: Iterable[str]) -> list[tuple[int, str]]:
        counts = Counter(host_port(request.url) for request in self.downloader.active)
        return [(counts[slot], slot) for slot in possible_slots]
