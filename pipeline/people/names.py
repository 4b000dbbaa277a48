"""Names of authors: cutting "by", roles and glue off what pages write into bylines."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Mapping

from pipeline.page.elements import letters, tidy
from pipeline.people.byline_words import (
    BETWEEN,
    BETWEEN_CAPITALS,
    DATELINE,
    FIELD,
    GLUED,
    HOUSE,
    JOB_BEFORE_UNSPACED,
    JOINED,
    KNOWN_PLACES,
    LABEL_INSIDE,
    LEADING_ROLE,
    ROLE,
    ROLE_WITH_MORE,
    SILENT,
    TRAILING,
    TRAILING_GLUED,
    UNGLUED,
    any_of,
    words,
)  # fmt: skip
from pipeline.people.chinese_names import parted_names
from pipeline.people.codes import without_code
from pipeline.people.credits import agency_of, is_agency
from pipeline.people.date_tails import without_date
from pipeline.people.jobs import is_house_behind, is_job
from pipeline.people.labels import (
    cut_after,
    cut_before,
    is_editors_label,
    is_label,
    without_client,
)
from pipeline.word_patterns import WordPattern

MAX_NAME_CHARS = 80
MAX_NAME_WORDS = 6
"""Longer is a sentence. The longest desk or name of 125 publisher pages has five words."""

MAX_BYLINE_CHARS = 2_000
"""What follows is not looked at: some patterns take the square of the length. A byline of twenty
names has about 400."""

_NEVER = frozenset(letters(word) for word in words("never"))
_IN_PLACE = WordPattern(rf"(?:{any_of(words('at'))}|à|in|aus)\s+\S+(?:\s\S+)?")
_NEVER_WITHIN = WordPattern(rf"\b(?:{any_of(words('within'))})\b", re.IGNORECASE)
# «القاهرة - أحمد سالم»: the place from which a person writes.
_PLACE_BEFORE = re.compile(
    r"^[\u0621-\u06d5]+\s+(?:[-–—]|ـ+)\s+(?=[\u0621-\u06d5]+\s+[\u0621-\u06d5]+)"
)
_PLACE_BEFORE_WIRE = WordPattern(
    rf"^[\u0621-\u06d5]+\s*(?:[-–—]|ـ+)\s+(?=(?:{any_of(words('wires'))})$|\S+\.(?:نت|كوم|[a-z]{{2,4}})$)"
)
# «أحمد سالم - القاهرة», unless an agency signs with the person.
_PLACE_BEHIND = WordPattern(
    r"((?:^|[\s/:،])[\u0621-\u06d5]+\s+[\u0621-\u06d5]+)\s+(?:[-–—]|ـ+)\s+"
    rf"(?!(?:{any_of(words('wires'))})$)[\u0621-\u06d5]{{3,}}$"
)
# «Jane Doe, The Courier — London»: the house and the place from which a person writes.
_HOUSE_AND_PLACE = re.compile(
    r",\s*[^,—–\n]{2,40}\s+[—–]\s+[^,—–\n]{2,30}$"
    "|^[\u3400-\u9fff]{1,5}[報报社網网台臺刊]\\s*[／/]\\s*(?=[記记]者)"
)
# «Ana Prieto. Pontevedra»: the place behind a stop, where no short form ends.
_STOP_AND_PLACE = re.compile(
    r"^([^\W\d_]\S*(?: [^\W\d_][\w’'-]*){0,2} [^\W\d_][\w’'-]{3,})\."
    r" ([A-ZÀ-Þ][^\W\d_]{2,}(?: [A-ZÀ-Þ][^\W\d_]+)?)$"
)
# «Por Caio Brandão — Belo Horizonte»
_DASH_AND_PLACE = re.compile(r"^([^\W\d_]\S*(?: \S+){1,3}) — ([A-ZÀ-Þ][^—–,|/\n]{2,30})$")
# «서울=김철수 기자», «القاهرة: أحمد سالم»: whatever stands before a colon, the name follows it.
_ANY_LABEL = re.compile(r"^[^:：=]{2,40}\s*(?:[:：]\s|[：=])\s*(?=\S+\s+\S|[^\W\d_\x00-\u2fff]{2})")
# «The Newspaper's Staff Reporter»: who signs so signs with the role.
_OF_HOUSE = re.compile(r"(?:the|our)\s\S+['’]s\s", re.IGNORECASE)
_PARTICLES = frozenset(
    {"de", "la", "le", "du", "del", "della", "di", "da", "dos", "das", "do", "von", "van", "der",
     "den", "zu", "zur", "ter", "ten", "af", "av", "bin", "ibn", "bint", "al", "el", "y", "e", "i"}
)  # fmt: skip
_PICTURED = WordPattern(
    rf"(?:^|[,،;&/|]|\s(?:{any_of([*words('between'), *words('joined')])})\s)"
    r"\s*[^(),،;&/|]{2,50}?"
    rf"\((?:{any_of(words('silent'))})\)",
    re.IGNORECASE,
)
"""Somebody who made pictures: «e Rui Sá (fotografia)»."""
_BRACKETS = re.compile(r"\s*[(\[（［][^()\[\]（）［］]{0,60}[)\]）］]\s*")
# «واشنطن (رويترز)»
_PLACE_AND_WIRE = re.compile(r"^([^()]{3,20}?)\s*\(([^()]{2,40})\)$")
_CODE_IN_BRACKETS = re.compile(r"^[(\[（［]([^()\[\]（）［］]{1,60})[)\]）］]$")
_GLUED_ADDRESS = re.compile(r"(?<=[^\W\x00-\x7f])[A-Za-z0-9._%+-]+@[^\s@]+")
_ADDRESS = re.compile(r"[^\s@]+@[^\s@]+|https?://\S*|www\.\S+|(?<!\S)(?:@\w+|\w{3,}@(?!\S))")
_WEAK_CUT = re.compile(r"[.:,;،؛|/•·\s–—*†-]+$|^[.:,;،؛|/•·\s–—\-*]+")
_WITHOUT_SPACES = re.compile("[\u3040-\u30ff\u3400-\u9fff]")
_ARABIC = re.compile("[\u0621-\u06d3]")
_HANGUL_NAME = re.compile("[\uac00-\ud7af]{2,4}\\s")
_HANGUL_WORDS = re.compile("[\uac00-\ud7af\\s]+")
MAX_HANGUL_WORDS = 4
"""Longer is a sentence in Korean, whose names are of one word."""

_PLACE_AFTER = WordPattern(
    rf"^(\S+\s+\S.*?)\s+(?:in|aus|IN|AUS|(?i:(?:{any_of(words('roles'))})\s+(?:{any_of(words('at'))})))"
    r"\s+(?:(?:o|a|os|as|el|la|le|the|il|lo)\s+)?(?=[A-ZÀ-Þ]).*$"
)
_FROM_PLACE = re.compile(r"^(\S+\s+\S.*?)\s+من\s+(\S+(?:\s\S+)?)$")
"""«سارة أحمد من طنجة»: the place behind the name, where it is a known one."""
_SENTENCE = re.compile(
    r"[!?؟。]|\s[a-zà-ÿ]{4,}\.\s|[^\W\d_]{3}[.]\s+\S+\s+\S+\s+\S+|\d{3,}|[٠-٩۰-۹]{3,}|[{}<>=]|^\d+\s*\S*$|\d:\d"
)


def clean_names(text: str, *, places: bool = False) -> tuple[str, ...]:
    """The names in a byline, in order, each once; empty where it holds none.

    `places`: names of cities stay, as in metadata, which seldom name the place from which a person
    writes; in Arabic, where no person is called like one, only if they stand first.

    «By Jane Doe and John Roe, Reuters» gives three names; «كتب: أحمد علي» gives one.
    """
    found: dict[str, str] = {}
    parts = list(_parts(without_code(tidy(text[:MAX_BYLINE_CHARS]))))
    for part in map(str.strip, parts):
        if (
            found
            and (ROLE_WITH_MORE.fullmatch(part) or is_job(part))
            and not _HANGUL_NAME.match(part)
        ):
            continue
        if found and ((part[:1].islower() and _IN_PLACE.fullmatch(part)) or is_house_behind(part)):
            continue
        name = _clean(part)
        unnamed = len(parts) > 1 and name and name.islower() and name.isascii()
        if name and unnamed and agency_of(name) == "agencies":
            continue  # «with agencies» names none
        if name and (_keeps(places, name, found) or letters(name) not in KNOWN_PLACES):
            found.setdefault(letters(name), name)
    if any(map(is_agency, found.values())):
        # Beside an agency an editor signs with letters: «mhe/dpa».
        return tuple(n for n in found.values() if is_agency(n) or not _CODE.fullmatch(n))
    return tuple(found.values())


_CODE = re.compile("[a-z]{2,4}")


def _keeps(places: bool, name: str, before: Mapping[str, str]) -> bool:
    return places and not (before and _ARABIC.match(name))


MAX_DENSE_CHARS = {1: 14, 2: 16}
"""Characters of a name of one word or of two where words are not set apart by spaces; more words
are a profile."""


def is_name(text: str) -> bool:
    """Whether a text has the shape of a name of a person or a desk."""
    if not text or len(text) > MAX_NAME_CHARS or len(text.split()) > MAX_NAME_WORDS:
        return False
    key = letters(text)
    if len(key) < 3 and key.isascii() and text.islower():
        return False
    if _WITHOUT_SPACES.search(text) and len(text) > MAX_DENSE_CHARS.get(len(text.split()), 0):
        return False
    if len(text.split()) > MAX_HANGUL_WORDS and _HANGUL_WORDS.fullmatch(text):
        return False
    if len(key) < 2 or text[0].isdigit() or key in _NEVER or text.startswith(_NO_BEGINNING):
        return False
    return not (_SENTENCE.search(text) or _NEVER_WITHIN.search(text))


_POSTERS = ("مدير ", "إدارة ", "ادارة ", "مشرف ")
"""How the account of a site that posts what others wrote is called: «مدير الأفق»."""
_NO_BEGINNING = (*_POSTERS, "في ", "فى ", "من ", "إلى ", "عن ", "لدى ", "عبر ")
"""No name begins so, nor with a preposition: «مراسلنا في بغداد»."""

_UNCOUNTED = _PARTICLES | {"بن", "بنت", "ابن", "أبو", "ابو", "عبد", "آل", "ولد", "أم"}


def words_of_name(text: str) -> int:
    """How many words a name has, those that go with the next one not counted: «بن», «عبد», «de»."""
    return sum(word not in _UNCOUNTED for word in text.split())


_ELIDED = re.compile("[^\\W\\d_]{1,5}['’][^\\W\\d_]")
"""A particle that lost its vowel: «Bertrand d'Estrée»."""


