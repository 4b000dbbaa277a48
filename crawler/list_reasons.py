"""What a visit counts of its lists, beside why pages were left out: how these reasons are called.

A run holds both under `reasons`; those of lists begin with a word of their own.
"""

from __future__ import annotations

_OF_LISTS = "listing:"


def of_list(reason: str) -> str:
    """A reason as it is counted of a list: `robots` is `listing:robots`."""
    return _OF_LISTS + reason


def is_of_list(reason: str) -> bool:
    """Whether a reason is one of a list's."""
    return reason.startswith(_OF_LISTS)


def bare(reason: str) -> str:
    """A list's reason without the word that says so."""
    return reason.removeprefix(_OF_LISTS)


OVERLAP_LOST = of_list("overlap-lost")
"""The newest page of a list held no known article."""
LIST_EMPTY = of_list("no-links")
"""The section's page led nowhere."""
MORE_PAGES = of_list("more-pages")
"""A list goes on behind the last page that may be read."""
MORE_LINKS = of_list("more-links")
"""A page of a list names more links than may be taken of one."""
CUT_SHORT = of_list("cut-short")
"""A feed or a sitemap ends amid itself: what it names behind that was not read."""
NO_ADDRESS = of_list("no-address")
"""Items of a feed that name no page of the site: nothing can be asked for."""
DEAD_LINKS = of_list("dead-links")
"""All that a list names proved to be gone."""
NEVER_READ = of_list("never-read")
"""A list that a page names never could be read."""
