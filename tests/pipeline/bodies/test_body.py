"""Finding the body: which element, which blocks, and what is marked as no article."""

from __future__ import annotations

import pytest

from pipeline.bodies.body import extract_blocks
from pipeline.bodies.comment_heads import mark_comments
from pipeline.declared.metadata import read_metadata
from pipeline.page.blocks import read
from pipeline.page.core import find_core
from pipeline.page.html import parse_text
from pipeline.page.pieces import Extracted
from pipeline.records import BlockKind

URL = "https://news.example/tech/1"
FIRST = "The company said on Monday that it would open a second plant near the harbour next spring."
SECOND = (
    "Analysts had expected the announcement for months, although the size of it surprised them."
)
THIRD = "Local officials welcomed the plan and promised to widen the road before the works begin."


def extract(html: str, title: str | None = "A second plant") -> tuple[Extracted, ...]:
    doc = parse_text(f"<html><head><title>x</title></head><body>{html}</body></html>", URL)
    return extract_blocks(doc, read_metadata(doc), title)


def kept(html: str, title: str | None = "A second plant") -> list[str]:
    return [line.block.text for line in extract(html, title) if line.rule is None]


def rules(html: str) -> dict[str, str | None]:
    return {line.block.text: line.rule for line in extract(html)}


def paragraphs(*texts: str) -> str:
    return "".join(f"<p>{text}</p>" for text in texts)


def test_the_article_is_read_and_the_rest_is_not() -> None:
    html = f"""<nav><a href=/>Home</a></nav><h1>A second plant</h1>
    <article>{paragraphs(FIRST, SECOND, THIRD)}</article>
    <aside>{paragraphs(FIRST + " Other news of the day.")}</aside><footer>About us</footer>"""
    assert kept(html) == [FIRST, SECOND, THIRD]


def test_a_flash_is_not_its_comments() -> None:
    comments = paragraphs(
        *(f"Comment {n}: I have a long opinion of all this. " * 5 for n in range(6))
    )
    html = f"""<article><h1>A second plant</h1><div class="entry-content">{paragraphs(FIRST)}</div>
    <div id="comments"><h3>Leave a reply</h3>{comments}<form><label>Name</label></form></div>
    </article>"""
    assert kept(html) == [FIRST]


def test_a_line_of_place_and_time_before_the_text_goes() -> None:
    time = "<time datetime=2025-09-23T03:45Z><a>23 SEPT 2025 - 05:45</a><abbr>CEST</abbr></time>"
    line = f"<div class=x9><span>Torrecilla (Zaragoza)</span> - {time}</div>"
    long = "<div class=x9><time>14 de septiembre</time><time>06:12</time> 6 minutos</div>"
    html = f"<article><h1>A second plant</h1>{{}}{paragraphs(FIRST, SECOND, THIRD)}</article>"
    assert kept(html.format(line)) == [FIRST, SECOND, THIRD]
    assert kept(html.format(long)) == [FIRST, SECOND, THIRD]
    told = "It opened on <time datetime=2025-03-03>3 March</time> in the port, before anyone came."
    assert kept(html.format(f"<p>{told}</p>"))[0].startswith("It opened on 3 March")


def test_a_figure_with_a_picture_and_brief_lines_is_a_caption() -> None:
    lines = "<div><p>The plant by the harbour, seen from a boat.</p><span>Photo desk</span></div>"
    html = f"<article><h1>A second plant</h1>{paragraphs(FIRST)}{{}}{paragraphs(SECOND)}</article>"
    assert kept(html.format(f"<figure><img src=/1.jpg>{lines}</figure>")) == [FIRST, SECOND]
    told = f"<figure><img src=/1.jpg>{paragraphs(THIRD, FIRST + ' Again.', SECOND + ' Again.')}"
    assert THIRD in kept(html.format(f"{told}</figure>"))
    assert len(kept(html.format(f"<figure>{lines}</figure>"))) > 2
    above = f"<main><h1>A second plant</h1><figure><img src=/1.jpg>{lines}</figure>"
    text = f"<section>{paragraphs(FIRST, SECOND, THIRD)}</section></main>"
    assert kept(f"{above}{text}") == [FIRST, SECOND, THIRD]


def test_a_standfirst_of_several_points_stays_whole() -> None:
    points = ("The plant will stand by the harbour from spring on", "It will need a wider road")
    items = "".join(f"<li>{point}</li>" for point in points)
    linked = "<li><a href=/2>Read what the harbour master said of it last week</a></li>"
    above = f"<main><h1>A second plant</h1><ul>{items}{linked}</ul><p>By Jane Doe</p>"
    meta = f"<meta name=description content='{points[0]}'>"
    text = f"<section>{paragraphs(FIRST, SECOND, THIRD)}</section></main>"
    assert kept(f"{meta}{above}{text}") == [*points, FIRST, SECOND, THIRD]


def test_kinds_of_blocks() -> None:
    html = f"""<article><h1>A second plant</h1>{paragraphs(FIRST)}<h2>Why here</h2>
    <ul><li>The port is near</li><li>Land is cheap</li></ul><blockquote><p>{SECOND}</p></blockquote>
    <table><tr><th>Year</th><th>Jobs</th></tr><tr><td>2025</td><td>40</td></tr></table>
    <pre>a = 1\nb = 2</pre>{paragraphs(THIRD)}</article>"""
    blocks = [line.block for line in extract(html) if line.rule is None]
    assert [b.kind for b in blocks] == [
        BlockKind.PARAGRAPH,
        BlockKind.HEADING,
        BlockKind.LIST_ITEM,
        BlockKind.LIST_ITEM,
        BlockKind.QUOTE,
        BlockKind.TABLE_ROW,
        BlockKind.TABLE_ROW,
        BlockKind.CODE,
        BlockKind.PARAGRAPH,
    ]
    assert blocks[1].level == 2
    assert blocks[6].text == "2025 | 40"
    assert blocks[7].text == "a = 1\nb = 2"


def test_paragraphs_parted_by_line_breaks() -> None:
    html = f"<h1>A second plant</h1><div class=post-body>{FIRST}<br><br>{SECOND}<br>{THIRD}</div>"
    assert kept(html) == [FIRST, SECOND, THIRD]


def test_short_lines_stay_together() -> None:
    verse = "<p>Roses are red<br>Violets are blue</p>"
    html = f"<article><h1>T</h1>{paragraphs(FIRST)}{verse}{paragraphs(SECOND)}</article>"
    assert "Roses are red\nViolets are blue" in kept(html)


def test_joiners_of_persian_survive() -> None:
    line = "شرکت می‌گوید دستگاه‌های تازه را در نمایشگاه امسال به بازدیدکنندگان نشان خواهد داد."
    html = f"<article><h1>خبر</h1>{paragraphs(line, line + ' این خبر تازه است.')}</article>"
    assert kept(html)[0] == line


def test_hidden_parts_are_not_read() -> None:
    html = f"""<article><h1>A second plant</h1>{paragraphs(FIRST)}<p hidden>Secret {SECOND}</p>
    <div style="display: none">{paragraphs(THIRD)}</div>
    <div style="position:absolute; left:-9999px">{paragraphs(THIRD)}</div>
    <p style="font-size:0">Machines: {THIRD}</p><p style="text-indent:-9999px">Not {SECOND}</p>
    <p style="position:absolute; clip: rect(0 0 0 0)">Machines: {THIRD}</p>
    <noframes><p>{THIRD}</p></noframes>
    <p class="screen-reader-text">For readers</p>{paragraphs(SECOND)}</article>"""
    assert kept(html) == [FIRST, SECOND]


def test_small_letters_and_rows_without_gaps_are_read() -> None:
    html = f"""<article><h1>A second plant</h1><p style="font-size:0.9em">{FIRST}</p>
    <div style="font-size:0"><p style="font-size: 16px">{SECOND}</p></div>
    <p style="text-indent:-20px; font-size:05px">{THIRD}</p></article>"""
    assert kept(html) == [FIRST, SECOND, THIRD]


def test_a_body_in_several_containers_is_joined() -> None:
    part = '<div class="article-body">{}</div><div class="advert">Buy now</div>'
    html = f"""<article><h1>A second plant</h1>{part.format(paragraphs(FIRST))}
    {part.format(paragraphs(SECOND))}{part.format(paragraphs(THIRD))}</article>"""
    assert kept(html) == [FIRST, SECOND, THIRD]


def test_a_summary_that_is_the_cut_beginning_of_the_text_is_no_standfirst() -> None:
    html = """<article><header><h1>A second plant</h1><p class="article-excerpt">{}</p></header>
    <div class="article-body">{}</div></article>"""
    for summary in (FIRST[:70], f"{FIRST} {SECOND[:50]}", f"{FIRST[:70]}…"):
        text = paragraphs(FIRST, SECOND, THIRD)
        assert kept(html.format(summary, text)) == [FIRST, SECOND, THIRD]


def test_a_labelled_summary_that_is_the_text_s_beginning_is_no_standfirst() -> None:
    told = "市议会周二投票决定关闭港口的旧桥，工程师说修缮需要整整一年的时间。"
    lines = [
        f"{told}费用由省里承担，渡轮从星期一开始运行。",
        "岛上的居民每天要多绕行半个小时。" * 3,
    ]
    summary = "<div class=summary><strong>摘要：</strong>{}</div>"
    page = f"<div><h1>A second plant</h1>{summary}<div class=news>{paragraphs(*lines)}</div></div>"
    assert kept(page.format(told)) == lines
    own = "一座用了九十年的桥要关闭了，谁也不知道它会不会再开放，居民们议论纷纷。"
    assert any(own in line for line in kept(page.format(own)))


def test_a_heading_of_a_widget_makes_it_no_article() -> None:
    widget = f"<h1>Loving is giving</h1><p>{THIRD} So please give us a coin or two for it.</p>"
    page = f"<main><h1>A second plant</h1>{paragraphs(FIRST, SECOND)}</main>"
    assert kept(f"{page}<aside class='widget'>{widget}</aside>") == [FIRST, SECOND]
    within = page.replace("</main>", f"<aside class='widget'>{widget}</aside></main>")
    assert kept(within) == [FIRST, SECOND]


