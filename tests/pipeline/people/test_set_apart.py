"""Bylines whose parts stand in elements of their own: labels, jobs, towns, initials."""

from __future__ import annotations

import pytest

from pipeline.declared.metadata import read_metadata
from pipeline.page.html import parse_text
from pipeline.people.authors import extract_authors

TEXT = f"<p>{'Text of it goes on to its end here. ' * 9}</p>" * 2


def _authors(byline: str, site: str = "Harbour Courier") -> tuple[str, ...]:
    head = f"<meta property='og:site_name' content='{site}'>"
    html = f"<head>{head}</head><main><h1>A story of note</h1>{byline}<div>{TEXT}</div></main>"
    doc = parse_text(html, "https://news.example/story")
    return extract_authors(doc, read_metadata(doc), title="A story of note")


LINK = "<span><a href='/contributors/{}'>{}</a></span>"
ROTH, BARAN = LINK.format("jr", "Jana Roth"), LINK.format("jb", "Jale Baran")


@pytest.mark.parametrize(
    ("byline", "names"),
    [
        (
            f"<div class='Bylines'><p class='byline'><span>By </span>{ROTH}</p>"
            f"<p class='byline'><span>Photography by </span><b>{BARAN}</b></p></div>",
            ("Jana Roth",),
        ),
        (
            "<dl class='contributors'><dt>Interview with</dt><dd><a href='/author/1'>Jale Baran</a>"
            "</dd><dt>Interview by</dt><dd><a href='/author/2'>Jana Roth</a></dd></dl>",
            ("Jana Roth",),
        ),
        (
            f"<div class='Bylines'><p class='byline'><span>By </span>{ROTH}</p>"
            f"<p class='byline'><span>and </span>{BARAN}</p></div>",
            ("Jana Roth", "Jale Baran"),
        ),
        ("<div class='byline'><button><p>Goh Wei Shan</p></button></div>", ("Goh Wei Shan",)),
        ("<div class='byline'><button>Follow</button></div>", ()),
        ("<p class='byline'>By: <a href='/x'>PTI</a><br>New Delhi | Updated: 1 May</p>", ("PTI",)),
        ("<p class='author'>Jana Roth ● Thu, March 12, 2026</p>", ("Jana Roth",)),
        ("<div class='post-author'>od <a href='/x'>Jana Roth</a></div>", ("Jana Roth",)),
        ("<div class='byline'>ผู้เขียน <a href='/x'>กิตติพงษ์ มณีฤทธิ์</a></div>", ("กิตติพงษ์ มณีฤทธิ์",)),
        ("<p class='src'>كتب الخبر <strong>مي عاشور</strong></p>", ("مي عاشور",)),
        (
            "<div class='c-byline'>By <span>Jana Roth</span> and <span>Jale Baran</span>; "
            "edited by <span>Ada Crewe</span></div>",
            ("Jana Roth", "Jale Baran"),
        ),
        (
            "<div class='editor'>Penulis: <b>Jana Roth</b> | Editor: <b>Jale Baran</b></div>",
            ("Jana Roth",),
        ),
        (
            "<div class='author'><a href='/forfatter/1'>Jana Roth</a> Journalist</div>"
            "<div class='author'><a href='/forfatter/2'>Jale Baran</a> Fotojournalist</div>",
            ("Jana Roth",),
        ),
        (
            "<p class='credits'>By <a href='/authors/1'>Jana Roth</a> Illustrations by "
            "<a href='/authors/2'>Jale Baran</a></p>",
            ("Jana Roth",),
        ),
        ("<div class='byline'>文：簡穎怡　攝：鄧志偉</div>", ("簡穎怡",)),
        ("<p>Jana Roth (texto) e Jale Baran (fotografia)</p>", ("Jana Roth",)),
        ("<p>Jana Roth (Porto) e Jale Baran (Braga)</p>", ("Jana Roth", "Jale Baran")),
        ("<p>De notre correspondante à Dakar, Ndèye Sagna</p>", ("Ndèye Sagna",)),
        ("<p>De notre ville à Dakar, Ndèye Sagna</p>", ()),
        ("<p class='byline'>dpa/tbr</p>", ("dpa",)),
        ("<p>Door ANP en Geertje Hoekstra</p>", ("ANP", "Geertje Hoekstra")),
        ("<p class='by'>Compiled by Jana Roth from agency reports</p>", ("Jana Roth",)),
        ("<p class='author'>أ.د/ عبدالله بن سعد العمر</p>", ("أ.د عبدالله بن سعد العمر",)),
        ("<div class='author'>নিজস্ব প্রতিবেদক</div>", ("নিজস্ব প্রতিবেদক",)),
        ("<p class='autor'>Da Redação</p>", ("Da Redação",)),
        ("<div class='author'>حررها سامر البكري</div>", ("سامر البكري",)),
        ("<div class='date'><strong>Jana Roth</strong> Published 12.03.26</div>", ("Jana Roth",)),
    ],
)
def test_the_label_of_a_link_in_elements_of_its_own(byline: str, names: tuple[str, ...]) -> None:
    assert _authors(byline) == names


