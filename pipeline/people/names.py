"""Names of authors: what pages write into bylines, taken apart and read part by part."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import lru_cache

from pipeline.lines.credits import agency_of, is_agency
from pipeline.lines.known_lines import tells_reading_time
from pipeline.page.elements import letters, tidy
from pipeline.patterns.late_patterns import late_pattern
from pipeline.patterns.word_patterns import WordPattern
from pipeline.people.byline_words import DESK_WORDS, KNOWN_PLACES, any_of, words
from pipeline.people.codes import without_code
from pipeline.people.common_names import given_names
from pipeline.people.counted import without_count
from pipeline.people.date_tails import tells_how_long_ago
from pipeline.people.dense_persons import with_spread_closed
from pipeline.people.jobs import is_job
from pipeline.people.labels import cut_before, is_label
from pipeline.people.name_parts import parts_of
from pipeline.people.no_names import CODE, OFFICE, is_no_name
from pipeline.people.one_name import clean_name
from pipeline.people.towns_before_days import without_town_before_day

MAX_BYLINE_CHARS = 2_000
"""What follows is not looked at: some patterns take the square of the length. A byline of twenty
names has about 400."""

_ARABIC = re.compile("[\u0621-\u06d3]")


def with_bar_for_quote(line: str) -> str:
    """A line with a bar in the place of the one angle between two of its parts, «Opinion » Jane
    Doe»: two would hold a house's name."""
    if line.count("«") + line.count("»") != 1:
        return line
    return _LONE_ANGLE.sub(" | ", line)


def _without_job_behind(line: str) -> str:
    """A name without what its person does behind a sign: «سارة أحمد: صحافية وكاتبة», «سارا
    احمدی-روزنامه‌نگار»."""
    name, _, job = line.partition(":" if ":" in line else " . " if " . " in line else "-")
    job = job.strip()
    told = is_job(job) or (job[:1] >= "\u3040" and _JOB_AT_HOUSE.fullmatch(job) is not None)
    return name if told and " " in name.strip() and cut_before(line) is None else line


_JOB_AT_HOUSE = late_pattern(
    "[\u3040-\u30ff\u3400-\u9fff]{2,12}[ \u3000]"
    "(?:記者|编辑|編集(?:長|者|委員|部)|論説委員|デスク|特派員)"
)
"""What a Japanese does, behind the house: «山田 雄一郎 : 東洋経済 記者»."""


_FAMILY_FIRST = re.compile(r"([^\W\d_a-zà-ÿ][^\W\d_][\w’'-]*), ([^\W\d_a-zà-ÿ][\w’'-]+)")


def given_first(text: str) -> str:
    """A person's name by which a catalogue sorts as it is said, told by the common given name:
    «Doe, Jane» is «Jane Doe»; any other text as it is."""
    sorted_by = _FAMILY_FIRST.fullmatch(text) if ", " in text else None
    if sorted_by is None or sorted_by[2] not in given_names():
        return text
    family = sorted_by[1]
    other = family in given_names() or letters(family) in KNOWN_PLACES or is_agency(family)
    if other or is_job(family) or family.lower() in DESK_WORDS or is_label(f"{family}:"):
        return text
    return f"{sorted_by[2]} {family}"


_LEFT_OPEN = re.compile(r"\s\([a-zà-ÿ][^()]*$")
"""What is left of brackets of which a place that was cut off held the end."""
_LONE_ANGLE = re.compile(r"(?<=\w)\s[«»]\s(?=\w)")


_BEAT_BEHIND = re.compile(
    r"(?<=[\u3040-\u309f\u3400-\u9fff]{2})\s?(?:[\u30a1-\u30ffー]{3,10}|経済|政治|社会|文化|"
    r"科学|国際|医療|教育)担当(?:記者|デスク|編集者|編集委員)?$"
)
"""What a Japanese journalist writes about, behind the name: «小林拓海テクノロジー担当記者»."""


_SENT_FROM = late_pattern("\\s*[发發]自\\s?[\u3400-\u9fff]{2,8}$")
"""Whence a Chinese reporter sends, behind the name or alone: «王芳 發自 成都»."""
_PERSIAN_BEAT = re.compile(
    r"(?:(?:خبرنگار|گزارشگر|نویسنده|دبیر|سردبیر|روزنامه‌نگار|کارشناس)\s"
    r"(?:سرویس|گروه|بخش|میز|شیفت)|(?:\S+\s)?حوزه\S{0,2})\s\S"
)
"""What somebody is at which desk, below a name: «خبرنگار حوزه فناوری»."""


