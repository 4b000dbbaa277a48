"""Which rules of cleaning a line is held against: by its script, its beginning, its place, and the
language of its page."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cache, partial
from itertools import chain

from pipeline.common_words import lacks_words_of
from pipeline.lines.rulebook import Place, Rule, rule_book
from pipeline.lines.standing_rules import Numbered, StandingRules
from pipeline.page.pieces import Extracted
from pipeline.patterns.rule_starts import LENGTH, cut, folded
from pipeline.patterns.rule_words import folded_line
from pipeline.records import BlockKind
from pipeline.writing import LATIN, SHARED, script_of


class RulesByBeginning:
    """Some rules, looked up by how the lines begin that their patterns match; `first` is the place
    of the first of them among all."""

    def __init__(self, rules: Sequence[Rule], first: int = 0) -> None:
        self._rules = rules
        self._first = first
        self._begun: dict[str, list[_Numbers]] = {}
        self._less: dict[_Some, Rule] = {}
        anyhow: dict[int, list[int]] = {}
        for i, rule in enumerate(rules):
            for j, pattern in enumerate(rule.patterns):
                if pattern.begins is None:
                    anyhow.setdefault(i, []).append(j)
                for begin in pattern.begins or ():
                    self._begun.setdefault(begin, []).append((i, j))
        self.anyhow = tuple((first + i, self._with_patterns(i, some)) for i, some in anyhow.items())
        """The rules that may match whatever a line begins with, by no more of their patterns than
        may, each with its place among all."""

    def that_may_match(self, begin: str) -> tuple[Rule, ...]:
        """The rules that may match a line which has that folded beginning (see `rule_starts`), in
        their order, with no more of their patterns than may."""
        found = sorted((*self.anyhow, *self.that_begin(begin)), key=lambda numbered: numbered[0])
        return tuple([rule for _, rule in found])

    def that_begin(self, begin: str) -> tuple[Numbered, ...]:
        """Of these the rules whose patterns tell how a line begins."""
        more: dict[int, list[int]] = {}
        for way in cut(begin):
            for i, j in self._begun.get(way, ()):
                more.setdefault(i, []).append(j)
        return tuple([(self._first + i, self._with_patterns(i, some)) for i, some in more.items()])

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


@dataclass(frozen=True, slots=True)
class RulesOfLanguage:
    """The rules of one language that pages may be held against; `first` is the place of the first
    of them among those of all languages. What is asked of a script is made once for all pages."""

    rules: tuple[Rule, ...]
    first: int = 0
    _in_script: dict[str, RulesByBeginning] = field(default_factory=dict)

    def of(self, script: str) -> list[Rule]:
        """Those for a script's lines."""
        return [rule for rule in self.rules if rule.script in (script, None)]

    def index_of(self, script: str) -> RulesByBeginning:
        """The same, by how the lines begin that they match."""
        found = self._in_script.get(script)
        if found is None:
            found = self._in_script[script] = RulesByBeginning(self.of(script), self.first)
        return found


MAX_OTHER_CHARS = 160
"""A line of another language than its text is no longer: a label, a button, an invitation."""


