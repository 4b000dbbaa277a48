"""Lines of signs, blanks and stray words, in any order and element, break no step."""

from __future__ import annotations

from datetime import UTC, datetime
from html import escape

from hypothesis import example, given
from hypothesis import strategies as st

from pipeline.errors import Reason, Rejected
from pipeline.extract import extract_article
from pipeline.memory import EMPTY, learn
from pipeline.records import Page

NOW = datetime(2026, 11, 25, tzinfo=UTC)
PROSE = "The harbour of the old town was closed on Monday after a storm, the council said. " * 3
SIGNS = [*"،؛؟«»“”()[]【】|/\\-–—.…:@#*!?&+=~_^'\"", "،،", "...", "#،،"]
WORDS = [
    "By",
    "our",
    "you",
    "Share",
    "2",
    "12:30",
    "٣",
    "في",
    "اقرأ",
    "نشرة",
    "作者",
    "기자",
    "ваш",
]
TAGS = ["p", "div", "li", "h2", "h3", "blockquote", "span", "td", "figcaption", "b"]

_of_signs = st.lists(st.sampled_from(SIGNS), min_size=1, max_size=30)
_of_both = st.lists(st.sampled_from(SIGNS + WORDS), min_size=1, max_size=30)
_line = st.tuples(st.sampled_from(TAGS), st.one_of(_of_signs, _of_both).map(" ".join))
_lines = st.lists(_line, min_size=1, max_size=6)


@given(_lines, _lines, st.sampled_from(["ar", "en", "fa", "zh", "ko", "ru"]), st.booleans())
@example([("p", "/ ،، @( #،،")], [("p", "( !。 !")], "en", False)
@example([("p", "You may like:")], [("p", "\u200f"), ("p", "Read also: ")], "en", True)
@example([("p", "【 - & - . -… -@ - # - - ،، -« - @ - ، - - ، - - - ⁂")], [("p", "x")], "en", True)
def test_no_line_of_signs_ends_an_extraction(
    above: list[tuple[str, str]], below: list[tuple[str, str]], language: str, linked: bool
) -> None:
    last = "<a href='/tech/{0}'>{0}</a>" if linked else "{0}"
    head, foot = (
        "".join(f"<{t}>{escape(x)} {last.format(escape(x[-3:]))}</{t}>" for t, x in part)
        for part in (above, below)
    )
    html = f"<html lang='{language}'><h1>A storm</h1>{head}{f'<p>{PROSE}</p>' * 2}{foot}</html>"
    url = "https://news.example/storm"
    found = extract_article(Page(url, url, html.encode(), NOW), EMPTY, NOW)
    if isinstance(found, Rejected):
        assert found.reason is not Reason.EXTRACTION_ERROR, found.detail
    else:
        assert learn(EMPTY, found, NOW.date()) != EMPTY
