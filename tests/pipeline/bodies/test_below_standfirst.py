"""A standfirst that is the only prose of its page, and the text of few words below it."""

from __future__ import annotations

import pytest

from pipeline.bodies.body import extract_blocks
from pipeline.declared.metadata import read_metadata
from pipeline.page.html import parse_text

URL = "https://news.example/town/1"
TITLE = "Five answers of the lock keeper"
LEAD = "The lock keeper of Orrick has opened the same gate for forty years. We asked him why."
TALK = ("Why a gate?", "It was there.", "And the bell?", "Broken.")
FACTS = '<div class="facts"><a href="/by/jo">Jo Marsh</a><time>24 Nov 2026</time></div>'


def kept(html: str) -> list[str]:
    doc = parse_text(f"<html><head><title>x</title></head><body>{html}</body></html>", URL)
    blocks = extract_blocks(doc, read_metadata(doc), TITLE)
    told = (line.block.text for line in blocks if line.rule is None)
    return [text for text in told if text != TITLE and "Jo Marsh" not in text]


def _each(form: str, lines: tuple[str, ...] = TALK) -> str:
    return "".join(form.format(line) for line in lines)


HEADS = (
    f'<header><h1>{TITLE}</h1><p class="article__standfirst">{LEAD}</p></header>{FACTS}',
    f'<div class="top"><h1>{TITLE}</h1><div class="k_x"><p>{LEAD}</p></div></div>{FACTS}',
)  # fmt: skip
TEXTS = (
    '<div class="article-body">{}</div>'.format(_each("<p>{}</p>")),
    '<div class="c_x">{}</div>'.format(_each("<p>{}</p>")),
    '<div class="c_x">{}</div>'.format(_each('<section class="t"><p class="q">{}</p></section>')),
)


@pytest.mark.parametrize("head", HEADS)
@pytest.mark.parametrize("text", TEXTS)
def test_short_answers_below_a_standfirst(head: str, text: str) -> None:
    assert kept(f"<article>{head}{text}</article>") == [LEAD, *TALK]


@pytest.mark.parametrize("head", HEADS)
def test_pictures_and_advertisements_between_them_are_none(head: str) -> None:
    picture = (
        "<figure><img src='/a.jpg'><figcaption>The gate. Photo: J. Marsh</figcaption></figure>"
    )
    ad = '<div class="ad-slot">Advertisement</div>'
    lines = [f"<p>{line}</p>" for line in TALK]
    text = "".join((lines[0], picture, lines[1], ad, *lines[2:]))
    assert kept(f'<article>{head}<div class="c_x">{text}</div></article>') == [LEAD, *TALK]


@pytest.mark.parametrize("head", HEADS)
@pytest.mark.parametrize(
    "below",
    [
        '<div class="c_x"><p><a href="/2">The bell of Orrick rings again</a></p></div>',
        '<div class="c_x"><p>Read also</p></div>',
        '<div class="c_x"><p>Follow us on Mastodon and on Telegram</p></div>',
    ],
)
def test_what_leads_elsewhere_is_no_text_of_it(head: str, below: str) -> None:
    assert kept(f"<article>{head}{below}</article>") == [LEAD]


def test_points_and_a_sentence_of_a_named_body() -> None:
    points = ("Close the gate.", "Wait.", "Read the gauge.")
    rest = ("Never leave the key in the lock of the gate.", "Done.")
    text = f"<ol>{_each('<li>{}</li>', points)}</ol>{_each('<p>{}</p>', rest)}"
    html = (
        f'<h1>{TITLE}</h1><h2 class="subtitle">{LEAD}</h2><div itemprop="articleBody">{text}</div>'
    )
    assert kept(html) == [LEAD, *points, *rest]


def test_a_box_that_asks_for_consent_is_not_the_text() -> None:
    asks = (
        "An dieser Stelle finden Sie einen externen Inhalt, der den Artikel ergänzt.",
        "Ich bin damit einverstanden, dass mir externe Inhalte angezeigt werden. Damit können "
        "personenbezogene Daten an Drittplattformen übermittelt werden.",
    )
    talk = _each('<section class="t"><p class="q">{}</p></section>')
    box = f'<div class="embed"><div>{_each("<p>{}</p>", asks)}<button>Anzeigen</button></div></div>'
    found = kept(f'<article>{HEADS[0]}<div class="c_x">{talk}{box}</div></article>')
    assert [line for line in found if line not in asks] == [LEAD, *TALK]


def test_boxes_called_alike_go_on_below_links_amid_them() -> None:
    lines = ("The bridge is closed in both directions after a fire.", "Nobody was hurt.")
    last = "Drivers take the ring road"
    box = '<div class="t_x"><div class="r_x"><p class="p_x">{}</p></div></div>'
    links = '<div class="l_x"><ul><li><a href="/2">Rovers beat Albion at last</a></li></ul></div>'
    text = _each(box, lines) + links + box.format(last)
    assert kept(f"<article><h1>{TITLE}</h1>{text}</article>")[:3] == [*lines, last]


def test_answers_go_on_below_links_amid_them_where_they_are_made_alike() -> None:
    box = '<div class="t_x"><p class="p_x">{}</p></div>'
    links = '<div class="l_x"><ul><li><a href="/2">Rovers beat Albion</a></li></ul></div>'
    lines = [box.format(line) for line in TALK]
    text = "".join((*lines[:2], links, *lines[2:], '<p class="f_x">Feedback goes there.</p>'))
    found = kept(f'<article>{HEADS[0]}<div class="c_x">{text}</div></article>')
    assert [line for line in found if "Rovers" not in line] == [LEAD, *TALK]


def test_answers_go_on_below_labels_of_the_site() -> None:
    lines = [f"<p>{line}</p>" for line in TALK]
    label = "<div>Advertisement</div>"
    text = "".join((lines[0], label, *lines[1:], label, '<p class="f_x">Feedback goes there.</p>'))
    found = kept(f'<article>{HEADS[0]}<div class="c_x">{text}</div></article>')
    assert [line for line in found if line != "Advertisement"] == [LEAD, *TALK]


def test_facts_of_a_film_in_a_named_body() -> None:
    facts = ("Director: Ines Moore", "Running time: 94 minutes", "Certificate: 12A")
    text = ("In cinemas from Friday.", "I would walk the pier again with all of them.")
    body = _each('<p class="P_x">{}</p>', (*text, *facts, "It ends well for the gulls."))
    head = f'<h1>{TITLE}</h1><p class="lead">{LEAD}</p>'
    html = f'<article>{head}{FACTS}<div class="article-body">{body}</div></article>'
    assert kept(html) == [LEAD, *text, *facts, "It ends well for the gulls."]
