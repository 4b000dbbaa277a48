"""Who signs above the headline in a box that both share, and names as RDFa and scripts tell."""

from __future__ import annotations

import pytest

from pipeline.declared.metadata import read_metadata
from pipeline.page.html import parse_text
from pipeline.people.authors import extract_authors

TEXT = f"<p>{'Text of it goes on to its end here. ' * 9}</p>" * 2


def _authors(above: str, below: str = "", head: str = "") -> tuple[str, ...]:
    html = (
        f"<head>{head}</head><body><div><a href='/'>Home</a></div><article><header>{above}"
        f"<h1>A story of note</h1>{below}</header><div>{TEXT}</div></article></body>"
    )
    doc = parse_text(html, "https://news.example/story")
    return extract_authors(doc, read_metadata(doc), title="A story of note")


@pytest.mark.parametrize(
    ("line", "names"),
    [
        ("<p>By Jane Doe</p><p>17/11/2026</p>", ("Jane Doe",)),
        ("<div>إعداد: طارق ذو الفقار • 12 مارس 2026</div>", ("طارق ذو الفقار",)),
        ("<p>Scritto da Ugo Neri</p><p>Verificato da Ada Bianchi</p>", ("Ugo Neri",)),
        ("<p>Geschrieben von Jana Roth</p><p>Übersetzt von Uwe Kranz</p>", ("Jana Roth",)),
        ("<p>عمّان: فاطمة الزهراء بوعزة</p><p>12/03/2026</p>", ("فاطمة الزهراء بوعزة",)),
        ("<p>인터뷰 박지훈 기자</p>", ("박지훈",)),
        ("<p><span>Reviewed by <a href=/team/x>Ida Lund</a></span> <span>— Written by "
         "<a href=/authors/jane>Jane Doe</a></span></p>", ("Jane Doe",)),
        # what only looks like one
        ("<p>Taylor Swift</p><p>17/11/2026</p>", ()),
        ("<p>By the sea</p>", ()),
        ("<p>تقرير: ارتفاع أسعار النفط</p>", ()),
        ("<div class='kicker'>Interview</div>", ()),
    ],
)  # fmt: skip
def test_who_signs_above_the_headline(line: str, names: tuple[str, ...]) -> None:
    assert _authors(line) == names


def test_what_stands_above_the_box_of_a_headline_is_another_s() -> None:
    html = f"<body><p>By Jane Doe</p><div><h1>A story of note</h1></div><div>{TEXT}</div></body>"
    doc = parse_text(html, "https://news.example/story")
    assert extract_authors(doc, read_metadata(doc), title="A story of note") == ()


@pytest.mark.parametrize(
    ("mark", "names"),
    [
        ("<span property='author' typeof='Person'><b property='name'>Jane Doe</b></span>", 1),
        ("<span rel='schema:author'><b property='schema:name'>Jane Doe</b></span>", 1),
        ("<span rel='sioc:has_creator'>Jane Doe</span>", 1),
        ("<div typeof='ImageObject'><i property='author'>Zorvan Quill</i></div>", 0),
        ("<div typeof='schema:Comment'><i property='schema:author'>Zorvan Quill</i></div>", 0),
        ("<span property='name'>Jane Doe of Leeds was there</span>", 0),
    ],
)
def test_authors_in_rdfa(mark: str, names: int) -> None:
    assert _authors("", mark) == ("Jane Doe",) * names


def test_a_name_of_two_letters_that_scripts_count() -> None:
    script = "<script>dataLayer.push({{'pageType': 'article', 'author': '{}'}})</script>"
    assert _authors("", head=script.format("刘洋")) == ("刘洋",)
    assert _authors("", head=script.format("no")) == ()
    both = script.format("Jane Doe") + script.format("no")
    assert _authors("", head=both) == ("Jane Doe",)


def test_a_desk_that_signs_by_what_it_writes_of_is_no_person() -> None:
    assert _authors("", "<p class='author-name'>المحرر السياسي</p>") == ("المحرر السياسي",)
    assert _authors("", "<p class='author-name'>المحرر: سامي حداد</p>") == ("سامي حداد",)


