"""Boilerplate out, line by line, each removal with the rule that made it.

Rules are data, a file a language in pipeline/rules/: whole lines (compared by letters and digits
only), patterns that a whole line matches, and where in the text they hold. All languages' rules
are tried on every text, since a theme's language need not be the article's. What was extracted is
kept or removed, never changed: `rebuild(kept, removed)` gives it back.
"""

from __future__ import annotations

import base64
import binascii
import re
import tomllib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache
from importlib.resources import files
from typing import Any

from pipeline.blocks import Extracted
from pipeline.fingerprints import skeleton
from pipeline.records import Block, BlockKind, Removed

MAX_RULED_CHARS = 400
"""No rule looks at a longer line: prose of that length is no boilerplate that a rule can know."""

EDGE_LINES = 6
"""How many lines from the start, or from the end, count as the start or the end of a text."""


@dataclass(frozen=True, slots=True)
class Rule:
    """One rule of a language: its name, and where and on what it holds.

    `place` is "any", "start" or "end"; `linked` is the least share of a line that stands in links;
    `optional` rules hold only where a caller names them.
    """

    name: str
    pattern: re.Pattern[str] | None = None
    place: str = "any"
    linked: float = 0.0
    max_chars: int = MAX_RULED_CHARS
    optional: bool = False
    script: str | None = None

    @property
    def language(self) -> str:
        return self.name.partition(":")[0]

    @property
    def kind(self) -> str:
        return self.name.partition(":")[2]

    def matches(self, text: str) -> bool:
        """Whether the rule's pattern matches the whole line."""
        return self.pattern is not None and self.pattern.fullmatch(text) is not None

    def holds(self, line: Extracted, at_start: bool, at_end: bool) -> bool:
        """Whether the rule may be used on this line, its words aside."""
        if self.place == "start" and not at_start:
            return False
        if self.place == "end" and not at_end:
            return False
        return line.linked >= self.linked and len(line.block.text) <= self.max_chars


@dataclass(frozen=True, slots=True)
class RuleBook:
    """All rules: by whole line (skeleton), and as patterns."""

    lines: dict[str, tuple[Rule, ...]]
    patterns: tuple[Rule, ...]


@dataclass(frozen=True, slots=True)
class Cleaned:
    """What stays and what went; together they are what was extracted."""

    kept: tuple[Block, ...]
    removed: tuple[Removed, ...]


@cache
def rule_book() -> RuleBook:
    """The rules of all languages, read from the package's own data."""
    lines: dict[str, list[Rule]] = {}
    patterns: list[Rule] = []
    for entry in sorted(files("pipeline").joinpath("rules").iterdir(), key=lambda e: e.name):
        if entry.name.endswith(".toml"):
            data = tomllib.loads(entry.read_text("utf-8"))
            for rule, whole_lines in _read_rules(data):
                if rule.pattern is not None:
                    patterns.append(rule)
                for line in whole_lines:
                    lines.setdefault(skeleton(line), []).append(replace(rule, pattern=None))
    return RuleBook({key: tuple(rules) for key, rules in lines.items()}, tuple(patterns))


def _read_rules(data: dict[str, Any]) -> Iterator[tuple[Rule, list[str]]]:
    for entry in data.get("rules", ()):  # the folder holds data of other fields too
        sources = entry.get("patterns", [])
        joined = "|".join(f"(?:{source})" for source in sources)
        yield (
            Rule(
                name=f"{data['language']}:{entry['name']}",
                pattern=re.compile(joined, re.IGNORECASE | re.DOTALL) if sources else None,
                place=entry.get("place", "any"),
                linked=entry.get("linked", 0.0),
                max_chars=entry.get("max_chars", MAX_RULED_CHARS),
                optional=entry.get("optional", False),
                script=_SCRIPTS.get(data["language"]),
            ),
            entry.get("lines", []),
        )


