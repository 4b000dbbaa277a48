"""Lists that lead nowhere: of a sitemap that outlived its site's relaunch every page is gone."""

from __future__ import annotations

from collections import Counter

from db.read import DueLink
from pipeline.errors import Reason

TRIED = 50
"""Pages of one list that are asked for before one of them answered with something else, and that
may be gone one after the other."""

GONE = frozenset({Reason.GONE, Reason.SOFT_404, Reason.REDIRECTED_AWAY})
"""What an address answers that leads nowhere any more."""


class DeadLists:
    """What the pages that each list names came to, in one visit.

    `found` are the lists of which `tried` pages in a row are gone: the rest of what they name
    waits for later visits, so that what other lists name is asked for.
    """

    def __init__(self, tried: int = TRIED) -> None:
        self.tried = tried
        self.found: set[str] = set()
        self.woke = False
        """True once a list of which links were held back is known to lead on."""
        self._held: set[str] = set()
        self._asked: Counter[str] = Counter()
        self._gone: Counter[str] = Counter()
        self._alive: set[str] = set()

    def take(self, due: DueLink) -> bool:
        """True where a link is to be asked for now, and count it; a stored article always is."""
        where = due.link.found_in
        if due.article_id is not None:
            return True
        if where in self.found:
            return False
        if where not in self._alive and self._asked[where] >= self.tried:
            self._held.add(where)
            return False
        self._asked[where] += 1
        return True

    def answered(self, where: str, reason: Reason | None) -> bool:
        """Note what became of a page that the list `where` names, None for an article; True where
        the list is dead from now on."""
        if reason not in GONE:
            self._alive.add(where)
            self.woke = self.woke or where in self._held
            self._held.discard(where)
            del self._gone[where]
            return False
        self._gone[where] += 1
        if self._gone[where] < self.tried or where in self.found:
            return False
        self.found.add(where)
        return True
