"""Persons with rare names, told by where they stand and by what stands beside them."""

from __future__ import annotations

import pytest

from tests.pipeline.people.story_page import authors, read

AWS = "آوس الوزاني"


@pytest.mark.parametrize(
    ("box", "names"),
    [
        (f"<div class='l'><b>{AWS}</b></div>", (AWS,)),
        (f"<p>| {AWS}</p>", (AWS,)),
        ("<p>بسمان أيت أوعلي</p>", ("بسمان أيت أوعلي",)),
        # what only looks so
        ("<div class='l'><b>أخبار متعلقة</b></div>", ()),
        ("<div class='l'><b>شارك الخبر</b></div>", ()),
    ],
)
def test_a_rare_name_alone_below_the_box_of_a_text(box: str, names: tuple[str, ...]) -> None:
    assert read(behind=box).authors == names


def test_whom_a_text_speaks_of_signs_nothing_below_it() -> None:
    told = f"قال الوزير {AWS} إن الخطة بدأت. "
    assert read(behind=f"<div class='l'><b>{AWS}</b></div>", lead=told).authors == ()


def test_a_link_to_a_person_of_a_known_family_stands_beside_the_day() -> None:
    link = "<div><a href='/w/{}'>{}</a> 20 نوفمبر 2026</div>"
    assert authors(link.format(7, AWS)) == (AWS,)
    assert authors(link.format(7, "ملف خاص")) == ()
    assert authors(f"<div><a href='/tag/7'>{AWS}</a> 20 نوفمبر 2026</div>") == ()


def test_a_caption_of_an_author_s_figure_names_the_author() -> None:
    figure = "<figure class='{}'><img src=p.jpg alt='{}'><figcaption>{}</figcaption></figure>"
    assert authors(figure.format("author-pic", AWS, AWS)) == (AWS,)
    assert authors(figure.format("main-pic", AWS, AWS)) == ()


@pytest.mark.parametrize(
    ("lang", "line", "names"),
    [
        ("de", "aus Leipzig Jakob Kleinschmidt", ("Jakob Kleinschmidt",)),
        ("de", "aus Protest Jakob Kleinschmidt", ()),
        ("en", "Bjorn Zulu | bzulu@paper.example", ("Bjorn Zulu",)),
        ("en", "News Tips | tips@paper.example", ()),
        ("bn", "লিখেছেন আরিফ হোসেন", ("আরিফ হোসেন",)),
        ("fi", "Teksti Juhani Rautio, kuvat Aino Salmela", ("Juhani Rautio",)),
        ("ar", f"أرسلت بواسطة: {AWS} في 20 نوفمبر 2026", (AWS,)),
        ("ar", f"بقلم {AWS} في الساعة 06:04 - 20 نوفمبر 2026", (AWS,)),
    ],
)
def test_lines_with_a_rare_name(lang: str, line: str, names: tuple[str, ...]) -> None:
    assert authors(f"<p>{line}</p>", lang=lang) == names


def test_an_element_that_is_called_a_name_holds_a_person() -> None:
    assert authors("<span class=name>魏秀英</span><span>晨光网</span>", lang="zh") == ("魏秀英",)
    assert authors("<span class=x>魏秀英</span><span>晨光网</span>", lang="zh") == ()


def test_two_persons_whom_only_a_blank_parts() -> None:
    box = "<div class='authors'>{}</div>"
    assert authors(box.format("Анна Седова Глеб Орлов"), lang="ru") == (
        "Анна Седова",
        "Глеб Орлов",
    )
    assert authors(box.format("Juan Carlos García Pérez"), lang="es") == (
        "Juan Carlos García Pérez",
    )


def test_the_byline_of_another_card_is_no_word_about_the_author() -> None:
    line = "<div><a href='/a/12'>Hannah Clarke</a><span>12 May 2026</span></div>"
    card = "<a href='/n/1'>A bridge for the town by the sea</a><p>By Hannah Clarke</p>"
    others = f"<section class=related>{card}</section>"
    assert authors(line, lang="en", after=others) == ("Hannah Clarke",)
    spoken = "Hannah Clarke, the mayor, said that it was time. "
    assert authors(line, lang="en", lead=spoken) == ()


