"""What a line weighs for a house: its words, its form, its place, and whom it names."""

from __future__ import annotations

import math
from collections.abc import Collection, Mapping, Sequence
from functools import cache
from itertools import islice

from pipeline.lines.asides import persons_said
from pipeline.lines.bars import ENDS
from pipeline.lines.notice_words import points_to_page
from pipeline.lines.offer_words import glued, named_in
from pipeline.patterns.rule_files import read_rules
from pipeline.records import Block


def weight_of_words(stems: Collection[str], weights: Mapping[str, int]) -> float:
    """What a line's words weigh together: of long lines each says less."""
    total = sum(weights.get(stem, 0) for stem in stems)
    return total / math.sqrt(max(1, len(stems)))


def speaking_of(text: str, language: str) -> list[str]:
    """What is called there who speaks in a line, to whom, and of which text."""
    we, you = persons_said(text, language)
    said = {"#we": we, "#you": you, "#here": points_to_page(text, language)}
    return [form for form, is_so in said.items() if is_so]


def form_of(block: Block, named: bool) -> list[str]:
    """What a line's form is called there; `named` is whether it alone names the house."""
    text = block.text
    forms = ["#line"]
    forms += ["#house"] if named else []
    forms += ["#open"] if text[-1] not in ENDS else []
    forms += ["#number"] if any(map(str.isdigit, text)) else []
    return forms


def place_of(kept: Sequence[Block], at: int, shared: int) -> list[str]:
    """What a line's place is called there: how many lines follow it, and how many stems it has in
    common with them and those before."""
    return [f"#shared{min(shared, 2)}", f"#below{min(len(kept) - 1 - at, 4)}"]


MOST_NAMING = 2


def names_house(kept: Sequence[Block], at: int, names: Sequence[str]) -> bool:
    """Whether a line names the house, and at most one other line of its text does."""
    named = named_in(kept[at].text, names) if names else []
    if not named:
        return False
    others = (glued(block.text) for other, block in enumerate(kept) if other != at)
    naming = (text for text in others if any(name in text for name in named))
    return sum(1 for _ in islice(naming, MOST_NAMING)) < MOST_NAMING


@cache
def weights_of_words() -> Mapping[str, int]:
    """The weights of words, and behind a # of forms and places, in tenths."""
    data = read_rules("line_judge.toml")
    weights = {f"#{name}": weight for name, weight in data["places"].items()}
    for weight, words in data["words"].items():
        weights.update(dict.fromkeys(words.split(), int(weight)))
    return weights
