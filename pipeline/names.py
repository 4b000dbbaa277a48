"""Names of authors: cutting "by", roles and glue off what pages write into bylines."""

from __future__ import annotations

import re
import tomllib
import unicodedata
from collections.abc import Iterable, Iterator
from importlib.resources import files

from pipeline.headline import letters, tidy

MAX_NAME_CHARS = 80
MAX_NAME_WORDS = 6
"""Longer is a sentence. The longest desk or name of 125 publisher pages has five words."""

_RULES = tomllib.loads((files("pipeline.rules") / "bylines.toml").read_text(encoding="utf-8"))


def _any_of(words: Iterable[str]) -> str:
    return "|".join(re.escape(word) for word in sorted(words, key=len, reverse=True))


_BEFORE = re.compile(rf"^(?:{_any_of(_RULES['before'])})(?:\s*[:：]\s*|\s+|(?=\s*$))", re.I)
_BEFORE_COLON = re.compile(rf"^(?:{_any_of(_RULES['before'])})\s*[:：]\s*", re.I)
_BETWEEN = re.compile(
    rf"\s+(?:{_any_of(word for word in _RULES['between'] if word not in ('و', 'a', 'i', 'e'))})\s+"
    r"|\s+و\s+|\s*[,،;؛|•·、／]\s*|\s+/\s+|\s+[-–—]\s+|\s{3,}",
    re.I,
)
_AND_GLUED = re.compile(r"\s+و(?=[^\s]{3,}\s+[^\s]{2,})")
_AFTER = re.compile(rf"\s*[,،]?\s+(?:{_any_of(_RULES['after'])})(?=\s|:|$).*$", re.I | re.S)
_ROLE = re.compile(rf"(?:{_any_of(_RULES['roles'])})s?", re.I)
# «Technology Correspondent», «مراسل الشؤون التقنية»: a job, not a name, where a name went before.
_TITLE_OF_JOB = re.compile(
    rf"(?:\S+\s+){{1,4}}(?:{_any_of(_RULES['roles'])})"
    r"|\S{4,}(?:korrespondent|redakteur|reporter|journalist|chef)(?:in|en)?(?:\s.*)?"
    rf"|(?:{_any_of(_RULES['roles'])})"
    r"\s+(?:(?:ال|لل)\S+|for|für|pour|para|de|du|di|at|of|in|بـ?|في|لدى|ب\S+)(?:\s+\S+){0,4}",
    re.I,
)
# «القاهرة - أحمد سالم»: the place from which a person writes.
_PLACE_BEFORE = re.compile(r"^[\u0621-\u06d3]+\s+[-–—]\s+(?=[\u0621-\u06d3]+\s+[\u0621-\u06d3]+)")
_LEADING_ROLE = re.compile(rf"^(?:{_any_of(_RULES['roles'])})\s+(?=\S+\s+\S+)", re.I)
_TRAILING = re.compile(rf"(?<=\S)\s+(?:{_any_of([*_RULES['roles'], *_RULES['buttons']])})$", re.I)
_NEVER = frozenset(letters(word) for word in _RULES["never"])
_PARTICLES = frozenset(
    {"de", "la", "le", "du", "del", "della", "di", "da", "dos", "das", "do", "von", "van", "der",
     "den", "zu", "zur", "ter", "ten", "af", "av", "bin", "ibn", "bint", "al", "el", "y", "e", "i"}
)  # fmt: skip
_BRACKETS = re.compile(r"\s*[(\[（][^()\[\]（）]{0,60}[)\]）]\s*")
_CODE_IN_BRACKETS = re.compile(r"^[(\[]([^()\[\]]{1,60})[)\]]$")
_ADDRESS = re.compile(r"[^\s@]+@[^\s@]+|https?://\S*|www\.\S+")
_WEAK_CUT = re.compile(r"[.:,;،؛|/•·\s–—-]+$|^[.:,;،؛|/•·\s–—\-*]+")
_WITHOUT_SPACES = re.compile("[\u3040-\u30ff\u3400-\u9fff]")
_SENTENCE = re.compile(r"[!?؟。]|[.]\s+\S+\s+\S+\s+\S+|\d{3,}|[{}<>=]")


