"""Captions that stand in no element that says so, told by what they say of pictures."""

from __future__ import annotations

import pytest

from pipeline.bodies.picture_credits import ends_credited
from tests.pipeline.bodies.test_body import FIRST, SECOND, THIRD, kept, paragraphs

PICTURE = "<p><img src=/a.jpg width=800 height=450></p>"


def _page(*below: str) -> str:
    return (
        f"<article><h1>A second plant</h1>{paragraphs(FIRST, SECOND)}"
        f"{''.join(below)}{paragraphs(THIRD)}</article>"
    )


@pytest.mark.parametrize(
    "form", ["<p><b>{}</b></p>", "<h6>{}</h6>", "<div>{}</div>", "<h4>{}</h4>", "<p>{}</p>"]
)
@pytest.mark.parametrize(
    "caption",
    [
        "The racks in what was a bakery. (Photo by Lena Holt)",
        "Serverschränke in der alten Bäckerei am Fluss (Foto: L. Holt)",
        "الهاتف الجديد كما ظهر في حفل الإطلاق (نوران)",
        "旧面包房里的服务器机柜和旁边的冷却塔以及更远处的河岸(图/视觉社)",
        "2/7 The tower behind the council's car park",
        "صورة 3: المفصل بعد الفتح",
        "L'ancienne boulangerie la nuit. © Léa Holt",
        "夜の旧パン工場=河田撮影",
        "بيت المضخات عند الغروب. الصورة: ليلى حداد",
        "Насосная вечером. Снимок Л. Холт",
        "Akşam vakti pompa evi. Görsel: L. Kaya",
        "Dawna piekarnia nocą / fot. L. Holt",
        "طالبة تستمع إلى الدرس في قرية جبلية / أ ف ب",
        "The masts that were lifted at noon, as the crew saw them | Photo: A. Lee",
        "The masts that were lifted at noon, as the crew of her saw them. Photo: ABC / Ann Lee",
    ],
)
def test_a_line_below_a_picture_that_says_who_took_it_is_its_caption(
    form: str, caption: str
) -> None:
    assert kept(_page(PICTURE, form.format(caption))) == [FIRST, SECOND, THIRD]


@pytest.mark.parametrize(
    "told",
    [
        "<p><b>The display (inside)</b></p>",
        "<p><b>9/11 and what came after</b></p>",
        "<p>The crew said on Monday that the masts would be up by May. (Reuters)</p>",
        "<p>The crew left early, and nobody has seen it since (for the record).</p>",
        "<p><b>What the crew said at noon (for the most part)</b></p>",
        "<h4>Chapter 3: the racks</h4>",
        "<p><b>The crew – and the masts</b></p>",
        "<p><b>Masts / racks</b></p>",
    ],
)
def test_a_line_below_a_picture_that_tells_something_else_stays(told: str) -> None:
    assert len(kept(_page(PICTURE, told))) == 4
    assert len(kept(_page(told.replace("2/7", "")))) == 4


def test_what_says_who_took_a_picture_stays_where_none_stands_above() -> None:
    heads = _page("<h4>Rooms of a bakery and what is in them (Photo by Lena Holt)</h4>")
    assert len(kept(heads)) == 4


def test_a_sign_that_points_up_stands_for_the_picture_above() -> None:
    assert kept(_page("<p>▲ 旧面包房里的服务器机柜(图源:视觉社)</p>")) == [FIRST, SECOND, THIRD]
    for told in ("▲ 旧面包房里的服务器机柜", "旧面包房里的服务器机柜和旁边的冷却塔(图源:视觉社)。"):
        assert len(kept(_page(f"<p>{told}</p>"))) == 4


def test_a_flash_below_a_picture_in_what_is_called_a_body_is_no_caption() -> None:
    told = "港の橋は三月に閉じる。費用は市が払う。"
    flash = f"<img src=/a.jpg><p>{told}</p><p>【岡本大輔】</p>"
    page = f"<article><h1>A plant</h1><div class=cms-body>{flash}</div><p>{THIRD}</p></article>"
    assert told in kept(page)


