"""Persons whom pages name beside their articles, and who wrote nothing of these."""

from __future__ import annotations

import pytest

from pipeline.people.filed import is_filed
from pipeline.people.names import clean_names
from tests.pipeline.people.story_page import authors, read

SLIDE = (
    '<div class="slide"><a href="/w/{n}"><img src="/w/{n}.jpg" alt="{name}"></a><h5>{name}</h5>'
    '<a href="/o/{n}">A small harbour bets on the sun {n}</a></div>'
)
STRIP = "".join(
    SLIDE.format(n=n, name=name)
    for n, name in enumerate(("Anna Quill", "James Crabtree", "Priya Ravens"))
)
LIST = "".join(
    f"<li><a href='/a/{n}'>{name}</a></li>"
    for n, name in enumerate(("Anna Quill", "James Crabtree", "Priya Ravens", "Ada Roe"))
)


@pytest.mark.parametrize(
    ("lang", "line"),
    [
        ("ar", "تأليف: صخر زروالي"),
        ("en", "Book by: James Crabtree"),
        ("ru", "Автор книги: Лев Дробыш"),
        ("fa", "نویسنده کتاب: فرناز مشایخی"),
        ("hi", "पुस्तक के लेखक: राघव सहाय"),
        ("zh", "图书作者: 桑天宇"),
        ("de", "Referenten: Hauke von der Heide, Anna Quast"),
        ("pt", "Oradores: Ubiratan da Câmara, Otávio Brandão"),
        ("es", "Presenta: Rocío Montalbán"),
        ("tr", "Konuşmacılar: Ozan Akyıldız"),
        ("ko", "문의: 최가은"),
        ("ja", "広報担当: 熊谷 百合"),
        ("it", "Portavoce: Tecla Bevilacqua"),
    ],
)
def test_labels_of_things_name_no_author(lang: str, line: str) -> None:
    assert authors(f"<p>{line}</p>", lang=lang, text=TEXT) == ()
    assert authors(end=f"<p>{line}</p>", lang=lang, text=TEXT) == ()


TEXT = "The council passed a plan that puts forty buses on the roads, after a year of debate. "


@pytest.mark.parametrize(
    ("lang", "line", "name"),
    [
        ("ar", "كتب: صخر زروالي", "صخر زروالي"),
        ("ru", "Автор: Лев Дробыш", "Лев Дробыш"),
        ("zh", "作者: 桑天宇", "桑天宇"),
        ("de", "Von: Hauke von der Heide", "Hauke von der Heide"),
    ],
)
def test_labels_of_authors_name_them_beside_these(lang: str, line: str, name: str) -> None:
    assert authors(f"<p>{line}</p>", lang=lang, text=TEXT) == (name,)


def test_a_strip_of_columnists_above_a_headline_signs_nothing() -> None:
    strip = f'<div class="strip"><h4>Our columnists</h4>{STRIP}</div>'
    assert authors(above=strip, lang="en") == ()
    assert authors("<p>By Cosmo Byl</p>", above=strip, lang="en") == ("Cosmo Byl",)


def test_a_list_of_who_writes_for_a_site_signs_nothing() -> None:
    listed = f'<div class="authors-list"><h3>Our columnists</h3><ul>{LIST}</ul></div>'
    assert authors(behind=listed, lang="en") == ()
    own = f'<div class="authors-list"><h3>Authors</h3><ul>{LIST}</ul></div>'
    assert len(authors(behind=own, lang="en")) == len(LIST.split("</li>")) - 1


def test_whom_a_picture_above_a_headline_shows_wrote_nothing() -> None:
    figure = "<figure><img src='/m.jpg'><figcaption>{}</figcaption></figure>"
    assert authors(above=figure.format("سمير الهاشمي | عدسة صياح حيدر")) == ()
    assert authors(above=figure.format("سمير الهاشمي")) == ("سمير الهاشمي",)


def test_a_headline_of_its_own_tells_a_rare_name_that_writes() -> None:
    def wrote(title: str) -> tuple[str, ...]:
        return authors(
            head=f'<meta property="og:title" content="{title}">', above=f"<h1>{title}</h1>"
        )

    assert wrote("بخيت شاهر يكتب: رسالة إلى البحر القديم") == ("بخيت شاهر",)
    assert wrote("مركز البحوث يكتب: رسالة إلى البحر القديم") == ()


def test_a_logo_that_leads_home_names_the_house() -> None:
    logo = '<header><a href="/"><img src="/l.png" alt="بوابة الضفاف"></a></header>'
    line = "<div>أناروز شقران - خاص بوابة الضفاف</div>"
    assert authors(line, above=logo) == ("أناروز شقران",)
    assert authors(line) == ()


def test_ranks_before_a_name_tell_a_person() -> None:
    assert authors("<div>اللواء وناسة شقران</div>") == ("اللواء وناسة شقران",)
    assert authors("<div>السفير الألماني شقران</div>") == ()


def test_chiefs_and_guests_are_filed_and_writers_are_not() -> None:
    assert all(map(is_filed, ("Guest of the week", "Editor-in-chief", "للتواصل", "ضيف الحلقة")))
    assert not any(map(is_filed, ("By", "كتب", "Text", "Reporter")))


