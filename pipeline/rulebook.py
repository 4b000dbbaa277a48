"""The rules of cleaning as they are read from pipeline/rules/: one file a language."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cache, lru_cache
from importlib.resources import files
from typing import Any

from pipeline.fingerprints import skeleton
from pipeline.page.pieces import Extracted
from pipeline.records import BlockKind
from pipeline.rule_starts import first_characters, folded
from pipeline.writing import LATIN, SCRIPTS, SHARED, script_of

MAX_RULED_CHARS = 400
"""Few rules look at a longer line: prose of that length is no boilerplate that most can know."""
MAX_KNOWN_CHARS = 160
"""No line that is known wholly is longer; a longer one need not be folded to be looked up."""
MAX_NOTICE_CHARS = 1600
"""No rule looks at a longer one: a notice of consent, of liability or about comments is shorter."""


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

    def stands(self, at_start: bool, at_end: bool, is_heading: bool = False) -> bool:
        """Whether the rule may be used on a line that stands there. A heading that invites readers
        to follow is no text, wherever it stands."""
        if self.place == "start":
            return at_start
        if self.place == "end":
            return at_end or (is_heading and self.kind == "follow-us")
        return self.place == "any"

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
        if entry.name.endswith(".toml"):
            data = tomllib.loads(entry.read_text("utf-8"))
            for rule, whole_lines in _read_rules(data):
                if rule.pattern is not None:
                    patterns.append(rule)
                for line in whole_lines:
                    lines.setdefault(skeleton(line), []).append(replace(rule, pattern=None))
                    if rule.kind == "share" and line.split():
                        beginnings.add(skeleton(line.split()[0]))
    by_line = {key: tuple(rules) for key, rules in lines.items()}
    return RuleBook(by_line, tuple(patterns), frozenset(beginnings))


def _read_rules(data: dict[str, Any]) -> Iterator[tuple[Rule, list[str]]]:
    for entry in data.get("rules", ()):  # the folder holds data of other fields too
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
        firsts = {source: first_characters(source) for source in entry.get("patterns", ())}
        anyhow = [source for source, first in firsts.items() if first is None]
        begun = frozenset[str]().union(*(first for first in firsts.values() if first is not None))
        told = [source for source, first in firsts.items() if first is not None]
        if told:
            yield replace(rule, pattern=_joined(told), begins=begun), []
        if anyhow:
            yield replace(rule, pattern=_joined(anyhow)), []


def _joined(sources: list[str]) -> str:
    return "|".join(f"(?:{source})" for source in sources)


_HEADED = {
    "read-also": "related",
    "comment-form": "comments",
    "follow-us": "newsletter",
    "tags": "meta",
    "about-author": "author-box",
}


@lru_cache(maxsize=20_000)
def named_by_heading(text: str) -> str | None:
    """The region that a heading announces: «Related articles», «Leave a comment»; else None."""
    for rule in rule_book().lines.get(skeleton(text), ()):
        region = _HEADED.get(rule.kind)
        if region is not None:
            return region
    rules = _that_may_match("comment-form", text)
    return "comments" if any(rule.matches(text) for rule in rules) else None


@lru_cache(maxsize=20_000)
def signs_up(text: str) -> bool:
    """Whether a line is of a form for a newsletter: «By subscribing you agree to our terms»."""
    rules = _that_may_match("sign-up", text)
    return any(len(text) <= rule.max_chars and rule.matches(text) for rule in rules)


_APPEALS = frozenset({"donate", "follow-us", "sign-up"})


@lru_cache(maxsize=20_000)
def heads_appeal(text: str) -> bool:
    """Whether a line is known to ask for support, or to offer a newsletter or a channel."""
    if any(rule.kind in _APPEALS for rule in rule_book().lines.get(skeleton(text), ())):
        return True
    rules = [rule for kind in _APPEALS for rule in _that_may_match(kind, text)]
    return any(len(text) <= rule.max_chars and rule.matches(text) for rule in rules)


def _that_may_match(kind: str, text: str) -> tuple[Rule, ...]:
    return _begun(kind, script_of(text), folded(text))


@cache
def _begun(kind: str, script: str, first: str) -> tuple[Rule, ...]:
    """The rules of a kind that a line in a script may match which begins with a sign."""
    rules = _of_kind(kind, script)
    return tuple(rule for rule in rules if rule.begins is None or first in rule.begins)


@cache
def _of_kind(kind: str, script: str) -> tuple[Rule, ...]:
    return tuple(
        rule for rule in rule_book().patterns if rule.kind == kind and rule.script in (script, None)
    )


def heads_summary(text: str) -> bool:
    """Whether a line says that what follows it sums the article up: «Key points»."""
    return text.rstrip(" :：").casefold() in _box_headings("headings")


def heads_facts(text: str) -> bool:
    """Whether a heading says that its box holds facts beside the text: «Fact file»."""
    line = text.rstrip(" :：").casefold()
    return line in _box_headings("facts") or line.startswith(_facts_begin())


@cache
def _facts_begin() -> tuple[str, ...]:
    return tuple(_box_headings("facts_begin"))


@cache
def _box_headings(kind: str) -> frozenset[str]:
    data = tomllib.loads(files("pipeline").joinpath("rules", "summaries.toml").read_text("utf-8"))
    return frozenset(line.casefold() for line in data[kind])


def is_known_line(text: str) -> bool:
    """Whether some rule names a line wholly: a label, a note, a button of some theme."""
    return skeleton(text) in rule_book().lines


MAX_LABELS_CHARS = 100
MAX_LABELS = 14
MAX_LABEL_WORDS = 5
"""A row of buttons has no more words, nor one of them."""


def is_row_of_labels(text: str) -> bool:
    """Whether a line is two or more buttons glued together: «Copy link Link copied»."""
    words = text.split()
    if not 2 <= len(words) <= MAX_LABELS:
        return False
    if skeleton(words[0]) not in rule_book().beginnings:
        return False
    ends = {0}
    for start in range(len(words)):
        if start in ends:
            for end in range(start + 1, min(start + MAX_LABEL_WORDS, len(words)) + 1):
                rules = rule_book().lines.get(skeleton(" ".join(words[start:end])), ())
                if any(rule.kind == "share" for rule in rules):
                    ends.add(end)
    return len(words) in ends


def is_back_to_top(text: str) -> bool:
    """Whether a line is the link back to the page's top."""
    return any(rule.kind == "back-to-top" for rule in rule_book().lines.get(skeleton(text), ()))


