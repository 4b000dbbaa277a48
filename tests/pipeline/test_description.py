"""The description."""

from __future__ import annotations

import pytest

from pipeline.declared.metadata import read_metadata
from pipeline.description import extract_description
from pipeline.page.html import parse_text

TITLE = "Researchers build a battery that charges in five minutes"
TEXT = (
    "A team at the university of Delft has presented a battery that takes five minutes to charge, "
    "and that loses hardly any capacity in a thousand cycles.\n\nThe cells use an anode of niobium "
    "oxide in place of graphite. A first factory is to open in Rotterdam in the spring of next "
    "year; its owners expect to deliver two million cells in the first twelve months, most of them "
    "to makers of buses, who have ordered them already for all lines of the city and its suburbs."
)
OWN = "A cell with a niobium anode takes five minutes to charge; a factory is to open in Rotterdam."
SLOGAN = (
    "Daily Ledger brings you the latest breaking news, business, sport, culture and technology "
    "stories from around the world, with analysis and comment, all day and every day of the week."
)


def _read(*said: tuple[str, str], data: str = "") -> str | None:
    metas = "".join(f'<meta property="{name}" content="{value}">' for name, value in said)
    script = f"<script type='application/ld+json'>{data}</script>" if data else ""
    site = '<meta property="og:site_name" content="Daily Ledger">'
    doc = parse_text(
        f"<head>{metas}{script}{site}</head><h1>{TITLE}</h1>", "https://news.example/a"
    )
    return extract_description(doc, read_metadata(doc), TITLE, TEXT)


@pytest.mark.parametrize(
    "other",
    [
        SLOGAN,
        f"{TITLE} - Daily Ledger - the newspaper of the north, at home and abroad",
        "battery, charge, Delft, Rotterdam, cells, niobium, graphite, buses, oxide, anode, factory",
        TEXT,
        OWN[:60] + "…",
        "undefined",
        "{{ meta.description }}",
        "-",
    ],
)
def test_what_is_said_of_the_article_goes_before_all_else(other: str) -> None:
    assert _read(("description", other), ("og:description", OWN)) == OWN
    assert _read(("og:description", other), ("description", OWN)) == OWN


@pytest.mark.parametrize("alone", [SLOGAN, TEXT, "undefined", "null", "{{ description }}", "—"])
def test_what_describes_no_article_is_none(alone: str) -> None:
    assert _read(("description", alone)) is None


def test_what_the_site_s_own_node_says_is_of_the_site() -> None:
    site = '{"@type":"WebSite","name":"x","description":"A battery a day: five minutes to charge"}'
    said = ("description", "A battery a day: five minutes to charge")
    assert _read(said) == said[1]
    assert _read(said, data=site) is None


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("The cells&amp;#8217; anode &amp;amp; the oxide", "The cells’ anode & the oxide"),
        ("A battery of cells.&lt;br /&gt;It charges.", "A battery of cells. It charges."),
        ("&lt;p class=&quot;x&quot;&gt;A battery of cells.&lt;/p&gt;", "A battery of cells."),
        ("[vc_row][vc_column width=1]A battery of cells.", "A battery of cells."),
        (".mfp-bg{top:0;left:0} A battery of cells.", "A battery of cells."),
        ("[video] A battery of cells.", "[video] A battery of cells."),
        ("[Update] A battery of cells.", "[Update] A battery of cells."),
    ],
)
def test_a_system_s_codes_are_no_words(written: str, read: str) -> None:
    assert _read(("description", written)) == read
