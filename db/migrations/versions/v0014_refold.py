"""The search index anew: names whose ending is their own, «حياته», and hundreds that are no «ميتا».

PostgreSQL's also says in which field a word stands, and lies in documents that v0013 lets it
compress by another way.
"""

from __future__ import annotations

from db.migrations.refold import refold

revision = "v0014"
down_revision = "v0013"


def upgrade() -> None:
    refold()
