"""Persons told by where their names, pictures and accounts lead, and by what stands around them."""

from __future__ import annotations

from datetime import UTC, datetime
from html import escape

import pytest

from pipeline.extract import extract_article
from pipeline.memory import EMPTY
from pipeline.people.names import clean_names
from pipeline.records import Article, Page

NOW = datetime(2026, 11, 25, tzinfo=UTC)
URL = "https://news.example/tech/new-chip-for-language-models"
TITLE = "A new chip runs language models without a network"
TEXT = (
    "The company showed a chip that runs language models on small devices, its engineers said "
    "on stage, where hundreds of developers had come to see it at work for the first time. "
)


def authors(facts: str = "", *, above: str = "", end: str = "", below: str = "") -> tuple[str, ...]:
    html = (
        f"<html><head><title>{TITLE}</title></head><body><main>{above}<h1>{TITLE}</h1>"
        f"{facts}<div>{f'<p>{TEXT}</p>' * 3}{end}</div>{below}</main></body></html>"
    )
    found = extract_article(Page(URL, URL, html.encode(), NOW, charset="utf-8"), EMPTY, NOW)
    assert isinstance(found, Article)
    return found.authors


@pytest.mark.parametrize(
    ("facts", "names"),
    [
        ("<a href='/writers/12'><img alt='Zrinka Aquin'></a>", ("Zrinka Aquin",)),
        ("<a href='/writers/12'><img alt='صورة وديان الهاشمي'></a>", ("وديان الهاشمي",)),
        ("<a href='/chips/12'><img alt='Zrinka Aquin'></a>", ()),
        ("<p><a href='mailto:desk@n.example'>سارة أحمد</a></p>", ("سارة أحمد",)),
        ("<p><a href='mailto:desk@n.example'>راسلنا هنا</a></p>", ()),
        ("<p>راسلونا على <a href='mailto:wh7@n.example'>wh7@n.example</a></p>", ()),
        ("<p>سارة أحمد <a href='mailto:wh7@n.example'>wh7@n.example</a></p>", ("سارة أحمد",)),
        ("<p>تصوير: <a href='mailto:desk@n.example'>وديان الهاشمي</a></p>", ()),
        ("<p>Zrinka Aquin <a href='https://x.com/pen9'>@pen9</a></p>", ("Zrinka Aquin",)),
        ("<p>Follow us <a href='https://x.com/news'>@news</a></p>", ()),
        ("<p><a href='/w/9'>أ. د. سارة أحمد</a></p>", ("أ. د. سارة أحمد",)),
        ("<p><a href='/w/9'>Sarah Mendel</a></p>", ("Sarah Mendel",)),
        ("<p><a href='/topic/9'>Sarah Mendel</a></p>", ()),
        ("<p><a href='/w/9'>Sarah Mendel</a> <a href='/w/8'>Dow Jones</a></p>", ()),
        ("<p><a href='/w/9'>Sarah Mendel</a><time>3 May 2026</time></p>", ("Sarah Mendel",)),
        ("<p><a href='/w/9'>Zrinka Aquin</a><time>3 May 2026</time></p>", ()),
        ("<p><a href='/topic/9'>Sarah Mendel</a><time>3 May 2026</time></p>", ()),
        ("<p>Zrinka Aquin</p><p>Translated by Jo Roe</p><p>3 May 2026</p>", ("Zrinka Aquin",)),
        ("<dl><dt>Reportage</dt><dd>Zrinka Aquin</dd><dt>Ort</dt><dd>Bonn</dd></dl>",
         ("Zrinka Aquin",)),
        ("<p><a href='/w/9'>Zrinka Aquin</a> &amp; <a href='/w/8'>Ulf Orr</a></p>",
         ("Zrinka Aquin", "Ulf Orr")),
        ("<p><a href='/w/9'>Zrinka Aquin</a> <a href='/w/8'>Ulf Orr</a></p>", ()),
        ("<p><a href='/w/9'>Sarah Mendel</a>, <a href='/w/8'>Ulf Orr</a></p>",
         ("Sarah Mendel", "Ulf Orr")),
        ("<p><a href='/w/9'>Sarah Mendel</a>, <a href='/x/8'>Ulf Orr</a></p>", ()),
        ("<p><a href='/tag/9'>Zrinka Aquin</a> and <a href='/tag/8'>Ulf Orr</a></p>", ()),
        ("<div><img alt='Zrinka Aquin'><span>Zrinka Aquin</span></div>", ("Zrinka Aquin",)),
        ("<div><img alt='Company Engineers'><span>Company Engineers</span></div>", ()),
        ("<p>سارة أحمد (12/03/2026)</p>", ("سارة أحمد",)),
        ("<p>12 مارس 2026 سارة أحمد</p>", ("سارة أحمد",)),
        ("<div>آخر تحديث: 3 أيار 2026 | وديان الهاشمي | <span>ع ع ع</span></div>",
         ("وديان الهاشمي",)),
        ("<div>وديان الهاشمي ـ 3 أيار 2026</div>", ("وديان الهاشمي",)),
        ("<ul><li><a href='/w/9'>Sarah Mendel</a></li><li>3 May 2026</li></ul>",
         ("Sarah Mendel",)),
        ("<div><img alt='الكاتبة وديان الهاشمي'><b>وديان الهاشمي</b></div>", ("وديان الهاشمي",)),
        ("<p>كلمات: وديان الهاشمي — رسوم: سارة أحمد</p>", ("وديان الهاشمي",)),
        ("<div><a href='/y/3'><b>Zrinka Aquin</b></a> <a href='/y/3'>All articles</a></div>",
         ("Zrinka Aquin",)),
        ("<div><a href='/y/3'><b>أمن الشبكات</b></a> <a href='/y/3'>كل المقالات</a></div>", ()),
        ("<p>من وديان الهاشمي – صنعاء</p>", ("وديان الهاشمي",)),
    ],
)  # fmt: skip
def test_between_headline_and_text(facts: str, names: tuple[str, ...]) -> None:
    assert authors(facts) == names