def test_a_visible_standfirst_is_of_the_body() -> None:
    standfirst = "A long-awaited decision brings four hundred jobs to the harbour."
    html = f"""<article><header><h1>A second plant</h1>
    <p class="standfirst">{standfirst}</p></header>
    <div class="article-body">{paragraphs(FIRST, SECOND)}</div></article>"""
    assert kept(html) == [standfirst, FIRST, SECOND]


def test_a_line_called_below_the_headline_is_the_standfirst() -> None:
    line = "- Four hundred jobs for the harbour, a decision long awaited"
    html = f"""<article><header><div class="article-head-title">A second plant</div></header>
    <div id="article-view" itemprop="articleBody"><div class="article-head-sub">{line}</div>
    <div class="text">{paragraphs(FIRST, SECOND)}</div></div></article>"""
    assert kept(html)[0] == line


def test_headline_and_lines_above_it_are_marked() -> None:
    html = f"<article><p>Business</p><h1>A second plant</h1>{paragraphs(FIRST, SECOND)}</article>"
    marks = rules(html)
    assert marks["A second plant"] == "line:headline"
    assert marks["Business"] == "line:before-headline"


def test_headlines_of_others_above_the_headline_are_none_of_a_text_in_its_box() -> None:
    others = [f"Harbour number {n} gets a new crane and a lighthouse" for n in range(4)]
    text = [FIRST, SECOND, *(f"Number {n}: {SECOND}" for n in range(3))]
    html = f"<div>{{}}<h1>A second plant</h1>{paragraphs(*text)}</div>"
    above = "".join(f"<p>{line}</p>" for line in others)
    assert kept(html.format(above)) == text
    asked = above.replace("</p>", "?</p>", 1)
    assert kept(html.format(asked)) == text
    told = "".join(f"<p>{line}.</p>" for line in others)
    assert kept(html.format(told))[0] == f"{others[0]}."


def test_cards_of_other_articles_are_told_by_their_form() -> None:
    card = '<div class="c"><h3><a href="/{0}">Other news {0}</a></h3><p>{1}</p></div>'
    cards = "".join(card.format(n, f"Number {n}: {SECOND}") for n in range(3))
    html = (
        f"<article><h1>A second plant</h1>{paragraphs(FIRST, SECOND)}<div>{cards}</div></article>"
    )
    assert kept(html) == [FIRST, SECOND]


def test_cards_of_posts_are_of_one_form_whatever_their_numbers_and_terms() -> None:
    cards = "".join(
        f'<div class="post-{n} type-post hentry category-c{n}"><h3><a href="/{n}">Other news {n}'
        f"</a></h3><p>Number {n}: {SECOND}</p></div>"
        for n in (601, 702)
    )
    html = (
        f"<article><h1>A second plant</h1>{paragraphs(FIRST, SECOND)}<div>{cards}</div></article>"
    )
    assert kept(html) == [FIRST, SECOND]


def test_what_a_heading_announces_goes_with_it() -> None:
    html = f"""<article><h1>Plant</h1><div class="entry-content">{paragraphs(FIRST, SECOND)}
    <div><h4>Related articles</h4><p>Another plant, another harbour, another day of news.</p></div>
    </div></article>"""
    assert kept(html) == [FIRST, SECOND]


def test_a_line_that_is_only_links_is_marked() -> None:
    html = f"""<article><h1>A second plant</h1>{paragraphs(FIRST)}
    <p><a href="/x">Harbour road to close for a year</a></p>{paragraphs(SECOND)}</article>"""
    assert kept(html) == [FIRST, SECOND]


def test_a_label_left_by_its_link_goes_and_the_heading_above_it_stays() -> None:
    line = '<strong>Still warm: <a class="inner-link-read-also" href="/x">Road closes</a></strong>'
    html = f"""<article><h1>A second plant</h1><div>{paragraphs(FIRST)}<h2>Who builds it</h2>
    {paragraphs(line, SECOND)}<p>Three firms remain:</p><ul><li>One of the north</li></ul></div>
    </article>"""
    assert kept(html) == [FIRST, "Who builds it", SECOND, "Three firms remain:", "One of the north"]


@pytest.mark.parametrize(
    ("line", "stays"),
    [
        ('The details in this story: <a href="/x">Harbour road to close for a year</a>', False),
        (
            'تابع التفاصيل في الخبر التالي: <a href="/x">طريق الميناء يغلق أمام السيارات عاما</a>',
            False,
        ),
        ('The company wrote of it: <a href="/x">the road will close for a year.</a>', True),
        ('مقال مرتبط ← <a href="/x">الميناء يغلق عاما</a>', False),
        ('إقرأ أيضا/ <a href="/x">الميناء يغلق عاما</a>', False),
        ('The price of this phone: <a href="/x">900 dollars</a>', True),
    ],
)
def test_a_label_before_a_headline_has_five_words(line: str, stays: bool) -> None:
    html = f"<article><h1>A second plant</h1>{paragraphs(FIRST, line, SECOND)}</article>"
    assert len(kept(html)) == 2 + stays


def test_a_heading_that_is_a_label_and_a_headline_goes() -> None:
    goes = '<h4>Read in the Courier: <a href="/x">Harbour road to close for a year</a></h4>'
    stays = '<h4>Best of all: <a href="/x">Phone Two</a></h4>'
    html = (
        f"<article><h1>A second plant</h1><p>{FIRST}</p>{goes}<p>{SECOND}</p>{stays}<p>{THIRD}</p>"
    )
    assert kept(html) == [FIRST, SECOND, "Best of all: Phone Two", THIRD]


def test_a_linked_line_with_the_article_s_title_is_no_sentence() -> None:
    title = "Will the harbour road close for a whole year again?"
    line = f'<a href="/about">You have come to the end of our story {title}</a>'
    other = '<a href="/y">Nobody knows how long the road to the old harbour will be closed.</a>'
    prose = (FIRST, line, THIRD, f"{THIRD} So it was.", other, SECOND)
    html = f"<article><h1>{title}</h1>{paragraphs(*prose)}</article>"
    assert len(kept(html, title)) == 5
    assert not any("end of our story" in text for text in kept(html, title))


def test_a_label_in_an_element_of_its_own_may_be_longer() -> None:
    link = '<a href="/x">Harbour road to close for a year</a>'
    label = f"<b>And we had written about this:</b> {link}"
    plain = f"And we had written about this: {link}"
    html = "<article><h1>A second plant</h1>{}</article>"
    assert kept(html.format(paragraphs(FIRST, label, SECOND))) == [FIRST, SECOND]
    assert len(kept(html.format(paragraphs(FIRST, plain, SECOND)))) == 3


def test_a_headline_that_asks_needs_no_sign_behind_its_label() -> None:
    html = "<article><h1>A second plant</h1>{}</article>"
    asks = '<a href="/x">Why will the harbour road close for a whole year?</a>'
    assert kept(html.format(paragraphs(FIRST, f"In our file {asks}", SECOND))) == [FIRST, SECOND]
    line = f"Nobody in the old town asks any more: so {asks}"
    assert len(kept(html.format(paragraphs(FIRST, line, SECOND)))) == 3


def test_a_label_of_six_words_leads_on_where_its_line_is_all_bold() -> None:
    link = "<a href='/2026/03/in-praise'>In praise of balconies</a>"
    html = "<article><h1>The quiet bridge over the cold river</h1>{}</article>"
    label = "Another tale by the same writer:"
    assert kept(html.format(paragraphs(FIRST, f"<b>{label} {link}</b>", SECOND))) == [FIRST, SECOND]
    plain = kept(html.format(paragraphs(FIRST, f"{label} {link}", SECOND)))
    assert len(plain) == 3


def test_an_arrow_parts_a_label_from_a_headline() -> None:
    asked = "Why does the harbour road have to close for a whole year of works?"
    arrow = f'<a href="/x"><strong>Turn this way → {asked}</strong></a>'
    quote = "The « harbour » road has to close for a whole year of works, the mayor says."
    html = "<article><h1>A second plant</h1>{}</article>"
    assert kept(html.format(paragraphs(FIRST, arrow, SECOND))) == [FIRST, SECOND]
    linked = paragraphs(FIRST, f'<a href="/x">{quote}</a>', SECOND)
    assert kept(html.format(linked)) == [FIRST, quote, SECOND]


def test_the_contents_of_an_article_begin_with_its_headline() -> None:
    items = '<li><a href="/a/s">A second plant</a></li><li><a href="/a/s?start=1">Page 2</a></li>'
    for names in ("article-index", ""):
        box = f'<div class="{names}"><h3>In this piece</h3><ul>{items}</ul></div>'
        html = (
            f"<article><h1>A second plant</h1><div>{box}{paragraphs(FIRST, SECOND)}</div></article>"
        )
        assert kept(html) == [FIRST, SECOND]


def test_a_link_within_a_sentence_is_text() -> None:
    line = 'The <a href="/x">port authority</a> agreed to sell the land for twelve million euros.'
    assert kept(f"<article><h1>T</h1>{paragraphs(FIRST, line)}</article>")[1].startswith("The port")


def test_a_sections_anchor_is_no_region() -> None:
    html = f"""<article><h1>A second plant</h1>{paragraphs(FIRST)}
    <section id="comments-from-the-harbour"><h2>Comments from the harbour<a href="#c">¶</a></h2>
    {paragraphs(SECOND, THIRD)}</section></article>"""
    assert kept(html) == [FIRST, "Comments from the harbour", SECOND, THIRD]


