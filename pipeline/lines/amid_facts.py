"""Labels and facts between others above a text: «in Software» between who wrote it and how long one
reads, «SHARES» between two counts, in whatever words."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from pipeline.lines.among_house import name_of, paragraphs_in, rules_of
from pipeline.punctuation import COLONS, SENTENCE_ENDS
from pipeline.records import LINE_KINDS, Block, Removed
from pipeline.text import spoken_words

MAX_ABOVE = 16
"""Lines of a page above its first paragraph."""
MAX_WORDS, MAX_CHARS, MAX_RUN = 3, 30, 2
"""Words and letters of such a line, and how many stand one below the other."""
_NO_FACTS = frozenset({"headline", "before-headline", "repeated-in-source"})
_ENDS = (*SENTENCE_ENDS, "»", "”", '"', ",", "،")


def amid_facts(
    whole: Sequence[Block], removed: Iterable[Removed], found: Mapping[Block, str]
) -> frozenset[Block]:
    """Such lines of a text; `whole` are its lines with those `removed` from it, `found` those that
    go for another reason, each by its rule. A label with a colon needs what goes below it alone."""
    rules = rules_of(whole, removed, found)
    told = (i for i, rule in enumerate(rules) if rule is None and paragraphs_in(whole[i : i + 1]))
    first = next(told, 0)
    if not 0 < first <= MAX_ABOVE:
        return frozenset()
    taken: set[Block] = set()
    run: list[int] = []
    for i in range(first):
        if rules[i] is None:
            run.append(i)
            continue
        if run and name_of(rules[i]) not in _NO_FACTS and len(run) <= MAX_RUN:
            above = run[0] > 0 and name_of(rules[run[0] - 1]) not in _NO_FACTS
            labels = all(whole[at].text.endswith(tuple(COLONS)) for at in run)
            if (above or labels) and all(_is_label(whole[at]) for at in run):
                taken.update(whole[at] for at in run)
        run = []
    return frozenset(taken)


def _is_label(block: Block) -> bool:
    """Whether a line is of a few words that end open."""
    text = block.text
    if block.kind not in LINE_KINDS or len(text) > MAX_CHARS or "\n" in text:
        return False
    return spoken_words(text) <= MAX_WORDS and not text.endswith(_ENDS)
