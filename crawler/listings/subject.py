"""Whether a home page's own list is the one to watch: of a site that is all of technology, or that
is no paper with sections."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from crawler.listings.records import SectionLink
from crawler.listings.service_pages import is_counted, is_directory, is_tag
from pipeline.words.folding import fold

MIN_SECTIONS = 2
"""Sections that the menus of a site of technology name, at least: one alone tells little."""

FEW_SECTIONS = 5
"""What the menus of a blog lead to, at most, where its home page names no next one."""


def _beginnings(words: str) -> re.Pattern[str]:
    """What matches a folded text in which a word begins so; Chinese and its like have no words."""
    folded = [fold(word).replace("-", " ") for word in words.split()]
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
    esport mercad siyaset spor ekonomi dünya sağlık magazin gündem internacional nacional
    inland ausland binnenland buitenland inrikes utrikes näringsliv indland udland erhverv kotimaa
    ulkomaat talous urheilu domácí zahrani gospodar świat polity rozrywk belföld külföld gazdaság
    olahraga bisnis hiburan nasional internasional kesehatan thời-sự thế-giới kinh-doanh thể-thao
    giải-trí sức-khỏe pháp-luật siasa michezo biashara
    سياس رياض اقتصاد محلي عرب دولي صح ثقاف مجتمع حوادث فنون منوعات سیاس ورزش اقتصاد فرهنگ جامعه
    سلامت سیاست کھیل کاروبار دنیا полит спорт эконом мир общест культур здоров политик
    економ світ суспільств πολιτικ οικονομ αθλητ κοσμο פוליטי כלכלה ספורט রাজনীতি খেলা অর্থনীতি
    体育 财经 政治 国际 社会 娱乐 體育 財經 國際 社會 娛樂 スポーツ 経済 国際 エンタメ
    스포츠 정치 경제 사회 연예 खेल राजनीति बिजनेस การเมือง กีฬา เศรษฐกิจ บันเทิง
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


def is_one_list(sections: Sequence[SectionLink], *, goes_on: bool) -> bool:
    """True of the home page of a blog: it is a list of all that the site has, which `goes_on` on
    further pages or has little beside it. Categories with how many articles each has are not the
    sections of a paper; a section of technology is the one to watch."""
    if any(section.technology for section in sections):
        return False
    beside = [each for each in sections if not is_counted(each.name)]
    if any(_GENERAL.search(fold(each.name)) for each in beside):
        return False
    few = sum(not (is_tag(each.url) or is_directory(each.url)) for each in beside) <= FEW_SECTIONS
    return goes_on or few
