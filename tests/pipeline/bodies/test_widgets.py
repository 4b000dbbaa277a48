"""Boxes of a page's machinery amid a text: players, calendars, prices, gates, comments."""

from __future__ import annotations

import pytest
from lxml.html import fragment_fromstring

from pipeline.bodies.widgets import widget_region
from pipeline.lines.known_lines import heads_appeal
from pipeline.page.blocks import read
from tests.pipeline.bodies.nameless_page import TEXT as PARAGRAPHS
from tests.pipeline.bodies.nameless_page import kept_beside, kept_of

TEXT = (*PARAGRAPHS, "The works take two years.")


def kept(box: str) -> list[str]:
    return kept_beside(box, TEXT, 3)


def _weeks(first: int) -> str:
    rows = ("".join(f"<td>{first + 7 * w + d}</td>" for d in range(7)) for w in range(4))
    return "".join(f"<tr>{row}</tr>" for row in rows)


DAYS = "<tr>" + "".join(f"<th>{day}</th>" for day in "MTWTFSS") + "</tr>"
GATE = "<ul><li>No ads</li><li>A letter on Sundays</li><li>All issues since 2009</li></ul>"
COMMENTS = "<div><h4>Latest comments</h4><div><b>Salem</b>: What will it cost?</div></div>"


@pytest.mark.parametrize(
    "box",
    [
        "<div><div>Heard today</div><div>Why cranes cost more, with a guest</div>"
        "<div>00:00 / 31:12</div></div>",
        "<div><p>Watch</p><p>Inside the old mill</p><p>02:14</p></div>",
        "<div><div>The minister says that the cranes will move, and when.</div>"
        "<span>09:57</span></div>",
        f"<table><caption>March 2026</caption>{DAYS}{_weeks(1)}</table>",
        "<div><h4>Markets</h4><table><tr><td>EUR/USD</td><td>1.08</td><td>+0.1%</td></tr>"
        "<tr><td>Oil</td><td>71.4</td><td>-0.4%</td></tr></table></div>",
        f"<div><div>What you get</div>{GATE}<div>From $3 a month</div>"
        "<a href=/join>Join</a><a href=/in>Have an account?</a></div>",
        f"<div><p>What you get</p>{GATE}<button>Join</button></div>",
        "<div><p><b>A word from a friend</b></p><p>Sleep better with Nightloop.</p>"
        "<p><a href=https://nightloop.example>Try it</a></p></div>",
        COMMENTS,
        "<div><p>Prices swung widely after the figures had…</p><a href=/b>Details</a></div>",
        "<div><p>From us</p><p><a href=/b>Heat in the north</a></p><p>The office said…</p>"
        "<p><a href=/c>Twelve fined</a></p><p>The court has fined a dozen...</p></div>",
        "<div><p>Comments</p><p>salem77: I had it, too dear</p><p>Ann: Well said</p></div>",
        "<div><span>From us</span><a href=/b><b>Heat in the north on Sunday at last</b></a>"
        "<p>The office said that the heat will reach forty and […]</p></div>",
        "<div><b>About the author</b><p>Jane Doe writes of harbours for us.</p></div>",
        "<div><p>From another site</p><p>A post would stand here.</p><button>Show</button>"
        "<p>Its owner may then read your personal data, of which our page on privacy says more.</p>"
        "</div>",
        "<figure><p>This post needs your consent, as it may set cookies when it is shown.</p>"
        "<button>Go on</button></figure>",
    ],
)
def test_they_go_and_the_text_goes_on(box: str) -> None:
    assert kept(box) == [*TEXT]


