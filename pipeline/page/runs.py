"""Inline text between the edges of two blocks, and the lines into which breaks part it."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from html import unescape

from lxml.html import HtmlElement

from pipeline.punctuation import CLOSING, COLONS, SENTENCE_ENDS
from pipeline.text import normalise


@dataclass(slots=True)
class Run:
    """Inline text since the last block's edge."""

    parts: list[str] = field(default_factory=list)
    linked: int = 0
    bold: int = 0
    size: int = 0
    link: HtmlElement | None = None
    """The link in which the last word stood."""
    ends: list[tuple[int, int, int, int, HtmlElement | None]] = field(default_factory=list)
    """Where each line ended at a <br>: how many parts, and what was counted till then."""
    facts: int = 0
    """Characters of names, dates and tags (regions of their own) that stood within the line."""


LITERAL = frozenset({"code", "kbd", "samp", "tt", "var"})
"""Elements whose signs are meant as they are."""
_ESCAPED = re.compile(
    r"&(?:#(?:\d{2,5}|x[0-9a-f]{2,5})|amp|quot|apos|nbsp|emsp|ensp|thinsp|zwnj|hellip|middot"
    r"|(?:[lrs][sb]|[lrb]d|[lr]s?a)quo|[nm]dash|[a-z](?:acute|grave|circ|uml|tilde|cedil|ring|slash)"
    r"|szlig|[ao]elig);",
    re.IGNORECASE,
)
"""Signs and letters of a text as HTML writes them. «&lt;» is none: its text may be of tags."""


def mend_escaped(text: str) -> str:
    """A text that was made HTML of twice, «the minister&#8217;s», with its signs; one that speaks
    of HTML means what it writes."""
    if _ESCAPED.search(text) is None or "html" in text.lower():
        return text
    return _ESCAPED.sub(lambda found: unescape(found[0]), text)


_SENTENCE_END = frozenset(SENTENCE_ENDS + CLOSING + COLONS)
LINE_IS_PARAGRAPH = 80
"""From this length on a line that ends a sentence before a single <br> is a paragraph."""


@dataclass(slots=True)
class Line:
    """A line between breaks, or several that one paragraph holds; `texts` are those of each."""

    texts: list[str]
    linked: int
    bold: int
    size: int
    link: HtmlElement | None

    @property
    def text(self) -> str:
        return "\n".join(self.texts)

    @property
    def ends_paragraph(self) -> bool:
        """Whether a sentence ends with it that is long enough for a paragraph."""
        last = self.texts[-1]
        return last[-1] in _SENTENCE_END and (
            len(last) >= LINE_IS_PARAGRAPH or len(self.text) >= LINE_IS_PARAGRAPH
        )

    @property
    def is_link(self) -> bool:
        """Whether the line leads to another page and says little else."""
        return self.linked * 4 > self.size * 3

    def take(self, other: Line) -> None:
        """Go on with another line."""
        self.texts += other.texts
        self.linked += other.linked
        self.bold += other.bold
        self.size += other.size
        self.link = other.link


def whole(run: Run, code: bool) -> Line:
    raw = "".join(run.parts)
    text = raw.strip("\n") if code else normalise(raw.replace("\n", " "))
    return Line([text], run.linked, run.bold, run.size, run.link)


def lines_of(run: Run) -> list[Line]:
    """Inline text split where line breaks part paragraphs; other breaks stay inside. Each line is
    measured by itself: a link in one says nothing of the others."""
    found: list[Line] = []
    open_line: Line | None = None
    start = (0, 0, 0, 0)
    ends = [*run.ends, (len(run.parts), run.linked, run.bold, run.size, run.link)]
    for parts, linked, bold, size, link in ends:
        text = normalise("".join(run.parts[start[0] : parts]).replace("\n", " "))
        line = Line([text], linked - start[1], bold - start[2], size - start[3], link)
        start = (parts, linked, bold, size)
        if open_line is not None:
            apart = text and open_line.is_link != line.is_link
            if not text or apart or open_line.ends_paragraph:
                found.append(open_line)
                open_line = None
        if text and open_line is not None:
            open_line.take(line)
        elif text:
            open_line = line
    return [*found, open_line] if open_line is not None else found
