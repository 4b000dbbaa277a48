"""How daily papers and agencies sign: signs between places and persons, houses beside sections."""

from __future__ import annotations

import json

import pytest

from pipeline.people.dense_reporters import reporters_by_role, reporters_in_dateline
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


@pytest.mark.parametrize(
    ("line", "names"),
    [
        ("الدوحة - قنا", ("قنا",)),
        ("القاهرة - (د ب أ)", ("د ب أ",)),
        ("afp/dpa/ab", ("afp", "dpa")),
        ("EFE | Madrid", ("EFE",)),
        ("Our Special Correspondent", ("Our Special Correspondent",)),
    ],
)
def test_agencies_and_reporters_without_names(line: str, names: tuple[str, ...]) -> None:
    said = f"<div class='author'>{line}</div>"
    assert authors(said) == names
    assert authors(said, head=_signed(line)) == names


@pytest.mark.parametrize("line", ["لندن: «الأفق»", "بيروت - «الأفق»", "الأفق ـ متابعات"])
def test_a_house_with_its_place_or_its_own_words_signs(line: str) -> None:
    assert authors(f"<div class='author'>{line}</div>", head=_signed(line)) == ("الأفق",)


def test_several_agencies_in_a_byline_sign_against_the_house() -> None:
    head = _signed("Courier", "Organization", "Courier")
    line = "<span class='author'>AFP, dpa</span>"
    assert authors(line, lang="en", head=head) == ("AFP", "dpa")


def test_an_agency_with_its_country_is_no_person_of_a_house() -> None:
    line = "<div class='byline'>By Press Trust of India | Edited by Jane Doe</div>"
    assert authors(line, lang="en") == ("Press Trust of India",)


def test_who_writes_behind_a_desk_and_a_semicolon() -> None:
    lead = "خبرگزاری ساحل، گروه جامعه؛ سارا رضایی: "
    assert authors(lead=lead, lang="fa") == ("سارا رضایی",)


def test_who_wrote_among_the_credits_of_a_text_from_elsewhere() -> None:
    line = "本文来自微信公众号：海港观察，作者：王晓琳，编辑：李可，题图来自：视觉中国"
    assert reporters_in_dateline(line) == ("王晓琳",)


def test_reporters_sign_with_a_place_and_an_address_in_the_lines_of_one_box() -> None:
    line = "부산=박민준 기자 ab@daily.example\n정지훈 기자 cd@daily.example"
    assert reporters_by_role(line) == ("박민준", "정지훈")


@pytest.mark.parametrize(
    ("lang", "line", "names"),
    [
        ("en", "By Rahul Doe in Bristol and Jane Roe in Bristol", ("Rahul Doe", "Jane Roe")),
        ("en", "Jane Doe Local Democracy Reporter", ("Jane Doe",)),
        ("ar", "سارة البكري | علي حسن | طرابلس", ("سارة البكري", "علي حسن")),
        ("zh", "海港网记者赵晓明", ("赵晓明",)),
        ("zh", "海港网记者欧阳雨桐", ("欧阳雨桐",)),
        ("id", "Kontributor Makassar, Putri Kusuma", ("Putri Kusuma",)),
    ],
)
def test_who_signs_beside_places_houses_and_jobs(
    lang: str, line: str, names: tuple[str, ...]
) -> None:
    assert authors(f"<div class='author'>{line}</div>", lang=lang) == names


@pytest.mark.parametrize(
    ("lang", "line"),
    [
        ("de", "Bild: picture alliance / Anke Köhler"),
        ("es", "Imagen: Marta Ortega / EFE"),
        ("pt", "Diretor: Rui Azevedo"),
        ("fa", "گفت‌وگو با نازنین جعفری"),
        ("ko", "그래픽 김지훈"),
    ],
)
def test_who_pictured_was_asked_or_heads_the_house_wrote_nothing(lang: str, line: str) -> None:
    assert authors(f"<div class='info'>{line}</div>", lang=lang) == ()
