"""What one line is by the rules of cleaning, wherever it stands: a label, a heading, a button."""

from __future__ import annotations

import re
from functools import cache, lru_cache
from operator import methodcaller

from pipeline.fingerprints import skeleton
from pipeline.lines.rulebook import Rule, rule_book
from pipeline.lines.rules_to_try import RulesByBeginning
from pipeline.patterns.late_patterns import late_pattern
from pipeline.patterns.rule_files import read_rules
from pipeline.patterns.rule_starts import LENGTH, folded
from pipeline.patterns.word_patterns import WordPattern, any_word
from pipeline.writing import script_of

_HEADED = {
    "read-also": "related",
    "comment-form": "comments",
    "follow-us": "newsletter",
    "tags": "meta",
    "about-author": "author-box",
}


@lru_cache(maxsize=20_000)
def named_by_heading(text: str) -> str | None:
    """The region that a heading announces: «Related articles», «Leave a comment»; else None."""
    region = region_headed(text)
    if region is not None:
        return region
    counted = _COUNT.sub("", _SORTED.sub("", text)) if any(map(str.isdigit, text)) else text
    if counted != text and region_headed(counted) == "comments":
        return "comments"
    rules = _that_may_match("comment-form", text)
    return "comments" if any(map(methodcaller("matches", text), rules)) else None


def region_headed(text: str) -> str | None:
    """The region that a heading of no more announces: «About the author»; else None."""
    if is_field(text):
        return None
    regions = (_HEADED.get(rule.kind) for rule in rule_book().lines.get(skeleton(text), ()))
    return next(filter(None, regions), None)


def is_field(text: str) -> bool:
    """Whether a line is what a form asks for, and no more: «Name», «Website»."""
    return skeleton(text) in _fields()


@cache
def _fields() -> frozenset[str]:
    """What forms ask for: above such a label stands the form's own heading."""
    return frozenset(map(skeleton, read_rules("form_fields.toml")["words"]))


_COUNT = re.compile(r"^\s*\d+(?:[.,]\d{3})*\s+|\s*[:：]?\s*[(（\[]?\s*[\d.,]+\s*[)）\]]?\s*$")
"""A count before a word or behind it: «14 comments», «Comments (14)»; «7.1.4. Website» is a part's
number."""
_SORTED = re.compile(r"\s[·•|]\s[^.!?؟]{3,30}$")
"""How the comments below stand: «14 comments · newest first»."""


@lru_cache(maxsize=20_000)
def signs_up(text: str) -> bool:
    """Whether a line is of a form for a newsletter: «By subscribing you agree to our terms»."""
    return _fits("sign-up", text)


_APPEALS = frozenset({"donate", "follow-us", "sign-up"})


@lru_cache(maxsize=20_000)
def heads_appeal(text: str) -> bool:
    """Whether a line is known to ask for support, to offer a newsletter, a channel or «2 weeks
    free», or to say who pays for what stands below it: «Together with Gluefire»."""
    if len(text) <= MAX_TRIAL_CHARS and any(map(str.isdigit, text)) and _TRIAL.fullmatch(text):
        return True
    if any(rule.kind in _HEADING for rule in rule_book().lines.get(skeleton(text), ())):
        return True
    return any(_fits(kind, text) for kind in _HEADING) or _PAID_BY.fullmatch(text) is not None


MAX_TRIAL_CHARS = 50
_TRIAL = late_pattern(
    r"(?i)(?=.*(?:kostenlos|gratis|\bfree\b|gratuit|grátis|ücretsiz|bezpłatn|бесплатн|безкоштовн|"
    r"مجان|رایگان|免费|免費|無料|무료|मुफ्त))"
    r"(?=.*\d+\s?-?(?:tage?|wochen?|monate?|days?|weeks?|months?|jours?|semaines?|mois|días?|semanas?|"
    r"mes(?:es)?|dias?|mês|giorni|settiman[ae]|mes[ei]|dagen|weken|maand(?:en)?|gün|hafta|ay|dni|"
    r"дн|недел|месяц|يوم|شهر|أسبوع|روز|هفته|ماه|[天周月日週日]|일|주|개월|दिन|हफ्ते|महीने))"
    r"[^.!?؟。:：]+!?"
)
_HEADING = _APPEALS | {"advertisement"}
_PAID_BY = late_pattern(
    r"(?i:together with|in partnership with|(?:sponsored|presented|brought to you|supported) by|"
    r"en partenariat avec|(?:présenté|proposé|sponsorisé) par|präsentiert von|gesponsert von|"
    r"in zusammenarbeit mit|patrocinado por|presentado por|en colaboración con|"
    r"in collaborazione con|برعاية|بالشراكة مع|بالتعاون مع|مقدم من|با همکاری|با حمایت)"
    r"\s[^\s.!?؟][^.!?؟]{1,30}"
)
"""What heads a sponsor's words in a letter; with a button below them no headline of the text."""


_ASKS = _APPEALS | {"consent"}


