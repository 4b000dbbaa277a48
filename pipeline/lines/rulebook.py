"""The rules of cleaning as they are read from pipeline/rules/: one file a language."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache
from importlib.resources import files
from itertools import chain
from typing import Any, NamedTuple

from pipeline.fingerprints import skeleton
from pipeline.page.pieces import Extracted
from pipeline.patterns.line_pattern import LinePattern, of_source
from pipeline.patterns.rule_starts import LENGTH, cut, folded
from pipeline.patterns.rule_words import folded_line
from pipeline.records import BlockKind
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
    links; `optional` rules hold only where a caller names them. A line that one of the `patterns`
    matches holds one of the lower-case `needs`, where there are any: they spare the search for it.
    It is tried on lines of its `script`, that of its language unless its file says another.
    """

    name: str
    patterns: tuple[LinePattern, ...] = ()
    place: str = "any"
    linked: float = 0.0
    max_chars: int = MAX_RULED_CHARS
    optional: bool = False
    script: str | None = None
    needs: tuple[str, ...] = ()

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
        """Whether the rule may be used on a line by its links and its length."""
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
        for rule, whole_lines in _read_rules(tomllib.loads(source)):
            if rule.patterns:
                patterns.setdefault(rule.language, []).append(rule)
            for line in whole_lines:
                lines.setdefault(skeleton(line), []).append(rule)
                if rule.kind == "share" and line.split():
                    beginnings.add(skeleton(line.split()[0]))
    by_line = {key: tuple(rules) for key, rules in lines.items()}
    by_language = {language: tuple(rules) for language, rules in patterns.items()}
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
        )
        yield rule, entry.get("lines", [])
        patterns = tuple(map(of_source, entry.get("patterns", ())))
        if patterns:
            yield replace(rule, patterns=patterns), []


class RulesByBeginning:
    """Some rules, looked up by how the lines begin that their patterns match."""

    def __init__(self, rules: Sequence[Rule]) -> None:
        self._rules = rules
        self._begun: dict[str, list[_Numbers]] = {}
        self._less: dict[_Some, Rule] = {}
        anyhow: dict[int, list[int]] = {}
        for i, rule in enumerate(rules):
            for j, pattern in enumerate(rule.patterns):
                if pattern.begins is None:
                    anyhow.setdefault(i, []).append(j)
                for begin in pattern.begins or ():
                    self._begun.setdefault(begin, []).append((i, j))
        self.anyhow = tuple((i, self._with_patterns(i, some)) for i, some in anyhow.items())
        """The rules that may match whatever a line begins with, by no more of their patterns than
        may, each with its place among all."""

    def that_may_match(self, begin: str) -> tuple[Rule, ...]:
        """The rules that may match a line which has that folded beginning (see `rule_starts`), in
        their order, with no more of their patterns than may."""
        found = sorted((*self.anyhow, *self.that_begin(begin)), key=lambda numbered: numbered[0])
        return tuple([rule for _, rule in found])

    def that_begin(self, begin: str) -> tuple[_Numbered, ...]:
        """Of these the rules whose patterns tell how a line begins."""
        more: dict[int, list[int]] = {}
        for way in cut(begin):
            for i, j in self._begun.get(way, ()):
                more.setdefault(i, []).append(j)
        return tuple([(i, self._with_patterns(i, some)) for i, some in more.items()])

    def _with_patterns(self, i: int, numbers: Sequence[int]) -> Rule:
        """A rule with some of its patterns."""
        rule, some = self._rules[i], tuple(sorted(set(numbers)))
        if len(some) == len(rule.patterns):
            return rule
        found = self._less.get((i, some))
        if found is None:
            patterns = tuple(rule.patterns[j] for j in some)
            found = self._less[i, some] = replace(rule, patterns=patterns)
        return found


_Numbers = tuple[int, int]
"""Which rule of some, and which of its patterns."""
_Some = tuple[int, tuple[int, ...]]
"""Which rule, and which several of its patterns."""
_Numbered = tuple[int, Rule]
"""A rule with its place among others."""


class Patterns:
    """The rules with patterns to try on lines of each script (see `script_of`)."""

    def __init__(self, rules: Sequence[Rule]) -> None:
        self._rules = rules
        self._in_script: dict[str, tuple[Rule, ...]] = {}
        self._indexes: dict[str, RulesByBeginning] = {}
        self._begun: dict[tuple[str, str], tuple[_Numbered, ...]] = {}
        self._standing: dict[tuple[str, Place, bool], tuple[_Numbered, ...]] = {}

    def of(self, text: str) -> tuple[Rule, ...]:
        """All rules for a line's script."""
        return self._of_script(script_of(text))

    def _of_script(self, script: str) -> tuple[Rule, ...]:
        found = self._in_script.get(script)
        if found is None:
            rules = (rule for rule in self._rules if rule.script in (script, None))
            found = self._in_script[script] = tuple(rules)
        return found

    def that_match(self, line: Extracted, at: Place) -> list[Rule]:
        """The rules that may be used on a line there and match it, in their order."""
        text, linked = line.block.text, line.linked
        low, size, script = folded_line(text), len(text), script_of(text)
        is_heading = line.block.kind is BlockKind.HEADING
        found: list[_Numbered] = []
        for numbered in self._that_stand(script, at, is_heading):
            rule = numbered[1]
            if size > rule.max_chars:
                break
            if linked >= rule.linked and rule.matches_folded(text, low):
                found.append(numbered)
        for numbered in self._that_begin(script, folded(text, LENGTH)):
            rule = numbered[1]
            if (
                size <= rule.max_chars
                and linked >= rule.linked
                and (rule.place == "any" or rule.stands(at, is_heading))
                and rule.matches_folded(text, low)
            ):
                found.append(numbered)
        return [rule for _, rule in sorted(found, key=lambda numbered: numbered[0])]

    def _that_stand(self, script: str, at: Place, is_heading: bool) -> tuple[_Numbered, ...]:
        """The rules to try on whatever line stands there, those for the longest lines first."""
        found = self._standing.get((script, at, is_heading))
        if found is None:
            stand = [n for n in self._index(script).anyhow if n[1].stands(at, is_heading)]
            stand.sort(key=lambda numbered: -numbered[1].max_chars)
            found = self._standing[script, at, is_heading] = tuple(stand)
        return found

    def _that_begin(self, script: str, begin: str) -> tuple[_Numbered, ...]:
        """The rules for lines in a script which have that folded beginning."""
        found = self._begun.get((script, begin))
        if found is None:
            found = self._begun[script, begin] = self._index(script).that_begin(begin)
        return found

    def _index(self, script: str) -> RulesByBeginning:
        index = self._indexes.get(script)
        if index is None:
            index = self._indexes[script] = RulesByBeginning(self._of_script(script))
        return index


@cache
def patterns_of(language: str | None, options: frozenset[str], *, last: bool = False) -> Patterns:
    """The patterns to try on a page: those of its language, of English, and of other scripts.

    `last`: those of the place below a text alone, which the others leave out.
    """
    own = (language or "").partition("-")[0].lower()
    own = SHARED.get(own, own)
    left_out = LATIN - {own} if own else frozenset()
    return Patterns(
        [
            rule
            for its_language, rules in rule_book().by_language.items()
            if its_language not in left_out
            for rule in rules
            if (rule.place == "last") is last and (not rule.optional or rule.kind in options)
        ]
    )
