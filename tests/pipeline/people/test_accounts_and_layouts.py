"""Who wrote beside an account, a desk, a sign or a town, each with what must not be taken."""

from __future__ import annotations

import json

import pytest

from tests.pipeline.people.story_page import authors


def json_ld(name: str) -> str:
    story = {"@type": "NewsArticle", "author": {"@type": "Person", "name": name}}
    return f'<script type="application/ld+json">{json.dumps(story)}</script>'


@pytest.mark.parametrize("account", ["kx_web7", "m.lind", "newsroom2"])
def test_an_account_that_a_page_never_shows_is_not_who_wrote(account: str) -> None:
    head = json_ld(account)
    assert authors("<div>Marta Kessler</div>", head=head) == ("Marta Kessler",)
    line = "<div><i class='fa fa-user'></i> Ottokar Vint</div>"
    assert authors(line, head=head) == ("Ottokar Vint",)
    assert authors("<div>Local news</div>", head=head) == (account,)


def test_an_account_that_a_page_shows_wrote() -> None:
    shown = "<div>Marta Kessler</div><div>by m.lind</div>"
    assert authors(shown, head=json_ld("m.lind")) == ("m.lind",)


def test_several_behind_the_sign_of_a_person() -> None:
    line = "<ul><li><i class='fa fa-user'></i> {}</li><li>4660</li></ul>"
    assert authors(line.format("Marta Kessler and Paul Roth")) == ("Marta Kessler", "Paul Roth")
    assert authors(line.format("Marta Kessler - Paul Roth")) == ("Marta Kessler", "Paul Roth")
    assert authors(line.format("Marta Kessler, Leeds")) == ("Marta Kessler",)


def test_a_cell_alone_in_its_row_around_a_text_is_no_list_of_persons() -> None:
    row = "<tr><td>3 May 2026</td></tr><tr><td>Marta Kessler and Paul Roth</td></tr>"
    text = "<tr><td><p>Of what the table says below it, none is a list of persons.</p></td></tr>"
    assert authors(f"<table>{row}{text}</table>") == ("Marta Kessler", "Paul Roth")
    people = (
        "<tr><td>Marta Kessler</td><td>mayor</td></tr><tr><td>Paul Roth</td><td>clerk</td></tr>"
    )
    assert authors(f"<table>{people}</table>") == ()


@pytest.mark.parametrize(
    ("lang", "line", "names"),
    [
        ("it", "dal nostro inviato a Torino Marta Amato", ("Marta Amato",)),
        ("it", "dal nostro inviato a Vercelli Ludo De Santis", ("Ludo De Santis",)),
        ("fr", "De notre envoyé spécial à Lyon Thierry Marchal", ("Thierry Marchal",)),
        ("it", "dal nostro inviato Renato De Amato", ("Renato De Amato",)),
        ("ur", "کالم نگار شاہد نقوی", ("شاہد نقوی",)),
        ("ur", "کالم شاہد نقوی", ("شاہد نقوی",)),
        ("id", "<b>Agus Nasution</b><br><span>Peneliti</span>", ("Agus Nasution",)),
    ],
)
def test_who_reports_from_a_town_or_by_a_calling(
    lang: str, line: str, names: tuple[str, ...]
) -> None:
    assert authors(f"<div>{line}</div>", lang=lang) == names


def test_one_word_behind_a_label_goes_before_an_account() -> None:
    assert authors("<div>By: Ceyhan</div>", head=json_ld("sarah92")) == ("Ceyhan",)
    assert authors("<div>By: admin</div>", head=json_ld("sarah92")) == ("sarah92",)


@pytest.mark.parametrize(
    ("lang", "line", "names"),
    [
        ("ar", "عمّار الغامدي", ("عمّار الغامدي",)),
        ("el", "Φωτεινή Λιάκου", ("Φωτεινή Λιάκου",)),
        ("sv", "Ylva Lindgren och Anders von Essen", ("Ylva Lindgren", "Anders von Essen")),
        ("he", "<span>מאת נטע פרץ</span> 4 באוקטובר 2025", ("נטע פרץ",)),
        ("pl", "przez Adam Krawczyk i Dorota Adamska", ("Adam Krawczyk", "Dorota Adamska")),
        ("hi", "अंतिम अपडेट: 05/03/2025", ()),
    ],
)
def test_names_with_signs_particles_and_days(lang: str, line: str, names: tuple[str, ...]) -> None:
    assert authors(f"<div>{line}</div>", lang=lang) == names


