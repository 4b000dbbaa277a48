"""When a source is due: a pure function of what its file says and of its history.

A file may say `every` or `cron`; both are kept to. Otherwise visits go where new articles are
likely: what is learned of the source (scheduler.profile) sets their density (scheduler.tempo).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import astuple, dataclass
from datetime import UTC, datetime, time, timedelta, tzinfo
from zoneinfo import ZoneInfo

from cronsim import CronSim

from pipeline.records import Source
from scheduler.health import EMPTY_LISTS, FAILURES
from scheduler.profile import Profile
from scheduler.tempo import LEAST_S, MOST_S, Tempo

JITTER = 0.1
"""Part of a learned interval that is left to chance, so that sources do not fall into step."""

LOST_SHARE = 0.5
"""Where a visit's newest page held no known article, articles may have been missed: the next
interval is this part of the learned one, again for each such visit in a row."""

FIRST_BACK_OFF_S = 10 * 60.0
"""Wait after a failure; it doubles with each further one in a row, up to MOST_S."""
TOLD_AFTER = {"failed": FAILURES, "list_empty": EMPTY_LISTS}
"""Visits in a row after which somebody is told of what they met. Those before the last of them are
made again soon, whatever the file says: what lasts is told the same day, and what was an accident
costs a source with one visit a day no day."""


MOST_PATIENCE = 8.0
"""A source with `every` that fails again and again waits up to so many times as long."""

ROOT = Tempo()
"""The tempo where nothing is known of the other sources: the plain root, no hour lively."""

RESUME_S = 30.0
"""Wait before an interrupted visit is gone on with; four times as long after each further one in a
row, so that what kills every crawl is not run without end."""


@dataclass(frozen=True, slots=True)
class Visit:
    """One past visit: when it began, how many new articles it found, whether it failed.

    `overlap_lost`: the newest page of a listing held no article that was known. `interrupted`: it
    was ended from outside (a kill, a restart, a limit), which is no fault of the site.
    `list_empty`: a section's page led nowhere, though it did before.
    """

    started_at: datetime
    new: int
    failed: bool = False
    overlap_lost: bool = False
    interrupted: bool = False
    list_empty: bool = False


@dataclass(frozen=True, slots=True)
class Floors:
    """What hosts and listings ask for: no visit before `until` (Retry-After), and no learned one
    before `stale_at`, when the first listing says that it may have changed (Cache-Control or
    Expires, a feed's ttl or sy:updatePeriod)."""

    until: datetime | None = None
    stale_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class QuietHours:
    """Hours of the day, by the source's clock, in which it is not visited; may span midnight."""

    start: time
    end: time

    @staticmethod
    def parse(text: str) -> QuietHours:
        """Hours such as 23:00-06:00. Raises ValueError."""
        start, end = (time.fromisoformat(part.strip()) for part in text.split("-"))
        if start.tzinfo or end.tzinfo:
            raise ValueError("hours have no zone: they are the source's")
        return QuietHours(start, end)

    def covers(self, moment: time) -> bool:
        """Whether a time of the day is quiet. The end is not; equal ends are no quiet hours."""
        if self.start <= self.end:
            return self.start <= moment < self.end
        return moment >= self.start or moment < self.end

    def after(self, moment: datetime, zone: tzinfo) -> datetime:
        """The moment itself, or the end of the quiet hours that it falls into."""
        local = moment.astimezone(zone)
        if not self.covers(local.timetz().replace(tzinfo=None)):
            return moment
        end = local.replace(
            hour=self.end.hour, minute=self.end.minute, second=0, microsecond=0, fold=1
        )
        if end <= local:
            end += timedelta(days=1)
        return max(moment, end.astimezone(UTC))


def next_visit(
    source: Source,
    visits: Sequence[Visit],
    now: datetime,
    *,
    chance: float = 0.5,
    profile: Profile | None = None,
    floors: Floors | None = None,
    quiet: QuietHours | None = None,
    tempo: Tempo = ROOT,
) -> datetime:
    """When a source is to be visited next; `now`, or earlier, where it is due.

    `visits` may come in any order; `chance` is in [0, 1) and spreads learned intervals. A time in
    the past stands for one visit, however many were missed meanwhile. Visits that the clock says
    are still to come (it was put back) count as of now.
    """
    floors = floors or Floors()
    last = max((min(visit.started_at, now) for visit in visits), default=None)
    if source.cron:
        due = _after_cron(source, last or now)
        if last is not None and (interrupted := in_a_row(visits, "interrupted")):
            due = min(due, last + timedelta(seconds=_resumed_s(interrupted)))
    elif last is None:
        due = now
    else:
        due = last + timedelta(seconds=_interval_s(source, visits, last, chance, profile, tempo))
        if is_learned(source) and floors.stale_at is not None:
            due = max(due, min(floors.stale_at, last + timedelta(seconds=MOST_S)))
    if last is not None and (again_s := _again_s(visits)):
        due = min(due, last + timedelta(seconds=again_s))
    if floors.until is not None:
        due = max(due, floors.until)
    return quiet.after(due, zone_of(source)) if quiet else due


def _again_s(visits: Sequence[Visit]) -> float | None:
    """Seconds after which a visit that met something wrong is made again, to see if that lasts;
    None where it met nothing, or was told of."""
    counts = {what: in_a_row(visits, what) for what in TOLD_AFTER}
    unsure = [count for what, count in counts.items() if 0 < count < TOLD_AFTER[what]]
    return back_off_s(max(unsure)) if unsure else None


def _interval_s(
    source: Source,
    visits: Sequence[Visit],
    last: datetime,
    chance: float,
    profile: Profile | None,
    tempo: Tempo,
) -> float:
    failures, interrupted = in_a_row(visits, "failed"), in_a_row(visits, "interrupted")
    resumed_s = _resumed_s(interrupted) if interrupted else LEAST_S
    if source.every_s is not None:
        patience = min(2.0 ** max(0, failures - 1), MOST_PATIENCE)
        usual_s = source.every_s * patience
        return min(usual_s, resumed_s) if interrupted else usual_s
    if resumed_s < LEAST_S:
        return resumed_s
    spread = 1 + JITTER * (2 * chance - 1)
    if failures:
        return min(MOST_S, max(LEAST_S, back_off_s(failures) * spread))
    learned = learned_interval_s(profile or Profile(zone=zone_of(source)), last, tempo)
    learned *= LOST_SHARE ** in_a_row(visits, "overlap_lost")
    return min(MOST_S, max(LEAST_S, learned * spread))


def _resumed_s(interrupted: int) -> float:
    """Seconds after which the last of so many interrupted visits in a row is gone on with."""
    return float(RESUME_S * 4.0 ** min(interrupted - 1, 10))


def learned_interval_s(profile: Profile, last: datetime, tempo: Tempo = ROOT) -> float:
    """Seconds from a visit at `last` to the next, within the bounds."""
    due = tempo.next_after(last, profile, last + timedelta(seconds=MOST_S))
    return max(LEAST_S, (due - last).total_seconds())


def back_off_s(failures: int) -> float:
    """Seconds to wait after so many failures in a row."""
    return float(min(MOST_S, FIRST_BACK_OFF_S * 2.0 ** min(max(failures, 1) - 1, 10)))


def in_a_row(visits: Sequence[Visit], what: str) -> int:
    """How many of the latest visits, without a break, have a flag set: `failed`, …"""
    count = 0
    ordered = sorted(visits, key=lambda v: (v.started_at, astuple(v)[1:]))
    for visit in reversed(ordered):
        if not getattr(visit, what):
            break
        count += 1
    return count


def is_learned(source: Source) -> bool:
    """Whether the file leaves it to Rasid when the source is visited."""
    return source.every_s is None and source.cron is None


def zone_of(source: Source) -> tzinfo:
    """The zone in which the source's hours count: its own, or UTC."""
    return ZoneInfo(source.timezone) if source.timezone else UTC


def _after_cron(source: Source, moment: datetime) -> datetime:
    """The first time after `moment` that a source's crontab line names; a day later if none does.

    As cron does it: days of the week count from Sunday (0 or 7), a day of the month and one of the
    week hold each for itself, an hour that summer time skips or repeats has its visit once.
    """
    assert source.cron is not None
    for found in CronSim(source.cron, moment.astimezone(zone_of(source))):
        # In an hour that comes twice the line may name the first one again.
        if (at := found.astimezone(UTC)) > moment:
            return at
    return moment + timedelta(seconds=MOST_S)