def test_the_ledger_keeps_the_comment_form_and_not_the_readers() -> None:
    readers = paragraphs(*(f"Reader {n} wrote this line about the plant." for n in range(30)))
    html = f"""<article><h1>A second plant</h1>{paragraphs(FIRST, SECOND)}</article>
    <div class="comments-area"><h3>Leave a reply</h3>{readers}</div>
    <a href="#top">Back to top</a>"""
    lines = [line for line in extract(html) if line.rule == "region:comments"]
    assert [line.block.text for line in lines] == ["Leave a reply"]
    assert extract(html)[-1].block.text == "Back to top"


def test_a_page_without_text_has_no_blocks() -> None:
    assert extract("<div><img src=x></div>") == ()


def test_comments_are_told_by_their_heading_alone() -> None:
    html = f"""<article><h1>A second plant</h1>{paragraphs(FIRST, SECOND)}<h3>2 Comments</h3>
    {paragraphs("I do not believe a word of what the company says here.", THIRD)}</article>"""
    assert kept(html) == [FIRST, SECOND]


def test_a_button_for_comments_amid_paragraphs_ends_no_text() -> None:
    texts = [f"{part}. {text}" for part in (1, 2) for text in (FIRST, SECOND, THIRD)]
    button = "<p><strong>Leave a comment</strong></p>"
    amid = f"{paragraphs(*texts[:3])}{button}{paragraphs(*texts[3:])}"
    assert kept(f"<article><h1>A second plant</h1>{amid}</article>") == texts
    below = f"{paragraphs(*texts[:4])}{button}{paragraphs(*texts[4:])}"
    assert kept(f"<article><h1>A second plant</h1>{below}</article>") == texts[:4]


def test_a_section_that_is_called_like_an_invitation_ends_no_text() -> None:
    texts = [f"{part}. {text} It gave no figures." for part in (1, 2) for text in (FIRST, SECOND)]
    heading = "<h2>Join the conversation</h2>"
    before = paragraphs(*texts, THIRD)
    amid = f"{before}{heading}{paragraphs(*(f'Then: {text}' for text in texts[:3]))}"
    assert kept(f"<article><h1>A second plant</h1>{amid}</article>")[5:] == [
        f"Then: {text}" for text in texts[:3]
    ]
    for heading, readers in (
        ("Join the conversation", ["Ann, Leeds", texts[0], "Bob", texts[1]]),
        ("Join the conversation", ["I do not believe a word.", texts[0], "Nobody does, I think."]),
        ("2 comments", [f"Then: {text}" for text in texts[:3]]),
    ):
        html = f"{before}<h2>{heading}</h2>{paragraphs(*readers)}"
        assert kept(f"<article><h1>A second plant</h1>{html}</article>") == [*texts, THIRD]


def test_a_section_called_comments_beside_others_of_its_kind_ends_no_text() -> None:
    texts = [FIRST, SECOND, THIRD, "They close after a day.", "Nobody saw it, the owner said."]
    before = f"{paragraphs(FIRST)}<h2>The price</h2>{paragraphs(SECOND)}"
    amid = f"{before}<h2>Comments</h2>{paragraphs(*texts[3:])}<h2>Cookies</h2>{paragraphs(THIRD)}"
    html = "<article><h1>A second plant</h1>{}</article>"
    assert kept(html.format(amid)) == [
        *(FIRST, "The price", SECOND, "Comments", *texts[3:], "Cookies", THIRD)
    ]
    # Each in a box of its own, and one that a template puts between them.
    boxed = amid.replace("<p>", "<div><p>").replace("</p>", "</p></div>")
    assert kept(html.format(boxed)) == kept(html.format(amid))
    for below in (
        paragraphs("Ann, Leeds", texts[4], "Bob", texts[3]),  # readers
        f"<div class=comment-list>{paragraphs(*texts[3:])}</div>",
        paragraphs("Comments are closed."),
    ):
        assert kept(html.format(f"{before}<h2>Comments</h2>{below}"))[-1] == SECOND
    before = paragraphs(FIRST, SECOND)  # it is the only heading
    section = f"{before}<h2>Comments</h2>{paragraphs(*texts[3:])}"
    assert kept(html.format(section)) == [FIRST, SECOND]
    assert kept(html.format(section + paragraphs(THIRD)))[-2:] == [texts[4], THIRD]
    form = "<div id=comments><h3>Leave a reply</h3><p>Name</p></div>"
    assert kept(f"{html.format(f'<div>{section}</div>')}{form}")[-2:] == texts[3:]
    days = paragraphs(*(f"On 12.03.2026 at 1{n}:20 I wrote of it." for n in range(4)))
    assert kept(html.format(f"{before}<h2>Comments</h2>{days}")) == [FIRST, SECOND]


def test_a_bold_line_called_comments_may_head_a_section() -> None:
    texts = [FIRST, SECOND, THIRD, "They close after a day.", "Nobody saw it, the owner said."]
    before, bold = paragraphs(FIRST, SECOND), "<p><strong>Comments</strong></p>"
    html = "<article><h1>A second plant</h1>{}</article>"
    assert kept(html.format(before + bold + paragraphs(*texts[2:])))[-3:] == texts[2:]
    readers = paragraphs("Ann, Leeds", texts[4], "Bob", texts[3])
    assert kept(html.format(before + bold + readers)) == [FIRST, SECOND]
    said = [f"One thing is clear: {text}" for text in texts[2:]]
    assert kept(html.format(before + bold + paragraphs(*said)))[-3:] == said
    report = f"{SECOND} It will take a year or two, and nobody has said who is going to pay for it."
    long = before + paragraphs(THIRD) + bold + paragraphs(report)
    assert kept(html.format(long))[-1] == report
    assert kept(html.format(long.replace(THIRD, "They close.")))[-1] == "They close."
    form = "<div><p>Leave a reply</p></div>"  # of a page that names no box
    head = f"<div>{before}<h2>Comments</h2>{paragraphs(THIRD)}</div>"
    assert kept(html.format(head))[-1] == SECOND
    assert kept(html.format(head + form))[-1] == THIRD
    breaks = "<br><br>".join([FIRST, SECOND, "<b>Comments</b>", *texts[2:]])
    assert kept(html.format(f"<div>{breaks}</div>"))[-3:] == texts[2:]


def test_a_section_called_as_the_comments_below_ends_no_text() -> None:
    texts = [SECOND, f"The firm has sold 19.000 tonnes in a year, it says. {THIRD}"]
    readers = paragraphs("Ann, Leeds", "I do not believe a word of it.")
    area = f"<div class=comments-area><h2>Comments</h2>{readers}<h3>Leave a reply</h3></div>"
    below = f"{paragraphs(texts[0])}<h2>Three signs</h2>{paragraphs(texts[1])}"
    html = f"<article><h1>A plant</h1><div>{paragraphs(FIRST)}{{}}{below}</div>{area}</article>"
    section = "<h2>Comments</h2>"
    assert kept(html.format(section)) == [FIRST, "Comments", texts[0], "Three signs", texts[1]]
    # Readers' own words, and a list that is called otherwise below.
    told = html.replace(below, readers + paragraphs(SECOND))
    assert kept(told.format(section)) == [FIRST]


def test_what_follows_a_place_of_comments_and_is_called_so_is_of_it() -> None:
    cells = "<tr><td>Comments (2)</td></tr><tr><td>Ann | I do not believe it.</td></tr>"
    form = "<tr><td>Add a comment</td></tr><tr><td>Whoever is rude is not shown here.</td></tr>"
    text = "<br><br>".join([FIRST, SECOND, THIRD])
    page = f"<h1>A second plant</h1><table><tr><td>{text}</td></tr></table>"
    both = f"<table>{cells}</table><table>{form}</table>"
    assert kept(page + both) == [FIRST, SECOND, THIRD]
    called = page.replace(SECOND, f"{SECOND}<br><br><b>Comments</b>")
    assert kept(called + both) == [FIRST, SECOND, "Comments", THIRD]


def test_readers_numbered_in_cells_of_their_own_are_no_text() -> None:
    text = "<br><br>".join([FIRST, SECOND, THIRD])
    page = f"<h1>A second plant</h1><table><tr><td>{text}{{}}</td></tr></table>"
    cells = "".join(
        f"<tr><td>Reply #{n} by Ann on 3 May 2026 : {THIRD} I saw it.</td></tr>" for n in (1, 2)
    )
    assert kept(page.format("") + f"<table>{cells}</table>") == [FIRST, SECOND, THIRD]
    rule = "Rule #1 of the club : nobody speaks of the club to anybody who is not in it."
    assert kept(page.format(f"<br><br>{rule}"))[-1] == rule


def test_a_quotation_that_stands_in_no_other_line_is_of_the_text() -> None:
    said = "Nobody can send physics on a holiday"
    figure = "<figure class=wp-block-pullquote><blockquote><p>{}</p></blockquote></figure>"
    ours = "<blockquote class='td_pull_quote td_pull_center'><p>{}</p></blockquote>"
    box = "<div class=quote-block><div class=quote-text>{}</div></div>"
    field = "<div class='paragraph paragraph--type--quote'><div class=field__item>{}</div></div>"
    html = f"<article><h1>A second plant</h1>{paragraphs(FIRST, SECOND)}{{}}{paragraphs(THIRD)}"
    for form in (figure, ours, box, field):
        assert kept(html.format(form.format(said))) == [FIRST, SECOND, said, THIRD]
    drawn = " ".join(SECOND.split()[:6])
    assert kept(html.format(figure.format(drawn))) == [FIRST, SECOND, THIRD]
    assert kept(html.format(ours.format(drawn))) == [FIRST, SECOND, THIRD]
    assert kept(html.format(box.format(drawn))) == [FIRST, SECOND, THIRD]
    assert kept(html.format(field.format(drawn))) == [FIRST, SECOND, THIRD]
    label = field.replace("--quote", "--label").format(said)
    assert kept(html.format(label)) == [FIRST, SECOND, THIRD]
    who = "<div class=quote-attribution>Industry analyst Ken Doctor</div>"
    assert kept(html.format(who)) == [FIRST, SECOND, THIRD]


