"""How much of one page is read: what is over a limit is refused before it costs memory or time."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Limits:
    """Limits of one page.

    `max_bytes`: the largest of 306 real article pages has 3.4 MB. `max_depth`: extraction recurses;
    the deepest of 306 real pages has 60 elements within each other. `max_tags`, start and end tags:
    each element takes about 400 bytes of memory, more with its copies; the most of 309 real pages
    are 8,093. `max_attributes`: of one element, counted as the gaps in its tag.
    `max_text`: characters of an article; the longest of 306 real ones has 48,811, a novel of
    80,000 words 450,000. What is stored is also folded, indexed and compared, which takes twenty
    times as much memory.
    """

    max_bytes: int = 10_000_000
    max_depth: int = 400
    max_tags: int = 150_000
    max_attributes: int = 50_000
    max_text: int = 500_000


_of_this_process = Limits()


def limits() -> Limits:
    """The limits that hold in this process."""
    return _of_this_process


def set_limits(chosen: Limits) -> None:
    """Let other limits hold, once, when a process that reads pages starts."""
    global _of_this_process  # a limit of the process, as those of its memory are
    _of_this_process = chosen
