"""Pages that only lead elsewhere, as they are written."""

from __future__ import annotations

import pytest
from lxml.html import fromstring

from pipeline.stubs import Refresh, is_empty_shell, read_stub

FEW = "<p>You will be redirected.</p>"


def meta(content: str, before: str = "") -> bytes:
    return f'<html><head>{before}<meta http-equiv=Refresh content="{content}"></head>'.encode()


@pytest.mark.parametrize(
    ("content", "delay_s", "url"),
    [
        ("0;url=/tech/", 0, "/tech/"),
        (" 5 ; URL = 'a b.html'", 5, "a b.html"),
        ("0.5, /tech/", 0, "/tech/"),
        ("3 url=/tech/", 3, "/tech/"),
        ("0;url=/تقنية/", 0, "/تقنية/"),
        ("0;urls.html", 0, "urls.html"),
    ],
)
def test_where_a_refresh_leads(content: str, delay_s: int, url: str) -> None:
    assert read_stub(meta(content) + FEW.encode()) == Refresh(delay_s, url)


@pytest.mark.parametrize("content", ["300", "0;url=", "", ";", "x;url=/a", "url=/a"])
def test_a_refresh_that_leads_nowhere(content: str) -> None:
    assert read_stub(meta(content)) is None


def test_the_pages_base_counts() -> None:
    found = read_stub(meta("0;url=a", "<base href='/tech/'>"))
    assert found == Refresh(0, "a", "/tech/")


def test_a_page_with_something_to_read_is_no_stub() -> None:
    assert read_stub(meta("0;url=/a") + FEW.encode() * 12) is None
    scripts = f"<script>{'x' * 900}</script><noscript>{FEW * 12}</noscript>"
    assert read_stub(meta("0;url=/a") + scripts.encode())


def test_what_is_for_readers_without_scripts_counts_where_no_program_is_better() -> None:
    inside = b"<noscript>" + meta("0;url=/a") + b"</noscript>"
    assert read_stub(inside) == Refresh(0, "/a")
    assert read_stub(inside + b"<script src=app.js></script>") is None


def test_an_element_of_a_programs_own_that_waits_is_a_shell() -> None:
    waits = "<my-app>Loading...</my-app><script src=a.js></script>"
    assert is_empty_shell(fromstring(f"<html><body>{waits}</body></html>"))
    beside = f"<cookie-bar></cookie-bar><script src=a.js></script>{FEW * 12}"
    assert not is_empty_shell(fromstring(f"<html><body>{beside}</body></html>"))


@pytest.mark.parametrize("body", [b"", b" ", b"refresh", b"<!-- refresh -->", b"\0refresh\0<"])
def test_bodies_of_nothing(body: bytes) -> None:
    assert read_stub(body) is None
    assert read_stub(body, "0;url=/a") in (None, Refresh(0, "/a"))
