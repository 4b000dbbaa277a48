"""A page without names on which a text is read: what stays of it."""

from __future__ import annotations

from collections.abc import Sequence

from pipeline.bodies.body import extract_blocks
from pipeline.declared.metadata import read_metadata
from pipeline.page.html import parse_text

URL = "https://news.example/tech/1"
TITLE = "A second plant rises beside the harbour"
SENTENCES = (
    "The company said on Monday that it would open a second plant near the harbour next spring.",
    "Analysts had expected the announcement for months, although the size of it surprised them.",
    "Local officials welcomed the plan and promised to widen the road before the works begin.",
    "Residents of the northern quarter asked for a hearing and were told that one would be held.",
)
TEXT = (
    *SENTENCES[:2],
    "Local officials welcomed the plan and promised to widen the road before the works begin, and "
    "they said that the bridge would stay open to those who walk.",
    "Residents of the northern quarter asked for a hearing and were told that one would be held, "
    "and that those who cannot come may write to the council until the end of the month.",
)


def kept_in(page: str) -> list[str]:
    """The lines that stay of a page with the title."""
    doc = parse_text(f"<title>{TITLE}</title>{page}", URL)
    found = extract_blocks(doc, read_metadata(doc), TITLE)
    return [line.block.text for line in found if line.rule is None]


def kept_of(body: str) -> list[str]:
    """The same of a text in one element below its headline."""
    return kept_in(f"<body><h1>{TITLE}</h1><div>{body}</div></body>")


def kept_beside(box: str, texts: Sequence[str], at: int) -> list[str]:
    """The same of paragraphs with a box before the one at a place."""
    lines = [f"<p>{text}</p>" for text in texts]
    return kept_of("".join([*lines[:at], box, *lines[at:]]))