def clean_blocks(
    extracted: Sequence[Extracted],
    repeated: frozenset[str] = frozenset(),
    options: frozenset[str] = frozenset(),
    language: str | None = None,
) -> Cleaned:
    """Take boilerplate out of an extraction.

    `repeated` holds the skeletons of lines that the source is known to repeat; `options` names
    optional rules to use (for instance "agency-sign-off"). `language` is what the page says of
    itself, with which patterns of other languages of the same script are left out; None tries all.
    """
    patterns = _patterns_of(language, options)
    lines = list(separate(extracted, patterns))
    rules = [line.rule for line in lines]
    open_lines = [i for i, rule in enumerate(rules) if rule is None]
    for place, i in enumerate(open_lines):
        at_start, at_end = place < EDGE_LINES, place >= len(open_lines) - EDGE_LINES
        rules[i] = _rule_of(lines[i], at_start, at_end, patterns)
    _take_places(lines, rules)
    _take_repeated(lines, rules, repeated)
    _take_hanging_headings(lines, rules)
    kept, removed = [], []
    for i, (line, rule) in enumerate(zip(lines, rules, strict=True)):
        block = line.block
        if rule is None:
            kept.append(block)
        else:
            removed.append(Removed(block.text, rule, i, block.kind, block.level))
    return Cleaned(tuple(kept), tuple(removed))


_HEADED = {
    "read-also": "related",
    "comment-form": "comments",
    "follow-us": "newsletter",
    "tags": "meta",
}


def named_by_heading(text: str) -> str | None:
    """The region that a heading announces: «Related articles», «Leave a comment»; else None."""
    for rule in rule_book().lines.get(skeleton(text), ()):
        region = _HEADED.get(rule.kind)
        if region is not None:
            return region
    return None


def is_back_to_top(text: str) -> bool:
    """Whether a line is the link back to the page's top."""
    return any(rule.kind == "back-to-top" for rule in rule_book().lines.get(skeleton(text), ()))


def rebuild(kept: Sequence[Block], removed: Sequence[Removed]) -> tuple[Block, ...]:
    """What was extracted, from what was kept and the ledger."""
    by_index = {r.index: Block(r.kind, r.text, r.level) for r in removed}
    rest = iter(kept)
    return tuple(
        by_index[i] if i in by_index else next(rest) for i in range(len(kept) + len(removed))
    )


_LATIN = frozenset({"de", "fr", "es", "it", "pt", "nl", "tr", "id"})


@cache
def _patterns_of(language: str | None, options: frozenset[str]) -> tuple[Rule, ...]:
    """The patterns to try on a page: those of its language, of English, and of other scripts."""
    own = (language or "").partition("-")[0].lower()
    left_out = _LATIN - {own} if own else frozenset()
    return tuple(
        rule
        for rule in rule_book().patterns
        if rule.language not in left_out and (not rule.optional or rule.kind in options)
    )


def _rule_of(
    line: Extracted, at_start: bool, at_end: bool, patterns: tuple[Rule, ...]
) -> str | None:
    text = line.block.text
    if is_watermark(text):
        return "watermark"
    if len(text) > MAX_RULED_CHARS or line.block.kind is BlockKind.CODE:
        return None
    for rule in rule_book().lines.get(skeleton(text), ()):
        if rule.holds(line, at_start, at_end):
            return rule.name
    script = _script_of(text)
    for rule in patterns:
        if rule.script is not None and rule.script != script:
            continue
        if rule.holds(line, at_start, at_end) and rule.matches(text):
            return rule.name
    return None


_SCRIPTS = {
    **dict.fromkeys(("ar", "fa", "ur"), "arabic"),
    **dict.fromkeys(("zh", "ja", "ko"), "cjk"),
    **dict.fromkeys(("en", *_LATIN), "latin"),
    "ru": "cyrillic",
}
_OF_SCRIPT = (
    ("arabic", re.compile("[\u0620-\u06d5\u06fa-\u06ff]")),
    ("cjk", re.compile("[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]")),
    ("cyrillic", re.compile("[\u0400-\u04ff]")),
)


def _script_of(text: str) -> str:
    """The script of a line as far as rules care: the first of theirs in it, else Latin."""
    if text.isascii():
        return "latin"
    for name, letters in _OF_SCRIPT:
        if letters.search(text):
            return name
    return "latin"


# --- watermarks ----------------------------------------------------------------------------------

