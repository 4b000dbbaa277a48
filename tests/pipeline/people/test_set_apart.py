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
    ],
)
def test_the_label_of_a_link_in_elements_of_its_own(byline: str, names: tuple[str, ...]) -> None:
    assert _authors(byline) == names


@pytest.mark.parametrize(
    ("byline", "names"),
    [
        ("<div class='byline'><button><p>Goh Wei Shan</p></button></div>", ("Goh Wei Shan",)),
        ("<div class='byline'><button>Follow</button></div>", ()),
    ],
)
def test_a_name_on_a_button(byline: str, names: tuple[str, ...]) -> None:
    assert _authors(byline) == names


@pytest.mark.parametrize(
    ("byline", "names"),
    [
        ("<p class='byline'>By: <a href='/x'>PTI</a><br>New Delhi | Updated: 1 May</p>", ("PTI",)),
        ("<p class='author'>Jana Roth ● Thu, March 12, 2026</p>", ("Jana Roth",)),
        ("<div class='post-author'>od <a href='/x'>Jana Roth</a></div>", ("Jana Roth",)),
        ("<div class='byline'>ผู้เขียน <a href='/x'>กิตติพงษ์ มณีฤทธิ์</a></div>", ("กิตติพงษ์ มณีฤทธิ์",)),
    ],
)
def test_what_stands_around_a_name(byline: str, names: tuple[str, ...]) -> None:
    assert _authors(byline) == names


def test_a_job_behind_the_linked_author() -> None:
    line = "<div class='authors'>Von <a rel='author' href='/autor/g'>Jana Roth</a>, {}</div>"
    assert _authors(line.format("<span>Leiter Ressort Wirtschaft</span>")) == ("Jana Roth",)
    assert _authors(line.format("<span>Swantje Ommen</span>")) == ("Jana Roth", "Swantje Ommen")
    assert _authors(line.format("<span>Maria de Ommen</span>")) == ("Jana Roth", "Maria de Ommen")


def test_the_initials_of_the_house_behind_a_name() -> None:
    line = "<div class='author'>Jana Roth {}</div>"
    assert _authors(line.format("HS"), "Helsingin Sanomat") == ("Jana Roth",)
    assert _authors(line.format("HS"), "Courier") == ("Jana Roth HS",)
    assert _authors(line.format("III"), "Inter Iris Ideas") == ("Jana Roth III",)
