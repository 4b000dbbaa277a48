"""Source files: sources/<id>.toml → Source, and back.

Every error of every file is reported at once, each with its file, its line and its mend, so that
a person who edits ten files runs the check once.
"""

from __future__ import annotations

import difflib
import json
import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

import msgspec

from crawler.checks import BadValue, check_css, format_duration
from crawler.source_keys import FIELD_NAMES, KEYS, LINK_KEYS, LISTING_KEYS, Key
from pipeline.records import FieldRule, LinkRules, Source

_ID = re.compile(r"[a-z0-9][a-z0-9_-]{0,63}")


@dataclass(frozen=True, slots=True)
class Problem:
    """One error of one source file. `line` counts from 1; None where no line is to blame."""

    file: Path
    line: int | None
    what: str
    mend: str

    def __str__(self) -> str:
        where = f"{self.file}:{self.line}" if self.line else str(self.file)
        return f"{where}: {self.what}; {self.mend}"


class BadSources(ValueError):  # noqa: N818  # named for what the caller reports
    """Raised where source files have errors: `problems` has all of them."""

    def __init__(self, problems: list[Problem]) -> None:
        super().__init__("\n".join(str(problem) for problem in problems))
        self.problems = problems


def load_sources(folder: Path) -> list[Source]:
    """All sources of a folder, by id. Raises BadSources with every problem of every file."""
    sources, problems = read_sources(folder)
    if problems:
        raise BadSources(problems)
    return sources


def read_sources(folder: Path) -> tuple[list[Source], list[Problem]]:
    """The sources that are sound, by id, and the problems of the others."""
    folder = Path(folder)
    try:
        paths = files_of(folder)
    except OSError as error:
        what = "no such folder" if not folder.is_dir() else str(error.strerror).lower()
        return [], [Problem(folder, None, what, "make it, or name another with --sources")]
    sources: list[Source] = []
    problems: list[Problem] = []
    for path in paths:
        found = read_source(path)
        if isinstance(found, Source):
            sources.append(found)
        else:
            problems.extend(found)
    return sources, problems


def files_of(folder: Path) -> list[Path]:
    """The source files of a folder, by name; what is hidden is an editor's. Raises OSError."""
    return sorted(
        path
        for path in folder.iterdir()
        if path.suffix == ".toml" and not path.name.startswith(".")
    )


def read_source(path: Path) -> Source | list[Problem]:
    """The source that one file describes, or all that is wrong with the file."""
    if not _ID.fullmatch(path.stem):
        what = f"the file's name is the source's id, and {path.stem!r} cannot be one"
        return [Problem(path, None, what, "use a to z, 0 to 9, - and _, such as example-tech.toml")]
    try:
        text = path.read_bytes().decode("utf-8-sig")
        data = tomllib.loads(text)
    except UnicodeDecodeError as error:
        line = path.read_bytes()[: error.start].count(b"\n") + 1
        return [Problem(path, line, "not UTF-8", "save the file as UTF-8")]
    except tomllib.TOMLDecodeError as error:
        return [_syntax_problem(path, error)]
    except RecursionError:
        what = "too many brackets within each other"
        return [Problem(path, None, what, "take them out, or remove the file")]
    except OSError as error:
        what = f"cannot be read: {str(error.strerror).lower()}"
        return [Problem(path, None, what, "mend the file or its rights, or remove it")]
    return _Reader(path, text).read(data)


def _syntax_problem(path: Path, error: tomllib.TOMLDecodeError) -> Problem:
    found = re.search(r"\(at line (\d+), column \d+\)", str(error))
    line = int(found[1]) if found else path.read_text("utf-8-sig").count("\n") + 1
    what = re.sub(r"\s*\(at .*\)$", "", str(error))
    written = path.read_text("utf-8-sig").splitlines()[line - 1 : line]
    mend = next((mend for slip, mend in _SLIPS if slip.search("".join(written))), _FORM)
    return Problem(path, line, f"not TOML: {what}", mend)


