"""Authors told by what stands beside a name: an account, a quoted house, a sentence on the text, a
portrait, a label in a text of its own; each with what only looks so."""

from __future__ import annotations

import pytest

from pipeline.memory import EMPTY, for_extraction, learn
from pipeline.people.dense_lines import persons_of_dense_line
from pipeline.people.dense_reporters import reporters_at_end
from pipeline.people.edge_lines import is_facts, is_stamped_twice
from pipeline.people.given_names import persons_in
from pipeline.people.names import clean_names
from pipeline.people.placed import placed_names
from pipeline.people.told_at_end import writer_told
from pipeline.records import Block, BlockKind
from tests.pipeline.people.story_page import NOW, TEXT, authors, read


@pytest.mark.parametrize(
    ("line", "names"),
    [
        ("ميهار قرنداشي (جدة) @mihar_news", ("ميهار قرنداشي",)),
        ("ميهار قرنداشي – «الرأي» (تبوك)", ("ميهار قرنداشي",)),
        ("ميهار قرنداشي «الرأي» - تبوك", ("ميهار قرنداشي",)),
        # what only looks so
        ("«عكاظ» (الرياض)", ()),
        ("حفل «الوفاء» السنوي", ()),
    ],
)
def test_a_place_with_an_account_or_a_quoted_house_tells_whoever_stands_before(
    line: str, names: tuple[str, ...]
) -> None:
    assert placed_names(line) == names


@pytest.mark.parametrize(
    ("line", "names"),
    [
        ("كتب ميهار قرنداشي هذا المقال لموقع الأفق.", ("ميهار قرنداشي",)),
        ("نُشر هذا النص ضمن ملف أعدّته هيفاء زنكنة.", ("هيفاء زنكنة",)),
        ("Jane Okafor wrote this piece for The Courier.", ("Jane Okafor",)),
        ("This investigation was written by Jane Okafor.", ("Jane Okafor",)),
        ("Hear this review by Jane Okafor, above.", ("Jane Okafor",)),
        ("Dieser Text wurde verfasst von Jana Roth.", ("Jana Roth",)),
        # what only looks so
        ("كتب وزير الثقافة هذا التعليق على صفحته.", ()),
        ("كتبت الصحيفة هذا الخبر قبل عام.", ()),
        ("This song was written by the band in one night.", ()),
        ("The letter was written by Jane Okafor.", ()),
        ("This page was edited by Jane Okafor.", ()),
        ("هذا ما قاله سالم الزوي.", ()),
    ],
)
def test_a_sentence_that_points_at_the_text_tells_who_wrote_it(
    line: str, names: tuple[str, ...]
) -> None:
    assert writer_told(line) == names


def test_an_account_written_from_the_right_hides_nobody() -> None:
    assert authors("<p>منى سالم (الحديدة) mona_news@</p>") == ("منى سالم",)


def test_a_sentence_taken_out_below_a_text_tells_its_author() -> None:
    end = "<p><em>هيفاء زنكنة صحفية تكتب عن المدن والبيئة، وهذا مقالها الأول في موقعنا.</em></p>"
    assert read(end=end).authors == ("هيفاء زنكنة",)
    spoken = "<p><em>كتبت هيفاء زنكنة هذا التعليق على صفحتها.</em></p>"
    assert read(lead="قالت هيفاء زنكنة إن الخطة ناقصة. ", end=spoken).authors == ()


def test_a_portrait_names_whom_its_box_only_says_the_job_of() -> None:
    box = (
        '<div class="writer-block"><img src="w.jpg" alt="ميهار قرنداشي">'
        '<div class="about">كاتب لبناني من جيل السبعينيات، عمل في صحف عدة.</div></div>'
    )
    assert read(box).authors == ("ميهار قرنداشي",)
    assert read(box.replace("writer-block", "lead-photo")).authors == ()


