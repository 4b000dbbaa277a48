"""The parts of a byline, one name in each: cut at labels, signs, "and", places and houses."""

from __future__ import annotations

import re
from collections.abc import Iterator

from pipeline.lines.credits import is_agency
from pipeline.page.elements import letters
from pipeline.patterns.late_patterns import late_pattern
from pipeline.patterns.word_patterns import WordPattern
from pipeline.people.byline_words import (
    BETWEEN,
    BETWEEN_CAPITALS,
    DESK_WORDS,
    GLUED,
    JOB_BEFORE_UNSPACED,
    JOINED,
    KNOWN_PLACES,
    LABEL_INSIDE,
    ROLE,
    ROLE_WITH_MORE,
    SILENT,
    UNGLUED,
    any_of,
    find_label,
    words,
)  # fmt: skip
from pipeline.people.chinese_names import WITHIN, parted_names, with_dots_within
from pipeline.people.common_names import given_names
from pipeline.people.date_tails import without_date
from pipeline.people.labels import POSTED, cut_after, cut_before, is_editors_label
from pipeline.people.name_shapes import ELIDED, PARTICLES, is_cased_as_name

# «القاهرة - أحمد سالم»: the place from which a person writes.
_PLACE_BEFORE = re.compile(
    r"^[\u0621-\u06d5]+\s+(?:[-–—]|ـ+)\s+(?:من\s+)?(?=[\u0621-\u06d5]+\s+[\u0621-\u06d5]+)"
)
_PLACE_BEFORE_WIRE = WordPattern(
    rf"^[\u0621-\u06d5]+\s*(?:[-–—]|ـ+)\s+(?=(?:{any_of(words('wires'))})$|\S+\.(?:نت|كوم|[a-z]{{2,4}})$)"
)
# «أحمد سالم - القاهرة», unless an agency signs with the person.
_PLACE_BEHIND = re.compile(
    r"((?:^|[\s/:،])[\u0621-\u06d5]+\s+[\u0621-\u06d5]+)\s+(?:[-–—]|ـ+)\s+([\u0621-\u06d5]{3,})$"
)


def _without_place(line: re.Match[str]) -> str:
    return line[0] if line[2] in _WIRES or is_agency(line[2]) else line[1]


_WIRES = frozenset(words("wires"))