def test_a_job_behind_the_linked_author() -> None:
    line = "<div class='authors'>Von <a rel='author' href='/autor/g'>Jana Roth</a>, {}</div>"
    assert _authors(line.format("<span>Leiter Ressort Wirtschaft</span>")) == ("Jana Roth",)
    assert _authors(line.format("<span>Swantje Ommen</span>")) == ("Jana Roth", "Swantje Ommen")
    assert _authors(line.format("<span>Maria de Ommen</span>")) == ("Jana Roth", "Maria de Ommen")


def test_a_job_that_is_not_written_as_a_name() -> None:
    box = "<div class='head_auth'><span>Jana Roth</span><span>{}</span></div>"
    assert _authors(box.format("Cheffe de rubrique")) == ("Jana Roth",)
    assert _authors(box.format(", ...")) == ("Jana Roth",)
    assert _authors(box.format("Jale de Baran")) == ("Jana Roth", "Jale de Baran")


def test_the_object_of_a_counting_tag() -> None:
    doc = parse_text(
        """<head><meta name='parsely-page' content='{"title":"x","author":"Jana Roth"}'></head>"""
        f"<h1>A story of note</h1><div>{TEXT}</div>",
        "https://news.example/story",
    )
    assert extract_authors(doc, read_metadata(doc), title="A story of note") == ("Jana Roth",)


@pytest.mark.parametrize(
    ("byline", "names"),
    [
        (
            "<ul class='author-list'><li><a href='#a1'>Jana Roth</a><sup>1</sup></li></ul>",
            "Jana Roth",
        ),
        ("<p class='byline'>by Jana Roth , University of Bergen</p>", "Jana Roth"),
        ("<p class='author'>von Jana Roth, SENDER MITTE AKTUELL</p>", "Jana Roth"),
        ("<p class='author'>Von JANA ROTH und JALE BARAN</p>", "JANA ROTH|JALE BARAN"),
        (
            "<div class='author-box'><span>Jana Roth</span><br><span>Freie Mitarbeiterin</span>",
            "Jana Roth",
        ),
        ("<p class='meta'>Bonn · 12. März 2026 · KNA</p>", "KNA"),
        (
            "<p class='p-author'><span>Jana Roth</span></p>"
            "<p class='p-author-local'>By Harbour Courier, in Leeds</p>",
            "Jana Roth",
        ),
        ("<p class='p-author'>By Harbour Courier, in Leeds</p>", "Harbour Courier"),
        (
            "<div class='pst-by'><ul><li>Reported by: <a>अखिलेश त्रिवेदी</a></li>"
            "<li>Edited by: <a>रेणु चौहान</a></li></ul></div>",
            "अखिलेश त्रिवेदी",
        ),
        ("<div class='byline'>日报记者 车斌 芮佳</div>", "车斌|芮佳"),
        ("<div class='byline'>記者 三浦 翔太</div>", "三浦 翔太"),
        ("<div class='author'>Izvor: Glas/Jana Roth</div>", "Jana Roth"),
        (
            "<div class='byline'>By <a href='/reporter/1'>Jana Roth</a>, ET Bureau</div>",
            "Jana Roth",
        ),
        ("<div class='byline'>Harbour Courier’s Jana Roth in Leeds</div>", "Jana Roth"),
        ("<div class='byline'>Jana Roth is our environment editor</div>", "Jana Roth"),
        (
            "<div class='byline'><span>Jana Roth</span><span>•</span><span>Technology</span></div>",
            "Jana Roth",
        ),
        (
            "<div class='contributors'><div class='contributor'><span class='role'>Writer</span>"
            "<span class='name'>Jana Roth</span></div><div class='contributor'>"
            "<span class='role'>Photographer</span><span class='name'>Jale Baran</span></div>",
            "Jana Roth",
        ),
        (
            "<div class='author-info'><p>Author</p><p>Jana Roth</p><p>Chief Economist, Tideline "
            "Institute</p></div>",
            "Jana Roth",
        ),
        ("<p class='byline'>Analysis | Jana Roth</p>", "Jana Roth"),
        ("<p class='byline'>Jana Roth Verified</p>", "Jana Roth"),
        (
            "<p class='byline'>By Jana Roth <a href='#'>See more from this author</a></p>",
            "Jana Roth",
        ),
        (
            "<p class='byline'>By Jana Roth <a href='#x'>X</a> <a href='#e'>Email</a></p>",
            "Jana Roth",
        ),
        (
            "<p class='byline'>By <a href='#e'>Jana Roth and Jale Baran</a></p>",
            "Jana Roth|Jale Baran",
        ),
        ("<p class='auteur'>Par notre correspondant, Jana Roth</p>", "Jana Roth"),
        ("<p class='autor'>Ein Beitrag von Jana Roth</p>", "Jana Roth"),
        ("<p class='autore'>Jana Roth - Redazione Harbour Courier</p>", "Jana Roth"),
        ("<p class='autore'>Redazione Harbour Courier</p>", "Redazione Harbour Courier"),
    ],
)
def test_what_stands_behind_and_before_a_person(byline: str, names: str) -> None:
    assert _authors(byline) == tuple(names.split("|"))


