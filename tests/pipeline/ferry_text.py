"""A plain text on a ferry, and who its author is, of which tests make pages."""

from __future__ import annotations

LINES = [
    "The ferry between the two towns ran again on Monday, four weeks after it had hit the quay.",
    "Its owner paid for the repair himself, since no insurer covers damage below the waterline.",
    "The harbour master wants two lights on the mole before the storms of the winter set in.",
    "A second pier was built for the steamers of the last century and has stood empty since.",
    "Nobody knows yet who will pay for the lights, and the council meets again only in May.",
    "Until then a boy with a lantern stands on the mole, as his grandfather did before him.",
]
"""What the text tells, a paragraph each."""
TOLD = [
    "Jane Doe is the creator of Quay Letters, where she shares simple notes on boats.",
    "She has written and illustrated two best selling books about harbours.",
    "When she is not at sea, she lives in Leeds with two dogs.",
]
"""Who wrote it, in a few sentences more."""


def paragraphs(lines: list[str]) -> str:
    """The paragraphs of a page."""
    return "".join(f"<p>{line}</p>" for line in lines)
