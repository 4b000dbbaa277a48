"""The rules of cleaning as they are read from pipeline/rules/: one file a language."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cache
from importlib.resources import files
from itertools import chain
from typing import Any, NamedTuple

from pipeline.fingerprints import skeleton
from pipeline.page.pieces import Extracted
from pipeline.patterns.line_pattern import LinePattern, of_source, tell
from pipeline.patterns.rule_files import parsed
from pipeline.patterns.rule_words import folded_line
from pipeline.records import BlockKind
from pipeline.writing import SCRIPTS

MAX_RULED_CHARS = 400
"""Few rules look at a longer line: prose of that length is no boilerplate that most can know."""
MAX_KNOWN_CHARS = 160
"""No line that is known wholly is longer; a longer one need not be folded to be looked up."""
MAX_NOTICE_CHARS = 1600
"""No rule looks at a longer one: a notice of consent, of liability or about comments is shorter."""


class Place(NamedTuple):
    """Where a line stands: among the first lines of a text, its last ones, or above all others."""

    start: bool
    end: bool
    top: bool = False


_SAID_ABOVE = frozenset({"tags", "licence", "page-facts", "date-line", "made-with-ai"})


@dataclass(frozen=True, slots=True)
class Rule:
    """One rule of a language: its name, and where and on what it holds.

    `place` is "any", "start", "end" or "last" (nothing but boilerplate follows: an interview asks
    too, but does not end with a question); `linked` is the least share of a line that stands in
    links; `optional` rules hold only where a caller names them. A line that one of the `patterns`
    matches holds one of the lower-case `needs`, where there are any: they spare the search for it.
    It is tried on lines of its `script`, that of its language unless its file says another; where
    it is `plain`, only on paragraphs that are not bold: others may head a text, or be its points.
    """

    name: str
    patterns: tuple[LinePattern, ...] = ()
    place: str = "any"
    linked: float = 0.0
    max_chars: int = MAX_RULED_CHARS
    optional: bool = False
    script: str | None = None
    needs: tuple[str, ...] = ()
    plain: bool = False

    @property
    def language(self) -> str:
        return self.name.partition(":")[0]

    @property
    def kind(self) -> str:
        return self.name.partition(":")[2]

    def matches(self, text: str) -> bool:
        """Whether one of the rule's patterns matches the whole line."""
        return self.matches_folded(text, folded_line(text))

    def matches_folded(self, text: str, low: str) -> bool:
        """The same of a line of which the form of `folded_line` is known, which all rules look at
        first. Loops, since generators take longer than what they look for."""
        if self.needs:
            for word in self.needs:
                if word in low:
                    break
            else:
                return False
        for pattern in self.patterns:  # noqa: SIM110
            if pattern.matches(text, low):
                return True
        return False

    def stands(self, at: Place, is_heading: bool = False) -> bool:
        """Whether the rule may be used on a line that stands there. A heading that invites readers
        to follow is no text, wherever it stands; what a site says of a text below it, others say
        right above it."""
        if self.place == "start":
            return at.start
        if self.place == "end":
            if at.top and self.kind in _SAID_ABOVE:
                return not is_heading
            return at.end or (is_heading and self.kind == "follow-us")
        return self.place == "any"

    def fits(self, line: Extracted) -> bool:
        """Whether the rule may be used on a line by its form, its links and its length."""
        if self.plain and (line.bold or line.block.kind is not BlockKind.PARAGRAPH):
            return False
        return line.linked >= self.linked and len(line.block.text) <= self.max_chars


@dataclass(frozen=True, slots=True)
class RuleBook:
    """All rules: by whole line (skeleton), and as patterns."""

    lines: Mapping[str, tuple[Rule, ...]]
    by_language: Mapping[str, tuple[Rule, ...]]
    """The rules with patterns; «any» is a language too."""
    beginnings: frozenset[str]
    """The words that begin the labels of buttons."""

    @property
    def patterns(self) -> Iterator[Rule]:
        """The rules with patterns of all languages."""
        return chain.from_iterable(self.by_language.values())


@cache
def rule_book() -> RuleBook:
    """The rules of all languages, read from the package's own data."""
    lines: dict[str, list[Rule]] = {}
    patterns: dict[str, list[Rule]] = {}
    beginnings: set[str] = set()
    for entry in sorted(files("pipeline").joinpath("rules").iterdir(), key=lambda e: e.name):
        source = entry.read_text("utf-8")
        if "\n[[rules]]\n" not in source:  # the folder holds data of other fields too
            continue
        for rule, whole_lines in _read_rules(parsed(source)):
            if rule.patterns:
                patterns.setdefault(rule.language, []).append(rule)
            for line in whole_lines:
                lines.setdefault(skeleton(line), []).append(rule)
                if rule.kind == "share" and line.split():
                    beginnings.add(skeleton(line.split()[0]))
    by_line = {key: tuple(rules) for key, rules in lines.items()}
    by_language = {language: tuple(rules) for language, rules in patterns.items()}
    tell(pattern for rules in by_language.values() for rule in rules for pattern in rule.patterns)
    return RuleBook(by_line, by_language, frozenset(beginnings))


def _read_rules(data: dict[str, Any]) -> Iterator[tuple[Rule, list[str]]]:
    for entry in data["rules"]:
        rule = Rule(
            name=f"{data['language']}:{entry['name']}",
            place=entry.get("place", "any"),
            linked=entry.get("linked", 0.0),
            max_chars=entry.get("max_chars", MAX_RULED_CHARS),
            optional=entry.get("optional", False),
            script=entry.get("script", SCRIPTS.get(data["language"])),
            needs=tuple(map(folded_line, entry.get("needs", ()))),
            plain=entry.get("plain", False),
        )
        yield rule, entry.get("lines", [])
        patterns = tuple(map(of_source, entry.get("patterns", ())))
        if patterns:
            yield replace(rule, patterns=patterns), []
