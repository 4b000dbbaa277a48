"""What inline scripts keep under names, and the fields of what they send; nothing is run."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Mapping
from itertools import islice

MAX_NAMES = 400
"""Names of one page's scripts that are kept."""

_OBJECT = re.compile(r"\b(?:(?:var|let|const)\s+|window\.)(\w{1,60})\s*=\s*(?=\{)")
_VALUE = re.compile(
    r"\b(?:(?:var|let|const)\s+|window\.|,\s*)?(\w{1,60})\s*=\s*(\"[^\"\n]{0,500}\"|'[^'\n]{0,500}'|-?\d{1,9})\s*[;,\n]"
)
_PAIR = re.compile(
    r"\s*(?P<name>\"[\w\[\]-]{1,60}\"|'[\w\[\]-]{1,60}'|[A-Za-z_$][\w$]{0,60})\s*"
    r"(?::\s*(?P<value>\"(?:[^\"\\\n]|\\.){0,2000}\"|'(?:[^'\\\n]|\\.){0,2000}'|-?\d{1,12}|[^,{}\n]{1,200}))?\s*(?:,|(?=\})|$)"
)
_DATA_ATTRIBUTE = re.compile(
    r"(?:\.data\(\s*[\"']([\w-]{1,40})[\"']\s*\)|\.dataset\.(\w{1,40})"
    r"|(?:getAttribute|attr)\(\s*[\"']data-([\w-]{1,40})[\"']\s*\))"
)
_CAMEL = re.compile(r"(?<=[a-z0-9])(?=[A-Z])")
_NAME = re.compile(r"[A-Za-z_$][\w$]*(?:\.[A-Za-z_$][\w$]*)*")
_AROUND = re.compile(r"(?:parseInt|Number|String|JSON\.stringify)\(|\(|\)|\+\+|--|[+-]\s*1$|\s")


def kept_in(scripts: Iterable[str]) -> dict[str, str]:
    """Texts and numbers that scripts keep, by name; in an object, with its name before a dot."""
    kept: dict[str, str] = {}
    for text in scripts:
        for found in islice(_OBJECT.finditer(text), 50):
            try:
                data, _ = json.JSONDecoder().raw_decode(text, found.end())
            except (ValueError, RecursionError):
                data = dict(fields_of(text[found.end() : found.end() + 4000], {}, {}))
            for key, value in islice(data.items(), 100):
                if isinstance(value, str | int | dict | list) and not isinstance(value, bool):
                    said = value if isinstance(value, str) else json.dumps(value)
                    kept.setdefault(f"{found[1]}.{key}", said)
        for found in islice(_VALUE.finditer(text), MAX_NAMES):
            kept.setdefault(found[1], found[2].strip("\"'"))
        if len(kept) > MAX_NAMES:
            break
    return kept


def fields_of(
    literal: str, kept: Mapping[str, str], data: Mapping[str, str]
) -> list[tuple[str, str | None]]:
    """The fields of an object as a script writes it, up to its closing brace: names and values,
    None where only running the script would tell. `kept` is what `kept_in` gives, `data` the
    attributes of the element that the script belongs to."""
    fields: list[tuple[str, str | None]] = []
    at = literal.find("{") + 1
    while at and at < len(literal) and len(fields) < 40:
        found = _PAIR.match(literal, at)
        if found is None or found.end() == at:
            break
        name = found["name"].strip("\"'")
        fields.append((name, value_of(found["value"] or name, kept, data)))
        at = found.end()
        if literal[at : at + 1] == "}":
            break
    return fields


def value_of(written: str, kept: Mapping[str, str], data: Mapping[str, str]) -> str | None:
    """The value of an expression: a text, a number, a name that is kept, or an element's data."""
    written = written.strip()
    if written[:1] in {'"', "'"} and written[-1:] == written[:1]:
        return written[1:-1].replace("\\/", "/")
    if re.fullmatch(r"-?\d{1,12}", written):
        return written
    if attribute := _DATA_ATTRIBUTE.search(written):
        name = next(filter(None, attribute.groups()))
        return data.get(f"data-{_CAMEL.sub('-', name).lower()}")
    name = _AROUND.sub("", written)
    if not _NAME.fullmatch(name):
        return None
    return kept.get(name) or kept.get(name.removeprefix("window."))
