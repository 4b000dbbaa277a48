"""Nothing: it made the search index anew, which v0018 does for its own reasons."""

from __future__ import annotations

revision = "v0012"
down_revision = "v0011"


def upgrade() -> None:
    pass
