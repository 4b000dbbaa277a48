"""Who signs in brackets behind the last sentence of a text: «… nothing is decided. (Jane Doe)»."""

from __future__ import annotations

from collections.abc import Sequence

from pipeline.patterns.late_patterns import late_pattern
from pipeline.people.given_names import persons_in
from pipeline.people.labels import cut_before, is_editors_label
from pipeline.people.name_shapes import speaks_of
from pipeline.records import Block, BlockKind

_BEHIND = late_pattern(
    r"[.!?؟۔।…]\s+[(\[（]([^()\[\]（）.!?؟:\d]{5,60}|[^()\[\]:]{3,25}:[^()\[\]:\d]{5,50})[)\]）]\.?$"
)
"""What stands in brackets behind a sentence that no quotation ends, which who said it follows."""
MAX_SIGNERS = 3


def signed_in_brackets(kept: Sequence[Block]) -> tuple[str, ...]:
    """The persons by common given names in the brackets that close a text, with a label before them
    perhaps, and of whom it speaks nowhere else; else empty."""
    last = kept[-1] if len(kept) > 1 else None
    if last is None or last.kind is not BlockKind.PARAGRAPH:
        return ()
    closing = _BEHIND.search(last.text)
    if closing is None or is_editors_label(closing[1]):
        return ()
    names = persons_in(cut_before(closing[1]) or closing[1])
    told = [last.text[: closing.start()], *(block.text for block in kept[:-1])]
    spoken = any(speaks_of(name, told) for name in names)
    return () if spoken or len(names) > MAX_SIGNERS else names