def is_cased_as_name(text: str) -> bool:
    """Whether each word of a text is written as in a name, where its script has capitals."""
    first, *others = text.split()
    return not first[0].islower() and all(
        word in _PARTICLES or not word[0].islower() or _ELIDED.match(word) for word in others
    )


def _parts(text: str) -> Iterator[str]:
    text = _ADDRESS.sub(", ", _GLUED_ADDRESS.sub(", ", text) if "@" in text else text)
    text = _PLACE_BEHIND.sub(r"\1", _PLACE_BEFORE.sub("", _PLACE_BEFORE_WIRE.sub("", text)))
    text = _HOUSE_AND_PLACE.sub("", text)
    dashed = _DASH_AND_PLACE.match(text)
    if dashed and not is_agency(dashed[2]) and not ROLE_WITH_MORE.fullmatch(dashed[2]):
        text = dashed[1]
    stopped = _STOP_AND_PLACE.match(text)
    if stopped and is_cased_as_name(stopped[1]):
        text = f"{stopped[1]}, {stopped[2]}" if is_agency(stopped[2]) else stopped[1]
    placed = _PLACE_AND_WIRE.match(text)
    text = placed[2] if placed and letters(placed[1]) in KNOWN_PLACES else text
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
            for piece in between.split(rest):
                if piece:
                    yield from _joined(piece)


