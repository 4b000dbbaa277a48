"""Articles that tell their story below pictures."""

from __future__ import annotations

import json
from datetime import UTC, datetime

import pytest

from pipeline.extract import extract_article
from pipeline.memory import EMPTY
from pipeline.records import Article, Page

NOW = datetime(2026, 11, 29, tzinfo=UTC)
URL = "https://courier.example/harbour/1"
OPENING = "Five ships of the old ferry line can be seen in the harbour until the end of winter."
TOLD = [
    "The Heron carried mail to the isles for thirty years and never missed a Monday.",
    "Her sister, the Gull, was built in the same yard and lost her funnel in a storm.",
    "Nobody knows who painted the Tern green, or why the owners left her so.",
    "The Plover is the smallest of the five and the only one that still has her engine.",
    "From spring on the Curlew takes children from the town out to see the seals.",
]
FURTHER = [
    "The town bought the ships from the line's last owner, who wanted no money for them.",
    "Volunteers spent two winters on their decks, and the yard lent them its crane.",
    "A museum of the ferries is to open in the old customs house within three years.",
    "Until then visitors pay what they like, and most of them give more than a ticket was.",
    "The harbour office counted four thousand of them on the first day alone.",
]


def figure(caption: str, link: str = "") -> str:
    return f"<figure><img src='/a.jpg' alt=''><figcaption>{link}{caption}</figcaption></figure>"


def box(caption: str) -> str:
    return f"<div class='slide'><img src='/a.jpg'><p class='caption'>{caption}</p></div>"


def text_of(body: str) -> str:
    page = (
        "<html lang='en'><head><title>Five ships in the harbour</title></head><body><main>"
        "<h1>Five ships in the harbour</h1><figure class='lead'><img src='/b.jpg' alt=''>"
        "<figcaption>The harbour seen from the mole last week.</figcaption></figure>"
        f"<div class='story'><p>{OPENING}</p>{body}</div></main></body></html>"
    )
    return _read(page)


def _read(page: str) -> str:
    article = extract_article(Page(URL, URL, page.encode(), NOW, charset="utf-8"), EMPTY, NOW)
    assert isinstance(article, Article)
    return article.text


@pytest.mark.parametrize("picture", [figure, box])
def test_sentences_below_pictures_are_the_text_where_it_has_no_other(picture: object) -> None:
    assert callable(picture)
    told = text_of("".join(map(picture, TOLD)))
    assert all(sentence in told for sentence in (OPENING, *TOLD))
    assert "seen from the mole" not in told


def test_captions_of_a_text_are_none_of_it() -> None:
    told = text_of("".join(f"<p>{p}</p>{figure(c)}" for p, c in zip(FURTHER, TOLD, strict=True)))
    assert all(sentence in told for sentence in FURTHER)
    assert not any(sentence in told for sentence in TOLD)


def test_a_gallery_amid_a_text_is_none_of_it() -> None:
    told = text_of(
        "".join(f"<p>{p}</p>" for p in FURTHER)
        + f"<div class='row'>{''.join(map(figure, TOLD))}</div>"
    )
    assert all(sentence in told for sentence in FURTHER)
    assert not any(sentence in told for sentence in TOLD)


def test_what_a_page_says_elsewhere_does_not_count() -> None:
    boxes = "".join(f"<div><p>{p}</p><p>{p}</p></div>" for p in FURTHER)
    told = text_of(f"{''.join(map(figure, TOLD))}</div><div class='x-1'>{boxes}")
    assert all(sentence in told for sentence in TOLD)


def test_pictures_in_boxes_without_names_tell_more_than_what_stands_beside_them() -> None:
    pictures = "".join(f"<div><img src='/a.jpg' alt=''><div>{said}</div></div>" for said in TOLD)
    head = "<title>Five ships in the harbour</title><div><h1>Five ships in the harbour</h1>"
    house = "".join(f"<div><h4>Our work</h4><p>{p}</p></div>" for p in FURTHER)
    top = "<div><img src='/b.jpg'><div>The mole. Photo: The Courier/Jane R.</div></div>"
    told = _read(f"{head}{top}<div><p>{OPENING}</p>{pictures}</div>{house}</div>")
    assert all(sentence in told for sentence in TOLD)
    assert "The mole" not in told
    told = _read(f"{head}<div>{''.join(f'<p>{p}</p>' for p in FURTHER)}{pictures}</div></div>")
    assert not any(sentence in told for sentence in TOLD)


def test_pictures_that_lead_elsewhere_tell_of_others() -> None:
    cards = "".join(figure(c, "<a href='/9'>A ship of the line</a> ") for c in TOLD)
    assert not any(sentence in text_of(cards) for sentence in TOLD)


def test_few_pictures_and_open_lines_are_captions() -> None:
    told = text_of("".join(map(figure, TOLD[:3])))
    assert not any(sentence in told for sentence in TOLD)
    names = [sentence.split(" ", 4)[1] + " at her berth, seen from the town" for sentence in TOLD]
    assert "at her berth" not in text_of("".join(map(figure, names)))


def test_a_story_in_pictures_that_only_scripts_hold_is_read() -> None:
    post = {
        "title": "Five ships in the harbour",
        "content": f"<p>{OPENING}</p>" + "".join(map(figure, TOLD)),
    }
    data = json.dumps({"props": {"pageProps": {"post": post}}})
    told = _read(
        "<html lang='en'><head><title>Five ships in the harbour</title></head><body>"
        "<div id='__next'></div>"
        f"<script id='__NEXT_DATA__' type='application/json'>{data}</script></body></html>"
    )
    assert all(sentence in told for sentence in TOLD)
