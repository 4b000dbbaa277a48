"""Persons among other lines of a box, other facts of a line, and links side by side; each with what
only looks so."""

from __future__ import annotations

import pytest

from pipeline.page.author_pages import is_author_page
from pipeline.people.datelines import persons_in_dateline
from pipeline.people.fact_parts import persons_among_facts
from pipeline.people.given_names import begins_with_given_name
from pipeline.people.placed import placed_names
from pipeline.people.signing_lines import names_in_line
from pipeline.people.written_by_verb import who_writes
from tests.pipeline.people.story_page import TEXT, authors

SITES = frozenset({"صحيفةالمدار"})


def test_a_columns_name_above_its_author_is_no_part_of_the_name() -> None:
    box = (
        "<div class='columnist-top'><h2>بلا حبر</h2><p>سارة أحمد</p><p>sara@paper.example</p></div>"
    )
    assert authors(above=box) == ("سارة أحمد",)
    assert authors(above="<div class='ktb'>سارة أحمد<br>كاتبة من الأردن</div>") == ("سارة أحمد",)


@pytest.mark.parametrize(
    ("line", "names"),
    [
        ("سارة أحمد تكتب لـ«المدار»", ("سارة أحمد",)),
        ("مقال بقلم د/ سارة أحمد", ("سارة أحمد",)),
        # what only looks so
        ("سارة أحمد تكتب روايتها", ()),
        ("رسالة كتبت بقلم رصاص", ()),
    ],
)
def test_who_writes_for_a_house(line: str, names: tuple[str, ...]) -> None:
    assert who_writes(line) == names


@pytest.mark.parametrize(
    ("below", "names"),
    [
        (
            "<div><a href='/ppl/1'>سارة أحمد</a><a href='/ppl/2'>ليلى حداد</a></div>",
            ("سارة أحمد", "ليلى حداد"),
        ),
        ("<div><a href='/tag/1'>سارة أحمد</a><a href='/tag/2'>ليلى حداد</a></div>", ()),
        ("<div><a href='/s/1'>شؤون محلية</a><a href='/s/2'>شؤون دولية</a></div>", ()),
    ],
)
def test_links_side_by_side(below: str, names: tuple[str, ...]) -> None:
    assert authors(below) == names


@pytest.mark.parametrize(
    ("line", "names"),
    [
        ("Column | By Keisha Dubois", ("Keisha Dubois",)),
        ("Keisha Dubois reports from Kisumu.", ("Keisha Dubois",)),
        ("تونس (صحيفة المدار) سارة أحمد", ("سارة أحمد",)),
        ("(صحيفة المدار) – سارة أحمد – تونس", ("سارة أحمد",)),
        ("صحيفة المدار/ سارة أحمد/ غزة", ("سارة أحمد",)),
        # what only looks so
        ("Sea Change | By Keisha Dubois", ()),
        ("Column | By Monday", ()),
        ("The Council reports from Kisumu.", ()),
        ("تونس (صحيفة المدار) خطة النقل", ()),
    ],
)
def test_persons_among_facts_of_a_line(line: str, names: tuple[str, ...]) -> None:
    assert persons_among_facts(line, SITES) == names


def test_a_dateline_begins_with_the_house_in_brackets() -> None:
    assert persons_in_dateline(f"(صحيفة المدار) – سارة أحمد – تونس: {TEXT}", SITES) == (
        "سارة أحمد",
    )
    assert persons_in_dateline(f"(صحيفة الجنوب) – سارة أحمد – تونس: {TEXT}", SITES) == ()


@pytest.mark.parametrize(
    ("where", "said", "names"),
    [
        ("attributes", 'data-article-author="سارة أحمد"', ("سارة أحمد",)),
        ("head", '<link rel="author" href="/w/1" title="سارة أحمد">', ("سارة أحمد",)),
        ("head", '<script>gtag("config","G-1",{"author":"سارة أحمد"});</script>', ("سارة أحمد",)),
        # what only looks so
        ("head", '<link rel="author" href="/about" title="من نحن">', ()),
        ("attributes", 'data-article-editorial="سارة أحمد"', ()),
    ],
)
def test_what_a_page_says_for_machines(where: str, said: str, names: tuple[str, ...]) -> None:
    assert (authors(head=said) if where == "head" else authors(attributes=said)) == names


def test_a_figure_called_the_authors_has_the_name_below_it() -> None:
    figure = (
        "<figure class='{}'><img src='p.jpg' alt=''><figcaption>سارة أحمد</figcaption></figure>"
    )
    assert authors(figure.format("author-pic")) == ("سارة أحمد",)
    assert authors(figure.format("lead-pic")) == ()


@pytest.mark.parametrize(
    ("name", "called"),
    [
        ("মহিউদ্দিন আহমদ", True),
        ("ولد سيدي محمود", True),
        ("ولد في القاهرة", False),
        ("নগর পরিষদ", False),
        ("ڈاکٹر شہزور قرنداشی", True),
        ("شہزور قرنداشی", False),
        ('ד"ר קרנדש ברקני', True),
        ("קרנדש ברקני", False),
    ],
)
def test_given_names_with_vowel_signs_and_degrees_and_children(name: str, called: bool) -> None:
    assert begins_with_given_name(name) is called


def test_a_team_behind_an_inquiry_signs() -> None:
    assert names_in_line("فريق التحقيق: سارة أحمد، ليلى حداد", SITES) == ("سارة أحمد", "ليلى حداد")


@pytest.mark.parametrize(
    ("line", "names"),
    [
        ("(بغداد) سارة أحمد:", ("سارة أحمد",)),
        ("(بغداد) خطة:", ()),
    ],
)
def test_a_place_in_brackets_before_a_name(line: str, names: tuple[str, ...]) -> None:
    assert placed_names(line) == names


def test_a_card_of_another_article_beside_a_text_tells_no_author() -> None:
    card = (
        "<div class='op'><h4>آراء</h4><div class='k'><img src='1.jpg' alt='سارة أحمد'><h6>{}</h6>"
        "<span>سارة أحمد</span></div></div>"
    )
    other = card.format("<a href='/o/1'>عن المدينة التي لا تنام</a>")
    assert authors(after=other) == ()
    assert authors(after=card.format("كاتبة من تونس")) == ("سارة أحمد",)


def test_a_dateline_may_be_parted_by_slashes() -> None:
    assert persons_in_dateline(f"خاص / سارة أحمد / {TEXT}", SITES) == ("سارة أحمد",)
    assert persons_in_dateline(f"خاص / الحافلات / {TEXT}", SITES) == ()


def test_an_address_that_asks_for_an_author_by_number_is_an_authors() -> None:
    assert is_author_page("/author?id=5")
    assert is_author_page("/ar/journalist?user_id=9")
    assert not is_author_page("/authors?page=2")


def test_a_day_or_a_place_that_follows_a_name_is_no_part_of_it() -> None:
    glued = "<div class='auteur'><span>سارة أحمد</span><span>12 mars 2026</span></div>"
    assert authors(glued) == ("سارة أحمد",)
    account = "<div class='x'>سارة أحمد (جدة) <a href='https://twitter.com/s'>@s_a</a></div>"
    assert authors(account) == ("سارة أحمد",)