@pytest.mark.parametrize(
    ("line", "names"),
    [
        ("<div>Sarah Mendel</div>", ("Sarah Mendel",)),
        ("<div>Zrinka Aquin</div>", ()),
        ("<p>حوار مع سارة أحمد</p>", ()),
        ("<p>حوار سارة أحمد</p>", ("سارة أحمد",)),
        ("<figure><img src=a><figcaption>Sarah Mendel</figcaption></figure>", ("Sarah Mendel",)),
        ("<div>Zrinka Aquin | reporter</div>", ("Zrinka Aquin",)),
        ("<div><a href='/tag/sarah-mendel'>Sarah Mendel</a></div>", ()),
    ],
)
def test_a_person_above_the_headline(line: str, names: tuple[str, ...]) -> None:
    assert authors(above=line) == names


def test_whom_a_text_is_of_stands_above_its_headline_too() -> None:
    spoken = "<p>“We began in spring,” Mendel said of the chip, which her team has built.</p>"
    assert authors(above="<div>Sarah Mendel</div>", end=spoken) == ()


def test_a_portrait_and_a_name_below_the_text_that_lead_to_one_page() -> None:
    card = (
        "<div class=x><a href='/team/4'><img alt='{0}'></a><a href='/team/4'>{0}</a>"
        "<ul><li><a href='https://x.com/f'>X</a></li></ul></div>"
    )
    assert authors(below=card.format("Sarah Mendel")) == ("Sarah Mendel",)
    assert authors(below=card.format("Atkins Diet")) == ()
    assert authors(below=card.format("Sarah Mendel").replace("<ul>", "3 May 2026<ul>")) == ()


def test_a_card_below_a_heading_of_authors_needs_no_common_name() -> None:
    card = (
        "<div><h5>{}</h5><a href='/m/7'><img alt='Atkins Ufer'></a>"
        "<a href='/m/7'>Atkins Ufer</a></div>"
    )
    assert authors(below=card.format("About the author")) == ("Atkins Ufer",)
    assert authors(below=card.format("Read next")) == ()


def test_a_portrait_below_a_heading_of_authors_may_stand_beside_the_text() -> None:
    card = (
        "<div class=sidebar><div><h4>{}</h4><img alt='Zrinka Aquin'><b>Zrinka Aquin</b>"
        "<p>Writes about ports.</p></div></div>"
    )
    assert authors(below=card.format("About the author")) == ("Zrinka Aquin",)
    assert authors(below=card.format("Our guest")) == ()


def test_a_portrait_between_paragraphs_is_whom_they_quote() -> None:
    quote = (
        "<div class=q><img alt='Sarah Mendel'><p>“Wider.”</p><p><b>Sarah Mendel</b></p>"
        "<p>engineer</p></div>"
    )
    assert authors(end=f"{quote}<p>{TEXT}</p>") == ()


def test_a_town_in_brackets_behind_a_name_at_the_end() -> None:
    texte = TEXT.replace("The company", "La société").replace("on stage", "sur scène")
    html = (
        f"<html lang=fr><title>Une puce</title><h1>Une puce</h1>{f'<p>{texte}</p>' * 3}"
        "<p>Zrinka Aquin (Brest)</p></html>"
    )
    found = extract_article(Page(URL, URL, html.encode(), NOW, charset="utf-8"), EMPTY, NOW)
    assert isinstance(found, Article)
    assert found.authors == ("Zrinka Aquin",)


