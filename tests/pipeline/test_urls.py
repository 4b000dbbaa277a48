"""One address, one form; and what an address alone says."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.url_shapes import acts, article_likeness, is_file, url_date, url_shape
from pipeline.urls import (
    MAX_URL_LENGTH,
    absolute,
    canonical_url,
    host_port,
    other_origins,
    path_segments,
    same_site,
    split_url,
)

BASE = "https://news.example/tech/list.html?page=2"


@pytest.mark.parametrize(
    ("written", "canonical"),
    [
        ("HTTPS://News.Example:443/A/b", "https://news.example/A/b"),
        ("http://news.example:80", "http://news.example/"),
        ("http://news.example:8080/", "http://news.example:8080/"),
        ("http://news.example./a", "http://news.example/a"),
        ("/a/./b/../c", "https://news.example/a/c"),
        ("../sport/", "https://news.example/sport/"),
        ("?page=3", "https://news.example/tech/list.html?page=3"),
        ("//cdn.example/a", "https://cdn.example/a"),
        ("/a#comments", "https://news.example/a"),
        ("  /a\n/b ", "https://news.example/a/b"),
        ("/a\\b", "https://news.example/a/b"),
        ("/%7Euser/%d8%aa", "https://news.example/~user/%D8%AA"),
        ("/تقنية", "https://news.example/%D8%AA%D9%82%D9%86%D9%8A%D8%A9"),
        ("/a b%zz", "https://news.example/a%20b%25zz"),
        ("http://مثال.إختبار/", "http://xn--mgbh0fb.xn--kgbechtv/"),
        ("http://[::1]:80/a", "http://[::1]/a"),
        ("/a?utm_source=x&id=3&fbclid=y", "https://news.example/a?id=3"),
        ("/a?b=2&a=1", "https://news.example/a?b=2&a=1"),
        ("/a?b=&&c", "https://news.example/a?b=&c"),
        ("/a?", "https://news.example/a"),
        ("/a?replytocom=7", "https://news.example/a"),
        ("/a?source=tag_page---------0-84--------x-17", "https://news.example/a"),
        ("/a?source=front-page", "https://news.example/a?source=front-page"),
        ("/a;jsessionid=1F?x=1", "https://news.example/a?x=1"),
        ("/a?_=1764100000123&x=1", "https://news.example/a?x=1"),
        ("/a?rnd=0.7318202561&ts=1764100000", "https://news.example/a"),
        ("/a?ts=20261125", "https://news.example/a?ts=20261125"),
        ("/a?sid=12", "https://news.example/a?sid=12"),
        ("/a?sid=0123456789abcdef0123456789abcdef", "https://news.example/a"),
        ("/a?ref=twitter", "https://news.example/a"),
        ("/a?ref=12", "https://news.example/a?ref=12"),
        ("/a?amp;utm_source=x", "https://news.example/a"),
        ("/a?id=3&amp;amp;utm_medium=x&%2338;amp;fbclid=y", "https://news.example/a?id=3"),
    ],
)
def test_canonical_form(written: str, canonical: str) -> None:
    assert canonical_url(written, BASE) == canonical


@pytest.mark.parametrize(
    "written",
    [
        "",
        "javascript:void(0)",
        "mailto:desk@news.example",
        "ftp://news.example/a",
        "http://",
        "http:///a",
        "http://news.example:99999/",
        "http://[::1/",
        "http://user:word@news.example/",
        "http://news.example@evil.example/",
        "http://a..b/",
        "http://a b/",
        "https://news.example/" + "a" * MAX_URL_LENGTH,
    ],
)
def test_unusable(written: str) -> None:
    assert canonical_url(written) is None


@pytest.mark.parametrize(
    ("address", "whole"),
    [
        ("/a b?c#d", "https://news.example/a b?c#d"),
        ("mailto:desk@news.example", "mailto:desk@news.example"),
        ("", "https://news.example/tech/"),
        ("http://[link", ""),
        ("//[link", ""),
    ],
)
def test_absolute(address: str, whole: str) -> None:
    assert absolute(address, "https://news.example/tech/") == whole


@pytest.mark.parametrize("address", ["http://[link", "http://[link]", "//[::1"])
def test_what_is_no_address_has_no_parts(address: str) -> None:
    assert not any(split_url(address))
    assert path_segments(address) == ()
    assert host_port(address) == ""


@given(st.text(max_size=80))
def test_idempotent(text: str) -> None:
    once = canonical_url(text, BASE)
    if once is not None:
        assert canonical_url(once) == once
        assert once.isascii()


@given(st.text(alphabet="/.%?#&=a2Eع \\;", max_size=30))
def test_idempotent_on_awkward_paths(text: str) -> None:
    once = canonical_url("https://news.example/" + text)
    if once is not None:
        assert canonical_url(once) == once


def test_host_and_port() -> None:
    assert host_port("https://News.example/a") == "news.example:443"
    assert host_port("http://127.0.0.1:9000/") == "127.0.0.1:9000"
    assert host_port("mailto:x") == ""


@pytest.mark.parametrize(
    ("a", "b", "same"),
    [
        ("http://news.example/", "https://www.news.example/a", True),
        ("http://127.0.0.1:9000/", "http://127.0.0.1:9001/", False),
        ("http://news.example/", "http://sport.news.example/", False),
        ("http://m.news.example/a", "https://www.news.example/a", True),
        ("https://amp.news.example/a", "https://mobile.news.example/", True),
        ("http://m.example/", "http://example/", False),
        ("http://m.news.example:81/", "http://news.example/", False),
        ("mailto:x", "mailto:x", False),
    ],
)
def test_same_site(a: str, b: str, same: bool) -> None:
    assert same_site(a, b) is same


@pytest.mark.parametrize(
    ("path", "shape"),
    [
        ("/", "/"),
        ("/tech/2026/11/a-story.html", "/tech/N/N/S.html"),
        ("/tag/chips/", "/tag/S"),
        ("/news/123", "/news/N"),
        ("/a-long-section/story", "/S/S"),
        ("/تقنية/خبر", "/S/S"),
        ("/v2/x", "/vN/S"),
        ("/?p=12", "/?p=N"),
        ("/index.php?post/2026/title", "/S/post/N/S"),
        ("/12.php?b=x&a=1", "/N.php?a=N&b=S"),
    ],
)
def test_shape(path: str, shape: str) -> None:
    assert url_shape("https://news.example" + path) == shape


@pytest.mark.parametrize(
    ("path", "day"),
    [
        ("/2026/11/25/story", date(2026, 11, 25)),
        ("/2026/1/5/story", date(2026, 1, 5)),
        ("/story-2026-11-25.html", date(2026, 11, 25)),
        ("/20261125/story", date(2026, 11, 25)),
        ("/2026/02/30/story", None),
        ("/2026/11/story", None),
        ("/story-2026112", None),
        ("/index.php?post/2026/11/25/title", date(2026, 11, 25)),
        ("/world/2026/nov/25/story", date(2026, 11, 25)),
        ("/2026/november/5/story", date(2026, 11, 5)),
        ("/2026/TECH/11/25/story/index.html", date(2026, 11, 25)),
        ("/n1/2026/1125/c1002-32500.html", date(2026, 11, 25)),
        ("/doc/2026-11/25/content_1.htm", date(2026, 11, 25)),
        ("/202611/25/story.html", date(2026, 11, 25)),
        ("/view/202611251030", date(2026, 11, 25)),
        ("/25-11-2026/story", date(2026, 11, 25)),
        ("/story-11-25-2026", date(2026, 11, 25)),
        ("/story-11-12-2026", None),
        ("/2026/marz/12/story", None),
        ("/2026/1331/story", None),
        ("/articles/20263312", None),
        ("/a/74-20201122", None),
        ("/a/news-20201122", date(2020, 11, 22)),
        ("/web/20261125090000/https://news.example/a-story", None),
        ("/web/20261125090000id_/https://news.example/2026/11/02/a", date(2026, 11, 2)),
    ],
)
def test_day(path: str, day: date | None) -> None:
    assert url_date("https://news.example" + path) == day


def test_segments_go_on_in_a_query_that_is_a_path() -> None:
    assert path_segments("https://news.example/a//%D8%AA/") == ("a", "ت")
    assert path_segments("https://news.example/i.php?post/x") == ("i.php", "post", "x")


@pytest.mark.parametrize(("path", "file"), [("/a.pdf", True), ("/a.html", False), ("/", False)])
def test_files(path: str, file: bool) -> None:
    assert is_file("https://news.example" + path) is file


@pytest.mark.parametrize(
    ("more", "less"),
    [
        ("/2026/11/25/a-story-of-five-words", "/tag/chips/"),
        ("/news/123456", "/about/"),
        ("/tech/how-the-chip-was-made", "/tech/"),
        ("/index.php?p=123", "/index.php?cat=3"),
        ("/a-story-about-it.html", "/"),
        ("/i.php?option=com_content&view=article&id=7", "/i.php?option=com_content"),
        ("/i.php?option=com_content", "/i.php?view=category&layout=blog&id=7"),
        ("/a-story", "/picture.jpg"),
        ("/News.aspx?id=4123", "/Section.aspx?sid=3"),
        ("/ArticleDetail.aspx?id=4123", "/NewsList.aspx?id=3"),
        ("/story.php?id=41", "/news_category.php?id=41"),
        ("/catfight.php?id=41", "/cat.php?id=41"),
    ],
)
def test_likeness_orders(more: str, less: str) -> None:
    site = "https://news.example"
    assert article_likeness(site + more) > article_likeness(site + less)


@pytest.mark.parametrize(
    ("query", "acting"),
    [
        ("id=5&action=delete", True),
        ("do=logout", True),
        ("title=Plant&action=edit", True),
        ("add-to-cart=17", True),
        ("a=1;op=remove", True),
        ("action=show&id=5", False),
        ("task=view", False),
        ("mode=news", False),
        ("q=delete", False),
        ("action=deleted-scenes", False),
        ("", False),
    ],
)
def test_orders_in_queries(query: str, acting: bool) -> None:
    assert acts(f"https://news.example/a.html?{query}") is acting


@pytest.mark.parametrize(
    ("origin", "others"),
    [
        ("https://a.org", ["https://www.a.org", "http://a.org", "http://www.a.org"]),
        ("http://www.a.org", ["https://www.a.org", "https://a.org", "http://a.org"]),
        ("http://a.org:8000", ["http://www.a.org:8000"]),
    ],
)
def test_other_forms_of_an_origin(origin: str, others: list[str]) -> None:
    assert other_origins(origin) == others
