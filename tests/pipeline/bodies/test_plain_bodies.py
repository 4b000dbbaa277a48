"""Bodies of pages whose elements have no names that tell: flashes, lists with days, captions."""

from __future__ import annotations

import pytest

from pipeline.bodies.body import extract_blocks
from pipeline.declared.metadata import read_metadata
from pipeline.page.html import parse_text
from tests.pipeline.people.story_page import read as story

URL = "https://news.example/tech/1"
TITLE = "A second plant"
FIRST = "The company said on Monday that it would open a second plant near the harbour next spring."
SECOND = "Local officials welcomed the plan and promised to widen the road."
OTHERS = (
    "The museum will stay open until midnight on each Friday of the summer, its director said.",
    "Fishermen of the bay counted more boats this year than in any other since the great storm.",
    "The old theatre has sold its last ticket, and will be a library when the winter is over.",
)


def kept(html: str) -> list[str]:
    doc = parse_text(f"<html><head><title>x</title></head><body>{html}</body></html>", URL)
    blocks = extract_blocks(doc, read_metadata(doc), TITLE)
    return [line.block.text for line in blocks if line.rule is None]


def test_the_paragraphs_of_a_flash_in_boxes_of_one_form() -> None:
    long, short = f"{FIRST} {OTHERS[0]}", SECOND
    text = f'<div class="mb"><div class="p">{long}</div><div class="p">{short}</div></div>'
    note = "<div class='n'><b>A reader</b><div>This is a note that one of them left.</div></div>"
    html = f"<div><div><a href='/'>Home</a></div><h1>{TITLE}</h1>{text}{note}</div>"
    assert kept(html)[:2] == [long, short]


def test_a_flash_in_a_named_body_one_of_whose_paragraphs_stands_in_a_group() -> None:
    group = f'<div class="wp-block-group"><p>{FIRST} {OTHERS[0]}</p></div>'
    text = f'<div class="entry-content">{group}<p>{SECOND}</p></div>'
    assert kept(f"<article><h1>{TITLE}</h1>{text}</article>") == [f"{FIRST} {OTHERS[0]}", SECOND]


def test_a_flash_above_longer_records_that_a_heading_calls_related() -> None:
    records = "".join(
        f"<div class='r'><div><a href='/{n}'><img src='/{n}.jpg'></a></div><div><a href='/{n}'>"
        f"A headline with number {n} on the wall</a><div>{text}</div></div></div>"
        for n, text in enumerate(OTHERS)
    )
    html = f"<div><h1>{TITLE}</h1><div><p>{FIRST}</p></div></div>"
    html += f"<div><h4>Related articles</h4>{records}</div>"
    assert kept(html) == [FIRST]


def test_a_column_before_the_headline_that_links_the_page_itself() -> None:
    def table(*rows: str) -> str:
        return f"<table>{''.join(f'<tr><td>{row}</td></tr>' for row in rows)}</table>"

    newest = table("Newest", f"<a href='/tech/1'>{TITLE}</a>", "<a href='/2'>A story of today</a>")
    counts = table("Members", "Readers of the forum: 8123<br>Readers that are here now: 41")
    facts = "Writer: Jane Doe | Date: 20-05-2012, 03:22 PM | Views: 131"
    text = f"<div>{FIRST}<br><br>{SECOND}<br><br></div>"
    own = table("<a href='/tech'>Tech</a>", f"<h2>{TITLE}</h2>", facts, text)
    foot = "<div>All times are GMT. The time now is 06:22 PM.</div><div>Powered by a board of 2012"
    foot += "<br>Copyright 2000 - 2012, The Board Ltd.</div>"
    assert "Members" not in kept(
        f"<table><tr><td>{newest}{counts}</td><td>{own}</td></tr></table>{foot}"
    )


def test_items_that_tell_more_than_a_link_and_a_day() -> None:
    items = "<li><a href='/1'>A first version of the plant</a> (1998, closed)</li>" * 2
    html = f"<div><h1>{TITLE}</h1><p>{FIRST}</p><p>{SECOND}</p><ul>{items}</ul></div>"
    assert "A first version of the plant (1998, closed)" in kept(html)