def test_a_last_line_without_its_full_stop_in_the_form_of_the_others() -> None:
    head, first = "<div class=t-h3>Where it fails</div>", f"<div class=t-text>{FIRST}</div>"
    boxes = "".join(f"<div class=t-text>{text}</div>" for text in (SECOND, THIRD, f"{THIRD} Now."))
    last = "The work cost {} nine million. The keys stay as is, for now"
    linked = last.format("<a href='https://x.example'>the town</a>")
    html = (
        f"<div><h1>A second plant</h1><div>{first}{head}{boxes}<div class=t-text>{{}}</div></div>"
    )
    assert kept(html.format(linked))[-1] == last.format("the town")
    label = "Our letter on <a href='https://x.example'>the town</a> and on the port of nine islands"
    assert kept(html.format(label))[-1] == f"{THIRD} Now."


@pytest.mark.parametrize(
    "form",
    [
        "<p><img src=/a.jpg> {}</p>",
        "<div class=x1><iframe src=/film></iframe></div><p>{}</p>",
        "<div class=x1><img src=/a.jpg></div><p>{}</p>",
        "<a href=/a.jpg><img src=/a.jpg></a><small>{}</small>",
        "<img src=/a.jpg><i>{}</i>",
        "<dl><dt><img src=/a.jpg></dt><dd>{}</dd></dl>",
    ],
)
def test_a_line_beside_a_picture_that_nothing_names_is_its_caption(form: str) -> None:
    html = f"<article><h1>A second plant</h1>{paragraphs(FIRST, SECOND)}{{}}{paragraphs(THIRD)}"
    assert kept(html.format(form.format("Workers lift a mast onto the roof"))) == [
        *(FIRST, SECOND, THIRD)
    ]
    if not form.startswith("<dl"):
        told = "Workers lifted a mast onto the roof."
        assert told in kept(html.format(form.format(told)))


def test_a_button_early_in_a_text_of_sentences_ends_none() -> None:
    button = "<p><strong>Leave a comment</strong></p>"
    html = f"<article><h1>A second plant</h1>{paragraphs(FIRST)}{button}{{}}</article>"
    assert kept(html.format(paragraphs(SECOND, THIRD, SECOND + " Now."))) == [
        *(FIRST, SECOND, THIRD, SECOND + " Now.")
    ]
    readers = paragraphs("Ann from the port", SECOND, "Bob from the town", THIRD)
    assert kept(html.format(readers)) == [FIRST]


def test_a_plan_has_the_same_line_on_two_days() -> None:
    def day(name: str, lunch: str) -> str:
        items = ("Breakfast: two eggs and toast of rye with butter.", lunch)
        return f"<h2>{name}</h2><ul>{''.join(f'<li>{item}</li>' for item in items)}</ul>"

    days = day("Monday", "Lunch: fish.") + day("Tuesday", "Lunch: a chicken.")
    html = f"<article><h1>A second plant</h1>{paragraphs(FIRST)}{{}}{paragraphs(SECOND)}</article>"
    assert " ".join(kept(html.format(days))).count("rye") == 2
    copy = day("Monday", "Lunch: fish.") + day("Monday", "Lunch: fish.")
    assert " ".join(kept(html.format(copy))).count("rye") == 1


def test_what_is_cut_short_below_a_link_is_another_articles_beginning() -> None:
    cut = f"<p>{THIRD[:-20]}…</p>"
    link = "<a href=/9>Road to the port of the town is closed</a>"
    html = f"<article><h1>A second plant</h1>{paragraphs(FIRST)}{{}}{paragraphs(SECOND)}</article>"
    assert kept(html.format(f"<div>{link}{cut}</div>")) == [FIRST, SECOND]
    assert len(kept(html.format(f"<p>{link}</p>{cut}"))) == 3


def test_short_sentences_without_blanks_weigh_as_a_text() -> None:
    texts = [
        "工場は来年の春に開業すると会社が発表した。",
        "住民は驚いている。",
        "町は道路を広げると約束した。",
    ]
    html = f"""<div class="widget Blog"><h3>第二の工場</h3><div class="article-body-commercial">
    {paragraphs(*texts)}</div></div><div><p>Menu</p></div>"""
    assert kept(html, "第二の工場") == texts


def test_a_text_of_two_sentences_keeps_the_short_one() -> None:
    last = "She is buried at noon."
    html = f"<article><h1>A second plant</h1><div class=x>{paragraphs(FIRST)}{{}}</div></article>"
    assert kept(html.format(paragraphs(last))) == [FIRST, last]
    assert kept(html.format("<p>Photo desk</p>")) == [FIRST]


def test_a_text_goes_on_in_the_sections_behind_its_first() -> None:
    more = "<section><h2>The road</h2><p>It stays as it is.</p></section>"
    html = f"""<article><header><h1>A second plant</h1></header>
    <section>{paragraphs(FIRST, SECOND)}</section>{{}}</article>"""
    assert kept(html.format(more)) == [FIRST, SECOND, "The road", "It stays as it is."]
    for other in (
        "<section><h2>Related articles</h2><p>Others wrote of it.</p></section>",
        "<section><h2>More news</h2><p><a href=/9>A road is closed.</a></p></section>",
        "<section><p>Anybody may subscribe.</p></section>",
    ):
        assert kept(html.format(other))[:2] == [FIRST, SECOND]
        assert len(kept(html.format(other))) < 4


def test_a_brief_box_in_which_an_address_is_typed_asks_for_it() -> None:
    form = "<form><input type={}></form>"
    box = f"<section><p>Everything that matters, in one letter.</p>{form}</section>"
    text = paragraphs(FIRST, SECOND, THIRD)
    html = f"<article><h1>A second plant</h1><section>{text}</section>{{}}</article>"
    for kind in ("email", "text", "tel"):
        assert kept(html.format(box.format(kind))) == [FIRST, SECOND, THIRD]


CARD = (
    "<div class='i'><a href='{0}{1}'>Road {1} to the port is closed</a><p>Since May none knows "
    "when the works at gate {1} are to end, and the engineers of the town told nobody.</p></div>"
)


def _cards(href: str, label: str = "<div>On the same theme</div>") -> str:
    return f"<div>{label}{''.join(CARD.format(href, number) for number in (1, 2))}</div>"


def test_boxes_of_links_and_words_below_a_label_are_other_articles() -> None:
    before, after = paragraphs(FIRST, SECOND), paragraphs(THIRD)

    def read(cards: str) -> list[str]:
        return kept(f"<article><h1>A second plant</h1>{before}{cards}{after}</article>")

    assert read(_cards("/roads/")) == [FIRST, SECOND, THIRD]
    for stays in (
        _cards("https://other.example/"),
        _cards("#part-"),
        _cards("/roads/", label=f"<p>{THIRD} It says so.</p>"),
    ):
        assert any("gate 2" in line for line in read(stays))


@pytest.mark.parametrize(
    ("place", "stays"), [("end-of-offer", False), ("after-story-ad-1", False), ("harbour", True)]
)
def test_what_a_link_lets_its_readers_skip_is_no_text(place: str, stays: bool) -> None:
    told = "The voice of the harbour tells you every Friday what its people did and said that week."
    offer = (
        f"<div><p>Our voice</p><p><a href='#{place}'>Skip it and read on</a></p>"
        f"<p>{told}</p><p id='{place}'>End of our voice</p></div>"
    )
    html = f"<article><h1>A second plant</h1>{paragraphs(FIRST, SECOND)}{offer}"
    assert (told in kept(f"{html}{paragraphs(THIRD)}</article>")) == stays
    assert ("Our voice" in kept(f"{html}{paragraphs(THIRD)}</article>")) == stays
    here = f"<p id='{place}'>{THIRD} It is to be wide, they said, and it is to be ready soon.</p>"
    skip = f"<p><a href='#{place}'>Skip it and read on</a></p>"
    text = f"<article><h1>A second plant</h1>{paragraphs(FIRST)}{skip}{here}{paragraphs(SECOND)}"
    assert any(line.startswith(THIRD) for line in kept(f"{text}</article>"))


def test_a_question_that_is_put_to_each_of_many_stays() -> None:
    question = "What was it that brought you to the harbour in those years?"
    told = [f"{n}. {text}" for n in (1, 2) for text in (FIRST, SECOND)]
    asked = [line for text in told for line in (question, text)]
    assert kept(f"<article><h1>A second plant</h1>{paragraphs(*asked)}</article>") == asked
    rarer = "And what was it that made you stay at the harbour for good?"
    asked[2:2] = asked[-1:-1] = [rarer]
    assert kept(f"<article><h1>A second plant</h1>{paragraphs(*asked)}</article>") == asked
    quoted = [*told[:2], THIRD, told[2], THIRD, told[3], THIRD]
    html = f"<article><h1>A second plant</h1>{paragraphs(*quoted, THIRD)}</article>"
    assert kept(html).count(THIRD) == 1


def test_a_heading_between_paragraphs_is_the_texts_whatever_its_class() -> None:
    heading = "<h2 class='widget-title'>Works begin in spring</h2>"
    html = f"{paragraphs(FIRST)}{heading}{paragraphs(SECOND, THIRD)}"
    assert "Works begin in spring" in kept(f"<article><h1>A second plant</h1>{html}</article>")
    box = f"<div><h2 class='widget-title'>Most read</h2>{paragraphs(THIRD)}</div>"
    aside = f"<article><h1>A second plant</h1>{paragraphs(FIRST, SECOND)}{box}</article>"
    assert "Most read" not in kept(aside)


def test_a_label_and_a_link_without_spaces_lead_elsewhere() -> None:
    for line in (
        "独自に調べた話：<a href='/tech/2'>ダムの貯水率が過去最低に</a>",
        "值得一看：<a href='/tech/2'>水库水位创下新低</a>",
    ):
        html = f"<h1>A second plant</h1>{paragraphs(FIRST, SECOND, line, THIRD)}"
        assert kept(f"<article>{html}</article>") == [FIRST, SECOND, THIRD]
    line = "詳細は<a href='/tech/2'>市の発表資料</a>：公開済み"
    html = f"<h1>A second plant</h1>{paragraphs(FIRST, SECOND, line, THIRD)}"
    assert kept(f"<article>{html}</article>") == [
        FIRST,
        SECOND,
        "詳細は市の発表資料：公開済み",
        THIRD,
    ]


