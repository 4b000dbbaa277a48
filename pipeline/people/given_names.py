"""Whether a line is nothing but persons' names, told by the commonest given names."""

from __future__ import annotations

import re

from pipeline.lines.credits import is_agency
from pipeline.page.elements import letters
from pipeline.patterns.word_patterns import VOWEL, WordPattern
from pipeline.people.byline_words import KNOWN_PLACES, ROLE_FIRST, SILENT, any_of, words
from pipeline.people.common_names import given_names, has_article, without_marks
from pipeline.people.filed import WITH_BEHIND, tells_with_whom
from pipeline.people.houses_behind import is_house_behind
from pipeline.people.jobs import is_job
from pipeline.people.lone_person import NO_PERSON, WORDS
from pipeline.people.name_shapes import is_cased_as_name, is_name, words_of_name
from pipeline.people.names import clean_names

MAX_NAMES = 4
MANY_NAMES = 2
"""Of more persons in one line any may be the one with a common given name."""

_TITLE = re.compile(
    r"^(?:(?:dr|prof|mr|mrs|ms|ing|dott|sr|sra|[أا]\s?\.\s?م?\.?\s?د|د|أ|م|ا)(?:\s?[./]\s*|\s+)"
    r"(?:(?:dr|med|ing)\.\s*)*"
    r"|(?:(?:dra|prof\.?[ªa]|dott(?:\.ssa|oressa)?|avv|doç|öğr|arş|lic|mag|mgr|rev|engr|barr|arq|univ|"
    r"dipl|проф|акад|к\.\s?\w\.\s?н|д\.\s?\w\.\s?н)\.(?:-\w+\.)?\s*|(?:mme|mlle|rabbi|डॉ\.?|श्री|हरब)\s+)+"
    r"(?:dr\.\s*)?"
    r"|(?:ال)?(?:دكتورة?|أستاذة?|بروفيسورة?|مهندسة?|شيخ|إعلامية?|ناقدة?|شاعرة?|(?:لواء|عميد|عقيد)(?:\s(?:ال)?ركن)?|سفيرة?|محامية|محامي|مستشارة?|قاضية|قاضي|مطران|كابتن)[\s/]+)",
    re.IGNORECASE,
)
"""Titles before a name: «Dr. Jane Doe», «الدكتورة منى سالم»."""
_DEGREE = re.compile(
    r"ال(?:لواء|عميد|عقيد|سفيرة?|مهندسة?|مستشارة?|محامية?|قاضية?)(?:\s+|\s?/\s?)(?=(?!ال)[\u0621-\u064a]{2,}\s+[\u0621-\u064a]{2,})"
    r"|(?:(?:ال)?(?:دكتورة?|بروفيسورة?)\s+|(?:[أا]\s?\.\s?(?:م\s?\.\s?)?د|د|م)\s?[./]\s*)"
    r"(?=[\u0621-\u064a]{2,}\s+[\u0621-\u064a]{2,})"
    r"|(?:ڈاکٹر|پروفیسر|دکتر|پروفسور|چوہدری|چودھری|مولانا|علامہ|مفتی|راؤ)\s+(?=[\u0621-\u06d3]{2,}\s+[\u0621-\u06d3]{2,})"
    r"|(?:ד[\"״]ר|פרופ['׳])\s+(?=[א-ת]{2,}\s+[א-ת]{2,})"
)
"""A degree before a name, which only a person has: «د. منى سالم», «أ.د. منى سالم», «م/ منى سالم»,
«ڈاکٹر منیٰ سالم», and what Urdu calls scholars and landowners, «چوہدری منیٰ سالم»."""
_ARABIC = re.compile("[\u0621-\u06d3]")
_FIRST = re.compile(r"(?:[^\W\d_]|[\u0900-\u0e4e])+(?:['’]\w+)?")
_NO_NAME = re.compile(r"[\d:@©®؟?!…«»\"“”]|\s(?:علي|إلي|في|من|عن|ب|ل)(?:ها|هم|هما|هن|نا)(?!\w)")
"""Signs that no name holds, and Arabic prepositions with a pronoun, «أشرف عليها باحثون»."""
HANGS = re.compile(
    r"\s(?:في|من|على|إلى|عن|مع|أمام|داخل|خلال|قرب|عند|در|از|میں|کے|سے|نے|گفت|گفتند|افزود|نوشت|گوید)$"
)
"""How no name ends: a letter of the word behind was taken for an «and», «سارة أحمد في ورشة …», or a
verb for a family's name, «پژوهشگر ارشد گفت: …»."""


