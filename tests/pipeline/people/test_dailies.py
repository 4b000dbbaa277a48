"""How daily papers and agencies sign: signs between places and persons, houses beside sections."""

from __future__ import annotations

import json

import pytest

from pipeline.people.datelines import reporters_in_dateline
from pipeline.people.names import clean_names
from pipeline.people.placed import house_of_place, placed_names
from tests.pipeline.people.story_page import authors


def _signed(name: str, kind: str = "Person", site: str = "الأفق") -> str:
    node = {"@type": "NewsArticle", "author": {"@type": kind, "name": name}}
    house = f"<meta property='og:site_name' content='{site}'>"
    return f"{house}<script type='application/ld+json'>{json.dumps(node)}</script>"


def test_a_hyphen_right_behind_who_wrote_parts_the_label() -> None:
    line = "كتبت-سارة البكري وعلي حسن:"
    assert clean_names(line) == ("سارة البكري", "علي حسن")


def test_a_dash_drawn_of_two_letters_parts_a_place() -> None:
    assert house_of_place("أبوظبي ــ وام") == "وام"


def test_two_persons_behind_a_place_are_no_house_and_a_person() -> None:
    line = "الدوحة - مريم بن جاسم - خالد السويدي"
    assert placed_names(line) == ("مريم بن جاسم", "خالد السويدي")
    assert placed_names("الدوحة - الأفق - خالد السويدي") == ("خالد السويدي",)


def test_several_persons_in_brackets_behind_a_place() -> None:
    first = "لاہور (سدرہ ملک ، بلال خان ، طلعت رضا) شہر میں نئی سڑک کا کام شروع ہو گیا ہے۔"
    assert authors(first=f"<p>{first}</p>", lang="ur") == ("سدرہ ملک", "بلال خان", "طلعت رضا")


@pytest.mark.parametrize(
    ("line", "names"),
    [
        ("（中央社記者趙雨桐、周思遠台北20日電）", ("趙雨桐", "周思遠")),
        ("（中央社記者歐陽思遠台北20日電）", ("歐陽思遠",)),
        ("（中央社記者黃雅娟新竹科學園區26日電）", ("黃雅娟",)),
    ],
)
def test_a_known_place_tells_where_a_name_ends(line: str, names: tuple[str, ...]) -> None:
    assert reporters_in_dateline(line) == names


def test_reporters_sign_each_in_a_line_of_their_own() -> None:
    end = "<p>한하은 기자 ha@daily.example</p><p>박수빈 기자 park@daily.example</p>"
    head = _signed("해변일보", "Organization", "해변일보")
    assert authors(end=end, lang="ko", head=head) == ("한하은", "박수빈")


def test_a_day_right_behind_a_name_in_an_element_of_its_own_ends_it() -> None:
    day = "<span>الأحد، 2 فبراير 2025 07:52 ص</span>"
    line = f"<div class='aut'><strong>كتب- علي حسن الطوخي:</strong>{day}</div>"
    assert authors(line) == ("علي حسن الطوخي",)


def test_a_house_and_its_section_is_the_house() -> None:
    assert authors(head=_signed("الأفق - عرب وعالم")) == ("الأفق",)
    assert authors(head=_signed("الأفق - سارة البكري")) == ("سارة البكري",)


def test_what_a_site_says_of_itself_is_the_site() -> None:
    tagline = "<meta name='author' content='الأفق | أخبار المدينة والعالم | Ofoq News Agency'>"
    assert authors(head=_signed("الأفق", "Organization") + tagline) == ("الأفق",)


def test_a_word_for_by_before_the_house_is_none_of_it() -> None:
    head = _signed("Капитал", "Person", "Капитал")
    assert authors("<div class='author'>от Капитал</div>", head=head) == ("Капитал",)