@lru_cache(maxsize=20_000)
def asks_reader(text: str) -> bool:
    """Whether a sentence asks for support, to follow or subscribe, or for consent to be shown what
    another site holds."""
    return any(_fits(kind, text) for kind in _ASKS)


@lru_cache(maxsize=20_000)
def tells_reading_time(text: str) -> bool:
    """Whether a line tells how long one reads: «4 min read», «مدة القراءة: 4 دقائق»."""
    return any(map(str.isdigit, text)) and _fits("reading-time", text)


def _fits(kind: str, text: str) -> bool:
    """Whether a line is as short as a rule of a kind asks, and matches it."""
    rules = _that_may_match(kind, text)
    return any(len(text) <= rule.max_chars and rule.matches(text) for rule in rules)


def _that_may_match(kind: str, text: str) -> tuple[Rule, ...]:
    return _begun(kind, script_of(text), folded(text, LENGTH))


@lru_cache(maxsize=20_000)
def _begun(kind: str, script: str, begin: str) -> tuple[Rule, ...]:
    """The rules of a kind that a line in a script may match which has that folded beginning."""
    return _of_kind(kind, script).that_may_match(begin)


@cache
def _of_kind(kind: str, script: str) -> RulesByBeginning:
    rules = rule_book().patterns
    return RulesByBeginning([r for r in rules if r.kind == kind and r.script in (script, None)])


def heads_summary(text: str) -> bool:
    """Whether a line says that what follows it sums the article up: «Key points», «The article
    summed up for you»."""
    if text.rstrip(" :：").casefold() in _box_headings("headings"):
        return True
    return len(text) <= MAX_SUM_CHARS and _ARTICLE_SUMMED_UP.fullmatch(text) is not None


def heads_machine_summary(text: str) -> bool:
    """Whether a line says that a machine summed the article up below it: «AI summary», «ملخص
    بالذكاء الاصطناعي»."""
    return _MACHINE_SUMS.fullmatch(text) is not None


def notes_machine_sum(text: str) -> bool:
    """Whether a line beside the points of a summary says that a machine wrote it: «This summary was
    made by a language model and may be wrong.», «Summarise this article with AI»."""
    return len(text) <= MAX_NOTE_CHARS and _NOTES_MACHINE.match(text) is not None


MAX_NOTE_CHARS = 160


def tells_of_sum(text: str) -> bool:
    """Whether a line has a word for the summary of a text: «This summary was made by a machine»."""
    return _TELLS_OF_SUM.match(text) is not None


def _among(kind: str) -> str:
    words = any_word(word.casefold() for word in read_rules("summaries.toml")[kind])
    return rf"(?=.*(?<!\w)(?:{words})(?!\w))"


_TELLS_OF_SUM = WordPattern(_among("sums"), re.IGNORECASE)
MAX_SUM_CHARS = 45
_ARTICLE_SUMMED_UP = WordPattern(rf"{_among('sums')}{_among('articles')}[^.!?؟。]+", re.IGNORECASE)
_MACHINE_SUMS = WordPattern(
    rf"{_among('sums')}{_among('machines')}[^.!?؟。]{{4,60}}", re.IGNORECASE
)
_NOTES_MACHINE = WordPattern(
    rf"{_among('machines')}(?:{_among('sums')}|{_among('sum_up')}{_among('articles')})",
    re.IGNORECASE,
)


def heads_facts(text: str) -> bool:
    """Whether a heading says that its box holds facts beside the text: «Fact file»."""
    line = text.rstrip(" :：").casefold()
    return line in _box_headings("facts") or line.startswith(_facts_begin())


@cache
def _facts_begin() -> tuple[str, ...]:
    return tuple(_box_headings("facts_begin"))


@cache
def _box_headings(kind: str) -> frozenset[str]:
    data = read_rules("summaries.toml")
    return frozenset(line.casefold() for line in data[kind])


def is_known_line(text: str) -> bool:
    """Whether some rule names a line wholly, be it a link or not: a label, a note, a button of
    some theme."""
    return any(not rule.linked for rule in rule_book().lines.get(skeleton(text), ()))


MAX_LABELS_CHARS = 100
MAX_LABELS = 14
MAX_LABEL_WORDS = 5
"""A row of buttons has no more words, nor one of them."""


def is_row_of_labels(text: str) -> bool:
    """Whether a line is two or more buttons glued together: «Copy link Link copied»."""
    words = text.split()
    if not 2 <= len(words) <= MAX_LABELS:
        return False
    if skeleton(words[0]) not in rule_book().beginnings:
        return False
    ends = {0}
    for start in range(len(words)):
        if start in ends:
            for end in range(start + 1, min(start + MAX_LABEL_WORDS, len(words)) + 1):
                rules = rule_book().lines.get(skeleton(" ".join(words[start:end])), ())
                if any(rule.kind == "share" for rule in rules):
                    ends.add(end)
    return len(words) in ends


def is_back_to_top(text: str) -> bool:
    """Whether a line is the link back to the page's top."""
    return any(rule.kind == "back-to-top" for rule in rule_book().lines.get(skeleton(text), ()))
