"""Who wrote by a short line in Chinese, Japanese or Korean: each word of it is told apart, and what
is no day, place, house, job, label or editor must be a person.

«来源：海岸新闻　记者 司马青　编辑 丁卓», «久保田健司＝北京», «김하늘(haneul7)».
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from enum import Enum, auto

from pipeline.lines.credits import is_agency
from pipeline.page.elements import letters
from pipeline.patterns.late_patterns import late_pattern
from pipeline.patterns.word_patterns import WordPattern
from pipeline.people.byline_words import KNOWN_PLACES, any_of, words
from pipeline.people.chinese_names import WITHIN, with_dots_within
from pipeline.people.dense_persons import is_dense_person, is_japanese_by_given, is_korean_person
from pipeline.people.houses import is_site
from pipeline.people.name_shapes import NEVER
from pipeline.writing import is_written_in_japan

MAX_CHARS = 80
MAX_WORDS = 12
MAX_NAMES = 4
_HAN = "\u3005\u3400-\u9fff"
_DENSE = late_pattern(f"[{_HAN}\u3040-\u30ff\uac00-\ud7af]")
_BETWEEN = re.compile(
    "[|｜丨•●∙⋅▪;；/／()（）\\[\\]［］【】=＝:：,，、。\\s]+|(?<![\u30a0-\u30ff])[·・ㆍ]"
)
"""Signs between the words of a line; a dot between Japanese letters is of a foreign name."""
_STOPS = frozenset("。.!?！？…")


class _Kind(Enum):
    """What a word of a line is."""

    WRITER = auto()
    OTHER = auto()
    JOB = auto()
    FACT = auto()
    COUNT = auto()
    HOUSE = auto()
    AGENCY = auto()
    PLACE = auto()
    NAME = auto()


_FILED = frozenset(w for w in words("filed") if _DENSE.match(w))
_OTHERS = frozenset(w for k in ("editors", "silent") for w in words(k) if _DENSE.match(w)) | _FILED
_WRITERS = frozenset(w for k in ("before", "labels") for w in words(k) if _DENSE.match(w)) - _OTHERS
_JOBS = frozenset(w for k in ("roles", "tails") for w in words(k) if _DENSE.match(w))
_FACTS = frozenset(w for w in words("facts") if _DENSE.match(w))
_WRITER_AT_END = tuple(sorted(w for w in _WRITERS if len(w) > 1))
_THINGS = tuple(w for w in _FILED if len(w) > 1 and w not in _WRITERS)
"""Of what else somebody is the author: «图书作者»."""
_LETTER = f"[{_HAN}\u3040-\u30ff\uac00-\ud7af]"
_JOB_BEHIND = WordPattern(f"(?<={_LETTER}{{2}})(?:{any_of(_JOBS)})의?$")
_HOUSE = late_pattern(
    f"[{_HAN}\u3040-\u30ffA-Za-z]{{1,8}}"
    "(?:网|網|报|報|社|新聞|新闻|日報|日报|通信|ニュース|放送|周刊|杂志|在线|経済|经济|經濟|時報|时报)"
    "|[\uac00-\ud7afA-Za-z]{1,6}(?:뉴스|일보|신문|방송|경제|타임스|투데이|닷컴|미디어|저널)"
)


def is_paper(name: str) -> bool:
    """Whether a name ends as those of newspapers and broadcasters do, and is no agency's:
    «産経新聞»."""
    return name[:1] < "\uac00" and _HOUSE.fullmatch(name) is not None and not is_agency(name)


_COUNTED = re.compile(r"\S*\d\S*|[a-zA-Z][\w.@+-]*|[年月日時分点]")
"""A day, a time, a count, an account or an address."""
_DESK = late_pattern(f"[{_HAN}]{{2,4}}(?:部|支局|総局|室|处|處|厅|廳|中心)|[\uac00-\ud7af]{{2}}부")
_DATED = late_pattern(f"[{_HAN}]{{0,4}}(?:报道|報導|報道|電|电|讯|发布|發布|公開|更新)")
_MARKED = late_pattern(
    f"[{_HAN}]{{2,4}}|[\uac00-\ud7af]{{2,4}}|[{_HAN}]{{1,3}}[\u3040-\u309f]{{1,4}}"
    f"|[{_HAN}]{{1,4}}\ue000[{_HAN}\u3040-\u309f]{{1,3}}"
    f"|[{_HAN}]{{2,6}}{WITHIN}[{_HAN}]{{2,8}}"
    "|[\u30a1-\u30ff]{2,10}・[\u30a1-\u30ff・]{2,12}"
)
"""The form of a name that a label or a job marks; `\\ue000` stands for the blank in it."""
_TEXTS = frozenset({"글", "文", "取材", "취재", "文字"})
"""What a text is called before pictures that the same person made."""
_FOREIGN = re.compile("[\u30a1-\u30ff]{2,10}・[\u30a1-\u30ff・]{2,12}")
_WITH_BLANK = late_pattern(
    f"(?:(?<!{_LETTER})|(?<=・))([{_HAN}]{{1,4}})[ \u3000]"
    f"(?=([{_HAN}\u3040-\u309f]{{1,3}})(?!{_LETTER}))"
)
"""A family name and a given name, as Japanese writes them; Chinese writes no blank in a name."""


def persons_of_dense_line(text: str, sites: frozenset[str]) -> tuple[str, ...]:
    """The persons of such a line; empty where a word of it may be anything else, where it holds a
    name and no more, or a place beside it."""
    if len(text) > MAX_CHARS or not _DENSE.search(text) or text[-1:] in _STOPS:
        return ()
    whole = _WITH_BLANK.sub(_as_one, with_dots_within(text) if "·" in text else text)
    parts = [part for part in _BETWEEN.split(whole) if part]
    if not 1 < len(parts) <= MAX_WORDS:
        parts = [*_apart(parts)]
    told = [*_kinds(parts, sites)]
    if "＝" in text and len(told) == NAME_AND_PLACE and told[1][0] is _Kind.PLACE:
        sent = told[0][0] is None and _MARKED.fullmatch(parts[0]) is not None
        told[0] = (_Kind.NAME if sent else told[0][0], parts[0])
    if "＝" in text and len(told) == NAME_AND_PLACE and told[0][0] is _Kind.NAME:
        told[1] = (_Kind.PLACE if _TOWN.fullmatch(parts[1]) else told[1][0], parts[1])
    kinds = {kind for kind, _ in told}
    if {_Kind.COUNT, _Kind.HOUSE} <= kinds:
        told = [(kind or _short(part), part) for kind, part in told]
    if text[0] + text[-1] in _BRACKETS and (
        told[-1][0] is _Kind.HOUSE or _LATIN.fullmatch(parts[-1])
    ):
        told = [(kind or _marked(part), part) for kind, part in told]
    if any(kind is None for kind, _ in told):
        return ()
    names: dict[str, None] = {}
    for kind, name in told:
        if kind is _Kind.NAME or (kind is _Kind.AGENCY and names):
            names[name.replace("\ue000", " ").replace(WITHIN, "·")] = None
    sure = not kinds <= {_Kind.NAME, _Kind.PLACE} or "＝" in text
    return tuple(names) if sure and len(names) <= MAX_NAMES else ()


NAME_AND_PLACE = 2
_TOWN = late_pattern(f"[{_HAN}\u3040-\u30ff]{{2,6}}")
"""Whatever stands behind a person and the sign for a dateline: «菅野さくら＝函館»."""
_SHORT = late_pattern(f"[{''.join(words('surnames'))}][{_HAN}]")


def _short(part: str) -> _Kind | None:
    """A name of two letters, where the day and the house stand beside it."""
    return _Kind.NAME if _SHORT.fullmatch(part) else None


_BRACKETS = frozenset({"［］", "[]", "【】"})
"""Around a whole line in which persons sign with their house: «［有馬新一，港湾通信］»."""
_LATIN = re.compile("[A-Za-z][A-Za-z.+＋]{3,}")
"""A house's name in Latin letters."""