_IP = r"(?:\d{1,3}\.){3}\d{1,3}|(?:[0-9a-f]{0,4}:){3,7}[0-9a-f]{1,4}"
_MAIL = r"[\w.+-]+@[\w-]+\.[\w.-]+"
_ENCODED = re.compile(r"(?<![A-Za-z0-9+/=])[A-Za-z0-9+/]{12,}={0,2}(?![A-Za-z0-9+/=])")
_SAYS_READER = re.compile(
    rf"\s*(?:(?:your\s+)?ip(?:\s*address)?|user|visitor|e-?mail|client)?\s*[:=]?\s*(?:{_IP}|{_MAIL})\s*",
    re.I,
)
_PLAIN = re.compile(
    rf"\s*(?:your\s+)?(?:ip|ip[ -]address|عنوان\s+ip|عنوانك)\s*[:=]?\s*(?:{_IP})\b.{{0,60}}", re.I
)
_PLACE = re.compile(r"(?:[^\d.!?؟:،؛]{2,60}[\s,،-]+)?[A-Z]{2}")


def is_watermark(text: str) -> bool:
    """Whether a line is a mark of its reader's address, plain or in base64, and no more."""
    if len(text) > 200:
        return False
    if _PLAIN.fullmatch(text):
        return True
    found = _ENCODED.search(text)
    return bool(found and found.start() == 0 and _is_encoded_reader(found.group()))


def _is_encoded_reader(token: str) -> bool:
    try:
        plain = base64.b64decode(token + "=" * (-len(token) % 4), validate=True).decode("ascii")
    except (binascii.Error, UnicodeDecodeError, ValueError):
        return False
    return bool(_SAYS_READER.fullmatch(plain))


def separate(
    extracted: Sequence[Extracted], patterns: tuple[Rule, ...] = ()
) -> Iterator[Extracted]:
    """The extraction with marks that stand at the end of a paragraph as lines of their own.

    A block of several lines is taken apart where one of them is boilerplate.
    """
    for line in extracted:
        text = line.block.text
        if line.rule is not None or line.block.kind is BlockKind.CODE:
            yield line
            continue
        parts = list(_at_watermark(text))
        if "\n" in text:
            rows = [row for part in parts for row in part.split("\n")]
            if any(_rule_of(_with_text(line, row), True, True, patterns) for row in rows):
                parts = rows
        if len(parts) == 1:
            yield line
        else:
            yield from (_with_text(line, part) for part in parts)


def _at_watermark(text: str) -> Iterator[str]:
    for found in _ENCODED.finditer(text):
        if found.start() and _is_encoded_reader(found.group()) and len(text) - found.end() < 80:
            yield text[: found.start()].rstrip()
            yield text[found.start() :]
            return
    yield text


def _with_text(line: Extracted, text: str) -> Extracted:
    return replace(line, block=replace(line.block, text=text))


def _take_places(lines: Sequence[Extracted], rules: list[str | None]) -> None:
    """The place of the reader («… NL») that follows a watermark on a line of its own."""
    for i in range(1, len(lines)):
        text = lines[i].block.text
        if rules[i] is None and rules[i - 1] == "watermark" and _PLACE.fullmatch(text):
            rules[i] = "watermark-place"


# --- what a source repeats, and headings over nothing --------------------------------------------


def _take_repeated(
    lines: Sequence[Extracted], rules: list[str | None], repeated: frozenset[str]
) -> None:
    """Lines that the source repeats, unless they would be more than a third of the article."""
    if not repeated:
        return
    left = [i for i, rule in enumerate(rules) if rule is None]
    found = [i for i in left if skeleton(lines[i].block.text) in repeated]
    whole = sum(len(lines[i].block.text) for i in left)
    if sum(len(lines[i].block.text) for i in found) * 3 <= whole:
        for i in found:
            rules[i] = "repeated-in-source"


def _take_hanging_headings(lines: Sequence[Extracted], rules: list[str | None]) -> None:
    """Headings that nothing follows any more."""
    for i in range(len(lines) - 1, -1, -1):
        if rules[i] is None:
            if lines[i].block.kind is not BlockKind.HEADING:
                return
            rules[i] = "hanging-heading"
