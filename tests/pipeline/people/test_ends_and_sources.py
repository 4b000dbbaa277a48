"""Who signs in brackets at an edge of a text, behind a label of sources, or in items of boxes."""

from __future__ import annotations

import pytest
from story_page import TEXT, authors, read

ZH = "市议会周三晚上通过了一项计划，将在道路上投入四十辆公交车。"
DE = (
    "Der Rat hat am Mittwochabend einen Plan beschlossen, der vierzig Busse auf die Straße bringt. "
)
UR = "شہری کونسل نے بدھ کی شام چالیس بسوں پر مشتمل نیا منصوبہ منظور کر لیا ہے۔ "
DAY = "<time datetime='2026-11-20'>20 November 2026</time>"
HOUSE = (
    '<meta property="og:site_name" content="The Courier"><meta name="author" content="The Courier">'
)


@pytest.mark.parametrize("label", ["记者 ", "本报记者", "青湾日报记者：", "实习记者 "])
def test_reporters_in_brackets_at_the_end_wrote_what_another_edited(label: str) -> None:
    end = f"<p>{ZH}（{label}林亦舒 段思远）</p><div>责任编辑：顾明哲</div>"
    assert authors(lang="zh", text=ZH, end=end) == ("林亦舒", "段思远")


def test_other_brackets_at_the_end_of_a_chinese_text_tell_no_reporter() -> None:
    assert authors(lang="zh", text=ZH, end=f"<p>{ZH}（图片由青湾博物馆提供）</p>") == ()


@pytest.mark.parametrize("signed", ["(Svenja Abel)", "(Svenja Abel und Jan Becker)"])
def test_a_person_in_brackets_behind_the_last_sentence_signs(signed: str) -> None:
    names = tuple(signed.strip("()").split(" und "))
    assert authors(lang="de", text=DE, end=f"<p>{DE}{signed}</p>") == names
    assert authors(lang="de", text=DE, head=HOUSE, end=f"<p>{DE}{signed}</p>") == names


@pytest.mark.parametrize(
    "end",
    [
        f"{DE}(Foto: Svenja Abel)",
        f"Svenja Abel leitet das Amt. {DE}(Svenja Abel)",
        f"{DE}(Bearbeitet von Svenja Abel)",
        "„Vierzig Busse sind genug.“ (Svenja Abel)",
        f"{DE}(Hohe Straße)",
    ],
)
def test_who_pictured_edited_said_or_did_something_does_not(end: str) -> None:
    assert authors(lang="de", text=DE, end=f"<p>{end}</p>") == ()


@pytest.mark.parametrize(
    ("lang", "text", "line", "name"),
    [
        ("ur", UR, "کراچی (رپورٹ: بلال اعوان)", "بلال اعوان"),
        ("ar", TEXT, "بيروت (تقرير: سارة أحمد)", "سارة أحمد"),
    ],
)
def test_a_label_and_a_person_in_brackets_behind_the_place(
    lang: str, text: str, line: str, name: str
) -> None:
    assert authors(lang=lang, text=text, first=f"<p><b>{line}</b></p>") == (name,)


@pytest.mark.parametrize("end", ["كتبها: باسم قاسم", "كتبها: سارة أحمد"])
def test_a_label_of_authors_below_the_text_of_a_house(end: str) -> None:
    head = HOUSE.replace("The Courier", "تكنو دلتا")
    byline = '<ul><li itemprop="author"><a href="/author/td/"><span>تكنو دلتا</span></a></li></ul>'
    signed = authors(byline, head=head, end=f"<p>{end}</p>")
    assert signed == (end.removeprefix("كتبها: "),)


@pytest.mark.parametrize(
    ("lang", "line", "agency"),
    [
        ("fa", "منبع: ایسنا", "ایسنا"),
        ("ru", "Источник: ТАСС", "ТАСС"),
        ("pl", "Źródło: PAP", "PAP"),
        ("hi", "स्रोत: रॉयटर्स", "रॉयटर्स"),
        ("ar", "المصدر: واع", "واع"),
        ("en", "Source: Reuters", "Reuters"),
    ],
)
def test_an_agency_behind_a_label_of_sources_below_the_headline(
    lang: str, line: str, agency: str
) -> None:
    apart = f"<div><span>{line}</span> {DAY} <span>4 min</span><button>Save</button></div>"
    assert authors(apart, lang=lang) == (agency,)
    assert authors(f"<font>20.11.2026, 10:20 <br>{line}</font>", lang=lang) == (agency,)


