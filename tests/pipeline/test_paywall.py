"""Whether an article is for payers only."""

from __future__ import annotations

import json
from typing import Any

import pytest

from pipeline.declared.metadata import read_metadata
from pipeline.page.html import parse_text
from pipeline.paywall import is_paywalled

TITLE = "A battery that charges in five minutes is built"
TEXT = f"<p>{'The cell takes five minutes to charge, its makers say. ' * 8}</p>"


def _read(html: str, top: str = "", around: str = "<article>") -> bool | None:
    doc = parse_text(
        f"<body>{around}{top}<h1>{TITLE}</h1>{TEXT}</article>{html}</body>", "https://n.example/a"
    )
    return is_paywalled(doc, read_metadata(doc), TITLE)


def _data(*nodes: dict[str, Any]) -> str:
    return f"<script type='application/ld+json'>{json.dumps([*nodes])}</script>"


ARTICLE: dict[str, Any] = {"@type": "NewsArticle", "headline": TITLE}
PART = {"@type": "WebPageElement", "isAccessibleForFree": False, "cssSelector": ".paywall"}


@pytest.mark.parametrize(
    ("nodes", "paywalled"),
    [
        ([{**ARTICLE, "isAccessibleForFree": False}], True),
        ([{**ARTICLE, "isAccessibleForFree": "http://schema.org/False"}], True),
        ([{**ARTICLE, "isAccessibleForFree": "True"}], False),
        ([{**ARTICLE, "hasPart": PART}], True),
        ([{**ARTICLE, "hasPart": [PART]}], True),
        ([{**ARTICLE, "isAccessibleForFree": True, "hasPart": PART}], False),
        ([ARTICLE, {"@type": "WebPage", "isAccessibleForFree": False}], True),
        ([ARTICLE, {"@type": "Product", "isAccessibleForFree": False}], None),
        ([ARTICLE, {"@type": "PodcastEpisode", "isAccessibleForFree": False}], None),
        ([{**ARTICLE, "hasPart": {**PART, "@type": "VideoObject"}}], None),
    ],
)
def test_what_json_ld_says_of_the_text(nodes: list[dict[str, Any]], paywalled: bool | None) -> None:
    assert _read(_data(*nodes)) is paywalled


@pytest.mark.parametrize(
    ("said", "paywalled"),
    [
        ("<meta itemprop=isAccessibleForFree content=false>", True),
        ("<meta itemprop=isAccessibleForFree content=true>", False),
        ("<link itemprop=isAccessibleForFree href='http://schema.org/False'>", True),
    ],
)
def test_what_microdata_says(said: str, paywalled: bool | None) -> None:
    scope = "<article itemscope itemtype='http://schema.org/NewsArticle'>"
    assert _read("", said, scope) is paywalled


@pytest.mark.parametrize(
    ("key", "value", "paywalled"),
    [
        ("article:content_tier", "locked", True),
        ("article:content_tier", "free", False),
        ("cXenseParse:recs:paywall", "true", True),
        ("k5a:paid", "1", True),
        ("k5a:paid", "0", False),
        ("is_premium", "false", False),
        ("vr:paywall", "hard", True),
        ("premium", "see our offers", None),
    ],
)
def test_what_meta_elements_say(key: str, value: str, paywalled: bool | None) -> None:
    assert _read(f"<meta name='{key}' content='{value}'>") is paywalled


@pytest.mark.parametrize(
    ("box", "paywalled"),
    [
        ("<div class='paywall'>Subscribe to read on</div>", True),
        ("<div class='paywall'></div>", None),
        ("<div class='tp-container-inner'>To read the full story, become a member</div>", True),
        ("<div class='paywall-notice'>この記事は有料記事です。残り1230文字</div>", True),
        ("<div class='article-locked'>This content is reserved for subscribers.</div>", True),
        ("<div class='subscribe-box'>هذا المحتوى متاح للمشتركين فقط</div>", True),
        (
            "<aside class='gh-post-upgrade-cta'>This post is for paying subscribers only</aside>",
            True,
        ),
        ("<div class='paid-barrier'>Jetzt weiterlesen mit einem Abo</div>", True),
        ("<div class='article__restricted'>Cet article est réservé aux abonnés.</div>", True),
        ("<div class='paywall'>Dalszy ciąg tylko dla prenumeratorów.</div>", True),
        ("<div class='paywall'>این مطلب ویژه مشترکان است.</div>", True),
        ("<div id='paywall' class='sc-1x2'>Weiterlesen mit dem Abo.</div>", True),
        ("<div class='subscribe-box'>Subscribe to our newsletter</div>", None),
        ("<div class='subscribe-overlay'>Allow notifications of breaking news</div>", None),
        (
            "<div class='membership-box'>Become a member. Our articles stay free for all.</div>",
            None,
        ),
        ("<div class='paywall' style='display: none'>Subscribe to continue reading</div>", None),
        ("<template><div class='paywall'>Subscribe to continue reading</div></template>", None),
        ("<div class='premium-content'><h3>Premium partners</h3>Our sponsors</div>", None),
        ("<div class='subscription-wall'>Hazte suscriptor para leer más</div>", True),
        ("<p>x</p>", None),
    ],
)
def test_what_stands_in_place_of_the_rest(box: str, paywalled: bool | None) -> None:
    assert _read(box) is paywalled


def test_a_mark_beside_the_headline_and_none_of_another_article_s_card() -> None:
    for mark in ("Nur für Abonnenten", "Réservé aux abonnés", "Member-only story", "للمشتركين فقط"):
        assert _read("", f"<span class=x>{mark}</span>") is True
        card = f"<aside class=related><article><span>{mark}</span><a href=/x>Another</a></article>"
        assert _read(card) is None
    assert _read("", "<span>Subscribers only twice as many as before</span>") is None