# «Jane Doe, The Courier — London»: the house and the place from which a person writes.
_HOUSE_AND_PLACE = late_pattern(
    r",\s*[^,—–\n]{2,40}\s+[—–]\s+[^,—–\n]{2,30}$"
    "|^[\u3400-\u9fff]{1,5}[報报社網网台臺刊]\\s*[／/]\\s*(?=[記记]者)"
)
_WITH_MATERIAL = re.compile(
    r"[\s,،(–-]+(?:mit Material (?:von|der)|with (?:material|files|information) from|"
    r"unter Verwendung von|avec (?:des )?informations de|con información de|"
    r"com informações d[aeo]|con informazioni di|met informatie van|по материалам|"
    r"при участии|спец[иі]ально для|بالاستناد إلى|نقلا عن|نقلاً عن)\s.*$",
    re.IGNORECASE,
)
"""Whose material a person used: «Jana Roth, mit Material von dpa»."""
MIN_WITH_MATERIAL = 20
_KOREAN_OTHERS = late_pattern(
    "(?<=[\uac00-\ud7af]{2})\\s(?:사진|영상|촬영|그림|편집|번역)\\s+[\uac00-\ud7af]{2,4}$"
)
"""Who pictured or edited, behind who wrote and no sign between: «김서연 사진 이민호»."""
_AND_AGENCIES = re.compile(r"(?<=[^\W\d_])\s+و\s?(?=(?:ال)?وكالات(?:\s(?:ال)?أنباء)?$)")
"""Agencies without a name beside a person: «سارة أحمد ووكالات»."""
_AND_AGENCY = re.compile(
    r"(?<=[\u0621-\u064a])\sو\s?([\u0621-\u064a]+(?:\s[\u0621-\u064a]{1,2}){0,2})$"
)
"""One that has a name, behind an «and» that is written together with it."""
_WITH_HELP = re.compile(
    r"(?<=\w)\s(?:وب|و|ب)(?:مشاركة|مساهمة)\s(?=[\u0621-\u064a]+\s[\u0621-\u064a])"
)
"""Who wrote with somebody: «سارة أحمد وبمشاركة علي حسن»."""
# «Ana Prieto. Pontevedra»: the place behind a stop, where no short form ends.
_STOP_AND_PLACE = re.compile(
    r"^([^\W\d_]\S*(?: [^\W\d_][\w’'-]*){0,2} [^\W\d_][\w’'-]{3,})\."
    r" ([A-ZÀ-Þ][^\W\d_]{2,}(?: [A-ZÀ-Þ][^\W\d_]+)?)$"
)
_PLACE_AND_STOP = re.compile(
    r"^([A-ZÀ-Þ][^\W\d_]{5,}(?:[ -][A-ZÀ-Þ][^\W\d_]{2,})?)\."
    r" ([^\W\d_a-zà-ÿ][\w.'’-]+(?: [\w.'’-]+){1,3})$"
)
"""The same before a person by a common given name: «Groningen. Jane Doe»."""
# «Por Caio Brandão — Belo Horizonte», «door Joost Hamersma – Gent»
_DASH_AND_PLACE = late_pattern(
    r"^([^\W\d_]\S*(?: \S+){1,3}) "
    r"(?:— ([A-ZÀ-Þ][^—–,|/\n]{2,30})|[–-] ([A-ZÀ-ÞА-ЯІЇЄҐ][^\W\d_]{2,20}))$"
)
"""One word behind a shorter dash is a place too, or a house: no person signs with one."""
_PICTURED = WordPattern(
    rf"(?:^|[,،;&/|]|\s(?:{any_of([*words('between'), *words('joined')])})\s)"
    rf"\s*(?:(?!\s(?:{any_of([*words('between'), *words('joined')])})\s)[^(),،;&/|]){{2,50}}?"
    rf"\((?:{any_of(words('silent'))})\)",
    re.IGNORECASE,
)
"""Somebody who made pictures: «e Rui Sá (fotografia)»."""
_MORE_IN_BRACKETS = WordPattern(
    rf"\s\((?:{any_of([*words('between'), *words('joined')])})\s([^()]{{4,60}})\)"
)
"""Who wrote with somebody: «Jane Doe (with John Roe, in Leeds)»."""
_BRACKETS = re.compile(r"\s*[(\[（［][^()\[\]（）［］]{0,60}[)\]）］]\s*")
# «واشنطن (رويترز)»
_PLACE_AND_WIRE = re.compile(r"^([^()]{3,20}?)\s*\(([^()]{2,40})\)$")
_YOUNGER = re.compile(r",\s+([JS]r\b)")
"""What a comma may part from a name and is of it: «John Roe, Jr.»."""
_CODE_IN_BRACKETS = re.compile(r"^[(\[（［]([^()\[\]（）［］]{1,60})[)\]）］]$")
_GLUED_ADDRESS = re.compile(r"(?<=[^\W\x00-\x7f])[A-Za-z0-9._%+-]+@[^\s@]+")
_ADDRESS = re.compile(r"[^\s@]+@[^\s@]+|https?://\S*|www\.\S+|(?<!\S)(?:@\w[\w.-]*|\w{3,}@(?!\S))")


_TITLE_AND_SLASH = re.compile(
    r"(?<![^\s:،,])((?:[أاإدم]\.?\s?){1,3}|(?:ال)?(?:دكتورة?|أستاذة?|مهندسة?|مستشارة?|شيخ|لواء|عميد))\s*/\s*"
    r"(?=[\u0621-\u064a]+\s+[\u0621-\u064a])"
)
"""A title that a slash parts from the person: «أ.د/ سارة أحمد»."""


def _title_with_stop(title: re.Match[str]) -> str:
    """A title as it is written elsewhere: «د/ سارة أحمد» is «د. سارة أحمد»."""
    said = title[1].strip()
    return f"{said}. " if len(said) == 1 else f"{said} "