@lru_cache(maxsize=2_000)
def clean_names(text: str, *, places: bool = False) -> tuple[str, ...]:
    """The names in a byline, in order, each once; empty where it holds none.

    `places`: names of cities stay, as in metadata, which seldom name the place from which a person
    writes; in Arabic, where no person is called like one, only if they stand first.

    «By Jane Doe and John Roe, Reuters» gives three names; «كتب: أحمد علي» gives one.
    """
    if tells_how_long_ago(text) or is_arabic_desk(text) or _OF_NOBODY.search(text):
        return ()
    if _HOME.match(text):
        return ()
    if any(map(str.isdigit, text)) and len(text) <= MAX_TIMED_CHARS:
        text = _without_reading_time(text)
    found: dict[str, str] = {}
    line = without_count(tidy(text[:MAX_BYLINE_CHARS])).replace("―", "—").replace("*)", "")
    line = _without_place_of_house(with_bar_for_quote(without_town_before_day(line)))
    line = with_spread_closed(line) if line[:1] >= "\u3040" and line.count(" ") > 1 else line
    if _PERSIAN_BEAT.match(line):
        return ()
    if line.endswith(("Correspondent", "Reporter")) and _OWN_REPORTER.fullmatch(line):
        return (line,)
    line = _BEAT_BEHIND.sub("", line) if "担当" in line else line
    line = _SENT_FROM.sub("", line) if "自" in line else line
    sent = _SENT_OUT_OF.match(line) if line.startswith("Aus ") else None
    line = line[sent.end() :] if sent and letters(sent[1]) in KNOWN_PLACES else line
    line = _without_joined_job(line) if "," in line else line
    line = _behind_joined_job(line) if " and " in line else line
    wrote = _WROTE_IN.fullmatch(line) if "نوشت" in line else None
    line = wrote[1] if wrote else line
    line = _without_arabic_from(line) if FROM_ARABIC in line else line
    line = _FOR_SERVICE.sub("", line) if "للنشرة" in line else line
    line = _LABEL_AT_END.sub("", line) if ":" in line else line
    line = _without_job_behind(line) if ":" in line or _ARABIC.match(line) else line
    behind = _BEHIND_ACCOUNT.fullmatch(line) if line.endswith(")") else None
    line = behind[2] if behind and not is_agency(behind[1]) else line
    line = line.replace("_", " ") if "_" in line and _OF_ACCOUNT.fullmatch(line) else line
    parts = list(parts_of(without_code(line)))
    for part in map(str.strip, parts):
        if is_no_name(part, [*found.values()], several=len(parts) > 1):
            continue
        name = _LAST_STOP.sub("", clean_name(part) or "")
        # A bracket may be open still, or another part have opened it.
        name = _LEFT_OPEN.sub("", name) if "(" in name else name.partition(")")[0]
        unnamed = len(parts) > 1 and name and name.islower()
        if name and unnamed and agency_of(name) == "agencies":
            continue  # «with agencies» names none
        if found and name.startswith("وو") and agency_of(name[1:]) == "agencies":
            continue  # «سارة أحمد – ووكالات»
        if name and OFFICE.match(name) and (not found or places or cut_before(line) is not None):
            continue
        if name and (_keeps(places, name, found) or letters(name) not in KNOWN_PLACES):
            found.setdefault(letters(name), name)
    if len(found) == 1 < len(parts) and is_job(parts[0].strip()) and _is_town(*found.values()):
        return ()  # «প্রতিনিধি, বগুড়া»
    if any(map(is_agency, found.values())):
        # Beside an agency an editor signs with letters: «mhe/dpa», «afp/dpa/ab».
        wired = [n if is_agency(n) else _OF_AGENCY.sub("", n) for n in found.values()]
        return tuple(n for n in wired if is_agency(n) or not CODE.fullmatch(n))
    named = tuple(
        n for n in found.values() if n.lower() not in DESK_WORDS and not _is_persian_desk(n)
    )
    if len(named) > 1 and _HOUSE_BEFORE.match(named[0]) and named[1].split()[0] in given_names():
        return named[1:]  # «مكتب القاهرة – سارة أحمد», «طنجة24 – سارة أحمد»
    # «Da Redação, com Jane Doe»
    return named if named and all(" " in name for name in named) else tuple(found.values())


