"""Parts of pages that no class names: cards, cells of old layouts, offers, headings in boxes."""

from __future__ import annotations

import pytest
from lxml.html import fragment_fromstring

from pipeline.bodies.body import extract_blocks
from pipeline.bodies.boxed_lines import is_text
from pipeline.declared.metadata import read_metadata
from pipeline.page.html import parse_text
from pipeline.page.pieces import Piece
from pipeline.records import BlockKind
from tests.pipeline.bodies.nameless_page import SENTENCES, kept_in

URL = "https://news.example/tech/1"
TITLE = "A second plant rises beside the harbour"
TEXT = SENTENCES
OTHERS = (
    (
        "The ferry to the islands sails again",
        "It had lain in dock since a storm tore off its ramp, and the islanders had sailed with "
        "whoever fished that day.",
    ),
    (
        "A school without bells begins its year",
        "Its pupils decide among themselves when lessons end, and most of them stay longer than "
        "those of the old school did.",
    ),
    (
        "Why the old bakery will not close",
        "Its owner sold it to the eleven people who bake in it, and they have kept the night shift "
        "that he had meant to end.",
    ),
)


def kept(html: str) -> list[str]:
    page = f"<html><head><title>{TITLE}</title></head><body>{html}</body></html>"
    doc = parse_text(page, URL)
    lines = extract_blocks(doc, read_metadata(doc), TITLE)
    return [line.block.text for line in lines if line.rule is None]


def paragraphs(*texts: str) -> str:
    return "".join(f"<p>{text}</p>" for text in texts)


def cards(*others: tuple[str, str]) -> str:
    return "".join(
        f"<div><a href=/tech/{n}0><img src=/{n}.jpg></a><div><a href=/tech/{n}0>{title}</a></div>"
        f"<div>{text}</div></div>"
        for n, (title, text) in enumerate(others, 2)
    )


def test_three_cards_below_a_text_need_neither_names_nor_a_label() -> None:
    html = f"<div><h1>{TITLE}</h1><div>{paragraphs(*TEXT)}</div><div>{cards(*OTHERS)}</div></div>"
    assert kept(html) == [*TEXT]


def test_cards_are_a_row_however_many_boxes_hold_each() -> None:
    boxed = "".join(
        f"<li><div><div><p><a href=/tech/{n}>{title}</a></p><p>{text}</p></div></div></li>"
        for n, (title, text) in enumerate(OTHERS)
    )
    html = f"<div><h1>{TITLE}</h1><div>{paragraphs(*TEXT)}</div><div><ul>{boxed}</ul></div></div>"
    assert kept(html) == [*TEXT]


def test_cards_in_a_row_are_cards_though_they_say_more_than_the_text() -> None:
    more = (*OTHERS, ("A lighthouse is lent to its painter", OTHERS[0][1] + " " + OTHERS[1][1]))
    html = f"<div><h1>{TITLE}</h1><div>{paragraphs(*TEXT)}</div><div>{cards(*more)}</div></div>"
    assert kept(html) == [*TEXT]


LONG = (
    *OTHERS,
    ("A lighthouse is lent to its painter", f"{OTHERS[0][1]} {OTHERS[1][1]}"),
    ("The museum of clocks stops at noon", f"{OTHERS[1][1]} {OTHERS[2][1]}"),
    ("Bees in towers", f"{OTHERS[2][1]} {OTHERS[0][1]}"),
)
"""Those of a column that says more than a brief text; one headline is as brief as a label."""


def _summed_up() -> str:
    return "".join(
        f"<div class=k4><div><a href=/tech/{n}0>{title}</a></div><p>{text}</p></div>"
        for n, (title, text) in enumerate(LONG, 2)
    )


@pytest.mark.parametrize("body", ["<div class=entry-content>{}</div>", "<article>{}</article>"])
def test_a_column_without_pictures_that_says_more_than_a_brief_text(body: str) -> None:
    text = body.format(paragraphs(*TEXT[:3]))
    html = f"<div><h1>{TITLE}</h1>{text}<div class=w3>{_summed_up()}</div></div>"
    assert kept(html) == [*TEXT[:3]]


