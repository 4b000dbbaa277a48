"""Who else wrote a text, in items of one form, and a day or a report beside names."""

from __future__ import annotations

from datetime import UTC, date, datetime

from pipeline.days.exactness import day_of
from pipeline.extract import extract_article
from pipeline.memory import EMPTY
from pipeline.records import Article, Page

NOW = datetime(2026, 11, 30, tzinfo=UTC)
PROSE = "<p>The bridge opened on Monday, and three hundred people crossed it before noon.</p>" * 2


def _read(inside: str, language: str = "en") -> Article:
    html = (
        f"<html lang='{language}'><title>Two towns share a bridge</title><body><main>"
        f"<h1>Two towns share a bridge</h1>{inside}</main></body></html>"
    )
    url = "https://news.example/a/story"
    found = extract_article(Page(url, url, html.encode(), NOW, charset="utf-8"), EMPTY, NOW)
    assert isinstance(found, Article)
    return found


def test_two_persons_in_items_of_one_form_wrote_it() -> None:
    item = "<li class='c{}'><div><span>{}</span></div><div><span>{}</span></div></li>"
    people = (("Sarah Miller", "Technology reporter"), ("James Cooper", "Technology reporter"))
    items = "".join(item.format(n, *person) for n, person in enumerate(people))
    day = "<li><time datetime='2026-11-20'>20 November 2026</time></li>"
    assert _read(f"<section><ul>{items}{day}</ul></section>{PROSE}").authors == (
        "Sarah Miller",
        "James Cooper",
    )


def test_a_day_stands_behind_a_link_called_an_authors() -> None:
    names = "عائشہ رضوی / بلال انصاری"
    box = f"<div><a class='author-name'>{names}</a> <span>نومبر 10, 2026</span></div>"
    prose = "<p>شہر کی انتظامیہ نے پیر کے روز نیا پل کھول دیا اور دوپہر تک تین سو لوگ گزرے۔</p>" * 2
    published = _read(box + prose, "ur").published
    assert published is not None
    assert day_of(published) == date(2026, 11, 10)


def test_a_brief_first_sentence_behind_house_and_reporter_stays() -> None:
    line = "صريح نيوز - جمانة الصايغ - باعت الشركة 7497 ألف قطعة في الأسبوع الأول."
    html = (
        "<html lang='ar'><title>قضية تهدد الطابعات | صريح نيوز</title>"
        f"<meta property='og:site_name' content='صريح نيوز'><body><main>"
        f"<h1>قضية تهدد الطابعات</h1><div><p>{line}</p>"
        "<p>أغلقت الجمعية ألف شكوى تتعلق بالرؤية الليلية منذ مطلع العام الجاري في العاصمة.</p>"
        "<p>وقال مدير المتجر إن الكمية نفدت في يومين، وإن أحدا لم يتوقع هذا الإقبال كله.</p>"
        "</div></main></body></html>"
    )
    url = "https://news.example/a/story"
    found = extract_article(Page(url, url, html.encode(), NOW, charset="utf-8"), EMPTY, NOW)
    assert isinstance(found, Article)
    assert "باعت الشركة 7497 ألف قطعة" in found.text


def test_a_label_right_below_a_long_text_tells_who_wrote_it() -> None:
    rows = "<tr><td>a</td><td>1</td></tr>" * 40
    text = f"<div class='details'>{PROSE * 2}<table>{rows}</table><p><b>7.8</b></p></div>"
    assert _read(f"{text}<div class='text-muted'>By: Sarah Miller</div>").authors == (
        "Sarah Miller",
    )