_OWN_REPORTER = re.compile(
    r"Our\s(?:Own|Special|Staff|Foreign|City|Business|Sports|Legal)\s(?:Correspondent|Reporter)"
)
"""Whom a house does not name: «Our Special Correspondent»."""
_OF_AGENCY = re.compile(r"(?<=^[a-z]{3})/[a-z]{2,4}$")
FROM_ARABIC = "من "
"""«From», with which agencies sign before a person, «من سارة أحمد وعلي حسن», and others a place."""


def _without_arabic_from(line: str) -> str:
    """A byline without the «from» before persons, the first of whom has a common given name, «من
    سارة أحمد وعلي حسن», but «من سارة إلى علي»; nor that behind a house, with it."""
    if line.startswith(FROM_ARABIC):
        first, *others = line.removeprefix(FROM_ARABIC).split()
        named = first in given_names() and others and _TO.isdisjoint(others)
        line = line.removeprefix(FROM_ARABIC) if named else line
    return _HOUSE_FROM.sub(" - ", line).removeprefix(" - ") if line.count("»") == 1 else line


_HOUSE_FROM = re.compile(
    r"(?:^|\s+[–—-]\s+)«[^«»]{2,30}»\s+من\s+(?=[\u0621-\u064a]+\s[\u0621-\u064a])"
)
"""A house and who wrote for it: «القاهرة – «الأفق» من سارة أحمد»."""
_TO = frozenset({"إلى", "الى", "لـ", "في", "عن", "على"})
_FOR_SERVICE = re.compile(r"\s+[–—-]\s+[إا]عداد\s[^()–—-]{3,60}\sللنشرة\s.*$")
"""Who made a text ready for the service of another language, behind who reported."""


def _without_joined_job(line: str) -> str:
    """A byline without the job of two fields behind a person and a comma, of which the first alone
    may look like a name: «JANE DOE, SCIENCE & TECHNOLOGY REPORTER»."""
    before, _, job = line.rpartition(",")
    joined = _JOINED_FIELDS.search(job) if before else None
    if joined is None or not is_job(job.strip()) or job.split()[0].title() in given_names():
        return line
    return before


_JOINED_JOB = WordPattern(
    r"(?:[a-z][\w’'-]+,?\s){1,4}and\s(?:[a-z][\w’'-]+\s){0,3}"
    rf"(?:{any_of(word for word in words('roles') if word.isascii())})s?\s(?=[A-Z]\S*\s[A-Z])"
)


def _behind_joined_job(line: str) -> str:
    """A byline without the job of two fields before a person: «By national science and environment
    reporter Jane Doe»."""
    told = cut_before(line)
    bare = line if told is None else told
    job = _JOINED_JOB.match(bare) if bare[:1].islower() else None
    return bare[job.end() :] if job else line


_SENT_OUT_OF = re.compile(r"Aus\s([A-ZÄÖÜ][\w-]+)\s(?=[A-ZÄÖÜ]\S+(?:\s[a-z]+)?\s[A-ZÄÖÜ])")
"""Whence a German reporter sends, before the name: «Aus Leipzig Jana Roth»."""
_WROTE_IN = re.compile(
    r"(\S+(?:\s\S+){1,3}?)\sدر\s(?:روزنامه|هفته‌نامه|مجله|یادداشتی|کانال|صفحه|سایت|وب‌سایت|وبسایت)"
    r"(?:\s[^:]{1,60})?\sنوشت(?:ه است)?\s?:?"
)
"""Who wrote for another house what a site tells: «سارا احمدی در روزنامه شرق نوشت:»."""
_JOINED_FIELDS = re.compile(r"\w\s(?:&|and|AND|und|et|y|e)\s\w")


def _without_reading_time(text: str) -> str:
    """A line of facts without how long one reads: «3 May 2026 • Reading time: 4 minutes»."""
    facts = _FACTS.split(text)
    left = [fact for fact in facts if not tells_reading_time(fact)]
    return text if len(left) == len(facts) else " | ".join(left)


