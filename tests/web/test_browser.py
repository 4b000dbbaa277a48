"""The console in a real browser: what a person sees, on a wide screen and on a phone's."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Literal

import pytest
from asking import Served
from console_cases import HOSTILE_TITLE, SEED
from playwright.sync_api import BrowserContext, Page, ViewportSize, sync_playwright

CHROMIUM = shutil.which("chromium")
ARGUMENTS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
PHONE: ViewportSize = {"width": 380, "height": 780}
DESK: ViewportSize = {"width": 1200, "height": 900}


@pytest.fixture(scope="module")
def browser(tmp_path_factory: pytest.TempPathFactory) -> Iterator[BrowserContext]:
    if CHROMIUM is None:
        missing = "Chromium is not installed (Debian: apt-get install chromium)"
        if os.environ.get("RASID_TEST_REQUIRE_BROWSER") == "1":
            pytest.fail(missing)
        pytest.skip(missing)
    folder: Path = tmp_path_factory.mktemp("chromium")
    with sync_playwright() as playwright:
        context = playwright.chromium.launch_persistent_context(
            folder, executable_path=CHROMIUM, headless=True, args=ARGUMENTS
        )
        yield context
        context.close()


@pytest.fixture
def screen(browser: BrowserContext) -> Iterator[Page]:
    """A page on which anything that goes wrong in the browser fails the test."""
    faults: list[str] = []
    page = browser.new_page()
    page.on("console", lambda message: faults.append(message.text))
    page.on("pageerror", lambda error: faults.append(str(error)))
    page.on("dialog", lambda dialog: faults.append(dialog.message))
    page.on("requestfailed", lambda request: faults.append(request.url))
    yield page
    page.close()
    assert faults == []


def paths(served: Served) -> list[str]:
    ids = served.ids
    return [
        "/",
        "/articles",
        "/articles?q=%D8%A7%D9%84%D8%AD%D9%88%D8%B3%D8%A8%D8%A9&language=ar",
        f"/articles/{ids['seed']}",
        f"/articles/{ids['hostile']}",
        f"/articles/{ids['plain']}?from=1&to=2",
        "/runs",
        "/explain?url=https://signal.example/chips",
    ]


@pytest.mark.parametrize("size", [PHONE, DESK], ids=["phone", "desk"])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_no_page_scrolls_sideways(
    served: Served, screen: Page, size: ViewportSize, scheme: Literal["light", "dark"]
) -> None:
    screen.set_viewport_size(size)
    screen.emulate_media(color_scheme=scheme)
    for path in paths(served):
        answer = screen.goto(served.url + path)
        assert answer is not None
        assert answer.ok
        for details in screen.locator("details").all():
            details.evaluate("each => { each.open = true }")
        width = screen.evaluate("document.documentElement.scrollWidth")
        assert width <= size["width"], path


def test_the_style_sheet_is_applied(served: Served, screen: Page) -> None:
    screen.emulate_media(color_scheme="light")
    screen.goto(served.url)
    light = screen.evaluate("getComputedStyle(document.body).backgroundColor")
    screen.emulate_media(color_scheme="dark")
    assert light != screen.evaluate("getComputedStyle(document.body).backgroundColor")


def test_an_arabic_article_reads_from_the_right(served: Served, screen: Page) -> None:
    screen.set_viewport_size(DESK)
    screen.goto(f"{served.url}/articles/{served.ids['seed']}")
    assert screen.title() == f"{SEED.title} · Rasid"
    style = "getComputedStyle(document.querySelector('article .body > p')).direction"
    assert screen.evaluate(style) == "rtl"
    item = screen.locator("article li").first
    assert item.evaluate("each => getComputedStyle(each).direction") == "rtl"
    facts = screen.locator(".about")
    assert facts.evaluate("each => getComputedStyle(each).direction") == "ltr"


def test_a_hostile_article_is_inert(served: Served, screen: Page) -> None:
    screen.goto(f"{served.url}/articles/{served.ids['hostile']}")
    assert screen.title() == f"{HOSTILE_TITLE} · Rasid"
    assert screen.locator("article h1").inner_text() == HOSTILE_TITLE
    assert screen.locator("script, img, iframe").count() == 0
    assert screen.locator("main").is_visible()


def test_a_person_searches_filters_and_reads(served: Served, screen: Page) -> None:
    screen.set_viewport_size(PHONE)
    screen.goto(served.url)
    screen.get_by_role("link", name="Articles", exact=True).click()
    screen.get_by_role("searchbox").fill("عقول")
    screen.get_by_role("button", name="Search").click()
    assert screen.locator("mark").first.inner_text() == "العقول"
    screen.locator("summary").click()
    screen.get_by_label("Language").select_option("ar")
    screen.get_by_role("button", name="Search").click()
    assert "language=ar" in screen.url
    screen.locator(".articles h2 a").first.click()
    assert screen.locator("article h1").inner_text() == SEED.title


def test_a_person_compares_two_revisions(served: Served, screen: Page) -> None:
    screen.goto(f"{served.url}/articles/{served.ids['plain']}")
    screen.get_by_role("button", name="Compare").click()
    assert screen.locator(".diff ins").first.is_visible()
    assert "three" in screen.locator(".diff").inner_text()