@pytest.mark.parametrize(
    ("byline", "names"),
    [
        ("<p class='autor'>Un articol de Jana Roth</p>", "Jana Roth"),
        ("<p class='auteur'>Een analyse van Jana Roth</p>", "Jana Roth"),
        ("<p>Gastkommentar von Jana Roth</p>", "Jana Roth"),
        ("<p class='autor'>Karoline von Stetten</p>", "Karoline von Stetten"),
        ("<p class='firma'>Jana Roth da Bruxelles</p>", "Jana Roth"),
        ("<p class='firma'>Jana Roth da Silva</p>", "Jana Roth da Silva"),
        ("<div class='meta-author'>Jana Roth <span>Redakteurin Kultur</span></div>", "Jana Roth"),
        ("<div class='muhabir'>Jana Roth - Courier Haber</div>", "Jana Roth"),
        ("<div class='muhabir'>Courier Haber</div>", "Courier Haber"),
        ("<p class='author'>Sponsored by Acme Bank</p>", ""),
        ("<p class='byline'>By Jana Roth and AP staff</p>", "Jana Roth"),
        ("<p class='byline'>By LT Staff and Jana Roth</p>", "LT Staff|Jana Roth"),
        ("<p class='byline'>Associated Press | Sarah Roth</p>", "Associated Press|Sarah Roth"),
        ("<p class='autor'>Sarah Roth und Agenturen</p>", "Sarah Roth"),
        ("<p class='autore'>Jana Roth e Redazione</p>", "Jana Roth"),
        ("<p class='autor'>Jana Roth, Harbour Courier-Redaktion</p>", "Jana Roth"),
        ("<p class='autor'>Harbour Courier-Redaktion</p>", "Harbour Courier-Redaktion"),
        ("<div class='by'>تغطية خاصة - مي عاشور</div>", "مي عاشور"),
        ("<p class='byline'>Courier Sarah Roth</p>", "Courier Sarah Roth"),
        ("<p class='byline'>Harbour Courier Sarah Roth</p>", "Sarah Roth"),
        ("<p class='author'>Připravila Jana Roth</p>", "Jana Roth"),
        ("<p class='author'>Bài: Đỗ Quyên Ly - Ảnh: Lâm Phúc</p>", "Đỗ Quyên Ly"),
        ("<div class='author'>เรื่อง: ปาริฉัตร แก้วใส ภาพ: ธนา รุ่งเรือง</div>", "ปาริฉัตร แก้วใส"),
    ],
)
def test_words_before_and_behind_a_person(byline: str, names: str) -> None:
    site = "Courier" if "Haber" in byline else "Harbour Courier"
    assert _authors(byline, site) == tuple(filter(None, names.split("|")))
