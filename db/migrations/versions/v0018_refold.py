"""The search index anew: words of Chinese, Japanese, Korean, Thai, Lao, Khmer and Burmese are
found within what is written without blanks.
"""

from __future__ import annotations

from db.migrations.refold import refold

revision = "v0018"
down_revision = "v0017"


def upgrade() -> None:
    refold()