def _written(line: str, first: str | None) -> list[str]:
    """A line's pieces, each with its label but the first, without those of its editors where
    another piece says who wrote it."""
    pieces: list[str] = LABEL_INSIDE.split(line if first is None else first)
    pieces = [pieces[0], *(piece for piece in pieces[1:] if not SILENT.match(piece))]
    edited = [is_editors_label(line), *map(is_editors_label, pieces[1:])]
    if all(edited):
        return pieces
    return [piece if not of_editor else "" for piece, of_editor in zip(pieces, edited, strict=True)]


def _joined(piece: str) -> Iterator[str]:
    """The names in a piece that may be one name: «Ortega y Gasset», «Ana Ruiz y Luna González»."""
    start = 0
    piece = piece if piece.isascii() else JOB_BEFORE_UNSPACED.sub("", piece)
    for match in (*JOINED.finditer(piece), *GLUED.finditer(piece)):
        before, after = piece[start : match.start()], piece[match.end() :].split()
        word = piece[match.start() :].split()[0]
        two = len(before.split()) > 1 and len(after) > 1 and word not in UNGLUED
        second = after[1] if two else ""
        particle = second in _PARTICLES and len(after) > 2 and word not in _PARTICLES
        if len(before.split()) > 1 and is_agency(" ".join(after)):
            yield before
            start = match.end()
            continue
        if two and not after[0][0].islower() and (particle or not second[0].islower()):
            yield before
            start = match.end()
    rest = piece[start:]
    yield from parted_names(rest)