def test_a_list_of_as_many_lines_as_pictures_above_it_has_their_captions() -> None:
    lines = "<ul><li>Racks on the ground floor</li><li>Pipes for cooling</li></ul>"
    assert kept(_page(PICTURE, PICTURE, lines)) == [FIRST, SECOND, THIRD]
    assert kept(_page("<div><img src=/a.jpg><img src=/b.jpg></div>", lines)) == [
        *(FIRST, SECOND, THIRD)
    ]
    assert len(kept(_page(PICTURE, lines))) == 5
    told = lines.replace("cooling", "cooling were laid in May.")
    assert len(kept(_page(PICTURE, PICTURE, told))) == 5


def test_two_short_lines_in_a_box_below_a_picture_are_its_caption() -> None:
    box = "<div><img src=/a.jpg></div><div>{}<br>{}</div>"
    page = _page(box.format("The racks at noon", "Reuters via The Quay"))
    assert kept(page) == [FIRST, SECOND, THIRD]
    assert len(kept(_page(box.format("The racks at noon", "Nobody came.")))) > 3


def test_a_line_that_breaks_behind_a_picture_in_a_paragraph_is_its_caption() -> None:
    picture = "<p><img src=/a.jpg><br>{}</p>"
    assert kept(_page(picture.format("The stand of a bakery"))) == [FIRST, SECOND, THIRD]
    for told in ("The stand is a bakery's.", "The racks <br> and the pipes", "<b>The racks</b>"):
        assert len(kept(_page(picture.format(told)))) == 4
    assert len(kept(_page("<p><img src=/a.jpg>The stand<br>of a bakery</p>"))) == 4


@pytest.mark.parametrize(
    "form",
    [
        "<p><em>{}</em></p>",
        "<p><i>{}</i></p>",
        "<p><small>{}</small></p>",
        '<p><span style="font-size:smaller"><em>{}</em></span></p>',
        '<p></p><div style="text-align:center"><span><em><span>{}</span></em></span></div>',
    ],
)
def test_a_slanted_line_right_below_a_picture_is_its_caption(form: str) -> None:
    caption = "The racks stand in what was a bakery."
    assert kept(_page(PICTURE, form.format(caption))) == [FIRST, SECOND, THIRD]


def test_a_slanted_sentence_in_a_heading_right_below_a_picture_is_its_caption() -> None:
    form = "<h2><em>The racks stand in what was <a href='/b'>a bakery</a>{}</em></h2>"
    assert kept(_page(PICTURE, form.format("."))) == [FIRST, SECOND, THIRD]
    assert len(kept(_page(PICTURE, form.format("")))) == 4
    assert len(kept(_page(PICTURE, form.format("?")))) == 4


def test_a_slanted_line_above_all_prose_or_below_none_stays() -> None:
    line = "<p><em>The council has waited for this for a year.</em></p>"
    above = f"<article><h1>A second plant</h1>{PICTURE}{line}{paragraphs(FIRST, SECOND)}</article>"
    told = "The council has waited for this for a year."
    assert told in kept(above)
    assert told in kept(_page(line))


DENSE = [
    "港の古い橋は三月に閉じられ、その費用は市と県とが半分ずつ負担することになったと発表された。",
    "島の人々は毎日三十分も遠回りをしなければならず、店は客が来なくなることを心配しているという。",
    "月曜日からは渡し船が走り、四十人の乗客といくらかの自転車を一度に運ぶことができるようになる。",
]


def _with_pictures(lines: list[str], *below: str) -> str:
    parts = "".join(
        f"<p>{line}</p>{PICTURE}<p>{caption}</p>" if caption else f"<p>{line}</p>"
        for line, caption in zip(lines, below, strict=True)
    )
    return f"<article><h1>A second plant</h1>{parts}<p>{lines[0][:-1]}という。</p></article>"


