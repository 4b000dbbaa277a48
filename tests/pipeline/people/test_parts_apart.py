"""Lines of which each part is an element of its own, called a byline or not."""

from __future__ import annotations

import pytest
from story_page import authors

_OWN = '{"@type": "Organization", "name": "The Harbour Post"}'
HOUSE = (
    '<script type="application/ld+json">{"@type": "NewsArticle", '
    f'"author": {_OWN}, "publisher": {_OWN}}}</script>'
    "<meta property='og:site_name' content='The Harbour Post'>"
)


@pytest.mark.parametrize(
    ("lang", "parts", "name"),
    [
        ("ar", ["سوق العمل", "بقلم ضرغام الطرشان", "12 مارس 2026"], "ضرغام الطرشان"),
        ("ar", ["بقلم ضرغام الطرشان", "12 مارس 2026", "شركات ناشئة"], "ضرغام الطرشان"),
        ("ar", ["كرة عالمية", "12 مارس 2026", "كتب: ضرغام الطرشان"], "ضرغام الطرشان"),
        ("ar", ["إعداد: ضرغام الطرشان", "12 مارس 2026", "كتب ومكتبات"], "ضرغام الطرشان"),
        ("fa", ["نویسنده: کیارش دلگشا", "12 مارس 2026", "بدون نظر"], "کیارش دلگشا"),
        ("he", ["עופרי גלעדי", "12.3.2026", "איכות הסביבה"], "עופרי גלעדי"),
        ("nl", ["Reacties", "Sietske Wyksma", "12 maart 2026", "Luister"], "Sietske Wyksma"),
        ("de", ["5 Kommentare", "Ruprecht Allwang", "Bauen & Wohnen"], "Ruprecht Allwang"),
        ("it", ["Tancredi Ossolo", "12 marzo 2026", "3 minuti di lettura"], "Tancredi Ossolo"),
        ("tr", ["Çevre ve Kent", "12 Mart 2026", "Nilsun Karabaş"], "Nilsun Karabaş"),
        ("zh", ["记者 冀望舒", "2026年3月12日", "收听"], "冀望舒"),
        ("ja", ["記者 蓮見航", "2026年3月12日", "コメント"], "蓮見航"),
        ("ko", ["댓글", "기사 듣기", "방지호 기자"], "방지호"),
        ("en", ["Sefton Marlow, Transport Editor", "12 comments"], "Sefton Marlow"),
    ],
)
@pytest.mark.parametrize("tag", ["span", "div"])
def test_what_stands_beside_the_person_in_a_byline_is_nobody(
    lang: str, parts: list[str], name: str, tag: str
) -> None:
    row = "".join(f"<{tag}>{part}</{tag}>" for part in parts)
    assert authors(f"<div class='byline'>{row}</div>", lang=lang) == (name,)


@pytest.mark.parametrize("name", ["Torkel Åhsberg", "Gniewomir Sielec", "Nilsun Karabaş"])
def test_the_form_tells_the_person_in_a_list_of_facts_of_a_house(name: str) -> None:
    line = f"<ul><li>{name}</li><li>12.03.2026</li><li>3 min läsning</li></ul>"
    assert authors(line, lang="en", head=HOUSE, site="The Harbour Post") == (name,)
    more = f"<ul><li>{name}</li><li>12.03.2026</li><li>The old walks of the bay</li></ul>"
    assert authors(more, lang="en", head=HOUSE, site="The Harbour Post") == ("The Harbour Post",)


@pytest.mark.parametrize(
    ("row", "names"),
    [
        # persons side by side, a second one that only a comma joins, an agency
        ("<span>Jane Okafor</span><span>Amy Rowe</span>", ("Jane Okafor", "Amy Rowe")),
        ("<div>By Jane Okafor,</div><div>Zrinka Aquin</div>", ("Jane Okafor", "Zrinka Aquin")),
        ("<span>Jane Okafor</span><span>Reuters</span>", ("Jane Okafor", "Reuters")),
        # an account that may be whoever signs
        ("<span>BushToken</span><span>Rhine Walks</span>", ("BushToken Rhine Walks",)),
    ],
)
def test_others_who_sign_beside_a_person(row: str, names: tuple[str, ...]) -> None:
    assert authors(f"<div class='byline'>{row}</div>", lang="en") == names


@pytest.mark.parametrize("line", ["شركات ناشئة", "كرة عالمية", "طاقة متجددة"])
def test_a_section_in_arabic_beside_the_day_signs_nothing(line: str) -> None:
    assert authors(f"<div><span>{line}</span> <span>12 مارس 2026</span></div>") == ()


@pytest.mark.parametrize("name", ["فرحات الزغبي", "نادية عطية", "سمية قدورية"])
def test_names_that_end_like_a_section_sign(name: str) -> None:
    assert authors(f"<div><span>{name}</span> <span>12 مارس 2026</span></div>") == (name,)
