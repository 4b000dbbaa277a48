"""Lines that a page calls a standfirst, whatever words they have."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from pipeline.extract import extract_article
from pipeline.memory import EMPTY
from pipeline.records import Article, Page

NOW = datetime(2026, 5, 13, tzinfo=UTC)
URL = "https://example.org/news/bridge-closed-for-repairs"
TEXT = [
    "قال المجلس البلدي يوم الثلاثاء إن الجسر القديم سيغلق عاما كاملا من أجل الإصلاح.",
    "وتبلغ كلفة المشروع سبعة ملايين، ويعمل فيه مئة وعشرون عاملا على ضفتي النهر.",
    "ويعبر النهر في هذه الأثناء زورق يحمل الركاب مجانا من السادسة صباحا حتى العاشرة ليلا.",
]


def text_below(line: str, name: str) -> str:
    body = "".join(f"<p>{told}</p>" for told in TEXT)
    html = (
        "<html lang='ar'><title>إغلاق الجسر القديم</title><body><article>"
        f"<h1>إغلاق الجسر القديم</h1><p class='{name}'>{line}</p>"
        f"<div class='entry-content'>{body}</div></article></body></html>"
    )
    found = extract_article(Page(URL, URL, html.encode(), NOW), EMPTY, NOW)
    assert isinstance(found, Article)
    return found.text


@pytest.mark.parametrize(
    "line",
    [
        "نسخة أرخص بكاميرا واحدة وبطارية أكبر",
        "سباق عالمي والمنطقة العربية تبحث عن موقع فيه",
        "الميزة متاحة للمشتركين في الباقة المدفوعة فقط",
        "الرئيس التنفيذي: لن نبيع بيانات المستخدمين",
    ],
)
def test_what_a_page_calls_its_standfirst_is_text(line: str) -> None:
    assert text_below(line, "article-lead").startswith(line)


@pytest.mark.parametrize("line", ["12 مايو 2026", "أخبار المدينة"])
def test_a_day_or_a_section_is_none_by_its_name(line: str) -> None:
    assert line not in text_below(line, "article-lead")
