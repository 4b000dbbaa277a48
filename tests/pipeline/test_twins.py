"""The addresses of AMP and print pages."""

from __future__ import annotations

import pytest

from pipeline.twins import is_twin, plain_address, twin_addresses

SITE = "https://news.example"


@pytest.mark.parametrize(
    ("twin", "plain"),
    [
        ("/amp/2026/story/", "/2026/story/"),
        ("/2026/story/amp/", "/2026/story/"),
        ("/2026/story/amp", "/2026/story"),
        ("/2026/story?amp=1", "/2026/story"),
        ("/2026/story?amp", "/2026/story"),
        ("/story?id=3&amp=1", "/story?id=3"),
        ("/2026/story.amp.html", "/2026/story.html"),
        ("/2026/story.amp", "/2026/story"),
        ("/2026/story?outputType=amp", "/2026/story"),
        ("/print/2026/story", "/2026/story"),
        ("/index.php?id=3&tmpl=component", "/index.php?id=3"),
    ],
)
def test_twins(twin: str, plain: str) -> None:
    assert plain_address(SITE + twin) == SITE + plain
    assert is_twin(SITE + twin)


@pytest.mark.parametrize(
    "path", ["/", "/amplifier/", "/2026/the-amp", "/prints/story", "/a.amps", "/s?q=amp", "//x//"]
)
def test_what_is_no_twin(path: str) -> None:
    assert plain_address(SITE + path) == SITE + path
    assert not is_twin(SITE + path)


def test_from_the_plain_one_to_its_twins() -> None:
    twins = twin_addresses(f"{SITE}/2026/story/")
    ways = ("/amp/2026/story/", "/2026/story/amp/", "/2026/story/amp", "/2026/story/?amp=1")
    assert {SITE + path for path in ways} <= set(twins)
    assert f"{SITE}/2026/story/" not in twins
    assert f"{SITE}/2026/s.amp.html" in twin_addresses(f"{SITE}/2026/s.html")