MAX_TIMED_CHARS = 120
_FACTS = re.compile(r"\s*[•·|]\s*")
_HOME = re.compile(
    r"\s*(?:Ana ?[Ss]ayfa|Startseite|Accueil|Inicio|Início|Página inicial|Pagina iniziale|Beranda|"
    r"Halaman [Uu]tama|Strona główna|Trang chủ|Главная|الصفحة الرئيسية|صفحه اصلی|صفحه نخست)(?!\w)"
)
"""The way to a site's first page, with which a line of its sections begins: «Ana Sayfa Haberler».
"""
_OF_ACCOUNT = re.compile(r"[^\W\d_a-z][^\W\d_]+(?:_[^\W\d_a-z][^\W\d_]+){1,3}")
"""A person's name as accounts write it, that of a forum or a wiki: «Jane_Doe»."""
_BEHIND_ACCOUNT = re.compile(
    r"([a-z][\w.-]*|\w+_[\w.-]+) \(([^\W\d_a-z][^\W\d_]+(?: [^\W\d_a-z][^\s()]*){1,3})\)"
)
"""An account and the person behind it: «jdoe (Jane Doe)»."""
_LABEL_AT_END = WordPattern(rf"\s*:\s*(?:{any_of(['بقلم', 'كتب', 'كتبت', 'إعداد'])})$")
"""A label that stands behind the name, where an editor wrote from the left: «سارة أحمد :بقلم»."""
_LAST_STOP = re.compile(r"(?<=\s[^\W\d_][^\W\d_]{4})\.$|(?<=[^\W\d_]{6})\.$")
"""A stop behind a name that no short form ends."""
_OF_NOBODY = WordPattern(rf"\b(?:{any_of(words('suppliers'))})\b|\sتا\s", re.IGNORECASE)
"""A library of pictures: whoever stands beside it took the picture, «Jane Doe/Getty Images»; or who
sells other sites' links; or a way from one thing to another."""
_PLACE_OF_HOUSE = re.compile(r"(\s[-–—]\s[A-Z]{2,5})/([A-ZÀ-Þ][\w .’'-]+)$")


def _without_place_of_house(line: str) -> str:
    """A byline without whence somebody writes behind the letters of a house: «Jane Doe -
    RN/Leeds»."""
    placed = _PLACE_OF_HOUSE.search(line) if "/" in line else None
    return line[: placed.end(1)] if placed and not is_agency(placed[2]) else line


def _is_town(name: str) -> bool:
    """Whether a word of a script of India beside a job is the town from which somebody writes: who
    signs there has two names."""
    return " " not in name and "\u0900" <= name[0] <= "\u0dff" and not is_agency(name)


def _is_persian_desk(name: str) -> bool:
    """Whether a name is a desk's, beside the person who writes for it: «سرویس اقتصادی - سارا
    احمدی»."""
    return name.startswith(_PERSIAN_DESKS)


_HOUSE_BEFORE = re.compile(r"(?:مكتب|قسم|غرفة|خاص)\s|[\u0621-\u064a]+\d+$")
"""A house's office, what is its own, or a house with a number in its name."""
_PERSIAN_DESKS = ("سرویس ", "گروه ", "تحریریه ")


def _keeps(places: bool, name: str, before: Mapping[str, str]) -> bool:
    return places and not (before and _ARABIC.match(name))


_ARABIC_ROLES = any_of(w for w in words("roles") if _ARABIC.match(w))
_ARABIC_DESK = WordPattern(rf"(?:{_ARABIC_ROLES}|محرر|المحرر)\s(?:الشؤون(?:\sال\S+)+|ال\S+[يى]ة?)")
"""Who signs by what they write of and no name: «المحرر الاقتصادي», «محرر الشؤون الخارجية»."""


def is_arabic_desk(text: str) -> bool:
    """Whether a byline, its label cut off or not, is a desk: «كتب: المحرر الاقتصادي»."""
    if "ال" not in text:
        return False
    label = _ANY_LABEL_BEFORE.match(text)
    return _ARABIC_DESK.fullmatch(text[label.end() :] if label else text) is not None


_ANY_LABEL_BEFORE = re.compile(r"[\u0621-\u064a]{2,8}\s*[:/–-]\s*")