_HANDLE = re.compile(r"(?<!\S)[(\[]?@[\w.]+[)\]]?$|(?<=[\u0621-\u06d3)])\s+[\w.+-]+@[\w.-]*$")
"""An account behind a name, «Jane Doe @jane»; in scripts that addresses do not have, a mailbox."""


_FOR_HOUSE = re.compile(
    r"\s*[,،–—-]\s+(?:(?:специально\s+для|special(?:ly)?\s+(?:to|for))\s.*|[a-z]{1,4}\d{1,2})$",
    re.I,
)
"""For whom a person wrote, in quotation marks perhaps, or a house of letters and a number, «g1»."""


def begins_with_given_name(name: str) -> bool:
    """Whether the first word of a name is one of the commonest given names; titles do not count."""
    if _DEGREE.match(name):
        return True
    bare = _TITLE.sub("", name)
    bare = bare if bare.isascii() else VOWEL.sub("", bare).replace("\u0670", "")  # «عمّار», «رحمٰن»
    match = _FIRST.match(bare)
    if match is None:
        return False
    first = match[0]
    known = first in given_names()
    if first.isupper() and not known:
        known = first.title() in given_names() or _title_in_turkish(first) in given_names()
    known = known or (not first.isascii() and without_marks(first) in given_names())
    known = known or (first.startswith(_SAYED) and first.removeprefix(_SAYED) in given_names())
    return known or _begins_as_arabic(bare) or _begins_with_letters(bare) or _is_hungarian(bare)


def _is_hungarian(name: str) -> bool:
    """Whether a name ends with a given name that Hungarians alone have, who write it last: «Kovács
    Eszter»."""
    *family, given = name.split()
    if given not in _HUNGARIAN or not 1 <= len(family) <= MOST_OF_FAMILY:
        return False
    return all(part[:1].isupper() and not part.isupper() for part in family)


_HUNGARIAN = frozenset(words("given_last_alone"))
MOST_OF_FAMILY = 2


_SAYED = "سید"
"""A title that Persian writes together with the given name: «سیدمصطفی»."""


def _title_in_turkish(word: str) -> str:
    """A word in capitals as Turkish writes it small, where «I» is «ı», and «İ» is «i»."""
    return word[0] + word[1:].replace("I", "ı").replace("İ", "i").lower()


_LETTERS_FIRST = re.compile(
    r"(?!U\.\s?[SK]\b)(?:[A-ZÀ-Þ]\.\s?){1,3}(?=[A-ZÀ-Þ][a-zà-ÿ]{2,})"
    r"|(?:[A-ZА-Я][\w’']*-[\w’']+|[^\W\d_]+־[^\W\d_]+)(?=\s)"
)
"""How a name begins of which letters alone stand for the given name, «K. V. Raman», or whose given
name is of two words, «Wolf-Dieter»."""


def _begins_with_letters(name: str) -> bool:
    """Whether a name begins with letters of given names, «M. Taufan Rengganis», or with two given
    names that a hyphen joins, one of which is a common one."""
    begin = _LETTERS_FIRST.match(name)
    if begin is None:
        return False
    if "." in begin[0]:
        return words_of_name(name) <= MOST_WITH_LETTERS
    if _ROMANISED.fullmatch(begin[0]) and name.split()[-1] in _ROMANISED_FAMILIES:
        return True
    return any(part in given_names() for part in re.split("[-־]", begin[0]))


_ROMANISED = re.compile(r"[A-Z][a-z]{1,6}-[A-Za-z][a-z]{0,6}")
"""How Koreans and Chinese are written in Latin letters: «Hyun-woo Cho», «Mei-Ling Chow»."""
_ROMANISED_FAMILIES = frozenset(words("romanised"))


MOST_WITH_LETTERS = 4


