"""Words in a paragraph that nobody sees, marks of notes, and links of headings to themselves."""

from __future__ import annotations

import pytest

from tests.pipeline import satellite_page

FIRST = "The ministry said on Monday that the new satellite will be launched in the spring."
SECOND = "Engineers have tested its antennas for eleven months, and the last trial ended well."
THIRD = "It is to bring the network to villages in the mountains, where no cable has been laid."


def texts_of(body: str) -> list[str]:
    return satellite_page.texts_of(f"<p>{FIRST}</p>{body}", "en")[1:]


@pytest.mark.parametrize(
    "hidden",
    [
        "style='display:none'",
        "style='visibility: hidden'",
        "style='position:absolute;left:-9999px'",
        "style='opacity:0'",
        "style='font-size:1px'",
        "style='color: transparent'",
        "style='display:inline-block;height:0;overflow:hidden'",
        "style='overflow:hidden;max-height:0'",
        "style='transform: scale(0)'",
        "hidden",
        "class='visually-hidden'",
    ],
)
def test_words_that_nobody_sees_leave_no_trace(hidden: str) -> None:
    mark = f"<span {hidden}>copied for reader 4711</span>"
    body = f"<p>{SECOND[:-1]}{mark}.</p><p>{THIRD[:20]}{mark}{THIRD[20:]}</p>"
    assert texts_of(body) == [SECOND, THIRD]


@pytest.mark.parametrize(
    "style",
    ["font-size:12px", "opacity:0.8", "color:transparent;background:url(x.png)", "height:10px"],
)
def test_words_that_are_seen_stay(style: str) -> None:
    body = f"<p>{SECOND[:12]}<span style='{style}'>{SECOND[12:30]}</span>{SECOND[30:]}</p>"
    assert texts_of(f"{body}<p>{THIRD}</p>") == [SECOND, THIRD]


def test_what_moves_in_as_one_scrolls_is_text() -> None:
    body = "".join(f"<p style='opacity:0'>{text}</p>" for text in (SECOND, THIRD))
    assert texts_of(body) == [SECOND, THIRD]


@pytest.mark.parametrize(
    "mark",
    [
        "<sup><a href='#n1'>1</a></sup>",
        "<sup>[<a href='#n1'>12</a>]</sup>",
        "<a href='#n1'><sup>*</sup></a>",
    ],
)
def test_marks_of_notes_are_no_text(mark: str) -> None:
    body = f"<p>{SECOND}{mark}</p><p>{THIRD[:-1]}{mark}.</p>"
    assert texts_of(body) == [SECOND, THIRD]


def test_raised_letters_that_lead_nowhere_stay() -> None:
    line = "The field has 40 km<sup>2</sup>, as the ministry told the press on the same evening."
    assert texts_of(f"<p>{line}</p><p>{THIRD}</p>")[0] == line.replace("<sup>", "").replace(
        "</sup>", ""
    )


def test_the_link_of_a_heading_to_itself_is_no_word_of_it() -> None:
    body = f"<h2 id='next'>What comes next <a href='#next'>Link to this section</a></h2><p>{SECOND}"
    assert texts_of(f"{body}</p><p>{THIRD}</p>")[0] == "What comes next"


@pytest.mark.parametrize(
    ("name", "link"),
    [
        ("", "<a href='#next'><span>Section titled “What comes next”</span></a>"),
        ("what-comes-next", "<a href='#what-comes-next'>Link to this part</a>"),
    ],
)
def test_the_link_behind_a_heading_to_it_is_no_line(name: str, link: str) -> None:
    body = f"<div><h2 id='{name}'>What comes next</h2>{link}</div><p>{SECOND}</p>"
    assert texts_of(f"{body}<p>{THIRD}</p>") == ["What comes next", SECOND, THIRD]


CODE = "SELECT name FROM ledger WHERE booked_at > now();"


@pytest.mark.parametrize(
    "box",
    [
        "<div><button title='Copy'></button><span>sql</span><pre>{}</pre></div>",
        "<div><div>sql</div><pre>{}</pre><div>1<br>2</div></div>",
    ],
)
def test_the_language_of_a_piece_of_code_is_no_line(box: str) -> None:
    below = f"<div>{SECOND}</div>{box.format(CODE)}<div>{THIRD}</div>"
    assert texts_of(below) == [SECOND, CODE, THIRD]


@pytest.mark.parametrize(
    ("before", "behind"),
    [("Then:", ""), ("Then run", ""), ("src/index.js", ""), ("Then", f"<div>{THIRD}</div>")],
)
def test_what_leads_to_a_piece_of_code_stays(before: str, behind: str) -> None:
    box = f"<div><div>{before}</div><pre>{CODE}</pre>{behind}</div>"
    assert before in texts_of(f"<div>{SECOND}</div>{box}<div>{THIRD}</div>")


@pytest.mark.parametrize(
    ("lines", "read"),
    [
        ("<span class='ln'>1</span>a = 1\n<span class='ln'>2</span>b = 2", "a = 1\nb = 2"),
        ("<code><a href='#l-7'>7</a> a = 1\n<a href='#l-8'>8</a> b = 2\n</code>", " a = 1\n b = 2"),
        ("<span>1</span> + 2\n<span>3</span> + 4", "1 + 2\n3 + 4"),
        ("<span>1</span> + <span>2</span>\n3 + 4", "1 + 2\n3 + 4"),
        ("a[<span>1</span>]\na[<span>2</span>]", "a[1]\na[2]"),
        (
            "<a>1</a>a = <b>1</b>\n<a>2</a>b = <i>9</i>",
            "a = 1\nb = 9",
        ),
        ("<span>1</span> apple\n<span>2</span> pears", "1 apple\n2 pears"),
        ("<span>1</span>, Anna\n<span>2</span>, Bert", "1, Anna\n2, Bert"),
        ("<span class='mi'>1</span> Anna\n<span class='mi'>2</span> Bert", "1 Anna\n2 Bert"),
        ("<span>1</span>\n<span>2</span>\n<span>3</span>", "1\n2\n3"),
    ],
)
def test_the_numbers_of_the_lines_of_a_piece_of_code_are_none_of_it(lines: str, read: str) -> None:
    below = f"<div>{SECOND}</div><div><pre>{lines}</pre></div><div>{THIRD}</div>"
    assert texts_of(below) == [SECOND, read, THIRD]


def test_a_heading_that_is_such_a_link_stays() -> None:
    body = f"<h2 id='next'><a href='#next'>What comes next</a></h2><p>{SECOND}</p><p>{THIRD}</p>"
    assert texts_of(body)[0] == "What comes next"


def test_struck_words_with_others_in_their_place_go() -> None:
    body = f"<p>{SECOND[:30]}<del>eleven</del><ins>{SECOND[30:]}</ins></p>"
    assert texts_of(f"{body}<p>{THIRD}</p>") == [SECOND, THIRD]
    struck = f"<p><del>{SECOND}</del> So it said.</p><p>{THIRD}</p>"
    assert texts_of(struck) == [f"{SECOND} So it said.", THIRD]


def test_what_shows_above_a_chinese_word_leaves_no_blank() -> None:
    line = "学校将首先使用这项服务，{}随后是九个地区的诊所和邮局，费用尚未确定。"
    tip = '<span class="share">分享</span>'
    assert line.format("") in texts_of(f"<p>{line.format(tip)}</p><p>{THIRD}</p>")