_JOB_BEFORE = WordPattern(
    rf"^(?:[a-z][a-z-]+\s+){{1,4}}(?:{any_of(w for w in words('roles') if w.isascii())})\s+"
    r"(?=[A-Z]\S*\s+[A-Z])"
)
"""A job before a name, «national transport reporter Jane Doe»."""
_COMPOUND_JOB_BEFORE = re.compile(
    r"^\S{0,30}(?:redakteur|korrespondent|reporter|journalist)(?:in)?\s+(?=[A-ZÀ-Þ]\S*\s+[A-ZÀ-Þ])",
    re.IGNORECASE,
)
"""«Wirtschaftsredakteurin Jane Doe», «TV-Korrespondent Jane Doe»."""
_ABOUT_BEFORE = re.compile(
    r"^(?:(?:(?:read |view )?more |mehr |más |meer )?"
    r"(?:about|über|sobre|over|acerca de|à propos de)\s+"
    r"(?=(?-i:[A-ZÀ-Þ])\S*\s+(?-i:[A-ZÀ-Þ]))"
    r"|(?:(?:عرض|مشاهدة|اقرأ)\s+)?(?:كل|كافة|جميع|المزيد من)\s+(?:ال)?(?:مقالات|مواضيع|تدوينات|"
    r"منشورات|مشاركات|أخبار|تقارير)\s+(?:(?:الكاتبة?|بواسطة|من)\s+)?(?=[^\W\d_]+\s+[^\W\d_])"
    r"|(?:همه|تمام|تمامی)\s+(?:مطالب|نوشته‌های|مقالات|یادداشت‌های)\s+(?=[^\W\d_]+\s+[^\W\d_]))",
    re.IGNORECASE,
)
"""What a link to an author's page may say before the name: «About Jane Doe»."""
_ADDRESS_BEFORE = re.compile(r"^[^\W\d_]{3,}\.(?:نت|كوم|[a-z]{2,4})\s+(?=\S+\s+\S)", re.IGNORECASE)
_ADDRESS_BEHIND = re.compile(
    r"^(\S+\s+\S.*?)[\s,|/–-]+(?:www\.)?[\w-]{3,30}\.(?:com?|net|org|info|tv|news|online|io|ai|eu|uk|us|"
    r"de|at|ch|fr|be|es|mx|ar|br|pt|it|nl|pl|ru|ua|tr|ir|ae|sa|eg|jo|ma|dz|tn|lb|in|pk|id|vn|jp|kr|cn|"
    r"au|ca|za|ng|ke)(?:\s.*)?$",
    re.IGNORECASE,
)
"""A house that signs with its address before the name: «الخليج.نت سارة أحمد», or behind it."""
_ANDS = any_of([*words("between"), *words("joined"), *words("glued")])
_AND_BEFORE = WordPattern(rf"^(?:{_ANDS})\s+(?=[^\W\d_]+\s+[^\W\d_])")
"""An "and" that stands with the second of two names in an element of its own: «و أحمد سالم»."""
_INITIAL_AT_END = re.compile(r"(?:^|[\s.])[^\W\d_]\.$")


