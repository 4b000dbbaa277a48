"""Lines that open with a picture of what a house offers beside its texts: headphones, a letter, a
bell, a cup of coffee."""

from __future__ import annotations

import re
from collections.abc import Sequence

from pipeline.lines.quoted import quotes_somebody
from pipeline.records import Block, BlockKind

MAX_CHARS = 160
"""A longer line is a paragraph, whatever opens it."""
MIN_LINES = 3
"""Other lines of a text that shows whether it uses such pictures itself."""

_SERVICE = re.compile("[🎧🎙🔊📻📩📨📧✉📬📪📮📫📲🔔📢📣📯🗞💌☕🎟🎫👉👇👈]")
_PICTURE = re.compile("[\u2190-\u21ff\u2600-\u27bf\u2b00-\u2bff\U0001f000-\U0001faff]")


def service_lines(kept: Sequence[Block]) -> frozenset[Block]:
    """The one short paragraph of a text that opens with such a picture; none of a text of which
    another line opens with a picture too, as those of a channel's posts do."""
    opened = [block for block in kept if _PICTURE.match(block.text)]
    if len(opened) != 1 or len(kept) <= MIN_LINES:
        return frozenset()
    text = opened[0].text
    offers = (
        opened[0].kind is BlockKind.PARAGRAPH
        and len(text) <= MAX_CHARS
        and _SERVICE.match(text) is not None
        and not quotes_somebody(text)
    )
    return frozenset(opened) if offers else frozenset()
