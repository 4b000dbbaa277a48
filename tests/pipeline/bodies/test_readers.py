"""What readers wrote below a text, in forms that no system calls comments."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from pipeline.extract import extract_article
from pipeline.memory import EMPTY
from pipeline.records import Article, Page

NOW = datetime(2026, 11, 25, 12, tzinfo=UTC)
URL = "https://news.example/library"
TITLE = "The library lends tools as well"
LINES = [
    "The library of the harbour quarter lends drills, ladders and a concrete mixer since Tuesday.",
    "Whoever has a card may keep a tool for a week, and pays nothing if it comes back whole.",
    "The idea came from a retired carpenter, whose cellar was too small for all his saws.",
    "He repairs what breaks on Fridays, and shows those who like to see it how that is done.",
]
SAID = [
    (
        "Martin",
        "I borrowed the mixer on the very first day, and my neighbours have not forgiven me.",
    ),
    (
        "bricks_77",
        "A lovely idea, but who will look for the drills that never come back?",
    ),
    (
        "Leila N.",
        "We had such a thing when I was a child, in a shed behind the church of my village.",
    ),
]
FORM = "<form><label>Name</label><input><textarea></textarea><button>Send</button></form>"


def _text(below: str) -> str:
    body = "".join(f"<p>{line}</p>" for line in LINES)
    html = f"<title>{TITLE}</title><main><h1>{TITLE}</h1>{body}{below}</main>"
    result = extract_article(Page(URL, URL, html.encode(), NOW), EMPTY, NOW)
    assert isinstance(result, Article)
    return result.text


def _rows(form: str) -> str:
    return "".join(form.format(name=name, said=said) for name, said in SAID)


@pytest.mark.parametrize(
    "below",
    [
        pytest.param(
            _rows("<div class=m><b>{name}</b><i>3 hours ago</i><div>{said}</div></div>") + FORM,
            id="field-behind",
        ),
        pytest.param(
            _rows(
                "<div><p>{name} - 24.11.2026 18:05</p><p>{said}</p><p>Answer</p></div>"
            ),
            id="buttons",
        ),
        pytest.param(
            "<h3>What our readers think</h3>"
            + _rows("<div><strong>{name}</strong> - 3 hours ago<p>{said}</p></div>"),
            id="heading",
        ),
        pytest.param(
            "<ul>" + _rows("<li><b>{name}</b> <i>24/11/2026</i><br>{said}</li>") + f"</ul>{FORM}",
            id="items",
        ),
        pytest.param(
            "<ol>"
            + _rows("<li><div><p>{name}, 24/11/2026</p><p>{said}</p><p>Answer</p></div></li>")
            + "</ol>",
            id="items-with-a-box",
        ),
        pytest.param(
            _rows(
                "<div><div>{name} · 24.11.2026, 18:05</div><div>{said}</div>"
                "<div><button>♥</button></div></div>"
            ),
            id="buttons-without-words",
        ),
        pytest.param(
            "<table>" + _rows("<tr><td>{name}<br>24/11/2026</td><td>{said}</td></tr>")
            + f"</table>{FORM}",
            id="table",
        ),
        pytest.param(
            "<p><b>Comments</b></p>" + _rows("<p><b>{name}</b></p><p>{said}</p>"), id="bold-names"
        ),
        pytest.param(
            "<h4>Comments:</h4>" + _rows("<p>1- {name}: {said}</p>"), id="numbers-and-colons"
        ),
        pytest.param(
            "<p><b>Letters from readers</b></p>" + _rows("<p><b>{name}</b></p><p>{said}</p>"),
            id="called-readers",
        ),
        pytest.param(
            "<div>Heard at the counter</div>" + _rows(
                "<div><div>{name}</div><div>24 كانون الثاني 2026</div><div>{said}</div>"
                "<a href=#>Answer</a></div>"
            ),
            id="moments-in-boxes-of-their-own",
        ),
        pytest.param(
            "<h2>آراؤكم</h2>" + _rows(
                "<article><header><b>{name}</b> <small>24 نوفمبر 2026</small></header>"
                "<p>{said}</p></article>"
            ),
            id="articles-below-a-heading",
        ),
        pytest.param(
            "<div>What readers say</div>" + "".join(
                f"<div><div>{name}</div><div>24.11.2026 18:05</div><div>{said}</div></div>"
                for name, said in (("Martin", "Well done"), ("Leila N.", "So late again"))
            ),
            id="words-of-thanks",
        ),
        pytest.param(
            _rows(
                "<div itemscope itemtype='https://schema.org/Comment'><b itemprop=author>{name}</b>"
                "<p itemprop=text>{said}</p></div>"
            ),
            id="microdata",
        ),
    ],
)  # fmt: skip
def test_what_readers_wrote_is_no_text(below: str) -> None:
    assert _text(below).split("\n\n") == LINES


@pytest.mark.parametrize(
    "below",
    [
        pytest.param(
            "<h2>Discussion</h2>" + "".join(
                f"<p><b>{head}</b></p><p>{said}</p>"
                for head, (_, said) in zip(("Costs", "Repairs", "Next year"), SAID, strict=True)
            ),
            id="sections",
        ),
        pytest.param(
            "".join(
                f"<div class=y><p>March {year}</p><p>{said}</p></div>"
                for year, (_, said) in zip((2019, 2022, 2026), SAID, strict=True)
            ) + FORM,
            id="years",
        ),
        pytest.param(
            "".join(
                f"<div class=e><div>{head}</div><div>24.11.2026 18:05</div><div>{said}</div></div>"
                for head, (_, said) in zip(("Fair", "Concert", "Parade"), SAID, strict=True)
            ),
            id="days-of-what-happens",
        ),
        pytest.param(
            "<table>" + "".join(f"<tr><td></td><td>{said}</td></tr>" for _, said in SAID)
            + f"</table>{FORM}",
            id="cells-without-a-name",
        ),
        pytest.param(
            "<h2>What readers say</h2>" + "".join(f"<p>“{said}”</p>" for _, said in SAID),
            id="letters",
        ),
    ],
)  # fmt: skip
def test_rows_of_the_text_stay(below: str) -> None:
    text = _text(below)
    assert all(said in text for _, said in SAID)


def test_replies_between_breaks_below_a_heading_of_comments_go() -> None:
    rows = "".join(
        f"{n} - {name} (21/11/2026)<br>{said}<br>" for n, (name, said) in enumerate(SAID)
    )
    below = (
        f"<table><tr><td><b>Reader comments</b><br>{rows}Write a comment<br>Name</td></tr></table>"
    )
    assert _text(below) == "\n\n".join(LINES)


@pytest.mark.parametrize(
    "below",
    [
        "<div>Comments</div>"
        + _rows("<div class=c><div>{name} says:</div><div>{said}</div></div>"),
        "<ul><li>Comments</li>"
        + _rows("<li><h5>{name}</h5><small>24/11/2026</small><p>{said}</p></li>")
        + "</ul>",
    ],
)
def test_rows_below_a_plain_line_that_heads_comments_are_the_readers(below: str) -> None:
    assert _text(below) == "\n\n".join(LINES)


def test_what_somebody_says_in_rows_that_nothing_calls_comments_is_the_text_s() -> None:
    below = _rows("<div class=c><div>{name} says:</div><div>{said}</div></div>")
    assert all(said in _text(below) for _, said in SAID)


PICKED = "<p>Liked by 24 people</p><p>I borrowed the mixer twice.</p>"


def test_a_comment_that_the_house_picked_goes_up_to_the_link_to_all() -> None:
    box = f"<h3>Top comment by bricks_77</h3>{PICKED}<p><a href='#c'>View all comments</a></p>"
    assert _text(box) == "\n\n".join(LINES)
    last = "<p>The mayor came to see it.</p>"
    assert _text(box + last) == "\n\n".join([*LINES, "The mayor came to see it."])


TIMED = "<div class=m><b>{name}</b><time datetime=2026-11-24>{when}</time><div>{said}</div></div>"


def _timed(when: str) -> str:
    return "".join(TIMED.format(name=name, when=when, said=said) for name, said in SAID)


def test_readers_beside_an_element_for_times_need_no_year() -> None:
    text = _text(f"<h3>Fresh off the quay</h3>{_timed('24 Nov')}{FORM}")
    assert not any(said in text for _, said in SAID)


def test_hours_head_entries_of_a_live_report() -> None:
    assert all(said in _text(_timed("18:05") + FORM) for _, said in SAID)


def _answered(name: str, said: str, answer: str = "") -> str:
    line = f"<div><span>{name}</span> <span>2026-11-24 18:05:09</span></div>"
    return f"<div>{line}<div><p>{said}</p><a href=#f>Answer</a></div>{answer}</div>"


@pytest.mark.parametrize(
    "below",
    [
        pytest.param(
            "<ol>"
            + _rows(
                "<li><article><footer><b>{name}</b> <time>24 Nov</time></footer><div><p>{said}</p>"
                "</div></article></li>"
            )
            + f"</ol>{FORM}",
            id="names-in-the-foot-of-an-article",
        ),
        pytest.param(
            "<h2>What our readers say</h2>"
            + _rows("<article><footer>{name}</footer><p>{said}</p></article>"),
            id="articles-that-begin-with-their-foot",
        ),
        pytest.param(
            "<ol>"
            + _rows(
                "<li><article><footer><b>{name}</b></footer><div><p>{said}</p></div>"
                "<div><time>24 November 2026 at 18h05</time></div></article></li>"
            )
            + f"</ol>{FORM}",
            id="moments-below-the-words",
        ),
        pytest.param(
            _rows(
                "<div><div><div>{name}</div><div>24 November, 2026 19:25</div></div>"
                "<div><p>{said}</p></div></div>"
            )
            + FORM,
            id="names-and-moments-in-a-box",
        ),
        pytest.param(
            "<ol>"
            + _rows("<li><i></i><p>{said}</p><div>24 November 2026 at 18h05</div></li>")
            + f"</ol>{FORM}",
            id="moments-below-the-words-of-nobody",
        ),
        pytest.param(
            "<div>"
            + _answered(*SAID[0])
            + f"<div>{_answered(*SAID[1])}</div>"
            + _answered(*SAID[2])
            + "</div>",
            id="answers-beside-what-they-answer",
        ),
        pytest.param(
            f"<div>{_answered(*SAID[0], _answered(*SAID[1]))}{_answered(*SAID[2])}</div>",
            id="answers-within-what-they-answer",
        ),
    ],
)
def test_readers_who_answer_and_whose_names_stand_apart(below: str) -> None:
    assert _text(below).split("\n\n") == LINES


def test_one_article_that_begins_with_its_foot_is_no_row_of_readers() -> None:
    below = f"<article><footer>24 November 2026</footer><p>{SAID[0][1]}</p></article>"
    assert SAID[0][1] in _text(below)


@pytest.mark.parametrize(
    "head",
    ["3 whispers about “{}”", "《{}》有3条评论", "«{}» – 3 opinii", "„{}“: 3 Zurufe"],
)
def test_a_heading_that_counts_what_was_said_of_the_title_begins_the_readers(head: str) -> None:
    said = _rows("<div><div>{name}</div><div>{said}</div></div>")
    assert _text(f"<h3>{head.format(TITLE)}</h3>{said}") == "\n\n".join(LINES)
    told = f"<h3>What “{TITLE}” meant in 3 towns</h3>"
    assert all(line in _text(told + said) for _, line in SAID)


def test_posts_that_a_text_shows_are_no_readers() -> None:
    post = "<blockquote><p>{}</p>— {} (@quay) 24 November 2026</blockquote>"
    told = [f"Then the mayor answered {name}, and the whole harbour laughed." for name, _ in SAID]
    posts = [post.format(said, name) for name, said in SAID]
    text = _text("".join(f"{p}<p>{t}</p>" for p, t in zip(posts, told, strict=True)) + FORM)
    assert all(line in text for line in (*told, *(said for _, said in SAID)))
