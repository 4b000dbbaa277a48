"""What pages set beside an author's name in boxes of its own: houses, jobs, days, pictures."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from pipeline.declared.metadata import read_metadata
from pipeline.extract import extract_article
from pipeline.memory import EMPTY
from pipeline.page.html import parse_text
from pipeline.people.authors import extract_authors
from pipeline.records import Article, Page

NOW = datetime(2026, 11, 25, tzinfo=UTC)
TEXT = f"<p>{'Text of it goes on to its end here. ' * 9}</p>" * 2


PAIR = ("Jana Petersen", "Kai Uhlmann")


def _authors(byline: str, head: str = "") -> tuple[str, ...]:
    html = f"<head>{head}</head><h1>A story of note</h1>{byline}{TEXT}"
    doc = parse_text(html, "https://news.example/story")
    return extract_authors(doc, read_metadata(doc))


def _titled(html: str) -> tuple[str, ...]:
    doc = parse_text(html, "https://news.example/story")
    return extract_authors(doc, read_metadata(doc), title="A story of note")


@pytest.mark.parametrize(
    ("box", "names"),
    [
        (
            "<div><a>Jana Petersen</a>, reporter<a href='mailto:janapetersen@n.ex'></a></div>",
            PAIR[:1],
        ),
        (
            "<li><b>Jana Petersén</b> Harbour <span>jpetersen@n.example</span></li>",
            ("Jana Petersén",),
        ),
        ("<li><b>Letters To Editors</b><span>letters@n.example</span></li>", ()),
    ],
)
def test_a_mailbox_called_like_a_person_tells_the_author(box: str, names: tuple[str, ...]) -> None:
    assert _titled(f"<h1>A story of note</h1><section>{box}</section>{TEXT}") == names


def test_an_article_s_own_foot_tells_its_author_and_a_site_s_does_not() -> None:
    box = "<ul><li><a>Jana Petersen</a><span>jana.petersen@n.example</span></li></ul>"
    page = f"<article><h1>A story of note</h1>{TEXT}{{}}</article>{{}}"
    for inside, below, names in ((f"<footer>{box}</footer>", "", PAIR[:1]), ("", box, ())):
        assert _titled(page.format(inside, f"<footer>{below}</footer>")) == names


def test_a_card_with_a_picture_whose_headline_begins_like_a_byline_names_nobody() -> None:
    headline = "تحرير محاضر تموينية بدسوق"
    card = f"<ul><li><a href='/other/1'><img src=/1.jpg><div>{headline}</div></a></li></ul>"
    assert _titled(f"<h1>A story of note</h1>{TEXT}{card}") == ()


def test_names_set_in_bold_behind_a_label_are_several() -> None:
    bold = "".join(f"<strong>{name}</strong>" for name in PAIR)
    assert _authors(f"<div class='article-author'><span>By</span>{bold}</div>") == PAIR


def test_a_source_with_its_own_name_is_no_label_of_the_author_behind_it() -> None:
    links = "".join(
        f"<a class='author__name' href='/author/{n}'>{name}</a>" for n, name in enumerate(PAIR)
    )
    byline = f"<div class='info'><span class='source'>Source: The Courier</span>{links}</div>"
    assert _authors(byline) == PAIR
    assert _authors(byline.replace("Source: The Courier", "Photo:")) == PAIR[1:]


@pytest.mark.parametrize(
    ("byline", "names"),
    [
        (
            "<div class='ds-byline'><div class='ds-byline__title'>Jana Petersen</div>"
            "<div>Text</div></div>",
            ("Jana Petersen",),
        ),
        ("<p class='reporter'>عمان - الغد - تغريد السعايدة</p>", ("تغريد السعايدة",)),
        (
            "<div class='byline'><span class='name'>Linnea Ståhl</span> "
            "<span class='role'>NTB</span></div>",
            ("Linnea Ståhl", "NTB"),
        ),
        (
            "<div class='authors'><div class='author-name'>By Jane Doyle<span>Published 10 "
            "November 2026</span></div><div class='author-bio'>Jane covers ports. She joined in "
            "2019.</div></div>",
            ("Jane Doyle",),
        ),
        ("<div class='byline'>Von Jana Petersen und Kai Uhlmann, Emden</div>", PAIR),
        ("<p class='doc authors'>Jana Petersen; Kai Uhlmann, Emden</p>", PAIR),
        (
            "<div data-component='byline-block'><div><time>16 days ago</time></div><div "
            "class='byline'><span>Jana Petersen</span><span class='role'>Health editor</span> "
            "<span>and</span> <span>Kai Uhlmann</span><span class='role'>Our News, Leer</span>"
            "</div></div>",
            PAIR,
        ),
        (
            "<div class='byline'><div class='author'><span>Linnea Ståhl</span>"
            "<span class='mail'>linnea.stahl@news.example</span></div></div>",
            ("Linnea Ståhl",),
        ),
        (
            "<ul class='authors'><li class='author'><a class='author__name'>Jana Petersen</a>"
            "<span class='author__role'>Journalist</span></li><li class='author'><a "
            "class='author__name'>Kai Uhlmann</a><span class='author__role'>Fotograf</span></li>"
            "</ul>",
            ("Jana Petersen",),
        ),
        (
            "<div class='by author'><a href='/author/jane'>Jane Doe</a><p>THE NATION</p></div>",
            ("Jane Doe",),
        ),
        (
            "<div class='asset-byline'>By <a href='/authors/x'>Jane Doe</a>"
            "<span class='credentials'>Queen's Park Bureau</span></div>",
            ("Jane Doe",),
        ),
        (
            "<div class='byline'><ul class='byline'><li><span class='byline__name'>Jane Bruun"
            "</span></li></ul><time>22. mar 2026</time></div>",
            ("Jane Bruun",),
        ),
        (
            "<div itemprop='author' itemscope><a rel='author' href='/u/x'>林若溪</a>"
            "<p>自2009年起报道通信行业</p></div>",
            ("林若溪",),
        ),
        ("<div class='meta'><span>نوشته شده در</span> <b>۲۰۲۶-۱۱-۰۴</b></div>", ()),
        ("<a class='article-author' href='/u/x'>Jane Doe <span>III</span></a>", ("Jane Doe III",)),
        (
            "<div data-test-tag='bylines'><p>Anna Huber</p><p><a href='/skribent/x'>Oskar Voss</a>"
            "</p></div>",
            ("Anna Huber", "Oskar Voss"),
        ),
        (
            "<p class='from'>Por Ana Quintela, Renato Sampaio, n1 Campinas</p>",
            ("Ana Quintela", "Renato Sampaio"),
        ),
        (
            "<div class='name'><a href='/autorius/x'>Rūta Petrauskienė</a>, News.example</div>",
            ("Rūta Petrauskienė",),
        ),
        (
            "<div class='author-meta'><span>Data publicării: 24.05.2026 06:55</span>"
            "<span>Autor: <a>Ioana Ionescu</a></span></div>",
            ("Ioana Ionescu",),
        ),
        (
            "<div class='author-names'><address><a href='/x'>Rafael Sampaio</a></address>"
            "<span>Colaboração para o Jornal, em Curitiba</span></div>",
            ("Rafael Sampaio",),
        ),
        ("<div class='stry-auth'>Jane Doe</div>", ("Jane Doe",)),
        ("<div class='author'>Jane Doe <span>Live Courier, Patna</span></div>", ("Jane Doe",)),
        (
            "<div class='info'><span>19-11-2026 10:05</span> | كتب: "
            "<a href='/e/1'>ليلى العمراني</a> , سلمى المنصوري |</div>",
            ("ليلى العمراني", "سلمى المنصوري"),
        ),
        ("<div class='byline' data-author-name='Jane Doe'></div>", ("Jane Doe",)),
        ("<author-card name='Jane Doe' role='Reporter'></author-card>", ("Jane Doe",)),
    ],
)
def test_a_name_is_told_apart_from_what_stands_beside_it(
    byline: str, names: tuple[str, ...]
) -> None:
    assert _authors(byline) == names


def test_who_took_pictures_stands_in_the_list_of_authors() -> None:
    signed = '{"@type":"NewsArticle","headline":"A story of note","author":{"name":"Jane Doe"}}'
    items = "".join(
        f"<li><div class='authors__byline'><a rel='author'>{name}</a></div>"
        f"<div class='authors__title'>{job}</div></li>"
        for name, job in (("Jane Doe", "Journalist"), ("Anders Holm", "Fotograf"))
    )
    head = f'<script type="application/ld+json">{signed}</script>'
    assert _authors(f"<ul class='authors'>{items}</ul>", head) == ("Jane Doe",)


def test_who_took_pictures_in_a_box_without_links() -> None:
    items = "".join(
        f"<div class='Byline-item'><span class='Byline-name'>{name}</span>"
        f"<div class='Byline-role'>{job}</div></div>"
        for name, job in (("Viktor Holm", "Reporter"), ("Elin Berg", "Fotograf"))
    )
    assert _authors(f"<div class='Byline'>{items}</div>") == ("Viktor Holm",)


def test_a_name_in_metadata_that_the_page_sets_with_a_blank() -> None:
    title = "路面電車計画の見直し"
    text = "<p>計画案がまとまった。利用者は増えたという。住民の間では声が割れている。</p>" * 3
    html = (
        f"<head><title>{title} | 朝報新聞</title><meta name='author' content='藤原直子'></head>"
        f"<main><div><header><h1>{title}</h1><div class='info'><p>藤原 直子</p><div><p>朝報新聞"
        "</p><p><time datetime='2026-11-20T10:00'>2026/11/20 10:00</time></p></div></div></header>"
        f"<section>{text}</section></div></main>"
    )
    doc = parse_text(html, "https://news.example/story")
    assert extract_authors(doc, read_metadata(doc), None, title) == ("藤原直子",)


@pytest.mark.parametrize(
    ("first", "last", "names"),
    [
        ("Linz - Anna Kestler<br>Der Rat hat am Abend getagt.", "", ("Anna Kestler",)),
        ("Elif Kaplan/ANKARA, (DHA) - Kent merkezinde toplandılar.", "", ("Elif Kaplan", "DHA")),
        ("London - Neue Wege<br>Der Rat hat am Abend getagt.", "", ()),
        ("（記者王晓琳／台北報導）消息传到洛阳。", "", ("王晓琳",)),
        ("〔記者王晓琳／台北報導〕消息传到洛阳。", "", ("王晓琳",)),
        ("（中央社記者廖怡君台南3日電）消息传到洛阳。", "（編輯：王萌）1140413", ("廖怡君",)),
        ("消息传到洛阳。", "（編輯：王萌）1140413", ("王萌",)),
        ("Elif Kaplan / UŞAK (DHA)</p><p>Kent merkezinde toplandılar.", "", ("Elif Kaplan", "DHA")),
        ("計画案がまとまった。", "利用者は増えたという。（木村直樹）", ("木村直樹",)),
        ("計画案がまとまった。", "利用者は増えたという。（共同）", ()),
    ],
)
def test_reporters_in_the_first_and_last_words_of_a_text(
    first: str, last: str, names: tuple[str, ...]
) -> None:
    title = "A story of note"
    html = f"<title>{title}</title><main><h1>{title}</h1><article><p>{first}</p>{TEXT}<p>{last}</p>"
    url = "https://news.example/story"
    found = extract_article(Page(url, url, html.encode(), NOW, charset="utf-8"), EMPTY, NOW)
    assert isinstance(found, Article)
    assert found.authors == names


@pytest.mark.parametrize("filed", ["テクノロジー", "Artificial intelligence"])
def test_facts_below_the_text_with_a_link_to_where_it_is_filed_are_no_teaser(filed: str) -> None:
    facts = f"""<div><div><p>Posted</p><time datetime="2026-11-23T17:44:00+09:00">23</time>
    <p>in</p><a rel="tag" href="/category/x">{filed}</a></div>
    <div><p>by</p><div class="post-author"><p class="author__name">Jane Doe</p></div></div></div>"""
    html = f"<h1>A story of note</h1><div class='entry-content'>{TEXT * 2}</div>{facts}"
    url = "https://news.example/story"
    page = Page(requested_url=url, final_url=url, body=html.encode(), fetched_at=NOW)
    article = extract_article(page, EMPTY, NOW)
    assert isinstance(article, Article)
    assert article.authors == ("Jane Doe",)
    assert article.published is not None
