"""Notes that a text sets in boxes of their own, and last sentences that link a word."""

from __future__ import annotations

import pytest

from tests.pipeline.satellite_page import TEXT, paragraphs, texts_of

TIP = "Hold the button for ten seconds."


@pytest.mark.parametrize(
    "box",
    [
        "<div class='note'><strong>Tip</strong><p>{}</p></div>",
        "<div class='box'><div class='title'>Good to know</div><p>{}</p></div>",
        "<div class='frame'><h4>Tip</h4><p class='line'>{}</p></div>",
        "<div class='wp-block-kadence-infobox'><strong>Tip</strong><p>{}</p></div>",
    ],
)
def test_a_labelled_note_amid_a_text_stays(box: str) -> None:
    page = paragraphs(*TEXT[:4]) + box.format(TIP) + paragraphs(*TEXT[4:])
    assert TIP in texts_of(page, "en")


@pytest.mark.parametrize(
    ("language", "label", "line"),
    [
        ("en", "Note", "This article contains affiliate links."),
        ("de", "Hinweis", "Dieser Artikel enthält Affiliate-Links."),
        ("tr", "Not", "Yorumlar editör onayından sonra yayınlanır."),
    ],
)
def test_what_a_house_says_behind_such_a_label_goes(language: str, label: str, line: str) -> None:
    box = f"<div class='note'><strong>{label}</strong><p>{line}</p></div>"
    page = paragraphs(*TEXT[:4]) + box + paragraphs(*TEXT[4:])
    assert line not in texts_of(page, language)


def test_a_remark_below_a_list_stays() -> None:
    remark = "<div class='alert alert-info'><strong>Note</strong> {}</div>"
    told = "Do not run these commands on a machine that others use too."
    steps = "<ol><li>Open the settings and wait.</li><li>Press the upper button.</li></ol>"
    page = paragraphs(*TEXT[:3]) + steps + remark.format(told) + paragraphs(*TEXT[3:])
    assert any(told in text for text in texts_of(page, "en"))


def test_the_last_sentence_may_link_a_word() -> None:
    told = (
        "The council of <a href='/tag/leeds'>Leeds</a> will vote on it all in March, it has said."
    )
    page = "".join(f"<div>{text}</div><div><br></div>" for text in (*TEXT[:4], told))
    line = "The council of Leeds will vote on it all in March, it has said."
    assert line in texts_of(f"<div class='body'>{page}</div>", "en")


def test_a_brief_sentence_between_breaks_below_code_stays() -> None:
    told = "The tone has changed since they came in."
    lines = "<br><br>".join((TEXT[0], f"<pre>run it now</pre>{told}", *TEXT[1:]))
    assert told in texts_of(f"<table><tr><td>{lines}</td></tr></table>", "en")


def test_a_section_that_may_be_skipped_is_none_of_the_text() -> None:
    skipped = (
        "<section><a href='#end-of-podcasts'>Skip podcast and continue reading</a>"
        "<p>A weekly walk behind the scenes of the world of inventors and inventions.</p>"
        "<p id='end-of-podcasts'>End of podcast</p></section>"
    )
    page = paragraphs(*TEXT[:3]) + skipped + paragraphs(*TEXT[3:])
    assert texts_of(page, "en") == list(TEXT)
