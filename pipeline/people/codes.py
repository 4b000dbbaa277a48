"""The letters with which an editor signs below a text, or behind its last sentence."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from pipeline.lines.credits import is_agency
from pipeline.page.pieces import Extracted
from pipeline.patterns.late_patterns import late_pattern
from pipeline.records import Block, BlockKind

_IN_BRACKETS = r"\([a-zà-ÿ]{2,5}(?:/[a-zà-ÿ]{2,5})*\)"
_PART = r"[^\W\d_]{1,2}\s?[./]\s?"
_CODE = late_pattern(
    rf"(?:{_PART}){{1,4}}[^\W\d_]{{1,2}}\.?|(?:{_PART}){{2,4}}"
    rf"|[(\[](?:{_PART}){{1,4}}[^\W\d_]{{0,2}}\.?[)\]]"
    rf"|{_IN_BRACKETS}|[a-z]{{2,3}}|[A-Z]{{2,3}}"
    rf"|\([a-zà-ÿ]{{2,5}}(?:[,/] ?[a-zà-ÿ]{{2,5}})*, \d{{1,2}}\.\s?\d{{1,2}}\.\s?\d{{2,4}}\)"
    rf"|\.\.\s?\(\s?[^()]{{2,40}}\)(?:[\s/.]{{1,3}}[ء-ي]{{1,2}}(?![ء-ي])){{1,4}}[\s.]*"
    rf"|[a-z]{{2,4}}(?:/[a-z]{{2,4}})+|[b-df-hj-np-tv-xz]{{4,6}}|[A-Z]{{2,3}}(?:/[A-Z]{{2,3}})+"
)
"""«م.ش / ع.ك», «(red)», «mak», «(mak, 3.5.2026)», «mak/bst», «bstmk»,
«..( الأفق – صنعاء ) م ش ..»."""
_LETTERS = r"[ء-ي]{1,2}(?![ء-ي])"
_ENDED = (
    rf"\(\s?(?:النهاية|انتهى)\s?\)(?:[\s/.]*{_LETTERS}){{0,6}}"
    rf"|//?\s?انتهى\s?//?(?:\s*\d\d:\d\d\s?ت\s?مـ?)?(?:\s*\d{{4}})?"
)
"""How Arab agencies end: «(النهاية) ر ج / م ص», «//انتهى// 12:30 ت م 0034»."""
_ARABIC_CODE = rf"\((?:{_LETTERS}[\s/.]{{0,3}}){{2,5}}\)"
"""«(ن خ / ر ع)»."""
_BEHIND_SENTENCE = late_pattern(
    rf"[.!?؟…][»”“\"']?(?:\s+({_IN_BRACKETS})|\s*({_ARABIC_CODE}|{_ENDED}))$"
)


_BEHIND_NAME = re.compile(
    r"(?<=[^\W\d_]{3})/(?:([a-z]{2,4})$|\s?((?:[ء-ي]\.\s?){1,2}[ء-ي]\.?)(?=$|\s?\())"
)


def without_code(name: str) -> str:
    """A name, or an agency, without the letters of who edited behind it: «Jane Doe/mak», «سارة
    أحمد/ع.ك (رويترز)»."""
    found = _BEHIND_NAME.search(name) if "/" in name else None
    if found is None or is_agency(found[1] or found[2]):
        return name
    before = name[: found.start()]
    return before + name[found.end() :] if " " in before or is_agency(before) else name


def is_code(text: str) -> bool:
    """Whether a line holds an editor's letters, no agency's, and nothing else."""
    if _CODE.fullmatch(text) is None or is_agency(text.strip("()[]")):
        return False
    return not text.isupper() or not any(map(is_agency, text.split("/")))


def part_code(lines: Sequence[Extracted], last: Block) -> tuple[Extracted, ...] | None:
    """The extraction with an editor's letters behind the last sentence of its `last` block, «…
    fast nichts. (mak)», or an agency's mark of the end, as a line of their own; None where there
    are none."""
    found = _BEHIND_SENTENCE.search(last.text) if last.kind is BlockKind.PARAGRAPH else None
    code = (found[1] or found[2]) if found else None
    if code is None or is_agency(code.strip("()")) or (found and found[1] and not is_code(code)):
        return None
    parts = (last.text[: -len(code)].rstrip(), code)
    parted: list[Extracted] = []
    for line in lines:
        if line.block is last:
            parted += (replace(line, block=replace(last, text=part)) for part in parts)
        else:
            parted.append(line)
    return tuple(parted) if len(parted) > len(lines) else None