def test_a_paragraph_that_holds_a_picture_and_its_caption() -> None:
    caption = "<p><img src='/1.jpg'><br><i>The plant that stands by the harbour</i></p>"
    html = f"<div><h1>{TITLE}</h1>{caption}<p>{FIRST}</p><p>{SECOND}</p></div>"
    assert kept(html) == [FIRST, SECOND]


def test_a_paragraph_whose_first_words_open_a_card_with_a_picture() -> None:
    person = "<span>The plant of Jane Doe<span><img src='/1.jpg'></span></span>"
    opening = f"<p>{person}<b>opened</b><span> on Monday.</span></p>"
    html = f"<div><h1>{TITLE}</h1>{opening}<p>{FIRST}</p><p>{SECOND}</p></div>"
    assert kept(html) == ["The plant of Jane Doe opened on Monday.", FIRST, SECOND]


def test_comments_below_a_flash_whose_label_counts_them() -> None:
    said = "".join(f"<div><div>Jane</div><div>{text * 3}</div></div>" for text in OTHERS)
    html = f"<div><h1>{TITLE}</h1><div class='t'><p>{FIRST}</p><p>{SECOND}</p></div></div>"
    html += f"<div class='k'><div class='l'>Comments (3)</div>{said}</div>"
    assert kept(html) == [FIRST, SECOND]


def test_cards_that_are_one_link_below_a_flash() -> None:
    cards = "".join(
        f"<article class='m'><a href='/{n}'><p>Tech</p><p>A headline with number {n} that is "
        "long enough to be one</p></a></article>"
        for n in range(4)
    )
    text = f"<div class='t'><p>{FIRST}</p><p>{SECOND}</p></div><p>We write a letter each day.</p>"
    html = f"<div><p><a href='/'>Home</a></p><h1>{TITLE}</h1>{text}<div>{cards}</div>"
    html = f"<div><a href='/'>The Harbour</a></div>{html}</div><div>Legal notices</div>"
    assert not any("headline" in line for line in kept(html))


def test_rows_of_a_table_with_a_picture_and_a_headline() -> None:
    rows = "".join(
        f"<tr><td><a href='/{n}'><img src='/{n}.jpg'></a></td><td><a href='/{n}'>A headline with "
        f"number {n}</a><div>{text}</div></td></tr>"
        for n, text in enumerate(OTHERS)
    )
    html = f"<div><h1>{TITLE}</h1><p>{FIRST}</p><p>{SECOND}</p><div class='k'>From this shelf"
    assert kept(f"{html}</div><table>{rows}</table></div>") == [FIRST, SECOND]


def test_rows_of_a_table_with_pictures_that_lead_nowhere_are_the_texts() -> None:
    rows = "".join(
        f"<tr><td><img src='/{n}.jpg'></td><td><a href='/{n}'>Model {n}</a></td><td>{n}0 dinars"
        "</td></tr>"
        for n in range(3)
    )
    html = f"<div><h1>{TITLE}</h1><p>{FIRST}</p><p>{SECOND}</p><table>{rows}</table></div>"
    assert len(kept(html)) == 5


def test_a_standfirst_below_a_picture_is_no_caption() -> None:
    box = f"<div><figure><img src=a></figure><p class='summary'>{FIRST}</p></div>"
    text = "".join(f"<p>{line}</p>" for line in OTHERS)
    html = f"<div class='content'><h1>{TITLE}</h1>{box}{text}</div>"
    assert kept(html) == [FIRST, *OTHERS]


def test_a_table_of_a_picture_and_one_line_is_a_caption() -> None:
    table = "<table><tr><td><img src=a></td></tr><tr><td>The plant seen from afar</td></tr></table>"
    html = f"<div><h1>{TITLE}</h1>{table}<span>{FIRST}<br><br>{SECOND}<br><br></span></div>"
    assert kept(html) == [FIRST, SECOND]


def test_the_title_of_a_document_in_a_text_is_a_caption() -> None:
    names = "<dt class='spip_doc_titre'><b>The plant seen from afar</b></dt>"
    figure = f"<dl class='spip_documents'><dt><img src=a></dt>{names}</dl>"
    text = "".join(f"<p>{line}</p>" for line in OTHERS)
    assert kept(f"<h1>{TITLE}</h1><div class='texte'>{figure}{text}</div>") == [*OTHERS]