def test_who_wrote_below_a_text_that_an_account_posted() -> None:
    article = '{"@type": "NewsArticle", "author": {"name": "user7"}}'
    data = f'<script type="application/ld+json">{article}</script>'
    box = f"<div class='bx'><div>نبذة عن الكاتب</div><div>{AWS}</div><div>كاتب صحفي</div></div>"
    assert read(head=data, behind=box).authors == (AWS,)


def test_two_towns_and_who_writes_from_each() -> None:
    line = "<div>القاهرة: شاكر شحاتة الرياض: طارق أبو زيد</div>"
    assert authors(line) == ("شاكر شحاتة", "طارق أبو زيد")


def test_who_posted_what_a_text_shows_is_no_author() -> None:
    post = "<p>— 曾志强 (@acc637)</p>"
    assert read(end=post, lang="zh").authors == ()
    assert read(end="<p>— 曾志强</p>", lang="zh").authors == ("曾志强",)


@pytest.mark.parametrize(
    ("lang", "box", "names"),
    [
        ("en", "<p class=sign><a href='mailto:p@paper.example'>Percival Mbeki</a></p>",
         ("Percival Mbeki",)),
        ("zh", "<p class=sign><a href='mailto:p@paper.example'>余嘉怡</a></p>", ("余嘉怡",)),
        ("en", "<p class=sign><a href='mailto:p@paper.example'>Write to the editors</a></p>", ()),
        ("en", "<p class=sign><a href='/shop'>Percival Mbeki</a></p>", ()),
    ],
)  # fmt: skip
def test_a_mailbox_of_a_person_below_a_text(lang: str, box: str, names: tuple[str, ...]) -> None:
    assert read(behind=box, lang=lang).authors == names


def test_who_is_heard_in_a_player_wrote_nothing() -> None:
    box = "<div class='{}'><strong>{}</strong> <span>Rocío Riquelme</span></div>"
    assert authors(box.format("podcast", "Podcast"), lang="es") == ()
    assert authors(box.format("firma", "Por"), lang="es") == ("Rocío Riquelme",)


def test_what_somebody_heads_is_no_name() -> None:
    line = "<p><em>كاتب المقال صحفي ورئيس مركز الدراسات</em></p>"
    assert read(end=line).authors == ()
    assert authors("<p>إعداد فراس الخزرجي وبمشاركة وداد عبيد</p>") == (
        "فراس الخزرجي",
        "وداد عبيد",
    )


def test_a_dateline_names_a_person_of_a_known_family() -> None:
    assert read(lead="ميرال الرياحي – تونس: ").authors == ("ميرال الرياحي",)
    assert read(lead="اجتماع طارئ – تونس: ").authors == ()


@pytest.mark.parametrize(
    ("lang", "head", "names"),
    [
        ("ar", "المزيد من يارا شرف الدين", ("يارا شرف الدين",)),
        ("en", "More from Hannah Clarke", ("Hannah Clarke",)),
        ("de", "Mehr von Henning Freytag", ("Henning Freytag",)),
        ("en", "More from North Leeds", ()),
        ("ar", "المزيد من أخبار لبنان", ()),
    ],
)
def test_a_heading_that_offers_more_by_somebody(
    lang: str, head: str, names: tuple[str, ...]
) -> None:
    link = "<a href='/n/1'>A bridge for the town by the sea</a>"
    assert read(behind=f"<div class=more><h4>{head}</h4>{link}</div>", lang=lang).authors == names


def test_of_whom_a_text_speaks_more_is_offered_too() -> None:
    link = "<a href='/n/1'>A bridge for the town by the sea</a>"
    box = f"<div class=more><h4>More from Hannah Clarke</h4>{link}</div>"
    spoken = "Hannah Clarke, the singer, said that it was time. "
    assert read(behind=box, lead=spoken, lang="en").authors == ()


def test_a_job_behind_a_bold_name_is_no_part_of_it() -> None:
    box = "<div class=bio><h3>Über den Autor</h3><p><strong>Nurcan Freytag</strong> {}</p></div>"
    read_box = read(behind=box.format("Wirtschaftsredakteur"), lang="de")
    assert read_box.authors == ("Nurcan Freytag",)
