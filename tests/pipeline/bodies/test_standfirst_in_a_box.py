"""A standfirst in an element without a name, beside the headline or beside its box."""

from __future__ import annotations

import pytest

from tests.pipeline.bodies.nameless_page import TEXT, TITLE, kept_in

LEAD = "The harbour board signed the papers after eleven months of talks with the mill."
BODY = "<article><div>" + "".join(f"<p>{text}</p>" for text in TEXT) + "</div></article>"
FACTS = '<div><a href="/by/x">Jane Doe</a><span>3 May 2026</span></div>'


@pytest.mark.parametrize(
    "head",
    [
        f'<div class="sc-1"><h1>{TITLE}</h1>{FACTS}<div class="sc-2">{LEAD}</div></div>',
        f'<div class="sc-1"><h1>{TITLE}</h1>{FACTS}</div><div class="sc-2">{LEAD}</div>',
    ],
)
def test_sentences_beside_the_headline_are_the_standfirst(head: str) -> None:
    assert kept_in(f"<body><main>{head}{BODY}</main></body>") == [LEAD, *TEXT]


@pytest.mark.parametrize(
    "line",
    [
        '<div class="sc-2">Listen, 4 minutes, read by a machine</div>',
        f'<div class="sc-2"><img src="a.jpg"><div>{LEAD}</div></div>',
        f'<div class="sc-3"><img src="a.jpg"></div><div class="sc-2">{LEAD}</div>',
        f'<div class="sc-2"><a href="/other">{LEAD}</a></div>',
    ],
)
def test_what_is_no_sentence_a_caption_or_a_link_is_none(line: str) -> None:
    head = f'<div class="sc-1"><h1>{TITLE}</h1>{FACTS}{line}</div>'
    assert kept_in(f"<body><main>{head}{BODY}</main></body>") == [*TEXT]


@pytest.mark.parametrize("label", ["ملخص", "Summary", "In brief"])
def test_a_summary_below_the_standfirst_is_none(label: str) -> None:
    summed = "The mill and the board agreed, and the quay opens to ships again in the autumn."
    lead = f"{LEAD} It had been asked to do so by the town and by those who fish from the quay."
    head = f'<div class="sc-1"><h1>{TITLE}</h1><div class="lead"><p>{lead}</p></div>{FACTS}</div>'
    box = f'<div class="article-summary"><p><strong>{label}</strong></p><p>{summed}</p></div>'
    assert kept_in(f"<body><main>{head}{box}{BODY}</main></body>") == [lead, *TEXT]


OPEN = "The mill and the board shake hands; what comes next"


@pytest.mark.parametrize(("described", "stays"), [(OPEN, True), ("News of the harbour", False)])
def test_an_open_line_that_the_page_is_described_by_is_the_standfirst(
    described: str, stays: bool
) -> None:
    meta = f'<meta name="description" content="{described}">'
    text = "".join(f"<div><p>{text}</p></div>" for text in TEXT)
    page = f"{meta}<body><div><div><h1>{TITLE}</h1><div>{OPEN}</div></div>{text}</div></body>"
    assert kept_in(page) == ([OPEN, *TEXT] if stays else [*TEXT])


def test_the_number_of_a_first_entry_is_no_sentence_above_the_text() -> None:
    entries = "".join(
        f"<div><div>{n}.</div><h2>Plan {n}</h2><p>{text}</p></div>"
        for n, text in enumerate(TEXT, 1)
    )
    found = kept_in(f"<body><div><h1>{TITLE}</h1><div>{entries}</div></div></body>")
    assert [line for line in found if line not in TEXT] == [f"Plan {n}" for n in (1, 2, 3, 4)]


OWN = f'<h1 class="widget__headline">{TITLE}</h1><h2 class="widget__subheadline">{OPEN}</h2>'


def test_a_standfirst_of_a_block_that_systems_call_a_widget_is_the_article_s() -> None:
    assert kept_in(f"<body><main><div>{OWN}{FACTS}</div>{BODY}</main></body>") == [OPEN, *TEXT]


@pytest.mark.parametrize(
    "box",
    [
        f'<h2 class="widget__headline"><a href="/2">A mule</a></h2>'
        f'<p class="widget__subheadline">{OPEN}</p>',
        f'<p class="widget__body">{OPEN}</p>',
        f'<p class="widget__subheadline"><a href="/2">{OPEN}</a></p>',
    ],
)
def test_what_other_blocks_say_is_none(box: str) -> None:
    head = f"<h1>{TITLE}</h1>{FACTS}<div>{box}</div>"
    assert kept_in(f"<body><main>{head}{BODY}</main></body>") == [*TEXT]
