"""Requests that wait with the downloader for their host's pace, and are not made after all."""

from __future__ import annotations

from collections.abc import Callable

from scrapy.core.downloader import Downloader, Slot
from scrapy.http import Request
from scrapy.http.request import NO_CALLBACK
from twisted.python.failure import Failure

from crawler.fetching.guard import Refused
from pipeline.errors import Reason


class NotNow(Refused):
    """A request that was not made, because its host is left alone or the visit ends: the link stays
    as it was."""


ENDING = NotNow(Reason.RATE_LIMITED, "the visit was asked to end", retry=True)


def begins_a_page(request: Request) -> bool:
    """True for a page of its own; False for what completes one that is at hand (a further part, the
    host's robots.txt), without which it would be stored incomplete."""
    return request.callback is not NO_CALLBACK


def drop(slot: Slot, why: NotNow, which: Callable[[Request], bool] = lambda _: True) -> None:
    """Fail those requests that wait in a slot."""
    waiting = list(slot.queue)
    slot.queue.clear()
    slot.queue.extend(each for each in waiting if not which(each[0]))
    for request, deferred in waiting:
        if which(request):
            deferred.errback(Failure(why))  # type: ignore[no-untyped-call]


def drop_all(downloader: Downloader) -> None:
    """Fail the pages that wait for their hosts: a visit that is to end begins none of them."""
    for slot in downloader.slots.values():
        drop(slot, ENDING, begins_a_page)