def test_what_an_article_is_made_of_stays_though_each_part_leads_elsewhere() -> None:
    text = f"{paragraphs(*TEXT[:3])}<div class=w3>{_summed_up()}</div>"
    found = kept(f"<div><h1>{TITLE}</h1><div class=entry-content>{text}</div></div>")
    assert {text for _, text in LONG} <= {*found}


def test_a_flash_beside_long_headlines_in_links_keeps_its_text() -> None:
    link = "<li><a href=/tech/{0}><span>{1}, and what the {0} islanders say</span></a></li>"
    links = "".join(link.format(n, OTHERS[n % 3][0]) for n in range(2, 40))
    flash = f"<div class=breaking-news>{TEXT[0]}<br><br>{TEXT[1]}</div>"
    html = f"<div class=left><h1>{TITLE}</h1>{flash}</div><ul>{links}</ul>"
    assert " ".join(kept(html)).split() == f"{TEXT[0]} {TEXT[1]}".split()


def _boxed(title: str, link: str, *texts: str) -> str:
    return f"<div><h2><a href={link}>{title}</a></h2>{paragraphs(*texts)}</div>"


def test_a_whole_article_in_a_box_below_the_text_is_another() -> None:
    own = f"<div class=x1>{paragraphs(*TEXT)}</div><div class=x2>The desk</div>"
    other = [text for _, text in OTHERS] * 3
    html = f"<div><h1>{TITLE}</h1>{own}{_boxed(OTHERS[0][0], '/tech/20', *other)}</div>"
    assert kept(html) == [*TEXT]


def test_a_section_whose_heading_leads_elsewhere_is_none() -> None:
    section = _boxed("What the islanders said", "https://islands.example/", *TEXT[2:])
    html = f"<div><h1>{TITLE}</h1><div>{paragraphs(*TEXT[:2])}</div>{section}</div>"
    assert TEXT[3] in kept(html)  # it leads to another site
    section = _boxed("The ferry to the islands sails again", "/tech/20", *TEXT[2:])
    html = f"<div><h1>{TITLE}</h1>{paragraphs(*TEXT[:2])}{section}</div>"
    assert TEXT[3] in kept(html)  # the paragraphs before stand around it
    html = (
        f"<div><h1>{TITLE}</h1><div class=x1>{paragraphs(*TEXT[:2])}</div>{section}"
        f"<div class=x1>{paragraphs(*TEXT[:1])}</div></div>"
    )
    assert TEXT[3] in kept(html)  # the text goes on behind it


@pytest.mark.parametrize(
    "between", ["<div class=ad>Advertisement</div>", "<p>More: <a href=/tech/9>Two ferries</a></p>"]
)
def test_a_short_sentence_behind_what_is_the_site_s_stays(between: str) -> None:
    body = f"<p>{TEXT[0]} {TEXT[1]}</p>{between}<p>It had to.</p><p>Photo: J. Doe</p>"
    found = kept(f"<h1>{TITLE}</h1><div class=article-body>{body}</div>")
    assert "It had to." in found


def test_links_to_other_sites_with_what_they_are_stay() -> None:
    """A text may end with where to read on: what leads elsewhere is no card of the site's."""
    rows = "".join(
        f"<div><div><a href=https://x{n}.example/>{title}</a></div><p>{text}</p></div>"
        for n, (title, text) in enumerate(OTHERS)
    )
    found = kept(f"<div><h1>{TITLE}</h1><div>{paragraphs(*TEXT)}<div>{rows}</div></div></div>")
    assert all(text in found for _, text in OTHERS)


def test_boxes_without_a_text_before_them_are_the_text() -> None:
    found = kept(f"<div><h1>{TITLE}</h1><div>{cards(*OTHERS)}</div></div>")
    assert all(text in found for _, text in OTHERS)


@pytest.mark.parametrize(("name", "stays"), [("sub_heading", True), ("box_label", False)])
def test_a_box_called_a_heading_between_paragraphs_is_one(name: str, stays: bool) -> None:
    html = (
        f"<h1>{TITLE}</h1><div>{paragraphs(*TEXT[:2])}<div class=x-{name}><strong>A road first"
        f"</strong></div>{paragraphs(*TEXT[2:])}</div>"
    )
    assert ("A road first" in kept(html)) is stays