@pytest.mark.parametrize(
    ("lang", "line", "agencies"),
    [
        ("ar", "المصدر: وفا", ("وفا",)),
        ("ar", "المصدر: رويترز، أ.ف.ب", ("رويترز", "أ.ف.ب")),
        ("ar", "المصدر: وكالات", ("وكالات",)),
        ("en", "Source: AFP", ("AFP",)),
        ("pt", "Fonte: Agência Brasil", ("Agência Brasil",)),
        ("de", "Quelle: dpa", ("dpa",)),
        # what only looks so
        ("en", "Source: the harbour board", ()),
        ("ar", "المصدر: وزارة النقل", ()),
    ],
)
def test_agencies_behind_a_label_of_sources_below_a_text(
    lang: str, line: str, agencies: tuple[str, ...]
) -> None:
    end = f"<p>{line}</p>"
    assert authors(lang=lang, end=end) == agencies
    assert authors('<p class="byline">سارة أحمد</p>', lang=lang, end=end) == ("سارة أحمد",)
    by_house = '<p class="byline"><a rel="author" href="/about">The Courier</a></p>'
    assert authors(by_house + DAY, lang=lang, end=end, head=HOUSE) == ("The Courier",)


def test_a_label_of_sources_before_anybody_else_signs_nothing() -> None:
    assert authors(f"<div>Source: the harbour board</div>{DAY}", lang="en") == ()


def test_persons_in_boxes_that_are_told_to_be_items() -> None:
    items = "".join(
        f'<div role="listitem"><div>{name}</div></div>' for name in ("سارة أحمد", "عمر الشهابي")
    )
    below = f'<div><div role="list">{items}</div></div><div>20 نوفمبر 2026</div>'
    assert authors(below) == ("سارة أحمد", "عمر الشهابي")


@pytest.mark.parametrize("head", ["Le point de vue de Claire Moreau", "L'analyse de Jean Dupont"])
def test_a_heading_amid_a_text_that_tells_whose_view_follows_signs_nothing(head: str) -> None:
    text = "Le conseil a adopté mercredi soir un plan qui met quarante bus sur les routes. "
    found = read(lang="fr", text=text, end=f"<h2>{head}</h2><p>{text * 3}</p>")
    assert found.authors == ()
    assert head in [block.text for block in found.blocks]


@pytest.mark.parametrize(
    ("lang", "line"),
    [
        ("ar", "ترجمها عن الإنكليزية دعاء الخطيب."),
        ("ar", "الترجمة عن الإسبانية: سارة أحمد"),
        ("en", "Translated from the Arabic by Sarah Jones."),
        ("fr", "Traduit de l'anglais par Claire Moreau."),
        ("de", "Aus dem Englischen von Jan Becker."),
        ("es", "Traducción de Ana Prieto."),
        ("ru", "Перевела с арабского Анна Иванова."),
    ],
)
def test_a_translator_in_a_last_line_that_ends_as_a_sentence_goes(lang: str, line: str) -> None:
    text = {"ar": TEXT, "de": DE}.get(lang, "The council passed a plan for forty buses. ")
    found = read(lang=lang, text=text, end=f"<p>{line}</p>")
    assert line not in [block.text for block in found.blocks]


@pytest.mark.parametrize(
    "line",
    [
        "Aus dem Englischen von gestern lernt man wenig.",
        "Übersetzung braucht vor allem Zeit und Geduld.",
    ],
)
def test_a_last_sentence_that_begins_as_a_label_stays(line: str) -> None:
    found = read(lang="de", text=DE, end=f"<p>{line}</p>")
    assert line in [block.text for block in found.blocks]


@pytest.mark.parametrize(
    "line",
    [
        "Buse Erdinç, «Вестник»", "Buse Erdinç, „Der Bote“",
        "Buse Erdinç LDRS", "Buse Erdinç BBC",
    ],
)  # fmt: skip
def test_a_house_in_signs_or_capitals_behind_a_name(line: str) -> None:
    below = f"<div class='author'>{line}</div>"
    assert authors(below, lang="tr", text=DE) == ("Buse Erdinç",)


@pytest.mark.parametrize(
    ("line", "names"),
    [
        ("JANE DOE, MADONNA", ("JANE DOE", "MADONNA")),
        ("Jane Doe, REUTERS", ("Jane Doe", "REUTERS")),
        ("Marie Claire ROUX", ("Marie Claire ROUX",)),
        ("John Smith III", ("John Smith III",)),
    ],
)
def test_names_in_capitals_are_no_place_and_no_house(line: str, names: tuple[str, ...]) -> None:
    assert authors(f"<div class='author'>{line}</div>", lang="en") == names


def test_who_writes_for_the_house_by_a_line_below_its_text() -> None:
    head = HOUSE.replace("The Courier", "Folha da Barra")
    text = "O conselho aprovou na noite de quarta-feira um plano que põe ônibus nas ruas. "
    end = "<p><em>João Pedro Siqueira é repórter da Folha da Barra</em></p>"
    assert authors(lang="pt", text=text, head=head, end=end) == ("João Pedro Siqueira",)
