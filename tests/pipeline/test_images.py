"""The main image."""

from __future__ import annotations

import pytest

from pipeline.declared.metadata import read_metadata
from pipeline.images import extract_image
from pipeline.page.html import parse_text


@pytest.mark.parametrize(
    ("html", "url"),
    [
        ("<meta property='og:image' content='/a.jpg'>", "https://news.example/a.jpg"),
        ("<meta property='og:image' content='//cdn.example/a.jpg'>", "https://cdn.example/a.jpg"),
        (
            "<meta property='og:image' content='/img/logo.png'>"
            "<meta name='twitter:image' content='/a.jpg'>",
            "https://news.example/a.jpg",
        ),
        ("<meta property='og:image' content='data:image/png;base64,AAAA'>", None),
        ("<meta property='og:image' content='javascript:alert(1)'>", None),
        ("<meta property='og:image' content='http://[bad'>", None),
        ("<article><figure><img src='/f.jpg'></figure></article>", "https://news.example/f.jpg"),
        ("<p>Text.</p>", None),
    ],
)
def test_image(html: str, url: str | None) -> None:
    doc = parse_text(html, "https://news.example/story")
    assert extract_image(doc, read_metadata(doc)) == url


HOST = "https://news.example"
PICTURE = f"{HOST}/wp-content/uploads/2026/11/battery.jpg"
FIGURE = f"<figure><img src='{PICTURE}'></figure>"


def _image(html: str) -> str | None:
    doc = parse_text(html, f"{HOST}/tech/2026/a-battery-that-charges.html")
    return extract_image(doc, read_metadata(doc))


def _shared(path: str) -> str:
    return f"<meta property='og:image' content='{HOST}{path}'>"


@pytest.mark.parametrize(
    "path",
    [
        "/assets/img/logo.png",
        "/images/logo-share-1200x630.png",
        "/themes/news/images/default-og.png",
        "/img/fb-share.png",
        "/images/facebook-share.jpg",
        "/img/pages/article/opengraph_default.png",
        "/images/placeholders/story-thumb-large.jpg",
        "/pf/resources/images/placeholderLN.jpg",
        "/img/no-photo.jpg",
        "/assets/images/open-graph.png",
        "/images/bookmark/apple-touch-icon.png",
        "/android-chrome-512x512.png",
        "/graphics/jglogo_bak.jpg",
        "/assets/brand.svg",
        "/avatar/abc?s=200",
    ],
)
def test_a_house_s_own_picture_is_none_of_its_article(path: str) -> None:
    assert _image(_shared(path)) is None
    assert _image(_shared(path) + f"<h1>A battery</h1>{FIGURE}") == PICTURE


@pytest.mark.parametrize(
    "path",
    [
        "/wp-content/uploads/2026/11/google-logo.jpg",
        "/uploads/2026/11/twitter-logo.jpg",
        "/sites/default/files/2026-11/battery.jpg",
        "/sites/default/files/styles/og_image/public/2026-11/lab.jpg?itok=Ab1",
        "/images/2026/google-pixel-phone.webp",
        "/uploads/avatar-fire-and-ash-film.jpg",
        "/uploads/2026/11/default-browser-windows.png",
        "/im-128022/social",
        "/media/12345678/thumbnail.jpg",
        "/vi/dQw4w9WgXcQ/default.jpg",
    ],
)
def test_a_picture_of_a_story_may_be_called_like_a_house_s(path: str) -> None:
    assert _image(_shared(path)) == f"{HOST}{path}"
    other = f"<h1>A battery</h1>{FIGURE.replace('battery', 'second')}"
    assert _image(_shared(path) + other) == f"{HOST}{path}"


@pytest.mark.parametrize(
    "address",
    [
        "undefined",
        "null",
        f"{HOST}/null",
        f"{HOST}/",
        HOST,
        f"{HOST}/uploads/news/",
        "{{ article.image }}",
        "http://localhost:3000/a.jpg",
        "http://10.0.3.7/a.jpg",
        "IMG Full File Path",
    ],
)
def test_what_is_no_address_of_a_picture_is_none(address: str) -> None:
    head = f"<meta property='og:image' content='{address}'>"
    assert _image(head) is None
    assert _image(f"{head}<h1>A battery</h1>{FIGURE}") == PICTURE