def _marked(part: str) -> _Kind | None:
    """A name by its form, where the house beside it and the brackets around both mark it; words
    like «新製品» are shorter than most names of Japanese."""
    return _Kind.NAME if len(part) > WHOLE and _MARKED.fullmatch(part) else None


_FAMILIES = frozenset(word for word in words("families") if len(word) > 1)
_NO_FAMILY = _OTHERS | _WRITERS | _JOBS | _FACTS


WHOLE = 3
"""Letters of most Chinese names."""
MAX_FAMILY = 4
"""Letters of the longest family names, so many that only a list tells them: «勅使河原 拓海»."""


def _as_one(name: re.Match[str]) -> str:
    known = name[1] in _FAMILIES or (len(name[1]) < MAX_FAMILY and is_written_in_japan(name.string))
    several = len(name[1]) == len(name[2]) == WHOLE and all(map(is_dense_person, name.groups()))
    known = known and not several  # «叶知秋 邵子墨» are two, in letters that Japanese has too
    if known and _NO_FAMILY.isdisjoint(name.groups()) and letters(name[1]) not in KNOWN_PLACES:
        return f"{name[1]}\ue000"
    return name[0]


def _apart(parts: Sequence[str]) -> Iterator[str]:
    """A lone word as a name and the job behind it: «김하늘기자»; a label of others is none,
    «责任编辑»."""
    for part in parts:
        job = _JOB_BEHIND.search(part) if part not in _OTHERS else None
        yield from (part[: job.start()], job[0]) if job else (part,)


