"""Notes behind a star, names over an office and a town, and lines of towns, each with what only
looks so."""

from __future__ import annotations

import pytest

from pipeline.people.fact_parts import persons_among_facts
from pipeline.people.name_shapes import is_name
from pipeline.people.names import clean_names
from tests.pipeline.people.story_page import authors


@pytest.mark.parametrize(
    ("end", "names"),
    [
        ("<p>* مراسلنا في الخرطوم: هزاع القرعاوي</p>", ("هزاع القرعاوي",)),
        ("<p>* أستاذ القانون الدولي بجامعة الأفق: شقران القرعاوي</p>", ("شقران القرعاوي",)),
        ("<p>* شقران القرعاوي: عضو اتحاد الكتاب، والمقال رأيه وحده</p>", ("شقران القرعاوي",)),
        ("<div><b>شقران القرعاوي</b><br>عضو اتحاد الكتاب<br>نواكشوط</div>", ("شقران القرعاوي",)),
        # what only looks so
        ("<p>* المصدر: شقران القرعاوي</p>", ()),
        ("<p>* ملاحظة: الأرقام تقريبية</p>", ()),
        ("<p>* شقران القرعاوي: سوق الجملة الجديد</p>", ()),
    ],
)
def test_a_note_below_a_text_names_who_wrote(end: str, names: tuple[str, ...]) -> None:
    assert authors(end=end) == names


@pytest.mark.parametrize(
    ("below", "names"),
    [
        ("<div>«صدى الواحة» - أم درمان: شقران القرعاوي</div>", ("شقران القرعاوي",)),
        ("<div>موفدة «صدى الواحة» إلى إربد سلوان القرعاوي</div>", ("سلوان القرعاوي",)),
        ("<dl><dt>Details</dt><dd>Huỳnh Khánh Linh - Huế</dd></dl>", ("Huỳnh Khánh Linh",)),
        ("<div>تحقيق شقران القرعاوي وسلوان الجرموزي</div>", ("شقران القرعاوي", "سلوان الجرموزي")),
        ("<ul><li>الأستاذة شقران القرعاوي<br>محرر الشؤون الاقتصادية</li></ul>",
         ("شقران القرعاوي",)),
        ("<div>Остап Чорновол для «Нова хвиля»</div>", ("Остап Чорновол",)),
        ("<div>Trần Ngọc Diệp thực hiện</div>", ("Trần Ngọc Diệp",)),
        ("<div>बातचीत: शालिनी त्रिपाठी</div>", ("शालिनी त्रिपाठी",)),
        ("<div>Opr. Radosław Pawlik</div>", ("Radosław Pawlik",)),
        ("<div>Guest post: Isolde Van Houten</div>", ("Isolde Van Houten",)),
        ("<div>نووسین: بێریڤان مەحموود - وەرگێڕان: شلێر قادر</div>", ("بێریڤان مەحموود",)),
        ("<div>菅野さくら＝函館</div>", ("菅野さくら",)),
        ("<div>전주=글·사진 김지유 기자</div>", ("김지유",)),
        # what only looks so
        ("<div>«صدى الواحة» - أم درمان: سوق الجملة يفتح أبوابه</div>", ()),
        ("<div>نووسەر و لێکۆڵەر</div>", ()),
        ("<div>사진 김지유 기자</div>", ()),
    ],
)  # fmt: skip
def test_lines_below_a_headline_with_a_town_or_a_task(below: str, names: tuple[str, ...]) -> None:
    assert authors(below, lang="en") == names


@pytest.mark.parametrize("said", ["阅读 4 分钟", "مدة القراءة: 4 دقائق", "Lesezeit: 4 Min."])
def test_how_long_one_reads_names_nobody(said: str) -> None:
    assert clean_names(said) == clean_names(f"2024年2月28日 • {said}") == ()
    assert clean_names(f"Jane Okafor • {said}") == ("Jane Okafor",)


def test_what_somebody_does_is_no_label_before_an_and() -> None:
    assert "و لێکۆڵەر" not in clean_names("نووسەر و لێکۆڵەر")
    assert clean_names("By Dan Brown") == ("Dan Brown",)


@pytest.mark.parametrize("name", ["web2", "user12", "superuser", "reporter4"])
def test_who_runs_a_site_wrote_nothing(name: str) -> None:
    head = (
        '<script type="application/ld+json">{"@type":"Article","author":{"@type":"Person",'
        f'"name":"{name}"}}}}</script>'
    )
    assert authors(head=head) == ()


def test_a_house_may_be_called_by_news_and_a_number() -> None:
    assert is_name("News44")
    assert not is_name("Reporter18")


def test_a_house_in_quotation_marks_is_none_without_a_place() -> None:
    assert persons_among_facts("«الطريق» - رواية: سارة أحمد", frozenset()) == ()