def test_a_disclaimer_longer_than_a_flash_stays_in_the_footer() -> None:
    disclaimer = " ".join(["All opinions expressed in this site are our own."] * 9)
    html = f"""<h1>A second plant</h1><main>{paragraphs(FIRST, SECOND)}</main>
    <footer class="small"><div class="text-body-tertiary"><p>{disclaimer}</p></div></footer>"""
    assert kept(html) == [FIRST, SECOND]


def test_what_remains_of_a_line_of_facts_goes_with_it() -> None:
    facts = """<span class="date">2026-11-22</span> by <span class="author">James Eldridge</span>,
    tagged as <span class="tags"><a href="/t/1">chips</a></span>"""
    html = f"<h1>A second plant</h1><div>{facts}</div>{paragraphs(FIRST, SECOND, THIRD)}"
    assert kept(html) == [FIRST, SECOND, THIRD]


def test_microdata_tell_names_and_dates_that_no_class_tells() -> None:
    facts = """<span itemprop="author">Newsroom</span><time
    itemprop="dateCreated datePublished">2026-11-22</time>"""
    html = f"<h1>A second plant</h1><header>{facts}</header>{paragraphs(FIRST, SECOND, THIRD)}"
    assert kept(html) == [FIRST, SECOND, THIRD]


def test_a_headed_column_before_the_main_part_is_only_itself() -> None:
    html = f"""<h1>A second plant</h1><div><div><h4>Read also</h4><ul><li><a href="/">Home</a></ul>
    </div><main>{paragraphs(FIRST, SECOND)}</main></div>"""
    assert kept(html) == [FIRST, SECOND]


def test_a_body_named_for_what_it_has_not_is_a_body() -> None:
    cards = "".join(
        f'<div class="card"><h3><a href="/{n}">Other news {n}</a></h3><p>{SECOND} {n}</p></div>'
        for n in range(9)
    )
    html = f"""<h1>A second plant</h1><div class="entry-content no-share"><p>{FIRST}</p></div>
    <div class="related">{cards}</div>"""
    assert kept(html) == [FIRST]


@pytest.mark.parametrize(
    "name", ["site-no-tts", "content-no-sidebar", "article-has-comments", "wide-no-related"]
)
def test_a_part_that_a_body_has_or_has_not_does_not_name_it(name: str) -> None:
    texts = [f"{n}: {SECOND}" for n in range(9)]
    html = f"""<h1>A second plant</h1><div class="lead-in">{FIRST}</div>
    <div class="{name}">{paragraphs(*texts)}</div>"""
    assert kept(html) == [FIRST, *texts]


def test_a_sentence_between_headline_and_body_opens_the_article() -> None:
    html = f"""<div class="c"><div class="a">A second plant</div><div class="b">{FIRST}</div>
    <div class="tx">{paragraphs(SECOND, *(f"{n}: {SECOND}" for n in range(9)))}</div></div>"""
    assert kept(html)[:2] == [FIRST, SECOND]


def test_a_cell_named_as_the_body_of_a_flash_is_the_body() -> None:
    html = f"""<table><tr><td>A second plant</td></tr><tr><td>Archive picture</td></tr>
    <tr><td class="newsbody">{FIRST}</td></tr><tr><td>Opinions are those of their writers and not
    those of the newspaper, which may remove them.</td></tr></table>"""
    assert kept(html) == [FIRST]


def test_a_listing_of_code_may_end_an_article() -> None:
    code = "pip install example\nexample run"
    html = f"""<article><h1>A second plant</h1>{paragraphs(FIRST, SECOND, THIRD)}
    <pre><code>{code}</code></pre></article>"""
    assert kept(html)[-1] == code


def test_the_numbers_beside_the_lines_of_code_are_not_read() -> None:
    code = "pip install example\nexample run"
    for wrap in ("{}", "<div class=highlight>{}</div>"):
        numbers, program = wrap.format("<pre>1\n2\n</pre>"), wrap.format(f"<pre>{code}</pre>")
        html = f"""<article><h1>A second plant</h1>{paragraphs(FIRST, SECOND)}<figure><table><tr>
        <td>{numbers}</td><td>{program}</td></tr></table></figure>{paragraphs(THIRD)}</article>"""
        blocks = [line.block for line in extract(html) if line.rule is None]
        assert [(b.kind, b.text) for b in blocks[2:3]] == [(BlockKind.CODE, code)]
        assert [b.text for b in blocks] == [FIRST, SECOND, code, THIRD]


def test_the_words_of_code_are_kept_whatever_highlighters_call_them() -> None:
    code = """<span class="hljs-keyword">for</span> unit <span class="keyword">in</span> units:
    show(unit)  <span class="comment"># one of each</span>"""
    html = f"<article>{paragraphs(FIRST, SECOND, THIRD)}<pre>{code}</pre></article>"
    assert kept(html)[3] == "for unit in units:\n    show(unit)  # one of each"


def test_a_short_line_before_a_long_list_opens_the_text() -> None:
    items = "".join(f"<li>{text}</li>" for text in (FIRST, SECOND, THIRD, f"Again: {FIRST}"))
    html = f"<main><h1>A second plant</h1><p>Four reasons to build it:</p><ul>{items}</ul></main>"
    assert kept(html)[:2] == ["Four reasons to build it:", FIRST]


def test_a_heading_that_links_to_itself_is_text() -> None:
    html = f"""<article><h1>A second plant</h1>{paragraphs(FIRST)}
    <h2 id=why><a class="header-anchor" href="#why"><span>Why here</span></a></h2>
    {paragraphs(SECOND)}<h3><a href="/tech/2">Harbour plan is delayed</a></h3>{paragraphs(THIRD)}
    </article>"""
    assert kept(html) == [FIRST, "Why here", SECOND, THIRD]


def test_a_line_between_breaks_is_judged_by_its_own_links() -> None:
    link = '<a href="/tech/2">Another story that was told before</a>'
    html = f"<div>{FIRST}<br>{link}<br><br>{SECOND}<br><br>{THIRD}</div>"
    assert kept(html) == [FIRST, SECOND, THIRD]


def test_a_short_label_before_a_link_to_another_page_is_marked() -> None:
    def lines(label: str, link: str) -> list[str]:
        return kept(f"<article><p>{FIRST}</p><p>{label}{link}</p><p>{SECOND}</p></article>")

    other = '<a href="/tech/2">Harbour plan is delayed</a>'
    for label in ("موضوع يهمك :", "<b>Might be of note:</b> ", "Of note<br>", "<b>Mehr »</b> "):
        assert lines(label, other) == [FIRST, SECOND], label
    assert lines("(For those who missed: ", f"{other})") == [FIRST, SECOND]
    assert len(lines("(The minister said on Monday: ", f"{other})")) == 3
    afar = '<a href="https://other.example/report">Harbour plan of the year</a>'
    assert len(lines("The report: ", afar)) == 3
    assert len(lines("The minister said on Monday: ", other)) == 3


def test_a_headline_between_breaks_parts_facts_from_text() -> None:
    html = f"<td><font>Tech / Monday<br>A second plant<br></font>{FIRST}<br><br>{SECOND}</td>"
    html = f"<table><tr><td>menu</td>{html}</tr></table>"
    assert kept(html) == [FIRST, SECOND]


def test_a_standfirst_that_is_called_a_teaser() -> None:
    html = f"""<article><h1>A second plant</h1><div class="teaser-text">{SECOND}</div>
    <div class="article-body">{paragraphs(FIRST, THIRD)}</div></article>"""
    assert kept(html) == [SECOND, FIRST, THIRD]
    card = '<h3><a href="/tech/2">Another plan</a></h3><div class="teaser-text">'
    assert kept(html.replace('<div class="teaser-text">', card)) == [FIRST, THIRD]


def test_a_label_goes_with_the_links_of_its_box() -> None:
    box = '<div><h4>Harbour files</h4><a href="/tech/2">Another plan is made</a></div>'
    html = f"<article>{paragraphs(FIRST)}{box}{paragraphs(SECOND, THIRD)}</article>"
    assert kept(html) == [FIRST, SECOND, THIRD]
    part = f"<div><h4>Harbour files</h4><p>{SECOND}</p></div>"
    assert kept(f"<article>{paragraphs(FIRST)}{part}</article>") == [FIRST, "Harbour files", SECOND]


def test_a_form_around_the_whole_page_is_none() -> None:
    html = f"""<form method="post"><input type="hidden" name="__VIEWSTATE" value="x">
    <div>{paragraphs(FIRST, SECOND)}</div></form>"""
    assert kept(html) == [FIRST, SECOND]


def test_the_column_of_a_page_that_names_nothing() -> None:
    texts = [f"{n}. {text}" for n in range(2) for text in (FIRST, SECOND, THIRD)]
    boxes = "".join(
        f"<div><div>Elsewhere {n}</div><p>{n}. News of the day, told in a sentence or so.</p></div>"
        for n in range(4)
    )
    html = f"<div><h1>A second plant</h1><div>{paragraphs(*texts)}</div><div>{boxes}</div></div>"
    assert kept(html) == texts


def test_a_sentence_right_below_the_headline_opens_the_article() -> None:
    html = f"""<div><div><h1>A second plant</h1><h2>{THIRD}</h2><div>20 November</div></div></div>
    <div class="article-body">{paragraphs(FIRST, SECOND)}</div>"""
    assert kept(html) == [THIRD, FIRST, SECOND]
    kicker = html.replace(THIRD, "What the harbour says")
    assert kept(kicker) == [FIRST, SECOND]