@pytest.mark.parametrize(
    ("below", "stays"),
    [
        ("<p>Avec cette offre, profitez de :</p><ul><li>L’accès illimité à tous les articles, "
         "dossiers et reportages de la rédaction</li><li>Le journal en version numérique</li>"
         "<li>Un confort de lecture avec publicité limitée</li></ul><a href=/abo>Abo</a>", False),
        (f"<p>{TEXT[3]}</p><p>It begins at noon.</p>", True),
    ],
    ids=["offer", "text"],
)  # fmt: skip
def test_a_paywall_is_an_offer_or_the_text_that_is_paid_for(below: str, stays: bool) -> None:
    wall = f"<div class=r-paywall><h4>What comes next</h4>{below}</div>"
    found = kept(f"<article><h1>{TITLE}</h1>{paragraphs(*TEXT[:3])}{wall}</article>")
    assert ("What comes next" in found) is stays
    assert len(found) == (6 if stays else 3)


def test_a_cell_of_an_old_page_holds_headline_standfirst_and_byline_in_lines() -> None:
    lead = "Nobody had asked for it, and yet the whole town came to see the plans."
    html = (
        f"<table><tr><td><font size=4><b>{TITLE}</b></font><br><font size=2><i>{lead}</i></font>"
        f"<br><font size=1>By Jane Doe<br>November 19, 2026</font><p><font size=2>"
        f"{'<p>'.join(TEXT)}</font></td></tr></table>"
    )
    assert kept(html) == [lead, *TEXT]


@pytest.mark.parametrize("hook", ["data-test-tag", "data-qa", "data-cy", "data-testid"])
def test_hooks_of_tests_name_what_classes_made_by_a_program_do_not(hook: str) -> None:
    other = f"<div {hook}=related-stories><p>{OTHERS[0][1]}</p></div>"
    html = f"<article><h1>{TITLE}</h1><div>{paragraphs(*TEXT)}{other}</div></article>"
    assert kept(html) == [*TEXT]


def test_a_name_that_would_take_all_of_a_page_means_something_else() -> None:
    form = "<form><input name=mail><button>Give</button></form>"
    html = f"<div class='post newsletter'><b>{TITLE}</b>{paragraphs(*TEXT)}{form}</div>"
    assert kept(html) == [*TEXT]


def test_a_box_that_leads_to_one_page_by_its_picture_and_its_title_is_a_card() -> None:
    def html(picture: str) -> str:
        title, text = OTHERS[0]
        box = f"<div>{picture}<div><a href=/tech/20>{title}</a></div><div>{text}</div></div>"
        return f"<h1>{TITLE}</h1><div>{paragraphs(*TEXT[:2])}{box}{paragraphs(*TEXT[2:])}</div>"

    assert kept(html("<a href=/tech/20><img src=/2.jpg></a>")) == [*TEXT]
    assert OTHERS[0][1] in kept(html("<a href=/maps/7><img src=/2.jpg></a>"))
    assert OTHERS[0][1] in kept(html("<img src=/2.jpg>"))
    inside = f"<div><a href=/tech/20><img src=/2.jpg><p>{OTHERS[0][0]}</p></a>{TEXT[2]}</div>"
    page = f"<h1>{TITLE}</h1><div>{paragraphs(*TEXT[:2])}{inside}{paragraphs(TEXT[3])}</div>"
    assert TEXT[2] in kept(page)


def test_what_begins_and_ends_with_a_link_to_one_page_is_its_beginning() -> None:
    def html(last: str) -> str:
        title, text = OTHERS[1]
        told = f"<div><h2><a href=/tech/20>{title}</a></h2><p>{text}</p><p>{OTHERS[2][1]}</p>"
        return f"<h1>{TITLE}</h1><div>{paragraphs(*TEXT)}{told}{last}</div></div>"

    assert kept(html("<a href=/tech/20>Continue reading</a>")) == [*TEXT]
    assert OTHERS[1][1] in kept(html("<p>Nobody has asked them to.</p>"))