def _kinds(parts: Sequence[str], sites: frozenset[str]) -> Iterator[tuple[_Kind | None, str]]:
    """What each word of a line is, None for what may be anything; names whom a label of those who
    wrote nothing goes before are facts."""
    label: _Kind | None = None
    for place, part in enumerate(parts):
        kind, name = _kind(part, sites)
        if kind in (_Kind.WRITER, _Kind.OTHER):
            both = kind is _Kind.OTHER and place > 0 and parts[place - 1] in _TEXTS
            label = label if both else kind  # «글·사진 김하늘» wrote too
        elif kind is None or kind is _Kind.NAME:
            follows = parts[place + 1] if place + 1 < len(parts) else ""
            marked = name != part or follows.removesuffix("의") in _JOBS
            # Korean labels stand before other words too: «기자 페이지 구독».
            marked = marked or (label is _Kind.WRITER and part[0] < "\uac00")
            if label is _Kind.OTHER and (kind or _MARKED.fullmatch(name)):
                kind = _Kind.FACT
            elif kind is None and marked and _MARKED.fullmatch(name):
                kind = _Kind.NAME
        elif kind not in (_Kind.JOB, _Kind.PLACE):
            label = None
        yield kind, name


def _kind(part: str, sites: frozenset[str]) -> tuple[_Kind | None, str]:
    """What one word is by itself, and the name in it."""
    if part in _OTHERS:
        return _Kind.OTHER, ""
    if part in _WRITERS or (part.endswith(_WRITER_AT_END) and not is_dense_person(part)):
        return (_Kind.OTHER if part.startswith(_THINGS) else _Kind.WRITER), ""
    if part.removesuffix("의") in _JOBS:
        return _Kind.JOB, ""
    if letters(part) in KNOWN_PLACES:
        return _Kind.PLACE, ""
    if part in _FACTS or letters(part) in NEVER or _DATED.fullmatch(part) or _DESK.fullmatch(part):
        return _Kind.FACT, ""
    if _COUNTED.fullmatch(part) and letters(part) not in sites:
        return _Kind.COUNT, ""
    if is_agency(part):
        return _Kind.AGENCY, part
    if is_site(part, sites) or _HOUSE.fullmatch(part):
        return _Kind.HOUSE, ""
    job = _JOB_BEHIND.search(part)
    if job:
        return None, part[: job.start()]
    for label in _WRITER_AT_END:
        if part.startswith(label) and is_dense_person(part.removeprefix(label)):
            return _Kind.NAME, part.removeprefix(label)
    person = is_dense_person(part.replace("\ue000", " ")) or is_korean_person(part)
    person = person or is_japanese_by_given(part)
    return (_Kind.NAME if person or _FOREIGN.fullmatch(part) else None), part