_KUNYA = re.compile(r"(?:أبو|ابو|أبي|بو)\s(\S+)")
_MOTHER_OF = re.compile(r"(?:أم|ام)\s(\S+)")
_CHILD_OF = re.compile(r"(?:ولد|ولت|بنت)\s(\S+)")
_SON_OF = re.compile(
    r"(?:آيت|أيت|ايت)\s[\u0621-\u064a]{3,}|(?:ابن|بن)\s(?!(?:عم|خال|أخ|شقيق)\S*\s)[\u0621-\u064a]{3,}\s(?!في\s|من\s)[\u0621-\u064a]{3,}"
)
"""Names of families of the Maghreb: «أيت أحمد تيزيري», «ابن عيسى المكناسي»; «ابن عم الرئيس» is no
name."""
_WITH_FATHER = re.compile(
    r"(?!(?:ال|مطار|حي|شارع|ميناء|قصر|سد|سوق|ملعب|مستشفى|جسر|باب|مسجد|بئر|وادي?|جبل|سيدي|ساحة|عين|نهر|حقل"
    r"|قضية|مقتل|رحيل|وفاة|اغتيال|محاكمة|حكومة|نظام|عهد|مدينة|جامعة|جزيرة)\s?)[\u0621-\u064a]{3,8}\sبن\s[\u0621-\u064a]{3,}(?:\s|$)"
)
"""«مولود بن زايد»: only persons, and what is called after one, have a father."""
_WITH_PARENT = re.compile(
    r"(?!ال)[\u0621-\u064a]{3,8}\s(?:بنت|ولد|ولت)\s([\u0621-\u064a]{3,})(?:\s|$)"
)
_OF_FAITH = re.compile(
    r"(?:سيف|نور|صلاح|جمال|علاء|عماد|شمس|بدر|ضياء|نجم|عز|تقي|محيي|محي|كمال|بهاء|شهاب|زين|حسام|فخر|سعد|سراج|"
    r"شرف|ركن|مجد|معز|ناصر|نصر|نظام|تاج|جلال|خير|برهان)\s(?:الدين|الإسلام|الاسلام)(?:\s|$)"
    r"|نور\s(?:الهدى|الدين|اليقين)\s[\u0621-\u064a]{3,}"
)
"""«رجال الدين» are no such name."""


def _begins_as_arabic(name: str) -> bool:
    """Whether a name begins as those of Arabic do that are of two words, «أبو بكر», «أم كلثوم»,
    «سيف الدين»; a place, «أبو ظبي», and a mother in the news do not."""
    if not _ARABIC.match(name):
        return False
    if (
        has_article(name)
        or _WITH_FATHER.match(name)
        or ((of := _WITH_PARENT.match(name)) and of[1] in given_names())
    ):
        return True
    kunya = _KUNYA.match(name)
    if kunya:
        return letters(kunya[0]) not in KNOWN_PLACES
    son = _CHILD_OF.match(name)
    if _SON_OF.match(name) or (son is not None and son[1] in given_names()):
        return True
    mother = _MOTHER_OF.match(name)
    return (mother is not None and mother[1] in given_names()) or _OF_FAITH.match(name) is not None


def _is_another(name: str, line: str) -> bool:
    """Whether a name behind the first is a second person's, and no house behind a comma."""
    if begins_with_given_name(name) or not any(f"{comma} {name}" in line for comma in ",،"):
        return True
    return _is_cyrillic(name)


_CYRILLIC = re.compile(
    r"(?!\w+(?:[ыиоа]й|[аяое]я|[ыи]е|[ое]е)\s)[А-ЯЁІЇЄ][а-яёіїє’-]+(?:\s[А-ЯЁІЇЄ][а-яёіїє’-]+){1,2}"
)


def _is_cyrillic(name: str) -> bool:
    """Whether two or three words are a person's in languages that write no house so: each begins
    with a capital, and the first, as of a town, «Нижний Новгород», is no adjective."""
    return _CYRILLIC.fullmatch(name) is not None and letters(name) not in KNOWN_PLACES


def _may_be_cyrillic(name: str) -> bool:
    """The same where a given name may look like an adjective: «Валерий Орлов»."""
    return _is_cyrillic(name) or (name[0] in _CAPITALS and begins_with_given_name(name))


_CAPITALS = "АБВГДЕЁЖЗИЙКЛМНОПРСТУФХЦЧШЩЭЮЯІЇЄ"


def tells_deed(name: str) -> bool:
    """Whether an Arabic verb stands among the words of a name: «سارة أحمد تفوز بجائزة»."""
    if not _ARABIC.match(name):
        return False
    inner = name.split()[1:-1]
    verbs = [word for word in inner if word[0] in "تي" and len(word) >= LEAST_VERB]
    return any(word not in given_names() for word in verbs)


LEAST_VERB = 4
_COMMA = re.compile(r"\s*[,،]\s+")
_AND = WordPattern(rf"(?:{any_of([*words('between'), *words('joined'), *words('at')])})\s", re.I)