def test_addresses_that_templates_wrote_wrongly_are_mended() -> None:
    written = {
        f"{HOST}{PICTURE}": PICTURE,
        "https:///news.example/a.jpg": f"{HOST}/a.jpg",
        f"{HOST}/an image 1.jpg": f"{HOST}/an%20image%201.jpg",
        f"{HOST}/i?id=7&amp;amp;w=1": f"{HOST}/i?id=7&w=1",
    }
    for address, url in written.items():
        assert _image(f"<meta property='og:image' content='{address}'>") == url
    assert _image("<base href='/cms/'><meta property='og:image' content='a.jpg'>") == (
        f"{HOST}/cms/a.jpg"
    )


def test_json_ld_names_pictures_by_reference_and_captions_are_no_addresses() -> None:
    def said(data: str) -> str | None:
        return _image(f"<script type='application/ld+json'>{data}</script><h1>A battery</h1>")

    picture = f'{{"@type":"ImageObject","@id":"#p","name":"A hand holds it","url":"{PICTURE}"}}'
    head = '"@type":"NewsArticle","headline":"A battery"'
    assert said(f'{{{head},"image":{picture}}}') == PICTURE
    assert said(f'{{"@graph":[{{{head},"image":{{"@id":"#p"}}}},{picture}]}}') == PICTURE
    page = '{"@type":"WebPage","primaryImageOfPage":{"@id":"#p"}}'
    assert said(f'{{"@graph":[{page},{picture}]}}') == PICTURE
    mark = f'"publisher":{{"@type":"Organization","name":"x","logo":{{"url":"{PICTURE}"}}}}'
    assert said(f'{{{head},"image":"{PICTURE}",{mark}}}') is None


@pytest.mark.parametrize(
    "picture",
    [
        f"<figure><img src='data:image/gif;base64,R0lGOD' data-src='{PICTURE}'></figure>",
        f"<figure><img src='/img/blank.gif' data-original='{PICTURE}'></figure>",
        f"<figure><img srcset='{PICTURE}?w=4 400w, {PICTURE} 1200w'></figure>",
        f"<figure><img class=lazy src='data:,'><noscript><img src='{PICTURE}'></noscript></figure>",
        f"<picture><source srcset='{PICTURE} 1x'><img alt=''></picture>",
        f"<figure><amp-img src='{PICTURE}' width=1200 height=800></amp-img></figure>",
        f"<div class='post-thumbnail'><img class='wp-post-image' src='{PICTURE}'></div>",
        f"<div class='separator'><a href='/full.jpg'><img src='{PICTURE}'></a></div>",
        f"<video controls poster='{PICTURE}'><source src='/v.mp4'></video>",
        f"<figure class='author-photo'><img width=60 src='/rowe.jpg'></figure>{FIGURE}",
        f"<img width=1 height=1 src='https://count.example/hit.jpg'>{FIGURE}",
        f"<img src='/weixin/ewm.png'>{FIGURE}",
    ],
)
def test_where_the_head_names_none_the_first_that_an_article_shows_is_its_picture(
    picture: str,
) -> None:
    text = f"<p>{'The cell takes five minutes to charge, its makers say. ' * 8}</p>"
    beside = "<aside><h3>Related</h3><figure><img src='/other.jpg'></figure></aside>"
    card = "<figure><a href='/another/story'><img src='/another.jpg'></a></figure>"
    page = f"<article>{{}}<h1>A battery that charges</h1>{{}}{text}</article>{beside}{card}"
    assert _image(page.format("", picture)) == PICTURE
    assert _image(page.format(picture, "")) == PICTURE
    assert _image(page.format("", "")) is None


def test_a_site_of_a_private_network_has_its_own_pictures() -> None:
    page = "<meta property='og:image' content='/uploads/a.jpg'><h1>A battery</h1>"
    doc = parse_text(page, "http://192.168.1.7:8000/tech/a-battery")
    assert extract_image(doc, read_metadata(doc)) == "http://192.168.1.7:8000/uploads/a.jpg"
