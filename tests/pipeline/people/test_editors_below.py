"""An editor's line below a text, which tells no author where somebody signs in any other way."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from pipeline.extract import extract_article
from pipeline.memory import EMPTY
from pipeline.records import Article, Page

NOW = datetime(2026, 11, 25, tzinfo=UTC)
URL = "https://news.example/tech/new-chip"
TITLE = "A new chip runs language models without a network"
TEXT = "The company showed a chip that runs language models on small devices, its engineers said."


def authors(above: str = "", last: str = "", head: str = "") -> tuple[str, ...]:
    html = (
        f"<html><head><title>{TITLE}</title>{head}</head><body><main><h1>{TITLE}</h1>{above}<div>"
        f"<p>1. {TEXT}</p><p>2. {TEXT}</p><p>3. {TEXT}</p>{last}</div></main></body></html>"
    )
    found = extract_article(Page(URL, URL, html.encode(), NOW, charset="utf-8"), EMPTY, NOW)
    assert isinstance(found, Article)
    return found.authors


EDITED = "<p>Editor: Uwe Kranz</p>"
JSON_LD = (
    '<script type="application/ld+json">{"@type":"NewsArticle","author":'
    '{"@type":"Person","name":"Jane Doe"}}</script>'
)


@pytest.mark.parametrize(
    ("above", "last", "names"),
    [
        ("<div><span>Jane Doe</span> · <span>17/11/2026</span></div>", EDITED, ("Jane Doe",)),
        ("<p>Jane Doe – London</p>", EDITED, ("Jane Doe",)),
        ("", f"<p>(Jane Doe)</p>{EDITED}", ("Jane Doe",)),
        ("", f"<p><em>Jane Doe</em></p>{EDITED}", ("Jane Doe",)),
        ("", "<p><em>Jane Doe</em></p><p>Edited by Uwe Kranz</p>", ("Jane Doe",)),
        ("", "<p>(عمرو أبو المجد)</p><p>تحرير: محمد بن ناصر</p>", ("عمرو أبو المجد",)),
        # nobody else signs
        ("", EDITED, ("Uwe Kranz",)),
        ("<p>17/11/2026</p>", "<p>تحرير: محمد بن ناصر</p>", ("محمد بن ناصر",)),
    ],
)
def test_who_wrote_goes_before_the_editor_below(
    above: str, last: str, names: tuple[str, ...]
) -> None:
    assert authors(above, last) == names


def test_the_editor_below_is_not_whom_metadata_name() -> None:
    assert authors(last=EDITED, head=JSON_LD) == ("Jane Doe",)


@pytest.mark.parametrize(
    ("line", "names"),
    [
        ("<div class=post-info>Diposting pada 12/03/2026 oleh Galih Prakoso</div>",
         ("Galih Prakoso",)),
        ("<div class=post-info>Опубликовано 12.03.2026, автор Павел Зорин</div>", ("Павел Зорин",)),
        ("<p>Publicado: 12 de marzo de 2026 | Autor: María del Mar Quesada</p>",
         ("María del Mar Quesada",)),
        ("<p>By Jane Doe am Montag</p>", ("Jane Doe",)),
        ("<div class=author-block><div class=author-block__name>Тимур Сафиуллин</div>"
         "<div class=author-block__pos>Экономист</div></div>", ("Тимур Сафиуллин",)),
        ("<p class=author>최은영 교수</p>", ("최은영",)),
        ("<p class=byline>Von Prof. Dr. Tarek Nasser</p>", ("Prof. Dr. Tarek Nasser",)),
        ("<p>Мария фон Берг</p><p>17/11/2026</p>", ("Мария фон Берг",)),
        ("<ul><li><i class='icon-user'></i>小林ユキ</li><li>17/11</li></ul>", ("小林ユキ",)),
        ("<p>松本ホール</p><p>2026年11月17日</p>", ()),
        ("<div class=author>著者プロフィール</div>", ()),
        ("<div class=author>기자 소개</div>", ()),
        ("<p class=byline>Von dort. Er kam nie mehr</p>", ()),
        ("<p class=author>איתמר אייכנר כותב</p>", ("איתמר אייכנר",)),
    ],
)  # fmt: skip
def test_more_bylines(line: str, names: tuple[str, ...]) -> None:
    assert authors(line) == names


def test_a_columnist_s_portrait_beside_another_article_signs_nothing() -> None:
    card = (
        "<div class=op-item><img src=a.jpg alt='{n}'><a href='/author/{n}'>{n}</a>"
        "<a href='/op/1'>{t}</a></div>"
    )
    cards = card.format(n="松本真理子", t="市議会、新しい交通計画を可決") + card.format(
        n="伊藤大輔", t="アジア向けのナツメヤシ輸出が増加"
    )
    assert authors(last=f"</div><div><h3>オピニオン</h3>{cards}") == ()


@pytest.mark.parametrize(
    ("title", "names"),
    [
        ("مجلس المدينة يقر خطة جديدة للنقل العام.. بقلم: إسلام أبو العز", ("إسلام أبو العز",)),
        ("مجلس المدينة يقر خطة جديدة للنقل العام | بقلم سهى زكي", ("سهى زكي",)),
        ("رسالة من السجن كتبت بقلم رصاص مكسور", ()),
    ],
)
def test_who_wrote_by_the_end_of_a_headline(title: str, names: tuple[str, ...]) -> None:
    html = f"<title>{title}</title><main><h1>{title}</h1><p>{TEXT}</p><p>2. {TEXT}</p></main>"
    found = extract_article(Page(URL, URL, html.encode(), NOW, charset="utf-8"), EMPTY, NOW)
    assert isinstance(found, Article)
    assert found.authors == names


def test_an_editor_s_line_at_the_end_is_no_text() -> None:
    html = (
        f"<title>{TITLE}</title><main><h1>{TITLE}</h1><p class=byline>By Jane Doe</p>"
        f"<p>1. {TEXT}</p><p>2. {TEXT}</p><p>3. {TEXT}</p><p>{{}}</p></main>"
    )
    for line, goes in (
        ("Revisione di Ada Bianchi", True),
        ("Edited by the sea it was not.", False),
    ):
        page = Page(URL, URL, html.format(line).encode(), NOW, charset="utf-8")
        found = extract_article(page, EMPTY, NOW)
        assert isinstance(found, Article)
        assert (line not in found.text) is goes