class Patterns:
    """The rules with patterns to try on lines of each script (see `script_of`).

    `others` are those of languages that write as the text's does: a brief line that has none of
    the common words of `language` is held against them too, since a site made for Turks that
    writes in English keeps its buttons.
    """

    def __init__(
        self,
        languages: Sequence[RulesOfLanguage],
        standing: Callable[[str], StandingRules],
        language: str = "",
        others: Patterns | None = None,
    ) -> None:
        self.languages = languages
        self._names = {rule.language for some in languages for rule in some.rules[:1]}
        self._standing = standing
        self.language = language
        self._others = others
        self._in_script: dict[str, tuple[Rule, ...]] = {}
        self._indexes: dict[str, list[RulesByBeginning]] = {}
        self._begun: dict[tuple[str, str], tuple[Numbered, ...]] = {}
        self._wordless: dict[str, tuple[Numbered, ...]] = {}

    def of(self, text: str) -> tuple[Rule, ...]:
        """All rules for a line's script."""
        script = script_of(text)
        found = self._in_script.get(script)
        if found is None:
            rules = chain.from_iterable(language.of(script) for language in self.languages)
            found = self._in_script[script] = tuple(rules)
        return found

    def that_match(self, line: Extracted, at: Place) -> list[Rule]:
        """The rules that may be used on a line there and match it, in their order."""
        text, linked = line.block.text, line.linked
        low, size, script = folded_line(text), len(text), script_of(text)
        is_heading = line.block.kind is BlockKind.HEADING
        found = [
            numbered
            for numbered in self._that_may_match(text, low, script)
            if size <= (rule := numbered[1]).max_chars
            and linked >= rule.linked
            and (not rule.plain or rule.fits(line))
            and (rule.place == "any" or rule.stands(at, is_heading))
            and rule.matches_folded(text, low)
        ]
        if not found and self._others and size <= MAX_OTHER_CHARS:
            return self._others.that_match(line, at) if lacks_words_of(text, self.language) else []
        return [rule for _, rule in sorted(found, key=lambda numbered: numbered[0])]

    def _that_may_match(self, text: str, low: str, script: str) -> Iterator[Numbered]:
        """The rules for a line by its script, its words and its beginning."""
        yield from self._wordless_in(script)
        for numbered in self._standing(script).with_words_of(low):
            if numbered[1].language in self._names:
                yield numbered
        yield from self._that_begin(script, folded(text, LENGTH))

    def _wordless_in(self, script: str) -> tuple[Numbered, ...]:
        """The rules for a script to try on each line: neither its words nor its beginning are
        sure."""
        found = self._wordless.get(script)
        if found is None:
            every = self._standing(script).wordless
            found = tuple(numbered for numbered in every if numbered[1].language in self._names)
            self._wordless[script] = found
        return found

    def _that_begin(self, script: str, begin: str) -> tuple[Numbered, ...]:
        """The rules for lines in a script which have that folded beginning."""
        found = self._begun.get((script, begin))
        if found is None:
            begun = (index.that_begin(begin) for index in self._indexes_of(script))
            found = self._begun[script, begin] = tuple(chain.from_iterable(begun))
        return found

    def _indexes_of(self, script: str) -> list[RulesByBeginning]:
        found = self._indexes.get(script)
        if found is None:
            found = [language.index_of(script) for language in self.languages]
            self._indexes[script] = found
        return found


@cache
def patterns_of(language: str | None, options: frozenset[str], *, last: bool = False) -> Patterns:
    """The patterns to try on a page: those of its language, of English, and of other scripts.

    `last`: those of the place below a text alone, which the others leave out.
    """
    code = (language or "").partition("-")[0].lower()
    left_out = LATIN - {SHARED.get(code, code)} if code else frozenset()
    own: list[RulesOfLanguage] = []
    others: list[RulesOfLanguage] = []
    for its, rules in _rules_of_languages(options, last).items():
        (others if its in left_out else own).append(rules)
    standing = partial(_standing, options, last)
    return Patterns(own, standing, code, Patterns(others, standing) if others else None)


@cache
def _standing(options: frozenset[str], last: bool, script: str) -> StandingRules:
    """The rules of all languages for a script's lines, however these begin: made once for all
    pages, since their words take some megabytes."""
    languages = _rules_of_languages(options, last).values()
    return StandingRules(chain.from_iterable(some.index_of(script).anyhow for some in languages))


@cache
def _rules_of_languages(options: frozenset[str], last: bool) -> Mapping[str, RulesOfLanguage]:
    """By language the rules with patterns that may be tried: those of the place below a text alone,
    or all others."""
    found: dict[str, RulesOfLanguage] = {}
    first = 0
    for language, rules in rule_book().by_language.items():
        own = tuple(
            rule
            for rule in rules
            if (rule.place == "last") is last and (not rule.optional or rule.kind in options)
        )
        found[language] = RulesOfLanguage(own, first)
        first += len(own)
    return found
