"""Of what kinds the words are that sites' templates are made of, and what they make of a line.

`pipeline/rules/site_words.toml` tells what each kind is for.
"""

from __future__ import annotations

from dataclasses import dataclass

MAX_LABEL_WORDS = 7
"""A line without a verb is a label up to as many words."""
KNOWN_TO_STRANGE = 5
"""Words that are known beside each that is not, of what a house asks for itself or its text."""
ASKS, POINTS, YOURS, LEADS, THINGS, DEVICES, TEXTS, STATES, FRAME, OPENS, NUMBER, WHEN = (
    1 << at for at in range(12)
)
KINDS = {
    "calls": ASKS | THINGS, "asks": ASKS, "points": POINTS, "yours": YOURS, "leads": LEADS,
    "things": THINGS, "devices": DEVICES, "texts": TEXTS, "states": STATES, "frame": FRAME,
    "opens": OPENS, "when": FRAME | WHEN,
}  # fmt: skip


HOUSE = "\U00013000\U00013001"
"""A word that stands for the site's own name."""


@dataclass(slots=True)
class Told:
    """What the words of a line are, all together."""

    kinds: int = 0
    count: int = 0
    names: int = 0
    strange: int = 0
    """Words that are not known, in a line that asks for something."""
    things: int = 0
    """Words of what only a site has, or asks for."""
    numbers: int = 0
    is_open: bool = True
    """Whether it ends without a full stop."""
    asked: bool = False
    """Whether it holds a question."""
    called: bool = False
    """Whether a clause begins, or where verbs come last ends, with what is asked."""
    housed: bool = False
    """Whether it names the site."""

    def is_of_site(self) -> bool:
        """Whether a line of such words is a site's."""
        kinds = self.kinds
        if self.housed and not (self.is_open or self.called or kinds & YOURS):
            return False  # «The Courier has asked the company for comment.»
        if self.strange:
            return self._is_known_mostly()
        addressed = self.called or bool(kinds & (POINTS | YOURS))
        if kinds & THINGS and addressed:
            return True
        if kinds & DEVICES and addressed and kinds & (TEXTS | POINTS):
            return self.called or self.is_open or not kinds & STATES
        if self.names:
            return False
        if kinds & DEVICES and self.called and self.asked:
            return True
        if kinds & TEXTS and (self.called or self._speaks_of_texts()):
            return True
        if kinds & ASKS and kinds & POINTS and self.called and self.is_open:
            return True
        is_label = self.is_open and not self.asked and self.count <= MAX_LABEL_WORDS
        return is_label and self._labels()

    def _is_known_mostly(self) -> bool:
        """Whether a line with a word or two of its own is a site's all the same: it speaks of
        house, text or reader and of what a site has, and is no sentence of prose."""
        kinds = self.kinds
        about = kinds & (POINTS | YOURS) and kinds & (THINGS | TEXTS)
        known = KNOWN_TO_STRANGE - self.called
        return (
            bool(about) and self.is_open and not self.names and self.count >= known * self.strange
        )

    def may_head(self) -> bool:
        """Whether a heading of such words is a site's: the article's own name things too."""
        kinds = self.kinds
        about = kinds & THINGS or (kinds & TEXTS and kinds & DEVICES)
        return bool(about and kinds & (POINTS | YOURS)) and not (self.names or self.strange)

    def _speaks_of_texts(self) -> bool:
        if self.kinds & POINTS and self.is_open:
            return True
        return bool(self.kinds & (POINTS | YOURS) and self.kinds & ASKS)

    def _labels(self) -> bool:
        kinds = self.kinds
        if self.things and self.numbers and kinds & (THINGS | ASKS):
            return True
        if kinds & THINGS and not kinds & ASKS:
            return not kinds & STATES or self.things > 1 or bool(kinds & TEXTS)
        return bool(kinds & (TEXTS | POINTS) and kinds & LEADS and not kinds & (STATES | ASKS))
