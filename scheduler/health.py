"""What is wrong with a source: its latest articles and runs against its own past.

Pure. Statistics are robust: medians, shares with a binomial test, and for silence both the learned
profile and the longest silence so far, so that a quiet night or weekend does not alert.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from datetime import datetime, timedelta
from itertools import pairwise
from math import comb
from statistics import median

from crawler.list_reasons import (
    CUT_SHORT,
    DEAD_LINKS,
    LIST_EMPTY,
    MORE_LINKS,
    MORE_PAGES,
    NEVER_READ,
    NO_ADDRESS,
    OVERLAP_LOST,
    bare,
    is_of_list,
    of_list,
)
from db.health import ArticleFacts, RunFacts
from scheduler.profile import Profile

RECENT = 12
"""Articles that are held against those before them."""
KNOWN = 30
"""Earlier articles that make a baseline."""
UNLIKELY = 1e-4
"""Chance below which a share of missing fields is no accident: one false alarm in ten thousand
looks at a field."""
SILENCES = 1.5
"""A silence alerts when it is longer than the longest of the past by this factor …"""
EXPECTED = 8.0
"""… and this many articles were to be expected meanwhile: e^-8 is one in three thousand."""
FAILURES = 3
"""Failed runs in a row that alert."""
EMPTY_LISTS = 2
"""Visits in a row that find a list empty which had links, after which it alerts."""
PAGES = 5
"""Pages that must all have been rejected for one reason."""
VISITS = 5
"""Visits that found pages, which are looked at for these."""
SILENT_VISITS = 3

_ROBOTS = "robots"
_TOLD_APART = frozenset(
    {
        OVERLAP_LOST,
        LIST_EMPTY,
        of_list(_ROBOTS),
        DEAD_LINKS,
        NEVER_READ,
        MORE_PAGES,
        MORE_LINKS,
        NO_ADDRESS,
        CUT_SHORT,
    }
)
"""What is said of lists that were read, or never were, or has an alert of its own."""
_STORED = ("new", "headline", "content", "cosmetic", "unchanged", "duplicate")
_READ = frozenset(_STORED) - {"unchanged"}
"""What shows that new pages can be read: one that is unchanged was stored when it could be."""
_NOT_OF_IT = frozenset({"out-of-section", "older", "not-chosen"})
"""Why pages are left out that were never of the section: a list beside it names them every day."""


def troubles(
    articles: Sequence[ArticleFacts],
    runs: Sequence[RunFacts],
    profile: Profile,
    now: datetime,
    *,
    met: Sequence[RunFacts] = (),
    opened: Mapping[str, datetime] = {},
) -> dict[str, str]:
    """All that is wrong, kind → one line. All histories begin with the newest.

    `met` are the runs that met pages, `opened` says since when an alert is open, by its kind.
    """
    found = _of_runs(runs)
    if reason := _only_rejection(met, _NOT_OF_IT if articles else frozenset()):
        found["all-rejected"] = f"every new page is rejected: {reason}"
    found |= _of_fields(articles, opened)
    if silence := _silence(articles, runs, profile):
        found["no-new-articles"] = silence
    return found


def _of_runs(runs: Sequence[RunFacts]) -> dict[str, str]:
    if not runs:
        return {}
    found, last = {}, runs[0]
    failed = runs[:FAILURES]
    if len(failed) == FAILURES and all(run.state == "failed" for run in failed):
        found["failing"] = last.error or "the last runs failed"
    stored = any(last.outcomes.get(outcome) for outcome in _STORED)
    if last.reasons.get(of_list(_ROBOTS)) or (last.reasons.get(_ROBOTS, 0) >= 3 and not stored):
        found["robots-forbids"] = "robots.txt now forbids what a visit asks for"
    read = [run for run in runs if run.state != "failed"]  # one that failed tells of no list
    if read and read[0].reasons.get(OVERLAP_LOST):
        found["articles-missed"] = (
            "the newest page of a listing held nothing known: articles may have been missed "
            "between the last two visits"
        )
    drifting = [run for run in read[:EMPTY_LISTS] if run.reasons.get(LIST_EMPTY)]
    if len(drifting) == EMPTY_LISTS:
        found["layout-drift"] = "a listing that had links has none any more"
    if reason := _unread_list(runs):
        found["list-unread"] = (
            f"one of its lists could not be read on the last {FAILURES} visits: {reason}; "
            "rasid crawl, on a terminal, names it"
        )
    return found


def _unread_list(runs: Sequence[RunFacts]) -> str | None:
    """Why one of several lists was not read on any of the last visits, though these went well by
    the others; None otherwise."""
    last = runs[:FAILURES]
    if len(last) < FAILURES or any(run.state != "finished" for run in last):
        return None
    always = set[str].intersection(*({*run.reasons} for run in last)) - _TOLD_APART
    of_lists = sorted(filter(is_of_list, always))
    return bare(of_lists[0]) if of_lists else None


def _only_rejection(met: Sequence[RunFacts], beside: Collection[str]) -> str | None:
    """The one reason for which the latest new pages were all rejected; None otherwise. Those that
    were for one of `beside` do not count, nor those of a visit that failed: it met no new ones."""
    reasons: Counter[str] = Counter()
    visits = 0
    for run in met:
        if run.state == "failed":
            continue
        if visits == VISITS or any(run.outcomes.get(outcome) for outcome in _READ):
            break
        of_pages = {k: v for k, v in run.reasons.items() if not is_of_list(k)}
        counted = {k: v for k, v in of_pages.items() if k not in beside}
        visits += bool(counted)
        reasons.update(counted)
    if len(reasons) == 1 and sum(reasons.values()) >= PAGES:
        return next(iter(reasons))
    return None


def _of_fields(articles: Sequence[ArticleFacts], opened: Mapping[str, datetime]) -> dict[str, str]:
    recent, found = articles[:RECENT], {}
    for kind, what, has in (
        ("dates-missing", "a date", lambda a: a.dated),
        ("authors-missing", "an author", lambda a: a.signed),
        ("language-missing", "a language", lambda a: a.language is not None),
    ):
        if before := _known(articles, opened.get(kind)):
            missing, usual = (sum(not has(a) for a in part) for part in (recent, before))
            share = (usual + 1) / (len(before) + 2)
            if missing > RECENT / 2 and _at_least(missing, RECENT, share) < UNLIKELY:
                found[kind] = (
                    f"{missing} of the last {RECENT} articles lack {what}; before, "
                    f"{usual} of {len(before)} did"
                )
    if before := _known(articles, opened.get("texts-short")):
        now_words, usual_words = median(a.words for a in recent), median(a.words for a in before)
        tenth = sorted(a.words for a in before)[len(before) // 10]
        if now_words < 0.5 * usual_words and now_words < tenth:
            found["texts-short"] = (
                f"texts have {now_words:g} words, half of the usual {usual_words:g}"
            )
    if before := _known(articles, opened.get("language-changed")):
        language, count = Counter(a.language for a in before).most_common(1)[0]
        still = sum(a.language == language for a in recent)
        if language and count > 0.8 * len(before) and still < RECENT / 2:
            other = Counter(a.language for a in recent).most_common(1)[0][0]
            if other is not None:
                found["language-changed"] = f"articles are in {other}, no longer in {language}"
    return found


def _known(articles: Sequence[ArticleFacts], opened: datetime | None) -> Sequence[ArticleFacts]:
    """The articles that the latest are held against: those before them, and while an alert is open
    those before it opened, or it would take for healed what only lasts. None where they are few.

    Where too few of before are left among those that are looked at, the source is as it is now.
    """
    before = articles[RECENT:]
    if opened is not None:
        sound = [article for article in articles if article.seen_at <= opened][RECENT:]
        before = sound if len(sound) >= KNOWN else before
    return before if len(before) >= KNOWN else ()


def _silence(
    articles: Sequence[ArticleFacts], runs: Sequence[RunFacts], profile: Profile
) -> str | None:
    """A line where nothing new came for longer than ever, though visits went well."""
    if len(articles) < KNOWN:
        return None
    last = articles[0].seen_at
    looked = [run.started_at for run in runs if run.state == "finished" and run.started_at > last]
    if len(looked) < SILENT_VISITS:
        return None
    silence = max(looked) - last
    longest = max(
        (later.seen_at - earlier.seen_at for later, earlier in pairwise(articles)),
        default=timedelta(0),
    )
    expected = profile.expected(last, max(looked))
    if silence <= SILENCES * longest or expected < EXPECTED:
        return None
    hours = silence.total_seconds() / 3600
    return f"nothing new for {hours:.0f} hours; {expected:.0f} articles were to be expected"


def _at_least(count: int, of: int, share: float) -> float:
    """Chance that at least so many of a number happen, each with this chance (binomial)."""
    return sum(comb(of, k) * share**k * (1 - share) ** (of - k) for k in range(count, of + 1))