_FORM = 'write each setting as key = value, text in "quotes"'
_SLIPS = (
    (re.compile("=[\\s\\[]*[\u201c-\u201f\u00ab\u00bb]"), 'write text in straight quotes, "so"'),
    (
        re.compile(r"=\s*(?:true|false|yes|no|on|off)\b", re.I),
        "write true or false, so",
    ),
)
"""Slips of the pen that word processors and other formats lead to, and what to write instead."""


class _Reader:
    """Reads one parsed file, gathering problems as it goes."""

    def __init__(self, path: Path, text: str) -> None:
        self.path = path
        self.lines = text.splitlines()
        self.problems: list[Problem] = []

    def read(self, data: Mapping[str, Any]) -> Source | list[Problem]:
        values = self._table(data, KEYS, "")
        links = self._table(values.pop("links", {}), LINK_KEYS, "links")
        fields = self._fields(values.pop("fields", {}))
        inside = (data.get("links"), data.get("fields"))
        misplaced = any(isinstance(each, dict) and each.keys() & KEYS for each in inside)
        if not misplaced and not any(data.get(key) for key in LISTING_KEYS):
            self._add(None, "no listing", f"give the section's address: {KEYS['section'].example}")
        if "every" in data and "cron" in data:
            self._add(self._line("cron"), "both every and cron", "keep one of the two")
        if self.problems:
            return self.problems
        every_s = values.pop("every", None)
        values["private_hosts"] = frozenset(values.get("private_hosts", ()))
        values.setdefault("name", self.path.stem)
        return Source(
            id=self.path.stem, every_s=every_s, links=LinkRules(**links), fields=fields, **values
        )

    def _table(
        self, data: Mapping[str, Any], keys: Mapping[str, Key], table: str
    ) -> dict[str, Any]:
        values: dict[str, Any] = {}
        for name, raw in data.items():
            line = self._line(name, table)
            key = keys.get(name)
            if key is None:
                self._add(line, *_unknown("key", name, list(keys), table))
                continue
            try:
                value = msgspec.convert(raw, key.type, strict=True)
                values[name] = key.check(value) if key.check else value
            except msgspec.ValidationError as error:
                self._add(line, f"{name}: {_plain(error)}", f"write for example {key.example}")
            except BadValue as error:
                line = self._line_of_value(error.value, line)
                self._add(line, f"{name} {error}", f"write for example {key.example}")
        return values

    def _fields(self, data: Mapping[str, Any]) -> dict[str, tuple[FieldRule, ...]]:
        fields: dict[str, tuple[FieldRule, ...]] = {}
        for name, raw in data.items():
            line = self._line(name, "fields")
            if name not in FIELD_NAMES:
                self._add(line, *_unknown("field", name, list(FIELD_NAMES), "fields"))
                continue
            entries = raw if isinstance(raw, list) else [raw]
            try:
                fields[name] = tuple(_field_rule(entry) for entry in entries)
            except BadValue as error:
                line = self._line_of_value(error.value, line)
                mend = f'write for example {name} = "div.article-{name}"'
                self._add(line, f"{name} {error}", mend)
        return fields

    def _add(self, line: int | None, what: str, mend: str) -> None:
        self.problems.append(Problem(self.path, line, what, mend))

    def _line(self, key: str, table: str = "") -> int | None:
        """The line on which a key of a table stands; None if it is not found."""
        here = ""
        name = re.compile(rf"""\s*["']?{re.escape(key)}["']?\s*[.=]""")
        dotted = re.compile(rf"""\s*{re.escape(table)}\s*\.\s*["']?{re.escape(key)}["']?\s*[.=]""")
        for number, line in enumerate(self.lines, 1):
            if header := re.match(r"\s*\[+\s*([^\]]+?)\s*\]", line):
                here = header[1]
                if here in (key, f"{table}.{key}"):
                    return number
            elif (here == table and name.match(line)) or (
                table and not here and dotted.match(line)
            ):
                return number
        return None

    def _line_of_value(self, value: str | None, start: int | None) -> int | None:
        """The line on which one value of a list stands, from the key's line on."""
        if value is None or start is None:
            return start
        for number in range(start, len(self.lines) + 1):
            if value in self.lines[number - 1]:
                return number
        return start


