"""Lines of a number and what it counts, as templates print them beside a text: «Views:1,903»,
«Dauer21:41», «热度28378». Prose, and the facts of a table, part the two by a blank."""

from __future__ import annotations

import re

from pipeline.patterns.late_patterns import late_pattern
from pipeline.writing import UNSPACED_SCRIPTS, script_of

MAX_CHARS = 40
_LABEL = r"[^\W\d_]{2,20}(?: [^\W\d_]{1,14}){0,2}"
_CLOCK = r"[\d٠-٩۰-۹]{1,2}:[\d٠-٩۰-۹]{2}(?::[\d٠-٩۰-۹]{2})?"
_NUMBER = r"(?!(?:199|20[0-4])\d(?!\d))[\d٠-٩۰-۹][\d٠-٩۰-۹.,٬٫]*"
"""A number, and no year."""
_UNIT = r"\s?(?:[kKmM万萬千만천억次回人명회件]|ألف|مليون|тыс|тис|mil|rb|jt|tk)"
_LENGTHS = (
    "مدة|دورانیہ|مدت|משך|अवधि|সময়কাল|duration|length|running time|listening time|durée|duración|"
    "durata|duração|dauer|laufzeit|länge|duur|längd|varighe[dt]|kesto|długość|czas trwania|délka|"
    "hossz|διάρκεια|длительность|продолжительность|тривалість|süre|durasi|thời lượng|再生時間|時長|"
    "时长|재생 ?시간"
)
"""What calls the length of a recording."""
_COUNT = late_pattern(
    rf"{_LABEL}[:：]?{_CLOCK}"
    rf"|{_LABEL}[:：]{_NUMBER}{_UNIT}?"
    rf"|[\u0620-\u06d3\u3040-\u30ff\u3400-\u9fff\uac00-\ud7a3]{{2,12}}"
    rf"(?!(?:199|20[0-4])\d(?!\d))[\d٠-٩۰-۹][\d٠-٩۰-۹.,٬٫]{{2,}}{_UNIT}?"
    rf"|(?:{_LENGTHS})(?: [^\W\d_]{{1,14}}){{0,2}}\s?[:：]?\s?{_CLOCK}",
    re.IGNORECASE,
)


def is_count(text: str) -> bool:
    """Whether a line is a label with the number right behind it, or the length of a recording."""
    if len(text) > MAX_CHARS or not (
        text[-1].isdigit() or text[-2:-1].isdigit() or text[-1] in _ENDS
    ):
        return False
    return _COUNT.fullmatch(text) is not None


_LISTED = re.compile(r"([^\W\d_]{1,8})[：:][\d.,]+")
_COUNTED = re.compile("[阅閱读讀浏瀏览覽点點击擊评評论論赞讚热熱访訪播看转轉发發藏人字閲再]")
"""Letters of what sites count: readers, views, comments, likes, shares, words."""


def may_be_of_device(text: str) -> bool:
    """Whether a line names what something has and how much, as lists of Chinese and Japanese texts
    do without a blank: «重量：182»."""
    found = _LISTED.fullmatch(text)
    return (
        found is not None
        and script_of(found[1]) in UNSPACED_SCRIPTS
        and (_COUNTED.search(found[1]) is None)
    )


_ENDS = frozenset("فنсlbtk0123456789٠١٢٣٤٥٦٧٨٩۰۱۲۳۴۵۶۷۸۹")
"""With which numbers and units of several letters end."""
