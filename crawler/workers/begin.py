"""What a process that extracts is limited to, before its first page."""

from __future__ import annotations

import resource

from crawler.workers import apart, heap
from pipeline.language import load_model
from pipeline.limits import Limits, set_limits
from pipeline.lines.rulebook import rule_book


def set_up(memory_mb: int, more_mb: int | None = None, page_limits: Limits | None = None) -> None:
    """Limit this process's memory, and end it when its parent has died.

    `memory_mb` is its address space, `more_mb` what a page may take of memory beyond what it has
    now (see `crawler.workers.apart`), `page_limits` how much of a page it reads.
    """
    heap.keep_small()
    load_model()
    rule_book()  # no page is to have less memory since it was the first to need the rules
    set_limits(page_limits or Limits())
    limit, hard = memory_mb * 1024 * 1024, resource.getrlimit(resource.RLIMIT_AS)[1]
    if hard != resource.RLIM_INFINITY:  # no process may have more than it was given
        limit = min(limit, hard)
    resource.setrlimit(resource.RLIMIT_AS, (limit, limit))
    if more_mb is not None:
        apart.limit_memory(more_mb)
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    apart.end_with_parent()