def test_a_day_and_other_facts_in_elements_of_their_own_are_no_text() -> None:
    facts = "".join(
        f"<span>{fact}</span>"
        for fact in ("Technology", "Out: 14.11.2026 - 22:21", "New: 14.11.2026 - 23:21", "By: J.D.")
    )
    lines = [*OTHERS, *(f"{line} {SECOND}" for line in OTHERS)]
    text = "".join(f"<p>{line}</p>" for line in lines)
    html = f"<article><h1>{TITLE}</h1><h2>{FIRST}</h2><div>{facts}</div>{text}</article>"
    assert kept(html) == [FIRST, *lines]
    assert kept(html.replace(f"<h2>{FIRST}</h2>", "")) == lines
    beside = f"<h1>{TITLE}</h1><div>{facts}<span>2 min.</span></div><div class='text'>{text}</div>"
    assert kept(f"<article>{beside}</article>") == lines


def test_a_section_is_told_by_the_name_of_its_label() -> None:
    author = "<section aria-labelledby='article-byline'><ul><li><b>Author, </b>J. Doe</li></ul>"
    more = "<section aria-labelledby='recommendations-heading'><p>Also of interest today</p>"
    text = "".join(f"<div class='x1'><p class='y2'>{line}</p></div>" for line in OTHERS)
    body = f"<main><h1>{TITLE}</h1>{author}</section>{text}{more}</section></main>"
    assert kept(body) == [*OTHERS]


def test_a_block_of_summaries_amid_the_blocks_of_a_text() -> None:
    title = "<div class='summary-title'><a href='/2'>A story of today</a></div>"
    card = f"{title}<div class='summary-excerpt'><p>{SECOND} {SECOND}</p></div>"
    summary = f"<div class='summary-item-list'><div class='summary-item'>{card}</div></div>"
    summary = f"<div class='sqs-block sqs-block-summary-v2'><div>{summary}</div></div>"
    texts = [*(f"{line} {FIRST}" for line in OTHERS), FIRST]
    paragraphs = [f"<p class=''>{text}</p>" for text in texts]
    halves = ("".join(paragraphs[:2]), "".join(paragraphs[2:]))
    blocks = [f"<div class='sqs-block sqs-block-html'><div>{half}</div></div>" for half in halves]
    html = f"<h1>{TITLE}</h1><div class='e-content'>{summary.join(blocks)}</div>"
    assert kept(f"<article>{html}</article>") == texts


def test_columns_of_a_layout_beside_one_that_begins_with_other_articles() -> None:
    links = "".join(f"<tr><td><a href='/{n}'>What else was said {n}</a></td></tr>" for n in "123")
    side = f"<table><tr><td><b>Most read</b></td></tr>{links}</table>"
    text = "<br><br>".join(f"{line} {SECOND}" for line in OTHERS)
    head = f"<tr><td><a href='/s'>News</a></td></tr><tr><td><span>{TITLE}</span></td></tr>"
    body = f"<table>{head}<tr><td>{text}</td></tr></table>"
    ticker = "<marquee><a href='/8'>Other news of the day</a> * <a href='/9'>And more</a></marquee>"
    advert = "<td><a href='/x'>An offer of the season for all readers</a></td>"
    html = f"<form>{ticker}<table><tr><td>{side}</td><td>{body}</td>{advert}</tr></table></form>"
    assert kept(html) == [f"{line} {SECOND}" for line in OTHERS]


def test_the_sentences_of_a_flash_beside_lines_of_the_sites_own() -> None:
    flash = f"<div class='t_55'><p>{FIRST}</p></div>"
    facts = "<div class='m_3'><span>22 November 2026, 07:06</span><span>By Jane Doe</span></div>"
    lines = (
        "A bridge seen from afar. Photo: press office",
        "Mark what is wrong, and press a key to tell us",
        "Be the first to hear what the city talks about",
        "Sign in to say what you think of all of this",
    )
    labels = "".join(f"<div class='x_{n}'>{line}</div>" for n, line in enumerate(lines))
    rights = "© The Courier Limited, a daily of the town. The press office has registered it."
    foot = f"<div class='f_0'>{rights} The chief editor is Jane Doe of the old town.</div>"
    assert kept(f"<div class='w_1'><h1>{TITLE}</h1>{facts}{flash}{labels}{foot}</div>") == [FIRST]


