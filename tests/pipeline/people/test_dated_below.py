"""Who signs beside the day in the foot of an entry, and who made the site."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from pipeline.extract import extract_article
from pipeline.records import Article, Memory, Page

NOW = datetime(2026, 11, 25, tzinfo=UTC)
TITLE = "Die alte Brücke am Hafen wird erneuert"
TEXT = "".join(
    f"<p>Der Rat hat am Dienstag den {number}. Teil der Pläne für die Brücke am Hafen gebilligt, "
    "wie das Bauamt mitteilte.</p>"
    for number in range(1, 6)
)
FILED = " ".join(f'<a href="/thema/{n}" rel="category tag">Thema {n}</a>' for n in range(3))
LINE = "<div class='right'><span>Jana Roth</span> | 29.07.2026 um 14:26</div>"


def _authors(foot: str, head: str = "", text: str = TEXT) -> tuple[str, ...]:
    html = (
        f"<html lang='de'><head><title>{TITLE} | Hafenblog</title>{head}</head><body><div>"
        f"<h1>{TITLE}</h1><div class='text'>{text}</div>{foot}</div></body></html>"
    )
    url = "https://blog.example.de/bruecke"
    article = extract_article(Page(url, url, html.encode(), NOW, charset="utf-8"), Memory(), NOW)
    assert isinstance(article, Article)
    return article.authors


@pytest.mark.parametrize(
    "foot",
    [
        f"<div class='entry-footer'><div class='left'>{FILED}</div>{LINE}</div>",
        f"<div class='unten'><div>{FILED}</div>{LINE}</div>",
    ],
)
def test_who_signs_beside_the_day(foot: str) -> None:
    assert _authors(foot) == ("Jana Roth",)


def test_nobody_of_whom_the_text_speaks() -> None:
    text = f"{TEXT}<p>Die Pläne hatte Jana Roth im Frühjahr vorgelegt, sagte der Sprecher.</p>"
    foot = f"<div class='entry-footer'><div class='left'>{FILED}</div>{LINE}</div>"
    assert _authors(foot, text=text) == ()


def test_nobody_in_a_comment_or_a_card() -> None:
    comments = f"<div class='comments'><div>{FILED}</div>{LINE}</div>"
    assert _authors(comments) == ()
    card = "<h3><a href='/2'>Der Hafen bekommt einen neuen Kran</a></h3>"
    assert _authors(f"<div class='unten'>{FILED}<div>{card}{LINE}</div></div>") == ()


@pytest.mark.parametrize(
    "foot",
    [
        "Theme by <a href='/t'>Jana Roth</a>",
        "Webdesign: Jana Roth",
        "Designed by Jana Roth",
        "Umsetzung: Jana Roth",
        "Création du site : Jana Roth",
        "Diseño web por Jana Roth",
        "Создание сайта Jana Roth",
        "تصميم وتطوير: Jana Roth",
    ],
)
def test_who_made_the_site_is_no_author(foot: str) -> None:
    head = "<meta name='author' content='Jana Roth'>"
    day = "<p>29.07.2026</p>"
    assert _authors(f"<footer><p>{foot}</p></footer>", head, day + TEXT) == ()
    assert _authors("<p>Text: Jana Roth</p>", head, day + TEXT) == ("Jana Roth",)


def test_who_is_unseen_on_a_page_without_a_day_made_it() -> None:
    head = "<meta name='author' content='Jana Roth'>"
    assert _authors("", head) == ()
    called = f"{head}<meta property='og:type' content='article'>"
    assert _authors("", called) == ("Jana Roth",)
    assert _authors("", head, f"<p>29.07.2026</p>{TEXT}") == ("Jana Roth",)
    assert _authors("", "<meta name='creator' content='Studio Pier, www.pier.example'>") == ()
