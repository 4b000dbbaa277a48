"""How large sites of news write who signs, and whom else their pages name beside."""

from __future__ import annotations

import pytest

from pipeline.people.dense_lines import persons_of_dense_line
from pipeline.people.fact_parts import persons_among_facts
from pipeline.people.houses import is_house_alone, names_beside_house
from pipeline.people.labels_inside import by_inside
from pipeline.people.names import clean_names
from pipeline.people.placed import placed_names
from pipeline.records import Block, BlockKind
from tests.pipeline.people.story_page import authors, read

HOUSE = frozenset({"الأفق"})


@pytest.mark.parametrize(
    ("line", "names"),
    [
        ("［瀬古拓海，港湾通信］", ("瀬古拓海",)),
        ("［瀬古拓海，柏木俊介，港湾通信］", ("瀬古拓海", "柏木俊介")),
        ("［柏木俊介，Kowan］", ("柏木俊介",)),
        # what only looks so
        ("［港湾通信］", ()),
        ("［新製品，港湾通信］", ()),
        ("（前編集版，Kowan）", ()),
        ("瀬古拓海，港湾通信", ()),
        ("［瀬古拓海，橋の写真は市が提供した，港湾通信］", ()),
    ],
)
def test_persons_sign_in_brackets_with_their_house(line: str, names: tuple[str, ...]) -> None:
    assert persons_of_dense_line(line, frozenset({"港湾通信"})) == names


def test_a_house_in_brackets_signs_without_them() -> None:
    page = {"lang": "ja", "site": "港湾通信"}
    assert authors("<div>［港湾通信］</div>", **page) in ((), ("港湾通信",))


def test_whence_a_house_writes_is_nobody() -> None:
    assert names_beside_house("سان لوران: «الأفق»", HOUSE) == ()
    assert persons_among_facts("سان لوران: «الأفق» | 20 نوفمبر 2026", HOUSE) == ()
    # what only looks so
    assert names_beside_house("سارة أحمد: «الأفق»", HOUSE) == ("سارة أحمد",)


def test_a_person_writes_from_a_known_place() -> None:
    assert placed_names("سارة أحمد من دبي") == ("سارة أحمد",)
    # what only looks so
    assert placed_names("حافلات جديدة من دبي") == ()
    assert placed_names("سارة أحمد من فريق") == ()


def test_a_known_place_stands_right_before_a_name() -> None:
    assert clean_names("كتبت: سارة أحمد – القليوبية محمد علي") == ("سارة أحمد", "محمد علي")
    assert clean_names("كتب: تونس الخضراء") != ("الخضراء",)


@pytest.mark.parametrize("label", ["dell'inviata", "dall’inviato", "del nostro inviato"])
def test_who_was_sent_signs(label: str) -> None:
    line = f"<div class='facts'><span class='author'>{label} Zrinka Aquin</span></div>"
    assert authors(line, lang="it") == ("Zrinka Aquin",)


def test_who_edited_stands_behind_a_bar() -> None:
    head = (
        '<script type="application/ld+json">{"@type": "NewsArticle", "author": '
        '[{"@type": "Person", "name": "Zrinka Aquin"}]}</script>'
    )
    line = (
        "<div class='credit'><div class='by'>Penulis <a href='/author/z'>Zrinka Aquin</a></div>"
        "<div class='by'>| Editor <a href='/author/m'>Milan Kasper</a></div></div>"
    )
    assert authors(line, lang="id", head=head) == ("Zrinka Aquin",)


def test_persons_of_whom_a_text_tells_are_linked_below_their_label() -> None:
    box = (
        "<div class='x'><div>{}</div><div class='y'><a href='/person/zrinka'>Zrinka Aquin</a>"
        "<div>mayor</div></div></div>"
    )
    assert authors(after=box.format("People"), lang="en") == ()
    assert authors(after=box.format("Персоны"), lang="ru") == ()
    assert authors(after=box.format("Authors"), lang="en") != ()


def test_a_numbered_head_is_no_line_of_facts() -> None:
    assert by_inside("3. The harbour at night by Zrinka Aquin") is None
    assert by_inside("5) Il ponte vecchio di Zrinka Aquin") is None
    # what only looks so
    assert by_inside("3. Mai von Zrinka Aquin") is not None
    assert by_inside("3 May 2026, by Zrinka Aquin") is not None


def test_what_is_called_an_authors_holds_a_name_told_by_its_end() -> None:
    head = (
        '<script type="application/ld+json">{"@type": "NewsArticle", "author": '
        '{"@type": "Organization", "name": "港湾通信"}}</script>'
    )
    assert authors("<p class='author'>瀬古健吾</p>", lang="ja", head=head) == ("瀬古健吾",)


def test_a_dash_parts_two_places_and_who_writes_from_each() -> None:
    line = "أبوظبي: سارة أحمد - الشارقة: علي حسن"
    assert placed_names(line) == ("سارة أحمد", "علي حسن")
    # what only looks so
    assert placed_names("أبوظبي: خطة جديدة - الشارقة: تأجيل") == ()


def test_a_line_of_a_house_and_whence_it_writes_is_none_of_the_text() -> None:
    for line in ("سان لوران: «الأفق»", "لندن: «الأفق»"):
        for form in (f"<ul><li>{line}</li></ul>", f"<p>{line}</p>"):
            found = read(first=form, site="الأفق")
            assert not any("«الأفق»" in block.text for block in found.blocks), form
    other = Block(BlockKind.LIST_ITEM, "سان لوران: «المسار»")
    assert not is_house_alone(other, HOUSE, signs=False)


def test_the_page_of_a_reporter_is_nobody() -> None:
    line = (
        "<div><a href='/reporter/?7'><img src='r.jpg'><strong>임지후</strong> 기자</a> "
        "<a href='mailto:lim@news.example'>기자 페이지</a> <a href='#'>구독</a></div>"
    )
    assert authors(line, lang="ko") == ("임지후",)