def test_brief_sentences_that_stand_below_pictures_alone_are_captions() -> None:
    told = [*DENSE, DENSE[0][:-1] + "という。"]
    assert kept(_with_pictures(DENSE, "古い橋。", "島の店。", "")) == told
    assert "古い橋。" in kept(_with_pictures(DENSE, "古い橋。", "", ""))
    assert "古い橋。" in kept(
        _with_pictures(DENSE, "古い橋。", "島の店。", "").replace(
            "</h1>", "</h1><p>橋が閉じる。</p>"
        )
    )
    spaced = _page(PICTURE, "<p>The racks at noon.</p>", f"<p>{FIRST} Again.</p>", PICTURE)
    assert "The racks at noon." in kept(spaced)
    assert kept(
        spaced.replace(PICTURE + "<p>Local", f"{PICTURE}<p>The old bakery.</p><p>Local")
    ) == [*(FIRST, SECOND, f"{FIRST} Again.", THIRD)]


def test_a_text_of_brief_lines_has_some_of_them_below_its_pictures() -> None:
    brief = [f"What the {thing} says" for thing in ("harbour", "old bridge", "council", "ferry")]
    lines = "".join(f"<p>{line}</p>" for line in brief)
    page = _page(PICTURE, "<p>Why the plant matters</p>", lines)
    assert kept(page) == [FIRST, SECOND, "Why the plant matters", *brief, THIRD]
    assert "(a click enlarges it)" not in kept(
        _page(PICTURE, "<p>(a click enlarges it)</p>", lines)
    )


def test_a_line_in_smaller_letters_right_below_a_picture_is_its_caption() -> None:
    caption = "The racks stand in what was a bakery."
    small = f"<p><font style='font-size: 9pt'>{caption}</font></p>"
    assert kept(_page(PICTURE, small)) == [FIRST, SECOND, THIRD]
    assert caption in kept(_page(PICTURE, small.replace("9pt", "14pt")))
    longer = small.replace("bakery.", "bakery, and nobody had thought of the heat that they make.")
    assert kept(_page(PICTURE, small, f"<p>{THIRD} Again.</p>", PICTURE, longer)) == [
        *(FIRST, SECOND, f"{THIRD} Again.", THIRD)
    ]
    own = f"<p><font style='font-size: 9pt'>{FIRST} Again.</font></p>"
    assert caption in kept(_page(PICTURE, small, own))


def test_loose_small_letters_behind_a_box_with_a_picture_are_its_caption() -> None:
    box = "<div style='text-align: center'><img src=/a.jpg></div>"
    line = "<span style='color: grey'>The old bakery. Northern Pictures</span><br><br>"
    text = f"<div class=txt>{box}{line}{FIRST}<br>{SECOND}<br>{THIRD}</div>"
    assert kept(f"<article><h1>A second plant</h1>{text}</article>") == [FIRST, SECOND, THIRD]


@pytest.mark.parametrize(
    "form",
    [
        "<p><span class='ed-h3'>{}</span></p>",
        "<p><span style='font-weight: 700'>{}</span></p>",
        "<p><font style='color: red; font-weight:bold'>{}</font></p>",
    ],
)
def test_a_line_that_looks_like_a_heading_below_a_picture_is_one(form: str) -> None:
    assert "Racks and pipes" in kept(_page(PICTURE, form.format("Racks and pipes")))
    light = form.replace("700", "400").replace("bold", "normal").replace("ed-h3", "ed-p")
    assert "Racks and pipes" not in kept(_page(PICTURE, light.format("Racks and pipes")))


def test_a_slanted_line_below_a_film_that_asks_for_consent_is_its_caption() -> None:
    asks = '<div class="embed-consent"><p>To see this you must allow it.</p></div>'
    film = f'<div class="frame"><iframe src="/film"></iframe>{asks}<button>Allow</button></div>'
    caption = "<p><em>The racks at noon (Video by one of the bakers)</em></p>"
    assert kept(_page(film, caption)) == [FIRST, SECOND, THIRD]


def test_a_line_of_dots_ends_with_no_credit() -> None:
    assert not ends_credited("")
    assert THIRD in kept(_page(PICTURE, "<h4><i>...</i></h4>"))


