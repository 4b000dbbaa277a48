"""Whether a whole site is of technology, as its home page says."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from crawler.listings.records import SectionLink
from pipeline.words.folding import fold

MIN_SECTIONS = 2
"""Sections that the menus of such a site name, at least: one alone tells little."""


def _beginnings(words: str) -> re.Pattern[str]:
    """What matches a folded text in which a word begins so; Chinese and its like have no words."""
    folded = [fold(word) for word in words.split()]
    spaced = "|".join(sorted(re.escape(word) for word in folded if ord(word[0]) < 0x2E80))
    signs = "|".join(sorted(re.escape(word) for word in folded if ord(word[0]) >= 0x2E80))
    return re.compile(rf"\b(?:ال|وال|و)?(?:{spaced})|{signs}")


_TECHNOLOGY = _beginnings(
    """
    technolog tech-news techn techie teknoloj tecnolog teknolog tehnolog gadget smartphone hardware
    تقني تكنولوجي فناوری ٹیکنالوجی технолог гаджет τεχνολογ טכנולוגי प्रौद्योगिकी टेक्नोलॉजी প্রযুক্তি
    科技 数码 數位 テクノロジー ガジェット 기술 công-nghệ เทคโนโลยี
    """
)
_GENERAL = _beginnings(
    """
    politi sport econom business world local health opinion societ lifestyle entertain crime
    wirtschaft kultur gesellschaft panorama économi monde santé culture société deport mundo salud
    esport mercad siyaset spor ekonomi dünya sağlık magazin gündem
    سياس رياض اقتصاد محلي عرب دولي صح ثقاف مجتمع حوادث فنون منوعات سیاس ورزش اقتصاد فرهنگ جامعه
    سلامت سیاست کھیل کاروبار دنیا полит спорт эконом мир общест культур здоров политик
    体育 财经 政治 国际 社会 娱乐 スポーツ 経済 国際 스포츠 정치 경제 사회 खेल राजनीति बिजनेस
    """
)
_TECH = re.compile(r"\btech\b")


def is_of_technology(sections: Sequence[SectionLink], texts: Iterable[str | None]) -> bool:
    """True where a home page says so in what it calls itself, in `texts`, and its menus name kinds
    of it: neither a section of technology beside others, nor one of a paper of all matters."""
    names = [fold(section.name) for section in sections]
    if len(names) < MIN_SECTIONS or any(map(_GENERAL.search, names)):
        return False
    if any(_TECHNOLOGY.search(name) or _TECH.search(name) for name in names):
        return False
    told = [fold(text) for text in texts if text]
    return any(_TECHNOLOGY.search(text) or _TECH.search(text) for text in told)