def _is_told_of(name: str, line: str) -> bool:
    """Whether a line says in small letters who somebody is, no reporter, no place and no second
    person: «Jeanne Morel, chef du projet» is whom a text or a picture tells of."""
    if not name[0].isupper() or name not in line:
        return False
    for part in _COMMA.split(line.partition(name)[2])[1:]:
        writes = (
            SILENT.match(part)
            or is_job(part)
            or is_house_behind(part)
            or _AND.match(part)
            or is_agency(part)
        )
        if part[:1].islower() and not writes and letters(part.split(" ")[-1]) not in KNOWN_PLACES:
            return ROLE_FIRST.match(part) is None
    return False


def without_account(line: str) -> str:
    """A line without the account or the mailbox behind a name."""
    return _HANDLE.sub("", line) if "@" in line else line


_ASKED = (" ile söyleşi", " ile röportaj", " ile sohbet", *WITH_BEHIND)


_GERSHAYIM = re.compile('(?<=[א-ת])"(?=[א-ת])')
"""The sign of short forms in Hebrew, as keyboards write it: «ד"ר»."""


def persons_in(line: str) -> tuple[str, ...]:
    """The names in a line that holds nothing but persons, of whom the first has a common given
    name; else empty."""
    line = _FOR_HOUSE.sub("", without_account(line))
    bare = _GERSHAYIM.sub("", line) if '"' in line else line
    if _NO_NAME.search(bare) or SILENT.match(line) or line.endswith(_ASKED):
        return ()
    if tells_with_whom(line):
        return ()
    if line.endswith((".", "۔")) and (_SENTENCE.fullmatch(line) or _CLAUSE.search(line)):
        return ()  # «حوار مع سارة أحمد», «Ayşe Kaya ile söyleşi» name who answered
    names = clean_names(line)
    if not 0 < len(names) <= MAX_NAMES:
        return ()
    joined = len(names) > 1 and names[0][0].isupper() and _AMID.search(line) is not None
    joined = joined or (len(names) > 1 and all(map(_may_be_cyrillic, names)))
    many = len(names) > MANY_NAMES and all(" " in name for name in names)
    joined = joined or many
    called = map(begins_with_given_name, names if joined else names[:1])
    if not any(called):
        return ()
    if _is_told_of(names[0], line) or any(map(tells_deed, names)):
        return ()
    least, most = WORDS
    # «Jane Doe, University of Bath»: where a person belongs signs nothing.
    names = (names[0], *(n for n in names[1:] if many or _is_another(n, line)))
    if any(map(HANGS.search, names)) or any(map(NO_PERSON.search, names[1:])):
        return ()  # «سارة أحمد - رئيسة الهيئة»
    for name in names:
        if not (least <= words_of_name(name) <= most and is_name(name) and is_cased_as_name(name)):
            return ()
    return names


_SENTENCE = re.compile(r"[^\s,،]+(?:\s[^\s,،]+){6,}")
"""Words of a line with a full stop that are more than a name has, and no row of names."""
_CLAUSE = re.compile(r"[,،]\s[^\s,،]+(?:\s[^\s,،]+){7,}")
"""Words behind a comma there that are more than a job has: «Ayşe Kaya, İzmir kentinde … söyledi.»
"""
_AMID = WordPattern(rf"\s(?:{any_of([*words('between'), *words('joined')])})\s", re.IGNORECASE)
"""What joins two persons of whom one has a common given name."""
_DEED = re.compile(
    "(?:ا[\u0621-\u064a]ت[\u0621-\u064a]ا[\u0621-\u064a]|ان[\u0621-\u064a]{2}ا[\u0621-\u064a]|است[\u0621-\u064a]{2}ا[\u0621-\u064a]"
    "|ت[\u0621-\u064a]{2}ي[\u0621-\u064a]|(?:بال|لل|وال|فال|كال)[\u0621-\u064a]{2,})"
)
"""The forms of Arabic verbal nouns, «ارتفاع», «انخفاض», «استقبال», «تطوير», and a preposition that
is written together with what follows."""
MANY_ARTICLES = 2
MIN_TO_THE = 4
"""Letters that a name may have which begins so: «لله»."""


def is_arabic_phrase(text: str) -> bool:
    """Whether Arabic words that begin with no common given name are a phrase: a verbal noun first,
    several nouns with the article, «وزير الاتصالات يزور الميناء», or one behind «to the»."""
    if not _ARABIC.match(text) or begins_with_given_name(text):
        return False
    first, *others = text.split()
    articles = sum(word.startswith("ال") for word in others)
    if any(len(word) > MIN_TO_THE and word.startswith("لل") for word in (first, *others)):
        return True
    return _DEED.fullmatch(first.rstrip(".…!")) is not None or (
        articles >= MANY_ARTICLES and len(others) > 2
    )