def test_short_paragraphs_in_the_form_of_the_prose_are_text() -> None:
    texts = (FIRST, SECOND, THIRD, "So what happened then?", FIRST.replace("Monday", "Friday"))
    body = "".join(f'<div class="p">{text}</div>' for text in texts)
    html = f"""<h1>A second plant</h1><div class="details">{body}<div class="p">See more news
    <a href="https://example.net/">on Example News</a></div></div>"""
    assert kept(html)[: len(texts)] == list(texts)


def test_a_flash_among_labels_without_a_name() -> None:
    html = f"""<div class="left"><h1>A second plant</h1>
    <div class="a">Monday 23 November 2026, 30 views</div>
    <div class="b">Size of letters, larger or smaller</div><div class="t"><p>{FIRST}</p></div>
    <div class="c">Download the application of the house</div></div>"""
    assert kept(html) == [FIRST]


def test_a_linked_h1_is_the_site_s_name_where_a_heading_is_the_title() -> None:
    html = f"""<header><h1><a href="/">The Harbour</a></h1><p>News told slowly</p></header>
    <h3>A second plant</h3><div class="post-body">{paragraphs(FIRST, SECOND, THIRD)}</div>"""
    assert kept(html) == [FIRST, SECOND, THIRD]


def test_a_label_in_an_element_of_its_own_before_a_link() -> None:
    link = '<a href="/tech/2">The harbour gets a third plant</a>'
    html = f"""<h1>A second plant</h1><article>{paragraphs(FIRST, SECOND)}
    <div><span>News to match</span>{link}</div>{paragraphs(THIRD)}</article>"""
    assert kept(html) == [FIRST, SECOND, THIRD]


def test_a_hidden_copy_for_print_is_not_the_article() -> None:
    texts = (FIRST, "1. " + SECOND, THIRD)
    body = "<br><br>".join(texts)
    html = f"""<div class="page"><h1>A second plant</h1><div class="words">{body}</div>
    <div id="printArea" style="display:none"><h1>A second plant</h1>{paragraphs(FIRST, THIRD)}</div>
    </div>"""
    assert kept(html) == list(texts)


def test_a_body_in_two_parts_of_one_name_around_an_advertisement() -> None:
    texts = [f"{n}. {text}" for n in range(3) for text in (FIRST, SECOND, THIRD)]
    html = f"""<div class="all"><h1>A second plant</h1><p class="w">Jane Doe</p>
    <div class="t">{paragraphs(*texts[:2])}</div><div class="x"><span>Buy this</span></div>
    <div class="t">{paragraphs(*texts[2:])}</div>
    <div class="y"><p>{FIRST} Elsewhere.</p></div></div>"""
    assert [text for text in kept(html) if text != "Buy this"] == texts


def test_a_heading_over_teasers_alone() -> None:
    card = """<div class="item"><a href="/tech/{n}"><img src="/i.jpg">
    <h3>The harbour gets plant {n}</h3></a><span>20 November 2026</span></div>"""
    cards = "".join(card.format(n=n) for n in range(3))
    texts = paragraphs(FIRST, SECOND, THIRD)
    html = f"""<div class="all"><h1>A second plant</h1><div class="t">{texts}
    </div><div class="hot"><h4>Read by others</h4>{cards}</div></div>"""
    assert kept(html) == [FIRST, SECOND, THIRD]


def test_a_standfirst_in_a_box_of_its_own_beside_the_body_s_box() -> None:
    lead = "The second plant opens next spring, three years later than the company had planned."
    html = f"""<div class="row"><div class="m1"><div class="i"><h1>A second plant</h1></div></div>
    <div class="m2"><div class="i"><p><b>{lead}</b></p></div></div>
    <div class="m3"><div class="post-body">{paragraphs(FIRST, SECOND, THIRD)}</div></div></div>"""
    assert kept(html) == [lead, FIRST, SECOND, THIRD]


def test_what_is_called_a_subscription_may_be_the_body() -> None:
    form = f'<div class="subscription">{paragraphs(SECOND)}<input name="mail"></div>'
    html = f"""<h1>A second plant</h1><div class="subscription">{paragraphs(FIRST, THIRD)}</div>
    {form}"""
    assert kept(html) == [FIRST, THIRD]


def test_sections_may_have_headings_of_the_highest_level() -> None:
    html = f"""<article><h1>A second plant</h1>{paragraphs(FIRST)}<h1>The road</h1>
    {paragraphs(SECOND)}<div><h1>Another one</h1></div></article>"""
    assert kept(html) == [FIRST, "The road", SECOND]


def test_a_standfirst_without_spaces_is_short() -> None:
    html = f"""<h1>第二の工場</h1><div id="abstract"><h2>工場は来年の春に開業する。</h2></div>
    <div class="entry-content">{paragraphs(FIRST, SECOND)}</div>"""
    assert kept(html, "第二の工場") == ["工場は来年の春に開業する。", FIRST, SECOND]


def test_comments_in_cells_below_the_cell_of_their_heading() -> None:
    html = f"""<table><tr><td><h1>A second plant</h1></td></tr><tr><td>{FIRST}<br><br>{SECOND}</td>
    </tr><tr><td><b>Leave a comment</b></td></tr><tr><td>Ann: {THIRD}</td></tr></table>"""
    assert kept(html) == [FIRST, SECOND]


def test_the_line_of_facts_of_a_page_builder() -> None:
    facts = (
        '<p class="et_pb_title_meta_container">door | | <a href="/n">Nieuws</a> | 0 Reacties</p>'
    )
    html = f"""<article><div class="et_pb_title_container"><h1>A second plant</h1>{facts}</div>
    <div class="et_pb_post_content">{paragraphs(FIRST, SECOND)}</div></article>"""
    assert kept(html) == [FIRST, SECOND]


def test_an_invitation_amid_a_text_is_told_by_its_button() -> None:
    box = "<div><p>Enjoying this story?</p><p>Become a member.</p><button>Join</button></div>"
    html = f"<div><h1>A second plant</h1>{paragraphs(FIRST, SECOND)}{box}{paragraphs(THIRD)}</div>"
    assert kept(html) == [FIRST, SECOND, THIRD]
    assert kept(html.replace(box, box + box)).count("Become a member.") == 2  # entries of a list


def test_a_line_below_a_picture_in_its_figure_is_a_caption() -> None:
    figure = "<figure><img src=a><p>The plant seen from the sea.</p></figure>"
    html = f"<div><h1>A second plant</h1>{paragraphs(FIRST)}{figure}{paragraphs(SECOND)}</div>"
    assert kept(html) == [FIRST, SECOND]


def test_a_box_of_a_picture_and_one_line_is_a_caption() -> None:
    box = "<div><img src=a><div>The plant seen from the sea.</div></div>"
    html = f"<div><h1>A second plant</h1>{paragraphs(FIRST)}{box}{paragraphs(SECOND)}</div>"
    assert kept(html) == [FIRST, SECOND]


def test_what_is_loaded_late_is_a_picture_with_its_line_too() -> None:
    frame = "<div class=x><img src=a><i></i></div>"
    box = f"<div>{frame}<br><span>The plant seen from the sea</span></div>"
    told = f"<div>{frame}<br><span>The plant seen from the sea</span><p>{THIRD}</p></div>"
    html = f"<div><h1>A second plant</h1>{paragraphs(FIRST)}{{}}{paragraphs(SECOND)}</div>"
    assert kept(html.format(box)) == [FIRST, SECOND]
    assert kept(html.format(told))[-2:] == [THIRD, SECOND]


def test_a_long_line_that_ends_with_who_took_the_picture_is_a_caption() -> None:
    line = f"{THIRD} {THIRD} {THIRD} {THIRD}"
    assert 250 < len(line) < 600
    page = f"<div><h1>A second plant</h1>{paragraphs(FIRST)}{{}}{paragraphs(SECOND)}</div>"
    box = "<div><img src=a><p>{}</p></div>"
    assert kept(page.format(box.format(f"{line} (Photo: Jane Doe)"))) == [FIRST, SECOND]
    assert kept(page.format(box.format(f"{line} (so they say)"))) == [
        FIRST,
        f"{line} (so they say)",
        SECOND,
    ]


def test_the_components_of_a_content_system_are_no_consent_dialog() -> None:
    parts = "".join(
        f"<div class='text'><div class='cmp-text'><p>{x}</p></div></div>" for x in (FIRST, SECOND)
    )
    html = f"<main class='cmp-container'><h1 class='cmp-title__text'>A second plant</h1>{parts}"
    assert kept(html + "</main><div class='cmp-banner'><p>We value privacy.</p></div>") == [
        FIRST,
        SECOND,
    ]


def test_a_dialog_that_holds_the_headline_is_the_article() -> None:
    box, title, text = "post-popup", "post-popup__title", "post-popup__text"
    body = f"<div class={text}>{paragraphs(FIRST, SECOND)}</div>"
    html = f"<div class={box}><h1 class={title}>A second plant</h1>{{}}{body}</div>"
    assert kept(html.format("")) == [FIRST, SECOND]
    asked = "<div class=post-popup__cookie><p>We value what you agree to.</p></div>"
    assert kept(html.format(asked)) == [FIRST, SECOND]
    beside = f"<h1>A second plant</h1><p>{THIRD}</p><div class={box}>{body}</div>"
    assert kept(beside) == [THIRD]


def test_a_line_of_facts_called_after_the_story_is_not_its_body() -> None:
    facts = "<div class='story_tools'>sergey 11-04-2026, 14:21 Views: 877</div>"
    body = f"<div class='text'>{FIRST}<br><br>{SECOND}<br><br>{THIRD}</div>"
    html = f"<div class='fullstory'><h1>A second plant</h1>{facts}{body}</div>"
    assert kept(html)[-3:] == [FIRST, SECOND, THIRD]


