"""A question to readers right above the answers that they may mark."""

from __future__ import annotations

import pytest

from tests.pipeline.bodies.test_body import FIRST, SECOND, THIRD, kept, paragraphs

QUESTION = "Would you want a second plant in your town?"


def test_a_question_above_choices_is_no_text() -> None:
    choices = (
        "<p><input type=radio> Yes</p><p><input type=radio> No</p><p><button>Vote</button></p>"
    )
    body = f"{paragraphs(FIRST, SECOND, THIRD)}<p>{QUESTION}</p>{choices}"
    assert kept(f"<article><h1>A second plant</h1>{body}</article>") == [FIRST, SECOND, THIRD]


def test_a_question_above_its_answer_is_text() -> None:
    body = f"{paragraphs(FIRST, SECOND)}<p>{QUESTION}</p>{paragraphs(THIRD)}"
    lines = [FIRST, SECOND, QUESTION, THIRD]
    assert kept(f"<article><h1>A second plant</h1>{body}</article>") == lines


def test_lines_that_stand_loose_around_choices_are_text() -> None:
    choices = "<input type=radio>Yes<br><input type=radio>No"
    body = f"{paragraphs(FIRST)}<p>{QUESTION}</p>{choices}<br><br>{SECOND}<br><br>{THIRD}"
    lines = kept(f"<article><h1>A second plant</h1>{body}</article>")
    assert lines[0] == FIRST
    assert lines[-2:] == [SECOND, THIRD]


def test_a_question_above_answers_that_open_by_such_fields_is_text() -> None:
    item = (
        "<div><input type=radio id={0}><label for={0}>Part {0}</label><div><p>{1}</p></div></div>"
    )
    opened = f"<div>{item.format(1, SECOND)}{item.format(2, THIRD)}</div>"
    lines = kept(
        f"<article><h1>A second plant</h1>{paragraphs(FIRST)}<h3>{QUESTION}</h3>{opened}</article>"
    )
    assert [line for line in lines if not line.startswith("Part ")] == [
        FIRST, QUESTION, SECOND, THIRD,
    ]  # fmt: skip


def test_a_question_above_buttons_to_answer_it_is_no_text() -> None:
    for buttons in (
        "<button>Gladly</button><button>Never</button>",
        "<ul><li><button>Gladly</button></li><li><button>Never</button></li></ul>",
    ):
        body = f"{paragraphs(FIRST)}<p>{QUESTION}</p>{buttons}{paragraphs(SECOND, THIRD)}"
        assert kept(f"<article><h1>A second plant</h1>{body}</article>") == [FIRST, SECOND, THIRD]


def test_a_question_above_the_buttons_of_a_section_stays() -> None:
    buttons = "<div><button>Share</button><button>Copy link</button></div>"
    for below in (buttons, "<button>Listen</button>"):
        body = f"{paragraphs(FIRST)}<h2>{QUESTION}</h2>{below}{paragraphs(SECOND, THIRD)}"
        lines = [FIRST, QUESTION, SECOND, THIRD]
        assert kept(f"<article><h1>A second plant</h1>{body}</article>") == lines


def test_answers_that_begin_with_yes_and_no_may_be_longer() -> None:
    answers = ("Yes, since May, and I like it", "No, and I do not want one either")
    for said, stays in ((answers, False), (("It came in May and was sold", answers[1]), True)):
        box = f"<div><p>{QUESTION}</p>{''.join(f'<p>{each}</p>' for each in said)}</div>"
        body = f"{paragraphs(FIRST)}{box}{paragraphs(SECOND, THIRD)}"
        lines = kept(f"<article><h1>A second plant</h1>{body}</article>")
        assert (answers[1] in lines) is stays


@pytest.mark.parametrize(
    "answer", ["لا يزال المصنع مغلقاً والعمال في بيوتهم", "会议将在下周举行并讨论价格和市场的问题"]
)
def test_sentences_that_begin_with_the_letters_of_yes_and_no_are_no_answers(answer: str) -> None:
    box = f"<div><p>{QUESTION}</p><p>{answer}</p><p>{answer}</p></div>"
    body = f"{paragraphs(FIRST)}{box}{paragraphs(SECOND, THIRD)}"
    assert QUESTION in kept(f"<article><h1>A second plant</h1>{body}</article>")


def test_a_question_above_labels_of_fields_that_a_script_draws_is_no_text() -> None:
    answers = "<label>Gladly</label><label>Never, as long as I live</label><a>Vote</a>"
    box = f"<div><h4>This week</h4><p>{QUESTION}</p>{answers}</div>"
    body = f"{paragraphs(FIRST)}{box}"
    assert kept(f"<article><h1>A second plant</h1>{body}</article>") == [FIRST]


def test_questions_that_are_labels_of_what_unfolds_are_text() -> None:
    item = "<div><input type=checkbox id={0}><label for={0}>{1}</label><p>{2}</p></div>"
    asked = ("Who builds it?", "When does it open?")
    rows = "".join(
        item.format(i, *row) for i, row in enumerate(zip(asked, (SECOND, THIRD), strict=True))
    )
    body = f"{paragraphs(FIRST)}<div>{rows}</div>"
    lines = kept(f"<article><h1>A second plant</h1>{body}</article>")
    assert [line for line in lines if line in (FIRST, SECOND, THIRD)] == [FIRST, SECOND, THIRD]