def test_bold_lines_in_boxes_between_paragraphs_head_them_where_there_are_several() -> None:
    def told(*heads: str) -> list[str]:
        boxes = [f"<div><strong>{head}</strong></div>" if head else "" for head in heads]
        lines = zip([f"<p>{text}</p>" for text in TEXT], [*boxes, ""], strict=True)
        return kept(f"<div><h1>{TITLE}</h1>{''.join(map(''.join, lines))}</div>")

    heads = ["What the plan says", "", "Questions that remain"]
    first, second, third, last = TEXT
    assert told(*heads) == [first, heads[0], second, third, heads[2], last]
    assert told("One thing more", "", "") == [*TEXT]
    assert told("Sign up here", "", "Sign up here") == [*TEXT]


@pytest.mark.parametrize(
    ("heads", "more", "stays"),
    [
        (("What the plan says", "Who pays", "Questions that remain"), "", True),
        (("What the plan says", "Who pays"), "", False),
        (("Sign up here", "Sign up here", "Sign up here"), "", False),
        (("What the plan says", "Who pays", "Questions that remain"), "<p>From 9 to 5</p>", False),
    ],
)
def test_bold_lines_each_alone_in_a_box_of_one_form_head_what_stands_below_them(
    heads: tuple[str, ...], more: str, stays: bool
) -> None:
    frames = [f"<div class=frame><p><b>{head}</b></p>{more}</div>" for head in heads]
    html = "".join(f"<p>{text}</p>{frame}" for text, frame in zip(TEXT, frames, strict=False))
    found = fragment_fromstring(f"<div>{html}<p>{TEXT[-1]}</p></div>").xpath(".//p")
    pieces = [
        Piece(BlockKind.PARAGRAPH, p.text_content(), None, p, 0, None, p.find("b") is not None)
        for p in found
    ]
    assert is_text(pieces, 1) is stays


@pytest.mark.parametrize(
    ("items", "form", "stays"),
    [
        (("Two ferries", "One bus to the old mill", "No train"), "<div>{}</div>", True),
        (("Two ferries", "One bus to the old mill"), "<div>{}</div>", False),
        (("Share", "Tweet", "Pin it"), "<div>{}</div>", False),
        (("Two ferries", "One bus to the old mill", "No train"), "<div class=x>{}</div>", False),
    ],
)
def test_lines_in_nameless_boxes_side_by_side_are_a_list(
    items: tuple[str, ...], form: str, stays: bool
) -> None:
    box = f"<div>{''.join(map(form.format, items))}</div>"
    lines = [f"<p>{text}</p>" for text in TEXT]
    html = "".join([*lines[:2], box, *lines[2:]])
    found = kept(f"<div><h1>{TITLE}</h1>{html}</div>")
    assert found == ([*TEXT[:2], *items, *TEXT[2:]] if stays else [*TEXT])


@pytest.mark.parametrize("name", ["read-more-content", "readmore", "show-more"])
def test_the_part_of_a_text_that_a_button_shows_is_text(name: str) -> None:
    rest = f"<div class={name}>{paragraphs(*TEXT[2:])}</div><button>Read more</button>"
    html = f"<div><h1>{TITLE}</h1><div class=short>{paragraphs(*TEXT[:2])}</div>{rest}</div>"
    assert kept(html) == [*TEXT]


@pytest.mark.parametrize(
    ("head", "stays"),
    [(0, True), ("Harbour pictures", False), ("Advertisement", False), ("Sign up here", False)],
)
def test_a_plain_box_between_paragraphs_heads_what_it_names(head: str | int, stays: bool) -> None:
    name = " ".join(sorted(TEXT[2].split(), key=len)[-2:]).strip(".,") if head == 0 else str(head)
    lines = [f"<p>{text}</p>" for text in TEXT]
    html = "".join([*lines[:2], f"<div>{name}</div>", *lines[2:]])
    wanted = [*TEXT[:2], *([name] if stays else []), *TEXT[2:]]
    assert kept(f"<div><h1>{TITLE}</h1>{html}</div>") == wanted


