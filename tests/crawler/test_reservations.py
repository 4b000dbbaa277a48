"""Which paths the patterns of a tdmrep.json cover."""

from __future__ import annotations

import json
import random
import re
from urllib.parse import urlsplit

import pytest

from crawler.fetching.reservations import MAX_LOCATION, Rule, read_tdmrep
from pipeline.urls import canonical_url


@pytest.mark.parametrize(
    ("location", "path", "covered"),
    [
        ("/", "/any", True),
        ("", "/any", True),
        ("/tech", "/technology", True),
        ("/tech", "/sport/tech", False),
        ("/tech$", "/tech", True),
        ("/tech$", "/tech/", False),
        ("*", "/", True),
        ("*$", "/", True),
        ("/*.pdf$", "/a.pdf/b.pdf", True),
        ("/*.pdf$", "/a.pdf?x=1", False),
        ("/*/print", "/a/b/print?x", True),
        ("/a*a$", "/a", False),
        ("/a*a$", "/aa", True),
        ("*ab*ab", "/ab", False),
        ("*ab*ab", "/abab", True),
        ("*ab*b$", "/ab", False),
        ("/**x", "/x", True),
        ("/a.c", "/abc", False),
        ("/a$b", "/a$b", True),
    ],
)
def test_what_a_pattern_covers(location: str, path: str, covered: bool) -> None:
    assert Rule(location, True).matches(path) is covered


def test_any_pattern_covers_what_its_expression_does() -> None:
    chance = random.Random(7)
    for _ in range(4000):
        location = "/" + "".join(chance.choices("ab*$", k=chance.randrange(7)))
        path = "/" + "".join(chance.choices("ab$", k=chance.randrange(9)))
        parts = [re.escape(part) for part in location.removesuffix("$").split("*")]
        end = r"\Z" if location.endswith("$") else ""
        expected = re.match(".*".join(parts) + end, path) is not None
        assert Rule(location, True).matches(path) is expected, (location, path)


def test_a_pattern_of_many_asterisks_is_matched_without_trying_all_ways() -> None:
    rule = {"location": "/" + "a*" * 490 + "b", "tdm-reservation": 1}
    (read,) = read_tdmrep(json.dumps([rule]).encode())
    assert not read.matches("/" + "a" * 50_000)
    assert read.matches("/" + "a" * 50_000 + "b")


@pytest.mark.parametrize(
    "location",
    ["/تقنية/", "/*/خبر-1$", "/%d8%aA%d9%82%d9%86%D9%8A%D8%A9/*", "/تقنية/\ud800", "/a b"],
)
def test_letters_are_those_of_addresses(location: str) -> None:
    rule = {"location": location, "tdm-reservation": 1}
    (read,) = read_tdmrep(json.dumps([rule]).encode())
    path = urlsplit(canonical_url("https://news.example/تقنية/خبر-1") or "").path
    assert read.location.isascii()
    assert read.matches(path) is not any(part in location for part in ("\ud800", " "))
    assert not read.matches("/other/")


def test_a_pattern_longer_than_any_address_is_left_out() -> None:
    rule = {"location": "/" * (MAX_LOCATION + 1), "tdm-reservation": 1}
    assert read_tdmrep(json.dumps([rule]).encode()) == ()
