"""What is wrong with a source: its latest articles and runs against its own past.

Pure. Statistics are robust: medians, shares with a binomial test, and for silence both the learned
profile and the longest silence so far, so that a quiet night or weekend does not alert.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from datetime import datetime, timedelta
from itertools import pairwise
from math import comb
from statistics import median

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
PAGES = 5
"""Pages that must all have been rejected for one reason."""
SILENT_VISITS = 3

_LOST = "listing:overlap-lost"
_NO_LINKS = "listing:no-links"
_ROBOTS = "robots"
_TOLD_APART = frozenset({_LOST, _NO_LINKS, f"listing:{_ROBOTS}", "listing:dead-links"})
"""What is said of lists that were read, or has an alert of its own."""
_STORED = ("new", "headline", "content", "cosmetic", "unchanged", "duplicate")


def troubles(
    articles: Sequence[ArticleFacts], runs: Sequence[RunFacts], profile: Profile, now: datetime
) -> dict[str, str]:
    """All that is wrong, kind → one line. Both histories begin with the newest."""
    found = _of_runs(runs)
    recent, before = articles[:RECENT], articles[RECENT:]
    if len(recent) == RECENT and len(before) >= KNOWN:
        found |= _of_fields(recent, before)
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
    if last.reasons.get(f"listing:{_ROBOTS}") or (last.reasons.get(_ROBOTS, 0) >= 3 and not stored):
        found["robots-forbids"] = "robots.txt now forbids what a visit asks for"
    if last.reasons.get(_LOST):
        found["articles-missed"] = (
            "the newest page of a listing held nothing known: articles may have been missed "
            "between the last two visits"
        )
    drifting = [run for run in runs[:2] if run.reasons.get(_NO_LINKS)]
    if len(drifting) == 2:
        found["layout-drift"] = "a listing that had links has none any more"
    if reason := _unread_list(runs):
        found["list-unread"] = (
            f"one of its lists could not be read on the last {FAILURES} visits: {reason}; "
            "rasid crawl, on a terminal, names it"
        )
    if reason := _only_rejection(runs):
        found["all-rejected"] = f"every page is rejected: {reason}"
    return found


def _unread_list(runs: Sequence[RunFacts]) -> str | None:
    """Why one of several lists was not read on any of the last visits, though these went well by
    the others; None otherwise."""
    last = runs[:FAILURES]
    if len(last) < FAILURES or any(run.state != "finished" for run in last):
        return None
    always = set[str].intersection(*({*run.reasons} for run in last)) - _TOLD_APART
    of_lists = sorted(reason for reason in always if reason.startswith("listing:"))
    return of_lists[0].removeprefix("listing:") if of_lists else None


def _only_rejection(runs: Sequence[RunFacts]) -> str | None:
    """The one reason for which the latest pages were all rejected; None otherwise."""
    reasons: Counter[str] = Counter()
    for run in runs[:5]:
        if any(run.outcomes.get(outcome) for outcome in _STORED):
            break
        of_pages = {k: v for k, v in run.reasons.items() if not k.startswith("listing:")}
        reasons.update(of_pages)
    if len(reasons) == 1 and sum(reasons.values()) >= PAGES:
        return next(iter(reasons))
    return None


def _of_fields(recent: Sequence[ArticleFacts], before: Sequence[ArticleFacts]) -> dict[str, str]:
    found = {}
    for kind, what, has in (
        ("dates-missing", "a date", [[a.dated for a in part] for part in (recent, before)]),
        ("authors-missing", "an author", [[a.signed for a in part] for part in (recent, before)]),
        ("language-missing", "a language", [[a.language is not None for a in part]
                                            for part in (recent, before)]),
    ):  # fmt: skip
        missing = has[0].count(False)
        usual = (has[1].count(False) + 1) / (len(has[1]) + 2)
        if missing > len(has[0]) / 2 and _at_least(missing, len(has[0]), usual) < UNLIKELY:
            found[kind] = (
                f"{missing} of the last {len(has[0])} articles lack {what}; before, "
                f"{has[1].count(False)} of {len(has[1])} did"
            )
    now_words, usual_words = median(a.words for a in recent), median(a.words for a in before)
    tenth = sorted(a.words for a in before)[len(before) // 10]
    if now_words < 0.5 * usual_words and now_words < tenth:
        found["texts-short"] = f"texts have {now_words:g} words, half of the usual {usual_words:g}"
    language, count = Counter(a.language for a in before).most_common(1)[0]
    still = sum(a.language == language for a in recent)
    if language and count > 0.8 * len(before) and still < len(recent) / 2:
        other = Counter(a.language for a in recent).most_common(1)[0][0]
        if other is not None:
            found["language-changed"] = f"articles are in {other}, no longer in {language}"
    return found


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