def test_a_caption_below_a_picture_is_no_standfirst() -> None:
    line = "The mayor of the city speaks to the guests here"
    picture = f"<amp-img src='/1.jpg'></amp-img><p class='under'>{line}</p>"
    text = "".join(f"<p>{line} {SECOND}</p>" for line in OTHERS)
    html = f"<article><h1>{TITLE}</h1>{picture}<div class='article-body'>{text}</div></article>"
    assert kept(html) == [f"{line} {SECOND}" for line in OTHERS]


def test_the_caption_of_a_picture_in_the_middle_of_a_cell() -> None:
    picture = "<center><img src='/1.jpg'><br><font size=2>The mayor at the bridge</font></center>"
    text = "<br><br>".join(f"{line} {SECOND}" for line in OTHERS)
    html = f"<table><tr><td><b>{TITLE}</b></td></tr><tr><td>{picture}<br>{text}</td></tr></table>"
    assert kept(html) == [f"{line} {SECOND}" for line in OTHERS]


def test_a_summary_right_before_a_body_that_is_a_span() -> None:
    lines = [f"{line} {SECOND}" for line in OTHERS]
    rows = "<table><tr><td>City</td><td>12</td></tr><tr><td>Town</td><td>31</td></tr></table>"
    lines = [f"{number}. {line} {line}" for number in range(1, 9) for line in lines]
    body = f"<span id='lblBody'>{'<br><br>'.join(lines)}{rows}</span>"
    picture = "<table><tr><td><img src='/1.jpg'></td></tr></table>"
    summary = f"{picture}<span id='lblFirst'><b>{FIRST}</b></span><br><br>"
    head = f"<tr><td><span>{TITLE}</span></td></tr><tr><td>20 November 2026</td></tr>"
    found = kept(f"<table>{head}<tr><td>{summary}{body}</td></tr></table>")
    assert found[0] == FIRST


def test_what_leads_to_other_articles_may_be_a_question() -> None:
    link = "<a href='/2'>Why does the whole city wait for the new bridge over the river?</a>"
    text = "".join(f"<p>{line} {SECOND}</p>" for line in OTHERS)
    box = f"<div class='z'><div>Read also</div>{link}</div>"
    text = text.replace("<p>", "<div>").replace("</p>", "</div>")
    html = f"<div><h1>{TITLE}</h1><div class='art__b'>{text}{box}<div>{FIRST}</div></div></div>"
    assert not [line for line in kept(html) if "?" in line]


def test_a_gallery_amid_the_text_has_the_headline_again() -> None:
    gallery = f'<div><div><h1>{TITLE}</h1><a href="#g">1 / 4</a></div></div>'
    before, after = OTHERS, (FIRST, SECOND * 2, *(f"Later, {text.lower()}" for text in OTHERS))
    texts = [f"<p>{text}</p>" for text in before], [f"<p>{text}</p>" for text in after]
    html = f"<div><h2>{TITLE}</h2><div>{''.join(texts[0])}{gallery}{''.join(texts[1])}</div></div>"
    assert kept(html) == [*before, *after]


def test_prose_above_the_headline_is_of_something_else() -> None:
    teasers = f"<p>{OTHERS[0]}</p><p>{OTHERS[1]}</p>"
    texts = (FIRST, SECOND * 2, FIRST + " It said no more.", OTHERS[2])
    html = f"<div>{teasers}<h1>{TITLE}</h1>{''.join(f'<p>{text}</p>' for text in texts)}</div>"
    assert kept(html) == list(texts)


@pytest.mark.parametrize("hidden", ["hidden", 'style="display: none"'])
def test_the_hidden_rest_of_an_article_is_what_a_script_shows(hidden: str) -> None:
    rest = f"<div {hidden}>{''.join(f'<p>{text}</p>' for text in OTHERS)}</div>"
    opening = f"<div><h1>{TITLE}</h1></div><div><p>{FIRST}</p>{rest}</div>"
    assert kept(f"<main><article>{opening}</article></main>") == [FIRST, *OTHERS]
    beside = f"<div><h1>{TITLE}</h1><p>{FIRST}</p><p>{SECOND}</p></div>{rest}"
    assert kept(beside) == [FIRST, SECOND]


