"""Days in lists of other articles below the text are never this article's."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest

from pipeline.days.dates import extract_dates
from pipeline.declared.metadata import read_metadata
from pipeline.page.html import parse_text

NOW = datetime(2026, 11, 25, 12, tzinfo=UTC)
LONG = "The laboratory opened in the old harbour with fifty people from several countries, it says."
FIRST, SECOND = "A new phone for the spring", "Chips are dear again this year"


@pytest.mark.parametrize(
    "others",
    [
        f"<div>2 May 2019 <a href='/1'>{FIRST}</a><br>3 May 2019 <a href='/2'>{SECOND}</a></div>",
        f"<table><tr><td>2 May 2019</td><td><a href='/1'>{FIRST}</a></td></tr>"
        f"<tr><td>3 May 2019</td><td><a href='/2'>{SECOND}</a></td></tr></table>",
        f"<div><h4><a href='/1'>{FIRST}</a></h4><small>2 May 2019</small>"
        f"<h4><a href='/2'>{SECOND}</a></h4><small>3 May 2019</small></div>",
        "<aside class='related'><ul><li><a href='/1'>Phones</a> <time datetime='2019-05-02'>"
        "2 May 2019</time></li></ul></aside>",
        "<div><h3>مواضيع ذات صلة</h3><ul><li><a href='/1'>هاتف</a> <i>2 مايو 2019</i></li></ul>"
        "</div>",
        "<div class='said'><div><b>Luc</b> <i>12 nov. 2026 10:12</i><p>Merci.</p></div>"
        "<div><b>Zoé</b> <i>3 nov. 2026 08:02</i><p>Et le prix ?</p></div></div>",
        "<div class='pn'><a href='/1'>The phone of the spring</a><i>11.11.2026</i>"
        "<a href='/2'>The chip of the summer</a><i>14.11.2026</i></div>",
        "<div class='x'><h4>Months</h4><ul><li><a href='/2026/10'>October 2026</a></li>"
        "<li><a href='/2026/11/12'>12 November 2026</a></li></ul></div>",
        "<div class='x'><h3>1</h3><div><b>Luc</b> 12 novembre 2026 10:12<p>Merci!</p></div></div>",
        "<h3>Related articles</h3><ul><li><a href='/1'>Phones</a> <i>2 May 2019</i></li></ul>",
    ],
)
@pytest.mark.parametrize("inside", [True, False])
def test_a_list_below_the_text_has_no_day_of_this_article(others: str, inside: bool) -> None:
    within, behind = (others, "") if inside else ("", others)
    html = f"<article><h1>A story of note</h1><p>{LONG}</p><p>{LONG}</p>{within}</article>{behind}"
    doc = parse_text(html, "https://news.example/story")
    assert extract_dates(doc, read_metadata(doc), None, NOW).published is None


def test_a_day_at_the_end_of_the_text_is_its_own() -> None:
    html = (
        f"<article><h1>A story of note</h1><p>{LONG}</p><p>{LONG}</p><div class='date'>"
        "2 May 2019 in <a href='/tech'>Tech</a></div><h3>Related articles</h3>"
        f"<ul><li><a href='/1'>{FIRST}</a> <i>9 May 2019</i></li></ul></article>"
    )
    doc = parse_text(html, "https://news.example/story")
    published = extract_dates(doc, read_metadata(doc), None, NOW).published
    assert published is not None
    assert published.value == date(2019, 5, 2)


def _published(body: str) -> date | datetime | None:
    doc = parse_text(f"<article><h1>A story of note</h1>{body}</article>", "https://news.example/s")
    published = extract_dates(doc, read_metadata(doc), None, NOW).published
    return published.value if published else None


def test_a_sentence_about_a_day_tells_no_publication() -> None:
    told = "On 3 March 2027 the works begin, and on 12 December 1998 the last box was opened here."
    lines = f"<p>{LONG}</p><p>{told}</p><p>{LONG}</p>"
    assert _published(lines) is None
    assert _published(f"<p>{told}</p><p>{LONG}</p><p>{LONG}</p>") is None
    assert _published(f"{lines}<p class='date'>2 May 2019</p>") == date(2019, 5, 2)
    facts = "<p>By Ann Archer in the harbour town of Leeds on 2 May 2019.</p>"
    assert _published(f"{facts}<p>{LONG}</p><p>{LONG}</p>") == date(2019, 5, 2)


@pytest.mark.parametrize(
    "told",
    [
        "2025年5月3日下午，市政府在河边举行仪式，宣布新桥将于本月底前向所有市民开放。",
        "2025年5月3日、市は川沿いで式典を開き、新しい橋が月末までに開放されると発表した。",
    ],
)
def test_a_sentence_without_spaces_tells_no_publication_either(told: str) -> None:
    assert _published(f"<p>{told}</p><p>{told[9:] * 3}</p><p>{told[9:] * 3}</p>") is None
    facts = "<p>2025年5月4日　来源：海滨晚报。</p>"
    assert _published(f"{facts}<p>{told}</p><p>{told[9:] * 3}</p>") == date(2025, 5, 4)


def test_a_list_behind_short_paragraphs_without_spaces_has_no_day_of_this_article() -> None:
    """None of the paragraphs is long, so that nothing tells where the text begins."""
    title = "无需联网即可读取医学影像的设备"
    others = "".join(
        f"<li><a href='/{n}'>{title}{n}</a> <span>{n}/11/2026</span></li>" for n in (2, 3)
    )
    html = (
        f"<main><p>昨天 20:30</p><h1>{title}</h1><p>图像不会离开设备。</p><ul>{others}</ul></main>"
    )
    doc = parse_text(html, "https://news.example/s")
    published = extract_dates(doc, read_metadata(doc), None, NOW).published
    assert published is not None
    assert published.value == datetime(2026, 11, 24, 20, 30)


def test_a_time_ago_right_above_the_headline_is_its_own() -> None:
    html = f"<nav>5 minutes ago</nav><main><p>{{}}</p><h1>A story of note</h1><p>{LONG}</p></main>"
    for told, day in (("3 days ago", date(2026, 11, 22)), ("منذ 40 دقيقة", date(2026, 11, 25))):
        doc = parse_text(html.format(told), "https://news.example/s")
        published = extract_dates(doc, read_metadata(doc), None, NOW).published
        assert published is not None
        assert published.utc.date() == day


def test_the_day_of_reading_above_the_headline_is_no_day_of_the_article() -> None:
    html = f"<main><p>25 November 2026</p><h1>A story of note</h1><p>{LONG}</p></main>"
    doc = parse_text(html, "https://news.example/s")
    assert extract_dates(doc, read_metadata(doc), None, NOW).published is None


@pytest.mark.parametrize(
    "line",
    [
        "<div>Posted on <a href='/2026/05/02'>2 May 2026</a></div>",
        "<div><a href='/s'>2 May 2026</a></div>",  # its own address
        "<div class='foot'><span>2 May 2026</span> <a href='/print'>Print</a></div>",
        "<div><p>2 May 2026</p></div>",
    ],
)
def test_a_line_with_links_below_the_text_may_tell_its_own_day(line: str) -> None:
    html = f"<main><h1>A story of note</h1><p>{LONG}</p><p>{LONG}</p>{line}</main>"
    doc = parse_text(html, "https://news.example/s")
    published = extract_dates(doc, read_metadata(doc), None, NOW).published
    assert published is not None
    assert published.value == date(2026, 5, 2)


def test_a_day_behind_a_label_in_bold_stands_among_facts_though_links_stand_beside_it() -> None:
    links = "".join(f"<a href='/{n}'>{FIRST}</a> " for n in range(3))
    facts = "<ul><li><strong>Datum</strong> 2.5.2019</li><li><b>Topics</b> {}</li></ul>"
    text = f"<p>{LONG}</p><p>{LONG}</p>"
    assert _published(text + facts.format(links)) == date(2019, 5, 2)


@pytest.mark.parametrize(
    "other",
    [
        "<ul><li>Released: 14 September 2026</li><li>Price: 999</li></ul>",
        "<div>Version 2.1 (2026-11-01)</div>",
        "<div><b>Starts</b> 1 November 2026</div>",
        "<div>انتهى التصويت 1 نوفمبر 2026</div>",
        "<div>Law 12 of 3 March 2019</div>",
        "<div><a href='/x'>The phone of the spring is here</a> <span>24/11/2026</span></div>",
    ],
)
@pytest.mark.parametrize(
    "own",
    [
        "<div>12 November 2026</div>",
        "<div>By Jane Doe on 12 November 2026</div>",
        "<div>Thursday, 12 November 2026</div>",
        "<div>Jane Doe | November 12, 2026</div>",
        "<div>Published: 12 November 2026</div>",
    ],
)
def test_a_day_with_a_label_of_its_own_goes_behind_the_one_without(other: str, own: str) -> None:
    html = f"<main><h1>A story of note</h1>{other}{own}<p>{LONG}</p><p>{LONG}</p></main>"
    doc = parse_text(html, "https://news.example/s")
    published = extract_dates(doc, read_metadata(doc), None, NOW).published
    assert published is not None
    assert published.value == date(2026, 11, 12)


def test_a_day_in_a_caption_above_the_text_is_the_pictures() -> None:
    said = "The harbour is seen Tuesday, Nov. 3, 2026, in Orrick."
    caption = f"<figcaption><p>{said}</p></figcaption>"
    box = f"<div class='e_x'><figure><img src='/a.jpg'>{caption}</figure></div>"
    changed = "<div><span>Updated 9:25 AM UTC, November 5, 2026</span></div>"
    html = (
        f"<article><h1>A story of note</h1>{changed}<p>Arlo: $899</p>{box}<p>{LONG}</p></article>"
    )
    doc = parse_text(html, "https://news.example/story")
    found = extract_dates(doc, read_metadata(doc), None, NOW)
    assert found.published is None
    assert found.modified is not None


@pytest.mark.parametrize("joined", ["Joined Mar 3, 2020", "عضو منذ 3 مارس 2020"])
def test_the_day_since_which_a_member_writes_is_no_articles(joined: str) -> None:
    card = f"<div class='c_x'><ul><li>Location: Leeds</li><li>{joined}</li></ul></div>"
    html = f"<article><h1>A story of note</h1><p>{LONG}</p><p>{LONG}</p></article>{card}"
    doc = parse_text(html, "https://news.example/story")
    assert extract_dates(doc, read_metadata(doc), None, NOW).published is None


@pytest.mark.parametrize("heading", ["A story of the harbour", FIRST])
def test_a_forum_s_post_that_is_headed_as_the_page_is_no_card(heading: str) -> None:
    answer = f"<div class=q><p>by <a href='/u/9'>zoe</a> » 12 November 2026</p><i>{LONG}</i></div>"
    post = (
        f"<div class=q><div><h3><a href='/t/4?p=7#p7'>{heading}</a></h3><p>by <a href='/u/1'>jd</a>"
        f" » <time datetime='2026-11-06T09:17'>6 November</time></p><div>{LONG} {LONG}"
        "</div></div></div>"
    )
    page = (
        "<html><head><title>A story of the harbour - Farmers' board</title></head><body><h1>Board"
        f"</h1><h2>A story of the harbour</h2>{post}{answer}</body></html>"
    )
    doc = parse_text(page, "https://board.example/t/4")
    found = extract_dates(doc, read_metadata(doc), None, NOW).published
    own = found is not None and found.value.day == 6
    assert own == (heading != FIRST)


@pytest.mark.parametrize(
    "line",
    ["Today: Monday 14 September 2026", "امروز : دوشنبه - ۲۳ شهریور - ۱۴۰۵", "Сегодня: 14.09.2026"],
)
def test_what_a_page_calls_today_is_no_day_of_its_article(line: str) -> None:
    text = f"<h1>A story of note</h1><p>{LONG}</p><p>{LONG}</p>"
    assert _published(f"<ul><li>{line}</li></ul><article>{text}</article>") is None
    told = "<div>14 September 2026</div>"
    assert _published(f"<article>{told}{text}</article>") == date(2026, 9, 14)


def test_what_is_on_soon_beside_the_article_is_not_its_day() -> None:
    item = "<aside><b>Soon</b><ul><li>General meeting of the club, 14 March 2026</li></ul></aside>"
    html = f"<body><main><h1>{FIRST}</h1><p>{LONG}</p><p>{LONG}</p></main>{{}}</body>"
    url = "https://harbour.example/news/one"
    doc = parse_text(html.format(item), url)
    assert extract_dates(doc, read_metadata(doc), None, NOW).published is None
    two = item.replace("</li>", "</li><li>Fair, 2 May 2026</li>")
    doc = parse_text(html.format(two), url)
    assert extract_dates(doc, read_metadata(doc), None, NOW).published is None
    signed = item.replace("General meeting of the club", "By Jane Doe")
    doc = parse_text(html.format(signed), url)
    assert extract_dates(doc, read_metadata(doc), None, NOW).published is not None


@pytest.mark.parametrize(
    ("lang", "day", "sentence", "value"),
    [
        (
            "ar",
            "الثلاثاء, 11 يونيو, 2024",
            "ونشر المركز ترجمة للتقرير أعدها علي حسن في 12 مارس 2019.",
            (2024, 6, 11),
        ),
        (
            "en",
            "June 11, 2024",
            "The centre published a translation of the report in the spring, on 12 March 2019.",
            (2024, 6, 11),
        ),
        # the only day is the text's own
        (
            "en",
            "Culture",
            "This story was first published by The Conversation on 12 March 2019.",
            (2019, 3, 12),
        ),
    ],
)
def test_a_sentence_tells_when_something_else_was_published(
    lang: str, day: str, sentence: str, value: tuple[int, int, int]
) -> None:
    html = (
        f"<html lang='{lang}'><body><article><h1>A story of note</h1><div class='x'>{day}</div>"
        f"<div class='body'><p>{LONG}</p><p>{sentence}</p><p>{LONG}</p></div>"
        "</article></body></html>"
    )
    doc = parse_text(html, "https://news.example/story")
    published = extract_dates(doc, read_metadata(doc), None, NOW).published
    assert published is not None
    assert published.value == date(*value)


def test_the_printed_issue_is_of_another_day() -> None:
    html = (
        "<html lang='en'><body><article><h1>A story of note</h1><div>February 7, 2025</div>"
        f"<p>{LONG}</p><p>{LONG}</p><p>Published in the print edition of the February 16, 2025, "
        "issue, with the headline “Still Water.”</p></article></body></html>"
    )
    doc = parse_text(html, "https://news.example/story")
    published = extract_dates(doc, read_metadata(doc), None, NOW).published
    assert published is not None
    assert published.value == date(2025, 2, 7)


def test_the_day_of_what_readers_wrote_is_not_that_of_the_page() -> None:
    said = (
        "<section class='x'><header><h2>نظرات</h2></header><ul><li>انتشار یافته: 3</li></ul><div>"
        "<b>کاربر</b> <span>یکشنبه 24 آبان 1405 - 00:58</span></div><div>خوب بود</div></section>"
    )
    html = (
        "<html lang='fa'><body><main><div class='a'><div class='b'>یکشنبه 1 آذر 1405 - 00:39</div>"
        f"</div><div class='c'><h1>A story of note</h1></div><div><p>{LONG}</p><p>{LONG}</p></div>"
        f"{said}</main></body></html>"
    )
    doc = parse_text(html, "https://news.example/story")
    published = extract_dates(doc, read_metadata(doc), None, NOW).published
    assert published is not None
    assert str(published.value).startswith("2026-11-22")


@pytest.mark.parametrize(
    "day",
    [
        "<time datetime='2026-11-02'><a href='/story#comment-2'>2 November 2026</a></time>",
        "<a rel='bookmark' href='#forum12'><time datetime='2026-11-02'>2 November 2026</time></a>",
    ],
)
@pytest.mark.parametrize("box", ["<p>{}</p>", "<div>{}</div><div>Kalle</div>"])
def test_the_day_of_what_a_reader_wrote(day: str, box: str) -> None:
    text = f"<h1>{FIRST}</h1><div><p>{LONG}</p></div><div class='c2'>{box.format(day)}</div>"
    doc = parse_text(f"<body><main>{text}</main></body>", "https://quay.example/story")
    assert extract_dates(doc, read_metadata(doc), None, NOW).published is None


def test_a_list_of_brief_links_with_days_below_a_brief_text_has_no_day_of_this_article() -> None:
    item = "<li><b>0{}</b><div><a href='/{}'>{}</a> <span>2026-11-{}</span></div></li>"
    rows = [(1, "a", "Rain", "07"), (2, "b", "Snow", "05")]
    items = "".join(item.format(*row) for row in rows)
    assert _published(f"<p>It rained all day.</p><ul>{items}</ul>") is None
    facts = "<li><a href='/by/jane'>Jane Doe</a></li><li><span>2026-11-07</span></li>"
    assert _published(f"<ul>{facts}</ul><p>It rained all day.</p>") == date(2026, 11, 7)


BOX = "<div><a href='{}'>{}</a><br><span>Posted <i>{}</i></span></div>"


def _boxes(*days: str, form: str = BOX) -> str:
    heads = ("Chips are dear again", "Rain", "A phone")
    told = enumerate(zip(heads, days, strict=True))
    return "".join(form.format(f"/{at}", head, day) for at, (head, day) in told)


def test_boxes_beside_a_text_that_each_link_another_tell_no_day_of_it() -> None:
    days = ("Fri 22 May 2026 06:40:00 CET", "Mon 18 May 2026 15:31:00 CET", "Tue 3 Mar 2026 08:00")
    beside = f"<div class='q1'>{_boxes(*days)}</div>"
    text = f"<p>{LONG}</p><p>{LONG}</p>"
    assert _published(f"{beside}{text}") is None
    marked = "<div><a href='{}'>{}</a><time datetime='2026-05-02T06:40Z'>{}</time></div>"
    brief = ("۲۹ مه ۲۶", "۲۷ مه ۲۶", "۲۱ مه ۲۶")
    assert _published(f"<div>{_boxes(*brief, form=marked)}</div>{text}") is None


def test_boxes_that_link_to_one_page_or_of_which_few_tell_a_day_are_the_article_s() -> None:
    text = f"<p>{LONG}</p><p>{LONG}</p>"
    facts = (
        "<div><a href='/by/ann'>Ann Archer</a></div><div><a href='/tech'>Tech</a> "
        "<span>Posted 2 May 2026</span></div><div><a href='#comments'>3 comments</a></div>"
    )
    assert _published(f"<div>{facts}</div>{text}") == date(2026, 5, 2)


def test_the_day_of_what_a_reader_wrote_is_none_of_the_article() -> None:
    said = (
        "<section><div><header><a href='#comment-2a93d1010a3b2f63'>On ships</a></header><section>"
        "We went there twice.</section><header>Comment by <i>anna</i> — <time datetime="
        "'2026-11-20T10:00:00Z'>Fri 20 Nov 2026 10:00:00 GMT</time></header></div></section>"
    )
    assert _published(f"<p>{LONG}</p><p>{LONG}</p>{said}") is None


def test_buttons_that_share_a_long_title_do_not_begin_the_text() -> None:
    share = "".join(
        f"<li><a href='https://share.example/{house}'><span>Share The harbour reopens after five "
        f"years of work on its walls on {house} (opens a new window)</span></a></li>"
        for house in ("X", "Facebook")
    )
    signed = "<p>By <a href='/ann-archer-of-the-coast'>Ann Archer of the Coast</a></p>"
    day = "<div>{}<span> </span><time datetime='2026-05-02T13:22:00+01:00'></time></div>"
    text = f"<p>{LONG}</p><p>{LONG}</p>"
    html = f"<p>{LONG}</p><ul>{share}</ul>{day.format(signed)}<article>{text}</article>"
    assert str(_published(html)) == "2026-05-02 13:22:00+01:00"
