"""A text of which all may read the beginning, and its further part stands in an element of its own
that is called by what it costs: «<p>…</p> <div class="paywall">…</div>»."""

from __future__ import annotations

import re
from itertools import islice

from pipeline.bodies.spans import Span, is_good
from pipeline.page.pieces import Reading
from pipeline.page.region_names import names_of
from pipeline.patterns.late_patterns import late_pattern

_PAID = late_pattern(
    r"paywall|paid-?(?:content|text|part)|premium|subscribers?-?(?:only|content)|"
    r"(?:for|only|locked|restricted|protected|metered|meteredcontent)-?content|"
    r"(?:content|text|article)-?(?:locked|restricted|protected|metered)",
    re.IGNORECASE,
)
LEVELS = 2
"""Elements around the chosen one that may be the part."""


def with_free_part(chosen: Span, reading: Reading) -> Span:
    """What only those may read who pay, with the paragraphs of prose right before it in the same
    box, and the headings and lists between these; else the chosen element."""
    around = islice(chosen.element.iterancestors("div", "section", "span"), LEVELS)
    paid = next((e for e in (chosen.element, *around) if _PAID.search(names_of(e))), None)
    box = paid.getparent() if paid is not None else None
    if paid is None or box is None:
        return chosen
    start, good = chosen.start, chosen.good
    for at in range(chosen.start - 1, -1, -1):
        piece = reading.pieces[at]
        element = piece.element
        if piece.region is not None:
            continue
        above = element.getparent()
        if above is not box and (above is None or above.getparent() is not box):
            break
        if element.tag == "p" and above is box and is_good(piece):
            start, good = at, good + len(piece.text)
    return Span(box, start, chosen.end, good) if start < chosen.start else chosen