def test_a_slash_behind_a_degree_is_its_stop() -> None:
    assert clean_names("بقلم/ د/ سارة أحمد") == ("د. سارة أحمد",)


def test_an_account_is_no_name() -> None:
    assert clean_names("@q.bsky") == ()


def test_a_foreigner_s_name_in_japanese_is_one() -> None:
    assert clean_names("アンナ・クルス") == ("アンナ・クルス",)
    assert clean_names("木村直樹・佐藤花子") == ("木村直樹", "佐藤花子")


@pytest.mark.parametrize(
    ("data", "names"),
    [
        ('{"headline": "%s", "author": {"name": "Zrinka Aquin"}}', ("Zrinka Aquin",)),
        ('{"headline": "Another chip", "author": {"name": "Zrinka Aquin"}}', ()),
        ('{"headline": "%s", "contributors": [{"name": "Jo Roe", "role": "photographer"}, '
         '{"name": "Zrinka Aquin", "role": "author"}]}', ("Zrinka Aquin",)),
        ('{"headline": {"text": "%s"}, "byline": {"authors": [{"arName": "Zrinka Aquin"}]}}',
         ("Zrinka Aquin",)),
        ('{"headline": "%s", "authors": {"data": [{"name": "Zrinka Aquin"}]}}', ("Zrinka Aquin",)),
        ('{"title": {"en": "%s"}, "user": {"name": "Zrinka Aquin"}}', ("Zrinka Aquin",)),
        ('{"headline": "%s", "writers": [{"name": {"en": "Zrinka Aquin", "ar": "زرينكا"}}]}',
         ("Zrinka Aquin",)),
    ],
)  # fmt: skip
def test_data_in_an_attribute(data: str, names: tuple[str, ...]) -> None:
    data = data.replace("%s", TITLE)
    assert authors(f'<story-head data-props="{escape(data)}"></story-head>') == names
    assert authors(f"<story-head data-props='{data}'></story-head>") == names


def test_a_house_and_its_place_hide_nobody() -> None:
    site = "<meta property='og:site_name' content='وكالة بيان برس'>"
    line = "<div>3 أيار 2026 | وديان الهاشمي</div><div>عدن – بيان برس –</div>"
    assert authors(f"{site}{line}") == ("وديان الهاشمي",)


def test_the_place_behind_a_house_is_no_person() -> None:
    name = (
        '<script type="application/ld+json">{"@type": "NewsArticle", "author": '
        '{"@type": "Person", "name": "The Kaiblatt - London"}}</script>'
        '<meta property="og:site_name" content="The Kaiblatt">'
    )
    assert authors(f"{name}<p>By Zrinka Aquin</p>") == ("Zrinka Aquin",)


@pytest.mark.parametrize(
    "call", ["تمام تحریریں دیکھیں", "Δείτε όλα τα άρθρα", "Pozrite Ďalšie Texty"]
)
def test_a_further_link_to_the_author_s_page_is_a_call_whatever_it_says(call: str) -> None:
    signed = "<div><a href='/author/7'>Zrinka Aquin</a> 20 November 2026</div>"
    box = f"<div><a href='/author/7'>Zrinka Aquin</a><p><a href='/author/7'>{call}</a></p></div>"
    assert authors(signed, below=box) == ("Zrinka Aquin",)


def test_a_heading_that_labels_the_author_tells_all_of_who_wrote() -> None:
    box = (
        "<div class='author-info'><div><h2 class='author-title'><span>Auteur :</span> Zrinka Aquin"
        "</h2><p>Zrinka Aquin couvre la scène et l’opéra et écrit pour ce blog depuis 2019. "
        "<a href='/author/9' rel='author'>Tous les articles de Zrinka Aquin</a></p></div></div>"
    )
    assert authors(end=box) == ("Zrinka Aquin",)


@pytest.mark.parametrize("said", ["View Staff Page", "Newsletters", "Alle anzeigen", "كل المقالات"])
def test_a_link_to_an_author_far_from_the_headline_names_only_persons(said: str) -> None:
    row = "<a href='/author/12'>{}</a>"
    assert authors(below=row.format(said)) == ()
    assert authors(below=row.format("Jane Doe")) == ("Jane Doe",)
    assert authors(below=row.format("jdoe")) == ("jdoe",)
    crown = f"<div>{row.format('Jane Doe')}</div>"
    assert authors(above=crown, below=row.format(said)) == ("Jane Doe",)


