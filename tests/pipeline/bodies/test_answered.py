"""Questions in boxes of their own, with a letter that marks each, right above their answers."""

from __future__ import annotations

from tests.pipeline.bodies.nameless_page import SENTENCES, kept_of

ASKED = ("Why did you look?", "What did you find there?", "Is the work done?")


def _asked(question: str, answer: str, letters: tuple[str, str] = ("Q", "A")) -> str:
    of_question, of_answer = (f"<div>{letter}</div>" if letter else "" for letter in letters)
    return (
        f"<div><div><div>{of_question}<div>{question}</div></div>"
        f"<div>{of_answer}<div><p>{answer}</p></div></div></div></div>"
    )


def _read(letters: tuple[str, str]) -> list[str]:
    first = f"<div><div><p>{SENTENCES[3]}</p></div></div>"
    told = (_asked(q, a, letters) for q, a in zip(ASKED, SENTENCES, strict=False))
    return kept_of("".join([first, *told, first.replace("northern", "southern")]))


def test_questions_stay_above_answers_that_a_letter_marks() -> None:
    assert [line for line in _read(("Q", "A")) if line in ASKED] == list(ASKED)
    assert [line for line in _read(("س", "ج")) if line in ASKED] == list(ASKED)
    assert [line for line in _read(("", "")) if line in ASKED] == list(ASKED)