@pytest.mark.parametrize("called", ["leaf", "cookie-dialog", "related-articles"])
def test_a_text_below_the_headline_is_hidden_until_it_is_laid_out(called: str) -> None:
    text = "".join(f"<p>{words}</p>" for words in OTHERS)
    box = f"<div id='{called}' style='visibility: hidden'>{text}</div>"
    read = kept(f"<div><h1>{TITLE}</h1><p>Jane Doe</p>{box}</div><p>{FIRST}</p>")
    assert read == ([*OTHERS] if called == "leaf" else [FIRST])


def test_a_card_alone_amid_the_text() -> None:
    picture = '<a href="/tech/2"><img src="2.jpg"></a>'
    card = (
        f"<div>{picture}<div><h4><a href='/tech/2'>{OTHERS[0]}</a></h4><p>{SECOND}</p></div></div>"
    )
    text = [f"<p>{words}</p>" for words in (FIRST, *OTHERS[1:])]
    html = f"<h1>{TITLE}</h1><div>{text[0]}{card}{''.join(text[1:])}</div>"
    assert kept(html) == [FIRST, *OTHERS[1:]]
    elsewhere = html.replace("h4><a href='/tech/2'", "h4><a href='https://law.example/2'")
    assert kept(elsewhere) == [FIRST, OTHERS[0], SECOND, *OTHERS[1:]]


def test_sentences_with_links_in_a_list_at_the_end() -> None:
    items = (
        "<li><a href='/p/1'>Phone One</a> is the best for most.</li>"
        "<li><a href='/p/2'>Phone Two</a> costs a little less.</li>"
    )
    text = "".join(f"<p>{words}</p>" for words in (FIRST, *OTHERS, SECOND * 2))
    end = kept(f"<h1>{TITLE}</h1><div>{text}<ul>{items}</ul></div>")[-2:]
    assert end == ["Phone One is the best for most.", "Phone Two costs a little less."]
    labels = items.replace(" is the best for most.", "").replace(" costs a little less.", "")
    assert "Phone Two" not in kept(f"<h1>{TITLE}</h1><div>{text}<ul>{labels}</ul></div>")


def _with_labels(*labels: str) -> str:
    """A text with a label before every other paragraph."""
    texts = [FIRST, SECOND, *OTHERS] * 2
    lines = [f"<p>{text} It was number {n}.</p>" for n, text in enumerate(texts)]
    for n, label in enumerate(labels):
        lines[2 * n + 1] += label
    return f"<div><h1>{TITLE}</h1>{''.join(lines)}</div>"


def test_a_label_again_and_again_between_paragraphs_is_a_template_s() -> None:
    kept_of = [kept(_with_labels(*labels)) for labels in (
        ["<p>Rest of the report</p>"] * 3,
        ["<p>Rest of the report</p>"] * 2,
        ["<p><b>Good and bad</b></p>"] * 3,
        ["<h4>Good and bad</h4>"] * 3,
        ["<p>It was so.</p>"] * 3,
    )]  # fmt: skip
    assert ["Rest of the report" in lines for lines in kept_of[:2]] == [False, True]
    assert [lines.count("Good and bad") for lines in kept_of[2:4]] == [3, 3]
    assert kept_of[4].count("It was so.") == 3


def test_two_who_speak_in_turn_are_named_each_time() -> None:
    texts = [f"{text} It was number {n}." for n, text in enumerate([FIRST, SECOND, *OTHERS] * 2)]
    turns = "".join(
        f"<p>{('Jane Doe', 'The Courier')[n % 2]}</p><p>{text}</p>" for n, text in enumerate(texts)
    )
    lines = kept(f"<div><h1>{TITLE}</h1>{turns}</div>")
    assert lines.count("Jane Doe") == lines.count("The Courier") == len(texts) // 2


@pytest.mark.parametrize(
    ("above", "stays"),
    [
        ("<div>This narration is automated</div>", False),
        ("<div><span>Last changed at 21:14</span></div>", False),
        ("<div class='x1'>Reading aloud, five minutes</div>", False),
        ("<div>A plant that nobody wanted is built at last.</div>", True),
        ("<div class='standfirst'>A plant that nobody wanted is built</div>", True),
        ("<p>A plant that nobody wanted is built</p>", True),
    ],
)
def test_a_short_label_in_a_box_above_paragraphs_is_none_of_the_text(
    above: str, stays: bool
) -> None:
    text = "".join(f"<p>{line}</p>" for line in (FIRST, SECOND, *OTHERS))
    html = f"<article><h1>{TITLE}</h1><div>{above}{text}</div></article>"
    assert len(kept(html)) == 5 + stays


