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