@pytest.mark.parametrize(
    ("below", "names"),
    [
        (
            "<div class='contributors'><div class='c'><img src='/a.png'><div><p>Ottilie Crabtree"
            "</p><p>Columnist</p></div></div><div class='c'><img src='/b.png'><div><p>Cosmo Quill"
            "</p><p>Senior lecturer in law</p></div></div></div>",
            ("Ottilie Crabtree", "Cosmo Quill"),
        ),
        ("<div><span>Da autoria de</span> <a href='/by/7'>Anabela Sobral</a></div>",
         ("Anabela Sobral",)),
        # what only looks so
        (
            "<div class='contributors'><div><p>Six sites</p><p>Three towns</p></div>"
            "<div><p>Two roads</p><p>One bridge</p></div></div>",
            (),
        ),
    ],
)  # fmt: skip
def test_cards_of_several_authors(below: str, names: tuple[str, ...]) -> None:
    assert authors(below, lang="en") == names


def test_a_house_in_quotation_marks_stands_between_a_place_and_a_rare_name() -> None:
    assert authors(lead="طنجة - «صدى الواحة» - يوغرطة شقران - ") == ("يوغرطة شقران",)
    assert authors(lead="طنجة - يوغرطة شقران - ") == ()


@pytest.mark.parametrize(
    ("box", "names"),
    [
        ("<div class='b'><img src='/p.jpg'><div><strong>Priya Quillworth</strong>"
         "<p>Novelist and critic - The Evening Harbour</p></div></div>", ("Priya Quillworth",)),
        ("<div class='b'><div><b>Priya Quillworth</b><p>The bridge that nobody built</p></div>"
         "</div>", ()),
    ],
)  # fmt: skip
def test_a_box_below_a_text_begins_with_who_wrote(box: str, names: tuple[str, ...]) -> None:
    assert authors(behind=box, lang="en") == names


def test_an_office_behind_a_name_is_no_second_person() -> None:
    assert clean_names("كاتب المقال: هاجر الدسوقي، عضو اتحاد الكتاب") == ("هاجر الدسوقي",)
    assert clean_names("Bài viết: Dương Tuệ Mẫn, Hồ Tuệ Mẫn và Dương Bích Ngọc") == (
        "Dương Tuệ Mẫn", "Hồ Tuệ Mẫn", "Dương Bích Ngọc",
    )  # fmt: skip


@pytest.mark.parametrize("day", ["14 تشرين الثاني/نوفمبر 2024", "نوفمبر", "November", "мая"])
def test_a_month_names_nobody(day: str) -> None:
    assert clean_names(day) == ()
    assert authors(f"<p><span class='auteurs'>{day}</span></p>") == ()


@pytest.mark.parametrize(
    ("box", "names"),
    [
        ("<div><strong>Глеб Черных</strong><br>кандидат исторических наук</div>", ("Глеб Черных",)),
        ("<div><strong>Tjeerd ten Cate</strong><br>Columnist</div>", ("Tjeerd ten Cate",)),
        ("<div><strong>Six bridges</strong><br>and one harbour</div>", ()),
    ],
)
def test_a_break_behind_a_name_in_a_box_below_a_text(box: str, names: tuple[str, ...]) -> None:
    assert authors(behind=box, lang="en") == names


@pytest.mark.parametrize(
    ("below", "names"),
    [
        ("<div class='writer-box'><div>غدير شقران</div><div>عضو اتحاد الكتاب</div></div>",
         ("غدير شقران",)),
        ("<div>شهلاء القرني | عضو اتحاد الكتاب</div>", ("شهلاء القرني",)),
        ("<div><span>Подготовил(а) Родион Гринь</span> <span>Редактор: Инна Воробьёва</span></div>",
         ("Родион Гринь",)),
        ("<div>مراسل صدى المدينة في صفاقس: جلوي شقران</div>", ("جلوي شقران",)),
        ("<div>Texte Hippolyte N’Guessan – Photos Alban Dupré</div>", ("Hippolyte N’Guessan",)),
        ("<p>تقرير: يوغرطة شقران</p><p>التدقيق اللغوي: رانيا سلامة</p>", ("يوغرطة شقران",)),
    ],
)  # fmt: skip
def test_more_of_what_stands_beside_who_wrote(below: str, names: tuple[str, ...]) -> None:
    assert authors(below, lang="en") == names


def test_a_last_line_set_apart_tells_what_its_author_does() -> None:
    text = "<p><em>Philippa Ashgrove, novelist and critic</em></p>"
    assert authors(end=text, lang="en") == ("Philippa Ashgrove",)
    assert authors(end="<p><em>Six bridges, and one more</em></p>", lang="en") == ()
