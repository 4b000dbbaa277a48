"""Who signs right below the box that holds a text, and above its headline beside the day."""

from __future__ import annotations

import pytest

from tests.pipeline.people.story_page import authors, read

HOUSE = (
    '<script type="application/ld+json">{"@type": "NewsArticle", "headline": "Council passes", '
    '"author": {"@type": "Person", "name": "The Harbour Bell"}}</script>'
)


@pytest.mark.parametrize(
    ("lang", "line", "names"),
    [
        ("fr", "Kossi Agbodjan", ("Kossi Agbodjan",)),
        ("ru", "Велимир Тжебрак", ("Велимир Тжебрак",)),
        ("en", "— Aroha Te Whaiti", ("Aroha Te Whaiti",)),
        ("en", "Kit Farlow is a professor of law at the University of Wick.", ("Kit Farlow",)),
        ("fr", "Jean-Loup Ferracin est professeure de droit à Genève.", ("Jean-Loup Ferracin",)),
        ("es", "*Itxaso Goikoetxeta, economista y consultora", ("Itxaso Goikoetxeta",)),
        ("de", "Jörn Petersdotter und Redaktion Hafenblatt", ("Jörn Petersdotter",)),
        ("ar", "لحسن أوبيهي", ("لحسن أوبيهي",)),
        ("ar", "* غصون باحميد كاتبة وباحثة", ("غصون باحميد",)),
        # what a site says below its texts
        ("en", "|", ()),
        ("vi", "Theo Rade", ()),  # whence the text was taken
        ("vi", "Theo Nguyễn Minh", ("Nguyễn Minh",)),
        ("vi", "Theo Nguyễn Minh, chuyên gia về xe điện, giá sẽ tăng trong năm tới.", ()),
        ("fr", ": :", ()),
        ("ar", "· ·", ()),
        ("en", "Tatum Quill", ()),
        ("en", "Related Articles", ()),
        ("fr", "Notre Sélection", ()),
        ("es", "Nueva York", ()),
        ("ru", "Нижний Новгород", ()),
        ("ar", "مواضيع ذات صلة", ()),
        ("en", "Kit Farlow is a great dancer. Write to us.", ()),
        ("fr", "<a href='/tag/kossi'>Kossi Agbodjan</a>", ()),
    ],
)
def test_a_line_below_the_box_of_a_text(lang: str, line: str, names: tuple[str, ...]) -> None:
    assert authors(behind=f"<p>{line}</p>", lang=lang) == names


def test_whom_the_text_tells_of_signs_nothing_below_it() -> None:
    text = "Kossi Agbodjan a ouvert la séance du conseil, et elle a duré toute la nuit. "
    assert authors(behind="<p>Kossi Agbodjan</p>", lang="fr", text=text) == ()


@pytest.mark.parametrize(
    ("line", "names"),
    [
        ("Written by Kit Farlow", ("Kit Farlow",)),
        ("A line of no name", ("The Harbour Bell",)),
    ],
)
def test_a_person_below_the_text_goes_before_the_house(line: str, names: tuple[str, ...]) -> None:
    page = read(behind=f"<p>{line}</p>", head=HOUSE, lang="en", site="The Harbour Bell")
    assert page.authors == names


@pytest.mark.parametrize(
    ("line", "names"),
    [
        ("<p>Bram Ouwerkerken · 21 January 2026</p>", ("Bram Ouwerkerken",)),
        ("<div><span>By <a href='/p/7'>Xochi Barragan</a></span> <span>4 March 2026</span></div>",
         ("Xochi Barragan",)),
        ("<p>Zorvan Quillsby</p><p>21 January 2026</p>", ()),
    ],
)  # fmt: skip
def test_a_name_beside_the_day_above_the_headline(line: str, names: tuple[str, ...]) -> None:
    page = read(above=line, lang="en")
    assert page.authors == names
    assert page.published is not None


def test_whom_the_text_tells_of_signs_nothing_above_it() -> None:
    text = "Bram Ouwerkerken sings in the hall of the town on the first night of the year. "
    assert authors(above="<p>Bram Ouwerkerken · 21 January 2026</p>", lang="en", text=text) == ()


def test_a_heading_of_another_language_below_a_text_is_nobody() -> None:
    others = "<h3><a href='/1'>Köprü bir yıl kapalı kalacak</a></h3><p>Vapurlar yine çalışıyor.</p>"
    assert authors("<p>Related Posts</p>" + others, lang="tr") == ()
