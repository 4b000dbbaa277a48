"""Small shapes of pages: flashes below their standfirst, heads in bold, labels that trail off."""

from __future__ import annotations

from datetime import UTC, datetime

from pipeline.extract import extract_article
from pipeline.memory import EMPTY
from pipeline.records import Article, Page

NOW = datetime(2026, 11, 20, tzinfo=UTC)
FIRST = (
    "The council voted on Tuesday to close the old bridge, which carries the coast road over the "
    "river, until the spring."
)
SECOND = (
    "Engineers found rust in two of its piers, and the repairs will cost more than the town spent "
    "on roads in a year."
)
SHORT = "The mayor apologised on Monday."


def _read(body: str, title: str = "Old bridge to close", described: str = "") -> Article:
    url = "https://paper.example/2026/11/17/old-bridge-to-close"
    head = f"<title>{title}</title>" + (
        f'<meta name="description" content="{described}">' if described else ""
    )
    html = f"<html lang=en><head>{head}</head><body>{body}</body></html>".encode()
    article = extract_article(Page(url, url, html, NOW, charset="utf-8"), EMPTY, NOW)
    assert isinstance(article, Article)
    return article


def test_flash_stays_above_buttons_that_ask_whether_it_helped() -> None:
    told = _read(
        f'<article><h1>Old bridge to close</h1><p class="chapo">{FIRST}</p>'
        "<div class=sign>Published on 17 November 2026 at 10:15, updated on 17 November 2026 at "
        f'11:40</div><div class="c-body"><p>{SHORT}</p><p><a href="https://chat.example/c">Join '
        'our channel for local news</a></p><div class="vote share"><p>Was this useful?</p>'
        "<button>Yes</button><button>No</button></div></div></article>",
        described=FIRST,
    )
    assert told.text.split("\n\n") == [FIRST, SHORT]


def test_label_that_trails_off_before_a_headline_goes() -> None:
    link = '<a href="/2026/11/12/ferry-returns">Ferry returns to the harbour after the storm</a>'
    told = _read(
        f"<article><h1>Old bridge to close</h1><p>{FIRST}</p><p><strong>In the same context.. "
        f"{link}</strong></p><p>{SECOND}</p></article>"
    )
    assert told.text.split("\n\n") == [FIRST, SECOND]


def test_sentence_that_trails_off_before_a_link_stays() -> None:
    link = '<a href="/2026/11/12/ferry-returns">the ferry returned to the harbour at noon.</a>'
    told = _read(
        f"<article><h1>Old bridge to close</h1><p>{FIRST}</p><p>And then… {link}</p>"
        f"<p>{SECOND}</p></article>"
    )
    assert "the ferry returned to the harbour at noon." in told.text


def test_bold_question_of_an_interview_stays_whatever_its_words() -> None:
    asked = (
        f"<p><strong>How long before anyone noticed?</strong></p><p>{SECOND}</p>"
        f"<p><strong>Did you pay?</strong></p><p>No, we rebuilt every pier. {SHORT}</p>"
    )
    told = _read(f"<article><h1>Old bridge to close</h1><p>{FIRST}</p>{asked}</article>")
    assert "Did you pay?" in told.text


def test_bold_question_of_a_house_goes_amid_a_text_without_others() -> None:
    told = _read(
        f"<article><h1>Old bridge to close</h1><p>{FIRST}</p><p><strong>Did you pay?</strong></p>"
        f"<p>{SECOND}</p></article>"
    )
    assert "Did you pay?" not in told.text


def test_credit_of_a_cover_is_no_author() -> None:
    first = "قرر المجلس إغلاق الجسر القديم حتى الربيع بعد العثور على صدأ في اثنتين من دعاماته."
    html = (
        "<html lang=ar><head><title>إغلاق الجسر القديم</title></head><body><article>"
        f"<h1>إغلاق الجسر القديم</h1><div class=body><p>{first}</p><p>{first[4:]}</p></div>"
        "<p>صورة الغلاف: رويترز</p></article></body></html>"
    )
    url = "https://paper.example/2026/11/17/jisr"
    article = extract_article(Page(url, url, html.encode(), NOW, charset="utf-8"), EMPTY, NOW)
    assert isinstance(article, Article)
    assert article.authors == ()