def test_a_second_headline_is_of_the_body() -> None:
    deck = "<h2 class='x'>The harbour will have two of them by spring</h2>"
    html = f"<div><h1>A second plant</h1>{deck}<p>By J. Doe</p><div class='post-content'>"
    body = f"{paragraphs(FIRST, SECOND, THIRD)}</div></div>"
    assert "The harbour will have two of them by spring" in kept(html + body)
    again = html.replace("The harbour will have two of them by spring", "Harbour: a second plant")
    assert "Harbour: a second plant" not in kept(again + body)


def test_the_link_to_edit_a_section_is_no_word_of_its_heading() -> None:
    tool = "<span class='mw-editsection'>[<a href='/index.php?action=edit'>edit</a>]</span>"
    body = f"<p>{FIRST}</p><h2><span>What it costs</span>{tool}</h2><p>{SECOND}</p><p>{THIRD}</p>"
    html = f"<h1>A second plant</h1><div class='mw-parser-output'>{body}</div>"
    assert kept(html) == [FIRST, "What it costs", SECOND, THIRD]


def test_a_small_heading_called_after_facts_is_a_line_of_them() -> None:
    facts = "<h6 class='post-meta'>Posted by: <a href='/u/7'>مريم</a> 4 weeks ago</h6>"
    html = f"<h1>A second plant</h1><div>{facts}{paragraphs(FIRST, SECOND, THIRD)}</div>"
    assert kept(html) == [FIRST, SECOND, THIRD]


def test_what_names_the_site_its_section_and_a_day_is_no_standfirst() -> None:
    line = "<a href='/'>The Gazette</a> | <a href='/t'>Technology</a> | Sat 21 November 2026"
    told = "The Gazette | Technology | Sat 21 November 2026"
    head = f"<header><h1>A second plant</h1><span class='subtitle'>{line}</span></header>"
    meta = f"<meta name='description' content='{told}'>"
    assert kept(f"{meta}{head}<article>{paragraphs(FIRST, SECOND, THIRD)}</article>") == [
        FIRST,
        SECOND,
        THIRD,
    ]


def test_a_headline_before_which_metadata_set_a_kicker() -> None:
    html = f"""<article><h2><span class="kicker">Harbour works</span>
    <span>A second plant for the old town</span></h2>{paragraphs(FIRST, SECOND, THIRD)}</article>"""
    title = "Harbour works: A second plant for the old town"
    assert kept(html, title) == [FIRST, SECOND, THIRD]


def test_a_standfirst_whose_class_names_a_font() -> None:
    lead = "A long-awaited decision brings four hundred jobs to the harbour of the old town."
    html = f"""<div><h1>A second plant</h1><h2 class="subheadline font_secondary">{lead}</h2>
    <div><span>published on 24 March 2025</span></div><article class="article-body">
    <div>{paragraphs(FIRST, SECOND, THIRD)}</div></article></div>"""
    assert kept(html) == [lead, FIRST, SECOND, THIRD]


def test_the_last_paragraph_in_a_box_like_the_others_may_hold_a_link() -> None:
    last = "The question is not new. Other towns have {} like it, and none of them was glad."
    html = f"""<article><h1>A second plant</h1><div class="text">{paragraphs(FIRST + " Yes.")}
    {paragraphs(SECOND, THIRD)}</div><div class="text"><h2>Critics</h2>{paragraphs(FIRST)}</div>
    <div class="card"><span>JavaScript must be on for this</span></div>
    <div class="text"><p>{last.format("<a href=/b>tried something</a>")}</p></div></article>"""
    assert kept(html)[-1] == last.format("tried something")


def test_a_body_in_cards_of_the_story_s_own() -> None:
    own = "".join(
        f"<div class='story-card'>{paragraphs(f'{n} {FIRST}', f'{n} {SECOND}')}</div>"
        for n in range(4)
    )
    linked = f"<h3><a href=/b>Another</a></h3>{paragraphs(THIRD, THIRD)}"
    other = f"<div class='story-card'>{linked}</div>"
    html = f"<main><h1>A second plant</h1>{own}{other}</main>"
    assert kept(html) == [f"{n} {text}" for n in range(4) for text in (FIRST, SECOND)]


def test_first_headings_of_other_articles_make_no_text_of_theirs() -> None:
    others = "".join(
        f"<div class='post'><h1><a href='/o{n}'>Another story of note {n}</a></h1>"
        f"<p>This is the best news that we have heard all day in this town, number {n}.</p></div>"
        for n in range(3)
    )
    own = paragraphs("The first.", "The second.")
    html = f"<div class='entry'><h1>A second plant</h1>{own}</div><div id='moreFrom'>{others}</div>"
    assert not any("best news" in text for text in kept(f"<div class='page'>{html}</div>"))


def test_a_box_about_the_author_is_no_text() -> None:
    html = f"""<article><h1>A second plant</h1>{paragraphs(FIRST)}<section><h3>Over de auteur</h3>
    <p>Bram Hoogland is a reporter and writes about harbours.</p></section>
    {paragraphs(SECOND, THIRD)}</article>"""
    assert kept(html) == [FIRST, SECOND, THIRD]


def test_a_box_that_sums_the_article_up() -> None:
    points = "<ul><li>The plan passed by a narrow vote</li><li>Opponents will appeal</li></ul>"
    box = f"<div class='x1'><h4>Quick Read</h4><p>Checked by the newsroom</p>{points}</div>"
    html = f"""<article><h1>A second plant</h1><div>{box}{paragraphs(FIRST, SECOND, THIRD)}
    <h3>Summary</h3><ul><li>It opens in spring</li><li>It has no road</li></ul></div></article>"""
    assert kept(html)[:3] == [FIRST, SECOND, THIRD]
    assert kept(html)[-1] == "It has no road"
    above = f"<div><h1>A second plant</h1><div class='summary-x'>{box}</div></div>"
    body = f"<div class='article-body'>{paragraphs(FIRST, SECOND, THIRD)}</div>"
    assert kept(f"<main>{above}{body}</main>") == [FIRST, SECOND, THIRD]


def test_links_that_a_system_of_documentation_calls_references_are_text() -> None:
    link = "<a class='reference {}' href='https://x.example/{}'>{}</a>"
    marks = link.format("internal footnote", 1, "[1]") + link.format("internal", 2, "2")
    text = f"The ministry {link.format('external', 3, 'is to reply')} on Monday. {SECOND}{marks}"
    html = f"<article><h1>A second plant</h1>{paragraphs(FIRST, text, THIRD)}</article>"
    assert f"The ministry is to reply on Monday. {SECOND}" in kept(html)


def test_a_paragraph_that_an_editor_sets_beside_a_picture_is_text() -> None:
    picture = "<figure class='x-text__media'><img src=a.jpg></figure>"
    beside = f"<div class='x-text'>{picture}<div class='x-text__content'><p>{{}}</p></div></div>"
    html = f"""<article><h1>A second plant</h1>{paragraphs(FIRST, SECOND)}
    {beside.format("It opens in May. Nobody doubts it.")}{paragraphs(THIRD)}
    {beside.format("The gate of the old plant")}{paragraphs(THIRD)}</article>"""
    assert "It opens in May. Nobody doubts it." in kept(html)
    assert rules(html)["The gate of the old plant"] == "region:caption"


def test_a_short_line_below_a_picture_alone_is_its_caption() -> None:
    picture = "<p><img src=a.jpg></p>"
    html = f"""<article><h1>A second plant</h1>{paragraphs(FIRST)}{picture}
    <p>Workers at the gate of the old plant by the sea</p>{paragraphs(SECOND)}{picture}
    <p>It was late.</p>{picture}<p><b>Who pays</b></p>{paragraphs(THIRD)}</article>"""
    assert rules(html)["Workers at the gate of the old plant by the sea"] == "region:caption"
    assert rules(html)["It was late."] != "region:caption"
    assert rules(html)["Who pays"] != "region:caption"


def test_an_article_appended_below_is_another_however_long_it_is() -> None:
    long = paragraphs(*(f"Day {n}: {THIRD} {SECOND}" for n in range(20)))
    html = f"""<div class=post><h1>A second plant</h1><div>{paragraphs(FIRST, SECOND, THIRD)}</div>
    </div><div><a href=/x>Another story of today</a></div>
    <div class="post next"><h1>A third harbour</h1><div>{long}</div></div>"""
    assert kept(html) == [FIRST, SECOND, THIRD]


def test_a_whole_article_appended_within_is_another() -> None:
    page = """<article><h1>A second plant</h1>{}<article><h2><a href="{}">A storm at sea</a></h2>
    <p>{}</p></article></article>"""
    storm = (
        "The harbour was closed on Monday by a storm that nobody had foreseen. " * 5 + "So it is."
    )
    own = paragraphs(FIRST, SECOND, THIRD)
    assert kept(page.format(own, "/tech/2", storm)) == [FIRST, SECOND, THIRD]
    assert storm in kept(page.format(own, "/tech/1#storm", storm))  # a part of a live page
    assert storm in kept(page.format("", "/tech/2", storm))  # a link to what it speaks of


def test_whatever_stands_in_the_figure_of_a_picture_is_of_its_caption() -> None:
    picture = (
        "<figure><div><picture><img src='a.jpg' alt='A quay'></picture><span>North Agency</span>"
        "</div><figcaption>The harbour</figcaption></figure>"
    )
    html = f"<article><h1>A second plant</h1>{picture}{paragraphs(FIRST, SECOND, THIRD)}</article>"
    assert kept(html) == [FIRST, SECOND, THIRD]


def test_a_standfirst_that_is_called_a_teaser_is_of_the_article() -> None:
    lead = "<p class='teaser'>The town and the company argue about the road to it.</p>"
    body = f"<div class='elements'>{paragraphs(FIRST, SECOND, THIRD)}</div>"
    html = f"<article><header><h1>A second plant</h1></header>{lead}{body}</article>"
    assert kept(html)[0] == "The town and the company argue about the road to it."