def clean_names(text: str) -> tuple[str, ...]:
    """The names in a byline, in order, each once; empty where it holds none.

    «By Jane Doe and John Roe, Reuters» gives three names; «كتب: أحمد علي» gives one.
    """
    found: dict[str, str] = {}
    for part in _parts(tidy(text)):
        if found and _TITLE_OF_JOB.fullmatch(part.strip()):
            continue
        name = _clean(part)
        if name:
            found.setdefault(letters(name), name)
    return tuple(found.values())


def is_name(text: str) -> bool:
    """Whether a text has the shape of a name of a person or a desk."""
    if not text or len(text) > MAX_NAME_CHARS or len(text.split()) > MAX_NAME_WORDS:
        return False
    key = letters(text)
    if len(key) < 3 and key.isascii() and text.islower():
        return False
    if len(text.split()) == 1 and _WITHOUT_SPACES.search(text) and len(text) > 14:
        return False
    if len(key) < 2 or text[0].isdigit() or key in _NEVER:
        return False
    return not _SENTENCE.search(text)


def is_cased_as_name(text: str) -> bool:
    """Whether each word of a text is written as in a name, where its script has capitals."""
    first, *others = text.split()
    return not first[0].islower() and all(
        word in _PARTICLES or not word[0].islower() for word in others
    )


def is_label(text: str) -> bool:
    """Whether a text is nothing but a label of authors: «Author:», «الكاتب»."""
    return bool(_BEFORE.fullmatch(text.strip()))


def cut_before(text: str) -> str | None:
    """What follows "by" at the beginning of a text; None where it does not begin so."""
    bare = text.lstrip("([（ ")
    if bare != text:
        text = bare.removesuffix(")").removesuffix("）")
    match = _BEFORE.match(text)
    return text[match.end() :] if match else None


def cut_after(text: str) -> str:
    """A name without what follows it: «Jane Doe on Monday» gives «Jane Doe»."""
    return _AFTER.sub("", text)


def _parts(text: str) -> Iterator[str]:
    text = _ADDRESS.sub(" ", text)
    text = _PLACE_BEFORE.sub("", text)
    inner = _CODE_IN_BRACKETS.match(text)
    text = inner.group(1) if inner else _BRACKETS.sub(" ", text)
    for line in text.split("\n"):
        match = _BEFORE.match(line.strip())
        rest = line.strip()[match.end() :] if match else line.strip()
        pieces = [piece for piece in _BETWEEN.split(rest) if piece]
        for piece in pieces:
            yield from _AND_GLUED.split(piece) if _is_arabic(piece) else (piece,)


def _is_arabic(text: str) -> bool:
    return any("\u0600" <= char <= "\u06ff" for char in text)


def _clean(part: str) -> str | None:
    name = _WEAK_CUT.sub("", part.strip())
    for _ in range(2):
        match = _BEFORE_COLON.match(name)
        if match:
            name = name[match.end() :]
    shorter = _BEFORE.sub("", name)
    if len(shorter.split()) >= 2 or (shorter != name and shorter and shorter[:1].isupper()):
        name = shorter
    name = _WEAK_CUT.sub("", _LEADING_ROLE.sub("", name))
    bare = _TRAILING.sub("", name)
    if (len(bare.split()) > 1 and not bare.split()[-1].islower()) or not bare.isascii():
        name = bare
    half = name[: len(name) // 2]
    if len(half) > 3 and name == f"{half} {half}":
        name = half
    if _ROLE.fullmatch(name) or not is_name(name):
        return None
    return unicodedata.normalize("NFC", name)