def test_who_translated_stands_behind_an_and() -> None:
    line = "<div class='by'>كتبت: سارة أحمد وترجم النص علي حسن</div>"
    assert authors(line) == ("سارة أحمد",)
    assert read("<div class='by'>كتبت: سارة أحمد وعلي حسن</div>").authors == (
        "سارة أحمد",
        "علي حسن",
    )


@pytest.mark.parametrize(
    ("lang", "line"),
    [
        ("ar", "مع سارة أحمد، صحفية مهتمة بالبيئة"),
        ("en", "With Jane Okafor, senior lecturer in law"),
        ("pt", "Com Gaspar dos Reis, colunista"),
        ("ru", "С участием: Глеб Орлов"),
        ("ur", "جنید چوہدری کے ساتھ"),
        ("en", "Hosts: Jane Okafor and James Crabtree"),
        ("ar", "يقدم البودكاست: سارة أحمد وعلي حسن"),
        ("en", "Last edited by Jane Okafor"),
        ("es", "Última edición de: Rocío Montalbán"),
    ],
)
def test_with_whom_and_who_changed_a_text_wrote_nothing(lang: str, line: str) -> None:
    assert authors(f"<p>{line}</p>", lang=lang, text=TEXT) == ()


def test_a_given_name_may_look_like_a_word_for_with() -> None:
    assert authors("<p>By Con Doyle</p>", lang="en") == ("Con Doyle",)
    assert authors("<p>Con Doyle, columnist</p>", lang="en") == ("Con Doyle",)


def test_a_list_of_those_most_read_signs_nothing() -> None:
    items = "".join(
        f"<li><a href='/author/{n}'><img src='/u{n}.jpg'><span>{name}</span></a><small>4{n}</small>"
        for n, name in enumerate(("Anna Quill", "James Crabtree", "Priya Ravens"))
    )
    listed = "<div class='top-authors'><h4>Most read writers</h4><ol>{}</ol></div>"
    assert authors(behind=listed.format(items), lang="en") == ()


def test_rows_of_persons_in_a_table_sign_nothing() -> None:
    row = "<tr><td>{}</td><td>Reporter</td></tr>"
    table = "<table>" + row.format("Jane Okafor") + row.format("James Crabtree") + "</table>"
    assert authors(table, lang="en") == ()
    assert authors(f"<table>{row.format('Jane Okafor')}</table>", lang="en") == ("Jane Okafor",)


def test_what_somebody_is_behind_a_comma_names_nobody() -> None:
    assert clean_names("Tjitske van der Plas, hoogleraar in Groningen") == ("Tjitske van der Plas",)
    assert clean_names("Kıvanç Uğurlu, Prof. Dr.") == ("Kıvanç Uğurlu",)
    assert clean_names("تقرير/ سارة أحمد ومتابعة/ علي حسن") == ("سارة أحمد", "علي حسن")


def test_a_given_name_may_be_an_office_before_another_word() -> None:
    for name in ("أمينة شقران", "أمين بوزيان"):
        assert clean_names(f"بقلم: {name}") == clean_names(name) == (name,)
    assert clean_names("أمين عام النقابة") == clean_names("أمينة سر الجمعية") == ()


@pytest.mark.parametrize("label", ["Directed by", "Directed&nbsp;by", "Starring", "Music by"])
def test_who_wrote_a_film_did_not_write_its_review(label: str) -> None:
    rows = "<tr><th>{}</th><td>{}</td></tr>"
    written = rows.format("Written by", "Cosmo Byl")
    assert authors(f"<table>{written}</table>", lang="en", text=TEXT) == ("Cosmo Byl",)
    film = rows.format(label, "Anna Quill") + written
    assert authors(f"<table>{film}</table>", lang="en", text=TEXT) == ()


@pytest.mark.parametrize("said", [1, 2])
def test_a_dash_below_a_quotation_tells_who_said_it(said: int) -> None:
    quoted = f"<blockquote><p>{TEXT}</p></blockquote><p>– James Crabtree</p>"
    assert authors(end=quoted * said, lang="en") == ()
    assert authors(end=quoted + f"<p>{TEXT * 2}</p>" + quoted, lang="en") == ()


def test_a_heading_that_the_text_below_writes_small_is_no_person() -> None:
    box = "<div><img src='/1.jpg'><h3>{}</h3><p>Es sollen {} an der Küste entstehen.</p></div>"
    assert authors(behind=box.format("Offene Anleger", "offene Anleger"), lang="de") == ()


def test_a_wikis_own_page_presents_no_author() -> None:
    link = "<a href='/w/index.php?title=Special:Book&writer=pdf'>Fetch as Leaflet</a>"
    assert authors(f"<p>{link}</p>", lang="en") == ()


@pytest.mark.parametrize(
    "line",
    [
        "علي حسن - الأفق نت, 1920, 20.05.2026",
        "علي حسن - الأفق نت, 1920, 20.05.2026 © الأفق",
        "© AFP 2026 / Ahmed Gharabli",
    ],
)
def test_what_a_picture_shows_and_who_holds_its_rights_is_no_line_of_facts(line: str) -> None:
    assert authors(f"<div>{line}</div>") == ()


def test_a_person_before_the_house_and_the_day() -> None:
    assert authors("<div>علي حسن - الأفق نت - 20.05.2026</div>") == ("علي حسن",)