def test_a_list_under_the_heading_of_a_summary_needs_no_box() -> None:
    points = "<h2>L'essentiel</h2><ul><li>Deux quais fermés.</li><li>Les travaux suivent.</li></ul>"
    html = f"<article><h1>A second plant</h1>{points}{paragraphs(FIRST, SECOND, THIRD)}</article>"
    assert kept(html) == [FIRST, SECOND, THIRD]


def test_a_paragraph_that_sums_the_article_up_goes_with_its_heading() -> None:
    box = "<div class='x1'><h3>ملخص</h3><p>{}</p></div>"
    short = "The plant opens next spring, and the council still has not found who will pay for it."
    page = f"<h1>A second plant</h1><article>{{}}{paragraphs(FIRST, SECOND, THIRD)}</article>"
    assert kept(page.format(box.format(short))) == [FIRST, SECOND, THIRD]
    section = box.replace("ملخص", "The plant").format(short)
    assert kept(page.format(section)) == ["The plant", short, FIRST, SECOND, THIRD]
    late = f"<h1>A second plant</h1><article>{paragraphs(FIRST, SECOND)}{box.format(short)}"
    assert short in kept(f"{late}{paragraphs(THIRD)}</article>")


def test_a_list_below_the_headline_that_is_called_a_footer_holds_the_standfirst() -> None:
    lead = "The second plant opens next spring, later than planned"
    page = f"<h1>A second plant</h1><ul class='footer'><li><h2>{lead}</h2></li></ul>"
    assert kept(f"{page}<div class='by'>Jane</div>{paragraphs(FIRST, SECOND)}")[0] == lead


def test_a_second_headline_may_name_a_year() -> None:
    deck = "The harbour says that all nine gates will be replaced by 2028 after a run of breakdowns"
    page = "<section><h1>A second plant</h1></section><div><h3>{}</h3></div><div>By the desk</div>"
    text = f"<section>{paragraphs(FIRST, SECOND, THIRD)}</section>"
    assert kept(page.format(deck) + text)[0] == deck
    assert kept(page.format("Published on Monday 3 March 2026") + text)[0] == FIRST


def test_a_second_headline_may_share_little_words_with_the_first() -> None:
    title = "I binari che si ascoltano da soli"
    deck = "Sente i passi, i sassi e le crepe prima che si aprano lungo mille chilometri di rete"
    page = f"<h1>{title}</h1><h2>{deck}</h2><p>By the desk</p><div class='article-body'>"
    assert kept(f"{page}{paragraphs(FIRST, SECOND, THIRD)}</div>", title)[0] == deck


def test_standfirsts_in_a_list_below_the_headline() -> None:
    lead = "- The council saw the plans in a tent"
    page = f"<h1>A second plant</h1><ul class='article-subtitles'><li>{lead}</li></ul>"
    text = f"<div class='by'>Jane</div><div class='text'>{paragraphs(FIRST, SECOND)}</div>"
    assert kept(page + text)[0] == lead


def test_a_headline_behind_its_kicker_in_one_heading_is_above_its_standfirst() -> None:
    lead = (
        "A thousand birds never collide: what the swarm knows may help the drones of the harbour."
    )
    head = "<h2><span>Flight</span><span>A second plant</span></h2><time>9 March, 13:40</time>"
    text = f"<div>{paragraphs(FIRST, SECOND, THIRD)}</div>"
    page = f"<article><header>{head}</header><p>{lead}</p>{text}</article>"
    assert kept(page) == [lead, FIRST, SECOND, THIRD]


def test_the_part_of_a_text_before_its_wall_is_no_teaser() -> None:
    first = [f"{n}. {FIRST} {SECOND}" for n in range(1, 6)]
    second = [f"{n}. {THIRD} {SECOND}" for n in range(1, 9)]
    html = f"""<main><article><h1>A second plant</h1>
    <div class="teaser-content"><div class="grid">{paragraphs(*first)}</div></div>
    <div class="remainder-content"><div class="grid">{paragraphs(*second)}</div></div></article>
    </main>"""
    assert kept(html, "What is shared") == [*first, *second]
    assert set(rules(html).values()) == {None, "line:headline"}
    card = f'<div class="teaser-content"><h3><a href=/2>Other</a></h3>{paragraphs(*first)}</div>'
    html = f"<main><article><h1>A second plant</h1>{paragraphs(*second)}</article>{card}</main>"
    assert kept(html) == second


def test_a_box_of_its_label_and_a_paragraph_sums_up() -> None:
    box = f'<div class="article-summary"><strong>ملخص</strong><p>{FIRST}</p></div>'
    texts = [f"{n}. {THIRD} {SECOND}" for n in range(1, 6)]
    html = f"<main><h1>A second plant</h1>{box}<div class=body>{paragraphs(*texts)}</div></main>"
    assert kept(html) == texts


def test_the_other_wording_within_a_headline_is_no_standfirst() -> None:
    texts = [f"{n}. {THIRD} {SECOND}" for n in range(1, 6)]
    html = f"""<main>
    <h1><span>A second plant</span><div>What the harbour builds next spring</div></h1>
    <div class="body">{paragraphs(*texts)}</div></main>"""
    assert kept(html) == texts


def test_a_list_that_is_called_a_standfirst_opens_the_text() -> None:
    texts = [f"{n}. {SECOND}" for n in range(1, 6)]
    html = f"""<main><header><div><h1>A second plant</h1></div><div class="abstract-excerpt"><ul>
    <li><h2>{FIRST}</h2></li><li><h2>{THIRD}</h2></li></ul></div></header>
    <div class="wrapper"><div class="inner"><div>{paragraphs(*texts)}</div></div></div></main>"""
    assert kept(html) == [FIRST, THIRD, *texts]


def test_a_list_of_sources_under_its_label_is_no_text() -> None:
    texts = [f"{n}. {THIRD} {SECOND}" for n in range(1, 6)]
    box = "<div><div>Verwendete Quellen</div><ul><li>dpa, Meldung</li><li>bonn.de</li></ul></div>"
    html = f"<main><h1>A second plant</h1><div>{paragraphs(*texts)}{box}</div></main>"
    assert kept(html) == texts


def test_a_quotation_in_a_box_of_a_content_system_is_text() -> None:
    texts = [f"{n}. {THIRD} {SECOND}" for n in range(1, 6)]
    box = f'<div class="cmp-quote"><blockquote><p>{FIRST}</p></blockquote></div>'
    html = f"<main><h1>A second plant</h1><div>{paragraphs(*texts)}{box}</div></main>"
    assert kept(html) == [*texts, FIRST]
    assert kept(html.replace("cmp-quote", "highlighted-quote")) == texts


def test_a_sentence_pasted_into_a_nameless_box_between_paragraphs_is_prose() -> None:
    told, label, town = "She donated a kidney to her brother.", "Read on below", "Chemnitz."
    for line, stays in ((told, True), (label, False), (town, False)):
        html = f"<article>{paragraphs(FIRST, SECOND)}<div>{line}</div>{paragraphs(THIRD)}</article>"
        assert (line in kept(html)) is stays
    html = f'<article>{paragraphs(FIRST, SECOND)}<div class="x">{told}</div>{paragraphs(THIRD)}'
    assert told not in kept(html)


def test_the_first_sentence_in_a_nameless_box_below_the_prose_is_its_last() -> None:
    last, note = "She donated a kidney to her brother.", "All our letters are free of charge."
    box = f"<div>{last}</div>"
    html = f"<article>{paragraphs(FIRST, SECOND, THIRD)}{box}<div>{note}</div></article>"
    assert kept(html)[-1] == last
    for other in (
        box.replace("<div>", "<div class=x>"),
        box.replace("a kidney", "<a>a kidney</a>"),
    ):
        assert last not in kept(html.replace(box, other))
    behind = paragraphs(FIRST.replace("Monday", "Friday"))
    pasted = kept(html.replace("</article>", f"{behind}</article>"))
    assert pasted[-3:-1] == [last, note]  # several sentences may be pasted between paragraphs


def test_a_short_last_line_with_a_link_stands_where_the_prose_does() -> None:
    def box(text: str) -> str:
        return f"<div class=block><p class=x1>{text}</p></div>"

    last = "It is led by a committee of three <a href=/people/7>members</a>."
    html = f"""<article><h1>A second plant</h1>{"".join(map(box, (FIRST, SECOND, THIRD)))}
    <div class=other><h2>Who runs the board?</h2></div>{box(last)}</article>"""
    assert kept(html)[-2:] == ["Who runs the board?", "It is led by a committee of three members."]


def test_a_short_last_sentence_in_a_box_like_those_of_the_others_is_of_the_text() -> None:
    box = "<div class=text-editor><p>{}</p></div>"
    page = "<div><h1>A second plant</h1></div><div>{}<div class=more><p>Read on.</p></div></div>"
    texts = [FIRST, SECOND, THIRD, *(f"{THIRD} It is {n}." for n in (1, 2, 3)), "With plain ink."]
    assert kept(page.format("".join(map(box.format, texts)))) == texts


def test_a_head_that_counts_what_a_name_begins_and_a_button_ends_is_of_readers() -> None:
    def marked(*box: str) -> list[str | None]:
        lines = "".join(f"<p>{line}</p>" for line in box[1:])
        html = f"<main><div>{paragraphs(FIRST, SECOND)}</div><div><h3>{box[0]}</h3>{lines}</div>"
        doc = parse_text(f"{html}</main>", "https://news.example/plant")
        pieces = read(doc.tree, find_core(doc, frozenset())).pieces
        mark_comments(pieces, None)
        return [piece.region for piece in pieces[2:]]

    said = "That was so in our firm too, ten years ago."
    for head in ("18 Zurufe", "Corrillo (5)"):
        assert marked(head, "Tobias Hanke", said, "Erwidern") == ["comments"] * 4
    assert not any(marked("3 plants", "The oldest stands in Leeds.", said, "Erwidern"))
    assert not any(marked("3 plants", "Leeds", said, THIRD))
    assert not any(marked("Our plants", "Tobias Hanke", said, "Erwidern"))