@pytest.mark.parametrize(
    ("box", "stays"),
    [
        (f"<table><tr><th>Plant</th></tr>{_weeks(1).replace('>9<', '>90<')}</table>", "Plant"),
        (
            "<div><h4>Shares on Monday</h4><table><tr><th>Firm</th><th>Price</th><th>Change</th>"
            "</tr><tr><td>Kestrel</td><td>71.4</td><td>-0.4%</td></tr></table></div>",
            "Kestrel | 71.4 | -0.4%",
        ),
        (
            "<div><p>The council plans:</p><ul><li>two berths</li><li>one crane</li></ul>"
            "<p><a href=/tech/plans-of-2025.pdf>The council's drawings</a></p></div>",
            "two berths",
        ),
        ("<p>Ferries on Sunday:</p><p>The first leaves</p><p>10:15</p>", "The first leaves"),
        (
            "<div><p>The first ferry left the old quay.</p><span>09:57</span></div>"
            "<div><p>The second one followed it.</p><span>10:15</span></div>",
            "The first ferry left the old quay.",
        ),
        ("<div><p>Ferries leave at:</p><p>10:00 / 31 May</p></div>", "10:00 / 31 May"),
        (
            "<div><p>The crane can be heard from the town, at night above all.</p>"
            "<audio src=/a.mp3></audio><input type=range></div>",
            "The crane can be heard from the town, at night above all.",
        ),
        (
            "<div><p>And nobody knows who had paid for it all…</p><p>She does.</p></div>",
            "And nobody knows who had paid for it all…",
        ),
        (
            "<div><p>Nobody knows who paid for it all, the mayor says.</p>"
            "<a href=/tech/bill.pdf>The bill</a></div>",
            "Nobody knows who paid for it all, the mayor says.",
        ),
        (
            "<div><p>The mayor wrote to the owners of the old crane that she</p>"
            "<p>had <a href=/b>heard</a> nothing of it and would not pay a crown for it…</p></div>",
            "had heard nothing of it and would not pay a crown for it…",
        ),
        (
            "<div><p>From us</p><p><a href=/b>Heat in the north</a></p><p>Forty degrees.</p>"
            "<p><a href=/c>Twelve fined</a></p><p>The court has fined a dozen for it…</p></div>",
            "The court has fined a dozen for it…",
        ),
        (
            "<div><p>Comments</p><p>The owners of the crane say that they will not pay.</p>"
            "<p>The mayor: nobody asked them to, and nobody will.</p></div>",
            "The owners of the crane say that they will not pay.",
        ),
        (
            "<div><b>About the author</b> of the letter the police know little.</div>",
            "About the author of the letter the police know little.",
        ),
        (
            "<div><h3><button>What are cookies?</button></h3><div><p>A note of a site, kept by the "
            "browser; with cookies a shop knows its guests again.</p><p>Whoever wants none of them "
            "may say so to the browser, which then asks the shop to forget its guests.</p></div>"
            "</div>",
            "A note of a site, kept by the browser; with cookies a shop knows its guests again.",
        ),
        (
            "<div><p>The shop asks for cookies, and nobody reads it.</p><p>The mayor does.</p>"
            "</div>",
            "The shop asks for cookies, and nobody reads it.",
        ),
    ],
)
def test_tables_lists_and_hours_of_the_text_stay(box: str, stays: str) -> None:
    assert stays in "\n".join(kept(box))


MORE = "<a href=/author/jane/>More posts</a> by {}."


def _region(head: str, *lines: str) -> str | None:
    said = "".join(f"<p>{line}</p>" for line in lines)
    reading = read(fragment_fromstring(f"<div><h2>{head}</h2>{said}</div>"))
    return widget_region(reading.pieces[0].element.getparent(), reading.pieces, 9000)


def test_a_box_with_a_name_that_leads_to_a_page_of_an_author_tells_who_wrote() -> None:
    told = "Engineer by day, gardener by accident."
    assert _region("Jane Doe", told, MORE.format("Jane Doe")) == "author-box"
    assert _region("Jane Doe", told, MORE.format("Bob Roe")) is None
    assert _region("Jane Doe", told, "Jane Doe is <a href=/tech/7>at home</a> here.") is None
    assert _region("Jane Doe", told, told, told, told, MORE.format("Jane Doe")) is None


def test_a_player_goes_from_a_page_of_boxes() -> None:
    clock = "<span>0:00</span><div>/<span>312.4</span></div><input type=range>"
    player = (
        "<div><div><img src='' alt='audio-thumbnail'><div><audio src=/a.mp3></audio><div>The "
        f"harbour, read aloud</div><div>{clock}</div></div></div></div>"
    )
    lines = [f"<div>{text}</div>" for text in TEXT]
    assert kept_of("".join([*lines[:2], player, *lines[2:]])) == [*TEXT]


@pytest.mark.parametrize("label", ["Sponsored", "Sponsored content", "Gesponsert", "Sponsorisé"])
def test_labels_of_what_is_paid_for_head_an_appeal(label: str) -> None:
    assert heads_appeal(label)


BIO = "Jane Doe has told of towns and rivers since 2009. She lives by the sea with two dogs."


@pytest.mark.parametrize("at", ["/author/jane-doe", "https://courier.example/people/jane-doe"])
def test_a_name_that_leads_to_its_page_above_what_is_told_of_it(at: str) -> None:
    box = f"<div><img src='/jane.jpg'><div><a href='{at}'>Jane Doe</a></div><p>{BIO}</p></div>"
    assert kept(box) == [*TEXT]


@pytest.mark.parametrize(
    "box",
    [
        f"<div><div><a href='/towns/jane-doe'>Jane Doe</a></div><p>{BIO}</p></div>",
        f"<div><div><a href='/author/jane-doe'>Jane Doe</a></div><p>Nobody knew {BIO}</p></div>",
    ],
)
def test_a_name_that_leads_elsewhere_or_heads_other_words(box: str) -> None:
    assert any(BIO in line for line in kept(box))


def test_a_box_with_a_picture_and_what_is_heard_goes() -> None:
    told = "<div>The harbour hour</div><div>Why cranes cost so much more</div><p>With a guest.</p>"
    assert kept(f"<div><img src='/p.jpg'>{told}<audio src='/a.mp3'></audio></div>") == [*TEXT]