@pytest.mark.parametrize(
    ("line", "names"),
    [
        ("<p>Jane Doe<br>Political editor<br>17/11/2026</p>", ("Jane Doe",)),
        ("<p>شيماء فاروق<br>كاتبة مصرية</p><img src=a.jpg>", ("شيماء فاروق",)),
        ("<a href='/?u=4' title='عرض جميع مقالات أسعد أبو خليل'>أسعد أبو خليل</a>",
         ("أسعد أبو خليل",)),
        ("<p>بثينة العيسى يكتب</p>", ("بثينة العيسى",)),
        ("<p class=author>郭凯 资深记者</p>", ("郭凯",)),
        ("<div class=author-wrap><span class=author-name>赵晓彤</span><div class=tip>"
         "<p>赵晓彤，自由撰稿人，现居杭州。</p></div></div>", ("赵晓彤",)),
        ("<p class=author>بهزاد ملکی، ایرنا</p>", ("بهزاد ملکی", "ایرنا")),
        # what only looks like one
        ("<p>Nairobi<br>Jane Doe was there<br>17/11/2026</p>", ()),
        ("<img src=a.jpg><p>Jane Doe<br>at home in Leeds</p>", ()),
    ],
)  # fmt: skip
def test_what_a_person_does_below_the_name_in_one_line(line: str, names: tuple[str, ...]) -> None:
    assert _authors("", line) == names


def test_a_box_of_columnists_below_the_text_signs_nothing() -> None:
    cards = "".join(
        f"<div><a href='/author/{n}'><img alt='{n}'><span>{n}</span></a></div>"
        for n in ("Jane Doe", "John Roe")
    )
    html = (
        f"<body><article><h1>A story of note</h1><div>{TEXT}</div></article>"
        f"<div class='columnists'><h3>Our columnists</h3>{cards}</div></body>"
    )
    doc = parse_text(html, "https://news.example/story")
    assert extract_authors(doc, read_metadata(doc), title="A story of note") == ()


@pytest.mark.parametrize(
    ("name", "names"),
    [
        ("Pixel Studio Ltd", ()),
        ("Atelier Web S.r.l.", ()),
        ("Ugo Neri, Caporedattore", ("Ugo Neri",)),
        ("Ugo Neri, ANSA", ("Ugo Neri", "ANSA")),
        ("Ugo Neri, Ada Bianchi", ("Ugo Neri", "Ada Bianchi")),
    ],
)
def test_names_in_meta_elements(name: str, names: tuple[str, ...]) -> None:
    assert _authors("", head=f"<meta name=author content='{name}'>") == names


@pytest.mark.parametrize(
    ("line", "names"),
    [
        ("<span class=author>Par Le Journal et AFP</span>", ("Le Journal et AFP",)),
        ("<span class=author>Par Ana Prieto, Le Journal et AFP</span>", ("Ana Prieto", "AFP")),
        ("<p class=author>Atli Guðmundsson skrifar frá Porsgrunn</p>", ("Atli Guðmundsson",)),
        ("<h5>Author</h5><p>Zorvan Quill</p>", ("Zorvan Quill",)),
        ("<p>تحریر</p><p>وسعت اللہ خان</p>", ("وسعت اللہ خان",)),
        ("<p class=byline>سيف الدين عبد الفتاح، مكتب القاهرة</p>", ("سيف الدين عبد الفتاح",)),
        ("<ul class=authors><li><a href=#>山崎隆</a></li><li><a href=#>清水恵</a></li></ul>",
         ("山崎隆", "清水恵")),
        ("<p>게시일: 2026년 3월 12일 글쓴이: 송미경</p>", ("송미경",)),
        ("<p>コラムニスト：清水恵</p>", ("清水恵",)),
        ("<p class=byline>Колумнист Артём Соколовский</p>", ("Артём Соколовский",)),
        # what only looks like one
        ("<div itemprop=review itemscope itemtype='https://schema.org/Review'>"
         "<i itemprop=author>Zorvan Quill</i></div>", ()),
        ("<h5>Author</h5><p>She told us of her years in Leeds and of the sea.</p>", ()),
        ("<h5>The author speaks</h5><p>Zorvan Quill</p>", ()),
    ],
)  # fmt: skip
def test_more_marks_and_labels(line: str, names: tuple[str, ...]) -> None:
    assert _authors("", line, "<meta property='og:site_name' content='Le Journal'>") == names