def test_what_stands_right_below_prose_in_nameless_boxes_is_read_with_it() -> None:
    def told(last: str) -> list[str]:
        boxes = "".join(f"<div><p>{text}</p></div>" for text in (*TEXT, OTHERS[0][1]))
        html = f"<div>{boxes}{last}</div><div><p><a href=/>Home</a></p></div>"
        return kept(f"<div><div><a href=/>Home</a></div><h1>{TITLE}</h1>{html}</div>")

    assert told("<div><p>The tide will tell.</p></div>")[-1] == "The tide will tell."
    linked = "<div><p><a href=/a/9>The tide will tell.</a></p></div>"
    assert told(linked)[-1] == OTHERS[0][1]


def test_a_plain_box_between_boxes_of_a_paragraph_each_heads_what_it_names() -> None:
    name = " ".join(sorted(TEXT[2].split(), key=len)[-2:]).strip(".,")
    boxes = [f"<div><p>{text}</p></div>" for text in TEXT]
    html = "".join([*boxes[:2], f"<div>{name}</div>", *boxes[2:]])
    assert kept(f"<div><h1>{TITLE}</h1><div>{html}</div></div>") == [*TEXT[:2], name, *TEXT[2:]]


def test_an_open_line_that_is_called_as_the_prose_in_a_box_is_called_so_too() -> None:
    def told(name: str) -> list[str]:
        def box(text: str, of: str = "s1") -> str:
            return f"<div class=k9><p class={of}>{text}</p></div>"

        html = "".join(map(box, (*TEXT, OTHERS[0][1]))) + box("The tide will tell", name)
        return kept(f"<div><div class=k1><a href=/>Home</a></div><h1>{TITLE}</h1>{html}</div>")

    assert told("s1")[-1] == "The tide will tell"
    assert told("s2")[-1] == OTHERS[0][1]


def test_what_a_list_of_tabs_shows_is_no_navigation() -> None:
    told = "".join(f"<p>{text}</p>" for text in TEXT)
    panels = f"<div role=tabpanel>{told}</div><div role=tabpanel><p>In short</p></div>"
    other = "".join(f"<div><h2>{head}</h2><p>{lead * 4}</p></div>" for head, lead in OTHERS)
    body = f"<div><h1>{TITLE}</h1><div role=tablist>{panels}</div></div><div>{other}</div>"
    assert set(TEXT) <= set(kept_in(f"<body>{body}</body>"))


def test_a_headed_box_beside_a_text_leaves_the_text_that_stands_in_another() -> None:
    links = "".join(f"<li><a href=/o/{n}>{head}</a></li>" for n, (head, _) in enumerate(OTHERS))
    rail = f"<div><div><h3>Related</h3><ul>{links}</ul></div></div>"
    told = "".join(f"<p>{text}</p>" for text in TEXT)
    said = "".join(f"<div><b>Ann</b><p>{text} {text[::-1]}</p></div>" for text in TEXT * 3)
    body = f"<div><h1>{TITLE}</h1></div><div>{rail}<div dir=ltr>{told}</div></div>"
    lines = kept_in(f"<body>{body}<div><h3>12 comments</h3>{said}</div></body>")
    assert set(TEXT) <= set(lines)
    assert not {head for head, _ in OTHERS} & set(lines)


def test_a_first_paragraph_with_a_link_in_a_column_of_its_own_is_of_the_text() -> None:
    first = f"{TEXT[0]} {TEXT[1]}"
    linked = first.replace("harbour", "<a href=/harbour>harbour</a>")
    rest = "".join(f"<p>{text}</p>" for text in TEXT[2:] * 2)
    body = f"<h1>{TITLE}</h1><div>3 May 2026</div><p>{linked}</p><div><span>{rest}</span></div>"
    assert kept_in(f"<body><div>{body}</div></body>")[0] == first


def test_paragraphs_that_are_hidden_from_ears_alone_are_of_the_text() -> None:
    first, *others = TEXT
    hidden = "".join(f"<p aria-hidden=true>{text}</p>" for text in others)
    page = f"<h1>{TITLE}</h1><div><p>{first}</p>{hidden}<p aria-hidden=true>Chart</p></div>"
    assert kept_in(f"<body>{page}</body>") == list(TEXT)
