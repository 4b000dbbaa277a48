"""Addresses are decoded for people where that is safe, and mean the same when given again."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cli.addresses import readable
from pipeline.urls import canonical_url


@pytest.mark.parametrize(
    ("exact", "shown"),
    [
        ("https://a.org/%D9%85%D9%82%D8%A7%D9%84/1", "https://a.org/مقال/1"),
        ("https://a.org/%d9%85%d9%82%d8%a7%d9%84/", "https://a.org/مقال/"),
        ("in https://a.org/caf%C3%A9?q=a%2Fb", "in https://a.org/café?q=a%2Fb"),
        ("https://a.org/%C7%E1%C3", "https://a.org/%C7%E1%C3"),  # windows-1256
        ("https://a.org/%E2%80%AEmoc", "https://a.org/%E2%80%AEmoc"),  # turns a line around
        ("https://a.org/a%20b%0A", "https://a.org/a%20b%0A"),
        ("100% of it", "100% of it"),
    ],
)
def test_an_address_is_readable(exact: str, shown: str) -> None:
    assert readable(exact) == shown


@given(st.text(st.characters(categories=["L", "N", "M", "P"]), max_size=20))
def test_a_readable_address_is_the_same_address(path: str) -> None:
    url = canonical_url(f"https://example.org/{path}")
    if url is not None:
        assert canonical_url(readable(url)) == url