_HEBREW_JOB = re.compile(
    r"(?:כתבת?|פרשנ?ית|פרשן|עורכת?)\s(?:ל?ענייני\s)?[א-ת]{3,}\s(?=([א-ת׳]{2,})\s[א-ת׳]{2,})"
)
"""What somebody reports on in Hebrew, before a name: «כתב כלכלי יואב כהן»."""


def parts_of(text: str) -> Iterator[str]:
    job = _HEBREW_JOB.match(text)
    text = text[job.end() :] if job and job[1] in given_names() else text
    text = _TITLE_AND_SLASH.sub(_title_with_stop, text) if "/" in text else text
    text = _ADDRESS.sub(", ", _GLUED_ADDRESS.sub(", ", text) if "@" in text else text)
    text = _PLACE_BEHIND.sub(
        _without_place, _PLACE_BEFORE.sub("", _PLACE_BEFORE_WIRE.sub("", text))
    )
    text = _YOUNGER.sub(r" \1", text) if "r" in text else text
    text = _WITH_MATERIAL.sub("", text) if len(text) > MIN_WITH_MATERIAL else text
    text = _KOREAN_OTHERS.sub("", text) if not text.isascii() else text
    text = _AND_AGENCIES.sub(", ", _HOUSE_AND_PLACE.sub("", text))
    glued = _AND_AGENCY.search(text) if " و" in text else None
    if glued and is_agency(glued[1]):
        text = f"{text[: glued.start()]}, {glued[1]}"
    one, joined, other = text.partition(" ו")  # the same in Hebrew
    text = f"{one}, {other}" if joined and (is_agency(one) or is_agency(other)) else text
    text = _WITH_HELP.sub(", ", text) if "مشاركة" in text or "مساهمة" in text else text
    dashed = _DASH_AND_PLACE.match(text)
    behind = (dashed[2] or dashed[3]) if dashed else ""
    if dashed and not is_agency(behind) and not ROLE_WITH_MORE.fullmatch(behind):
        text = dashed[1]
    stopped = _STOP_AND_PLACE.match(text)
    if stopped and is_cased_as_name(stopped[1]):
        text = f"{stopped[1]}, {stopped[2]}" if is_agency(stopped[2]) else stopped[1]
    told = _PLACE_AND_STOP.match(text) if not stopped and ". " in text else None
    if told and told[2].split()[0] in given_names():
        text = told[2]
    placed = _PLACE_AND_WIRE.match(text)
    text = placed[2] if placed and letters(placed[1]) in KNOWN_PLACES else text
    text = _MORE_IN_BRACKETS.sub(r", \1", text) if "(" in text else text
    inner = _CODE_IN_BRACKETS.match(text)
    text = inner.group(1) if inner else _BRACKETS.sub(" ", _PICTURED.sub("", text))
    for line in text.split("\n"):
        line = without_date(line.strip())
        first = cut_before(line)
        for number, piece in enumerate(_written(line, first)):
            rest = (cut_before(piece) if number else None) or piece
            if number or first is not None:
                shorter = cut_after(rest)
                rest = shorter if len(shorter.split()) > 1 else rest
            between = BETWEEN_CAPITALS if rest.isupper() else BETWEEN
            dotted = with_dots_within(rest) if "·" in rest else rest
            for at, piece in enumerate(between.split(dotted)):
                if piece:
                    whole = piece.replace(WITHIN, "·")
                    yield from _joined(_without_and(whole) if at else whole)


def _without_and(piece: str) -> str:
    """A piece behind a comma without the "and" that is written together with a common given name:
    «سارة أحمد، وحسن علي»."""
    first = piece.partition(" ")[0]
    glued = first[:1] == "و" and first not in UNGLUED and first[1:] in given_names()
    return piece[1:] if glued and first != piece else piece


def _written(line: str, first: str | None) -> list[str]:
    """A line's pieces, each with its label but the first, without those of its editors where
    another piece says who wrote it."""
    pieces = _with_whole_labels(LABEL_INSIDE.split(line if first is None else first))
    pieces = [pieces[0], *(piece for piece in pieces[1:] if not SILENT.match(piece))]
    edited = [is_editors_label(line), *map(is_editors_label, pieces[1:])]
    posted = [POSTED.match(part) is not None for part in (line, *pieces[1:])]
    if any(posted) and any(cut_before(part) and not POSTED.match(part) for part in pieces[1:]):
        edited = [one or other for one, other in zip(edited, posted, strict=True)]
    if all(edited):
        return pieces
    return [piece if not of_editor else "" for piece, of_editor in zip(pieces, edited, strict=True)]