def test_a_desk_goes_behind_the_person_of_a_dateline() -> None:
    by = '<div class="post-author"><a href="/author/desk">غرفة الأخبار</a></div>'
    assert read(by, lead="<strong>بيروت – هيفاء زنكنة</strong><br>").authors == ("هيفاء زنكنة",)
    assert read(by).authors == ("غرفة الأخبار",)


def test_datelines_tell_rare_names_where_a_source_signs_there() -> None:
    known = ["هيفاء زنكنة", "سامر الخطيب", "ليلى حداد", "أحمد سالم", "منى علي"]
    memory = EMPTY
    for number, name in enumerate(known):
        own = f"{TEXT} {number} " + " ".join(f"كلمة{number}{n}" for n in range(40)) + ". "
        found = read(lead=f"نابلس- {name}- ", text=own, number=number)
        assert found.authors == (name,)
        memory = learn(memory, found, NOW.date())
    rare = "نابلس- ميهار قرنداشي- "
    assert read(lead=rare, number=9).authors == ()
    assert read(lead=rare, number=9, memory=for_extraction(memory)).authors == ("ميهار قرنداشي",)
    house = read(lead="نابلس- وزارة الصحة- ", number=9, memory=for_extraction(memory))
    assert house.authors == ()


@pytest.mark.parametrize(
    ("above", "names"),
    [
        ("<p><strong>From Nadeesha Perera, Enugu</strong></p>", ("Nadeesha Perera",)),
        ("<p>Nadeesha Perera and Agency Reports</p>", ("Nadeesha Perera",)),
        ('<p class="byline">TNN | Gethin Rhys | Updated: 12 March 2026</p>', ("Gethin Rhys",)),
        ('<p class="author">Gethin Rhys - <span>coastNews</span></p>', ("Gethin Rhys",)),
        # what only looks so
        ("<p>From Monday Morning, Enugu waits for buses</p>", ()),
        ("<p>From Enugu, Nigeria</p>", ()),
    ],
)
def test_houses_and_places_beside_a_name_are_none(above: str, names: tuple[str, ...]) -> None:
    assert read(above, lang="en").authors == names


def test_a_label_in_a_text_behind_the_article_names_its_author() -> None:
    assert read(behind="Автор:&nbsp;Алеся Марохова<br>").authors == ("Алеся Марохова",)
    assert read(behind="Фото:&nbsp;Алеся Марохова<br>").authors == ()


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("再開するという。（編集委員　サラ・モーガン）", ("サラ・モーガン",)),
        ("再開するという。（鴨下ひろ）", ("鴨下ひろ",)),
        ("再開するという。（写真あり）", ()),
        ("再開するという。（次回つづく）", ()),
    ],
)
def test_reporters_in_brackets_behind_the_last_sentence(text: str, names: tuple[str, ...]) -> None:
    assert reporters_at_end(text) == names


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("■ هيفاء زنكنة ■", ("هيفاء زنكنة",)),
        ("Da Redação, com Reinaldo Azeredo", ("Reinaldo Azeredo",)),
        ("Da Redação", ("Da Redação",)),
    ],
)
def test_what_stands_around_a_name_is_none_of_it(text: str, names: tuple[str, ...]) -> None:
    assert clean_names(text) == names


def test_a_day_that_follows_without_a_blank_is_no_part_of_a_name() -> None:
    line = '<div class="writer"><span>봉하은</span><span>입력 2026.03.12 10:30</span></div>'
    assert read(line).authors == ("봉하은",)


def test_an_authors_address_may_be_a_query() -> None:
    by = '<div class="x"><a href="index.php?page=auteur&amp;id_auteur=12">ميهار قرنداشي</a></div>'
    assert read(by).authors == ("ميهار قرنداشي",)
    assert read(by.replace("id_auteur", "id_rubrique").replace("auteur", "rub")).authors == ()


def test_a_person_and_a_town_with_a_full_stop_end_a_text() -> None:
    end = "<p align='right'><b>Алеся Марохова</b>, Омск.</p>"
    russian = "Городской совет принял новый план общественного транспорта после года споров. "
    assert read(end=end, text=russian).authors == ("Алеся Марохова",)


