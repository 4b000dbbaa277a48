"""Names that a box says again with more words, and lines that sign by what stands beside a name."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from pipeline.people.dense_persons import is_dense_person
from pipeline.people.dense_reporters import reporters_in_dateline
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
    assert authors(first="<p>تسنيم عبد اللطيف – وكالات</p>") == ("تسنيم عبد اللطيف",)
    assert authors(first="<p>تسنيم عبد اللطيف – رويترز</p>") == ("تسنيم عبد اللطيف", "رويترز")
    assert authors(first="<p>خان يونس - وكالات</p>") == ("وكالات",)


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


@pytest.mark.parametrize(
    ("lang", "line", "names"),
    [
        ("pt", "Adalgisa Pinheiral <a href='mailto:d@c.example'>d@c.example</a>", 1),
        ("ar", "مجاهد ياسين <a href='mailto:d@c.example'>d@c.example</a>", 1),
        ("ja", "我妻 剛 <a href='mailto:d@c.example'>d@c.example</a>", 1),
        ("pt", "Fale conosco <a href='mailto:d@c.example'>d@c.example</a>", 0),
        ("ja", "編集部 <a href='mailto:d@c.example'>d@c.example</a>", 0),
        ("ko", "제보 <a href='mailto:d@c.example'>d@c.example</a>", 0),
    ],
)
def test_a_mailbox_of_the_house_behind_a_name(lang: str, line: str, names: int) -> None:
    assert len(authors(f"<p>{line}</p>", lang=lang)) == names


@pytest.mark.parametrize(
    ("lang", "line", "names"),
    [
        ("ar", "عتاب بلحاتم صحافي يغطي شؤون المدن والنقل منذ عام 2011.", ("عتاب بلحاتم",)),
        ("id", "Ristiana Wicaksana adalah jurnalis yang meliput kota.", ("Ristiana Wicaksana",)),
        ("zh", "臧继贤，记者，自2011年起报道城市与交通。", ("臧继贤",)),
        ("ja", "喜屋武 真弓 記者。2011年から都市と交通を取材。", ("喜屋武 真弓",)),
        ("ko", "탁지훈 기자는 2011년부터 도시와 교통을 취재해 왔다.", ("탁지훈",)),
    ],
)
def test_a_last_line_in_italics_that_tells_who_somebody_is(
    lang: str, line: str, names: tuple[str, ...]
) -> None:
    assert authors(end=f"<p><em>{line}</em></p>", lang=lang) == names


def test_a_person_with_the_agency_whose_reports_they_used() -> None:
    assert authors("<p>Fadila Ouchène (avec AFP)</p>", lang="fr") == ("Fadila Ouchène",)
    assert clean_names("Hidde van den Oever met ANP") == ("Hidde van den Oever",)
    assert clean_names("Hidde van den Oever met Bram") == ("Hidde van den Oever met Bram",)


@pytest.mark.parametrize(
    ("lang", "heading", "name"),
    [("tr", "Yazar hakkında", "Gülseren Kıraç"), ("ur", "مصنف کے بارے میں", "ثنا آصف ڈار")],
)
def test_a_heading_about_the_author_is_no_part_of_the_name(
    lang: str, heading: str, name: str
) -> None:
    box = f"<div class='post-author'><h4>{heading}</h4><div class='fn'>{name}</div><i>x</i></div>"
    assert authors(behind=box, lang=lang) == (name,)


def test_two_korean_reporters_have_one_role() -> None:
    line = "<p>노지운, 옥기원 기자</p><time datetime='2026-11-20'>입력 2026.11.20</time>"
    assert authors(line, lang="ko") == ("노지운", "옥기원")
    house = "<p>[항구일보 노지운 기자]</p>"
    assert authors(first=house, lang="ko") == ("노지운",)


@pytest.mark.parametrize(
    ("lang", "line"),
    [
        ("fr", "Entretien avec Zoé Delahousse"),
        ("id", "Tamu: Agung Wicaksana"),
        ("ja", "森田 潤さんに聞く"),
        ("ja", "記者会見する我妻 剛氏"),
        ("nl", "In gesprek met Hidde Wiersma"),
        ("tr", "Zülal Kocaçınar ile söyleşi"),
    ],
)
def test_whom_a_text_asks_or_shows_wrote_nothing(lang: str, line: str) -> None:
    assert authors(f"<p>{line}</p>", lang=lang) == ()


@pytest.mark.parametrize(
    ("lang", "line", "names"),
    [
        ("ar", "<div>مجاهد ياسين 01/11/2026 09:33</div>", ("مجاهد ياسين",)),
        ("ar", "<div>نشر الخبر 01/11/2026 09:33</div>", ()),
        ("ja", "<div><b>犬飼 千尋</b><br><em>編集委員</em></div>", ("犬飼 千尋",)),
        ("nl", "<p class='byline'>Door Bram in 't Veld</p>", ("Bram in 't Veld",)),
    ],
)
def test_what_a_day_a_job_and_a_small_word_leave(
    lang: str, line: str, names: tuple[str, ...]
) -> None:
    assert authors(line, lang=lang) == names


def test_a_line_in_brackets_below_a_japanese_text_is_who_wrote_it() -> None:
    assert authors(end="<p>（八重樫 智）</p>", lang="ja") == ("八重樫 智",)
    assert authors(end="<p>（写真あり）</p>", lang="ja") == ()
    assert authors(end="<p>（次のページへ続く）</p>", lang="ja") == ()


def test_an_agency_behind_a_person_takes_no_line_from_them() -> None:
    assert authors(first="<p>باسل حويجة - الأناضول</p>") == ("باسل حويجة", "الأناضول")
    assert authors(first="<p>غزة - الأناضول</p>") == ("الأناضول",)
