"""Whom readers may call about a text wrote it only where the page says so elsewhere too."""

from __future__ import annotations

import pytest

from tests.pipeline.people.story_page import authors

CALL = "<h3>{}</h3><p>Zrinka Aquin<br>zrinka@paper.example</p>"
JSON_LD = (
    '<script type="application/ld+json">{"@type":"NewsArticle","author":'
    '{"@type":"Person","name":"Zrinka Aquin"}}</script>'
)


@pytest.mark.parametrize("label", ["Press office", "Media contact", "For more information:"])
def test_who_is_called_wrote_nothing(label: str) -> None:
    assert authors(end=CALL.format(label)) == ()
    spoken = f"<p>“We closed the bridge at noon,” said Zrinka Aquin.</p>{CALL.format(label)}"
    assert authors(end=spoken) == ()


def test_who_is_called_wrote_what_the_page_signs_with_them() -> None:
    call = CALL.format("Press office")
    assert authors("<p>By Zrinka Aquin</p>", end=call) == ("Zrinka Aquin",)
    assert authors(end=call, head=JSON_LD) == ("Zrinka Aquin",)
    assert authors("<p class='author'>Zrinka Aquin</p>", end=call) == ("Zrinka Aquin",)


def test_who_is_called_wrote_what_the_page_s_head_names_them_for() -> None:
    head = "<meta name='author' content='Zrinka Aquin'>"
    assert authors(end=CALL.format("Press office"), head=head) == ("Zrinka Aquin",)


def test_of_several_only_who_is_called_alone_goes() -> None:
    call = CALL.format("Press office")
    assert authors("<p>By Marta Kessler</p>", end=call) == ("Marta Kessler",)


@pytest.mark.parametrize(
    ("lang", "label"),
    [("es", "Gabinete de prensa"), ("it", "Ufficio stampa"), ("de", "Presseanfragen:"),
     ("tr", "Basın İletişim"), ("nl", "Contact"), ("pl", "Biuro prasowe")],
)  # fmt: skip
def test_who_is_called_in_other_languages(lang: str, label: str) -> None:
    assert authors(end=CALL.format(label), lang=lang) == ()
    lines = f"<p>{label}</p><p>Zrinka Aquin</p><p>zrinka@paper.example</p>"
    assert authors(end=lines, lang=lang) == ()
