"""What stands amid a text's paragraphs, in the markup of systems and of scripts, each with what
stands around it."""

from __future__ import annotations

import pytest

from pipeline.extract import extract_article
from pipeline.memory import EMPTY
from pipeline.records import Article, Page
from tests.pipeline import satellite_page
from tests.pipeline.satellite_page import NOW, TEXT, paragraphs


def lines_of(inside: str) -> list[str]:
    return satellite_page.texts_of(inside, "en")


def test_one_caption_below_each_picture_of_an_album_ends_no_text() -> None:
    picture = '<div><img src="a.jpg"><p>The base in the south in March</p></div>'
    album = f'<div class="gallery">{picture * 3}</div>'
    assert lines_of(paragraphs(*TEXT[:3]) + album + paragraphs(*TEXT[3:])) == [*TEXT]


def test_what_shows_above_a_word_is_none_of_its_sentence() -> None:
    tip = '<span tabindex="0"><span role="tooltip">What sends and hears waves</span></span>'
    told = TEXT[1].replace("antennas", f"antennas{tip}")
    assert lines_of(paragraphs(TEXT[0], told, *TEXT[2:])) == [*TEXT]


def test_readings_beside_characters_are_none_of_a_sentence() -> None:
    told = TEXT[1].replace(
        "antennas", "<ruby>antennas<rp>(</rp><rt>an-ten-as</rt><rp>)</rp></ruby>"
    )
    assert lines_of(paragraphs(TEXT[0], told, *TEXT[2:])) == [*TEXT]


UNFOLDED = '<div style="display:none">{}</div>'


def test_the_rest_that_a_button_below_it_unfolds_is_text() -> None:
    rest = UNFOLDED.format(paragraphs(*TEXT[3:])) + "<button>Read more</button>"
    assert lines_of(paragraphs(*TEXT[:3]) + rest) == [*TEXT]


def test_what_is_hidden_without_a_button_or_with_links_is_none() -> None:
    linked = [f'{text} <a href="/other">More</a>' for text in TEXT[3:]]
    for hidden, below in ((TEXT[3:], ""), (linked, "<button>Read more</button>")):
        rest = UNFOLDED.format(paragraphs(*hidden)) + below
        assert lines_of(paragraphs(*TEXT[:3]) + rest) == [*TEXT[:3]]


def test_answers_that_buttons_unfold_are_text() -> None:
    parts = "".join(
        f"<button>{asked}</button><div><p>{text}</p></div>"
        for asked, text in (("When?", TEXT[2]), ("For whom?", TEXT[3]))
    )
    inside = paragraphs(*TEXT[:2]) + f"<div>{parts}</div>" + paragraphs(*TEXT[4:])
    asked = [*TEXT[:2], "When?", TEXT[2], "For whom?", *TEXT[3:]]
    assert lines_of(inside) == asked


def test_a_button_that_is_all_of_a_heading_is_a_heading() -> None:
    head = '<h3><button aria-expanded="{}">{}</button></h3>'
    inside = paragraphs(*TEXT[:2]) + head.format("true", "When will it be launched?")
    inside += paragraphs(TEXT[2]) + '<h3>What it costs <button aria-controls="x">Copy</button></h3>'
    inside += paragraphs(TEXT[3]) + "<h3><button>Share</button></h3>" + paragraphs(*TEXT[4:])
    kept = [*TEXT[:2], "When will it be launched?", TEXT[2], "What it costs", *TEXT[3:]]
    assert lines_of(inside) == kept


def test_a_text_in_two_sections_below_its_headline_is_whole() -> None:
    page = (
        "<html lang='en'><head><title>New satellite in the spring</title></head><body>"
        "<h1>New satellite in the spring</h1>"
        f"<section>{paragraphs(*TEXT[:2])}</section><section>{paragraphs(*TEXT[2:])}</section>"
    )
    url = "https://news.example/2026/satellite"
    found = extract_article(Page(url, url, page.encode(), NOW, charset="utf-8"), EMPTY, NOW)
    assert isinstance(found, Article)
    assert [block.text for block in found.blocks] == [*TEXT]


def test_a_figure_below_its_term_stays() -> None:
    facts = "<dl><dt>Range</dt><dd>400 km</dd><dt>Antennas</dt><dd>12</dd></dl>"
    kept = [*TEXT[:3], "Range", "400 km", "Antennas", "12", *TEXT[3:]]
    assert lines_of(paragraphs(*TEXT[:3]) + facts + paragraphs(*TEXT[3:])) == kept


DATED = (
    '<li>5 March 2026 <a href="/2026/a">Phone prices fall again this week</a></li>'
    '<li>4 March 2026 <a href="/2026/b">New chip plant opens in the north</a></li>'
)
BEGUN = (
    '<p><a href="/2026/a">Phone prices fall again this week</a><br>The first shops in the…</p>'
    '<p><a href="/2026/b">New chip plant opens in the north</a><br>Nine hundred people are…</p>'
)