@pytest.mark.parametrize(
    ("end", "names"),
    [
        ("<p>별빛뉴스 김하늘입니다.</p><p>영상편집 : 오가을</p>", ("김하늘",)),
        ("<p>시장은 시민을 위한 저녁 뉴스입니다.</p>", ()),
    ],
)
def test_a_reporter_of_television_says_who_spoke(end: str, names: tuple[str, ...]) -> None:
    assert read(end=end, lang="ko").authors == names


@pytest.mark.parametrize(
    ("line", "names"),
    [
        ("إعداد: وكالة الأنباء الألمانية", ("وكالة الأنباء الألمانية",)),
        ("سارة أحمد الألمانية", ("سارة أحمد",)),
        ("Jane Doe Reuters", ("Jane Doe",)),
    ],
)
def test_an_agency_is_not_cut_off_itself(line: str, names: tuple[str, ...]) -> None:
    assert clean_names(line) == names


@pytest.mark.parametrize(
    ("standfirst", "names"),
    [
        ("Ayşe Kaya, İzmir limanındaki iki iskelenin bahara kadar yenileneceğini söyledi.", ()),
        ("Ayşe Kaya, ulaştırma muhabiri", ("Ayşe Kaya",)),
    ],
)  # fmt: skip
def test_of_whom_a_standfirst_tells_signs_nothing(standfirst: str, names: tuple[str, ...]) -> None:
    assert persons_in(standfirst) == names


def test_two_reporters_of_whom_metadata_name_one() -> None:
    head = '<meta property="dable:author" content="서지우 기자">'
    both = authors(
        "<ul><li>서지우·문하린 기자</li><li>입력 2026.11.20</li></ul>", head=head, lang="ko"
    )
    assert both == ("서지우", "문하린")
    one = authors("<ul><li>서지우 기자</li><li>입력 2026.11.20</li></ul>", head=head, lang="ko")
    assert one == ("서지우",)


@pytest.mark.parametrize(
    ("line", "names"),
    [
        ("文 | 叶知秋 邵子墨", ("叶知秋", "邵子墨")),
        ("2026-11-20 14:05 作者：叶知秋 出处：泡泡数码", ("叶知秋",)),
        ("記者 長谷川 健太郎", ("長谷川 健太郎",)),
    ],
)
def test_two_chinese_names_in_letters_that_japanese_has_too(
    line: str, names: tuple[str, ...]
) -> None:
    assert persons_of_dense_line(line, frozenset()) == names


@pytest.mark.parametrize(
    ("line", "told"),
    [
        ("Ana Ruiz @ana_es | 27/11/2026 - 06:19h. Actualizado a las 07:38h.", True),
        ("Ana Ruiz llegó al puerto el 27/11/2026 y firmó el acuerdo a las 07:38h.", False),
    ],
)
def test_a_line_of_an_account_and_two_hours_is_facts(line: str, told: bool) -> None:
    assert is_facts(line, ("Ana Ruiz",)) is told


@pytest.mark.parametrize(
    ("line", "told"),
    [
        ("La rédaction - Publié le 3 mai 2026 à 21h32, mis à jour le 3 mai 2026 à 23h15", True),
        (
            "بقلم سارة أحمد - نشر في 3 مايو 2026 10:20، عدل في 3 مايو 2026 11:00",
            True,
        ),
        ("By Jane Doe, 3 May 2026 at 10:20, updated 3 May 2026, 11:05 - 4 min", True),
        ("The lamp went out on 3 May 2026 at 10:20 and again on 4 May 2026 at 11:05.", False),
        ("Released on 3 May 2026 at 10:20", False),
    ],
)
def test_a_line_of_two_days_with_their_hours_tells_when_a_text_was_published(
    line: str, told: bool
) -> None:
    assert is_stamped_twice(Block(BlockKind.PARAGRAPH, line)) is told
