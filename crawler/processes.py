"""What this machine knows of its processes: who we are, who lives, and how much memory they use.

Read from /proc; on systems without it nothing is known, and leases end by expiry alone.
"""

from __future__ import annotations

import os
import platform
from contextlib import suppress
from pathlib import Path

from db.lease import Holder
from db.models import LeaseRow

_PROC = Path("/proc")
_PAGE_BYTES = os.sysconf("SC_PAGE_SIZE")


def this_process() -> Holder:
    """This process as the holder of a lease; a number that is used again is not mistaken for it."""
    pid = os.getpid()
    return Holder(_key(_machine(), pid, _started(pid)), _machine(), pid)


def is_here(lease: LeaseRow) -> bool:
    """Whether the holder is a process of this machine, since it was started: one whose life can be
    looked up."""
    return lease.machine == _machine() and _PROC.joinpath("self").exists()


def is_dead(lease: LeaseRow) -> bool:
    """True where the holder ran on this machine, and no longer does."""
    if not is_here(lease):
        return False
    return lease.holder != _key(lease.machine, lease.pid, _started(lease.pid))


def lives(pid: int) -> bool:
    """Whether a process of this number is there and runs."""
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    except PermissionError:
        return True
    return _stat(pid)[:1] not in (["Z"], ["X"])  # ended and not yet asked after; at its very end


def memory_bytes(pid: int) -> int:
    """Resident memory of a process and of those it started; 0 where it is gone or not known."""
    pages = 0
    try:
        pages = int((_PROC / str(pid) / "statm").read_text().split()[1])
        children = _children(pid)
    except (OSError, IndexError, ValueError):
        return pages * _PAGE_BYTES
    return pages * _PAGE_BYTES + sum(memory_bytes(child) for child in children)


def _children(pid: int) -> list[int]:
    """The processes that a process started, whichever of its threads did."""
    found: list[int] = []
    for task in (_PROC / str(pid) / "task").iterdir():
        with suppress(OSError):  # a thread that has ended meanwhile
            found += map(int, (task / "children").read_text().split())
    return found


def _key(machine: str, pid: int, started: str) -> str:
    return f"{machine} {pid} {started}"


def _machine() -> str:
    """Name, boot and number space: what must be equal for a process number to mean the same."""
    try:
        boot = (_PROC / "sys/kernel/random/boot_id").read_text().strip()
        space = str((_PROC / "self/ns/pid").readlink())
    except OSError:
        boot, space = "", ""
    return f"{platform.node()} {boot} {space}".strip()


def _started(pid: int) -> str:
    """When a process began, in ticks since boot; empty where it is gone or has ended."""
    stat = _stat(pid)
    return stat[19] if len(stat) > 19 and stat[0] != "Z" else ""


def _stat(pid: int) -> list[str]:
    """The fields of /proc/PID/stat from the third on, which is the state."""
    try:
        return (_PROC / str(pid) / "stat").read_text().rpartition(")")[2].split()
    except OSError:
        return []