def test_days_with_links_below_a_text_lead_to_others() -> None:
    assert lines_of(paragraphs(*TEXT) + f"<ul>{DATED}</ul>") == [*TEXT]


def test_days_with_links_amid_a_text_are_its_chronicle() -> None:
    found = lines_of(paragraphs(*TEXT[:3]) + f"<ul>{DATED}</ul>" + paragraphs(*TEXT[3:]))
    assert len(found) == len(TEXT) + 2


def test_headlines_with_what_is_broken_off_below_a_text_are_of_others() -> None:
    assert lines_of(paragraphs(*TEXT) + BEGUN) == [*TEXT]


def test_a_last_line_that_is_broken_off_stays() -> None:
    begun = '<p><a href="/2026/a">Phone prices fall again this week</a></p><p>And then silence…</p>'
    assert lines_of(paragraphs(*TEXT) + begun)[-1] == "And then silence…"


ANSWER = '<div><h3><button aria-expanded="false">{}</button></h3><div hidden><p>{}</p></div></div>'


def test_several_answers_below_headings_that_unfold_them_are_text() -> None:
    parts = ANSWER.format("When?", TEXT[2]) + ANSWER.format("For whom?", TEXT[3])
    inside = paragraphs(*TEXT[:2]) + parts + paragraphs(*TEXT[4:])
    assert lines_of(inside) == [*TEXT[:2], "When?", TEXT[2], "For whom?", TEXT[3], *TEXT[4:]]


def test_one_hidden_part_or_one_with_links_is_none() -> None:
    one = ANSWER.format("About this story", "Two reporters worked on it for nine weeks in all.")
    assert lines_of(paragraphs(*TEXT[:5]) + one + paragraphs(TEXT[5])) == [*TEXT]
    linked = '<a href="/other">All about the new satellites of the ministry and of others</a>.'
    inside = paragraphs(*TEXT[:5]) + ANSWER.format("More", linked) * 2 + paragraphs(TEXT[5])
    assert TEXT[4] in lines_of(inside)
    assert "All about" not in " ".join(lines_of(inside))


@pytest.mark.parametrize("day", ["5 March 2026", "March 5, 2026", "5 مارس 2026", "2026年3月5日"])
def test_the_day_behind_the_last_sentence_is_no_text(day: str) -> None:
    assert lines_of(paragraphs(*TEXT[:5], f"{TEXT[5]} {day}")) == [*TEXT]


def test_who_wrote_and_when_in_a_list_below_a_text_is_no_text() -> None:
    facts = "<ul><li>By Jane Doe</li><li>5 March 2026</li></ul>"
    assert lines_of(paragraphs(*TEXT) + facts) == [*TEXT]


def test_days_that_a_text_lists_stay() -> None:
    days = "<ul><li>5 March 2026</li><li>9 April 2026</li></ul>"
    assert len(lines_of(paragraphs(*TEXT) + days)) == len(TEXT) + 2
    ends = "It is planned for the last day of winter, 5 March 2026"
    assert lines_of(paragraphs(*TEXT[:5], f"{TEXT[5]} {ends}"))[-1].endswith(ends)


JAPANESE = (
    "総務省は月曜日、新しい通信衛星を来年春に南部の基地から打ち上げると発表した。",
    "技術者は十一か月にわたってアンテナの試験を続け、最後の試験は問題なく終わった。",
    "まず学校が対象となり、その後、九つの地区の診療所や郵便局にも広げられる。",
    "最初の衛星の性能が確かめられれば、その翌年に二機目が打ち上げられる予定だ。",
)


def test_a_first_sentence_that_is_a_link_is_text_in_scripts_without_blanks_too() -> None:
    first = f'<a href="/source">{JAPANESE[0]}</a>'
    assert lines_of(paragraphs(first, *JAPANESE[1:])) == [*JAPANESE]


@pytest.mark.parametrize("by", ["<cite>Jane Doe</cite>", "<footer>— Jane Doe</footer>", ""])
def test_a_quotation_above_the_paragraph_that_it_is_drawn_from_goes(by: str) -> None:
    drawn = f"<blockquote><p>{TEXT[4]}</p>{by}</blockquote>"
    assert lines_of(paragraphs(*TEXT[:2]) + drawn + paragraphs(*TEXT[2:])) == [*TEXT]


