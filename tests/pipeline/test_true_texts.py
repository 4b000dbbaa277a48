"""True texts, parts of which look like what is none, and pages with a link that is no address."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from pipeline.extract import extract_article
from pipeline.memory import EMPTY
from pipeline.records import Article, Page
from tests.pipeline.ferry_text import LINES, paragraphs

NOW = datetime(2026, 11, 25, tzinfo=UTC)
URL = "https://courier.example/harbour/1"
TITLE = "The ferry runs again over the wide river"
FORM = "<form><textarea></textarea><button>Send</button></form>"
SAID = [
    "The ferry has left the quay with nine guests and a dog on board, and the sea is calm.",
    "Those who stood there at dawn say that the water was as flat as a table, and as grey.",
]


def _article(body: str, title: str = TITLE, url: str = URL, head: str = "") -> Article:
    html = f"<html lang=en><title>{title}</title>{head}<article><h1>{title}</h1>{body}</article>"
    result = extract_article(Page(url, url, html.encode(), NOW), EMPTY, NOW)
    assert isinstance(result, Article)
    return result


@pytest.mark.parametrize(
    "link",
    [
        "<nav><a href='http://[link]'>Home</a></nav>",
        "<div><div><a href='http://[link]/x'>The Ledger of the coast</a></div><p>Six.</p></div>",
    ],
)
def test_a_link_that_is_no_address_breaks_nothing(link: str) -> None:
    text = _article(f"{paragraphs(LINES[:3])}{link}{paragraphs(LINES[3:])}").text
    assert all(line in text for line in LINES)


def test_a_link_to_a_topic_without_words_breaks_nothing() -> None:
    line = '<p class="byline">By Jane Doe <a rel="tag" href="/x"><img src="/i.png"></a></p>'
    assert _article(line + paragraphs(LINES)).authors == ("Jane Doe",)


@pytest.mark.parametrize(
    "form",
    [
        "<blockquote><p>{}</p>— The mayor (@mayor) <a href=#>November 20, 2026</a></blockquote>",
        "<blockquote><p>{}</p><p>The mayor, 20 November 2026</p></blockquote>",
        "<div><p>{}</p><p>Leeds, 20 November 2026</p></div>",
        "<article><footer>18:05</footer><p>{}</p></article>",
        "<section><article><footer>Portrait: Ann Poe, 41</footer><p>{}</p></article></section>",
    ],
)
def test_what_a_text_quotes_amid_it_is_no_comment(form: str) -> None:
    said = "".join(form.format(line) for line in SAID)
    text = _article(f"{paragraphs(LINES[:4])}{said}{paragraphs(LINES[4:])}{FORM}").text
    assert all(line in text for line in (*LINES, *SAID))


@pytest.mark.parametrize(
    "head",
    ["Jane Doe's verdict", "Analysis by Jane Doe", "Jane Doe recommends", "A poem by Jane Doe"],
)
def test_what_an_author_says_below_their_name_is_the_text_s(head: str) -> None:
    told = ["It is the best ferry on the coast, and the dearest.", "Nobody should miss the view."]
    named = "<meta name=author content='Jane Doe'>"
    text = _article(f"{paragraphs(LINES)}<h3>{head}</h3>{paragraphs(told)}", head=named).text
    assert all(line in text for line in told)


@pytest.mark.parametrize(
    ("title", "head"),
    [
        ("Dune", "“Dune” (2021)"),
        ("Oppenheimer", "«Oppenheimer», 180 min"),
        ("Die Brücke", "3. “Die Brücke”"),
        (TITLE, f"“{TITLE}”, part 2"),
    ],
)
def test_a_heading_that_quotes_the_title_beside_a_number(title: str, head: str) -> None:
    body = f"{paragraphs(LINES[:5])}<h3>{head}</h3>{paragraphs(LINES[5:])}"
    assert LINES[5] in _article(body, title).text


def test_the_author_of_a_book_has_a_section() -> None:
    told = ["He was born in the harbour town in 1931, as the ninth child of a pilot.", SAID[1]]
    parts = f"<h3>The book</h3>{paragraphs(LINES)}<h3>The author</h3>{paragraphs(told)}"
    assert all(line in _article(parts).text for line in told)


def test_a_line_with_which_a_text_begins_may_be_said_again() -> None:
    line = "Nobody who has seen the sea at night from the old mole of the harbour forgets it."
    quote = f"<blockquote><p>{line}</p><footer>Jane Doe, The Sea</footer></blockquote>"
    again = f"<p>The line “{line}” was written in 1931, long before the ferry came.</p>"
    assert _article(quote + paragraphs(LINES) + again).text.count(line) == 2


@pytest.mark.parametrize("path", ["/rivers/don", "/people/abo", "/products/subscriptions"])
def test_a_folder_of_a_site_is_no_offer_of_its(path: str) -> None:
    box = f"<div><div><a href='{path}'>The long river of the coast</a></div><p>{SAID[0]}</p></div>"
    text = _article(f"{paragraphs(LINES[:3])}{box}{paragraphs(LINES[3:])}").text
    assert SAID[0] in text


def test_a_round_up_of_other_houses_keeps_what_it_links() -> None:
    items = "".join(
        f"<h3><a href='https://h{n}.example/w'>The house number {n} of the round-up of the week</a>"
        f"</h3><p><a href='https://h{n}.example/w'>{said}</a></p>"
        for n, said in enumerate(SAID)
    )
    text = _article(f"{paragraphs(LINES[:3])}{items}{paragraphs(LINES[3:])}").text
    assert all(said in text for said in SAID)


def test_a_day_in_the_headline_of_which_a_text_tells() -> None:
    title = "The day that changed the town"
    html = (
        f"<title>{title} | Courier</title><article><h1><span>September 11, 2001</span> {title}</h1>"
        f"<p>By Jane Doe</p><p>Published 19 October 2026</p>{paragraphs(LINES)}</article>"
    )
    result = extract_article(Page(URL, URL, html.encode(), NOW), EMPTY, NOW)
    assert isinstance(result, Article)
    assert result.published is not None
    assert result.published.value.year == 2026


def test_a_house_whose_name_is_all_that_its_pages_are_called() -> None:
    head = (
        "<meta property=og:title content='Quay Courier'>"
        "<meta property=og:site_name content='Quay Courier'>"
    )
    url = "https://hosts.example/quaycourier/2026/ferry"
    body = f"<h1>Quay Courier</h1><article><h2>{TITLE}</h2>{paragraphs(LINES)}</article>"
    html = f"<title>Quay Courier</title>{head}{body}"
    result = extract_article(Page(url, url, html.encode(), NOW), EMPTY, NOW)
    assert isinstance(result, Article)
    assert result.title == TITLE