def test_a_picture_of_an_archive_is_one_by_whoever_took_it() -> None:
    for credit in ("Photo d’illustration Le Courrier/Maxime R", "Photo d'archives"):
        assert ends_credited(f"Le stand au salon. {credit}")
    assert not ends_credited("Le club fera une photo d’archives")


def test_brief_sentences_that_are_all_that_headings_head_are_no_captions() -> None:
    entries = [
        ("Notelet", "A notebook without an account."),
        ("Stride", "Counts steps without the internet."),
    ]
    listed = "".join(f"<h2>{name}</h2>{PICTURE}<p>{told}</p>" for name, told in entries)
    page = f"<article><h1>A second plant</h1>{paragraphs(FIRST, SECOND, THIRD)}{listed}</article>"
    assert kept(page)[3:] == [line for entry in entries for line in entry]


def test_a_text_of_nothing_but_brief_sentences_below_pictures_has_no_captions() -> None:
    told = [
        "The day here starts with a white suit.",
        "A wafer goes through seven hundred steps.",
        "At noon the shifts change places in silence.",
        "Nobody here wears a watch or perfume.",
    ]
    story = "".join(f"{PICTURE}<p>{line}</p>" for line in told)
    assert kept(f"<article><h1>A second plant</h1>{story}</article>") == told


LINE = "The harbour wall as it was before the storm of that winter, and the boats behind it"


@pytest.mark.parametrize(
    "form",
    [
        "<div style='text-align:center'><img src=/a.jpg><br>{}</div>",
        "<div style='text-align:center'><img src=/a.jpg><br>{}<br></div>",
        "<div><a href=/a.jpg><img src=/a.jpg></a>{}<br><br></div>",
    ],
)
def test_a_line_behind_a_picture_in_a_box_between_paragraphs_is_its_caption(form: str) -> None:
    assert kept(_page(form.format(LINE))) == [FIRST, SECOND, THIRD]


def test_a_text_written_in_boxes_keeps_what_stands_behind_a_picture() -> None:
    lines = "".join(f"<div>{each}</div>" for each in (FIRST, SECOND))
    box = f"<div><img src=/a.jpg><br>{LINE}</div>"
    page = f"<article><h1>A second plant</h1>{lines}{box}<div>{THIRD}</div></article>"
    assert LINE in kept(page)
    ended = "The works will begin once the council has voted on the road."
    assert ended in kept(_page(f"<div><img src=/a.jpg><br>{ended}</div>"))


def test_a_long_line_behind_a_picture_in_one_centred_paragraph_is_its_caption() -> None:
    told = (
        "The racks in what was a bakery on the river, where eleven people of the town and two "
        "dogs now watch over the cooling towers in turns of six hours each, as they did last week"
    )
    line = "<p style='text-align:{}'><img src=/a.jpg width=800 height=450><br>{}</p>"
    assert kept(_page(line.format("center", told))) == [FIRST, SECOND, THIRD]
    # what only looks so
    assert kept(_page(line.format("left", told))) == [FIRST, SECOND, told, THIRD]
    assert kept(_page(line.format("center", f"{told}."))) == [FIRST, SECOND, f"{told}.", THIRD]


SHOWN = (
    "<figure><img src=/{0}.jpg width=800 height=450><figcaption>{1} Jane Doe for the Courier"
    "</figcaption></figure><div class='s'><div class='t'>{2}</div></div>"
)
VIEWS = [
    "The new district has seen a burst of building.",
    "Empty offices await those who are to rent them.",
]


def test_a_caption_that_stands_again_below_its_picture_is_none_of_the_text() -> None:
    shown = "".join(SHOWN.format(n, view, view) for n, view in enumerate(VIEWS))
    assert kept(_page(shown)) == [FIRST, SECOND, THIRD]
    told = "".join(SHOWN.format(n, view, f"{view} So it goes.") for n, view in enumerate(VIEWS))
    assert f"{VIEWS[0]} So it goes." in kept(_page(told))
    beside = SHOWN.format(1, VIEWS[0], "") + f"<p>{VIEWS[0]}</p>"
    assert VIEWS[0] in kept(_page(beside))
