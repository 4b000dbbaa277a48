"""Lines that a sign tells: those that open with a picture of what a house offers beside its texts,
headphones, a letter, a bell, a cup of coffee, and those below a text with a mailbox of its own."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence

from pipeline.lines.quoted import quotes_somebody
from pipeline.page.elements import letters
from pipeline.records import Block, BlockKind
from pipeline.text import spoken_words

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


LAST_LINES, MOST_LAST = 3, 6
LEAST_ABOVE = 6
LEAST_BESIDE = 1
"""Last lines of a brief text and of a longer one, among which its house's mailbox stands; lines
above them that show how long it is; lines of a flash above it."""
MIN_WORDS = 5
"""Words beside the mailbox: a name signs, and is read as such."""
_MAILBOX = re.compile(r"[\w.+-]+@((?:[\w-]+\.)+[^\W\d_]{2,})")


def own_mailboxes(kept: Sequence[Block], sites: Collection[str]) -> frozenset[Block]:
    """The short paragraphs among the last of a text that give a mailbox of its site, in whatever
    words: «Chi ha una storia da raccontare scriva a …». Figures beside it are an offer's terms."""
    if len(kept) <= LEAST_BESIDE:
        return frozenset()
    last = min(max(LAST_LINES, len(kept) - LEAST_ABOVE), MOST_LAST, len(kept) - 1)
    return frozenset(block for block in kept[-last:] if _gives_mailbox(block, sites))


def _gives_mailbox(block: Block, sites: Collection[str]) -> bool:
    text = block.text
    if "@" not in text or block.kind is not BlockKind.PARAGRAPH or len(text) > MAX_CHARS:
        return False
    mailbox = _MAILBOX.search(text)
    if mailbox is None or letters(mailbox[1]) not in sites or quotes_somebody(text):
        return False
    rest = text.replace(mailbox[0], " ")
    if mailbox[0].partition("@")[0].lower() in rest.lower().split():
        return False  # «Jane Doe, jane@…» is read as her profile
    return spoken_words(rest) >= MIN_WORDS and not any(map(str.isdigit, rest))
