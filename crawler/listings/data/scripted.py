"""Addresses in the scripts of elements."""

from __future__ import annotations

import re

MOVES = re.compile(
    r"(?:\blocation(?:\.href)?\s{0,5}=|\bwindow\.open\s{0,5}\()\s{0,5}[\"']([^\"']{1,2000})[\"']"
)
"""What a script does to lead the reader elsewhere; the first group is where to, as written."""