def _field_rule(entry: object) -> FieldRule:
    if isinstance(entry, str):
        return FieldRule(check_css(entry))
    if not isinstance(entry, dict) or set(entry) - {"css", "until"} or "css" not in entry:
        raise BadValue('must be a CSS selector, or { css = "…", until = 2027-01-31 }')
    until = entry.get("until")
    if until is not None and type(until) is not date:
        raise BadValue("has an until that is no date such as 2027-01-31")
    if not isinstance(entry["css"], str):
        raise BadValue("has a css that is no text")
    return FieldRule(check_css(entry["css"]), until)


def _plain(error: msgspec.ValidationError) -> str:
    """A msgspec message in the words of a source file."""
    words = {"`str`": "text", "`int`": "a whole number", "`float`": "a number",
             "`bool`": "true or false", "`array`": "a list", "`object`": "a table"}  # fmt: skip
    message = re.sub(r" - at `\$.*`$", "", str(error))
    for theirs, ours in words.items():
        message = message.replace(theirs, ours)
    return message[:1].lower() + message[1:]


def _unknown(kind: str, name: str, known: list[str], table: str) -> tuple[str, str]:
    """What is wrong with a key that its table has not, and how to mend it. What stands below the
    line of a table belongs to it, which who writes TOML for the first time does not know."""
    if table and name in KEYS:
        return f"{name!r} stands in the table [{table}]", f"put it above the line [{table}]"
    for other, keys in (("links", LINK_KEYS), ("fields", FIELD_NAMES)):
        if name in keys and table != other:
            return f"{name!r} is of the table [{other}]", f"put it below a line [{other}]"
    return f"unknown {kind} {name!r}", _suggest(name, known)


def _suggest(name: str, known: list[str]) -> str:
    near = difflib.get_close_matches(name, known, n=1, cutoff=0.6)
    return f"did you mean {near[0]}?" if near else f"known are {', '.join(sorted(known))}"


def new_file(folder: Path, source_id: str) -> Path:
    """The file of a new source. Raises ValueError for what cannot be an id, and FileExistsError
    where the file is there already."""
    if not _ID.fullmatch(source_id):
        raise ValueError(f"{source_id!r} cannot be a source's id")
    path = Path(folder) / f"{source_id}.toml"
    if path.exists():
        raise FileExistsError(path)
    return path


def write_source(folder: Path, source: Source) -> Path:
    """Write a source's file and give its path. Defaults are left out. An existing file stays:
    FileExistsError is raised."""
    path = new_file(folder, source.id)
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("x", encoding="utf-8") as file:
        file.write(source_toml(source))
    return path


def source_toml(source: Source) -> str:
    """The text of a source's file."""
    plain = Source(id=source.id, name="")
    lines = []
    for key in KEYS:
        if key in ("links", "fields"):
            continue
        attribute = "every_s" if key == "every" else key
        value = getattr(source, attribute)
        if value == getattr(plain, attribute):
            continue
        if key == "every":
            value = format_duration(value)
        lines.append(f"{key} = {_toml(value)}")
    rules = {key: getattr(source.links, key) for key in LINK_KEYS}
    if any(rules.values()):
        lines += ["", "[links]", *(f"{k} = {_toml(v)}" for k, v in rules.items() if v)]
    if source.fields:
        lines += ["", "[fields]"]
        lines += [f"{name} = {_toml(list(rules))}" for name, rules in source.fields.items()]
    return "\n".join(lines) + "\n"


def _toml(value: object) -> str:
    if isinstance(value, FieldRule):
        if value.until is None:
            return _toml(value.css)
        return f"{{ css = {_toml(value.css)}, until = {value.until.isoformat()} }}"
    if isinstance(value, frozenset):
        value = sorted(value)
    if isinstance(value, list | tuple):
        return f"[{', '.join(_toml(item) for item in value)}]"
    return json.dumps(value, ensure_ascii=False)