def _with_whole_labels(pieces: list[str]) -> list[str]:
    """Pieces of a line of which none begins within a label: «Edited by:», «Photos by:» end in one
    too."""
    whole = pieces[:1]
    for piece in pieces[1:]:
        before = whole[-1]
        both = f"{before} {piece}"
        if " " not in before and _is_labelled_whole(both, before):
            whole[-1] = both
        else:
            whole.append(piece)
    return whole


def _is_labelled_whole(both: str, before: str) -> bool:
    if is_editors_label(both) or SILENT.match(both):
        return True
    label = find_label(both)
    return label is not None and label.end() > len(before) + 1


MIN_WORDS = 2
"""Of a person's name."""


def _joined(piece: str) -> Iterator[str]:
    """The names in a piece that may be one name: «Ortega y Gasset», «Ana Ruiz y Luna González»."""
    start = 0
    piece = piece if piece.isascii() else JOB_BEFORE_UNSPACED.sub("", piece)
    for match in (*JOINED.finditer(piece), *GLUED.finditer(piece)):
        before, after = piece[start : match.start()], piece[match.end() :].split()
        if len(before.split()) > MIN_WORDS and ROLE.fullmatch(before.split()[-1]):
            break  # «منى سالم كاتبة وباحثة»: what follows is her job too
        word = piece[match.start() :].split()[0]
        two = len(before.split()) > 1 and len(after) > 1 and word not in UNGLUED
        second = after[1] if two else ""
        particle = second in PARTICLES and len(after) > 2
        # «João Souza e Beatriz da Silva», and one person «Ana Ruiz y Luna de la Torre»
        particle = particle and (word not in PARTICLES or after[0] in given_names())
        if (
            (len(before.split()) > 1 and is_agency(" ".join(after)))
            or (len(after) > 1 and is_agency(before))
            or (len(before.split()) > 1 and " ".join(after).lower() in DESK_WORDS)
        ):
            yield before
            start = match.end()
            continue
        named = particle or not second[:1].islower() or ELIDED.match(second) is not None
        if two and not after[0][0].islower() and named:
            yield before
            start = match.end()
    left = _without_agency(piece[start:])
    pair = _two_persons(left)
    yield from pair or parted_names(left)


FOUR = 4


def _two_persons(piece: str) -> tuple[str, ...]:
    """Two persons whom only a blank parts, «Анна Седова Глеб Орлов»: of four words the first and
    the third are common given names, and the others none."""
    words_of_piece = piece.split()
    if len(words_of_piece) != FOUR or not all(word[0].isupper() for word in words_of_piece):
        return ()
    known = [word in given_names() for word in words_of_piece]
    if known != [True, False, True, False] or "-" in piece or "." in piece:
        return ()
    if words_of_piece[1].lower() in PARTICLES or _VIETNAMESE.search(piece):
        return ()  # «Simone De Rosa Costa», «Nguyễn Thị Minh Khai»
    return " ".join(words_of_piece[:2]), " ".join(words_of_piece[2:])


_VIETNAMESE = late_pattern("[\u1ea0-\u1ef9]")
"""Letters of names that have four words often."""
MAX_AGENCY_WORDS = 3
_INITIAL = re.compile(r"\S\.$")


def _without_agency(piece: str) -> str:
    """A person without the agency for which they write, behind them with no sign between: «Jane Doe
    Reuters», but «Jane R. Bloomberg»."""
    if is_agency(piece):
        return piece  # «وكالة الأنباء الألمانية» ends with another name of its own
    words = piece.split()
    for count in range(min(MAX_AGENCY_WORDS, len(words) - MIN_WORDS), 0, -1):
        person = " ".join(words[:-count])
        if (
            is_agency(" ".join(words[-count:]))
            and is_cased_as_name(person)
            and not _INITIAL.search(person)
        ):
            return person
    return piece
