"""Whether a name is the site's."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from pipeline.extract import extract_article
from pipeline.memory import EMPTY
from pipeline.page.elements import letters
from pipeline.people.houses import is_house_alone, is_site, names_beside_house
from pipeline.records import Article, Block, BlockKind, Page


@pytest.mark.parametrize(
    ("name", "site", "own"),
    [
        ("وادي رم", "وادي رم الإخبارية", True),
        ("وادي", "وادي رم الإخبارية", False),
        ("Roth", "Rothenburg heute", False),
        ("Jo An", "Jo Anders schreibt", False),
        ("Fell Courier", "Fell Courier Online", True),
        ("الترا مرفأ", "ألترا مرفأ", True),
        ("الترا ساحل", "ألترا مرفأ", False),
        ("المرفأ نيوز", "المرفأ", True),
        ("ミナトレ", "ミナトレ NEWS", True),
        ("港町", "港町ニュース", False),
    ],
)
def test_the_beginning_of_a_site_s_name_is_the_site(name: str, site: str, own: bool) -> None:
    assert is_site(name, frozenset({letters(site)})) is own


@pytest.mark.parametrize(
    ("line", "alone"),
    [
        ("الساحل", True),
        ("الساحل ديجيتال", True),
        ("صحيفة الساحل", True),
        ("الساحل الشرقي", False),
        ("الساحل – علوم وتكنولوجيا", True),
        ("الساحل – فريق التحرير", True),
        ("الساحل – صوت البحر", False),
    ],
)
def test_a_house_is_alone_in_a_line_with_its_kind_or_its_part_of_the_web(
    line: str, alone: bool
) -> None:
    block = Block(BlockKind.PARAGRAPH, line)
    assert is_house_alone(block, frozenset({letters("الساحل")}), signs=False) is alone


@pytest.mark.parametrize(
    ("line", "names"),
    [
        ("الساحل المغربية- سارة أحمد", ("سارة أحمد",)),
        ("سارة أحمد المصدر: الساحل", ("سارة أحمد",)),
        ("الساحل المغربية- جولة سادسة", ()),
        ("الساحل المغربية", ()),
        ("الساحل ؛ سارة أحمد -", ("سارة أحمد",)),
        ("الساحل، سارة أحمد:", ("سارة أحمد",)),
        ("الساحل، في جولة سادسة من الدوري:", ()),
    ],
)
def test_who_wrote_beside_a_house_and_its_land_or_its_label(
    line: str, names: tuple[str, ...]
) -> None:
    assert names_beside_house(line, frozenset({letters("الساحل")})) == names


def test_the_house_beside_its_place_hides_no_person_whom_the_page_declares() -> None:
    title = "هاتف جديد بلا شبكة"
    text = "عرضت الشركة هاتفا جديدا يعمل بلا شبكة أمام مئات المطورين، وقال مهندسوها إنه الأول."
    declared = (
        f'<script type="application/ld+json">{{"@type": "NewsArticle", "headline": "{title}",'
        ' "author": {"@type": "Person", "name": "سارة أحمد"}}</script>'
        '<meta property="og:site_name" content="السطر">'
    )
    page = (
        f"<html lang=ar><head><title>{title} - السطر</title>{declared}</head><body><h1>{title}</h1>"
        f"<div><p>خاص - منصة السطر</p>{f'<p>{text}</p>' * 3}</div></body></html>"
    )
    url = "https://news.example/1"
    now = datetime(2026, 11, 25, tzinfo=UTC)
    found = extract_article(Page(url, url, page.encode(), now, charset="utf-8"), EMPTY, now)
    assert isinstance(found, Article)
    assert found.authors == ("سارة أحمد",)