@pytest.mark.parametrize("by", ["<cite>Jane Doe</cite>", "<footer>Jane Doe, engineer</footer>"])
def test_a_sentence_of_the_text_that_is_set_above_whose_it_is_goes(by: str) -> None:
    told = f"{TEXT[3]} {TEXT[4]}"
    drawn = f"<div><blockquote><div>{TEXT[3]}</div>{by}</blockquote></div>"
    lines = lines_of(paragraphs(*TEXT[:3], told) + drawn + paragraphs(TEXT[5]))
    assert lines == [*TEXT[:3], told, TEXT[5]]
    announced = f"<p>{TEXT[2]} It says:</p>{drawn}"
    assert TEXT[3] in lines_of(paragraphs(*TEXT[:2]) + announced + paragraphs(told, TEXT[5]))
    alone = f"<blockquote><p>{TEXT[3]}</p></blockquote>"
    assert TEXT[3] in lines_of(paragraphs(*TEXT[:3]) + alone + paragraphs(told, TEXT[5]))


def test_who_says_a_quotation_that_stands_there_alone_stays() -> None:
    said = f"<blockquote><p>{TEXT[2]}</p><footer>— Jane Doe</footer></blockquote>"
    lines = lines_of(paragraphs(*TEXT[:2]) + said + paragraphs(*TEXT[3:]))
    assert lines == [*TEXT[:3], "— Jane Doe", *TEXT[3:]]


CHINESE = (
    "该部周一宣布，新卫星将于明年春天从该国南部的一个基地发射。",
    "工程师们用了十一个月测试卫星天线，最后一次试验顺利结束。",
    "这颗卫星将为至今没有铺设电缆的山区村庄提供互联网服务。",
    "部长在会后对记者表示，接入费用目前尚未确定。",
    "学校将首先使用这项服务，随后是九个地区的诊所和邮局。",
)


def test_a_short_line_in_a_box_between_chinese_paragraphs_is_no_text() -> None:
    inside = paragraphs(*CHINESE[:3]) + "<div>北部的工厂</div>" + paragraphs(*CHINESE[3:])
    assert satellite_page.texts_of(inside, "zh") == [*CHINESE]


def test_a_sentence_between_paragraphs_whose_tags_are_lost_is_text() -> None:
    inside = paragraphs(*CHINESE[:3]) + CHINESE[3] + "</p>" + paragraphs(CHINESE[4])
    assert satellite_page.texts_of(f"<div class=a>{inside}</div>", "zh") == [*CHINESE]
    brief = "Nobody was hurt in the trial."
    inside = paragraphs(*TEXT[:3]) + brief + "</p>" + paragraphs(*TEXT[3:])
    assert brief in lines_of(f"<div class=a>{inside}</div>")


GOODS = "<div><img src=a.jpg><h4>Harbour X200</h4><p>{}</p><a href='{}'{}>To the shop</a></div>"


@pytest.mark.parametrize(
    "goods",
    [
        GOODS.format("$499", "https://shop.example/x", ""),
        GOODS.format("499 دولارا", "https://shop.example/x", ""),
        GOODS.format("Our pick", "https://shop.example/x", " rel='sponsored nofollow'"),
    ],
)
def test_a_thing_with_its_price_and_a_link_to_a_shop_is_no_text(goods: str) -> None:
    assert lines_of(paragraphs(*TEXT[:3]) + goods + paragraphs(*TEXT[3:])) == [*TEXT]


def test_entries_of_a_test_with_links_to_shops_stay() -> None:
    goods = (
        "<div><img src=a.jpg><h3>Harbour X{0}</h3><p>${0}</p><a href=/x>Shop</a></div><p>{1}</p>"
    )
    entries = "".join(goods.format(at * 100, text) for at, text in enumerate(TEXT[1:4], 1))
    lines = lines_of(paragraphs(TEXT[0]) + entries + paragraphs(*TEXT[4:]))
    assert all(f"Harbour X{at}00" in lines for at in (1, 2, 3))
    assert all(text in lines for text in TEXT)


def test_a_chinese_sentence_that_a_box_repeats_is_drawn_from_the_text() -> None:
    drawn = f"<blockquote><p>{CHINESE[3]}</p></blockquote>"
    inside = paragraphs(*CHINESE[:2]) + drawn + paragraphs(*CHINESE[2:])
    assert satellite_page.texts_of(inside, "zh") == [*CHINESE]


def test_a_form_around_a_text_but_not_its_long_headline_is_the_text() -> None:
    head = "<h1>The ministry launches a new satellite in the spring</h1>"
    form = f"<form><input type=hidden name=v>{paragraphs(*TEXT)}</form>"
    page = f"<html><title>A satellite</title><body><div>{head}{form}</div></body></html>"
    url = "https://news.example/2026/satellite"
    found = extract_article(Page(url, url, page.encode(), NOW, charset="utf-8"), EMPTY, NOW)
    assert isinstance(found, Article)
    assert [block.text for block in found.blocks] == [*TEXT]
