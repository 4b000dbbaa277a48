"""Names that a box says again with more words, and lines that sign by what stands beside a name."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from pipeline.people.datelines import reporters_in_dateline
from pipeline.people.dense_persons import is_dense_person
from pipeline.people.lone_lines import is_labelled_person, is_person_with_agency
from pipeline.people.lone_person import lone_person, says_more_than
from pipeline.people.names import clean_names
from tests.pipeline.people.story_page import authors, read

MORE = "<a href='/author/7'>{}</a>"


@pytest.mark.parametrize(
    ("lang", "name", "more"),
    [
        ("id", "Tresno Wicaksana", "Artikel lain dari Tresno Wicaksana"),
        ("tr", "Berfin Dilovar", "Berfin Dilovar tüm yazıları"),
        ("ja", "鵜飼 啓介", "鵜飼 啓介の記事一覧"),
        ("ja", "小川内 さやか", "小川内 さやかの記事一覧"),
        ("ar", "أيهم الطيبي", "جميع مقالات أيهم الطيبي"),
    ],
)
@pytest.mark.parametrize(
    "form",
    [
        "<div class='k'><div>{name}</div>{more}</div>",
        "<div class='k'><h4><a href='/author/7'>{name}</a></h4><p>…</p>{more}</div>",
        "<div class='k'><h4><a href='/author/7' rel='author'>{name}</a></h4>{more}</div>",
        "<div class='author-box'><strong>{name}</strong>{more}</div>",
    ],
)
@pytest.mark.parametrize("below", [True, False])
def test_a_link_to_more_of_an_author_says_the_name_again(
    lang: str, name: str, more: str, form: str, below: bool
) -> None:
    box = form.format(name=name, more=MORE.format(more))
    if "<div>{name}" in form and below:
        return  # nothing tells such a box below a text
    found = authors(behind=box, lang=lang) if below else authors(box, lang=lang)
    assert found == (name,)


def test_two_authors_whose_names_begin_alike_are_two() -> None:
    line = "<p><a href='/author/7'>Jane Doe</a>, <a href='/author/8'>Jane Doe Miller</a></p>"
    assert authors(line, lang="en") == ("Jane Doe", "Jane Doe Miller")
    assert says_more_than("More from Jane Doe", "Jane Doe")
    assert not says_more_than("Jane Doehring", "Jane Doe")
    assert not says_more_than("Jane Doe", "Jane Doe")
    assert not says_more_than("More news", "More")


@pytest.mark.parametrize(
    ("line", "signs"),
    [
        ("تسنيم عبد اللطيف – وكالات", True),
        ("سارة أحمد - رويترز", True),
        ("Thomas Brandt, dpa", True),
        ("خان يونس - وكالات", False),
        ("San Salvador - AFP", False),
        ("سارة أحمد - علي حسن", False),
    ],
)
def test_a_person_and_an_agency(line: str, signs: bool) -> None:
    assert is_person_with_agency(line) is signs


def test_a_person_and_an_agency_sign_above_the_first_sentence() -> None:
    assert authors(first="<p>تسنيم عبد اللطيف – وكالات</p>") == (
        "تسنيم عبد اللطيف",
        "وكالات",
    )
    assert authors(first="<p>خان يونس - وكالات</p>") == ()


@pytest.mark.parametrize(
    ("line", "signs"),
    [
        ("Van onze verslaggever Wout Broekhuis", True),
        ("Van Wout Broekhuis", False),
        ("Van onze verslaggever", False),
        ("Foto van Wout Broekhuis", False),
    ],
)
def test_a_label_of_several_words_before_a_person(line: str, signs: bool) -> None:
    assert is_labelled_person(line) is signs


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("부산/황보연 기자 위원회는 다음 주 회의를 열기로 했다.", ("황보연",)),
        ("부산/서울 노선이 다시 열렸다.", ()),
    ],
)
def test_a_place_and_a_reporter_open_a_korean_text(text: str, names: tuple[str, ...]) -> None:
    assert reporters_in_dateline(text) == names


def test_family_names_of_four_letters_and_rare_ones() -> None:
    assert authors("<p class='author'>文・勅使河原 拓海</p>", lang="ja") == ("勅使河原 拓海",)
    assert is_dense_person("覃建行")
    assert is_dense_person("冼思齐")
    assert not is_dense_person("公開日：")


def test_a_label_before_a_sign_names_nobody() -> None:
    assert clean_names("公開日：") == ()


def test_a_dutch_particle_stands_small_in_a_name() -> None:
    assert lone_person("Marloes te Wierik") == "Marloes te Wierik"


def test_the_day_beside_an_author_of_many_words_is_the_articles() -> None:
    link = "<a href='/author/9'>Joost van der Meulenkamp</a>"
    day = "<time datetime='2026-11-20T10:00:00Z'>20 november 2026</time>"
    told = read(f"<div class='m'>{link} · {day}</div>", lang="nl").published
    assert told is not None
    assert told.value == datetime(2026, 11, 20, 10, tzinfo=UTC)
    other = "<a href='/n/9'>A bridge for the old town</a>"
    assert read(f"<div class='m'>{other} · {day}</div>", lang="nl").published is None