def test_a_last_sentence_in_a_box_stays_above_a_label_of_the_page() -> None:
    text = "".join(f"<p>{line}</p>" for line in (FIRST, SECOND, *OTHERS))
    last = "The pumps start again at six."
    html = f"<article><h1>{TITLE}</h1><div>{text}<div>{last}</div>{{}}</div></article>"
    assert last in kept(html.format("<p>Brought to you by Northbank</p>"))
    assert last not in kept(html.format(f"<p>{OTHERS[0]}</p>").replace(last, "The pumps again"))


@pytest.mark.parametrize("line", ["The old harbour at noon", "قارب في الميناء القديم"])
def test_a_caption_that_stands_twice_is_no_text(line: str) -> None:
    twice = f"<p>{line}</p>" * 2
    text = [f"<p>{each}</p>" for each in (FIRST, *OTHERS)]
    breaks = f"<p>{line}<br>{line}</p>"
    html = f"<div><h1>{TITLE}</h1>{twice}{text[0]}{text[1]}{twice}{text[2]}{breaks}{text[3]}</div>"
    assert kept(html) == [FIRST, *OTHERS]


@pytest.mark.parametrize("line", ["No, no, no.", "Ahoy", "Where is the boat?"])
def test_what_is_called_out_twice_stays(line: str) -> None:
    text = "".join(f"<p>{each}</p>" for each in OTHERS)
    assert kept(f"<div><h1>{TITLE}</h1><p>{FIRST}</p>{f'<p>{line}</p>' * 2}{text}</div>") == [
        FIRST,
        line,
        line,
        *OTHERS,
    ]


def test_sentences_pasted_one_below_the_other_between_paragraphs() -> None:
    told = ("Keep away from the old pier.", "Tell the harbour office of a leak.")
    boxes = "".join(f"<div><span>{line}</span></div>" for line in told)
    text = [f"<p>{each}</p>" for each in (FIRST, *OTHERS)]
    assert kept(f"<div><h1>{TITLE}</h1>{text[0]}{text[1]}{boxes}{text[2]}{text[3]}</div>") == [
        FIRST,
        OTHERS[0],
        *told,
        *OTHERS[1:],
    ]


@pytest.mark.parametrize(
    ("line", "stays"),
    [("No one was hurt, then.", True), ("乾杯の声が港に響いた。", True), ("Chemnitz town.", False)],
)
def test_a_brief_last_sentence_in_a_nameless_box(line: str, stays: bool) -> None:
    text = "".join(f"<p>{each}</p>" for each in (FIRST, *OTHERS))
    found = kept(f"<div><h1>{TITLE}</h1>{text}<div><span>{line}</span></div></div>")
    assert (line in found) is stays


def test_a_text_in_boxes_alone_between_long_menus_and_notes_of_the_site() -> None:
    menu = "".join(f"<li><a href='/{n}'>Section {n}</a></li>" for n in range(40))
    text = "".join(f"<div>{line}</div>" for line in (FIRST, SECOND, *OTHERS))
    notes = "".join(
        f"<div><div>The house keeps what you choose for {n} months, then forgets.</div></div>"
        for n in range(2, 5)
    )
    html = f"<div><ul>{menu}</ul><div><div><h1>{TITLE}</h1></div><div>{text}</div></div>"
    assert kept(f"{html}<div>{notes}</div><ul>{menu}</ul></div>") == [FIRST, SECOND, *OTHERS]


@pytest.mark.parametrize("dots", ["…", "...", " […]"])
def test_the_beginning_of_a_text_that_a_machine_cut_above_it_goes(dots: str) -> None:
    cut = "The council passed a plan that puts forty buses"
    found = story(lang="en", first=f"<p class=lead>{cut}{dots}</p>")
    assert found.text.startswith(f"{cut} on the roads")


@pytest.mark.parametrize(
    "first", ["The council has talked for a year about forty buses …", "The council passed …"]
)
def test_a_first_line_that_trails_off_in_its_own_words_stays(first: str) -> None:
    assert story(lang="en", first=f"<p>{first}</p>").text.startswith(first)