@pytest.mark.parametrize("said", ["All posts from Jane Doe", "View all articles by Jane Doe"])
def test_a_link_that_is_told_to_lead_to_all_of_a_person_names_its_author(said: str) -> None:
    link = f"<div><a href='/jd' aria-label='{said}'><span>Jane Doe</span></a> Chips</div>"
    assert authors(facts=link) == ("Jane Doe",)
    assert authors(facts=link.replace(said, "Open")) == ()


@pytest.mark.parametrize(
    ("facts", "names"),
    [
        ("<p>Ditulis tanggal 3 Mei 2026 di <a href='/category/ekonomi.html'>Ekonomi</a></p>", ()),
        ("<p>Written by <a href='/category/jane-doe/'>Jane Doe</a></p>", ("Jane Doe",)),
    ],
)
def test_a_category_in_which_a_text_was_written_signs_nothing(
    facts: str, names: tuple[str, ...]
) -> None:
    assert authors(facts) == names


@pytest.mark.parametrize(
    ("holder", "names"),
    [
        ("Marieke Zandstra", ("Marieke Zandstra",)),
        ("沈若溪", ("沈若溪",)),
        ("Harbour Media", ()),
        ("科技日报", ()),
    ],
)
def test_a_person_whom_the_head_signs_with_and_who_holds_the_rights_of_a_blog(
    holder: str, names: tuple[str, ...]
) -> None:
    html = (
        f"<html><head><title>{TITLE} | Wireyard</title>"
        "<meta property='og:site_name' content='Wireyard'>"
        f"<meta property='article:author' content='{holder}'></head><body><main><h1>{TITLE}</h1>"
        f"<div>{f'<p>{TEXT}</p>' * 3}</div></main>"
        f"<footer><div>&copy; 2026 {holder}<br>Powered by Hexo</div></footer></body></html>"
    )
    found = extract_article(Page(URL, URL, html.encode(), NOW, charset="utf-8"), EMPTY, NOW)
    assert isinstance(found, Article)
    assert found.authors == names


@pytest.mark.parametrize(
    ("box", "names"),
    [
        (
            "<dl><dt><strong>문태준 기자</strong> <a href='/r/x'>기사 더보기</a></dt>"
            "<dd>han59@naru.example</dd></dl>",
            ("문태준",),
        ),
        ("<dl><dt><strong>제보하기</strong></dt><dd>desk@naru.example</dd></dl>", ()),
    ],
)
def test_a_reporter_beside_a_mailbox_in_other_letters_signs_below(
    box: str, names: tuple[str, ...]
) -> None:
    assert authors(below=box) == names


@pytest.mark.parametrize(
    ("below", "names"),
    [
        ("<div>评论列表</div><div>#1楼 2026-04-12 08:11 {}</div><p>写得好，我们也是。</p>", ()),
        ("<div>Comments</div><div><div>#1 12 April 2026 {}</div><p>Well said.</p></div>", ()),
        ("<h3>3 comments</h3><p>Be kind.</p><div>12 April 2026 {}</div>", ()),
        # a foot of the text's, of which nothing is said
        ("<div>3 Comments</div><div>{}<time>28.11.2026</time></div>", ("Zrinka Aquin",)),
        # a count of comments above who wrote the text
        ("<div>3 comments</div><div>{}</div>", ("Zrinka Aquin",)),
        ("<div><a href='#c'>3 comments</a></div><div>12 April 2026 {}</div>", ("Zrinka Aquin",)),
    ],
)
def test_a_reader_with_a_page_of_their_own_wrote_a_comment(below: str, names: tuple) -> None:
    link = "<a href='/u/zrinka'>Zrinka Aquin</a>"
    assert authors(below=f"<div>{below.format(link)}</div>") == names


@pytest.mark.parametrize(
    ("end", "names"),
    [
        ("Written by Zrinka Aquin. She builds boats in Leeds.", ("Zrinka Aquin",)),
        ("Words by <a href='/about'>Zrinka Aquin</a>. Her trade is boats.", ("Zrinka Aquin",)),
        ("By John F. Kennedy. He was a president once.", ("John F. Kennedy",)),
        ("By Prof. Zrinka Aquin. She builds boats in Leeds.", ("Prof. Zrinka Aquin",)),
        ("By Lt. Col. Zrinka Aquin of Leeds.", ("Lt. Col. Zrinka Aquin",)),
        ("Written by hand. It took a year in Leeds.", ()),
    ],
)
def test_what_somebody_does_behind_the_stop_of_their_name(end: str, names: tuple) -> None:
    assert authors(below=f"<div><p>{end}</p></div>") == names
