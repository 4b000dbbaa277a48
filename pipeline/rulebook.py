"""The rules of cleaning as they are read from pipeline/rules/: one file a language."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cache, lru_cache
from importlib.resources import files
from typing import Any, NamedTuple

from pipeline.fingerprints import skeleton
from pipeline.page.pieces import Extracted
from pipeline.records import BlockKind
from pipeline.rule_starts import LENGTH, beginnings, cut, folded
from pipeline.writing import LATIN, SCRIPTS, SHARED, script_of

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
    links; `optional` rules hold only where a caller names them. A line that the pattern matches
    holds one of the lower-case `needs`, where there are any, and begins with one of `begins`, but
    where that is None: they spare the search for it.
    """

    name: str
    pattern: str | None = None
    place: str = "any"
    linked: float = 0.0
    max_chars: int = MAX_RULED_CHARS
    optional: bool = False
    script: str | None = None
    needs: tuple[str, ...] = ()
    begins: frozenset[str] | None = None

    @property
    def language(self) -> str:
        return self.name.partition(":")[0]

    @property
    def kind(self) -> str:
        return self.name.partition(":")[2]

    def matches(self, text: str) -> bool:
        """Whether the rule's pattern matches the whole line."""
        if self.needs:
            low = _low(text)
            for need in self.needs:  # a generator would take longer than the words
                if need in low:
                    break
            else:
                return False
        return self.pattern is not None and _compiled(self.pattern).fullmatch(text) is not None

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

    def may_match(self, ways: Iterable[str]) -> bool:
        """Whether the pattern may match a line that begins in one of these `ways` (see `cut`)."""
        return self.begins is None or not self.begins.isdisjoint(ways)

    def fits(self, line: Extracted) -> bool:
        """Whether the rule may be used on a line by its links and its length."""
        return line.linked >= self.linked and len(line.block.text) <= self.max_chars


@lru_cache(maxsize=8)
def _low(text: str) -> str:
    """A line in lower case, which several rules ask for in turn."""
    return text.lower()


@cache
def _compiled(pattern: str) -> re.Pattern[str]:
    """A rule's pattern, compiled when a line is first held against it: most pages are in one
    language, and never ask for the patterns of the others."""
    return re.compile(pattern, re.IGNORECASE | re.DOTALL)


@dataclass(frozen=True, slots=True)
class RuleBook:
    """All rules: by whole line (skeleton), and as patterns."""

    lines: dict[str, tuple[Rule, ...]]
    patterns: tuple[Rule, ...]
    beginnings: frozenset[str]
    """The words that begin the labels of buttons."""


@cache
def rule_book() -> RuleBook:
    """The rules of all languages, read from the package's own data."""
    lines: dict[str, list[Rule]] = {}
    patterns: list[Rule] = []
    beginnings: set[str] = set()
    for entry in sorted(files("pipeline").joinpath("rules").iterdir(), key=lambda e: e.name):
        source = entry.read_text("utf-8")
        if "\n[[rules]]\n" not in source:  # the folder holds data of other fields too
            continue
        for rule, whole_lines in _read_rules(tomllib.loads(source)):
            if rule.pattern is not None:
                patterns.append(rule)
            for line in whole_lines:
                lines.setdefault(skeleton(line), []).append(rule)
                if rule.kind == "share" and line.split():
                    beginnings.add(skeleton(line.split()[0]))
    by_line = {key: tuple(rules) for key, rules in lines.items()}
    return RuleBook(by_line, tuple(patterns), frozenset(beginnings))


def _read_rules(data: dict[str, Any]) -> Iterator[tuple[Rule, list[str]]]:
    for entry in data["rules"]:
        rule = Rule(
            name=f"{data['language']}:{entry['name']}",
            place=entry.get("place", "any"),
            linked=entry.get("linked", 0.0),
            max_chars=entry.get("max_chars", MAX_RULED_CHARS),
            optional=entry.get("optional", False),
            script=SCRIPTS.get(data["language"]),
            needs=tuple(entry.get("needs", ())),
        )
        yield rule, entry.get("lines", [])
        firsts = {source: beginnings(source) for source in entry.get("patterns", ())}
        anyhow = [source for source, first in firsts.items() if first is None]
        begun = frozenset[str]().union(*(first for first in firsts.values() if first is not None))
        told = [source for source, first in firsts.items() if first is not None]
        if told:
            yield replace(rule, pattern=_joined(told), begins=begun), []
        if anyhow:
            yield replace(rule, pattern=_joined(anyhow)), []


def _joined(sources: list[str]) -> str:
    return "|".join(f"(?:{source})" for source in sources)


@cache
def _first_signs(begins: frozenset[str]) -> frozenset[str]:
    return frozenset(begin[0] for begin in begins)


_SIZES = 32
"""Letters between two classes of lines by their length: rules for shorter ones are passed over."""


class Patterns:
    """The rules with patterns to try on lines of each script (see `script_of`)."""

    def __init__(self, rules: Mapping[str, tuple[Rule, ...]]) -> None:
        self._rules = rules
        self._chosen: dict[tuple[str, int, Place, bool], tuple[Rule, ...]] = {}
        self._alike: dict[tuple[str, int, Place, bool, str], tuple[Rule, ...]] = {}
        self._begun: dict[tuple[str, int, Place, bool, str], tuple[Rule, ...]] = {}

    def of(self, text: str) -> tuple[Rule, ...]:
        """All rules for a line's script."""
        return self._rules.get(script_of(text), ())

    def on(self, line: Extracted, at: Place) -> tuple[Rule, ...]:
        """The rules that may be used on a line there and match what begins like it, but for the
        share of its links and, within a class of lengths, for its length."""
        text = line.block.text
        is_heading = line.block.kind is BlockKind.HEADING
        key = (script_of(text), len(text) // _SIZES, at, is_heading)
        begin = folded(text, LENGTH)
        found = self._begun.get((*key, begin))
        if found is None:
            ways = cut(begin)
            found = self._begun[(*key, begin)] = tuple(
                rule for rule in self._begun_alike(key, begin[:1]) if rule.may_match(ways)
            )
        return found

    def _begun_alike(self, key: tuple[str, int, Place, bool], first: str) -> tuple[Rule, ...]:
        """The rules of `_standing` for lines that begin with a character: few of all."""
        found = self._alike.get((*key, first))
        if found is None:
            found = self._alike[(*key, first)] = tuple(
                rule
                for rule in self._standing(key)
                if rule.begins is None or first in _first_signs(rule.begins)
            )
        return found

    def _standing(self, key: tuple[str, int, Place, bool]) -> tuple[Rule, ...]:
        """The rules for a script, a class of lengths and a place in the text."""
        script, size, at, is_heading = key
        found = self._chosen.get(key)
        if found is None:
            found = self._chosen[key] = tuple(
                rule
                for rule in self._rules.get(script, ())
                if rule.max_chars >= size * _SIZES and rule.stands(at, is_heading)
            )
        return found


@cache
def patterns_of(language: str | None, options: frozenset[str], *, last: bool = False) -> Patterns:
    """The patterns to try on a page: those of its language, of English, and of other scripts.

    `last`: those of the place below a text alone, which the others leave out.
    """
    own = (language or "").partition("-")[0].lower()
    own = SHARED.get(own, own)
    left_out = LATIN - {own} if own else frozenset()
    rules = [
        rule
        for rule in rule_book().patterns
        if rule.language not in left_out
        and (rule.place == "last") is last
        and (not rule.optional or rule.kind in options)
    ]
    return Patterns(
        {
            script: tuple(rule for rule in rules if rule.script in (script, None))
            for script in SCRIPTS.values()
        }
    )
