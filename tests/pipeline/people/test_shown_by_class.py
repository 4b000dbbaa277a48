"""What a page without persons in its metadata shows by a class, a job below, or in brackets."""

from __future__ import annotations

import json

import pytest

from tests.pipeline.people.story_page import authors

JANE, JOHN, ZRINKA = "Jane Okafor", "John Aquin", "Zrinka Aquin"
HOUSE = "Nord Herald"
STORY = {"@type": "NewsArticle", "author": {"@type": "Organization", "name": HOUSE}}
BY_HOUSE = f"<script type='application/ld+json'>{json.dumps(STORY)}</script>"


def test_a_link_called_an_anchor_may_be_an_author_s() -> None:
    line = "<div class='authors'><a class='authoranchor' href='/a/1'>Jane Okafor</a></div>"
    assert authors(line, lang="en") == (JANE,)


def test_a_link_to_its_own_place_is_no_author() -> None:
    line = "<div class='authors'>Jane Okafor <a class='anchor' href='#by'>Zrinka Aquin</a></div>"
    assert authors(line, lang="en") == (JANE,)


@pytest.mark.parametrize(
    ("line", "names"),
    [
        ("<div><h6>Jane Okafor, Daniel Roth</h6><p>Reporter</p></div><div><h6>Emma Aquin</h6>"
         "<p>Editor</p></div>", (JANE, "Daniel Roth")),
        ("<div><h6>Jane Okafor, Daniel Roth and Emma Aquin</h6><p>Reporters</p></div>",
         (JANE, "Daniel Roth", "Emma Aquin")),
        # nobody else signs
        ("<div><h6>Emma Aquin</h6><p>Editor</p></div>", ("Emma Aquin",)),
    ],
)  # fmt: skip
def test_several_above_their_job(line: str, names: tuple[str, ...]) -> None:
    head = BY_HOUSE
    assert authors(line, head=head, lang="en", site=HOUSE) == names


def test_one_of_several_is_not_linked() -> None:
    line = (
        "<div class='authors'>By <a href='/author/1'>Jane Okafor</a>, <a href='/author/2'>"
        "John Aquin</a> and <span>Zrinka Aquin</span><p>Updated 2:04 AM EDT, May 3, 2026</p></div>"
    )
    assert authors(line, lang="en") == (JANE, JOHN, ZRINKA)


@pytest.mark.parametrize(
    ("line", "names"),
    [
        ("<p class='author'>Nord Herald</p>", (HOUSE,)),
        ("<p class='author'>Nord Herald with AFP</p>", ("Nord Herald with AFP",)),
        ("<p class='author'>Nord Herald (with AFP)</p>", ("Nord Herald (with AFP)",)),
        ("<div><a class='author-name'>EFE</a></div>", ("EFE",)),
        ("<div><img src='/a.jpg'><a class='byline'>Newsroom</a></div>", ("Newsroom",)),
        # a link to the agency's news, the picture's agency
        ("<p><a href='/efe'>EFE</a></p>", (HOUSE,)),
        ("<figure><img src='/a.jpg'><span class='author'>EFE</span></figure>", (HOUSE,)),
    ],
)
def test_houses_agencies_and_desks_that_a_class_calls_authors(
    line: str, names: tuple[str, ...]
) -> None:
    menu = "<a href='/'>Nord Herald</a>"
    assert authors(line, above=menu, head=BY_HOUSE, lang="en", site=HOUSE) == names


def test_a_house_alone_signs_without_metadata() -> None:
    line, menu = "<p class='author'>Herald</p>", "<nav><a href='/'>Herald</a></nav>"
    assert authors(line, above=menu, lang="en", site="Herald") == ("Herald",)


def test_a_house_of_figures_and_one_whose_name_is_a_day() -> None:
    figures = "<p class='author'>24 Minutes with AFP</p>"
    assert authors(figures, lang="en", site="24 Minutes") == ("24 Minutes with AFP",)
    day = "<p class='author'>كتب: الأفق اليوم الخميس 05-03-2026</p>"
    assert authors(day, site="الأفق اليوم") == ("الأفق اليوم",)


@pytest.mark.parametrize(
    ("name", "names"),
    [
        ("(Jane Okafor, 3.5.2026)", (JANE,)),
        ("(Jane Okafor, John Aquin, 3.5.2026)", (JANE, JOHN)),
        ("(see the report, 3.5.2026)", (HOUSE,)),
    ],
)
def test_the_day_in_the_last_brackets(name: str, names: tuple[str, ...]) -> None:
    end = f"<p>The first of the forty buses are to run before the winter comes. {name}</p>"
    assert authors(end=end, head=BY_HOUSE, lang="de", site=HOUSE) == names


@pytest.mark.parametrize(
    ("line", "names"),
    [
        ("<p class='doc__text document_authors'>Анна Соколова, Ольга Мельниченко</p>",
         ("Анна Соколова", "Ольга Мельниченко")),
        ("<p class='doc__text document_authors'>Анна Соколова, Казань</p>", ("Анна Соколова",)),
    ],
)  # fmt: skip
def test_a_class_right_below_a_text_that_tells_of_a_namesake(
    line: str, names: tuple[str, ...]
) -> None:
    text = "Мэр города Дарья Соколова сказала, что автобусы выйдут на линии до начала зимы. "
    assert authors(end=line, head=BY_HOUSE, lang="ru", site=HOUSE, text=text) == names


def test_a_person_whom_a_house_calls_its_source() -> None:
    line = "<div class='author-name'>المصدر: <b>سارة أحمد</b></div>"
    assert authors(line, head=BY_HOUSE, site=HOUSE) == ("سارة أحمد",)


def test_who_wrote_stands_before_who_pictured_in_one_line() -> None:
    line = "<p class='credits'><b>Words by</b> Jane Okafor <b>Photography by</b> John Aquin</p>"
    assert authors(line, head=BY_HOUSE, lang="en", site=HOUSE) == (JANE,)


def test_a_house_and_its_agency_in_brackets_stay_whole() -> None:
    line = "<p class='author'>Nord Herald (with AFP)</p>"
    names = authors(line, head=BY_HOUSE, lang="en", site=HOUSE)
    assert names == ("Nord Herald (with AFP)",)