def test_bold_head_among_heads_stays_above_a_button() -> None:
    told = _read(
        f"<article><h1>Old bridge to close</h1><p>{FIRST}</p><p><strong>What to do now</strong></p>"
        "<p>The ferry sails for free between both banks until April.</p><p><a class=button "
        f'href="/share">Share this post</a></p><p>{SECOND}</p><p><strong>How it began</strong></p>'
        f"<p>Divers saw the first cracks in autumn. {SHORT}</p></article>"
    )
    assert "What to do now\n\nThe ferry sails for free between both banks until April." in told.text


def test_box_that_asks_beside_a_button_of_a_script_goes() -> None:
    asked = "Know somebody who argues about bridges at dinner? Send them this."
    told = _read(
        f"<article><h1>Old bridge to close</h1><div class=body><p>{FIRST}</p><div class=wrap>"
        f'<div class=preamble><p>{asked}</p></div><p><a class="button"><span>Refer a friend</span>'
        f"</a></p></div><p>{SECOND}</p><p>{SHORT} {FIRST}</p></div></article>"
    )
    assert asked not in told.text
    assert SECOND in told.text


def test_part_of_a_text_stays_above_a_button_of_a_script() -> None:
    told = _read(
        f"<article><h1>Old bridge to close</h1><div class=body><p>{FIRST}</p><div><h3>The piers"
        f'</h3><p>{SECOND}</p><a class="btn">Show the plan</a></div><p>{SHORT} {FIRST}</p></div>'
        "</article>"
    )
    assert SECOND in told.text


def test_mailbox_of_the_house_goes_below_a_flash() -> None:
    told = _read(
        f"<article><h1>Old bridge to close</h1><p>{FIRST}</p><p>For all questions there are send "
        "a letter to: desk@paper.example</p></article>"
    )
    assert told.text == FIRST


def test_what_is_of_a_page_is_no_person_in_persian() -> None:
    first = "شورای شهر پل قدیمی را تا بهار بست، زیرا در دو پایه آن زنگ‌زدگی دیده شده است."
    html = (
        "<html lang=fa><head><title>پل قدیمی بسته شد</title></head><body><div class=news>"
        f"<h1>پل قدیمی بسته شد</h1><div class=body><p>{first}</p><p>{first[5:]}</p></div>"
        "<div class=others><h3>از همین صفحه</h3><div><a href='/a/b/c-1'>قایق‌ها به بندر "
        "برگشتند</a></div></div></div></body></html>"
    )
    url = "https://paper.example/2026/11/17/pol"
    article = extract_article(Page(url, url, html.encode(), NOW, charset="utf-8"), EMPTY, NOW)
    assert isinstance(article, Article)
    assert article.authors == ()


def test_reporter_of_a_region_has_no_name_in_pashto() -> None:
    first = "د ښار شورا زوړ پل تر پسرلي وتاړه، ځکه چې دوه ستنې یې زنګ وهلي دي."
    html = (
        "<html lang=ps><head><title>زوړ پل وتړل شو</title></head><body><article>"
        "<h1>زوړ پل وتړل شو</h1><p class=post-meta>د <span class=author><a href='/author/x/'>"
        f"د سیمې خبریال</a></span> لخوا</p><div class=entry><p>{first}</p><p>{first[4:]}</p></div>"
        "</article></body></html>"
    )
    url = "https://paper.example/2026/11/17/pul"
    article = extract_article(Page(url, url, html.encode(), NOW, charset="utf-8"), EMPTY, NOW)
    assert isinstance(article, Article)
    assert article.authors == ()