def test_a_person_with_an_agency_goes_before_a_desk() -> None:
    head = json_ld("Courier staff")
    assert authors("<div>Marta Kessler - Reuters</div>", head=head) == ("Marta Kessler", "Reuters")
    assert authors("<div>Reuters</div>", head=head) == ("Courier staff",)


def test_a_post_of_a_newsletter_is_its_text() -> None:
    line = "<article class='newsletter-post post'><div>Marta Kessler</div></article>"
    assert authors(line) == ("Marta Kessler",)
    assert authors(line.replace("newsletter-post post", "newsletter-signup")) == ()


@pytest.mark.parametrize(
    ("lang", "line", "names"),
    [
        ("ar", "كتب آلاء عساف، وترجم وفاء منصور", ("آلاء عساف",)),
        ("ar", "كتب آلاء عساف، ووفاء منصور", ("آلاء عساف", "وفاء منصور")),
        ("el", "Γράφει: Βασίλης Λαμπρίδης - Χανιά", ("Βασίλης Λαμπρίδης",)),
        ("el", "Γράφει: Ελένη Δούκας<br>Κυριακή, 5 Μαΐου 2024", ("Ελένη Δούκας",)),
        ("en", "By Marta Kessler<br>Yesterday, 10:15", ("Marta Kessler",)),
        ("en", "By Marta Yesterday", ("Marta Yesterday",)),
        ("ar", "كتب: سامر السعدي<br>أمس 10:15", ("سامر السعدي",)),
        ("ur", "از قلم نگہت منصوری", ("نگہت منصوری",)),
        ("ar", "إعداد سامر السعدي للنشرة العربية - تحرير علي خضرا", ("سامر السعدي",)),
    ],
)
def test_what_stands_behind_a_name(lang: str, line: str, names: tuple[str, ...]) -> None:
    assert authors(f"<div>{line}</div>", lang=lang) == names


@pytest.mark.parametrize("label", ["Media contact:", "Voor de redactie:", "للتواصل الإعلامي:"])
def test_whom_a_label_above_the_name_tells_to_be_another_wrote_nothing(label: str) -> None:
    below = "<br>Marta Kessler<br>Reporter<br>press@paper.example</p>"
    assert authors(end=f"<p>{label}{below}") == ()
    assert authors(end=f"<p>Text:{below}") == ("Marta Kessler",)


@pytest.mark.parametrize(
    ("lang", "name"),
    [
        ("es", "Dra. Ana Belén Ruiz"),
        ("pl", "Mgr. Jana Malá"),
        ("hi", "डॉ. अजय नायर"),
        ("he", 'ד"ר דן כהן'),
        ("de", "Univ.-Prof. Dr. Ute Lang"),
    ],
)
def test_titles_before_a_name(lang: str, name: str) -> None:
    assert authors(f"<div>{name}</div>", lang=lang) == (name,)


@pytest.mark.parametrize(
    ("lang", "label", "name", "filed"),
    [
        ("ja", "著者：", "橋本浩二", "経済"),
        ("ko", "글", "권영호", "단독"),
        ("de", "Von", "Ute Lang", "Inland"),
    ],
)
def test_what_a_text_is_filed_under_is_no_author(
    lang: str, label: str, name: str, filed: str
) -> None:
    line = f"{label} <span class='author vcard'><a href='/author/9'>{name}</a></span> |"
    line = f"<p class='post-meta'>{line} <a rel='category tag' href='/c'>{filed}</a></p>"
    assert authors(line, lang=lang) == (name,)


def test_a_woman_of_the_gulf_is_no_you() -> None:
    assert authors("<div>بقلم: شما المزروعي</div>", lang="ar") == ("شما المزروعي",)
    assert authors("<div>نظر شما</div>", lang="fa") == ()


def test_an_arabic_label_of_a_card_for_sharing_names_the_author() -> None:
    card = "<meta name='twitter:label1' content='بقلم'><meta name='twitter:data1' content='{}'>"
    assert authors(head=card.format("شما المزروعي"), lang="ar") == ("شما المزروعي",)
    assert authors(head=card.format("3 دقائق"), lang="ar") == ()