_SIZES = 32
"""Letters between two classes of lines by their length: rules for shorter ones are passed over."""


class Patterns:
    """The rules with patterns to try on lines of each script (see `script_of`)."""

    def __init__(self, rules: Mapping[str, tuple[Rule, ...]]) -> None:
        self._rules = rules
        self._chosen: dict[tuple[str, int, bool, bool, bool], tuple[Rule, ...]] = {}
        self._begun: dict[tuple[str, int, bool, bool, bool, str], tuple[Rule, ...]] = {}

    def of(self, text: str) -> tuple[Rule, ...]:
        """All rules for a line's script."""
        return self._rules.get(script_of(text), ())

    def on(self, line: Extracted, at_start: bool, at_end: bool) -> tuple[Rule, ...]:
        """The rules that may be used on a line there and match what begins like it, but for the
        share of its links and, within a class of lengths, for its length."""
        text = line.block.text
        is_heading = line.block.kind is BlockKind.HEADING
        key = (script_of(text), len(text) // _SIZES, at_start, at_end, is_heading)
        first = folded(text)
        found = self._begun.get((*key, first))
        if found is None:
            found = self._begun[(*key, first)] = tuple(
                rule for rule in self._standing(key) if rule.begins is None or first in rule.begins
            )
        return found

    def _standing(self, key: tuple[str, int, bool, bool, bool]) -> tuple[Rule, ...]:
        """The rules for a script, a class of lengths and a place in the text."""
        script, size, at_start, at_end, is_heading = key
        found = self._chosen.get(key)
        if found is None:
            found = self._chosen[key] = tuple(
                rule
                for rule in self._rules.get(script, ())
                if rule.max_chars >= size * _SIZES and rule.stands(at_start, at_end, is_heading)
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
