"""Search in scripts that put no blanks between words, and in Hebrew: both databases alike."""

from __future__ import annotations

from collections import Counter

import pytest
from database_cases import Store, article, found_by
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy.orm import Session

from db.search import rebuild_index, search
from db.searching.query import parse_query
from db.searching.snippets import Wanted, marked
from pipeline.words.folding import index_folds, places_of_runs, query_words, runs
from pipeline.words.spelling import letters

ARTICLES = {
    "zh": ("芯片制造商宣布新一代处理器", "新一代处理器的能耗将降低一半，3月起在iPhone手机上试用。"),
    "zh-other": ("城市计划", "理事会处分了仪器供应商，明年再议电力问题。"),
    "ja": (
        "新型電池の量産を開始",
        "電機大手は全固体電池の量産を始めた。スマートフォン向け。",
    ),
    "th": ("บริษัทเปิดตัวชิปใหม่", "ผู้ผลิตประกาศเปิดตัวหน่วยประมวลผลรุ่นใหม่ที่ใช้พลังงานน้อยลง"),
    "ko": ("새 반도체 공장 착공", "이 공장은 내년 봄에 완공될 예정이며 메모리를 생산한다."),
    "km": ("ទូរស័ព្ទថ្មី", "ក្រុមហ៊ុនបានប្រកាសដាក់លក់ទូរស័ព្ទថ្មីនៅឆ្នាំក្រោយ"),
    "he": ("החברה השיקה מעבד", "המעבד מיועד לטלפונים, ומספר הדגמים יגדל בשנה הבאה."),
}

QUERIES: list[tuple[str, set[str]]] = [
    ("处理器", {"zh"}),
    ("处理", {"zh"}),
    ("制造商", {"zh"}),
    ("器", {"zh", "zh-other"}),
    ("议电", {"zh-other"}),
    ("处器", set()),
    ("处理器 能耗", {"zh"}),
    ("处理器 -能耗", set()),
    ("处理器 OR 电力", {"zh", "zh-other"}),
    ("iphone手机", {"zh"}),
    ("手机", {"zh"}),
    ("iphone", {"zh"}),
    ("3月", {"zh"}),
    ("title:处理器", {"zh"}),
    ("title:能耗", set()),
    ('"处理器的能耗"', {"zh"}),
    ("电池", set()),
    ("電池", {"ja"}),
    ("全固体電池", {"ja"}),
    ("ｽﾏｰﾄﾌｫﾝ", {"ja"}),
    ("หน่วยประมวลผล", {"th"}),
    ("ชิป", {"th"}),
    ("메모리", {"ko"}),
    ("공장", {"ko"}),
    ('"공장은 내년"', {"ko"}),
    ("봄", {"ko"}),
    ("ទូរស័ព្ទ", {"km"}),
    ("מעבד", {"he"}),
    ("טלפונים", {"he"}),
    ("הטלפונים", {"he"}),
    ("ספר", set()),
]


@pytest.fixture
def filled(s: Session, store: Store) -> Session:
    for path, (title, body) in ARTICLES.items():
        store(article(f"/{path}", title, body))
    return s


def test_letters_in_a_row_are_found_wherever_they_stand(filled: Session) -> None:
    assert {query: found_by(filled, query) for query, _ in QUERIES} == dict(QUERIES)


def test_a_rebuilt_index_gives_the_same(filled: Session) -> None:
    rebuild_index(filled)
    assert {query: found_by(filled, query) for query, _ in QUERIES} == dict(QUERIES)


def test_what_was_found_is_marked_as_one(filled: Session) -> None:
    (hit,) = search(filled, "处理器")
    assert [hit.title[start:end] for start, end in hit.title_marks] == ["处理器"]
    assert [hit.snippet[start:end] for start, end in hit.marks] == ["处理器"]
    (hit,) = search(filled, "메모리 공장")
    assert [hit.snippet[start:end] for start, end in hit.marks] == ["공장", "메모리"]
    (hit,) = search(filled, "iphone手机")
    assert [hit.snippet[start:end] for start, end in hit.marks] == ["iPhone手机"]


def test_a_snippet_is_cut_among_letters(s: Session, store: Store) -> None:
    filler = "这里没有什么值得注意的内容，只是一些普通的句子。" * 20
    store(article("/long", "长文", f"{filler}火箭离开了发射台。{filler}"))
    (hit,) = search(s, "发射台")
    assert [hit.snippet[start:end] for start, end in hit.marks] == ["发射台"]
    assert hit.snippet.startswith("… ")
    assert hit.snippet.endswith(" …")
    assert 60 < len(hit.snippet) < 160


UNSPACED = st.text("处理器的能电池ー공장หน\u0e48วยก\u1780\u1798", min_size=1, max_size=7)
TEXT = st.lists(UNSPACED | st.sampled_from([" ", "。", "iPhone", "5", "ذكاء"]), max_size=8)


@given(TEXT, UNSPACED)
@settings(max_examples=150)
def test_letters_are_found_where_they_stand(parts: list[str], typed: str) -> None:
    """By the definition of a phrase: the words of the query follow one another in the index."""
    text = "".join(parts)
    indexed = index_folds(text)[0].split()
    words = query_words(typed)
    term = parse_query(typed).groups[0][0] if words else None
    if term is None:
        return
    spans = range(len(indexed) - len(words) + 1)
    is_found = any(
        tuple(indexed[at : at + len(words) - 1]) == words[:-1]
        and (
            indexed[at + len(words) - 1].startswith(words[-1])
            if term.prefix
            else indexed[at + len(words) - 1] == words[-1]
        )
        for at in spans
    )
    assert bool(marked(text, Wanted(parse_query(typed))).marks) == is_found


@given(TEXT)
def test_runs_hold_each_letter_once(parts: list[str]) -> None:
    text = "".join(parts)
    assert [text[start:end] for start, end in places_of_runs(text)] == runs(text)
    held = "".join(word for run in runs(text) for word in letters(run))
    assert Counter(held) == Counter("".join(letters(text)))  # signs may change places


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=60)
@given(UNSPACED)
def test_each_text_is_found_by_its_own_letters(filled: Session, typed: str) -> None:
    for path, (title, body) in ARTICLES.items():
        if typed in f"{title}\n{body}" and query_words(typed):
            assert path in found_by(filled, typed)