_ARTICLES = ("l'", "l’")
"""Before an agency: «Jane Doe et l'AFP»."""
_QUOTED = re.compile(r'^[«“„"]\s*([^«»“”„"]+?)\s*[»”“"]$')
"""A house that signs with its name in quotation marks: «الشرق الأوسط»."""


def _clean(part: str) -> str | None:
    part = _QUOTED.sub(r"\1", part.strip())
    if part.startswith("©"):
        return None
    name = _ABOUT_BEFORE.sub("", _AND_BEFORE.sub("", _WEAK_CUT.sub("", part)))
    name = name[2:] if name[:2] in _ARTICLES and is_agency(name[2:]) else name
    if SILENT.match(name) or DATELINE.fullmatch(name):
        return None
    for _ in range(2):
        shorter = cut_before(name) if ":" in name or "：" in name else None
        if shorter is None:
            break
        name = shorter
    other = _ANY_LABEL.sub("", name)
    name = other if other != name and is_name(other) and not ROLE.fullmatch(other) else name
    shorter = cut_before(name)
    if shorter is not None and (
        len(shorter.split()) >= 2
        or (shorter and (shorter[:1].isupper() or not shorter.isascii()) and shorter[:2] != "ال")
    ):
        name = shorter
    name = _ADDRESS_BEHIND.sub(r"\1", _ADDRESS_BEFORE.sub("", name))
    name = _COMPOUND_JOB_BEFORE.sub("", _JOB_BEFORE.sub("", name))
    name = _PLACE_AFTER.sub(r"\1", _WEAK_CUT.sub("", LEADING_ROLE.sub("", name)))
    name = without_client(name)
    sent = _FROM_PLACE.match(name)
    name = sent[1] if sent and letters(sent[2]) in KNOWN_PLACES else name
    bare = TRAILING_GLUED.sub("", TRAILING.sub("", name))
    if bare != name and len(bare.split()) > 2:
        bare = HOUSE.sub("", FIELD.sub("", bare))
    bare = name if _OF_HOUSE.match(name) else bare
    if (len(bare.split()) > 1 and not bare.split()[-1].islower()) or not bare.isascii():
        name = bare
    half = name[: len(name) // 2]
    if len(half) > 3 and name == f"{half} {half}":
        name = half
    if _INITIAL_AT_END.search(part) and part.endswith(f"{name}."):
        name += "."  # «R. N.», «Jane D.»
    if ROLE.fullmatch(name) or not is_name(name) or is_label(name):
        return None
    return unicodedata.normalize("NFC", name)
